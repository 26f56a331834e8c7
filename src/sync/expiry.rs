//! Deletes a copy that could not be renewed for too long.
//!
//! An operator who withdraws the key wants Callsheet to know nothing any more, and an account that has not been read
//! for a month may have changed so much that its copy does harm.

use std::time::Duration;

use jiff::Timestamp;

use crate::store::progress::Progress;
use crate::sync::Syncer;
use crate::sync::report::SyncError;
use callsheet_core::directory::records::Records;

impl Syncer {
    /// Deletes the copy, on disk and in memory, if IT Glue has not answered for too long: called after a failed sync.
    pub async fn expire(&mut self, now: Timestamp) -> Result<(), SyncError> {
        if !self.is_expired(now) {
            return Ok(());
        }
        // Another process may have had better luck.
        self.catch_up().await?;
        if !self.is_expired(now) {
            return Ok(());
        }
        let (contacts, last_read) = (self.records.contacts.len(), self.progress.synced_at);
        self.progress = self.store.wipe(Some(now)).await?;
        (self.records, self.unsaved) = (Records::default(), false);
        self.publish(None).await?;
        tracing::error!(
            contacts,
            last_read = last_read.map(tracing::field::display),
            "IT Glue could not be read for longer than CACHE_MAX_AGE: the local copy of the account is deleted"
        );
        Ok(self.store.remove_traces().await?)
    }

    fn is_expired(&self, now: Timestamp) -> bool {
        let is_too_old = |max_age| is_too_old(&self.progress, max_age, now);
        self.failing.is_some() && self.settings.max_age.is_some_and(is_too_old)
    }
}

/// Whether the last renewal is this long ago. An empty copy is never too old.
fn is_too_old(progress: &Progress, max_age: Duration, now: Timestamp) -> bool {
    let age = progress.synced_at.map(|synced_at| now.duration_since(synced_at));
    // Negative where the clock was wrong once; such a copy counts as new.
    age.and_then(|age| Duration::try_from(age).ok()).is_some_and(|age| age >= max_age)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_is_too_old_as_soon_as_it_reaches_the_age() {
        let progress = |synced_at: Option<&str>| Progress {
            synced_at: synced_at.map(|moment| moment.parse().unwrap()),
            ..Progress::default()
        };
        let now = "2026-11-24T12:00:00Z".parse().unwrap();
        for (synced_at, expected) in [
            (None, false),
            (Some("2026-11-24T12:00:00Z"), false),
            (Some("2026-10-25T12:00:01Z"), false),
            (Some("2026-10-25T12:00:00Z"), true),
            (Some("1999-01-01T00:00:00Z"), true),
            (Some("2027-01-01T00:00:00Z"), false),
        ] {
            assert_eq!(is_too_old(&progress(synced_at), Duration::from_hours(30 * 24), now), expected, "{synced_at:?}");
        }
    }
}
