//! Turns arguments into configuration, starts telemetry, and runs the action.

use std::collections::BTreeMap;
use std::io::{self, Write as _};
use std::process::ExitCode;

use callsheet::cli::{Action, Cli, KeyAction, Wish};
use callsheet::config::database::{Database, Encryption, Rotation};
use callsheet::config::environment::Environment;
use callsheet::config::logging::Logging;
use callsheet::config::{self, Checked, Source};
use callsheet::failure::Failure;
use callsheet::telemetry::tail::Tail;
use callsheet::{audit, bot, demo, once, telemetry};
use callsheet_core::answer::language::Language;
use clap::Parser as _;
use tokio::signal::unix::{SignalKind, signal};

fn main() -> ExitCode {
    let action = Cli::parse().action.unwrap_or(Action::Run);
    match act(action) {
        Ok(()) => ExitCode::SUCCESS,
        // The reader has seen enough, as `head` does.
        Err(Failure::System(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(failure) => {
            let (exit_code, hint) = (failure.exit_code(), failure.hint());
            let hint = hint.map(|hint| format!("\nhint: {hint}")).unwrap_or_default();
            // Without standard error there is nowhere to report to.
            let _ = writeln!(io::stderr(), "callsheet: {:#}{hint}", anyhow::Error::new(failure));
            ExitCode::from(exit_code)
        }
    }
}

fn act(action: Action) -> Result<(), Failure> {
    let Environment { vars, faults } = environment();
    let source = Source { vars: &vars, faults: &faults, read_file: &|path| std::fs::read_to_string(path) };
    match action {
        Action::Run => {
            let Checked { settings, logging, warnings } = config::Run::from_vars(source)?;
            telemetry::init(logging, "callsheet=info");
            for warning in warnings {
                tracing::warn!("{warning}");
            }
            let runtime = tokio::runtime::Runtime::new()?;
            let stop = runtime.block_on(async { stop_signal() })?;
            let ended = runtime.block_on(Box::pin(bot::run(settings, stop)));
            // Does not wait for background work: none of it is needed any more.
            runtime.shutdown_background();
            ended
        }
        Action::Demo { exec, open, language } if exec.is_empty() => {
            let Checked { logging, warnings, .. } = Logging::alone(source);
            let log = Tail::default();
            // The page has the rest: outages are made there, and their warnings would be between the lines typed here.
            telemetry::init_with_tail(logging, "callsheet=error", log.clone());
            tell(warnings);
            block_on(demo::converse(answers_in(&language, &vars), open, log))
        }
        Action::Demo { exec, language, .. } => {
            set_up(Logging::alone(source));
            block_on(demo::answer_lines(&exec, answers_in(&language, &vars)))
        }
        Action::Ask { words, language } => {
            let config = set_up(config::Ask::from_vars(source)?);
            block_on(once::ask(config, &words.join(" "), answers_in(&language, &vars)))
        }
        Action::Sync { accept_removals } => {
            let config = set_up(config::SyncOnce::from_vars(source)?);
            block_on(once::sync(config, accept_removals))
        }
        Action::Key(KeyAction::New) => {
            set_up(Logging::alone(source));
            once::new_key()
        }
        Action::Key(KeyAction::Encrypt) => {
            let encryption = set_up(Encryption::from_vars(source)?);
            block_on(once::encrypt(encryption))
        }
        Action::Key(KeyAction::Rotate { new_key_file }) => {
            let rotation = set_up(Rotation::from_vars(source, &new_key_file)?);
            block_on(once::rotate_key(rotation))
        }
        Action::Wipe { yes: _ } => {
            let database = set_up(Database::path_from_vars(source)?);
            block_on(once::wipe(&database))
        }
        Action::Journal(request) => {
            let database = set_up(Database::from_vars(source)?);
            block_on(audit::run(&database, &request, &mut io::stdout().lock()))
        }
    }
}

/// Starts telemetry for an action that runs once: its outcome goes to standard output, and only trouble is logged.
fn set_up<T>(checked: Checked<T>) -> T {
    telemetry::init(checked.logging, "callsheet=warn");
    tell(checked.warnings);
    checked.settings
}

fn tell(warnings: Vec<String>) {
    for warning in warnings {
        // Without standard error there is nowhere to warn.
        let _ = writeln!(io::stderr(), "callsheet: warning: {warning}");
    }
}

fn block_on(work: impl Future<Output = Result<(), Failure>>) -> Result<(), Failure> {
    tokio::runtime::Runtime::new()?.block_on(work)
}

/// The language asked for, or else the terminal's.
fn answers_in(wish: &Wish, vars: &BTreeMap<String, String>) -> Language {
    // In the order that POSIX gives them; an empty one counts as not set.
    let ranked = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(|name| vars.get(name));
    let of_terminal = || ranked.map(String::as_str).find(|locale| !locale.is_empty());
    wish.language.as_deref().or_else(of_terminal).map_or_else(Language::default, Language::of_locale)
}

/// The environment, with the working folder's `.env`: one in a folder above may be another user's.
fn environment() -> Environment {
    let path = std::path::absolute(".env").unwrap_or_else(|_| ".env".into());
    Environment::new(std::env::vars_os(), &path, std::fs::read(&path))
}

/// Resolves when the process is told to stop. From this call on, such a signal no longer ends the process at once.
fn stop_signal() -> io::Result<impl Future<Output = ()>> {
    let (mut terminate, mut interrupt) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
        tracing::info!("stopping");
    })
}
