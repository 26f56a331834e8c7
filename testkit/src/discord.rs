//! A Discord on loopback: HTTP and gateway, strict about what it receives, and able to misbehave.
//!
//! A test acts as the technician ([`Discord::command`] and the like return the bot's answers) and as Discord itself
//! ([`Discord::order`], [`Discord::script`], [`Discord::refuse`]). A body that Discord would refuse gets Discord's
//! refusal, and fails the test when [`Discord`] is dropped.

mod callback;
mod http;
pub mod interaction;
mod socket;

use std::collections::{BTreeMap, VecDeque};
use std::net::SocketAddr;
use std::time::Duration;

use serde_json::{Value, json};
use tokio::net::TcpSocket;
use tokio::sync::{mpsc, watch};
use tokio::task::JoinHandle;
use url::Url;

use callback::Attached;
pub use http::{Refusal, Route};
pub use socket::{Order, Script};

pub const TOKEN: &str = "the-bots-own-token";

pub const APPLICATION: u64 = 1_150_000_000_000_000_001;

/// Only a failing test waits this long.
const PATIENCE: Duration = Duration::from_secs(20);

/// What the bot did.
#[derive(Clone, Debug, PartialEq)]
pub enum Seen {
    /// Asked where the gateway is.
    AskedForGateway,
    /// Opened a socket under this path.
    Connected(String),
    /// Sent an IDENTIFY, with this data.
    Identified(Value),
    /// Sent a RESUME, with this data.
    Resumed(Value),
    /// Sent a heartbeat.
    Beat,
    /// Closed the socket with this code; `None` if the connection broke.
    Closed(Option<u16>),
    /// Asked which application it is.
    AskedForApplication,
    /// Asked for a guild's commands.
    AskedForCommands(u64),
    /// Sent a guild's commands.
    SentCommands(u64, Value),
    /// Sent an answer to the interaction, accepted or not.
    Answered(u64, Value),
    /// Changed the answer to the interaction, accepted or not.
    Edited(u64, Value),
    /// Sent a message to the channel, accepted or not.
    Posted(u64, Value),
}

/// The state of the fake.
struct World {
    address: SocketAddr,
    seen: Vec<Seen>,
    /// Bodies that Discord would have refused.
    faults: Vec<String>,
    refusals: BTreeMap<Route, VecDeque<Refusal>>,
    scripts: VecDeque<Script>,
    heartbeat: Duration,
    identifies_left: u64,
    /// The events of the session, in order; the sequence number is the place, from 1.
    events: Vec<Value>,
    /// The session's number; 0 before the first.
    session: u64,
    socket: Option<mpsc::UnboundedSender<Order>>,
    /// The interactions that may be answered, with their tokens.
    open: BTreeMap<u64, String>,
    answers: BTreeMap<u64, Value>,
    /// The files that came with answers.
    files: BTreeMap<u64, Vec<Attached>>,
    commands: BTreeMap<u64, Value>,
    next_id: u64,
}

pub struct Discord {
    world: watch::Sender<World>,
    server: JoinHandle<()>,
}

/// A fake with an address, which does not listen yet.
pub struct Absent {
    socket: TcpSocket,
    address: SocketAddr,
}

impl Absent {
    /// Takes an address.
    pub fn at_some_port() -> Self {
        let socket = TcpSocket::new_v4().unwrap();
        socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
        let address = socket.local_addr().unwrap();
        Self { socket, address }
    }

    /// The base URL of its API.
    pub fn url(&self) -> Url {
        format!("http://{}", self.address).parse().unwrap()
    }

    /// Starts to listen.
    pub fn arrive(self) -> Discord {
        let world = watch::Sender::new(World {
            address: self.address,
            seen: Vec::new(),
            faults: Vec::new(),
            refusals: BTreeMap::new(),
            scripts: VecDeque::new(),
            heartbeat: Duration::from_millis(41_250),
            identifies_left: 1000,
            events: Vec::new(),
            session: 0,
            socket: None,
            open: BTreeMap::new(),
            answers: BTreeMap::new(),
            files: BTreeMap::new(),
            commands: BTreeMap::new(),
            next_id: 1_160_000_000_000_000_000,
        });
        let listener = self.socket.listen(1024).unwrap();
        let app = http::router(world.clone());
        let server = tokio::spawn(async move { axum::serve(listener, app).await.unwrap() });
        Discord { world, server }
    }
}

impl Discord {
    /// Starts a Discord where all is well.
    pub fn start() -> Self {
        Absent::at_some_port().arrive()
    }

    /// The base URL of its API.
    pub fn url(&self) -> Url {
        format!("http://{}", self.world.borrow().address).parse().unwrap()
    }

    /// Lets the next connections go by these scripts.
    pub fn script(&self, scripts: impl IntoIterator<Item = Script>) {
        self.world.send_modify(|world| world.scripts.extend(scripts));
    }

    /// Refuses the next requests on a route.
    pub fn refuse(&self, route: Route, refusals: impl IntoIterator<Item = Refusal>) {
        self.world.send_modify(|world| world.refusals.entry(route).or_default().extend(refusals));
    }

    /// Sets the time between heartbeats of later connections.
    pub fn heartbeat_every(&self, interval: Duration) {
        self.world.send_modify(|world| world.heartbeat = interval);
    }

    /// Sets how many IDENTIFYs Discord counts as left.
    pub fn identifies_left(&self, left: u64) {
        self.world.send_modify(|world| world.identifies_left = left);
    }

