//! What the tests share: a Discord that answers, a judge of what is sent to it, and makers of records.

#![expect(
    clippy::unwrap_used,
    clippy::missing_panics_doc,
    clippy::must_use_candidate,
    clippy::return_self_not_must_use,
    reason = "a helper of a test fails the test"
)]

pub mod account;
pub mod bot;
pub mod chat;
pub mod desk;
pub mod disclosed;
pub mod discord;
pub mod files;
pub mod harmless;
pub mod logs;
pub mod payload;
pub mod records;
pub mod targets;
