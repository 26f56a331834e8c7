//! `/vip [name] [organization] [type]`: the important contacts, or one of them.

use crate::Completion;
use crate::options::{Options, ParseError, Pick};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vip {
    /// Without it, all are listed.
    pub name: Option<Pick>,
    pub organization: Option<Pick>,
    pub contact_type: Option<Pick>,
}

pub(crate) fn parse(options: &mut Options) -> Vip {
    Vip {
        name: options.optional("name"),
        organization: options.optional("organization"),
        contact_type: options.optional("type"),
    }
}

pub(crate) fn complete(options: &mut Options, focused: &str) -> Result<Completion, ParseError> {
    match focused {
        "name" => Ok(Completion::Vip {
            typed: options.typed("name"),
            organization: options.optional("organization"),
            contact_type: options.optional("type"),
        }),
        "organization" => Ok(Completion::Organization { typed: options.typed("organization") }),
        "type" => Ok(Completion::ContactType { typed: options.typed("type") }),
        _ => Err(ParseError::UnknownOption),
    }
}
