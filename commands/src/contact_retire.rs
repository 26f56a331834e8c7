//! `/contact-retire contact`: marks a contact as departed.

use crate::Command;
use crate::options::{Options, ParseError, Pick};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactRetire {
    pub contact: Pick,
}

pub(crate) fn parse(options: &mut Options) -> Result<Command, ParseError> {
    Ok(Command::ContactRetire(ContactRetire { contact: options.required("contact")? }))
}
