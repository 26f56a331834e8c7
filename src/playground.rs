//! The demo's page: a chat channel in the browser, which sends interactions as Discord does and draws the responses.
//!
//! It is served on loopback only. Pages of other sites can reach such an address too, so each request has to name this
//! machine as its host, and whatever changes something has to come from this page.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Query, Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HOST, ORIGIN, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderValue, Method, StatusCode, Uri};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use futures_util::{StreamExt as _, stream};
use include_dir::{Dir, include_dir};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use tokio::net::TcpListener;

use crate::clock;
use crate::desk::Desk;
use crate::discord::respond::{self, Payload, respond};
use crate::discord::seal::Seal;
use callsheet_core::answer::language::Language;
use callsheet_core::answer::manifests::localized;
use callsheet_core::domain::id::GuildId;

/// The server that the channel is in.
pub const GUILD: GuildId = GuildId(1000);

/// The channel, the bot, a technician and a manager of the server, by ids that Discord gives none.
const CHANNEL: &str = "1001";
const BOT: &str = "1002";
const TECHNICIAN: &str = "1003";
const MANAGER: &str = "1004";

/// Discord's bit for "Manage Server".
const MANAGE_SERVER: &str = "32";

/// What the page may load: its own files. No other address is ever asked.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; \
                      base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

static FILES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/src/playground");

/// The sentences of the page itself.
const SENTENCES: [&str; 10] = [
    "page-about",
    "page-act-as",
    "page-act-in",
    "page-cancel",
    "page-line",
    "page-no-answer",
    "page-only-you",
    "page-send",
    "page-submit",
    "page-working",
];

/// Messages that stand in the channel already, as monitoring and telephony post them.
const MESSAGES: [(&str, &str); 3] = [
    ("Monitoring", "**PROBLEM** Acme Corporation · ACME-FS01 · host down for 5 min"),
    ("Telephony", "Missed call from +1 415-555-0142"),
    ("Monitoring", "**WARNING** backup failed for the second night · Globex Medical Group"),
];

/// A page that is served.
#[derive(Clone)]
struct Playground {
    desk: Arc<Desk>,
    seal: Seal,
    language: Language,
    address: SocketAddr,
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

/// Serves the page for as long as it is awaited.
pub async fn serve(listener: TcpListener, desk: Arc<Desk>, seal: Seal, language: Language) -> io::Result<()> {
    let address = listener.local_addr()?;
    let playground = Playground { desk, seal, language, address };
    let app = Router::new()
        .route("/interactions", post(interact))
        .route("/world", get(world))
        .fallback(get(file))
        .layer(middleware::from_fn_with_state(playground.clone(), guard))
        .with_state(playground);
    axum::serve(listener, app).await
}

/// Refuses what another site's page sends, and says what the page may load.
async fn guard(State(playground): State<Playground>, request: Request, next: Next) -> Response {
    let port = playground.address.port();
    let hosts = ["localhost", "127.0.0.1"].map(|host| format!("{host}:{port}"));
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
    response
}

async fn file(uri: Uri) -> Response {
    let path = uri.path().trim_start_matches('/');
    let path = if path.is_empty() { "index.html" } else { path };
    let Some(file) = FILES.get_file(path) else { return StatusCode::NOT_FOUND.into_response() };
    let kind = match path.rsplit_once('.') {
        Some((_, "html")) => "text/html; charset=utf-8",
        Some((_, "css")) => "text/css; charset=utf-8",
        _ => "text/javascript; charset=utf-8",
    };
    ([(CONTENT_TYPE, kind)], file.contents()).into_response()
}

/// Who and what is in the channel, and the sentences of the page.
async fn world(State(playground): State<Playground>, Query(wish): Query<Wish>) -> Json<Value> {
    let language = wish.locale.map_or(playground.language, |locale| Language::of_locale(&locale));
    let texts: serde_json::Map<String, Value> =
        SENTENCES.iter().map(|sentence| ((*sentence).to_owned(), language.text(sentence).into())).collect();
    let messages: Vec<Value> = (2000..)
        .zip(MESSAGES)
        .map(|(id, (author, content))| json!({ "id": id.to_string(), "author": author, "content": content }))
        .collect();
    let locales = Language::all().into_iter();
    let locales = locales.map(|one| json!({ "code": one.code(), "name": one.text("language-name") }));
    Json(json!({
        "guild": GUILD.to_string(),
        "channel": { "id": CHANNEL, "name": "it-support" },
        "bot": { "id": BOT, "name": "Callsheet" },
        "users": [
            { "id": TECHNICIAN, "name": language.text("page-technician"), "permissions": "0" },
            { "id": MANAGER, "name": language.text("page-manager"), "permissions": MANAGE_SERVER },
        ],
        "commands": localized(commands::manifests()),
        "locale": language.code(),
        "locales": locales.collect::<Vec<_>>(),
        "messages": messages,
        "texts": texts,
    }))
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
