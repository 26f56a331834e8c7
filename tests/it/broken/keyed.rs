//! With a key: what nobody without it can change, remove or put back unnoticed, in either file.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use callsheet::store::Store;
use callsheet::store::journal::Journal;
use callsheet::store::key::Key;
use callsheet_core::journal::chain::{Hash, Head};
use callsheet_core::journal::{Action, Entry};
use insta::assert_snapshot;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions, Connection};

use super::{Bot, NO_TRIGGERS, breaks, edited, key, note, set_note};
use crate::journal::lookup;
use crate::store::tamper;
use testkit::logs::Logs;
use testkit::records::NOON;

#[tokio::test]
async fn with_a_key_a_right_chain_without_seals_is_found() {
    for forgotten in [false, true] {
        let bot = Bot::new(Some(&key()));
        bot.runs(0..6).await;
        let (verified, code) = bot.verify();
        assert!(verified.starts_with("intact from entry 1 up to 6:") && code == 0, "{verified}");
        bot.rewrite(|_, entry| Some(edited(&entry))).await;
        if forgotten {
            tamper(&bot.database(), "DELETE FROM journal_head").await;
        }
        assert_eq!(bot.verify().1, 7);
        bot.runs([7]).await;
        let (verified, code) = bot.verify();
        assert!(verified.contains("entries 1 to 6, written without CALLSHEET_KEY") && code == 8, "{verified}");
        let (report, _) = bot.says(&["report", "--user", "7"]);
        assert_eq!(report.matches("(unproven since 2026-11-03T12:00:00Z)").count(), 6, "{report}");
        assert_eq!(breaks(&bot.entries().await), 1);
    }
}

#[tokio::test]
async fn with_a_key_no_sealed_entry_can_be_changed_moved_or_taken() {
    for (what, code) in [
        // One entry is rewritten, and the chain after it; the seals stay.
        ("UPDATE journal SET entry = '{}' WHERE seq = 3", 7),
        ("UPDATE journal SET seal = zeroblob(32) WHERE seq = 3", 7),
        ("UPDATE journal SET seal = NULL WHERE seq = 3", 7),
        ("UPDATE journal SET seal = (SELECT seal FROM journal WHERE seq = 2) WHERE seq = 3", 7),
        ("UPDATE journal SET seal = zeroblob(32) WHERE seq = 6", 7),
        ("UPDATE journal SET seal = NULL WHERE seq = 6", 8),
        ("DELETE FROM journal WHERE seq = 6", 7),
        ("DELETE FROM journal; UPDATE base SET seq = 6, hash = (SELECT hash FROM saved)", 7),
    ] {
        let bot = Bot::new(Some(&key()));
        bot.runs(0..6).await;
        tamper(&bot.journal(), NO_TRIGGERS).await;
        let saved = "CREATE TEMP TABLE saved AS SELECT hash FROM journal WHERE seq = 6";
        let mut connection = bot.connection().await;
        for statement in [saved, what] {
            sqlx::raw_sql(statement).execute(&mut connection).await.unwrap();
        }
        connection.close().await.unwrap();
        let (verified, found) = bot.verify();
        assert_eq!(found, code, "{what}: {verified}");
        bot.runs([7]).await;
        assert!(matches!(bot.verify().1, 7 | 8), "{what}");
    }
}

/// An entry that says that the end is gone, written by who took it, is not the bot's own.
#[tokio::test]
async fn with_a_key_no_forged_note_of_a_break_stands_for_one() {
    let bot = Bot::new(Some(&key()));
    bot.runs(0..6).await;
    let head = bot.head();
    tamper(&bot.journal(), NO_TRIGGERS).await;
    tamper(&bot.journal(), "DELETE FROM journal WHERE seq > 4").await;
    let mut connection = bot.connection().await;
    let hash: Vec<u8> =
        sqlx::query_scalar("SELECT hash FROM journal WHERE seq = 4").fetch_one(&mut connection).await.unwrap();
    let forged = Entry::new(NOON, Action::Broken { noted: Some(head) }).encode().unwrap();
    let forged_head = Head { seq: 4, hash: Hash(hash.try_into().unwrap()) }.followed_by(forged.as_bytes());
    let insert = sqlx::query("INSERT INTO journal (seq, entry, hash) VALUES (5, ?1, ?2)").bind(forged);
    insert.bind(forged_head.hash.0.as_slice()).execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
    bot.runs([7]).await;
    let entries = bot.entries().await;
    assert_eq!((breaks(&entries), &entries[6].action), (2, &Action::Broken { noted: Some(head) }));
    let (verified, code) = bot.verify();
    assert!(verified.contains("break at entry 7, ") && code == 8, "{verified}");
}

