//! A suggestion's text sent back as text: some Discord clients send it instead of the suggestion's value.

use jiff::Timestamp;

use crate::answer::language::Language;
use crate::answer::text::plain;

const BETWEEN: &str = " · ";

/// The end of a suggestion that was cut.
const CUT: char = '…';

/// Marks in suggestions that say nothing about whom they name.
const MARKS: [&str; 4] = ["vip-mark", "entry-departed", "entry-no-phone", "entry-unreachable"];

/// What a suggestion names, without the marks beside it; any other text as it is.
pub(in crate::features) fn without_marks(text: &str, language: Language) -> String {
    if !text.contains(BETWEEN) && !text.ends_with(CUT) {
        return text.to_owned();
    }
    let marks = MARKS.map(|mark| plain(&language.say(mark), Timestamp::UNIX_EPOCH));
    let is_mark = |part: &&str| !marks.iter().any(|mark| mark == part) && !part.starts_with('★');
    let kept: Vec<&str> = parts(text).filter(is_mark).collect();
    kept.join(BETWEEN)
}

pub(in crate::features) fn name(text: &str) -> Option<&str> {
    text.contains(BETWEEN).then(|| parts(text).next()).flatten()
}

/// The parts, without a last word that was cut off.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    let whole = match text.strip_suffix(CUT) {
        Some(cut) => cut.rsplit_once(' ').map_or("", |(whole, _)| whole),
        None => text,
    };
    whole.split(BETWEEN).map(|part| part.trim().trim_end_matches('·').trim())
}
