//! Measures the cost of the audit journal:
//! `cargo run --release --example journal_figures [APPENDERS [APPENDS_OF_EACH]]`.
//!
//! First the cost of a key: appends to a journal with and without one, in turn, and the time to verify 100,000 entries
//! of each. Beside it, on the same disk: single-row commits with the same durability, the fastest that the disk allows;
//! and entries written to the database's own file, one commit each, alone and while a sync saves 100,000 contacts
//! there. Then the time to verify and to prune a million entries, and an answer's wait meanwhile. Last, the time of
//! `/who-looked` over a million entries. Works in a folder of the current one: `/tmp` may be in memory.

#![expect(clippy::print_stdout, reason = "the figures are what this is for")]

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use callsheet::store::Store;
use callsheet::store::journal::Journal;
use callsheet::store::journal::read::Reader;
use callsheet::store::key::Key;
use callsheet::store::progress::Progress;
use callsheet_core::answer::lookups::Trail;
use callsheet_core::directory::changes::Changes;
use callsheet_core::directory::records::Records;
use callsheet_core::domain::contact::Contact;
use callsheet_core::domain::id::{ChannelId, ContactId, GuildId, OrganizationId, UserId};
use callsheet_core::journal::check::{Against, Check};
use callsheet_core::journal::{Action, Entry, Field, Outcome};
use futures_util::TryStreamExt as _;
use jiff::Timestamp;
use secrecy::ExposeSecret as _;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sqlx::{ConnectOptions as _, SqliteConnection};

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let arguments: Vec<u64> = std::env::args().skip(1).map(|text| text.parse()).collect::<Result<_, _>>()?;
    let (appenders, each) = (arguments.first().copied().unwrap_or(64), arguments.get(1).copied().unwrap_or(200));
    let folder = tempfile::tempdir_in(".")?;
    let database = folder.path().join("callsheet.db");

    let mut bare = connection(&folder.path().join("bare.db")).await?;
    sqlx::query("CREATE TABLE t (entry TEXT)").execute(&mut bare).await?;
    report("one row, one fsync'd commit, alone", &one_by_one(&mut bare, 2000).await?);

    with_and_without_key(folder.path()).await?;

    let journal = Journal::of(&Store::open(&database).await?).await?;
    let start = Instant::now();
    let appending: Vec<_> = (0..appenders)
        .map(|user| {
            let journal = journal.clone();
            tokio::spawn(async move {
                let mut times = Vec::new();
                for number in 0..each {
                    let start = Instant::now();
                    journal.append(&[entry(user, number)]).await?;
                    times.push(start.elapsed());
                }
                anyhow::Ok(times)
            })
        })
        .collect();
    let mut times = Vec::new();
    for appended in appending {
        times.extend(appended.await??);
    }
    let took = start.elapsed().as_secs_f64();
    report(&format!("the journal, {appenders} at once"), &times);
    println!("  {:.0} entries a second", f64::from(u32::try_from(times.len())?) / took);
    let mut times = Vec::new();
    for number in 0..1000 {
        let start = Instant::now();
        journal.append(&[entry(1, number)]).await?;
        times.push(start.elapsed());
    }
    report("the journal, one at a time", &times);

    let store = Store::open(&database).await?;
    let mut shared = connection(&database).await?;
    sqlx::query("CREATE TABLE t (entry TEXT)").execute(&mut shared).await?;
    let changes = Changes::between(&Records::default(), &account(100_000));
    let saving = tokio::spawn(async move {
        let start = Instant::now();
        store.save(0, &changes, &Progress::default()).await?;
        anyhow::Ok(start.elapsed())
    });
    tokio::time::sleep(Duration::from_millis(100)).await;
    let start = Instant::now();
    let (mut in_journal, mut in_database) = (Vec::new(), Vec::new());
    while !saving.is_finished() {
        let one = async {
            let start = Instant::now();
            journal.append(&[entry(1, 0)]).await?;
            in_journal.push(start.elapsed());
            anyhow::Ok(())
        };
        one.await?;
        if in_database.is_empty() && start.elapsed() > Duration::from_millis(300) {
            in_database = one_by_one(&mut shared, 1).await?;
        }
    }
    println!("saving 100,000 contacts: {:.1} s", saving.await??.as_secs_f64());
    report("  the journal meanwhile", &in_journal);
    report("  a row in the same file meanwhile", &in_database);

    let later = |seconds| Timestamp::from_second(seconds);
    for thousand in 0..1000 {
        let at = later(if thousand < 500 { 0 } else { 10 })?;
        let more: Vec<Entry> = (0..1000).map(|number| Entry { at, ..entry(number, number) }).collect();
        journal.append(&more).await?;
    }
    let reader = verify(&database, None).await?;
    // The first half with the reader still open, as while an export is written.
    let mut reader = Some(reader);
    for before in [5, 15] {
        let start = Instant::now();
        let pruning = {
            let (journal, before) = (journal.clone(), later(before)?);
            tokio::spawn(async move { journal.prune(before, Timestamp::MAX).await })
        };
        let mut times = Vec::new();
        while !pruning.is_finished() {
            let start = Instant::now();
            journal.append(&[Entry { at: later(1000)?, ..entry(1, 1) }]).await?;
            times.push(start.elapsed());
        }
        let beside = if reader.take().is_some() { " beside a reader" } else { "" };
        println!("removed {} entries{beside} in {:.2} s", pruning.await??, start.elapsed().as_secs_f64());
        report("  the journal meanwhile", &times);
    }
    journal.close().await;
    who_looked(&folder.path().join("large.db")).await
}

