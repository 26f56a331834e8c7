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
        parent: None,
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
