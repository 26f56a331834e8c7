//! The bot is killed while it writes. Afterwards every change is done or not done, and never done twice.

use std::collections::BTreeSet;
use std::future::{Future, poll_fn};
use std::pin::pin;
use std::sync::Arc;
use std::task::Poll;
use std::time::Duration;

use callsheet::clock;
use callsheet::editor::Editor;
use callsheet::itglue::client::Client;
use callsheet::store::Store;
use callsheet::store::edits::EditStore;
use callsheet::sync::{Settings, Syncer};
use callsheet_core::directory::Directory;
use callsheet_core::domain::id::{ContactId, OrganizationId, UserId};
use callsheet_core::edit::EditField;
use callsheet_core::edit::request::{Request, Target};
use callsheet_core::edits::{EditChange, EditId, Sent, State};
use lookalike::Lookalike;
use serde_json::json;
use tempfile::TempDir;
use tokio::sync::mpsc::unbounded_channel;

use super::{ACME, JANE, account, jane};

/// Kills: a third each of a new contact, of a change, and of one that takes a change back.
const KILLS: u64 = 200;

/// Follows a future for this many steps, and then drops it wherever it is.
async fn for_steps<T>(future: impl Future<Output = T>, mut steps: u64) -> Option<T> {
    let mut future = pin!(future);
    poll_fn(|context| {
        if steps == 0 {
            return Poll::Ready(None);
        }
        steps -= 1;
        future.as_mut().poll(context).map(Some)
    })
    .await
}

fn editor(it_glue: &Lookalike, edits: &Arc<EditStore>) -> Editor {
    let client = Arc::new(Client::new(&it_glue.url(), it_glue.key()).unwrap());
    Editor::new(client, Arc::clone(edits), Arc::default(), unbounded_channel().0).with_pauses([Duration::ZERO; 3])
}

/// The change before the kill of this number.
fn change(number: u64) -> Request {
    if number.is_multiple_of(3) {
        let last = format!("Quist {number}");
        let fields = vec![(EditField::FirstName, json!("Zoe")), (EditField::LastName, json!(last))];
        return Request { target: Target::New(OrganizationId(ACME)), fields };
    }
    let title = if number % 3 == 1 { format!("Title {number}") } else { "IT Manager".to_owned() };
    Request { target: Target::Contact(ContactId(JANE)), fields: vec![(EditField::Title, json!(title))] }
}

#[tokio::test]
async fn a_kill_at_any_moment_ends_in_done_once_or_not_done() {
    let it_glue = Lookalike::start(account()).await.unwrap();
    it_glue.edit(|account| account.now = None);
    let folder = TempDir::new().unwrap();
    let store = Store::open(&folder.path().join("callsheet.db")).await.unwrap();
    let (mut done, mut not_done) = (0, 0);
    for number in 0..KILLS {
        let (request, id) = (change(number), EditId(number));
        let title = jane(&it_glue).title;
        let killed = async {
            let edits = Arc::new(EditStore::open(store.clone()).await.unwrap());
            let sent = Sent {
                id,
                by: UserId(4),
                guild: None,
                at: clock::now(),
                organization: Some(OrganizationId(ACME)),
                request: request.clone(),
                before: None,
                state: State::Unknown,
                undoes: None,
                reason: None,
            };
            edits.record(EditChange::Send(Box::new(sent.clone()))).await.unwrap();
            editor(&it_glue, &edits).send(sent).await.unwrap();
        };
        for_steps(killed, number % 25).await;

        // It starts again, and reads the account; of a new contact only that tells that it was not made.
        let edits = Arc::new(EditStore::open(store.clone()).await.unwrap());
        let is_new = matches!(request.target, Target::New(_));
        if is_new {
            let client = Client::new(&it_glue.url(), it_glue.key()).unwrap();
            let (directory, settings) = (Arc::new(Directory::default()), Settings::default());
            let mut syncer = Syncer::load_from_disk(client, store.clone(), directory, settings).await.unwrap();
            syncer.sweep(false, &|_, _, _| {}).await.unwrap();
        }
        let editor = editor(&it_glue, &edits);
        editor.find_out().await.unwrap();
        let made: BTreeSet<u64> = it_glue.edit(|account| {
            let last = format!("Quist {number}");
            account.contacts.values().filter(|one| one.last_name.as_ref() == Some(&last)).map(|one| one.id).collect()
        });
        assert!(made.len() <= 1, "{number}: added twice");
        let Some(sent) = edits.current().sent(id).cloned() else {
            assert!(made.is_empty() && jane(&it_glue).title == title, "{number}: changed without a word on disk");
            continue;
        };
        match &sent.state {
            State::Done { after, .. } if is_new => {
                assert_eq!(made, BTreeSet::from([after.id.0]), "{number}");
                done += 1;
            }
            State::Done { .. } => {
                assert_eq!(jane(&it_glue).title.as_deref(), request.fields[0].1.as_str(), "{number}");
                done += 1;
            }
            State::NotDone(_) => {
                assert!(made.is_empty() && (is_new || jane(&it_glue).title == title), "{number}");
                not_done += 1;
            }
            // It is too fresh to say of a change that IT Glue is not at work on it any more.
            State::Unknown => {
                assert!(!is_new && jane(&it_glue).title == title, "{number}");
                not_done += 1;
            }
        }
    }
    assert!(done > 40 && not_done > 5, "done {done}, not done {not_done}");
}
