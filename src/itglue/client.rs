//! The client: whole collections, recent changes, and lookups, each page at a bearable pace and as often as it takes. It
//! writes in [`write`](crate::itglue::write).

use std::collections::BTreeSet;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use jiff::Timestamp;
use reqwest::header::{ACCEPT, HeaderMap, HeaderValue};
use reqwest::redirect::Policy;
use secrecy::{ExposeSecret, SecretString};
use url::Url;

use crate::address;
use crate::itglue::error::{ItGlueError, Result};
use crate::itglue::exchange::Exchange;
use crate::itglue::page_size::PageSize;
use crate::itglue::patience::Patience;
use crate::itglue::waiting::{self, OnWait};
use crate::itglue::walk;
use crate::itglue::wire::{RecordPage, Resource};
use callsheet_core::directory::sweep::SeenRecords;
use callsheet_core::domain::contact::Contact;
use callsheet_core::domain::id::ContactId;
use callsheet_core::domain::organization::{ContactType, Location, Organization};

/// A connection to one IT Glue account, shared by all walks.
pub struct Client {
    base: Url,
    pub(super) exchange: Exchange,
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
            base,
            exchange: Exchange::new(builder.build().map_err(ItGlueError::Setup)?, patience, on_wait),
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

    /// Reads one page.
    pub(super) async fn page<R: Resource>(
        &self,
        query: &[(&str, String)],
        number: usize,
        size: usize,
    ) -> Result<RecordPage<R>> {
        let mut url = self.url(&[R::PATH])?;
        url.query_pairs_mut()
            .extend_pairs(query)
            .append_pair("page[number]", &number.to_string())
            .append_pair("page[size]", &size.to_string());
        self.exchange.read(&url, RecordPage::read).await
    }

    /// The address of a resource, without a query.
    pub(super) fn url(&self, path: &[&str]) -> Result<Url> {
        let mut url = self.base.clone();
        // A base that ends in a slash must not lead to two of them.
        url.path_segments_mut().map_err(|()| ItGlueError::Address)?.pop_if_empty().extend(path);
        Ok(url)
    }
}
