use proptest::prelude::*;

use super::*;

#[test]
fn names_that_read_alike_are_the_same() {
    for (one, other) in [
        ("Acme Corporation", "  acme \t CORPORATION "),
        ("Zoë Clinic", "Zoe\u{308} Clinic"),
        ("Quiet Clinic", "Qui\u{200b}et\u{ad} \u{2060}Clinic\u{feff}"),
        ("Quiet Clinic", "\u{202e}Quiet\u{a0}Clinic\u{2069}"),
        ("Quiet Clinic", "Ｑｕｉｅｔ　Ｃｌｉｎｉｃ"),
        ("Quiet Clinic", "Quiet\u{0}Clinic"),
        ("Quiet", "Qui\u{2800}et"),
        ("Finest", "ﬁneſt"),
        ("Straße", "STRASSE"),
        ("STRAẞE", "strasse"),
        ("ΟΔΟΣ", "οδος"),
        ("O'Brien & Co", "O’Brien & Co"),
        ("O'Brien & Co", "O`Brien & Co"),
        ("O`Brien & Co", "O`Brien & Co\u{2028}"),
        ("Smith-Jones", "Smith\u{2011}Jones"),
        ("Smith - Jones", "Smith – Jones"),
        ("Café №5", "CAFE\u{301} No5"),
        ("한국", "\u{1112}\u{1161}\u{11ab}\u{1100}\u{116e}\u{11a8}"),
    ] {
        assert_eq!(fold(one), fold(other), "{one:?} {other:?}");
    }
}

#[test]
fn names_that_read_otherwise_differ() {
    for (one, other) in [
        ("Acme", "Acne"),
        ("Quiet Clinic", "QuietClinic"),
        ("Zoë", "Zoe"),
        ("Smith-Jones", "Smith Jones"),
        ("OBrien", "O'Brien"),
        ("山田", "山本"),
    ] {
        assert_ne!(fold(one), fold(other), "{one:?} {other:?}");
    }
}

#[test]
fn an_invisible_text_is_no_name() {
    for nothing in ["", " ", "\u{200b}\u{3164}", "\u{2800}\u{0}\u{e0041}"] {
        assert_eq!(fold(nothing), "", "{nothing:?}");
    }
}

proptest! {
    #[test]
    fn folding_twice_is_folding_once(name in any::<String>()) {
        let folded = fold(&name);
        prop_assert_eq!(fold(&folded), folded.clone());
        prop_assert_eq!(fold(&name.nfd().collect::<String>()), folded.clone());
        prop_assert_eq!(fold(&name.nfc().collect::<String>()), folded);
    }
}
