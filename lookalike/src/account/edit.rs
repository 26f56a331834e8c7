//! Building an account by hand, and changing one.

use jiff::Timestamp;

use crate::account::{
    Account, Adapter, Contact, ContactType, Email, Location, ORGANIZATION_STATUSES, ORGANIZATION_TYPES, Organization,
    Phone,
};

/// How many more requests an organization's contacts survive its deletion, which IT Glue carries out later.
const DELETION_DELAY: u32 = 3;

impl Account {
    /// The moment that a record written now is stamped with.
    #[expect(clippy::disallowed_methods, reason = "this is the edge where the clock is read")]
    pub fn now(&self) -> Timestamp {
        self.now.unwrap_or_else(Timestamp::now)
    }

    /// An id that no record has or had.
    pub fn new_id(&mut self) -> u64 {
        let used = [
            self.organizations.keys().next_back(),
            self.contact_types.keys().next_back(),
            self.locations.keys().next_back(),
            self.contacts.keys().next_back(),
        ];
        let highest = used.into_iter().flatten().copied().max().unwrap_or(0);
        self.last_id = self.last_id.max(highest) + 1;
        self.last_id
    }

    /// Adds an active customer and returns its id.
    pub fn add_organization(&mut self, name: &str) -> u64 {
        let (id, now) = (self.new_id(), self.now());
        let organization = Organization {
            id,
            name: name.to_owned(),
            organization_type: Some(ORGANIZATION_TYPES[0].to_owned()),
            status: Some(ORGANIZATION_STATUSES[0].to_owned()),
            created_at: now,
            updated_at: now,
            ..Organization::default()
        };
        self.organizations.insert(id, organization);
        id
    }

    pub fn add_contact_type(&mut self, name: &str) -> u64 {
        let (id, now) = (self.new_id(), self.now());
        let row = ContactType { id, name: name.to_owned(), created_at: now, updated_at: now };
        self.contact_types.insert(id, row);
        id
    }

    pub fn add_location(&mut self, organization: u64, name: &str) -> &mut Location {
        let (id, now) = (self.new_id(), self.now());
        let location = Location {
            id,
            organization,
            name: name.to_owned(),
            created_at: now,
            updated_at: now,
            ..Location::default()
        };
        self.locations.entry(id).insert_entry(location).into_mut()
    }

    /// Adds a contact and returns it for more fields. A blank name stays out.
    pub fn add_contact(&mut self, organization: u64, first_name: &str, last_name: &str) -> &mut Contact {
        let (id, now) = (self.new_id(), self.now());
        let given = |name: &str| Some(name.to_owned()).filter(|name| !name.is_empty());
        let contact = Contact {
            id,
            organization,
            first_name: given(first_name),
            last_name: given(last_name),
            created_at: now,
            updated_at: now,
            ..Contact::default()
        };
        self.contacts.entry(id).insert_entry(contact).into_mut()
    }

    /// A contact to change: the record counts as changed now.
    pub fn change_contact(&mut self, id: u64) -> Option<&mut Contact> {
        let now = self.now();
        let contact = self.contacts.get_mut(&id)?;
        contact.updated_at = now;
        Some(contact)
    }

    /// An organization to change: the record counts as changed now, those that carry its name do not.
    pub fn change_organization(&mut self, id: u64) -> Option<&mut Organization> {
        let now = self.now();
        let organization = self.organizations.get_mut(&id)?;
        organization.updated_at = now;
        Some(organization)
    }

    /// Removes an organization with its sites and contacts, at once.
    pub fn remove_organization(&mut self, id: u64) {
        self.organizations.remove(&id);
        self.locations.retain(|_, location| location.organization != id);
        self.contacts.retain(|_, contact| contact.organization != id);
    }

    /// Marks an organization for deletion, as IT Glue does when asked to delete one.
    pub(crate) fn mark_for_deletion(&mut self, id: u64) {
        self.deletions.insert(id, DELETION_DELAY);
    }

    /// Brings the pending deletions closer by one request.
    pub(crate) fn advance_deletions(&mut self) {
        self.deletions.values_mut().for_each(|requests| *requests = requests.saturating_sub(1));
        for (id, _) in self.deletions.extract_if(.., |_, requests| *requests == 0).collect::<Vec<_>>() {
            self.remove_organization(id);
        }
    }
}

impl Contact {
    /// Adds an e-mail address; the first becomes the primary one.
    pub fn email(&mut self, label: &str, value: &str) -> &mut Self {
        let primary = self.emails.is_empty();
        self.emails.push(Email { value: value.to_owned(), primary, label: label.to_owned(), ..Email::default() });
        self
    }

    /// Adds a number that can be dialled; the first becomes the primary one.
    pub fn phone(&mut self, label: &str, value: &str) -> &mut Self {
        let primary = self.phones.is_empty();
        let phone = Phone { value: value.to_owned(), primary, label: label.to_owned(), ..Phone::default() };
        self.phones.push(phone);
        self
    }

    /// Adds an office number with an extension; the first number becomes the primary one.
    pub fn extension(&mut self, label: &str, value: &str, extension: &str) -> &mut Self {
        self.phone(label, value);
        if let Some(phone) = self.phones.last_mut() {
            phone.extension = Some(extension.to_owned());
        }
        self
    }

    /// Adds a fax line, never primary.
    pub fn fax(&mut self, value: &str) -> &mut Self {
        let phone = Phone { value: value.to_owned(), label: "Fax".to_owned(), fax: true, ..Phone::default() };
        self.phones.push(phone);
        self
    }

    pub fn title(&mut self, title: &str) -> &mut Self {
        self.title = Some(title.to_owned());
        self
    }

    pub fn of_type(&mut self, contact_type: u64) -> &mut Self {
        self.contact_type = Some(contact_type);
        self
    }

    /// Links it to a system outside that keeps it in step.
    pub fn synced_by(&mut self, system: &str, remote_id: &str) -> &mut Self {
        let (system, remote_id) = (system.to_owned(), remote_id.to_owned());
        self.adapters.push(Adapter { system, remote_id, sync: true, orphaned: false });
        self
    }

    pub fn vip(&mut self) -> &mut Self {
        self.important = Some(true);
        self
    }
}
