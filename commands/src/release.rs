//! `/release`: lifts the pause on a user's lookups.

use crate::Command;
use crate::options::{Options, ParseError};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Release {
    /// Discord's id of the paused user.
    pub user: u64,
}

pub(crate) fn parse(options: &mut Options) -> Result<Command, ParseError> {
    options
        .required_text("user")?
        .parse()
        .map(|user| Command::Release(Release { user }))
        .map_err(|_| ParseError::NoUser("user"))
}
