//! The whole bot on an invented account: a first look without credentials and without Discord.

mod browser;

use std::collections::BTreeSet;
use std::io::{self, IsTerminal as _, Write as _};
use std::sync::Arc;
use std::time::Duration;

use rustyline::DefaultEditor;
use rustyline::error::ReadlineError;
use tempfile::TempDir;
use tokio::sync::mpsc::unbounded_channel;
use tokio::sync::oneshot;
use tokio::task::spawn_blocking;

use crate::clock;
use crate::desk::Desk;
use crate::discord::seal::Seal;
use crate::editor::Editor;
use crate::failure::{Failure, Result};
use crate::health::Board;
use crate::itglue::client::Client;
use crate::itglue::patience::Patience;
use crate::itglue::waiting::Waiting;
use crate::playground::{self, Playground};
use crate::screen;
use crate::store::Store;
use crate::store::edits::EditStore;
use crate::store::journal::Journal;
use crate::store::key::Key;
use crate::store::notebooks::NotebookStore;
use crate::sync::report::SweepReport;
use crate::sync::{Settings, Syncer};
use crate::telemetry::tail::Tail;
use crate::terminal::{Conversation, Line};
use callsheet_core::access::limiter::LookupLimiter;
use callsheet_core::answer::language::Language;
use callsheet_core::answer::text::plain;
use callsheet_core::answer::words::theirs;
use callsheet_core::directory::Directory;
use callsheet_core::directory::guard::RemovalGuard;
use callsheet_core::policy::{self, Policy};
use lookalike::Lookalike;
use lookalike::account::Account;

/// The sync's times while the page is served: what the panel does to IT Glue is to be seen within seconds.
const SETTINGS: Settings = Settings {
    delta_interval: Duration::from_secs(2),
    sweep_interval: Duration::from_secs(6),
    shortest_pause: Duration::from_secs(1),
    brake: RemovalGuard { percent: 20 },
    // Days pass in moments.
    max_age: None,
};

/// The waits, to match, but for that for an answer: one that takes too long would be asked for in smaller pages.
const PATIENCE: Patience = Patience {
    answer: Duration::from_secs(35),
    connect: Duration::from_secs(3),
    tell_every: Duration::from_secs(3),
    attempts: 2,
    first_pause: Duration::from_millis(200),
    longest_pause: Duration::from_secs(1),
    all_pauses: Duration::from_secs(1),
};

/// The invented account, synced from a look-alike of IT Glue as from the real one, and the desk in front of it.
struct Demo {
    lookalike: Lookalike,
    store: Store,
    directory: Arc<Directory>,
    desk: Desk,
    report: SweepReport,
    _folder: TempDir,
}

/// Answers each of these lines.
pub async fn answer_lines(lines: &[String], language: Language) -> Result<()> {
    let Demo { store, desk, _folder, .. } = Demo::begin().await?;
    let desk = Arc::new(desk);
    let done = each(lines, &desk, language).await;
    end(&desk, &store).await;
    done
}

/// Answers what is typed, and serves the page, in the browser if `open`; `log` has the newest of the log.
pub async fn converse(language: Language, open: bool, log: Tail) -> Result<()> {
    let Demo { lookalike, store, directory, desk, report, _folder } = Demo::begin().await?;
    let (prepared, policy) = (Arc::clone(&directory), desk.policy.load_full());
    // No first answer on the page waits for what its user may see; where this fails, one does.
    let _ = spawn_blocking(move || prepared.prepare(&policy.access)).await;
    let listener = playground::listen().await?;
    let address = format!("http://{}", listener.local_addr()?);
    let said = |sentence| plain(&language.say_with(sentence, [("address", theirs(&address).into())]), clock::now());
    writeln!(io::stdout(), "{report}\n\n{}\n\n{}\n", language.text("demo-welcome"), said("demo-page"))?;

    let health = Arc::new(Board::default());
    let policy_since = Some(clock::now());
    health.note(|health| health.policy_since = policy_since);
    let client = Arc::new(Client::watched(&lookalike.url(), lookalike.key(), PATIENCE, tell_of_silence)?);
    let (adopt, adopted) = unbounded_channel();
    let editor = Editor::new(Arc::clone(&client), Arc::clone(&desk.edits), Arc::clone(&directory), adopt);
    let editor = Some(Arc::new(editor));
    let syncer = Syncer::load_from_disk(client, store.clone(), directory, SETTINGS).await?.adopting(adopted);
    let (stop, stopped) = oneshot::channel::<()>();
    let syncing = tokio::spawn(syncer.reporting_to(Arc::clone(&health)).run(async { drop(stopped.await) }));

    let desk = Arc::new(Desk { guilds: BTreeSet::from([playground::GUILD.0]), health, editor, ..desk });
    // The buttons of a demo end with it.
    let seal = Seal::of(&Key::generate()?);
    let page = Playground::new(Arc::clone(&desk), seal, language, lookalike, log);
    let serving = tokio::spawn(page.serve(listener));
    if open && !browser::open(&address).await {
        writeln!(io::stdout(), "{}\n", said("demo-not-opened"))?;
    }
    let done = prompt(&desk, language).await;
    serving.abort();
    drop(stop);
    // A sync that has panicked has nothing left to end.
    let _ = syncing.await;
    end(&desk, &store).await;
    done
}

