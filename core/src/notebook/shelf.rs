//! One user's recents and favourites.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::domain::id::ContactId;

/// Recents remembered: as many as Discord shows suggestions.
pub const RECENTS: usize = 25;

/// What is remembered of one user.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shelf {
    /// The contacts looked up last, and when.
    recents: BTreeMap<ContactId, Timestamp>,
    /// Marked by the user. At most one a contact, and each is a click.
    favourites: BTreeSet<ContactId>,
}

impl Shelf {
    pub fn looked_up(&mut self, contact: ContactId, at: Timestamp) {
        let last = self.recents.entry(contact).or_insert(at);
        *last = at.max(*last);
        while self.recents.len() > RECENTS {
            let Some(oldest) = self.latest_first().pop() else { break };
            self.recents.remove(&oldest);
        }
    }

    pub fn set_favourite(&mut self, contact: ContactId, on: bool) {
        if on {
            self.favourites.insert(contact);
        } else {
            self.favourites.remove(&contact);
        }
    }

    /// The recents, latest first.
    pub fn recents(&self) -> impl Iterator<Item = ContactId> + use<> {
        self.latest_first().into_iter()
    }

    pub fn favourites(&self) -> impl Iterator<Item = ContactId> {
        self.favourites.iter().copied()
    }

    fn latest_first(&self) -> Vec<ContactId> {
        let mut contacts: Vec<(Reverse<Timestamp>, ContactId)> =
            self.recents.iter().map(|(contact, at)| (Reverse(*at), *contact)).collect();
        contacts.sort_unstable();
        contacts.into_iter().map(|(_, contact)| contact).collect()
    }
}
