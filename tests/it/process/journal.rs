//! The audit journal of the running program: broken under it, mended, read beside it, and killed with it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

use callsheet_core::journal::{Entry, Outcome};
use lookalike::Lookalike;
use secrecy::ExposeSecret;
use serde_json::Value;
use sqlx::ConnectOptions;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};

use super::clicks::{ACME, button, calls, click};
use super::{GUILD, Place, Running, ask_until, output, small_account};
use crate::journal::entries;
use crate::store::tamper;
use testkit::discord::{Discord, Seen, interaction};

/// Number of kills; a manual run had 60.
const KILLS: u64 = 5;

/// What no refusal and no log may contain.
const TOLD: [&str; 6] = ["Wilhelmina", "Featherstone", "Barnaby", "Key Holder", "555-0142", "Acme"];

const REFUSED: &str = "can't write to its audit log";

async fn said(place: &Place, arguments: &[&str]) -> (String, Option<i32>) {
    let output = output(place.program(arguments, &[])).await;
    (String::from_utf8([output.stdout, output.stderr].concat()).unwrap(), output.status.code())
}

/// Asks for a card, types, and records a call's outcome.
async fn three(discord: &Discord, no_answer: &str) -> [Value; 3] {
    let card = discord.command(GUILD, "contact", &[("name", "wilhelmina")]).await;
    let suggestions = discord.autocomplete(GUILD, "contact", &[("name", "barn")], "name").await;
    [card, suggestions, discord.answer(discord.send(click(2000, no_answer)).await).await]
}

fn errors(log: &str) -> Vec<&str> {
    log.lines().filter(|line| line.contains("\"ERROR\"") || line.contains(" ERROR ")).collect()
}

/// All three answers are refused, and the log names each refusal but no contact.
async fn check_refused(discord: &Discord, place: &Place, no_answer: &str) {
    let before = place.log().len();
    let [card, suggestions, clicked] = three(discord, no_answer).await;
    for refused in [&card, &clicked] {
        assert!(refused.to_string().contains(REFUSED), "{refused}");
    }
    assert_eq!(suggestions["data"]["choices"].as_array().unwrap().len(), 1, "{suggestions}");
    assert!(suggestions.to_string().contains("audit log can't be written"), "{suggestions}");
    let log = place.log()[before..].to_owned();
    assert_eq!(errors(&log).len(), 3, "{log}");
    for told in TOLD {
        assert!(![&card, &suggestions, &clicked].iter().any(|answer| answer.to_string().contains(told)), "{told}");
        assert!(!log.contains(told), "{told} in {log}");
    }
}

async fn check_answered(discord: &Discord, no_answer: &str) {
    let [card, suggestions, clicked] = three(discord, no_answer).await;
    assert!(card.to_string().contains("555-0142"), "{card}");
    assert!(suggestions.to_string().contains("Barnaby Quill"), "{suggestions}");
    // The call before was refused, and is not remembered.
    assert_eq!(calls(&clicked).len(), 1, "{clicked}");
}

async fn lock(path: &Path) -> SqliteConnection {
    let mut other = SqliteConnectOptions::new().filename(path).connect().await.unwrap();
    sqlx::query("BEGIN EXCLUSIVE").execute(&mut other).await.unwrap();
    other
}

#[tokio::test(flavor = "multi_thread")]
async fn a_locked_journal_refuses_answers_and_needs_no_restart() {
    let (place, discord, it_glue) = (Place::new(), Discord::start(), Lookalike::start(small_account()).await.unwrap());
    let _bot = place.start(&discord.url(), &it_glue.url(), it_glue.key().expose_secret(), &[]);
    let card = ask_until(&discord, "primary", &ACME, "Wilhelmina Featherstone").await;
    let no_answer = button(&card, "No answer");

    let mut other = lock(&place.file("callsheet.db.audit")).await;
    check_refused(&discord, &place, &no_answer).await;
    sqlx::query("ROLLBACK").execute(&mut other).await.unwrap();
    check_answered(&discord, &no_answer).await;

    // While the writer is open.
    let (verified, code) = said(&place, &["journal", "verify"]).await;
    assert!(verified.starts_with("intact from entry 1 up to ") && code == Some(0), "{verified}");
    let (exported, code) = said(&place, &["journal", "export", "--format", "csv"]).await;
    assert!(exported.lines().count() > 4 && code == Some(0), "{exported}");
    let (report, code) = said(&place, &["journal", "report", "--user", "2000"]).await;
    assert!(report.contains("button outcome") && code == Some(0), "{report}");
}

/// As on a full disk: nothing can be added to the journal's files.
#[cfg(target_os = "linux")]
#[tokio::test(flavor = "multi_thread")]
async fn a_full_disk_refuses_answers() {
    let (place, discord, it_glue) = (Place::new(), Discord::start(), Lookalike::start(small_account()).await.unwrap());
    let program = place.bot(&discord.url(), &it_glue.url(), it_glue.key().expose_secret(), &[]);
    let bot = Running(outliving_limits(&place, &program).spawn().unwrap());
    let card = ask_until(&discord, "primary", &ACME, "Wilhelmina Featherstone").await;
    let no_answer = button(&card, "No answer");

    // No more than the log has, and less than the index of a new log: the journal is opened anew after a failure.
    let room = place.file("callsheet.db.audit-wal").metadata().unwrap().len().min(32 * 1024 - 1);
    assert!(room > 4 * place.file("log").metadata().unwrap().len(), "the log needs room as well");
    limit(&bot, &room.to_string());
    check_refused(&discord, &place, &no_answer).await;
    limit(&bot, "unlimited");
    check_answered(&discord, &no_answer).await;
    let (verified, code) = said(&place, &["journal", "verify"]).await;
    assert_eq!(code, Some(0), "{verified}");
}

