//! The contacts that one user was shown, and where.

use std::collections::BTreeMap;

use jiff::Timestamp;

use crate::domain::id::{ContactId, GuildId};

/// For each contact, the servers that showed it and when each last did. A contact counts once, over all servers.
#[derive(Default)]
pub(super) struct SeenContacts(BTreeMap<ContactId, BTreeMap<Option<GuildId>, Timestamp>>);

impl SeenContacts {
    pub(super) fn add(&mut self, contact: ContactId, guild: Option<GuildId>, at: Timestamp) {
        self.0.entry(contact).or_default().insert(guild, at);
    }

    /// Counts the contacts here together with `more`.
    pub(super) fn with<'a>(&self, more: impl IntoIterator<Item = &'a ContactId>) -> usize {
        self.0.len() + more.into_iter().filter(|contact| !self.0.contains_key(contact)).count()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Keeps the sightings for which `is_kept` holds.
    pub(super) fn retain(&mut self, is_kept: impl Fn(Option<GuildId>, Timestamp) -> bool) {
        self.0.retain(|_, guilds| {
            guilds.retain(|guild, at| is_kept(*guild, *at));
            !guilds.is_empty()
        });
    }
}
