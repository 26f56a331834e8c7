//! The bot, wired up: sync, gateway and registration side by side, until one of them or the caller stops.

use std::collections::BTreeSet;
use std::pin::pin;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use arc_swap::ArcSwap;
use futures_util::FutureExt;
use tokio::runtime::Handle;
use tokio::sync::mpsc::unbounded_channel;
use tokio::sync::{oneshot, watch};
use tokio::task::JoinHandle;
use tokio::time::{Instant, timeout_at};

use crate::clock;
use crate::config;
use crate::desk::{self, Desk};
use crate::discord::api::Api;
use crate::discord::gateway::{Gateway, Link};
use crate::discord::pace::Pace;
use crate::discord::registration;
use crate::discord::respond::{post_alerts, respond};
use crate::discord::seal::Seal;
use crate::editor::Editor;
use crate::failure::Result;
use crate::health::Board;
use crate::itglue::client::Client;
use crate::reload;
use crate::store::Store;
use crate::store::edits::EditStore;
use crate::store::journal::Journal;
use crate::store::lock::Lock;
use crate::store::notebooks::NotebookStore;
use crate::sync::Syncer;
use crate::warn;
use callsheet_core::answer::manifests::localized;
use callsheet_core::directory::Directory;
use callsheet_core::edits::Edits;
use callsheet_core::health::{Connection, Health};
use callsheet_core::notebook::guilds::Notebooks;
use callsheet_core::plan::{World, rehearsal};
use callsheet_core::policy::Policy;

/// The process is to stop within 5 s, of which the gateway may take nearly all: a locked database is not waited for.
const CLOSE_WITHIN: Duration = Duration::from_millis(500);

/// Runs the bot until `shutdown`, or until Discord refuses it for good.
///
/// Answers come from the copy on disk before IT Glue is asked anything. Nothing IT Glue does afterwards ends the bot;
/// neither does a guild that refuses the commands.
pub async fn run(config: config::Run, shutdown: impl Future<Output = ()>) -> Result<()> {
    let mut shutdown = pin!(shutdown);
    // Held until everything below has ended, however the process ends.
    let _lock = Lock::take(&config.database.path)?;
    let directory = Arc::new(Directory::default());
    let health = Arc::new(Board::default());
    let Loaded { store, notebooks, edits, journal, client, syncer } = tokio::select! {
        loaded = load(&config, &directory, &health) => loaded?,
        () = &mut shutdown => return Ok(()),
    };

    let api = Api::new(&config.discord.api, &config.discord.token)?;
    let gateway = Gateway::new(api.clone(), store.clone(), Pace::default());
    let limiter = Mutex::new(desk::limiter(&config.database.path, config.policy.brake.hold, clock::now()).await);
    let (adopt, adopted) = unbounded_channel();
    let syncer = syncer.adopting(adopted);
    let editor = Arc::new(Editor::new(client, Arc::clone(&edits), Arc::clone(&directory), adopt));
    let finding_out = tokio::spawn(Arc::clone(&editor).keep_up());
    let (alerts, to_post) = unbounded_channel();
    let posting = tokio::spawn(post_alerts(api.clone(), to_post));
    let registration = {
        let (mut link, store, guilds) = (gateway.link(), store.clone(), config.discord.guilds.clone());
        async move {
            let Ok(Link { application, .. }) = link.wait_for(|link| link.connected).await.map(|link| *link) else {
                return;
            };
            let manifests = localized(commands::manifests());
            registration::register(&api, &store, application, &guilds, &manifests, Pace::default().register).await;
        }
    };
    let connecting = tokio::spawn(watch(gateway.link(), Arc::clone(&health)));
    let policy_since = config.policy_file.is_some().then(clock::now);
    health.note(|health| health.policy_since = policy_since);
    reload::say_who_may_look_up(&config.policy, config.policy_file.is_some());
    let policy = Arc::new(ArcSwap::from_pointee(config.policy));
    rehearse(&directory, &policy);
    let following = config
        .policy_file
        .map(|file| tokio::spawn(file.follow(Arc::clone(&policy), Arc::clone(&directory), reload::EVERY)));
    let warning =
        tokio::spawn(warn::follow(Arc::clone(&directory), Arc::clone(&policy), Arc::clone(&health), reload::EVERY));
    let seal = Seal::of(&config.discord.token);
    let desk = Arc::new(Desk {
        guilds: config.discord.guilds,
        policy,
        editor: Some(editor),
        directory,
        notebooks,
        edits,
        journal: journal.clone(),
        audit_required: config.audit.required,
        limiter,
        health,
        alerts,
        language: Mutex::default(),
        working_after: desk::WORKING_AFTER,
    });
    let pruning = config.audit.retention.map(|retention| tokio::spawn(Arc::clone(&desk).prune(retention)));
    let watching = tokio::spawn(Arc::clone(&desk).watch_journal());
    let answer = Box::new(move |interaction: String| {
        let (desk, seal) = (Arc::clone(&desk), seal.clone());
        async move { respond(&interaction, &desk, &seal, clock::now()).await }.boxed()
    });

    let registering = tokio::spawn(registration);
    let (stop, stopped) = oneshot::channel::<()>();
    let mut syncing = on_a_thread_of_its_own(syncer.run(async { drop(stopped.await) }));
    let (close, closing) = oneshot::channel::<()>();
    // A task, because this future may be waited for on a thread that is none of the runtime's, which every interaction
    // would wake only to be passed on.
    let mut answering = tokio::spawn(gateway.run(answer, async { drop(closing.await) }));
    let ended = tokio::select! {
        ended = &mut answering => ended,
        () = shutdown => {
            drop(close);
            answering.await
        }
        // A bot whose sync has panicked would answer from an ever older copy; a supervisor starts it again.
        Err(panicked) = &mut syncing => std::panic::resume_unwind(panicked.into_panic()),
    };
    let ended = ended.unwrap_or_else(|panicked| std::panic::resume_unwind(panicked.into_panic()));
    // Neither of the two has anything to finish when the gateway has closed: what a sync has not committed is read again.
    let tasks = [registering, watching, warning, posting, connecting, finding_out];
    for task in tasks.into_iter().chain(pruning).chain(following) {
        task.abort();
    }
    drop(stop);
    let end = Instant::now() + CLOSE_WITHIN;
    // At the same time, and with their queues: neither is lost because of the other.
    let (sync_ended, closed) = tokio::join!(timeout_at(end, syncing), timeout_at(end, journal.close()));
    // The journal's head goes into the database, so the database closes after both.
    if sync_ended.is_err() || timeout_at(end, store.close()).await.is_err() {
        tracing::warn!("stopped while the database was still busy; what was not saved is read again");
    }
    if closed.is_err() {
        tracing::error!("stopped while the audit log was still busy; its newest entries may be missing");
    }
    Ok(ended?)
}

