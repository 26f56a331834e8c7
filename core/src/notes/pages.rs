//! Notes in parts: the beginning for a card, pages for the rest.

use std::collections::VecDeque;

use unicode_segmentation::UnicodeSegmentation;

use super::{NoteLine, NotePiece, Notes};

/// Room reserved for each mask's sentence, in characters: about its longest form in any language.
pub const MARK_WIDTH: usize = 40;

/// Bytes to look back for a space to cut at.
const NEAR: usize = 32;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextPage {
    pub lines: Vec<NoteLine>,
    /// Its number, from 1.
    pub page: usize,
    /// At least 1.
    pub pages: usize,
}

impl Notes {
    /// The beginning: at most `limit` visible characters, with the breaks between lines and [`MARK_WIDTH`] for each
    /// mask. Also says whether there is more.
    pub fn excerpt(&self, limit: usize) -> (Self, bool) {
        let mut rest: VecDeque<NoteLine> = self.lines.iter().cloned().collect();
        let lines = take(&mut rest, limit, &SEEN, true);
        let more = self.cut || !rest.is_empty();
        (Self { lines, cut: more }, more)
    }

    /// A page by its number from 1, the last one where there are fewer. It has at most `per_page` UTF-16 units, unless
    /// it is a single character or mask.
    ///
    /// The count is that of a chat message: escaped signs twice, and room for the marks around bold text.
    pub fn page(&self, page: usize, per_page: usize) -> TextPage {
        let mut rest: VecDeque<NoteLine> = self.lines.iter().cloned().collect();
        let mut pages = Vec::new();
        while !rest.is_empty() {
            let mut lines = take(&mut rest, per_page, &WRITTEN, false);
            if lines.is_empty() {
                lines.extend(first(&mut rest));
            }
            pages.push(lines);
        }
        let count = pages.len().max(1);
        let page = page.clamp(1, count);
        TextPage { lines: pages.into_iter().nth(page - 1).unwrap_or_default(), page, pages: count }
    }
}

struct Measure {
    grapheme: fn(&str) -> usize,
    /// The extra room of an emphasized piece.
    strong: usize,
}

const SEEN: Measure = Measure { grapheme: |_| 1, strong: 0 };

const WRITTEN: Measure = Measure {
    grapheme: |grapheme| grapheme.chars().map(|char| char.len_utf16() + usize::from(char.is_ascii_punctuation())).sum(),
    // Two asterisks on either side.
    strong: 4,
};

impl Measure {
    /// The room left after a line, `None` where it does not fit. It reads no further than the room goes: a line may be
    /// a hundred pages long, and the rest of it is measured again for each.
    fn after_line(&self, line: &NoteLine, room: usize) -> Option<usize> {
        line.pieces.iter().try_fold(room, |room, piece| self.after_piece(piece, room))
    }

    fn after_piece(&self, piece: &NotePiece, room: usize) -> Option<usize> {
        match piece {
            NotePiece::Plain(text) => self.after_text(text, room),
            NotePiece::Strong(text) => self.after_text(text, room.checked_sub(self.strong)?),
            NotePiece::Masked(_) => room.checked_sub(MARK_WIDTH),
        }
    }

    fn after_text(&self, text: &str, room: usize) -> Option<usize> {
        text.graphemes(true).try_fold(room, |room, grapheme| room.checked_sub((self.grapheme)(grapheme)))
    }
}

/// Takes lines as far as there is room. With `fill`, a line is cut where the room ends; otherwise only if it is too
/// long for any page.
fn take(rest: &mut VecDeque<NoteLine>, room: usize, measure: &Measure, fill: bool) -> Vec<NoteLine> {
    let mut taken: Vec<NoteLine> = Vec::new();
    let mut left = room;
    while let Some(line) = rest.pop_front() {
        let Some(space) = left.checked_sub(usize::from(!taken.is_empty())) else {
            rest.push_front(line);
            break;
        };
        if let Some(still) = measure.after_line(&line, space) {
            left = still;
            taken.push(line);
            continue;
        }
        if fill || measure.after_line(&line, room).is_none() {
            let (head, tail) = cut(line, space, measure);
            rest.push_front(tail);
            taken.extend(Some(head).filter(|head| !head.pieces.is_empty()));
        } else {
            rest.push_front(line);
        }
        break;
    }
    taken
}

/// Cuts a line that is longer than the room.
fn cut(line: NoteLine, room: usize, measure: &Measure) -> (NoteLine, NoteLine) {
    let (mut head, mut tail) = (NoteLine::default(), NoteLine::default());
    let mut left = Some(room);
    for piece in line.pieces {
        let fits = left.and_then(|left| measure.after_piece(&piece, left));
        if fits.is_some() {
            left = fits;
            head.pieces.push(piece);
            continue;
        }
        let (kind, text, room): (fn(String) -> NotePiece, _, _) = match (piece, left.take()) {
            (NotePiece::Plain(text), Some(left)) => (NotePiece::Plain, text, left),
            (NotePiece::Strong(text), Some(left)) => (NotePiece::Strong, text, left.saturating_sub(measure.strong)),
            (piece, _) => {
                tail.pieces.push(piece);
                continue;
            }
        };
        let (before, after) = text.split_at(cut_at(&text, room, measure));
        head.pieces.extend((!before.is_empty()).then(|| kind(before.to_owned())));
        tail.pieces.extend((!after.is_empty()).then(|| kind(after.to_owned())));
    }
    (head, tail)
}

/// Where to cut a text: between two words if that is near, else between two characters.
fn cut_at(text: &str, room: usize, measure: &Measure) -> usize {
    let mut left = room;
    let mut end = 0;
    for (at, grapheme) in text.grapheme_indices(true) {
        let Some(still) = left.checked_sub((measure.grapheme)(grapheme)) else { break };
        left = still;
        end = at + grapheme.len();
    }
    let head = text.get(..end).unwrap_or_default();
    // A space stays with the word before it, so that the parts make up the whole.
    head.rfind(' ').map(|space| space + 1).filter(|space| end - space <= NEAR).unwrap_or(end)
}

/// The first character, or mask, of the rest.
fn first(rest: &mut VecDeque<NoteLine>) -> Option<NoteLine> {
    let mut line = rest.pop_front()?;
    let (head, whole) = match line.pieces.first_mut()? {
        NotePiece::Plain(text) | NotePiece::Strong(text) => {
            let end = text.graphemes(true).next().map_or(text.len(), str::len);
            let tail = text.split_off(end);
            let piece = std::mem::replace(text, tail);
            let is_empty = text.is_empty();
            (NotePiece::Plain(piece), is_empty)
        }
        NotePiece::Masked(secret) => (NotePiece::Masked(*secret), true),
    };
    if whole {
        line.pieces.remove(0);
    }
    if !line.pieces.is_empty() {
        rest.push_front(line);
    }
    Some(NoteLine { pieces: vec![head] })
}
