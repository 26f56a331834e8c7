//! The parts of Discord that the bot needs, without checks that cost time.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use anyhow::Context as _;
use axum::extract::ws::{Message, WebSocket};
use axum::extract::{Path as UrlPath, State, WebSocketUpgrade};
use axum::routing::{get, post};
use axum::serve::ListenerExt as _;
use axum::{Json, Router};
use serde_json::{Value, json};
use tokio::sync::{broadcast, oneshot, watch};

/// The served guild.
pub(crate) const GUILD: u64 = 1000;

/// Its roles that something is granted to: as many as a server may have beside the one that everybody has, but for one.
pub(crate) const ROLES: [u64; 249] = {
    let mut roles = [0; 249];
    let mut at = 0;
    while at < roles.len() {
        roles[at] = 2000 + at as u64;
        at += 1;
    }
    roles
};

/// The fake.
pub(crate) struct Discord {
    /// The base address of its API.
    pub(crate) url: String,
    world: World,
}

/// The receiver of an answer and the time of its arrival.
type Waiting = oneshot::Sender<(Instant, Value)>;

#[derive(Clone)]
struct World {
    url: String,
    /// How often a bot has identified.
    sessions: watch::Sender<usize>,
    events: broadcast::Sender<String>,
    waiting: Arc<Mutex<BTreeMap<u64, Waiting>>>,
    sent: Arc<Mutex<u64>>,
}

impl Discord {
    pub(crate) async fn start() -> anyhow::Result<Self> {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
        let url = format!("http://{}", listener.local_addr()?);
        let world = World {
            url: url.clone(),
            events: broadcast::Sender::new(64),
            sessions: watch::Sender::default(),
            waiting: Arc::default(),
            sent: Arc::default(),
        };
        let app = Router::new()
            .route("/api/v10/gateway/bot", get(gateway))
            .route(
                "/api/v10/applications/{id}/guilds/{guild}/commands",
                get(|| async { Json(json!([])) }).put(commands),
            )
            .route("/api/v10/interactions/{id}/{token}/callback", post(callback))
            .route("/gateway/", get(socket))
            .with_state(world.clone());
        // Without it, some small packets wait 40 ms for the acknowledgement of the one before.
        let listener = listener.tap_io(|connection| connection.set_nodelay(true).expect("a socket has this option"));
        tokio::spawn(async move { axum::serve(listener, app).await });
        Ok(Self { url, world })
    }

    /// Sends an interaction and waits for its answer.
    pub(crate) async fn ask(&self, mut interaction: Value) -> (Duration, Value) {
        let (sender, receiver) = oneshot::channel();
        let id = {
            let mut sent = self.world.sent.lock().expect("nothing panics with the lock");
            *sent += 1;
            *sent
        };
        interaction["id"] = id.to_string().into();
        self.world.waiting.lock().expect("nothing panics with the lock").insert(id, sender);
        let event = json!({ "op": 0, "t": "INTERACTION_CREATE", "s": id + 1, "d": interaction }).to_string();
        let start = Instant::now();
        self.world.events.send(event).expect("the bot is connected");
        let (end, answer) = receiver.await.expect("every interaction is answered");
        (end - start, answer)
    }

    /// Waits until a bot has identified for this time.
    pub(crate) async fn wait_for_session(&self, number: usize) -> anyhow::Result<()> {
        self.world.sessions.subscribe().wait_for(|sessions| *sessions >= number).await?;
        Ok(())
    }

    /// Waits until the bot has read the account.
    pub(crate) async fn wait_for_account(&self) {
        // No contact has this id, so the first card is still to come.
        while self.ask(command(2, "id:0", &ROLES[..1])).await.1.to_string().contains("still loading") {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }
}

/// A command (2) or a keystroke (4).
pub(crate) fn command(kind: u8, name: &str, roles: &[u64]) -> Value {
    // One of some hundred technicians, because no single user asks that much.
    let user = 1140 + name.bytes().map(u64::from).sum::<u64>() % 100;
    let option = json!({ "name": "name", "type": 3, "value": name, "focused": kind == 4 });
    json!({
        "application_id": "1", "type": kind, "token": "token", "version": 1, "locale": "en-US", "guild_id": GUILD.to_string(),
        "channel_id": "1190", "entitlements": [], "attachment_size_limit": 10_485_760, "authorizing_integration_owners": {},
        "data": { "id": "1170", "name": "contact", "type": 1, "options": [option] },
        "member": {
            "user": { "id": user.to_string(), "username": "technician", "discriminator": "0", "avatar": null },
            "roles": roles.iter().map(ToString::to_string).collect::<Vec<_>>(), "joined_at": "2025-01-02T03:04:05Z", "deaf": false, "mute": false, "flags": 0, "permissions": "0",
        },
    })
}

async fn gateway(State(world): State<World>) -> Json<Value> {
    let limit = json!({ "total": 1000, "remaining": 1000, "reset_after": 0, "max_concurrency": 1 });
    Json(json!({ "url": world.url.replace("http", "ws") + "/gateway", "shards": 1, "session_start_limit": limit }))
}

async fn commands(Json(commands): Json<Value>) -> Json<Value> {
    Json(commands)
}

async fn callback(State(world): State<World>, UrlPath((id, _)): UrlPath<(u64, String)>, Json(answer): Json<Value>) {
    let waiting = world.waiting.lock().expect("nothing panics with the lock").remove(&id);
    if let Some(waiting) = waiting {
        // The receiver is gone if the measuring has ended.
        let _ = waiting.send((Instant::now(), answer));
    }
}

async fn socket(State(world): State<World>, upgrade: WebSocketUpgrade) -> axum::response::Response {
    upgrade.on_upgrade(async move |mut socket| {
        // A killed bot breaks the socket.
        let _ = speak(&mut socket, &world).await;
    })
}

async fn speak(socket: &mut WebSocket, world: &World) -> anyhow::Result<()> {
    let hello = json!({ "op": 10, "d": { "heartbeat_interval": 41_250 }, "s": null, "t": null });
    socket.send(Message::text(hello.to_string())).await?;
    let mut events = None;
    loop {
        let event = async {
            match &mut events {
                None => std::future::pending().await,
                Some(events) => broadcast::Receiver::recv(events).await,
            }
        };
        tokio::select! {
            event = event => socket.send(Message::text(event?)).await?,
            message = socket.recv() => {
                let Message::Text(text) = message.context("closed")?? else { continue };
                match serde_json::from_str::<Value>(&text)?["op"].as_u64() {
                    Some(1) => socket.send(Message::text(json!({ "op": 11, "d": null, "s": null, "t": null }).to_string())).await?,
                    Some(2) => {
                        let data = json!({
                            "v": 10, "session_id": "session", "resume_gateway_url": world.url.replace("http", "ws") + "/gateway",
                            "application": { "id": "1", "flags": 0 }, "guilds": [],
                            "user": { "id": "1", "username": "Callsheet", "discriminator": "0", "avatar": null, "bot": true },
                        });
                        let ready = json!({ "op": 0, "t": "READY", "s": 1, "d": data });
                        socket.send(Message::text(ready.to_string())).await?;
                        events = Some(world.events.subscribe());
                        world.sessions.send_modify(|sessions| *sessions += 1);
                    }
                    _ => {}
                }
            }
        }
    }
}
