//! A journal changed behind the bot's back: the next start records it, and every command that reads the journal reports
//! what is unproven. Checks the program's output and exit codes, and the log.

mod keyed;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use callsheet::store::Store;
use callsheet::store::journal::read::Reader;
use callsheet::store::journal::{Journal, beside};
use callsheet::store::key::Key;
use callsheet_core::domain::id::{ContactId, GuildId, UserId};
use callsheet_core::journal::chain::Head;
use callsheet_core::journal::{Action, Entry};
use callsheet_core::notebook::Change;
use futures_util::TryStreamExt;
use insta::assert_snapshot;
use jiff::{SignedDuration, Timestamp};
use secrecy::ExposeSecret;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{ConnectOptions, Connection};
use tempfile::TempDir;

use crate::journal::{lookup, opened};
use crate::store::tamper;
use testkit::logs::Logs;
use testkit::records::NOON;

const NO_TRIGGERS: &str = "DROP TRIGGER journal_update; DROP TRIGGER journal_delete; DROP TRIGGER journal_insert;
                           DROP TRIGGER base_update; DROP TRIGGER base_delete";

struct Bot {
    folder: TempDir,
    key: Option<String>,
}

impl Bot {
    fn new(key: Option<&str>) -> Self {
        Self { folder: TempDir::new().unwrap(), key: key.map(str::to_owned) }
    }

    fn database(&self) -> PathBuf {
        self.folder.path().join("callsheet.db")
    }

    fn journal(&self) -> PathBuf {
        beside(&self.database()).unwrap()
    }

    /// Starts, notes a look-up of each of these contacts, and stops.
    async fn runs(&self, contacts: impl IntoIterator<Item = u64>) {
        let key = self.key.as_deref().and_then(Key::parse);
        let store = Store::open_with_key(&self.database(), key.as_ref()).await.unwrap();
        let journal = Journal::of(&store).await.unwrap();
        for contact in contacts {
            journal.append(&[lookup(contact, 0)]).await.unwrap();
        }
        journal.close().await;
        store.close().await;
    }

    /// Remembers a favorite.
    async fn remembers(&self) {
        let key = self.key.as_deref().and_then(Key::parse);
        let store = Store::open_with_key(&self.database(), key.as_ref()).await.unwrap();
        let favorite = Change::Favourite { user: UserId(4), contact: ContactId(9), on: true };
        store.record(GuildId(1), favorite).await.unwrap();
        store.close().await;
    }

    /// What a journal command prints on both outputs, and its exit code.
    fn says(&self, arguments: &[&str]) -> (String, i32) {
        let mut program = Command::new(env!("CARGO_BIN_EXE_callsheet"));
        program.arg("journal").args(arguments).current_dir(self.folder.path()).env_clear().stdin(Stdio::null());
        program.envs(self.key.as_ref().map(|key| ("CALLSHEET_KEY", key)));
        let output = program.output().unwrap();
        let printed = [output.stdout, output.stderr].map(|printed| String::from_utf8(printed).unwrap()).concat();
        (without_times(&printed), output.status.code().unwrap())
    }

    fn verify(&self) -> (String, i32) {
        self.says(&["verify"])
    }

    fn head(&self) -> Head {
        self.says(&["head"]).0.lines().next().unwrap().parse().unwrap()
    }

    async fn entries(&self) -> Vec<Entry> {
        let mut reader = Reader::open(&self.database()).await.unwrap().unwrap();
        reader.rows().map_ok(|row| Entry::decode(&row.entry).unwrap()).try_collect().await.unwrap()
    }

    async fn connection(&self) -> SqliteConnection {
        SqliteConnectOptions::new().filename(self.journal()).connect().await.unwrap()
    }

