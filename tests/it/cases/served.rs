//! An IT Glue that serves raw JSON text, so that values no JSON type can hold arrive unchanged.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use lookalike::Lookalike;
use lookalike::account::Account;
use secrecy::ExposeSecret;
use serde::Deserialize;
use serde_json::value::{RawValue, to_raw_value};
use tokio::net::TcpListener;
use url::{Url, form_urlencoded};

use super::{Attributes, Case};

/// The lists that a sweep reads.
const LISTS: [&str; 4] = ["organizations", "contact_types", "locations", "contacts"];

/// Records of cases have ids above this; those of bystanders are below.
const FIRST_ID: usize = 1_000_000;

/// Ids of one kind that a case can have.
const IDS_OF_A_CASE: usize = 10;

/// Resources of a list by id, each as its JSON text.
type List = BTreeMap<usize, String>;

#[derive(Debug, Default)]
pub(super) struct Served(BTreeMap<&'static str, List>);

#[derive(Deserialize)]
struct Document {
    data: Vec<Box<RawValue>>,
}

#[derive(Deserialize)]
struct Resource {
    id: String,
    attributes: Attributes,
}

impl Served {
    /// The contacts of an invented account.
    pub(super) async fn bystanders() -> Self {
        let it_glue = Lookalike::start(Account::generated(200, 12, 7)).await.unwrap();
        // Fails if another test installed it first, which is as good.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let http = reqwest::Client::builder().no_proxy().build().unwrap();
        let mut served = Self::default();
        for name in LISTS {
            let url = it_glue.url().join(&format!("{name}?page[size]=1000")).unwrap();
            let request = http.get(url).header("x-api-key", it_glue.key().expose_secret());
            let body = request.send().await.unwrap().text().await.unwrap();
            let document: Document = serde_json::from_str(&body).unwrap();
            for resource in document.data {
                let Resource { id, .. } = serde_json::from_str(resource.get()).unwrap();
                served.list(name).insert(id.parse().unwrap(), resource.get().to_owned());
            }
        }
        served
    }

    /// Adds the records of a case, the `place`th of all.
    pub(super) fn add(&mut self, place: usize, case: &Case) {
        let first_id = FIRST_ID + place * IDS_OF_A_CASE;
        for (position, attributes) in case.records.organizations.iter().enumerate() {
            self.insert("organizations", first_id + position, attributes);
        }
        for (position, attributes) in case.records.locations.iter().enumerate() {
            let mut attributes = attributes.clone();
            set(&mut attributes, "name", "Head office");
            set(&mut attributes, "primary", position == 0);
            refer(&mut attributes, "organization-id", first_id);
            self.insert("locations", first_id + position, &attributes);
        }
        for (position, attributes) in case.records.contacts.iter().enumerate() {
            let mut attributes = attributes.clone();
            refer(&mut attributes, "organization-id", first_id);
            if !case.records.locations.is_empty() {
                refer(&mut attributes, "location-id", first_id);
            }
            if let Some(name) = text(&attributes, "contact-type-name") {
                let id = self.contact_type(&name);
                set(&mut attributes, "contact-type-id", id);
            }
            if let Some(name) = full_name(&attributes) {
                attributes.entry("name".to_owned()).or_insert(name);
            }
            label(&mut attributes, "contact-phones");
            label(&mut attributes, "contact-emails");
            self.insert("contacts", first_id + position, &attributes);
        }
    }

    fn list(&mut self, name: &'static str) -> &mut List {
        self.0.entry(name).or_default()
    }

    fn insert(&mut self, list: &'static str, id: usize, attributes: &Attributes) {
        let attributes = to_raw_value(attributes).unwrap();
        let kind = list.replace('_', "-");
        let resource = format!(r#"{{"id":"{id}","type":"{kind}","attributes":{attributes},"relationships":{{}}}}"#);
        self.list(list).insert(id, resource);
    }

    /// The id of the row with this name, which is added if missing.
    fn contact_type(&mut self, name: &str) -> usize {
        let has_name = |resource: &String| {
            let Resource { attributes, .. } = serde_json::from_str(resource).unwrap();
            text(&attributes, "name").as_deref() == Some(name)
        };
        let types = self.list("contact_types");
        if let Some((id, _)) = types.iter().find(|(_, resource)| has_name(resource)) {
            return *id;
        }
        let id = FIRST_ID.max(types.keys().max().unwrap_or(&0) + 1);
        self.insert("contact_types", id, &BTreeMap::from([("name".to_owned(), to_raw_value(name).unwrap())]));
        id
    }

    /// Serves the lists on a free port of this machine while the test runs.
    pub(super) async fn start(self) -> Url {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap()).parse().unwrap();
        let router = Router::new().fallback(answer).with_state(Arc::new(self));
        tokio::spawn(axum::serve(listener, router).into_future());
        url
    }

    /// A page of a list, newest first.
    fn page(&self, name: &str, number: usize, size: usize) -> String {
        let list = &self.0[name];
        let shown = list.values().rev().skip((number - 1) * size).take(size);
        let data = shown.map(String::as_str).collect::<Vec<_>>().join(",");
        let (total, pages) = (list.len(), list.len().div_ceil(size));
        let next = if number < pages { (number + 1).to_string() } else { "null".to_owned() };
        let meta = format!(
            r#"{{"current-page":{number},"next-page":{next},"total-pages":{pages},"total-count":{total},"filters":{{}}}}"#
        );
        format!(r#"{{"data":[{data}],"meta":{meta}}}"#)
    }
}

async fn answer(State(served): State<Arc<Served>>, request: Request) -> Response {
    let query = request.uri().query().unwrap_or_default();
    let number_of = |name: &str| {
        let mut pairs = form_urlencoded::parse(query.as_bytes());
        pairs.find(|(key, _)| key == name).and_then(|(_, value)| value.parse().ok())
    };
    let (number, size) = (number_of("page[number]").unwrap_or(1), number_of("page[size]").unwrap_or(50));
    let body = served.page(request.uri().path().trim_start_matches('/'), number, size);
    ([(header::CONTENT_TYPE, "application/vnd.api+json; charset=utf-8")], body).into_response()
}

/// Sets an attribute that the case leaves out.
fn set(attributes: &mut Attributes, name: &str, value: impl serde::Serialize) {
    attributes.entry(name.to_owned()).or_insert_with(|| to_raw_value(&value).unwrap());
}

/// Turns a position within the case into that record's id, keeping the case's JSON type.
fn refer(attributes: &mut Attributes, name: &str, first_id: usize) {
    set(attributes, name, 1);
    let raw = attributes[name].get();
    let Some(start) = raw.find(|char: char| char.is_ascii_digit()) else { return };
    let end = raw[start..].find(|char: char| !char.is_ascii_digit()).map_or(raw.len(), |length| start + length);
    let position: usize = raw[start..end].parse().unwrap();
    let id = format!("{}{}{}", &raw[..start], first_id + position - 1, &raw[end..]);
    attributes.insert(name.to_owned(), RawValue::from_string(id).unwrap());
}

/// Labels the entries of a list as IT Glue does; any other value stays as it is.
fn label(attributes: &mut Attributes, name: &str) {
    let Some(raw) = attributes.get(name) else { return };
    let Ok(mut entries) = serde_json::from_str::<Vec<Attributes>>(raw.get()) else { return };
    for (position, entry) in entries.iter_mut().enumerate() {
        set(entry, "label-name", "Work");
        set(entry, "primary", position == 0);
        if name == "contact-phones" {
            set(entry, "label-type", "phone");
        }
    }
    attributes.insert(name.to_owned(), to_raw_value(&entries).unwrap());
}

fn text(attributes: &Attributes, name: &str) -> Option<String> {
    attributes.get(name).and_then(|raw| serde_json::from_str(raw.get()).ok())
}

/// The name made of its parts, where these are texts.
fn full_name(attributes: &Attributes) -> Option<Box<RawValue>> {
    let part = |name: &str| attributes.get(name)?.get().strip_prefix('"')?.strip_suffix('"');
    let name = format!("\"{} {}\"", part("first-name")?, part("last-name")?);
    RawValue::from_string(name).ok()
}
