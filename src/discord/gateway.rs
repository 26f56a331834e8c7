//! The connection over which interactions arrive.
//!
//! It uses twilight-gateway rather than serenity's gateway. twilight hands out each event's JSON as it came, so an
//! interaction that no model knows still gets an answer. It resumes at Discord's `resume_gateway_url`, ends on fatal
//! close codes (serenity retries or identifies for ever), and asks before it identifies ([`Budget`]). This module
//! decides the rest: which closes end the bot, how long to pause, and when to give up a silent connection.
//!
//! A twilight shard makes progress only while it is polled, so a pause here pauses the connection.

pub mod error;

mod answers;
mod event;
mod shard;

use std::convert::Infallible;

use secrecy::ExposeSecret;
use tokio::sync::watch;
use tokio::time::sleep;
use twilight_gateway::{Config, ConfigBuilder, Intents, Session, Shard, ShardId};
use url::Url;

use crate::discord::api::Api;
use crate::discord::api::error::ApiError;
pub use crate::discord::gateway::answers::Answering;
use crate::discord::gateway::answers::Answers;
use crate::discord::gateway::error::GatewayError;
use crate::discord::gateway::shard::{Ended, Next, close, follow, trusted_address_of};
use crate::discord::identify::Budget;
use crate::discord::pace::{Pace, jittered};
use crate::store::Store;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Link {
    /// Interactions arrive.
    pub connected: bool,
    /// The application's id, known from the first connection on.
    pub application: Option<u64>,
}

#[derive(Debug)]
pub struct Gateway {
    api: Api,
    budget: Budget,
    pace: Pace,
    link: watch::Sender<Link>,
}

impl Gateway {
    /// Prepares a connection without sending anything. `store` keeps the identify budget.
    pub fn new(api: Api, store: Store, pace: Pace) -> Self {
        Self { api, budget: Budget::new(store, pace.identify_gap), pace, link: watch::Sender::default() }
    }

    pub fn link(&self) -> watch::Receiver<Link> {
        self.link.subscribe()
    }

    /// Stays connected and answers every interaction with what `answer` makes of its JSON, until `shutdown` or until
    /// Discord refuses the bot for good.
    ///
    /// On `shutdown` it takes no further interaction, closes the connection, and finishes the answers in flight.
    pub async fn run(self, answer: Answering, shutdown: impl Future<Output = ()>) -> Result<(), GatewayError> {
        let mut answers = Answers::new(self.api.clone(), answer);
        let mut shard = None;
        let ended = tokio::select! {
            biased;
            () = shutdown => Ok(()),
            ended = self.stay_connected(&mut shard, &mut answers) => ended.map(|never| match never {}),
        };
        self.link.send_modify(|link| link.connected = false);
        if let Some(shard) = shard {
            close(shard).await;
        }
        answers.finish(self.pace.finish_within).await;
        ended
    }

    /// Connects again and again. `slot` holds the shard, so that the caller can close it when this future is dropped.
    ///
    /// Each shard serves one connection. twilight could reconnect by itself, but would not pause after a connection that
    /// ended without a close.
    async fn stay_connected(
        &self,
        slot: &mut Option<Shard<Budget>>,
        answers: &mut Answers,
    ) -> Result<Infallible, GatewayError> {
        let config = ConfigBuilder::new(self.api.token().expose_secret().to_owned(), Intents::empty())
            .queue(self.budget.clone())
            // The limit is on what a bot sends, and this one sends nothing but heartbeats.
            .ratelimit_messages(false)
            .build();
        let mut address = self.find(None).await?;
        let mut resume = None;
        let mut failures = 0;
        loop {
            if resume.is_none() {
                // Wait before connecting: Discord closes a connection that is slow to identify.
                self.budget.wait().await;
            }
            let shard = slot.insert(shard(&config, &address, resume));
            let Ended { next, lasted } = follow(shard, &self.link, answers, self.pace.hello_within).await;
            self.link.send_modify(|link| link.connected = false);
            let session = shard.session().cloned();
            resume = match next {
                Next::Stop(error) => return Err(error),
                Next::Identify => None,
                Next::Resume => {
                    let at = shard.resume_url().and_then(|url| trusted_address_of(url, self.api.base()));
                    session.map(|session| Resume { session, at })
                }
                Next::ResumeElsewhere => session.map(|session| Resume { session, at: None }),
            };
            *slot = None;
            if lasted >= self.pace.lasting {
                failures = 0;
            }
            // A session that lasted is resumed at once; Discord wants a pause before a new one.
            if lasted < self.pace.lasting || resume.is_none() {
                failures += 1;
            }
            let pause = jittered(self.pace.reconnect.after(failures));
            tracing::info!(pause_s = pause.as_secs_f64(), "connecting to Discord's gateway again");
            sleep(pause).await;
            if resume.as_ref().is_none_or(|resume| resume.at.is_none()) {
                address = self.find(Some(address)).await?;
            }
        }
    }

    /// Asks for the gateway's address until there is an answer, but makes do with the `known` address after a failure.
    async fn find(&self, known: Option<String>) -> Result<String, GatewayError> {
        let mut failures = 0;
        loop {
            let error = match self.api.gateway().await {
                Ok(info) => {
                    self.budget.learn(info.session_start_limit);
                    match trusted_address_of(&info.url, self.api.base()) {
                        Some(address) => return Ok(address),
                        None => ApiError::Unreadable,
                    }
                }
                Err(ApiError::BadToken) => return Err(GatewayError::BadToken),
                Err(error) => error,
            };
            if let Some(address) = known {
                tracing::warn!(%error, "cannot ask where Discord's gateway is; trying where it was");
                return Ok(address);
            }
            failures += 1;
            let pause = jittered(self.pace.reconnect.after(failures)).max(error.retry_after().unwrap_or_default());
            tracing::warn!(%error, pause_s = pause.as_secs_f64(), "cannot ask where Discord's gateway is; trying again");
            sleep(pause).await;
        }
    }
}

/// A session to resume, and the address that Discord gave for it; `None` means any gateway.
struct Resume {
    session: Session,
    at: Option<String>,
}

/// Builds a shard that connects to `address`, or resumes a session at its own address.
fn shard(config: &Config<Budget>, address: &str, resume: Option<Resume>) -> Shard<Budget> {
    // "Proxy" is twilight's word for another address.
    let mut config = ConfigBuilder::from(config.clone()).proxy_url(on_ipv4(address));
    if let Some(Resume { session, at }) = resume {
        config = config.session(session);
        if let Some(address) = at {
            config = config.resume_url(on_ipv4(&address));
        }
    }
    Shard::with_config(ShardId::ONE, config.build())
}

/// Replaces `localhost` by its IPv4 address. twilight tries only a name's first address, which for `localhost` may be the
/// IPv6 one, while servers mostly listen on IPv4. With TLS the name stays, because the certificate is for it.
fn on_ipv4(address: &str) -> String {
    let mut url = Url::parse(address).ok().filter(|url| url.scheme() == "ws" && url.host_str() == Some("localhost"));
    let is_changed = url.as_mut().is_some_and(|url| url.set_host(Some("127.0.0.1")).is_ok());
    url.filter(|_| is_changed).map_or(address.to_owned(), |url| url.as_str().trim_end_matches('/').to_owned())
}
