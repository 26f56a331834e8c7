//! Clients without a record of their own, known only by their contacts.

use insta::assert_snapshot;
use lookalike::Lookalike;
use serde_json::{Value, json};
use tempfile::TempDir;

use super::*;
use testkit::chat::Chat;

const POLICY: &str = r#"
redacted = ["Quiet Clinic"]

[[access]]
except = ["Walled Garden"]

[[authorisation]]
action = "purchase"
by = ["anyone"]
"#;

/// The contacts with their hidden texts: everything of the first, all but the name of the second.
const KEPT_BACK: [(&str, &[&str]); 2] = [
    ("Wanda Wallflower", &["Wanda", "Weaver", "555-0106", "5550106", "wanda@"]),
    ("Quintus Quill", &["Quartermaster", "555-0107", "5550107", "quintus@"]),
];

/// A contact as IT Glue sends it, with the name of its organization.
fn sent(id: u64, organization: (u64, &str), [name, title, phone, email]: [&str; 4]) -> Value {
    let (first, last) = name.split_once(' ').unwrap();
    json!({ "id": id.to_string(), "type": "contacts", "attributes": {
        "organization-id": organization.0,
        "organization-name": organization.1,
        "name": name,
        "first-name": first,
        "last-name": last,
        "title": title,
        "important": true,
        "updated-at": "2025-03-01T12:00:00.000Z",
        "contact-phones": [{ "value": phone, "primary": true, "label-name": "Work" }],
        "contact-emails": [{ "value": email, "primary": true, "label-name": "Work" }],
    }})
}

/// An account with one visible client and two hidden ones, each with a contact.
async fn lookalike() -> (Lookalike, [u64; 2]) {
    let mut account = Account::default();
    account.now = Some("2025-03-01T12:00:00Z".parse().unwrap());
    let acme = account.add_organization("Acme");
    let walled = account.add_organization("Walled Garden");
    let quiet = account.add_organization("Quiet Clinic");
    account.add_contact(acme, "Jane", "Doe").email("Work", "jane@acme.example");
    let wanda = account.add_contact(walled, "Wanda", "Wallflower").id;
    let quintus = account.add_contact(quiet, "Quintus", "Quill").id;
    let lookalike = Lookalike::start(account).await.unwrap();
    lookalike.behave(|behaviour| {
        let of = (walled, "Walled Garden");
        let fields = ["Wanda Wallflower", "Weaver", "4155550106", "wanda@garden.example"];
        behaviour.replaced.insert(wanda, sent(wanda, of, fields));
        let of = (quiet, "Quiet Clinic");
        let fields = ["Quintus Quill", "Quartermaster", "4155550107", "quintus@clinic.example"];
        behaviour.replaced.insert(quintus, sent(quintus, of, fields));
    });
    (lookalike, [walled, quiet])
}

/// Names these clients in every command as the first question, and returns the number of answers.
fn name_them_everywhere(snapshot: &Snapshot, clients: [u64; 2], policy: &str) -> usize {
    let chat = || Chat::over(snapshot.clone()).with_policy(policy).permitted(32);
    let mut asked = 0;
    for ((id, called), (person, kept_back)) in clients.into_iter().zip(["walled garden", "quiet clinic"]).zip(KEPT_BACK)
    {
        for named in [format!("id:{id}"), called.to_owned(), called.to_uppercase(), format!("{called} inc")] {
            let organization = ("organization", named.as_str());
            let name = person.to_lowercase();
            let first = name.split(' ').next().unwrap();
            let questions: [(&str, Vec<(&str, &str)>); 9] = [
                ("contact", vec![("name", &name), organization]),
                ("contact", vec![("name", first), organization]),
                ("contact", vec![("name", "e"), organization]),
                ("vip", vec![organization]),
                ("vip", vec![("name", &name), organization]),
                ("primary", vec![organization]),
                ("directory", vec![organization]),
                ("who-can", vec![("action", "purchase"), organization]),
                ("bind", vec![organization]),
            ];
            let suggestions = [vec![organization, ("name", "")], vec![organization, ("name", first)]];
            let chat = chat();
            let mut answers: Vec<String> =
                questions.iter().map(|(command, options)| chat.asks(command, options).to_string()).collect();
            answers.extend(suggestions.iter().map(|options| chat.types("contact", options).to_string()));
            answers.push(chat.uses_on("Who do I call?", &json!({ "content": format!("{named}: down") })).to_string());
            for answer in answers {
                let shown: Vec<_> = kept_back.iter().filter(|part| answer.contains(**part)).collect();
                assert!(shown.is_empty(), "{named}: {shown:?} in {answer}");
                asked += 1;
            }
        }
    }
    asked
}

#[tokio::test]
async fn hidden_clients_with_unreadable_records_stay_hidden() {
    let (lookalike, clients) = lookalike().await;
    let folder = TempDir::new().unwrap();
    let mut bot = Process::start(&lookalike, &folder).await;
    lookalike.edit(|account| {
        for id in clients {
            account.organizations.get_mut(&id).unwrap().name = String::new();
        }
    });
    assert_eq!(bot.sweep().await.skipped, 2);
    let snapshot = bot.directory.current();
    assert_eq!((snapshot.organizations().count(), snapshot.contacts().count()), (1, 3));
    assert_eq!(name_them_everywhere(&snapshot, clients, POLICY), 96);

    let synced_at = snapshot.status().synced_at.unwrap();
    let chat = Chat::over(snapshot).with_policy(POLICY).at(&synced_at.to_string());
    assert_snapshot!(chat.asks("contact", &[("name", "quintus quill")]), @"
    Quintus Quill
    Quiet Clinic
    🔒 Details for this client aren't shown in chat. Open the record in IT Glue.
    Synced just now
    [Share in channel]
    ");
}

#[tokio::test]
async fn hidden_clients_stay_hidden_after_accepted_deletion() {
    let (lookalike, clients) = lookalike().await;
    let folder = TempDir::new().unwrap();
    let mut bot = Process::start(&lookalike, &folder).await;
    bot.sweep().await;
    assert_eq!(bot.directory.current().organizations().count(), 3);
    lookalike.edit(|account| {
        for id in clients {
            account.organizations.remove(&id);
        }
    });
    bot.accept().await;
    let snapshot = bot.directory.current();
    assert_eq!((snapshot.organizations().count(), snapshot.contacts().count()), (1, 3));
    assert_eq!(name_them_everywhere(&snapshot, clients, POLICY), 96);

    // A contact of an unknown client stays hidden: it may belong to a hidden one.
    lookalike.behave(|behaviour| behaviour.replaced.clear());
    bot.accept().await;
    let snapshot = bot.directory.current();
    assert!(clients.iter().all(|id| snapshot.names().get(&OrganizationId(*id)).is_none_or(Vec::is_empty)));
    assert_eq!(name_them_everywhere(&snapshot, clients, POLICY), 96);
    let synced_at = snapshot.status().synced_at.unwrap();
    let chat = Chat::over(snapshot).with_policy(POLICY).at(&synced_at.to_string());
    assert_snapshot!(chat.asks("contact", &[("name", "quintus quill")]), @"
    No match for “quintus quill”
    Try a last name, an email address, part of a phone number, or the client.
    Synced just now
    ");
}
