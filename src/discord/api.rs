//! Discord's HTTP API, as far as the bot needs it.
//!
//! This is a client of our own on reqwest although serenity has one: serenity's `http` feature cannot be had without
//! its WebSocket stack, whose rustls-webpki has known advisories, and with another base URL it has to run without its
//! rate limiter, which loses `Retry-After`. The bot makes seven calls.
//!
//! Rate limits are honoured as Discord reports them and not foreseen: every route is used once per guild and start, or
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

use crate::answer::File;
use crate::discord::api::error::ApiError;
use crate::discord::pace::{Backoff, jittered};
use crate::discord::respond::Payload;

/// Discord asks for a name of this form; without one, its edge blocks the client.
const USER_AGENT: &str = concat!("DiscordBot (", env!("CARGO_PKG_NAME"), ", ", env!("CARGO_PKG_VERSION"), ")");

const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);

/// Discord's own edge gives up on a slow answer in about this time.
const REQUEST_TIMEOUT: Duration = Duration::from_secs(15);

/// Routers forget an idle connection after a minute or more; a callback must not be lost in one.
const POOL_IDLE_TIMEOUT: Duration = Duration::from_secs(45);

/// The longest answer that is read. The longest expected one is a guild's commands: a hundred at most, of which Discord takes
/// 8,000 characters each and a few languages.
const LARGEST_ANSWER: usize = 8 * 1024 * 1024;

/// How long a call may wait out rate limits before its caller hears of them.
const RATE_LIMIT_PATIENCE: Duration = Duration::from_mins(1);

/// How long one attempt at a callback may take: of the 3 s that Discord gives, enough is left for a second one.
const CALLBACK_TIMEOUT: Duration = Duration::from_millis(1200);

const CALLBACK_RETRY: Backoff = Backoff { first: Duration::from_millis(100), longest: Duration::from_millis(400) };

/// A connection to Discord's HTTP API with a bot's token. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Api {
    http: reqwest::Client,
    base: Url,
    token: SecretString,
    authorization: HeaderValue,
}

/// Where the gateway is, and how often one may still identify there.
#[derive(Clone, Debug, Deserialize)]
pub struct GatewayInfo {
    /// The address of the gateway.
    pub url: String,
    /// Absent, or not to be read, where something that is not quite Discord answers.
    #[serde(default, deserialize_with = "if_readable")]
    pub session_start_limit: Option<SessionStartLimit>,
}

/// How often the bot may still identify, as Discord counts it.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct SessionStartLimit {
    /// IDENTIFYs left.
    pub remaining: u64,
    /// Milliseconds until there are as many again as on any day.
    pub reset_after: u64,
}

fn if_readable<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<SessionStartLimit>, D::Error> {
    Value::deserialize(deserializer).map(|value| serde_json::from_value(value).ok())
}

impl Api {
    /// Prepares a connection to `base` (scheme and host, perhaps a path); nothing is sent yet.
    pub fn new(base: &Url, token: &SecretString) -> Result<Self, ApiError> {
        // Fails where a provider is installed already, and then there is nothing to do.
        let _ = rustls::crypto::ring::default_provider().install_default();
        if !matches!(base.scheme(), "http" | "https") || !base.has_host() {
            return Err(ApiError::BaseUrl);
        }
        let token = token.expose_secret().trim();
        // Both ways of writing a token circulate; the header wants the word once.
        let token = token.strip_prefix("Bot ").unwrap_or(token);
        let mut authorization = HeaderValue::from_str(&format!("Bot {token}")).map_err(|_| ApiError::BadToken)?;
        authorization.set_sensitive(true);
        let http = reqwest::Client::builder()
            .user_agent(USER_AGENT)
            .connect_timeout(CONNECT_TIMEOUT)
            .timeout(REQUEST_TIMEOUT)
            .pool_idle_timeout(POOL_IDLE_TIMEOUT)
            // The token goes to the configured host and to no other.
            .redirect(reqwest::redirect::Policy::none())
            // The gateway's socket cannot use a proxy, so one for the other half of the traffic helps nobody.
            .no_proxy()
            .build()
            .map_err(|source| ApiError::Client { reason: error::reason(&source) })?;
        Ok(Self { http, base: base.clone(), token: token.into(), authorization })
    }

    /// Where it is.
    #[must_use]
    pub(super) fn base(&self) -> &Url {
        &self.base
    }

    /// The bot's token, without the word "Bot".
    #[must_use]
    pub fn token(&self) -> &SecretString {
        &self.token
    }

    /// Where the gateway is, and how often one may still identify there. What is not quite Discord may know only the
    /// first.
    pub async fn gateway(&self) -> Result<GatewayInfo, ApiError> {
        match self.authorized(Method::GET, self.url(&["gateway", "bot"]), None).await {
            Err(ApiError::NotFound { .. }) => self.authorized(Method::GET, self.url(&["gateway"]), None).await,
            answer => answer,
        }
    }

    /// The id of the bot's application.
    pub async fn application(&self) -> Result<u64, ApiError> {
        #[derive(Deserialize)]
        struct Application {
            id: String,
        }
        let application: Application = self.authorized(Method::GET, self.url(&["applications", "@me"]), None).await?;
        application.id.parse().map_err(|_| ApiError::Unreadable)
    }

    /// The commands that a guild has, with all their localizations.
    pub async fn commands(&self, application: u64, guild: u64) -> Result<Vec<Value>, ApiError> {
        let mut url = self.commands_url(application, guild);
        url.set_query(Some("with_localizations=true"));
        self.authorized(Method::GET, url, None).await
    }

