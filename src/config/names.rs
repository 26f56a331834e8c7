//! The variables Callsheet reads, and names in the environment that look like one of them.
//!
//! A variable that is not read is a setting that is not in force: a limit that does not limit, a key that does not
//! encrypt.

use std::collections::BTreeMap;

/// Every variable that is read. Each has its line in `.env.example`.
const NAMES: [&str; 19] = [
    "DISCORD_TOKEN",
    "DISCORD_GUILD_IDS",
    "DISCORD_API_URL",
    "IT_GLUE_API_KEY",
    "IT_GLUE_REGION",
    "IT_GLUE_API_URL",
    "ALLOW_HTTP",
    "SYNC_INTERVAL",
    "SWEEP_INTERVAL",
    "SWEEP_REMOVAL_LIMIT",
    "DATABASE_URL",
    "CALLSHEET_KEY",
    "CACHE_MAX_AGE",
    "AUDIT_REQUIRED",
    "JOURNAL_RETENTION",
    "CALLSHEET_CONFIG",
    "DEFAULT_COUNTRY",
    "LOG_FORMAT",
    "RUST_LOG",
];

/// Variables that can also be given as a file.
const SECRETS: [&str; 3] = ["DISCORD_TOKEN", "IT_GLUE_API_KEY", "CALLSHEET_KEY"];

/// Callsheet's names begin with these, and hardly any others do. (`JOURNAL_` and `RUST_` are left out: systemd and
/// Rust set variables of their own.)
const PREFIXES: [&str; 7] = ["CALLSHEET_", "DISCORD_", "IT_GLUE_", "ITGLUE_", "SYNC_", "SWEEP_", "AUDIT_"];

/// A name this long may differ by two letters from the one that was meant, a shorter one by one.
const LONG: usize = 10;

/// From this likeness on, of 0 to 1, the nearest name is worth a hint.
const LIKE: f64 = 0.6;

/// A variable that looks like one of Callsheet's and is not read.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct UnreadVariable {
    pub(super) name: String,
    /// The nearest of Callsheet's names, where one is near.
    pub(super) meant: Option<String>,
    /// Whether the name differs from that one only by a slip.
    pub(super) is_slip: bool,
}

pub(super) fn is_known(name: &str) -> bool {
    NAMES.contains(&name) || name.strip_suffix("_FILE").is_some_and(|name| SECRETS.contains(&name))
}

/// The variables that look like Callsheet's and are not read. A blank one counts as not set.
pub(super) fn unread_variables(vars: &BTreeMap<String, String>) -> Vec<UnreadVariable> {
    let is_set = |(_, value): &(&String, &String)| !value.trim().is_empty();
    vars.iter().filter(is_set).filter_map(|(name, _)| unread_variable(name)).collect()
}

fn unread_variable(name: &str) -> Option<UnreadVariable> {
    if is_known(name) {
        return None;
    }
    let plain = name.to_uppercase().replace(['-', '.', ' '], "_");
    let files = SECRETS.iter().map(|name| format!("{name}_FILE"));
    let all = NAMES.iter().map(ToString::to_string).chain(files);
    let (distance, nearest) = all.map(|known| (strsim::osa_distance(&plain, &known), known)).min()?;
    let is_slip = distance <= if nearest.len() >= LONG { 2 } else { 1 };
    if !is_slip && !PREFIXES.iter().any(|prefix| plain.starts_with(prefix)) {
        return None;
    }
    let is_near = is_slip || strsim::normalized_levenshtein(&plain, &nearest) >= LIKE;
    Some(UnreadVariable { name: name.escape_debug().to_string(), meant: is_near.then_some(nearest), is_slip })
}

#[cfg(test)]
mod tests;
