//! The HTTP side: keys, limits, routes and faults.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::body::{self, Bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, Uri, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use tokio::sync::watch;
use tokio::time::{Duration, Instant};
use url::form_urlencoded;

use crate::KEY;
use crate::account::{Account, Contact, ContactType, Location, Organization};
use crate::answers::Answer;
use crate::behaviour::{Behaviour, Fault, Quirk};
use crate::query::{self, Address};
use crate::records::Record;
use crate::write::{self, Outcome, Writable};

const WINDOW: Duration = Duration::from_mins(5);

/// The largest body: the limit of the gateway in front of the service.
const LARGEST_BODY: usize = 10 * 1024 * 1024;

/// An edit of the account that waits for its request.
pub(super) type Edit = Box<dyn FnOnce(&mut Account) + Send>;

#[derive(Clone)]
pub(super) struct Server {
    pub(super) shared: Arc<Mutex<Inner>>,
    /// Closed once the server is told to stop.
    pub(super) stopped: watch::Receiver<()>,
}

#[derive(Default)]
pub(super) struct Inner {
    pub(super) account: Account,
    pub(super) behaviour: Behaviour,
    /// Edits to carry out as soon as this many requests have come in, before the answer to the next.
    pub(super) edits: Vec<(usize, Edit)>,
    pub(super) requests: Vec<String>,
    pub(super) writes: Vec<String>,
    pub(super) filtered_writes: Vec<String>,
    /// The contacts created so far, each with the number of requests at that moment.
    pub(super) created: BTreeMap<u64, usize>,
    /// Held once by each request in progress.
    pub(super) in_flight: Arc<()>,
    pub(super) most_in_flight: usize,
    /// The start of the rate limit's window, and the requests since.
    pub(super) window: Option<(Instant, u32)>,
}

/// Exclusive access. A test that panics while it edits must not take the server down with it.
pub(super) fn lock(shared: &Mutex<Inner>) -> MutexGuard<'_, Inner> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

pub(super) async fn answer(State(mut server): State<Server>, request: Request) -> Response {
    let shared = Arc::clone(&server.shared);
    let _in_flight = lock(&shared).count();
    let (head, body) = request.into_parts();
    let Ok(body) = body::to_bytes(body, LARGEST_BODY).await else {
        return Answer::message(413, "Request Too Long").into_response();
    };
    let (fault, latency) = lock(&shared).begin(&head.method, &head.uri);
    if !latency.is_zero() {
        tokio::time::sleep(latency).await;
    }
    let carry_out = || lock(&shared).answer(&head.method, &head.uri, &head.headers, &body);
    let answer = match fault {
        None => carry_out(),
        Some(Fault::Truncate) => carry_out().truncated(),
        Some(Fault::Answer(answer)) => answer,
        Some(Fault::DoneThen(answer)) => {
            carry_out();
            answer
        }
        Some(fault @ (Fault::Hang | Fault::DoneThenHang)) => {
            if fault == Fault::DoneThenHang {
                carry_out();
            }
            let _ = server.stopped.changed().await;
            Answer::message(503, "Service Unavailable")
        }
    };
    answer.into_response()
}

impl Inner {
    /// Counts a request as in progress, for as long as what is returned lives.
    fn count(&mut self) -> Arc<()> {
        self.most_in_flight = self.most_in_flight.max(Arc::strong_count(&self.in_flight));
        Arc::clone(&self.in_flight)
    }

    /// Notes a request, and returns its fault and its latency.
    fn begin(&mut self, method: &Method, uri: &Uri) -> (Option<Fault>, Duration) {
        let so_far = self.requests.len();
        for (_, edit) in self.edits.extract_if(.., |(after, _)| *after <= so_far) {
            edit(&mut self.account);
        }
        self.requests.push(uri.to_string());
        if method != Method::GET {
            self.writes.push(format!("{method} {uri}"));
        }
        self.account.advance_deletions();
        (self.behaviour.take_fault(&format!("{method} {}", uri.path())), self.behaviour.latency)
    }

    fn is_over_the_limit(&mut self) -> bool {
        let now = Instant::now();
        let (start, count) = self.window.filter(|(start, _)| now - *start < WINDOW).unwrap_or((now, 0));
        self.window = Some((start, count.saturating_add(1)));
        count >= self.behaviour.rate_limit
    }

