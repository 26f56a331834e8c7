//! The errors of a call to Discord, by what can be done about each.

use std::error::Error;
use std::time::Duration;

use serde::Deserialize;
use serde_json::Value;

/// The wait after a rate limit that does not say how long.
const UNTOLD_RETRY_AFTER: Duration = Duration::from_secs(1);

/// Longer than any rate limit of Discord's: a wait beyond it is the sender's mistake.
const LONGEST_RETRY_AFTER: Duration = Duration::from_hours(24);

pub type Result<T, E = ApiError> = std::result::Result<T, E>;

/// A failed call to Discord. Contains no token, no address and no text that a person wrote.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ApiError {
    #[error("the base URL of Discord's API must start with http:// or https:// and name a host")]
    BaseUrl,
    /// The HTTP client cannot be set up, mostly because the system has no CA certificates.
    #[error("could not set up the HTTP client: {reason}")]
    Client { reason: String },
    #[error("could not reach Discord: {reason}")]
    Unreachable { reason: String },
    /// Discord, or a proxy in front of it, fails.
    #[error("Discord is unavailable (HTTP {status})")]
    Unavailable { status: u16 },
    /// Too many requests, for longer than the call waits.
    #[error("Discord's rate limit is reached: retry in {} s", .retry_after.as_secs_f64())]
    RateLimited { retry_after: Duration },
    #[error("Discord rejected the bot token")]
    BadToken,
    /// 403: mostly because the bot is not in the guild.
    #[error("Discord denied access (code {code})")]
    Forbidden { code: u64 },
    #[error("Discord could not find this (code {code})")]
    NotFound { code: u64 },
    #[error("the interaction has expired")]
    UnknownInteraction,
    /// The interaction is answered already: another process uses the same bot.
    #[error("the interaction was already answered, perhaps by another process with this bot's token")]
    AlreadyAcknowledged,
    #[error("this server has reached Discord's daily limit for new commands")]
    CreateLimit,
    #[error("Discord rejected the request: {faults}")]
    InvalidForm {
        /// Places in the body and Discord's names for what is wrong there.
        faults: String,
    },
    /// A success whose body is not what the API promises.
    #[error("could not read Discord's response")]
    Unreadable,
    #[error("Discord's response is longer than 8 MiB")]
    TooLarge,
    #[error("unexpected response from Discord (HTTP {status}, code {code})")]
    Unexpected { status: u16, code: u64 },
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Refusal {
    code: u64,
    retry_after: Option<f64>,
    errors: Value,
}

impl ApiError {
    pub(super) fn unreachable(error: &reqwest::Error) -> Self {
        Self::Unreachable { reason: reason(error) }
    }

    pub(super) fn from_response(status: u16, retry_after: Option<&str>, body: &[u8]) -> Self {
        // Not every refusal is Discord's own: a proxy in front of it answers in HTML, so only the status counts.
        let refusal: Refusal = serde_json::from_slice(body).unwrap_or_default();
        let code = refusal.code;
        match (status, code) {
            (_, 10_062 | 10_015 | 50_027) => Self::UnknownInteraction,
            (_, 40_060) => Self::AlreadyAcknowledged,
            (_, 30_034) => Self::CreateLimit,
            (_, 50_035) => Self::InvalidForm { faults: faults(&refusal.errors) },
            (401, _) => Self::BadToken,
            (403, _) => Self::Forbidden { code },
            (404, _) => Self::NotFound { code },
            (429, _) => {
                // The header is rounded and the body is not; the longer wait is never too early.
                let header = retry_after.and_then(|seconds| seconds.trim().parse().ok());
                let seconds = [header, refusal.retry_after].into_iter().flatten().reduce(f64::max);
                let told = seconds.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
                Self::RateLimited { retry_after: told.unwrap_or(UNTOLD_RETRY_AFTER).min(LONGEST_RETRY_AFTER) }
            }
            (500..600, _) => Self::Unavailable { status },
            _ => Self::Unexpected { status, code },
        }
    }

    pub fn retry_after(&self) -> Option<Duration> {
        match self {
            Self::RateLimited { retry_after } => Some(*retry_after),
            _ => None,
        }
    }
}

/// The innermost cause, which is the system's own; reqwest's outer ones name the address.
pub(super) fn reason(error: &reqwest::Error) -> String {
    if error.is_timeout() {
        return "timed out".to_owned();
    }
    let mut cause = error.source();
    while let Some(inner) = cause.and_then(Error::source) {
        cause = Some(inner);
    }
    cause.map_or_else(|| "the request failed".to_owned(), ToString::to_string)
}

/// The faults that Discord finds in a body, as `path: CODE`. Its sentences are left out, because they quote the body.
fn faults(errors: &Value) -> String {
    fn collect(errors: &Value, path: &str, found: &mut Vec<String>) {
        for (key, inside) in errors.as_object().into_iter().flatten() {
            if key == "_errors" {
                let codes = inside.as_array().into_iter().flatten().filter_map(|error| error["code"].as_str());
                found.extend(codes.map(|code| format!("{path}: {code}")));
            } else {
                collect(inside, &if path.is_empty() { key.clone() } else { format!("{path}.{key}") }, found);
            }
        }
    }
    let mut found = Vec::new();
    collect(errors, "", &mut found);
    // Five are enough to find the mistake.
    found.truncate(5);
    found.join(", ")
}

#[cfg(test)]
mod tests;
