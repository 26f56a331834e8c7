//! Answers "Who do I call?" on a message; what may be asked is in [`commands`].

use crate::answer::Body;
use crate::answer::notice::Notice;
use crate::handlers::context::Context;

pub(super) fn answer(_text: &str, _context: Context<'_>) -> Body {
    Body::Notice(Notice::Gone)
}
