//! Contacts as the service sends them.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::account::{Account, Contact, Email, Psa};
use crate::records::{Record, formatted, moment};

/// The address the account's pages would have.
const WEB: &str = "https://callsheet.itglue.example";

impl Record for Contact {
    const KIND: &'static str = "contacts";
    const FILTERS: &'static [&'static str] = &[
        "id",
        "first_name",
        "last_name",
        "title",
        "contact_type_id",
        "important",
        "primary_email",
        "organization_id",
        "psa_integration_type",
        "psa_id",
    ];
    const SORTS: &'static [&'static str] = &["first_name", "last_name", "id", "created_at", "updated_at"];

    fn all(account: &Account) -> &BTreeMap<u64, Self> {
        &account.contacts
    }

    fn id(&self) -> u64 {
        self.id
    }

    fn organization(&self) -> Option<u64> {
        Some(self.organization)
    }

    fn psa(&self) -> Option<&Psa> {
        self.psa.as_ref()
    }

    fn attributes(&self, account: &Account) -> Value {
        let names = [&self.first_name, &self.last_name];
        let name: Vec<&str> = names.into_iter().flatten().map(String::as_str).collect();
        let email = |Email { value, primary, label }: &Email| json!({ "value": value, "primary": primary, "label-name": label });
        let phones = self.phones.iter().map(|phone| {
            json!({
                "value": phone.value,
                "extension": phone.extension,
                "primary": phone.primary,
                "label-name": phone.label,
                "label-type": if phone.fax { "fax" } else { "phone" },
                "formatted-value": formatted(&phone.value),
            })
        });
        json!({
            "organization-id": self.organization,
            "organization-name": account.organizations.get(&self.organization).map(|row| &row.name),
            "resource-url": format!("{WEB}/{}/contacts/{}", self.organization, self.id),
            "restricted": self.restricted,
            "psa-integration": self.psa.as_ref().map(|psa| &psa.state),
            "my-glue": false,
            "name": name.join(" "),
            "first-name": self.first_name,
            "last-name": self.last_name,
            "title": self.title,
            "contact-type-id": self.contact_type,
            "contact-type-name":
                self.contact_type.and_then(|id| account.contact_types.get(&id)).map(|row| &row.name),
            "location-id": self.location,
            "location-name": self.location.and_then(|id| account.locations.get(&id)).map(|row| &row.name),
            "important": self.important,
            "notes": self.notes,
            "created-at": moment(self.created_at),
            "updated-at": moment(self.updated_at),
            "contact-emails": self.emails.iter().map(email).collect::<Vec<_>>(),
            "contact-phones": phones.collect::<Vec<_>>(),
        })
    }
}
