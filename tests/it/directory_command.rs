//! `/directory`: all contacts of a client.

use callsheet_core::domain::id::{ChannelId, GuildId, OrganizationId, UserId};
use callsheet_core::notebook::{Binding, Change};
use insta::assert_snapshot;
use jiff::SignedDuration;

use callsheet_core::domain::contact::Phone;
use testkit::account::{Account, Person, person, phone, usual_types};
use testkit::chat::{Chat, GUILD, on_a_terminal};
use testkit::targets;

fn account() -> Account {
    usual_types(Account::default())
        .contact_type(8, "Chocolatier")
        .organization(1, "Acme Dental")
        .organization(2, "Acme Logistics")
        .organization(3, "Initech")
        .with(person(1, "Jane Doe").at(1).title("Office Manager").of_type(1).phone("4155550101"))
        .with(person(2, "Zoe Adams").at(1).title("IT Manager").of_type(2).vip().phone_like(Phone {
            formatted: Some("(415) 555-0102".into()),
            extension: Some("7".into()),
            label: Some("Cell".into()),
            ..phone("4155550102")
        }))
        .with(person(3, "adam Bell").at(1).of_type(2).email("adam@acme.example"))
        .with(person(4, "Olga Owner").at(1).title("Owner").of_type(3).phone("+14155550104"))
        .with(person(5, "Ann Clerk").at(1).of_type(4).phone_like(Phone { fax: true, ..phone("4155550105") }))
        .with(person(6, "Pia Payable").at(1).of_type(5))
        .with(person(7, "Willy Sweet").at(1).title("Acme Dental").of_type(8).phone("4155550107"))
        .with(person(8, "Nobody Special").at(1).phone("4155550108"))
        .with(person(9, "Gary Gone").at(1).of_type(6).phone("4155550109"))
        .with(person(10, "Left Already (left 2024)").at(1).title("Clerk").of_type(1).vip().phone("4155550110"))
        .with(person(11, "Secret Agent").at(1).of_type(1).restricted().phone("4155550111"))
        .with(person(12, "Lonely Larry").at(2).of_type(4).phone("4155550112"))
}

fn chat() -> Chat {
    Chat::about(&account())
}

/// Binds the conversations' channel to this organization.
fn bound(organization: u64) -> Change {
    let binding = Binding { guild: GuildId(GUILD), organization: OrganizationId(organization), by: UserId(1) };
    Change::Bind { channel: ChannelId(3), binding }
}

fn crowd(count: u64) -> impl Iterator<Item = Person> {
    let person = |id| person(id, &format!("Person {id:05}")).at(1).of_type(1 + id % 5).phone("4155550101");
    (1..=count).map(person)
}

