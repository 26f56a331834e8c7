//! Small accounts made by hand, for conversations about a few people.

use std::collections::BTreeMap;
use std::sync::Arc;

use callsheet_core::directory::records::Records;
use callsheet_core::directory::snapshot::{Snapshot, Status};
use callsheet_core::domain::contact::{Contact, Email, Phone};
use callsheet_core::domain::id::{ContactId, ContactTypeId, LocationId, OrganizationId};
use callsheet_core::domain::organization::{ContactType, Location, Organization, QuickNotes};
use jiff::Timestamp;

/// A builder for an account.
#[derive(Clone, Debug, Default)]
pub struct Account {
    records: Records,
}

/// A builder for a contact.
#[derive(Clone, Debug)]
pub struct Person(Contact);

/// The time of every conversation.
pub fn now() -> Timestamp {
    "2026-11-24T12:00:00Z".parse().unwrap()
}

/// The status of an account read four minutes ago.
pub fn fresh() -> Status {
    Status { synced_at: Some("2026-11-24T11:56:00Z".parse().unwrap()), ..Status::default() }
}

impl Account {
    pub fn organization(self, id: u64, name: &str) -> Self {
        self.organization_like(Organization::new(OrganizationId(id), name))
    }

    pub fn organization_called(self, id: u64, name: &str, short_name: &str) -> Self {
        let short_name = Some(short_name.into());
        self.organization_like(Organization { short_name, ..Organization::new(OrganizationId(id), name) })
    }

    pub fn alert(self, organization: u64, alert: &str) -> Self {
        self.changing(organization, |record| record.alert = Some(alert.into()))
    }

    /// An organization's quick notes, which IT Glue's lists carry whole.
    pub fn quick_notes(self, organization: u64, text: &str) -> Self {
        self.changing(organization, |record| {
            record.quick_notes = Some(QuickNotes { text: text.into(), cut: false });
        })
    }

    /// An organization's status, from the account's own list.
    pub fn status(self, organization: u64, status: &str) -> Self {
        self.changing(organization, |record| record.status = Some(status.into()))
    }

    /// Changes any other field of an organization.
    pub fn changing(mut self, organization: u64, change: impl FnOnce(&mut Organization)) -> Self {
        change(Arc::make_mut(self.records.organizations.get_mut(&OrganizationId(organization)).unwrap()));
        self
    }

    pub fn contact_type(mut self, id: u64, name: &str) -> Self {
        let id = ContactTypeId(id);
        self.records.contact_types.insert(id, Arc::new(ContactType { id, name: name.into() }));
        self
    }

    pub fn location(mut self, id: u64, name: &str, city: &str, phone: Option<&str>) -> Self {
        let id = LocationId(id);
        let location = Location {
            id,
            organization: None,
            name: Some(name.into()),
            primary: false,
            city: Some(city.into()),
            region: Some("CA".into()),
            country: Some("United States".into()),
            phone: phone.map(Into::into),
        };
        self.records.locations.insert(id, Arc::new(location));
        self
    }

    /// A site of an organization, with its own phone.
    pub fn site(mut self, id: u64, organization: u64, name: &str, phone: &str) -> Self {
        self = self.location(id, name, "San Francisco", Some(phone));
        let location = self.records.locations.get_mut(&LocationId(id)).unwrap();
        Arc::make_mut(location).organization = Some(OrganizationId(organization));
        self
    }

    pub fn location_like(mut self, location: Location) -> Self {
        self.records.locations.insert(location.id, Arc::new(location));
        self
    }

    pub fn with(mut self, person: Person) -> Self {
        self.records.contacts.insert(person.0.id, Arc::new(person.0));
        self
    }

    pub fn with_all(self, people: impl IntoIterator<Item = Person>) -> Self {
        people.into_iter().fold(self, Self::with)
    }

    pub fn without(mut self, id: u64) -> Self {
        self.records.contacts.remove(&ContactId(id));
        self
    }

    pub fn records(&self) -> Records {
        self.records.clone()
    }

