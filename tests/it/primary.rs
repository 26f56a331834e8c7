//! `/primary`: whom to call first.

use insta::assert_snapshot;

use crate::support::account::{Account, Person, person, usual_types};
use crate::support::chat::{Chat, Shown};

/// Acme, and these people there.
fn acme(people: impl IntoIterator<Item = Person>) -> Account {
    let account = usual_types(Account::default()).organization_called(1, "Acme Corporation", "ACME");
    account.with_all(people.into_iter().map(|person| person.at(1)))
}

fn asked(people: impl IntoIterator<Item = Person>) -> Shown {
    Chat::about(&acme(people)).asks("primary", &[("organization", "id:1")])
}

fn called(id: u64, name: &str) -> Person {
    person(id, name).phone(&format!("41555501{id:02}"))
}

fn unreachable(id: u64, name: &str) -> Person {
    person(id, name)
}

fn left(id: u64, name: &str) -> Person {
    called(id, name).of_type(6)
}

#[test]
fn the_one_primary_contact_is_shown_with_the_reason() {
    assert_snapshot!(asked([called(1, "Pat Prime").of_type(1), called(2, "Vic Important").vip(), left(3, "Al Gone")]), @"
    Pat Prime
    no title on record · Acme Corporation · Primary Contact
    🔎 Primary contact on record: the contact type is “Primary Contact”.
    📞 Phone: 4155550101 · as stored, unverified
    ✉️ no e-mail on record
    📍 no location on record
    Synced 4 min ago
    [Share]
    [Less]
    [☆ Favourite]
    [Contact file]
    ");
}

#[test]
fn several_primary_contacts_are_a_choice() {
    assert_snapshot!(asked([called(1, "Pat Prime").of_type(1), unreachable(2, "Abe First").of_type(1)]), @r"
        Several primary contacts at Acme Corporation
        More than one person has a primary contact type. Pick one.
        1. Pat Prime · Acme Corporation · Primary Contact
        2. Abe First · no phone or e-mail on record · Acme Corporation · Primary Contact
        Synced 4 min ago
        [Pat Prime | Acme Corporation · Primary Contact]
        [Abe First | no phone or e-mail on record · Acme Corporation · Primary Contact]
        ");
}

#[test]
fn without_one_the_vip_is_shown_and_the_answer_says_so() {
    let people = [called(1, "Vic Important").vip().of_type(4), called(2, "Tess Tech").of_type(2)];
    assert_snapshot!(asked(people), @"
    ⭐ VIP · Vic Important
    no title on record · Acme Corporation · End User
    🔎 No primary contact on record at Acme Corporation. Shown is the only VIP there.
    📞 Phone: 4155550101 · as stored, unverified
    ✉️ no e-mail on record
    📍 no location on record
    Synced 4 min ago
    [Share]
    [Less]
    [☆ Favourite]
    [Contact file]
    ");
}

#[test]
fn without_a_vip_the_technical_contact_is_shown() {
    let people =
        [called(1, "Dee Cider").of_type(3), called(2, "Tess Tech").of_type(2), unreachable(3, "Vic Mute").vip()];
    assert_snapshot!(asked(people), @"
    Tess Tech
    no title on record · Acme Corporation · Internal IT
    🔎 No primary contact on record at Acme Corporation. Shown is the only technical contact there.
    📞 Phone: 4155550102 · as stored, unverified
    ✉️ no e-mail on record
    📍 no location on record
    Synced 4 min ago
    [Share]
    [Less]
    [☆ Favourite]
    [Contact file]
    ");
}

#[test]
fn without_a_technical_contact_those_who_decide_are_a_choice() {
    let people =
        [called(1, "Dee Cider").of_type(3), called(2, "Ann Other").of_type(3), called(3, "End User").of_type(4)];
    assert_snapshot!(asked(people), @r"
        Who to call at Acme Corporation
        🔎 No primary contact on record at Acme Corporation. These are the executive contacts there.
        1. Ann Other · Acme Corporation · Decision Maker
        2. Dee Cider · Acme Corporation · Decision Maker
        Synced 4 min ago
        [Ann Other | Acme Corporation · Decision Maker]
        [Dee Cider | Acme Corporation · Decision Maker]
        ");
}

#[test]
fn without_any_of_them_everybody_who_can_be_reached_is_offered_suppliers_last() {
    let people = [
        called(1, "Aaron Vendor").of_type(7),
        called(2, "Zed User").of_type(4),
        person(3, "Mail Only").email("mail@acme.example"),
        unreachable(4, "Una Reachable"),
        left(5, "Al Gone"),
    ];
    assert_snapshot!(asked(people), @r"
        Who to call at Acme Corporation
        🔎 No primary contact on record at Acme Corporation. These are the people there with a phone or e-mail on record.
        1. Zed User · Acme Corporation · End User
        2. Aaron Vendor · Acme Corporation · Vendor Support
        3. Mail Only · Acme Corporation
        Synced 4 min ago
        [Zed User | Acme Corporation · End User]
        [Aaron Vendor | Acme Corporation · Vendor Support]
        [Mail Only | Acme Corporation]
        ");
}

#[test]
fn a_primary_contact_who_cannot_be_reached_is_named_and_the_next_is_shown() {
    assert_snapshot!(asked([unreachable(1, "Pat Prime").of_type(1), called(2, "Vic Important").vip()]), @"
    ⭐ VIP · Vic Important
    no title on record · Acme Corporation · no contact type on record
    ⚠️ No phone or e-mail on record for the primary contact at Acme Corporation: Pat Prime. Shown is the only VIP there.
    📞 Phone: 4155550102 · as stored, unverified
    ✉️ no e-mail on record
    📍 no location on record
    Synced 4 min ago
    [Share]
    [Less]
    [☆ Favourite]
    [Contact file]
    ");
}

#[test]
fn where_nobody_can_be_reached_the_answer_says_so() {
    assert_snapshot!(asked([unreachable(1, "Una Reachable"), unreachable(2, "Noah Phone")]), @r"
        Who to call at Acme Corporation
        🔎 No primary contact on record at Acme Corporation. ⚠️ Nobody there has a phone or e-mail on record. These are the people.
        1. Noah Phone · no phone or e-mail on record · Acme Corporation
        2. Una Reachable · no phone or e-mail on record · Acme Corporation
        Synced 4 min ago
        [Noah Phone | no phone or e-mail on record · Acme Corporation]
        [Una Reachable | no phone or e-mail on record · Acme Corporation]
        ");
    assert_snapshot!(asked([unreachable(1, "Pat Prime").of_type(1)]), @"
    Pat Prime
    no title on record · Acme Corporation · Primary Contact
    ⚠️ No phone or e-mail on record for the primary contact at Acme Corporation: Pat Prime. Shown is the only person there, without phone or e-mail.
    📞 no phone on record
    ✉️ no e-mail on record
    📍 no location on record
    Synced 4 min ago
    [Share]
    [Less]
    [☆ Favourite]
    [Contact file]
    ");
}

#[test]
fn whoever_left_is_never_offered() {
    assert_snapshot!(asked([left(1, "Al Gone").vip(), called(2, "Pat Prime (terminated)").of_type(1)]), @r"
        Nobody to call at Acme Corporation
        By the record, all 2 contacts of this organization left.
        Synced 4 min ago
        ");
    assert!(asked([left(1, "Al Gone")]).to_string().contains("the only contact of this organization left"));
}

#[test]
fn an_organization_without_contacts_says_so() {
    assert_snapshot!(asked([]), @r"
        Nobody to call at Acme Corporation
        IT Glue has no contacts for this organization.
        Synced 4 min ago
        ");
}

#[test]
fn an_organization_is_found_by_name_beginning_and_short_name() {
    let chat = Chat::about(&acme([called(1, "Pat Prime").of_type(1)]).organization(2, "Globex"));
    for organization in ["Acme Corporation", "acme corp", "ACME", "acme corporatoin"] {
        let shown = chat.asks("primary", &[("organization", organization)]).to_string();
        assert!(shown.starts_with("Pat Prime\n"), "{organization}: {shown}");
    }
}

#[test]
fn an_organization_that_is_not_clear_is_a_choice() {
    let account = Account::default()
        .organization(1, "Acme Dental")
        .organization(2, "Acme Logistics")
        .with(called(1, "Pat Prime").at(2));
    let chat = Chat::about(&account);
    let menu = chat.asks("primary", &[("organization", "acme")]);
    assert_snapshot!(menu, @r"
        Several organizations match “acme”
        Pick the one you mean.
        1. Acme Dental
        2. Acme Logistics
        Synced 4 min ago
        [Acme Dental | -]
        [Acme Logistics | -]
        ");
    let card = chat.picks(&menu, "Logistics");
    assert_eq!(card.kind(), 7);
    assert!(card.to_string().starts_with("Pat Prime\n"));
}

#[test]
fn more_organizations_than_a_menu_holds_are_narrowed_down() {
    let shown = |count: u64| {
        let account =
            (1..=count).fold(Account::default(), |account, id| account.organization(id, &format!("Acme {id}")));
        Chat::about(&account).asks("primary", &[("organization", "acme")]).to_string()
    };
    let more = "Only the best 25 are shown: type more of the name.";
    assert_eq!((shown(25).matches("[Acme ").count(), shown(25).contains(more)), (25, false));
    assert_eq!((shown(26).matches("[Acme ").count(), shown(26).contains(more)), (25, true));
}

#[test]
fn two_organizations_of_one_name_are_told_apart() {
    let account = Account::default().organization(1, "Acme").organization(2, "Acme");
    assert_snapshot!(Chat::about(&account).asks("primary", &[("organization", "acme")]), @r"
        Several organizations match “acme”
        Pick the one you mean.
        1. Acme · record 1
        2. Acme · record 2
        Synced 4 min ago
        [Acme | record 1]
        [Acme | record 2]
        ");
}

#[test]
fn an_organization_nobody_has_is_said_with_the_nearest() {
    let chat = Chat::about(&acme([called(1, "Pat Prime").of_type(1)]));
    assert_snapshot!(chat.asks("primary", &[("organization", "zzyzx")]), @r"
        No organization matches “zzyzx”
        Pick one of the suggestions while typing, or try the short name.
        Synced 4 min ago
        ");
    assert!(chat.asks("primary", &[("organization", "id:99")]).to_string().starts_with("Not there any more\n"));
    assert!(chat.clicks("menu", Some("primary:99")).to_string().starts_with("Not there any more\n"));
}

#[test]
fn the_policy_file_says_what_the_accounts_own_types_mean() {
    let account =
        acme([called(1, "Kim Key").of_type(20), called(2, "Vic Important").vip()]).contact_type(20, "Key User");
    let chat = Chat::about(&account).with_policy("[roles]\n\"Key User\" = \"primary\"\n");
    let shown = chat.asks("primary", &[("organization", "id:1")]).to_string();
    assert!(shown.contains("🔎 Primary contact on record: the contact type is “Key User”."), "{shown}");
}
