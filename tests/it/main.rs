//! Conversations: the real code against servers on this machine.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod access;
mod alert;
mod at_rest;
mod audit;
mod autocomplete;
mod banner;
mod bind;
mod brake;
mod budget;
mod caller;
mod card;
mod cases;
mod contact;
mod damaged;
mod desk;
mod directory;
mod directory_command;
mod escalation;
mod every_word;
mod gateway;
mod hostile;
mod interactions;
mod itglue;
mod journal;
mod languages;
mod layers;
mod lookalike;
mod notebook;
mod payload;
mod primary;
mod process;
mod registration;
mod roles;
mod search;
mod store;
mod support;
mod sync;
mod terminal;
mod tidy;
mod vip;
mod warnings;
mod who_can;
mod who_looked;
mod zones;
