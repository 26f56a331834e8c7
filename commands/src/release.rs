//! `/release`: lets somebody go on whose lookups are paused.

use crate::options::{Options, ParseError};

/// A request of `/release`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Release {
    /// Discord's id of who is to go on.
    pub user: u64,
}

pub(crate) fn parse(options: &mut Options) -> Result<Release, ParseError> {
    options.required_text("user")?.parse().map(|user| Release { user }).map_err(|_| ParseError::NoUser("user"))
}
