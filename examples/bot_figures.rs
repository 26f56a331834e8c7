//! Measures the bot as a process: requests and time of a full sync, memory, restart to first answer, and the time from an
//! interaction's dispatch to its callback, beside the time of a bare HTTP request on the same machine.
//!
//! ```sh
//! cargo run --release --example bot_figures               # 100,000 contacts of 1,000 organizations
//! cargo run --release --example bot_figures -- 10000 200
//! ```

#![expect(clippy::print_stdout, reason = "its output is what it is for")]
#![expect(clippy::expect_used, reason = "a measurement that cannot go on has no result")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::{Child, Command};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use anyhow::Context as _;
use axum::extract::ws::{Message, WebSocket};
use axum::extract::{Path as UrlPath, State, WebSocketUpgrade};
use axum::routing::{get, post};
use axum::serve::ListenerExt as _;
use axum::{Json, Router};
use callsheet::lookalike::Lookalike;
use callsheet::lookalike::account::Account;
use callsheet::{bot, config};
use secrecy::ExposeSecret as _;
use serde_json::{Value, json};
use tokio::sync::{broadcast, oneshot, watch};

const GUILD: u64 = 1000;

/// Of each kind of interaction: enough that a 99th percentile rests on twenty.
const SAMPLES: usize = 2000;

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if arguments.first().is_some_and(|argument| argument == "bot") {
        return be_the_bot().await;
    }
    let number = |place: usize, default| arguments.get(place).map_or(Ok(default), |text| text.parse());
    let (contacts, organizations) = (number(0, 100_000)?, number(1, 1000)?);
    let folder = tempfile::tempdir()?;
    let it_glue = Lookalike::start(Account::generated(contacts, organizations, 20)).await?;
    let discord = Discord::start().await?;

    let start = Instant::now();
    let mut bot = Bot::start(&discord, &it_glue, folder.path())?;
    discord.wait_for_session(1).await?;
    discord.wait_for_answer(|answer| !answer.contains("Still loading")).await;
    let minimum = contacts.div_ceil(1000) + organizations.div_ceil(1000) + 2;
    let requests = it_glue.requests().len();
    println!("{contacts} contacts, {organizations} organizations");
    println!("full sync: {:.1} s, {requests} requests (at least {minimum} are needed)", start.elapsed().as_secs_f64());
    println!("resident memory after the sync: {} MB, at its peak {} MB", bot.memory("VmRSS")?, bot.memory("VmHWM")?);

    let (names, letters) = names(&it_glue);
    discord.measure("/contact", names.iter().map(|name| command(2, name))).await;
    discord.measure("autocomplete", letters.iter().map(|letters| command(4, letters))).await;
    discord.measure_floor().await?;
    println!("resident memory after that: {} MB", bot.memory("VmRSS")?);

    // Discord lets a bot identify once in 5 s, which is not what is measured here.
    tokio::time::sleep(Duration::from_secs(6)).await;
    bot.kill()?;
    drop(it_glue);
    let start = Instant::now();
    let gone = Lookalike::start(Account::default()).await?;
    gone.behave(|behaviour| behaviour.always = Some(callsheet::lookalike::behaviour::Fault::Hang));
    let mut bot = Bot::start(&discord, &gone, folder.path())?;
    discord.wait_for_session(2).await?;
    discord.wait_for_answer(|answer| !answer.contains("Still loading")).await;
    println!("restart to first answer from disk: {:.2} s", start.elapsed().as_secs_f64());
    println!("resident memory after the restart: {} MB, at its peak {} MB", bot.memory("VmRSS")?, bot.memory("VmHWM")?);
    bot.kill()
}

async fn be_the_bot() -> anyhow::Result<()> {
    let vars = std::env::vars().collect();
    let source = config::Source { vars: &vars, read_file: &|path| std::fs::read_to_string(path) };
    Ok(Box::pin(bot::run(config::Run::from_vars(source)?, std::future::pending())).await?)
}

/// Full names, and beginnings of names as they are typed, of people all over the account.
fn names(it_glue: &Lookalike) -> (Vec<String>, Vec<String>) {
    let names: Vec<String> = it_glue.edit(|account| {
        let step = (account.contacts.len() / SAMPLES).max(1);
        let full = |(first, last): (Option<&String>, Option<&String>)| Some(format!("{} {}", first?, last?));
        let people = account.contacts.values().step_by(step);
        people.filter_map(|contact| full((contact.first_name.as_ref(), contact.last_name.as_ref()))).collect()
    });
    let typed = |(length, name): (usize, &String)| name.chars().take(1 + length % 8).collect();
    let letters = names.iter().enumerate().map(typed).collect();
    (names, letters)
}

struct Bot(Child);