    /// Changes rows as a person with the file can: with every hash computed anew, and without seals.
    async fn rewrite(&self, change: impl Fn(u64, String) -> Option<String>) {
        tamper(&self.journal(), NO_TRIGGERS).await;
        let mut connection = self.connection().await;
        let rows: Vec<(i64, String)> =
            sqlx::query_as("SELECT seq, entry FROM journal ORDER BY seq").fetch_all(&mut connection).await.unwrap();
        sqlx::query("DELETE FROM journal").execute(&mut connection).await.unwrap();
        let mut head = Head::START;
        for (seq, entry) in rows {
            let Some(entry) = change(seq.cast_unsigned(), entry) else { continue };
            head = head.followed_by(entry.as_bytes());
            sqlx::query("INSERT INTO journal (seq, entry, hash) VALUES (?1, ?2, ?3)")
                .bind(head.seq.cast_signed())
                .bind(entry)
                .bind(head.hash.0.as_slice())
                .execute(&mut connection)
                .await
                .unwrap();
        }
        connection.close().await.unwrap();
    }
}

/// Without the times of detection, which differ in each run.
fn without_times(printed: &str) -> String {
    let moment = regex::Regex::new(r"\d{4}-\d\d-\d\dT[\d:.]+Z").unwrap();
    let shown =
        |found: &regex::Captures<'_>| if found[0] == NOON.to_string() { found[0].to_owned() } else { "NOW".to_owned() };
    moment.replace_all(printed, shown).into_owned()
}

fn key() -> String {
    Key::generate().unwrap().expose_secret().to_owned()
}

fn breaks(entries: &[Entry]) -> usize {
    entries.iter().filter(|entry| matches!(entry.action, Action::Broken { .. } | Action::Damaged { .. })).count()
}

async fn note(database: &Path) -> (String, i64) {
    let mut connection = SqliteConnectOptions::new().filename(database).connect().await.unwrap();
    let note = sqlx::query_as("SELECT record, digest FROM journal_head").fetch_one(&mut connection).await.unwrap();
    connection.close().await.unwrap();
    note
}

async fn set_note(database: &Path, (record, digest): &(String, i64)) {
    let mut connection = SqliteConnectOptions::new().filename(database).connect().await.unwrap();
    let query = sqlx::query("UPDATE journal_head SET record = ?1, digest = ?2").bind(record).bind(digest);
    assert_eq!(query.execute(&mut connection).await.unwrap().rows_affected(), 1);
    connection.close().await.unwrap();
}

fn edited(entry: &str) -> String {
    entry.replace("\"contacts\":[2]", "\"contacts\":[9]")
}

