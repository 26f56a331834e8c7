//! Taking back what a click has noted.

use crate::answer::ClickTarget;
use crate::answer::card::Named;
use crate::notebook::attempts::Attempt;

/// A call that the caller has noted, and what there is to say of taking it back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undo {
    pub call: Attempt,
    pub whom: Named,
    pub state: UndoState,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UndoState {
    /// It can be taken back.
    Offered,
    Done,
    /// It was noted too long ago.
    TooLate,
    /// It is not noted, or not any more.
    Gone,
}

impl Undo {
    pub fn target(&self) -> ClickTarget {
        let Attempt { at, organization: chain, contact, number, outcome, .. } = self.call;
        ClickTarget::Undo { contact, chain, number, outcome, at }
    }
}
