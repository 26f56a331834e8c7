//! What is wrong with an answer to a case.

use fancy_regex::Regex;

use super::Case;

/// What a required answer lacks and what it must not contain; empty if the answer is right.
pub(super) fn faults(case: &Case, answer: &str) -> Vec<String> {
    let read = as_read(answer);
    let says = |pattern: &String| Regex::new(&format!("(?im){pattern}")).unwrap().is_match(&read).unwrap();
    let lacks = case.must.iter().filter(|pattern| !says(pattern)).map(|pattern| format!("  lacks {pattern}"));
    let has = case.must_not.iter().filter(|pattern| says(pattern)).map(|pattern| format!("  has {pattern}"));
    lacks.chain(has).collect()
}

/// An answer as read: without invisible characters, wrapped lines joined, plain dashes and blanks.
fn as_read(answer: &str) -> String {
    let plain = |char: char| match char {
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '\u{a0}' | '\u{2007}' | '\u{202f}' => ' ',
        other => other,
    };
    let visible: String = answer.chars().filter(|char| !is_unseen(*char)).map(plain).collect();
    // A wrapped line continues after three blanks.
    visible.replace("\n   ", " ")
}

/// Characters that are never drawn: joiners, direction marks, variation selectors, tags.
fn is_unseen(char: char) -> bool {
    matches!(
        char,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}'
    )
}

#[test]
fn an_answer_is_judged_as_it_is_read() {
    let answer = "Phone: +1\u{a0}415\u{2011}555\n   \u{200b}0100\nnext";
    assert_eq!(as_read(answer), "Phone: +1 415-555 0100\nnext");
}

#[test]
fn an_answer_is_wrong_by_missing_or_forbidden_words() {
    let case = |must: &str, must_not: &str| Case {
        id: String::new(),
        kind: String::new(),
        situation: String::new(),
        records: super::CaseRecords::default(),
        now: None,
        ask: String::new(),
        must: vec![must.to_owned()],
        must_not: vec![must_not.to_owned()],
    };
    assert_eq!(faults(&case("^jane", "closed(?! on)"), "Dr\nJane\nclosed on Sunday"), [""; 0]);
    assert_eq!(faults(&case("^doe", "CLOSED"), "Jane Doe\nclosed"), ["  lacks ^doe", "  has CLOSED"]);
}
