//! The gateway part of the bot, at a pace that tests can wait for.

use std::future::ready;
use std::time::Duration;

use callsheet::discord::api::Api;
use callsheet::discord::gateway::error::GatewayError;
use callsheet::discord::gateway::{Gateway, Link};
use callsheet::discord::pace::{Backoff, Pace};
use callsheet::discord::respond::{Payload, Response};
use callsheet::store::Store;
use secrecy::SecretString;
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::sync::{oneshot, watch};
use tokio::task::JoinHandle;
use url::Url;

use super::discord::TOKEN;

/// Production's pace, some hundred times faster.
pub const PACE: Pace = Pace {
    reconnect: Backoff { first: Duration::from_millis(10), longest: Duration::from_millis(80) },
    register: Backoff { first: Duration::from_millis(10), longest: Duration::from_millis(80) },
    identify_gap: Duration::from_millis(5),
    lasting: Duration::from_millis(300),
    hello_within: Duration::from_millis(500),
    finish_within: Duration::from_secs(4),
};

pub struct Bot {
    pub link: watch::Receiver<Link>,
    running: JoinHandle<Result<(), GatewayError>>,
    stop: oneshot::Sender<()>,
}

impl Bot {
    /// Tells the bot to stop, and waits for it.
    pub async fn stop(self) -> Result<(), GatewayError> {
        self.stop.send(()).unwrap();
        self.running.await.unwrap()
    }

    /// Waits for the bot to end by itself.
    pub async fn end(self) -> GatewayError {
        let ended = tokio::time::timeout(Duration::from_secs(20), self.running).await;
        ended.unwrap().unwrap().unwrap_err()
    }

    /// Ends the bot as a crash would.
    pub async fn crash(self) {
        self.running.abort();
        assert!(self.running.await.unwrap_err().is_cancelled());
    }

    /// Waits until the bot's connection has this state.
    pub async fn wait_for(&mut self, is_connected: bool) -> Link {
        let link = self.link.wait_for(|link| link.connected == is_connected);
        *tokio::time::timeout(Duration::from_secs(20), link).await.unwrap().unwrap()
    }
}

/// A database that is deleted with its folder.
pub async fn store() -> (TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("test.db")).await.unwrap();
    (folder, store)
}

pub fn api(url: &Url) -> Api {
    Api::new(url, &SecretString::from(TOKEN)).unwrap()
}

/// Starts a bot that answers with [`hello`].
pub fn start(url: &Url, store: &Store) -> Bot {
    start_with(url, store, hello)
}

/// Starts a bot that answers with `answer`.
pub fn start_with(url: &Url, store: &Store, answer: impl Fn(&str) -> Option<Response> + Send + Sync + 'static) -> Bot {
    let gateway = Gateway::new(api(url), store.clone(), PACE);
    let link = gateway.link();
    let (stop, stopped) = oneshot::channel();
    let shutdown = async {
        if stopped.await.is_err() {
            // The test has dropped the bot without stopping it.
            std::future::pending::<()>().await;
        }
    };
    let running = tokio::spawn(gateway.run(Box::new(move |text| Box::pin(ready(answer(&text)))), shutdown));
    Bot { link, running, stop }
}

/// The simplest answer to any interaction.
pub fn hello(interaction: &str) -> Option<Response> {
    let interaction: Value = serde_json::from_str(interaction).unwrap();
    let body = match interaction["type"].as_u64() {
        Some(4) => json!({ "type": 8, "data": { "choices": [{ "name": "Jane Doe", "value": "1" }] } }),
        Some(3) => json!({ "type": 7, "data": { "content": "picked" } }),
        _ => json!({ "type": 4, "data": { "content": "hello", "flags": 64 } }),
    };
    let id = interaction["id"].as_str()?.parse().ok()?;
    let (token, first) = (interaction["token"].as_str()?.into(), Payload { body, file: None });
    Some(Response { interaction: id, token, first, later: None })
}
