//! The share of secrets hidden and of other text readable, on lines made without the masker.

use serde::Deserialize;

use super::super::read;

/// Required, in percent. Measured: 560 of 564, and 560 of 565.
const RECALL: usize = 99;
const PRECISION: usize = 90;

#[derive(Deserialize)]
struct Labelled {
    text: String,
    secret: Vec<String>,
    plain: Vec<String>,
}

/// Recall: the percent of secrets hidden. Precision: the percent of secrets among the judged passages that are hidden.
///
/// A passage is hidden if it cannot be read as it stands in the line.
#[test]
fn labelled_secrets_are_hidden_and_the_rest_is_readable() {
    let lines = include_str!("../../../../tests/data/notes_labelled.jsonl").lines();
    let (mut secrets, mut hidden, mut lost) = (0, 0, 0);
    for line in lines {
        let line: Labelled = serde_json::from_str(line).unwrap();
        let shown = read(&line.text).text();
        let unseen = |passages: &[String]| passages.iter().filter(|passage| !shown.contains(passage.as_str())).count();
        secrets += line.secret.len();
        hidden += unseen(&line.secret);
        lost += unseen(&line.plain);
    }
    let (recall, precision) = (hidden * 100 / secrets, hidden * 100 / (hidden + lost));
    assert!(
        recall >= RECALL && precision >= PRECISION,
        "recall {hidden} of {secrets}, precision {hidden} of {}",
        hidden + lost
    );
}
