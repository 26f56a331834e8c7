//! Who may see what: the policy file's rules against people, places and organizations.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use callsheet::access::view::View;
use callsheet::access::{Access, Asker, Field, Grant, Permission};
use callsheet::directory::records::Records;
use callsheet::directory::snapshot::{Snapshot, Status};
use callsheet::domain::id::{ChannelId, GuildId, OrganizationId, UserId};
use callsheet::domain::organization::Organization;
use callsheet::policy::file;
use insta::assert_snapshot;
use serde_json::{Value, json};

use crate::support::account::{Account, location, person, usual_types};
use crate::support::chat::{Chat, asked, clicked, typed, used_on};

const POLICY: &str = r#"
redacted = ["Quiet Clinic"]

[groups]
healthcare = ["*clinic", 4]

# Everybody: the way in to whom to call, but no numbers before a click.
[[access]]
commands = ["primary", "who-do-i-call"]
except = [{ group = "healthcare" }]
fields = ["phone", "email", "location"]
on_click = ["phone"]

# The engineers: everything of all clients but the clinics.
[[access]]
roles = ["700"]
except = [{ group = "healthcare" }]

# The clinics' own channel: its engineers see the clinics there, restricted contacts too, but no notes.
[[access]]
roles = ["700"]
channels = ["30"]
organizations = [{ group = "healthcare" }]
fields = ["phone", "email", "location"]
restricted = true

# One person, in one guild.
[[access]]
guilds = ["1"]
users = ["9"]
commands = ["contact"]
organizations = ["Acme*"]
"#;

