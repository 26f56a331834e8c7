//! (to be written)

pub mod clean;
