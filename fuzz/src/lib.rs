//! What comes from outside, read from any bytes at all.
//!
//! One function for each way in. It takes bytes as they come, gives them to the code that reads them in production, and
//! fails where what must hold does not: beyond "no panic", what is read is bounded, clean and the same every time, and
//! what is shown of it is what Discord takes, pings nobody and can only be read.
//!
//! Two things call these functions: libFuzzer, by the targets in `fuzz_targets/`, which looks for bytes that make one fail;
//! and `tests/corpus.rs`, on any toolchain, with the bytes in `corpus/` that it found to be worth keeping.
//!
//! # How to fuzz
//!
//! With a nightly toolchain and `cargo install cargo-fuzz`, from the root of the repository:
//!
//! ```text
//! cargo +nightly fuzz run -s none --features libfuzzer notes -- -dict=fuzz/dictionaries/notes.dict -max_total_time=300
//! ```
//!
//! No sanitizer is needed: nothing of ours is `unsafe`, and what may overflow is checked in these builds. New inputs land
//! in `corpus/notes`, thousands of them. To keep those that reach an edge of the code no other does, and of these the short
//! ones, let the fuzzer write to a folder elsewhere (a first folder behind the target's name) and merge from it:
//!
//! ```text
//! cargo +nightly fuzz run -s none --features libfuzzer notes fuzz/corpus/notes elsewhere -- \
//!     -set_cover_merge=1 -use_counters=0 -use_cmp=0
//! ```
//!
//! What made a target fail is fixed, has a test where it belongs, and stays in the corpus.
//!
//! # How long it was
//!
//! On two cores shared with other work, one process each; edges include those of the libraries:
//!
//! | target | executions | time | edges | corpus |
//! |---|---|---|---|---|
//! | `wire` | 133,405 | 332 s | 28,729 | 343 files, 132 KB |
//! | `interaction` | 1,196,974 | 332 s | 25,079 | 492 files, 122 KB |
//! | `notes` | 95,151 | 377 s | 5,806 | 426 files, 94 KB |
//! | `policy` | 96,473 | 377 s | 14,171 | 234 files, 47 KB |
//! | `query` | 46,739 | 377 s | 17,804 | 326 files, 18 KB |
//! | `reach` | 154,898 | 301 s | 11,056 | 564 files, 24 KB |
//!
//! Found and mended: a number longer than any can be passed as understood; notes of one long line took seconds to be cut
//! into pages; and among thousands of codes in notes, each label looked through all of them. No failure is open.

mod account;
mod answers;
mod brake;
mod interaction;
mod journal;
mod notes;
mod policy;
mod query;
mod reach;
mod wire;

/// The checks that the conversations in `tests/it` stand on, from the same files.
#[path = "../../tests/it/support"]
#[expect(dead_code, clippy::unwrap_used, reason = "made for tests, and not all of it is needed here")]
mod support {
    pub(crate) mod harmless;
    pub(crate) mod payload;
}

pub use brake::brake;
pub use interaction::interaction;
pub use journal::journal;
pub use notes::notes;
pub use policy::policy;
pub use query::query;
pub use reach::reach;
pub use wire::wire;

/// A way in: bytes from outside, and panics where something that must hold does not.
pub type Target = fn(&[u8]);

/// Every target by its name, which is also that of its folder in `corpus/`.
pub const TARGETS: [(&str, Target); 8] = [
    ("wire", wire),
    ("interaction", interaction),
    ("notes", notes),
    ("policy", policy),
    ("query", query),
    ("reach", reach),
    ("journal", journal),
    ("brake", brake),
];