    fn answer(&mut self, method: &Method, uri: &Uri, headers: &HeaderMap, body: &Bytes) -> Answer {
        if self.is_over_the_limit() {
            return Answer::too_many_requests(self.behaviour.retry_after);
        }
        if headers.get("x-api-key").is_none_or(|sent| sent != KEY) {
            return Answer::forbidden();
        }
        let header = |name| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
        if method != Method::GET && !header(header::CONTENT_TYPE).starts_with("application/vnd.api+json") {
            return Answer::bad_content_type();
        }
        if method != Method::GET && has_filter(uri) {
            self.filtered_writes.push(format!("{method} {uri}"));
            return Answer::error(
                400,
                "Bad Request",
                Some("A write with a filter would change all that matches"),
                None,
            );
        }
        let host = format!("http://{}", header(header::HOST));
        let Ok(body) = (if body.is_empty() { Ok(Value::Null) } else { serde_json::from_slice(body) }) else {
            return Answer::error(400, "Bad Request", Some("The body is no JSON"), None);
        };
        let address =
            Address { host: &host, path: uri.path(), query: uri.query().unwrap_or_default(), organization: None };
        self.route(method, address, &body).unwrap_or_else(|refusal| refusal)
    }

    fn route(&mut self, method: &Method, address: Address<'_>, body: &Value) -> Outcome {
        let path: Vec<&str> = address.path.split('/').skip(1).collect();
        match *path.as_slice() {
            ["regions"] if method == Method::GET => Ok(regions()),
            ["contacts", ref rest @ ..] => self.writable::<Contact>(method, rest, address, body),
            ["organizations", organization, "relationships", kind, ref rest @ ..] => {
                let id = organization.parse().ok().filter(|id| self.account.organizations.contains_key(id));
                let address = Address { organization: Some(id.ok_or_else(Answer::not_found)?), ..address };
                match kind {
                    "contacts" => self.writable::<Contact>(method, rest, address, body),
                    "locations" => self.readable::<Location>(method, rest, address),
                    _ => Err(Answer::not_found()),
                }
            }
            ["organizations", ref rest @ ..] => self.writable::<Organization>(method, rest, address, body),
            ["contact_types", ref rest @ ..] if method != Method::DELETE => {
                self.writable::<ContactType>(method, rest, address, body)
            }
            ["locations", ref rest @ ..] => self.readable::<Location>(method, rest, address),
            _ => Err(Answer::not_found()),
        }
    }

    /// A list or one record.
    fn readable<R: Record>(&self, method: &Method, rest: &[&str], address: Address<'_>) -> Outcome {
        match (method, rest) {
            (&Method::GET, []) => {
                Ok(query::list::<R>(&self.account, &self.behaviour, address, |record| self.is_listed(record)))
            }
            (&Method::GET, [id]) => {
                let record = write::find::<R>(&self.account, id.parse().ok(), address.organization)?;
                Ok(query::show(record, &self.account, &self.behaviour, address))
            }
            _ => Err(Answer::not_found()),
        }
    }

    /// The same, and the ways to write.
    fn writable<R: Writable>(&mut self, method: &Method, rest: &[&str], address: Address<'_>, body: &Value) -> Outcome {
        let (account, quirks, organization) = (&mut self.account, &self.behaviour.quirks, address.organization);
        let id = |id: &str| id.parse().map_err(|_| Answer::not_found());
        match (method, rest) {
            (&Method::POST, []) => {
                let (answer, created) = write::create::<R>(account, quirks, body, organization)?;
                if R::KIND == Contact::KIND {
                    let so_far = self.requests.len();
                    self.created.extend(created.into_iter().map(|id| (id, so_far)));
                }
                Ok(answer)
            }
            (&Method::PATCH, []) => write::update::<R>(account, quirks, body, None, organization),
            (&Method::PATCH, [one]) => write::update::<R>(account, quirks, body, Some(id(one)?), organization),
            (&Method::DELETE, []) => write::delete::<R>(account, body, organization),
            (&Method::DELETE, [one]) if R::KIND == Contact::KIND && quirks.contains(&Quirk::DeletesById) => {
                write::delete::<R>(account, &json!({ "data": { "id": id(one)?.to_string() } }), organization)
            }
            _ => self.readable::<R>(method, rest, address),
        }
    }

    /// Whether lists have a record yet.
    fn is_listed<R: Record>(&self, record: &R) -> bool {
        let created = self.created.get(&record.id()).filter(|_| R::KIND == Contact::KIND);
        created.is_none_or(|at| self.requests.len() - at > self.behaviour.lists_lag)
    }
}

fn has_filter(uri: &Uri) -> bool {
    form_urlencoded::parse(uri.query().unwrap_or_default().as_bytes()).any(|(key, _)| key.starts_with("filter"))
}

/// A cheap list that some clients probe their key with.
fn regions() -> Answer {
    let region = json!({ "id": "1", "type": "regions", "attributes": { "name": "California", "country-id": 1 } });
    let meta = json!({
        "current-page": 1, "next-page": null, "prev-page": null, "total-pages": 1, "total-count": 1, "filters": {},
    });
    Answer::json(200, &json!({ "data": [region], "meta": meta }))
}
