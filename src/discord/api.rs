//! The few calls of Discord's HTTP API that the bot makes.
//!
//! serenity has a client too, but its `http` feature pulls in a WebSocket stack whose rustls-webpki has known advisories,
//! and with another base URL it runs without its rate limiter, which loses `Retry-After`. The bot makes seven calls.
//!
//! Rate limits are obeyed when Discord reports them, not predicted: each route is used once per guild and start, or
//! once per interaction, so no call shares a limit with another.

pub mod error;

use std::time::Duration;

use reqwest::header::{AUTHORIZATION, CONTENT_TYPE, HeaderValue, RETRY_AFTER};
use reqwest::multipart::{Form, Part};
use reqwest::{Method, RequestBuilder};
use secrecy::{ExposeSecret, SecretString};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};
use serde_json::{Value, json};
use tokio::time::{Instant, sleep};
use url::Url;

use crate::discord::api::error::{ApiError, Result};
use crate::discord::pace::{Backoff, jittered};
use crate::discord::respond::Payload;
use callsheet_core::answer::File;

/// Discord's edge blocks clients without a name of this form.
const USER_AGENT: &str = concat!("DiscordBot (", env!("CARGO_PKG_NAME"), ", ", env!("CARGO_PKG_VERSION"), ")");

const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);

/// Discord's edge gives up on a slow answer after about this time.
const REQUEST_TIMEOUT: Duration = Duration::from_secs(15);

/// Routers drop an idle connection after a minute or more; a callback sent over a dropped one would be lost.
const POOL_IDLE_TIMEOUT: Duration = Duration::from_secs(45);

/// The longest answer that is read. The longest expected one lists a hundred commands of 8,000 characters each.
const LARGEST_ANSWER: usize = 8 * 1024 * 1024;

/// How long a call waits out rate limits before it fails with one.
const RATE_LIMIT_PATIENCE: Duration = Duration::from_mins(1);

/// How long one attempt at a callback may take. Discord gives 3 s, which leaves time for a second attempt.
const CALLBACK_TIMEOUT: Duration = Duration::from_millis(1200);

const CALLBACK_RETRY: Backoff = Backoff { first: Duration::from_millis(100), longest: Duration::from_millis(400) };

/// A client of Discord's HTTP API with a bot's token. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Api {
    http: reqwest::Client,
    base: Url,
    token: SecretString,
    authorization: HeaderValue,
}

/// The gateway's address, and how often the bot may still identify there.
#[derive(Clone, Debug, Deserialize)]
pub struct GatewayInfo {
    pub url: String,
    /// `None` if a stand-in for Discord leaves it out or sends it unreadable.
    #[serde(default, deserialize_with = "if_readable")]
    pub session_start_limit: Option<SessionStartLimit>,
}

/// How often the bot may still identify, as Discord counts it.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct SessionStartLimit {
    pub remaining: u64,
    /// Milliseconds until the daily count starts anew.
    pub reset_after: u64,
}

fn if_readable<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<SessionStartLimit>, D::Error> {
    Value::deserialize(deserializer).map(|value| serde_json::from_value(value).ok())
}

impl Api {
    /// Prepares a client for `base` (scheme and host, perhaps a path) without sending anything.
    pub fn new(base: &Url, token: &SecretString) -> Result<Self> {
        // Fails if a provider is installed already, which is fine.
        let _ = rustls::crypto::ring::default_provider().install_default();
        if !matches!(base.scheme(), "http" | "https") || !base.has_host() {
            return Err(ApiError::BaseUrl);
        }
        let token = token.expose_secret().trim();
        // Operators paste tokens with and without the word "Bot"; the header needs it once.
        let token = token.strip_prefix("Bot ").unwrap_or(token);
        let mut authorization = HeaderValue::from_str(&format!("Bot {token}")).map_err(|_| ApiError::BadToken)?;
        authorization.set_sensitive(true);
        let http = reqwest::Client::builder()
            .user_agent(USER_AGENT)
            .connect_timeout(CONNECT_TIMEOUT)
            .timeout(REQUEST_TIMEOUT)
            .pool_idle_timeout(POOL_IDLE_TIMEOUT)
            // The token goes to the configured host only.
            .redirect(reqwest::redirect::Policy::none())
            // The gateway's socket cannot use a proxy, so a proxy for the other half of the traffic is of no use.
            .no_proxy()
            .build()
            .map_err(|source| ApiError::Client { reason: error::reason(&source) })?;
        Ok(Self { http, base: base.clone(), token: token.into(), authorization })
    }

