//! The core of Callsheet: finds the right person, and says who may see what and when.
//!
//! Nothing here does I/O, reads a clock or can fail; Cargo is the guard, since this crate depends on nothing that does.
//! "Not found", "several matches" and "still loading" are answers, not errors. In reading order, each module using only
//! those above it:
//!
//! - [`domain`]: contact, organization, role. Data.
//! - [`reach`]: how and when a person can be reached: numbers understood, local time, stated hours.
//! - [`notes`]: what people write about a contact or an organization as lines that can be shown, secrets masked.
//! - [`search`]: the index and what it decides.
//! - [`health`]: how Callsheet itself fares, as its tasks report it. Data.
//! - [`access`]: who may see what, and the limiter of look-ups.
//! - [`directory`]: the snapshot that readers hold, its parts for callers who may not see everything, and how a sweep or a
//!   delta changes it.
//! - [`edit`]: what may be changed of a contact, and how a change is compared with what others have changed meanwhile.
//! - [`edits`]: the edits under way: drafts, and what was sent to IT Glue.
//! - [`view`]: the account as one caller may see it, from which alone answers are made.
//! - [`policy`]: the operator's decisions: roles, chains, hours, authorisations.
//! - [`notebook`]: what Callsheet itself remembers, as states and changes.
//! - [`journal`]: who was shown what, as a chain of entries.
//! - [`escalation`]: whom to call at an organization, in order, and who is next.
//! - [`answer`]: what a user may read, as data, and which sentence says what; the sentences are in `locales/`.
//! - [`features`]: command and context to answer. One exhaustive match.
//! - [`plan`]: question and world to plan: reply, journal entry, effect.

pub mod access;
pub mod answer;
pub mod directory;
pub mod domain;
pub mod edit;
pub mod edits;
pub mod escalation;
pub mod features;
pub mod health;
pub mod journal;
pub mod notebook;
pub mod notes;
pub mod plan;
pub mod policy;
pub mod reach;
pub mod search;
pub mod view;
