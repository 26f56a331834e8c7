//! Configuration: environment variables in, checked values out. Pure: the environment and files come in as arguments.
//!
//! A command reads only the parts it needs, and reports every fault at once, by variable name and never with the value:
//! a value may be a secret pasted into the wrong line.

pub mod audit;
pub mod database;

mod reader;

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::Path;
use std::time::Duration;

use secrecy::SecretString;
use url::Url;

use crate::config::audit::Audit;
use crate::config::database::Database;
use crate::config::reader::Reader;
use crate::directory::brake::Brake;
use crate::policy::{self, Policy};
use crate::reach::country::Country;
use crate::reload::PolicyFile;
use crate::sync::Settings;

/// Everything `callsheet run` needs.
#[derive(Debug)]
pub struct Run {
    /// How to talk to Discord, and whom to serve.
    pub discord: Discord,
    /// How to read the account.
    pub it_glue: ItGlue,
    /// When and how to sync.
    pub sync: Settings,
    /// Where the copy of the account is kept.
    pub database: Database,
    /// What the operator has decided.
    pub policy: Policy,
    /// The file that says so, to look at again.
    pub policy_file: Option<PolicyFile>,
    /// The audit journal.
    pub audit: Audit,
}

/// How to talk to Discord, and whom to serve.
#[derive(Debug)]
pub struct Discord {
    /// The bot's token.
    pub token: SecretString,
    /// The guilds that get answers.
    pub guilds: BTreeSet<u64>,
    /// Base address of the HTTP API, without `/api/v10`.
    pub api: Url,
}

/// How to read the account.
#[derive(Debug)]
pub struct ItGlue {
    /// The API key.
    pub key: SecretString,
    /// Base address of the API.
    pub api: Url,
}

/// What `callsheet sync` needs: the account and where to keep it.
#[derive(Debug)]
pub struct SyncOnce {
    /// How to read the account.
    pub it_glue: ItGlue,
    /// How to sync.
    pub sync: Settings,
    /// Where the copy of the account is kept.
    pub database: Database,
}

/// What `callsheet ask` needs: the copy on disk and how to read it.
#[derive(Debug)]
pub struct Ask {
    /// Where the copy of the account is kept.
    pub database: Database,
    /// What the operator has decided.
    pub policy: Policy,
}

/// How log lines look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogFormat {
    /// For people.
    Text,
    /// One JSON object a line.
    Json,
}

/// Everything that is wrong with the configuration, each named by its variable.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("the configuration needs attention:\n  {}", .0.join("\n  "))]
pub struct Faults(pub Vec<String>);

/// Where values come from.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    /// The environment.
    pub vars: &'a BTreeMap<String, String>,
    /// Reads a file that a variable names (`X_FILE`, `CALLSHEET_CONFIG`).
    pub read_file: &'a dyn Fn(&Path) -> io::Result<String>,
}

impl Run {
    /// Reads and checks everything.
    pub fn from_vars(source: Source<'_>) -> Result<Self, Faults> {
        let mut reader = Reader::new(source);
        let discord = Discord::read(&mut reader);
        let it_glue = ItGlue::read(&mut reader);
        let sync = sync(&mut reader);
        let database = Database::read(&mut reader);
        let policy = policy(&mut reader);
        let audit = Audit::read(&mut reader);
        reader.finish(|| {
            let (policy, policy_file) = policy?;
            Some(Self {
                discord: discord?,
                it_glue: it_glue?,
                sync: sync?,
                database: database?,
                policy,
                policy_file,
                audit: audit?,
            })
        })
    }
}

impl SyncOnce {
    /// Reads and checks what a sync needs.
    pub fn from_vars(source: Source<'_>) -> Result<Self, Faults> {
        let mut reader = Reader::new(source);
        let it_glue = ItGlue::read(&mut reader);
        let sync = sync(&mut reader);
        let database = Database::read(&mut reader);
        reader.finish(|| Some(Self { it_glue: it_glue?, sync: sync?, database: database? }))
    }
}

impl Ask {
    /// Reads and checks what a lookup on disk needs.
    pub fn from_vars(source: Source<'_>) -> Result<Self, Faults> {
        let mut reader = Reader::new(source);
        let database = Database::read(&mut reader);
        let policy = policy(&mut reader);
        reader.finish(|| Some(Self { database: database?, policy: policy?.0 }))
    }
}

impl LogFormat {
    /// Reads `LOG_FORMAT`; without it, text on a terminal and JSON elsewhere.
    pub fn from_vars(source: Source<'_>, on_terminal: bool) -> Result<Self, Faults> {
        let mut reader = Reader::new(source);
        let default = if on_terminal { Self::Text } else { Self::Json };
        let format = reader.value("LOG_FORMAT", default, |text| match text {
            "text" => Ok(Self::Text),
            "json" => Ok(Self::Json),
            _ => Err("must be text or json".to_owned()),
        });
        reader.finish(|| format)
    }
}

