//! Where only names may be put into chat, nothing else is told by matches, lists, counts or order.

use std::collections::BTreeSet;

use callsheet_core::domain::contact::{Contact, Phone};
use insta::assert_snapshot;
use serde_json::{Value, json};

use testkit::account::{Account, person, usual_types};
use testkit::chat::{Chat, asked, clicked, typed, used_on};
use testkit::targets;

const POLICY: &str =
    "open = true\nredacted = [\"Quiet Clinic\"]\n[[authorisation]]\naction = \"visit\"\nby = [\"anyone\"]\n";

/// How a contact of a redacted client can differ.
#[derive(Clone, Copy, Debug)]
struct Kind {
    important: bool,
    contact_type: Option<u64>,
    title: Option<&'static str>,
}

const PLAIN: Kind = Kind { important: false, contact_type: None, title: None };

const KINDS: [Kind; 7] = [
    Kind { important: true, ..PLAIN },
    Kind { contact_type: Some(1), ..PLAIN },
    Kind { contact_type: Some(5), ..PLAIN },
    Kind { contact_type: Some(6), ..PLAIN },
    Kind { contact_type: Some(7), important: true, ..PLAIN },
    Kind { title: Some("Dentist"), ..PLAIN },
    Kind { title: Some("formerly dentist"), contact_type: Some(3), important: true },
];

/// Three contacts of a redacted client, the middle one of this kind, and namesakes elsewhere.
fn account(kind: Kind) -> Account {
    let quiet =
        |id, name| person(id, name).at(2).phone(&format!("41555501{id:02}")).email(&format!("x{id}@clinic.example"));
    let one = quiet(12, "Jane Midway").but(|contact| {
        contact.important = kind.important;
        contact.contact_type = kind.contact_type.map(callsheet_core::domain::id::ContactTypeId);
        contact.title = kind.title.map(Into::into);
    });
    usual_types(Account::default())
        .organization(1, "Acme Corporation")
        .organization(2, "Quiet Clinic")
        .with(quiet(11, "Jane Adams").of_type(2))
        .with(one)
        .with(quiet(13, "Jane Zoll").of_type(4).vip())
        .with(person(14, "Jane Beacon").at(1).of_type(1).vip().phone("4155550114"))
        .with(person(15, "Jane Yates").at(1).of_type(3).phone("4155550115"))
        .with(person(16, "Jane Midway").at(1).of_type(2).phone("4155550116"))
}

/// Every question except the chain and "who can": those answer by type and importance, with names.
fn questions() -> Vec<Value> {
    let names = [
        "jane",
        "jane midway",
        "midway",
        "id:12",
        "jnae midwya",
        "midway quiet clinic",
        "jane dentist",
        "dentist",
        "vendor jane",
    ];
    let organizations = [None, Some("id:2"), Some("quiet clinic"), Some("id:1"), Some("clinic")];
    let types = [None, Some("id:1"), Some("id:5"), Some("id:6"), Some("primary contact"), Some("contact")];
    let mut questions = vec![used_on("Who do I call?", &json!({ "content": "nobody is named" }))];
    for (organization, contact_type) in organizations.iter().flat_map(|one| types.iter().map(move |of| (one, of))) {
        let narrowed = [("organization", organization), ("type", contact_type)];
        let narrowed: Vec<(&str, &str)> =
            narrowed.into_iter().filter_map(|(key, value)| Some((key, (*value)?))).collect();
        questions.push(asked("vip", &narrowed));
        if organization.is_some() {
            questions.push(asked("directory", &narrowed));
        }
        for name in names {
            let options = [&[("name", name)], &*narrowed].concat();
            questions.extend(["contact", "vip"].map(|command| asked(command, &options)));
        }
        for name in ["", "j", "jane", "midw", "dent"] {
            let options = [&*narrowed, &[("name", name)]].concat();
            questions.extend(["contact", "vip"].map(|command| typed(command, &options)));
        }
    }
    questions.extend(
        [
            targets::vips(None, None, 0),
            targets::vips(Some(2), None, 0),
            targets::vips(Some(2), Some(6), 0),
            targets::directory(2, Some(1), 0),
            targets::share(12),
            targets::file(12),
        ]
        .map(clicked),
    );
    questions
}

#[test]
fn type_title_and_importance_do_not_change_the_answer() {
    let answers = |kind| {
        let chat = Chat::about(&account(kind)).with_policy(POLICY);
        let answer = |question: &Value| {
            chat.forgets();
            let response = chat.responds(question);
            response.body.to_string() + response.file.as_ref().map(|file| &*file.content).unwrap_or_default()
        };
        questions().iter().map(answer).collect::<Vec<String>>()
    };
    let plain = answers(PLAIN);
    let mut differ = BTreeSet::new();
    for kind in KINDS {
        for ((question, one), other) in questions().iter().zip(&plain).zip(&answers(kind)) {
            if one != other {
                differ.insert(format!("{kind:?} {}\n{one}\n{other}", question["data"]));
            }
        }
    }
    let shown: Vec<&String> = differ.iter().take(5).collect();
    assert!(differ.is_empty(), "{} answers differ: {shown:#?}", differ.len());
    assert!(plain.len() > 800, "{}", plain.len());
}

