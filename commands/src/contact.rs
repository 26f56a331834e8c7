//! `/contact name [organization] [type]`: one person.

use crate::options::{Options, ParseError, Pick};
use crate::{CONTACT_TYPE, Command, Completed, Completion, ORGANIZATION};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    pub name: Pick,
    pub organization: Option<Pick>,
    pub contact_type: Option<Pick>,
}

pub(crate) fn parse(options: &mut Options) -> Result<Command, ParseError> {
    Ok(Command::Contact(Contact {
        name: options.required("name")?,
        organization: options.optional("organization"),
        contact_type: options.optional("type"),
    }))
}

pub(crate) const COMPLETED: &[Completed] = &[
    ("name", |options| Completion::Person {
        typed: options.typed("name"),
        organization: options.optional("organization"),
        contact_type: options.optional("type"),
    }),
    ORGANIZATION,
    CONTACT_TYPE,
];
