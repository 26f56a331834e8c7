//! Answers on a terminal.

use insta::assert_snapshot;

use crate::support::account::{Account, person, usual_types};
use crate::support::chat::on_a_terminal;

fn account() -> Account {
    usual_types(Account::default())
        .organization(1, "Acme Corporation")
        .location(1, "Head office", "San Francisco", None)
        .with(
            person(1, "Jane Doe")
                .at(1)
                .title("IT Manager")
                .of_type(2)
                .vip()
                .located(1)
                .phone("4155550101")
                .url("https://acme.itglue.example/1/contacts/1"),
        )
        .with(person(2, "Jane Dough").at(1).title("Clerk").email("jane@acme.example"))
        .with(person(3, "Evil\u{1b}[2J\u{202e}\r\nName **bold** @everyone").at(1))
}

fn typed(line: &str) -> String {
    on_a_terminal(&commands::line::parse(line).unwrap(), &account().snapshot())
}

#[test]
fn a_card_reads_well_as_plain_text() {
    assert_snapshot!(typed("/contact id:1"), @"
    ⭐ VIP · Jane Doe
    IT Manager · Acme Corporation · Internal IT
    🌙 A call may wake somebody. Local time: Tue 04:00 in San Francisco (from the
       location)
    📞 Phone: +1 415-555-0101 · country guessed: US, from the location
    ✉️ no e-mail on record
    📍 Location: Head office, San Francisco, CA, United States
    Open in IT Glue: https://acme.itglue.example/1/contacts/1
    Synced 4 min ago
    ");
}

#[test]
fn a_menu_is_numbered() {
    assert_snapshot!(typed("/contact jane"), @"
    Several people match “jane”
    Pick the one you mean.
    1. ⭐ VIP · Jane Doe · IT Manager · Acme Corporation · Internal IT
    2. Jane Dough · Clerk · Acme Corporation
    Synced 4 min ago
    ");
}

#[test]
fn a_list_is_numbered_under_its_organizations() {
    assert_snapshot!(typed("/vip"), @"
    VIPs · 1 person
    🏢 Acme Corporation
    1. Jane Doe · IT Manager · Internal IT · 📞 (415) 555-0101
    Synced 4 min ago
    ");
}

#[test]
fn a_long_line_is_broken_between_words() {
    let shown = typed("/contact jane type: astronaut");
    assert_snapshot!(shown, @"
    No contact type matches “astronaut”
    The types are: Accounts Payable · Decision Maker · End User · Internal IT ·
       Primary Contact · Terminated · Vendor Support
    Pick one of the suggestions while typing.
    Synced 4 min ago
    ");
    assert!(shown.lines().all(|line| line.chars().count() <= 80));
}

#[test]
fn foreign_text_cannot_command_the_terminal() {
    let shown = typed("/contact id:3");
    assert!(shown.starts_with("Evil [2J Name **bold** @everyone\n"), "{shown:?}");
    assert!(shown.chars().all(|char| char == '\n' || !char.is_control()));
}
