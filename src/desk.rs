//! Where every answer passes: what is asked is answered, noted in the journal and remembered, in that order, before anything
//! is sent.

use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use futures_util::TryStreamExt;
use jiff::Timestamp;
use tokio::task::coop::consume_budget;
use tokio::time::{interval, timeout};

use crate::answer::lookups::Trail;
use crate::clock;
use crate::config::audit::Audit;
use crate::directory::Directory;
use crate::discord::respond::{Response, Served, respond};
use crate::domain::id::ContactId;
use crate::journal::Entry;
use crate::notebook::Change;
use crate::store::error::StoreError;
use crate::store::journal::Journal;
use crate::store::keeper::Keeper;

/// How long an answer may wait for the journal: of the 3 s that Discord gives, enough is left for the way there.
const NOTE_WITHIN: Duration = Duration::from_millis(1500);

/// How long an answer that tells what is in the journal may wait for that, besides.
const READ_WITHIN: Duration = Duration::from_millis(1200);

/// How often to look for entries that are older than the journal keeps: its times are in days.
const PRUNE_EVERY: Duration = Duration::from_hours(24);

/// What an answer is made from, and where it is noted.
pub struct Desk {
    /// Whom the bot serves, and how.
    pub served: Served,
    /// The account.
    pub directory: Arc<Directory>,
    /// Where is written down what is to be remembered.
    pub keeper: Keeper,
    /// Where it is noted who is shown what.
    pub journal: Journal,
    /// How the journal is used.
    pub audit: Audit,
}

impl Desk {
    /// Answers an interaction. Who is shown what is in the journal before they are, and what somebody wants remembered is
    /// on disk before they are told so. That they have looked somebody up is worth neither the time nor a failure.
    pub async fn answer(self: Arc<Self>, interaction: String, now: Timestamp) -> Option<Response> {
        let (directory, notebook) = (self.directory.current(), self.keeper.current());
        let mut response = respond(&interaction, &self.served, &directory, &notebook, now)?;
        if let Some(entry) = response.entry.take()
            && !self.is_noted(entry).await
            && self.audit.required
        {
            response.body = response.unwritten.as_ref()?.entry()?;
            (response.file, response.change) = (None, None);
            return Some(response);
        }
        if let Some(unread) = response.unread.take()
            && let Some(trail) = self.trail(unread.contact(), now).await
        {
            response.body = unread.complete(trail)?;
        }
        match response.change {
            None => {}
            Some(change @ Change::LookedUp { .. }) => {
                tokio::spawn(async move {
                    if let Err(error) = self.keeper.record(change).await {
                        tracing::warn!(%error, "cannot write down who was looked up; suggestions may leave them out");
                    }
                });
            }
            Some(change) => {
                if let Err(error) = self.keeper.record(change).await {
                    tracing::error!(%error, "cannot write down what was asked for; the user was told");
                    response.body = response.unwritten.as_ref()?.change()?;
                    response.file = None;
                }
            }
        }
        Some(response)
    }

    async fn is_noted(&self, entry: Entry) -> bool {
        let error = match timeout(NOTE_WITHIN, self.journal.append(&[entry])).await {
            Ok(Ok(())) => return true,
            Ok(Err(error)) => error.to_string(),
            Err(_) => "it takes too long".to_owned(),
        };
        tracing::error!(error, required = self.audit.required, "cannot write to the audit journal");
        false
    }

    /// What the journal has about a contact, as far back as it can be read in time; `None` where it cannot be read. It is
    /// not verified: that takes longer than anybody waits, and is what `callsheet journal verify` is for.
    async fn trail(&self, contact: ContactId, now: Timestamp) -> Option<Trail> {
        let mut trail = Trail::new(contact, now);
        let error = match timeout(READ_WITHIN, self.read(contact, &mut trail)).await {
            Ok(Ok(())) => return Some(trail),
            Ok(Err(error)) => error.to_string(),
            // The answer says so.
            Err(_) if trail.since < now => return Some(trail),
            Err(_) => "it takes too long".to_owned(),
        };
        tracing::error!(error, "cannot read the audit journal; the user was pointed to `callsheet journal report`");
        None
    }

    async fn read(&self, contact: ContactId, trail: &mut Trail) -> Result<(), StoreError> {
        let mut reader = self.journal.reader().await?;
        let mut entries = pin!(reader.about(contact));
        while let Some(entry) = entries.try_next().await? {
            trail.add(&entry);
            // There can be many, all of them there at once: others want to be answered meanwhile.
            consume_budget().await;
        }
        trail.is_whole = true;
        Ok(())
    }

    /// Removes what is older than the journal keeps, again and again.
    pub async fn prune(self: Arc<Self>) {
        let Some(retention) = self.audit.retention else { return };
        let mut ticks = interval(PRUNE_EVERY);
        loop {
            ticks.tick().await;
            let now = clock::now();
            let Ok(before) = now.checked_sub(retention) else { continue };
            match self.journal.prune(before, now).await {
                Ok(0) => {}
                Ok(removed) => tracing::info!(removed, "removed old entries from the audit journal"),
                Err(error) => tracing::error!(%error, "cannot remove old entries from the audit journal"),
            }
        }
    }
}
