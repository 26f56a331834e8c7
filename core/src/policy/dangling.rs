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
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::directory::records::Records;
    use crate::directory::snapshot::Status;
    use crate::domain::contact::Contact;
    use crate::domain::id::{ContactId, ContactTypeId, OrganizationId};
    use crate::domain::organization::{ContactType, Organization};
    use crate::policy::file::parse;

    fn snapshot() -> Snapshot {
        let mut records = Records::default();
        for (id, name) in [(1, "Acme Corporation"), (2, "Sunset Valley Clinic")] {
            let id = OrganizationId(id);
            let organization = Organization { short_name: Some("Acme".into()), ..Organization::new(id, name) };
            records.organizations.insert(id, Arc::new(organization));
        }
        for (id, name) in [(1, "Approver"), (2, "Key-Holder")] {
            let id = ContactTypeId(id);
            records.contact_types.insert(id, Arc::new(ContactType { id, name: name.into() }));
        }
        for (id, organization, name) in [(5, 1, "Jane Doe"), (6, 2, "John Roe"), (7, 3, "Una Known")] {
            let contact = Contact {
                organization: Some(OrganizationId(organization)),
                organization_name: (organization == 3).then(|| "Carried Only Ltd".into()),
                name: Some(name.into()),
                ..Contact::new(ContactId(id))
            };
            records.contacts.insert(contact.id, Arc::new(contact));
        }
        Snapshot::build(&records, Status::default())
    }

    fn told(text: &str) -> String {
        dangling(&parse(text).unwrap(), &snapshot()).join("\n")
    }

    #[test]
    fn each_name_that_means_nothing_is_told_with_its_line() {
        let text = r#"redacted = ["*Clinc", "Nonesuch Ltd", 99, { group = "care" }]

[groups]
care = ["Sunset*", "Moonset*"]

[[access]]
organizations = ["Acme*"]
except = ["acme"]

[roles]
"Aprover" = "executive"
"Alumni" = "departed"

[[authorisation]]
action = "purchase"
by = [{ person = "Jane Doe" }, { person = "Jane Dough" }, { person = 77 }]

[[organization]]
name = "Acme"
chain.order = [{ person = "Nobody There" }]

[[organization]]
id = 1
chain.order = [{ person = "John Roe" }, { person = 6 }, "anyone"]

[[channel]]
id = 1
organization = "Nonesuch Ltd"

[[channel]]
id = 2
organization = 98
"#;
        insta::assert_snapshot!(told(text), @r#"
        line 1: redacted has a pattern that fits no organization
        line 1: redacted names an organization, and none in IT Glue has that whole name (a short name does not count); its id would be safer
        line 1: redacted has an id that no organization in IT Glue has
        line 4: groups has a pattern that fits no organization
        line 8: except names an organization, and none in IT Glue has that whole name (a short name does not count); its id would be safer
        line 11: roles names the contact type "Aprover", which IT Glue does not have (did you mean "Approver"?)
        line 12: roles names the contact type "Alumni", which IT Glue does not have
        line 16: by names a person, and no contact in IT Glue has that whole name; its id would be safer
        line 16: by names a person by an id that no contact in IT Glue has
        line 19: name names an organization, and none in IT Glue has that whole name (a short name does not count); its id would be safer
        line 24: order names a person, and no contact at that organization has that whole name; its id would be safer
        line 24: order names a person by an id that no contact at that organization has
        line 28: organization names an organization, and none in IT Glue has that whole name (a short name does not count); its id would be safer
        line 32: organization has an id that no organization in IT Glue has
        "#);
    }

    #[test]
    fn an_existing_name_is_no_fault_in_any_spelling() {
        let text = r#"redacted = ["ACME  corporation", "carried*", 1, 3, "*"]
[roles]
"key holder" = "primary"
APPROVER = "executive"
[[authorisation]]
action = "visit"
by = [{ person = "una known" }, { person = 6 }, "primary"]
[[organization]]
name = "acme corporation"
chain.order = [{ person = "jane  doe" }, { person = 5 }, "anyone"]
[[channel]]
id = 1
organization = 2
"#;
        assert_eq!(told(text), "");
    }

    #[test]
    fn no_name_of_a_person_or_an_organization_is_repeated() {
        let text = r#"redacted = ["Secretive*"]
[[authorisation]]
action = "visit"
by = [{ person = "Secretive Sam" }]
[[organization]]
name = "Secretive Ltd"
"#;
        let told = told(text);
        assert_eq!(told.lines().count(), 3, "{told}");
        assert!(!told.contains("Secretive"), "{told}");
    }
}
