//! Suggestions while a command is being typed.

use std::collections::BTreeSet;

use callsheet_core::directory::snapshot::Snapshot;
use callsheet_core::domain::id::{ChannelId, ContactId, GuildId, OrganizationId, UserId};
use callsheet_core::notebook::{Binding, Change};
use insta::assert_snapshot;
use jiff::SignedDuration;
use proptest::collection::vec;
use proptest::prelude::*;

use testkit::account::{Account, now, person, usual_types};
use testkit::chat::{Chat, GUILD, Shown};

fn account() -> Account {
    usual_types(Account::default())
        .organization_called(1, "Acme Corporation", "ACME")
        .organization(2, "Globex Limited")
        .with(person(1, "Jane Doe").at(1).title("IT Manager").of_type(2).phone("4155550101"))
        .with(person(2, "Janet Dorn").at(2).vip().title("Owner").of_type(3).phone("4155550102"))
        .with(person(3, "Jane Dough").at(1).of_type(6).phone("4155550103"))
        .with(person(4, "Secret Jane").at(1).vip().restricted().phone("4155550104"))
}

fn chat() -> Chat {
    Chat::about(&account())
}

#[test]
fn a_beginning_suggests_people_with_those_who_left_last() {
    assert_snapshot!(chat().types("contact", &[("name", "jan")]), @"
    Jane Doe · IT Manager · Acme Corporation · Internal IT [id:1]
    ⭐ VIP · Janet Dorn · Owner · Globex Limited · Decision Maker [id:2]
    Jane Dough · former contact · Acme Corporation · Terminated [id:3]
    ");
}

#[test]
fn a_suggestion_leads_to_its_own_card() {
    let chat = chat();
    let shown = chat.types("contact", &[("name", "janet")]);
    let (_, value) = shown.suggestions()[0];
    assert!(chat.asks("contact", &[("name", value)]).to_string().starts_with("⭐ VIP · Janet Dorn\n"));
}

#[test]
fn the_other_options_limit_the_suggestions() {
    let chat = chat();
    assert_snapshot!(chat.types("contact", &[("organization", "id:2"), ("name", "jan")]), @"⭐ VIP · Janet Dorn · Owner · Globex Limited · Decision Maker [id:2]");
    assert_snapshot!(chat.types("contact", &[("organization", "acme"), ("type", "internal"), ("name", "jan")]), @"Jane Doe · IT Manager · Acme Corporation · Internal IT [id:1]");
    assert_snapshot!(chat.types("contact", &[("organization", "id:99"), ("name", "jan")]), @"No such client. Check that option first. [jan]");
    assert_snapshot!(chat.types("contact", &[("type", "astronaut"), ("name", "jan")]), @"No such contact type. Check that option first. [jan]");
}

#[test]
fn before_typing_vips_or_the_clients_people_are_suggested() {
    let chat = chat();
    assert_snapshot!(chat.types("contact", &[("name", "")]), @"⭐ VIP · Janet Dorn · Owner · Globex Limited · Decision Maker [id:2]");
    assert_snapshot!(chat.types("contact", &[("organization", "id:1"), ("name", "")]), @"
    Jane Doe · IT Manager · Acme Corporation · Internal IT [id:1]
    Jane Dough · former contact · Acme Corporation · Terminated [id:3]
    ");
}

#[test]
fn only_vips_are_suggested_for_vip() {
    let chat = chat();
    assert_snapshot!(chat.types("vip", &[("name", "jan")]), @"⭐ VIP · Janet Dorn · Owner · Globex Limited · Decision Maker [id:2]");
    assert_snapshot!(chat.types("vip", &[("organization", "id:1"), ("name", "jan")]), @"No match for “jan”. Try a last name, email or phone number. [jan]");
}

#[test]
fn organizations_are_suggested_by_name_or_short_name() {
    let chat = chat();
    assert_snapshot!(chat.types("primary", &[("organization", "acm")]), @"Acme Corporation · ACME [id:1]");
    assert_snapshot!(chat.types("vip", &[("organization", "")]), @r"
        Acme Corporation · ACME [id:1]
        Globex Limited [id:2]
        ");
}

#[test]
fn contact_types_are_suggested() {
    let chat = chat();
    assert_snapshot!(chat.types("contact", &[("type", "ter")]), @"Terminated [id:6]");
    assert_snapshot!(chat.types("contact", &[("type", "")]), @r"
        Accounts Payable [id:5]
        Decision Maker [id:3]
        End User [id:4]
        Internal IT [id:2]
        Primary Contact [id:1]
        Terminated [id:6]
        Vendor Support [id:7]
        ");
}

#[test]
fn no_match_is_said_and_submitting_it_explains() {
    let chat = chat();
    let shown = chat.types("contact", &[("name", "xqzt")]);
    assert_snapshot!(shown, @"No match for “xqzt”. Try a last name, email or phone number. [xqzt]");
    assert!(chat.asks("contact", &[("name", "xqzt")]).to_string().starts_with("No match for “xqzt”\n"));
    assert_snapshot!(chat.types("contact", &[("type", "astronaut")]), @"No contact type matches “astronaut” [astronaut]");
    assert_eq!(Chat::about(&Account::default()).types("primary", &[("organization", "")]).suggestions().len(), 1);
    let empty = Chat::about(&Account::default());
    assert_snapshot!(empty.types("contact", &[("name", "")]), @"Type a name, an email address, or part of a phone number […]");
    let chat = Chat::about(&account().organization(3, "Initech"));
    let shown = chat.types("contact", &[("organization", "initech"), ("name", "")]);
    assert_eq!(shown.suggestions(), [("No contact matches your other filters", "…")]);
    assert!(empty.asks("contact", &[("name", "…")]).to_string().starts_with("Enter something to search for\n"));
}

#[test]
fn before_the_first_sync_suggestions_say_so() {
    let chat = Chat::over(Snapshot::default());
    for (command, option) in [
        ("contact", "name"),
        ("contact", "organization"),
        ("contact", "type"),
        ("vip", "name"),
        ("primary", "organization"),
    ] {
        let shown = chat.types(command, &[(option, "jan")]);
        assert_eq!(shown.suggestions(), [("Contacts are still loading. Try again in a minute.", "jan")]);
    }
}

#[test]
fn many_people_and_long_names_keep_discords_limits() {
    let long = "Wolfeschlegelsteinhausenbergerdorff ".repeat(4);
    let people = (1..=60).map(|id| person(id, &format!("Jane {long}")).title(&long).vip());
    let chat = Chat::about(&Account::default().with_all(people));
    for typed in ["", "jane", &"j".repeat(6000)] {
        let shown = chat.types("contact", &[("name", typed)]);
        assert!((1..=25).contains(&shown.suggestions().len()));
    }
}

#[test]
fn restricted_people_are_not_suggested() {
    for (command, typed) in [("contact", "secret"), ("vip", "secret"), ("vip", ""), ("contact", "")] {
        let shown = chat().types(command, &[("name", typed)]);
        assert!(!shown.to_string().contains("Secret Jane"), "{shown}");
    }
}

fn favourite(user: u64, contact: u64) -> Change {
    Change::Favourite { user: UserId(user), contact: ContactId(contact), on: true }
}

fn looked_up(user: u64, contact: u64, minute: i64) -> Change {
    let at = now() - SignedDuration::from_mins(60 - minute);
    Change::LookedUp { user: UserId(user), contact: ContactId(contact), at }
}

fn bound(organization: u64) -> Change {
    let binding = Binding { guild: GuildId(GUILD), organization: OrganizationId(organization), by: UserId(1) };
    Change::Bind { channel: ChannelId(3), binding }
}

/// Six people called Alex, at two organizations.
fn namesakes() -> Account {
    let alex = |id: u64| {
        person(id, &format!("Alex {}", if id.is_multiple_of(2) { "Adams" } else { "Young" }))
            .title(&format!("Clerk {id}"))
            .at(1 + id % 2)
            .phone("4155550101")
    };
    Account::default().organization(1, "Acme").organization(2, "Globex").with_all((1..=6).map(alex))
}

#[test]
fn favourites_then_recents_come_before_anything_is_typed() {
    let chat = chat().remembering([looked_up(4, 1, 1), looked_up(4, 3, 2), favourite(4, 2), favourite(4, 1)]);
    assert_snapshot!(chat.types("contact", &[("name", "")]), @"
    ★ Favorite · Jane Doe · IT Manager · Acme Corporation · Internal IT [id:1]
    ★ Favorite · ⭐ VIP · Janet Dorn · Owner · Globex Limited · Decision Maker [id:2]
    Jane Dough · former contact · Acme Corporation · Terminated [id:3]
    ");
    let looked = Chat::about(&account());
    looked.asks("contact", &[("name", "id:1")]);
    assert_snapshot!(looked.types("contact", &[("name", "")]), @"
    Jane Doe · IT Manager · Acme Corporation · Internal IT [id:1]
    ⭐ VIP · Janet Dorn · Owner · Globex Limited · Decision Maker [id:2]
    ");
}

#[test]
fn recents_are_the_latest_first() {
    let chat = Chat::about(&namesakes()).remembering([looked_up(4, 2, 5), looked_up(4, 5, 9), looked_up(4, 3, 1)]);
    assert_snapshot!(chat.types("contact", &[("name", "")]), @"
    Alex Young · Clerk 5 · Globex [id:5]
    Alex Adams · Clerk 2 · Acme [id:2]
    Alex Young · Clerk 3 · Globex [id:3]
    ");
    assert_snapshot!(chat.types("contact", &[("organization", "id:2"), ("name", "")]), @"
    Alex Young · Clerk 5 · Globex [id:5]
    Alex Young · Clerk 3 · Globex [id:3]
    Alex Young · Clerk 1 · Globex [id:1]
    ");
}

#[test]
fn while_typing_those_known_come_first_among_equals_only() {
    let chat = Chat::about(&namesakes()).remembering([looked_up(4, 5, 1), favourite(4, 3)]);
    assert_snapshot!(chat.types("contact", &[("name", "alex young")]), @"
    ★ Favorite · Alex Young · Clerk 3 · Globex [id:3]
    Alex Young · Clerk 5 · Globex [id:5]
    Alex Young · Clerk 1 · Globex [id:1]
    ");
    let shown = chat.types("contact", &[("name", "alex adams")]).to_string();
    assert!(shown.starts_with("Alex Adams"), "{shown}");
}

#[test]
fn no_user_sees_anothers_lookups() {
    let chat = Chat::about(&namesakes()).remembering([looked_up(4, 5, 1), favourite(4, 3)]).by_user(5);
    assert_snapshot!(chat.types("contact", &[("name", "")]), @"Type a name, an email address, or part of a phone number […]");
    assert!(!chat.types("contact", &[("name", "alex")]).to_string().contains('★'));
    assert!(chat.types("primary", &[("organization", "")]).to_string().starts_with("Acme "));
}

#[test]
fn the_other_options_limit_favourites_and_recents_too() {
    let chat = chat().remembering([
        favourite(4, 1),
        favourite(4, 2),
        looked_up(4, 3, 1),
        looked_up(4, 4, 1),
        looked_up(4, 99, 1),
    ]);
    assert_snapshot!(chat.types("contact", &[("type", "id:2"), ("name", "")]), @"★ Favorite · Jane Doe · IT Manager · Acme Corporation · Internal IT [id:1]");
    assert_snapshot!(chat.types("vip", &[("name", "")]), @"★ Favorite · ⭐ VIP · Janet Dorn · Owner · Globex Limited · Decision Maker [id:2]");
    assert_snapshot!(chat.types("vip", &[("type", "id:2"), ("name", "jan")]), @"No match for “jan”. Try a last name, email or phone number. [jan]");
    assert_snapshot!(chat.types("contact", &[("organization", "id:2"), ("name", "")]), @"★ Favorite · ⭐ VIP · Janet Dorn · Owner · Globex Limited · Decision Maker [id:2]");
}

#[test]
fn the_channels_own_people_come_first() {
    let chat = Chat::about(&namesakes()).remembering([bound(1)]);
    assert_snapshot!(chat.types("contact", &[("name", "")]), @"
    Alex Adams · Clerk 2 · Acme [id:2]
    Alex Adams · Clerk 4 · Acme [id:4]
    Alex Adams · Clerk 6 · Acme [id:6]
    ");
    let typed = chat.types("contact", &[("name", "alex young")]).to_string();
    assert!(typed.starts_with("Alex Young · Clerk 1 · Globex"), "the name counts for more: {typed}");
    let twins = Account::default()
        .organization(1, "Acme")
        .organization(2, "Globex")
        .with(person(1, "Alex Roe").at(1).phone("4155550101"))
        .with(person(2, "Alex Roe").at(2).phone("4155550102"));
    let chat = Chat::about(&twins).remembering([bound(2)]);
    assert!(chat.types("contact", &[("name", "alex roe")]).to_string().starts_with("Alex Roe · Globex [id:2]\n"));
    assert!(chat.asks("contact", &[("name", "alex roe")]).to_string().contains("1. Alex Roe · Globex\n"));
}

#[test]
fn the_channels_and_recent_organizations_come_first() {
    let account =
        account().organization(3, "Zenith").organization(4, "Acme Logistics").with(person(9, "Zoe Zenith").at(3));
    let chat = Chat::about(&account).remembering([bound(4), looked_up(4, 9, 1)]);
    assert_snapshot!(chat.types("directory", &[("organization", "")]), @"
    Acme Logistics [id:4]
    Zenith [id:3]
    Acme Corporation · ACME [id:1]
    Globex Limited [id:2]
    ");
    assert_snapshot!(chat.types("primary", &[("organization", "acme")]), @"
    Acme Corporation · ACME [id:1]
    Acme Logistics [id:4]
    ");
    assert!(chat.types("primary", &[("organization", "glob")]).to_string().starts_with("Globex"));
    let equals = Account::default().organization(1, "Initech North").organization(2, "Initech South");
    let shown = Chat::about(&equals).remembering([bound(2)]).types("primary", &[("organization", "initech")]);
    assert!(shown.to_string().starts_with("Initech South"), "{shown}");
}

fn anything_remembered() -> impl Strategy<Value = Vec<Change>> {
    let one = prop_oneof![
        (1..8_u64, 0..12_u64).prop_map(|(user, contact)| favourite(user, contact)),
        (1..8_u64, 0..70_u64).prop_map(|(user, contact)| favourite(user, contact)),
        (1..8_u64, 0..70_u64, 0..60_i64).prop_map(|(user, contact, minute)| looked_up(user, contact, minute)),
        (0..5_u64).prop_map(bound),
    ];
    vec(one, 0..120)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn suggestions_keep_discords_limits_and_hide_the_hidden(
        remembered in anything_remembered(),
        long in "[A-Za-z*_ ]{1,200}",
        typed in prop::sample::select(vec!["", "a", "person", "hidden", "acme", "5550101"]),
        organization in prop::sample::select(vec!["", "id:1", "id:2", "id:99", "acme"]),
        user in 1..8_u64,
    ) {
        let people = (1..60).map(|id| {
            let person = person(id, &format!("Person {id} {long}")).at(1 + id % 3).title(&long).of_type(1 + id % 7).phone("4155550101");
            let person = if id % 3 == 0 { person.vip() } else { person };
            if id % 4 == 0 { person.but(|contact| contact.name = Some("Hidden".into())).restricted() } else { person }
        });
        let account = usual_types(Account::default()).organization(1, "Acme").organization(2, &long).with_all(people);
        let chat = Chat::about(&account).remembering(remembered).by_user(user);
        for command in ["contact", "vip"] {
            let shown = match organization {
                "" => chat.types(command, &[("name", typed)]),
                organization => chat.types(command, &[("organization", organization), ("name", typed)]),
            };
            check_suggestions(&shown);
        }
        for command in ["primary", "directory", "bind"] {
            check_suggestions(&chat.types(command, &[("organization", typed)]));
        }
    }
}

fn check_suggestions(shown: &Shown) {
    let suggestions = shown.suggestions();
    assert!((1..=25).contains(&suggestions.len()));
    for (name, value) in suggestions {
        assert!((1..=100).contains(&name.encode_utf16().count()), "{name}");
        assert!(!name.contains("Hidden"), "{name}");
        let id = value.strip_prefix("id:").and_then(|id| id.parse::<u64>().ok());
        assert!(id.is_none_or(|id| id < 60), "{value} is no contact");
    }
    let values: BTreeSet<_> = shown.suggestions().into_iter().map(|(_, value)| value.to_owned()).collect();
    assert_eq!(values.len(), shown.suggestions().len(), "nothing is there twice");
}
