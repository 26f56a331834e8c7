//! The only door: every question from any transport enters here, and every reply leaves from here.
//!
//! The desk makes a plan. Then the limiter weighs it, the journal notes it, and its effect is carried out, in this order;
//! only then is there a reply to render.

use std::collections::BTreeSet;
use std::panic;
use std::path::Path;
use std::pin::pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use arc_swap::ArcSwap;
use futures_util::TryStreamExt;
use jiff::{SignedDuration, Timestamp};
use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};
use tokio::task::coop::consume_budget;
use tokio::task::{JoinError, JoinHandle};
use tokio::time::{Instant, interval, timeout, timeout_at};

use crate::clock;
use crate::editor::Editor;
use crate::health::Board;
use crate::store::edits::EditStore;
use crate::store::error::StoreError;
use crate::store::journal::Journal;
use crate::store::journal::read::Reader;
use crate::store::notebooks::NotebookStore;
use callsheet_core::access::OPERATOR;
use callsheet_core::access::limiter::{self, Asking, Limits, LookupLimiter, Refusal, Refused, Typed};
use callsheet_core::answer::language::Language;
use callsheet_core::answer::lookups::Trail;
use callsheet_core::answer::notice::Notice;
use callsheet_core::answer::phrases::{broken, hold};
use callsheet_core::answer::words::Words;
use callsheet_core::answer::{Body, Content, Effect, Reply};
use callsheet_core::directory::Directory;
use callsheet_core::domain::id::{ChannelId, ContactId, GuildId};
use callsheet_core::edit::outcome::Failure;
use callsheet_core::edits::{EditChange, Found};
use callsheet_core::health::Health;
use callsheet_core::journal::{Action, Entry, Outcome, Word};
use callsheet_core::notebook::Change;
use callsheet_core::plan::{Plan, Question, What, World, plan};
use callsheet_core::policy::Policy;

/// How long an answer waits for the journal. Discord gives 3 s, and the way there needs some of it.
const NOTE_WITHIN: Duration = Duration::from_millis(1500);

/// How long a question may take before the caller is told that it takes longer. Discord gives 3 s, and the way there
/// needs some of it.
pub const WORKING_AFTER: Duration = Duration::from_millis(2200);

/// How long an answer reads back in the journal; Discord takes it within 15 minutes.
const READ_WITHIN: Duration = Duration::from_mins(1);

/// Journal reason for a hold.
const TOO_MANY: &str = "too-many";

/// The server of calls noted at the terminal. Discord gives no server this id.
const NO_GUILD: GuildId = GuildId(0);

/// How often expired journal entries are removed: the journal keeps entries for days.
const PRUNE_EVERY: Duration = Duration::from_hours(24);

/// Everything that answers are made from and noted in.
pub struct Desk {
    /// The servers that get answers.
    pub guilds: BTreeSet<u64>,
    /// Replaced when the policy file changes.
    pub policy: Arc<ArcSwap<Policy>>,
    pub directory: Arc<Directory>,
    pub notebooks: NotebookStore,
    pub edits: Arc<EditStore>,
    /// Reads and writes single contacts; `None` where nothing can be changed.
    pub editor: Option<Arc<Editor>>,
    pub journal: Journal,
    /// Whether an answer is refused when the journal cannot note it.
    pub audit_required: bool,
    pub limiter: Mutex<LookupLimiter>,
    /// What the tasks report.
    pub health: Arc<Board>,
    /// Takes messages to the operator.
    pub alerts: UnboundedSender<Alert>,
    /// The language of the server that asked last.
    pub language: Mutex<Language>,
    /// How long a question may take before the caller is told that it takes longer.
    pub working_after: Duration,
}

/// The outcome of a question.
pub enum Answered {
    Complete(Reply),
    /// The reply comes later, in a new message. The work is finished even if the caller has gone.
    Working(JoinHandle<Reply>),
}

/// A message to the operator, besides the log.
#[derive(Debug)]
pub struct Alert {
    pub channel: ChannelId,
    /// What is wrong, and what to do.
    pub lines: [Words; 2],
}

