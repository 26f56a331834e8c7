//! Who may see what: the policy file's rules against people, places and organizations.

mod grants;
mod kept;
mod limits;
mod matrix;
mod noted;
mod quiet;
mod spelled;
mod unrevealed;
mod unseen;
mod ways;
mod world;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use callsheet_core::access::{Access, Caller, Field, Grant, Permission};
use callsheet_core::directory::records::Records;
use callsheet_core::directory::snapshot::{Snapshot, Status};
use callsheet_core::domain::contact::Affiliation;
use callsheet_core::domain::id::{ChannelId, GuildId, OrganizationId, UserId};
use callsheet_core::domain::organization::Organization;
use callsheet_core::policy::file;
use callsheet_core::view::View;
use insta::assert_snapshot;
use serde_json::{Value, json};

use testkit::account::{Account, location, person, usual_types};
use testkit::chat::{Chat, clicked};
use testkit::targets;

const POLICY: &str = r#"
redacted = ["Quiet Clinic"]

[groups]
healthcare = ["*clinic", 4]

# Everybody: the chain, but no numbers before a click.
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
    let record = |(id, name): (u64, &str)| Organization::new(OrganizationId(id), name);
    let records: BTreeMap<_, _> =
        organizations().map(record).into_iter().map(|record| (record.id, Arc::new(record))).collect();
    Snapshot::build(&Records { organizations: records, ..Records::default() }, Status::default())
}

fn at(organization: u64) -> Affiliation {
    Affiliation::Organization(OrganizationId(organization))
}