impl Bot {
    fn start(discord: &Discord, it_glue: &Lookalike, folder: &Path) -> anyhow::Result<Self> {
        let mut command = Command::new(std::env::current_exe()?);
        command.arg("bot").current_dir(folder);
        command.env("DISCORD_TOKEN", "token").env("DISCORD_GUILD_IDS", GUILD.to_string());
        command.env("DISCORD_API_URL", &discord.url).env("IT_GLUE_API_URL", it_glue.url().as_str());
        command.env("IT_GLUE_API_KEY", it_glue.key().expose_secret());
        Ok(Self(command.spawn()?))
    }

    /// A line of the process's status, in MB.
    fn memory(&self, line: &str) -> anyhow::Result<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.0.id()))?;
        let value = status.lines().find_map(|text| text.strip_prefix(line)).context("no such line")?;
        Ok(value.trim_matches(|char: char| !char.is_ascii_digit()).parse::<u64>()? / 1024)
    }

    fn kill(&mut self) -> anyhow::Result<()> {
        self.0.kill()?;
        self.0.wait()?;
        Ok(())
    }
}

impl Drop for Bot {
    fn drop(&mut self) {
        // Where the measuring broke off; else it is gone already.
        let _ = self.kill();
    }
}

/// As much of a Discord as the bot needs, without any judgement that would cost time.
struct Discord {
    url: String,
    world: World,
}

/// Who waits for an answer, and gets it with the moment of its arrival.
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
    async fn start() -> anyhow::Result<Self> {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
        let url = format!("http://{}", listener.local_addr()?);
        let world = World {
            url: url.clone(),
            events: broadcast::Sender::new(16),
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
        // Without it, a small packet now and then waits 40 ms for the acknowledgement of the one before.
        let listener = listener.tap_io(|connection| connection.set_nodelay(true).expect("a socket has this option"));
        tokio::spawn(async move { axum::serve(listener, app).await });
        Ok(Self { url, world })
    }

    /// Sends an interaction and waits for its answer.
    async fn ask(&self, mut interaction: Value) -> (Duration, Value) {
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

    async fn wait_for_session(&self, number: usize) -> anyhow::Result<()> {
        self.world.sessions.subscribe().wait_for(|sessions| *sessions >= number).await?;
        Ok(())
    }

    async fn wait_for_answer(&self, enough: impl Fn(&str) -> bool) {
        while !enough(&self.ask(command(2, "smith")).await.1.to_string()) {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }

    async fn measure(&self, what: &str, interactions: impl Iterator<Item = Value>) {
        let mut times = BTreeSet::new();
        for (number, interaction) in interactions.enumerate() {
            times.insert((self.ask(interaction).await.0, number));
        }
        report(&format!("{what}: dispatch to callback"), times);
    }

    /// What the same machine needs for one request from one process to itself.
    async fn measure_floor(&self) -> anyhow::Result<()> {
        // It is not used over plain HTTP, but the client wants one to be there; a second one is refused, and that is fine.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = reqwest::Client::builder().no_proxy().timeout(Duration::from_secs(5)).build()?;
        let url = format!("{}/api/v10/interactions/0/token/callback", self.url);
        let mut times = BTreeSet::new();
        for number in 0..SAMPLES {
            let start = Instant::now();
            client.post(&url).json(&json!({ "type": 4 })).send().await?;
            times.insert((start.elapsed(), number));
        }
        report("a bare request for comparison", times);
        Ok(())
    }
}

fn report(what: &str, times: BTreeSet<(Duration, usize)>) {
    let times: Vec<Duration> = times.into_iter().map(|(time, _)| time).collect();
    let at = |share: usize| times[(times.len() - 1) * share / 1000].as_secs_f64() * 1000.0;
    println!("{what}, {} times: median {:.2} ms, p99 {:.2} ms, p99.9 {:.2} ms", times.len(), at(500), at(990), at(999));
}

fn command(kind: u8, name: &str) -> Value {
    let option = json!({ "name": "name", "type": 3, "value": name, "focused": kind == 4 });
    json!({
        "application_id": "1", "type": kind, "token": "token", "version": 1, "locale": "en-US", "guild_id": GUILD.to_string(),
        "channel_id": "1190", "entitlements": [], "attachment_size_limit": 10_485_760, "authorizing_integration_owners": {},
        "data": { "id": "1170", "name": "contact", "type": 1, "options": [option] },
        "member": {
            "user": { "id": "1140", "username": "technician", "discriminator": "0", "avatar": null },
            "roles": [], "joined_at": "2025-01-02T03:04:05Z", "deaf": false, "mute": false, "flags": 0, "permissions": "0",
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
        // Nobody waits any more where the measuring has ended.
        let _ = waiting.send((Instant::now(), answer));
    }
}

async fn socket(State(world): State<World>, upgrade: WebSocketUpgrade) -> axum::response::Response {
    upgrade.on_upgrade(async move |mut socket| {
        // A bot that is killed closes the socket in the middle of things.
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
