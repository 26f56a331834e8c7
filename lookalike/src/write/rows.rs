//! Writing organizations and contact types.

use std::collections::BTreeMap;
use std::mem;

use crate::account::{Account, ContactType, Organization, Psa};
use crate::answers::Answer;
use crate::write::{Attributes, Writable, invalid, refuse_synced, set_text};

impl Writable for Organization {
    fn all_mut(account: &mut Account) -> &mut BTreeMap<u64, Self> {
        &mut account.organizations
    }

    fn new(account: &mut Account, _: Option<u64>, _: &Attributes) -> Result<Self, Answer> {
        Ok(Self { id: account.new_id(), created_at: account.now(), ..Self::default() })
    }

    fn apply(&mut self, attributes: &Attributes, account: &Account) -> Result<(), Answer> {
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

    fn apply(&mut self, attributes: &Attributes, account: &Account) -> Result<(), Answer> {
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
