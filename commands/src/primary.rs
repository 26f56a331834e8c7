//! `/primary [organization]`: the contact to call first at an organization.

use crate::Completion;
use crate::options::{Options, ParseError, Pick};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Primary {
    /// Without it, the organization the channel stands for.
    pub organization: Option<Pick>,
}

pub(crate) fn parse(options: &mut Options) -> Primary {
    Primary { organization: options.optional("organization") }
}

pub(crate) fn complete(options: &mut Options, focused: &str) -> Result<Completion, ParseError> {
    match focused {
        "organization" => Ok(Completion::Organization { typed: options.typed("organization") }),
        _ => Err(ParseError::UnknownOption),
    }
}
