//! The only module that knows Discord: what arrives as an interaction leaves as the response Discord expects.
//!
//! [`respond`] is the way of one interaction, and of an alert to the operator. Around it, [`api`] speaks HTTP, [`gateway`]
//! keeps the connection over which interactions arrive, [`identify`] keeps that connection from costing the bot its token,
//! and [`registration`] gives each guild its commands.

pub mod api;
pub mod custom_id;
pub mod form;
pub mod gateway;
pub mod identify;
pub mod interaction;
mod markdown;
pub mod pace;
pub mod registration;
pub mod render;
pub mod respond;
pub mod seal;
