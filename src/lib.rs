//! Callsheet answers one question from team chat: *who do I call at this client, and at which number?*
//!
//! It keeps a local copy of an IT Glue account's contacts and answers slash commands from memory, whether or not IT Glue
//! can be reached at that moment.
//!
//! # One request
//!
//! ```text
//!  Discord's gateway             a terminal                  IT Glue's API
//!        | interaction JSON          | a line                      |
//!  discord::interaction          terminal                       itglue::client    walks, pace, wire types
//!        \---- plan::Question -----/                                 | records
//!                   |                                            sync              sweep and delta ---> store (SQLite)
//!  desk   plan::plan(question, world) <------- directory            |                                     ^
//!           | Plan { reply, entry, effect }    search::Index <-- one immutable snapshot behind a swap     |
//!           |---- may they be shown so many? ---> access::limiter                                         |
//!           |---- who is shown what ------------> store::journal (a file of its own)                      |
//!           |---- remember, release, read ------> store::notebooks ---------------------------------------/
//!           |---- read, keep, send -------------> editor, store::edits, and planned again with what was found
//!           | Reply, or that it takes longer and then the Reply
//!        /-------------------------\
//!  discord::render               terminal                       the only rendering
//!        | response JSON             | text
//!  discord::api
//! ```
//!
//! A question is decided before anything is rendered: the plan is data, and a refusal is another reply. The world is
//! everything a plan is made from: the snapshot, the policy file, the notebook (what Callsheet itself remembers: calls tried,
//! channels, favourites), the servers, and the moment. Who is shown what, and what an answer wants remembered, is on disk
//! before the reply is rendered. What takes longer than Discord waits is said to be worked on, and completed later. When
//! the bot starts, the journal tells the limiter who has seen whom.
//!
//! # Layout
//!
//! Four crates stand beside this one. `commands` holds everything a technician can type: manifests in Discord's own
//! payload shape and the requests they parse into. [`callsheet_core`] finds the right person and says who may see what:
//! all that needs no network, disk or clock; its page lists its modules. `lookalike` serves an invented account as IT
//! Glue does, for the demo and the tests. `testkit` is what the tests share.
//!
//! This crate is the shell around the core. In reading order, each module using only those above it:
//!
//! - [`clock`]: the one place that reads the time, and that the demo sets.
//! - [`address`]: of servers: what is on this machine, and what is encrypted. Pure.
//! - [`health`]: where the tasks report how they fare.
//! - `screen`: the progress of long work.
//! - [`store`]: the database: the last good copy, encrypted where there is a key, the notebook, the identify count, the
//!   registrations; and the journal.
//! - [`itglue`]: the only module that talks to IT Glue.
//! - [`sync`]: reads IT Glue into the store and the directory.
//! - [`editor`]: reads and writes single contacts in IT Glue, and finds out what became of a change.
//! - [`desk`]: the only door: carries out the plan of every question, and knows no transport.
//! - [`discord`]: the only module that knows Discord. Reads questions and renders replies.
//! - [`terminal`]: the same for a terminal. Pure.
//! - [`reload`]: takes over a changed policy file; a change that widens the rules has to confirm it.
//! - [`warn`]: warns of names in the policy file that IT Glue does not have, and of rules that renamed organizations change.
//! - [`config`], [`telemetry`], [`failure`]: the process around it.
//! - [`bot`]: wiring of the above; the signal to stop is an argument.
//! - [`once`]: one question from the copy on disk, and a sync, on a terminal.
//! - [`cli`]: the command line.
//! - [`audit`]: checks, exports and reports on the journal, for the operator.
//! - [`playground`]: the demo's page, a chat channel in the browser, with a panel that moves what is behind it.
//! - [`demo`]: the same again on an invented account.
//!
//! # Invariants
//!
//! 1. The core does no I/O, reads no clock and cannot fail. "Not found", "several matches" and "still loading" are
//!    answers, not errors.
//! 2. A reader never waits for a sync. A failed, partial or suspicious sync never empties or shrinks the directory.
//! 3. No name, e-mail, phone, note or typed query is logged, put in a `custom_id` or a panic message; no token or key is
//!    logged or shown in an error. The notebook holds ids, times, outcomes and reasons to choose from only.
//! 4. Answers are made from a [`view::View`](callsheet_core::view::View), never from a snapshot: a contact that the caller
//!    may not see does not exist for them, in any command, and changes nothing that they read. The target of a click is
//!    looked up again, by the rules of that moment.
//! 5. IT Glue's own filters are never trusted: the records returned are filtered again.
//! 6. Every sentence a user can read lives in `locales/`, in every language, and every inference is called one.
//! 7. Exactly one table lists the commands, in `commands/src/lib.rs`.
//! 8. Secrets in notes leave [`notes`](callsheet_core::notes) masked. A contact who has left, or a fax, is never offered
//!    to dial.
//! 9. With a key, nothing of the account's records is on disk in the clear; with a wrong one, nothing is changed.
//! 10. Whom an answer or a suggestion shows is in the journal first, unless the operator has switched that off, and within
//!     what the limiter lets through. Every way in passes [`desk`]: Discord, a terminal, the demo.
//! 11. One process at a time syncs into a database. A question on a terminal writes nothing but its entry in the journal,
//!     and the note of that in the database.
//! 12. A change of IT Glue is on disk before it is sent, and shown before it is saved. It is sent once and without a filter, and
//!     read back. What became of it is found out before it may be sent again. What the caller did not touch goes back as it came.
//!
//! Cargo keeps I/O out of the core. `tests/it/layers.rs` reads the sources and fails when a module uses one that its page
//! lists below it, when serenity is named outside [`discord`], or an HTTP client outside [`itglue`] and [`discord`].

pub mod address;
pub mod audit;
pub mod bot;
pub mod cli;
pub mod clock;
pub mod config;
pub mod demo;
pub mod desk;
pub mod discord;
pub mod editor;
pub mod failure;
pub mod health;
pub mod itglue;
pub mod once;
pub mod playground;
pub mod reload;
mod screen;
pub mod store;
pub mod sync;
pub mod telemetry;
pub mod terminal;
pub mod warn;

/// An answer is made of many small pieces: with the system's allocator, they take a fifth of its time.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;
