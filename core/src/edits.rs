//! The edits under way: what callers have typed and not yet saved, and what was sent to IT Glue.
//!
//! Unlike the notebook it holds values, so on disk it is sealed where there is a key. A draft is kept for a quarter of an
//! hour, because a form that was closed or mistyped is opened again where it was left. What was sent is kept for the
//! history, and so that it can be taken back and, where its outcome is not known, found out.

use std::collections::BTreeMap;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use rustc_hash::FxHasher;
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::domain::id::{ContactId, GuildId, OrganizationId, UserId};
use crate::edit::EditField;
use crate::edit::compare::Side;
use crate::edit::fields::Fields;
use crate::edit::outcome::{Became, Failure};
use crate::edit::record::Record;
use crate::edit::request::{Request, Target};

/// How long a draft is kept, and how long a change can be taken back.
pub const KEPT: SignedDuration = SignedDuration::from_mins(15);

/// An edit, from the opening of its form to what became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EditId(pub u64);

/// What a caller has typed and not yet saved.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Draft {
    pub id: EditId,
    pub by: UserId,
    pub guild: Option<GuildId>,
    /// When it was changed last.
    pub at: Timestamp,
    pub target: Target,
    /// What the form showed when it was first opened.
    pub shown: Fields,
    pub wanted: Fields,
    /// Lists that cannot be read, as they were typed.
    pub typed: BTreeMap<EditField, String>,
    /// The record as it was read for the comparison.
    pub record: Option<Record>,
    /// Whose value a field gets that both have changed.
    pub sides: BTreeMap<EditField, Side>,
    /// Why the contact is retired, where it is.
    pub reason: Option<RetireReason>,
}

/// A change that was sent to IT Glue, or is about to be: it is on disk before it is sent.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Sent {
    pub id: EditId,
    pub by: UserId,
    pub guild: Option<GuildId>,
    pub at: Timestamp,
    pub organization: Option<OrganizationId>,
    pub request: Request,
    /// The record before it; `None` for a new contact.
    pub before: Option<Record>,
    pub state: State,
    /// The change that this one takes back.
    pub undoes: Option<EditId>,
    /// Why the contact is retired, where it is.
    pub reason: Option<RetireReason>,
}

/// Why a contact is retired, by its name in the form and the journal.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, EnumString, IntoStaticStr, VariantArray,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum RetireReason {
    /// The contact has left the client.
    Left,
    /// Another record is of the same person.
    Duplicate,
    /// It is nobody, or not a contact of this client.
    Mistake,
}

#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub enum State {
    /// It is being sent, or what became of it is being found out.
    Unknown,
    /// IT Glue has it, as far as this says; the record as it was read afterwards.
    Done { after: Box<Record>, became: Became },
    /// IT Glue does not have it.
    NotDone(Failure),
}

/// The edits of all servers at one moment. Cheap to clone.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Edits {
    drafts: Arc<BTreeMap<EditId, Arc<Draft>>>,
    sent: Arc<BTreeMap<EditId, Arc<Sent>>>,
}

/// What leads from one state to the next.
#[derive(Clone, Debug, PartialEq)]
pub enum EditChange {
    Keep(Box<Draft>),
    Drop(EditId),
    /// It is sent, or what became of it is known.
    Send(Box<Sent>),
}

impl Sent {
    /// The contact that it has made, if it has.
    pub fn made(&self) -> Option<ContactId> {
        match (&self.request.target, &self.state) {
            (Target::New(_), State::Done { after, .. }) => Some(after.id),
            _ => None,
        }
    }

    /// The contact, once it is known.
    pub fn contact(&self) -> Option<ContactId> {
        match self.request.target {
            Target::Contact(contact) => Some(contact),
            Target::New(_) => self.made(),
        }
    }

    /// The name of the contact, as far as the request or the record before it says.
    pub fn name(&self) -> String {
        let of_request = |name: EditField| {
            self.request.fields.iter().find(|(field, _)| *field == name).and_then(|(_, value)| value.as_str())
        };
        let before = self.before.as_ref();
        let first = of_request(EditField::FirstName).or(before.and_then(|record| record.first_name.as_deref()));
        let last = of_request(EditField::LastName).or(before.and_then(|record| record.last_name.as_deref()));
        [first, last].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    pub fn fields(&self) -> impl Iterator<Item = EditField> {
        self.request.fields.iter().map(|(field, _)| *field)
    }
}

impl Edits {
    #[must_use]
    pub fn with(&self, change: EditChange) -> Self {
        let mut changed = self.clone();
        match change {
            EditChange::Keep(draft) => {
                let drafts = Arc::make_mut(&mut changed.drafts);
                drafts.retain(|_, other| draft.at.duration_since(other.at) <= KEPT);
                drafts.insert(draft.id, Arc::new(*draft));
            }
            EditChange::Drop(id) => _ = Arc::make_mut(&mut changed.drafts).remove(&id),
            EditChange::Send(sent) => {
                // What is not saved may be changed and sent again.
                if matches!(sent.state, State::Done { .. }) {
                    Arc::make_mut(&mut changed.drafts).remove(&sent.id);
                }
                Arc::make_mut(&mut changed.sent).insert(sent.id, Arc::new(*sent));
            }
        }
        changed
    }

