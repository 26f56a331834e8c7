//! Everything a technician can ask: the manifests of the commands and the requests they parse into.
//!
//! Each command has a file `contact.json`, which is Discord's own payload and is registered as it stands, and one with
//! options also `src/contact.rs`, the request it parses into. One table below binds the two. Answering is not done here: this crate
//! knows no account, no network and no Discord library.
//!
//! Most commands are typed, with options. One is used on a message instead; its request is the message's text.

use serde_json::Value;

pub mod bind;
pub mod contact;
pub mod contact_add;
pub mod contact_edit;
pub mod contact_retire;
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
use crate::contact_add::ContactAdd;
use crate::contact_edit::ContactEdit;
use crate::contact_retire::ContactRetire;
use crate::directory::Directory;
use crate::options::{Options, ParseError, Pick};
use crate::primary::Primary;
use crate::release::Release;
use crate::vip::Vip;
use crate::who_can::WhoCan;
use crate::who_looked::WhoLooked;

/// Characters of a message that are read. Discord allows less, and an alert names its subject long before.
pub const MAX_MESSAGE: usize = 8_000;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    Contact(Contact),
    Vip(Vip),
    Primary(Primary),
    Directory(Directory),
    WhoCan(WhoCan),
    Bind(Bind),
    Unbind,
    WhoLooked(WhoLooked),
    Release(Release),
    ContactAdd(ContactAdd),
    ContactEdit(ContactEdit),
    ContactRetire(ContactRetire),
    Status,
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
    WhoLooked {
        typed: String,
    },
    /// A contact to change.
    Edited {
        typed: String,
    },
}

impl Completion {
    pub fn typed(&self) -> &str {
        match self {
            Self::Person { typed, .. }
            | Self::Vip { typed, .. }
            | Self::Organization { typed }
            | Self::ContactType { typed }
            | Self::Action { typed, .. }
            | Self::WhoLooked { typed }
            | Self::Edited { typed } => typed,
        }
    }

    /// Everything but the text typed so far: what is completed, and the other options.
    #[must_use]
    pub fn beside(&self) -> Self {
        let mut beside = self.clone();
        match &mut beside {
            Self::Person { typed, .. }
            | Self::Vip { typed, .. }
            | Self::Organization { typed }
            | Self::ContactType { typed }
            | Self::Action { typed, .. }
            | Self::WhoLooked { typed }
            | Self::Edited { typed } => typed.clear(),
        }
        beside
    }
}

/// The one list of commands.
const COMMANDS: [CommandEntry; 15] = [
    typed("contact", include_str!("../contact.json"), contact::parse, contact::COMPLETED),
    typed("vip", include_str!("../vip.json"), |options| Ok(vip::parse(options)), vip::COMPLETED),
    typed("primary", include_str!("../primary.json"), |options| Ok(primary::parse(options)), &[ORGANIZATION]),
    typed(
        "directory",
        include_str!("../directory.json"),
        |options| Ok(directory::parse(options)),
        &[ORGANIZATION, CONTACT_TYPE],
    ),
    typed("who-can", include_str!("../who-can.json"), who_can::parse, who_can::COMPLETED),
    typed("contact-edit", include_str!("../contact-edit.json"), contact_edit::parse, contact_edit::COMPLETED),
    typed(
        "contact-add",
        include_str!("../contact-add.json"),
        |options| Ok(contact_add::parse(options)),
        &[ORGANIZATION],
    ),
    typed("contact-retire", include_str!("../contact-retire.json"), contact_retire::parse, &[EDITED]),
    typed("bind", include_str!("../bind.json"), bind::parse, &[ORGANIZATION]),
    typed("unbind", include_str!("../unbind.json"), |_| Ok(Command::Unbind), &[]),
    typed("who-looked", include_str!("../who-looked.json"), who_looked::parse, who_looked::COMPLETED),
    typed("release", include_str!("../release.json"), release::parse, &[]),
    typed("status", include_str!("../status.json"), |_| Ok(Command::Status), &[]),
    typed("help", include_str!("../help.json"), |_| Ok(Command::Help), &[]),
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
    Typed { parse: Parse, completed: &'static [Completed] },
    OnMessage(fn(String) -> Command),
}

type Parse = fn(&mut Options) -> Result<Command, ParseError>;

/// An option that has suggestions, and what is to be suggested for it.
type Completed = (&'static str, fn(&mut Options) -> Completion);

const ORGANIZATION: Completed =
    ("organization", |options| Completion::Organization { typed: options.typed("organization") });

const EDITED: Completed = ("contact", |options| Completion::Edited { typed: options.typed("contact") });

const CONTACT_TYPE: Completed = ("type", |options| Completion::ContactType { typed: options.typed("type") });

const fn typed(
    name: &'static str,
    manifest: &'static str,
    parse: Parse,
    completed: &'static [Completed],
) -> CommandEntry {
    CommandEntry { name, manifest, kind: CommandKind::Typed { parse, completed } }
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
    let CommandKind::Typed { completed, .. } = kind(name)? else { return Err(ParseError::UnknownCommand) };
    let (_, complete) = completed.iter().find(|(option, _)| *option == focused).ok_or(ParseError::UnknownOption)?;
    Ok(complete(&mut options.clone()))
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
