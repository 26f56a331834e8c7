//! Where every answer passes: what is asked is answered, noted in the journal and remembered, in that order, before anything
//! is sent.

use std::path::Path;
use std::pin::pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use futures_util::TryStreamExt;
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;
use tokio::task::coop::consume_budget;
use tokio::time::{interval, timeout};

use crate::access::brake::{self, Asking, Brake, Limits, Refusal, Refused};
use crate::answer::language::Language;
use crate::answer::lookups::Trail;
use crate::clock;
use crate::config::audit::Audit;
use crate::directory::Directory;
use crate::discord::api::Api;
use crate::discord::instead::journal_alert;
use crate::discord::respond::{Response, Served, respond};
use crate::domain::id::{ChannelId, ContactId, GuildId};
use crate::journal::{Action, Entry, Outcome, Word};
use crate::notebook::Change;
use crate::store::error::StoreError;
use crate::store::journal::Journal;
use crate::store::journal::read::Reader;
use crate::store::keeper::Keeper;

/// How long an answer may wait for the journal: of the 3 s that Discord gives, enough is left for the way there.
const NOTE_WITHIN: Duration = Duration::from_millis(1500);

/// How long an answer that tells what is in the journal may wait for that, besides.
const READ_WITHIN: Duration = Duration::from_millis(1200);

/// What it is called in the journal that somebody was put on hold.
const TOO_MANY: &str = "too-many";

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
    /// Who has seen how much.
    pub brake: Mutex<Brake>,
    /// Where the operator is told.
    pub api: Api,
    /// The language of the server that asked last.
    pub language: Mutex<Language>,
}

impl Desk {
    /// Answers an interaction. Who is shown what is in the journal before they are, and what somebody wants remembered is
    /// on disk before they are told so. That they have looked somebody up is worth neither the time nor a failure.
    pub async fn answer(self: Arc<Self>, interaction: String, now: Timestamp) -> Option<Response> {
        let (directory, notebooks) = (self.directory.current(), self.keeper.current());
        let mut response = respond(&interaction, &self.served, &directory, &notebooks, now)?;
        if let Some(instead) = &response.instead {
            *self.language() = instead.guild_language();
        }
        let limits = self.served.policy.load().brake;
        if let Err(refused) = self.weigh(&response, &limits, now) {
            self.refuse(&mut response, refused, &limits)?;
        }
        if let Some(entry) = response.entry.take() {
            let released = entry.subject.filter(|_| entry.action == Action::Release).zip(entry.guild);
            if !self.may_be_shown(entry).await {
                response.body = response.instead.as_ref()?.not_journaled()?;
                (response.file, response.change) = (None, None);
                return Some(response);
            }
            if let Some((user, guild)) = released {
                self.brake().release(user, Some(guild));
            }
        }
        if let Some(unread) = response.unread.take()
            && let Some(trail) = self.trail(unread.contact(), unread.guild(), now).await
        {
            response.body = unread.complete(trail)?;
        }
        match response.change {
            None => {}
            Some((guild, change @ Change::LookedUp { .. })) => {
                tokio::spawn(async move {
                    if let Err(error) = self.keeper.record(guild, change).await {
                        tracing::warn!(%error, "cannot write down who was looked up; suggestions may leave them out");
                    }
                });
            }
            Some((guild, change)) => {
                if let Err(error) = self.keeper.record(guild, change).await {
                    tracing::error!(%error, "cannot write down what was asked for; the user was told");
                    response.body = response.instead.as_ref()?.not_saved()?;
                    response.file = None;
                }
            }
        }
        Some(response)
    }

    fn weigh(&self, response: &Response, limits: &Limits, now: Timestamp) -> Result<(), Refused> {
        // Whoever is not known was shown nothing.
        let Some((entry, user)) = response.entry.as_ref().and_then(|entry| Some((entry, entry.user?))) else {
            return Ok(());
        };
        let asking = match (&response.typed, &response.name) {
            (Some(typed), _) => Asking::Typing(typed.into()),
            (None, Some(name)) => Asking::AnswerTo(name),
            (None, None) => Asking::Answer,
        };
        self.brake().weigh(user, entry.guild, asking, &entry.everybody(), limits, now)
    }

    /// Refuses what is too much. A refusal that says nothing new is not noted: it shows nobody, and a member who types on
    /// would fill the disk.
    fn refuse(self: &Arc<Self>, response: &mut Response, refused: Refused, limits: &Limits) -> Option<()> {
        let instead = response.instead.as_ref()?;
        let refusal = refused.why;
        response.body = instead.too_much(refusal)?;
        (response.file, response.change, response.unread) = (None, None, None);
        if !refused.is_news {
            response.entry = None;
            return Some(());
        }
        let entry = response.entry.as_mut()?;
        entry.refuse(match refusal {
            Refusal::TooSoon { .. } => "too-soon",
            Refusal::TooMany { .. } => TOO_MANY,
            Refusal::OnHold { .. } => "on-hold",
        });
        if let (Refusal::TooMany { .. }, Some(user)) = (refusal, entry.user) {
            tracing::warn!(%user, "a user has looked up too many contacts within an hour and is on hold");
            if let Some(channel) = limits.alert_channel {
                tokio::spawn(Arc::clone(self).alert(channel, instead.alert(user, limits)?, "who is on hold"));
            }
        }
        Some(())
    }

