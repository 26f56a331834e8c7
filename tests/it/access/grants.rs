//! A table of rules (who may see what, of which contacts, and where), its meaning, and the same as a policy file.

use std::fmt::Write as _;

use callsheet_core::access::{Field, Permission};

use super::world::{ACTION, Of, Part, SUBJECTS, Subject};

/// One grant; an empty list means any.
pub(super) struct Rule {
    roles: &'static [u64],
    channels: &'static [u64],
    commands: &'static [Permission],
    organizations: &'static [u64],
    /// Organizations by name; a rule has either names or ids.
    named: &'static [&'static str],
    except: &'static [&'static str],
    fields: &'static [Field],
    on_click: &'static [Field],
    restricted: bool,
    writes: bool,
}

const ANY: Rule = Rule {
    roles: &[],
    channels: &[],
    commands: &[],
    organizations: &[],
    named: &[],
    except: &[],
    fields: &[Field::Phone, Field::Email, Field::Notes, Field::Location],
    on_click: &[],
    restricted: false,
    writes: false,
};

/// What only a rule that writes grants.
const TO_WRITE: [Permission; 4] = [Permission::Add, Permission::Edit, Permission::Retire, Permission::Suggestions];

pub(super) const DESK: u64 = 70;
pub(super) const ENGINEER: u64 = 71;
pub(super) const LEAD: u64 = 72;

/// The clinics' own channel.
pub(super) const ROOM: u64 = 300;

pub(super) const RULES: [Rule; 9] = [
    // Everybody may use the chain of one client, without numbers before a click.
    Rule {
        commands: &[Permission::Primary, Permission::Alert],
        organizations: &[1],
        fields: &[Field::Phone, Field::Email, Field::Location],
        on_click: &[Field::Phone],
        ..ANY
    },
    // The desk looks up and shares at two clients: numbers and addresses only.
    Rule {
        roles: &[DESK],
        commands: &[Permission::Contact, Permission::Directory, Permission::WhoCan, Permission::Share],
        organizations: &[1, 2],
        fields: &[Field::Phone, Field::Email],
        ..ANY
    },
    // Engineers see everything but two clients and restricted contacts.
    Rule { roles: &[ENGINEER], except: &["walled GARDEN", "Hidden\u{a0}Depths"], writes: true, ..ANY },
    // The desk looks up some clients by name.
    Rule {
        roles: &[DESK],
        commands: &[Permission::Contact, Permission::Primary],
        named: &["Undocumented Works", "Renamed Refinery", "Twin*"],
        fields: &[Field::Email],
        ..ANY
    },
    // In this channel the desk looks up all contacts.
    Rule { roles: &[DESK], channels: &[ROOM], commands: &[Permission::Contact], fields: &[Field::Location], ..ANY },
    // Leads see one client's important contacts, with notes on a click, and may bind another client.
    Rule {
        roles: &[LEAD],
        commands: &[Permission::Vip, Permission::ContactFile],
        organizations: &[3],
        fields: &[Field::Email, Field::Notes],
        on_click: &[Field::Notes],
        ..ANY
    },
    // They correct them too, but for their numbers.
    Rule {
        roles: &[LEAD],
        commands: &[Permission::Edit],
        organizations: &[3],
        fields: &[Field::Email],
        writes: true,
        ..ANY
    },
    Rule {
        roles: &[LEAD],
        commands: &[Permission::Bind, Permission::WhoLooked, Permission::Release],
        organizations: &[2],
        fields: &[],
        ..ANY
    },
    // In this channel the desk and the leads also see restricted contacts, but only their numbers.
    Rule {
        roles: &[DESK, ENGINEER],
        channels: &[ROOM],
        organizations: &[1],
        fields: &[Field::Phone],
        restricted: true,
        ..ANY
    },
];

/// The roles of each caller.
pub(super) const ASKERS: [&[u64]; 5] = [&[], &[DESK], &[ENGINEER], &[LEAD], &[DESK, LEAD]];

/// Where they ask: the channel, and its parent if it is a thread.
pub(super) const PLACES: [(u64, Option<u64>); 3] = [(200, None), (ROOM, None), (301, Some(ROOM))];

