//! Faults of the environment, as the operator reads them.

use std::fs;

use insta::assert_snapshot;
use lookalike::Lookalike;
use secrecy::ExposeSecret;

use super::{Place, output, small_account};
use testkit::discord::{Discord, TOKEN};

/// Standard error, without the folder's path.
async fn said(place: &Place, arguments: &[&str], vars: &[(&str, &str)]) -> String {
    let output = output(place.program(arguments, vars)).await;
    let said = String::from_utf8(output.stderr).unwrap();
    format!("{}exit code {}", said.replace(place.0.path().to_str().unwrap(), "…"), output.status.code().unwrap())
}

const FAULTS: [(&str, &str); 5] = [
    ("LOG_FORMAT", "xml"),
    ("RUST_LOG", "callsheet=loud"),
    ("SYNC_INTERVALL", "1m"),
    ("SWEEP_INTERVAL", "never"),
    ("DATABASE_URL", "postgres://db"),
];

#[tokio::test]
async fn all_faults_are_told_at_once_whichever_variable_has_them() {
    let place = Place::new();
    fs::write(place.file(".env"), "IT_GLUE_REGION=mars\nDISCORD_TOKEN=\"s3cret\n").unwrap();
    assert_snapshot!(said(&place, &["run"], &FAULTS).await, @"
    callsheet: fix these settings:
      .env: could not read the line after IT_GLUE_REGION; write NAME=value, and put values with spaces or # in single quotes
      DISCORD_TOKEN: not set; needs the bot's token, from the Bot page of Discord's developer portal (or DISCORD_TOKEN_FILE, a file that holds it)
      DISCORD_GUILD_IDS: not set; needs the IDs of the Discord servers to serve, separated by commas
      IT_GLUE_API_KEY: not set; needs an API key, from Account > Settings > API Keys in IT Glue (or IT_GLUE_API_KEY_FILE, a file that holds it)
      IT_GLUE_REGION: must be us, eu or au
      SWEEP_INTERVAL: must be a duration such as 90s, 5m or 6h
      DATABASE_URL: must be an SQLite URL, such as sqlite:///var/lib/callsheet/callsheet.db
      LOG_FORMAT: must be text or json
      RUST_LOG: must be directives such as callsheet=debug
      SYNC_INTERVALL: is not a setting; did you mean SYNC_INTERVAL?
    exit code 2
    ");
    let sync = said(&place, &["sync"], &FAULTS).await;
    for name in
        [".env", "LOG_FORMAT", "RUST_LOG", "SYNC_INTERVALL", "SWEEP_INTERVAL", "DATABASE_URL", "IT_GLUE_API_KEY"]
    {
        assert!(sync.contains(&format!("{name}: ")), "{name}: {sync}");
    }
}

#[tokio::test]
async fn a_question_is_answered_despite_wrong_log_settings() {
    let (place, it_glue) = (Place::new(), Lookalike::start(small_account()).await.unwrap());
    let (url, key) = (it_glue.url(), it_glue.key());
    let vars = [("IT_GLUE_API_URL", url.as_str()), ("IT_GLUE_API_KEY", key.expose_secret())];
    output(place.program(&["sync"], &vars)).await;
    assert_snapshot!(said(&place, &["ask", "/contact", "barnaby"], &FAULTS[..4]).await, @"
    callsheet: warning: LOG_FORMAT: must be text or json; it is ignored
    callsheet: warning: RUST_LOG: must be directives such as callsheet=debug; it is ignored
    callsheet: warning: SYNC_INTERVALL: is not a setting; did you mean SYNC_INTERVAL?
    exit code 0
    ");
    let answered = output(place.program(&["ask", "/contact", "barnaby"], &FAULTS[..4])).await;
    assert!(answered.stdout.starts_with(b"Barnaby Quill\n"));
    let demo = said(&place, &["demo", "--exec", "/vip"], &FAULTS[..2]).await;
    assert!(demo.contains("LOG_FORMAT") && demo.ends_with("exit code 0"), "{demo}");
}

#[tokio::test]
async fn an_unreadable_env_file_is_told_with_its_path() {
    let place = Place::new();
    fs::create_dir(place.file(".env")).unwrap();
    let folder = said(&place, &["ask", "/vip"], &[]).await;
    assert!(folder.contains(".env: …/.env is a folder, but must be a file") && folder.ends_with("code 2"), "{folder}");
    fs::remove_dir(place.file(".env")).unwrap();
    std::os::unix::fs::symlink(".env", place.file(".env")).unwrap();
    let link = said(&place, &["ask", "/vip"], &[]).await;
    assert!(link.contains(".env: …/.env could not be opened: ") && link.ends_with("code 2"), "{link}");
    let run = said(&place, &["run"], &[("LOG_FORMAT", "xml")]).await;
    assert!(
        run.contains(".env: …/.env could not") && run.contains("LOG_FORMAT") && run.contains("DISCORD_TOKEN"),
        "{run}"
    );
}

#[tokio::test]
async fn only_the_env_file_of_the_working_folder_is_read() {
    let place = Place::new();
    fs::write(place.file(".env"), "IT_GLUE_API_URL=http://127.0.0.1:1\nIT_GLUE_API_KEY=ITG.x\nDEFAULT_COUNTRY=XX\n")
        .unwrap();
    let here = said(&place, &["sync"], &[]).await;
    assert!(here.contains("DEFAULT_COUNTRY") || here.contains("127.0.0.1"), "{here}");
    fs::create_dir(place.file("below")).unwrap();
    let mut below = place.program(&["sync"], &[]);
    below.current_dir(place.file("below"));
    let output = output(below).await;
    assert_eq!(output.status.code(), Some(2));
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("IT_GLUE_API_KEY: not set") && !told.contains("127.0.0.1"), "{told}");
}

#[tokio::test]
async fn an_env_file_saved_by_an_editor_with_a_mark_is_read() {
    let (place, it_glue) = (Place::new(), Lookalike::start(small_account()).await.unwrap());
    let file =
        format!("\u{feff}IT_GLUE_API_URL={}\r\nIT_GLUE_API_KEY={}\r\n", it_glue.url(), it_glue.key().expose_secret());
    fs::write(place.file(".env"), file).unwrap();
    let synced = said(&place, &["sync"], &[]).await;
    assert!(synced.ends_with("exit code 0"), "{synced}");
}

#[tokio::test]
async fn an_address_off_this_machine_without_encryption_is_refused() {
    let place = Place::new();
    let vars = [
        ("DISCORD_TOKEN", TOKEN),
        ("DISCORD_GUILD_IDS", "1"),
        ("DISCORD_API_URL", "http://proxy.example"),
        ("IT_GLUE_API_KEY", "ITG.x"),
        ("IT_GLUE_API_URL", "http://10.1.2.3:8080"),
    ];
    let run = said(&place, &["run"], &vars).await;
    for name in ["DISCORD_API_URL", "IT_GLUE_API_URL"] {
        assert!(run.contains(&format!("{name}: must be https")), "{run}");
    }
    let sync = said(&place, &["sync"], &vars).await;
    assert!(sync.contains("IT_GLUE_API_URL: must be https") && sync.ends_with("exit code 2"), "{sync}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_start_warns_of_other_addresses_and_unread_names() {
    let (place, discord, it_glue) = (Place::new(), Discord::start(), Lookalike::start(small_account()).await.unwrap());
    let more = [("CALLSHEET_ENCRYPTION_KEY", "s3cret"), ("SYNC_INTERVAL", "5m"), ("SYNC_INTERVALL", "1m")];
    let bot = place.start(&discord.url(), &it_glue.url(), it_glue.key().expose_secret(), &more);
    discord.wait_for_session(1).await;
    assert_eq!(bot.terminate().await.0, Some(0));
    let log = place.log();
    let warned: Vec<&str> = log.lines().filter(|line| line.contains("WARN")).collect();
    for part in [
        format!("IT_GLUE_API_URL: sends everything to http://127.0.0.1:{}", it_glue.url().port().unwrap()),
        format!("DISCORD_API_URL: sends everything to http://127.0.0.1:{}", discord.url().port().unwrap()),
        "CALLSHEET_ENCRYPTION_KEY: is not a setting".to_owned(),
        "SYNC_INTERVALL: is not a setting; did you mean SYNC_INTERVAL?".to_owned(),
    ] {
        assert!(warned.iter().any(|line| line.contains(&part)), "{part}: {log}");
    }
    assert!(!log.contains("s3cret"), "{log}");
}

#[tokio::test]
async fn an_unusable_database_is_told_with_its_variable() {
    let (place, it_glue) = (Place::new(), Lookalike::start(small_account()).await.unwrap());
    let (url, key) = (it_glue.url(), it_glue.key());
    fs::create_dir(place.file("folder")).unwrap();
    for database in ["sqlite://folder", "sqlite://missing/callsheet.db", "sqlite:///proc/callsheet.db"] {
        let vars =
            [("IT_GLUE_API_URL", url.as_str()), ("IT_GLUE_API_KEY", key.expose_secret()), ("DATABASE_URL", database)];
        for arguments in [&["sync"][..], &["ask", "/vip"]] {
            let told = said(&place, arguments, &vars).await;
            assert!(told.contains("DATABASE_URL") && told.ends_with("exit code 6"), "{database}: {told}");
        }
    }
}
