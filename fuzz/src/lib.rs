//! Input from outside, read from any bytes.
//!
//! One function for each way in. It passes bytes to the code that reads them in production, and fails if a property
//! does not hold: beyond "no panic", what is read is bounded, clean and the same every time, and what is shown of it is
//! accepted by Discord, pings no user and can only be read.
//!
//! Two callers: libFuzzer, by the targets in `fuzz_targets/`, looks for bytes that fail; and `tests/corpus.rs` runs the
//! inputs in `corpus/` that were worth keeping ([`corpus`]), on any toolchain.
//!
//! # How to fuzz
//!
//! With a nightly toolchain and `cargo install cargo-fuzz`, from the root of the repository:
//!
//! ```text
//! cargo run -p fuzz --example corpus unpack notes
//! cargo +nightly fuzz run -s none --features libfuzzer notes -- -dict=fuzz/dictionaries/notes.dict -max_total_time=300
//! ```
//!
//! No sanitizer is needed: our code has no `unsafe`, and these builds check overflows; `-s address` looks into the
//! libraries as well. New inputs land in the folder `corpus/notes`, thousands of them. To keep the short ones that reach an edge
//! of their own, let the fuzzer write to a folder elsewhere (a first folder behind the target's name) and merge from
//! it:
//!
//! ```text
//! cargo +nightly fuzz run -s none --features libfuzzer notes fuzz/corpus/notes elsewhere -- \
//!     -set_cover_merge=1 -use_counters=0 -use_cmp=0
//! cargo run -p fuzz --example corpus pack notes
//! ```
//!
//! Only the packed file, `corpus/notes.txt`, is kept; a file of the folder that you name keeps its name there.
//!
//! A failing input is fixed, has a test where it belongs, and stays in the corpus.
//!
//! # How long it was
//!
//! On two cores shared with other work, one process at a time. Edges are those reached, in the libraries as well; the
//! corpus is the part of all inputs that adds most edges for its size, and reaches nine in ten or more:
//!
//! | target | executions | time | edges | corpus |
//! |---|---|---|---|---|
//! | `wire` | 140,618 | 246 s | 29,023 | 180 inputs, 68 KB |
//! | `interaction` | 1,256,168 | 246 s | 26,331 | 280 inputs, 68 KB |
//! | `notes` | 89,859 | 246 s | 6,105 | 175 inputs, 47 KB |
//! | `policy` | 116,460 | 246 s | 14,602 | 131 inputs, 32 KB |
//! | `query` | 83,768 | 246 s | 18,563 | 136 inputs, 7 KB |
//! | `reach` | 287,010 | 246 s | 11,591 | 140 inputs, 7 KB |
//! | `journal` | 199,641 | 246 s | 4,215 | 96 inputs, 25 KB |
//! | `brake` | 758,493 | 246 s | 869 | 32 inputs, 4 KB |
//!
//! `reload` has run without libFuzzer only: its corpus with random edits, on any toolchain and unoptimized, 2,411
//! executions in 120 s (20 a second; most of a run asks for all that a policy discloses). Its corpus is written by
//! hand, and so is that of `form`.
//!
//! With `-s address`, 2 minutes each: `interaction` 237,445 executions, `wire` 17,511.
//!
//! Found and fixed: a number longer than any can be passed as understood; notes of one long line took seconds to be cut
//! into pages; and among thousands of codes in notes, each label looked through all of them. No failure is open.

mod account;
mod answers;
mod brake;
pub mod corpus;
mod form;
mod interaction;
mod journal;
mod notes;
mod policy;
mod query;
mod reach;
mod reload;
mod sealed;
mod wire;

pub use brake::brake;
pub use form::form;
pub use interaction::interaction;
pub use journal::journal;
pub use notes::notes;
pub use policy::policy;
pub use query::query;
pub use reach::reach;
pub use reload::reload;
pub use sealed::sealed;
pub use wire::wire;

/// A way in: takes bytes from outside, and panics if a property does not hold.
pub type Target = fn(&[u8]);

/// Every target by name, which is also its file in `corpus/`.
pub const TARGETS: [(&str, Target); 11] = [
    ("wire", wire),
    ("interaction", interaction),
    ("notes", notes),
    ("policy", policy),
    ("query", query),
    ("reach", reach),
    ("journal", journal),
    ("brake", brake),
    ("reload", reload),
    ("sealed", sealed),
    ("form", form),
];
