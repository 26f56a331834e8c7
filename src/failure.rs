//! What ends the process other than well, and the exit code that tells a supervisor whether to try again.

use std::path::PathBuf;

use crate::config::Faults;
use crate::discord::api::error::ApiError;
use crate::discord::gateway::error::GatewayError;
use crate::itglue::error::ItGlueError;
use crate::journal::chain::Fault;
use crate::store::error::StoreError;
use crate::sync::report::SyncError;
use crate::telemetry::DirectivesError;

/// What ends the process other than well.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Failure {
    /// The configuration.
    #[error(transparent)]
    Config(#[from] Faults),
    /// `RUST_LOG`.
    #[error(transparent)]
    Directives(#[from] DirectivesError),
    /// The `.env` file.
    #[error("{0}")]
    Environment(String),
    /// The typed command, with what is wrong with it.
    #[error(transparent)]
    Line(#[from] commands::line::LineError),
    /// Discord, for good.
    #[error(transparent)]
    Gateway(#[from] GatewayError),
    /// Discord's HTTP API could not even be addressed.
    #[error("cannot prepare requests to Discord")]
    Discord(#[from] ApiError),
    /// IT Glue could not even be addressed.
    #[error("cannot prepare requests to IT Glue")]
    ItGlue(#[from] ItGlueError),
    /// A sync that was asked for.
    #[error(transparent)]
    Sync(#[from] SyncError),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The audit journal has been changed by somebody else, or part of it is gone.
    #[error(transparent)]
    Journal(#[from] Fault),
    /// A question to a journal that does not exist.
    #[error("there is no audit journal beside this database: the bot begins one when it starts")]
    NoJournal,
    /// A copy to be deleted or encrypted where there is none: another folder or another name may be meant, and nobody may
    /// believe that it is done.
    #[error("there is no database {}: nothing is done", .0.display())]
    NoDatabase(PathBuf),
    /// A question to a copy on disk that does not exist yet.
    #[error("nothing has been read from IT Glue yet: run `callsheet sync`, or start the bot")]
    NothingSynced,
    /// The process's own surroundings: standard output, a temporary folder, the runtime.
    #[error("the system refused what the process needs")]
    System(#[from] std::io::Error),
}

impl Failure {
    /// The process's exit code; `--help` lists them.
    #[must_use]
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::Discord(_) | Self::System(_) => 1,
            Self::Config(_) | Self::Directives(_) | Self::Environment(_) | Self::Line(_) => 2,
            Self::Gateway(GatewayError::BadToken) => 3,
            Self::Gateway(_) => 4,
            Self::ItGlue(_) | Self::Sync(SyncError::ItGlue(_)) => 5,
            Self::Store(_) | Self::NothingSynced | Self::NoJournal | Self::NoDatabase(_) | Self::Sync(_) => 6,
            Self::Journal(_) => 7,
        }
    }

    /// What the operator can do about it, where the failure itself does not say.
    #[must_use]
    pub fn hint(&self) -> Option<&'static str> {
        match self {
            Self::ItGlue(error) => Some(error.hint()),
            Self::Sync(error) => error.hint(),
            Self::Store(error) => error.hint(),
            _ => None,
        }
    }
}
