//! A contact's notes.

use callsheet_core::notes::{LONGEST, MARK_WIDTH, NoteLine, NotePiece, Notes, clean, read};
use callsheet_core::reach::hours;
use unicode_segmentation::UnicodeSegmentation;

/// Must appear nowhere.
const PLANTED: &str = "Tr0ub4dor-Planted-9";

/// The room of an excerpt and of a page, about those of a card.
const EXCERPT: usize = 200;
const PAGE: usize = 900;

/// Notes, HTML or not. They are bounded, no line is blank and no character hides; an excerpt keeps its limit, and pages
/// make up the whole; hours are quoted in the note's own words; and a password above them, behind its label, is masked.
///
/// # Panics
///
/// If one of these does not hold.
pub fn notes(data: &[u8]) {
    let raw = String::from_utf8_lossy(data);
    let notes = read(&raw);
    let text = notes.text();
    assert!(text.len() <= 8 * LONGEST, "{} bytes", text.len());
    assert_eq!(text.lines().count(), notes.lines.len(), "a piece holds no break");
    for line in &notes.lines {
        assert!(!shown(std::slice::from_ref(line)).trim().is_empty(), "a blank line");
        assert!(
            line.pieces
                .iter()
                .all(|piece| !matches!(piece, NotePiece::Plain(text) | NotePiece::Strong(text) if text.is_empty()))
        );
    }
    assert!(text.chars().all(|char| char == '\n' || !char.is_control()), "{text:?}");
    assert_eq!(clean::without_invisible(&text), text, "nothing hides");

    let (excerpt, more) = notes.excerpt(EXCERPT);
    let masks = excerpt.secrets().count();
    assert!(excerpt.text().graphemes(true).count() + masks * (MARK_WIDTH - "***".len()) <= EXCERPT);
    assert_eq!(more, notes.cut || excerpt.lines != notes.lines);
    check_pages(&notes);

    for stated in hours::find(&text).statements {
        assert!(text.contains(&stated.quote), "{:?}", stated.quote);
    }

    // The fuzzer learns the word from the comparison and writes it anywhere.
    if !text.contains(PLANTED) {
        let planted = read(&format!("Password: {PLANTED}\n{raw}"));
        assert!(!planted.text().contains(PLANTED), "a password is seen");
        assert!(planted.secrets().next().is_some());
    }
}

fn check_pages(notes: &Notes) {
    let pages = notes.page(1, PAGE).pages;
    let whole: String = (1..=pages).map(|page| shown(&notes.page(page, PAGE).lines)).collect();
    assert_eq!(whole.replace('\n', ""), shown(&notes.lines).replace('\n', ""));
}

fn shown(lines: &[NoteLine]) -> String {
    let piece = |piece: &NotePiece| match piece {
        NotePiece::Plain(text) | NotePiece::Strong(text) => text.clone(),
        NotePiece::Masked(secret) => format!("[{secret:?}]"),
    };
    lines.iter().flat_map(|line| line.pieces.iter().map(piece).chain(["\n".to_owned()])).collect()
}