fn organizations() -> [(u64, &'static str); 4] {
    [(1, "Acme Corporation"), (2, "Sunset Clinic"), (3, "Quiet Clinic"), (4, "Globex")]
}

fn snapshot() -> Snapshot {
    let record = |(id, name): (u64, &str)| Organization {
        id: OrganizationId(id),
        name: name.into(),
        short_name: None,
        organization_type: None,
        status: None,
        updated_at: None,
    };
    let records: BTreeMap<_, _> =
        organizations().map(record).into_iter().map(|record| (record.id, Arc::new(record))).collect();
    Snapshot::build(&Records { organizations: records, ..Records::default() }, Status::default())
}

#[test]
fn who_sees_what_where() {
    let access = file::parse(POLICY).unwrap().access;
    let snapshot = snapshot();
    let askers = [
        ("anybody", Asker { guild: Some(GuildId(1)), channel: Some(ChannelId(20)), ..Asker::default() }),
        ("engineer", Asker { roles: &[700], channel: Some(ChannelId(20)), ..Asker::default() }),
        ("engineer in the clinics' channel", Asker { roles: &[700], channel: Some(ChannelId(30)), ..Asker::default() }),
        (
            "engineer in a thread of it",
            Asker { roles: &[700], channel: Some(ChannelId(31)), parent: Some(ChannelId(30)), ..Asker::default() },
        ),
        ("user 9", Asker { guild: Some(GuildId(1)), user: Some(UserId(9)), ..Asker::default() }),
        ("user 9 elsewhere", Asker { guild: Some(GuildId(2)), user: Some(UserId(9)), ..Asker::default() }),
    ];
    let mut table = String::new();
    for (name, asker) in askers {
        for permission in [Permission::Primary, Permission::Contact] {
            let allowed = access.allowed(&asker, &[permission]);
            let view = View::new(&snapshot, &allowed);
            let seen: Vec<String> = organizations()
                .into_iter()
                .filter_map(|(id, name)| {
                    let standing = view.standing(Some(OrganizationId(id)), None);
                    assert_eq!(view.organization(OrganizationId(id)).is_some(), standing.is_visible);
                    standing.is_visible.then(|| {
                        let mark = |is: bool, mark: &'static str| if is { mark } else { "" };
                        let (redacted, restricted) =
                            (mark(standing.is_redacted, " redacted"), mark(standing.restricted, " restricted"));
                        let click = mark(standing.on_click.contains(&Field::Phone), " (phone on click)");
                        format!("{name}{redacted}{restricted} {:?}{click}", standing.fields)
                    })
                })
                .collect();
            writeln!(table, "{name}, {permission:?}: {}", seen.join("; ")).unwrap();
        }
    }
    assert_snapshot!(table, @r"
    anybody, Primary: Acme Corporation {Email, Location} (phone on click)
    anybody, Contact: 
    engineer, Primary: Acme Corporation {Phone, Email, Notes, Location}
    engineer, Contact: Acme Corporation {Phone, Email, Notes, Location}
    engineer in the clinics' channel, Primary: Acme Corporation {Phone, Email, Notes, Location}; Sunset Clinic restricted {Phone, Email, Location}; Quiet Clinic redacted restricted {Phone, Email, Location}; Globex restricted {Phone, Email, Location}
    engineer in the clinics' channel, Contact: Acme Corporation {Phone, Email, Notes, Location}; Sunset Clinic restricted {Phone, Email, Location}; Quiet Clinic redacted restricted {Phone, Email, Location}; Globex restricted {Phone, Email, Location}
    engineer in a thread of it, Primary: Acme Corporation {Phone, Email, Notes, Location}; Sunset Clinic restricted {Phone, Email, Location}; Quiet Clinic redacted restricted {Phone, Email, Location}; Globex restricted {Phone, Email, Location}
    engineer in a thread of it, Contact: Acme Corporation {Phone, Email, Notes, Location}; Sunset Clinic restricted {Phone, Email, Location}; Quiet Clinic redacted restricted {Phone, Email, Location}; Globex restricted {Phone, Email, Location}
    user 9, Primary: Acme Corporation {Email, Location} (phone on click)
    user 9, Contact: Acme Corporation {Phone, Email, Notes, Location}
    user 9 elsewhere, Primary: Acme Corporation {Email, Location} (phone on click)
    user 9 elsewhere, Contact: 
    ");
}

#[test]
fn without_a_grant_everybody_sees_everything_but_restricted_contacts() {
    let allowed = Access::default().allowed(&Asker::default(), &[Permission::Contact]);
    let snapshot = snapshot();
    let standing = View::new(&snapshot, &allowed).standing(None, None);
    assert!(standing.is_visible && !standing.restricted && standing.on_click.is_empty());
    assert_eq!(standing.fields.len(), Field::ALL.len());
}

#[test]
fn what_nothing_grants_is_denied() {
    let access = Access { grants: vec![Grant { users: [UserId(1)].into(), ..Grant::everything() }], redacted: vec![] };
    let asker = |user| Asker { user, ..Asker::default() };
    for user in [None, Some(UserId(2))] {
        let allowed = access.allowed(&asker(user), &[Permission::Contact]);
        assert!(allowed.is_nothing());
        assert_eq!(View::new(&snapshot(), &allowed).organizations().count(), 0);
    }
    assert!(!access.allowed(&asker(Some(UserId(1))), &[Permission::Contact]).is_nothing());
}

#[test]
fn another_grant_only_ever_adds() {
    let access = file::parse(POLICY).unwrap().access;
    let snapshot = snapshot();
    let asker = Asker {
        roles: &[700],
        user: Some(UserId(9)),
        guild: Some(GuildId(1)),
        channel: Some(ChannelId(30)),
        ..Asker::default()
    };
    let all = access.allowed(&asker, &[Permission::Contact]);
    for without in 0..access.grants.len() {
        let mut fewer = access.clone();
        fewer.grants.remove(without);
        let fewer = fewer.allowed(&asker, &[Permission::Contact]);
        for (id, _) in organizations() {
            let more = View::new(&snapshot, &all).standing(Some(OrganizationId(id)), None);
            let less = View::new(&snapshot, &fewer).standing(Some(OrganizationId(id)), None);
            assert!(more.is_visible >= less.is_visible && more.restricted >= less.restricted);
            assert!(more.fields.is_superset(&less.fields));
        }
    }
}

#[test]
fn a_wrong_rule_is_a_fault_with_its_line() {
    for (text, expected) in [
        ("[[access]]\ncommands = [\"contacts\"]", "line 2: commands may only list: contact, vip, primary"),
        ("[[access]]\nusers = []", "line 2: users must be a list with something in it"),
        ("[[access]]\nusers = [\"jane\"]", "line 2: users must be an id"),
        (
            "[[access]]\norganizations = [{ group = \"x\" }]",
            "line 2: organizations names a group that [groups] does not have",
        ),
        (
            "[[access]]\nfields = [\"email\"]\non_click = [\"phone\"]",
            "line 1: access shows on a click what its fields do not have",
        ),
        ("[[access]]\nrole = [1]", "line 2: unknown key; access may have: guilds, roles"),
        ("[access]\nusers = [1]", "access must be written in double brackets"),
        ("redacted = \"Acme\"", "line 1: redacted must be a list"),
    ] {
        let faults = file::parse(text).unwrap_err().join("\n");
        assert!(faults.contains(expected), "{text}: {faults}");
    }
}

/// One client with somebody who has everything, one whose details are redacted, and a restricted contact.
fn account() -> Account {
    let jane = person(1, "Jane Doe").at(1).title("IT Manager").of_type(1).vip().located(1);
    let jane = jane.phone("4155550156").email("jane.doe@acme.example").notes("Text first. M-F 9-5.");
    let quiet = person(2, "Quentin Quiet").at(2).title("Dentist").of_type(1).phone("4155550157");
    usual_types(Account::default())
        .organization(1, "Acme Corporation")
        .organization(2, "Quiet Clinic")
        .location_like(location(1, 1, ["San Francisco", "California", "United States"]))
        .with(jane)
        .with(quiet.email("quentin@clinic.example").notes("Ask for the back door."))
        .with(person(3, "Vera Veiled").at(1).restricted().phone("4155550158"))
}

/// Every way in and out, for each of which there is an answer.
fn every_entry_point() -> Vec<Value> {
    let asked = [
        asked("contact", &[("name", "jane doe")]),
        asked("contact", &[("name", "id:1")]),
        asked("contact", &[("name", "4155550156")]),
        asked("contact", &[("name", "quentin")]),
        asked("vip", &[]),
        asked("primary", &[("organization", "id:1")]),
        asked("primary", &[("organization", "id:2")]),
        asked("directory", &[("organization", "id:1")]),
        asked("directory", &[("organization", "id:2")]),
        asked("who-can", &[("action", "purchase"), ("organization", "id:1")]),
        used_on("Who do I call?", &json!({ "content": "Acme Corporation: server down" })),
        typed("contact", &[("name", "jan")]),
        typed("vip", &[("name", "")]),
        typed("primary", &[("organization", "")]),
        asked("who-looked", &[("name", "jane doe")]),
        asked("who-looked", &[("name", "quentin")]),
        asked("who-looked", &[("name", "vera")]),
        typed("who-looked", &[("name", "jan")]),
    ];
    let clicked = [
        "person:1",
        "person:2",
        "step:1:1",
        "layout:1:any:full",
        "notes:1:any:0",
        "share:1:any",
        "favourite:1:any:true",
        "reveal:1:any",
        "file:1",
        "file:2",
        "vips:any:any:0",
        "directory:1:any:0",
        "outcome:1:1:any:none",
        "primary:1",
        "who-looked:1:0",
        "who-looked:2:0",
    ]
    .map(|carried| clicked(carried, None));
    asked.into_iter().chain(clicked).collect()
}

const AUTHORISATION: &str = "[[authorisation]]\naction = \"purchase\"\nby = [\"primary\"]\n";

fn bodies(policy: &str) -> Vec<(Value, String)> {
    let bodies = every_entry_point().into_iter().map(|interaction| {
        let chat = Chat::about(&account()).with_policy(&format!("{policy}\n{AUTHORISATION}")).permitted(32);
        let shown = chat.posts(&interaction);
        let file = shown.file().map(|file| file.content.clone()).unwrap_or_default();
        (interaction, shown.body().to_string() + &file)
    });
    bodies.collect()
}

#[test]
fn without_a_grant_nobody_sees_anything_whichever_way_they_come() {
    for (interaction, body) in bodies("[[access]]\nusers = [\"999\"]") {
        for part in ["Jane", "Quentin", "Vera", "555", "acme.example", "Acme", "Clinic", "Synced", "Text first"] {
            assert!(!body.contains(part), "{part} in {body} for {interaction}");
        }
        assert!(body.contains("Not for you here"), "{body} for {interaction}");
    }
}

#[test]
fn what_is_kept_back_is_in_no_answer() {
    for (field, secrets) in [
        ("phone", &["0156", "0157"][..]),
        ("email", &["acme.example", "clinic.example"]),
        ("notes", &["Text first", "back door", "M-F"]),
        ("location", &["San Francisco", "California"]),
    ] {
        let others = ["phone", "email", "notes", "location"].into_iter().filter(|other| *other != field);
        let others: Vec<String> = others.map(|other| format!("\"{other}\"")).collect();
        for (interaction, body) in bodies(&format!("[[access]]\nfields = [{}]", others.join(", "))) {
            for secret in secrets {
                // What was typed is shown to whoever typed it.
                if !interaction.to_string().contains(secret) {
                    assert!(!body.contains(secret), "{field}: {secret} in {body} for {interaction}");
                }
            }
        }
    }
}

#[test]
fn of_a_redacted_client_there_are_only_names() {
    for (interaction, body) in bodies("redacted = [\"Quiet *\"]") {
        for secret in ["Dentist", "0157", "clinic.example", "back door"] {
            assert!(!body.contains(secret), "{secret} in {body} for {interaction}");
        }
    }
    let chat = Chat::about(&account()).with_policy("redacted = [\"Quiet *\"]");
    assert_snapshot!(chat.asks("primary", &[("organization", "id:2")]), @"
    Quentin Quiet
    Quiet Clinic
    🔒 Details of this client are not put into chat. Open the record in IT Glue.
    Synced 4 min ago
    [Share]
    ");
}

#[test]
fn restricted_contacts_are_there_for_who_is_trusted_with_them() {
    let asks = |policy: &str| {
        let chat = Chat::about(&account()).with_policy(policy).having_roles(&[70]);
        chat.asks("contact", &[("name", "vera veiled")]).to_string()
    };
    assert!(!asks("").contains("Vera Veiled"));
    assert!(!asks("[[access]]\nroles = [\"71\"]\nrestricted = true\n[[access]]\n").contains("Vera Veiled\n"));
    assert!(asks("[[access]]\nroles = [\"70\"]\nrestricted = true").starts_with("Vera Veiled\n"));
}

#[test]
fn numbers_can_be_kept_for_who_asks_for_them() {
    let chat = Chat::about(&account()).with_policy("[[access]]\non_click = [\"phone\"]");
    let card = chat.asks("contact", &[("name", "jane doe")]);
    assert!(card.to_string().contains("phone numbers are not shown here"), "{card}");
    let revealed = chat.presses(&card, "Show what is hidden");
    assert!(revealed.to_string().contains("415-555-0156") || revealed.to_string().contains("4155550156"), "{revealed}");
}

#[test]
fn a_button_is_for_whoever_got_it_and_for_a_day() {
    let chat = Chat::about(&account());
    let card = chat.asks("contact", &[("name", "jane doe")]);
    let chat = chat.by_user(5);
    assert!(chat.presses(&card, "Less").to_string().starts_with("Not there any more\n"));
    let chat = chat.by_user(4);
    assert!(chat.presses(&card, "Less").to_string().starts_with("⭐ VIP · Jane Doe\n"));
    chat.later(jiff::SignedDuration::from_hours(24));
    assert!(chat.presses(&card, "Less").to_string().starts_with("Too old\n"));
}

#[test]
fn the_journal_names_who_was_shown_and_what_of_them_but_nothing_said_or_shown() {
    let chat = Chat::about(&account());
    let entry = |interaction: &Value| chat.answers(&interaction.to_string()).unwrap().entry.unwrap();
    let card = entry(&asked("contact", &[("name", "jane doe")]));
    assert_snapshot!(card.encode().unwrap(), @r#"{"v":1,"at":"2026-11-24T12:00:00Z","user":"4","guild":"1000","channel":"3","action":{"command":"contact"},"contacts":[1],"fields":["name","title","phone","email","location","notes"],"audience":"caller","outcome":"disclosed"}"#);
    let suggested = entry(&typed("contact", &[("name", "jan")]));
    assert_snapshot!(suggested.encode().unwrap(), @r#"{"v":1,"at":"2026-11-24T12:00:00Z","user":"4","guild":"1000","channel":"3","action":{"suggestions":"contact"},"contacts":[1],"fields":["name","title"],"audience":"caller","outcome":"disclosed"}"#);
    let nobody = entry(&asked("contact", &[("name", "nobody at all")]));
    assert_snapshot!(nobody.encode().unwrap(), @r#"{"v":1,"at":"2026-11-24T12:00:00Z","user":"4","guild":"1000","channel":"3","action":{"command":"contact"},"audience":"caller","outcome":"nothing"}"#);
    let refused = Chat::about(&account()).with_policy("[[access]]\nusers = [\"999\"]");
    let refused = refused.answers(&asked("vip", &[]).to_string()).unwrap().entry.unwrap();
    assert_snapshot!(refused.encode().unwrap(), @r#"{"v":1,"at":"2026-11-24T12:00:00Z","user":"4","guild":"1000","channel":"3","action":{"command":"vip"},"audience":"caller","outcome":{"refused":"not-allowed"}}"#);
}

#[test]
fn whoever_is_only_named_is_in_the_journal_too() {
    let entry = |account: Account| {
        let answer = Chat::about(&account).answers(&asked("primary", &[("organization", "id:1")]).to_string());
        answer.unwrap().entry.unwrap().encode().unwrap()
    };
    let acme = || usual_types(Account::default()).organization(1, "Acme Corporation");
    let gone = || person(8, "Al Gone").at(1).of_type(1).title("formerly CEO");
    let beside = entry(acme().with(gone()).with(person(9, "Tess Tech").at(1).of_type(2).phone("4155550109")));
    assert!(beside.contains(r#""contacts":[8,9]"#), "{beside}");
    let nobody = entry(acme().with(person(7, "Una Reachable").at(1).of_type(1)));
    assert!(nobody.contains(r#""contacts":[7]"#) && nobody.contains(r#""outcome":"disclosed""#), "{nobody}");
}
