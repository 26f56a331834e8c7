//! What Callsheet itself remembers, as nothing of it is in IT Glue: who was called and with what outcome, which channel is
//! about which organization, and whom each user looks up.
//!
//! Only ids, a number's fingerprint, outcomes and times: no name and no number. Pure: a [`Change`] leads from one state to
//! the next, and a state is cheap to clone, since readers hold one for as long as an answer takes. Each server has a state
//! of its own: [`guilds`].

pub mod attempts;

pub mod guilds;

pub mod shelf;

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::domain::contact::Fingerprint;
use crate::domain::id::{ChannelId, ContactId, GuildId, OrganizationId, UserId};
use crate::notebook::attempts::{Attempt, Attempts};
use crate::notebook::shelf::Shelf;

/// How long the attempts at one organization belong to one escalation. A shift is 8 to 12 hours, and what was tried in an
/// earlier one is no reason to skip somebody now; an outage that is still being worked on has somebody called more often
/// than every 4 hours.
pub const ESCALATION: SignedDuration = SignedDuration::from_hours(4);

/// The same click twice within this time is an impatient thumb and not another call: letting it ring takes as long.
const ONE_CLICK: SignedDuration = SignedDuration::from_secs(60);

/// Everything remembered in one server, at one moment. Cheap to clone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notebook {
    attempts: Arc<Attempts>,
    bindings: Arc<BTreeMap<ChannelId, Binding>>,
    shelves: Arc<BTreeMap<UserId, Arc<Shelf>>>,
}

/// Which organization a channel is about, and who said so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Binding {
    /// The server the channel belongs to.
    pub guild: GuildId,
    /// The organization.
    pub organization: OrganizationId,
    /// Who said so.
    pub by: UserId,
}

/// What is to be remembered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Somebody was called.
    Attempt(Attempt),
    /// A channel is about an organization from now on.
    Bind {
        /// Which channel.
        channel: ChannelId,
        /// What it is about.
        binding: Binding,
    },
    /// A channel is about no organization any more.
    Unbind {
        /// Which channel.
        channel: ChannelId,
    },
    /// A user has seen a contact's card.
    LookedUp {
        /// Who has.
        user: UserId,
        /// Whose card.
        contact: ContactId,
        /// When.
        at: Timestamp,
    },
    /// A user wants a contact among the favourites, or no longer.
    Favourite {
        /// Who does.
        user: UserId,
        /// Which contact.
        contact: ContactId,
        /// Whether it is one from now on.
        on: bool,
    },
}

impl Notebook {
    /// What was read from disk.
    #[must_use]
    pub fn of(
        attempts: impl IntoIterator<Item = Attempt>,
        bindings: impl IntoIterator<Item = (ChannelId, Binding)>,
        shelves: impl IntoIterator<Item = (UserId, Shelf)>,
    ) -> Self {
        let shelves = shelves.into_iter().map(|(user, shelf)| (user, Arc::new(shelf)));
        Self {
            attempts: Arc::new(attempts.into_iter().collect()),
            bindings: Arc::new(bindings.into_iter().collect()),
            shelves: Arc::new(shelves.collect()),
        }
    }

    /// The state after a change.
    #[must_use]
    pub fn with(&self, change: Change) -> Self {
        let mut changed = self.clone();
        match change {
            Change::Attempt(attempt) => Arc::make_mut(&mut changed.attempts).insert(attempt),
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

    /// When the contact was last reached, and by whom.
    #[must_use]
    pub fn last_reached(&self, contact: ContactId) -> Option<&Attempt> {
        self.attempts.last_reached(contact)
    }

    /// When the contact was last reached before a moment, and by whom.
    #[must_use]
    pub fn last_reached_before(&self, contact: ContactId, moment: Timestamp) -> Option<&Attempt> {
        self.attempts.last_reached_before(contact, moment)
    }

    /// When the contact was last called in vain, and by whom.
    #[must_use]
    pub fn last_failed(&self, contact: ContactId) -> Option<&Attempt> {
        self.attempts.last_failed(contact)
    }

    /// How often a number of a contact was reported wrong since it last led to the person.
    #[must_use]
    pub fn wrong_reports(&self, contact: ContactId, number: Fingerprint) -> u32 {
        self.attempts.wrong_reports(contact, number)
    }

    /// Who was called at an organization at or after `since`, oldest first; [`ESCALATION`] says how far back one
    /// escalation goes.
    #[must_use]
    pub fn timeline(
        &self,
        organization: OrganizationId,
        since: Timestamp,
    ) -> impl DoubleEndedIterator<Item = &Attempt> {
        self.attempts.timeline(organization, since)
    }

    /// Whether the same call was noted a moment ago.
    #[must_use]
    pub fn has_just(&self, attempt: &Attempt) -> bool {
        let since = attempt.at.checked_sub(ONE_CLICK).unwrap_or(Timestamp::MIN);
        // Two clicks may come to be written down in either order.
        let is_close = |other: &Attempt| other.at.duration_since(attempt.at).abs() < ONE_CLICK;
        let is_same = |other: &Attempt| Attempt { at: attempt.at, ..*other } == *attempt && is_close(other);
        attempt.organization.is_some_and(|id| self.timeline(id, since).any(is_same))
    }

    /// Whom a user has looked up, latest first.
    pub fn recents(&self, user: UserId) -> impl Iterator<Item = ContactId> {
        self.shelves.get(&user).into_iter().flat_map(|shelf| shelf.recents())
    }

    /// A user's favourites, by id.
    pub fn favourites(&self, user: UserId) -> impl Iterator<Item = ContactId> {
        self.shelves.get(&user).into_iter().flat_map(|shelf| shelf.favourites())
    }

    fn attempts(&self) -> impl Iterator<Item = &Attempt> {
        self.attempts.iter()
    }

    fn bindings(&self) -> impl Iterator<Item = (&ChannelId, &Binding)> {
        self.bindings.iter()
    }

    /// What a channel is about.
    #[must_use]
    pub fn binding(&self, channel: ChannelId) -> Option<&Binding> {
        self.bindings.get(&channel)
    }
}

#[cfg(test)]
mod tests;
