//! The real program, started as an operator starts it, between an IT Glue and a Discord on this machine.

mod at_rest;
mod brake;
mod broken;
mod clicks;
mod environment;
mod journal;
mod lock;
mod playground;
mod policy;
mod question;
mod waiting;

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use insta::assert_snapshot;
use lookalike::Lookalike;
use lookalike::account::Account;
use lookalike::answers::Answer;
use lookalike::behaviour::Fault;
use secrecy::ExposeSecret;
use serde_json::Value;
use tempfile::TempDir;
use url::Url;

use testkit::discord::{Discord, Refusal, Route, Script, Seen, TOKEN, interaction};

const GUILD: u64 = 1000;

/// Only a failing test waits this long.
const PATIENCE: Duration = Duration::from_secs(30);

/// A folder to run in, with a database and nothing else.
struct Place(TempDir);

impl Place {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn file(&self, name: &str) -> std::path::PathBuf {
        self.0.path().join(name)
    }

    /// The program, with only the given environment.
    fn program(&self, arguments: &[&str], vars: &[(&str, &str)]) -> Command {
        let mut program = Command::new(env!("CARGO_BIN_EXE_callsheet"));
        program.args(arguments).current_dir(self.0.path()).env_clear().stdin(Stdio::null());
        program.envs(vars.iter().copied()).stdout(Stdio::piped()).stderr(Stdio::piped());
        program
    }

    /// Starts the bot; its log goes to a file.
    fn start(&self, discord: &Url, it_glue: &Url, key: &str, more: &[(&str, &str)]) -> Running {
        Running(self.bot(discord, it_glue, key, more).spawn().unwrap())
    }

    /// The bot, not yet started.
    fn bot(&self, discord: &Url, it_glue: &Url, key: &str, more: &[(&str, &str)]) -> Command {
        let guild = GUILD.to_string();
        let vars = [
            ("DISCORD_TOKEN", TOKEN),
            ("DISCORD_GUILD_IDS", &guild),
            ("DISCORD_API_URL", discord.as_str()),
            ("IT_GLUE_API_KEY", key),
            ("IT_GLUE_API_URL", it_glue.as_str()),
        ];
        let mut program = self.program(&[], &vars);
        program.envs(more.iter().copied()).stderr(self.appending("log"));
        program
    }

    fn appending(&self, name: &str) -> fs::File {
        fs::OpenOptions::new().create(true).append(true).open(self.file(name)).unwrap()
    }

    fn log(&self) -> String {
        fs::read_to_string(self.file("log")).unwrap()
    }
}

/// A running program; it is killed when dropped.
struct Running(Child);

impl Running {
    fn kill(&mut self) {
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }

    /// Stops the program as a supervisor does, and returns its exit code and the time it took.
    async fn terminate(self) -> (Option<i32>, Duration) {
        let told = Command::new("kill").args(["-TERM", &self.0.id().to_string()]).status().unwrap();
        assert!(told.success());
        let since = Instant::now();
        (self.exit_code().await, since.elapsed())
    }