#[tokio::test]
async fn with_a_key_the_noted_head_cannot_be_forged_or_dropped() {
    let bot = Bot::new(Some(&key()));
    bot.runs(0..3).await;
    // An entry's seal does not pass for a note's.
    let mut connection = bot.connection().await;
    let (hash, seal): (Vec<u8>, Vec<u8>) =
        sqlx::query_as("SELECT hash, seal FROM journal WHERE seq = 2").fetch_one(&mut connection).await.unwrap();
    connection.close().await.unwrap();
    let hash: [u8; 32] = hash.try_into().unwrap();
    let record = serde_json::json!({
        "head": { "seq": 2, "hash": hex::encode(hash) },
        "seal": hex::encode(seal),
    });
    let record = record.to_string();
    let digest =
        crc::Crc::<u32>::new(&crc::CRC_32_ISCSI).checksum(&[&1_u64.to_le_bytes()[..], record.as_bytes()].concat());
    for forgetting in [None, Some((record, i64::from(digest)))] {
        tamper(
            &bot.journal(),
            "DROP TRIGGER IF EXISTS journal_delete; DELETE FROM journal WHERE seq = (SELECT max(seq) FROM journal)",
        )
        .await;
        match forgetting {
            None => tamper(&bot.database(), "DELETE FROM journal_head").await,
            Some(note) => set_note(&bot.database(), &note).await,
        }
        let (verified, code) = bot.verify();
        assert!(verified.contains(" is missing") && code == 7, "{verified}");
        bot.runs([4]).await;
        let (verified, code) = bot.verify();
        assert!(verified.contains("was missing; entries lost: 1 or more") && code == 8, "{verified}");
    }
    assert_eq!(breaks(&bot.entries().await), 2);
}

/// Runs statements on a file, with another database attached as `old`.
async fn change(path: &Path, old: &Path, statements: &str) {
    let mut connection = SqliteConnectOptions::new().filename(path).connect().await.unwrap();
    let statements = format!("ATTACH '{}' AS old; {statements}", old.display());
    sqlx::raw_sql(AssertSqlSafe(statements)).execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
}

/// The attacker has both files and older copies of both, and lacks the key.
#[tokio::test]
async fn with_a_key_neither_file_forgets_what_it_knew_of_the_other() {
    const EMPTIED: &str = "DELETE FROM journal; DELETE FROM checkpoint;";
    const FORGOTTEN: &str = "DELETE FROM journal_head;";
    const OLDER: &str = "DELETE FROM checkpoint; INSERT INTO checkpoint SELECT * FROM old.checkpoint;";
    const NO_KEY: &str = "DELETE FROM journal_head; DELETE FROM encryption; DELETE FROM seal;";
    for (journal, database, code) in [
        (Some(EMPTIED), FORGOTTEN, 8),
        (Some(EMPTIED), "", 7),
        // The last entry that is left is the one that the database remembers, which is an older one as well.
        (
            Some("DELETE FROM journal WHERE seq > (SELECT max(seq) FROM old.journal); DELETE FROM checkpoint"),
            "DELETE FROM journal_head; INSERT INTO journal_head SELECT * FROM old.journal_head",
            8,
        ),
        (None, FORGOTTEN, 7),
        (None, "", 7),
        (None, NO_KEY, 7),
        (Some(EMPTIED), NO_KEY, 8),
        (Some("DELETE FROM checkpoint"), "", 8),
        (Some("DROP TABLE checkpoint"), "", 8),
        (Some("UPDATE checkpoint SET proof = zeroblob(32)"), "", 8),
        (Some(OLDER), "", 8),
        (Some(OLDER), FORGOTTEN, 8),
        (Some(""), FORGOTTEN, 8),
        (Some(""), NO_KEY, 8),
        (Some(EMPTIED), "DROP TABLE journal_head", 8),
        (None, "DROP TABLE journal_head", 7),
    ] {
        let bot = Bot::new(Some(&key()));
        bot.runs(0..3).await;
        bot.remembers().await;
        let old = bot.folder.path().join("old");
        fs::create_dir(&old).unwrap();
        for file in [bot.database(), bot.journal()] {
            fs::copy(&file, old.join(file.file_name().unwrap())).unwrap();
        }
        bot.runs(3..6).await;
        assert_eq!(bot.verify().1, 0);
        change(&bot.database(), &old.join("callsheet.db"), database).await;
        match journal {
            Some(statements) => {
                tamper(&bot.journal(), NO_TRIGGERS).await;
                change(&bot.journal(), &old.join("callsheet.db.audit"), statements).await;
            }
            None => fs::remove_file(bot.journal()).unwrap(),
        }
        let (verified, found) = bot.verify();
        assert_eq!(found, code, "{journal:?} {database}: {verified}");
        assert!(!verified.contains("intact"), "{verified}");
        let logs = Logs::capture();
        bot.runs([7]).await;
        let is_told = ["not as it was left", "the audit log is damaged"].iter().any(|told| logs.text().contains(told));
        assert!(is_told, "{journal:?} {database}: {}", logs.text());
        assert_eq!((breaks(&bot.entries().await), bot.verify().1), (1, 8), "{journal:?} {database}");
        // It is told once.
        bot.runs([8]).await;
        assert_eq!(breaks(&bot.entries().await), 1, "{journal:?} {database}");
    }
}