/// The log tells how long IT Glue has been silent. A failed attempt is told of once the sync has failed.
fn tell_of_silence(waiting: &Waiting<'_>) {
    if let Waiting::Answer { .. } = waiting {
        tracing::info!("{waiting}");
    }
}

impl Demo {
    async fn begin() -> Result<Self> {
        let folder = tempfile::tempdir()?;
        let store = Store::open(&folder.path().join("demo.db")).await?;
        let (directory, lookalike) = (Arc::new(Directory::default()), Lookalike::start(Account::demo()).await?);
        let report = sync(&lookalike, &store, &directory).await?;
        let (notebooks, journal) = (NotebookStore::read(store.clone()).await?, Journal::of(&store).await?);
        let edits = Arc::new(EditStore::open(store.clone()).await?);
        let limiter = LookupLimiter::default();
        let desk = Desk::at_terminal(policy(), Arc::clone(&directory), notebooks, edits, journal, true, limiter);
        Ok(Self { lookalike, store, directory, desk, report, _folder: folder })
    }
}

async fn end(desk: &Desk, store: &Store) {
    desk.journal.close().await;
    store.close().await;
}

/// Answers one line after the other, up to one that cannot be read.
async fn each(lines: &[String], desk: &Arc<Desk>, language: Language) -> Result<()> {
    let mut conversation = Conversation::new(language);
    for (index, line) in lines.iter().enumerate() {
        let between = if index > 0 { "\n" } else { "" };
        let Some(shown) = answer(line, &mut conversation, desk).await.map_err(Failure::Line)? else { return Ok(()) };
        write!(io::stdout(), "{between}{shown}")?;
    }
    if !conversation.hint().is_empty() {
        writeln!(io::stdout(), "{}", language.text("exec-go-on"))?;
    }
    Ok(())
}

/// What to show for a line, or why it cannot be read. `None`: it ends the conversation.
async fn answer(line: &str, conversation: &mut Conversation, desk: &Arc<Desk>) -> Result<Option<String>, String> {
    Ok(match conversation.read(line)? {
        Line::Quit => None,
        Line::Question(question) => {
            let now = clock::now();
            let reply = Arc::clone(desk).answer_whole(*question, now).await;
            Some(conversation.show(&reply, now))
        }
    })
}

/// Reads the invented account as a real one is read.
async fn sync(lookalike: &Lookalike, store: &Store, directory: &Arc<Directory>) -> Result<SweepReport> {
    let client = Client::new(&lookalike.url(), lookalike.key())?;
    // It may be read once, and so is never late.
    let settings = Settings { delta_interval: Duration::MAX, ..Settings::default() };
    let mut syncer = Syncer::load_from_disk(client, store.clone(), Arc::clone(directory), settings).await?;
    // Of the other records there are too few to show.
    let on_read = |what: &'static str, read, of| {
        if what == "contacts" {
            screen::progress(read, of, what);
        }
    };
    Ok(syncer.sweep(false, &on_read).await?)
}

fn policy() -> Policy {
    // A test checks that it can be read.
    policy::file::whole(include_str!("demo/policy.toml")).unwrap_or_default()
}

async fn prompt(desk: &Arc<Desk>, language: Language) -> Result<()> {
    let mut conversation = Conversation::new(language);
    let mut editor = DefaultEditor::new().map_err(io::Error::other)?;
    let question = if io::stdin().is_terminal() { "> " } else { "" };
    loop {
        let line = match editor.readline(question) {
            Ok(line) => line,
            Err(ReadlineError::Eof | ReadlineError::Interrupted) => return Ok(()),
            Err(ReadlineError::Io(error)) if error.kind() == io::ErrorKind::InvalidData => {
                writeln!(io::stdout(), "\n{}\n", language.text("line-not-text"))?;
                continue;
            }
            Err(error) => return Err(io::Error::other(error).into()),
        };
        if line.trim().is_empty() {
            continue;
        }
        // Only for the arrow keys: a history that cannot be kept is no reason to stop.
        let _ = editor.add_history_entry(line.as_str());
        let shown = match answer(&line, &mut conversation, desk).await {
            Ok(Some(shown)) => shown,
            Ok(None) => return Ok(()),
            // An unreadable line is part of the conversation here.
            Err(error) => format!("{error}\n"),
        };
        writeln!(io::stdout(), "\n{shown}")?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_of_the_demo_can_be_read() {
        assert_eq!(
            policy::file::whole(include_str!("demo/policy.toml")).map(|policy| policy.organizations.len()),
            Ok(1)
        );
        assert_eq!(policy().organizations.len(), 1);
    }

    #[tokio::test]
    async fn the_policy_of_the_demo_names_only_what_its_account_has() {
        let Demo { directory, _folder, .. } = Demo::begin().await.unwrap();
        let policy = policy();
        assert!(policy.named.len() > 2, "it names something");
        assert_eq!(policy::dangling::dangling(&policy, &directory.current()), Vec::<String>::new());
    }
}
