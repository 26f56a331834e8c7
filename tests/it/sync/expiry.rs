//! A copy that cannot be renewed is kept for a while, then deleted.

use std::time::Duration;

use callsheet::store::Store;
use callsheet_core::directory::records::Records;
use callsheet_core::domain::id::{ContactId, GuildId, UserId};
use callsheet_core::notebook::Change;
use jiff::{SignedDuration, Timestamp};
use lookalike::Lookalike;
use lookalike::answers::Answer;
use lookalike::behaviour::Fault;
use tempfile::TempDir;

use super::*;
use testkit::chat::Chat;
use testkit::files::{content, found, texts};

const DAY: SignedDuration = SignedDuration::from_hours(24);

/// A process whose copy was last renewed this many days before `now`.
async fn renewed(days: i32, now: Timestamp, lookalike: &Lookalike, folder: &TempDir, settings: Settings) -> Process {
    let mut bot = Process::start(lookalike, folder).await;
    bot.sweep().await;
    let at = now - DAY * days;
    let Saved { records, progress } = bot.store.load().await.unwrap();
    let progress = Progress { synced_at: Some(at), swept_at: Some(at), ..progress };
    bot.store.save(progress.revision, &Changes::between(&records, &records), &progress).await.unwrap();
    bot.store.record_identify(now).await.unwrap();
    bot.store.set_registration(5, "hash").await.unwrap();
    let change = Change::LookedUp { user: UserId(1), contact: ContactId(2), at: now };
    bot.store.record(GuildId(1), change).await.unwrap();
    bot.store.close().await;
    Process::start_with(lookalike, folder, settings).await
}

fn present() -> Timestamp {
    callsheet::clock::now()
}

#[tokio::test]
async fn the_loop_deletes_an_expired_copy_and_reads_anew() {
    for refuses in [false, true] {
        let (mut lookalike, folder) = (Lookalike::start(account()).await.unwrap(), TempDir::new().unwrap());
        let settings = Settings { shortest_pause: Duration::from_millis(20), ..SETTINGS };
        let bot = renewed(31, present(), &lookalike, &folder, settings).await;
        assert_eq!(shown(&bot.directory.current()).len(), 100, "the copy is used until IT Glue has had its chance");
        let (store, copy) = (bot.store.clone(), bot.store.load().await.unwrap().records);
        if refuses {
            lookalike.behave(|behaviour| behaviour.always = Some(Fault::Answer(Answer::forbidden())));
        } else {
            lookalike.go_down().await;
        }
        let (stop, running, directory) = run(bot);
        until("the copy is deleted", || directory.current().status().synced_at.is_none()).await;
        assert_eq!(shown(&directory.current()), [0; 0]);
        let expired =
            |directory: &Directory| matches!(directory.current().status().trouble, Some(Trouble::Expired { .. }));
        assert!(expired(&directory));
        until("no byte is left", || found(&texts(&copy), content(&database(&folder))).is_empty()).await;
        let saved = store.load().await.unwrap();
        assert_eq!((saved.records, saved.progress.swept_at), (Records::default(), None));
        assert_eq!(store.registration(5).await.unwrap().as_deref(), Some("hash"));
        assert_eq!(store.identifies_since(Timestamp::MIN).await.unwrap().len(), 1);
        assert_eq!(
            store.notebooks().await.unwrap().of(GuildId(1)).recents(UserId(1)).collect::<Vec<_>>(),
            [ContactId(2)]
        );

        // A restart says the same.
        let restarted = Process::start_with(&lookalike, &folder, settings).await;
        assert!(expired(&restarted.directory));
        restarted.store.close().await;

        if refuses {
            lookalike.behave(|behaviour| behaviour.always = None);
        } else {
            lookalike.come_back().await.unwrap();
        }
        until("the sweep", || directory.current().contacts().count() == 100).await;
        assert_eq!(directory.current().status().trouble, None);
        stop.send(()).unwrap();
        running.await.unwrap();
    }
}

#[tokio::test]
async fn the_loop_keeps_a_recent_or_permanent_copy() {
    for (days, max_age) in [(29, SETTINGS.max_age), (4000, None)] {
        let (lookalike, folder) = (Lookalike::start(account()).await.unwrap(), TempDir::new().unwrap());
        let settings = Settings { shortest_pause: Duration::from_millis(1), max_age, ..SETTINGS };
        let bot = renewed(days, present(), &lookalike, &folder, settings).await;
        lookalike.behave(|behaviour| behaviour.always = Some(Fault::Answer(Answer::forbidden())));
        let requests = lookalike.requests().len();
        let (stop, running, directory) = run(bot);
        until("some failures", || lookalike.requests().len() > requests + 4).await;
        assert_eq!(shown(&directory.current()).len(), 100);
        assert!(matches!(directory.current().status().trouble, Some(Trouble::Refused { .. })));
        stop.send(()).unwrap();
        running.await.unwrap();
    }
}

