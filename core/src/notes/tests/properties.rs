//! Properties of any notes.

use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

use super::super::{NotePiece, Notes, read};
use super::{all, shown};

const LABELS: [&str; 42] = [
    "password",
    "Passwords",
    "pw",
    "pwd",
    "passcode",
    "passphrase",
    "Passwort",
    "Kennwort",
    "Adminpasswort",
    "mot de passe",
    "mdp",
    "contraseña",
    "clave",
    "secret",
    "API key",
    "api_key",
    "client secret",
    "access token",
    "recovery key",
    "Wi-Fi key",
    "psk",
    "license key",
    "API-Schlüssel",
    "clé API",
    "token",
    "key",
    "PIN",
    "door code",
    "alarm code",
    "gate code",
    "safe combination",
    "access code",
    "Türcode",
    "Zugangscode",
    "code d'alarme",
    "code de la porte",
    "digicode",
    "código de la puerta",
    "code",
    "creds",
    "credentials",
    "user/pass",
];

const LINKS: [&str; 16] =
    [": ", ":", " = ", "=", " is ", " - ", " – ", " -> ", " ", ":\n", "\n", ": \"", " (", " | ", " est ", " : "];

const SURROUNDINGS: [&str; 19] = [
    "",
    " ",
    "\n",
    "Call Jane first. ",
    ", ",
    "M-F 9-5\n",
    " (",
    "| ",
    "415-555-0100 ",
    "• ",
    "< ",
    "&",
    "\u{200b}",
    "日本 ",
    "QR ",
    "product ",
    "guest ",
    "cliente ",
    "Call for the ",
];

/// Invisible characters and markup that may stand inside a word.
const INSIDE: [&str; 9] =
    ["", "\u{200b}", "\u{ad}", "\u{feff}", "\u{202e}", "<b>", "</b>", "<!-- x -->", "<span style='x'>"];

/// A secret that is no word, with something invisible inside.
fn planted() -> impl Strategy<Value = (String, String)> {
    let pieces = ("[A-Z][a-z]{2,5}", "[a-z]{2,4}[0-9]{3,4}", "[!#$%+*]?");
    (pieces, prop::sample::select(&INSIDE[..]), prop::sample::select(&INSIDE[..]))
        .prop_map(|((one, two, three), a, b)| (format!("{one}{two}{three}"), format!("{one}{a}{two}{b}{three}")))
}

fn surrounding() -> impl Strategy<Value = String> {
    prop_oneof![prop::sample::select(&SURROUNDINGS[..]).prop_map(str::to_owned), "[a-z ,.\n]{0,20}"]
}

/// All readable text of the notes.
fn outputs(notes: &Notes) -> String {
    let pages: Vec<String> = (1..=notes.page(1, 60).pages).map(|page| all(&notes.page(page, 60).lines)).collect();
    format!("{}\n{}\n{}\n{}\n{notes:?}", shown(notes), notes.text(), shown(&notes.excerpt(200).0), pages.join("\n"))
}

fn is_blank(notes: &Notes) -> bool {
    notes.text().trim().is_empty()
}

proptest! {
    #[test]
    fn any_text_can_be_read(raw in any::<String>(), limit in 0..40usize, page in 0..5usize, room in 0..200usize) {
        let notes = read(&raw);
        prop_assert!(notes.excerpt(limit).0.text().len() <= notes.text().len());
        prop_assert!(notes.page(page, room).pages >= 1);
    }

    #[test]
    fn any_markup_can_be_read(raw in "(<|>|/|b|p|td|tr|table|li|ul|a href=|\"|&|amp;|#|x|password|PIN|:|=|\\||4471| |\n|é|🔑|\u{200d}){0,60}") {
        let notes = read(&raw);
        prop_assert!(notes.lines.iter().all(|line| !line.pieces.is_empty()));
        prop_assert!(notes.excerpt(10_000).0 == notes || is_blank(&notes));
    }

    #[test]
    fn a_planted_secret_is_in_no_output(
        before in surrounding(),
        label in prop::sample::select(&LABELS[..]),
        link in prop::sample::select(&LINKS[..]),
        (secret, written) in planted(),
        after in surrounding(),
    ) {
        let apart = if after.starts_with(|char: char| char.is_alphanumeric() || char == '.') { " " } else { "" };
        let before = if before.ends_with(|char: char| char.is_alphanumeric()) { before + " " } else { before };
        let raw = format!("{before}{label}{link}{written}{apart}{after}");
        let seen = outputs(&read(&raw));
        prop_assert!(!seen.contains(&secret), "{raw:?}\n{seen}");
    }

    #[test]
    fn a_planted_code_is_in_no_output(
        before in surrounding(),
        label in prop::sample::select(&["PIN", "door code", "alarm code", "Türcode", "code d'alarme", "digicode", "código de la puerta", "SSN"][..]),
        link in prop::sample::select(&LINKS[..]),
        code in "[0-9]{4,8}#?",
        after in surrounding(),
    ) {
        prop_assume!(!before.contains(&code) && !after.contains(&code));
        let before = if before.ends_with(|char: char| char.is_alphanumeric()) { before + " " } else { before };
        let raw = format!("{before}{label}{link}{code} {after}");
        let seen = outputs(&read(&raw));
        prop_assert!(!seen.contains(&code), "{raw:?}\n{seen}");
    }

    #[test]
    fn an_excerpt_keeps_its_limit(raw in "([a-zé👩🏽🔑:*]{1,30}[ \n]){0,20}(PIN 4471\n)?", limit in 0..200usize) {
        let notes = read(&raw);
        let (excerpt, more) = notes.excerpt(limit);
        let masks = excerpt.secrets().count();
        let text = excerpt.text();
        prop_assert!(text.graphemes(true).count() + masks * (super::super::MARK_WIDTH - 3) <= limit);
        prop_assert_eq!(more, excerpt.lines != notes.lines);
    }

    #[test]
    fn pages_keep_their_limit_and_make_up_the_whole(raw in "([a-zé👩🏽🔑:*<b>]{1,30}[ \n]){0,20}(PIN 4471\n)?", room in 60..300usize) {
        let notes = read(&raw);
        let pages = notes.page(1, room).pages;
        let mut whole = String::new();
        for number in 1..=pages {
            let page = notes.page(number, room);
            let shown = all(&page.lines);
            let escapes = page.lines.iter().flat_map(|line| &line.pieces).map(|piece| match piece {
                NotePiece::Plain(text) | NotePiece::Strong(text) => text.chars().filter(char::is_ascii_punctuation).count(),
                NotePiece::Masked(_) => 0,
            });
            prop_assert!(shown.encode_utf16().count() + escapes.sum::<usize>() <= room);
            prop_assert_eq!(page.page, number);
            whole.push_str(&shown);
        }
        let bare = |text: &str| text.replace(['\n', '*'], "");
        prop_assert_eq!(bare(&whole), bare(&shown(&notes)));
    }
}
