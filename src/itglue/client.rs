//! The client: whole collections, recent changes, and lookups, each page at a bearable pace and as often as it takes.

use std::collections::BTreeSet;
use std::fmt;
use std::num::NonZeroU32;
use std::pin::pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use governor::{DefaultDirectRateLimiter, Quota, RateLimiter};
use jiff::Timestamp;
use reqwest::header::{ACCEPT, HeaderMap, HeaderValue, RETRY_AFTER};
use reqwest::redirect::Policy;
use secrecy::{ExposeSecret, SecretString};
use tokio::sync::Semaphore;
use tokio::time::{Instant, timeout};
use url::Url;

use crate::address;
use crate::clock;
use crate::itglue::error::{self, ItGlueError, Result};
use crate::itglue::page_size::PageSize;
use crate::itglue::patience::{self, Patience};
use crate::itglue::waiting::{self, OnWait, Waiting};
use crate::itglue::walk;
use crate::itglue::wire::{RecordPage, Resource};
use callsheet_core::directory::sweep::SeenRecords;
use callsheet_core::domain::contact::Contact;
use callsheet_core::domain::id::ContactId;
use callsheet_core::domain::organization::{ContactType, Location, Organization};

/// Requests under way at once. IT Glue's own scripts use up to ten; four already hide the waiting.
pub(super) const CONCURRENCY: usize = 4;

/// Requests a second: at most 2,000 in five minutes, of the 3,000 that all programs of an account may send.
const RATE: NonZeroU32 = NonZeroU32::new(6).unwrap();

/// Requests that may be sent without a pause: a sweep of 150,000 contacts.
const BURST: NonZeroU32 = NonZeroU32::new(200).unwrap();

/// The gateway before the service lets through 10 MB at most.
const LARGEST_ANSWER: usize = 32 * 1024 * 1024;

/// A connection to one IT Glue account, shared by all walks.
pub struct Client {
    http: reqwest::Client,
    base: Url,
    patience: Patience,
    on_wait: OnWait,
    pace: DefaultDirectRateLimiter,
    permits: Semaphore,
    /// No request is sent before this moment, at the service's wish.
    quiet_until: Mutex<Option<Instant>>,
    page_size: Mutex<PageSize>,
}

/// Decides where a record just read is held: a caller that knows it returns its own copy, so that none is held twice.
pub type Keep<'a, T> = &'a (dyn Fn(T) -> Arc<T> + Sync);

/// Called after each page with the number of records read and the number the service counts.
pub type OnPage<'a> = &'a (dyn Fn(usize, usize) + Sync);

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client").field("base", &self.base.as_str()).finish_non_exhaustive()
    }
}

impl Client {
    /// Prepares a connection to `base` (scheme and host, perhaps a path); nothing is sent yet.
    pub fn new(base: &Url, key: SecretString) -> Result<Self> {
        Self::with_patience(base, key, Patience::default())
    }

    /// The same, with other waiting times.
    pub fn with_patience(base: &Url, key: SecretString, patience: Patience) -> Result<Self> {
        Self::watched(base, key, patience, waiting::log)
    }

    /// The same, with a function that reports each wait.
    #[expect(clippy::needless_pass_by_value, reason = "the client is to hold the only copy of the key")]
    pub fn watched(base: &Url, key: SecretString, patience: Patience, on_wait: OnWait) -> Result<Self> {
        let is_usable = matches!(base.scheme(), "http" | "https")
            && base.has_host()
            && base.username().is_empty()
            && base.password().is_none();
        if !is_usable {
            return Err(ItGlueError::Address);
        }
        let mut base = base.clone();
        base.set_query(None);
        base.set_fragment(None);
        let mut key = HeaderValue::from_str(key.expose_secret()).map_err(|_| ItGlueError::Key)?;
        key.set_sensitive(true);
        let headers = HeaderMap::from_iter([
            (ACCEPT, HeaderValue::from_static("application/vnd.api+json")),
            (reqwest::header::HeaderName::from_static("x-api-key"), key),
        ]);
        // Fails where a provider is installed already, which is just as good.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let mut builder = reqwest::Client::builder()
            .user_agent(concat!("callsheet/", env!("CARGO_PKG_VERSION")))
            .default_headers(headers)
            // The key goes to the configured host and nowhere else.
            .redirect(Policy::none())
            .https_only(base.scheme() == "https")
            .connect_timeout(patience.connect)
            .timeout(patience.answer);
        if address::is_on_this_machine(&base) {
            // A proxy would look for the address on its own machine.
            builder = builder.no_proxy();
        }
        Ok(Self {
            http: builder.build().map_err(ItGlueError::Setup)?,
            base,
            patience,
            on_wait,
            pace: RateLimiter::direct(Quota::per_second(RATE).allow_burst(BURST)),
            permits: Semaphore::new(CONCURRENCY),
            quiet_until: Mutex::new(None),
            page_size: Mutex::default(),
        })
    }

    pub async fn contacts(&self, keep: Keep<'_, Contact>, on_page: OnPage<'_>) -> Result<SeenRecords<Contact>> {
        walk::all(self, keep, on_page).await
    }

    pub async fn organizations(&self, on_page: OnPage<'_>) -> Result<SeenRecords<Organization>> {
        walk::all(self, &Arc::new, on_page).await
    }

    pub async fn contact_types(&self, on_page: OnPage<'_>) -> Result<SeenRecords<ContactType>> {
        walk::all(self, &Arc::new, on_page).await
    }

    pub async fn locations(&self, on_page: OnPage<'_>) -> Result<SeenRecords<Location>> {
        walk::all(self, &Arc::new, on_page).await
    }