/// The journal is put back, and the database is destroyed.
#[tokio::test]
async fn with_a_key_a_database_that_is_destroyed_is_no_new_one() {
    for is_removed in [false, true] {
        let bot = Bot::new(Some(&key()));
        bot.runs(0..3).await;
        let older = fs::read(bot.journal()).unwrap();
        bot.runs(3..6).await;
        fs::write(bot.journal(), older).unwrap();
        if is_removed { fs::remove_file(bot.database()) } else { fs::write(bot.database(), [7; 8192]) }.unwrap();
        assert_eq!(bot.verify().1, 8);
        bot.runs([7]).await;
        assert_eq!((breaks(&bot.entries().await), bot.verify().1), (1, 8));
    }
}

#[tokio::test]
async fn no_step_that_an_operator_takes_is_called_a_break() {
    let mut bot = Bot::new(None);
    bot.runs(0..2).await;
    bot.remembers().await;
    // With a key from now on, with what there is and without.
    let [one, other] = [key(), key()];
    bot.key = Some(one.clone());
    Store::encrypt(&bot.database(), &Key::parse(&one).unwrap()).await.unwrap();
    bot.runs(2..4).await;
    // The copy is deleted, and the key stays.
    let store = Store::open_to_wipe(&bot.database()).await.unwrap();
    store.wipe(None).await.unwrap();
    store.close().await;
    bot.runs(4..6).await;
    // Another key, and again before the bot has run.
    for [from, to] in [[&one, &other], [&other, &one], [&one, &other]] {
        let [from, to] = [from, to].map(|text| Key::parse(text).unwrap());
        Store::rotate_key(&bot.database(), &from, &to).await.unwrap();
    }
    bot.key = Some(other);
    assert_eq!(bot.verify().1, 8, "the first entries have no seal");
    bot.runs(6..8).await;
    assert_eq!(breaks(&bot.entries().await), 0);
    let (verified, code) = bot.verify();
    assert!(code == 8 && verified.contains("entries 1 to 2, written without CALLSHEET_KEY"), "{verified}");
    assert!(!verified.contains("cut off"), "{verified}");

    // A key from the beginning, also where the bot has never been asked anything.
    let bot = Bot::new(Some(&key()));
    for contacts in [0..0, 0..0, 0..1, 1..1] {
        bot.runs(contacts).await;
        assert_eq!((breaks(&bot.entries().await), bot.verify().1), (0, 0));
    }
    // Before the first start there is none.
    let bot = Bot::new(Some(&key()));
    let store = Store::open_with_key(&bot.database(), bot.key.as_deref().and_then(Key::parse).as_ref()).await.unwrap();
    store.close().await;
    let (verified, code) = bot.verify();
    assert!(verified.contains("no audit log next to this database") && code == 6, "{verified}");
}