/// Prepares what the first answers need, in the background.
fn rehearse(directory: &Arc<Directory>, policy: &ArcSwap<Policy>) {
    let (directory, policy) = (Arc::clone(directory), policy.load_full());
    tokio::task::spawn_blocking(move || {
        let world = World {
            guilds: &BTreeSet::new(),
            policy: &policy,
            snapshot: &directory.current(),
            notebooks: &Notebooks::default(),
            edits: &Edits::default(),
            found: None,
            health: &Health::default,
            now: clock::now(),
        };
        // First, because it takes the least time and every answer gains by it.
        rehearsal::rehearse(&world);
        directory.prepare(&policy.access);
    });
}

async fn watch(mut link: watch::Receiver<Link>, health: Arc<Board>) {
    loop {
        let (is_up, since) = (link.borrow_and_update().connected, clock::now());
        health.note(|health| {
            if health.gateway.is_none_or(|gateway| gateway.is_up != is_up) {
                health.gateway = Some(Connection { is_up, since });
            }
        });
        if link.changed().await.is_err() {
            return;
        }
    }
}

/// What the bot works on.
struct Loaded {
    store: Store,
    notebooks: NotebookStore,
    edits: Arc<EditStore>,
    journal: Journal,
    client: Arc<Client>,
    syncer: Syncer,
}

/// Opens the database and shows what is in it.
async fn load(config: &config::Run, directory: &Arc<Directory>, health: &Arc<Board>) -> Result<Loaded> {
    let config::database::Database { path, key } = &config.database;
    let store = Store::open_with_key(path, key.as_ref()).await?;
    if key.is_none() {
        tracing::warn!(
            "contacts are on disk in the clear: `callsheet key new` makes up a key; set CALLSHEET_KEY to it and \
             `callsheet key encrypt` encrypts them"
        );
    }
    let notebooks = NotebookStore::open(store.clone(), &config.discord.guilds).await?;
    let journal = match Journal::of(&store).await {
        Err(error) if !config.audit.required => {
            let error = error.in_full();
            tracing::error!(error, "cannot open the audit log: answers go without an entry until it can be opened");
            Journal::unopened(&store)?
        }
        opened => opened?,
    };
    let edits = Arc::new(EditStore::open(store.clone()).await?);
    let client = Arc::new(Client::new(&config.it_glue.api, config.it_glue.key.clone())?);
    let syncer = Syncer::load_from_disk(Arc::clone(&client), store.clone(), Arc::clone(directory), config.sync).await?;
    let syncer = syncer.reporting_to(Arc::clone(health));
    Ok(Loaded { store, notebooks, edits, journal, client, syncer })
}

/// Work of tens of milliseconds at a time, for which every interaction would wait on a thread of the runtime.
fn on_a_thread_of_its_own(work: impl Future<Output = ()> + Send + 'static) -> JoinHandle<()> {
    let runtime = Handle::current();
    tokio::task::spawn_blocking(move || runtime.block_on(work))
}