/// Appends to two journals in turn, so that both meet the same disk, and verifies them.
async fn with_and_without_key(folder: &Path) -> anyhow::Result<()> {
    let text = Key::generate()?;
    let key = Key::parse(text.expose_secret());
    let (mut open, mut times) = (Vec::new(), [Vec::new(), Vec::new()]);
    for (name, key) in [("unsealed.db", None), ("sealed.db", key.as_ref())] {
        let store = Store::open_with_key(&folder.join(name), key).await?;
        open.push((Journal::of(&store).await?, store));
    }
    for number in 0..4000 {
        for ((journal, _), times) in open.iter().zip(&mut times) {
            let start = Instant::now();
            journal.append(&[entry(1, number)]).await?;
            times.push(start.elapsed());
        }
    }
    report("without a key, one at a time", &times[0]);
    report("with a key, one at a time", &times[1]);
    for (journal, store) in open {
        for thousand in 0..96 {
            let more: Vec<Entry> = (0..1000).map(|number| entry(thousand, number)).collect();
            journal.append(&more).await?;
        }
        journal.close().await;
        store.close().await;
    }
    verify(&folder.join("unsealed.db"), None).await?;
    verify(&folder.join("sealed.db"), key.as_ref()).await?;
    Ok(())
}

/// Verifies a journal, and returns it still open.
async fn verify(database: &Path, key: Option<&Key>) -> anyhow::Result<Reader> {
    let start = Instant::now();
    let mut reader = Reader::open(database).await?.ok_or_else(|| anyhow::anyhow!("there is a journal"))?;
    let mut check = Check::new(reader.base(), Against { key: key.map(Key::journal), ..Against::default() });
    {
        let mut rows = std::pin::pin!(reader.rows());
        while let Some(row) = rows.try_next().await? {
            check.next(&row)?;
        }
    }
    let verdict = check.finish()?;
    let sealed = if verdict.has_seals { "sealed " } else { "" };
    println!("verified {} {sealed}entries in {:.2} s", verdict.head.seq, start.elapsed().as_secs_f64());
    Ok(reader)
}

