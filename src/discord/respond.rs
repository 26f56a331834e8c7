//! An interaction's JSON in, the JSON of its response out; between them, the desk.

use std::sync::Arc;

use jiff::Timestamp;
use secrecy::SecretString;
use serde_json::Value;

use crate::answer::{Content, File, Reply};
use crate::desk::Desk;
use crate::discord::interaction::{self, Incoming};
use crate::discord::render::{self, Reader};
use crate::discord::seal::Seal;

/// What to send back to Discord for one interaction. It cannot be printed: it holds people's names and numbers.
pub struct Response {
    /// The interaction's id, for the callback's address.
    pub interaction: u64,
    /// The interaction's token: who has it can answer as the bot for 15 minutes, so it is never logged.
    pub token: SecretString,
    /// The body of the callback.
    pub body: Value,
    /// A file to go with the message.
    pub file: Option<File>,
}

/// Answers one interaction. `None` where it carries no id and token to answer to.
pub async fn respond(raw: &str, desk: &Arc<Desk>, seal: &Seal, now: Timestamp) -> Option<Response> {
    let Incoming { id, token, question } = interaction::read(raw, seal, now)?;
    let Some(question) = question else {
        return Some(Response { interaction: id, token, body: render::pong()?, file: None });
    };
    let reader = Reader::new(&question, seal, now);
    let reply = Arc::clone(desk).answer(question, now).await;
    Some(Response { interaction: id, token, body: render::reply(&reply, &reader)?, file: file(reply) })
}

fn file(reply: Reply) -> Option<File> {
    match reply.content {
        Content::Message(answer) => answer.file,
        Content::Choices(_) => None,
    }
}
