//! `/vip`: the contacts marked important.

use insta::assert_snapshot;

use callsheet_core::domain::contact::Phone;
use testkit::account::{Account, person, phone, usual_types};
use testkit::chat::Chat;
use testkit::targets;

fn account() -> Account {
    usual_types(Account::default())
        .organization(1, "Zenith Dental")
        .organization(2, "acme Dental")
        .organization(3, "Acme Logistics")
        .with(person(1, "Zoe Adams").at(1).vip().title("Owner").phone("4155550101"))
        .with(person(2, "Bill Young").at(2).vip().title("CFO").of_type(3).phone_like(Phone {
            formatted: Some("(415) 555-0102".into()),
            extension: Some("7".into()),
            label: Some("Cell".into()),
            ..phone("4155550102")
        }))
        .with(person(3, "Ada Young").at(2).vip().email("ada@acme.example"))
        .with(person(4, "Nora Nobody").vip().phone("4155550104"))
        .with(person(5, "Gone Girl").at(2).vip().of_type(6).phone("4155550105"))
        .with(person(6, "Eric Ericsson").at(2).title("Clerk").phone("4155550106"))
        .with(person(7, "Secret Agent").at(2).vip().restricted().phone("4155550107"))
}

fn chat() -> Chat {
    Chat::about(&account())
}

fn crowd(count: u64) -> Account {
    let people = (1..=count).map(|id| person(id, &format!("Person {id:02}")).at(1).vip().phone("4155550101"));
    Account::default().organization(1, "Acme").with_all(people)
}

