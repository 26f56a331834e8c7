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
