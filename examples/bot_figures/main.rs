//! Measures the bot as a process: requests and time of a full sync, memory, restart to first answer, and the time from an
//! interaction's dispatch to its callback, for one user and for several at once, with the audit journal required and not,
//! and for a caller with one grant and with hundreds, beside the time of a bare HTTP request on the same machine. Answers a
//! second are of both processes on the machine's cores; the processor's time is the bot's alone. All of it is in a folder of
//! the current one: `/tmp` may be no disk at all, and the journal is as fast as the disk.
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
use callsheet::{bot, config};
use futures_util::{StreamExt as _, stream};
use lookalike::Lookalike;
use lookalike::account::Account;
use secrecy::ExposeSecret as _;
use serde_json::json;

use crate::discord::{Discord, GUILD, ROLES, command};

/// Interactions of each kind: a 99th percentile then rests on twenty.
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
    write_policy(folder.path(), &it_glue)?;
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

    let names = names(&it_glue);
    measure(&discord, &bot, &it_glue, &names).await?;
    println!("resident memory after that: {} MB", bot.memory("VmRSS")?);

    // Discord lets a bot identify once in 5 s, which is not measured here.
    tokio::time::sleep(Duration::from_secs(6)).await;
    bot.kill()?;
    drop(it_glue);
    let start = Instant::now();
    let gone = Lookalike::start(Account::default()).await?;
    gone.behave(|behaviour| behaviour.always = Some(lookalike::behaviour::Fault::Hang));
    let mut bot = Bot::start(&discord, &gone, folder.path(), "on")?;
    discord.wait_for_session(2).await?;
    discord.wait_for_account().await;
    println!("restart to first answer from disk: {:.2} s", start.elapsed().as_secs_f64());
    let (names, _) = names;
    let mut cards = Vec::new();
    for name in names.iter().take(LATER + 1) {
        cards.push(discord.ask(command(2, name, &ROLES[..1])).await.0);
    }
    let first = cards.remove(0).as_secs_f64() * 1000.0;
    cards.sort_unstable();
    println!(
        "the first card after that: {first:.2} ms, the median of {LATER} later ones: {:.2} ms",
        millis(cards[LATER / 2])
    );
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

/// What a row's answers have cost.
#[derive(Default)]
struct Cost {
    each: Vec<Duration>,
    took: Duration,
    /// The bot's processor time, in all its threads.
    processor: Duration,
}

