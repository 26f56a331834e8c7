//! Failures of IT Glue, by their remedy.

use std::time::Duration;

use serde_json::Value;

pub type Result<T, E = ItGlueError> = std::result::Result<T, E>;

/// A request to IT Glue that did not succeed. From the answer it carries only the status and the name of a field.
#[derive(Debug, thiserror::Error)]
pub enum ItGlueError {
    /// The configured address is no `http` or `https` address of a host.
    #[error("the IT Glue URL is invalid")]
    Address,
    /// The key holds line breaks or the like.
    #[error("the IT Glue API key contains invalid characters")]
    Key,
    /// TLS or the like is not available.
    #[error("could not set up a connection to IT Glue")]
    Setup(#[source] reqwest::Error),
    /// 403: the service does not know the key.
    #[error("IT Glue rejected the API key (403)")]
    Forbidden,
    /// 401: the service knows the key, and does not let it read this.
    #[error("the IT Glue API key lacks permission (401)")]
    Unauthorized,
    #[error("IT Glue's API is not at this URL (404)")]
    NotFound,
    #[error("IT Glue does not accept the content type (415)")]
    ContentType,
    /// 400, 422 and the rest of the 4xx.
    #[error("IT Glue rejected the request ({status}{})", about(.field.as_deref()))]
    Rejected { status: u16, field: Option<String> },
    #[error("IT Glue's rate limit is reached (429)")]
    TooManyRequests { retry_after: Option<Duration> },
    /// The service says so itself, or no answer came in time.
    #[error("IT Glue took too long to answer")]
    TimedOut,
    #[error("IT Glue returned an error ({status})")]
    Failed { status: u16, retry_after: Option<Duration> },
    /// 3xx. Never followed, so that the key cannot end up elsewhere.
    #[error("IT Glue redirected the request ({status})")]
    Redirected { status: u16 },
    #[error("got a web page instead of IT Glue's API ({status})")]
    Html { status: u16 },
    #[error("IT Glue's response is empty")]
    Empty,
    #[error("IT Glue's response was cut off")]
    Truncated,
    #[error("IT Glue's response is invalid")]
    Malformed,
    /// The body is larger than any page can be.
    #[error("IT Glue's response is too large")]
    TooLarge,
    #[error("could not connect to IT Glue")]
    Connection(#[source] reqwest::Error),
}

fn about(field: Option<&str>) -> String {
    field.map(|field| format!(", {field}")).unwrap_or_default()
}

impl ItGlueError {
    /// What an operator can do about it. The calling code decides whether to try again.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Address => "IT_GLUE_API_URL must be a URL that starts with http:// or https://, without a user name",
            Self::Key => "set IT_GLUE_API_KEY to the key exactly as IT Glue showed it",
            Self::Setup(_) => "the system's TLS certificates could not be used",
            Self::Forbidden => {
                "the key is wrong, revoked or from another region: check IT_GLUE_API_KEY and IT_GLUE_REGION"
            }
            Self::Unauthorized => "the key is valid, but its access is limited: check it in IT Glue",
            Self::NotFound => "set IT_GLUE_API_URL to the API, not to the website",
            Self::ContentType => "a proxy may be changing the requests",
            Self::Rejected { .. } => "this version may be too old for IT Glue's API: check for an update",
            Self::TooManyRequests { .. } => "another program may share the limit",
            Self::TimedOut => "IT Glue is slow",
            Self::Failed { .. } => "the problem is on IT Glue's side",
            Self::Redirected { .. } => "set IT_GLUE_API_URL to the API; redirects are not followed",
            Self::Html { .. } => "a proxy or a sign-in page is in the way, or IT_GLUE_API_URL is not the API",
            Self::Empty | Self::Truncated | Self::Malformed | Self::TooLarge => {
                "IT Glue or a proxy sent a bad response"
            }
            Self::Connection(_) => "check the network, DNS and proxy",
        }
    }

    /// Whether IT Glue refuses the key, as opposed to failing or being out of reach.
    pub fn is_refusal(&self) -> bool {
        matches!(self, Self::Forbidden | Self::Unauthorized)
    }

    /// Whether the same request may succeed a little later. A time-out does not count: it calls for a smaller page.
    pub(super) fn is_passing(&self) -> bool {
        match self {
            Self::TooManyRequests { .. }
            | Self::Failed { .. }
            | Self::Empty
            | Self::Truncated
            | Self::Malformed
            | Self::Connection(_) => true,
            Self::Html { status } => *status < 400,
            _ => false,
        }
    }

    pub(super) fn of_answer(status: u16, retry_after: Option<Duration>, body: &str) -> Self {
        let json: Value = serde_json::from_str(body).unwrap_or_default();
        if matches!(status, 408 | 504) || (status >= 400 && says_timed_out(&json)) {
            return Self::TimedOut;
        }
        match status {
            300..400 => Self::Redirected { status },
            400..500 if status != 404 && looks_like_html(body) => Self::Html { status },
            401 => Self::Unauthorized,
            403 => Self::Forbidden,
            404 => Self::NotFound,
            415 => Self::ContentType,
            429 => Self::TooManyRequests { retry_after },
            400..500 => Self::Rejected { status, field: field(&json) },
            _ => Self::Failed { status, retry_after },
        }
    }
}

pub(super) fn looks_like_html(body: &str) -> bool {
    body.trim_start_matches('\u{feff}').trim_start().starts_with('<')
}

/// Whether the service, or the gateway before it, says that the request took too long.
fn says_timed_out(body: &Value) -> bool {
    let errors = body["errors"].as_array().map(Vec::as_slice).unwrap_or_default();
    let texts = errors.iter().flat_map(|error| [&error["detail"], &error["title"]]).chain([&body["message"]]);
    texts.filter_map(Value::as_str).any(|text| text.contains("timed out") || text.contains("took too long"))
}

/// The field the service complains about, if it is a field's name: never a value.
fn field(body: &Value) -> Option<String> {
    let pointer = body["errors"][0]["source"]["pointer"].as_str()?;
    let field = pointer.rsplit('/').next()?;
    let is_name = !field.is_empty()
        && field.len() <= 40
        && field.chars().all(|character| character.is_ascii_lowercase() || matches!(character, '-' | '_' | '.'));
    is_name.then(|| field.to_owned())
}
