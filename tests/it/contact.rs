//! `/contact`: one person, or a choice.

use callsheet_core::directory::snapshot::{Snapshot, Status, Trouble};
use callsheet_core::domain::contact::{Email, Phone};
use callsheet_core::domain::organization::{Location, QuickNotes};
use insta::assert_snapshot;

use testkit::account::{Account, Person, fresh, location, now, person, phone, usual_types};
use testkit::chat::{Chat, picked};
use testkit::targets;

fn jane() -> Person {
    person(42, "Jane Doe")
        .at(1)
        .title("IT Manager")
        .of_type(2)
        .vip()
        .located(1)
        .email_like(Email { value: "j.doe@home.example".into(), primary: false, label: Some("Home".into()) })
        .email_like(Email { value: "jane.doe@acme.example".into(), primary: true, label: Some("Work".into()) })
        .phone_like(Phone {
            formatted: Some("(415) 555-0100".into()),
            label: Some("Office".into()),
            ..phone("4155550100")
        })
        .phone_like(Phone {
            formatted: Some("(415) 555-0156".into()),
            extension: Some("123".into()),
            label: Some("Mobile".into()),
            primary: true,
            ..phone("4155550156")
        })
        .phone_like(Phone { fax: true, label: Some("Fax".into()), ..phone("4155550199") })
        .updated("2025-11-02T08:00:00Z")
        .url("https://acme.itglue.example/1/contacts/42")
}

fn account() -> Account {
    usual_types(Account::default())
        .organization_called(1, "Acme Corporation", "ACME")
        .organization(2, "Globex Limited")
        .location(1, "Head office", "San Francisco", Some("4155550000"))
        .with(jane())
        .with(person(43, "John Smith").at(1).title("CEO").of_type(3).email("john@acme.example"))
        .with(person(44, "John Smith").at(2).title("Sales").of_type(4).email("john.smith@globex.example"))
        .with(person(45, "Robert Baker").at(2).title("Engineer").of_type(2).phone("4155550145"))
        .with(person(46, "Mary Gone").at(2).title("Clerk").of_type(6).phone("4155550146"))
}

fn chat() -> Chat {
    Chat::about(&account())
}

