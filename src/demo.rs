//! The whole bot on an invented account: a first look without credentials and without Discord.

use std::io::{self, IsTerminal as _, Write as _};
use std::sync::Arc;
use std::time::Duration;

use rustyline::DefaultEditor;
use rustyline::error::ReadlineError;

use crate::clock;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::itglue::client::Client;
use crate::screen;
use crate::store::Store;
use crate::store::journal::Journal;
use crate::store::notebooks::NotebookStore;
use crate::sync::report::SweepReport;
use crate::sync::{Settings, Syncer};
use crate::terminal::{self, Conversation, Line};
use callsheet_core::access::limiter::LookupLimiter;
use callsheet_core::answer::language::Language;
use callsheet_core::directory::Directory;
use callsheet_core::policy::{self, Policy};
use lookalike::Lookalike;
use lookalike::account::Account;

/// Starts a look-alike of IT Glue, syncs from it as from the real one, and answers `line`, or what is typed, in
/// `language`.
pub async fn run(line: Option<&str>, language: Language) -> Result<(), Failure> {
    let question = line.map(|line| terminal::read(line, language)).transpose().map_err(Failure::Line)?;
    let folder = tempfile::tempdir()?;
    let store = Store::open(&folder.path().join("demo.db")).await?;
    let directory = Arc::new(Directory::default());
    let report = sync(&store, &directory).await?;
    let (notebooks, journal) = (NotebookStore::read(store.clone()).await?, Journal::of(&store).await?);
    let desk = Desk::at_terminal(policy(), directory, notebooks, journal.clone(), true, LookupLimiter::default());

    if let Some(question) = question {
        let now = clock::now();
        let reply = desk.answer_whole(question, now).await;
        io::stdout().write_all(terminal::render(&reply, now).as_bytes())?;
    } else {
        writeln!(io::stdout(), "{report}\n\n{}\n", language.text("demo-welcome"))?;
        prompt(&desk, language).await?;
    }
    journal.close().await;
    store.close().await;
    Ok(())
}

/// Reads the invented account as a real one is read.
async fn sync(store: &Store, directory: &Arc<Directory>) -> Result<SweepReport, Failure> {
    let lookalike = Lookalike::start(Account::demo()).await?;
    let client = Client::new(&lookalike.url(), lookalike.key())?;
    // It is read once, and so never late.
    let settings = Settings { delta_interval: Duration::MAX, ..Settings::default() };
    let mut syncer = Syncer::load_from_disk(client, store.clone(), Arc::clone(directory), settings).await?;
    Ok(syncer.sweep(false, &progress).await?)
}

/// Shows the progress of the contacts. Of the other records there are too few to show.
fn progress(what: &'static str, read: usize, of: usize) {
    if what == "contacts" {
        screen::progress(read, of, what);
    }
}

/// A policy file such as the account's provider would have.
fn policy() -> Policy {
    // A test checks that it can be read.
    policy::file::whole(include_str!("demo/policy.toml")).unwrap_or_default()
}

async fn prompt(desk: &Arc<Desk>, language: Language) -> Result<(), Failure> {
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
        match line.trim() {
            "" => continue,
            "quit" | "exit" => return Ok(()),
            _ => {}
        }
        // Only for the arrow keys: a history that cannot be kept is no reason to stop.
        let _ = editor.add_history_entry(line.as_str());
        let shown = match conversation.read(&line) {
            Ok(Line::Help(help)) => help,
            Ok(Line::Question(question)) => {
                let now = clock::now();
                let reply = Arc::clone(desk).answer_whole(question, now).await;
                conversation.show(&reply, now)
            }
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
