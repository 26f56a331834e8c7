use super::{Identifier, Question};

fn read(text: &str) -> String {
    let question = Question::read(text, false);
    let identifiers = question.identifiers.iter().map(|identifier| match identifier {
        Identifier::Address(text) | Identifier::Half(text) => text.clone(),
        Identifier::Number(_) => "number".to_owned(),
    });
    let words = question.words.iter().filter(|word| word.needed).map(|word| word.text.clone());
    identifiers.chain(words).collect::<Vec<_>>().join(" ")
}

#[test]
fn addresses_numbers_and_words_are_told_apart() {
    for (text, expected) in [
        ("jane@acme.example", "jane@acme.example"),
        (" jane@acme.example. ", "jane@acme.example"),
        ("Jane Doe <jane@acme.example>", "jane@acme.example jane doe"),
        ("\"Doe, Jane\" <jane@acme.example>;", "jane@acme.example doe jane"),
        ("MAILTO:jane@acme.example?subject=Re%3A%20outage", "jane@acme.example"),
        ("[jane@acme.example](mailto:jane@acme.example)", "jane@acme.example"),
        ("From: 'jane@acme.example'", "jane@acme.example"),
        ("jane @ acme", "jane acme"),
        ("@acme", "acme"),
        ("smith@acme", "smith acme"),
        ("@acme.example", "@acme.example"),
        ("john.smith@", "john.smith@"),
        ("415-555-0156", "number"),
        ("caller 415-555-0156", "number"),
        ("+1 415 555 0156 (Jane)", "number jane"),
        ("4155550156 jane", "number jane"),
        ("Doe Jane 415-555-0156 x12", "number doe jane"),
        ("tel: 415.555.0156", "number"),
        ("555-0156 acme", "number acme"),
        ("missed call 415-555-0156 Acme Supply, Inc.", "number acme supply"),
        ("jane's phone", "janes"),
        ("who do I call at acme", "acme"),
        ("John Doe (Bell L.L.C.)", "john doe bell"),
        ("P. H. acme", "p h acme"),
        ("unit 204", "unit 204"),
        ("the", "the"),
    ] {
        assert_eq!(read(text), expected, "{text}");
    }
}
