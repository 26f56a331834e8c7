//! The directory and the database through sweeps and deltas, against the look-alike.

mod expiry;
mod overdue;
mod unrecorded;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use callsheet::itglue::client::Client;
use callsheet::itglue::patience::Patience;
use callsheet::store::Store;
use callsheet::store::error::StoreError;
use callsheet::store::progress::{EDITION, Progress};
use callsheet::store::records::Saved;
use callsheet::sync::report::{SweepReport, SyncError};
use callsheet::sync::schedule::{Schedule, Task};
use callsheet::sync::{Settings, Syncer};
use callsheet_core::directory::Directory;
use callsheet_core::directory::changes::Changes;
use callsheet_core::directory::guard::{HeldBack, RemovalGuard};
use callsheet_core::directory::snapshot::{Snapshot, Status, Trouble};
use callsheet_core::domain::id::{ContactId, ContactTypeId, OrganizationId};
use lookalike::Lookalike;
use lookalike::account::Account;
use lookalike::answers::Answer;
use lookalike::behaviour::{Behaviour, Fault, Quirk};
use serde_json::json;
use tempfile::TempDir;
use tokio::sync::oneshot;
use tokio::time::Instant;

const MINUTE: Duration = Duration::from_mins(1);

const SETTINGS: Settings = Settings {
    delta_interval: Duration::from_mins(5),
    sweep_interval: Duration::from_hours(6),
    shortest_pause: Duration::from_secs(30),
    brake: RemovalGuard { percent: 20 },
    max_age: Some(Duration::from_hours(30 * 24)),
};

/// One process with its own view of the account.
struct Process {
    syncer: Syncer,
    directory: Arc<Directory>,
    store: Store,
}

impl Process {
    async fn start(lookalike: &Lookalike, folder: &TempDir) -> Self {
        Self::start_with(lookalike, folder, SETTINGS).await
    }

    async fn start_with(lookalike: &Lookalike, folder: &TempDir, settings: Settings) -> Self {
        // The client's retries have their own tests.
        let patience = Patience { attempts: 1, ..Patience::default() };
        let client = Client::with_patience(&lookalike.url(), lookalike.key(), patience).unwrap();
        let store = Store::open(&database(folder)).await.unwrap();
        let directory = Arc::new(Directory::default());
        let loading = Syncer::load_from_disk(client, store.clone(), Arc::clone(&directory), settings);
        Self { syncer: loading.await.unwrap(), directory, store }
    }

    async fn sweep(&mut self) -> SweepReport {
        self.syncer.sweep(false, &|_, _, _| {}).await.unwrap()
    }

    async fn accept(&mut self) -> SweepReport {
        self.syncer.sweep(true, &|_, _, _| {}).await.unwrap()
    }

    /// Runs a sweep that fails, and returns its error.
    async fn fail(&mut self) -> String {
        let error = self.syncer.sweep(false, &|_, _, _| {}).await.unwrap_err();
        format!("{:#}", anyhow::Error::new(error))
    }

    fn trouble(&self) -> Option<Trouble> {
        self.directory.current().status().trouble
    }

    /// The names of all contacts, by id.
    fn names(&self) -> Vec<String> {
        self.directory.current().contacts().map(callsheet_core::domain::contact::Contact::display_name).collect()
    }
}

fn database(folder: &TempDir) -> PathBuf {
    folder.path().join("callsheet.db")
}

/// Ten organizations with a hundred contacts, all long unchanged.
fn account() -> Account {
    let mut account = Account::default();
    account.now = Some("2025-03-01T12:00:00Z".parse().unwrap());
    let approver = account.add_contact_type("Approver");
    for organization in 0..10 {
        let organization = account.add_organization(&format!("Acme {organization}"));
        for person in 0..10 {
            let contact = account.add_contact(organization, "Jane", &format!("Doe {person}"));
            let address = format!("jane{}@acme.example", contact.id);
            contact.of_type(approver).email("Work", &address);
        }
    }
    account.now = Some("2025-03-02T12:00:00Z".parse().unwrap());
    account
}

