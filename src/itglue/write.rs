//! Writes: one contact at a time, and what is certain of the outcome.
//!
//! A write is sent once, and again after a 429 only. No query ever goes with one: the service would change everything that
//! a filter matches. What the answer does not make certain is told as unknown, and the caller looks it up.

mod pointer;
pub mod refused;

use std::time::Duration;

use jiff::Timestamp;
use reqwest::Method;
use serde_json::{Value, json};
use url::Url;

use crate::clock;
use crate::itglue::client::Client;
use crate::itglue::error::{ItGlueError, Result, looks_like_html};
use crate::itglue::exchange::Answer;
use crate::itglue::wire::{RecordPage, record};
use crate::itglue::write::refused::Refused;
use callsheet_core::domain::contact::Contact;
use callsheet_core::domain::id::{ContactId, OrganizationId};
use callsheet_core::edit::EditField;
use callsheet_core::edit::record::Record;
use callsheet_core::edit::request::{Request, Target};

/// How many of an organization's contacts a look for a new one reads.
const NEWEST: usize = 50;

/// The width of the service's rate limit.
const WINDOW: Duration = Duration::from_mins(5);

/// A write that the service has taken. Whether it did what was asked is known once the record is read again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sent {
    pub contact: ContactId,
}

/// A write that did not certainly succeed. Its text and its `Debug` hold no value of the contact.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// No connection could be made, so nothing is written.
    #[error("nothing was sent to IT Glue: {0}")]
    NotSent(#[source] ItGlueError),
    /// Still 429 after the attempts that patience allows; nothing is written.
    #[error("IT Glue's rate limit is reached (429)")]
    TooManyRequests { until: Timestamp },
    #[error("IT Glue refused to write: {0}")]
    Refused(Refused),
    /// It may be written or not: it took too long, failed, or the answer was lost on its way.
    #[error("whether IT Glue has written is unknown: {0}")]
    Unknown(#[source] ItGlueError),
}

impl Client {
    /// Reads a contact as IT Glue holds it now, with the systems that it is linked to. [`ItGlueError::NotFound`]: it is gone.
    pub async fn record(&self, contact: ContactId) -> Result<Record> {
        Ok(self.record_and_contact(contact).await?.0)
    }

    /// The same, and the contact as readers see it.
    pub async fn record_and_contact(&self, contact: ContactId) -> Result<(Record, Contact)> {
        let mut url = self.url(&["contacts", &contact.to_string()])?;
        url.query_pairs_mut().append_pair("include", "adapters_resources");
        let both = |body: &str| Ok((record::read(body)?, record::read_contact(body)?));
        let (record, read) = self.exchange.read(&url, both).await?;
        if record.id == contact { Ok((record, read)) } else { Err(ItGlueError::Malformed) }
    }

    /// The organization's contacts made last, newest first: where a contact can be found that may have been created. It is
    /// an error if there may be newer ones.
    pub async fn newest(&self, organization: OrganizationId) -> Result<Vec<Record>> {
        let mut url = self.url(&["organizations", &organization.to_string(), "relationships", "contacts"])?;
        url.query_pairs_mut()
            .append_pair("sort", "-created_at")
            .append_pair("page[number]", "1")
            .append_pair("page[size]", &NEWEST.to_string());
        let page = self.exchange.read(&url, RecordPage::<Record>::read).await?;
        let is_whole = page.is_last || page.total == Some(page.len());
        let records: Vec<Record> = page.records.into_iter().map(|(_, record)| record).collect();
        let is_in_order = records.iter().all(|record| record.created_at.is_some())
            && records.is_sorted_by(|newer, older| newer.created_at >= older.created_at);
        let is_answer = page.unreadable.is_empty()
            && records.iter().all(|record| record.organization == Some(organization))
            && (is_whole || is_in_order);
        if is_answer { Ok(records) } else { Err(ItGlueError::Malformed) }
    }

    /// Writes a change, or a new contact. A caller that stops waiting does not know the outcome either.
    pub async fn send(&self, request: &Request) -> Result<Sent, WriteError> {
        let (method, url) = match request.target {
            Target::New(organization) => {
                (Method::POST, self.url(&["organizations", &organization.to_string(), "relationships", "contacts"]))
            }
            Target::Contact(contact) => (Method::PATCH, self.url(&["contacts", &contact.to_string()])),
        };
        let result = match self.write(method, url, &request.body(), &request.fields).await {
            Ok(answer) => written(request.target, &answer).map_err(WriteError::Unknown),
            Err(error) => Err(error),
        };
        let fields = request.fields.iter().map(|(field, _)| <&str>::from(field)).collect::<Vec<_>>().join(", ");
        match (&result, request.target) {
            (Ok(sent), _) => tracing::info!(contact = sent.contact.0, fields, "IT Glue has taken a write"),
            (Err(error), Target::New(organization)) => {
                tracing::warn!(organization = organization.0, fields, "a contact may not have been created: {error}");
            }
            (Err(error), Target::Contact(contact)) => {
                tracing::warn!(contact = contact.0, fields, "a contact may not have been changed: {error}");
            }
        }
        result
    }

    /// Deletes a contact for good.
    pub async fn delete(&self, contact: ContactId) -> Result<(), WriteError> {
        let id = contact.to_string();
        let body = json!({ "data": [{ "type": "contacts", "attributes": { "id": id } }] });
        let result = match self.write(Method::DELETE, self.url(&["contacts"]), &body, &[]).await {
            Ok(answer) => deleted(contact, &answer).map_err(WriteError::Unknown),
            Err(error) => Err(error),
        };
        match &result {
            Ok(()) => tracing::info!(contact = contact.0, "IT Glue has deleted a contact"),
            Err(error) => tracing::warn!(contact = contact.0, "a contact may not have been deleted: {error}"),
        }
        result
    }

    /// Sends a write, and returns the answer if it is a success.
    async fn write(
        &self,
        method: Method,
        url: Result<Url>,
        body: &Value,
        fields: &[(EditField, Value)],
    ) -> Result<Answer, WriteError> {
        let answer = self.exchange.write(method, &url.map_err(WriteError::NotSent)?, body).await;
        let answer = answer.map_err(|error| match error {
            ItGlueError::Connection(cause) if cause.is_connect() || cause.is_builder() => {
                WriteError::NotSent(ItGlueError::Connection(cause))
            }
            error => WriteError::Unknown(error),
        })?;
        match answer.status {
            200..300 => Ok(answer),
            429 => {
                let wait = answer.retry_after.unwrap_or(WINDOW);
                Err(WriteError::TooManyRequests { until: clock::now().saturating_add(wait).unwrap_or(Timestamp::MAX) })
            }
            _ => {
                let error = ItGlueError::of_answer(answer.status, None, &answer.body);
                Err(Refused::read(&error, &answer, fields).map_or(WriteError::Unknown(error), WriteError::Refused))
            }
        }
    }
}

/// The contact that a successful answer is about.
fn written(target: Target, answer: &Answer) -> Result<Sent> {
    match (target, named(answer)?.as_deref()) {
        (Target::Contact(contact), None) => Ok(Sent { contact }),
        (Target::Contact(contact), Some([id])) if *id == contact.0 => Ok(Sent { contact }),
        (Target::New(_), Some([id])) => Ok(Sent { contact: ContactId(*id) }),
        // The contact exists, and nothing says which it is.
        (Target::New(_), None) => Err(ItGlueError::Empty),
        (_, Some(_)) => Err(ItGlueError::Malformed),
    }
}

fn deleted(contact: ContactId, answer: &Answer) -> Result<()> {
    let is_named = named(answer)?.is_none_or(|ids| ids.contains(&contact.0));
    if is_named { Ok(()) } else { Err(ItGlueError::Malformed) }
}

/// The ids that a successful answer names; `None` for an answer without a body, which the service may send as well.
fn named(answer: &Answer) -> Result<Option<Vec<u64>>> {
    if answer.body.trim().is_empty() {
        return Ok(None);
    }
    if looks_like_html(&answer.body) {
        return Err(ItGlueError::Html { status: answer.status });
    }
    record::ids(&answer.body).map(Some)
}
