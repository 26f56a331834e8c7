//! `/bind organization` and `/unbind`: the organization a channel stands for.

use crate::Command;
use crate::options::{Options, ParseError, Pick};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bind {
    pub organization: Pick,
}

pub(crate) fn parse(options: &mut Options) -> Result<Command, ParseError> {
    Ok(Command::Bind(Bind { organization: options.required("organization")? }))
}
