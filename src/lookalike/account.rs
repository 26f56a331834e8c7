//! What the look-alike holds: an account as plain data, which a test builds by hand and changes while it is served.

mod edit;

use std::collections::BTreeMap;

use jiff::Timestamp;

/// The account's own kinds of organizations; an organization's type id is the place in this list, from 1.
pub const ORGANIZATION_TYPES: [&str; 4] = ["Customer", "Prospect", "Vendor", "Partner"];

/// The account's own states of organizations; an organization's status id is the place in this list, from 1.
pub const ORGANIZATION_STATUSES: [&str; 2] = ["Active", "Inactive"];

/// An IT Glue account. The maps are keyed by the records' ids.
#[derive(Clone, Debug, Default)]
pub struct Account {
    /// Clients.
    pub organizations: BTreeMap<u64, Organization>,
    /// The account's own list of contact types.
    pub contact_types: BTreeMap<u64, ContactType>,
    /// Sites.
    pub locations: BTreeMap<u64, Location>,
    /// People.
    pub contacts: BTreeMap<u64, Contact>,
    /// The moment that new and changed records are stamped with; `None`: the present.
    pub now: Option<Timestamp>,
    /// Organizations marked for deletion, and after how many more requests they go.
    deletions: BTreeMap<u64, u32>,
    /// The highest id ever given out, so that no id is used twice.
    last_id: u64,
}

/// An organization as IT Glue holds it.
#[derive(Clone, Debug, Default)]
pub struct Organization {
    /// The record's id.
    pub id: u64,
    /// Full name.
    pub name: String,
    /// Short name, often an acronym.
    pub short_name: Option<String>,
    /// Free text.
    pub description: Option<String>,
    /// A text that IT Glue shows in red on every page of the organization.
    pub alert: Option<String>,
    /// HTML; lists carry the first 250 characters only.
    pub quick_notes: Option<String>,
    /// One of [`ORGANIZATION_TYPES`].
    pub organization_type: Option<String>,
    /// One of [`ORGANIZATION_STATUSES`].
    pub status: Option<String>,
    /// Whether it is the provider itself.
    pub primary: bool,
    /// The tie to the provider's ticket system.
    pub psa: Option<Psa>,
    /// When the record was made.
    pub created_at: Timestamp,
    /// When the record was last changed.
    pub updated_at: Timestamp,
}

/// A row of the account's contact types.
#[derive(Clone, Debug, Default)]
pub struct ContactType {
    /// The row's id.
    pub id: u64,
    /// "Approver", "Terminated" …
    pub name: String,
    /// When the row was made.
    pub created_at: Timestamp,
    /// When the row was last changed.
    pub updated_at: Timestamp,
}

/// A site of an organization.
#[derive(Clone, Debug, Default)]
pub struct Location {
    /// The record's id.
    pub id: u64,
    /// The organization whose site it is.
    pub organization: u64,
    /// "Head Office" …
    pub name: String,
    /// Whether it is the organization's primary site.
    pub primary: bool,
    /// Street and number.
    pub address: Option<String>,
    /// City.
    pub city: Option<String>,
    /// State or province.
    pub region: Option<String>,
    /// Country.
    pub country: Option<String>,
    /// The site's phone: digits.
    pub phone: Option<String>,
    /// When the record was made.
    pub created_at: Timestamp,
    /// When the record was last changed.
    pub updated_at: Timestamp,
}

/// A person as IT Glue holds them.
#[derive(Clone, Debug, Default)]
pub struct Contact {
    /// The record's id.
    pub id: u64,
    /// The organization they belong to.
    pub organization: u64,
    /// Given name.
    pub first_name: Option<String>,
    /// Family name.
    pub last_name: Option<String>,
    /// Job title.
    pub title: Option<String>,
    /// Row of the account's contact types.
    pub contact_type: Option<u64>,
    /// Site.
    pub location: Option<u64>,
    /// "Important Contact": IT Glue mostly leaves it empty where it does not hold.
    pub important: Option<bool>,
    /// Whether the record is restricted to some of the account's users.
    pub restricted: bool,
    /// Free text, plain or HTML.
    pub notes: Option<String>,
    /// E-mail addresses.
    pub emails: Vec<Email>,
    /// Phone and fax numbers.
    pub phones: Vec<Phone>,
    /// The tie to the provider's ticket system.
    pub psa: Option<Psa>,
    /// When the record was made.
    pub created_at: Timestamp,
    /// When the record was last changed.
    pub updated_at: Timestamp,
}

/// An e-mail address of a contact.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Email {
    /// The address.
    pub value: String,
    /// Whether it is the one to use.
    pub primary: bool,
    /// "Work", "Home" …
    pub label: String,
}

/// A phone or fax number of a contact.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Phone {
    /// Digits.
    pub value: String,
    /// Digits to dial afterwards.
    pub extension: Option<String>,
    /// Whether it is the one to use.
    pub primary: bool,
    /// "Work", "Mobile" …
    pub label: String,
    /// Whether it is a fax line.
    pub fax: bool,
}

/// A record's tie to the provider's ticket system, the "PSA".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Psa {
    /// `manage`, `autotask`, `kaseya-bms` …
    pub system: String,
    /// The record's id over there.
    pub id: String,
    /// `enabled`, `disabled` or `orphaned`.
    pub state: String,
}

impl Psa {
    /// Whether the ticket system owns the record, so that IT Glue refuses to change most of it.
    #[must_use]
    pub fn locks(&self) -> bool {
        self.state != "disabled"
    }
}
