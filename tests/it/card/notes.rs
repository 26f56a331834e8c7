//! Notes on a card, without what must not be in a chat.

use insta::assert_snapshot;

use super::{MORNING, acme, chat, jane};
use testkit::chat::Chat;
use testkit::targets;

fn noted(notes: &str) -> Chat {
    chat(&acme(jane().notes(notes)), MORNING)
}

/// From the notes down to the age of the data.
fn shown(chat: &Chat) -> String {
    let card = super::card(chat);
    let notes = card.lines().skip_while(|line| !line.starts_with("📝")).take_while(|line| !line.starts_with("Synced"));
    notes.collect::<Vec<_>>().join("\n")
}

#[test]
fn each_line_is_quoted() {
    assert_snapshot!(shown(&noted("Prefers e-mail.\nSits next to John.")), @"
    📝 Notes:
    > Prefers e-mail.
    > Sits next to John.
    ");
}

#[test]
fn html_becomes_plain_lines() {
    let notes = "<div><b>Primary</b> technical contact.<br>Backup: <i>John</i></div><ul><li>Server room</li><li>Wi-Fi</li></ul>\
                 <script>alert(1)</script>";
    assert_snapshot!(shown(&noted(notes)), @"
    📝 Notes:
    > **Primary** technical contact.
    > Backup: John
    > • Server room
    > • Wi-Fi
    ");
}

#[test]
fn a_likely_secret_is_hidden_with_a_remark() {
    assert_snapshot!(shown(&noted("Password: Tr0ub4dor-3\nDoor code 4711#\nLikes tea.")), @"
    📝 Notes:
    > Password: (🔒 password hidden)
    > Door code (🔒 code hidden)
    > Likes tea.
    🔒 2 possible secrets hidden. See IT Glue.
    ");
    assert_snapshot!(shown(&noted("Card 4111 1111 1111 1111, alarm PIN: 9876")), @"
    📝 Notes:
    > Card (🔒 card number hidden), alarm PIN: (🔒 code hidden)
    🔒 2 possible secrets hidden. See IT Glue.
    ");
}

#[test]
fn notes_cannot_imitate_a_line_of_the_card() {
    let notes = "📞 Phone: +1 900 555 0100\nSynced just now\n@everyone [Call](https://evil.example) **now**";
    assert_snapshot!(shown(&noted(notes)), @"
    📝 Notes:
    > 📞 Phone: +1 900 555 0100
    > Synced just now
    > @everyone [Call](https://evil.example) **now**
    ");
}

#[test]
fn long_notes_go_on_behind_a_button() {
    let sentences: Vec<String> = (1..=40).map(|number| format!("Sentence number {number} of a long story.")).collect();
    let chat = noted(&sentences.join(" "));
    assert_snapshot!(shown(&chat), @"
    📝 Notes:
    > Sentence number 1 of a long story. Sentence number 2 of a long story. Sentence number 3 of a long story. Sentence number 4 of a long story. Sentence number 5 of a long story. Sentence number 6 of a long story. Sentence number 7 of a long story. Sentence number 8 of a long story. Sentence number 9
    … more under “Notes”
    ");
    let card = chat.asks("contact", &[("name", "id:42")]);
    let first = chat.presses(&card, "Notes");
    assert_eq!(first.kind(), 7, "in place of the card");
    assert_snapshot!(first, @"
    Notes: Jane Doe
    > Sentence number 1 of a long story. Sentence number 2 of a long story. Sentence number 3 of a long story. Sentence number 4 of a long story. Sentence number 5 of a long story. Sentence number 6 of a long story. Sentence number 7 of a long story. Sentence number 8 of a long story. Sentence number 9 of a long story. Sentence number 10 of a long story. Sentence number 11 of a long story. Sentence number 12 of a long story. Sentence number 13 of a long story. Sentence number 14 of a long story. Sentence number 15 of a long story. Sentence number 16 of a long story. Sentence number 17 of a long story. Sentence number 18 of a long story. Sentence number 19 of a long story. Sentence number 20 of a long story. Sentence number 21 of a long story. Sentence number 22 of a long story. Sentence number 23 of a long story. Sentence number 24 of a long story. Sentence number 25 of a long story. Sentence number 26 of a long story. Sentence number 27 of a long story. Sentence
    Page 1 of 2
    Synced 6 h ago
    [Next ▶]
    [↩ Back to contact]
    ");
    let second = chat.presses(&first, "Next");
    assert_snapshot!(second, @"
    Notes: Jane Doe
    > number 28 of a long story. Sentence number 29 of a long story. Sentence number 30 of a long story. Sentence number 31 of a long story. Sentence number 32 of a long story. Sentence number 33 of a long story. Sentence number 34 of a long story. Sentence number 35 of a long story. Sentence number 36 of a long story. Sentence number 37 of a long story. Sentence number 38 of a long story. Sentence number 39 of a long story. Sentence number 40 of a long story.
    Page 2 of 2
    Synced 6 h ago
    [◀ Previous]
    [↩ Back to contact]
    ");
    assert_eq!(chat.presses(&second, "Previous").to_string(), first.to_string());
    assert_eq!(chat.presses(&second, "Back").to_string(), card.to_string());
}

#[test]
fn many_short_lines_do_not_take_the_whole_card() {
    assert_snapshot!(shown(&noted("a\nb\nc\nd\ne\nf\ng\nh")), @"
    📝 Notes:
    > a
    > b
    > c
    > d
    > e
    > f
    … more under “Notes”
    ");
}

#[test]
fn short_notes_need_no_page() {
    let chat = noted("Prefers e-mail.");
    let card = chat.asks("contact", &[("name", "id:42")]);
    assert!(!card.to_string().contains("[Notes]"));
    let compact = chat.presses(&card, "Show less");
    assert!(!compact.to_string().contains("Prefers"), "{compact}");
    assert!(chat.presses(&compact, "More").to_string().contains("\n> Prefers e-mail.\n"));
}

#[test]
fn notes_that_are_gone_are_said_to_be_gone() {
    let chat = chat(&acme(jane()), MORNING);
    assert!(chat.clicks(targets::notes(42, 0)).to_string().starts_with("Notes: Jane Doe\nThe notes are empty now.\n"));
    assert!(chat.clicks(targets::notes(41, 0)).to_string().starts_with("No longer available\n"));
    let far = noted("One line.").clicks(targets::notes(42, usize::MAX)).to_string();
    assert!(far.contains("> One line.\n"), "{far}");
}
