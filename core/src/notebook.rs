//! What Callsheet itself remembers, because IT Glue has no place for it: calls and their outcome, the organization a
//! channel stands for, and each user's lookups.
//!
//! It holds only ids, a number's fingerprint, outcomes, their reasons and times: no name and no number. Pure: a [`Change`] leads from
//! one state to the next. A state is cheap to clone, since readers hold one while they answer. Each server has its
//! own: [`guilds`].

pub mod attempts;
pub mod guilds;
pub mod shelf;

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::domain::id::{ChannelId, ContactId, GuildId, OrganizationId, UserId};
use crate::notebook::attempts::{Attempt, Attempts, Kept};
use crate::notebook::shelf::Shelf;

/// How long the attempts at one organization belong to one escalation. A shift is 8 to 12 hours, and a call of an
/// earlier one is no reason to skip a contact now; while an outage is worked on, calls come more often than every 4
/// hours.
pub const ESCALATION: SignedDuration = SignedDuration::from_hours(4);

/// The same click twice within this time is one call by an impatient thumb: letting it ring takes as long.
const ONE_CLICK: SignedDuration = SignedDuration::from_secs(60);

/// How long a user can take back what a click of theirs has noted. A slip is seen on the next card; what others have gone
/// by for longer stays.
pub const UNDO: SignedDuration = SignedDuration::from_mins(15);

/// Everything remembered in one server, at one moment. Cheap to clone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notebook {
    attempts: Arc<Attempts>,
    bindings: Arc<BTreeMap<ChannelId, Binding>>,
    shelves: Arc<BTreeMap<UserId, Arc<Shelf>>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Binding {
    pub guild: GuildId,
    pub organization: OrganizationId,
    pub by: UserId,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// A call ended.
    Attempt(Attempt),
    /// A call is taken back: it was noted by mistake.
    Undo(Attempt),
    /// A channel stands for an organization from now on.
    Bind { channel: ChannelId, binding: Binding },
    /// A channel stands for no organization any more.
    Unbind { channel: ChannelId },
    /// A user has seen a contact's card.
    LookedUp { user: UserId, contact: ContactId, at: Timestamp },
    /// A contact is a user's favourite from now on, or is not.
    Favourite { user: UserId, contact: ContactId, on: bool },
}

impl Notebook {
    /// The state as read from disk.
    pub fn of(
        attempts: impl IntoIterator<Item = Kept>,
        bindings: impl IntoIterator<Item = (ChannelId, Binding)>,
        shelves: impl IntoIterator<Item = (UserId, Shelf)>,
    ) -> Self {
        let mut all = Attempts::default();
        for Kept { attempt, undone } in attempts {
            if undone { all.undo(attempt) } else { all.insert(attempt) }
        }
        let shelves = shelves.into_iter().map(|(user, shelf)| (user, Arc::new(shelf)));
        Self {
            attempts: Arc::new(all),
            bindings: Arc::new(bindings.into_iter().collect()),
            shelves: Arc::new(shelves.collect()),
        }
    }

    #[must_use]
    pub fn with(&self, change: Change) -> Self {
        let mut changed = self.clone();
        match change {
            Change::Attempt(attempt) => Arc::make_mut(&mut changed.attempts).insert(attempt),
            Change::Undo(attempt) => Arc::make_mut(&mut changed.attempts).undo(attempt),
            Change::Bind { channel, binding } => {
                Arc::make_mut(&mut changed.bindings).insert(channel, binding);
            }
            Change::Unbind { channel } => {
                Arc::make_mut(&mut changed.bindings).remove(&channel);
            }
            Change::LookedUp { user, contact, at } => changed.shelf_mut(user).looked_up(contact, at),
            Change::Favourite { user, contact, on } => changed.shelf_mut(user).set_favourite(contact, on),
        }
        changed
    }

    fn shelf_mut(&mut self, user: UserId) -> &mut Shelf {
        Arc::make_mut(Arc::make_mut(&mut self.shelves).entry(user).or_default())
    }

    /// Whether a change is nothing new: a click that came twice.
    pub fn has(&self, change: &Change) -> bool {
        match change {
            Change::Attempt(attempt) => self.noted(attempt).is_some(),
            Change::Undo(attempt) => !self.counts(attempt),
            Change::Bind { .. } | Change::Unbind { .. } | Change::LookedUp { .. } | Change::Favourite { .. } => false,
        }
    }

    /// The contacts a user has looked up, latest first.
    pub fn recents(&self, user: UserId) -> impl Iterator<Item = ContactId> {
        self.shelves.get(&user).into_iter().flat_map(|shelf| shelf.recents())
    }

    /// A user's favourites, by id.
    pub fn favourites(&self, user: UserId) -> impl Iterator<Item = ContactId> {
        self.shelves.get(&user).into_iter().flat_map(|shelf| shelf.favourites())
    }

    pub fn binding(&self, channel: ChannelId) -> Option<&Binding> {
        self.bindings.get(&channel)
    }
}

#[cfg(test)]
mod tests;