#[tokio::test]
async fn only_an_unreachable_accounts_copy_expires_on_the_day() {
    let (mut lookalike, folder) = (Lookalike::start(account()).await.unwrap(), TempDir::new().unwrap());
    let mut bot = Process::start(&lookalike, &folder).await;
    bot.sweep().await;
    let synced_at = bot.directory.current().status().synced_at.unwrap();
    bot.syncer.expire(synced_at + DAY * 400).await.unwrap();
    assert_eq!(shown(&bot.directory.current()).len(), 100, "IT Glue answers, whatever the clock says");

    lookalike.go_down().await;
    bot.fail().await;
    for days in [0, 1, 29] {
        bot.syncer.expire(synced_at + DAY * days).await.unwrap();
        assert_eq!(shown(&bot.directory.current()).len(), 100, "{days}");
    }
    bot.syncer.expire(synced_at + DAY * 30).await.unwrap();
    assert_eq!(shown(&bot.directory.current()), [0; 0]);
    assert_eq!(bot.trouble(), Some(Trouble::Expired { since: synced_at + DAY * 30 }));
    bot.fail().await;
    assert!(matches!(bot.trouble(), Some(Trouble::Expired { .. })), "a later failure does not hide it");
    let expired_at = bot.trouble();
    bot.syncer.expire(synced_at + DAY * 90).await.unwrap();
    assert_eq!(bot.trouble(), expired_at, "there is nothing more to delete");
}

#[tokio::test]
async fn a_copy_that_another_process_has_renewed_does_not_expire() {
    let (lookalike, folder) = (Lookalike::start(account()).await.unwrap(), TempDir::new().unwrap());
    let mut bot = renewed(31, present(), &lookalike, &folder, SETTINGS).await;
    let mut command_line = Process::start(&lookalike, &folder).await;
    lookalike.behave(|behaviour| behaviour.always = Some(Fault::Answer(Answer::forbidden())));
    bot.fail().await;
    lookalike.behave(|behaviour| behaviour.always = None);
    command_line.sweep().await;
    bot.syncer.expire(present()).await.unwrap();
    assert_eq!(shown(&bot.directory.current()).len(), 100);
}

#[tokio::test]
async fn a_wipe_by_another_process_is_adopted() {
    let (lookalike, folder) = (Lookalike::start(account()).await.unwrap(), TempDir::new().unwrap());
    let mut bot = Process::start(&lookalike, &folder).await;
    bot.sweep().await;
    bot.store.close().await;
    let settings = Settings { delta_interval: Duration::from_secs(1), ..SETTINGS };
    let bot = Process::start_with(&lookalike, &folder, settings).await;
    let sweeps = lookalike.count("/locations");
    let other = Store::open_to_wipe(&database(&folder)).await.unwrap();
    let (stop, running, directory) = run(bot);
    other.wipe(None).await.unwrap();
    until("a sweep", || lookalike.count("/locations") > sweeps).await;
    until("its end", || directory.current().status().synced_at.is_some()).await;
    assert_eq!(shown(&directory.current()).len(), 100);
    stop.send(()).unwrap();
    running.await.unwrap();
}

#[test]
fn after_a_wipe_a_sweep_replaces_the_next_delta() {
    let start = Instant::now();
    let mut schedule = Schedule::new(SETTINGS, start, Some(MINUTE));
    assert_eq!(schedule.failed(Task::Delta, start), MINUTE / 2);
    schedule.wiped();
    assert_eq!(schedule.next(), (start + MINUTE / 2, Task::Sweep));
    // It is wiped once; the pauses go on growing.
    for seconds in [30, 60, 120] {
        assert_eq!(schedule.failed(Task::Sweep, start).as_secs(), seconds);
        schedule.wiped();
        assert_eq!(schedule.next(), (start + Duration::from_secs(seconds), Task::Sweep));
    }
}

#[test]
fn readers_are_told_that_the_copy_is_gone() {
    let status = |hours_ago| {
        let since = testkit::account::now() - SignedDuration::from_hours(hours_ago);
        Status { trouble: Some(Trouble::Expired { since }), ..Status::default() }
    };
    let chat = Chat::over(Snapshot::default().with_status(status(3)));
    insta::assert_snapshot!(chat.asks("contact", &[("name", "jane")]), @"
    Contacts are still loading
    The first sync with IT Glue isn't finished. Try again in a minute.
    ⚠️ IT Glue was unavailable for too long, so the local copy was deleted (3 h ago). Tell your bot admin.
    ");
}
