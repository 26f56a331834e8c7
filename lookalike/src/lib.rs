//! A server that behaves like IT Glue's API, with an invented account: for the demo and the tests.
//!
//! It listens on this machine only. It keeps to the service's known behaviour closely enough that other programs
//! written for this API work against it, and can be told to [misbehave](behaviour) as the service does at times.

pub mod account;
pub mod answers;
pub mod behaviour;
mod demo;
mod generate;
mod include;
mod query;
mod records;
mod server;
mod write;

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex};

use axum::Router;
use secrecy::SecretString;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;
use url::Url;

use crate::account::Account;
use crate::behaviour::Behaviour;
use crate::server::{Inner, Server, lock};

/// The key that the look-alike accepts. It opens nothing else.
pub(crate) const KEY: &str = "ITG.lookalike-key-of-an-invented-account";

/// A running look-alike; it stops when dropped.
pub struct Lookalike {
    shared: Arc<Mutex<Inner>>,
    address: SocketAddr,
    url: Url,
    serving: Option<Serving>,
}

/// The serving task, which ends when the sender is dropped.
type Serving = (watch::Sender<()>, JoinHandle<io::Result<()>>);

impl Lookalike {
    /// Serves `account` on a free port of this machine.
    pub async fn start(account: Account) -> io::Result<Self> {
        Self::start_on(0, account).await
    }

    /// Serves `account` on a given port of this machine.
    pub async fn start_on(port: u16, account: Account) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await?;
        let address = listener.local_addr()?;
        let url = Url::parse(&format!("http://{address}")).map_err(io::Error::other)?;
        let shared = Arc::new(Mutex::new(Inner { account, ..Inner::default() }));
        let serving = Some(serve(listener, Arc::clone(&shared)));
        Ok(Self { shared, address, url, serving })
    }

    pub fn url(&self) -> Url {
        self.url.clone()
    }

    pub fn key(&self) -> SecretString {
        KEY.into()
    }

    /// Reads or changes the account, between two requests.
    pub fn edit<T>(&self, edit: impl FnOnce(&mut Account) -> T) -> T {
        edit(&mut lock(&self.shared).account)
    }

    /// Changes the account once `requests` more have come in, before the next one is answered.
    pub fn edit_after(&self, requests: usize, edit: impl FnOnce(&mut Account) + Send + 'static) {
        let mut inner = lock(&self.shared);
        let due = inner.requests.len() + requests;
        inner.edits.push((due, Box::new(edit)));
    }

    /// Changes the behaviour, between two requests.
    pub fn behave(&self, change: impl FnOnce(&mut Behaviour)) {
        change(&mut lock(&self.shared).behaviour);
    }

    /// Path and query of every request so far, in order.
    pub fn requests(&self) -> Vec<String> {
        lock(&self.shared).requests.clone()
    }

    /// Method, path and query of every request so far that was to change something, in order.
    pub fn writes(&self) -> Vec<String> {
        lock(&self.shared).writes.clone()
    }

    /// Those of them with a filter, each refused: the service would change everything that matches, and all there is where
    /// it does not know the filter.
    pub fn filtered_writes(&self) -> Vec<String> {
        lock(&self.shared).filtered_writes.clone()
    }

    /// How many requests for exactly this path came in so far.
    pub fn count(&self, path: &str) -> usize {
        let inner = lock(&self.shared);
        inner.requests.iter().filter(|request| request.split('?').next() == Some(path)).count()
    }

    pub fn most_in_flight(&self) -> usize {
        lock(&self.shared).most_in_flight
    }

    /// Goes down: connections are closed, new ones refused.
    pub async fn go_down(&mut self) {
        if let Some((stop, task)) = self.serving.take() {
            drop(stop);
            // All connections are closed only once the task has ended.
            let _ = task.await;
        }
    }

    /// Comes back on the same port, with the same account.
    pub async fn come_back(&mut self) -> io::Result<()> {
        if self.serving.is_none() {
            let listener = TcpListener::bind(self.address).await?;
            self.serving = Some(serve(listener, Arc::clone(&self.shared)));
        }
        Ok(())
    }
}

fn serve(listener: TcpListener, shared: Arc<Mutex<Inner>>) -> Serving {
    let (stop, mut stopped) = watch::channel(());
    let router = Router::new().fallback(server::answer).with_state(Server { shared, stopped: stopped.clone() });
    let until = async move {
        // The channel carries no message: the wait ends when the sender is dropped.
        let _ = stopped.changed().await;
    };
    let task = tokio::spawn(axum::serve(listener, router).with_graceful_shutdown(until).into_future());
    (stop, task)
}
