//! Where every answer passes: what is asked is answered, noted in the journal and remembered, in that order, before anything
//! is sent.

use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use tokio::time::{interval, timeout};

use crate::clock;
use crate::config::audit::Audit;
use crate::directory::Directory;
use crate::discord::respond::{Response, Served, respond};
use crate::journal::Entry;
use crate::notebook::Change;
use crate::store::journal::Journal;
use crate::store::keeper::Keeper;

/// How long an answer may wait for the journal: of the 3 s that Discord gives, enough is left for the way there.
const NOTE_WITHIN: Duration = Duration::from_millis(1500);

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
            && !self.may_be_shown(entry).await
        {
            response.body = response.unwritten.as_ref()?.entry()?;
            (response.file, response.change) = (None, None);
            return Some(response);
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

    /// Notes what an answer shows. It may be shown once the entry is on disk or, where none is required, at once.
    async fn may_be_shown(&self, entry: Entry) -> bool {
        let written = self.journal.append(&[entry]);
        if !self.audit.required {
            tokio::spawn(async move {
                if let Err(error) = written.await {
                    tracing::error!(error = error.in_full(), "answered without an entry in the audit journal");
                }
            });
            return true;
        }
        let error = match timeout(NOTE_WITHIN, written).await {
            Ok(Ok(())) => return true,
            Ok(Err(error)) => error.in_full(),
            Err(_) => "it takes too long".to_owned(),
        };
        tracing::error!(error, "refused an answer: the audit journal cannot be written");
        false
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
