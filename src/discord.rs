//! The only module that knows Discord: what arrives as an interaction leaves as the response Discord expects.
//!
//! [`respond`] is the pure core. Around it, [`api`] speaks HTTP, [`gateway`] keeps the connection over which
//! interactions arrive, [`identify`] keeps that connection from costing the bot its token, and [`registration`] gives
//! each guild its commands.

mod asked;
pub mod custom_id;
pub mod instead;
pub mod interaction;
mod markdown;
mod render;
pub mod respond;
pub mod seal;
pub mod unread;

pub mod gateway;

pub mod identify;

pub mod registration;

pub mod api;

pub mod pace;
