//! Who looked somebody up, or whom somebody looked up, to be read by people.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::Write;

use jiff::Timestamp;

use crate::audit::listed;
use crate::domain::id::{ContactId, UserId};
use crate::failure::Failure;
use crate::journal::chain::{Fault, Head};
use crate::journal::{Action, Audience, Entry, Outcome};

/// A report that is being written.
pub(super) struct Report {
    contact: Option<ContactId>,
    user: Option<UserId>,
    since: Option<Timestamp>,
    entries: u64,
    users: BTreeSet<UserId>,
    contacts: BTreeSet<ContactId>,
}

impl Report {
    /// A report on what is about this contact and this user, where they are given.
    pub(super) fn new(contact: Option<ContactId>, user: Option<UserId>, since: Option<Timestamp>) -> Self {
        Self { contact, user, since, entries: 0, users: BTreeSet::new(), contacts: BTreeSet::new() }
    }

    /// Writes a line about an entry that belongs in the report.
    pub(super) fn write(&mut self, entry: &Entry, out: &mut impl Write) -> Result<(), Failure> {
        let belongs = self.contact.is_none_or(|contact| entry.shown_of(contact).is_some())
            && self.user.is_none_or(|user| [entry.user, entry.subject].contains(&Some(user)))
            && self.since.is_none_or(|since| entry.at >= since);
        if belongs {
            self.entries += 1;
            self.users.extend(entry.user);
            self.contacts.extend(entry.everybody());
            writeln!(out, "{}", line(entry, self.contact))?;
        }
        Ok(())
    }

    /// Sums up, and says what the report rests on.
    pub(super) fn end(self, base: Head, checked: Result<Head, Fault>, out: &mut impl Write) -> Result<(), Failure> {
        let (entries, users, contacts) = (self.entries, self.users.len(), self.contacts.len());
        match self.contact {
            Some(contact) => writeln!(out, "contact {contact}: entries: {entries}, users: {users}")?,
            None => writeln!(out, "entries: {entries}, users: {users}, contacts: {contacts}")?,
        }
        if base.seq > 0 {
            writeln!(out, "entries up to {} were removed for their age and are not in this report", base.seq)?;
        }
        if let Ok(head) = checked {
            writeln!(out, "the journal is intact up to {head}")?;
        }
        Ok(())
    }
}

/// What an entry says: of one contact, or of all whom it is about.
fn line(entry: &Entry, contact: Option<ContactId>) -> String {
    let Entry { at, action, contacts, also, .. } = entry;
    let fields = contact.and_then(|contact| entry.shown_of(contact)).unwrap_or(&entry.fields);
    let who = match (entry.user, action) {
        (Some(user), _) => format!("user {user}"),
        (None, Action::Terminal(_)) => "whoever worked on the bot's machine".to_owned(),
        (None, _) => "nobody known".to_owned(),
    };
    let mut line = format!("{at}  {who}");
    // Writing to a text cannot fail.
    if let Some(channel) = entry.channel {
        let _ = write!(line, " in channel {channel}");
    }
    if let Some(guild) = entry.guild {
        let _ = write!(line, " of server {guild}");
    }
    let _ = match action {
        Action::Command(name) => write!(line, ": /{name}"),
        Action::Terminal(name) => write!(line, ": `callsheet ask /{name}`"),
        Action::Button(name) => write!(line, ": button {name}"),
        Action::Suggestions(name) => write!(line, ": suggestions for /{name}"),
        Action::Share => write!(line, ": share"),
        Action::ContactFile => write!(line, ": contact file"),
        Action::Alert => write!(line, ": question about a message"),
        Action::Release => write!(line, ": /release of user {}", listed(entry.subject, "")),
        Action::Pruned(_) | Action::Damaged { .. } => write!(line, ": upkeep of the journal"),
    };
    let _ = match &entry.outcome {
        Outcome::Nothing if entry.action == Action::Release => Ok(()),
        Outcome::Disclosed if fields.is_empty() => write!(line, ": disclosed"),
        Outcome::Disclosed => write!(line, ": disclosed {}", listed(fields, ", ")),
        Outcome::Refused(why) => write!(line, ": refused ({why})"),
        Outcome::Nothing => write!(line, ": nothing to show"),
    };
    if contact.is_none() && !contacts.is_empty() {
        let _ = write!(line, " of contacts {}", listed(contacts, ", "));
    }
    for also in also.iter().filter(|_| contact.is_none()) {
        let _ = write!(line, "; {} of {}", listed(&also.fields, ", "), listed(&also.contacts, ", "));
    }
    if contact.is_none() && !entry.organization_notes.is_empty() {
        let _ = write!(line, "; notes of organizations {}", listed(&entry.organization_notes, ", "));
    }
    if entry.outcome == Outcome::Disclosed {
        line.push_str(match entry.audience {
            Audience::Caller => " to the user alone",
            Audience::Channel => " to everybody in the channel",
        });
    }
    line
}
