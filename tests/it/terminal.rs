//! Answers on a terminal.

use callsheet::answer::language::Language;
use callsheet::terminal::Conversation;
use insta::assert_snapshot;

use crate::support::account::{Account, person, usual_types};
use crate::support::chat::{on_a_terminal, says};

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

fn replied(line: &str, language: Language) -> String {
    let replied = says(&mut Conversation::new(language), line, &account().snapshot());
    replied.unwrap_or_else(|error| error.to_string())
}

#[test]
fn help_shows_each_command_with_an_example_that_is_understood() {
    let names: Vec<String> = commands::manifests().iter().map(|one| one["name"].as_str().unwrap().to_owned()).collect();
    for language in Language::all() {
        let help = replied("help", language);
        let examples: Vec<&str> = help.lines().filter_map(|line| line.strip_prefix("  /")).collect();
        let examples: Vec<&str> = examples.iter().map(|line| line.split("   ").next().unwrap()).collect();
        assert_eq!(examples.len(), names.len(), "{help}");
        for name in names.iter().map(|name| if name == "Who do I call?" { "who-do-i-call" } else { name }) {
            let is_it = |example: &&&str| example.split(' ').next() == Some(name);
            let example = examples.iter().find(is_it).unwrap_or_else(|| panic!("no {name} in {help}"));
            assert!(commands::line::parse(example).is_ok(), "{example}");
        }
        assert!(help.lines().all(|line| line.chars().count() <= 80), "{help}");
        assert_eq!((replied(" ? ", language), replied("/help", language)), (help.clone(), help));
    }
}

#[test]
fn complete_shows_what_is_suggested_while_typing() {
    let shown = |line: &str| replied(line, Language::default());
    assert_snapshot!(shown("complete /contact jane d"), @"
    ⭐ VIP · Jane Doe · IT Manager · Acme Corporation · Internal IT [id:1]
    Jane Dough · Clerk · Acme Corporation [id:2]
    ");
    assert_snapshot!(shown("complete /primary ac"), @"Acme Corporation [id:1]");
    assert_snapshot!(shown("complete /weather"), @"there is no such command; there are /contact, /vip, /primary, /directory, /who-can, /bind, /unbind, /who-looked, /release, /who-do-i-call");
}

#[test]
fn an_alert_pasted_behind_its_command_finds_the_client() {
    let shown = replied("/who-do-i-call [ACME Corporation] Backup failed: SRV01", Language::default());
    assert!(shown.contains("Jane Doe") && shown.contains("Acme Corporation"), "{shown}");
}