#[test]
fn without_a_name_all_vips_are_listed_by_organization() {
    let chat = chat();
    let list = chat.asks("vip", &[]);
    assert_snapshot!(list, @"
    VIPs · 4 contacts
    🏢 acme Dental
    1. Ada Young
       no phone
    2. Bill Young · CFO · Decision Maker
       📞 (415) 555-0102 ext. 7 · Cell
    🏢 Zenith Dental
    3. Zoe Adams · Owner
       📞 4155550101
    🏢 No client
    4. Nora Nobody
       📞 4155550104
    Synced 4 min ago
    [⭐ VIP · Ada Young | acme Dental]
    [⭐ VIP · Bill Young | CFO · acme Dental · Decision Maker]
    [⭐ VIP · Zoe Adams | Owner · Zenith Dental]
    [⭐ VIP · Nora Nobody | -]
    ");
    let card = chat.picks(&list, "Zoe");
    assert_eq!(card.kind(), 7);
    assert!(card.to_string().starts_with("⭐ VIP · Zoe Adams\nOwner · Zenith Dental"));
}

#[test]
fn an_organization_lists_its_own() {
    assert_snapshot!(chat().asks("vip", &[("organization", "id:2")]), @"
    VIPs at acme Dental · 2 contacts
    1. Ada Young
       no phone
    2. Bill Young · CFO · Decision Maker
       📞 (415) 555-0102 ext. 7 · Cell
    Synced 4 min ago
    [⭐ VIP · Ada Young | acme Dental]
    [⭐ VIP · Bill Young | CFO · acme Dental · Decision Maker]
    [Directory]
    ");
    assert_snapshot!(chat().asks("vip", &[("organization", "zenith")]), @"
    VIPs at Zenith Dental · 1 contact
    1. Zoe Adams · Owner
       📞 4155550101
    Synced 4 min ago
    [⭐ VIP · Zoe Adams | Owner · Zenith Dental]
    [Directory]
    ");
}

#[test]
fn an_ambiguous_organization_is_a_choice() {
    let chat = chat();
    let menu = chat.asks("vip", &[("organization", "acme")]);
    assert_snapshot!(menu, @"
    Several clients match “acme”
    Pick the one you mean.
    1. acme Dental
    2. Acme Logistics
    Synced 4 min ago
    [acme Dental | -]
    [Acme Logistics | -]
    ");
    assert!(chat.picks(&menu, "acme Dental").to_string().starts_with("VIPs at acme Dental · 2 contacts\n"));
}

#[test]
fn an_organization_without_vips_says_so() {
    assert_snapshot!(chat().asks("vip", &[("organization", "id:3")]), @"
    No VIPs at Acme Logistics
    VIPs are contacts marked as important in IT Glue. Former contacts aren't listed.
    1. Who to call · Acme Logistics
    2. Directory · Acme Logistics
    Synced 4 min ago
    [Who to call | Acme Logistics]
    [Directory | Acme Logistics]
    ");
    assert_snapshot!(Chat::about(&Account::default()).asks("vip", &[]), @"
    No VIPs
    VIPs are contacts marked as important in IT Glue. Former contacts aren't listed.
    Synced 4 min ago
    ");
}

#[test]
fn a_long_list_is_shown_in_pages() {
    let chat = Chat::about(&crowd(23));
    let first = chat.asks("vip", &[]);
    assert_snapshot!(first, @"
    VIPs · 23 contacts
    🏢 Acme
    1. Person 01
       📞 4155550101
    2. Person 02
       📞 4155550101
    3. Person 03
       📞 4155550101
    4. Person 04
       📞 4155550101
    5. Person 05
       📞 4155550101
    6. Person 06
       📞 4155550101
    7. Person 07
       📞 4155550101
    8. Person 08
       📞 4155550101
    9. Person 09
       📞 4155550101
    10. Person 10
       📞 4155550101
    Page 1 of 3
    Synced 4 min ago
    [⭐ VIP · Person 01 | Acme]
    [⭐ VIP · Person 02 | Acme]
    [⭐ VIP · Person 03 | Acme]
    [⭐ VIP · Person 04 | Acme]
    [⭐ VIP · Person 05 | Acme]
    [⭐ VIP · Person 06 | Acme]
    [⭐ VIP · Person 07 | Acme]
    [⭐ VIP · Person 08 | Acme]
    [⭐ VIP · Person 09 | Acme]
    [⭐ VIP · Person 10 | Acme]
    [Next ▶]
    ");
    let second = chat.presses(&first, "Next");
    assert_eq!(second.kind(), 7);
    let third = chat.presses(&second, "Next");
    assert_snapshot!(third, @"
    VIPs · 23 contacts
    🏢 Acme
    1. Person 21
       📞 4155550101
    2. Person 22
       📞 4155550101
    3. Person 23
       📞 4155550101
    Page 3 of 3
    Synced 4 min ago
    [⭐ VIP · Person 21 | Acme]
    [⭐ VIP · Person 22 | Acme]
    [⭐ VIP · Person 23 | Acme]
    [◀ Previous]
    ");
    assert_eq!(chat.presses(&second, "Previous").to_string(), first.to_string());
}

#[test]
fn a_page_that_no_longer_exists_is_the_last_one() {
    let shown = Chat::about(&crowd(11)).clicks(targets::vips(None, None, usize::MAX)).to_string();
    assert!(shown.contains("Page 2 of 2"), "{shown}");
}

#[test]
fn a_page_keeps_its_organization() {
    let account = crowd(15).organization(2, "Other").with(person(99, "Aaron Other").at(2).vip());
    let chat = Chat::about(&account);
    let second = chat.presses(&chat.asks("vip", &[("organization", "id:1")]), "Next").to_string();
    assert!(second.starts_with("VIPs at Acme · 15 contacts\n") && !second.contains("Aaron"), "{second}");
}

#[test]
fn a_name_finds_one_vip() {
    assert_snapshot!(chat().asks("vip", &[("name", "bill young")]), @"
    ⭐ VIP · Bill Young
    CFO · acme Dental
    📞 (415) 555-0102 ext. 7
    Cell · as stored, unverified
    ✉️ No email address
    type: Decision Maker
    📍 No location
    Synced 4 min ago
    [Show less]
    [Share in channel]
    [Wrong number]
    [Directory]
    [☆ Add favorite]
    [Download vCard]
    ");
}

#[test]
fn several_vips_of_one_name_are_a_choice() {
    assert_snapshot!(chat().asks("vip", &[("name", "young")]), @"
    Several matches for “young”
    Pick the one you mean.
    1. ⭐ VIP · Ada Young · acme Dental
    2. ⭐ VIP · Bill Young · CFO · acme Dental · Decision Maker
    Synced 4 min ago
    [⭐ VIP · Ada Young | acme Dental]
    [⭐ VIP · Bill Young | CFO · acme Dental · Decision Maker]
    ");
}

#[test]
fn a_contact_who_is_no_vip_is_shown_as_such() {
    assert_snapshot!(chat().asks("vip", &[("name", "eric ericsson")]), @"
    No VIP matches “eric ericsson”
    These contacts match, but none is a VIP you can call.
    1. Eric Ericsson · Clerk · acme Dental
    Synced 4 min ago
    [Eric Ericsson | Clerk · acme Dental]
    ");
    assert!(chat().asks("vip", &[("name", "gone girl")]).to_string().contains("[⭐ VIP · Gone Girl | former contact"));
}

#[test]
fn an_exact_match_comes_before_a_near_vip() {
    let account = account().with(person(8, "Erica Erikson").at(1).vip().phone("4155550108"));
    let shown = Chat::about(&account).asks("vip", &[("name", "eric ericsson")]).to_string();
    assert!(shown.starts_with("No VIP matches “eric ericsson”\n") && shown.contains("[Eric Ericsson |"), "{shown}");
}

#[test]
fn a_pick_that_is_no_longer_a_vip_is_not_shown_as_one() {
    let shown = chat().asks("vip", &[("name", "id:6")]).to_string();
    assert!(shown.starts_with("This contact doesn't match your other filters\n"), "{shown}");
}

#[test]
fn a_type_lists_its_own_and_the_pages_keep_it() {
    assert_snapshot!(chat().asks("vip", &[("type", "decision")]), @"
    VIPs · Decision Maker · 1 contact
    🏢 acme Dental
    1. Bill Young · CFO
       📞 (415) 555-0102 ext. 7 · Cell
    Synced 4 min ago
    [⭐ VIP · Bill Young | CFO · acme Dental · Decision Maker]
    ");
    let account =
        usual_types(crowd(15)).with_all((20..35).map(|id| person(id, &format!("Typed {id}")).at(1).of_type(3).vip()));
    let chat = Chat::about(&account);
    let first = chat.asks("vip", &[("type", "id:3")]);
    assert_snapshot!(chat.presses(&first, "Next"), @"
    VIPs · Decision Maker · 15 contacts
    🏢 Acme
    1. Typed 30
       no phone
    2. Typed 31
       no phone
    3. Typed 32
       no phone
    4. Typed 33
       no phone
    5. Typed 34
       no phone
    Page 2 of 2
    Synced 4 min ago
    [⭐ VIP · Typed 30 | no phone or email · Acme · Decision Maker]
    [⭐ VIP · Typed 31 | no phone or email · Acme · Decision Maker]
    [⭐ VIP · Typed 32 | no phone or email · Acme · Decision Maker]
    [⭐ VIP · Typed 33 | no phone or email · Acme · Decision Maker]
    [⭐ VIP · Typed 34 | no phone or email · Acme · Decision Maker]
    [◀ Previous]
    ");
    let at = chat.asks("vip", &[("organization", "acme"), ("type", "id:3")]);
    assert!(chat.presses(&at, "Next").to_string().starts_with("VIPs at Acme · Decision Maker · 15 contacts\n"));
}

#[test]
fn no_vip_of_a_type_is_said() {
    assert_snapshot!(chat().asks("vip", &[("type", "id:4")]), @"
    No VIPs of type “End User”
    VIPs are contacts marked as important in IT Glue. Former contacts aren't listed.
    Synced 4 min ago
    ");
    assert!(
        chat()
            .asks("vip", &[("type", "id:4"), ("organization", "zenith")])
            .to_string()
            .starts_with("No VIPs of type “End User” at Zenith Dental\n")
    );
}

#[test]
fn an_ambiguous_type_is_a_choice() {
    let account = account().contact_type(8, "Decision Influencer").with(person(8, "Ina Fluent").at(1).vip().of_type(8));
    let chat = Chat::about(&account);
    let menu = chat.asks("vip", &[("type", "decision")]);
    assert_snapshot!(menu, @"
    Several contact types match “decision”
    Pick the one you mean.
    1. Decision Maker
    2. Decision Influencer
    Synced 4 min ago
    [Decision Maker | -]
    [Decision Influencer | -]
    ");
    assert!(chat.picks(&menu, "Influencer").to_string().starts_with("VIPs · Decision Influencer · 1 contact\n"));
    let menu = chat.asks("vip", &[("type", "decision"), ("organization", "dental")]);
    assert_eq!(menu.to_string().matches("\n[").count(), 4, "each type at each organization: {menu}");
    assert!(
        chat.asks("vip", &[("type", "astronaut")]).to_string().starts_with("No contact type matches “astronaut”\n")
    );
}

#[test]
fn a_name_is_looked_for_among_the_type() {
    let young = chat().asks("vip", &[("name", "young"), ("type", "decision")]).to_string();
    assert!(young.starts_with("⭐ VIP · Bill Young\n"), "{young}");
    let unfitting = chat().asks("vip", &[("name", "id:3"), ("type", "decision")]).to_string();
    assert!(unfitting.starts_with("This contact doesn't match your other filters\n"), "{unfitting}");
}

#[test]
fn an_organizations_vips_lead_to_all_its_contacts() {
    let chat = chat();
    let shown = chat.presses(&chat.asks("vip", &[("organization", "id:2")]), "Directory").to_string();
    assert!(shown.starts_with("Everyone at acme Dental · 4 contacts\n"), "{shown}");
}
