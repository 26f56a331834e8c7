//! Changes of the policy file under the running program.

use std::fs;

use lookalike::Lookalike;
use secrecy::ExposeSecret;
use serde_json::Value;
use tokio::time::timeout;

use super::{GUILD, PATIENCE, Place, small_account};
use testkit::discord::{Discord, interaction};

/// One user who may look people up, and one who may not.
const ENGINEER: u64 = 1140;
const CURIOUS: u64 = 1141;

/// High enough that no repeated question is stopped.
const RULES: &str = "[brake]\nquestions_per_minute = 1000000\n[[access]]\nusers = [\"1140\"]\nexcept = [\"Globex*\"]\n[end]\nrevision = 3\n";

async fn says(discord: &Discord, user: u64) -> Value {
    let mut question = interaction::command(Some(GUILD), "contact", &[("name", "barnaby")]);
    question["member"]["user"]["id"] = user.to_string().into();
    discord.answer(discord.send(question).await).await
}

/// Asks as the user without access until the log has this line; no contact is shown meanwhile.
async fn sees_no_contact_until(place: &Place, discord: &Discord, logged: &str) {
    let asking = async {
        while !place.log().contains(logged) {
            let shown = says(discord, CURIOUS).await.to_string();
            assert!(!shown.contains("Quill"), "{shown}");
        }
    };
    timeout(PATIENCE, asking).await.unwrap_or_else(|_| panic!("never logged: {logged}\n{}", place.log()));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_policy_file_lost_in_part_opens_nothing_in_the_running_bot() {
    let (place, discord, it_glue) = (Place::new(), Discord::start(), Lookalike::start(small_account()).await.unwrap());
    let file = place.file("policy.toml");
    fs::write(&file, RULES).unwrap();
    let policy = [("CALLSHEET_CONFIG", "policy.toml")];
    let _bot = place.start(&discord.url(), &it_glue.url(), it_glue.key().expose_secret(), &policy);
    let synced = async { while !says(&discord, ENGINEER).await.to_string().contains("Quill") {} };
    timeout(PATIENCE, synced).await.unwrap();

    let cut = &RULES[..RULES.find("except").unwrap()];
    fs::write(&file, cut).unwrap();
    sees_no_contact_until(&place, &discord, "does not end with [end] any more").await;
    fs::write(&file, "").unwrap();
    sees_no_contact_until(&place, &discord, "line 1: the file does not say who may look anything up").await;
    fs::write(&file, RULES.replace("users", "#users")).unwrap();
    sees_no_contact_until(&place, &discord, "[[access]] number 1 grants what no single one did").await;
    fs::write(&file, "open = true\n[end]\nrevision = 3\n").unwrap();
    sees_no_contact_until(&place, &discord, "it opens everything to every member").await;
    fs::remove_file(&file).unwrap();
    sees_no_contact_until(&place, &discord, "the policy file cannot be read any more").await;
    assert!(says(&discord, ENGINEER).await.to_string().contains("Quill"), "the rules of before hold");

    // A higher limit too, so that the questions go on.
    fs::write(&file, "open = true\n[brake]\nquestions_per_minute = 1000000\n[end]\nrevision = 4\n").unwrap();
    let open = async { while !says(&discord, CURIOUS).await.to_string().contains("Quill") {} };
    timeout(PATIENCE, open).await.unwrap();
    let log = place.log();
    let told = log.lines().find(|line| line.contains("who may see what is another than before")).unwrap();
    assert!(told.contains("WARN") && told.contains("\"added\":1") && told.contains("\"removed\":1"), "{told}");
    assert!(!log.contains("Globex") && !log.contains("globex"), "{log}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_start_without_a_policy_file_says_what_that_means() {
    let (place, discord, it_glue) = (Place::new(), Discord::start(), Lookalike::start(small_account()).await.unwrap());
    let told = |place: &Place| {
        let log = place.log();
        let line = log.lines().find(|line| line.contains("WARN") && line.contains("look")).map(str::to_owned);
        line.unwrap_or_default()
    };
    let start =
        |policy: &[(&str, &str)]| place.start(&discord.url(), &it_glue.url(), it_glue.key().expose_secret(), policy);
    let bot = start(&[]);
    discord.wait_for_session(1).await;
    assert_eq!(bot.terminate().await.0, Some(0));
    let without = told(&place);
    assert!(
        without.contains("without a policy file every member") && without.contains("CALLSHEET_CONFIG"),
        "{without}"
    );
    assert!(without.contains("open = true") && without.contains("[[access]]"), "{without}");

    for (session, text, expected) in [
        (2, "open = true\n[end]", ""),
        (3, RULES, ""),
        (4, "open = false\n[end]", "by the policy file nobody may look anybody up"),
    ] {
        fs::remove_file(place.file("log")).unwrap();
        fs::write(place.file("policy.toml"), text).unwrap();
        let bot = start(&[("CALLSHEET_CONFIG", "policy.toml")]);
        discord.wait_for_session(session).await;
        assert_eq!(bot.terminate().await.0, Some(0));
        let told = told(&place);
        assert_eq!(told.is_empty(), expected.is_empty(), "{text}: {told}");
        assert!(told.contains(expected), "{text}: {told}");
    }

    let cut = format!("end_required = true\n{}", &RULES[..RULES.find("[end]").unwrap()]);
    for text in ["", "share = true\n[end]", &cut] {
        fs::write(place.file("policy.toml"), text).unwrap();
        assert_eq!(start(&[("CALLSHEET_CONFIG", "policy.toml")]).exit_code().await, Some(2), "{text}");
    }
}
