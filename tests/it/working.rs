//! Replies that take longer than Discord waits: what the caller sees first, and what takes its place.

use callsheet::discord::respond::{Later, Payload, Response};
use callsheet_core::domain::id::{ChannelId, ContactId, GuildId, UserId};
use callsheet_core::notebook::Change;
use futures_util::FutureExt;
use serde_json::{Value, json};
use tokio::sync::oneshot;

use testkit::account::{Account, person};
use testkit::bot::{hello, start_with, store};
use testkit::chat::{Chat, GUILD, Shown, asked};
use testkit::desk::DeskChat;
use testkit::discord::{APPLICATION, Discord, Refusal, Route, Seen, interaction};
use testkit::payload::check_callback;

fn manager() -> Chat {
    let account = Account::default().organization(1, "Acme Corporation").with(person(1, "Jane Doe").at(1));
    Chat::about(&account).permitted(32)
}

#[tokio::test]
async fn a_slow_journal_is_said_to_be_read_and_then_told() {
    let desk = DeskChat::of(manager()).await.impatient();
    desk.asks("contact", &[("name", "id:1")]).await;
    let Response { first, later, .. } = desk.responds(&asked("who-looked", &[("name", "id:1")])).await;
    assert_eq!(check_callback(&first.body), Ok(()));
    assert_eq!(
        first.body,
        json!({ "type": 5, "data": { "flags": 64 } }),
        "only the caller sees that the bot is working"
    );
    let Later { application, edit } = later.unwrap();
    assert_eq!(application, 9);
    let shown = Shown::edited(edit.await.unwrap(), desk.now());
    assert!(shown.to_string().starts_with("Who looked up Jane Doe") && shown.to_string().contains("<@4>"), "{shown}");
}

#[tokio::test]
async fn what_is_slow_to_be_saved_is_saved_although_nobody_waits() {
    let desk = DeskChat::of(manager()).await.impatient();
    let Response { later, .. } = desk.responds(&asked("bind", &[("organization", "id:1")])).await;
    // As where Discord has refused the first answer.
    drop(later.unwrap());
    tokio::task::yield_now().await;
    // Changes are written in their order, so the first is there when another is.
    let other = Change::Favourite { user: UserId(9), contact: ContactId(1), on: true };
    desk.desk().notebooks.record(GuildId(GUILD), other).await.unwrap();
    assert!(desk.desk().notebooks.current().of(GuildId(GUILD)).binding(ChannelId(3)).is_some());
}

#[tokio::test]
async fn what_is_quick_or_noted_late_is_not_deferred() {
    let desk = DeskChat::of(manager()).await.impatient();
    assert!(desk.responds(&asked("vip", &[])).await.later.is_none(), "nothing is waited for but the journal");
    desk.desk().journal.close().await;
    let refused = desk.responds(&asked("who-looked", &[("name", "id:1")])).await;
    assert!(refused.later.is_none() && refused.first.body.to_string().contains("write to its audit log"));
}

/// A bot whose answers are complete when the test says so.
fn slow(gate: oneshot::Receiver<()>) -> impl Fn(&str) -> Option<Response> + Send + Sync {
    let gate = std::sync::Mutex::new(Some(gate));
    move |interaction| {
        let gate = gate.lock().unwrap().take()?;
        let edit = async move {
            gate.await.ok()?;
            let body =
                json!({ "content": "done", "embeds": [], "components": [], "allowed_mentions": { "parse": [] } });
            Some(Payload { body, file: None })
        };
        let first = Payload { body: json!({ "type": 5, "data": { "flags": 64 } }), file: None };
        let later = Some(Later { application: APPLICATION, edit: edit.boxed() });
        Some(Response { first, later, ..hello(interaction)? })
    }
}

fn edits(seen: &Seen) -> bool {
    matches!(seen, Seen::Edited(..))
}

#[tokio::test]
async fn the_first_answer_arrives_at_once_and_the_rest_in_its_place() {
    let ((_folder, store), discord, (open, gate)) = (store().await, Discord::start(), oneshot::channel());
    let bot = start_with(&discord.url(), &store, slow(gate));
    discord.refuse(Route::Edit, [Refusal::status(502)]);
    let id = discord.send(interaction::command(Some(1), "contact", &[("name", "jane")])).await;
    let deferred = |seen: &Seen| matches!(seen, Seen::Answered(_, body) if body["type"] == 5);
    discord.wait_for(1, deferred).await;
    assert_eq!(discord.count(edits), 0, "it is still working");
    open.send(()).unwrap();
    let answer: Value = discord.answer(id).await;
    assert_eq!(answer["data"]["content"], "done");
    assert_eq!(discord.count(edits), 2, "an attempt that fails is made again");
    bot.stop().await.unwrap();
}

#[tokio::test]
async fn what_cannot_be_completed_costs_one_answer_and_no_other() {
    let ((_folder, store), discord, (open, gate)) = (store().await, Discord::start(), oneshot::channel::<()>());
    let slow = slow(gate);
    let bot = start_with(&discord.url(), &store, move |interaction| slow(interaction).or_else(|| hello(interaction)));
    discord.send(interaction::command(Some(1), "contact", &[("name", "jane")])).await;
    discord.wait_for(1, |seen| matches!(seen, Seen::Answered(..))).await;
    drop(open);
    let answer = discord.command(1, "contact", &[("name", "jane")]).await;
    assert_eq!(answer["data"]["content"], "hello");
    bot.stop().await.unwrap();
    assert_eq!(discord.count(edits), 0);
}