/// Reads who looked up three contacts: one never shown, one shown a few times, and one shown as often as a VIP.
async fn who_looked(database: &Path) -> anyhow::Result<()> {
    let journal = Journal::of(&Store::open(database).await?).await?;
    for batch in 0..100 {
        let entries: Vec<Entry> = (0..10_000).map(|number| keystroke(10_000 * batch + number)).collect();
        journal.append(&entries).await?;
    }
    for (who, contact) in [("never", 9_999_999), ("a few", FEW), ("a tenth", MANY)] {
        for _ in 0..3 {
            let start = Instant::now();
            let mut reader = journal.reader().await?;
            let mut trail = Trail::new(ContactId(contact), Some(GuildId(1)), Timestamp::UNIX_EPOCH);
            let mut entries = std::pin::pin!(reader.about(ContactId(contact)));
            while let Some(entry) = entries.try_next().await? {
                trail.add(&entry);
            }
            let (took, pages) = (start.elapsed().as_secs_f64(), trail.pages());
            println!("who looked, of 1,000,000 entries {who} about the contact: {pages} pages in {took:.2} s");
        }
    }
    journal.close().await;
    Ok(())
}

/// A contact in one of 10,000 suggestions, and one in one of 10.
const FEW: u64 = 7_000_001;
const MANY: u64 = 7_000_002;

/// An entry as a keystroke makes it: 25 contacts are suggested.
fn keystroke(number: u64) -> Entry {
    let mut contacts: BTreeSet<ContactId> = (0..25).map(|nth| ContactId(1_000_000 + number % 90_000 + nth)).collect();
    contacts.extend(number.is_multiple_of(10_000).then_some(ContactId(FEW)));
    contacts.extend(number.is_multiple_of(10).then_some(ContactId(MANY)));
    Entry {
        contacts,
        fields: BTreeSet::from([Field::Name, Field::Title]),
        action: Action::Suggestions("contact".into()),
        ..entry(number % 40, number)
    }
}

/// An entry as a contact's card makes it.
fn entry(user: u64, number: u64) -> Entry {
    Entry {
        user: Some(UserId(1_140_000_000_000_000_000 + user)),
        guild: Some(GuildId(1_000_000_000_000_000_000)),
        channel: Some(ChannelId(1_190_000_000_000_000_000)),
        contacts: BTreeSet::from([ContactId(1_000_000 + number)]),
        organizations: BTreeSet::from([OrganizationId(1000)]),
        fields: BTreeSet::from([Field::Name, Field::Title, Field::Phone, Field::Email]),
        outcome: Outcome::Disclosed,
        ..Entry::new(Timestamp::UNIX_EPOCH, Action::Command("contact".into()))
    }
}

fn account(contacts: u64) -> Records {
    let contact = |id| {
        let json = serde_json::json!({
            "id": id, "organization": 1, "name": format!("Person {id}"), "important": false, "restricted": false,
            "emails": [], "phones": [],
        });
        serde_json::from_value::<Contact>(json).map(|contact| (ContactId(id), Arc::new(contact)))
    };
    Records { contacts: (1..=contacts).filter_map(|id| contact(id).ok()).collect(), ..Records::default() }
}

async fn connection(path: &Path) -> anyhow::Result<SqliteConnection> {
    let options = SqliteConnectOptions::new().filename(path).create_if_missing(true);
    let options = options.journal_mode(SqliteJournalMode::Wal).synchronous(SqliteSynchronous::Full);
    Ok(options.busy_timeout(Duration::from_mins(1)).disable_statement_logging().connect().await?)
}

async fn one_by_one(connection: &mut SqliteConnection, count: usize) -> anyhow::Result<Vec<Duration>> {
    let line = entry(1, 1).encode();
    let mut times = Vec::new();
    for _ in 0..count {
        let start = Instant::now();
        sqlx::query("INSERT INTO t (entry) VALUES (?1)").bind(&line).execute(&mut *connection).await?;
        times.push(start.elapsed());
    }
    Ok(times)
}

fn report(what: &str, times: &[Duration]) {
    let mut times = times.to_vec();
    times.sort_unstable();
    let at = |share: usize| {
        times.get(times.len().saturating_sub(1) * share / 1000).map_or(f64::NAN, |time| time.as_secs_f64() * 1000.0)
    };
    println!("{what}, {} times: median {:.2} ms, p99 {:.2} ms, most {:.2} ms", times.len(), at(500), at(990), at(1000));
}
