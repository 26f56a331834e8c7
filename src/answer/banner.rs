//! What IT Glue shows above everything of an organization.

use crate::answer::card::Excerpt;
use crate::domain::id::OrganizationId;
use crate::domain::link::Link;
use crate::domain::organization::Unusual;

/// What is said of the organization that an answer is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Banner {
    /// Which one.
    pub organization: OrganizationId,
    /// Its status, where that is not plainly that of an active client.
    pub status: Option<Unusual>,
    /// Its alert.
    pub alert: Option<Excerpt>,
    /// The beginning of its quick notes. Without lines where nothing of them can be shown but that there are some.
    pub quick_notes: Option<Excerpt>,
    /// Whether its alert or its quick notes are shown on a click only, and so not yet.
    pub on_click: bool,
    /// Where the organization is shown in IT Glue, if there is more to read than is shown.
    pub url: Option<Link>,
}

impl Banner {
    /// Whether it shows anything of what somebody has written about the organization.
    #[must_use]
    pub fn has_notes(&self) -> bool {
        self.alert.is_some() || self.quick_notes.is_some()
    }
}
