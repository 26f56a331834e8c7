//! Measures the cost of encrypting and sealing the copy: `cargo run --release --example copy_figures [CONTACTS]`.
//!
//! Each round does the same with and without a key, one after the other on the same disk: opening and loading, a save
//! of ten changed contacts, and a save of none. Beside it, what the seal alone reads: the version of every record.

#![expect(clippy::print_stdout, reason = "the figures are what this is for")]

use std::sync::Arc;
use std::time::{Duration, Instant};

use callsheet::store::Store;
use callsheet::store::journal::Journal;
use callsheet::store::key::Key;
use callsheet::store::progress::Progress;
use callsheet_core::directory::changes::Changes;
use callsheet_core::directory::records::Records;
use callsheet_core::domain::contact::{Contact, Email, Phone};
use callsheet_core::domain::id::{ContactId, OrganizationId};
use futures_util::TryStreamExt as _;
use secrecy::ExposeSecret as _;
use sqlx::{ConnectOptions as _, Row as _};

const ROUNDS: usize = 5;

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let contacts = std::env::args().nth(1).map_or(Ok(100_000), |text| text.parse())?;
    let folder = tempfile::tempdir_in(".")?;
    let key = Key::parse(Key::generate()?.expose_secret());
    let records = account(contacts);
    let ways =
        [("without a key", None, folder.path().join("clear.db")), ("with a key", key, folder.path().join("sealed.db"))];
    for (_, key, path) in &ways {
        let store = Store::open_with_key(path, key.as_ref()).await?;
        Journal::of(&store).await?.close().await;
        store.save(0, &Changes::between(&Records::default(), &records), &Progress::default()).await?;
        store.close().await;
    }
    for _ in 0..ROUNDS {
        for (name, key, path) in &ways {
            let start = Instant::now();
            let store = Store::open_with_key(path, key.as_ref()).await?;
            let saved = store.load().await?;
            let loaded = start.elapsed();
            let (changed, back) = (changed(&saved.records), saved.records);
            let (forth, back, none) =
                (Changes::between(&back, &changed), Changes::between(&changed, &back), Changes::between(&back, &back));
            let start = Instant::now();
            let progress = store.save(saved.progress.revision, &forth, &saved.progress).await?;
            let delta = start.elapsed();
            let progress = store.save(progress.revision, &back, &progress).await?;
            let start = Instant::now();
            store.save(progress.revision, &none, &progress).await?;
            let nothing = start.elapsed();
            store.close().await;
            let versions = versions(path).await?;
            println!(
                "{name}: opened and loaded in {loaded:.0?}, ten changes saved in {delta:.0?}, none in {nothing:.0?}; \
                 every version read in {versions:.0?}"
            );
        }
    }
    Ok(())
}

async fn versions(path: &std::path::Path) -> anyhow::Result<Duration> {
    let mut connection = sqlx::sqlite::SqliteConnectOptions::new().filename(path).connect().await?;
    let (start, mut sum) = (Instant::now(), 0i64);
    let mut rows = sqlx::query("SELECT id, coalesce(digest, 0) FROM contacts ORDER BY id").fetch(&mut connection);
    while let Some(row) = rows.try_next().await? {
        sum ^= row.try_get::<i64, _>(0)? ^ row.try_get::<i64, _>(1)?;
    }
    std::hint::black_box(sum);
    Ok(start.elapsed())
}

fn account(contacts: u64) -> Records {
    Records {
        contacts: (1..=contacts).map(|id| (ContactId(id), Arc::new(contact(id)))).collect(),
        ..Records::default()
    }
}

fn changed(records: &Records) -> Records {
    let mut records = records.clone();
    for contact in records.contacts.values_mut().step_by(1000).take(10) {
        Arc::make_mut(contact).title = Some("NotebookStore of the Glasshouse".into());
    }
    records
}

fn contact(id: u64) -> Contact {
    Contact {
        organization: Some(OrganizationId(1 + id % 1000)),
        organization_name: Some("Acme Corporation".into()),
        name: Some(format!("Jane Doe {id}").into()),
        title: Some("IT Manager".into()),
        notes: Some("Never before nine. Rings twice, then goes to the front desk.".into()),
        emails: vec![Email {
            value: format!("jane{id}@acme.example").into(),
            primary: true,
            label: Some("Work".into()),
        }],
        phones: vec![Phone {
            value: format!("41555501{:02}", id % 100).into(),
            formatted: None,
            extension: None,
            primary: true,
            label: Some("Mobile".into()),
            fax: false,
        }],
        ..Contact::new(ContactId(id))
    }
}
