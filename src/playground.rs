//! The demo's page: a chat channel in the browser, which sends interactions as Discord does and draws the responses, and
//! beside it a panel that moves what is behind: who asks, when, and how IT Glue fares.
//!
//! It is served on loopback only. Pages of other sites can reach such an address too, so each request has to name this
//! machine as its host, and whatever changes something has to come from this page.

mod events;
mod moment;
mod panel;
mod stand_in;
mod world;

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HOST, ORIGIN, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderValue, Method, StatusCode, Uri};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use futures_util::{StreamExt as _, stream};
use lookalike::Lookalike;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use tokio::net::TcpListener;
use tokio::sync::{Mutex, watch};

use crate::clock;
use crate::desk::Desk;
use crate::discord::respond::{self, Payload, respond};
use crate::discord::seal::Seal;
use crate::playground::panel::Panel;
use crate::playground::stand_in::StandIn;
use crate::telemetry::tail::Tail;
use callsheet_core::answer::language::Language;
use callsheet_core::domain::id::GuildId;

/// The server that the channel is in.
pub const GUILD: GuildId = GuildId(1000);

/// The demo's own time, in seconds since 1970: ages on the page count from it.
const NOW: &str = "callsheet-now";

/// What the page may load: its own files. No other address is ever asked.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; \
                      base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// The page's files, by their names.
const FILES: [(&str, &str); 8] = [
    ("index.html", include_str!("playground/index.html")),
    ("app.css", include_str!("playground/app.css")),
    ("panel.css", include_str!("playground/panel.css")),
    ("app.js", include_str!("playground/app.js")),
    ("composer.js", include_str!("playground/composer.js")),
    ("draw.js", include_str!("playground/draw.js")),
    ("markdown.js", include_str!("playground/markdown.js")),
    ("panel.js", include_str!("playground/panel.js")),
];

/// A page that is served.
#[derive(Clone)]
pub struct Playground {
    desk: Arc<Desk>,
    seal: Seal,
    language: Language,
    stand_in: Arc<Mutex<StandIn>>,
    log: Tail,
    panel: watch::Sender<Panel>,
}

/// One line of an answer: the response at once, then what replaces it.
#[derive(Serialize)]
struct Line {
    body: Value,
    file: Option<File>,
}

#[derive(Serialize)]
struct File {
    name: String,
    content: String,
}

/// A language that the page may ask for.
#[derive(Deserialize)]
struct Wish {
    locale: Option<String>,
}

/// Listens on loopback, at a port that is free.
pub async fn listen() -> io::Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await
}

impl Playground {
    /// A page in front of this desk, whose account is synced from the look-alike and whose log is also in `log`.
    pub fn new(desk: Arc<Desk>, seal: Seal, language: Language, lookalike: Lookalike, log: Tail) -> Self {
        let stand_in = Arc::new(Mutex::new(StandIn::new(lookalike)));
        Self { desk, seal, language, stand_in, log, panel: watch::Sender::default() }
    }

    /// Serves the page for as long as it is awaited.
    pub async fn serve(self, listener: TcpListener) -> io::Result<()> {
        let address = listener.local_addr()?;
        let app = Router::new()
            .route("/interactions", post(interact))
            .route("/panel", post(panel::press))
            .route("/events", get(events::tell))
            .route("/world", get(world::world))
            .fallback(get(file))
            .layer(middleware::from_fn_with_state(address, guard))
            .with_state(self);
        axum::serve(listener, app).await
    }

    fn language_of(&self, wish: Wish) -> Language {
        wish.locale.map_or(self.language, |locale| Language::of_locale(&locale))
    }
}

/// Refuses what another site's page sends, and says what the page may load.
async fn guard(State(address): State<SocketAddr>, request: Request, next: Next) -> Response {
    let hosts = ["localhost", "127.0.0.1"].map(|host| format!("{host}:{}", address.port()));
    let is_host = |header: &HeaderValue| hosts.iter().any(|host| header == host);
    let is_origin = |header: &HeaderValue| hosts.iter().any(|host| header == &format!("http://{host}"));
    let headers = request.headers();
    let is_own = headers.get(HOST).is_some_and(is_host)
        && (request.method() == Method::GET || headers.get(ORIGIN).is_some_and(is_origin));
    let mut response = if is_own {
        next.run(request).await
    } else {
        (StatusCode::FORBIDDEN, "This page answers only itself, at the address that the demo prints.\n").into_response()
    };
    let headers = response.headers_mut();
    headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(NOW, HeaderValue::from(clock::now().as_second()));
    response
}

async fn file(uri: Uri) -> Response {
    let path = uri.path().trim_start_matches('/');
    let path = if path.is_empty() { "index.html" } else { path };
    let Some((name, text)) = FILES.iter().find(|(name, _)| *name == path) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let kind = match name.rsplit_once('.') {
        Some((_, "html")) => "text/html; charset=utf-8",
        Some((_, "css")) => "text/css; charset=utf-8",
        _ => "text/javascript; charset=utf-8",
    };
    ([(CONTENT_TYPE, kind)], *text).into_response()
}

/// Answers an interaction by one line, or by two if the answer takes longer.
async fn interact(State(playground): State<Playground>, interaction: String) -> Response {
    let Some(response) = respond(&interaction, &playground.desk, &playground.seal, clock::now()).await else {
        return (StatusCode::BAD_REQUEST, "no interaction").into_response();
    };
    let respond::Response { first, later, .. } = response;
    let later = stream::iter(later).filter_map(|later| later.edit);
    let lines = stream::once(async { first }).chain(later).map(line);
    ([(CONTENT_TYPE, "application/x-ndjson")], Body::from_stream(lines)).into_response()
}

fn line(Payload { body, file }: Payload) -> serde_json::Result<String> {
    let file = file.map(|file| File { name: file.name, content: file.content });
    Ok(serde_json::to_string(&Line { body, file })? + "\n")
}
