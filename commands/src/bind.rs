//! `/bind organization` and `/unbind`: the organization a channel stands for.

use crate::Completion;
use crate::options::{Options, ParseError, Pick};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bind {
    pub organization: Pick,
}

pub(crate) fn parse(options: &mut Options) -> Result<Bind, ParseError> {
    Ok(Bind { organization: options.required("organization")? })
}

pub(crate) fn complete(options: &mut Options, focused: &str) -> Result<Completion, ParseError> {
    match focused {
        "organization" => Ok(Completion::Organization { typed: options.typed("organization") }),
        _ => Err(ParseError::UnknownOption),
    }
}