    /// Tells the operator.
    async fn alert(self: Arc<Self>, channel: ChannelId, message: Value, what: &'static str) {
        if let Err(error) = self.api.post(channel.into(), &message).await {
            tracing::error!(%error, %channel, "cannot tell the alert channel {what}; may the bot write there?");
        }
    }

    /// Tells the operator whenever the journal is not as it was left. The log has it already.
    pub async fn watch_journal(self: Arc<Self>) {
        let mut broken = self.journal.broken();
        loop {
            let entry = *broken.borrow_and_update();
            let limits = self.served.policy.load().brake;
            if let (Some(entry), Some(channel)) = (entry, limits.alert_channel) {
                let language = *self.language();
                if let Some(message) = journal_alert(entry, language, clock::now()) {
                    Arc::clone(&self).alert(channel, message, "that the audit log is broken").await;
                }
            }
            if broken.changed().await.is_err() {
                return;
            }
        }
    }

    fn language(&self) -> MutexGuard<'_, Language> {
        self.language.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn brake(&self) -> MutexGuard<'_, Brake> {
        // What a panic has left is still the count.
        self.brake.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Notes what an answer shows. It may be shown once the entry is on disk or, where none is required, at once. Where the
    /// journal turns out not to be as it was left, whoever waits is refused: nobody is to have looked somebody up unseen by
    /// taking away the end just then. The next entry stands behind one that tells of the break, and is as good as any.
    async fn may_be_shown(&self, entry: Entry) -> bool {
        let written = self.journal.append(&[entry]);
        if !self.audit.required {
            tokio::spawn(async move {
                match written.await {
                    // It has one, after the break, which is told already.
                    Ok(()) | Err(StoreError::Broken) => {}
                    Err(error) => {
                        tracing::error!(error = error.in_full(), "answered without an entry in the audit log");
                    }
                }
            });
            return true;
        }
        let error = match timeout(NOTE_WITHIN, written).await {
            Ok(Ok(())) => return true,
            Ok(Err(StoreError::Broken)) => {
                tracing::error!("refused an answer: the audit log was not as it was left");
                return false;
            }
            Ok(Err(error)) => error.in_full(),
            Err(_) => "it takes too long".to_owned(),
        };
        tracing::error!(error, "refused an answer: the audit log cannot be written");
        false
    }

    /// What the journal has about a contact in a server, as far back as it can be read in time; `None` where it cannot be read. It is
    /// not verified: that takes longer than anybody waits, and is what `callsheet journal verify` is for.
    async fn trail(&self, contact: ContactId, guild: GuildId, now: Timestamp) -> Option<Trail> {
        let mut trail = Trail::new(contact, guild, now);
        let error = match timeout(READ_WITHIN, self.read(contact, &mut trail)).await {
            Ok(Ok(())) => return Some(trail),
            Ok(Err(error)) => error.to_string(),
            // The answer says so.
            Err(_) if trail.since < now => return Some(trail),
            Err(_) => "it takes too long".to_owned(),
        };
        tracing::error!(error, "cannot read the audit log; the user was pointed to `callsheet journal report`");
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
                Ok(removed) => tracing::info!(removed, "removed old entries from the audit log"),
                Err(error) => tracing::error!(%error, "cannot remove old entries from the audit log"),
            }
        }
    }
}

/// The brake as it was when the program ended, by the journal: whom each user has seen within the hour, and who is on hold.
pub async fn brake(database: &Path, hold: SignedDuration, now: Timestamp) -> Brake {
    let mut brake = Brake::default();
    let since = now.checked_sub(brake::HOUR.max(hold)).unwrap_or(Timestamp::MIN);
    let entries = match Reader::open(database).await {
        Ok(Some(mut journal)) => journal.since(since).await,
        Ok(None) => Ok(Vec::new()),
        Err(error) => Err(error),
    };
    match entries {
        Ok(entries) => entries.iter().for_each(|entry| recall(&mut brake, entry, hold)),
        Err(error) => tracing::warn!(%error, "cannot read in the journal who has seen whom; the count begins anew"),
    }
    brake
}

fn recall(brake: &mut Brake, entry: &Entry, hold: SignedDuration) {
    let Some(user) = entry.user else { return };
    match (&entry.action, &entry.outcome) {
        (Action::Release, _) => {
            if let Some(user) = entry.subject {
                brake.release(user, entry.guild);
            }
        }
        (_, Outcome::Refused(why)) if *why == Word::from(TOO_MANY) => {
            brake.hold(user, entry.guild, entry.at.checked_add(hold).unwrap_or(Timestamp::MAX));
        }
        // Of suggestions it is not known any more which of them led anywhere.
        (Action::Suggestions(_), _) => {}
        (_, Outcome::Disclosed) => brake.recall(user, entry.guild, entry.everybody(), entry.at),
        _ => {}
    }
}
