//! Measures the bot as a process: requests and time of a full sync, memory, restart to first answer, and the time from
//! an interaction's dispatch to its callback, for one user and for several at once, with the audit journal required and
//! not, beside a bare HTTP request on the same machine. Works in a folder of the current one: `/tmp` may be in memory,
//! and the journal is as fast as the disk.
//!
//! ```sh
//! cargo run --release --example bot_figures               # 100,000 contacts of 1,000 organizations
//! cargo run --release --example bot_figures -- 10000 200
//! ```

#![expect(clippy::print_stdout, reason = "its output is what it is for")]
#![expect(clippy::expect_used, reason = "a measurement that cannot go on has no result")]

mod discord;

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Child, Command};
use std::time::{Duration, Instant};

use anyhow::Context as _;
use callsheet::lookalike::Lookalike;
use callsheet::lookalike::account::Account;
use callsheet::{bot, config};
use futures_util::{StreamExt as _, stream};
use secrecy::ExposeSecret as _;
use serde_json::json;

use crate::discord::{Discord, GUILD, command};

/// Of each kind of interaction: a 99th percentile then rests on twenty.
const SAMPLES: usize = 2000;

/// The kinds take turns this often, so that other work on the machine affects all of them.
const ROUNDS: usize = 20;

/// Users who ask at the same time.
const USERS: [usize; 2] = [1, 16];

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if arguments.first().is_some_and(|argument| argument == "bot") {
        return be_the_bot().await;
    }
    let number = |place: usize, default| arguments.get(place).map_or(Ok(default), |text| text.parse());
    let (contacts, organizations) = (number(0, 100_000)?, number(1, 1000)?);
    let folder = tempfile::tempdir_in(".")?;
    let it_glue = Lookalike::start(Account::generated(contacts, organizations, 20)).await?;
    let discord = Discord::start().await?;

    let start = Instant::now();
    let mut bot = Bot::start(&discord, &it_glue, folder.path(), "on")?;
    discord.wait_for_session(1).await?;
    discord.wait_for_account().await;
    let minimum = contacts.div_ceil(1000) + organizations.div_ceil(1000) + 2;
    let requests = it_glue.requests().len();
    println!("{contacts} contacts, {organizations} organizations");
    println!("full sync: {:.1} s, {requests} requests (at least {minimum} are needed)", start.elapsed().as_secs_f64());
    println!("resident memory after the sync: {} MB, at its peak {} MB", bot.memory("VmRSS")?, bot.memory("VmHWM")?);

    measure(&discord, &it_glue).await?;
    println!("resident memory after that: {} MB", bot.memory("VmRSS")?);

    // Discord lets a bot identify once in 5 s, which is not measured here.
    tokio::time::sleep(Duration::from_secs(6)).await;
    bot.kill()?;
    drop(it_glue);
    let start = Instant::now();
    let gone = Lookalike::start(Account::default()).await?;
    gone.behave(|behaviour| behaviour.always = Some(callsheet::lookalike::behaviour::Fault::Hang));
    let mut bot = Bot::start(&discord, &gone, folder.path(), "on")?;
    discord.wait_for_session(2).await?;
    discord.wait_for_account().await;
    println!("restart to first answer from disk: {:.2} s", start.elapsed().as_secs_f64());
    println!("resident memory after the restart: {} MB, at its peak {} MB", bot.memory("VmRSS")?, bot.memory("VmHWM")?);
    bot.kill()
}

async fn be_the_bot() -> anyhow::Result<()> {
    let vars = std::env::vars().collect();
    let source = config::Source { vars: &vars, faults: &[], read_file: &|path| std::fs::read_to_string(path) };
    Ok(Box::pin(bot::run(config::Run::from_vars(source)?.settings, std::future::pending())).await?)
}

/// Full names and typed beginnings of names, of contacts all over the account.
fn names(it_glue: &Lookalike) -> (Vec<String>, Vec<String>) {
    let names: Vec<String> = it_glue.edit(|account| {
        let step = (account.contacts.len() / SAMPLES).max(1);
        let full = |(first, last): (Option<&String>, Option<&String>)| Some(format!("{} {}", first?, last?));
        let people = account.contacts.values().step_by(step);
        people.filter_map(|contact| full((contact.first_name.as_ref(), contact.last_name.as_ref()))).collect()
    });
    let typed = |(length, name): (usize, &String)| name.chars().take(1 + length % 8).collect();
    let letters = names.iter().enumerate().map(typed).collect();
    (names, letters)
}