#[tokio::test]
async fn exchanged_seals_at_the_end_are_told_at_the_start() {
    let bot = Bot::new(Some(&key()));
    bot.runs(0..6).await;
    tamper(
        &bot.journal(),
        "UPDATE journal SET seal = (SELECT seal FROM journal AS o WHERE o.seq = 4) WHERE seq IN (5, 6)",
    )
    .await;
    assert_eq!(bot.verify().1, 7);
    let logs = Logs::capture();
    bot.runs([7]).await;
    assert!(logs.text().contains("not as it was left"), "{}", logs.text());
    let (verified, code) = bot.verify();
    assert!(
        verified.contains("entries 5 to 6, sealed with another key than CALLSHEET_KEY, or forged") && code == 8,
        "{verified}"
    );
}

/// The note is written after the entry, and the process may die in between: an entry without its note is no break.
#[tokio::test]
async fn a_kill_between_an_entry_and_its_note_raises_no_alarm() {
    for key in [None, Some(key())] {
        let bot = Bot::new(key.as_deref());
        bot.runs([]).await;
        let mut notes = vec![note(&bot.database()).await];
        for contact in 0..4 {
            bot.runs([contact]).await;
            notes.push(note(&bot.database()).await);
        }
        let count = bot.entries().await.len();
        for note in notes {
            set_note(&bot.database(), &note).await;
            assert_eq!(bot.verify().1, 0, "{note:?}");
            bot.runs([]).await;
            assert_eq!(bot.entries().await.len(), count, "{note:?}");
        }
        // The same where all that was noted has been pruned.
        let before = note(&bot.database()).await;
        let store = Store::open_with_key(&bot.database(), key.as_deref().and_then(Key::parse).as_ref()).await.unwrap();
        let journal = Journal::of(&store).await.unwrap();
        let later = lookup(0, 30).at;
        assert_eq!(journal.prune(later, later).await.unwrap(), 4);
        journal.append(&[lookup(1, 40)]).await.unwrap();
        journal.prune(lookup(0, 35).at, lookup(0, 41).at).await.unwrap();
        journal.close().await;
        store.close().await;
        set_note(&bot.database(), &before).await;
        bot.runs([]).await;
        assert_eq!((breaks(&bot.entries().await), bot.verify().1), (0, 0));
    }
}

/// Keeps every note ever given to the database.
const KEEP_NOTES: &str = "CREATE TABLE notes (record TEXT, digest INTEGER);
     CREATE TRIGGER first AFTER INSERT ON journal_head BEGIN INSERT INTO notes VALUES (new.record, new.digest); END;
     CREATE TRIGGER more AFTER UPDATE ON journal_head BEGIN INSERT INTO notes VALUES (new.record, new.digest); END;";

/// The first start with a key notes the head twice, before and after it seals the first entry, and may die at any
/// point.
#[tokio::test]
async fn a_kill_while_the_key_is_new_raises_no_alarm() {
    let mut bot = Bot::new(None);
    bot.runs(0..3).await;
    let unsealed = fs::read(bot.journal()).unwrap();
    tamper(&bot.database(), KEEP_NOTES).await;
    bot.key = Some(key());
    bot.runs([]).await;
    let sealed = fs::read(bot.journal()).unwrap();
    let mut connection = SqliteConnectOptions::new().filename(bot.database()).connect().await.unwrap();
    let notes: Vec<(String, i64)> =
        sqlx::query_as("SELECT record, digest FROM notes ORDER BY rowid").fetch_all(&mut connection).await.unwrap();
    connection.close().await.unwrap();
    assert!(notes.len() > 1, "{notes:?}");
    // The note says: the key is new; the last entry before the key; the first entry sealed with it.
    for (journal, note) in [(&unsealed, &notes[0]), (&sealed, &notes[1]), (&sealed, notes.last().unwrap())] {
        fs::write(bot.journal(), journal).unwrap();
        set_note(&bot.database(), note).await;
        bot.runs([]).await;
        let actions: Vec<Action> = bot.entries().await.into_iter().map(|entry| entry.action).collect();
        assert_eq!((actions.len(), &actions[3]), (4, &Action::Keyed), "{note:?}");
    }
}

