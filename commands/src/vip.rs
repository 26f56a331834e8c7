//! `/vip [name] [organization] [type]`: the important contacts, or one of them.

use crate::options::{Options, Pick};
use crate::{CONTACT_TYPE, Command, Completed, Completion, ORGANIZATION};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vip {
    /// Without it, all are listed.
    pub name: Option<Pick>,
    pub organization: Option<Pick>,
    pub contact_type: Option<Pick>,
}

pub(crate) fn parse(options: &mut Options) -> Command {
    Command::Vip(Vip {
        name: options.optional("name"),
        organization: options.optional("organization"),
        contact_type: options.optional("type"),
    })
}

pub(crate) const COMPLETED: &[Completed] = &[
    ("name", |options| Completion::Vip {
        typed: options.typed("name"),
        organization: options.optional("organization"),
        contact_type: options.optional("type"),
    }),
    ORGANIZATION,
    CONTACT_TYPE,
];
