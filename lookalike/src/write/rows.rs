//! Writing organizations and contact types.

use crate::account::{Account, ContactType, Organization, Psa};
use crate::answers::Answer;
use crate::write::Writable;
use crate::write::attributes::{Attributes, invalid, refuse_synced, set_text};

impl Writable for Organization {
    fn new(account: &mut Account, _: Option<u64>, _: &Attributes) -> Result<Self, Answer> {
        Ok(Self { id: account.new_id(), created_at: account.now(), ..Self::default() })
    }

    fn apply(&mut self, attributes: &Attributes, _: &Account) -> Result<(), Answer> {
        if self.psa.as_ref().is_some_and(Psa::locks) {
            refuse_synced(attributes, &["alert", "description", "quick-notes"])?;
        }
        let mut name = Some(std::mem::take(&mut self.name)).filter(|name| !name.is_empty());
        set_text(&mut name, attributes, "name")?;
        self.name = name.ok_or_else(|| invalid("can't be blank", "name"))?;
        set_text(&mut self.short_name, attributes, "short-name")?;
        set_text(&mut self.description, attributes, "description")?;
        set_text(&mut self.alert, attributes, "alert")?;
        set_text(&mut self.quick_notes, attributes, "quick-notes")
    }

    fn put(mut self, account: &mut Account) {
        self.updated_at = account.now();
        account.organizations.insert(self.id, self);
    }

    fn remove(&self, account: &mut Account) {
        account.mark_for_deletion(self.id);
    }
}

impl Writable for ContactType {
    fn new(account: &mut Account, _: Option<u64>, _: &Attributes) -> Result<Self, Answer> {
        Ok(Self { id: account.new_id(), created_at: account.now(), ..Self::default() })
    }

    fn apply(&mut self, attributes: &Attributes, _: &Account) -> Result<(), Answer> {
        let mut name = Some(std::mem::take(&mut self.name)).filter(|name| !name.is_empty());
        set_text(&mut name, attributes, "name")?;
        self.name = name.ok_or_else(|| invalid("can't be blank", "name"))?;
        Ok(())
    }

    fn put(mut self, account: &mut Account) {
        self.updated_at = account.now();
        account.contact_types.insert(self.id, self);
    }

    fn remove(&self, account: &mut Account) {
        account.contact_types.remove(&self.id);
    }
}
