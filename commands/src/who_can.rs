//! `/who-can action [organization]`: who may approve an action at an organization.

use crate::options::{Options, ParseError, Pick};
use crate::{Command, Completed, Completion, ORGANIZATION};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhoCan {
    /// Actions have names and no ids. Never empty.
    pub action: String,
    /// Without it, the organization the channel stands for.
    pub organization: Option<Pick>,
}

pub(crate) fn parse(options: &mut Options) -> Result<Command, ParseError> {
    Ok(Command::WhoCan(WhoCan {
        action: options.required_text("action")?,
        organization: options.optional("organization"),
    }))
}

pub(crate) const COMPLETED: &[Completed] = &[
    ("action", |options| Completion::Action {
        typed: options.typed("action"),
        organization: options.optional("organization"),
    }),
    ORGANIZATION,
];