impl Desk {
    /// A desk that serves only the operator at the terminal.
    #[must_use]
    pub fn at_terminal(
        policy: Policy,
        directory: Arc<Directory>,
        notebooks: NotebookStore,
        edits: Arc<EditStore>,
        journal: Journal,
        audit_required: bool,
        limiter: LookupLimiter,
    ) -> Self {
        Self {
            guilds: BTreeSet::new(),
            policy: Arc::new(ArcSwap::from_pointee(policy)),
            directory,
            notebooks,
            edits,
            editor: None,
            journal,
            audit_required,
            limiter: Mutex::new(limiter),
            health: Arc::default(),
            // Standard error shows it.
            alerts: unbounded_channel().0,
            language: Mutex::default(),
            working_after: WORKING_AFTER,
        }
    }

    /// Answers a question, however long it takes.
    pub async fn answer_whole(self: Arc<Self>, question: Question, now: Timestamp) -> Reply {
        match self.answer(question, now).await {
            Answered::Complete(reply) => reply,
            Answered::Working(rest) => finished(rest.await),
        }
    }

    /// Answers a question.
    pub async fn answer(self: Arc<Self>, question: Question, now: Timestamp) -> Answered {
        let deadline = Instant::now() + self.working_after;
        *self.language() = question.guild_language;
        let Planned { plan, policy } = self.planned(&question, None, now);
        let Plan { mut reply, mut entry, mut effect } = plan;
        if let Some(Err(refused)) = entry.as_ref().map(|entry| self.weigh(&question, entry, &policy.brake, now)) {
            (reply, effect) = (question.refused(refused.why, now), None);
            // A refusal that says nothing new is not noted: it shows no contact, and a caller who types on would fill
            // the disk.
            entry = entry.filter(|_| refused.is_news);
            if let Some(entry) = &mut entry {
                self.note_refusal(entry, refused.why, &question, &policy.brake);
            }
        }
        if let Some(entry) = noted(entry, effect.as_ref())
            && !self.may_be_shown(entry).await
        {
            return Answered::Complete(question.say(Notice::NotJournaled));
        }
        let effect = match effect {
            None => return Answered::Complete(reply),
            Some(Effect::Remember(change @ Change::LookedUp { .. })) => {
                tokio::spawn(self.record_lookup(question.caller.guild, change));
                return Answered::Complete(reply);
            }
            Some(effect) => effect,
        };
        let mut work = tokio::spawn(self.carry_out(effect, question, reply, now));
        match timeout_at(deadline, &mut work).await {
            Ok(done) => Answered::Complete(finished(done)),
            Err(_) => Answered::Working(work),
        }
    }

    /// What the world of this moment, and what was found out for this question, lead to.
    fn planned(&self, question: &Question, found: Option<&Found>, now: Timestamp) -> Planned {
        let (snapshot, notebooks, edits, policy) =
            (self.directory.current(), self.notebooks.current(), self.edits.current(), self.policy.load_full());
        let health = || self.health(question.caller.guild, now);
        let world = World {
            guilds: &self.guilds,
            policy: &policy,
            snapshot: &snapshot,
            notebooks: &notebooks,
            edits: &edits,
            found,
            health: &health,
            now,
        };
        Planned { plan: plan(question, &world), policy }
    }

    fn weigh(&self, question: &Question, entry: &Entry, limits: &Limits, now: Timestamp) -> Result<(), Refused> {
        let caller = &question.caller;
        let typed = if let What::Completion(Some(completion)) = &question.what {
            Some((completion.typed(), format!("{:?} {:?}", caller.channel, completion.beside())))
        } else {
            None
        };
        let asking = match (&typed, question.name()) {
            (Some((text, beside)), _) => Asking::Typing(Typed { text, beside }),
            (None, Some(name)) => Asking::AnswerTo(name),
            (None, None) => Asking::Answer,
        };
        let user = caller.user.unwrap_or(OPERATOR);
        self.limiter().weigh(user, caller.guild, asking, &entry.everybody(), limits, now)
    }

