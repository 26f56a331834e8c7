//! Reading records: all forms that the service, its relatives and older versions are known to send.

use callsheet::itglue::wire::RecordPage;
use callsheet_core::domain::contact::Contact;
use callsheet_core::domain::id::{ContactId, ContactTypeId, OrganizationId};
use callsheet_core::domain::organization::{ContactType, Location, Organization, QuickNotes};
use lookalike::account::Account;
use serde_json::{Value, json};

use super::{connect, contacts};
use testkit::logs::Logs;

pub(super) fn page(body: &str) -> RecordPage<Contact> {
    RecordPage::read(body).unwrap()
}

pub(super) fn contact(attributes: &Value) -> Option<Contact> {
    let body = json!({ "data": [{ "id": "72", "type": "contacts", "attributes": attributes }] });
    page(&body.to_string()).records.pop().map(|(_, contact)| contact)
}

#[test]
fn a_list_as_documented_is_read() {
    let page = page(include_str!("../../data/itglue/contacts.json"));
    assert!(page.unreadable.is_empty());
    insta::assert_debug_snapshot!(page.records[1], @r#"
    (
        73,
        Contact {
            id: ContactId(
                73,
            ),
            organization: Some(
                OrganizationId(
                    2,
                ),
            ),
            organization_name: Some(
                "Tree Frog",
            ),
            name: Some(
                "Nora Vale",
            ),
            first_name: Some(
                "Nora",
            ),
            last_name: Some(
                "Vale",
            ),
            title: Some(
                "VP Operations",
            ),
            contact_type: Some(
                ContactTypeId(
                    24,
                ),
            ),
            contact_type_name: Some(
                "Approver",
            ),
            location: None,
            location_name: None,
            important: true,
            restricted: false,
            notes: None,
            emails: [
                Email {
                    value: "nora.vale@treefrog.example",
                    primary: true,
                    label: Some(
                        "Work",
                    ),
                },
                Email {
                    value: "nora@home.example",
                    primary: false,
                    label: Some(
                        "Home",
                    ),
                },
            ],
            phones: [
                Phone {
                    value: "4155550173",
                    formatted: Some(
                        "(415) 555-0173",
                    ),
                    extension: None,
                    primary: true,
                    label: Some(
                        "Work",
                    ),
                    fax: false,
                },
            ],
            url: None,
            created_at: Some(
                2016-09-12T19:10:26Z,
            ),
            updated_at: Some(
                2016-09-12T19:10:26Z,
            ),
            phones_changed_at: None,
        },
    )
    "#);
}

#[test]
fn a_live_count_is_read() {
    let page = RecordPage::<ContactType>::read(include_str!("../../data/itglue/rows_with_meta.json")).unwrap();
    assert_eq!((page.total, page.is_last, page.len()), (Some(2), true, 2));
    assert_eq!(&*page.records[0].1.name, "Status 1");
}

#[tokio::test]
async fn records_arrive_as_the_account_holds_them() {
    let mut account = Account::default();
    let acme = account.add_organization("Acme Corporation");
    let technical = account.add_contact_type("Technical");
    let office = account.add_location(acme, "Head Office").id;
    let jane = account.add_contact(acme, "Jane", "Doe").title("IT Manager").vip().of_type(technical);
    jane.email("Work", "jane.doe@acme.example").extension("Office", "4155550100", "123").fax("4155550109");
    jane.location = Some(office);
    jane.restricted = true;
    jane.notes = Some("Text first.".into());
    let (_lookalike, client) = connect(account).await;
    let jane = contacts(&client).await.unwrap().records.pop().unwrap();
    assert_eq!(jane.display_name(), "Jane Doe");
    assert_eq!(jane.organization_name.as_deref(), Some("Acme Corporation"));
    assert_eq!(jane.contact_type_name.as_deref(), Some("Technical"));
    assert_eq!(jane.location_name.as_deref(), Some("Head Office"));
    assert_eq!(jane.notes.as_deref(), Some("Text first."));
    assert_eq!(jane.url.as_deref(), Some(&*format!("https://callsheet.itglue.example/{acme}/contacts/{}", jane.id)));
    assert!(jane.important && jane.restricted && jane.phones[1].fax);
    assert_eq!(jane.phones[0].extension.as_deref(), Some("123"));
    assert_eq!(jane.phones[0].formatted.as_deref(), Some("(415) 555-0100"));
}

#[test]
fn a_contact_without_attributes_is_an_empty_contact() {
    let empty = contact(&json!({})).unwrap();
    assert_eq!(empty.display_name(), "");
    assert!(!empty.is_reachable() && !empty.important && !empty.restricted);
}

#[test]
fn blank_is_nothing_and_edges_are_trimmed() {
    let blank = contact(&json!({ "title": "  ", "notes": "", "name": " Jane Doe\n", "location-id": "" })).unwrap();
    assert_eq!((blank.title, blank.notes, blank.location), (None, None, None));
    assert_eq!(blank.name.as_deref(), Some("Jane Doe"));
}

#[test]
fn numbers_may_be_strings_and_flags_may_be_null() {
    let odd = json!({ "organization-id": "2", "contact-type-id": 24, "important": null, "restricted": "true",
        "first-name": 7, "contact-emails": null,
        "contact-phones": [{ "value": 4_155_550_100_u64, "extension": 12, "primary": 1 }, { "value": null }, null] });
    let odd = contact(&odd).unwrap();
    assert_eq!((odd.organization.unwrap().0, odd.contact_type.unwrap().0), (2, 24));
    assert!(!odd.important && odd.restricted && odd.emails.is_empty());
    assert_eq!((odd.phones.len(), &*odd.phones[0].value, odd.phones[0].primary), (1, "4155550100", true));
    assert_eq!((odd.first_name.as_deref(), odd.phones[0].extension.as_deref()), (Some("7"), Some("12")));
}

#[test]
fn a_fax_is_known_by_its_type_or_its_label() {
    let is_fax = |phone: Value| contact(&json!({ "contact-phones": [phone] })).unwrap().phones[0].fax;
    assert!(is_fax(json!({ "value": "1", "label-type": "fax", "label-name": "Office" })));
    assert!(is_fax(json!({ "value": "1", "label-type": "phone", "label-name": "Work Fax" })));
    assert!(!is_fax(json!({ "value": "1", "label-type": "phone", "label-name": "Fairfax office" })));
    assert!(!is_fax(json!({ "value": "1" })));
}

#[test]
fn only_web_addresses_become_links() {
    let url = |text: &str| contact(&json!({ "resource-url": text })).unwrap().url;
    assert_eq!(url("HTTPS://it.example/1/contacts/2").as_deref(), Some("https://it.example/1/contacts/2"));
    for bad in ["javascript:alert(1)", "discord://x", "/1/contacts/2", "https://", "nonsense"] {
        assert_eq!(url(bad), None, "{bad}");
    }
}

#[test]
fn an_unreadable_field_costs_that_field_and_the_log_names_it() {
    for (field, value, named) in [
        ("title", "true", "title"),
        ("title", "1e999", "title"),
        ("important", "[]", "important"),
        ("notes", r#"{ "html": "<p>secret</p>" }"#, "notes"),
        ("organization-id", r#""acme""#, "organization-id"),
        ("contact-emails", r#""jane@acme.example""#, "contact-emails"),
        ("contact-phones", r#"["4155550100"]"#, "contact-phones"),
        ("contact-phones", r#"[{ "value": [1] }]"#, "contact-phones.value"),
    ] {
        let logs = Logs::capture();
        let good = r#""name": "Jane Doe", "contact-type-id": 24"#;
        let page = page(&format!(r#"{{ "data": [{{ "id": 71, "attributes": {{ {good}, "{field}": {value} }} }}] }}"#));
        let expected = Contact {
            name: Some("Jane Doe".into()),
            contact_type: Some(ContactTypeId(24)),
            ..Contact::new(ContactId(71))
        };
        assert_eq!(page.records, [(71, expected)], "{field}: {value}");
        let logs = logs.text();
        let line = logs.lines().find(|line| line.contains("WARN")).unwrap();
        assert!(line.contains("contacts") && line.contains("id=71"), "{line}");
        assert!(line.contains(&format!("fields=\"{named}\"")), "{line}");
        assert!(!line.contains("acme") && !line.contains("secret") && !line.contains("4155"), "{line}");
    }
}

#[test]
fn an_unreadable_entry_of_a_list_costs_no_other_entry() {
    let odd = contact(&json!({ "title": true, "contact-phones": [
        { "value": "4155550100", "label-name": [], "primary": "true" }, { "value": {} }, 7, { "value": "4155550101" },
    ], "contact-emails": [{ "value": "a@acme.example", "primary": "perhaps" }] }))
    .unwrap();
    let phones: Vec<(&str, bool)> = odd.phones.iter().map(|phone| (&*phone.value, phone.primary)).collect();
    assert_eq!(phones, [("4155550100", true), ("4155550101", false)]);
    assert_eq!((odd.emails.len(), odd.title), (1, None));
}

#[test]
fn a_possibly_restricted_contact_is_restricted() {
    for value in [json!("perhaps"), json!([]), json!(7)] {
        assert!(contact(&json!({ "name": "Jane", "restricted": value })).unwrap().restricted);
    }
}

#[test]
fn half_an_emoji_costs_nothing_but_itself() {
    let body = r#"{ "data": [{ "id": "72", "attributes": {
        "first-name": "Ramona", "last-name": "Quimbleton \ud83d", "title": "\ude00", "notes": "cut \ud83d" } }] }"#;
    let logs = Logs::capture();
    let ramona = page(body).records.pop().unwrap().1;
    assert_eq!(ramona.display_name(), "Ramona Quimbleton");
    assert_eq!((ramona.title, ramona.notes.as_deref()), (None, Some("cut \u{fffd}")));
    assert_eq!(logs.text(), "");
}

#[test]
fn texts_are_repaired_and_notes_stay_raw() {
    let odd = contact(&json!({
        "first-name": "J\u{c3}\u{bc}rgen", "last-name": "O&#39;Brien", "organization-name": "Birch &amp; Sons",
        "title": "R&amp;D\u{200b} Lead", "location-name": "G=C3=BCtersloh", "contact-type-name": "End\u{a0}User",
        "notes": "<b>R&amp;D</b>",
        "contact-phones": [{ "value": "312-555-0123\n312-555-0145", "label-name": "Work&nbsp;1" }],
    }))
    .unwrap();
    assert_eq!(odd.display_name(), "Jürgen O'Brien");
    let texts = [&odd.organization_name, &odd.title, &odd.location_name, &odd.contact_type_name, &odd.notes];
    let texts = texts.map(|text| text.as_deref().unwrap());
    assert_eq!(texts, ["Birch & Sons", "R&D Lead", "Gütersloh", "End User", "<b>R&amp;D</b>"]);
    assert_eq!(&*odd.phones[0].value, "312-555-0123\n312-555-0145");
    assert_eq!(odd.phones[0].label.as_deref(), Some("Work 1"));
    let body = json!({ "data": [{ "id": "5", "attributes": { "name": "Harbourstone &amp; Sons" } }] }).to_string();
    assert_eq!(&*RecordPage::<Organization>::read(&body).unwrap().records[0].1.name, "Harbourstone & Sons");
}

#[test]
fn an_address_field_may_hold_several_or_none() {
    let jane = contact(&json!({ "contact-emails": [
        { "value": "n/a", "primary": true, "label-name": "Work" },
        { "value": "Jane <jane@acme.example>; mailto:jd@acme.example", "label-name": "Home" },
        { "value": "JANE@acme.example" }, { "value": "-" }, { "value": "none" },
    ] }))
    .unwrap();
    let emails: Vec<(&str, Option<&str>)> =
        jane.emails.iter().map(|email| (&*email.value, email.label.as_deref())).collect();
    assert_eq!(emails, [("jane@acme.example", Some("Home")), ("jd@acme.example", Some("Home"))]);
    assert!(!contact(&json!({ "contact-emails": [{ "value": "tbd" }] })).unwrap().is_reachable());
}

#[test]
fn an_id_may_be_written_with_a_decimal_point() {
    assert_eq!(contact(&json!({ "organization-id": 1.0 })).unwrap().organization, Some(OrganizationId(1)));
    for bad in [json!(1.5), json!(-1.0), json!(1e300)] {
        assert_eq!(contact(&json!({ "organization-id": bad })).unwrap().organization, None);
    }
}

#[test]
fn attributes_without_names_are_unreadable() {
    for attributes in [json!([]), json!([2, "Acme"]), json!(null), json!("Jane"), json!(7)] {
        let page = page(&json!({ "data": [{ "id": 1, "attributes": attributes }] }).to_string());
        assert_eq!(page.unreadable, [Some(1)], "{attributes}");
    }
    assert_eq!(page(r#"{ "data": [{ "id": 1 }, { "attributes": {} }] }"#).unreadable, [Some(1), None]);
}

#[test]
fn an_unreadable_moment_is_no_moment() {
    let odd = contact(&json!({ "created-at": "yesterday", "updated-at": [1] })).unwrap();
    assert_eq!((odd.created_at, odd.updated_at), (None, None));
}

#[test]
fn rows_without_a_name_are_unreadable_but_known() {
    let body = json!({ "data": [{ "id": "5", "attributes": { "name": " " } }] }).to_string();
    assert_eq!(RecordPage::<Organization>::read(&body).unwrap().unreadable, [Some(5)]);
    assert_eq!(RecordPage::<ContactType>::read(&body).unwrap().unreadable, [Some(5)]);
    assert_eq!(RecordPage::<Location>::read(&body).unwrap().records.len(), 1, "a site is known by its city too");
}

fn organization(attributes: &Value) -> Organization {
    let body = json!({ "data": [{ "id": "5", "type": "organizations", "attributes": attributes }] });
    RecordPage::read(&body.to_string()).unwrap().records.pop().unwrap().1
}

#[test]
fn alert_and_quick_notes_of_an_organization_are_read() {
    let acme = organization(&json!({
        "name": "Acme", "alert": " Ring twice. ", "quick-notes": "<p>Main client.</p>\n",
        "organization-type-name": "Customer", "organization-status-name": "Inactive",
    }));
    assert_eq!(acme.alert.as_deref(), Some("Ring twice."));
    assert_eq!(acme.quick_notes, Some(QuickNotes { text: "<p>Main client.</p>".into(), cut: false }));
    assert_eq!((acme.organization_type.as_deref(), acme.status.as_deref()), (Some("Customer"), Some("Inactive")));
    let blank = organization(&json!({ "name": "Acme", "alert": "", "quick-notes": " \n" }));
    assert_eq!((blank.alert, blank.quick_notes), (None, None));
}

/// Lists cut quick notes after 250 characters, at any place.
#[test]
fn quick_notes_that_were_cut_end_before_half_a_secret() {
    for (end, left) in [
        ("of the team and mo", "of the team and"),
        ("team. sk_live_4eC39HqLyjWD", "team."),
        ("team. 4111 1111 1111 1", "team."),
        ("team.</p><p>sk_live_4eC39", "team.</p><p>"),
        ("東京のお客様", "東京のお客様"),
    ] {
        let fill = 250 - end.chars().count();
        let carried = format!("{}{end}", "word ".repeat(60).chars().take(fill - 1).chain([' ']).collect::<String>());
        assert_eq!(carried.chars().count(), 250);
        let read = organization(&json!({ "name": "Acme", "quick-notes": carried })).quick_notes.unwrap();
        assert!(read.cut && read.text.ends_with(left), "{end}: {}", read.text);
    }
    let whole = |text: String| organization(&json!({ "name": "Acme", "quick-notes": text })).quick_notes.unwrap();
    assert_eq!(whole("x".repeat(249)), QuickNotes { text: "x".repeat(249).into(), cut: false });
    assert_eq!(whole("x".repeat(250)), QuickNotes { text: "".into(), cut: true });
}

#[tokio::test]
async fn a_sweep_brings_what_the_lists_carry_of_an_organization() {
    let mut account = Account::default();
    let acme = account.add_organization("Acme Corporation");
    let record = account.change_organization(acme).unwrap();
    (record.alert, record.quick_notes) = (Some("Ring twice.".into()), Some(format!("<p>{}</p>", "word ".repeat(60))));
    let (_lookalike, client) = connect(account).await;
    let acme = client.organizations(&|_, _| ()).await.unwrap().records.pop().unwrap();
    let quick_notes = acme.quick_notes.as_ref().unwrap();
    assert_eq!((acme.alert.as_deref(), quick_notes.cut), (Some("Ring twice."), true));
    assert!(quick_notes.text.ends_with(" word") && quick_notes.text.len() < 250, "{}", quick_notes.text);
}
