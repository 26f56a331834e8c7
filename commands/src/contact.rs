//! `/contact name [organization] [type]`: one person.

use crate::Completion;
use crate::options::{Options, ParseError, Pick};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    pub name: Pick,
    pub organization: Option<Pick>,
    pub contact_type: Option<Pick>,
}

pub(crate) fn parse(options: &mut Options) -> Result<Contact, ParseError> {
    Ok(Contact {
        name: options.required("name")?,
        organization: options.optional("organization"),
        contact_type: options.optional("type"),
    })
}

pub(crate) fn complete(options: &mut Options, focused: &str) -> Result<Completion, ParseError> {
    match focused {
        "name" => Ok(Completion::Person {
            typed: options.typed("name"),
            organization: options.optional("organization"),
            contact_type: options.optional("type"),
        }),
        "organization" => Ok(Completion::Organization { typed: options.typed("organization") }),
        "type" => Ok(Completion::ContactType { typed: options.typed("type") }),
        _ => Err(ParseError::UnknownOption),
    }
}