/// What the table grants, and nothing else.
pub(super) fn is_granted(
    roles: &[u64],
    (channel, parent): (u64, Option<u64>),
    needs: &[Permission],
    of: &Subject,
    part: Part,
    reveals: bool,
) -> bool {
    let is_of_organization = matches!(part, Part::Organization | Part::Alert | Part::QuickNotes | Part::Status);
    let has_record = of.at().next().is_some();
    let grants = |rule: &Rule| {
        let shows = |field| rule.fields.contains(&field) && (reveals || !rule.on_click.contains(&field));
        let is_named = |name: &&str| rule.named.iter().any(|named| *named == *name || is_twin(named, name));
        let names = of.names();
        let is_among = match of.of {
            Of::Nobody => rule.organizations.is_empty() && rule.named.is_empty(),
            Of::Unidentified(_) => rule.organizations.is_empty() && rule.named.is_empty() && rule.except.is_empty(),
            Of::Nameless(_) => false,
            Of::Record(id, ..) | Of::Carried(id, _) => {
                let is_excepted = names.iter().any(|name| ["Walled Garden", "Hidden Depths"].contains(name));
                (rule.organizations.is_empty() || rule.organizations.contains(&id))
                    && (rule.named.is_empty() || names.iter().all(is_named))
                    && (rule.except.is_empty() || !is_excepted)
            }
        };
        (rule.roles.is_empty() || rule.roles.iter().any(|role| roles.contains(role)))
            && (rule.channels.is_empty() || rule.channels.iter().any(|one| *one == channel || Some(*one) == parent))
            && needs.iter().any(|one| {
                (rule.commands.is_empty() || rule.commands.contains(one)) && (rule.writes || !TO_WRITE.contains(one))
            })
            && is_among
            && (!of.is_restricted || rule.restricted || is_of_organization)
            && match part {
                Part::Organization => of.of != Of::Nobody,
                Part::Name => true,
                Part::Title => !of.is_redacted(),
                Part::Status => has_record && !of.is_redacted(),
                Part::Phone => !of.is_redacted() && shows(Field::Phone),
                Part::Email => !of.is_redacted() && shows(Field::Email),
                Part::Notes => !of.is_redacted() && shows(Field::Notes),
                Part::Alert | Part::QuickNotes => has_record && !of.is_redacted() && shows(Field::Notes),
                Part::Location => !of.is_redacted() && shows(Field::Location),
            }
    };
    RULES.iter().any(grants)
}

/// The table as the policy file says it.
pub(super) fn policy() -> String {
    let redacted: Vec<&str> = SUBJECTS.iter().filter_map(|of| of.redacted_as).collect();
    let mut text = format!("redacted = {redacted:?}\n");
    for rule in &RULES {
        text += "[[access]]\n";
        let lists = [
            ("roles", rule.roles.iter().map(u64::to_string).map(|id| format!("{id:?}")).collect::<Vec<_>>()),
            ("channels", rule.channels.iter().map(u64::to_string).map(|id| format!("{id:?}")).collect()),
            ("commands", rule.commands.iter().map(|one| format!("{:?}", name(*one))).collect()),
            (
                "organizations",
                if rule.named.is_empty() {
                    rule.organizations.iter().map(u64::to_string).collect()
                } else {
                    quoted(rule.named)
                },
            ),
            ("except", quoted(rule.except)),
            ("on_click", rule.on_click.iter().map(|one| format!("{:?}", field(*one))).collect()),
        ];
        for (key, values) in lists.into_iter().filter(|(_, values)| !values.is_empty()) {
            writeln!(text, "{key} = [{}]", values.join(", ")).unwrap();
        }
        let fields: Vec<&str> = rule.fields.iter().map(|one| field(*one)).collect();
        writeln!(text, "fields = {fields:?}\nrestricted = {}\nwrites = {}", rule.restricted, rule.writes).unwrap();
    }
    text + &format!("[[authorisation]]\naction = {ACTION:?}\nby = [\"primary\", \"technical\"]\n")
}

/// Whether a name begins as a pattern does.
fn is_twin(pattern: &str, name: &str) -> bool {
    pattern.strip_suffix('*').is_some_and(|beginning| name.starts_with(beginning))
}

fn quoted(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| format!("\"{name}\"")).collect()
}

/// The name in the policy file. A permission without one does not compile.
pub(super) fn name(permission: Permission) -> &'static str {
    match permission {
        Permission::Contact => "contact",
        Permission::Vip => "vip",
        Permission::Primary => "primary",
        Permission::Directory => "directory",
        Permission::WhoCan => "who-can",
        Permission::Alert => "who-do-i-call",
        Permission::Share => "share",
        Permission::ContactFile => "contact-file",
        Permission::Bind => "bind",
        Permission::WhoLooked => "who-looked",
        Permission::Release => "release",
        Permission::Add => "contact-add",
        Permission::Edit => "contact-edit",
        Permission::Retire => "contact-retire",
        Permission::Suggest => "suggest",
        Permission::Suggestions => "suggestions",
        Permission::History => "history",
    }
}

fn field(field: Field) -> &'static str {
    match field {
        Field::Phone => "phone",
        Field::Email => "email",
        Field::Notes => "notes",
        Field::Location => "location",
    }
}
