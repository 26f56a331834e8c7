//! Conversations: the real code against servers on this machine.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod itglue;
mod lookalike;
mod search;