    /// The account as readers see it, four minutes after it was read.
    pub fn snapshot(&self) -> Snapshot {
        Snapshot::build(&self.records, fresh())
    }

    fn organization_like(mut self, organization: Organization) -> Self {
        self.records.organizations.insert(organization.id, Arc::new(organization));
        self
    }
}

/// A contact with only a name.
pub fn person(id: u64, name: &str) -> Person {
    let (first_name, last_name) = name.split_once(' ').unwrap_or((name, ""));
    Person(Contact {
        name: Some(name.into()),
        first_name: Some(first_name.into()),
        last_name: (!last_name.is_empty()).then(|| last_name.into()),
        ..Contact::new(ContactId(id))
    })
}

impl Person {
    pub fn at(mut self, organization: u64) -> Self {
        self.0.organization = Some(OrganizationId(organization));
        self
    }

    /// The organization name on the contact's record, with or without an id.
    pub fn carrying(mut self, organization: &str) -> Self {
        self.0.organization_name = Some(organization.into());
        self
    }

    pub fn title(mut self, title: &str) -> Self {
        self.0.title = Some(title.into());
        self
    }

    pub fn of_type(mut self, contact_type: u64) -> Self {
        self.0.contact_type = Some(ContactTypeId(contact_type));
        self
    }

    pub fn located(mut self, location: u64) -> Self {
        self.0.location = Some(LocationId(location));
        self
    }

    pub fn vip(mut self) -> Self {
        self.0.important = true;
        self
    }

    pub fn restricted(mut self) -> Self {
        self.0.restricted = true;
        self
    }

    pub fn notes(mut self, notes: &str) -> Self {
        self.0.notes = Some(notes.into());
        self
    }

    pub fn url(mut self, url: &str) -> Self {
        self.0.url = Some(url.into());
        self
    }

    pub fn updated(mut self, at: &str) -> Self {
        self.0.updated_at = Some(at.parse().unwrap());
        self
    }

    pub fn email(self, value: &str) -> Self {
        self.email_like(Email { value: value.into(), primary: false, label: None })
    }

    pub fn email_like(mut self, email: Email) -> Self {
        self.0.emails.push(email);
        self
    }

    /// A number as IT Glue stores it: digits only.
    pub fn phone(self, value: &str) -> Self {
        self.phone_like(phone(value))
    }

    pub fn phone_like(mut self, phone: Phone) -> Self {
        self.0.phones.push(phone);
        self
    }

    /// Whether the chain may ever offer this contact.
    pub fn can_be_called(&self) -> bool {
        let left = self.0.contact_type == Some(ContactTypeId(6)) || self.0.display_name().contains("(left)");
        self.0.is_reachable() && !left
    }

    /// Changes any other field.
    pub fn but(mut self, change: impl FnOnce(&mut Contact)) -> Self {
        change(&mut self.0);
        self
    }
}

/// A number without any other field.
pub fn phone(value: &str) -> Phone {
    Phone { value: value.into(), formatted: None, extension: None, primary: false, label: None, fax: false }
}

/// An organization's primary location with only a place: `["Berlin", "", "Germany"]`.
pub fn location(id: u64, organization: u64, [city, region, country]: [&str; 3]) -> Location {
    let part = |part: &str| (!part.is_empty()).then(|| part.into());
    Location {
        id: LocationId(id),
        organization: Some(OrganizationId(organization)),
        name: None,
        primary: true,
        city: part(city),
        region: part(region),
        country: part(country),
        phone: None,
    }
}

/// The account's contact types in these conversations.
pub fn usual_types(account: Account) -> Account {
    let types: BTreeMap<u64, &str> = BTreeMap::from([
        (1, "Primary Contact"),
        (2, "Internal IT"),
        (3, "Decision Maker"),
        (4, "End User"),
        (5, "Accounts Payable"),
        (6, "Terminated"),
        (7, "Vendor Support"),
    ]);
    types.into_iter().fold(account, |account, (id, name)| account.contact_type(id, name))
}
