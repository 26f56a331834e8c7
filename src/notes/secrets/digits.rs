//! Codes, numbers of cards and accounts: digits behind a label.

use std::ops::Range;

use super::labelled::Scan;
use super::link::{Kind, Link};
use super::values;
use super::words::folded;
use crate::notes::Secret;

/// Digits of the shortest code.
const FEWEST: usize = 3;

/// Digits of the longest code of a door or an alarm. More may be hours ("0800-1700") or a number to call.
const MOST: usize = 6;

/// The digits right behind a label, else those in what is left of its sentence that are no number of another kind.
pub(super) fn nearby(scan: &mut Scan<'_>, secret: Secret, link: Link, stop: usize) {
    let from = next(scan, secret, link, stop);
    // More codes of the same length are codes, too, even where they look like numbers to call.
    let length = scan.part(&(link.at..from)).bytes().filter(u8::is_ascii_digit).count();
    let runs: Vec<Range<usize>> = scan.runs(from, stop).collect();
    let mut before = String::new();
    let mut at = 0;
    while let Some(run) = runs.get(at) {
        let group = group(scan, &runs, at);
        let digits = count(scan, group);
        let text = scan.part(run);
        let is_phone = digits > MOST
            && digits != length
            && group
                .iter()
                .any(|run| values::is_phone(scan.part(run).trim_matches(values::is_edge)) || group.len() > 1);
        let coded = digits >= FEWEST || (digits > 0 && text.contains(['#', '*']));
        if coded
            && !is_phone
            && !values::is_numbered(&before)
            && (digits == length || !values::is_ordinary(text))
            && is_code(text)
        {
            for run in group {
                let value = scan.value(run);
                scan.take(secret, value);
            }
        }
        if at > 0 && text.ends_with('.') && group.len() <= 1 {
            return;
        }
        before = folded(text);
        at += group.len().max(1);
    }
}

/// The digits right behind a label. Gives where to read on.
pub(super) fn next(scan: &mut Scan<'_>, secret: Secret, link: Link, stop: usize) -> usize {
    let runs: Vec<Range<usize>> = scan.runs(link.at, stop).collect();
    let Some(first) = runs.first() else { return stop };
    let text = scan.part(first);
    // A word in capitals is a code as well, behind a colon.
    let capitals =
        text.chars().filter(|char| char.is_uppercase()).count() >= 4 && !text.chars().any(char::is_lowercase);
    let announced = link.kind != Kind::None && !link.doubtful;
    let worded = values::is_odd(text) && !text.starts_with(|char: char| char.is_ascii_digit()) && !is_code(text);
    if !link.doubtful && !values::is_ordinary(text) && ((announced && capitals) || worded) {
        let value = scan.value(first);
        scan.take(secret, value);
        return first.end;
    }
    let group = group(scan, &runs, 0);
    let digits = count(scan, group);
    let enough =
        digits >= FEWEST || (digits > 0 && (announced || group.iter().any(|run| scan.part(run).contains(['#', '*']))));
    // "12-34-56" may be a date, but not right here.
    let ordinary = values::is_ordinary(text) && (digits <= FEWEST || text.contains([':', '+', '(']));
    let Some(last) = group.last().filter(|_| enough && !link.doubtful && !ordinary) else { return link.at };
    let range = first.start..scan.value(last).end;
    let end = last.end;
    scan.take(secret, range);
    end
}

/// A few digits behind the name of a thing that has a code, if they are announced or have a "#".
pub(super) fn few(scan: &mut Scan<'_>, link: Link, stop: usize) {
    let runs: Vec<Range<usize>> = scan.runs(link.at, stop).collect();
    let group = group(scan, &runs, 0);
    let digits = count(scan, group);
    let keyed = group.iter().any(|run| scan.part(run).contains(['#', '*']));
    let Some((first, last)) = group.first().zip(group.last()) else { return };
    let announced = link.kind != Kind::None && !link.doubtful;
    let text = scan.part(first);
    let fits = (FEWEST..=MOST).contains(&digits) && !text.contains([':', '+', '(']) && !text.starts_with('x');
    if fits && (keyed || announced || (digits >= 4 && group.len() == 1 && link.at < first.start && !link.doubtful)) {
        let range = first.start..scan.value(last).end;
        scan.take(Secret::Code, range);
    }
}

/// The runs that belong together as one number: with digits in them, or the marks and spaces between.
fn group<'a>(scan: &Scan<'_>, runs: &'a [Range<usize>], at: usize) -> &'a [Range<usize>] {
    let mut end = at;
    let mut last = at;
    for (index, run) in runs.iter().enumerate().skip(at) {
        let text = scan.part(run);
        let phone = index > at && values::is_phone(text.trim_matches(values::is_edge));
        let numeric = text.chars().any(|char| char.is_ascii_digit()) && is_code(text) && !phone;
        let mark = index > at && text.chars().all(|char| "#*-–".contains(char));
        if !numeric && !mark {
            break;
        }
        end = index + 1;
        if numeric || text.contains(['#', '*']) {
            last = end;
        }
        if text.ends_with([',', ';', '.', ')']) {
            break;
        }
    }
    runs.get(at..last.min(end)).unwrap_or_default()
}

fn count(scan: &Scan<'_>, runs: &[Range<usize>]) -> usize {
    runs.iter().map(|run| scan.part(run).bytes().filter(u8::is_ascii_digit).count()).sum()
}

/// Whether a run is written as codes are: digits, marks, hardly any letters.
fn is_code(text: &str) -> bool {
    let core = text.trim_matches(values::is_edge);
    let letters = core.chars().filter(|char| char.is_alphabetic()).count();
    letters <= core.chars().filter(char::is_ascii_digit).count()
        && core.chars().all(|char| char.is_alphanumeric() || "#*+-./–()&".contains(char))
}
