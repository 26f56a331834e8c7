//! What one user has seen, and which of it counts towards the limits.

use std::collections::{BTreeMap, BTreeSet};
use std::mem;

use jiff::Timestamp;

use crate::access::limiter::{Asking, HOUR, LISTED, Limits, Typed};
use crate::domain::id::{ContactId, GuildId};

/// How many slips a run may have. With more, the user is not typing a name.
const SLIPS: usize = 2;

/// What one user has seen within the hour.
#[derive(Default)]
pub(super) struct Usage {
    /// Contacts that count towards the hourly limit.
    pub(super) seen: SeenContacts,
    listed: SeenContacts,
    /// Each number without a match. A user who tries one after the other probes which numbers the account holds.
    misses: Vec<(String, Option<GuildId>, Timestamp)>,
    run: Option<Run>,
    /// When the hold for each server ends.
    holds: BTreeMap<Option<GuildId>, Timestamp>,
    /// Until when further refusals go unnoted, for each server's keystrokes (`true`) and questions.
    noted: BTreeMap<(Option<GuildId>, bool), Timestamp>,
}

/// A run of typing: texts of which each continues the one before.
struct Run {
    guild: Option<GuildId>,
    text: String,
    /// The command, its other options, and the channel.
    beside: String,
    listed: BTreeSet<ContactId>,
    /// How often the text was corrected.
    slips: usize,
    /// The contacts of lists before a correction.
    left: BTreeSet<ContactId>,
}

/// The contacts that count, each with the server that showed it.
type Counted = BTreeMap<ContactId, Option<GuildId>>;

impl Usage {
    pub(super) fn hold(&mut self, guild: Option<GuildId>, until: Timestamp) {
        self.holds.insert(guild, until);
        self.run = None;
    }

    /// Returns when the user's hold ends, and whether another server than this one has a hold too.
    pub(super) fn on_hold(&self, guild: Option<GuildId>) -> Option<(Timestamp, bool)> {
        let until = *self.holds.values().max()?;
        Some((until, self.holds.keys().any(|held| *held != guild)))
    }

    /// Whether a hold for this server, or any, still lasts.
    pub(super) fn is_on_hold(&self, guild: Option<GuildId>, now: Timestamp) -> bool {
        self.holds.iter().any(|(held, until)| (guild.is_none() || *held == guild) && *until > now)
    }

    /// Drops what happened in a server.
    pub(super) fn release(&mut self, guild: Option<GuildId>) {
        self.seen.retain(|seen, _| seen != guild);
        self.listed.retain(|seen, _| seen != guild);
        self.misses.retain(|(_, tried, _)| *tried != guild);
        self.run = self.run.take().filter(|run| run.guild != guild);
        self.holds.remove(&guild);
        self.noted.retain(|(noted, _), _| *noted != guild);
    }

    pub(super) fn forget(&mut self, now: Timestamp) {
        // A moment in the future is from before the clock was set back.
        let is_recent = |at: Timestamp| now.duration_since(at).abs() < HOUR;
        self.seen.forget(is_recent);
        self.listed.forget(is_recent);
        self.misses.retain(|(_, _, at)| is_recent(*at));
        self.holds.retain(|_, until| *until > now);
        self.noted.retain(|_, until| *until > now);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.seen.contacts.is_empty()
            && self.listed.contacts.is_empty()
            && self.misses.is_empty()
            && self.holds.is_empty()
            && self.noted.is_empty()
    }

    /// Returns whether a refusal is worth noting; if so, further ones go unnoted until `until`.
    pub(super) fn is_news(
        &mut self,
        guild: Option<GuildId>,
        asking: Asking<'_>,
        until: Timestamp,
        now: Timestamp,
    ) -> bool {
        let key = (guild, matches!(asking, Asking::Typing(_)));
        // An end beyond `until` is from before the clock was set back.
        let is_noted = self.noted.get(&key).is_some_and(|noted| *noted > now && *noted <= until);
        if !is_noted {
            self.noted.insert(key, until);
        }
        !is_noted
    }

    /// Counts the contacts shown if they are within the limits; otherwise counts none and returns `false`.
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
            self.miss(text, guild, now);
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

    /// Notes a text without a match. A number typed digit by digit and then asked for counts once.
    fn miss(&mut self, text: &str, guild: Option<GuildId>, now: Timestamp) {
        let Some(digits) = number(text) else { return };
        match self.misses.last_mut() {
            Some(last) if last.1 == guild && (digits.starts_with(&*last.0) || last.0.starts_with(&digits)) => {
                *last = (digits, guild, now);
            }
            _ => self.misses.push((digits, guild, now)),
        }
    }

    /// Continues the run of typing, or begins another. Returns the contacts that count because of it.
    fn types(&mut self, guild: Option<GuildId>, typed: Typed<'_>, listed: &BTreeSet<ContactId>) -> Counted {
        if listed.is_empty() {
            // A text without suggestions neither continues nor ends a run.
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
            // The user deletes letters; what they correct the text into is not known yet.
            return Counted::new();
        }
        // A changed text with the same first letter, or another client, may be a slip: but only a few times.
        let is_like_it = !is_same_question || text.chars().next() == run.text.chars().next();
        if run.slips < SLIPS && is_like_it {
            let slip = mem::replace(&mut run.listed, begun.listed);
            (run.text, run.beside, run.slips) = (begun.text, begun.beside, run.slips + 1);
            run.left.extend(slip);
            return Counted::new();
        }
        mem::replace(run, begun).ended()
    }

    /// Ends the run of typing with an answer that shows these contacts. Returns the contacts that count.
    fn asks(&mut self, guild: Option<GuildId>, shown: &BTreeSet<ContactId>) -> Counted {
        let led_nowhere = self.run.take().filter(|run| run.listed.is_disjoint(shown));
        let mut counted = led_nowhere.map(Run::ended).unwrap_or_default();
        counted.extend(shown.iter().map(|contact| (*contact, guild)));
        counted
    }
}

impl Run {
    /// Returns the contacts that count when the run led to no look-up.
    fn ended(self) -> Counted {
        let Self { guild, listed, left, .. } = self;
        left.into_iter().chain(listed).map(|contact| (contact, guild)).collect()
    }
}

/// Fewer digits may be a floor or a part of a name.
const FEWEST_DIGITS: usize = 3;

/// Returns the digits of a text that is a number or a part of one.
fn number(text: &str) -> Option<String> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let is_number = digits.len() >= FEWEST_DIGITS && !text.chars().any(char::is_alphabetic);
    is_number.then_some(digits)
}

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
    fn with<'a>(&self, more: impl IntoIterator<Item = &'a ContactId>) -> usize {
        self.contacts.len() + more.into_iter().filter(|contact| !self.contacts.contains_key(contact)).count()
    }

    /// Drops what is not recent. What lies between two recent moments is recent too.
    fn forget(&mut self, is_recent: impl Fn(Timestamp) -> bool) {
        if self.span.is_some_and(|(first, last)| !is_recent(first) || !is_recent(last)) {
            self.retain(|_, at| is_recent(at));
        }
    }

    fn retain(&mut self, is_kept: impl Fn(Option<GuildId>, Timestamp) -> bool) {
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
