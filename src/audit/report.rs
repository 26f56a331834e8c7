//! The lookups of a contact or by a user, for people to read.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::Write;

use jiff::Timestamp;

use crate::audit::{Mark, Proof, listed};
use crate::failure::Result;
use callsheet_core::domain::id::{ContactId, UserId};
use callsheet_core::journal::chain::Head;
use callsheet_core::journal::{Action, Audience, Entry, Outcome};

pub(super) struct Report {
    contact: Option<ContactId>,
    user: Option<UserId>,
    since: Option<Timestamp>,
    entries: u64,
    unproven: u64,
    /// Who looked; `None` is the bot's host, which counts as one user.
    users: BTreeSet<Option<UserId>>,
    contacts: BTreeSet<ContactId>,
}

impl Report {
    /// A report on this contact and this user, where they are given.
    pub(super) fn new(contact: Option<ContactId>, user: Option<UserId>, since: Option<Timestamp>) -> Self {
        Self { contact, user, since, entries: 0, unproven: 0, users: BTreeSet::new(), contacts: BTreeSet::new() }
    }

    /// Writes a line for an entry that belongs in the report.
    pub(super) fn write(&mut self, entry: &Entry, mark: Option<Mark>, out: &mut impl Write) -> Result<()> {
        let belongs = self.contact.is_none_or(|contact| entry.shown_of(contact).is_some())
            && self.user.is_none_or(|user| [entry.user, entry.subject].contains(&Some(user)))
            && self.since.is_none_or(|since| entry.at >= since);
        if belongs {
            self.entries += 1;
            if entry.user.is_some() || matches!(entry.action, Action::Terminal(_)) {
                self.users.insert(entry.user);
            }
            self.contacts.extend(entry.everybody());
            self.unproven += u64::from(mark.is_some());
            let unproven = match mark {
                Some(Mark { since: Some(since), .. }) => format!(" (unproven since {since})"),
                Some(Mark { since: None, .. }) => " (unproven)".to_owned(),
                None => String::new(),
            };
            writeln!(out, "{}{unproven}", line(entry, self.contact))?;
        }
        Ok(())
    }

    /// Sums up, and says what the report rests on. `is_in_copy`: whether the copy has the contact, if known.
    pub(super) fn end(self, is_in_copy: Option<bool>, base: Head, proof: &Proof, out: &mut impl Write) -> Result<()> {
        let (entries, contacts) = (self.entries, self.contacts.len());
        let host = if self.users.contains(&None) { " (the bot's host counts as one)" } else { "" };
        let users = format!("{}{host}", self.users.len());
        match self.contact {
            _ if entries == 0 => writeln!(out, "nothing found: {}", self.nothing(is_in_copy))?,
            Some(contact) => writeln!(out, "contact {contact}: entries: {entries}, users: {users}")?,
            None => writeln!(out, "entries: {entries}, users: {users}, contacts: {contacts}")?,
        }
        if base.seq > 0 {
            writeln!(out, "entries up to {} have expired and are not in this report", base.seq)?;
        }
        if self.unproven > 0 {
            writeln!(out, "unproven entries among them: {}", self.unproven)?;
        }
        if let Some(head) = proof.head().filter(|_| proof.is_whole()) {
            writeln!(out, "the audit log is intact up to {head}")?;
        }
        Ok(())
    }

    fn nothing(&self, is_in_copy: Option<bool>) -> String {
        let contact = self.contact.map(|contact| format!(" about contact {contact}")).unwrap_or_default();
        let user = self.user.map(|user| format!(" by or about user {user}")).unwrap_or_default();
        let since = self.since.map(|since| format!(" since {since}")).unwrap_or_default();
        let check = match is_in_copy {
            Some(false) => ", and the local copy has no contact with this ID; check the ID",
            Some(true) => "; the local copy has this contact",
            None => "",
        };
        format!("no entry{contact}{user}{since}{check}")
    }
}

/// One entry as a line: about one contact, or about all it shows.
pub fn line(entry: &Entry, contact: Option<ContactId>) -> String {
    let Entry { at, action, contacts, also, .. } = entry;
    let fields = contact.and_then(|contact| entry.shown_of(contact)).unwrap_or(&entry.fields);
    let who = match (entry.user, action) {
        (Some(user), _) => format!("user {user}"),
        (None, Action::Terminal(_)) => "someone on the bot's host".to_owned(),
        (None, _) => "unknown user".to_owned(),
    };
    let mut line = format!("{at}  {who}");
    // Writing to a string cannot fail.
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
        Action::ContactFile => write!(line, ": vCard"),
        Action::Alert => write!(line, ": question about a message"),
        Action::Release => write!(line, ": /release of user {}", listed(entry.subject, "")),
        Action::Damaged { .. } | Action::Broken { .. } => write!(line, ": a break in the audit log"),
        Action::Pruned(_) | Action::Keyed | Action::Unkeyed => write!(line, ": maintenance of the audit log"),
    };
    let _ = entry.reason.as_ref().map_or(Ok(()), |reason| write!(line, " ({reason})"));
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
        let _ = write!(line, "; notes of clients {}", listed(&entry.organization_notes, ", "));
    }
    if entry.outcome == Outcome::Disclosed {
        line.push_str(match entry.audience {
            Audience::Caller => " to the user only",
            Audience::Channel => " to everyone in the channel",
        });
    }
    line
}