#[test]
fn who_sees_what_where() {
    let access = file::parse(POLICY).unwrap().access;
    let snapshot = snapshot();
    let askers = [
        ("anybody", Caller { guild: Some(GuildId(1)), channel: Some(ChannelId(20)), ..Caller::default() }),
        ("engineer", Caller { roles: vec![700], channel: Some(ChannelId(20)), ..Caller::default() }),
        (
            "engineer in the clinics' channel",
            Caller { roles: vec![700], channel: Some(ChannelId(30)), ..Caller::default() },
        ),
        (
            "engineer in a thread of it",
            Caller { roles: vec![700], channel: Some(ChannelId(31)), parent: Some(ChannelId(30)), ..Caller::default() },
        ),
        ("user 9", Caller { guild: Some(GuildId(1)), user: Some(UserId(9)), ..Caller::default() }),
        ("user 9 elsewhere", Caller { guild: Some(GuildId(2)), user: Some(UserId(9)), ..Caller::default() }),
    ];
    let mut table = String::new();
    for (name, asker) in askers {
        for permission in [Permission::Primary, Permission::Contact] {
            let allowed = access.allowed(&asker, &[permission]);
            let view = View::new(&snapshot, &allowed);
            let seen: Vec<String> = organizations()
                .into_iter()
                .filter_map(|(id, name)| {
                    let standing = view.standing(at(id), false);
                    let trusted = view.standing(at(id), true);
                    assert_eq!(view.organization(OrganizationId(id)).is_some(), standing.is_visible);
                    standing.is_visible.then(|| {
                        let mark = |is: bool, mark: &'static str| if is { mark } else { "" };
                        let (redacted, restricted) =
                            (mark(standing.is_redacted, " redacted"), mark(trusted.is_visible, " restricted"));
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
fn open_access_is_everything_but_restricted_contacts() {
    let allowed = Access::open().allowed(&Caller::default(), &[Permission::Contact]);
    let snapshot = snapshot();
    let view = View::new(&snapshot, &allowed);
    let standing = view.standing(Affiliation::None, false);
    assert!(standing.is_visible && standing.on_click.is_empty());
    assert!(!view.standing(Affiliation::None, true).is_visible);
    assert_eq!(standing.fields.len(), Field::ALL.len());
}

#[test]
fn rules_without_a_grant_grant_nothing() {
    for text in ["", "open = false", "redacted = [\"Quiet *\"]", "[brake]\nhold = \"2h\""] {
        let access = file::parse(text).unwrap().access;
        assert!(access.allowed(&Caller::default(), &Permission::ALL.map(|(_, one)| one)).is_nothing(), "{text}");
    }
    let chat = Chat::about(&account()).with_policy("");
    let shown = chat.asks("contact", &[("name", "jane doe")]).to_string();
    assert!(!shown.contains("Jane") && shown.starts_with("You don't have access"), "{shown}");
}

#[test]
fn an_action_without_a_grant_is_denied() {
    let access =
        Access { grants: [Grant { users: [UserId(1)].into(), ..Grant::everything() }].into(), ..Access::default() };
    let asker = |user| Caller { user, ..Caller::default() };
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
    let asker = Caller {
        roles: vec![700],
        user: Some(UserId(9)),
        guild: Some(GuildId(1)),
        channel: Some(ChannelId(30)),
        ..Caller::default()
    };
    let all = access.allowed(&asker, &[Permission::Contact]);
    for without in 0..access.grants.len() {
        let mut fewer = access.grants.to_vec();
        fewer.remove(without);
        let fewer = Access { grants: fewer.into(), ..access.clone() };
        let fewer = fewer.allowed(&asker, &[Permission::Contact]);
        for (id, _) in organizations() {
            for restricted in [false, true] {
                let (more, less) = (View::new(&snapshot, &all), View::new(&snapshot, &fewer));
                let [more, less] = [&more, &less].map(|view| view.standing(at(id), restricted));
                assert!(more.is_visible >= less.is_visible && more.fields.is_superset(&less.fields));
            }
        }
    }
}

#[test]
fn a_wrong_rule_is_a_fault_with_its_line() {
    for (text, expected) in [
        ("[[access]]\ncommands = [\"contacts\"]", "line 2: commands may only list: contact, vip, primary"),
        ("[[access]]\nusers = []", "line 2: users must be a list with at least one entry"),
        ("[[access]]\nusers = [\"jane\"]", "line 2: users must be a numeric ID"),
        (
            "[[access]]\norganizations = [{ group = \"x\" }]",
            "line 2: organizations uses a group that [groups] does not define",
        ),
        (
            "[[access]]\nfields = [\"email\"]\non_click = [\"phone\"]",
            "line 1: access lists in on_click what is not in fields",
        ),
        ("[[access]]\nrole = [1]", "line 2: unknown key \"role\" in access; did you mean \"roles\"?"),
        ("[[access]]\nboss = [1]", "line 2: unknown key; allowed in access: guilds, roles"),
        ("[[access]]", "line 1: access sets no limit, so every member could see everything"),
        ("[[access]]\nrestricted = true", "line 1: access sets no limit"),
        ("open = true\n[[access]]\nusers = [1]", "line 1: open = true lets every member look up everything"),
        ("[[access]]\nusers = [1]\nopen = true", "line 3: unknown key in access: open belongs above the first line"),
        ("[access]\nusers = [1]", "access must be written in double brackets"),
        ("redacted = \"Acme\"", "line 1: redacted must be a list"),
    ] {
        let faults = file::parse(text).unwrap_err().join("\n");
        assert!(faults.contains(expected), "{text}: {faults}");
    }
}

/// One client with a complete contact, one whose details are redacted, and a restricted contact.
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

#[test]
fn a_redacted_client_shows_only_names() {
    let chat = Chat::about(&account()).with_policy("open = true\nredacted = [\"Quiet *\"]");
    assert_snapshot!(chat.asks("primary", &[("organization", "id:2")]), @"
    Quentin Quiet
    Quiet Clinic
    🔒 Details for this client aren't shown in chat. Open the record in IT Glue.
    Synced 4 min ago
    [Share in channel]
    ");
}

#[test]
fn restricted_contacts_are_shown_to_trusted_callers() {
    let asks = |policy: &str| {
        let chat = Chat::about(&account()).with_policy(policy).having_roles(&[70]);
        chat.asks("contact", &[("name", "vera veiled")]).to_string()
    };
    assert!(!asks("open = true").contains("Vera Veiled"));
    assert!(
        !asks("[[access]]\nroles = [\"71\"]\nrestricted = true\n[[access]]\non_click = [\"phone\"]")
            .contains("Vera Veiled\n")
    );
    assert!(asks("[[access]]\nroles = [\"70\"]\nrestricted = true").starts_with("Vera Veiled\n"));
}

#[test]
fn a_restricted_grant_shows_only_its_own_fields() {
    let policy = "[[access]]\nusers = [\"4\"]\n[[access]]\nfields = [\"phone\"]\nrestricted = true";
    let account =
        account().with(person(3, "Vera Veiled").at(1).restricted().phone("4155550158").notes("Only by post."));
    let card = Chat::about(&account).with_policy(policy).asks("contact", &[("name", "vera veiled")]).to_string();
    assert!(card.contains("0158") && !card.contains("Only by post"), "{card}");
}

#[test]
fn a_hidden_location_is_not_told_by_conclusions_from_it() {
    let chat = Chat::about(&account()).with_policy("[[access]]\nfields = [\"phone\", \"email\"]");
    assert_snapshot!(chat.asks("contact", &[("name", "jane doe")]), @"
    ⭐ VIP · Jane Doe
    IT Manager · Acme Corporation
    📞 4155550156
    as stored, unverified
    ✉️ Email: <jane.doe@acme.example>
    type: Primary Contact
    📍 Location is hidden here
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
fn the_directory_of_a_redacted_client_has_no_types() {
    let account = account().with(person(5, "Ada Able").at(2).of_type(6)).with(person(6, "Zoe Zoll").at(2).of_type(3));
    let chat = Chat::about(&account).with_policy(
        "open = true\nredacted = [\"Quiet *\"]\n[[authorisation]]\naction = \"purchase\"\nby = [\"primary\"]",
    );
    let everybody = chat.asks("directory", &[("organization", "id:2")]).to_string();
    assert_snapshot!(everybody, @"
    Everyone at Quiet Clinic · 3 contacts
    🔒 Contact types are hidden for this client · 3 contacts
    1. Ada Able
       number hidden here
    2. Quentin Quiet
       number hidden here
    3. Zoe Zoll
       number hidden here
    Synced 4 min ago
    [Ada Able | Quiet Clinic]
    [Quentin Quiet | Quiet Clinic]
    [Zoe Zoll | Quiet Clinic]
    ");
    assert_eq!(chat.asks("directory", &[("organization", "id:2"), ("type", "id:1")]).to_string(), everybody);
    assert_snapshot!(chat.asks("who-can", &[("action", "purchase"), ("organization", "id:2")]), @"
    Who can approve “purchase” at Quiet Clinic
    1. Quentin Quiet
       number hidden here
    Synced 4 min ago
    [Quentin Quiet | Quiet Clinic]
    ");
}

#[test]
fn actions_without_a_grant_are_neither_offered_nor_done() {
    let policy = "[[access]]\ncommands = [\"contact\", \"vip\"]\n[[access]]\norganizations = [\"Quiet*\"]";
    let chat = Chat::about(&account()).with_policy(policy);
    let offered = |shown: String| {
        ["Share in channel", "Download vCard", "Directory"].map(|label| shown.contains(&format!("[{label}")))
    };
    let [jane, quentin] = ["id:1", "id:2"].map(|id| chat.asks("contact", &[("name", id)]).to_string());
    assert_eq!((offered(jane), offered(quentin)), ([false; 3], [true; 3]));
    assert_eq!(offered(chat.asks("vip", &[("organization", "id:1")]).to_string()), [false; 3]);
    for carried in [targets::share(1), targets::file(1), targets::directory(1, None, 0)] {
        let refused = chat.posts(&clicked(carried)).to_string();
        assert!(refused.starts_with("No longer available"), "{carried:?}: {refused}");
    }
}

/// Discord's type of an option that takes a user.
const USER: u64 = 6;

/// Discord hides the commands that only managers of the server may use.
#[test]
fn discord_hides_manager_commands_and_all_outside_servers() {
    let answer = |manifest: &Value, permissions| {
        let chat = Chat::about(&account()).permitted(permissions);
        let name = manifest["name"].as_str().unwrap();
        if manifest["type"] == 3 {
            return chat.uses_on(name, &json!({ "content": "Acme Corporation" })).to_string();
        }
        let options = manifest["options"].as_array().into_iter().flatten();
        let value = |option: &Value| if option["type"] == USER { "1141" } else { "id:1" };
        let options: Vec<_> = options.map(|option| (option["name"].as_str().unwrap(), value(option))).collect();
        chat.asks(name, &options).to_string()
    };
    let mut hidden = 0;
    for manifest in commands::manifests() {
        assert_eq!((&manifest["contexts"], &manifest["integration_types"]), (&json!([0]), &json!([0])));
        let refusals = ["You don't have access", "You can't change this"];
        let is_refused = |permissions| refusals.iter().any(|said| answer(&manifest, permissions).starts_with(said));
        let is_for_managers = is_refused(0) && !is_refused(1 << 5);
        let expected = if is_for_managers { json!("32") } else { Value::Null };
        assert_eq!(manifest["default_member_permissions"], expected, "{}", manifest["name"]);
        hidden += usize::from(is_for_managers);
    }
    assert!(hidden > 1);
}

#[test]
fn numbers_can_be_kept_for_a_click() {
    let chat = Chat::about(&account()).with_policy("[[access]]\non_click = [\"phone\"]");
    let card = chat.asks("contact", &[("name", "jane doe")]);
    assert!(card.to_string().contains("Phone numbers are hidden here"), "{card}");
    let revealed = chat.presses(&card, "Show hidden details");
    assert!(revealed.to_string().contains("415 555 0156"), "{revealed}");
}

#[test]
fn a_button_works_for_its_caller_for_one_day() {
    let chat = Chat::about(&account());
    let card = chat.asks("contact", &[("name", "jane doe")]);
    let chat = chat.by_user(5);
    assert!(chat.presses(&card, "Show less").to_string().starts_with("No longer available\n"));
    let chat = chat.by_user(4);
    assert!(chat.presses(&card, "Show less").to_string().starts_with("⭐ VIP · Jane Doe\n"));
    chat.later(jiff::SignedDuration::from_hours(24));
    assert!(chat.presses(&card, "Show less").to_string().starts_with("This button has expired\n"));
}

#[test]
fn narrower_rules_hold_at_once_over_the_same_account() {
    let asks = |chat: &Chat| chat.asks("contact", &[("name", "quentin quiet")]).to_string();
    let chat = Chat::about(&account()).with_policy("open = true");
    assert!(asks(&chat).starts_with("Quentin Quiet\n"));
    let chat = chat.with_policy("[[access]]\nexcept = [\"Quiet *\"]");
    assert!(!asks(&chat).contains("Quentin Quiet\n"));
    let chat = chat.with_policy("open = true");
    assert!(asks(&chat).starts_with("Quentin Quiet\n"));
}