impl Discord {
    fn read(reader: &mut Reader<'_>) -> Option<Self> {
        let token = reader.secret("DISCORD_TOKEN", "the bot's token, from the Bot page of Discord's developer portal");
        let guilds = reader.required(
            "DISCORD_GUILD_IDS",
            "the ids of the Discord servers to serve, separated by commas",
            parse_guilds,
        );
        let api =
            reader.value("DISCORD_API_URL", Url::parse("https://discord.com").ok(), |text| base_url(text).map(Some));
        Some(Self { token: token?, guilds: guilds?, api: api?? })
    }
}

impl ItGlue {
    fn read(reader: &mut Reader<'_>) -> Option<Self> {
        let key = reader.secret("IT_GLUE_API_KEY", "an API key, from Account > Settings > API Keys in IT Glue");
        let region =
            reader.value("IT_GLUE_REGION", "https://api.itglue.com", |text| match text.to_lowercase().as_str() {
                "us" => Ok("https://api.itglue.com"),
                "eu" => Ok("https://api.eu.itglue.com"),
                "au" => Ok("https://api.au.itglue.com"),
                _ => Err("must be us, eu or au".to_owned()),
            });
        let api = reader.value("IT_GLUE_API_URL", region.and_then(|region| Url::parse(region).ok()), |text| {
            base_url(text).map(Some)
        });
        Some(Self { key: key?, api: api?? })
    }
}

/// When and how to sync.
fn sync(reader: &mut Reader<'_>) -> Option<Settings> {
    let default = Settings::default();
    let delta_interval = reader.value("SYNC_INTERVAL", default.delta_interval, duration);
    let sweep_interval = reader.value("SWEEP_INTERVAL", default.sweep_interval, duration);
    let brake = reader.value("SWEEP_REMOVAL_LIMIT", default.brake, |text| {
        let percent = text.strip_suffix('%').unwrap_or(text).trim().parse().ok();
        let percent = percent.filter(|percent| (1..=100).contains(percent));
        percent
            .map(|percent| Brake { percent })
            .ok_or_else(|| "must be a share of the directory, 1% to 100%".to_owned())
    });
    let max_age = reader.value("CACHE_MAX_AGE", default.max_age, |text| match text.to_lowercase().as_str() {
        "off" => Ok(None),
        _ => duration(text).map(Some).map_err(|what| format!("{what}, or off")),
    });
    Some(Settings {
        delta_interval: delta_interval?,
        sweep_interval: sweep_interval?,
        brake: brake?,
        max_age: max_age?,
        ..default
    })
}

/// What the operator has decided: the defaults, changed by the policy file if there is one.
fn policy(reader: &mut Reader<'_>) -> Option<(Policy, Option<PolicyFile>)> {
    let default_country = reader.value("DEFAULT_COUNTRY", None, |text| {
        let country = Country::of_code(text).map(Some);
        country.ok_or_else(|| "must be a country's two-letter code, such as US, GB or DE".to_owned())
    });
    let read = match reader.optional("CALLSHEET_CONFIG") {
        Some(path) => policy_file(reader, Path::new(&path)),
        None => Some((Policy::default(), None)),
    };
    let (policy, file) = read?;
    Some((Policy { default_country: default_country?, ..policy }, file))
}

fn policy_file(reader: &mut Reader<'_>, path: &Path) -> Option<(Policy, Option<PolicyFile>)> {
    let text = reader.read_file("CALLSHEET_CONFIG", path)?;
    let faults = match policy::file::whole(&text) {
        Ok(policy) => return Some((policy, Some(PolicyFile::in_force(path.to_owned(), text)))),
        Err(faults) => faults,
    };
    for fault in faults {
        reader.fault::<Policy>("CALLSHEET_CONFIG", &format!("the policy file is not valid: {fault}"));
    }
    None
}

fn parse_guilds(text: &str) -> Result<BTreeSet<u64>, String> {
    let ids = text.split(',').map(str::trim).filter(|id| !id.is_empty());
    let guilds: Option<BTreeSet<u64>> = ids.map(|id| id.parse().ok().filter(|&id| id != 0)).collect();
    guilds.filter(|guilds| !guilds.is_empty()).ok_or_else(|| {
        "must be numbers separated by commas (turn on Developer Mode, then right-click the server > Copy Server ID)"
            .to_owned()
    })
}

fn base_url(text: &str) -> Result<Url, String> {
    let url = Url::parse(text).map_err(|_| "must be an address such as https://api.example.com".to_owned())?;
    if !matches!(url.scheme(), "http" | "https") || url.host().is_none() {
        return Err("must be an http or https address".to_owned());
    }
    if !url.username().is_empty() || url.password().is_some() || url.query().is_some() || url.fragment().is_some() {
        return Err("must be a plain address without user, password, ? or #".to_owned());
    }
    Ok(url)
}

fn duration(text: &str) -> Result<Duration, String> {
    let duration = humantime::parse_duration(text).map_err(|_| "must be a time such as 90s, 5m or 6h".to_owned())?;
    // Below a second the loop would do nothing but ask; beyond a year a moment so far away cannot even be reckoned with.
    let bearable = Duration::from_secs(1)..=Duration::from_hours(24 * 365);
    if bearable.contains(&duration) { Ok(duration) } else { Err("must be 1s at least and 365d at most".to_owned()) }
}

#[cfg(test)]
mod tests;
