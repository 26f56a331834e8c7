//! An old copy is reported to readers whether or not IT Glue answers.

use std::time::Duration;

use jiff::SignedDuration;
use lookalike::Lookalike;
use lookalike::answers::Answer;
use lookalike::behaviour::Fault;
use tempfile::TempDir;

use super::*;
use testkit::chat::Chat;

#[tokio::test]
async fn an_old_copy_is_reported_whether_or_not_it_glue_answers() {
    let faults = [
        Fault::Hang,
        Fault::Answer(Answer::too_many_requests(None)),
        Fault::Answer(Answer::html(200)),
        Fault::Answer(Answer::server_error(500)),
        Fault::Truncate,
    ];
    for fault in faults {
        let (lookalike, folder) = (Lookalike::start(account()).await.unwrap(), TempDir::new().unwrap());
        Process::start(&lookalike, &folder).await.sweep().await;
        lookalike.behave(|behaviour| behaviour.always = Some(fault.clone()));
        // With the program's own patience: nothing fails during the test.
        let client = Client::new(&lookalike.url(), lookalike.key()).unwrap();
        let store = Store::open(&database(&folder)).await.unwrap();
        let directory = Arc::new(Directory::default());
        let syncer = Syncer::load_from_disk(client, store.clone(), Arc::clone(&directory), SETTINGS).await.unwrap();
        let synced_at = directory.current().status().synced_at.unwrap();
        let requests = lookalike.requests().len();
        let (stop, running, directory) = run(Process { syncer, directory, store });
        until("the next sync is under way", || lookalike.requests().len() > requests).await;

        let card = |minutes: i64, seconds: i64| {
            let now = synced_at + SignedDuration::from_mins(minutes) + SignedDuration::from_secs(seconds);
            Chat::over(directory.current()).at(&now.to_string()).asks("contact", &[("name", "jane doe 3")]).to_string()
        };
        for (minutes, seconds) in [(0, 1), (5, 0), (9, 59)] {
            assert!(!card(minutes, seconds).contains("⚠️"), "{fault:?}: {}", card(minutes, seconds));
        }
        for (minutes, seconds) in [(10, 1), (60, 0), (60 * 24 * 400, 0)] {
            let card = card(minutes, seconds);
            assert!(card.contains("⚠️ A newer sync is overdue (last success "), "{fault:?}: {card}");
            assert!(card.contains("Showing the last good copy."), "{card}");
        }
        // The next success removes it.
        lookalike.behave(|behaviour| behaviour.always = None);
        stop.send(()).unwrap();
        running.await.unwrap();
        let mut renewed = Process::start(&lookalike, &folder).await;
        renewed.sweep().await;
        let later = renewed.directory.current().status().synced_at.unwrap();
        assert!(later >= synced_at && renewed.directory.current().status().at(later).trouble.is_none());
    }
}

#[tokio::test]
async fn a_copys_age_is_measured_by_the_sync_interval() {
    let (lookalike, folder) = (Lookalike::start(account()).await.unwrap(), TempDir::new().unwrap());
    for (every, minutes_at_most) in [(MINUTE, 2), (MINUTE * 5, 10), (MINUTE * 60, 120)] {
        let settings = Settings { delta_interval: every, ..SETTINGS };
        let mut process = Process::start_with(&lookalike, &folder, settings).await;
        process.sweep().await;
        let status = process.directory.current().status().clone();
        let at = |age: SignedDuration| status.at(status.synced_at.unwrap() + age).trouble;
        let most = SignedDuration::from_mins(minutes_at_most);
        assert_eq!(at(most), None);
        assert!(matches!(at(most + SignedDuration::from_secs(1)), Some(Trouble::Overdue { .. })));
        assert_eq!(at(Duration::ZERO.try_into().unwrap()), None);
    }
}
