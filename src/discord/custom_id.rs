//! Writes and reads the ids of buttons, menu entries and forms. They pass through Discord's servers and may come back
//! changed, so they hold record ids and page numbers, and no name and no typed text.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use callsheet_core::answer::ClickTarget;
use callsheet_core::answer::form::Form;
use serde::{Deserialize, Serialize};

/// The id of a menu; its entries hold the targets.
pub(super) const MENU: &str = "menu";

/// Where a click or a submitted form leads. The variants are numbered, so a form is never read as a button.
///
/// Messages outlive an update of the bot: a new variant, here and in everything held, goes to the end, and none is moved
/// or given other fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CustomId {
    Target(ClickTarget),
    /// A form, and a number that makes each opening's id different.
    Form(Form, u64),
}

impl CustomId {
    pub fn write(self) -> String {
        // Writing numbers to memory does not fail; empty text would lead nowhere.
        URL_SAFE_NO_PAD.encode(postcard::to_allocvec(&self).unwrap_or_default())
    }

    /// Reads what this version would have written, and nothing else.
    pub(super) fn read(text: &str) -> Option<Self> {
        let read: Self = postcard::from_bytes(&URL_SAFE_NO_PAD.decode(text).ok()?).ok()?;
        (read.write() == text).then_some(read)
    }
}

impl From<ClickTarget> for CustomId {
    fn from(target: ClickTarget) -> Self {
        Self::Target(target)
    }
}

#[cfg(test)]
mod tests;