#[test]
fn a_redacted_contact_is_not_found_among_the_vips() {
    let chat = Chat::about(&account(Kind { important: true, ..PLAIN })).with_policy(POLICY);
    assert_snapshot!(chat.asks("vip", &[]), @"
    VIPs · 1 contact
    🏢 Acme Corporation
    1. Jane Beacon · Primary Contact
       📞 4155550114
    Synced 4 min ago
    [⭐ VIP · Jane Beacon | Acme Corporation · Primary Contact]
    ");
    assert_snapshot!(chat.asks("vip", &[("organization", "id:2")]), @"
    VIPs at Quiet Clinic
    🔒 Details for this client aren't shown in chat. Open the record in IT Glue.
    Synced 4 min ago
    ");
    assert_snapshot!(chat.asks("vip", &[("organization", "quiet clinic"), ("name", "jane zoll")]), @"
    VIPs at Quiet Clinic
    🔒 Details for this client aren't shown in chat. Open the record in IT Glue.
    Synced 4 min ago
    ");
    assert_snapshot!(chat.asks("vip", &[("name", "jane zoll")]), @"
    No match for “jane zoll”
    These names are closest. Or try a last name, an email address, or part of a phone number.
    1. ⭐ VIP · Jane Beacon · Acme Corporation · Primary Contact
    Synced 4 min ago
    [⭐ VIP · Jane Beacon | Acme Corporation · Primary Contact]
    ");
    assert_snapshot!(chat.asks("contact", &[("name", "jane zoll")]), @"
    Jane Zoll
    Quiet Clinic
    🔒 Details for this client aren't shown in chat. Open the record in IT Glue.
    Synced 4 min ago
    [Share in channel]
    ");
}

#[test]
fn a_redacted_contact_is_not_found_by_type() {
    let chat = Chat::about(&account(PLAIN)).with_policy(POLICY);
    assert_snapshot!(chat.asks("contact", &[("name", "jane adams"), ("type", "id:2")]), @"
    No match for “jane adams”
    These names are closest. Or try a last name, an email address, or part of a phone number.
    1. Jane Midway · Acme Corporation · Internal IT
    Synced 4 min ago
    [Jane Midway | Acme Corporation · Internal IT]
    ");
    assert_snapshot!(chat.asks("contact", &[("name", "jane adams"), ("type", "id:2"), ("organization", "id:2")]), @"
    No match for “jane adams” at Quiet Clinic
    Try a last name, or leave out the client to search everywhere.
    Synced 4 min ago
    ");
    assert_snapshot!(chat.types("contact", &[("organization", "id:2"), ("type", "id:2"), ("name", "")]), @"No contact matches your other filters […]");
}

#[test]
fn approvers_are_told_without_vip_or_departed_marks() {
    let asks = |kind, by: &str| {
        let policy =
            format!("open = true\nredacted = [\"Quiet Clinic\"]\n[[authorisation]]\naction = \"visit\"\nby = [{by}]\n");
        let chat = Chat::about(&account(kind)).with_policy(&policy);
        chat.asks("who-can", &[("action", "visit"), ("organization", "id:2")]).to_string()
    };
    let important = Kind { important: true, ..PLAIN };
    assert_eq!(asks(important, "\"anyone\""), asks(PLAIN, "\"anyone\""));
    let gone = asks(Kind { contact_type: Some(6), ..PLAIN }, "{ person = 12 }, { person = 11 }");
    assert!(gone.contains("Jane Adams") && !gone.contains("Jane Midway"), "{gone}");
    let executive = asks(Kind { contact_type: Some(3), ..PLAIN }, "\"billing\"");
    assert!(!executive.contains("Jane"), "{executive}");
}

fn number() -> Phone {
    let value = "4155550101".into();
    Phone { value, formatted: None, extension: None, primary: true, label: None, fax: false }
}

#[test]
fn why_no_redacted_contact_can_be_called_is_not_told() {
    let account = |change: fn(&mut Contact)| {
        let quentin = person(1, "Quentin Quiet").at(2).of_type(1).but(change);
        usual_types(Account::default()).organization(2, "Quiet Clinic").with(quentin)
    };
    let asks = |account: &Account, question: (&str, &[(&str, &str)])| {
        Chat::about(account).with_policy(POLICY).asks(question.0, question.1).to_string()
    };
    let primary = |account: &Account| asks(account, ("primary", &[("organization", "id:2")]));
    let unreachable = primary(&account(|_| ()));
    assert!(unreachable.starts_with("Quentin Quiet\nQuiet Clinic\n🔒"), "{unreachable}");
    assert_eq!(
        primary(&account(|contact| contact.phones.push(number()))),
        unreachable,
        "whether there is a number or not"
    );
    let gone = account(|contact| contact.title = Some("formerly dentist".into()));
    assert_snapshot!(primary(&gone), @"
    No one to call at Quiet Clinic
    🔒 Details for this client aren't shown in chat. Open the record in IT Glue.
    Synced 4 min ago
    ");
}
