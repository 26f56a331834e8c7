//! An answer that is complete once the audit journal has been asked.

use serde_json::Value;

use crate::answer::lookups::{Lookups, Trail};
use crate::answer::{Answer, Body};
use crate::directory::snapshot::Status;
use crate::discord::render::{self, Place, Reader};
use crate::domain::id::{ContactId, GuildId};

/// An answer about who looked somebody up, before it is known who did. Until then it says that nothing was read.
#[derive(Debug)]
pub struct Unread {
    lookups: Lookups,
    guild: GuildId,
    status: Option<Status>,
    place: Place,
    reader: Reader,
}

impl Unread {
    pub(super) fn of(answer: &Answer, guild: GuildId, place: Place, reader: &Reader) -> Option<Self> {
        let Body::Lookups(lookups) = &answer.body else { return None };
        Some(Self { lookups: lookups.clone(), guild, status: answer.status.clone(), place, reader: reader.clone() })
    }

    /// About whom the journal is to be asked.
    #[must_use]
    pub fn contact(&self) -> ContactId {
        self.lookups.contact
    }

    /// In which server it is asked: of lookups in others nothing is told.
    #[must_use]
    pub fn guild(&self) -> GuildId {
        self.guild
    }

    /// The body with what the journal has.
    #[must_use]
    pub fn complete(self, trail: Trail) -> Option<Value> {
        let Self { lookups, status, place, reader, .. } = self;
        let body = Body::Lookups(Lookups { trail: Some(trail), ..lookups });
        render::message(&Answer::new(body, status), place, &reader)
    }
}
