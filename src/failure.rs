//! What ends the process with an error, and the exit code that tells a supervisor whether to try again.

use std::path::PathBuf;

use crate::config::Faults;
use crate::discord::api::error::ApiError;
use crate::discord::gateway::error::GatewayError;
use crate::itglue::error::ItGlueError;
use crate::store::error::StoreError;
use crate::sync::report::SyncError;
use callsheet_core::journal::chain::{Fault, Head};

/// How to name another database.
const DATABASE: &str = "DATABASE_URL sets the database; the default is callsheet.db in the working folder";

pub type Result<T, E = Failure> = std::result::Result<T, E>;

#[derive(Debug, thiserror::Error)]
pub enum Failure {
    #[error(transparent)]
    Config(#[from] Faults),
    /// The typed command: what is wrong with it, in the language of the answers.
    #[error("{0}")]
    Line(String),
    #[error(transparent)]
    Gateway(#[from] GatewayError),
    #[error("could not set up the connection to Discord")]
    Discord(#[from] ApiError),
    #[error("could not set up the connection to IT Glue")]
    ItGlue(#[from] ItGlueError),
    #[error(transparent)]
    Sync(#[from] SyncError),
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The audit journal was tampered with, or part of it is gone.
    #[error(transparent)]
    Journal(#[from] Fault),
    #[error("parts of the audit log are unproven:\n  {}", .0.join("\n  "))]
    Unproven(Vec<String>),
    #[error("no audit log next to this database yet: the bot creates it when it starts")]
    NoJournal,
    #[error("the audit log {} is missing{}", path.display(), head.map(|head| format!(": its last entry was {head}")).unwrap_or_default())]
    LostJournal {
        path: PathBuf,
        /// The journal's last entry, as the database notes it.
        head: Option<Head>,
    },
    #[error("the audit log {} is damaged: {what}", path.display())]
    DamagedJournal { path: PathBuf, what: &'static str },
    /// No database: the operator may mean another folder or name, and an empty one would hide the mistake.
    #[error("no database at {}: {then}", path.display())]
    NoDatabase { path: PathBuf, then: &'static str },
    /// An answer that would go without an entry in the audit journal.
    #[error("could not write to the audit log, so nothing is shown")]
    NotNoted {
        /// Why; `None` where the log has it.
        source: Option<StoreError>,
    },
    /// A question to a copy on disk that does not exist yet.
    #[error("no contacts yet: run `callsheet sync` or start the bot")]
    NothingSynced,
    /// The process's surroundings: standard output, a temporary folder, the runtime.
    #[error("the operating system refused a resource that Callsheet needs")]
    System(#[from] std::io::Error),
}

impl Failure {
    /// The process's exit code; `--help` lists them.
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
            | Self::NotNoted { .. }
            | Self::Sync(_) => 6,
            Self::Journal(_) | Self::LostJournal { .. } | Self::DamagedJournal { .. } => 7,
            Self::Unproven(_) => 8,
        }
    }

    /// What the operator can do about it, where the failure itself does not say.
    pub fn hint(&self) -> Option<&'static str> {
        match self {
            Self::ItGlue(error) => Some(error.hint()),
            Self::Sync(error) => error.hint(),
            Self::Store(error) | Self::NotNoted { source: Some(error) } => error.hint(),
            Self::NoDatabase { .. } | Self::NoJournal => Some(DATABASE),
            Self::LostJournal { .. } => Some(
                "if it was moved, put it back; otherwise the bot creates a new one at its next start and records the loss in it",
            ),
            Self::DamagedJournal { .. } => Some(
                "if you can't explain this, keep a copy as evidence; at its next start the bot recovers what can be read and \
                 records what is lost",
            ),
            Self::Unproven(_) => Some(
                "if you can't explain this, keep the files as evidence; `callsheet journal verify --head` with a head that you kept \
                 elsewhere proves the entries up to it, except those recovered from a damaged file",
            ),
            _ => None,
        }
    }
}
