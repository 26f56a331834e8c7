//! Everything a technician can ask: the manifests of the commands and the requests they parse into.
//!
//! Each command is a pair of files: `contact.json`, which is Discord's own payload and is registered as it stands, and
//! `src/contact.rs`, the request it parses into. One table below binds the two. Answering is not done here: this crate
//! knows no account, no network and no Discord library.
//!
//! Most commands are typed, with options. One is used on a message instead; its request is the message's text.

use serde_json::Value;

pub mod bind;
pub mod contact;
pub mod directory;
pub mod line;
pub mod options;
pub mod primary;
pub mod release;
#[cfg(test)]
mod tests;
pub mod vip;
pub mod who_can;
pub mod who_looked;

use crate::bind::Bind;
use crate::contact::Contact;
use crate::directory::Directory;
use crate::options::{Options, ParseError, Pick};
use crate::primary::Primary;
use crate::release::Release;
use crate::vip::Vip;
use crate::who_can::WhoCan;
use crate::who_looked::WhoLooked;

/// Characters of a message that are read. Discord allows less, and an alert names its subject long before.
pub const MAX_MESSAGE: usize = 8_000;

/// A question, ready to be answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// `/contact`
    Contact(Contact),
    /// `/vip`
    Vip(Vip),
    /// `/primary`
    Primary(Primary),
    /// `/directory`
    Directory(Directory),
    /// `/who-can`
    WhoCan(WhoCan),
    /// `/bind`
    Bind(Bind),
    /// `/unbind`
    Unbind,
    /// `/who-looked`
    WhoLooked(WhoLooked),
    /// `/release`
    Release(Release),
    /// `/status`
    Status,
    /// `/help`
    Help,
    /// "Who do I call?" on a message.
    WhoDoICall {
        /// The message, cut where it is long. May be empty.
        text: String,
    },
}

/// A half-typed option that wants suggestions. The typed text may be empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Completion {
    Person {
        typed: String,
        organization: Option<Pick>,
        contact_type: Option<Pick>,
    },
    /// A VIP.
    Vip {
        typed: String,
        organization: Option<Pick>,
        contact_type: Option<Pick>,
    },
    Organization {
        typed: String,
    },
    ContactType {
        typed: String,
    },
    /// An action that a contact may approve.
    Action {
        typed: String,
        organization: Option<Pick>,
    },
    /// The contact of `/who-looked`.
    WhoLooked {
        typed: String,
    },
}

impl Completion {
    /// The text typed so far.
    pub fn typed(&self) -> &str {
        match self {
            Self::Person { typed, .. }
            | Self::Vip { typed, .. }
            | Self::Organization { typed }
            | Self::ContactType { typed }
            | Self::Action { typed, .. }
            | Self::WhoLooked { typed } => typed,
        }
    }

    /// Everything but the text typed so far: what is completed, and the other options.
    pub fn beside(&self) -> Self {
        let mut beside = self.clone();
        match &mut beside {
            Self::Person { typed, .. }
            | Self::Vip { typed, .. }
            | Self::Organization { typed }
            | Self::ContactType { typed }
            | Self::Action { typed, .. }
            | Self::WhoLooked { typed } => typed.clear(),
        }
        beside
    }
}

