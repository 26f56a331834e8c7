//! The HTTP side of the fake.

use std::collections::VecDeque;
use std::collections::btree_map::Entry;

use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use axum::routing::{any, get, patch, post};
use axum::{Json, Router};
use serde_json::{Value, json};
use tokio::sync::watch;
use url::Url;

use super::{APPLICATION, Seen, TOKEN, World, callback, socket};
use crate::payload;

type Shared = State<watch::Sender<World>>;

/// Routes that can be refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Route {
    /// `GET /gateway/bot`.
    Gateway,
    /// `GET /applications/@me`.
    Application,
    /// `GET` and `PUT` of this guild's commands.
    Commands(u64),
    /// `POST` of an answer.
    Answer,
    /// `PATCH` of an answer.
    Edit,
    /// `POST` of a message to a channel.
    Message,
}

#[derive(Clone, Debug)]
pub struct Refusal {
    pub status: u16,
    /// An additional header.
    pub header: Option<(&'static str, String)>,
    pub body: Value,
}

impl Refusal {
    /// A status with an HTML page that no client can read.
    pub fn status(status: u16) -> Self {
        Self { status, header: None, body: "<html></html>".into() }
    }

    /// One of Discord's own errors, by its code.
    pub fn code(status: u16, code: u64) -> Self {
        Self { status, header: None, body: json!({ "message": "refused", "code": code }) }
    }

    /// A redirect.
    pub fn elsewhere(url: &Url) -> Self {
        Self { status: 307, header: Some(("location", url.to_string())), body: "".into() }
    }

