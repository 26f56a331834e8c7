//! The only module that talks to IT Glue.
//!
//! [`Client`](client::Client) reads whole collections and recent changes, and says how sure it is to have seen
//! everything. Below it, `walk` turns collections into pages, `connection` turns a page into requests at a bearable
//! pace, and [`wire`] turns what comes back into the model. Filters, links, counts and order of the service are
//! checked, not trusted.

pub mod client;
mod connection;
pub mod error;
mod page_size;
pub mod patience;
pub mod waiting;
mod walk;
pub mod wire;