    /// The contacts that changed at or after `since`, newest first. Complete if none can have been missed.
    pub async fn contacts_changed_since(&self, since: Timestamp) -> Result<SeenRecords<Contact>> {
        // There is no filter by time for contacts.
        walk::changed_since(self, None, since, |contact: &Contact| contact.updated_at).await
    }

    /// The organizations that changed at or after `since`, newest first. Complete if none can have been missed.
    pub async fn organizations_changed_since(&self, since: Timestamp) -> Result<SeenRecords<Organization>> {
        let filter = Some(("filter[updated_at]", format!("{since},*")));
        walk::changed_since(self, filter, since, |row: &Organization| row.updated_at).await
    }

    /// The contacts that still exist, by id. `None` where the service ignores the filter, or where one cannot be read.
    pub async fn contacts_by_id(&self, ids: &BTreeSet<ContactId>) -> Result<Option<Vec<Contact>>> {
        let ids: Vec<u64> = ids.iter().map(|id| id.0).collect();
        walk::by_id(self, &ids).await
    }
    pub(super) fn page_size(&self) -> PageSize {
        self.page_size.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Keeps what a walk has learned about the page size.
    pub(super) fn keep_page_size(&self, size: &PageSize) {
        if size.is_general() {
            *self.page_size.lock().unwrap_or_else(PoisonError::into_inner) = size.clone();
        }
    }

    /// Reads one page: sent again after passing failures, within the bounds of [`Patience`].
    pub(super) async fn page<R: Resource>(
        &self,
        query: &[(&str, String)],
        number: usize,
        size: usize,
    ) -> Result<RecordPage<R>> {
        let url = self.url(R::PATH, query, number, size)?;
        let mut paused = Duration::ZERO;
        let mut attempt = 1;
        loop {
            let error = match self.get(url.clone()).await.and_then(|body| RecordPage::read(&body)) {
                Ok(page) => return Ok(page),
                Err(error) => error,
            };
            let Some(pause) = self.patience.pause(&error, attempt, paused, fastrand::f64()) else {
                return Err(error);
            };
            attempt += 1;
            (self.on_wait)(&Waiting::Attempt { error: &error, next: attempt, of: self.patience.attempts, pause });
            if matches!(error, ItGlueError::TooManyRequests { .. }) {
                self.leave_alone(pause);
            }
            tokio::time::sleep(pause).await;
            paused += pause;
        }
    }

    fn url(&self, path: &str, query: &[(&str, String)], number: usize, size: usize) -> Result<Url> {
        let mut url = self.base.clone();
        // A base that ends in a slash must not lead to two of them.
        url.path_segments_mut().map_err(|()| ItGlueError::Address)?.pop_if_empty().push(path);
        url.query_pairs_mut()
            .extend_pairs(query)
            .append_pair("page[number]", &number.to_string())
            .append_pair("page[size]", &size.to_string());
        Ok(url)
    }

    /// Sends one request, when its turn has come, and reports the wait for its answer.
    async fn get(&self, url: Url) -> Result<String> {
        // The semaphore is never closed.
        let _permit = self.permits.acquire().await;
        self.wait_for_turn().await;
        let mut answer = pin!(self.answer(url));
        let mut so_far = Duration::ZERO;
        loop {
            if let Ok(answer) = timeout(self.patience.tell_every, &mut answer).await {
                return answer;
            }
            so_far += self.patience.tell_every;
            (self.on_wait)(&Waiting::Answer { so_far, at_most: self.patience.answer });
        }
    }

    /// Sends one request, and returns the body of a successful answer.
    async fn answer(&self, url: Url) -> Result<String> {
        let mut response = self.http.get(url).send().await.map_err(failure)?;
        let status = response.status();
        let retry_after = response.headers().get(RETRY_AFTER).and_then(|value| value.to_str().ok());
        let retry_after = retry_after.and_then(|value| patience::retry_after(value, clock::now()));
        let mut body = Vec::new();
        while let Some(chunk) = response.chunk().await.map_err(failure)? {
            if body.len() + chunk.len() > LARGEST_ANSWER {
                return Err(ItGlueError::TooLarge);
            }
            body.extend_from_slice(&chunk);
        }
        // One broken character must not cost the page.
        let body = String::from_utf8(body).unwrap_or_else(|broken| String::from_utf8_lossy(broken.as_bytes()).into());
        if !status.is_success() {
            return Err(ItGlueError::of_answer(status.as_u16(), retry_after, &body));
        }
        if body.trim().is_empty() {
            return Err(ItGlueError::Empty);
        }
        if error::looks_like_html(&body) {
            return Err(ItGlueError::Html { status: status.as_u16() });
        }
        Ok(body)
    }

    /// Waits until the service may be asked again, then for the pace.
    async fn wait_for_turn(&self) {
        let quiet_until = || *self.quiet_until.lock().unwrap_or_else(PoisonError::into_inner);
        while let Some(until) = quiet_until().filter(|until| *until > Instant::now()) {
            tokio::time::sleep_until(until).await;
        }
        self.pace.until_ready().await;
    }

    fn leave_alone(&self, pause: Duration) {
        let until = Instant::now() + pause;
        let mut quiet_until = self.quiet_until.lock().unwrap_or_else(PoisonError::into_inner);
        *quiet_until = Some(quiet_until.map_or(until, |before| before.max(until)));
    }
}

/// The meaning of a failure below HTTP. The address is left out: it tells which records were asked for.
fn failure(error: reqwest::Error) -> ItGlueError {
    if error.is_timeout() && !error.is_connect() {
        ItGlueError::TimedOut
    } else {
        ItGlueError::Connection(error.without_url())
    }
}
