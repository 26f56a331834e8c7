//! Shared parts of the conversations.

pub(crate) mod account;
pub(crate) mod bot;
pub(crate) mod chat;
pub(crate) mod desk;
pub(crate) mod disclosed;
pub(crate) mod discord;
pub(crate) mod files;
pub(crate) mod harmless;
pub(crate) mod logs;
pub(crate) mod payload;
pub(crate) mod records;
