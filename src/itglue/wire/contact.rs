//! Contacts.

use url::Url;

use crate::itglue::wire::fields::Fields;
use crate::itglue::wire::{Resource, addresses};
use callsheet_core::domain::contact::{Contact, Email, Phone};
use callsheet_core::domain::id::{ContactId, ContactTypeId, LocationId, OrganizationId};

impl Resource for Contact {
    const PATH: &'static str = "contacts";

    fn from_wire(id: u64, fields: &mut Fields<'_>) -> Option<Self> {
        Some(Self {
            id: ContactId(id),
            organization: fields.id("organization-id").map(OrganizationId),
            organization_name: fields.line("organization-name"),
            name: fields.line("name"),
            first_name: fields.line("first-name"),
            last_name: fields.line("last-name"),
            title: fields.line("title"),
            contact_type: fields.id("contact-type-id").map(ContactTypeId),
            contact_type_name: fields.line("contact-type-name"),
            location: fields.id("location-id").map(LocationId),
            location_name: fields.line("location-name"),
            important: fields.flag("important", false),
            // Where it is unreadable, the contact is shown to fewer callers.
            restricted: fields.flag("restricted", true),
            notes: fields.string("notes"),
            emails: emails(fields),
            phones: fields.list("contact-phones", phone).into_iter().flatten().collect(),
            url: fields.string("resource-url").as_deref().and_then(web_address),
            created_at: fields.moment("created-at"),
            updated_at: fields.moment("updated-at"),
            phones_changed_at: None,
        })
    }
}

/// The addresses, each once. Of several in one field the first has the field's mark.
fn emails(fields: &mut Fields<'_>) -> Vec<Email> {
    let entries = fields.list("contact-emails", |entry| {
        let values = addresses::of(entry.string("value").as_deref().unwrap_or_default());
        (values, entry.flag("primary", false), entry.line("label-name"))
    });
    let mut emails: Vec<Email> = Vec::new();
    for (values, mut primary, label) in entries {
        for value in values {
            match emails.iter_mut().find(|email| email.value.eq_ignore_ascii_case(&value)) {
                Some(known) => known.primary |= primary,
                None => emails.push(Email { value: value.into(), primary, label: label.clone() }),
            }
            primary = false;
        }
    }
    emails
}

/// A number, if the entry holds one. It is a fax if either its type or its label says so.
fn phone(entry: &mut Fields<'_>) -> Option<Phone> {
    let (label, kind) = (entry.line("label-name"), entry.line("label-type"));
    // By whole words: "Fairfax office" is no fax.
    let is_fax = |word: &str| word.eq_ignore_ascii_case("fax");
    let says_fax = |text: &str| text.split(|letter: char| !letter.is_alphanumeric()).any(is_fax);
    let (formatted, extension) = (entry.line("formatted-value"), entry.line("extension"));
    let (fax, primary) =
        ([&kind, &label].into_iter().flatten().any(|text| says_fax(text)), entry.flag("primary", false));
    Some(Phone { fax, value: entry.lines("value")?, formatted, extension, primary, label })
}

/// An address that a browser may be sent to: `javascript:` and the like are not.
fn web_address(text: &str) -> Option<Box<str>> {
    let url = Url::parse(text).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
    Some(String::from(url).into())
}
