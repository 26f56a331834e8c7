//! `/directory [organization] [type]`: everyone at an organization.

use crate::Completion;
use crate::options::{Options, ParseError, Pick};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Directory {
    /// Without it, the organization the channel stands for.
    pub organization: Option<Pick>,
    pub contact_type: Option<Pick>,
}

pub(crate) fn parse(options: &mut Options) -> Directory {
    Directory { organization: options.optional("organization"), contact_type: options.optional("type") }
}

pub(crate) fn complete(options: &mut Options, focused: &str) -> Result<Completion, ParseError> {
    match focused {
        "organization" => Ok(Completion::Organization { typed: options.typed("organization") }),
        "type" => Ok(Completion::ContactType { typed: options.typed("type") }),
        _ => Err(ParseError::UnknownOption),
    }
}
