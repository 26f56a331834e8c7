//! Who looked a person up, as the audit journal has it.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;

use crate::domain::id::{ChannelId, ContactId, GuildId, UserId};
use crate::journal::{Action, Audience, Entry, Field, Outcome, Word};

/// What the question itself is called in the journal.
pub const WHO_LOOKED: &str = "who-looked";

/// Lines on one page: what fits on a phone's screen or two.
const PAGE: usize = 12;

/// Seconds of a day.
const DAY: i64 = 24 * 60 * 60;

/// A page of who looked a person up.
#[derive(Clone, Debug, PartialEq)]
pub struct Lookups {
    /// Who was looked up.
    pub contact: ContactId,
    /// The person's name.
    pub name: String,
    /// The person's organization.
    pub organization: Option<String>,
    /// Which page is asked for, counted from 0.
    pub page: usize,
    /// What the journal has of it; `None` where it was not read.
    pub trail: Option<Trail>,
}

/// What the journal has about a person, as far as it happened in one server.
#[derive(Clone, Debug, PartialEq)]
pub struct Trail {
    /// Back to when it was read.
    pub since: Timestamp,
    /// Whether that is where the journal begins.
    pub is_whole: bool,
    contact: ContactId,
    guild: GuildId,
    lines: Vec<Line>,
    /// Who was shown more than name and title.
    looked: BTreeSet<Option<UserId>>,
    /// Who was shown name or title.
    named: BTreeSet<Option<UserId>>,
    /// Where it stands that somebody was only shown name or title on a day, or was refused (`true`).
    places: BTreeMap<(i64, Option<UserId>, Way, bool), usize>,
}

/// Something that somebody was shown of a person, or refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// When, for the last time.
    pub at: Timestamp,
    /// To whom.
    pub user: Option<UserId>,
    /// In answer to what.
    pub way: Way,
    /// Whether it was refused.
    pub refused: bool,
    /// What was shown.
    pub fields: BTreeSet<Field>,
    /// How often on that day.
    pub times: usize,
}

/// How somebody came to be shown something.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Way {
    /// By a command of this name.
    Command(String),
    /// By a command of this name on the bot's own machine.
    Terminal(String),
    /// By a button or an entry of a menu.
    Click,
    /// Among the suggestions for what was being typed.
    Suggestions,
    /// As a card posted to this channel for everybody.
    Shared(Option<ChannelId>),
    /// As a file.
    File,
    /// By a question about a message.
    Message,
}

impl Lookups {
    /// The page that is shown: there may be fewer than when a button was made.
    #[must_use]
    pub fn shown(&self) -> usize {
        self.page.min(self.trail.as_ref().map_or(0, Trail::pages).saturating_sub(1))
    }
}

impl Trail {
    /// Of a journal of which nothing is read yet.
    #[must_use]
    pub fn new(contact: ContactId, guild: GuildId, now: Timestamp) -> Self {
        Self {
            since: now,
            is_whole: false,
            contact,
            guild,
            lines: Vec::new(),
            looked: BTreeSet::new(),
            named: BTreeSet::new(),
            places: BTreeMap::new(),
        }
    }

    /// Takes in an entry; the last one of the journal first. It need not be about the person, nor of the server: it also
    /// tells how far back the journal is read.
    pub fn add(&mut self, entry: &Entry) {
        self.since = entry.at;
        if entry.guild != Some(self.guild) {
            return;
        }
        let Some(fields) = entry.shown_of(self.contact) else { return };
        let Some(way) = way(entry) else { return };
        let (at, user) = (entry.at, entry.user);
        let refused = matches!(entry.outcome, Outcome::Refused(_));
        let is_looked_at = fields.iter().any(|field| !matches!(field, Field::Name | Field::Title));
        let line = Line { at, user, way, refused, fields: fields.clone(), times: 1 };
        if refused {
            self.add_to_day(line);
        } else if is_looked_at {
            self.looked.insert(user);
            self.lines.push(line);
        } else {
            self.named.insert(user);
            self.add_to_day(line);
        }
    }

    /// Being one of many who are listed while somebody types happens all the time, and for somebody who is on hold each
    /// keystroke is refused: once a day is often enough to be told.
    fn add_to_day(&mut self, line: Line) {
        let key = (line.at.as_second().div_euclid(DAY), line.user, line.way.clone(), line.refused);
        let place = *self.places.entry(key).or_insert(self.lines.len());
        match self.lines.get_mut(place) {
            Some(told) => {
                told.times += 1;
                told.fields.extend(line.fields);
            }
            None => self.lines.push(line),
        }
    }

    /// How many people were shown more than name and title.
    #[must_use]
    pub fn looked(&self) -> usize {
        self.looked.len()
    }

    /// How many people were shown nothing but name or title.
    #[must_use]
    pub fn only_named(&self) -> usize {
        self.named.difference(&self.looked).count()
    }

    /// How many pages there are.
    #[must_use]
    pub fn pages(&self) -> usize {
        self.lines.len().div_ceil(PAGE)
    }

    /// The lines of a page, counted from 0, the last one first.
    #[must_use]
    pub fn page(&self, page: usize) -> &[Line] {
        self.lines.chunks(PAGE).nth(page).unwrap_or_default()
    }
}

/// How somebody came to be shown what an entry is about. `None` for whoever only asked who looked, and for what shows nobody.
fn way(entry: &Entry) -> Option<Way> {
    let is_this_question = |word: &Word| *word == Word::from(WHO_LOOKED);
    Some(match &entry.action {
        Action::Command(word) | Action::Terminal(word) | Action::Button(word) | Action::Suggestions(word)
            if is_this_question(word) =>
        {
            return None;
        }
        Action::Share => Way::Shared(entry.channel),
        // Whatever else came to be seen by all.
        _ if entry.audience == Audience::Channel => Way::Shared(entry.channel),
        Action::Command(word) => Way::Command(word.to_string()),
        Action::Terminal(word) => Way::Terminal(word.to_string()),
        Action::Button(_) => Way::Click,
        Action::Suggestions(_) => Way::Suggestions,
        Action::ContactFile => Way::File,
        Action::Alert => Way::Message,
        Action::Release
        | Action::Pruned(_)
        | Action::Damaged { .. }
        | Action::Broken { .. }
        | Action::Keyed
        | Action::Unkeyed => return None,
    })
}
