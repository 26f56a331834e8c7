//! The text between a label and its value.

use std::sync::LazyLock;

use regex::Regex;

use super::values::pattern;
use super::vocabulary::{NoteWord, PhraseRole};

/// Words between a label and its colon that are still about the label: "password for the guest network: x".
const MOST_BETWEEN: usize = 6;

/// How a value is announced, and where it may begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct LabelLink {
    pub(super) kind: LinkKind,
    pub(super) at: usize,
    /// Other words stand between, so that the label may well be about something else.
    pub(super) doubtful: bool,
    /// Only words that may be about the label stand between it and the end of the line.
    pub(super) open: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LinkKind {
    /// By a colon or the like, or the border of a cell.
    Mark,
    /// By a dash, which may also begin a remark.
    Dash,
    /// By "is".
    Is,
    None,
}

/// What closes around a label: `"password": "x"`, "(password) x".
static CLOSING: LazyLock<Regex> = LazyLock::new(|| pattern("^[)\\]\"'’”»`*_]+"));

static MARK: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^[\s*_]*(?:[:=?：＝→⇒➡|>]|\t|[-=~]+>)(?:[\s:=|>*_]*[\s:=|>])?"));

static DASH: LazyLock<Regex> = LazyLock::new(|| pattern(r"^(?: ?[–—] ?| ?[-~] )"));

/// A remark in brackets before a mark or "is".
static REMARK: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^\s*[(\[][^()\[\]\n]{1,60}[)\]](?:\s*[:=：→|–-]|\s+(?:is|ist|est|es)\b)"));

impl LabelLink {
    /// Whether the label's value certainly stands here.
    pub(super) fn is_certain(self) -> bool {
        self.kind != LinkKind::None && !self.doubtful
    }

    /// Reads on after a label, within its line. `words` are the ones that follow it.
    pub(super) fn after(text: &str, label_end: usize, stop: usize, words: &[NoteWord]) -> Self {
        let none = Self { kind: LinkKind::None, at: label_end, doubtful: false, open: false };
        let rest = |at: usize| text.get(at..stop).unwrap_or_default();
        let mut at = label_end + CLOSING.find(rest(label_end)).map_or(0, |closing| closing.len());
        let (mut between, mut about, mut doubtful) = (0, false, false);
        for (index, word) in words.iter().enumerate() {
            if word.range.start < at {
                continue;
            }
            if let Some(found) = Self::mark(text, at, stop, doubtful || (between > 2 && !about)) {
                return found;
            }
            if let Some(remark) = REMARK.find(rest(at)) {
                at += remark.as_str().rfind([')', ']']).map_or(0, |close| close + 1);
                about = true;
                if let Some(found) = Self::mark(text, at, stop, doubtful) {
                    return found;
                }
                continue;
            }
            let gap = text.get(at..word.range.start).unwrap_or_default();
            let plain = word.range.start < stop
                && gap.chars().all(|char| " '’-/&*_".contains(char))
                && !word.folded.bytes().any(|byte| byte.is_ascii_digit())
                && between < MOST_BETWEEN;
            // "On" is Finnish for "is", and more often English.
            if plain && word.is > 0 && !word.is_a(PhraseRole::Of) && !(word.is == 1 && word.is_a(PhraseRole::Filler)) {
                let end = words.get(index + word.is - 1).map_or(at, |word| word.range.end);
                let doubtful = doubtful || (between > 2 && !about);
                let marked = Self::mark(text, end, stop, doubtful).filter(|link| link.kind == LinkKind::Mark);
                return marked.unwrap_or(Self { kind: LinkKind::Is, at: end, doubtful, open: false });
            }
            let other_label =
                |role: PhraseRole| !matches!(role, PhraseRole::Locked | PhraseRole::Network | PhraseRole::Login);
            if !plain || word.label.is_some_and(|(role, _)| other_label(role)) {
                break;
            }
            about |= between == 0 && word.is_a(PhraseRole::Of);
            doubtful |= word.is_a(PhraseRole::Other) || (word.is_a(PhraseRole::Tell) && !word.is_a(PhraseRole::Of));
            between += 1;
            at = word.range.end;
        }
        let doubtful = doubtful || (between > 2 && !about);
        let nothing = rest(at).trim().is_empty();
        let at_end = if between == 0 && nothing { stop } else { label_end };
        let end = Self { at: at_end, open: nothing, ..none };
        Self::mark(text, at, stop, doubtful).unwrap_or(end)
    }

    fn mark(text: &str, at: usize, stop: usize, doubtful: bool) -> Option<Self> {
        let rest = text.get(at..stop)?;
        let (kind, found) = MARK
            .find(rest)
            .map(|found| (LinkKind::Mark, found))
            .or_else(|| DASH.find(rest).map(|found| (LinkKind::Dash, found)))?;
        Some(Self { kind, at: at + found.len(), doubtful, open: false })
    }
}
