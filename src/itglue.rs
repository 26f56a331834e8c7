//! The only module that talks to IT Glue.
//!
//! [`Client`](client::Client) reads whole collections and recent changes, and says whether it certainly saw
//! everything, at a bearable pace. Below it, `walk` turns collections into pages, `exchange` sends each request when its turn
//! has come, and [`wire`] turns the answers into the model. The service's filters, links, counts and order are checked, not
//! trusted. [`mod@write`] changes one contact at a time, and says what is certain of the outcome.

pub mod client;
pub mod error;
mod exchange;
mod page_size;
pub mod patience;
pub mod waiting;
mod walk;
pub mod wire;
pub mod write;
