//! `/directory [organization] [type]`: everyone at an organization.

use crate::Command;
use crate::options::{Options, Pick};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Directory {
    /// Without it, the organization the channel stands for.
    pub organization: Option<Pick>,
    pub contact_type: Option<Pick>,
}

pub(crate) fn parse(options: &mut Options) -> Command {
    Command::Directory(Directory {
        organization: options.optional("organization"),
        contact_type: options.optional("type"),
    })
}
