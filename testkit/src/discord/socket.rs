//! The gateway side of the fake.

use std::time::Duration;

use axum::extract::ws::{CloseFrame, Message, WebSocket, WebSocketUpgrade};
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde_json::{Value, json};
use tokio::sync::{mpsc, watch};

use super::{APPLICATION, Refusal, Seen, TOKEN, World};

/// How a connection fails from its beginning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Script {
    /// HTTP 503 instead of a WebSocket.
    Refuse,
    /// No HELLO, nothing.
    Mute,
    /// This close code in answer to the IDENTIFY or RESUME.
    Close(u16),
    /// Op 9 in answer to the IDENTIFY or RESUME, and whether the session is still good.
    Invalid(bool),
    /// A READY with this address to resume at.
    ResumeAt(&'static str),
}

/// Events of an open connection.
#[derive(Clone, Debug)]
pub enum Order {
    /// Sends this.
    Send(Value),
    /// Closes it with this code.
    Close(u16),
    /// Breaks it without a close.
    Drop,
    /// Acknowledges no more heartbeats.
    Ignore,
}

impl Order {
    /// Op 7.
    pub fn reconnect() -> Self {
        Self::Send(json!({ "op": 7, "d": null, "s": null, "t": null }))
    }

    /// Op 9, and whether the session is still good.
    pub fn invalid_session(is_good: bool) -> Self {
        Self::Send(json!({ "op": 9, "d": is_good, "s": null, "t": null }))
    }

    /// Op 1.
    pub fn beat() -> Self {
        Self::Send(json!({ "op": 1, "d": null, "s": null, "t": null }))
    }

    /// Whether no event is sent after it.
    pub(super) fn ends_the_events(&self) -> bool {
        match self {
            Self::Send(message) => message["op"] == 9,
            Self::Close(_) | Self::Drop => true,
            Self::Ignore => false,
        }
    }
}

#[derive(Deserialize)]
pub(super) struct Version {
    v: u8,
    encoding: Option<String>,
}

/// Opens a connection.
pub(super) async fn open(
    State(world): State<watch::Sender<World>>,
    Path(path): Path<String>,
    Query(version): Query<Version>,
    upgrade: WebSocketUpgrade,
) -> Response {
    assert_eq!((version.v, version.encoding.as_deref().unwrap_or("json")), (10, "json"));
    let mut script = None;
    world.send_modify(|world| {
        world.seen.push(Seen::Connected(path));
        script = world.scripts.pop_front();
    });
    if script == Some(Script::Refuse) {
        return Refusal::status(503).into_response();
    }
    upgrade.on_upgrade(move |socket| talk(world, socket, script))
}

async fn talk(world: watch::Sender<World>, mut socket: WebSocket, script: Option<Script>) {
    let (orders, mut inbox) = mpsc::unbounded_channel();
    let heartbeat = u64::try_from(world.borrow().heartbeat.as_millis()).unwrap();
    let hello = json!({ "t": null, "s": null, "op": 10, "d": { "heartbeat_interval": heartbeat } });
    if script != Some(Script::Mute) {
        drop(send(&mut socket, &hello).await);
    }
    let mut is_deaf = false;
    let code = loop {
        tokio::select! {
            order = inbox.recv() => match order {
                Some(Order::Send(event)) => drop(send(&mut socket, &event).await),
                Some(Order::Close(code)) => close(&mut socket, code).await,
                Some(Order::Ignore) => is_deaf = true,
                Some(Order::Drop) | None => break None,
            },
            message = socket.recv() => match message {
                Some(Ok(Message::Text(text))) => {
                    let message: Value = serde_json::from_str(&text).unwrap();
                    if message["op"] == 1 {
                        world.send_modify(|world| world.seen.push(Seen::Beat));
                        if !is_deaf {
                            drop(send(&mut socket, &json!({ "op": 11, "d": null, "s": null, "t": null })).await);
                        }
                    } else {
                        hear(&world, &mut socket, &orders, script, &message).await;
                    }
                }
                Some(Ok(Message::Close(frame))) => break frame.map(|frame| frame.code),
                Some(Ok(_)) => {}
                Some(Err(_)) | None => break None,
            },
        }
    };
    world.send_modify(|world| {
        world.seen.push(Seen::Closed(code));
        if world.socket.as_ref().is_some_and(|current| current.same_channel(&orders)) {
            world.socket = None;
        }
    });
}

async fn hear(
    world: &watch::Sender<World>,
    socket: &mut WebSocket,
    orders: &mpsc::UnboundedSender<Order>,
    script: Option<Script>,
    message: &Value,
) {
    let data = &message["d"];
    match message["op"].as_u64() {
        Some(op @ (2 | 6)) => {
            let seen = if op == 2 { Seen::Identified(data.clone()) } else { Seen::Resumed(data.clone()) };
            world.send_modify(|world| world.seen.push(seen));
            // Discord accepts the token with and without the word.
            let token = data["token"].as_str().unwrap_or_default();
            if token.strip_prefix("Bot ").unwrap_or(token) != TOKEN {
                return close(socket, 4004).await;
            }
            match script {
                Some(Script::Close(code)) => close(socket, code).await,
                Some(Script::Invalid(is_good)) => {
                    drop(send(socket, &json!({ "op": 9, "d": is_good, "s": null, "t": null })).await);
                }
                _ if op == 2 => identify(world, orders, script, data),
                _ => resume(world, orders, data),
            }
        }
        _ => close(socket, 4001).await,
    }
}

/// Begins a new session.
fn identify(world: &watch::Sender<World>, orders: &mpsc::UnboundedSender<Order>, script: Option<Script>, data: &Value) {
    assert_eq!(data["intents"], 0, "the bot needs no intents");
    assert!(data["properties"].is_object());
    world.send_modify(|world| {
        world.session += 1;
        world.events.clear();
        world.socket = Some(orders.clone());
        let resume_at = match script {
            Some(Script::ResumeAt(url)) => url.to_owned(),
            _ => format!("ws://{}/resume", world.address),
        };
        world.dispatch(
            "READY",
            &json!({
                "v": 10,
                "user": { "id": APPLICATION.to_string(), "username": "Callsheet", "bot": true },
                "guilds": [],
                "session_id": format!("session-{}", world.session),
                "resume_gateway_url": resume_at,
                "shard": [0, 1],
                "application": { "id": APPLICATION.to_string(), "flags": 0 },
            }),
        );
    });
}

/// Continues the session, and sends the events that the bot missed.
fn resume(world: &watch::Sender<World>, orders: &mpsc::UnboundedSender<Order>, data: &Value) {
    world.send_modify(|world| {
        if data["session_id"] != format!("session-{}", world.session) {
            let _ = orders.send(Order::invalid_session(false));
            return;
        }
        let heard = usize::try_from(data["seq"].as_u64().unwrap()).unwrap();
        for event in &world.events[heard..] {
            let _ = orders.send(Order::Send(event.clone()));
        }
        world.socket = Some(orders.clone());
        world.dispatch("RESUMED", &json!({}));
    });
}

async fn send(socket: &mut WebSocket, event: &Value) -> Result<(), axum::Error> {
    socket.send(Message::text(event.to_string())).await
}

async fn close(socket: &mut WebSocket, code: u16) {
    let _ = socket.send(Message::Close(Some(CloseFrame { code, reason: "".into() }))).await;
    // The bot's closing frame answers this one, and does not count as its own.
    while let Ok(Some(Ok(_))) = tokio::time::timeout(Duration::from_secs(1), socket.recv()).await {}
}