    /// A rate limit.
    pub fn slow_down(seconds: &'static str) -> Self {
        let body = json!({ "message": "You are being rate limited.", "retry_after": 0.001, "global": false });
        Self { status: 429, header: Some(("retry-after", seconds.to_owned())), body }
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap();
        let mut response = match self.body {
            Value::String(page) => (status, page).into_response(),
            body => (status, Json(body)).into_response(),
        };
        if let Some((name, value)) = self.header {
            response.headers_mut().insert(name, value.parse().unwrap());
        }
        response
    }
}

/// The routes of Discord that the bot needs; any other request is a fault of the bot.
pub(super) fn router(world: watch::Sender<World>) -> Router {
    let commands = get(get_commands).put(put_commands);
    Router::new()
        .route("/api/v10/gateway/bot", get(gateway))
        .route("/api/v10/applications/@me", get(application))
        .route("/api/v10/applications/{application}/guilds/{guild}/commands", commands)
        .route("/api/v10/channels/{channel}/messages", post(message))
        .route("/api/v10/interactions/{interaction}/{token}/callback", post(answer))
        .route("/api/v10/webhooks/{application}/{token}/messages/{message}", patch(edit))
        // Some clients add a slash before the query, some do not.
        .route("/{name}", any(socket::open))
        .route("/{name}/", any(socket::open))
        .fallback(unknown)
        .with_state(world)
}

async fn unknown(State(world): Shared, uri: Uri) -> Refusal {
    world.send_modify(|world| world.faults.push(format!("there is no {}", uri.path())));
    Refusal::code(404, 0)
}

async fn gateway(State(world): Shared, headers: HeaderMap) -> Result<Json<Value>, Refusal> {
    let refusal = enter(&world, Route::Gateway, Seen::AskedForGateway);
    authorized(&headers)?;
    refusal?;
    let world = world.borrow();
    Ok(Json(json!({
        "url": format!("ws://{}/gw", world.address),
        "shards": 1,
        "session_start_limit": {
            "total": 1000, "remaining": world.identifies_left, "reset_after": 14_400_000, "max_concurrency": 1,
        },
    })))
}

async fn application(State(world): Shared, headers: HeaderMap) -> Result<Json<Value>, Refusal> {
    let refusal = enter(&world, Route::Application, Seen::AskedForApplication);
    authorized(&headers)?;
    refusal?;
    Ok(Json(json!({ "id": APPLICATION.to_string(), "name": "Callsheet", "flags": 0 })))
}

async fn get_commands(
    State(world): Shared,
    Path((application, guild)): Path<(u64, u64)>,
    headers: HeaderMap,
) -> Result<Json<Value>, Refusal> {
    let refusal = enter(&world, Route::Commands(guild), Seen::AskedForCommands(guild));
    authorized(&headers)?;
    refusal?;
    assert_eq!(application, APPLICATION);
    Ok(Json(world.borrow().commands.get(&guild).cloned().unwrap_or(json!([]))))
}

async fn put_commands(
    State(world): Shared,
    Path((application, guild)): Path<(u64, u64)>,
    headers: HeaderMap,
    Json(body): Json<Value>,
) -> Result<Json<Value>, Refusal> {
    let refusal = enter(&world, Route::Commands(guild), Seen::SentCommands(guild, body.clone()));
    authorized(&headers)?;
    refusal?;
    assert_eq!(application, APPLICATION);
    accept(&world, payload::check_commands(&body))?;
    let mut commands = body;
    world.send_modify(|world| {
        for command in commands.as_array_mut().unwrap() {
            command["id"] = world.new_id().to_string().into();
            command["application_id"] = application.to_string().into();
            command["guild_id"] = guild.to_string().into();
            command["version"] = world.new_id().to_string().into();
            command["type"] = command["type"].as_u64().unwrap_or(1).into();
            command["nsfw"] = false.into();
            if command["description"].is_null() {
                command["description"] = "".into();
            }
            // Kept for global commands only.
            command["contexts"] = Value::Null;
        }
        world.commands.insert(guild, commands.clone());
    });
    Ok(Json(commands))
}

async fn message(
    State(world): Shared,
    Path(channel): Path<u64>,
    headers: HeaderMap,
    Json(body): Json<Value>,
) -> Result<Json<Value>, Refusal> {
    let refusal = enter(&world, Route::Message, Seen::Posted(channel, body.clone()));
    authorized(&headers)?;
    refusal?;
    accept(&world, payload::check_message(&body))?;
    let mut id = 0;
    world.send_modify(|world| id = world.new_id());
    Ok(Json(json!({ "id": id.to_string(), "channel_id": channel.to_string(), "content": body["content"] })))
}

async fn answer(
    State(world): Shared,
    Path((interaction, token)): Path<(u64, String)>,
    request: Request,
) -> Result<StatusCode, Refusal> {
    let (body, files) = callback::read(request).await?;
    enter(&world, Route::Answer, Seen::Answered(interaction, body.clone()))?;
    accept(&world, payload::check_callback(&body).and_then(|()| callback::check_files(&body, &files)))?;
    let mut result = Err(Refusal::code(404, 10_062));
    world.send_modify(|world| {
        if world.open.get(&interaction) == Some(&token) {
            result = match world.answers.entry(interaction) {
                Entry::Vacant(answer) => {
                    answer.insert(body);
                    world.files.insert(interaction, files);
                    Ok(StatusCode::NO_CONTENT)
                }
                Entry::Occupied(_) => Err(Refusal::code(400, 40_060)),
            };
        }
    });
    result
}

/// A change of an answer, which completes one that was deferred.
async fn edit(
    State(world): Shared,
    Path((application, token, message)): Path<(u64, String, String)>,
    headers: HeaderMap,
    request: Request,
) -> Result<Json<Value>, Refusal> {
    let (body, files) = callback::read(request).await?;
    let of_token = |world: &World| world.open.iter().find(|(_, open)| **open == token).map(|(id, _)| *id);
    let Some(interaction) = of_token(&world.borrow()) else { return Err(Refusal::code(404, 10_015)) };
    let refusal = enter(&world, Route::Edit, Seen::Edited(interaction, body.clone()));
    authorized(&headers)?;
    refusal?;
    assert_eq!((application, &*message), (APPLICATION, "@original"));
    let whole = json!({ "type": 4, "data": body });
    accept(&world, payload::check_edit(&body).and_then(|()| callback::check_files(&whole, &files)))?;
    world.send_modify(|world| {
        world.answers.insert(interaction, whole);
        world.files.insert(interaction, files);
    });
    Ok(Json(json!({ "id": "1180" })))
}

/// Notes what the bot did, and says whether it is to be refused.
fn enter(world: &watch::Sender<World>, route: Route, seen: Seen) -> Result<(), Refusal> {
    let mut refusal = None;
    world.send_modify(|world| {
        world.seen.push(seen);
        refusal = world.refusals.get_mut(&route).and_then(VecDeque::pop_front);
    });
    refusal.map_or(Ok(()), Err)
}

fn authorized(headers: &HeaderMap) -> Result<(), Refusal> {
    let is_known = headers.get("authorization").is_some_and(|header| header == format!("Bot {TOKEN}").as_str());
    let agent = headers.get("user-agent").and_then(|agent| agent.to_str().ok()).unwrap_or_default();
    assert!(agent.starts_with("DiscordBot ("), "Discord's edge blocks {agent:?}");
    if is_known { Ok(()) } else { Err(Refusal::code(401, 0)) }
}

fn accept(world: &watch::Sender<World>, verdict: Result<(), String>) -> Result<(), Refusal> {
    verdict.map_err(|fault| {
        world.send_modify(|world| world.faults.push(fault));
        Refusal::code(400, 50_035)
    })
}
