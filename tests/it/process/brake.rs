//! The running program stops a user who looks up too many contacts, and alerts a channel.

use std::fs;

use insta::assert_snapshot;
use lookalike::Lookalike;
use lookalike::account::Account;
use secrecy::ExposeSecret;
use serde_json::Value;

use super::{GUILD, Place, ask_until};
use testkit::discord::{Discord, Refusal, Route, Seen, interaction};

const TECHNICIAN: u64 = 1140;
const ALERTS: u64 = 1_191;
const POLICY: &str = "open = true\n[brake]\ncontacts_per_hour = 2\nhold = \"30m\"\nalert_channel = \"1191\"\n[end]\n";

fn account() -> Account {
    let mut account = Account::default();
    account.now = Some("2026-01-05T08:00:00Z".parse().unwrap());
    let acme = account.add_organization("Acme Corporation");
    for (first, last) in [("Wilhelmina", "Featherstone"), ("Barnaby", "Quill"), ("Ottoline", "Vance")] {
        account.add_contact(acme, first, last).phone("Work", "4155550142");
    }
    account
}

/// The answer to a user with these permissions.
async fn says(discord: &Discord, user: u64, permissions: u64, name: &str, options: &[(&str, &str)]) -> Value {
    let mut question = interaction::command(Some(GUILD), name, options);
    question["member"]["user"]["id"] = user.to_string().into();
    question["member"]["permissions"] = permissions.to_string().into();
    discord.answer(discord.send(question).await).await
}

fn read(answer: &Value) -> String {
    let embed = &answer["data"]["embeds"][0];
    // Without the time of the sync, which the clock decides.
    let hint = embed["description"].as_str().unwrap().lines().next().unwrap();
    format!("{}\n{hint}", embed["title"].as_str().unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn hold_survives_restart_until_released() {
    let (place, discord, it_glue) = (Place::new(), Discord::start(), Lookalike::start(account()).await.unwrap());
    fs::write(place.file("policy.toml"), POLICY).unwrap();
    let policy = [("CALLSHEET_CONFIG", "policy.toml")];
    let key = it_glue.key();
    let mut bot = place.start(&discord.url(), &it_glue.url(), key.expose_secret(), &policy);
    let technician = async |name: [(&str, &str); 1]| says(&discord, TECHNICIAN, 0, "contact", &name).await;

    ask_until(&discord, "contact", &[("name", "wilhelmina")], "Featherstone").await;
    assert!(technician([("name", "barnaby")]).await.to_string().contains("Quill"));
    let refused = technician([("name", "ottoline")]).await;
    assert_snapshot!(read(&refused), @"
    Your lookups are paused
    You looked up more contacts in an hour than the bot allows. Try again in 30 minutes. Can't wait? Ask someone else with Manage Server to run /release.
    ");
    let posted = discord.posted(ALERTS).await;
    assert_snapshot!(posted["content"].as_str().unwrap(), @"
    🛑 <@1140> looked up more than 2 contacts in an hour. Their lookups are paused for 30 minutes.
    Is that fine? Resume their lookups with /release in the server where it happened. To see who they looked up: `callsheet journal report --user 1140`
    ");
    let suggestions = discord.autocomplete(GUILD, "contact", &[("name", "w")], "name").await;
    assert_snapshot!(suggestions["data"]["choices"][0]["name"].as_str().unwrap(), @"Your lookups are paused. Press Enter to see for how long.");
    assert!(says(&discord, 1141, 0, "contact", &[("name", "ottoline")]).await.to_string().contains("Vance"));

    bot.kill();
    let mut bot = place.start(&discord.url(), &it_glue.url(), key.expose_secret(), &policy);
    discord.wait_for_session(2).await;
    assert!(read(&technician([("name", "barnaby")]).await).starts_with("Your lookups are paused"));

    let release = [("user", "1140")];
    assert_snapshot!(read(&says(&discord, TECHNICIAN, 32, "release", &release).await), @"
    Your lookups are paused
    You looked up more contacts in an hour than the bot allows. Try again in 30 minutes. Can't wait? Ask someone else with Manage Server to run /release.
    ");
    assert_snapshot!(read(&says(&discord, 1141, 0, "release", &release).await), @"
    You don't have access
    The bot's access rules don't allow this in this channel. Ask your bot admin.
    ");
    let form = says(&discord, 1142, 32, "release", &release).await;
    let mut submit = interaction::submit(GUILD, form["data"]["custom_id"].as_str().unwrap(), &[("reason", "busy")]);
    (submit["member"]["user"]["id"], submit["member"]["permissions"]) = ("1142".into(), "32".into());
    assert_snapshot!(read(&discord.answer(discord.send(submit).await).await), @"
    <@1140> can look up contacts again in this server
    Their count in this server starts over. The audit log shows that you resumed their lookups, and why: a busy shift. Pauses in other servers stay.
    ");
    assert!(technician([("name", "ottoline")]).await.to_string().contains("Vance"));
    assert_eq!(discord.count(|seen| matches!(seen, Seen::Posted(..))), 1, "they are told once");

    bot.kill();
    let export = place.program(&["journal", "export", "--format", "csv"], &[]).output().unwrap();
    let export = String::from_utf8(export.stdout).unwrap();
    for written in
        [",1140,1000,1190,command,contact,", ",refused,too-many,", ",refused,on-hold,", ",1142,1000,1190,release,1140,"]
    {
        assert!(export.contains(written), "{written}: {export}");
    }
    for logged in [place.log(), export] {
        let personal = ["Featherstone", "Quill", "Ottoline", "barnaby"].into_iter().find(|name| logged.contains(name));
        assert_eq!(personal, None, "{logged}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_alert_costs_only_a_log_line() {
    let (place, discord, it_glue) = (Place::new(), Discord::start(), Lookalike::start(account()).await.unwrap());
    fs::write(place.file("policy.toml"), POLICY).unwrap();
    discord.refuse(Route::Message, [Refusal::code(403, 50_001)]);
    let bot = place.start(
        &discord.url(),
        &it_glue.url(),
        it_glue.key().expose_secret(),
        &[("CALLSHEET_CONFIG", "policy.toml")],
    );

    ask_until(&discord, "contact", &[("name", "wilhelmina")], "Featherstone").await;
    for (name, title) in [("barnaby", "Quill"), ("ottoline", "Your lookups are paused")] {
        assert!(says(&discord, TECHNICIAN, 0, "contact", &[("name", name)]).await.to_string().contains(title));
    }
    discord.posted(ALERTS).await;
    assert!(says(&discord, TECHNICIAN, 0, "vip", &[]).await.to_string().contains("Your lookups are paused"));
    assert_eq!(bot.terminate().await.0, Some(0));
    let log = place.log();
    let told = log.lines().find(|line| line.contains("cannot tell the alert channel")).expect("a line in the log");
    assert!(told.contains("1191") && told.contains("50001"), "{told}");
}
