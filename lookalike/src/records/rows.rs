//! Organizations, contact types and sites, as the service sends and takes them.

use std::collections::BTreeMap;
use std::mem;

use serde_json::{Value, json};

use crate::account::{Account, ContactType, Location, ORGANIZATION_STATUSES, ORGANIZATION_TYPES, Organization, Psa};
use crate::answers::Answer;
use crate::records::{Record, formatted, moment};
use crate::write::{Attributes, Quirks, Writable, invalid, refuse_synced, set_text};

impl Record for Organization {
    const KIND: &'static str = "organizations";
    const FILTERS: &'static [&'static str] = &[
        "id",
        "name",
        "organization_type_id",
        "organization_status_id",
        "created_at",
        "updated_at",
        "primary",
        "psa_integration_type",
        "psa_id",
    ];
    const RANGES: &'static [&'static str] = &["created_at", "updated_at"];
    const SORTS: &'static [&'static str] =
        &["name", "id", "updated_at", "organization_status_name", "organization_type_name", "created_at", "short_name"];

    fn all(account: &Account) -> &BTreeMap<u64, Self> {
        &account.organizations
    }

    fn id(&self) -> u64 {
        self.id
    }

    fn psa(&self) -> Option<&Psa> {
        self.psa.as_ref()
    }

    fn attributes(&self, _: &Account) -> Value {
        json!({
            "psa-integration": self.psa.as_ref().map(|psa| &psa.state),
            "my-glue": false,
            "name": self.name,
            "alert": self.alert,
            "description": self.description,
            "organization-type-id": place(&ORGANIZATION_TYPES, self.organization_type.as_deref()),
            "organization-type-name": self.organization_type,
            "organization-status-id": place(&ORGANIZATION_STATUSES, self.status.as_deref()),
            "organization-status-name": self.status,
            "primary": self.primary,
            "logo": null,
            "quick-notes": self.quick_notes,
            "short-name": self.short_name,
            "created-at": moment(self.created_at),
            "updated-at": moment(self.updated_at),
        })
    }
}

/// The id of a row that is known by its position in a list.
fn place(rows: &[&str], name: Option<&str>) -> Option<usize> {
    rows.iter().position(|row| Some(*row) == name).map(|index| index + 1)
}

impl Record for ContactType {
    const KIND: &'static str = "contact-types";
    const FILTERS: &'static [&'static str] = &["name"];
    const SORTS: &'static [&'static str] = &["name", "id", "created_at", "updated_at"];

    fn all(account: &Account) -> &BTreeMap<u64, Self> {
        &account.contact_types
    }

    fn id(&self) -> u64 {
        self.id
    }

    fn attributes(&self, _: &Account) -> Value {
        json!({
            "name": self.name,
            "created-at": moment(self.created_at),
            "updated-at": moment(self.updated_at),
            "synced": false,
        })
    }
}

impl Record for Location {
    const KIND: &'static str = "locations";
    const FILTERS: &'static [&'static str] = &["id", "name", "city", "organization_id"];
    const SORTS: &'static [&'static str] = &["name", "id", "created_at", "updated_at"];

    fn all(account: &Account) -> &BTreeMap<u64, Self> {
        &account.locations
    }

    fn id(&self) -> u64 {
        self.id
    }

    fn organization(&self) -> Option<u64> {
        Some(self.organization)
    }

    fn attributes(&self, account: &Account) -> Value {
        json!({
            "organization-id": self.organization,
            "organization-name": account.organizations.get(&self.organization).map(|row| &row.name),
            "psa-integration": null,
            "name": self.name,
            "primary": self.primary,
            "address-1": self.address,
            "address-2": null,
            "city": self.city,
            "postal-code": null,
            "region-id": null,
            "region-name": self.region,
            "country-id": null,
            "country-name": self.country,
            "phone": self.phone,
            "formatted-phone": self.phone.as_deref().map(formatted),
            "fax": null,
            "formatted-fax": null,
            "notes": null,
            "created-at": moment(self.created_at),
            "updated-at": moment(self.updated_at),
        })
    }
}

impl Writable for Organization {
    fn all_mut(account: &mut Account) -> &mut BTreeMap<u64, Self> {
        &mut account.organizations
    }

    fn new(account: &mut Account, _: Option<u64>, _: &Attributes) -> Result<Self, Answer> {
        Ok(Self { id: account.new_id(), created_at: account.now(), ..Self::default() })
    }

    fn apply(&mut self, attributes: &Attributes, account: &Account, _: &Quirks) -> Result<(), Answer> {
        if self.psa.as_ref().is_some_and(Psa::locks) {
            refuse_synced(attributes, &["alert", "description", "quick-notes"])?;
        }
        set_name(&mut self.name, attributes)?;
        self.updated_at = account.now();
        set_text(&mut self.short_name, attributes, "short-name")?;
        set_text(&mut self.description, attributes, "description")?;
        set_text(&mut self.alert, attributes, "alert")?;
        set_text(&mut self.quick_notes, attributes, "quick-notes")
    }

    fn remove(&self, account: &mut Account) {
        account.mark_for_deletion(self.id);
    }
}

impl Writable for ContactType {
    fn all_mut(account: &mut Account) -> &mut BTreeMap<u64, Self> {
        &mut account.contact_types
    }

    fn new(account: &mut Account, _: Option<u64>, _: &Attributes) -> Result<Self, Answer> {
        Ok(Self { id: account.new_id(), created_at: account.now(), ..Self::default() })
    }

    fn apply(&mut self, attributes: &Attributes, account: &Account, _: &Quirks) -> Result<(), Answer> {
        self.updated_at = account.now();
        set_name(&mut self.name, attributes)
    }
}

fn set_name(field: &mut String, attributes: &Attributes) -> Result<(), Answer> {
    let mut name = Some(mem::take(field)).filter(|name| !name.is_empty());
    set_text(&mut name, attributes, "name")?;
    *field = name.ok_or_else(|| invalid("can't be blank", "name"))?;
    Ok(())
}