    /// The state as read from disk.
    pub fn of(drafts: impl IntoIterator<Item = Draft>, sent: impl IntoIterator<Item = Sent>) -> Self {
        Self {
            drafts: Arc::new(drafts.into_iter().map(|draft| (draft.id, Arc::new(draft))).collect()),
            sent: Arc::new(sent.into_iter().map(|sent| (sent.id, Arc::new(sent))).collect()),
        }
    }

    /// Forgets what was sent before a moment, unless what became of it is still being found out, and drafts from before
    /// another.
    #[must_use]
    pub fn since(&self, sent_since: Timestamp, typed_since: Timestamp) -> Self {
        let mut changed = self.clone();
        Arc::make_mut(&mut changed.sent).retain(|_, sent| sent.at >= sent_since || sent.state == State::Unknown);
        Arc::make_mut(&mut changed.drafts).retain(|_, draft| draft.at >= typed_since);
        changed
    }

    pub fn has_draft(&self, id: EditId) -> bool {
        self.drafts.contains_key(&id)
    }

    /// A caller's draft, while it is kept.
    pub fn draft(&self, id: EditId, by: UserId, guild: Option<GuildId>, now: Timestamp) -> Option<&Arc<Draft>> {
        let draft = self.drafts.get(&id)?;
        let is_kept = now.duration_since(draft.at) <= KEPT;
        (draft.by == by && draft.guild == guild && is_kept).then_some(draft)
    }

    /// A caller's latest draft of this contact.
    pub fn draft_of(&self, target: Target, by: UserId, guild: Option<GuildId>, now: Timestamp) -> Option<&Arc<Draft>> {
        let of_target = self.drafts.values().filter(|draft| draft.target == target);
        let kept = of_target.filter(|draft| self.draft(draft.id, by, guild, now).is_some());
        kept.max_by_key(|draft| draft.at)
    }

    /// An id that no edit has, for one that a caller begins at a moment.
    pub fn new_id(&self, by: UserId, target: Target, now: Timestamp) -> EditId {
        let mut hasher = FxHasher::default();
        (by, target, now.as_nanosecond()).hash(&mut hasher);
        let mut id = EditId(hasher.finish());
        while self.drafts.contains_key(&id) || self.sent.contains_key(&id) {
            id.0 = id.0.wrapping_add(1);
        }
        id
    }

    pub fn sent(&self, id: EditId) -> Option<&Arc<Sent>> {
        self.sent.get(&id)
    }

    /// How many changes a caller has sent since a moment, in all servers.
    pub fn sent_since(&self, by: UserId, since: Timestamp) -> usize {
        self.sent.values().filter(|sent| sent.by == by && sent.at >= since).count()
    }

    /// What was sent, by id.
    pub fn all_sent(&self) -> impl Iterator<Item = &Arc<Sent>> {
        self.sent.values()
    }

    /// What was sent and is not known to have arrived or not.
    pub fn unknown(&self) -> impl Iterator<Item = &Arc<Sent>> {
        self.sent.values().filter(|sent| sent.state == State::Unknown)
    }

    /// Whether what became of a change of this contact, or of a new one there, is not known yet.
    pub fn is_unknown(&self, target: Target) -> bool {
        self.unknown().any(|sent| sent.request.target == target)
    }
}

/// Without what was typed.
impl fmt::Debug for Draft {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Draft").field("id", &self.id).field("target", &self.target).finish_non_exhaustive()
    }
}

/// Without values.
impl fmt::Debug for Sent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let fields: Vec<EditField> = self.fields().collect();
        f.debug_struct("Sent").field("id", &self.id).field("fields", &fields).finish_non_exhaustive()
    }
}

/// What an effect has found out for the question that is answered.
#[derive(Clone, Debug, PartialEq)]
pub enum Found {
    /// The record as IT Glue holds it now.
    Record(Result<Box<Record>, Failure>),
    /// The change of this id was sent; what became of it stands with it.
    Sent(EditId),
}
