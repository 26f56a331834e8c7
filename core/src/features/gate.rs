//! The permissions each question needs. One exhaustive match for each kind of question: a new one does not compile
//! before it has its place here.

use commands::{Command, Completion};

use crate::access::Permission;
use crate::answer::ClickTarget;
use crate::answer::form::Form;

/// Every way to look a contact up.
const LOOKUPS: &[Permission] = &[
    Permission::Contact,
    Permission::Vip,
    Permission::Primary,
    Permission::Directory,
    Permission::WhoCan,
    Permission::Alert,
];

/// Every way to the chain of an organization.
const CHAINS: &[Permission] = &[Permission::Primary, Permission::Alert];

/// What a command needs; any of these will do.
#[must_use]
pub fn command(command: &Command) -> &'static [Permission] {
    match command {
        Command::Contact(_) => &[Permission::Contact],
        Command::Vip(_) => &[Permission::Vip],
        Command::Primary(_) => &[Permission::Primary],
        Command::Directory(_) => &[Permission::Directory],
        Command::WhoCan(_) => &[Permission::WhoCan],
        Command::WhoDoICall { .. } => &[Permission::Alert],
        Command::Bind(_) | Command::Unbind => &[Permission::Bind],
        Command::WhoLooked(_) => &[Permission::WhoLooked],
        Command::Release(_) => &[Permission::Release],
    }
}

/// What suggestions need; any of these will do. Suggestions of organizations and types do not say which command they
/// are for.
#[must_use]
pub fn completion(completion: &Completion) -> &'static [Permission] {
    match completion {
        Completion::Person { .. } => &[Permission::Contact],
        Completion::Vip { .. } => &[Permission::Vip],
        Completion::Action { .. } => &[Permission::WhoCan],
        Completion::WhoLooked { .. } => &[Permission::WhoLooked],
        Completion::Organization { .. } => &[
            Permission::Contact,
            Permission::Vip,
            Permission::Primary,
            Permission::Directory,
            Permission::WhoCan,
            Permission::Bind,
        ],
        Completion::ContactType { .. } => &[Permission::Contact, Permission::Vip, Permission::Directory],
    }
}

/// What submitting a form needs; any of these will do.
#[must_use]
pub fn form(form: Form) -> &'static [Permission] {
    match form {
        Form::Release(_) => &[Permission::Release],
    }
}

/// What a click needs; any of these will do. Only a card that shows a chain says on which way it was come by.
#[must_use]
pub fn target(target: ClickTarget) -> &'static [Permission] {
    match target {
        ClickTarget::Primary(_)
        | ClickTarget::Step { .. }
        | ClickTarget::Outcome { .. }
        | ClickTarget::Layout { chain: Some(_), .. }
        | ClickTarget::Notes { chain: Some(_), .. }
        | ClickTarget::Favourite { chain: Some(_), .. }
        | ClickTarget::Reveal { chain: Some(_), .. } => CHAINS,
        ClickTarget::Person(_)
        | ClickTarget::Layout { .. }
        | ClickTarget::Notes { .. }
        | ClickTarget::Favourite { .. }
        | ClickTarget::Reveal { .. } => LOOKUPS,
        ClickTarget::Share { .. } => &[Permission::Share],
        ClickTarget::ContactFile(_) => &[Permission::ContactFile],
        ClickTarget::Vips { .. } => &[Permission::Vip],
        ClickTarget::Directory { .. } | ClickTarget::RevealDirectory { .. } => &[Permission::Directory],
        ClickTarget::WhoCan { .. } => &[Permission::WhoCan],
        ClickTarget::Bind(_) => &[Permission::Bind],
        ClickTarget::WhoLooked { .. } => &[Permission::WhoLooked],
    }
}