    /// Does something to the open connection.
    pub fn order(&self, order: Order) {
        self.world.send_modify(|world| {
            let is_end = order.ends_the_events();
            world.socket.as_ref().unwrap().send(order).unwrap();
            if is_end {
                world.socket = None;
            }
        });
    }

    /// What the bot has done.
    pub fn seen(&self) -> Vec<Seen> {
        self.world.borrow().seen.clone()
    }

    /// How often the bot has done something of a kind.
    pub fn count(&self, kind: impl Fn(&Seen) -> bool) -> usize {
        self.world.borrow().seen.iter().filter(|seen| kind(seen)).count()
    }

    /// Waits until the bot has done something of a kind this often.
    pub async fn wait_for(&self, times: usize, kind: impl Fn(&Seen) -> bool) {
        let counted = |world: &World| world.seen.iter().filter(|seen| kind(seen)).count() >= times;
        self.wait_until(counted).await;
    }

    /// Waits until the bot has a session and an open connection for it.
    pub async fn wait_for_session(&self, number: u64) {
        self.wait_until(|world| world.session >= number && world.socket.is_some()).await;
    }

    /// The commands that a guild has.
    pub fn commands(&self, guild: u64) -> Option<Value> {
        self.world.borrow().commands.get(&guild).cloned()
    }

    /// Waits until a guild has commands.
    pub async fn wait_for_commands(&self, guild: u64) {
        self.wait_until(|world| world.commands.contains_key(&guild)).await;
    }

    /// Changes the commands that a guild has, as an administrator or another program would.
    pub fn change_commands(&self, guild: u64, change: impl FnOnce(&mut Value)) {
        self.world.send_modify(|world| {
            let mut commands = world.commands[&guild].clone();
            change(&mut commands);
            for (number, command) in commands.as_array_mut().unwrap().iter_mut().enumerate() {
                if *command != world.commands[&guild][number] {
                    command["version"] = world.new_id().to_string().into();
                }
            }
            world.commands.insert(guild, commands);
        });
    }

    /// Sends an interaction, as soon as there is a session, and returns its id. While no connection is open, it waits
    /// in the session for the bot to resume.
    pub async fn send(&self, mut interaction: Value) -> u64 {
        self.wait_until(|world| world.session > 0).await;
        let mut id = 0;
        self.world.send_modify(|world| {
            id = world.new_id();
            let token = format!("interaction-token-{id}");
            interaction["id"] = id.to_string().into();
            interaction["token"] = token.clone().into();
            world.open.insert(id, token);
            world.dispatch("INTERACTION_CREATE", &interaction);
        });
        id
    }

    /// The answer to an interaction, once it says more than that the bot is working.
    pub async fn answer(&self, id: u64) -> Value {
        self.wait_until(|world| world.answers.get(&id).is_some_and(|answer| answer["type"] != 5)).await;
        self.world.borrow().answers[&id].clone()
    }

    /// The files that came with the answer to an interaction.
    pub fn files(&self, id: u64) -> Vec<Attached> {
        self.world.borrow().files.get(&id).cloned().unwrap_or_default()
    }

    /// Enters a command, its options as name and value, and returns the answer.
    pub async fn command(&self, guild: u64, name: &str, options: &[(&str, &str)]) -> Value {
        self.answer(self.send(interaction::command(Some(guild), name, options)).await).await
    }

    /// Types in the option `focused` of a command, and returns the suggestions.
    pub async fn autocomplete(&self, guild: u64, name: &str, options: &[(&str, &str)], focused: &str) -> Value {
        self.answer(self.send(interaction::autocomplete(guild, name, options, focused)).await).await
    }

    /// Uses a button, or picks `values` in a menu, and returns the answer.
    pub async fn component(&self, guild: u64, custom_id: &str, values: &[&str]) -> Value {
        self.answer(self.send(interaction::component(guild, custom_id, values)).await).await
    }

    /// Waits for the first message to a channel.
    pub async fn posted(&self, channel: u64) -> Value {
        let posted = |seen: &Seen| matches!(seen, Seen::Posted(to, _) if *to == channel);
        self.wait_for(1, posted).await;
        let Some(Seen::Posted(_, message)) = self.seen().into_iter().find(posted) else { unreachable!() };
        message
    }

    async fn wait_until(&self, condition: impl Fn(&World) -> bool) {
        let mut world = self.world.subscribe();
        let result = tokio::time::timeout(PATIENCE, world.wait_for(|world| condition(world))).await.is_ok();
        assert!(result, "it never happened; the bot did {:#?}", self.seen());
    }
}

impl Drop for Discord {
    fn drop(&mut self) {
        self.server.abort();
        let world = self.world.borrow();
        if !std::thread::panicking() {
            assert!(world.faults.is_empty(), "Discord would not have accepted:\n{}", world.faults.join("\n"));
        }
    }
}

impl World {
    fn new_id(&mut self) -> u64 {
        self.next_id += 1;
        self.next_id
    }

    /// Adds an event to the session, and sends it where a connection is open.
    fn dispatch(&mut self, name: &str, data: &Value) {
        self.events.push(json!({ "t": name, "s": self.events.len() + 1, "op": 0, "d": data }));
        if let (Some(socket), Some(event)) = (&self.socket, self.events.last()) {
            // No connection is left, so the event stays in the session.
            let _ = socket.send(Order::Send(event.clone()));
        }
    }
}