    pub(super) fn base(&self) -> &Url {
        &self.base
    }

    pub fn token(&self) -> &SecretString {
        &self.token
    }

    /// Asks for the gateway's address and the identify limit. A stand-in for Discord may know only the address.
    pub async fn gateway(&self) -> Result<GatewayInfo> {
        match self.authorized(Method::GET, self.url(&["gateway", "bot"]), None).await {
            Err(ApiError::NotFound { .. }) => self.authorized(Method::GET, self.url(&["gateway"]), None).await,
            answer => answer,
        }
    }

    pub async fn application(&self) -> Result<u64> {
        let application: Value = self.authorized(Method::GET, self.url(&["applications", "@me"]), None).await?;
        application["id"].as_str().and_then(|id| id.parse().ok()).ok_or(ApiError::Unreadable)
    }

    pub async fn commands(&self, application: u64, guild: u64) -> Result<Vec<Value>> {
        self.authorized(Method::GET, self.commands_url(application, guild), None).await
    }

    /// Replaces a guild's commands with these, and returns them as Discord has them.
    pub async fn set_commands(&self, application: u64, guild: u64, manifests: &[Value]) -> Result<Vec<Value>> {
        let url = self.commands_url(application, guild);
        self.authorized(Method::PUT, url, Some(&json!(manifests))).await
    }

    pub async fn post(&self, channel: u64, message: &Value) -> Result<()> {
        let url = self.url(&["channels", &channel.to_string(), "messages"]);
        let _: Value = self.authorized(Method::POST, url, Some(message)).await?;
        Ok(())
    }

    /// Answers an interaction. The attempts end at `deadline`, after which Discord takes no answer.
    pub async fn answer(
        &self,
        interaction: u64,
        token: &SecretString,
        payload: &Payload,
        deadline: Instant,
    ) -> Result<()> {
        let url = self.url(&["interactions", &interaction.to_string(), token.expose_secret(), "callback"]);
        self.deliver(Method::POST, url, payload, deadline).await
    }

    /// Changes the answer to an interaction. The attempts end at `deadline`.
    pub async fn edit(
        &self,
        application: u64,
        token: &SecretString,
        payload: &Payload,
        deadline: Instant,
    ) -> Result<()> {
        let application = application.to_string();
        let url = self.url(&["webhooks", &application, token.expose_secret(), "messages", "@original"]);
        self.deliver(Method::PATCH, url, payload, deadline).await
    }

    async fn deliver(&self, method: Method, url: Url, payload: &Payload, deadline: Instant) -> Result<()> {
        let mut failures = 0;
        loop {
            let time_left = deadline.saturating_duration_since(Instant::now());
            // Discord needs only the interaction's token, but a proxy in front of it tells bots apart by their own.
            let request = self.request(&method, &url);
            let request = match &payload.file {
                None => request.json(&payload.body),
                Some(file) => request.multipart(form(&payload.body, file)),
            };
            let error = match exchange(request.timeout(time_left.min(CALLBACK_TIMEOUT))).await {
                Ok(_) => return Ok(()),
                // An earlier attempt got through, and only its confirmation was lost.
                Err(ApiError::AlreadyAcknowledged) if failures > 0 => return Ok(()),
                Err(error) => error,
            };
            failures += 1;
            let pause = match &error {
                ApiError::RateLimited { retry_after } => *retry_after,
                ApiError::Unavailable { .. } | ApiError::Unreachable { .. } => jittered(CALLBACK_RETRY.after(failures)),
                _ => return Err(error),
            };
            if Instant::now() + pause >= deadline {
                return Err(error);
            }
            sleep(pause).await;
        }
    }

