//! What ends the process with an error, and the exit code that tells a supervisor whether to try again.

use std::path::PathBuf;

use crate::config::Faults;
use crate::discord::api::error::ApiError;
use crate::discord::gateway::error::GatewayError;
use crate::itglue::error::ItGlueError;
use crate::journal::chain::{Fault, Head};
use crate::store::error::StoreError;
use crate::sync::report::SyncError;

/// How to name another database.
const DATABASE: &str = "DATABASE_URL names the database; without it, it is callsheet.db in the working folder";

#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Failure {
    #[error(transparent)]
    Config(#[from] Faults),
    /// The typed command, with what is wrong with it.
    #[error(transparent)]
    Line(#[from] commands::line::LineError),
    /// Discord refuses the bot for good.
    #[error(transparent)]
    Gateway(#[from] GatewayError),
    /// Discord's HTTP API has no usable address.
    #[error("cannot prepare requests to Discord")]
    Discord(#[from] ApiError),
    /// IT Glue has no usable address.
    #[error("cannot prepare requests to IT Glue")]
    ItGlue(#[from] ItGlueError),
    #[error(transparent)]
    Sync(#[from] SyncError),
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The audit journal was tampered with, or part of it is gone.
    #[error(transparent)]
    Journal(#[from] Fault),
    /// Parts of the audit journal that nothing proves.
    #[error("the audit journal is not proven as a whole:\n  {}", .0.join("\n  "))]
    Unproven(Vec<String>),
    #[error("there is no audit journal beside this database: the bot begins one when it starts")]
    NoJournal,
    #[error("the audit journal {} is gone{}", path.display(), head.map(|head| format!(": its last entry was {head}")).unwrap_or_default())]
    LostJournal {
        path: PathBuf,
        /// The journal's last entry, as the database notes it.
        head: Option<Head>,
    },
    #[error("the audit journal {} is damaged: {what}", path.display())]
    DamagedJournal { path: PathBuf, what: &'static str },
    /// There is no database: the operator may mean another folder or name, and an empty database would hide the
    /// mistake.
    #[error("there is no database {}: {then}", path.display())]
    NoDatabase {
        path: PathBuf,
        /// The consequence for the request.
        then: &'static str,
    },
    /// The answer cannot be noted in the audit journal.
    #[error("nothing is shown, because it cannot be noted in the audit journal who is shown what")]
    NotNoted(#[source] StoreError),
    /// The copy on disk does not exist yet.
    #[error("nothing has been read from IT Glue yet: run `callsheet sync`, or start the bot")]
    NothingSynced,
    /// The process's surroundings: standard output, a temporary folder, the runtime.
    #[error("the system refused what the process needs")]
    System(#[from] std::io::Error),
}

impl Failure {
    /// The process's exit code; `--help` lists them.
    #[must_use]
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::Discord(_) | Self::System(_) => 1,
            Self::Config(_) | Self::Line(_) => 2,
            Self::Gateway(GatewayError::BadToken) => 3,
            Self::Gateway(_) => 4,
            Self::ItGlue(_) | Self::Sync(SyncError::ItGlue(_)) => 5,
            Self::Store(_)
            | Self::NothingSynced
            | Self::NoJournal
            | Self::NoDatabase { .. }
            | Self::NotNoted(_)
            | Self::Sync(_) => 6,
            Self::Journal(_) | Self::LostJournal { .. } | Self::DamagedJournal { .. } => 7,
            Self::Unproven(_) => 8,
        }
    }

    /// What the operator can do about it, where the failure itself does not say.
    #[must_use]
    pub fn hint(&self) -> Option<&'static str> {
        match self {
            Self::ItGlue(error) => Some(error.hint()),
            Self::Sync(error) => error.hint(),
            Self::Store(error) | Self::NotNoted(error) => error.hint(),
            Self::NoDatabase { .. } | Self::NoJournal => Some(DATABASE),
            Self::LostJournal { .. } => Some(
                "put it back if it was moved; otherwise the bot begins another one at its next start, and notes there that this one \
                 is gone",
            ),
            Self::DamagedJournal { .. } => Some(
                "keep a copy as evidence if nobody can explain this; at its next start the bot takes over what can be read of \
                 it, and notes there what is lost",
            ),
            Self::Unproven(_) => Some(
                "keep the files as evidence if nobody can explain this; a head that was noted elsewhere, given to \
                 `callsheet journal verify --head`, proves the entries up to it, but those read beyond a damage",
            ),
            _ => None,
        }
    }
}