    fn note_refusal(&self, entry: &mut Entry, why: Refusal, question: &Question, limits: &Limits) {
        entry.refuse(match why {
            Refusal::TooSoon { .. } => "too-soon",
            Refusal::TooMany { .. } => TOO_MANY,
            Refusal::OnHold { .. } => "on-hold",
        });
        if let (Refusal::TooMany { .. }, Some(user)) = (why, entry.user) {
            tracing::warn!(%user, "a user has looked up too many contacts within an hour and is on hold");
            self.alert(limits, hold::alert(user, limits, question.guild_language));
        }
    }

    /// How Callsheet fares, as far as a server is concerned.
    fn health(&self, guild: Option<GuildId>, now: Timestamp) -> Health {
        Health {
            audit_required: self.audit_required,
            broken_at: *self.journal.broken().borrow(),
            on_hold: self.limiter().on_hold(guild, now),
            ..Health::clone(&self.health.current())
        }
    }

    /// Alerts the operator, if there is a channel for it.
    fn alert(&self, limits: &Limits, lines: [Words; 2]) {
        if let Some(channel) = limits.alert_channel {
            // If no transport posts alerts, the log has this one.
            let _ = self.alerts.send(Alert { channel, lines });
        }
    }

    /// Alerts the operator whenever the journal is not as the bot left it. The log says so already.
    pub async fn watch_journal(self: Arc<Self>) {
        let mut broken = self.journal.broken();
        loop {
            if let Some(entry) = *broken.borrow_and_update() {
                let language = *self.language();
                self.alert(&self.policy.load().brake, broken::alert(entry, language));
            }
            if broken.changed().await.is_err() {
                return;
            }
        }
    }

