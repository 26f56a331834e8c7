//! Carries out edits: reads the record of a contact from IT Glue, sends a change, and finds out what became of it.
//!
//! A change is on disk before it is sent, and sent once. Where its outcome is not known (a time-out, a lost connection, an
//! error of the service), the record is read again, and of a new contact the newest ones of its client are looked through,
//! three times within ten seconds; what is still not known then is looked for after every sync.

use std::sync::Arc;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use tokio::sync::mpsc::UnboundedSender;
use tokio::task::spawn_blocking;
use tokio::time::{interval, sleep};

use crate::clock;
use crate::itglue::client::Client;
use crate::itglue::error::ItGlueError;
use crate::itglue::write::WriteError;
use crate::itglue::write::refused::{Cause, Refused};
use crate::store::edits::EditStore;
use crate::store::error::StoreError;
use callsheet_core::directory::Directory;
use callsheet_core::directory::changes::Changes;
use callsheet_core::directory::sweep::{Removals, SeenRecords, Sweep};
use callsheet_core::domain::contact::Contact;
use callsheet_core::domain::id::ContactId;
use callsheet_core::edit::outcome::{Became, Failure, is_created_by};
use callsheet_core::edit::record::Record;
use callsheet_core::edit::request::Target;
use callsheet_core::edits::{EditChange, Sent, State};

/// The pauses before an unknown outcome is looked for again: three looks within ten seconds, since a list may show a new
/// contact late.
const PAUSES: [Duration; 3] = [Duration::from_secs(1), Duration::from_secs(3), Duration::from_secs(5)];

/// How long IT Glue may be at work on a change: its gateway gives up after half a minute.
const AT_WORK: SignedDuration = SignedDuration::from_mins(1);

/// How often what is still not known is looked for.
const LOOK_EVERY: Duration = Duration::from_secs(30);

/// How long changes are kept for the history.
const KEEP: SignedDuration = SignedDuration::from_hours(90 * 24);

/// How far back a contact may have been made that a request is looked for by: clocks differ.
const CLOCKS_DIFFER: SignedDuration = SignedDuration::from_mins(5);

/// Reads and writes single contacts.
pub struct Editor {
    client: Arc<Client>,
    edits: Arc<EditStore>,
    directory: Arc<Directory>,
    /// Takes contacts as they were read after a change, for the copy on disk.
    adopt: UnboundedSender<Contact>,
    pauses: [Duration; 3],
}

impl Editor {
    pub fn new(
        client: Arc<Client>,
        edits: Arc<EditStore>,
        directory: Arc<Directory>,
        adopt: UnboundedSender<Contact>,
    ) -> Self {
        Self { client, edits, directory, adopt, pauses: PAUSES }
    }

    /// The same, with other pauses.
    #[must_use]
    pub fn with_pauses(self, pauses: [Duration; 3]) -> Self {
        Self { pauses, ..self }
    }

    /// The record as IT Glue holds it now.
    pub async fn read(&self, contact: ContactId) -> Result<Record, Failure> {
        self.client.record(contact).await.map_err(|error| told(&error))
    }

    /// Sends a change that is on disk already, and notes what became of it.
    pub async fn send(&self, sent: Sent) -> Result<(), StoreError> {
        let state = match self.client.send(&sent.request).await {
            Ok(answered) => self.read_back(&sent, answered.contact).await,
            Err(error @ (WriteError::NotSent(_) | WriteError::TooManyRequests { .. })) => {
                State::NotDone(failure(&error))
            }
            // It may have been carried out all the same.
            Err(error) => self.found_out(&sent, Some(&error)).await,
        };
        self.note(sent, state).await
    }

    /// Looks for what became of every change whose outcome is not known, from the first moment on and then regularly, and
    /// forgets old ones.
    pub async fn keep_up(self: Arc<Self>) {
        let mut ticks = interval(LOOK_EVERY);
        loop {
            ticks.tick().await;
            let now = clock::now();
            let before = now.checked_sub(KEEP).unwrap_or(Timestamp::MIN);
            let done = async {
                self.find_out().await?;
                self.edits.forget(before, now).await
            };
            if let Err(error) = done.await {
                tracing::error!(%error, "cannot note what became of changes of contacts in IT Glue");
            }
        }
    }

