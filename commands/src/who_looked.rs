//! `/who-looked name`: who looked a contact up.

use crate::options::{Options, ParseError, Pick};
use crate::{Command, Completed, Completion};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhoLooked {
    pub name: Pick,
}

pub(crate) fn parse(options: &mut Options) -> Result<Command, ParseError> {
    Ok(Command::WhoLooked(WhoLooked { name: options.required("name")? }))
}

pub(crate) const COMPLETED: &[Completed] =
    &[("name", |options| Completion::WhoLooked { typed: options.typed("name") })];
