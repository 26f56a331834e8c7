//! What the policy file names and IT Glue does not have: a misspelt contact type, an organization by its short name, a
//! person of another client, a pattern that fits nothing. Such a rule is valid, does nothing and goes unnoticed.
//!
//! Each is reported by line and key. Names of people and organizations are not repeated, because this is for the log.

use crate::access::scope::Pattern;
use crate::directory::snapshot::Snapshot;
use crate::domain::role::is_same_type;
use crate::policy::who::PersonRef;
use crate::policy::{OrganizationRef, Policy};

/// Below this a name is no slip of the keys, and a guess would only confuse.
const RECOGNISABLE: f64 = 0.5;

/// A name in the policy file, and where it stands.
#[derive(Clone, Debug)]
pub struct NamedInFile {
    pub line: usize,
    pub key: &'static str,
    pub what: Reference,
}

/// A name that only the account can confirm.
#[derive(Clone, Debug)]
pub enum Reference {
    ContactType(Box<str>),
    Organization(OrganizationRef),
    /// Organizations in an access rule.
    Organizations(Pattern),
    /// A person; of this organization, where the rule is for one.
    Person(PersonRef, Option<OrganizationRef>),
}

/// A line for each name in the policy file that the account does not have, from top to bottom.
pub fn dangling(policy: &Policy, snapshot: &Snapshot) -> Vec<String> {
    let mut types: Vec<&str> = snapshot.contact_types().map(|row| &*row.name).collect();
    // An unreadable record is still known by what contacts carry of it.
    let is_unread = |id| snapshot.contact_type(id).is_none();
    let carrying = snapshot.contacts().filter(|contact| contact.contact_type.is_some_and(is_unread));
    types.extend(carrying.filter_map(|contact| contact.contact_type_name.as_deref()));
    types.sort_unstable();
    types.dedup();
    let line = |named: &NamedInFile| {
        Some(format!("line {}: {} {}", named.line, named.key, fault(&named.what, snapshot, &types)?))
    };
    policy.named.iter().filter_map(line).collect()
}

fn fault(what: &Reference, snapshot: &Snapshot, types: &[&str]) -> Option<String> {
    match what {
        Reference::ContactType(name) => no_type(name, types),
        Reference::Organization(named) => {
            let there = snapshot.organizations().any(|organization| named.is(organization));
            (!there).then(|| no_organization(matches!(named, OrganizationRef::Id(_))))
        }
        Reference::Organizations(pattern) => {
            // With or without a record.
            let there = snapshot.names().iter().any(|(id, names)| pattern.means(*id, names))
                || matches!(pattern, Pattern::Id(id) if snapshot.contacts_of(*id).next().is_some());
            (!there).then(|| match pattern {
                Pattern::Name(name) if name.contains('*') => "has a pattern that fits no organization".to_owned(),
                Pattern::Name(_) => no_organization(false),
                Pattern::Id(_) => no_organization(true),
            })
        }
        Reference::Person(person, of) => no_person(person, of.as_ref(), snapshot),
    }
}

fn no_type(name: &str, types: &[&str]) -> Option<String> {
    if types.iter().any(|known| is_same_type(known, name)) {
        return None;
    }
    let similarity = |known: &str| strsim::normalized_damerau_levenshtein(&known.to_lowercase(), &name.to_lowercase());
    let alike = types.iter().map(|known| (similarity(known), *known));
    let nearest = alike.filter(|(alike, _)| *alike >= RECOGNISABLE).max_by(|one, other| one.0.total_cmp(&other.0));
    let meant = nearest.map(|(_, known)| format!(" (did you mean \"{known}\"?)")).unwrap_or_default();
    Some(format!("names the contact type \"{name}\", which IT Glue does not have{meant}"))
}

fn no_person(person: &PersonRef, of: Option<&OrganizationRef>, snapshot: &Snapshot) -> Option<String> {
    let there = match of {
        None => snapshot.contacts().any(|contact| person.is(contact)),
        Some(named) => {
            let mut organizations = snapshot.organizations().filter(|one| named.is(one)).peekable();
            // The organization is reported already.
            organizations.peek()?;
            organizations.flat_map(|one| snapshot.contacts_of(one.id)).any(|contact| person.is(contact))
        }
    };
    let place = if of.is_some() { "at that organization" } else { "in IT Glue" };
    (!there).then(|| match person {
        PersonRef::Id(_) => format!("names a person by an id that no contact {place} has"),
        PersonRef::Name(_) => {
            format!("names a person, and no contact {place} has that whole name; its id would be safer")
        }
    })
}

fn no_organization(by_id: bool) -> String {
    if by_id {
        return "has an id that no organization in IT Glue has".to_owned();
    }
    "names an organization, and none in IT Glue has that whole name (a short name does not count); its id would be safer"
        .to_owned()
}

#[cfg(test)]
mod tests;
