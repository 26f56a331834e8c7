//! A rule of the policy file applies to every spelling that reads the same.

use callsheet_core::answer::words::visible;
use callsheet_core::domain::spelling::fold;
use proptest::prelude::*;

use testkit::account::{Account, person, usual_types};
use testkit::chat::Chat;

/// How one name may be stored, or written in the policy file.
const SPELLINGS: [&str; 9] = [
    "Zoë O'Hara Clinic",
    "Zoe\u{308} O'Hara Clinic",
    "ZOË O’HARA CLINIC",
    "Zoë\u{a0}O'Hara  Clinic",
    "Zo\u{200b}ë O'Hara Cli\u{ad}nic",
    "\u{feff}Zoë O\u{2bc}Hara\u{2003}Clinic\u{200f}",
    "Ｚｏë O'Hara Ｃｌｉｎｉｃ",
    "Zoë O'Hara Clini\u{2060}\u{34f}c",
    "\u{202d}Zoë O\u{2018}Hara \u{e0041}Clinic\u{202c}",
];

#[test]
fn no_spelling_escapes_a_rule_that_hides() {
    for (stored, written) in SPELLINGS.iter().flat_map(|stored| SPELLINGS.map(|written| (*stored, written))) {
        let quentin = person(1, "Quentin Quiet").at(1).of_type(1).title("Dentist").phone("4155550101");
        let recorded = usual_types(Account::default()).organization(1, stored).with(quentin.clone());
        let carried = usual_types(Account::default()).with(quentin.carrying(stored));
        for account in [recorded, carried] {
            let card = |policy: String| {
                let chat = Chat::about(&account).with_policy(&policy);
                chat.asks("contact", &[("name", "quentin quiet")]).to_string()
            };
            let redacted = card(format!("open = true\nredacted = ['''{written}''']"));
            assert!(redacted.contains("🔒") && !redacted.contains("0101"), "{stored:?} {written:?}: {redacted}");
            let excepted = card(format!("[[access]]\nexcept = ['''{written}''']"));
            assert!(!excepted.contains("Quentin"), "{stored:?} {written:?}: {excepted}");
        }
    }
}

#[test]
fn a_type_is_mapped_however_its_accents_are_composed() {
    for (stored, written) in [("Gérant", "Ge\u{301}rant"), ("Ge\u{301}rant", "Gérant"), ("Gé\u{200b}rant", "gérant")]
    {
        let account = Account::default().organization(1, "Acme").contact_type(9, stored);
        let account = account.with(person(1, "Jane Doe").at(1).of_type(9).phone("4155550101"));
        let chat = Chat::about(&account).with_policy(&format!("open = true\n[roles]\n\"{written}\" = \"departed\""));
        let card = chat.asks("contact", &[("name", "jane doe")]).to_string();
        assert!(card.contains("Former contact: the contact type is"), "{stored:?} {written:?}: {card}");
    }
}

proptest! {
    /// Names compare equal if and only if they are shown alike.
    #[test]
    fn names_that_are_shown_alike_are_compared_alike(name in r"(\PC|[\x00-\x20\u{ad}\u{200b}-\u{200f}\u{2028}-\u{202e}\u{2060}-\u{206f}\u{3164}\u{feff}\u{fff9}\u{2800}]|[a-zA-Z ]){0,12}") {
        prop_assume!(!fold(&name).is_empty());
        prop_assert_eq!(fold(&visible(&name)), fold(&name));
    }
}
