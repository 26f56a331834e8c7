//! The audit journal: who was shown what, when and where, as a chain from which nothing can be taken unnoticed.
//!
//! An entry holds ids, times and words of the program's own: no name, no number, nothing typed. Pure; the store
//! keeps it on disk.
//!
//! # What is written
//!
//! An entry is one line of JSON without spaces, in the order of [`Entry`]'s fields, beginning with the version of this
//! format; what is absent or empty is left out. Discord's ids are texts, as in Discord's own JSON, IT Glue's are numbers,
//! and sets are in ascending order. So each entry can be written in one way only, and one written in another way is not
//! accepted:
//!
//! ```json
//! {"v":1,"at":"2026-11-03T12:00:00Z","user":"1140","action":{"command":"contact"},"contacts":[26],"fields":["name"],"audience":"caller","outcome":"disclosed"}
//! ```
//!
//! The version is 5 for an entry with `changed`, 4 for another one with a `reason`, 3 for an entry of a `terminal` and for the entries `broken`, `keyed` and `unkeyed`, which the versions before
//! do not know, 2 for another one with `organization_notes`, which version 1 does not know, and 1 for every other.
//!
//! Entries are numbered from 1. The hash of entry *n*, with `||` for one after the other, is
//!
//! ```text
//! SHA-256("callsheet journal v1\n" || hash of entry n-1, 32 bytes || n, 8 bytes, big end first || the line of JSON)
//! ```
//!
//! and that before the first is 32 zeros. Number and hash of the last entry are the head, written `number:hash`.
//!
//! Where there is a key, each entry has a seal beside its hash:
//!
//! ```text
//! HMAC-SHA256(k, "entry\n" || n, 8 bytes, big end first || hash of entry n, 32 bytes)
//! k = HKDF-SHA256(CALLSHEET_KEY, no salt, info "callsheet journal v1", 64 bytes)
//! ```
//!
//! The hashes are the same with a key and without: so a chain that was begun without goes on with one, after an entry
//! `keyed`, and who has no key can still check that its entries fit each other.
//!
//! # What that is worth
//!
//! To change, remove, insert or move an entry, an attacker has to compute every hash after it anew, which changes the
//! head. Without the key that chain cannot be sealed; a chain without a seal, or with another key's, is called unproven.
//! Entries cut off at the end leave sealed ones: that they are gone is told by the heads that the database and the journal's
//! own file keep, sealed as well, and by the running bot, which looks for its last entry each time that it adds one. Without a key, who can write to
//! the files can write a whole new chain, and only a head that was noted elsewhere tells; the log has one of every start and
//! end of the bot.
//!
//! # What is done about it
//!
//! Nothing that is found to be wrong is mended in silence. The chain goes on with an entry that says what was found
//! (`damaged`, `broken`), and for as long as that entry is kept, each reader of the journal is told which entries are
//! unproven and since when.

pub mod chain;
pub mod check;
mod encoding;
pub mod seal;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use strum::IntoStaticStr;

use crate::domain::id::{ChannelId, ContactId, GuildId, OrganizationId, UserId};
use crate::edit::EditField;
use crate::journal::chain::Head;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    pub at: Timestamp,
    #[serde(default, skip_serializing_if = "Option::is_none", with = "encoding::as_text")]
    pub user: Option<UserId>,
    #[serde(default, skip_serializing_if = "Option::is_none", with = "encoding::as_text")]
    pub guild: Option<GuildId>,
    #[serde(default, skip_serializing_if = "Option::is_none", with = "encoding::as_text")]
    pub channel: Option<ChannelId>,
    pub action: Action,
    /// The user whom it was done to, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "encoding::as_text")]
    pub subject: Option<UserId>,
    /// Why it was done, where the user was asked; of what was undone, what it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Word>,
    /// What of the contact it is to change in IT Glue or, with a reason of `done`, `in-part`, `not-done` or `unknown`, what has
    /// become of that.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub changed: BTreeSet<EditField>,
    /// Whom it showed or, where it was refused, would have shown.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub contacts: BTreeSet<ContactId>,
    /// Which organizations it was about.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub organizations: BTreeSet<OrganizationId>,
    /// What of the contacts it showed.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub fields: BTreeSet<Field>,
    /// The contacts of which it showed other fields: a card names others beside its own contact.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<Also>,
    /// Of which organizations it showed the alert or the quick notes.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub organization_notes: BTreeSet<OrganizationId>,
    pub audience: Audience,
    pub outcome: Outcome,
}

