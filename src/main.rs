//! Arguments to configuration to telemetry to what was asked for; nothing else.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io::{self, IsTerminal as _, Write as _};
use std::process::ExitCode;

use callsheet::answer::language::Language;
use callsheet::cli::{Action, Cli, KeyAction, Wish};
use callsheet::config::database::{Database, Encryption, Rotation};
use callsheet::config::{self, LogFormat, Source};
use callsheet::failure::Failure;
use callsheet::{audit, bot, demo, once, telemetry};
use clap::Parser as _;
use tokio::signal::unix::{SignalKind, signal};

fn main() -> ExitCode {
    let action = Cli::parse().action.unwrap_or(Action::Run);
    match act(action) {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever read has seen enough, as `head` does.
        Err(Failure::System(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(failure) => {
            let (exit_code, hint) = (failure.exit_code(), failure.hint());
            let hint = hint.map(|hint| format!("\nhint: {hint}")).unwrap_or_default();
            // Where standard error is gone there is nobody left to tell.
            let _ = writeln!(io::stderr(), "callsheet: {:#}{hint}", anyhow::Error::new(failure));
            ExitCode::from(exit_code)
        }
    }
}

fn act(action: Action) -> Result<(), Failure> {
    let vars = environment()?;
    let source = Source { vars: &vars, read_file: &|path| std::fs::read_to_string(path) };
    let log_format = LogFormat::from_vars(source, io::stderr().is_terminal())?;
    // A bot tells what it does; a command that is done once tells it on standard output.
    let default = if matches!(action, Action::Run) { "callsheet=info" } else { "callsheet=warn" };
    telemetry::init(
        log_format,
        vars.get("RUST_LOG").filter(|value| !value.trim().is_empty()).map_or(default, String::as_str),
    )?;
    let runtime = tokio::runtime::Runtime::new()?;
    match action {
        Action::Run => {
            let config = config::Run::from_vars(source)?;
            let stop = runtime.block_on(async { stop_signal() })?;
            let ended = runtime.block_on(Box::pin(bot::run(config, stop)));
            // Without waiting for work in the background: nothing of it is needed any more.
            runtime.shutdown_background();
            ended
        }
        Action::Demo { exec, language } => runtime.block_on(demo::run(exec.as_deref(), answers_in(&language, &vars))),
        Action::Ask { words, language } => {
            let config = config::Ask::from_vars(source)?;
            runtime.block_on(once::ask(config, &words.join(" "), answers_in(&language, &vars)))
        }
        Action::Sync { accept_removals } => {
            runtime.block_on(once::sync(config::SyncOnce::from_vars(source)?, accept_removals))
        }
        Action::Key(KeyAction::New) => once::new_key(),
        Action::Key(KeyAction::Encrypt) => runtime.block_on(once::encrypt(Encryption::from_vars(source)?)),
        Action::Key(KeyAction::Rotate { new_key_file }) => {
            runtime.block_on(once::rotate_key(Rotation::from_vars(source, &new_key_file)?))
        }
        Action::Wipe { yes: _ } => runtime.block_on(once::wipe(&Database::path_from_vars(source)?)),
        Action::Journal(request) => {
            let config = config::audit::ReadJournal::from_vars(source)?;
            runtime.block_on(audit::run(&config.database, &request, &mut io::stdout().lock()))
        }
    }
}

/// The language that is wished for, or else the terminal's.
fn answers_in(wish: &Wish, vars: &BTreeMap<String, String>) -> Language {
    // By their rank, as POSIX has it; one that is set to nothing counts as not set.
    let ranked = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(|name| vars.get(name));
    let of_terminal = || ranked.map(String::as_str).find(|locale| !locale.is_empty());
    wish.language.as_deref().or_else(of_terminal).map_or_else(Language::default, Language::of_locale)
}

/// The environment, with the `.env` file's values where the environment has none.
fn environment() -> Result<BTreeMap<String, String>, Failure> {
    let readable = |(name, value): (OsString, OsString)| Some((name.into_string().ok()?, value.into_string().ok()?));
    let mut vars: BTreeMap<String, String> = std::env::vars_os().filter_map(readable).collect();
    let mut last = None;
    let lines = match dotenvy::dotenv_iter() {
        Ok(lines) => Some(lines),
        Err(error) if error.not_found() => None,
        Err(_) => return Err(Failure::Environment(".env: the file cannot be opened".to_owned())),
    };
    for line in lines.into_iter().flatten() {
        // The error would quote the line, which may hold a secret.
        let Ok((name, value)) = line else {
            let place = last.map_or_else(|| "the first line".to_owned(), |name| format!("the line after {name}"));
            return Err(Failure::Environment(format!(
                ".env: {place} cannot be read; write NAME=value, with single quotes around a value that has spaces or #"
            )));
        };
        last = Some(name.clone());
        // A blank value counts as not set, here as everywhere.
        if vars.get(&name).is_none_or(|known| known.trim().is_empty()) {
            vars.insert(name, value);
        }
    }
    Ok(vars)
}

/// Resolves when the process is told to stop. From the first such signal on, the default of ending at once is gone.
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
