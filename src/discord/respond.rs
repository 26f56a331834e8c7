//! Turns an interaction's JSON into the JSON of its response, through the desk, and posts the desk's alerts.

use std::sync::Arc;

use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use jiff::Timestamp;
use secrecy::SecretString;
use serde_json::Value;
use tokio::sync::mpsc::UnboundedReceiver;

use crate::clock;
use crate::desk::{self, Alert, Answered, Desk};
use crate::discord::api::Api;
use crate::discord::interaction::{self, Incoming};
use crate::discord::render::{self, Reader};
use crate::discord::seal::Seal;
use callsheet_core::answer::{Content, File, Reply};

/// The response to one interaction. It cannot be printed, because it holds names and numbers of contacts.
pub struct Response {
    /// The interaction's id, for the callback's address.
    pub interaction: u64,
    /// The interaction's token. Its holder can answer as the bot for 15 minutes, so it is never logged.
    pub token: SecretString,
    pub first: Payload,
    /// Replaces it later, if it only says that the bot is working.
    pub later: Option<Later>,
}

pub struct Payload {
    pub body: Value,
    pub file: Option<File>,
}

pub struct Later {
    /// The bot's application, for the address.
    pub application: u64,
    /// The new body. `None` if it cannot be written, of which no case is known.
    pub edit: BoxFuture<'static, Option<Payload>>,
}

/// Answers one interaction. `None` if it has no id and token to answer to.
pub async fn respond(raw: &str, desk: &Arc<Desk>, seal: &Seal, now: Timestamp) -> Option<Response> {
    let Incoming { id, application, token, question } = interaction::read(raw, seal, now)?;
    let respond = |first: Payload, later| Some(Response { interaction: id, token, first, later });
    let Some(question) = question else { return respond(Payload { body: render::pong()?, file: None }, None) };
    let reader = Reader::new(&question, seal, id, now);
    match Arc::clone(desk).answer(question, now).await {
        Answered::Complete(reply) => {
            respond(Payload { body: render::reply(&reply, &reader)?, file: file(reply) }, None)
        }
        Answered::Working(rest) => {
            let edit = async move {
                let reply = desk::finished(rest.await);
                Some(Payload { body: render::edit(&reply, &reader)?, file: file(reply) })
            };
            let later = Later { application, edit: edit.boxed() };
            respond(Payload { body: render::working(), file: None }, Some(later))
        }
    }
}

fn file(reply: Reply) -> Option<File> {
    match reply.content {
        Content::Message(answer) => answer.file,
        Content::Choices(_) => None,
    }
}

/// Posts each alert to its channel. An alert that cannot be posted is in the log.
pub async fn post_alerts(api: Api, mut alerts: UnboundedReceiver<Alert>) {
    while let Some(Alert { channel, lines }) = alerts.recv().await {
        let Some(message) = render::posted(&lines, clock::now()) else { continue };
        if let Err(error) = api.post(channel.into(), &message).await {
            tracing::error!(%error, %channel, "cannot tell the alert channel; may the bot write there?");
        }
    }
}
