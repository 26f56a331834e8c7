//! `/contact-add organization`: adds a contact.

use crate::Command;
use crate::options::{Options, Pick};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactAdd {
    /// `None`: at the organization that the channel stands for.
    pub organization: Option<Pick>,
}

pub(crate) fn parse(options: &mut Options) -> Command {
    Command::ContactAdd(ContactAdd { organization: options.optional("organization") })
}