#[test]
fn a_taken_suggestion_is_exactly_that_contact() {
    let shown = chat().asks("contact", &[("name", "id:42")]);
    assert_eq!(shown.kind(), 4);
    assert_snapshot!(shown, @"
    ⭐ VIP · Jane Doe
    IT Manager · Acme Corporation
    📞 <+1 415 555 0156> ext. 123
    Mobile · best now: mobile, after hours · country guess: US (location)
    🌙 Night there: Tue 04:00 in San Francisco
    📞 Other phone: <+1 415 555 0100> · Office
    ✉️ Email: <jane.doe@acme.example> · Work
    ✉️ Other email: <j.doe@home.example> · Home
    type: Internal IT
    📍 Location: Head office, San Francisco, CA, United States
    ☎️ Location phone: <+1 415 555 0000> · country guess: US (location)
    Synced 4 min ago · record updated 2025-11-02
    [Show less]
    [Share in channel]
    [Wrong number]
    [Directory]
    [☆ Add favorite]
    [Download vCard]
    [Open in IT Glue] https://acme.itglue.example/1/contacts/42
    ");
}

#[test]
fn a_whole_name_is_one_person() {
    assert_snapshot!(chat().asks("contact", &[("name", "jane doe")]), @"
    ⭐ VIP · Jane Doe
    IT Manager · Acme Corporation
    📞 <+1 415 555 0156> ext. 123
    Mobile · best now: mobile, after hours · country guess: US (location)
    🌙 Night there: Tue 04:00 in San Francisco
    📞 Other phone: <+1 415 555 0100> · Office
    ✉️ Email: <jane.doe@acme.example> · Work
    ✉️ Other email: <j.doe@home.example> · Home
    type: Internal IT
    📍 Location: Head office, San Francisco, CA, United States
    ☎️ Location phone: <+1 415 555 0000> · country guess: US (location)
    Synced 4 min ago · record updated 2025-11-02
    [Show less]
    [Share in channel]
    [Wrong number]
    [Directory]
    [☆ Add favorite]
    [Download vCard]
    [Open in IT Glue] https://acme.itglue.example/1/contacts/42
    ");
}

#[test]
fn a_misspelt_name_is_found_and_the_card_says_so() {
    let shown = chat().asks("contact", &[("name", "robrt baker")]).to_string();
    assert!(shown.starts_with("Robert Baker\n"), "{shown}");
    let reason = shown.lines().find(|line| line.starts_with("🔎 Matched ")).unwrap();
    assert!(reason.ends_with(": robrt → Robert"), "{reason}");
}

#[test]
fn several_near_matches_are_offered_as_such() {
    assert_snapshot!(chat().asks("contact", &[("name", "jhn smith")]), @"
    No exact match for “jhn smith”
    Did you mean one of these?
    1. John Smith · CEO · Acme Corporation · Decision Maker
    2. John Smith · Sales · Globex Limited · End User
    Synced 4 min ago
    [John Smith | CEO · Acme Corporation · Decision Maker]
    [John Smith | Sales · Globex Limited · End User]
    ");
}

#[test]
fn a_nickname_is_found_and_the_card_says_so() {
    assert_snapshot!(chat().asks("contact", &[("name", "bob baker")]), @"
    Robert Baker
    Engineer · Globex Limited
    📞 4155550145
    as stored, unverified
    ✉️ No email address
    🔎 Matched by nickname: bob → Robert
    type: Internal IT
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
fn a_phone_number_is_found_and_the_card_says_so() {
    assert_snapshot!(chat().asks("contact", &[("name", "555-0145")]), @"
    Robert Baker
    Engineer · Globex Limited
    📞 4155550145
    as stored, unverified
    ✉️ No email address
    🔎 Matched by the last digits of a phone number: …5550145
    type: Internal IT
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
fn several_of_one_name_are_a_choice_shown_in_place() {
    let chat = chat();
    let menu = chat.asks("contact", &[("name", "john smith")]);
    assert_snapshot!(menu, @"
    Several matches for “john smith”
    Pick the one you mean.
    1. John Smith · CEO · Acme Corporation · Decision Maker
    2. John Smith · Sales · Globex Limited · End User
    Synced 4 min ago
    [John Smith | CEO · Acme Corporation · Decision Maker]
    [John Smith | Sales · Globex Limited · End User]
    ");
    let card = chat.picks(&menu, "John Smith");
    assert_eq!(card.kind(), 7);
    assert_snapshot!(card, @"
    John Smith
    CEO · Acme Corporation
    📞 No phone number
    ✉️ Email: <john@acme.example>
    type: Decision Maker
    📍 No location
    Synced 4 min ago
    [Show less]
    [Share in channel]
    [Directory]
    [☆ Add favorite]
    [Download vCard]
    ");
}

#[test]
fn an_organization_settles_which_of_them() {
    for organization in ["globex", "Globex Limited", "id:2"] {
        let shown = chat().asks("contact", &[("name", "john smith"), ("organization", organization)]);
        assert!(shown.to_string().starts_with("John Smith\nSales · Globex Limited\n"), "{shown}");
    }
}

#[test]
fn a_contact_of_another_organization_is_never_the_answer() {
    for name in ["jane doe", "jane.doe@acme.example", "4155550156"] {
        let shown = chat().asks("contact", &[("name", name), ("organization", "globex")]).to_string();
        assert!(shown.starts_with(&format!("No match for “{name}” at Globex Limited\n")), "{shown}");
        assert!(!shown.contains("Acme"), "{shown}");
    }
}

#[test]
fn an_ambiguous_organization_is_a_choice() {
    let account = account()
        .organization(3, "Initech Dental")
        .organization(4, "Initech Logistics")
        .with(person(47, "Ann Roe").at(3).title("Dentist").phone("4155550147"))
        .with(person(48, "Ann Lee").at(4).title("Driver").phone("4155550148"));
    let chat = Chat::about(&account);
    assert_snapshot!(chat.asks("contact", &[("name", "ann"), ("organization", "initech")]), @"
    Several clients match “initech”
    Pick the contact at the right client.
    1. Ann Roe · Dentist · Initech Dental
    2. Ann Lee · Driver · Initech Logistics
    Synced 4 min ago
    [Ann Roe | Dentist · Initech Dental]
    [Ann Lee | Driver · Initech Logistics]
    ");
    assert_snapshot!(chat.asks("contact", &[("name", "ann roe"), ("organization", "initech")]), @"
    Several clients match “initech”
    Pick the contact at the right client.
    1. Ann Roe · Dentist · Initech Dental
    2. Ann Lee · Driver · Initech Logistics
    Synced 4 min ago
    [Ann Roe | Dentist · Initech Dental]
    [Ann Lee | Driver · Initech Logistics]
    ");
}

#[test]
fn an_unknown_organization_is_said_with_the_nearest() {
    assert_snapshot!(chat().asks("contact", &[("name", "jane"), ("organization", "zzyzx")]), @"
    No client matches “zzyzx”
    Pick a suggestion while typing, or try the short name.
    Synced 4 min ago
    ");
}

#[test]
fn a_type_settles_which_of_them() {
    for contact_type in ["Decision Maker", "decision", "decsion maker", "id:3"] {
        let shown = chat().asks("contact", &[("name", "john smith"), ("type", contact_type)]);
        assert!(shown.to_string().starts_with("John Smith\nCEO · Acme Corporation\n"), "{shown}");
    }
}

#[test]
fn an_unknown_type_is_said_with_the_known_ones() {
    assert_snapshot!(chat().asks("contact", &[("name", "john"), ("type", "astronaut")]), @"
    No contact type matches “astronaut”
    Contact types: Accounts Payable · Decision Maker · End User · Internal IT · Primary Contact · Terminated · Vendor Support
    Pick a suggestion while typing.
    Synced 4 min ago
    ");
}

#[test]
fn a_pick_against_the_other_options_is_asked_about() {
    let chat = chat();
    let menu = chat.asks("contact", &[("name", "id:42"), ("organization", "id:2")]);
    assert_snapshot!(menu, @"
    This contact doesn't match your other filters
    Change the client or type, or pick the contact here.
    1. ⭐ VIP · Jane Doe · IT Manager · Acme Corporation · Internal IT
    Synced 4 min ago
    [⭐ VIP · Jane Doe | IT Manager · Acme Corporation · Internal IT]
    ");
    assert!(chat.picks(&menu, "Jane").to_string().contains("IT Manager"));
}

#[test]
fn an_unmatched_name_is_said_with_what_to_try() {
    assert_snapshot!(chat().asks("contact", &[("name", "xavier quimby")]), @"
    No match for “xavier quimby”
    Try a last name, an email address, part of a phone number, or the client.
    Synced 4 min ago
    ");
}

#[test]
fn a_name_without_letters_is_nothing_to_search_for() {
    assert_snapshot!(chat().asks("contact", &[("name", "…")]), @"
    Enter something to search for
    Type a name, an email address, or part of a phone number.
    Synced 4 min ago
    ");
}

#[test]
fn records_that_are_gone_are_said_to_be_gone() {
    let chat = chat();
    assert_snapshot!(chat.asks("contact", &[("name", "id:999")]), @"
    No longer available
    This record was removed from IT Glue, or the bot may not show it. Search by name again.
    Synced 4 min ago
    ");
    for options in [[("name", "jane"), ("organization", "id:99")], [("name", "jane"), ("type", "id:99")]] {
        assert!(chat.asks("contact", &options).to_string().starts_with("No longer available\n"));
    }
}

#[test]
fn a_menu_left_open_shows_the_record_of_now() {
    let menu = chat().asks("contact", &[("name", "john smith")]);
    let later = Chat::about(&account().without(43).without(44));
    assert!(later.picks(&menu, "John").to_string().starts_with("No longer available\n"));
}

#[test]
fn a_contact_who_left_is_shown_with_a_warning() {
    assert_snapshot!(chat().asks("contact", &[("name", "id:46")]), @"
    Mary Gone
    ⛔ Former contact: the contact type is “Terminated”. Check before you call.
    Clerk · Globex Limited
    📞 4155550146
    as stored, unverified
    ✉️ No email address
    type: Terminated
    📍 No location
    Synced 4 min ago
    [Show less]
    [Wrong number]
    [Directory]
    [☆ Add favorite]
    ");
    let account = Account::default().with(person(1, "Max Moritz (left 2023)"));
    assert_snapshot!(Chat::about(&account).asks("contact", &[("name", "id:1")]), @"
    Max Moritz (left 2023)
    ⛔ Former contact, judging by the name or title in IT Glue. Check before you call.
    No client
    📞 No phone number
    ✉️ No email address
    No title · No contact type
    📍 No location
    Synced 4 min ago
    [Show less]
    [☆ Add favorite]
    ");
}

#[test]
fn a_contact_who_left_comes_last_among_several() {
    let account = account().with(person(40, "John Smith").at(1).of_type(6).title("Intern"));
    let shown = Chat::about(&account).asks("contact", &[("name", "john smith")]).to_string();
    let entries: Vec<&str> = shown.lines().filter(|line| line.starts_with("[John")).collect();
    assert_eq!(entries.len(), 3);
    assert_eq!(entries[2], "[John Smith | former contact · Intern · Acme Corporation · Terminated]");
}

#[test]
fn missing_fields_are_said_in_words() {
    let account = Account::default()
        .with(person(1, "No Body"))
        .with(person(2, "Fax Only").phone_like(Phone { fax: true, ..phone("4155550199") }))
        .with(person(3, "").but(|contact| (contact.name, contact.first_name) = (None, None)));
    let chat = Chat::about(&account);
    assert_snapshot!(chat.asks("contact", &[("name", "id:1")]), @"
    No Body
    No client
    📞 No phone number
    ✉️ No email address
    No title · No contact type
    📍 No location
    Synced 4 min ago
    [Show less]
    [Share in channel]
    [☆ Add favorite]
    [Download vCard]
    ");
    assert!(chat.asks("contact", &[("name", "id:2")]).to_string().contains("📞 Fax number only\n"));
    assert!(chat.asks("contact", &[("name", "id:3")]).to_string().starts_with("Unnamed contact\n"));
}

#[test]
fn a_long_list_of_numbers_is_cut_short() {
    let many = (0..12).fold(person(1, "Switch Board"), |person, at| person.phone(&format!("41555501{at:02}")));
    let shown = Chat::about(&Account::default().with(many)).asks("contact", &[("name", "id:1")]).to_string();
    assert_eq!(shown.matches("📞").count(), 8);
    assert!(shown.contains("📞 Other phone: 4155550107 · as stored, unverified\n… and 4 more in IT Glue\n"), "{shown}");
}

#[test]
fn a_long_record_still_shows_its_age_and_trouble() {
    let long = "x".repeat(2000);
    let endless = (0..20).fold(person(1, &long).title(&long), |person, at| {
        let label = Some(long.as_str().into());
        let extension = Some(long.as_str().into());
        person.phone_like(Phone { label, extension, ..phone(&format!("{at}{long}")) }).email(&long)
    });
    let trouble = Some(Trouble::Unreachable { since: now() });
    let chat = Chat::about(&Account::default().with(endless)).with_status(Status { trouble, ..fresh() });
    let shown = chat.asks("contact", &[("name", "id:1")]).to_string();
    let last: Vec<&str> = shown.lines().rev().skip_while(|line| line.starts_with('[')).take(3).collect();
    assert_eq!(last[0], "Synced 4 min ago");
    assert!(last[1].starts_with("⚠️ Can't reach IT Glue") && last[2] == "…", "{last:?}");
}

#[test]
fn two_records_that_read_alike_are_told_apart() {
    let twin = |id| person(id, "Ann Lee").at(1).title("Clerk");
    let account = Account::default()
        .organization(1, "Acme")
        .with(twin(1).email("ann@acme.example"))
        .with(twin(2).phone("4155550102"))
        .with(twin(3))
        .with(twin(4));
    assert_snapshot!(Chat::about(&account).asks("contact", &[("name", "ann lee")]), @"
    Several matches for “ann lee”
    Pick the one you mean.
    1. Ann Lee · ann@acme.example · Clerk · Acme
    2. Ann Lee · 4155550102 · Clerk · Acme
    3. Ann Lee · no phone or email · record 3 · Clerk · Acme
    4. Ann Lee · no phone or email · record 4 · Clerk · Acme
    Synced 4 min ago
    [Ann Lee | ann@acme.example · Clerk · Acme]
    [Ann Lee | 4155550102 · Clerk · Acme]
    [Ann Lee | no phone or email · record 3 · Clerk · Acme]
    [Ann Lee | no phone or email · record 4 · Clerk · Acme]
    ");
}

#[test]
fn more_people_than_a_menu_holds_are_narrowed_down() {
    let people = (0..40).map(|id| person(id + 1, "Ann Lee").title(&format!("Clerk {id}")).phone("4155550101"));
    let shown = Chat::about(&Account::default().with_all(people)).asks("contact", &[("name", "ann lee")]).to_string();
    assert_eq!(shown.matches("[Ann Lee |").count(), 25);
    assert!(shown.contains("Showing the top 25. Add a last name or a client to narrow it down."), "{shown}");
}

#[test]
fn restricted_records_do_not_exist() {
    let account = Account::default().with(person(1, "Secret Agent").restricted().email("agent@acme.example"));
    let chat = Chat::about(&account);
    for name in ["id:1", "secret agent", "agent@acme.example"] {
        assert!(!chat.asks("contact", &[("name", name)]).to_string().contains("Agent\n"), "{name}");
    }
    assert!(chat.sends(&picked(targets::person(1))).to_string().starts_with("No longer available\n"));
}

#[test]
fn notes_are_neither_searched_nor_shown() {
    let account = Account::default().with(person(1, "Ann Lee").notes("call Zebulon instead, code 12345"));
    let chat = Chat::about(&account);
    assert!(!chat.asks("contact", &[("name", "zebulon")]).to_string().contains("Ann"));
    assert!(!chat.asks("contact", &[("name", "id:1")]).to_string().contains("12345"));
}

#[test]
fn before_the_first_sync_the_bot_says_so() {
    let chat = Chat::over(Snapshot::default());
    assert_snapshot!(chat.asks("contact", &[("name", "jane")]), @"
    Contacts are still loading
    The first sync with IT Glue isn't finished. Try again in a minute.
    ");
    let trouble = Some(Trouble::Unreachable { since: "2026-11-24T11:30:00Z".parse().unwrap() });
    let chat = chat.with_status(Status { synced_at: None, trouble, ..Status::default() });
    assert_snapshot!(chat.asks("contact", &[("name", "id:42")]), @"
    Contacts are still loading
    The first sync with IT Glue isn't finished. Try again in a minute.
    ⚠️ Can't reach IT Glue (first failure 30 min ago).
    ");
    assert!(chat.sends(&picked(targets::person(42))).to_string().starts_with("Contacts are still loading\n"));
}

#[test]
fn the_card_shows_trouble_with_it_glue() {
    let since = "2026-11-24T10:00:00Z".parse().unwrap();
    let last_lines = |trouble| {
        let status = Status { trouble: Some(trouble), ..fresh() };
        let shown = chat().with_status(status).asks("contact", &[("name", "id:43")]).to_string();
        shown.lines().skip_while(|line| !line.starts_with("⚠️")).collect::<Vec<_>>().join("\n")
    };
    assert_snapshot!(last_lines(Trouble::Unreachable { since }), @"
    ⚠️ Can't reach IT Glue (first failure 2 h ago). Showing the last good copy.
    Synced 4 min ago
    [Show less]
    [Share in channel]
    [Directory]
    [☆ Add favorite]
    [Download vCard]
    ");
    assert_snapshot!(last_lines(Trouble::Refused { since }), @"
    ⚠️ IT Glue rejects the bot's API key (first time 2 h ago). Showing the last good copy. Tell your bot admin.
    Synced 4 min ago
    [Show less]
    [Share in channel]
    [Directory]
    [☆ Add favorite]
    [Download vCard]
    ");
    assert_snapshot!(last_lines(Trouble::HeldBack { since }), @"
    ⚠️ A sync is waiting for approval: it would remove unusually many records (first seen 2 h ago). Showing the last good copy. Tell your bot admin.
    Synced 4 min ago
    [Show less]
    [Share in channel]
    [Directory]
    [☆ Add favorite]
    [Download vCard]
    ");
}

#[test]
fn discord_counts_the_age_on_while_the_card_is_open() {
    let shown = chat().asks("contact", &[("name", "id:43")]);
    let description = shown.body()["data"]["embeds"][0]["description"].as_str().unwrap();
    let synced_at = fresh().synced_at.unwrap();
    assert!(description.ends_with(&format!("\n-# Synced <t:{}:R>", synced_at.as_second())), "{description}");
    assert_eq!(now().duration_since(synced_at).as_mins(), 4);
}

#[test]
fn only_an_address_on_the_web_becomes_a_link() {
    let account = Account::default()
        .with(person(1, "Bad Link").url("javascript:alert(1)"))
        .with(person(2, "No Link").url("not an address"))
        .with(person(4, "Near Link").url("https://intranet/contacts/4"))
        .with(person(3, "Long Link").url(&format!("https://acme.itglue.example/{}", "x".repeat(600))));
    let chat = Chat::about(&account);
    for name in ["id:1", "id:2", "id:3", "id:4"] {
        assert!(!chat.asks("contact", &[("name", name)]).to_string().contains("Open in IT Glue"), "{name}");
    }
}

#[test]
fn a_card_has_no_link_that_leads_elsewhere() {
    let urls = [
        "https://www.itglue.com@evil.example/1/contacts/1",
        "https://www.itglue.com.evil.example/1/contacts/1",
        "https://evil.example/www.itglue.com/1/contacts/1",
        "https://jane@www.itglue.com/1/contacts/1",
        "https://www.itglue.com:8443/1/contacts/1",
        "http://www.itglue.com/1/contacts/1",
        "https://docs.msp.example/1/contacts/1",
        "https://www.itglue.com/1/contacts/1",
    ];
    let linked = |policy: &str| -> Vec<&str> {
        let is_linked = |url: &&str| {
            let notes = QuickNotes { text: "Call first".into(), cut: true };
            let account = Account::default().organization(1, "Acme Corporation");
            let account = account.changing(1, |record| record.quick_notes = Some(notes));
            let chat = Chat::about(&account.with(person(1, "Jane Doe").at(1).url(url))).with_policy(policy);
            // From a contact, from a client, and on a shared card.
            let card = chat.asks("contact", &[("name", "id:1")]);
            let directory = chat.asks("directory", &[("organization", "id:1")]);
            let shown = [card.to_string(), chat.shares(&card).to_string(), directory.to_string()];
            let links = shown.map(|shown| shown.contains("[Open in IT Glue] https://"));
            assert!(links.iter().all(|link| *link == links[0]), "{url}: {links:?}");
            links[0]
        };
        urls.into_iter().filter(is_linked).collect()
    };
    assert_eq!(linked("open = true"), ["https://www.itglue.com/1/contacts/1"]);
    let both = ["https://docs.msp.example/1/contacts/1", "https://www.itglue.com/1/contacts/1"];
    assert_eq!(linked("open = true\nit_glue_host = \"Docs.MSP.example\""), both);
}

#[test]
fn a_menu_says_how_many_of_its_people_are_shown() {
    let jane = |id| person(id, &format!("Jane Doe {id}")).at(2).phone("4155550101");
    let account = Account::default().organization(1, "Acme Corporation").organization(2, "Globex");
    let shown = Chat::about(&account.with_all((1..40).map(jane)).with(person(50, "Joe Bloggs").at(1)))
        .asks("contact", &[("name", "jane doe acme")]);
    let people = shown.options().iter().filter(|option| option.contains("Jane Doe")).count();
    assert!((1..25).contains(&people) && shown.options().len() == 25, "{shown}");
    let said = format!("Showing the top {people}.");
    assert!(shown.to_string().contains(&said), "{said}: {shown}");
}

#[test]
fn sites_of_one_number_are_a_few_and_a_count() {
    let sites = (1..=40).map(|id| location(id, 1, [&format!("Town {id}"), "Texas", "United States"]));
    let sites = sites.map(|site| Location { phone: Some("4155550100".into()), ..site });
    let account = sites.fold(Account::default().organization(1, "Acme Corporation"), Account::location_like);
    let shown = Chat::about(&account.with(person(1, "Jane Doe").at(1))).asks("contact", &[("name", "4155550100")]);
    let shown = shown.to_string();
    assert!(shown.contains("Town 3 · … and 37 more") && !shown.contains("Town 4"), "{shown}");
}
