//! The page of `callsheet demo`, as a browser and as other sites reach it.

mod panel;

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader};
use std::process::Stdio;
use std::thread;

use reqwest::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE, HOST, ORIGIN};
use reqwest::{Client, StatusCode};
use serde_json::{Value, json};
use testkit::payload::check_callback;
use tokio::sync::oneshot;

use super::{Place, Running};

const ON_CALL: &str = "1005";

/// A demo that runs, and its page.
struct Page {
    address: String,
    http: Client,
    _demo: Running,
    _place: Place,
}

impl Page {
    async fn open() -> Self {
        // Fails if another test installed it first, which is as good.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let place = Place::new();
        let mut demo = place.program(&["demo"], &[]);
        let mut demo = demo.stdin(Stdio::piped()).spawn().unwrap();
        let (found, address) = oneshot::channel();
        let lines = BufReader::new(demo.stdout.take().unwrap()).lines();
        // It reads on, so that the demo can write on.
        thread::spawn(move || {
            let mut found = Some(found);
            for line in lines.map_while(Result::ok) {
                if let Some(at) = line.find("http://127.0.0.1:")
                    && let Some(found) = found.take()
                {
                    let _ = found.send(line[at..].trim().to_owned());
                }
            }
        });
        let address = address.await.unwrap();
        Self { address, http: Client::builder().no_proxy().build().unwrap(), _demo: Running(demo), _place: place }
    }

    async fn world(&self, query: &str) -> Value {
        let text = self.http.get(format!("{}/world{query}", self.address)).send().await.unwrap().text().await.unwrap();
        serde_json::from_str(&text).unwrap()
    }

    /// The first line of the answer to an interaction, which Discord would accept.
    async fn sends(&self, kind: u8, data: Value) -> Value {
        self.sends_as(ON_CALL, kind, data).await
    }

    /// The same, of another user of the page.
    async fn sends_as(&self, user: &str, kind: u8, data: Value) -> Value {
        let world = self.world("").await;
        let user = world["users"].as_array().unwrap().iter().find(|one| one["id"] == user).unwrap();
        let interaction = json!({
            "id": "4096", "application_id": world["bot"]["id"], "token": "a-token", "type": kind, "version": 1,
            "guild_id": user["guild"], "channel_id": world["channel"]["id"], "locale": "en-US", "data": data,
            "member": { "user": { "id": user["id"] }, "roles": user["roles"], "permissions": user["permissions"] },
        });
        let request = self.http.post(format!("{}/interactions", self.address)).header(ORIGIN, &self.address);
        let text = request.body(interaction.to_string()).send().await.unwrap().text().await.unwrap();
        let line: Value = serde_json::from_str(text.lines().next().unwrap()).unwrap();
        assert_eq!(check_callback(&line["body"]), Ok(()));
        line["body"].clone()
    }
}

fn contact(name: &str, focused: bool) -> Value {
    let option = json!({ "name": "name", "type": 3, "value": name, "focused": focused });
    json!({ "id": "1", "name": "contact", "type": 1, "options": [option] })
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_gets_what_discord_would_get() {
    let page = Page::open().await;
    let suggested = page.sends(4, contact("john sm", true)).await;
    assert!(suggested["data"]["choices"][0]["name"].as_str().unwrap().contains("John Smith"), "{suggested}");
    let card = page.sends(2, contact("bob wilson", false)).await;
    assert_eq!(card["type"], 4);
    assert!(card.to_string().contains("Robert Wilson") && card.to_string().contains("Acme"), "{card}");
    let world = page.world("").await;
    let names: Vec<&str> =
        world["commands"].as_array().unwrap().iter().filter_map(|one| one["name"].as_str()).collect();
    assert_eq!(names.len(), commands::manifests().len());
    let alert = &world["messages"][0];
    let message = json!({ "id": alert["id"], "content": alert["content"], "author": { "id": "2" } });
    let data = json!({
        "id": "3", "type": 3, "name": "Who do I call?", "target_id": alert["id"],
        "resolved": { "messages": { alert["id"].as_str().unwrap(): message } },
    });
    let chain = page.sends(2, data).await.to_string();
    assert!(chain.contains("Acme Corporation") && chain.contains("Step 1"), "{chain}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_loads_nothing_from_elsewhere() {
    let page = Page::open().await;
    for file in ["/", "/app.css", "/panel.css", "/app.js", "/composer.js", "/draw.js", "/markdown.js", "/panel.js"] {
        let response = page.http.get(format!("{}{file}", page.address)).send().await.unwrap();
        assert_eq!(response.status(), StatusCode::OK, "{file}");
        let policy = response.headers()[CONTENT_SECURITY_POLICY].to_str().unwrap().to_owned();
        assert!(policy.starts_with("default-src 'none'; script-src 'self';"), "{policy}");
        assert!(!policy.contains("unsafe") && !policy.contains('*') && !policy.contains("http"), "{policy}");
        let text = response.text().await.unwrap();
        assert!(!text.contains("://") || file == "/markdown.js", "{file} names an address");
        assert!(!text.contains("innerHTML") && !text.contains("eval("), "{file}");
    }
    for path in ["/../Cargo.toml", "/world.rs"] {
        let missing = page.http.get(format!("{}{path}", page.address)).send().await.unwrap();
        assert_eq!(missing.status(), StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn other_sites_reach_neither_the_page_nor_the_desk() {
    let page = Page::open().await;
    let refused = |request: reqwest::RequestBuilder| async { request.send().await.unwrap().status() };
    for host in ["evil.example", "evil.example:80", "127.0.0.1", "127.0.0.1:1", "localhost.evil.example"] {
        for path in ["", "/world", "/events"] {
            let asked = page.http.get(format!("{}{path}", page.address)).header(HOST, host);
            assert_eq!(refused(asked).await, StatusCode::FORBIDDEN, "{path} of {host}");
        }
    }
    for path in ["interactions", "panel"] {
        let post =
            || page.http.post(format!("{}/{path}", page.address)).header(CONTENT_TYPE, "application/json").body("{}");
        for origin in ["https://evil.example", "null", "http://127.0.0.1", "http://127.0.0.1:1"] {
            assert_eq!(refused(post().header(ORIGIN, origin)).await, StatusCode::FORBIDDEN, "{path}: {origin}");
        }
        assert_eq!(refused(post()).await, StatusCode::FORBIDDEN, "{path}: a form of another site may send no origin");
        assert_eq!(
            refused(post().header(ORIGIN, &page.address)).await,
            StatusCode::BAD_REQUEST,
            "{path}: it says nothing"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_speaks_every_language() {
    let page = Page::open().await;
    let texts = async |code: &str| -> BTreeMap<String, String> {
        serde_json::from_value(page.world(&format!("?locale={code}")).await["texts"].take()).unwrap()
    };
    let english = texts("en").await;
    for locale in page.world("").await["locales"].as_array().unwrap() {
        let code = locale["code"].as_str().unwrap();
        let own = texts(code).await;
        assert!(own.keys().eq(english.keys()) && own.iter().all(|(id, text)| id != text), "{code}: {own:?}");
        assert!(code == "en" || own.iter().all(|(id, text)| english[id] != *text), "{code}: {own:?}");
    }
}
