//! Answers interactions side by side, within Discord's time.

use std::borrow::Cow;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;

use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use secrecy::SecretString;
use serde::Deserialize;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;
use tokio::time::{Instant, timeout, timeout_at};

use crate::discord::api::Api;
use crate::discord::respond::{Later, Response};

/// Discord waits 3 s from when it sends the interaction; the network takes the rest.
const ANSWER_WITHIN: Duration = Duration::from_millis(2500);

/// Discord takes changes of an answer for 15 minutes; the network takes the rest.
const EDIT_WITHIN: Duration = Duration::from_mins(14);

/// Answers sent at the same time. Discord's HTTP/2 allows about a hundred requests at once per connection.
const AT_ONCE: usize = 64;

/// Interactions held at the same time: more than can be answered in time, and few enough for memory.
const AT_MOST: usize = 4096;

/// Turns an interaction's JSON into a response. It is async because it writes to disk first.
pub type Answering = Box<dyn Fn(String) -> BoxFuture<'static, Option<Response>> + Send + Sync>;

pub(super) struct Answers {
    shared: Arc<Shared>,
    tasks: JoinSet<()>,
}

struct Shared {
    api: Api,
    answer: Answering,
    turns: Semaphore,
}

impl Answers {
    pub(super) fn new(api: Api, answer: Answering) -> Self {
        Self { shared: Arc::new(Shared { api, answer, turns: Semaphore::new(AT_ONCE) }), tasks: JoinSet::new() }
    }

    pub(super) fn start(&mut self, interaction: &str) {
        while self.tasks.try_join_next().is_some() {}
        if self.tasks.len() >= AT_MOST {
            tracing::warn!(interaction = id(interaction), "not answered: too many interactions at once");
            return;
        }
        let deadline = Instant::now() + ANSWER_WITHIN;
        let (shared, interaction) = (Arc::clone(&self.shared), interaction.to_owned());
        self.tasks.spawn(async move { shared.answer_one(interaction, deadline).await });
    }

    /// Waits for the answers in flight, and drops those that take longer.
    pub(super) async fn finish(mut self, within: Duration) {
        let all = async { while self.tasks.join_next().await.is_some() {} };
        if timeout(within, all).await.is_err() {
            tracing::warn!(answers = self.tasks.len(), "stopped with answers still in flight");
        }
    }
}

impl Shared {
    async fn answer_one(&self, interaction: String, deadline: Instant) {
        let id = id(&interaction);
        let Ok(Ok(turn)) = timeout_at(deadline, self.turns.acquire()).await else {
            tracing::warn!(interaction = id, "not answered: no turn came in time");
            return;
        };
        // A panic in one answer must not cost the others theirs.
        let answer = AssertUnwindSafe(async { (self.answer)(interaction).await });
        let response = match answer.catch_unwind().await {
            Ok(Some(response)) => response,
            Ok(None) => {
                tracing::warn!(interaction = id, "not answered: it cannot be told where to");
                return;
            }
            Err(_) => {
                tracing::error!(interaction = id, "not answered: the answer could not be made");
                return;
            }
        };
        let Response { interaction, token, first, later } = response;
        if let Err(error) = self.api.answer(interaction, &token, &first, deadline).await {
            tracing::warn!(interaction, %error, "not answered");
            return;
        }
        drop(turn);
        if let Some(later) = later {
            self.complete(interaction, &token, later, deadline + EDIT_WITHIN).await;
        }
    }

    /// Puts the rest of an answer in the place of what said that the bot is working.
    async fn complete(&self, interaction: u64, token: &SecretString, later: Later, deadline: Instant) {
        let Later { application, edit } = later;
        let edit = match timeout_at(deadline, AssertUnwindSafe(edit).catch_unwind()).await {
            Ok(Ok(Some(edit))) => edit,
            Ok(Ok(None) | Err(_)) => {
                tracing::error!(interaction, "not completed: the rest of the answer could not be made");
                return;
            }
            Err(_) => {
                tracing::warn!(interaction, "not completed: Discord takes the rest of the answer no longer");
                return;
            }
        };
        if let Err(error) = self.api.edit(application, token, &edit, deadline).await {
            tracing::warn!(interaction, %error, "not completed");
        }
    }
}

/// The interaction's id, for the log.
fn id(interaction: &str) -> Option<u64> {
    #[derive(Deserialize)]
    struct Interaction<'a> {
        #[serde(borrow)]
        id: Cow<'a, str>,
    }
    serde_json::from_str::<Interaction<'_>>(interaction).ok()?.id.parse().ok()
}