    /// Gives a guild these commands and no others.
    pub async fn set_commands(&self, application: u64, guild: u64, manifests: &[Value]) -> Result<(), ApiError> {
        let url = self.commands_url(application, guild);
        let _: Value = self.authorized(Method::PUT, url, Some(&json!(manifests))).await?;
        Ok(())
    }

    /// Posts a message to a channel.
    pub async fn post(&self, channel: u64, message: &Value) -> Result<(), ApiError> {
        let url = self.url(&["channels", &channel.to_string(), "messages"]);
        let _: Value = self.authorized(Method::POST, url, Some(message)).await?;
        Ok(())
    }

    /// Answers an interaction. The attempts end at `deadline`: an answer that is late is no answer.
    pub async fn answer(
        &self,
        interaction: u64,
        token: &SecretString,
        payload: &Payload,
        deadline: Instant,
    ) -> Result<(), ApiError> {
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
    ) -> Result<(), ApiError> {
        let application = application.to_string();
        let url = self.url(&["webhooks", &application, token.expose_secret(), "messages", "@original"]);
        self.deliver(Method::PATCH, url, payload, deadline).await
    }

    async fn deliver(&self, method: Method, url: Url, payload: &Payload, deadline: Instant) -> Result<(), ApiError> {
        let mut failures = 0;
        loop {
            let time_left = deadline.saturating_duration_since(Instant::now());
            // Discord is content with the interaction's own token; a proxy before it tells bots apart by theirs.
            let request = self.http.request(method.clone(), url.clone());
            let request = request.header(AUTHORIZATION, self.authorization.clone());
            let request = match &payload.file {
                None => request.json(&payload.body),
                Some(file) => request.multipart(form(&payload.body, file)),
            };
            let error = match exchange(request.timeout(time_left.min(CALLBACK_TIMEOUT))).await {
                Ok(_) => return Ok(()),
                // An earlier attempt got through, and only the news of it was lost.
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

    async fn authorized<T: DeserializeOwned>(
        &self,
        method: Method,
        url: Url,
        body: Option<&Value>,
    ) -> Result<T, ApiError> {
        let deadline = Instant::now() + RATE_LIMIT_PATIENCE;
        loop {
            let mut request = self.http.request(method.clone(), url.clone());
            request = request.header(AUTHORIZATION, self.authorization.clone());
            if let Some(body) = body {
                request = request.json(body);
            }
            match exchange(request).await {
                // The parser's own message quotes what it read.
                Ok(body) => return serde_json::from_slice(&body).map_err(|_| ApiError::Unreadable),
                Err(ApiError::RateLimited { retry_after }) if Instant::now() + retry_after < deadline => {
                    tracing::info!(retry_after_s = retry_after.as_secs_f64(), "Discord asks to slow down");
                    sleep(retry_after).await;
                }
                Err(error) => return Err(error),
            }
        }
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

/// A body with its file, which says what the file is called and under which number it comes.
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

/// Sends a request once. The address is kept out of every error: a callback's contains the interaction's token.
async fn exchange(request: RequestBuilder) -> Result<Vec<u8>, ApiError> {
    let mut response = request.send().await.map_err(|error| ApiError::unreachable(&error))?;
    let status = response.status();
    let retry_after = response.headers().get(RETRY_AFTER).and_then(|header| header.to_str().ok()).map(str::to_owned);
    let body = read(&mut response).await?;
    match body {
        Some(body) if status.is_success() => Ok(body),
        None if status.is_success() => Err(ApiError::TooLarge),
        // Of a refusal without an end, that it is one is all that can be known.
        body => Err(ApiError::from_response(status.as_u16(), retry_after.as_deref(), &body.unwrap_or_default())),
    }
}

/// The body of an answer; `None` where it is longer than any may be.
async fn read(response: &mut reqwest::Response) -> Result<Option<Vec<u8>>, ApiError> {
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
mod tests {
    use super::*;

    const DISCORD: &str = "https://discord.com";

    fn api(base: &str, token: &str) -> Result<Api, ApiError> {
        Api::new(&base.parse().unwrap(), &token.into())
    }

    #[test]
    fn paths_are_added_to_the_base() {
        let cases = [
            (DISCORD, "https://discord.com/api/v10/gateway/bot"),
            ("http://127.0.0.1:9000", "http://127.0.0.1:9000/api/v10/gateway/bot"),
            ("http://proxy.example/discord/", "http://proxy.example/discord/api/v10/gateway/bot"),
        ];
        for (base, expected) in cases {
            assert_eq!(api(base, "t").unwrap().url(&["gateway", "bot"]).as_str(), expected);
        }
    }

    #[test]
    fn a_token_stays_one_part_of_the_path() {
        let url = api(DISCORD, "t").unwrap().url(&["interactions", "1", "a/../b?c", "callback"]);
        assert_eq!(url.as_str(), "https://discord.com/api/v10/interactions/1/a%2F..%2Fb%3Fc/callback");
    }

    #[test]
    fn unusable_settings_are_refused_at_once() {
        assert_eq!(api("ftp://discord.example", "t").unwrap_err(), ApiError::BaseUrl);
        assert_eq!(api("mailto:discord", "t").unwrap_err(), ApiError::BaseUrl);
        assert_eq!(api(DISCORD, "two\nlines").unwrap_err(), ApiError::BadToken);
    }

    #[test]
    fn the_token_is_kept_without_its_scheme_and_out_of_sight() {
        let api = api(DISCORD, " Bot the-token\n").unwrap();
        assert_eq!(api.token().expose_secret(), "the-token");
        assert!(!format!("{api:?}").contains("the-token"));
    }
}
