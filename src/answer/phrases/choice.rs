//! The words of suggestions that are no suggestion. Discord's client remembers an empty list and would go on showing
//! nothing, so there is always one thing to read.

use crate::answer::words::Words;

/// There is no data yet.
pub const STILL_LOADING: &str = "Still loading the contacts: try again in a minute";

/// The place is not served.
pub const NOT_SERVED: &str = "Not available in this server";

/// What Discord sent cannot be read.
pub const NO_SUGGESTIONS: &str = "No suggestions: type it and press Enter";

/// The organization given cannot be found.
pub const UNKNOWN_ORGANIZATION: &str = "No such organization: check that option first";

/// The contact type given cannot be found.
pub const UNKNOWN_TYPE: &str = "No such contact type: check that option first";

/// There is nobody to suggest before anything is typed.
pub const TYPE_A_NAME: &str = "Type a name, an e-mail address or digits of a phone number";

/// There is nobody to suggest among those the other options leave.
pub const NOBODY_FITS: &str = "Nobody fits the other options";

/// Nothing matches what is typed.
#[must_use]
pub fn no_match(typed: &str) -> Words {
    Words::new("No match for “").theirs(typed).ours("”: try a last name, an e-mail or a phone")
}

/// No organization, or type, matches what is typed.
#[must_use]
pub fn no_such(what: &'static str, typed: &str) -> Words {
    Words::new("No ").ours(what).ours(" matches “").theirs(typed).ours("”")
}
