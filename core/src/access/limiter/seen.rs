//! The contacts that one user was shown, and where.

use std::collections::BTreeMap;

use jiff::Timestamp;

use crate::domain::id::{ContactId, GuildId};

/// For each contact, the servers that showed it and when each last did. A contact counts once, over all servers.
#[derive(Default)]
pub(super) struct SeenContacts {
    contacts: BTreeMap<ContactId, Vec<(Option<GuildId>, Timestamp)>>,
    /// No moment is before the first of these or after the second.
    span: Option<(Timestamp, Timestamp)>,
}

impl SeenContacts {
    pub(super) fn add(&mut self, contact: ContactId, guild: Option<GuildId>, at: Timestamp) {
        let guilds = self.contacts.entry(contact).or_default();
        match guilds.iter_mut().find(|(shown_in, _)| *shown_in == guild) {
            Some((_, last)) => *last = at,
            None => guilds.push((guild, at)),
        }
        self.span = Some(including(self.span, at));
    }

    /// Counts the contacts here together with `more`.
    pub(super) fn with<'a>(&self, more: impl IntoIterator<Item = &'a ContactId>) -> usize {
        self.contacts.len() + more.into_iter().filter(|contact| !self.contacts.contains_key(contact)).count()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.contacts.is_empty()
    }

    /// Drops what is not recent. What lies between two recent moments is recent too.
    pub(super) fn forget(&mut self, is_recent: impl Fn(Timestamp) -> bool) {
        if self.span.is_some_and(|(first, last)| !is_recent(first) || !is_recent(last)) {
            self.retain(|_, at| is_recent(at));
        }
    }

    /// Keeps the sightings for which `is_kept` holds.
    pub(super) fn retain(&mut self, is_kept: impl Fn(Option<GuildId>, Timestamp) -> bool) {
        let mut span = None;
        self.contacts.retain(|_, guilds| {
            guilds.retain(|(guild, at)| is_kept(*guild, *at));
            span = guilds.iter().fold(span, |span, (_, at)| Some(including(span, *at)));
            !guilds.is_empty()
        });
        self.span = span;
    }
}

fn including(span: Option<(Timestamp, Timestamp)>, at: Timestamp) -> (Timestamp, Timestamp) {
    let (first, last) = span.unwrap_or((at, at));
    (first.min(at), last.max(at))
}
