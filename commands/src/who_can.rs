//! `/who-can action [organization]`: who may approve an action at an organization.

use crate::Completion;
use crate::options::{Options, ParseError, Pick};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhoCan {
    /// Actions have names and no ids. Never empty.
    pub action: String,
    /// Without it, the organization the channel stands for.
    pub organization: Option<Pick>,
}

pub(crate) fn parse(options: &mut Options) -> Result<WhoCan, ParseError> {
    Ok(WhoCan { action: options.required_text("action")?, organization: options.optional("organization") })
}

pub(crate) fn complete(options: &mut Options, focused: &str) -> Result<Completion, ParseError> {
    match focused {
        "action" => {
            Ok(Completion::Action { typed: options.typed("action"), organization: options.optional("organization") })
        }
        "organization" => Ok(Completion::Organization { typed: options.typed("organization") }),
        _ => Err(ParseError::UnknownOption),
    }
}