    /// Looks once for what became of every change whose outcome is not known.
    pub async fn find_out(&self) -> Result<(), StoreError> {
        let unknown: Vec<Arc<Sent>> = self.edits.current().unknown().cloned().collect();
        for sent in unknown {
            let is_over = clock::now().duration_since(sent.at) > AT_WORK;
            let state = match self.look(&sent, None, is_over).await {
                // A sweep that began after it was sent has read the whole account, and the list does not have it.
                State::Unknown if self.edits.swept_at().await?.is_some_and(|at| at > sent.at) => {
                    match self.look_for(&sent).await {
                        Seen::NotDone => State::NotDone(Failure::TimedOut),
                        _ => State::Unknown,
                    }
                }
                state => state,
            };
            if state != State::Unknown {
                self.note(Sent::clone(&sent), state).await?;
            }
        }
        Ok(())
    }

    async fn note(&self, sent: Sent, state: State) -> Result<(), StoreError> {
        let (edit, outcome) = (sent.id.0, outcome(&state));
        tracing::info!(edit, outcome, "a change of a contact in IT Glue");
        self.edits.record(EditChange::Send(Box::new(Sent { state, ..sent }))).await
    }

    /// Reads the record after a change that IT Glue has accepted.
    async fn read_back(&self, sent: &Sent, contact: ContactId) -> State {
        match self.client.record_and_contact(contact).await {
            Ok(read) => self.done(sent, read).await,
            Err(_) => self.found_out(sent, None).await,
        }
    }

    /// Looks several times for what became of a change.
    async fn found_out(&self, sent: &Sent, error: Option<&WriteError>) -> State {
        for pause in self.pauses {
            match self.look(sent, error, false).await {
                State::Unknown => sleep(pause).await,
                known => return known,
            }
        }
        self.look(sent, error, true).await
    }

    /// Looks once. A change of which nothing is to be seen is not done if IT Glue has refused it or, `is_over`, cannot be at
    /// work on it any more; a new contact may still be missing in lists then.
    async fn look(&self, sent: &Sent, error: Option<&WriteError>, is_over: bool) -> State {
        let refused = error.filter(|error| matches!(error, WriteError::Refused(_))).map(failure);
        let (seen, is_list) = match sent.request.target {
            Target::Contact(contact) => (self.look_at(sent, contact).await, false),
            Target::New(_) => (self.look_for(sent).await, true),
        };
        match (seen, refused) {
            (Seen::Done(read), _) => self.done(sent, *read).await,
            (Seen::Gone, _) => State::NotDone(Failure::Gone),
            (Seen::NotDone, Some(failure)) => State::NotDone(failure),
            // The record is as it was, or as somebody else has made it.
            (Seen::NotDone, None) if is_over && !is_list => State::NotDone(error.map_or(Failure::TimedOut, failure)),
            (Seen::NotDone | Seen::Nothing, _) => State::Unknown,
        }
    }

    async fn look_at(&self, sent: &Sent, contact: ContactId) -> Seen {
        match self.client.record_and_contact(contact).await {
            Ok(read) if Became::of(&sent.request, &read.0).is_whole() => Seen::Done(Box::new(read)),
            Ok(_) => Seen::NotDone,
            Err(ItGlueError::NotFound) => Seen::Gone,
            Err(_) => Seen::Nothing,
        }
    }