/// The one list of commands.
const COMMANDS: [CommandEntry; 12] = [
    CommandEntry {
        name: "contact",
        manifest: include_str!("../contact.json"),
        kind: CommandKind::Typed {
            parse: |options| contact::parse(options).map(Command::Contact),
            complete: contact::complete,
        },
    },
    CommandEntry {
        name: "vip",
        manifest: include_str!("../vip.json"),
        kind: CommandKind::Typed { parse: |options| Ok(Command::Vip(vip::parse(options))), complete: vip::complete },
    },
    CommandEntry {
        name: "primary",
        manifest: include_str!("../primary.json"),
        kind: CommandKind::Typed {
            parse: |options| Ok(Command::Primary(primary::parse(options))),
            complete: primary::complete,
        },
    },
    CommandEntry {
        name: "directory",
        manifest: include_str!("../directory.json"),
        kind: CommandKind::Typed {
            parse: |options| Ok(Command::Directory(directory::parse(options))),
            complete: directory::complete,
        },
    },
    CommandEntry {
        name: "who-can",
        manifest: include_str!("../who-can.json"),
        kind: CommandKind::Typed {
            parse: |options| who_can::parse(options).map(Command::WhoCan),
            complete: who_can::complete,
        },
    },
    CommandEntry {
        name: "bind",
        manifest: include_str!("../bind.json"),
        kind: CommandKind::Typed { parse: |options| bind::parse(options).map(Command::Bind), complete: bind::complete },
    },
    CommandEntry {
        name: "unbind",
        manifest: include_str!("../unbind.json"),
        kind: CommandKind::Typed { parse: |_| Ok(Command::Unbind), complete: |_, _| Err(ParseError::UnknownOption) },
    },
    CommandEntry {
        name: "who-looked",
        manifest: include_str!("../who-looked.json"),
        kind: CommandKind::Typed {
            parse: |options| who_looked::parse(options).map(Command::WhoLooked),
            complete: who_looked::complete,
        },
    },
    CommandEntry {
        name: "release",
        manifest: include_str!("../release.json"),
        kind: CommandKind::Typed {
            parse: |options| release::parse(options).map(Command::Release),
            complete: |_, _| Err(ParseError::UnknownOption),
        },
    },
    CommandEntry {
        name: "status",
        manifest: include_str!("../status.json"),
        kind: CommandKind::Typed { parse: |_| Ok(Command::Status), complete: |_, _| Err(ParseError::UnknownOption) },
    },
    CommandEntry {
        name: "help",
        manifest: include_str!("../help.json"),
        kind: CommandKind::Typed { parse: |_| Ok(Command::Help), complete: |_, _| Err(ParseError::UnknownOption) },
    },
    CommandEntry {
        name: "Who do I call?",
        manifest: include_str!("../who-do-i-call.json"),
        kind: CommandKind::OnMessage(|text| Command::WhoDoICall { text }),
    },
];

struct CommandEntry {
    name: &'static str,
    manifest: &'static str,
    kind: CommandKind,
}

enum CommandKind {
    Typed {
        parse: fn(&mut Options) -> Result<Command, ParseError>,
        complete: fn(&mut Options, &str) -> Result<Completion, ParseError>,
    },
    OnMessage(fn(String) -> Command),
}

/// The payloads to register with Discord.
pub fn manifests() -> Vec<Value> {
    // The files are embedded, and a test checks that each is JSON: none is left out here.
    COMMANDS.iter().filter_map(|entry| serde_json::from_str(entry.manifest).ok()).collect()
}

/// Reads a finished command.
pub fn parse(name: &str, options: &Options) -> Result<Command, ParseError> {
    let CommandKind::Typed { parse, .. } = kind(name)? else { return Err(ParseError::UnknownCommand) };
    let mut given = options.clone();
    let command = parse(&mut given)?;
    given.finish()?;
    Ok(command)
}

/// Reads a half-typed command whose option `focused` wants suggestions; the other options may be unfinished too.
pub fn parse_completion(name: &str, options: &Options, focused: &str) -> Result<Completion, ParseError> {
    match kind(name)? {
        CommandKind::Typed { complete, .. } => complete(&mut options.clone(), focused),
        CommandKind::OnMessage(_) => Err(ParseError::UnknownCommand),
    }
}

/// Reads a command used on a message that says `text`.
pub fn parse_message(name: &str, text: &str) -> Result<Command, ParseError> {
    match kind(name)? {
        CommandKind::OnMessage(command) => Ok(command(text.chars().take(MAX_MESSAGE).collect())),
        CommandKind::Typed { .. } => Err(ParseError::UnknownCommand),
    }
}

fn kind(name: &str) -> Result<&'static CommandKind, ParseError> {
    COMMANDS.iter().find(|entry| entry.name == name).map(|entry| &entry.kind).ok_or(ParseError::UnknownCommand)
}
