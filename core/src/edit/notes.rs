//! Edits notes by their lines, and leaves every line that the caller did not touch as IT Glue has it: HTML, machine markers,
//! masked secrets.
//!
//! The raw text is cut into pieces that each read as whole lines. A piece whose lines all stay goes back as it came; where
//! one of its lines changes, its lines are written anew as plain text or paragraphs.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::notes::{self, NotePiece, Notes, is_html};

/// The longest notes that a form can hold: Discord's limit for a text.
pub const LONGEST: usize = 4000;

/// Why an edit of notes cannot be carried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// Somebody else has changed the same lines.
    Conflict,
    /// A line with a masked secret would have to be written anew, without it.
    Hidden,
}

/// The end of an element after which a text can be cut.
const ENDS: [&str; 14] = [
    "</p>", "</div>", "</ul>", "</ol>", "</table>", "</h1>", "</h2>", "</h3>", "</h4>", "</h5>", "</h6>", "<br>",
    "<br/>", "<br />",
];

/// A piece of the raw text, and the lines it reads as.
struct Piece {
    raw: String,
    lines: Vec<String>,
    is_hidden: bool,
}

/// The lines of notes, as a form shows them.
pub fn text(raw: &str) -> String {
    notes::read(raw).text()
}

/// Whether a form can hold these notes.
pub fn fits(raw: &str) -> bool {
    !notes::read(raw).cut && text(raw).encode_utf16().count() <= LONGEST
}

/// The raw notes after what led from the lines shown to those given; `forced` goes over what others have changed.
pub fn apply(shown: &str, given: &str, raw: &str, forced: bool) -> Result<String, Refused> {
    let html = is_html(raw);
    let pieces = pieces(raw, html);
    let now: Vec<&str> = pieces.iter().flat_map(|piece| &piece.lines).map(String::as_str).collect();
    let (shown, given) = (lines_of(shown), lines_of(given));
    let wanted = merged(&shown, &given, &now, forced)?;
    let mut text = String::new();
    let (mut at, mut next) = (0, 0);
    for piece in &pieces {
        let end = at + piece.lines.len();
        // What is new stands before the piece whose first line comes next.
        while let Some(Wanted::New(line)) = wanted.get(next) {
            push_line(&mut text, line, html);
            next += 1;
        }
        let kept = (at..end)
            .zip(wanted.get(next..).unwrap_or_default())
            .take_while(|(line, wanted)| **wanted == Wanted::Kept(*line));
        if kept.count() == piece.lines.len() {
            text.push_str(&piece.raw);
            next += piece.lines.len();
        } else {
            if piece.is_hidden {
                return Err(Refused::Hidden);
            }
            while let Some(one) = wanted.get(next) {
                match one {
                    Wanted::Kept(line) if *line >= end => break,
                    Wanted::Kept(line) => push_line(&mut text, now[*line], html),
                    Wanted::New(line) => push_line(&mut text, line, html),
                }
                next += 1;
            }
        }
        at = end;
    }
    for rest in wanted.get(next..).unwrap_or_default() {
        if let Wanted::New(line) = rest {
            push_line(&mut text, line, html);
        }
    }
    Ok(if html { text } else { text.trim_end_matches('\n').to_owned() })
}

/// A line of the notes to be: one that is there, or a new one.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Wanted<'a> {
    Kept(usize),
    New(&'a str),
}

fn lines_of(text: &str) -> Vec<&str> {
    text.lines().map(str::trim_end).filter(|line| !line.trim().is_empty()).collect()
}

/// The lines that are there now, with what the caller changed of those shown.
fn merged<'a>(shown: &[&str], given: &[&'a str], now: &[&str], forced: bool) -> Result<Vec<Wanted<'a>>, Refused> {
    // Where each line shown is now.
    let mut places: Vec<Option<usize>> = vec![None; shown.len()];
    for op in capture_diff_slices(Algorithm::Myers, shown, now) {
        if let DiffOp::Equal { old_index, new_index, len } = op {
            (0..len).for_each(|step| places[old_index + step] = Some(new_index + step));
        }
    }
    let mut keep = vec![true; now.len()];
    // What is new, before the line that is there now.
    let mut new: Vec<(usize, &str)> = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, shown, given) {
        let (old, added) = match op {
            DiffOp::Equal { .. } => continue,
            DiffOp::Delete { old_index, old_len, .. } => (old_index..old_index + old_len, 0..0),
            DiffOp::Insert { old_index, new_index, new_len } => (old_index..old_index, new_index..new_index + new_len),
            DiffOp::Replace { old_index, old_len, new_index, new_len } => {
                (old_index..old_index + old_len, new_index..new_index + new_len)
            }
        };
        let before = || places[..old.end].iter().rev().find_map(|place| place.map(|place| place + 1));
        let position = before().unwrap_or(if old.start == 0 { 0 } else { now.len() });
        for line in old.clone() {
            match places[line] {
                Some(place) => keep[place] = false,
                None if forced => {}
                None => return Err(Refused::Conflict),
            }
        }
        new.extend(given[added].iter().map(|line| (position, *line)));
    }
    let mut wanted = Vec::new();
    for place in 0..=now.len() {
        wanted.extend(new.iter().filter(|(at, _)| *at == place).map(|(_, line)| Wanted::New(line)));
        wanted.extend(keep.get(place).filter(|keep| **keep).map(|_| Wanted::Kept(place)));
    }
    Ok(wanted)
}

/// The raw text in pieces, none of which begins or ends within a line; the whole of it where it cannot be cut.
fn pieces(raw: &str, html: bool) -> Vec<Piece> {
    let parts: Vec<&str> = if html { html_parts(raw) } else { raw.split_inclusive('\n').collect() };
    let pieces: Vec<Piece> = parts.into_iter().map(Piece::of).collect();
    let whole = Piece::of(raw);
    let in_parts: Vec<&String> = pieces.iter().flat_map(|piece| &piece.lines).collect();
    if in_parts == whole.lines.iter().collect::<Vec<_>>() { pieces } else { vec![whole] }
}

impl Piece {
    fn of(raw: &str) -> Self {
        let notes: Notes = notes::read(raw);
        let is_hidden =
            notes.lines.iter().flat_map(|line| &line.pieces).any(|piece| matches!(piece, NotePiece::Masked(_)));
        let text = notes.text();
        let lines = lines_of(&text).into_iter().map(str::to_owned).collect();
        Self { raw: raw.to_owned(), lines, is_hidden }
    }
}

/// HTML cut after each element that ends a line.
fn html_parts(raw: &str) -> Vec<&str> {
    let lower = raw.to_ascii_lowercase();
    let mut parts = Vec::new();
    let mut from = 0;
    while let Some(end) = ENDS.iter().filter_map(|end| lower[from..].find(end).map(|at| from + at + end.len())).min() {
        parts.push(&raw[from..end]);
        from = end;
    }
    parts.push(&raw[from..]);
    parts.retain(|part| !part.is_empty());
    parts
}

fn push_line(text: &mut String, line: &str, html: bool) {
    if html {
        let escaped = line.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        text.push_str("<p>");
        text.push_str(&escaped);
        text.push_str("</p>");
    } else {
        if !text.is_empty() && !text.ends_with('\n') {
            text.push('\n');
        }
        text.push_str(line);
        text.push('\n');
    }
}