/// Asks the bot and, in turns, another one that does not wait for its journal.
async fn measure(required: &Discord, it_glue: &Lookalike) -> anyhow::Result<()> {
    let folder = tempfile::tempdir_in(".")?;
    let not_required = Discord::start().await?;
    let _bot = Bot::start(&not_required, it_glue, folder.path(), "off")?;
    not_required.wait_for_session(1).await?;
    not_required.wait_for_account().await;
    // Plain HTTP does not use it, but the client requires one; a second installation fails, which is fine.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let client = reqwest::Client::builder().no_proxy().timeout(Duration::from_secs(5)).build()?;
    let bare = format!("{}/api/v10/interactions/0/token/callback", required.url);

    let (names, letters) = names(it_glue);
    let share = names.len().div_ceil(ROUNDS);
    println!("{:<42}{:>12}{:>12}{:>12}", "dispatch to callback, ms", "median", "p99", "most");
    for users in USERS {
        let mut times: BTreeMap<&str, Vec<Duration>> = BTreeMap::new();
        for round in 0..ROUNDS {
            let mut turns = [
                ("/contact, journal required", required, 2, &names),
                ("/contact, journal not waited for", &not_required, 2, &names),
                ("keystroke, journal required", required, 4, &letters),
                ("keystroke, journal not waited for", &not_required, 4, &letters),
            ];
            turns.rotate_left(round % 4);
            for (what, discord, kind, words) in turns {
                let asked = words.iter().skip(round * share).take(share).map(|word| command(kind, word));
                let answers = stream::iter(asked).map(|interaction| discord.ask(interaction)).buffer_unordered(users);
                let took: Vec<Duration> = answers.map(|(took, _)| took).collect().await;
                times.entry(what).or_default().extend(took);
            }
            let requests = stream::iter(0..share).map(async |_| {
                let start = Instant::now();
                client.post(&bare).json(&json!({ "type": 4 })).send().await?;
                anyhow::Ok(start.elapsed())
            });
            let took: Vec<anyhow::Result<Duration>> = requests.buffer_unordered(users).collect().await;
            let took: anyhow::Result<Vec<Duration>> = took.into_iter().collect();
            times.entry("a bare request for comparison").or_default().extend(took?);
        }
        println!("{users} at once, {} times each", names.len());
        for (what, mut times) in times {
            times.sort_unstable();
            let at = |share: usize| times[(times.len() - 1) * share / 1000].as_secs_f64() * 1000.0;
            println!("  {what:<40}{:>12.2}{:>12.2}{:>12.2}", at(500), at(990), at(1000));
        }
    }
    Ok(())
}

/// No user asks as fast as this measures.
const POLICY: &str = "open = true\n[brake]\ncontacts_per_hour = 4000000000\nquestions_per_minute = 400000000\n[end]";

struct Bot(Child);

impl Bot {
    fn start(discord: &Discord, it_glue: &Lookalike, folder: &Path, audit_required: &str) -> anyhow::Result<Self> {
        std::fs::write(folder.join("policy.toml"), POLICY)?;
        let mut command = Command::new(std::env::current_exe()?);
        command.arg("bot").current_dir(folder).env("CALLSHEET_CONFIG", "policy.toml");
        command.env("DISCORD_TOKEN", "token").env("DISCORD_GUILD_IDS", GUILD.to_string());
        command.env("DISCORD_API_URL", &discord.url).env("IT_GLUE_API_URL", it_glue.url().as_str());
        command.env("AUDIT_REQUIRED", audit_required);
        command.env("IT_GLUE_API_KEY", it_glue.key().expose_secret());
        Ok(Self(command.spawn()?))
    }

    /// A line of the process's status, in MB.
    fn memory(&self, line: &str) -> anyhow::Result<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.0.id()))?;
        let value = status.lines().find_map(|text| text.strip_prefix(line)).context("no such line")?;
        Ok(value.trim_matches(|char: char| !char.is_ascii_digit()).parse::<u64>()? / 1024)
    }

    fn kill(&mut self) -> anyhow::Result<()> {
        self.0.kill()?;
        self.0.wait()?;
        Ok(())
    }
}

impl Drop for Bot {
    fn drop(&mut self) {
        // Needed if the measuring broke off; otherwise the process is gone already.
        let _ = self.kill();
    }
}
