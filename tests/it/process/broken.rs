//! Tampering with the running program's audit journal is told to the caller, the operator and the log.

use std::fs;

use callsheet::store::key::Key;
use insta::assert_snapshot;
use lookalike::Lookalike;
use secrecy::ExposeSecret;

use super::{GUILD, Place, ask_until, output, small_account};
use crate::store::tamper;
use testkit::discord::{Discord, Seen};

const ALERTS: u64 = 1191;

const POLICY: &str = "open = true\n[brake]\nalert_channel = \"1191\"\n[end]\n";

const CUT: &str = "DROP TRIGGER IF EXISTS journal_delete; DELETE FROM journal WHERE seq > 1";

async fn verify(place: &Place, vars: &[(&str, &str)]) -> (String, Option<i32>) {
    let output = output(place.program(&["journal", "verify"], vars)).await;
    (String::from_utf8([output.stdout, output.stderr].concat()).unwrap(), output.status.code())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_operator_is_told_of_a_journal_cut_at_any_time() {
    let (place, discord, it_glue) = (Place::new(), Discord::start(), Lookalike::start(small_account()).await.unwrap());
    fs::write(place.file("policy.toml"), POLICY).unwrap();
    let (secret, key, journal) = (Key::generate().unwrap(), it_glue.key(), place.file("callsheet.db.audit"));
    let vars = [("CALLSHEET_CONFIG", "policy.toml"), ("CALLSHEET_KEY", secret.expose_secret())];
    let bot = place.start(&discord.url(), &it_glue.url(), key.expose_secret(), &vars);
    ask_until(&discord, "contact", &[("name", "wilhelmina")], "555-0142").await;
    let (verified, code) = verify(&place, &vars).await;
    assert!(verified.starts_with("intact from entry 1 up to ") && code == Some(0), "{verified}");

    tamper(&journal, CUT).await;
    let refused = discord.command(GUILD, "contact", &[("name", "wilhelmina")]).await.to_string();
    assert!(refused.contains("can't write to its audit log") && !refused.contains("Featherstone"), "{refused}");
    let posted = discord.posted(ALERTS).await;
    assert_snapshot!(posted["content"].as_str().unwrap(), @"
    🛑 The audit log no longer matches what the bot wrote: entries were cut off, changed or put back, or its file was damaged. Entry 2 records the break.
    The bot keeps answering. To see what can no longer be proven: `callsheet journal verify`. Keep the files next to the database as evidence.
    ");
    assert!(place.log().contains("the audit log is not as it was left"), "{}", place.log());
    let answered = discord.command(GUILD, "contact", &[("name", "wilhelmina")]).await.to_string();
    assert!(answered.contains("555-0142"), "{answered}");
    let (verified, code) = verify(&place, &vars).await;
    assert!(verified.contains("break at entry 2, ") && code == Some(8), "{verified}");

    assert_eq!(bot.terminate().await.0, Some(0), "{}", place.log());
    tamper(&journal, CUT).await;
    assert_eq!(verify(&place, &vars).await.1, Some(7));
    tamper(&place.file("callsheet.db"), "DELETE FROM identifies").await;
    let _bot = place.start(&discord.url(), &it_glue.url(), key.expose_secret(), &vars);
    discord.wait_for(2, |seen| matches!(seen, Seen::Posted(ALERTS, _))).await;
    let (verified, code) = verify(&place, &vars).await;
    assert!(verified.contains("break at entry 2, ") && code == Some(8), "{verified}");
    let log = place.log();
    assert_eq!(log.matches("the audit log is not as it was left: entries").count(), 2, "{log}");
    assert!(
        !["Wilhelmina", "Featherstone", "555-0142", secret.expose_secret()].iter().any(|told| log.contains(told)),
        "{log}"
    );
}