    /// Looks through the newest contacts of the client for one that the request has made.
    async fn look_for(&self, sent: &Sent) -> Seen {
        let Target::New(organization) = sent.request.target else { return Seen::Nothing };
        let since = sent.at.checked_sub(CLOCKS_DIFFER).unwrap_or(Timestamp::MIN);
        let taken = self.edits.current();
        let is_taken = |id: ContactId| taken.all_sent().any(|other| other.id != sent.id && other.made() == Some(id));
        let is_it = |record: &Record| {
            record.created_at.is_none_or(|at| at >= since)
                && !is_taken(record.id)
                && is_created_by(&sent.request, record)
        };
        let Ok(newest) = self.client.newest(organization).await else { return Seen::Nothing };
        match newest.iter().find(|record| is_it(record)) {
            None => Seen::NotDone,
            Some(record) => match self.client.record_and_contact(record.id).await {
                Ok(read) => Seen::Done(Box::new(read)),
                Err(_) => Seen::Nothing,
            },
        }
    }

    /// Takes the record as it is now into the copy.
    async fn done(&self, sent: &Sent, (record, contact): (Record, Contact)) -> State {
        let became = Became::of(&sent.request, &record);
        self.take(contact).await;
        State::Done { after: Box::new(record), became }
    }

    /// Shows a contact to readers at once, and hands it on to be saved.
    async fn take(&self, contact: Contact) {
        let directory = Arc::clone(&self.directory);
        let adopted = contact.clone();
        let shown = spawn_blocking(move || {
            let snapshot = directory.current();
            let contacts = SeenRecords { records: vec![Arc::new(adopted)], ..SeenRecords::default() };
            let sweep = Sweep { contacts, ..Sweep::default() };
            let records = sweep.merged(snapshot.records(), &Removals::default(), clock::now());
            let changes = Changes::between(snapshot.records(), &records);
            let status = snapshot.status().clone();
            directory.publish(snapshot.with_changes(&records, &changes, status));
        });
        // Readers see it with the next sync, if not now.
        let _ = shown.await;
        // Nobody takes it where there is no sync.
        let _ = self.adopt.send(contact);
    }
}

/// What is to be seen of a change.
enum Seen {
    Done(Box<(Record, Contact)>),
    NotDone,
    /// The contact is not there any more.
    Gone,
    /// IT Glue does not say.
    Nothing,
}

fn outcome(state: &State) -> &'static str {
    match state {
        State::Unknown => "unknown",
        State::Done { became, .. } if became.is_whole() => "done",
        State::Done { .. } => "done in part",
        State::NotDone(_) => "not done",
    }
}

/// What to tell of a change that was not made.
fn failure(error: &WriteError) -> Failure {
    match error {
        WriteError::NotSent(error) | WriteError::Unknown(error) => told(error),
        WriteError::TooManyRequests { until } => Failure::TooMany { until: Some(*until) },
        WriteError::Refused(Refused::Key) => Failure::Key,
        WriteError::Refused(Refused::NotPermitted) => Failure::NotPermitted,
        WriteError::Refused(Refused::Gone) => Failure::Gone,
        WriteError::Refused(Refused::ContentType) => Failure::Unreachable,
        WriteError::Refused(refused @ Refused::Invalid { complaints, .. }) => {
            let causes = |cause: fn(&Cause) -> bool| complaints.iter().any(|complaint| cause(&complaint.cause));
            if causes(|cause| *cause == Cause::OrganizationMissing) {
                return Failure::NoOrganization;
            }
            if causes(|cause| *cause == Cause::Synced) {
                return Failure::Owned(refused.fields());
            }
            if !refused.fields().is_empty() {
                return Failure::Invalid(refused.fields());
            }
            let words = complaints.first();
            Failure::Refused {
                title: words.and_then(|complaint| complaint.title.clone()),
                detail: words.and_then(|complaint| complaint.detail.clone()),
            }
        }
    }
}

/// What to tell of a record that cannot be read.
fn told(error: &ItGlueError) -> Failure {
    match error {
        ItGlueError::Forbidden => Failure::Key,
        ItGlueError::Unauthorized => Failure::NotPermitted,
        ItGlueError::NotFound => Failure::Gone,
        ItGlueError::TimedOut => Failure::TimedOut,
        ItGlueError::TooManyRequests { retry_after } => {
            Failure::TooMany { until: retry_after.and_then(|wait| clock::now().checked_add(wait).ok()) }
        }
        _ => Failure::Unreachable,
    }
}