    async fn exit_code(mut self) -> Option<i32> {
        let ended = tokio::task::spawn_blocking(move || self.0.wait().unwrap().code());
        tokio::time::timeout(PATIENCE, ended).await.unwrap().unwrap()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

async fn output(mut program: Command) -> Output {
    tokio::task::spawn_blocking(move || program.output().unwrap()).await.unwrap()
}

fn small_account() -> Account {
    let mut account = Account::default();
    account.now = Some("2026-01-05T08:00:00Z".parse().unwrap());
    let primary = account.add_contact_type("Primary Contact");
    let acme = account.add_organization("Acme Corporation");
    account
        .add_contact(acme, "Wilhelmina", "Featherstone")
        .of_type(primary)
        .title("Key Holder")
        .phone("Work", "4155550142");
    account.add_contact(acme, "Barnaby", "Quill").email("Work", "barnaby.quill@acme.example");
    account
}

/// Asks until the first sync is done, each time as another user because of the rate limit.
async fn ask_until(discord: &Discord, name: &str, options: &[(&str, &str)], part: &str) -> Value {
    let asking = async {
        for user in 9000.. {
            let mut question = interaction::command(Some(GUILD), name, options);
            question["member"]["user"]["id"] = u64::to_string(&user).into();
            if discord.answer(discord.send(question).await).await.to_string().contains(part) {
                break;
            }
        }
        discord.command(GUILD, name, options).await
    };
    tokio::time::timeout(PATIENCE, asking).await.unwrap_or_else(|_| panic!("never answered with {part}"))
}

#[tokio::test(flavor = "multi_thread")]
async fn the_bot_registers_syncs_answers_and_stops() {
    let (place, discord, it_glue) = (Place::new(), Discord::start(), Lookalike::start(small_account()).await.unwrap());
    let bot = place.start(&discord.url(), &it_glue.url(), it_glue.key().expose_secret(), &[]);

    ask_until(&discord, "primary", &[("organization", "acme")], "Wilhelmina Featherstone").await;
    discord.wait_for_commands(GUILD).await;
    let registered = discord.commands(GUILD).unwrap();
    let names: Vec<_> = registered.as_array().unwrap().iter().map(|command| command["name"].clone()).collect();
    assert_eq!(names, commands::manifests().into_iter().map(|manifest| manifest["name"].clone()).collect::<Vec<_>>());

    let suggestions = discord.autocomplete(GUILD, "contact", &[("name", "barn")], "name").await;
    let first = &suggestions["data"]["choices"][0];
    assert_eq!(first["name"], "Barnaby Quill · Acme Corporation");
    let card = discord.command(GUILD, "contact", &[("name", first["value"].as_str().unwrap())]).await;
    assert!(card.to_string().contains("barnaby.quill@acme.example"), "{card}");

    let (exit_code, took) = bot.terminate().await;
    assert_eq!(exit_code, Some(0), "{}", place.log());
    assert!(took < Duration::from_secs(5), "{took:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn after_a_kill_the_bot_answers_from_disk_without_it_glue() {
    let (place, discord) = (Place::new(), Discord::start());
    let mut it_glue = Lookalike::start(small_account()).await.unwrap();
    let mut bot = place.start(&discord.url(), &it_glue.url(), it_glue.key().expose_secret(), &[]);
    ask_until(&discord, "primary", &[("organization", "acme")], "Wilhelmina Featherstone").await;
    while !place.log().contains("registered the commands") {
        discord.command(GUILD, "vip", &[]).await;
    }
    bot.kill();

    it_glue.go_down().await;
    let registered = discord.count(|seen| matches!(seen, Seen::SentCommands(..)));
    let _bot = place.start(&discord.url(), &it_glue.url(), it_glue.key().expose_secret(), &[]);
    discord.wait_for_session(2).await;
    let answer = discord.command(GUILD, "primary", &[("organization", "acme")]).await;
    assert!(answer.to_string().contains("Wilhelmina Featherstone"), "{answer}");
    // Nothing has changed, so nothing is registered again.
    assert_eq!(discord.count(|seen| matches!(seen, Seen::SentCommands(..))), registered);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_kill_in_the_middle_of_a_sync_loses_nothing_but_that_sync() {
    let (place, discord, it_glue) = (Place::new(), Discord::start(), Lookalike::start(small_account()).await.unwrap());
    let (url, key) = (it_glue.url(), it_glue.key());
    let vars = [("IT_GLUE_API_URL", url.as_str()), ("IT_GLUE_API_KEY", key.expose_secret())];
    output(place.program(&["sync"], &vars)).await;

    // The last collection that a sweep reads never comes.
    it_glue.behave(|behaviour| (behaviour.only, behaviour.always) = ("/locations", Some(Fault::Hang)));
    let swept = it_glue.count("/locations");
    let mut half_way = Running(place.program(&["sync"], &vars).spawn().unwrap());
    let reached = async {
        while it_glue.count("/locations") == swept {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    tokio::time::timeout(PATIENCE, reached).await.unwrap();
    half_way.kill();

    it_glue.behave(|behaviour| behaviour.always = None);
    it_glue.edit(|account| {
        let acme = *account.organizations.keys().next().unwrap();
        account.add_contact(acme, "Ottilie", "Marsh").phone("Work", "4155550143");
    });
    let _bot = place.start(&discord.url(), &url, key.expose_secret(), &[]);
    let answer = discord.command(GUILD, "primary", &[("organization", "acme")]).await;
    assert!(answer.to_string().contains("Wilhelmina Featherstone"), "{answer}");
    ask_until(&discord, "contact", &[("name", "ottilie marsh")], "555-0143").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_copy_and_it_glue_the_bot_says_it_is_loading() {
    let (place, discord) = (Place::new(), Discord::start());
    let mut it_glue = Lookalike::start(small_account()).await.unwrap();
    it_glue.go_down().await;
    let _bot = place.start(&discord.url(), &it_glue.url(), it_glue.key().expose_secret(), &[]);
    let answer = discord.command(GUILD, "contact", &[("name", "barnaby")]).await;
    assert!(answer.to_string().contains("Contacts are still loading"), "{answer}");
    let other_guild = discord.command(GUILD + 1, "contact", &[("name", "barnaby")]).await;
    assert!(!other_guild.to_string().contains("Contacts are still loading"), "{other_guild}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_final_refusal_by_discord_has_its_own_exit_code() {
    let it_glue = Lookalike::start(small_account()).await.unwrap();
    for (script, exit_code) in [(4004, 3), (4013, 4), (4014, 4), (4003, 4), (4010, 4), (4011, 4), (4012, 4)]
        .map(|(close, code)| (Script::Close(close), code))
    {
        let (place, discord) = (Place::new(), Discord::start());
        discord.script([script]);
        let bot = place.start(&discord.url(), &it_glue.url(), it_glue.key().expose_secret(), &[]);
        assert_eq!(bot.exit_code().await, Some(exit_code), "{}", place.log());
        assert_eq!(discord.count(|seen| matches!(seen, Seen::Identified(_))), 1);
    }
    let (place, discord) = (Place::new(), Discord::start());
    discord.refuse(Route::Gateway, [Refusal::status(401)]);
    let bot = place.start(&discord.url(), &it_glue.url(), it_glue.key().expose_secret(), &[]);
    assert_eq!(bot.exit_code().await, Some(3));
    let log = place.log();
    assert!(log.contains("DISCORD_TOKEN") && !log.contains(TOKEN), "{log}");
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_personal_and_no_secret_is_logged_at_any_level() {
    let (place, discord, it_glue) = (Place::new(), Discord::start(), Lookalike::start(small_account()).await.unwrap());
    let key = it_glue.key();
    let bot = place.start(&discord.url(), &it_glue.url(), key.expose_secret(), &[("RUST_LOG", "trace")]);
    ask_until(&discord, "primary", &[("organization", "acme")], "Wilhelmina Featherstone").await;
    discord.command(GUILD, "contact", &[("name", "zebediah nobody")]).await;
    discord.autocomplete(GUILD, "contact", &[("name", "featherst")], "name").await;
    let (exit_code, _) = bot.terminate().await;
    assert_eq!(exit_code, Some(0));
    let log = place.log();
    assert!(log.contains("swept IT Glue: 2 contacts"), "{log}");
    let secrets = [
        "Wilhelmina",
        "Featherstone",
        "featherst",
        "4155550142",
        "555-0142",
        "Key Holder",
        "Barnaby",
        "barnaby",
        "Acme",
        "acme",
        "zebediah",
        "interaction-token",
        TOKEN,
        key.expose_secret(),
    ];
    for secret in secrets {
        let line = log.lines().find(|line| line.contains(secret));
        assert!(line.is_none(), "{secret} is in the log: {line:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sync_needs_no_discord_and_a_question_no_network() {
    let (place, mut it_glue) = (Place::new(), Lookalike::start(small_account()).await.unwrap());
    let (url, key) = (it_glue.url(), it_glue.key());
    let vars = [("IT_GLUE_API_URL", url.as_str()), ("IT_GLUE_API_KEY", key.expose_secret())];
    let synced = output(place.program(&["sync"], &vars)).await;
    assert_snapshot!(String::from_utf8(synced.stdout).unwrap(), @r"
    2 contacts (2 added, 0 changed, 0 removed), 1 organization (1 added, 0 changed, 0 removed)
    ");

    it_glue.go_down().await;
    let answered = output(place.program(&["ask", "/contact", "barnaby"], &[])).await;
    let shown = String::from_utf8(answered.stdout).unwrap();
    assert!(shown.starts_with("Barnaby Quill\n") && shown.contains("barnaby.quill@acme.example"), "{shown}");
    assert_eq!(answered.status.code(), Some(0));

    let again = output(place.program(&["sync"], &[("SYNC_INTERVAL", "5m")])).await;
    assert_eq!(again.status.code(), Some(2));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_emptying_sweep_waits_until_it_is_accepted() {
    let (place, it_glue) = (Place::new(), Lookalike::start(Account::generated(60, 3, 7)).await.unwrap());
    let (url, key) = (it_glue.url(), it_glue.key());
    let vars = [("IT_GLUE_API_URL", url.as_str()), ("IT_GLUE_API_KEY", key.expose_secret())];
    output(place.program(&["sync"], &vars)).await;
    it_glue.edit(|account| account.contacts.retain(|id, _| id % 2 == 0));
    let left = it_glue.edit(|account| account.contacts.len());

    let held_back = String::from_utf8(output(place.program(&["sync"], &vars)).await.stdout).unwrap();
    assert!(held_back.starts_with("60 contacts") && held_back.contains("sync --accept-removals"), "{held_back}");
    let accepted = output(place.program(&["sync", "--accept-removals"], &vars)).await;
    let accepted = String::from_utf8(accepted.stdout).unwrap();
    assert!(accepted.starts_with(&format!("{left} contacts")), "{accepted}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_operator_reads_what_is_wrong_and_what_to_do() {
    let place = Place::new();
    let said = async |arguments: &[&str], vars: &[(&str, &str)]| {
        let output = output(place.program(arguments, vars)).await;
        format!("{}exit code {}", String::from_utf8(output.stderr).unwrap(), output.status.code().unwrap())
    };
    assert_snapshot!(said(&["run"], &[]).await, @"
    callsheet: fix these settings:
      DISCORD_TOKEN: not set; needs the bot's token, from the Bot page of Discord's developer portal (or DISCORD_TOKEN_FILE, a file that holds it)
      DISCORD_GUILD_IDS: not set; needs the IDs of the Discord servers to serve, separated by commas
      IT_GLUE_API_KEY: not set; needs an API key, from Account > Settings > API Keys in IT Glue (or IT_GLUE_API_KEY_FILE, a file that holds it)
    exit code 2
    ");
    let misspelt = said(&["ask", "/contcat", "jane"], &[]).await;
    let names = "Did you mean /contact? Commands: /contact, /vip, ";
    assert!(misspelt.starts_with(&format!("callsheet: Unknown command. {names}")), "{misspelt}");
    assert!(misspelt.ends_with("Examples: callsheet ask help\nexit code 2"), "{misspelt}");
    assert_snapshot!(said(&["ask", "/vip"], &[]).await.replace(place.0.path().to_str().unwrap(), "…"), @r"
    callsheet: no database at …/callsheet.db: run `callsheet sync` or start the bot
    hint: DATABASE_URL sets the database; the default is callsheet.db in the working folder
    exit code 6
    ");
    fs::create_dir(place.file("folder")).unwrap();
    let refused = said(&["ask", "/vip"], &[("DATABASE_URL", "sqlite://folder")]).await;
    assert!(refused.contains("folder") && refused.ends_with("exit code 6"), "{refused}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_key_is_told_with_both_its_possible_reasons() {
    let (place, it_glue) = (Place::new(), Lookalike::start(small_account()).await.unwrap());
    it_glue.behave(|behaviour| behaviour.always = Some(Fault::Answer(Answer::forbidden())));
    let url = it_glue.url();
    let vars = [("IT_GLUE_API_URL", url.as_str()), ("IT_GLUE_API_KEY", "ITG.wrong")];
    let refused = output(place.program(&["sync"], &vars)).await;
    let said = String::from_utf8(refused.stderr).unwrap();
    assert!(said.contains("key") && said.contains("region") && !said.contains("ITG.wrong"), "{said}");
    assert_eq!(refused.status.code(), Some(5));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_env_file_fills_in_what_the_environment_lacks() {
    let (place, it_glue) = (Place::new(), Lookalike::start(small_account()).await.unwrap());
    let key = it_glue.key();
    let file = format!(
        "IT_GLUE_API_URL={}\nIT_GLUE_API_KEY='{}'\nDATABASE_URL=sqlite://from-file.db\n",
        it_glue.url(),
        key.expose_secret()
    );
    fs::write(place.file(".env"), file).unwrap();
    let synced = output(place.program(&["sync"], &[("DATABASE_URL", "sqlite://from-environment.db")])).await;
    assert_eq!(synced.status.code(), Some(0), "{}", String::from_utf8_lossy(&synced.stderr));
    assert!(Path::exists(&place.file("from-environment.db")) && !Path::exists(&place.file("from-file.db")));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_demo_answers_one_command_or_holds_a_conversation() {
    let place = Place::new();
    let one = output(place.program(&["demo", "--exec", "/primary acme"], &[])).await;
    let shown = String::from_utf8(one.stdout).unwrap();
    assert!(shown.contains("⤵️ Step 1 of ") && shown.contains(" at Acme Corporation: "), "{shown}");
    assert_eq!(String::from_utf8(one.stderr).unwrap(), "");

    fs::write(place.file("typed"), "/vip\nnext\n1\n/contact nam: jane\nquit\n").unwrap();
    let mut conversation = place.program(&["demo"], &[]);
    conversation.stdin(fs::File::open(place.file("typed")).unwrap());
    let shown = String::from_utf8(output(conversation).await.stdout).unwrap();
    for part in ["1500 contacts", "Page 1 of", "Page 2 of", "Email", "Did you mean name:?"] {
        assert!(shown.contains(part), "no {part} in {shown}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_demo_runs_several_commands_as_a_conversation() {
    let place = Place::new();
    let run = async |lines: &[&str]| {
        let lines = lines.iter().flat_map(|line| ["--exec", line]);
        let arguments: Vec<&str> = ["demo"].into_iter().chain(lines).collect();
        let Output { stdout, stderr, status } = output(place.program(&arguments, &[])).await;
        (String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap(), status.code())
    };
    let (out, told, code) = run(&["/contact id:25", "/who-looked jane doe", "/vip", "next", "2"]).await;
    assert_eq!((told.as_str(), code), ("", Some(0)));
    for part in
        ["Who looked up ", "1 person looked up", "on the bot's host · /contact", "Page 2 of", "--exec, or start"]
    {
        assert!(out.contains(part), "no {part} in {out}");
    }
    let (out, told, code) = run(&["/vip", "/contcat jane", "/vip"]).await;
    assert!(out.starts_with("VIPs") && out.matches("Page 1 of").count() == 1, "{out}");
    assert!(told.starts_with("callsheet: Unknown command. Did you mean /contact?"), "{told}");
    assert_eq!(code, Some(2));
    let (out, told, code) = run(&["/vip", "99"]).await;
    assert!(out.starts_with("VIPs") && told.contains("no entry with that number") && code == Some(2), "{told}");
    assert!(told.contains("[type a number from 1 to"), "{told}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_terminal_is_answered_in_the_requested_or_its_language() {
    let (place, it_glue) = (Place::new(), Lookalike::start(small_account()).await.unwrap());
    let (url, key) = (it_glue.url(), it_glue.key());
    output(place.program(&["sync"], &[("IT_GLUE_API_URL", url.as_str()), ("IT_GLUE_API_KEY", key.expose_secret())]))
        .await;
    for (wish, vars, said) in [
        (Some("de"), &[("LANG", "fr_FR.UTF-8")][..], "Keine Telefonnummer"),
        (Some("tlh"), &[("LANG", "fr_FR.UTF-8")], "No phone number"),
        (None, &[("LANG", "fr_FR.UTF-8")], "Aucun numéro de téléphone"),
        (None, &[("LC_MESSAGES", "es_MX"), ("LANG", "fr_FR.UTF-8")], "Sin número de teléfono"),
        (None, &[("LC_ALL", ""), ("LANG", "de_DE.UTF-8")], "Keine Telefonnummer"),
        (None, &[("LC_ALL", "C"), ("LANG", "de_DE.UTF-8")], "No phone number"),
        (None, &[], "No phone number"),
    ] {
        let arguments: Vec<&str> = ["ask"]
            .into_iter()
            .chain(wish.into_iter().flat_map(|code| ["--language", code]))
            .chain(["/contact", "barnaby"])
            .collect();
        let answered = output(place.program(&arguments, vars)).await;
        let shown = String::from_utf8(answered.stdout).unwrap();
        assert!(shown.contains(said), "{wish:?} {vars:?}: {shown}");
    }

    fs::write(place.file("typed"), "/vip\nsuivant\nquit\n").unwrap();
    let mut conversation = place.program(&["demo", "--language", "fr"], &[]);
    conversation.stdin(fs::File::open(place.file("typed")).unwrap());
    let shown = String::from_utf8(output(conversation).await.stdout).unwrap();
    for part in ["comme sur Discord", "Page 1 sur", "ou Suivant]", "Page 2 sur"] {
        assert!(shown.contains(part), "no {part} in {shown}");
    }
}