/// The ids of the account's contacts, in order.
fn people(lookalike: &Lookalike) -> Vec<u64> {
    lookalike.edit(|account| account.contacts.keys().copied().collect())
}

fn shown(snapshot: &Snapshot) -> Vec<u64> {
    snapshot.contacts().map(|contact| contact.id.0).collect()
}

/// Waits for another task's effect.
async fn until(what: &str, condition: impl Fn() -> bool) {
    for _ in 0..4000 {
        if condition() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    panic!("waited in vain: {what}");
}

#[tokio::test]
async fn a_first_sweep_fills_the_directory_and_the_database() {
    let (lookalike, folder) = (Lookalike::start(account()).await.unwrap(), TempDir::new().unwrap());
    let mut bot = Process::start(&lookalike, &folder).await;
    assert_eq!(bot.directory.current().status().synced_at, None);
    let report = bot.sweep().await;
    insta::assert_snapshot!(
        report,
        @"100 contacts (100 added, 0 changed, 0 removed), 10 organizations (10 added, 0 changed, 0 removed)"
    );
    let snapshot = bot.directory.current();
    assert_eq!(shown(&snapshot), people(&lookalike));
    assert!(snapshot.status().synced_at.is_some());
    assert_eq!(bot.store.load().await.unwrap().records.contacts.len(), 100);
}

#[tokio::test]
async fn after_a_restart_there_are_answers_although_it_glue_is_down() {
    let (mut lookalike, folder) = (Lookalike::start(account()).await.unwrap(), TempDir::new().unwrap());
    let mut bot = Process::start(&lookalike, &folder).await;
    bot.sweep().await;
    let synced_at = bot.directory.current().status().synced_at;
    bot.store.close().await;
    let expected = people(&lookalike);
    lookalike.go_down().await;

    let requests = lookalike.requests().len();
    let mut bot = Process::start(&lookalike, &folder).await;
    assert_eq!(lookalike.requests().len(), requests);
    assert_eq!(shown(&bot.directory.current()), expected);
    assert_eq!(bot.directory.current().status().synced_at, synced_at);
    assert_eq!(bot.trouble(), None);

    bot.fail().await;
    assert_eq!(shown(&bot.directory.current()), expected);
    assert_eq!(bot.directory.current().status().synced_at, synced_at);
    assert!(matches!(bot.trouble(), Some(Trouble::Unreachable { .. })));
}

#[tokio::test]
async fn without_database_and_it_glue_nothing_is_known() {
    let (mut lookalike, folder) = (Lookalike::start(account()).await.unwrap(), TempDir::new().unwrap());
    lookalike.go_down().await;
    let mut bot = Process::start(&lookalike, &folder).await;
    bot.fail().await;
    let since = bot.trouble();
    assert!(matches!(since, Some(Trouble::Unreachable { .. })));
    bot.fail().await;
    assert_eq!(bot.trouble(), since, "the first failure of the row counts");
    assert_eq!(bot.directory.current().status().synced_at, None);

    lookalike.come_back().await.unwrap();
    bot.sweep().await;
    assert_eq!(bot.trouble(), None);
    assert_eq!(shown(&bot.directory.current()), people(&lookalike));
}

#[tokio::test]
async fn a_refused_key_is_told_apart_and_takes_nothing_away() {
    let (lookalike, folder) = (Lookalike::start(account()).await.unwrap(), TempDir::new().unwrap());
    let mut bot = Process::start(&lookalike, &folder).await;
    bot.sweep().await;
    lookalike.behave(|behaviour| behaviour.always = Some(Fault::Answer(Answer::forbidden())));
    insta::assert_snapshot!(bot.fail().await, @"could not sync with IT Glue: IT Glue rejected the API key (403)");
    assert!(matches!(bot.trouble(), Some(Trouble::Refused { .. })));
    assert_eq!(shown(&bot.directory.current()), people(&lookalike));
    lookalike.behave(|behaviour| behaviour.always = None);
    bot.syncer.delta().await.unwrap();
    assert_eq!(bot.trouble(), None);
}

#[tokio::test]
async fn a_sweep_that_breaks_off_in_any_collection_changes_nothing() {
    let (lookalike, folder) = (Lookalike::start(account()).await.unwrap(), TempDir::new().unwrap());
    let mut bot = Process::start(&lookalike, &folder).await;
    bot.sweep().await;
    let (before, on_disk) = (bot.directory.current(), bot.store.load().await.unwrap());
    lookalike.edit(|account| {
        let (first, _) = account.contacts.pop_first().unwrap();
        account.change_contact(first + 1).unwrap().title("CEO");
    });
    for only in ["/contacts", "/organizations", "/contact_types", "/locations"] {
        for answer in [Answer::server_error(500), Answer::html(502), Answer::empty()] {
            lookalike.behave(|behaviour| {
                behaviour.only = only;
                behaviour.always = Some(Fault::Answer(answer));
            });
            bot.fail().await;
            assert!(std::ptr::eq(before.index(), bot.directory.current().index()), "{only}");
            assert!(matches!(bot.trouble(), Some(Trouble::Unreachable { .. })));
        }
    }
    assert_eq!(bot.store.load().await.unwrap(), on_disk);
}

#[tokio::test]
async fn a_mass_disappearance_is_held_back_until_it_is_accepted() {
    let (lookalike, folder) = (Lookalike::start(account()).await.unwrap(), TempDir::new().unwrap());
    let mut bot = Process::start(&lookalike, &folder).await;
    bot.sweep().await;
    let promoted = people(&lookalike)[99];
    let (organization, added) = lookalike.edit(|account| {
        let organization = *account.organizations.keys().last().unwrap();
        for _ in 0..3 {
            let (first, _) = account.organizations.pop_first().unwrap();
            account.remove_organization(first);
        }
        account.change_contact(promoted).unwrap().title("CEO");
        (organization, account.add_contact(organization, "John", "Smith").id)
    });

    let report = bot.sweep().await;
    assert_eq!(report.held_back, Some(HeldBack { contacts: 30, organizations: 3 }));
    insta::assert_snapshot!(
        report,
        @"101 contacts (1 added, 1 changed, 0 removed), 10 organizations (0 added, 0 changed, 0 removed); 30 contacts and 3 organizations are missing in IT Glue; that is unusually many, so nothing was removed. Check the account and the key, then stop the bot and run `callsheet sync --accept-removals`"
    );
    let snapshot = bot.directory.current();
    assert_eq!(snapshot.contacts().count(), 101);
    assert_eq!(snapshot.contact(ContactId(promoted)).unwrap().title.as_deref(), Some("CEO"));
    assert!(snapshot.contacts_of(OrganizationId(organization)).any(|contact| contact.id == ContactId(added)));
    let held_back = bot.trouble();
    assert!(matches!(held_back, Some(Trouble::HeldBack { .. })));

    // It outlives a delta, another sweep and a restart.
    bot.syncer.delta().await.unwrap();
    bot.sweep().await;
    bot.store.close().await;
    let mut bot = Process::start(&lookalike, &folder).await;
    assert_eq!(bot.trouble(), held_back);

    let mut command_line = Process::start(&lookalike, &folder).await;
    let report = command_line.accept().await;
    assert_eq!((report.contacts.removed, report.organizations.removed, report.held_back), (30, 3, None));
    bot.syncer.delta().await.unwrap();
    assert_eq!(shown(&bot.directory.current()), people(&lookalike));
    assert_eq!(bot.trouble(), None);
}

#[tokio::test]
async fn a_missing_few_are_removed_from_memory_and_from_the_files() {
    let (lookalike, folder) = (Lookalike::start(account()).await.unwrap(), TempDir::new().unwrap());
    let mut bot = Process::start(&lookalike, &folder).await;
    bot.sweep().await;
    let holds = |text: &str| {
        let files = folder.path().read_dir().unwrap().map(|file| std::fs::read(file.unwrap().path()).unwrap());
        files.into_iter().any(|bytes| bytes.windows(text.len()).any(|window| window == text.as_bytes()))
    };
    let gone = people(&lookalike)[50];
    let address = format!("jane{gone}@acme.example");
    assert!(holds(&address));
    lookalike.edit(|account| account.contacts.remove(&gone));
    let report = bot.sweep().await;
    assert_eq!((report.contacts.removed, report.contacts.total), (1, 99));
    assert_eq!(shown(&bot.directory.current()), people(&lookalike));
    assert!(!holds(&address));
}

#[tokio::test]
async fn a_page_that_shifts_during_a_walk_drops_no_contact() {
    let (lookalike, folder) = (Lookalike::start(account()).await.unwrap(), TempDir::new().unwrap());
    lookalike.behave(|behaviour| {
        behaviour.page_cap = 20;
        // With the requested order, the client would detect it by itself.
        behaviour.quirks.extend([Quirk::IgnoresSort]);
    });
    let mut bot = Process::start(&lookalike, &folder).await;
    bot.sweep().await;
    for requests in 1..5 {
        // A contact on the first page is deleted before the later pages are read.
        let first = people(&lookalike)[0];
        lookalike.edit_after(requests, move |account| {
            let organization = account.contacts.remove(&first).unwrap().organization;
            // A new contact at the end keeps the count.
            account.add_contact(organization, "John", "Smith");
        });
        bot.sweep().await;
        let shown = shown(&bot.directory.current());
        let lost: Vec<_> = people(&lookalike).into_iter().filter(|id| !shown.contains(id)).collect();
        assert_eq!(lost, [0; 0], "deleted after {requests} requests");
    }
}

/// Twenty sweeps, each of an account under edit, with a random failure at a random request.
#[tokio::test]
async fn no_sweep_loses_an_existing_contact() {
    let (lookalike, folder) = (Lookalike::start(account()).await.unwrap(), TempDir::new().unwrap());
    Process::start(&lookalike, &folder).await.sweep().await;
    let mut chance = fastrand::Rng::with_seed(7);
    let (mut failed, mut held_back) = (0, 0);
    for round in 0..20 {
        // A new process each time: its client may send a burst of requests at once.
        let mut bot = Process::start(&lookalike, &folder).await;
        let before = shown(&bot.directory.current());
        let answers = [Answer::server_error(500), Answer::html(200), Answer::empty(), Answer::json(200, &json!({}))];
        let fault = match chance.usize(..8) {
            4 => Some(Fault::Truncate),
            5.. => None,
            answer => Some(Fault::Answer(answers[answer].clone())),
        };
        lookalike.behave(|behaviour| {
            behaviour.page_cap = chance.usize(8..40);
            behaviour.quirks = chance.bool().then_some(Quirk::IgnoresSort).into_iter().collect();
            behaviour.miscount = if chance.u8(..4) == 0 { chance.i64(-3..=3) } else { 0 };
            behaviour.next = std::iter::repeat_n(None, chance.usize(..8)).chain([fault]).collect();
        });
        for _ in 0..chance.usize(..4) {
            let (requests, pick, many) = (chance.usize(..8), chance.usize(..), chance.u8(..6) == 0);
            lookalike.edit_after(requests, move |account| {
                for step in 0..if many { 25 } else { 1 } {
                    let ids: Vec<u64> = account.contacts.keys().copied().collect();
                    let gone = account.contacts.remove(&ids[pick.wrapping_add(step) % ids.len()]).unwrap();
                    account.add_contact(gone.organization, "John", "Smith");
                }
            });
        }
        let outcome = bot.syncer.sweep(false, &|_, _, _| {}).await;
        failed += usize::from(outcome.is_err());
        held_back += usize::from(outcome.is_ok_and(|report| report.held_back.is_some()));
        let after = shown(&bot.directory.current());
        let existing = people(&lookalike);
        let lost: Vec<_> = before.iter().filter(|id| existing.contains(id) && !after.contains(id)).collect();
        assert!(lost.is_empty(), "round {round} lost {lost:?}");
        bot.store.close().await;
    }
    assert!(failed > 3 && held_back > 0, "{failed} failed, {held_back} held back: not much of a test");

    lookalike.behave(|behaviour| *behaviour = Behaviour::default());
    let mut bot = Process::start(&lookalike, &folder).await;
    bot.accept().await;
    assert_eq!(shown(&bot.directory.current()), people(&lookalike));
}

#[tokio::test]
async fn a_service_that_miscounts_loses_no_contact() {
    let (lookalike, folder) = (Lookalike::start(account()).await.unwrap(), TempDir::new().unwrap());
    let mut bot = Process::start(&lookalike, &folder).await;
    bot.sweep().await;
    let before = bot.names();
    lookalike.edit(|account| account.contacts.pop_first());
    lookalike.behave(|behaviour| behaviour.miscount = 5);
    let report = bot.sweep().await;
    assert!(!report.complete);
    insta::assert_snapshot!(
        report,
        @"100 contacts (0 added, 0 changed, 0 removed), 10 organizations (0 added, 0 changed, 0 removed); the sync was incomplete, so missing records were kept"
    );
    assert_eq!(bot.names(), before);
}

#[tokio::test]
async fn an_unreadable_record_stays_as_it_was() {
    let (lookalike, folder) = (Lookalike::start(account()).await.unwrap(), TempDir::new().unwrap());
    let mut bot = Process::start(&lookalike, &folder).await;
    bot.sweep().await;
    let before = bot.names();
    let people = people(&lookalike);
    lookalike.behave(|behaviour| {
        let unreadable = json!({ "id": people[3].to_string(), "type": "contacts", "attributes": 5 });
        behaviour.replaced.insert(people[3], unreadable);
        behaviour.replaced.insert(people[4], json!("nothing at all"));
    });
    let report = bot.sweep().await;
    assert_eq!((report.skipped, report.contacts.removed), (2, 0));
    assert_eq!(bot.names(), before);
}

#[tokio::test]
async fn without_look_ups_by_id_the_count_decides() {
    let (lookalike, folder) = (Lookalike::start(account()).await.unwrap(), TempDir::new().unwrap());
    lookalike.behave(|behaviour| behaviour.quirks.extend([Quirk::IgnoresFilters]));
    let mut bot = Process::start(&lookalike, &folder).await;
    bot.sweep().await;
    lookalike.edit(|account| account.contacts.pop_first());
    bot.sweep().await;
    assert_eq!(shown(&bot.directory.current()), people(&lookalike));
}

#[tokio::test]
async fn a_delta_applies_changes_and_else_keeps_the_index() {
    let (lookalike, folder) = (Lookalike::start(account()).await.unwrap(), TempDir::new().unwrap());
    let mut bot = Process::start(&lookalike, &folder).await;
    bot.sweep().await;
    let swept = bot.directory.current();
    bot.syncer.delta().await.unwrap();
    let unchanged = bot.directory.current();
    assert!(std::ptr::eq(swept.index(), unchanged.index()));
    assert!(unchanged.status().synced_at > swept.status().synced_at);

    let someone = people(&lookalike)[42];
    let (newcomer, renamed) = lookalike.edit(|account| {
        account.change_contact(someone).unwrap().title("CEO");
        let renamed = *account.organizations.keys().next().unwrap();
        account.change_organization(renamed).unwrap().name = "Acme Holding".to_owned();
        (account.add_contact(renamed, "John", "Smith").id, renamed)
    });
    bot.syncer.delta().await.unwrap();
    let snapshot = bot.directory.current();
    assert_eq!(snapshot.contact(ContactId(someone)).unwrap().title.as_deref(), Some("CEO"));
    let newcomer = snapshot.contact(ContactId(newcomer)).unwrap();
    assert_eq!(newcomer.display_name(), "John Smith");
    assert_eq!(snapshot.organization(OrganizationId(renamed)).unwrap().name.as_ref(), "Acme Holding");
    // The contacts' records still carry the old name.
    let colleague = snapshot.contacts_of(OrganizationId(renamed)).next().unwrap();
    assert_eq!(snapshot.organization_name(colleague), Some("Acme Holding"));

    let saved = bot.store.load().await.unwrap();
    assert_eq!(saved.records.contacts.len(), 101);
}

#[tokio::test]
async fn a_sweep_picks_up_renamed_types_and_removed_sites() {
    let (lookalike, folder) = (Lookalike::start(account()).await.unwrap(), TempDir::new().unwrap());
    let (organization, site) = lookalike.edit(|account| {
        let organization = *account.organizations.keys().next().unwrap();
        (organization, account.add_location(organization, "Head office").id)
    });
    let mut bot = Process::start(&lookalike, &folder).await;
    bot.sweep().await;
    let approver = lookalike.edit(|account| {
        let (&id, row) = account.contact_types.iter_mut().next().unwrap();
        row.name = "Decision Maker".to_owned();
        account.locations.remove(&site);
        id
    });
    bot.sweep().await;
    let snapshot = bot.directory.current();
    let contact = snapshot.contacts_of(OrganizationId(organization)).next().unwrap();
    assert_eq!(contact.contact_type, Some(ContactTypeId(approver)));
    assert_eq!(snapshot.contact_type_name(contact), Some("Decision Maker"));
    assert!(snapshot.location(callsheet_core::domain::id::LocationId(site)).is_none());
}

#[tokio::test]
async fn two_processes_do_not_undo_each_other() {
    let (lookalike, folder) = (Lookalike::start(account()).await.unwrap(), TempDir::new().unwrap());
    let (mut bot, mut command_line) =
        (Process::start(&lookalike, &folder).await, Process::start(&lookalike, &folder).await);
    bot.sweep().await;
    // The other has loaded an empty database, and sweeps on that basis.
    let report = command_line.sweep().await;
    assert_eq!((report.contacts.added, report.contacts.total), (0, 100));
    lookalike.edit(|account| {
        account.contacts.pop_first();
        account.contacts.pop_last();
    });
    command_line.sweep().await;
    bot.sweep().await;
    assert_eq!(shown(&bot.directory.current()), people(&lookalike));
    assert_eq!(bot.store.load().await.unwrap().records.contacts.len(), 98);
}

#[tokio::test]
async fn readers_get_unsaved_records_which_are_saved_later() {
    let (lookalike, folder) = (Lookalike::start(account()).await.unwrap(), TempDir::new().unwrap());
    let mut bot = Process::start(&lookalike, &folder).await;
    bot.sweep().await;
    crate::store::tamper(&database(&folder), "DROP TABLE locations").await;
    lookalike.edit(|account| {
        let (first, _) = account.contacts.pop_first().unwrap();
        account.change_contact(first + 1).unwrap().title("CEO");
        let organization = *account.organizations.keys().next().unwrap();
        account.add_location(organization, "Head office");
    });
    let outcome = bot.syncer.sweep(false, &|_, _, _| {}).await;
    assert!(matches!(outcome, Err(SyncError::Store(StoreError::Damaged { .. }))));
    assert_eq!(shown(&bot.directory.current()), people(&lookalike));
    assert_eq!(bot.trouble(), None, "IT Glue has answered");

    bot.syncer.delta().await.unwrap();
    let saved = bot.store.load().await.unwrap();
    assert_eq!(saved.records.contacts.keys().map(|id| id.0).collect::<Vec<_>>(), people(&lookalike));
    assert_eq!(saved.records.locations.len(), 1);
}

/// Runs the process in the background; sending or dropping stops it.
fn run(bot: Process) -> (oneshot::Sender<()>, tokio::task::JoinHandle<()>, Arc<Directory>) {
    let (stop, stopped) = oneshot::channel();
    let shutdown = async move { drop(stopped.await) };
    (stop, tokio::spawn(bot.syncer.run(shutdown)), bot.directory)
}

#[tokio::test]
async fn the_loop_sweeps_then_asks_for_changes_and_stops() {
    let (lookalike, folder) = (Lookalike::start(account()).await.unwrap(), TempDir::new().unwrap());
    let settings = Settings { delta_interval: Duration::from_millis(20), ..SETTINGS };
    let (stop, running, directory) = run(Process::start_with(&lookalike, &folder, settings).await);
    until("the first sweep", || directory.current().contacts().count() == 100).await;
    let sweeps = lookalike.count("/locations");
    let organization = lookalike.edit(|account| *account.organizations.keys().next().unwrap());
    let newcomer = lookalike.edit(|account| account.add_contact(organization, "John", "Smith").id);
    until("the delta", || directory.current().contact(ContactId(newcomer)).is_some()).await;
    assert_eq!(lookalike.count("/locations"), sweeps);

    let mut command_line = Process::start(&lookalike, &folder).await;
    lookalike.edit(|account| account.contacts.remove(&newcomer));
    command_line.sweep().await;
    until("the other process's sweep", || directory.current().contact(ContactId(newcomer)).is_none()).await;
    stop.send(()).unwrap();
    running.await.unwrap();
}

#[tokio::test]
async fn the_loop_keeps_trying_until_it_glue_is_back() {
    let (mut lookalike, folder) = (Lookalike::start(account()).await.unwrap(), TempDir::new().unwrap());
    lookalike.go_down().await;
    let settings = Settings { shortest_pause: Duration::from_millis(20), ..SETTINGS };
    let (stop, running, directory) = run(Process::start_with(&lookalike, &folder, settings).await);
    until("the first failure", || directory.current().status().trouble.is_some()).await;
    lookalike.come_back().await.unwrap();
    until("the first sweep", || directory.current().contacts().count() == 100).await;
    assert_eq!(directory.current().status().trouble, None);
    stop.send(()).unwrap();
    running.await.unwrap();
}

#[tokio::test]
async fn the_loop_adopts_another_processs_work_without_it_glue() {
    let (mut lookalike, folder) = (Lookalike::start(account()).await.unwrap(), TempDir::new().unwrap());
    let mut bot = Process::start(&lookalike, &folder).await;
    bot.sweep().await;
    bot.store.close().await;
    lookalike.go_down().await;
    let settings = Settings { shortest_pause: Duration::from_millis(20), ..SETTINGS };
    let (stop, running, directory) = run(Process::start_with(&lookalike, &folder, settings).await);
    until("the first failure", || directory.current().status().trouble.is_some()).await;

    let other = Store::open(&database(&folder)).await.unwrap();
    let saved = other.load().await.unwrap();
    let mut records = saved.records.clone();
    records.contacts.pop_first();
    let changes = Changes::between(&saved.records, &records);
    other.save(saved.progress.revision, &changes, &saved.progress).await.unwrap();
    until("the other process's work", || directory.current().contacts().count() == 99).await;
    stop.send(()).unwrap();
    running.await.unwrap();
}

#[tokio::test]
async fn a_restart_does_not_sweep_again_before_its_time() {
    let (lookalike, folder) = (Lookalike::start(account()).await.unwrap(), TempDir::new().unwrap());
    let mut bot = Process::start(&lookalike, &folder).await;
    bot.sweep().await;
    bot.store.close().await;
    let settings = Settings { delta_interval: Duration::from_millis(20), ..SETTINGS };
    let bot = Process::start_with(&lookalike, &folder, settings).await;
    let before = bot.directory.current().status().synced_at;
    let (sweeps, walks) = (lookalike.count("/locations"), lookalike.count("/contacts"));
    let (stop, running, directory) = run(bot);
    until("a delta", || directory.current().status().synced_at > before).await;
    assert!(lookalike.count("/contacts") > walks);
    assert_eq!(lookalike.count("/locations"), sweeps);
    drop(stop);
    running.await.unwrap();
}

#[tokio::test]
async fn a_copy_of_an_older_edition_is_swept_at_once() {
    let (lookalike, folder) = (Lookalike::start(account()).await.unwrap(), TempDir::new().unwrap());
    let mut bot = Process::start(&lookalike, &folder).await;
    bot.sweep().await;
    // From a version that did not read alerts; the organizations have not changed since.
    let Saved { records, progress } = bot.store.load().await.unwrap();
    let progress = Progress { edition: 0, ..progress };
    bot.store.save(progress.revision, &Changes::between(&records, &records), &progress).await.unwrap();
    bot.store.close().await;
    lookalike.edit(|account| {
        for organization in account.organizations.values_mut() {
            organization.alert = Some("Ring twice.".to_owned());
        }
    });
    let bot = Process::start(&lookalike, &folder).await;
    let alerts = |directory: &Directory| directory.current().organizations().filter(|one| one.alert.is_some()).count();
    assert_eq!((shown(&bot.directory.current()).len(), alerts(&bot.directory)), (100, 0), "it is used until then");
    let store = bot.store.clone();
    let (stop, running, directory) = run(bot);
    until("the alerts", || alerts(&directory) == 10).await;
    assert_eq!(store.progress().await.unwrap().edition, EDITION);
    drop(stop);
    running.await.unwrap();
}

#[test]
fn after_a_failure_the_pauses_grow_up_to_the_interval() {
    let start = Instant::now();
    let mut schedule = Schedule::new(SETTINGS, start, None);
    assert_eq!(schedule.next(), (start, Task::Sweep));
    let pauses: Vec<u64> = (0..6).map(|_| schedule.failed(Task::Sweep, start).as_secs()).collect();
    assert_eq!(pauses, [30, 60, 120, 240, 300, 300]);
    assert_eq!(schedule.next(), (start + 5 * MINUTE, Task::Sweep), "without a sweep there is no delta");

    let hasty = Settings { delta_interval: Duration::from_secs(1), ..SETTINGS };
    let mut schedule = Schedule::new(hasty, start, None);
    let pauses: Vec<u64> = (0..3).map(|_| schedule.failed(Task::Sweep, start).as_secs()).collect();
    assert_eq!(pauses, [30, 30, 30]);
}

#[test]
fn a_sweep_that_keeps_failing_does_not_keep_deltas_from_running() {
    let start = Instant::now();
    let mut schedule = Schedule::new(SETTINGS, start, Some(Duration::from_hours(7)));
    assert_eq!(schedule.next(), (start, Task::Sweep));
    for _ in 0..3 {
        schedule.failed(Task::Sweep, start);
    }
    assert_eq!(schedule.next(), (start + MINUTE / 2, Task::Delta));
    schedule.succeeded(Task::Delta, start + MINUTE / 2);
    assert_eq!(schedule.next(), (start + 2 * MINUTE, Task::Sweep));
    schedule.succeeded(Task::Sweep, start + 2 * MINUTE);
    assert_eq!(schedule.next(), (start + 7 * MINUTE, Task::Delta));
}

#[test]
fn a_sweep_is_due_when_any_processs_last_one_is_old() {
    let start = Instant::now();
    let mut schedule = Schedule::new(SETTINGS, start, Some(359 * MINUTE));
    assert_eq!(schedule.next(), (start, Task::Delta));
    schedule.succeeded(Task::Delta, start);
    assert_eq!(schedule.next(), (start + MINUTE, Task::Sweep));
    schedule.swept(start, MINUTE);
    assert_eq!(schedule.next(), (start + 5 * MINUTE, Task::Delta));
}
