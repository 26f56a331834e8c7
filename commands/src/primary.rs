//! `/primary [organization]`: the contact to call first at an organization.

use crate::Command;
use crate::options::{Options, Pick};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Primary {
    /// Without it, the organization the channel stands for.
    pub organization: Option<Pick>,
}

pub(crate) fn parse(options: &mut Options) -> Command {
    Command::Primary(Primary { organization: options.optional("organization") })
}
