//! Switching parts of the search off, to measure what each of them earns.
//!
//! Only with the feature `ablation`, which nothing but the measuring crate asks for. Without it every part is on, the
//! compiler knows, and nothing of this remains.

use std::sync::atomic::{AtomicU8, Ordering};

/// A part of the search that can be missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The tables of nicknames and of forms in other languages.
    Nicknames,
    /// Words that sound alike.
    Sounds,
    /// Words a letter or two apart.
    Edits,
    /// Spellings of names in other scripts: tables, consonants, the owner's addresses.
    Scripts,
    /// Words read as logins.
    Logins,
    /// Words of an organization beside a name.
    Organizations,
    /// Words of a job title beside a name.
    Titles,
}

static OFF: AtomicU8 = AtomicU8::new(0);

/// Switches these parts off and all others on, for indexes built and queries asked from now on.
#[cfg(feature = "ablation")]
pub fn run_without(parts: &[Part]) {
    OFF.store(parts.iter().fold(0, |off, &part| off | 1 << part as u8), Ordering::Relaxed);
}

pub(crate) fn is_on(part: Part) -> bool {
    !cfg!(feature = "ablation") || OFF.load(Ordering::Relaxed) & 1 << part as u8 == 0
}
