//! Who looked a contact up, from the audit journal.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;

use crate::domain::id::{ChannelId, ContactId, GuildId, UserId};
use crate::journal::{Action, Audience, Entry, Field, Outcome, Word};

/// The journal's own name for this question.
pub const WHO_LOOKED: &str = "who-looked";

/// Lines on one page: what fits on a phone's screen or two.
const PAGE: usize = 12;

const DAY: i64 = 24 * 60 * 60;

#[derive(Clone, Debug, PartialEq)]
pub struct Lookups {
    pub contact: ContactId,
    pub name: String,
    pub organization: Option<String>,
    /// The page asked for, counted from 0.
    pub page: usize,
    /// The journal's rows; `None` where they were not read.
    pub trail: Option<Trail>,
}

/// The journal's rows about a contact: from one server, or for the operator at the terminal, from everywhere.
#[derive(Clone, Debug, PartialEq)]
pub struct Trail {
    pub since: Timestamp,
    /// Whether the journal begins there.
    pub is_whole: bool,
    contact: ContactId,
    /// The server whose rows are told; `None`: every row.
    guild: Option<GuildId>,
    lines: Vec<LookupLine>,
    /// The users who saw more than name and title.
    looked: BTreeSet<Option<UserId>>,
    /// The users who saw name or title.
    named: BTreeSet<Option<UserId>>,
    /// Index of the line for a day on which a user only saw name or title, or was refused (`true`).
    places: BTreeMap<(i64, Option<UserId>, Way, bool), usize>,
}

/// What a user saw of a contact, or was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LookupLine {
    pub at: Timestamp,
    pub user: Option<UserId>,
    pub way: Way,
    pub refused: bool,
    pub fields: BTreeSet<Field>,
    /// How often on that day.
    pub times: usize,
}

/// How a user came to see a contact.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Way {
    Command(String),
    /// By a command of this name on the bot's own machine.
    Terminal(String),
    /// By a button or an entry of a menu.
    Click,
    /// Among the suggestions while typing.
    Suggestions,
    /// As a card posted to this channel.
    Shared(Option<ChannelId>),
    File,
    /// By a question about a message.
    Message,
}

impl Lookups {
    /// The page that is shown: there may be fewer than when a button was made.
    pub fn shown(&self) -> usize {
        self.page.min(self.trail.as_ref().map_or(0, Trail::pages).saturating_sub(1))
    }
}

impl Trail {
    pub fn new(contact: ContactId, guild: Option<GuildId>, now: Timestamp) -> Self {
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

    /// Takes in a row, newest first. It need not be about the contact, nor from the server: it also tells how far back
    /// the journal is read.
    pub fn add(&mut self, entry: &Entry) {
        self.since = entry.at;
        if self.guild.is_some() && entry.guild != self.guild {
            return;
        }
        let Some(fields) = entry.shown_of(self.contact) else { return };
        let Some(way) = way(entry) else { return };
        let (at, user) = (entry.at, entry.user);
        let refused = matches!(entry.outcome, Outcome::Refused(_));
        let is_looked_at = fields.iter().any(|field| !matches!(field, Field::Name | Field::Title));
        let line = LookupLine { at, user, way, refused, fields: fields.clone(), times: 1 };
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

    /// Adds to the day's line. Suggestions list many contacts all the time, and while a user is on hold each keystroke
    /// is refused: one line a day is enough.
    fn add_to_day(&mut self, line: LookupLine) {
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

    /// How many users saw more than name and title.
    pub fn looked(&self) -> usize {
        self.looked.len()
    }

    /// How many users saw only name or title.
    pub fn only_named(&self) -> usize {
        self.named.difference(&self.looked).count()
    }

    pub fn pages(&self) -> usize {
        self.lines.len().div_ceil(PAGE)
    }

    /// The lines of a page, counted from 0, newest first.
    pub fn page(&self, page: usize) -> &[LookupLine] {
        self.lines.chunks(PAGE).nth(page).unwrap_or_default()
    }
}

/// How a row's contacts came to be seen. `None` for this question itself, and where no contact is shown.
fn way(entry: &Entry) -> Option<Way> {
    let is_this_question = |word: &Word| *word == Word::from(WHO_LOOKED);
    Some(match &entry.action {
        Action::Command(word) | Action::Terminal(word) | Action::Button(word) | Action::Suggestions(word)
            if is_this_question(word) =>
        {
            return None;
        }
        Action::Share => Way::Shared(entry.channel),
        // Any other way to a post for all.
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
