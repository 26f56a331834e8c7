//! The identify budget over restarts. The rule itself is tested in its module.

use callsheet::clock;
use callsheet::discord::identify::DAILY_CAP;
use jiff::SignedDuration;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{Connection, Executor};

use testkit::bot::{PACE, start, store};
use testkit::discord::{Discord, Order, Script, Seen};
use testkit::logs::Logs;

fn is_identify(seen: &Seen) -> bool {
    matches!(seen, Seen::Identified(_))
}

fn is_connect(seen: &Seen) -> bool {
    matches!(seen, Seen::Connected(_))
}

#[tokio::test]
async fn each_identify_is_recorded_first_and_a_crash_loop_slows() {
    let (_folder, store) = store().await;
    let discord = Discord::start();
    let start_of_all = clock::now();
    for life in 1..=9 {
        let bot = start(&discord.url(), &store);
        discord.wait_for(life, is_identify).await;
        let written = store.identifies_since(start_of_all).await.unwrap();
        assert!(written.len() >= life, "{} of {life} written down", written.len());
        bot.crash().await;
    }
    let sent = store.identifies_since(start_of_all).await.unwrap();
    let least = |gaps: i32| SignedDuration::try_from(PACE.identify_gap * gaps.unsigned_abs()).unwrap();
    let pauses: Vec<_> = sent.windows(2).map(|pair| pair[1].duration_since(pair[0])).collect();
    for (pause, gaps) in pauses.iter().zip([1, 1, 1, 1, 1, 2, 4, 8]) {
        assert!(*pause >= least(gaps), "{pauses:?}");
    }
}

#[tokio::test]
async fn repeatedly_refused_sessions_slow_down_too() {
    let (_folder, store) = store().await;
    let discord = Discord::start();
    discord.script([Script::Invalid(false); 8]);
    let start_of_all = clock::now();
    let bot = start(&discord.url(), &store);
    discord.wait_for_session(1).await;
    assert_eq!(discord.count(is_identify), 9);
    let sent = store.identifies_since(start_of_all).await.unwrap();
    assert_eq!(sent.len(), 9);
    let last = sent[8].duration_since(sent[7]);
    assert!(last >= SignedDuration::try_from(PACE.identify_gap * 8).unwrap(), "{last:?}");
    bot.stop().await.unwrap();
}

#[tokio::test]
async fn without_budget_the_bot_does_not_even_connect_and_says_why() {
    let logs = Logs::capture();
    let (_folder, store) = store().await;
    for _ in 0..DAILY_CAP {
        store.record_identify(clock::now()).await.unwrap();
    }
    let discord = Discord::start();
    let bot = start(&discord.url(), &store);
    logs.wait_for("waiting before identifying to Discord again").await;
    bot.stop().await.unwrap();
    assert_eq!(discord.count(is_connect), 0);
}

#[tokio::test]
async fn the_last_identifies_that_discord_counts_are_not_spent() {
    let logs = Logs::capture();
    let (_folder, store) = store().await;
    let discord = Discord::start();
    discord.identifies_left(10);
    let bot = start(&discord.url(), &store);
    logs.wait_for("waiting before identifying to Discord again").await;
    bot.stop().await.unwrap();
    assert_eq!(discord.count(is_connect), 0);
}

#[tokio::test]
async fn a_resumed_session_costs_no_identify() {
    let (_folder, store) = store().await;
    let discord = Discord::start();
    let start_of_all = clock::now();
    let mut bot = start(&discord.url(), &store);
    for _ in 0..3 {
        bot.wait_for(true).await;
        discord.order(Order::Drop);
        bot.wait_for(false).await;
    }
    bot.wait_for(true).await;
    bot.stop().await.unwrap();
    assert_eq!(store.identifies_since(start_of_all).await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_clock_set_back_does_not_delay_the_bot() {
    let (_folder, store) = store().await;
    let set_back = clock::now();
    let later = set_back + SignedDuration::from_hours(5);
    for _ in 0..8 {
        store.record_identify(later).await.unwrap();
    }
    let discord = Discord::start();
    let mut bot = start(&discord.url(), &store);
    bot.wait_for(true).await;
    bot.stop().await.unwrap();
    let sent = store.identifies_since(set_back).await.unwrap();
    assert!(sent.len() == 9 && sent[8] < later, "{sent:?}");
    let pause = sent[8].duration_since(sent[7]);
    assert!(pause >= SignedDuration::try_from(PACE.identify_gap * 8).unwrap(), "{pause:?}");
}

#[tokio::test]
async fn an_identify_that_cannot_be_recorded_is_not_sent() {
    let logs = Logs::capture();
    let (folder, store) = store().await;
    let file = SqliteConnectOptions::new().filename(folder.path().join("test.db"));
    let mut database = SqliteConnection::connect_with(&file).await.unwrap();
    database.execute("ALTER TABLE identifies RENAME TO hidden").await.unwrap();
    let discord = Discord::start();
    let mut bot = start(&discord.url(), &store);
    logs.wait_for("not identifying to Discord while this cannot be written down").await;
    assert_eq!(discord.count(is_identify), 0);
    database.execute("ALTER TABLE hidden RENAME TO identifies").await.unwrap();
    bot.wait_for(true).await;
    bot.stop().await.unwrap();
}
