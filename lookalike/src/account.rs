//! The look-alike's account as plain data, which a test builds by hand and changes while it is served.

mod edit;

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde_json::{Map, Value};

/// The account's own kinds of organizations; an organization's type id is its position in this list, from 1.
pub const ORGANIZATION_TYPES: [&str; 4] = ["Customer", "Prospect", "Vendor", "Partner"];

/// The account's own states of organizations; an organization's status id is its position in this list, from 1.
pub const ORGANIZATION_STATUSES: [&str; 2] = ["Active", "Inactive"];

/// An IT Glue account. The maps are keyed by the records' ids.
#[derive(Clone, Debug, Default)]
pub struct Account {
    pub organizations: BTreeMap<u64, Organization>,
    pub contact_types: BTreeMap<u64, ContactType>,
    pub locations: BTreeMap<u64, Location>,
    pub contacts: BTreeMap<u64, Contact>,
    /// The moment that new and changed records are stamped with; `None`: the present.
    pub now: Option<Timestamp>,
    /// Organizations marked for deletion, and after how many more requests they go.
    deletions: BTreeMap<u64, u32>,
    /// The highest id ever given out, so that no id is used twice.
    last_id: u64,
}

#[derive(Clone, Debug, Default)]
pub struct Organization {
    pub id: u64,
    pub name: String,
    /// Often an acronym.
    pub short_name: Option<String>,
    pub description: Option<String>,
    /// IT Glue shows it in red on every page of the organization.
    pub alert: Option<String>,
    /// HTML; lists carry the first 250 characters only.
    pub quick_notes: Option<String>,
    /// One of [`ORGANIZATION_TYPES`].
    pub organization_type: Option<String>,
    /// One of [`ORGANIZATION_STATUSES`].
    pub status: Option<String>,
    /// Whether it is the provider itself.
    pub primary: bool,
    pub psa: Option<Psa>,
    pub created_at: Timestamp,
    pub updated_at: Timestamp,
}

#[derive(Clone, Debug, Default)]
pub struct ContactType {
    pub id: u64,
    /// "Approver", "Terminated" …
    pub name: String,
    pub created_at: Timestamp,
    pub updated_at: Timestamp,
}

/// A site of an organization.
#[derive(Clone, Debug, Default)]
pub struct Location {
    pub id: u64,
    pub organization: u64,
    /// "Head Office" …
    pub name: String,
    pub primary: bool,
    /// Street and number.
    pub address: Option<String>,
    pub city: Option<String>,
    /// State or province.
    pub region: Option<String>,
    pub country: Option<String>,
    /// Digits only.
    pub phone: Option<String>,
    pub created_at: Timestamp,
    pub updated_at: Timestamp,
}

#[derive(Clone, Debug, Default)]
pub struct Contact {
    pub id: u64,
    pub organization: u64,
    pub first_name: Option<String>,
    pub last_name: Option<String>,
    pub title: Option<String>,
    pub contact_type: Option<u64>,
    pub location: Option<u64>,
    /// "Important Contact": IT Glue mostly leaves it empty instead of false.
    pub important: Option<bool>,
    /// Whether the record is restricted to some of the account's users.
    pub restricted: bool,
    /// Plain text or HTML.
    pub notes: Option<String>,
    pub emails: Vec<Email>,
    pub phones: Vec<Phone>,
    pub psa: Option<Psa>,
    /// Links to systems outside, besides that of [`psa`](Self::psa).
    pub adapters: Vec<Adapter>,
    pub created_at: Timestamp,
    pub updated_at: Timestamp,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Email {
    pub value: String,
    pub primary: bool,
    /// "Work", "Home" …
    pub label: String,
    /// Keys that no document names.
    pub more: Map<String, Value>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Phone {
    /// Digits only.
    pub value: String,
    /// Digits to dial afterwards.
    pub extension: Option<String>,
    pub primary: bool,
    /// "Work", "Mobile" …
    pub label: String,
    pub fax: bool,
    /// Keys that no document names.
    pub more: Map<String, Value>,
}

/// A record's tie to the provider's ticket system, the "PSA".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Psa {
    /// `manage`, `autotask`, `kaseya-bms` …
    pub system: String,
    pub id: String,
    /// `enabled`, `disabled` or `orphaned`.
    pub state: String,
}

/// A record's link to a system outside IT Glue, as `include=adapters_resources` shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Adapter {
    /// "Autotask", "Microsoft" …
    pub system: String,
    pub remote_id: String,
    /// Whether it keeps the record in step.
    pub sync: bool,
    /// Whether its own record is gone.
    pub orphaned: bool,
}

impl Adapter {
    /// Whether it is the owner of the addresses only: Microsoft, of the mailbox.
    pub fn is_mailbox(&self) -> bool {
        self.system == "Microsoft"
    }

    pub fn locks(&self) -> bool {
        self.sync && !self.orphaned
    }
}

impl From<&Psa> for Adapter {
    fn from(psa: &Psa) -> Self {
        let system = match &*psa.system {
            "autotask" => "Autotask",
            "kaseya-bms" => "Kaseya BMS",
            "manage" => "ConnectWise Manage",
            "tigerpaw" => "Tigerpaw",
            other => other,
        };
        let is = |state: &str| psa.state == state;
        Self { system: system.to_owned(), remote_id: psa.id.clone(), sync: is("enabled"), orphaned: is("orphaned") }
    }
}

impl Psa {
    /// Whether the ticket system owns the record, so that IT Glue refuses to change most of it.
    pub fn locks(&self) -> bool {
        self.state != "disabled"
    }
}