#[tokio::test]
async fn a_chain_without_a_key_goes_on_with_one_from_a_marked_entry() {
    let mut bot = Bot::new(None);
    bot.runs(0..3).await;
    let noted = bot.head().to_string();
    let (verified, code) = bot.verify();
    assert_snapshot!(verified.replace(&noted, "HEAD"), @"
    intact from entry 1 up to HEAD
    not checked without CALLSHEET_KEY: whether the whole log was rewritten; --head with a head that you kept elsewhere shows that
    ");
    assert_eq!(code, 0);
    bot.key = Some(key());
    bot.runs([4]).await;
    assert_eq!(bot.entries().await[3].action, Action::Keyed);
    let (verified, code) = bot.verify();
    assert_snapshot!(verified.replace(&bot.head().to_string(), "HEAD"), @"
    consistent from entry 1 up to HEAD, but parts are unproven
    seals checked with CALLSHEET_KEY
    callsheet: parts of the audit log are unproven:
      unproven since 2026-11-03T12:00:00Z: entries 1 to 3, written without CALLSHEET_KEY
    hint: if you can't explain this, keep the files as evidence; `callsheet journal verify --head` with a head that you kept elsewhere proves the entries up to it, except those recovered from a damaged file
    ");
    assert_eq!(code, 8);
    let (verified, code) = bot.says(&["verify", "--head", &noted]);
    assert_snapshot!(verified.replace(&bot.head().to_string(), "HEAD"), @"
    intact from entry 1 up to HEAD
    contains the head you gave
    seals checked with CALLSHEET_KEY
    ");
    assert_eq!(code, 0);

    // Without the key it says what it needs.
    let with = bot.key.take();
    let (verified, code) = bot.verify();
    assert_snapshot!(verified.lines().skip(1).collect::<Vec<_>>().join("\n"), @"
    callsheet: the audit log is sealed with a key, but CALLSHEET_KEY is not set
    hint: set CALLSHEET_KEY or CALLSHEET_KEY_FILE to the bot's key and run the command again
    ");
    assert_eq!(code, 6);
    // With another key it believes nothing.
    bot.key = Some(key());
    let (verified, code) = bot.verify();
    assert!(
        verified.contains("entry 4 is sealed with another key than CALLSHEET_KEY, or was forged") && code == 7,
        "{verified}"
    );
    bot.key = with;
    assert_eq!(bot.says(&["verify", "--head", &noted]).1, 0);
}

#[tokio::test]
async fn a_rotated_key_seals_the_journal_and_a_lost_one_does_not() {
    let mut bot = Bot::new(Some(&key()));
    bot.runs(0..3).await;
    let new = key();
    fs::write(bot.folder.path().join("new"), &new).unwrap();
    let mut program = Command::new(env!("CARGO_BIN_EXE_callsheet"));
    program.args(["key", "rotate", "--new-key-file", "new"]).current_dir(bot.folder.path()).env_clear();
    let mut again = || program.env("CALLSHEET_KEY", bot.key.as_ref().unwrap()).stdin(Stdio::null()).output().unwrap();
    for output in [again(), again()] {
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    assert_eq!(bot.verify().1, 7);
    bot.key = Some(new);
    assert_eq!(bot.verify().1, 0);
    bot.runs([3]).await;
    let actions: Vec<Action> = bot.entries().await.into_iter().map(|entry| entry.action).collect();
    assert_eq!((actions.len(), &actions[3]), (5, &Action::Keyed));
    assert_eq!(bot.verify().1, 0);

    // The key is lost, the copy of the account deleted, and a new key made.
    let logs = Logs::capture();
    let store = Store::open_to_wipe(&bot.database()).await.unwrap();
    store.wipe(None).await.unwrap();
    store.close().await;
    bot.key = Some(key());
    bot.runs([4]).await;
    assert!(logs.text().contains("not as it was left"), "{}", logs.text());
    let (verified, code) = bot.verify();
    assert!(
        verified.contains("entries 1 to 5, sealed with another key than CALLSHEET_KEY, or forged") && code == 8,
        "{verified}"
    );

    // And without any key.
    let store = Store::open_to_wipe(&bot.database()).await.unwrap();
    store.wipe(None).await.unwrap();
    store.close().await;
    let with = bot.key.take();
    bot.runs([5]).await;
    assert_eq!(bot.entries().await[7].action, Action::Unkeyed);
    assert_eq!(bot.verify().1, 6);
    bot.key = with;
    let (verified, code) = bot.verify();
    assert!(verified.contains("entries 8 to 9, written without CALLSHEET_KEY") && code == 8, "{verified}");
}
