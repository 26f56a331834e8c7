//! Contacts that were shown to one user, and where.

use std::collections::BTreeMap;

use jiff::Timestamp;

use crate::domain::id::{ContactId, GuildId};

/// Contacts, the servers in which they were shown, and when they last were there. A contact counts once, wherever it was.
#[derive(Default)]
pub(super) struct Seen(BTreeMap<ContactId, BTreeMap<Option<GuildId>, Timestamp>>);

impl Seen {
    pub(super) fn add(&mut self, contact: ContactId, guild: Option<GuildId>, at: Timestamp) {
        self.0.entry(contact).or_default().insert(guild, at);
    }

    /// How many there are with these.
    pub(super) fn with<'a>(&self, more: impl IntoIterator<Item = &'a ContactId>) -> usize {
        self.0.len() + more.into_iter().filter(|contact| !self.0.contains_key(contact)).count()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Keeps what this is true of.
    pub(super) fn retain(&mut self, is_kept: impl Fn(Option<GuildId>, Timestamp) -> bool) {
        self.0.retain(|_, guilds| {
            guilds.retain(|guild, at| is_kept(*guild, *at));
            !guilds.is_empty()
        });
    }
}
