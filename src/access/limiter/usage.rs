//! What one user has seen, and which of it counts.

use std::collections::{BTreeMap, BTreeSet};
use std::mem;

use jiff::Timestamp;

use crate::access::limiter::misses::Misses;
use crate::access::limiter::seen::Seen;
use crate::access::limiter::{Asking, HOUR, LISTED, Limits, Typed};
use crate::domain::id::{ContactId, GuildId};

/// How many slips of one run nobody is held to. With more it is no name that is being typed.
const SLIPS: usize = 2;

/// What one user has seen within the hour.
#[derive(Default)]
pub(super) struct Usage {
    /// Contacts that count.
    pub(super) seen: Seen,
    /// Contacts in suggestions.
    listed: Seen,
    /// Numbers that led to nobody.
    misses: Misses,
    run: Option<Run>,
    /// Until when the user is on hold for what happened in a server.
    holds: BTreeMap<Option<GuildId>, Timestamp>,
    /// Until when nothing more is to be noted of refused keystrokes (`true`) and questions in a server.
    noted: BTreeMap<(Option<GuildId>, bool), Timestamp>,
}

/// A text that is being typed.
struct Run {
    guild: Option<GuildId>,
    text: String,
    /// The command, its other options, and the channel.
    beside: String,
    /// The last list that it led to.
    listed: BTreeSet<ContactId>,
    /// How often it was corrected.
    slips: usize,
    /// The lists that corrections left behind.
    left: BTreeSet<ContactId>,
}

/// Who counts, and in which server they were shown.
type Counted = BTreeMap<ContactId, Option<GuildId>>;

impl Usage {
    pub(super) fn hold(&mut self, guild: Option<GuildId>, until: Timestamp) {
        self.holds.insert(guild, until);
        self.run = None;
    }

    /// Until when the user is on hold, and whether for what happened in another server than this one too.
    pub(super) fn on_hold(&self, guild: Option<GuildId>) -> Option<(Timestamp, bool)> {
        let until = *self.holds.values().max()?;
        Some((until, self.holds.keys().any(|held| *held != guild)))
    }

    /// Forgets what happened in a server.
    pub(super) fn release(&mut self, guild: Option<GuildId>) {
        self.seen.retain(|seen, _| seen != guild);
        self.listed.retain(|seen, _| seen != guild);
        self.misses.retain(|tried, _| tried != guild);
        self.run = self.run.take().filter(|run| run.guild != guild);
        self.holds.remove(&guild);
        self.noted.retain(|(noted, _), _| *noted != guild);
    }

    /// Forgets what is past.
    pub(super) fn forget(&mut self, now: Timestamp) {
        // What is yet to come was seen before the clock was set back.
        let is_recent = |at: Timestamp| now.duration_since(at).abs() < HOUR;
        self.seen.retain(|_, at| is_recent(at));
        self.listed.retain(|_, at| is_recent(at));
        self.misses.retain(|_, at| is_recent(at));
        self.holds.retain(|_, until| *until > now);
        self.noted.retain(|_, until| *until > now);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.seen.is_empty()
            && self.listed.is_empty()
            && self.misses.is_empty()
            && self.holds.is_empty()
            && self.noted.is_empty()
    }

    /// Whether a refusal tells something new, so that nothing more has to be noted until then.
    pub(super) fn is_news(
        &mut self,
        guild: Option<GuildId>,
        asking: Asking<'_>,
        until: Timestamp,
        now: Timestamp,
    ) -> bool {
        let key = (guild, matches!(asking, Asking::Typing(_)));
        // One that lasts longer than it could is from before the clock was set back.
        let is_noted = self.noted.get(&key).is_some_and(|noted| *noted > now && *noted <= until);
        if !is_noted {
            self.noted.insert(key, until);
        }
        !is_noted
    }

    /// Counts what is shown, where that is within the limits; otherwise nothing is counted.
    pub(super) fn counts(
        &mut self,
        guild: Option<GuildId>,
        asking: Asking<'_>,
        contacts: &BTreeSet<ContactId>,
        limits: &Limits,
        now: Timestamp,
    ) -> bool {
        let limit = usize::try_from(limits.contacts_per_hour.get()).unwrap_or(usize::MAX);
        let (counted, listed) = match asking {
            Asking::Typing(typed) => (self.types(guild, typed, contacts), Some(contacts)),
            Asking::Answer | Asking::AnswerTo(_) => (self.asks(guild, contacts), None),
        };
        let text = match asking {
            Asking::Typing(Typed { text, .. }) | Asking::AnswerTo(text) => Some(text),
            Asking::Answer => None,
        };
        if let Some(text) = text.filter(|_| contacts.is_empty()) {
            self.misses.add(text, guild, now);
        }
        let listed = || listed.into_iter().flatten();
        let is_within = self.seen.with(counted.keys()) + self.misses.len() <= limit
            && self.listed.with(listed()) <= limit.saturating_mul(LISTED);
        if is_within {
            for (contact, guild) in counted {
                self.seen.add(contact, guild, now);
            }
            for contact in listed() {
                self.listed.add(*contact, guild, now);
            }
        }
        is_within
    }

    /// Goes on with a run of typing, or begins another. Returns who counts by that.
    fn types(&mut self, guild: Option<GuildId>, typed: Typed<'_>, listed: &BTreeSet<ContactId>) -> Counted {
        if listed.is_empty() {
            // A text that fits nobody neither goes on nor ends anything.
            return Counted::new();
        }
        let Typed { text, beside } = typed;
        let (listed, left) = (listed.clone(), BTreeSet::new());
        let begun = Run { guild, text: text.to_owned(), beside: beside.to_owned(), listed, slips: 0, left };
        let Some(run) = self.run.as_mut().filter(|run| run.guild == guild) else {
            return self.run.replace(begun).map(Run::ended).unwrap_or_default();
        };
        let is_same_question = run.beside == beside;
        if is_same_question && text.starts_with(&run.text) {
            (run.text, run.listed) = (begun.text, begun.listed);
            return Counted::new();
        }
        if is_same_question && run.text.starts_with(text) {
            // It is being corrected, and not known yet into what.
            return Counted::new();
        }
        // The same text in other words, or about another client, may be a slip: but not again and again.
        let is_like_it = !is_same_question || text.chars().next() == run.text.chars().next();
        if run.slips < SLIPS && is_like_it {
            let slip = mem::replace(&mut run.listed, begun.listed);
            (run.text, run.beside, run.slips) = (begun.text, begun.beside, run.slips + 1);
            run.left.extend(slip);
            return Counted::new();
        }
        mem::replace(run, begun).ended()
    }

    /// Ends the run of typing with an answer that shows these contacts. Returns who counts.
    fn asks(&mut self, guild: Option<GuildId>, shown: &BTreeSet<ContactId>) -> Counted {
        let led_nowhere = self.run.take().filter(|run| run.listed.is_disjoint(shown));
        let mut counted = led_nowhere.map(Run::ended).unwrap_or_default();
        counted.extend(shown.iter().map(|contact| (*contact, guild)));
        counted
    }
}

impl Run {
    /// Who counts where it has led nowhere.
    fn ended(self) -> Counted {
        let Self { guild, listed, left, .. } = self;
        left.into_iter().chain(listed).map(|contact| (contact, guild)).collect()
    }
}
