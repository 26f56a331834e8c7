//! `/contact name [organization] [type]`: one person.

use crate::Completion;
use crate::options::{Options, ParseError, Pick};

/// Which person is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// Who.
    pub name: Pick,
    /// Only people of this organization.
    pub organization: Option<Pick>,
    /// Only people of this contact type.
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
