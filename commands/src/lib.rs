//! Everything a technician can type: the manifests of the slash commands and the requests they parse into.
//!
//! Each command is a pair of files: `contact.json`, which is Discord's own payload and is registered as it stands, and
//! `src/contact.rs`, the request it parses into. One table below binds the two. Answering is not done here: this crate
//! knows no account, no network and no Discord library.

use serde_json::Value;

pub mod contact;
pub mod line;
pub mod options;
pub mod primary;
#[cfg(test)]
mod tests;
pub mod vip;

use crate::contact::Contact;
use crate::options::{Options, ParseError, Pick};
use crate::primary::Primary;
use crate::vip::Vip;

/// A question, ready to be answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// `/contact`
    Contact(Contact),
    /// `/vip`
    Vip(Vip),
    /// `/primary`
    Primary(Primary),
}

/// A half-typed option that wants suggestions. What is typed may be empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Completion {
    /// A person, among those the other options leave.
    Person {
        /// As typed so far.
        typed: String,
        /// Only people of this organization.
        organization: Option<Pick>,
        /// Only people of this contact type.
        contact_type: Option<Pick>,
    },
    /// A VIP.
    Vip {
        /// As typed so far.
        typed: String,
        /// Only people of this organization.
        organization: Option<Pick>,
    },
    /// An organization.
    Organization {
        /// As typed so far.
        typed: String,
    },
    /// A contact type.
    ContactType {
        /// As typed so far.
        typed: String,
    },
}

/// The one list of commands.
const COMMANDS: [Entry; 3] = [
    Entry {
        name: "contact",
        manifest: include_str!("../contact.json"),
        parse: |options| contact::parse(options).map(Command::Contact),
        complete: contact::complete,
    },
    Entry {
        name: "vip",
        manifest: include_str!("../vip.json"),
        parse: |options| Ok(Command::Vip(vip::parse(options))),
        complete: vip::complete,
    },
    Entry {
        name: "primary",
        manifest: include_str!("../primary.json"),
        parse: |options| primary::parse(options).map(Command::Primary),
        complete: primary::complete,
    },
];

struct Entry {
    name: &'static str,
    manifest: &'static str,
    parse: fn(&mut Options) -> Result<Command, ParseError>,
    complete: fn(&mut Options, &str) -> Result<Completion, ParseError>,
}

/// The payloads to register with Discord.
#[must_use]
pub fn manifests() -> Vec<Value> {
    // The files are embedded, and a test holds that every one of them is JSON: none is ever left out here.
    COMMANDS.iter().filter_map(|entry| serde_json::from_str(entry.manifest).ok()).collect()
}

/// Reads a finished command.
pub fn parse(name: &str, options: &Options) -> Result<Command, ParseError> {
    let mut given = options.clone();
    let command = (entry(name)?.parse)(&mut given)?;
    given.finish()?;
    Ok(command)
}

/// Reads a half-typed command whose option `focused` wants suggestions; the other options may be unfinished too.
pub fn parse_completion(name: &str, options: &Options, focused: &str) -> Result<Completion, ParseError> {
    (entry(name)?.complete)(&mut options.clone(), focused)
}

fn entry(name: &str) -> Result<&'static Entry, ParseError> {
    COMMANDS.iter().find(|entry| entry.name == name).ok_or(ParseError::UnknownCommand)
}
