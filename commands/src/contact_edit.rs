//! `/contact-edit contact type`: corrects a contact.

use crate::options::{Options, ParseError, Pick};
use crate::{CONTACT_TYPE, Command, Completed, EDITED};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactEdit {
    pub contact: Pick,
    /// The contact type to give them.
    pub contact_type: Option<Pick>,
}

pub(crate) fn parse(options: &mut Options) -> Result<Command, ParseError> {
    Ok(Command::ContactEdit(ContactEdit {
        contact: options.required("contact")?,
        contact_type: options.optional("type"),
    }))
}

pub(crate) const COMPLETED: &[Completed] = &[EDITED, CONTACT_TYPE];
