//! `/primary [organization]`: the contact to call first at an organization.

use crate::Command;
use crate::options::{Options, ParseError, Pick};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Primary {
    /// Without it, the organization the channel stands for.
    pub organization: Option<Pick>,
}

pub(crate) fn parse(options: &mut Options) -> Result<Command, ParseError> {
    Ok(Command::Primary(Primary { organization: options.optional("organization") }))
}