#[test]
fn contacts_are_listed_by_type_in_calling_order() {
    let chat = chat();
    let shown = chat.asks("directory", &[("organization", "id:1")]);
    assert_snapshot!(shown, @"
    Everyone at Acme Dental · 10 contacts
    **Primary Contact** · 1 contact
    1. Jane Doe · Office Manager
       📞 4155550101
    **Internal IT** · 2 contacts
    2. adam Bell
       no phone
    3. ⭐ VIP · Zoe Adams · IT Manager
       📞 (415) 555-0102 ext. 7 · Cell
    **Decision Maker** · 1 contact
    4. Olga Owner · Owner
       📞 +1 415-555-0104
    **Accounts Payable** · 1 contact
    5. Pia Payable
       no phone
    **End User** · 1 contact
    6. Ann Clerk
       no phone
    **Chocolatier** · 1 contact
    7. Willy Sweet
       📞 4155550107
    No contact type · 1 contact
    8. Nobody Special
       📞 4155550108
    Former contacts · 2 contacts
    9. Gary Gone · Terminated
       former contact
    10. ⭐ VIP · Left Already (left 2024)
       former contact
    Synced 4 min ago
    [Jane Doe | Office Manager · Acme Dental · Primary Contact]
    [adam Bell | Acme Dental · Internal IT]
    [⭐ VIP · Zoe Adams | IT Manager · Acme Dental · Internal IT]
    [Olga Owner | Owner · Acme Dental · Decision Maker]
    [Pia Payable | no phone or email · Acme Dental · Accounts Payable]
    [Ann Clerk | no phone or email · Acme Dental · End User]
    [Willy Sweet | Acme Dental · Acme Dental · Chocolatier]
    [Nobody Special | Acme Dental]
    [Gary Gone | former contact · Acme Dental · Terminated]
    [⭐ VIP · Left Already (left 2024) | former contact · Clerk · Acme Dental · Primary Contact]
    ");
    let card = chat.picks(&shown, "Zoe");
    assert_eq!(card.kind(), 7);
    assert!(card.to_string().starts_with("⭐ VIP · Zoe Adams\n"), "{card}");
}

#[test]
fn a_type_lists_its_own() {
    assert_snapshot!(chat().asks("directory", &[("organization", "id:1"), ("type", "internal")]), @"
    Everyone at Acme Dental · Internal IT · 2 contacts
    **Internal IT** · 2 contacts
    1. adam Bell
       no phone
    2. ⭐ VIP · Zoe Adams · IT Manager
       📞 (415) 555-0102 ext. 7 · Cell
    Synced 4 min ago
    [adam Bell | Acme Dental · Internal IT]
    [⭐ VIP · Zoe Adams | IT Manager · Acme Dental · Internal IT]
    ");
    assert_snapshot!(chat().asks("directory", &[("organization", "id:1"), ("type", "id:1")]), @"
    Everyone at Acme Dental · Primary Contact · 2 contacts
    **Primary Contact** · 1 contact
    1. Jane Doe · Office Manager
       📞 4155550101
    Former contacts · 1 contact
    2. ⭐ VIP · Left Already (left 2024)
       former contact
    Synced 4 min ago
    [Jane Doe | Office Manager · Acme Dental · Primary Contact]
    [⭐ VIP · Left Already (left 2024) | former contact · Clerk · Acme Dental · Primary Contact]
    ");
}

#[test]
fn a_type_without_contacts_there_says_so() {
    assert_snapshot!(chat().asks("directory", &[("organization", "id:2"), ("type", "id:2")]), @"
    No contacts of type “Internal IT” at Acme Logistics
    Leave out the type to see everyone.
    Synced 4 min ago
    ");
    assert_snapshot!(chat().asks("directory", &[("organization", "id:3")]), @"
    No contacts at Initech
    IT Glue has no contacts for this client.
    Synced 4 min ago
    ");
}

#[test]
fn an_ambiguous_or_unknown_type_is_asked_for() {
    let account = account().contact_type(9, "End of Life Contact").with(person(13, "Enid Last").at(2).of_type(9));
    let chat = Chat::about(&account);
    let menu = chat.asks("directory", &[("organization", "logistics"), ("type", "end")]);
    assert_snapshot!(menu, @"
    Several contact types match “end”
    Pick the one you mean.
    1. End User
    2. End of Life Contact
    Synced 4 min ago
    [End User | -]
    [End of Life Contact | -]
    ");
    assert_snapshot!(chat.picks(&menu, "End of Life"), @"
    Everyone at Acme Logistics · End of Life Contact · 1 contact
    **End of Life Contact** · 1 contact
    1. Enid Last
       no phone
    Synced 4 min ago
    [Enid Last | no phone or email · Acme Logistics · End of Life Contact]
    ");
    let both = chat.asks("directory", &[("organization", "acme"), ("type", "end")]);
    assert_snapshot!(both, @"
    Several contact types match “end”
    Pick the one you mean.
    1. End User · Acme Dental
    2. End of Life Contact · Acme Dental
    3. End User · Acme Logistics
    4. End of Life Contact · Acme Logistics
    Synced 4 min ago
    [End User | Acme Dental]
    [End of Life Contact | Acme Dental]
    [End User | Acme Logistics]
    [End of Life Contact | Acme Logistics]
    ");
    assert!(chat.picks(&both, "End User").to_string().starts_with("Everyone at Acme Dental · End User"));
    let shown = chat.asks("directory", &[("organization", "acme"), ("type", "astronaut")]).to_string();
    assert!(shown.starts_with("No contact type matches “astronaut”\n"), "{shown}");
}

#[test]
fn an_ambiguous_organization_is_a_choice_keeping_the_type() {
    let chat = chat();
    let menu = chat.asks("directory", &[("organization", "acme"), ("type", "end user")]);
    assert_snapshot!(menu, @"
    Several clients match “acme”
    Pick the one you mean.
    1. Acme Dental
    2. Acme Logistics
    Synced 4 min ago
    [Acme Dental | -]
    [Acme Logistics | -]
    ");
    assert_snapshot!(chat.picks(&menu, "Acme Logistics"), @"
    Everyone at Acme Logistics · End User · 1 contact
    **End User** · 1 contact
    1. Lonely Larry
       📞 4155550112
    Synced 4 min ago
    [Lonely Larry | Acme Logistics · End User]
    ");
}

#[test]
fn an_unknown_organization_offers_the_nearest() {
    let shown = chat().asks("directory", &[("organization", "acm logistcs foo")]).to_string();
    assert!(shown.contains("[Acme Logistics | -]"), "{shown}");
    let shown = chat().asks("directory", &[("organization", "zzyzx")]).to_string();
    assert!(shown.starts_with("No client matches “zzyzx”\n"), "{shown}");
    let shown = chat().asks("directory", &[("organization", "id:99")]).to_string();
    assert!(shown.starts_with("No longer available\n"), "{shown}");
}

#[test]
fn without_an_organization_the_channels_own_is_meant() {
    assert_snapshot!(chat().asks("directory", &[]), @"
    Which client?
    This channel isn't linked to a client. Name one in the command, or ask someone with Manage Server to run /bind here.
    Synced 4 min ago
    ");
    let shown = chat().remembering([bound(2)]).asks("directory", &[]);
    assert_snapshot!(shown, @"
    Everyone at Acme Logistics · 1 contact
    **End User** · 1 contact
    1. Lonely Larry
       📞 4155550112
    Synced 4 min ago
    [Lonely Larry | Acme Logistics · End User]
    ");
    let policy = "open = true\n[[channel]]\nid = \"3\"\norganization = \"initech\"";
    let shown = chat().remembering([bound(2)]).with_policy(policy).asks("directory", &[]).to_string();
    assert!(shown.starts_with("No contacts at Initech\n"), "the policy file has the last word: {shown}");
    let in_thread = chat().remembering([bound(2)]).in_thread(33, 3).asks("directory", &[("type", "id:4")]).to_string();
    assert!(in_thread.starts_with("Everyone at Acme Logistics · End User · 1 contact\n"), "{in_thread}");
    let named = chat().remembering([bound(2)]).asks("directory", &[("organization", "id:1")]).to_string();
    assert!(named.starts_with("Everyone at Acme Dental"), "{named}");
}

#[test]
fn a_large_organization_is_shown_in_pages() {
    let account = usual_types(Account::default()).organization(1, "Acme").with_all(crowd(24_000));
    let chat = Chat::about(&account);
    let first = chat.asks("directory", &[("organization", "acme")]);
    assert_snapshot!(first, @"
    Everyone at Acme · 24000 contacts
    **Primary Contact** · 4800 contacts
    1. Person 00005
       📞 4155550101
    2. Person 00010
       📞 4155550101
    3. Person 00015
       📞 4155550101
    4. Person 00020
       📞 4155550101
    5. Person 00025
       📞 4155550101
    6. Person 00030
       📞 4155550101
    7. Person 00035
       📞 4155550101
    8. Person 00040
       📞 4155550101
    9. Person 00045
       📞 4155550101
    10. Person 00050
       📞 4155550101
    Page 1 of 2400
    Synced 4 min ago
    [Person 00005 | Acme · Primary Contact]
    [Person 00010 | Acme · Primary Contact]
    [Person 00015 | Acme · Primary Contact]
    [Person 00020 | Acme · Primary Contact]
    [Person 00025 | Acme · Primary Contact]
    [Person 00030 | Acme · Primary Contact]
    [Person 00035 | Acme · Primary Contact]
    [Person 00040 | Acme · Primary Contact]
    [Person 00045 | Acme · Primary Contact]
    [Person 00050 | Acme · Primary Contact]
    [Next ▶]
    ");
    let second = chat.presses(&first, "Next");
    assert!(second.to_string().contains("Page 2 of 2400\n"), "{second}");
    assert_eq!(chat.presses(&second, "Previous").to_string(), first.to_string());
    let last = chat.clicks(targets::directory(1, None, usize::MAX));
    assert!(last.to_string().contains("Page 2400 of 2400\n"), "{last}");
    let of_type = chat.presses(&chat.asks("directory", &[("organization", "acme"), ("type", "id:2")]), "Next");
    assert!(of_type.to_string().contains("Internal IT · 4800 contacts\n") && of_type.to_string().contains("of 480\n"));
}

#[test]
fn a_group_over_two_pages_has_its_name_on_both() {
    let account = usual_types(Account::default()).organization(1, "Acme").with_all(crowd(13));
    let chat = Chat::about(&account);
    let second = chat.presses(&chat.asks("directory", &[("organization", "acme")]), "Next");
    assert_snapshot!(second, @"
    Everyone at Acme · 13 contacts
    **End User** · 3 contacts
    1. Person 00003
       📞 4155550101
    2. Person 00008
       📞 4155550101
    3. Person 00013
       📞 4155550101
    Page 2 of 2
    Synced 4 min ago
    [Person 00003 | Acme · End User]
    [Person 00008 | Acme · End User]
    [Person 00013 | Acme · End User]
    [◀ Previous]
    ");
}

#[test]
fn the_number_is_the_one_to_dial_at_that_hour() {
    let labelled = |label: &str, value| Phone { label: Some(label.into()), ..phone(value) };
    let jane = person(1, "Jane Doe").at(1).located(1);
    let jane = jane.phone_like(labelled("Office", "4155550101")).phone_like(labelled("Mobile", "4155550102"));
    let account = Account::default().organization(1, "Acme").site(1, 1, "HQ", "4155550100").with(jane);
    let chat = Chat::about(&account).at("2026-11-24T18:00:00Z");
    assert!(chat.asks("directory", &[("organization", "acme")]).to_string().contains("(415) 555-0101 · Office"));
    chat.later(SignedDuration::from_hours(12));
    assert!(chat.asks("directory", &[("organization", "acme")]).to_string().contains("(415) 555-0102 · Mobile"));
}

#[test]
fn the_longest_names_all_fit() {
    let long = "*Wolfeschlegelsteinhausenbergerdorff* ".repeat(12);
    let people = (1..=10).map(|id| {
        let label = Some(long.as_str().into());
        person(id, &format!("{id:02} {long}"))
            .at(1)
            .title(&format!("Head of {long}"))
            .of_type(id)
            .vip()
            .phone_like(Phone { label, ..phone(&long) })
    });
    let types = (1..=10).fold(Account::default().organization(1, &long), |account, id| {
        account.contact_type(id, &format!("{id:02} {long}"))
    });
    let chat = Chat::about(&types.with_all(people));
    for shown in [
        chat.asks("directory", &[("organization", "id:1")]),
        chat.asks("vip", &[]),
        chat.asks("vip", &[("organization", "id:1")]),
    ] {
        let text = shown.body()["data"]["embeds"][0]["description"].as_str().unwrap();
        let read = shown.to_string();
        for number in 1..=10 {
            let (place, name) = (format!("{number}. "), format!("{number:02} *Wolfe"));
            assert!(read.lines().any(|line| line.contains(&place) && line.contains(&name)), "{place}: {read}");
        }
        assert!(!text.contains("\n…") && read.contains("Synced"), "{read}");
    }
}

#[test]
fn a_click_on_a_deleted_record_says_so() {
    for button in [
        targets::directory(99, None, 0),
        targets::directory(1, Some(99), 0),
        targets::vips(None, Some(99), 0),
        targets::vips(Some(99), None, 0),
    ] {
        let shown = chat().clicks(button).to_string();
        assert!(shown.starts_with("No longer available\n"), "{button:?}: {shown}");
    }
}

#[test]
fn a_terminal_shows_the_same_tree_in_80_columns() {
    let account = account().with(
        person(14, "Theodora Longname")
            .at(1)
            .title("Head of Everything That Nobody Else Wants To Do")
            .of_type(2)
            .phone("4155550114"),
    );
    let shown = on_a_terminal(&commands::line::parse("/directory id:1").unwrap(), &account.snapshot());
    assert_snapshot!(shown, @"
    Everyone at Acme Dental · 11 contacts
    Primary Contact · 1 contact
    1. Jane Doe · Office Manager
       📞 4155550101
    Internal IT · 3 contacts
    2. adam Bell
       no phone
    3. Theodora Longname · Head of Everythi…
       📞 4155550114
    4. ⭐ VIP · Zoe Adams · IT Manager
       📞 (415) 555-0102 ext. 7 · Cell
    Decision Maker · 1 contact
    5. Olga Owner · Owner
       📞 +1 415-555-0104
    Accounts Payable · 1 contact
    6. Pia Payable
       no phone
    End User · 1 contact
    7. Ann Clerk
       no phone
    Chocolatier · 1 contact
    8. Willy Sweet
       📞 4155550107
    No contact type · 1 contact
    9. Nobody Special
       📞 4155550108
    Former contacts · 2 contacts
    10. Gary Gone · Terminated
       former contact
    Page 1 of 2
    Synced 4 min ago
    ");
    assert!(shown.lines().all(|line| line.chars().count() <= 80), "{shown}");
}
