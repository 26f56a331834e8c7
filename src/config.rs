//! Configuration: environment variables in, checked values out. Pure: the environment and files come in as arguments.
//!
//! A command reads only the parts it needs, and reports every fault at once, by variable name and never with the
//! value: a value may be a secret pasted into the wrong line. A fault in an optional setting is a warning, and so is a
//! variable that looks like one of Callsheet's and is not read. A misspelt variable that is needed is a fault.

pub mod audit;
pub mod database;
pub mod environment;
pub mod logging;
pub mod servers;

mod names;
mod reader;

use std::collections::BTreeMap;
use std::io;
use std::path::Path;
use std::time::Duration;

use crate::config::audit::Audit;
use crate::config::database::Database;
use crate::config::logging::Logging;
use crate::config::reader::VariableReader;
use crate::config::servers::{Discord, ItGlue, allow_http};
use crate::reload::PolicyFile;
use crate::sync::Settings;
use callsheet_core::directory::guard::RemovalGuard;
use callsheet_core::policy::{self, Policy};
use callsheet_core::reach::country::Country;

/// Everything `callsheet run` needs.
#[derive(Debug)]
pub struct Run {
    pub discord: Discord,
    pub it_glue: ItGlue,
    pub sync: Settings,
    pub database: Database,
    pub policy: Policy,
    pub policy_file: Option<PolicyFile>,
    pub audit: Audit,
}

/// What `callsheet sync` needs: the account, and where its copy is kept.
#[derive(Debug)]
pub struct SyncOnce {
    pub it_glue: ItGlue,
    pub sync: Settings,
    pub database: Database,
}

/// What `callsheet ask` needs: the copy on disk, and how to read it.
#[derive(Debug)]
pub struct Ask {
    pub database: Database,
    pub policy: Policy,
    /// Whether an answer is refused when it cannot be noted in the audit journal.
    pub audit_required: bool,
    /// The time between syncs, by which the copy's age is judged.
    pub interval: Duration,
}

/// Usable settings, with the warnings to log first.
#[derive(Debug, Default)]
pub struct Checked<T> {
    pub settings: T,
    pub logging: Logging,
    /// Each named by its variable.
    pub warnings: Vec<String>,
}

/// Everything that is wrong with the configuration, each named by its variable.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("fix these settings:\n  {}{}", errors.join("\n  "), warned(warnings))]
pub struct Faults {
    pub errors: Vec<String>,
    /// What stops nothing by itself, but may be the cause of an error.
    pub warnings: Vec<String>,
}

fn warned(warnings: &[String]) -> String {
    if warnings.is_empty() { String::new() } else { format!("\nwarnings:\n  {}", warnings.join("\n  ")) }
}

#[derive(Clone, Copy)]
pub struct Source<'a> {
    pub vars: &'a BTreeMap<String, String>,
    /// Parts of the environment that cannot be read.
    pub faults: &'a [String],
    /// Reads a file that a variable names (`X_FILE`, `CALLSHEET_CONFIG`).
    pub read_file: &'a dyn Fn(&Path) -> io::Result<String>,
}

impl Run {
    pub fn from_vars(source: Source<'_>) -> Result<Checked<Self>, Faults> {
        let mut reader = VariableReader::new(source);
        let allow_http = allow_http(&mut reader);
        let discord = Discord::read(&mut reader, allow_http);
        let it_glue = ItGlue::read(&mut reader, allow_http);
        let sync = sync(&mut reader);
        let database = Database::read(&mut reader);
        let policy = policy(&mut reader);
        let audit = Audit::read(&mut reader);
        reader.require_logging();
        reader.finish(|| {
            let (policy, policy_file) = policy?;
            Some(Self { discord: discord?, it_glue: it_glue?, sync, database: database?, policy, policy_file, audit })
        })
    }
}

impl SyncOnce {
    pub fn from_vars(source: Source<'_>) -> Result<Checked<Self>, Faults> {
        let mut reader = VariableReader::new(source);
        let allow_http = allow_http(&mut reader);
        let it_glue = ItGlue::read(&mut reader, allow_http);
        let sync = sync(&mut reader);
        let database = Database::read(&mut reader);
        reader.require_logging();
        reader.finish(|| Some(Self { it_glue: it_glue?, sync, database: database? }))
    }
}

impl Ask {
    /// Reads what a lookup on disk needs. It runs at night: a fault in an optional setting delays no answer.
    pub fn from_vars(source: Source<'_>) -> Result<Checked<Self>, Faults> {
        let mut reader = VariableReader::new(source);
        let database = Database::read(&mut reader);
        let policy = policy(&mut reader);
        let audit_required = audit::required(&mut reader);
        let interval = reader.leniently(interval);
        reader.finish(|| Some(Self { database: database?, policy: policy?.0, audit_required, interval }))
    }
}

fn sync(reader: &mut VariableReader<'_>) -> Settings {
    let default = Settings::default();
    Settings {
        delta_interval: interval(reader),
        sweep_interval: reader.value("SWEEP_INTERVAL", default.sweep_interval, duration),
        brake: reader.value("SWEEP_REMOVAL_LIMIT", default.brake, |text| {
            let percent = text.strip_suffix('%').unwrap_or(text).trim().parse().ok();
            let percent = percent.filter(|percent| (1..=100).contains(percent)).map(|percent| RemovalGuard { percent });
            percent.ok_or_else(|| "must be a percentage from 1% to 100%".to_owned())
        }),
        max_age: reader.value("CACHE_MAX_AGE", default.max_age, |text| match text.to_lowercase().as_str() {
            "off" => Ok(None),
            _ => duration(text).map(Some).map_err(|what| format!("{what}, or off")),
        }),
        ..default
    }
}

fn interval(reader: &mut VariableReader<'_>) -> Duration {
    reader.value("SYNC_INTERVAL", Settings::default().delta_interval, duration)
}

/// The defaults, changed by the policy file if there is one.
fn policy(reader: &mut VariableReader<'_>) -> Option<(Policy, Option<PolicyFile>)> {
    let default_country = reader.value("DEFAULT_COUNTRY", None, |text| {
        let country = Country::of_code(text).map(Some);
        country.ok_or_else(|| "must be a two-letter country code such as US, GB or DE".to_owned())
    });
    let (policy, file) = match reader.optional("CALLSHEET_CONFIG") {
        Some(path) => policy_file(reader, Path::new(&path))?,
        None => (Policy::default(), None),
    };
    Some((Policy { default_country, ..policy }, file))
}

fn policy_file(reader: &mut VariableReader<'_>, path: &Path) -> Option<(Policy, Option<PolicyFile>)> {
    let text = reader.read_file("CALLSHEET_CONFIG", path)?;
    let faults = match policy::file::whole(&text) {
        Ok(policy) => return Some((policy, Some(PolicyFile::in_force(path.to_owned(), text)))),
        Err(faults) => faults,
    };
    for fault in faults {
        reader.fault::<Policy>("CALLSHEET_CONFIG", &format!("policy file, {fault}"));
    }
    None
}

fn duration(text: &str) -> Result<Duration, String> {
    let duration =
        humantime::parse_duration(text).map_err(|_| "must be a duration such as 90s, 5m or 6h".to_owned())?;
    // Below a second the loop would only ask; a moment more than a year away is out of range for the clock.
    let bearable = Duration::from_secs(1)..=Duration::from_hours(24 * 365);
    if bearable.contains(&duration) { Ok(duration) } else { Err("must be between 1s and 365d".to_owned()) }
}

#[cfg(test)]
mod tests;
