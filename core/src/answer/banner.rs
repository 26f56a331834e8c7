//! What IT Glue shows above everything of an organization.

use crate::answer::card::Excerpt;
use crate::domain::id::OrganizationId;
use crate::domain::link::Link;
use crate::domain::organization::Unusual;

/// An organization's own line above an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Banner {
    pub organization: OrganizationId,
    /// Its status, unless it is plainly that of an active client.
    pub status: Option<Unusual>,
    pub alert: Option<Excerpt>,
    /// The beginning of its quick notes. Without lines where only their existence can be shown.
    pub quick_notes: Option<Excerpt>,
    /// Whether its alert or its quick notes are shown on a click only, and so not yet.
    pub on_click: bool,
    /// The organization's page in IT Glue, if there is more to read than is shown.
    pub url: Option<Link>,
}

impl Banner {
    /// Whether it shows any text written about the organization.
    pub fn has_notes(&self) -> bool {
        self.alert.is_some() || self.quick_notes.is_some()
    }
}