/// Contacts that showed the same fields.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Also {
    pub contacts: BTreeSet<ContactId>,
    pub fields: BTreeSet<Field>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Action {
    /// A command, by name.
    Command(Word),
    /// A command, by name, that was typed on the bot's own machine, by no user of Discord's.
    Terminal(Word),
    /// A button or an entry of a menu, by what it does.
    Button(Word),
    /// Suggestions while an option of this command was typed.
    Suggestions(Word),
    /// A card was posted to the channel.
    Share,
    /// A card was taken as a file that phones import.
    ContactFile,
    /// A message was asked about.
    Alert,
    /// A user was released from a hold, or from a coming one.
    Release,
    /// The journal's own: everything up to here was removed, because it was older than is kept.
    Pruned(Head),
    /// The journal's own: its file was damaged and set aside.
    Damaged {
        /// Everything up to here had been pruned before.
        base: Head,
        /// How many entries are known to be lost.
        lost: u64,
        /// How many of the entries that follow were read beyond the damage. They are kept, but the chain does not prove
        /// that they are what was written once.
        rechained: u64,
    },
    /// The journal's own: the entry that had been the last one is not there any more.
    Broken {
        /// Which one that was; `None` where what the key has sealed about it is missing or older.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        noted: Option<Head>,
    },
    /// The journal's own: entries are sealed from here on, those right before with another key or none.
    Keyed,
    /// The journal's own: entries are not sealed from here on.
    Unkeyed,
}

/// A part of a contact that can be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, strum::Display, IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Field {
    Name,
    Title,
    Phone,
    Email,
    Location,
    Notes,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    Caller,
    Channel,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// The contacts, or notes of the organizations, were shown.
    Disclosed,
    Refused(Word),
    /// There was no contact and nothing else to show.
    Nothing,
}

/// A word of the program's own: the name of a command, the reason of a refusal. It can only be made of what is written in
/// the source, so nothing typed gets into the journal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Word(Box<str>);

impl Entry {
    /// An entry of what nobody in particular has done and nothing has come of; the rest is for the caller to fill in.
    pub fn new(at: Timestamp, action: Action) -> Self {
        Self {
            at,
            user: None,
            guild: None,
            channel: None,
            action,
            subject: None,
            reason: None,
            changed: BTreeSet::new(),
            contacts: BTreeSet::new(),
            organizations: BTreeSet::new(),
            fields: BTreeSet::new(),
            also: Vec::new(),
            organization_notes: BTreeSet::new(),
            audience: Audience::Caller,
            outcome: Outcome::Nothing,
        }
    }

    /// Groups contacts by the fields shown, most fields first.
    pub fn show(&mut self, shown: BTreeMap<ContactId, BTreeSet<Field>>) {
        let mut alike: BTreeMap<BTreeSet<Field>, BTreeSet<ContactId>> = BTreeMap::new();
        for (contact, fields) in shown {
            alike.entry(fields).or_default().insert(contact);
        }
        let mut groups: Vec<Also> = alike.into_iter().map(|(fields, contacts)| Also { contacts, fields }).collect();
        groups.sort_by_key(|group| Reverse(group.fields.len()));
        let mut groups = groups.into_iter();
        if let Some(Also { contacts, fields }) = groups.next() {
            (self.contacts, self.fields) = (contacts, fields);
        }
        self.also = groups.collect();
    }

    /// What it showed of a contact; `None` where it was not about them.
    pub fn shown_of(&self, contact: ContactId) -> Option<&BTreeSet<Field>> {
        if self.contacts.contains(&contact) {
            return Some(&self.fields);
        }
        self.also.iter().find(|also| also.contacts.contains(&contact)).map(|also| &also.fields)
    }

    pub fn everybody(&self) -> BTreeSet<ContactId> {
        let also = self.also.iter().flat_map(|also| &also.contacts);
        self.contacts.iter().chain(also).copied().collect()
    }

    /// Nothing was shown, and nothing done.
    pub fn refuse(&mut self, why: &'static str) {
        (self.contacts, self.fields, self.also) = (self.everybody(), BTreeSet::new(), Vec::new());
        self.organization_notes.clear();
        self.changed.clear();
        (self.subject, self.reason, self.outcome) = (None, None, Outcome::Refused(why.into()));
    }
}

impl Word {
    fn is_part(char: char) -> bool {
        char.is_ascii_lowercase() || char.is_ascii_digit() || char == '-'
    }
}

impl From<&'static str> for Word {
    /// Lower-case letters, digits and hyphens are taken as they are, and every other character as a hyphen.
    fn from(word: &'static str) -> Self {
        let part = |char: char| if Self::is_part(char) { char } else { '-' };
        Self(word.chars().map(part).collect())
    }
}

impl TryFrom<String> for Word {
    type Error = &'static str;

    fn try_from(word: String) -> Result<Self, Self::Error> {
        if word.chars().all(Self::is_part) { Ok(Self(word.into())) } else { Err("no word of the program's own") }
    }
}

impl From<Word> for String {
    fn from(word: Word) -> Self {
        word.0.into()
    }
}

impl fmt::Display for Word {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests;
