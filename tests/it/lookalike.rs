//! The look-alike behaves as IT Glue's API is known to.

mod accounts;
mod faults;
mod links;
mod lists;
mod writes;

use lookalike::Lookalike;
use lookalike::account::Account;
use reqwest::{Method, StatusCode};
use secrecy::ExposeSecret;
use serde_json::Value;

/// A look-alike and a plain HTTP client.
struct Caller {
    lookalike: Lookalike,
    http: reqwest::Client,
}

impl Caller {
    async fn new(account: Account) -> Self {
        // Fails if another test installed it first, which is as good.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let http = reqwest::Client::builder().timeout(std::time::Duration::from_secs(10)).no_proxy().build().unwrap();
        Self { lookalike: Lookalike::start(account).await.unwrap(), http }
    }

    /// A request with the key.
    fn request(&self, method: Method, target: &str) -> reqwest::RequestBuilder {
        let url = format!("{}{target}", self.lookalike.url().as_str().trim_end_matches('/'));
        self.http.request(method, url).header("x-api-key", self.lookalike.key().expose_secret())
    }

    /// The status and body of an answer; the body is JSON or null.
    async fn answer(&self, request: reqwest::RequestBuilder) -> (u16, Value) {
        let response = request.send().await.unwrap();
        (response.status().as_u16(), response.json().await.unwrap_or_default())
    }

    /// A document that must exist.
    async fn get(&self, target: &str) -> Value {
        let (status, body) = self.answer(self.request(Method::GET, target)).await;
        assert_eq!(status, StatusCode::OK, "{target}: {body}");
        body
    }

    /// The answer to a body sent as JSON:API.
    async fn send(&self, method: Method, target: &str, body: &Value) -> (u16, Value) {
        let request = self.request(method, target).header("content-type", "application/vnd.api+json");
        self.answer(request.body(body.to_string())).await
    }
}

/// Two organizations: three people at Acme, the first two approvers, and one at Globex.
fn small_account() -> Account {
    let mut account = Account::default();
    account.now = "2026-01-05T09:00:00Z".parse().ok();
    let acme = account.add_organization("Acme Corporation");
    let globex = account.add_organization("Globex, Inc.");
    let approver = account.add_contact_type("Approver");
    let jane = account.add_contact(acme, "Jane", "Doe").of_type(approver).vip().title("IT Manager");
    jane.email("Work", "jane@acme.example").phone("Mobile", "4155550156");
    account.add_contact(acme, "Adam", "Zimmer").of_type(approver).important = Some(false);
    account.add_contact(acme, "Mia", "Novak");
    account.add_contact(globex, "Jane", "Roe");
    account
}

fn names(document: &Value) -> Vec<&str> {
    document["data"].as_array().unwrap().iter().map(|item| item["attributes"]["name"].as_str().unwrap()).collect()
}