    fn language(&self) -> MutexGuard<'_, Language> {
        self.language.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn limiter(&self) -> MutexGuard<'_, LookupLimiter> {
        // After a panic the counts are still right.
        self.limiter.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Notes what an answer shows. The answer may be shown once the entry is on disk, or at once if none is required.
    /// If the journal is not as the bot left it, the answer is refused: a caller must not look up a contact unnoted by
    /// removing the journal's end at that moment. The next entry follows one about the break, and is as good as any.
    async fn may_be_shown(&self, entry: Entry) -> bool {
        let written = self.journal.append(&[entry]);
        if !self.audit_required {
            tokio::spawn(async move {
                match written.await {
                    // The answer's entry follows the break, which is reported already.
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

    /// Recording a look-up never delays or fails the answer.
    async fn record_lookup(self: Arc<Self>, guild: Option<GuildId>, change: Change) {
        if let Err(error) = self.notebooks.record_lookup(guild.unwrap_or(NO_GUILD), change).await {
            tracing::warn!(%error, "cannot write down who was looked up; suggestions may leave them out");
        }
    }

    /// Carries out an effect, and those that follow from what it finds out, and completes the reply with the outcome.
    async fn carry_out(self: Arc<Self>, effect: Effect, question: Question, mut reply: Reply, now: Timestamp) -> Reply {
        let mut next = Some(effect);
        while let Some(effect) = next {
            let found = match self.effect(effect, &question, &mut reply, now).await {
                Ok(None) => return reply,
                Ok(Some(found)) => found,
                Err(notice) => return question.say(notice),
            };
            let Plan { reply: planned, entry, effect } = self.planned(&question, Some(&found), now).plan;
            if let Some(entry) = noted(entry, effect.as_ref())
                && !self.may_be_shown(entry).await
            {
                return question.say(Notice::NotJournaled);
            }
            (reply, next) = (planned, effect);
        }
        reply
    }

    /// Carries out one effect: what it has found out, if the answer depends on it.
    async fn effect(
        &self,
        effect: Effect,
        question: &Question,
        reply: &mut Reply,
        now: Timestamp,
    ) -> Result<Option<Found>, Notice> {
        let guild = question.caller.guild.unwrap_or(NO_GUILD);
        match effect {
            Effect::Remember(change) => {
                self.notebooks.record(guild, change).await.map_err(|error| not_saved(&error))?;
            }
            Effect::Release(user) => self.limiter().release(user, Some(guild)),
            Effect::ReadTrail(contact) => {
                let read = self.trail(contact, question.caller.guild, now).await;
                if let Content::Message(answer) = &mut reply.content
                    && let Body::Lookups(lookups) = &mut answer.body
                {
                    lookups.trail = read;
                }
            }
            Effect::Read { contact, keep } => {
                if let Some(draft) = keep {
                    self.edits.record(EditChange::Keep(draft)).await.map_err(|error| not_saved(&error))?;
                }
                let record = match &self.editor {
                    Some(editor) => editor.read(contact).await.map(Box::new),
                    None => Err(Failure::Unreachable),
                };
                return Ok(Some(Found::Record(record)));
            }
            Effect::Edit(EditChange::Send(sent)) => {
                let id = sent.id;
                // On disk before it is sent: what became of it can be found out after a kill.
                self.edits.record(EditChange::Send(sent.clone())).await.map_err(|error| not_saved(&error))?;
                if let Some(editor) = &self.editor {
                    editor.send(*sent).await.map_err(|error| not_saved(&error))?;
                }
                return Ok(Some(Found::Sent(id)));
            }
            Effect::Edit(change) => self.edits.record(change).await.map_err(|error| not_saved(&error))?,
        }
        Ok(None)
    }

    /// Reads what the journal has about a contact in a server, or everywhere if the operator asks at the terminal, as far
    /// back as time allows; `None` if it cannot be read.
    /// It does not verify the journal, which takes longer and is left to `callsheet journal verify`.
    async fn trail(&self, contact: ContactId, guild: Option<GuildId>, now: Timestamp) -> Option<Trail> {
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
            // There may be many entries at once, and other callers are waiting.
            consume_budget().await;
        }
        trail.is_whole = true;
        Ok(())
    }

    /// Removes expired journal entries regularly.
    pub async fn prune(self: Arc<Self>, retention: Duration) {
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

/// A plan, and the policy it was made by.
struct Planned {
    plan: Plan,
    policy: Arc<Policy>,
}

/// The entry to note, unless a record is to be read first: nothing is shown then.
fn noted(entry: Option<Entry>, effect: Option<&Effect>) -> Option<Entry> {
    entry.filter(|_| !matches!(effect, Some(Effect::Read { .. })))
}

fn not_saved(error: &StoreError) -> Notice {
    tracing::error!(%error, "cannot write down what was asked for; the user was told");
    Notice::NotSaved
}

/// The reply of finished work. A panic in it goes on as the question's own.
#[must_use]
pub fn finished(work: Result<Reply, JoinError>) -> Reply {
    work.unwrap_or_else(|error| panic::resume_unwind(error.into_panic()))
}

/// Restores the limiter from the journal: the contacts that each user has seen within the hour, and the holds.
pub async fn limiter(database: &Path, hold: SignedDuration, now: Timestamp) -> LookupLimiter {
    let mut limiter = LookupLimiter::default();
    let since = now.checked_sub(limiter::HOUR.max(hold)).unwrap_or(Timestamp::MIN);
    let entries = match Reader::open(database).await {
        Ok(Some(mut journal)) => journal.since(since).await,
        Ok(None) => Ok(Vec::new()),
        Err(error) => Err(error),
    };
    match entries {
        Ok(entries) => entries.iter().for_each(|entry| recall(&mut limiter, entry, hold)),
        Err(error) => tracing::warn!(%error, "cannot read in the journal who has seen whom; the count begins anew"),
    }
    limiter
}

fn recall(limiter: &mut LookupLimiter, entry: &Entry, hold: SignedDuration) {
    let operator = matches!(entry.action, Action::Terminal(_)).then_some(OPERATOR);
    let Some(user) = entry.user.or(operator) else { return };
    match (&entry.action, &entry.outcome) {
        (Action::Release, _) => {
            if let Some(user) = entry.subject {
                limiter.release(user, entry.guild);
            }
        }
        (_, Outcome::Refused(why)) if *why == Word::from(TOO_MANY) => {
            limiter.hold(user, entry.guild, entry.at.checked_add(hold).unwrap_or(Timestamp::MAX));
        }
        // The journal does not tell which suggestions led to a look-up.
        (Action::Suggestions(_), _) => {}
        (_, Outcome::Disclosed) => limiter.recall(user, entry.guild, entry.everybody(), entry.at),
        _ => {}
    }
}
