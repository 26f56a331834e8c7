//! The client: whole collections, recent changes, and lookups.

use std::collections::BTreeSet;
use std::fmt;
use std::sync::Arc;

use jiff::Timestamp;
use secrecy::SecretString;
use url::Url;

use crate::itglue::connection::Connection;
use crate::itglue::error::ItGlueError;
use crate::itglue::patience::Patience;
use crate::itglue::waiting::{self, OnWait};
use crate::itglue::walk;
use callsheet_core::directory::sweep::SeenRecords;
use callsheet_core::domain::contact::Contact;
use callsheet_core::domain::id::ContactId;
use callsheet_core::domain::organization::{ContactType, Location, Organization};

/// A connection to one IT Glue account. Cheap to clone.
#[derive(Clone)]
pub struct Client {
    connection: Arc<Connection>,
}

/// Decides where a record that was just read is held. In a large account most records are known and unchanged; a
/// caller that knows them returns its own copy, so that the account is not held twice during a walk.
pub type Keep<'a, T> = &'a (dyn Fn(T) -> Arc<T> + Sync);

/// Called after each page with the number of records read and the number the service counts.
pub type OnPage<'a> = &'a (dyn Fn(usize, usize) + Sync);

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client").field("base", &self.connection.base().as_str()).finish_non_exhaustive()
    }
}

impl Client {
    /// Prepares a connection to `base` (scheme and host, perhaps a path); nothing is sent yet.
    pub fn new(base: &Url, key: SecretString) -> Result<Self, ItGlueError> {
        Self::with_patience(base, key, Patience::default())
    }

    /// The same, with other waiting times.
    pub fn with_patience(base: &Url, key: SecretString, patience: Patience) -> Result<Self, ItGlueError> {
        Self::watched(base, key, patience, waiting::log)
    }

    /// The same, with a function that reports each wait.
    #[expect(clippy::needless_pass_by_value, reason = "the client is to hold the only copy of the key")]
    pub fn watched(base: &Url, key: SecretString, patience: Patience, on_wait: OnWait) -> Result<Self, ItGlueError> {
        Ok(Self { connection: Arc::new(Connection::new(base, &key, patience, on_wait)?) })
    }

    pub async fn contacts(
        &self,
        keep: Keep<'_, Contact>,
        on_page: OnPage<'_>,
    ) -> Result<SeenRecords<Contact>, ItGlueError> {
        walk::all(&self.connection, keep, on_page).await
    }

    pub async fn organizations(&self, on_page: OnPage<'_>) -> Result<SeenRecords<Organization>, ItGlueError> {
        walk::all(&self.connection, &Arc::new, on_page).await
    }

    pub async fn contact_types(&self, on_page: OnPage<'_>) -> Result<SeenRecords<ContactType>, ItGlueError> {
        walk::all(&self.connection, &Arc::new, on_page).await
    }

    pub async fn locations(&self, on_page: OnPage<'_>) -> Result<SeenRecords<Location>, ItGlueError> {
        walk::all(&self.connection, &Arc::new, on_page).await
    }

    /// The contacts that changed at or after `since`, newest first. Complete if none can have been missed.
    pub async fn contacts_changed_since(&self, since: Timestamp) -> Result<SeenRecords<Contact>, ItGlueError> {
        // There is no filter by time for contacts.
        walk::changed_since(&self.connection, None, since, |contact: &Contact| contact.updated_at).await
    }

    /// The organizations that changed at or after `since`, newest first. Complete if none can have been missed.
    pub async fn organizations_changed_since(
        &self,
        since: Timestamp,
    ) -> Result<SeenRecords<Organization>, ItGlueError> {
        let filter = Some(("filter[updated_at]", format!("{since},*")));
        walk::changed_since(&self.connection, filter, since, |row: &Organization| row.updated_at).await
    }

    /// The contacts that still exist, by id. `None` where the service ignores the filter, or where one cannot be read.
    pub async fn contacts_by_id(&self, ids: &BTreeSet<ContactId>) -> Result<Option<Vec<Contact>>, ItGlueError> {
        let ids: Vec<u64> = ids.iter().map(|id| id.0).collect();
        walk::by_id(&self.connection, &ids).await
    }
}