#[tokio::test]
async fn edited_rows_behind_a_dropped_base_table_stay_unproven() {
    let bot = Bot::new(None);
    bot.runs(0..6).await;
    tamper(&bot.journal(), NO_TRIGGERS).await;
    tamper(&bot.journal(), "UPDATE journal SET entry = replace(entry, '[2]', '[9]') WHERE seq = 3; DROP TABLE base")
        .await;
    bot.runs([7]).await;
    let hash = bot.head().to_string();
    let (verified, code) = bot.verify();
    assert_snapshot!(verified.replace(&hash, "HEAD"), @"
    consistent from entry 1 up to HEAD, but parts are unproven
    not checked without CALLSHEET_KEY: whether the whole log was rewritten; --head with a head that you kept elsewhere shows that
    callsheet: parts of the audit log are unproven:
      break at entry 3, NOW: the file was damaged; entries may be lost
      unproven since NOW: entries 4 to 7, recovered from a damaged file
      break at entry 8, NOW: the last entry until then, 6:6e7be53b989f142b57a8fdd3a58bde4a8643bd61491cb8e87c59c6d7ca20bfdb, was missing; entries may be lost
      unproven since NOW: entries 1 to 7, from before a break, without seals
    hint: if you can't explain this, keep the files as evidence; `callsheet journal verify --head` with a head that you kept elsewhere proves the entries up to it, except those recovered from a damaged file
    ");
    assert_eq!(code, 8);
    // The other commands report the same, and mark unproven entries.
    let (head, code) = bot.says(&["head"]);
    assert!(
        head.starts_with(&hash) && head.contains("entries 4 to 7, recovered from a damaged file") && code == 8,
        "{head}"
    );
    let (report, code) = bot.says(&["report", "--user", "7"]);
    assert_eq!((report.matches("(unproven since NOW)").count(), code), (6, 8), "{report}");
    assert!(!report.contains("intact") && report.contains("entries 4 to 7, recovered from a damaged file"), "{report}");
    let (lines, code) = bot.says(&["export", "--format", "jsonl"]);
    assert!(lines.contains(r#""unproven":{"why":"read-beyond-damage","since":"#) && code == 8, "{lines}");
    let (table, code) = bot.says(&["export", "--format", "csv"]);
    assert!(table.contains(",read-beyond-damage,NOW") && code == 8, "{table}");
}

#[tokio::test]
async fn a_right_chain_behind_a_dropped_base_is_not_called_intact() {
    for key in [None, Some(key())] {
        let bot = Bot::new(key.as_deref());
        bot.runs(0..6).await;
        bot.rewrite(|_, entry| Some(edited(&entry))).await;
        tamper(&bot.journal(), "DROP TABLE base").await;
        bot.runs([7]).await;
        let (verified, code) = bot.verify();
        assert!(code == 8 && !verified.contains("intact"), "{verified}");
        // All of the rewritten entries.
        assert!(verified.contains("entries 1 to 6, ") || verified.contains("entries 1 to 7, "), "{verified}");
        // It stays so over restarts.
        bot.runs([8]).await;
        assert_eq!((bot.verify().1, breaks(&bot.entries().await)), (8, 2));
    }
}

#[tokio::test]
async fn a_tail_cut_while_the_bot_is_stopped_is_told() {
    for key in [None, Some(key())] {
        let logs = Logs::capture();
        let bot = Bot::new(key.as_deref());
        bot.runs(0..6).await;
        let head = bot.head();
        tamper(&bot.journal(), "DROP TRIGGER journal_delete; DELETE FROM journal WHERE seq > 4").await;
        let (verified, code) = bot.verify();
        assert!(verified.contains("entry 5 is missing") && code == 7, "{verified}");
        bot.runs([7]).await;
        assert!(logs.text().contains(" ERROR ") && logs.text().contains("not as it was left"), "{}", logs.text());
        let entries = bot.entries().await;
        assert_eq!(entries[4].action, Action::Broken { noted: Some(head) });
        let (verified, code) = bot.verify();
        let gone =
            format!("break at entry 5, NOW: the last entry until then, {head}, was missing; entries lost: 2 or more");
        assert!(verified.contains(&gone) && code == 8, "{verified}");
        // With a key each remaining entry proves itself; without, no entry from before the break does.
        assert_eq!(
            verified.contains("unproven since NOW: entries 1 to 4, from before a break"),
            bot.key.is_none(),
            "{verified}"
        );
    }
}

/// Entries removed for their age do not explain entries that are missing behind them.
#[tokio::test]
async fn a_tail_cut_where_old_entries_were_removed_is_told() {
    for key in [None, Some(key())] {
        let bot = Bot::new(key.as_deref());
        bot.runs(0..3).await;
        let store = Store::open_with_key(&bot.database(), key.as_deref().and_then(Key::parse).as_ref()).await.unwrap();
        let journal = Journal::of(&store).await.unwrap();
        let later = NOON + SignedDuration::from_hours(1);
        assert_eq!(journal.prune(later, later).await.unwrap(), 3);
        journal.append(&[lookup(7, 0)]).await.unwrap();
        journal.close().await;
        store.close().await;
        assert_eq!(bot.verify().1, 0);
        let head = bot.head();
        tamper(&bot.journal(), NO_TRIGGERS).await;
        tamper(&bot.journal(), "DELETE FROM journal WHERE seq = 5").await;
        bot.runs([8]).await;
        assert_eq!(bot.entries().await[1].action, Action::Broken { noted: Some(head) });
        assert_eq!(bot.verify().1, 8);
    }
}

#[tokio::test]
async fn an_older_copy_of_the_whole_file_is_told_at_the_next_start() {
    for key in [None, Some(key())] {
        let bot = Bot::new(key.as_deref());
        bot.runs(0..3).await;
        let copy = fs::read(bot.journal()).unwrap();
        bot.runs(3..6).await;
        let head = bot.head();
        fs::write(bot.journal(), copy).unwrap();
        assert_eq!(bot.verify().1, 7);
        bot.runs([]).await;
        let entries = bot.entries().await;
        assert_eq!((entries.len(), &entries[3].action), (4, &Action::Broken { noted: Some(head) }));
        assert_eq!(bot.verify().1, 8);
        // It is told once.
        bot.runs([7]).await;
        assert_eq!((bot.entries().await.len(), bot.verify().1), (5, 8));
        // A removed journal has lost all its entries.
        fs::remove_file(bot.journal()).unwrap();
        bot.runs([8]).await;
        assert!(matches!(bot.entries().await[0].action, Action::Broken { noted: Some(Head { seq: 5, .. }) }));
        assert_eq!(bot.verify().1, 8);
    }
}

#[tokio::test]
async fn entries_beyond_a_damage_are_removed_with_their_note() {
    let bot = Bot::new(None);
    bot.runs([]).await;
    let store = Store::open(&bot.database()).await.unwrap();
    let journal = Journal::of(&store).await.unwrap();
    let entries: Vec<Entry> =
        (0..900).map(|contact| Entry { at: Timestamp::UNIX_EPOCH, ..lookup(contact, 0) }).collect();
    journal.append(&entries).await.unwrap();
    journal.close().await;
    store.close().await;
    tamper(&bot.journal(), NO_TRIGGERS).await;
    tamper(&bot.journal(), "UPDATE journal SET entry = 'x' WHERE seq = 200; DROP TABLE base").await;
    bot.runs([]).await;
    assert_eq!(bot.verify().1, 8);
    let store = Store::open(&bot.database()).await.unwrap();
    let journal = Journal::of(&store).await.unwrap();
    // The entry that records the damage is too young to be removed.
    let now = bot.entries().await[199].at;
    let later = now + SignedDuration::from_hours(24);
    assert_eq!(journal.prune(now, now).await.unwrap(), 199);
    assert!(bot.verify().0.contains("entries 201 to 900, recovered from a damaged file"), "{}", bot.verify().0);
    // Pruning works in pieces of 500, and this one is larger.
    assert!(journal.prune(later, later).await.unwrap() > 700);
    let (verified, code) = bot.verify();
    assert!(code == 0 && verified.starts_with("intact"), "{verified}");
    journal.close().await;
    store.close().await;
}

/// The test that starts itself in a process of its own, for its own environment.
const NAME: &str = "broken::the_journal_needs_no_temporary_folder";

const WITNESS: &str = "CALLSHEET_TEST_TEMPORARY";

#[tokio::test]
async fn the_journal_needs_no_temporary_folder() {
    if let Some(folder) = std::env::var_os(WITNESS) {
        let journal = opened(&Path::new(&folder).join("callsheet.db")).await.unwrap();
        let entries: Vec<Entry> = (0..20_000).map(|contact| lookup(contact, 0)).collect();
        journal.append(&entries).await.unwrap();
        let mut reader = journal.reader().await.unwrap();
        assert_eq!(reader.since(lookup(0, -1).at).await.unwrap().len(), 20_000);
        journal.prune(lookup(0, 1).at, lookup(0, 2).at).await.unwrap();
        return journal.close().await;
    }
    let (folder, temporary) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    let before = fs::metadata(temporary.path()).unwrap().modified().unwrap();
    let mut child = Command::new(std::env::current_exe().unwrap());
    child.args(["--exact", NAME]).env(WITNESS, folder.path()).env("SQLITE_TMPDIR", temporary.path());
    assert!(child.output().unwrap().status.success());
    assert!(folder.path().join("callsheet.db.audit").exists(), "nothing was run");
    assert_eq!(fs::metadata(temporary.path()).unwrap().modified().unwrap(), before, "a file was made there");
}