/// The same program, told of a write beyond its limit instead of ended by it.
#[cfg(target_os = "linux")]
fn outliving_limits(place: &Place, program: &Command) -> Command {
    let mut shell = Command::new("/bin/sh");
    shell.args(["-c", "trap '' XFSZ; exec \"$0\""]).arg(program.get_program()).env_clear();
    shell.envs(program.get_envs().filter_map(|(name, value)| Some((name, value?))));
    shell.current_dir(program.get_current_dir().unwrap()).stderr(place.appending("log"));
    shell
}

/// Sets the largest size of a file of the program.
#[cfg(target_os = "linux")]
fn limit(bot: &Running, bytes: &str) {
    let (process, limit) = (bot.0.id().to_string(), format!("--fsize={bytes}:unlimited"));
    assert!(Command::new("prlimit").args(["--pid", &process, &limit]).status().unwrap().success());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unopenable_required_journal_ends_the_start() {
    let (place, discord, it_glue) = (Place::new(), Discord::start(), Lookalike::start(small_account()).await.unwrap());
    let journal = place.file("callsheet.db.audit");
    fs::create_dir(&journal).unwrap();
    let (url, key) = (it_glue.url(), it_glue.key());
    let bot = place.start(&discord.url(), &url, key.expose_secret(), &[]);
    assert_eq!(bot.exit_code().await, Some(6));
    assert!(place.log().contains("callsheet.db.audit: it is a folder; use a file in it"), "{}", place.log());

    let before = place.log().len();
    let bot = place.start(&discord.url(), &url, key.expose_secret(), &[("AUDIT_REQUIRED", "off")]);
    discord.wait_for_session(1).await;
    let log = place.log()[before..].to_owned();
    assert_eq!(errors(&log).len(), 1, "{log}");
    assert!(errors(&log)[0].contains("cannot open the audit log: answers go without an entry"), "{log}");
    ask_until(&discord, "contact", &[("name", "wilhelmina")], "555-0142").await;

    fs::remove_dir(&journal).unwrap();
    discord.command(GUILD, "contact", &[("name", "barnaby")]).await;
    // Pending entries are in the journal when the bot has ended.
    assert_eq!(bot.terminate().await.0, Some(0), "{}", place.log());
    let contacts: Vec<_> = entries(&place.file("callsheet.db")).await.into_iter().map(|entry| entry.contacts).collect();
    assert!(contacts.len() == 1 && contacts[0].len() == 1, "{contacts:?}");
}

/// The users that the journal names as shown something.
async fn shown_to(place: &Place) -> BTreeSet<u64> {
    let shown = |entry: &Entry| entry.outcome == Outcome::Disclosed && !entry.contacts.is_empty();
    let entries = entries(&place.file("callsheet.db")).await;
    entries.into_iter().filter(shown).filter_map(|entry| entry.user).map(|user| user.0).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_killed_bot_has_shown_only_journaled_contacts() {
    let (place, discord, it_glue) = (Place::new(), Discord::start(), Lookalike::start(small_account()).await.unwrap());
    let mut random = fastrand::Rng::with_seed(7);
    let (mut users, mut answered_before) = (BTreeMap::new(), 0);
    for kill in 1..=KILLS {
        let mut bot = place.start(&discord.url(), &it_glue.url(), it_glue.key().expose_secret(), &[]);
        discord.wait_for_session(kill).await;
        ask_until(&discord, "contact", &[("name", "wilhelmina")], "555-0142").await;
        // Each by another user, to be recognised in the journal.
        for number in 0..200 {
            let mut question = interaction::command(Some(GUILD), "contact", &[("name", "wilhelmina")]);
            let user = 10_000 * kill + number;
            question["member"]["user"]["id"] = user.to_string().into();
            users.insert(discord.send(question).await, user);
        }
        let enough = answered_before + random.usize(1..150);
        discord.wait_for(enough, |seen| matches!(seen, Seen::Answered(id, _) if users.contains_key(id))).await;
        bot.kill();
        // Discord's 5 s between two logins do not matter here.
        tamper(&place.file("callsheet.db"), "DELETE FROM identifies").await;
        let shown = shown_to(&place).await;
        let seen = discord.seen();
        let answers = seen.iter().filter_map(|seen| match seen {
            Seen::Answered(id, body) => users.get(id).map(|user| (*user, body.to_string())),
            _ => None,
        });
        let answered: Vec<_> = answers.filter(|(_, body)| body.contains("555-0142")).map(|(user, _)| user).collect();
        assert!(answered.iter().all(|user| shown.contains(user)), "kill {kill}");
        answered_before = answered.len();
    }
    let shown = shown_to(&place).await.into_iter().filter(|user| *user >= 10_000).count();
    // Kills hit in the middle: only some were answered, and some entries were journaled without an answer.
    assert!(answered_before > 0 && answered_before < users.len() && shown > answered_before, "{shown}");
}
