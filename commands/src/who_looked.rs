//! `/who-looked name`: who looked a contact up.

use crate::Completion;
use crate::options::{Options, ParseError, Pick};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhoLooked {
    pub name: Pick,
}

pub(crate) fn parse(options: &mut Options) -> Result<WhoLooked, ParseError> {
    Ok(WhoLooked { name: options.required("name")? })
}

pub(crate) fn complete(options: &mut Options, focused: &str) -> Result<Completion, ParseError> {
    match focused {
        "name" => Ok(Completion::WhoLooked { typed: options.typed("name") }),
        _ => Err(ParseError::UnknownOption),
    }
}
