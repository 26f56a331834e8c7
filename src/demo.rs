//! The whole bot on an invented account: a first look without credentials and without Discord.

use std::collections::BTreeSet;
use std::io::{self, IsTerminal as _, Write as _};
use std::sync::Arc;
use std::time::Duration;

use rustyline::DefaultEditor;
use rustyline::error::ReadlineError;

use crate::clock;
use crate::desk::Desk;
use crate::discord::seal::Seal;
use crate::failure::{Failure, Result};
use crate::itglue::client::Client;
use crate::playground;
use crate::screen;
use crate::store::Store;
use crate::store::journal::Journal;
use crate::store::key::Key;
use crate::store::notebooks::NotebookStore;
use crate::sync::report::SweepReport;
use crate::sync::{Settings, Syncer};
use crate::terminal::{Conversation, Line};
use callsheet_core::access::limiter::LookupLimiter;
use callsheet_core::answer::language::Language;
use callsheet_core::answer::text::plain;
use callsheet_core::answer::words::theirs;
use callsheet_core::directory::Directory;
use callsheet_core::policy::{self, Policy};
use lookalike::Lookalike;
use lookalike::account::Account;

/// Syncs from a look-alike of IT Glue as from the real one, and answers `lines`, or what is typed.
pub async fn run(lines: &[String], language: Language) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let store = Store::open(&folder.path().join("demo.db")).await?;
    let directory = Arc::new(Directory::default());
    let report = sync(&store, &directory).await?;
    let (notebooks, journal) = (NotebookStore::read(store.clone()).await?, Journal::of(&store).await?);
    let desk = Desk::at_terminal(policy(), directory, notebooks, journal.clone(), true, LookupLimiter::default());
    let desk = Arc::new(Desk { guilds: BTreeSet::from([playground::GUILD.0]), ..desk });

    let done = if lines.is_empty() {
        let listener = playground::listen().await?;
        let address = format!("http://{}", listener.local_addr()?);
        let page = language.say_with("demo-page", [("address", theirs(&address).into())]);
        let page = plain(&page, clock::now());
        writeln!(io::stdout(), "{report}\n\n{}\n\n{page}\n", language.text("demo-welcome"))?;
        // The buttons of a demo end with it.
        let seal = Seal::of(&Key::generate()?);
        let serving = tokio::spawn(playground::serve(listener, Arc::clone(&desk), seal, language));
        let done = prompt(&desk, language).await;
        serving.abort();
        done
    } else {
        each(lines, &desk, language).await
    };
    journal.close().await;
    store.close().await;
    done
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
async fn sync(store: &Store, directory: &Arc<Directory>) -> Result<SweepReport> {
    let lookalike = Lookalike::start(Account::demo()).await?;
    let client = Client::new(&lookalike.url(), lookalike.key())?;
    // It is read once, and so never late.
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
        let (folder, directory) = (tempfile::tempdir().unwrap(), Arc::new(Directory::default()));
        let store = Store::open(&folder.path().join("demo.db")).await.unwrap();
        sync(&store, &directory).await.unwrap();
        let policy = policy();
        assert!(policy.named.len() > 2, "it names something");
        assert_eq!(policy::dangling::dangling(&policy, &directory.current()), Vec::<String>::new());
    }
}
