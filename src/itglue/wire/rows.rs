//! Organizations, contact types and sites.

use crate::itglue::wire::Resource;
use crate::itglue::wire::fields::Fields;
use callsheet_core::domain::id::{ContactTypeId, LocationId, OrganizationId};
use callsheet_core::domain::organization::{ContactType, Location, Organization, QuickNotes};

/// Lists carry this many characters of an organization's quick notes (API documentation, "Organizations", index).
const QUICK_NOTES: usize = 250;

impl Resource for Organization {
    const PATH: &'static str = "organizations";

    fn from_wire(id: u64, fields: &mut Fields<'_>) -> Option<Self> {
        Some(Self {
            id: OrganizationId(id),
            name: fields.line("name")?,
            short_name: fields.line("short-name"),
            organization_type: fields.line("organization-type-name"),
            status: fields.line("organization-status-name"),
            alert: fields.string("alert"),
            quick_notes: fields.untrimmed("quick-notes").as_deref().and_then(quick_notes),
            updated_at: fields.moment("updated-at"),
        })
    }
}

/// Quick notes as a list carries them.
fn quick_notes(carried: &str) -> Option<QuickNotes> {
    let cut = carried.chars().count() >= QUICK_NOTES;
    let text = if cut { whole_words(carried) } else { carried }.trim();
    (cut || !text.is_empty()).then(|| QuickNotes { text: text.into(), cut })
}

/// A cut text, without what may be the beginning of a key or number: half of one does not look like a secret.
fn whole_words(cut: &str) -> &str {
    let is_of_a_key = |char: char| char.is_ascii_graphic() && char != '>';
    let mut text = cut;
    loop {
        let shorter = text.trim_end_matches(is_of_a_key);
        let before = shorter.trim_end();
        let last = before.trim_end_matches(is_of_a_key).len();
        let is_group = before.get(last..).is_some_and(|word| word.contains(|char: char| char.is_ascii_digit()));
        text = before;
        if !is_group {
            return text;
        }
    }
}

impl Resource for ContactType {
    const PATH: &'static str = "contact_types";

    fn from_wire(id: u64, fields: &mut Fields<'_>) -> Option<Self> {
        Some(Self { id: ContactTypeId(id), name: fields.line("name")? })
    }
}

impl Resource for Location {
    const PATH: &'static str = "locations";

    fn from_wire(id: u64, fields: &mut Fields<'_>) -> Option<Self> {
        Some(Self {
            id: LocationId(id),
            organization: fields.id("organization-id").map(OrganizationId),
            name: fields.line("name"),
            primary: fields.flag("primary", false),
            city: fields.line("city"),
            region: fields.line("region-name"),
            country: fields.line("country-name"),
            phone: fields.lines("phone"),
        })
    }
}