/// Asks the bot, and beside it another one that does not wait for its journal, in turns.
async fn measure(
    required: &Discord,
    bot: &Bot,
    it_glue: &Lookalike,
    (names, letters): &(Vec<String>, Vec<String>),
) -> anyhow::Result<()> {
    let folder = tempfile::tempdir_in(".")?;
    write_policy(folder.path(), it_glue)?;
    let not_required = Discord::start().await?;
    let other = Bot::start(&not_required, it_glue, folder.path(), "off")?;
    not_required.wait_for_session(1).await?;
    not_required.wait_for_account().await;
    // Plain HTTP does not use it, but the client requires one; a second installation fails, which is fine.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let client = reqwest::Client::builder().no_proxy().timeout(Duration::from_secs(5)).build()?;
    let bare = format!("{}/api/v10/interactions/0/token/callback", required.url);

    let share = names.len().div_ceil(ROUNDS);
    println!(
        "{:<42}{:>9}{:>9}{:>9}{:>9}{:>14}",
        "dispatch to callback, ms", "median", "p99", "most", "a second", "processor, ms"
    );
    for users in USERS {
        let mut costs: BTreeMap<&str, Cost> = BTreeMap::new();
        for round in 0..ROUNDS {
            let (here, there) = ((required, bot), (&not_required, &other));
            let (one, many) = (&ROLES[..1], &ROLES[1..]);
            let mut turns = [
                ("/contact, journal required", here, 2, names, one),
                ("/contact, a caller with hundreds of grants", here, 2, names, many),
                ("/contact, journal not waited for", there, 2, names, one),
                ("keystroke, journal required", here, 4, letters, one),
                ("keystroke, a caller with hundreds of grants", here, 4, letters, many),
                ("keystroke, journal not waited for", there, 4, letters, one),
            ];
            turns.rotate_left(round % 6);
            for (what, (discord, bot), kind, words, roles) in turns {
                let cost = costs.entry(what).or_default();
                let (start, before) = (Instant::now(), bot.processor()?);
                let asked = words.iter().skip(round * share).take(share).map(|word| command(kind, word, roles));
                let answers = stream::iter(asked).map(|interaction| discord.ask(interaction)).buffer_unordered(users);
                cost.each.extend(answers.map(|(took, _)| took).collect::<Vec<_>>().await);
                cost.took += start.elapsed();
                cost.processor += bot.processor()?.saturating_sub(before);
            }
            let start = Instant::now();
            let requests = stream::iter(0..share).map(async |_| {
                let start = Instant::now();
                client.post(&bare).json(&json!({ "type": 4 })).send().await?;
                anyhow::Ok(start.elapsed())
            });
            let took: Vec<anyhow::Result<Duration>> = requests.buffer_unordered(users).collect().await;
            let cost = costs.entry("a bare request for comparison").or_default();
            cost.each.extend(took.into_iter().collect::<anyhow::Result<Vec<Duration>>>()?);
            cost.took += start.elapsed();
        }
        println!("{users} at once, {} times each", names.len());
        for (what, Cost { mut each, took, processor }) in costs {
            each.sort_unstable();
            let (count, at) =
                (u32::try_from(each.len())?, |share: usize| millis(each[(each.len() - 1) * share / 1000]));
            let (rate, processor) = (f64::from(count) / took.as_secs_f64(), millis(processor / count));
            println!("  {what:<44}{:>5.2}{:>9.2}{:>9.2}{rate:>9.0}{processor:>14.3}", at(500), at(990), at(1000));
        }
    }
    Ok(())
}

fn millis(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}

/// Cards after the first one that it is compared with.
const LATER: usize = 50;

/// Higher than any rate at which users ask.
const LIMITS: &str = "[brake]\ncontacts_per_hour = 4000000000\nquestions_per_minute = 400000000\n[end]";

/// Organizations that each of the many grants is about. Together they are about as many as the one grant beside them.
const EACH: usize = 3;

/// One grant for the first role, and a grant for each of the others, which together see the same.
fn policy(ids: &[u64]) -> String {
    let rule = |role: u64, ids: &[u64]| format!("[[access]]\nroles = [\"{role}\"]\norganizations = {ids:?}\n");
    let [one, many @ ..] = ROLES;
    let parts: Vec<&[u64]> = ids.chunks(EACH).take(many.len()).collect();
    let rules = many.iter().zip(&parts).map(|(role, part)| rule(*role, part));
    rule(one, &parts.concat()) + &rules.collect::<String>() + LIMITS
}

fn write_policy(folder: &Path, it_glue: &Lookalike) -> anyhow::Result<()> {
    let ids: Vec<u64> = it_glue.edit(|account| account.organizations.keys().copied().collect());
    Ok(std::fs::write(folder.join("policy.toml"), policy(&ids))?)
}

struct Bot(Child);

impl Bot {
    fn start(discord: &Discord, it_glue: &Lookalike, folder: &Path, audit_required: &str) -> anyhow::Result<Self> {
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

    /// For how long the process has run on any core.
    fn processor(&self) -> anyhow::Result<Duration> {
        let mut all = Duration::ZERO;
        for thread in std::fs::read_dir(format!("/proc/{}/task", self.0.id()))? {
            // A thread may end just now.
            let Ok(times) = std::fs::read_to_string(thread?.path().join("schedstat")) else { continue };
            all += Duration::from_nanos(times.split(' ').next().context("no time")?.parse()?);
        }
        Ok(all)
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
