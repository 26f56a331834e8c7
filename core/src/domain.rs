//! The model: what an IT Glue account's people are, without any I/O.
//!
//! Everything here is plain data. It is read from IT Glue by the shell and kept there, held for
//! readers by [`crate::directory`] and never changed in place.

pub mod contact;
pub mod id;
pub mod link;
pub mod organization;
pub mod role;
pub mod spelling;
pub mod written;
