//! `/vip [name] [organization]`: the people marked important, or one of them.

use crate::Completion;
use crate::options::{Options, ParseError, Pick};

/// Which VIPs are asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vip {
    /// Who; without it all are listed.
    pub name: Option<Pick>,
    /// Only people of this organization.
    pub organization: Option<Pick>,
}

pub(crate) fn parse(options: &mut Options) -> Vip {
    Vip { name: options.optional("name"), organization: options.optional("organization") }
}

pub(crate) fn complete(options: &mut Options, focused: &str) -> Result<Completion, ParseError> {
    match focused {
        "name" => Ok(Completion::Vip { typed: options.typed("name"), organization: options.optional("organization") }),
        "organization" => Ok(Completion::Organization { typed: options.typed("organization") }),
        _ => Err(ParseError::UnknownOption),
    }
}
