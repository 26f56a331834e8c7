//! How Callsheet itself fares, as its tasks report it, for those who manage a server.

use std::sync::Arc;

use jiff::Timestamp;

/// The state of the tasks around the core, at one moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Health {
    /// Reading the whole account.
    pub sweep: Runs,
    /// Reading what has changed.
    pub delta: Runs,
    /// The connection to Discord; `None` at a terminal.
    pub gateway: Option<Connection>,
    /// Whether an answer is refused that the audit log cannot note.
    pub audit_required: bool,
    /// The first entry of the audit log that is not as it was left.
    pub broken_at: Option<u64>,
    /// Users whose look-ups are paused.
    pub on_hold: usize,
    /// When the policy in force was taken over; `None` if there is no policy file.
    pub policy_since: Option<Timestamp>,
    /// What the policy file names and IT Glue does not have, a line each.
    pub dangling: Arc<[String]>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Runs {
    pub succeeded: Option<Timestamp>,
    /// The last failure since the start, and its reason.
    pub failed: Option<(Timestamp, SyncFault)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum SyncFault {
    /// IT Glue cannot be reached or answers with errors.
    Unreachable,
    /// IT Glue rejects the key.
    Refused,
    /// The local copy cannot be read or written.
    LocalCopy,
    Interrupted,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Connection {
    pub is_up: bool,
    /// Since when it is as it is.
    pub since: Timestamp,
}