    async fn authorized<T: DeserializeOwned>(&self, method: Method, url: Url, body: Option<&Value>) -> Result<T> {
        let deadline = Instant::now() + RATE_LIMIT_PATIENCE;
        loop {
            let mut request = self.request(&method, &url);
            if let Some(body) = body {
                request = request.json(body);
            }
            match exchange(request).await {
                // The parser's message would quote the body.
                Ok(body) => return serde_json::from_slice(&body).map_err(|_| ApiError::Unreadable),
                Err(ApiError::RateLimited { retry_after }) if Instant::now() + retry_after < deadline => {
                    tracing::info!(retry_after_s = retry_after.as_secs_f64(), "Discord asks to slow down");
                    sleep(retry_after).await;
                }
                Err(error) => return Err(error),
            }
        }
    }

    fn request(&self, method: &Method, url: &Url) -> RequestBuilder {
        self.http.request(method.clone(), url.clone()).header(AUTHORIZATION, self.authorization.clone())
    }

    fn commands_url(&self, application: u64, guild: u64) -> Url {
        self.url(&["applications", &application.to_string(), "guilds", &guild.to_string(), "commands"])
    }

    fn url(&self, path: &[&str]) -> Url {
        let mut url = self.base.clone();
        // A base with a host always has segments.
        if let Ok(mut segments) = url.path_segments_mut() {
            segments.pop_if_empty().extend(["api", "v10"]).extend(path);
        }
        url
    }
}

/// Builds a form of the body and the file, and lists the file's number and name in the body.
fn form(body: &Value, file: &File) -> Form {
    let mut body = body.clone();
    // A callback has its message inside.
    let message = if body.get("data").is_some() { &mut body["data"] } else { &mut body };
    if let Some(message) = message.as_object_mut() {
        message.insert("attachments".to_owned(), json!([{ "id": "0", "filename": file.name }]));
    }
    let of_type = |part: Part, media_type: &str| {
        let media_type = HeaderValue::from_str(media_type).ok();
        part.headers(media_type.map(|media_type| (CONTENT_TYPE, media_type)).into_iter().collect())
    };
    let bytes = Part::text(file.content.clone()).file_name(file.name.clone());
    Form::new()
        .part("payload_json", of_type(Part::text(body.to_string()), "application/json"))
        .part("files[0]", of_type(bytes, file.media_type))
}

/// Sends a request once. No error contains the address, because a callback's address contains the interaction's token.
async fn exchange(request: RequestBuilder) -> Result<Vec<u8>> {
    let mut response = request.send().await.map_err(|error| ApiError::unreachable(&error))?;
    let status = response.status();
    let retry_after = response.headers().get(RETRY_AFTER).and_then(|header| header.to_str().ok()).map(str::to_owned);
    let body = read(&mut response).await?;
    match body {
        Some(body) if status.is_success() => Ok(body),
        None if status.is_success() => Err(ApiError::TooLarge),
        // A refusal that is too long is still known by its status.
        body => Err(ApiError::from_response(status.as_u16(), retry_after.as_deref(), &body.unwrap_or_default())),
    }
}

/// Reads the body of an answer; `None` if it is too long.
async fn read(response: &mut reqwest::Response) -> Result<Option<Vec<u8>>> {
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(|error| ApiError::unreachable(&error))? {
        if body.len() + chunk.len() > LARGEST_ANSWER {
            return Ok(None);
        }
        body.extend_from_slice(&chunk);
    }
    Ok(Some(body))
}

#[cfg(test)]
mod tests;
