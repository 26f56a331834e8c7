use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use super::audit::Audit;
use super::database::{Database, Rotation};
use super::logging::{LogFormat, Logging};
use super::{Ask, Checked, Run, Source, SyncOnce};

fn vars(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    pairs.iter().map(|&(name, value)| (name.to_owned(), value.to_owned())).collect()
}

fn files(path: &Path) -> io::Result<String> {
    match path.to_str() {
        Some("/secrets/key") => Ok("ITG.from-a-file\n".to_owned()),
        Some("/etc/callsheet.toml") => Ok("open = true\n[roles]\n\"Key Holder\" = \"primary\"\n[end]\n".to_owned()),
        Some("/secrets/key-by-an-editor") => Ok("\u{feff}ITG.from-a-file\r\n".to_owned()),
        Some("/etc/by-an-editor.toml") => {
            Ok("\u{feff}open = true\r\n[roles]\r\n\"Key Holder\" = \"primary\"\r\n[end]\r\n".to_owned())
        }
        Some("/secrets/database-key") => Ok("YW5vdGhlciBvbmUsIGp1c3QgYXMgd2VsbCBrbm93biE=\n".to_owned()),
        Some("/secrets/short-key") => Ok("YW5vdGhlciBvbmUsIGp1c3QgYXMgd2VsbCBr\n".to_owned()),
        Some("/secrets/empty") => Ok("\n".to_owned()),
        Some("/etc/misspelt.toml") => Ok("[rolls]\n\"Key Holder\" = \"primary\"\n".to_owned()),
        Some("/secrets/token") => Ok("a-token.of-the.bot\n".to_owned()),
        Some("/etc/unknown-role.toml") => Ok("[roles]\n\"Key Holder\" = \"boss\"\n".to_owned()),
        _ => Err(io::Error::from(io::ErrorKind::NotFound)),
    }
}

fn source(vars: &BTreeMap<String, String>) -> Source<'_> {
    Source { vars, faults: &[], read_file: &files }
}

fn checked(pairs: &[(&str, &str)]) -> Result<Checked<Run>, String> {
    Run::from_vars(source(&vars(pairs))).map_err(|faults| faults.to_string())
}

fn run(pairs: &[(&str, &str)]) -> Result<Run, String> {
    checked(pairs).map(|checked| checked.settings)
}

fn ask(pairs: &[(&str, &str)]) -> Result<Checked<Ask>, String> {
    Ask::from_vars(source(&vars(pairs))).map_err(|faults| faults.to_string())
}

const COMPLETE: [(&str, &str); 3] =
    [("DISCORD_TOKEN", "Bot token-1"), ("DISCORD_GUILD_IDS", "10, 20"), ("IT_GLUE_API_KEY", "ITG.key-1")];

fn complete_but(pairs: &[(&'static str, &'static str)]) -> Result<Run, String> {
    run(&with(pairs))
}

/// The minimum to run, and these.
fn with(pairs: &[(&'static str, &'static str)]) -> Vec<(&'static str, &'static str)> {
    let mut all: BTreeMap<_, _> = COMPLETE.into();
    all.extend(pairs.iter().copied());
    all.into_iter().collect()
}

/// The warnings of a bot that starts with these.
fn warned(pairs: &[(&'static str, &'static str)]) -> String {
    checked(&with(pairs)).unwrap().warnings.join("\n")
}

#[test]
fn three_variables_are_enough_to_run() {
    let run = run(&COMPLETE).unwrap();
    assert_eq!(run.discord.guilds.into_iter().collect::<Vec<_>>(), [10, 20]);
    assert_eq!(run.discord.api.as_str(), "https://discord.com/");
    assert_eq!(run.it_glue.api.as_str(), "https://api.itglue.com/");
    assert_eq!(run.database.path.to_str(), Some("callsheet.db"));
    assert_eq!((run.sync.delta_interval.as_secs(), run.sync.sweep_interval.as_secs()), (300, 21_600));
}

#[test]
fn everything_missing_is_reported_at_once() {
    insta::assert_snapshot!(run(&[("IT_GLUE_REGION", "mars"), ("SYNC_INTERVAL", "often")]).unwrap_err(), @"
    fix these settings:
      DISCORD_TOKEN: not set; needs the bot's token, from the Bot page of Discord's developer portal (or DISCORD_TOKEN_FILE, a file that holds it)
      DISCORD_GUILD_IDS: not set; needs the IDs of the Discord servers to serve, separated by commas
      IT_GLUE_API_KEY: not set; needs an API key, from Account > Settings > API Keys in IT Glue (or IT_GLUE_API_KEY_FILE, a file that holds it)
      IT_GLUE_REGION: must be us, eu or au
      SYNC_INTERVAL: must be a duration such as 90s, 5m or 6h
    ");
}

#[test]
fn a_fault_never_shows_the_value() {
    for name in [
        "DISCORD_GUILD_IDS",
        "DISCORD_API_URL",
        "IT_GLUE_REGION",
        "IT_GLUE_API_URL",
        "SYNC_INTERVAL",
        "SWEEP_INTERVAL",
        "SWEEP_REMOVAL_LIMIT",
        "DATABASE_URL",
        "CALLSHEET_CONFIG",
        "DEFAULT_COUNTRY",
        "AUDIT_REQUIRED",
        "JOURNAL_RETENTION",
        "DISCORD_TOKEN_FILE",
        "CACHE_MAX_AGE",
        "CALLSHEET_KEY_FILE",
    ] {
        let fault = complete_but(&[(name, "s3cr\u{e9}t?pasted#here")]).unwrap_err();
        let named = name.trim_end_matches("_FILE");
        assert!(fault.contains(named) && !fault.contains("s3cr") && !fault.contains("pasted"), "{name}: {fault}");
    }
}

#[test]
fn a_secret_may_come_from_a_file() {
    for file in ["/secrets/key", "/secrets/key-by-an-editor"] {
        let sync = SyncOnce::from_vars(source(&vars(&[("IT_GLUE_API_KEY_FILE", file)])));
        assert_eq!(secrecy::ExposeSecret::expose_secret(&sync.unwrap().settings.it_glue.key), "ITG.from-a-file");
    }
    let twice = complete_but(&[("IT_GLUE_API_KEY_FILE", "/secrets/key")]).unwrap_err();
    assert!(twice.contains("IT_GLUE_API_KEY: is set here and in"), "{twice}");
}

#[test]
fn secrets_do_not_show_in_debug_output() {
    let shown = format!("{:?}", run(&COMPLETE).unwrap());
    assert!(!shown.contains("token-1") && !shown.contains("ITG.key-1"), "{shown}");
}

#[test]
fn an_address_overrides_the_regions_address() {
    let address = |pairs| complete_but(pairs).unwrap().it_glue.api.to_string();
    assert_eq!(address(&[("IT_GLUE_REGION", "eu")]), "https://api.eu.itglue.com/");
    assert_eq!(address(&[("IT_GLUE_REGION", "AU")]), "https://api.au.itglue.com/");
    assert_eq!(
        address(&[("IT_GLUE_REGION", "au"), ("IT_GLUE_API_URL", "http://127.0.0.1:9001")]),
        "http://127.0.0.1:9001/"
    );
}

#[test]
fn blank_lines_of_a_copied_example_count_as_not_set() {
    let run = complete_but(&[("IT_GLUE_API_URL", ""), ("SYNC_INTERVAL", "  "), ("CALLSHEET_CONFIG", "")]).unwrap();
    assert_eq!(run.sync.delta_interval.as_secs(), 300);
}

#[test]
fn an_interval_is_neither_nothing_nor_without_end() {
    let interval = |text| complete_but(&[("SYNC_INTERVAL", text)]).map(|run| run.sync.delta_interval.as_secs());
    assert_eq!(interval("90s"), Ok(90));
    assert_eq!(interval("365d"), Ok(31_536_000));
    for refused in ["0s", "999ms", "366d", "500000000000y", "-5m", "5"] {
        assert!(interval(refused).unwrap_err().contains("SYNC_INTERVAL: must be "), "{refused}");
    }
}

#[test]
fn only_an_sqlite_file_will_do() {
    let path = |url| ask(&[("DATABASE_URL", url)]).map(|ask| ask.settings.database.path.display().to_string());
    assert_eq!(path("sqlite:///var/lib/a.db").unwrap(), "/var/lib/a.db");
    assert_eq!(path("sqlite://a.db").unwrap(), "a.db");
    assert_eq!(path("sqlite:a.db").unwrap(), "a.db");
    for refused in ["postgres://db/callsheet", "sqlite::memory:", "sqlite://", "a.db", "sqlite://a.db?mode=ro"] {
        assert!(path(refused).is_err(), "{refused}");
    }
}

#[test]
fn the_policy_file_is_strict_and_says_where_it_is_wrong() {
    for file in ["/etc/callsheet.toml", "/etc/by-an-editor.toml"] {
        assert!(complete_but(&[("CALLSHEET_CONFIG", file)]).is_ok(), "{file}");
    }
    let misspelt = complete_but(&[("CALLSHEET_CONFIG", "/etc/misspelt.toml")]).unwrap_err();
    assert!(misspelt.contains("line 1: unknown key") && misspelt.contains("roles"), "{misspelt}");
    assert!(
        misspelt.contains("line 1: the file does not say who may look anything up: write open = true"),
        "{misspelt}"
    );
    let role = complete_but(&[("CALLSHEET_CONFIG", "/etc/unknown-role.toml")]).unwrap_err();
    assert!(role.contains("line 2") && role.contains("end_user"), "{role}");
    let secret = complete_but(&[("CALLSHEET_CONFIG", "/secrets/token")]).unwrap_err();
    assert!(secret.contains("line 1") && !secret.contains("a-token"), "{secret}");
    let missing = complete_but(&[("CALLSHEET_CONFIG", "/etc/missing.toml")]).unwrap_err();
    assert!(missing.contains("CALLSHEET_CONFIG: could not read the file (/etc/missing.toml)"), "{missing}");
}

#[test]
fn the_default_country_is_none_or_one_that_exists() {
    let country = |code| complete_but(&[("DEFAULT_COUNTRY", code)]).map(|run| run.policy.default_country);
    assert_eq!(country(""), Ok(None));
    assert_eq!(country("de").unwrap().unwrap().code(), "DE");
    for refused in ["Germany", "DEU", "XX", "49"] {
        assert!(
            country(refused).unwrap_err().contains("DEFAULT_COUNTRY: must be a two-letter country code"),
            "{refused}"
        );
    }
}

#[test]
fn the_key_of_the_database_is_none_or_32_bytes_in_base64() {
    let key = |pairs: &[(&'static str, &'static str)]| complete_but(pairs).map(|run| run.database.key.is_some());
    assert_eq!(key(&[]), Ok(false));
    assert_eq!(key(&[("CALLSHEET_KEY", "YW5vdGhlciBvbmUsIGp1c3QgYXMgd2VsbCBrbm93biE=")]), Ok(true));
    assert_eq!(key(&[("CALLSHEET_KEY_FILE", "/secrets/database-key")]), Ok(true));
    for (name, value, fault) in [
        ("CALLSHEET_KEY", "YW5vdGhlciBvbmUs", "CALLSHEET_KEY: must be 32 bytes in base64"),
        ("CALLSHEET_KEY_FILE", "/secrets/short-key", "CALLSHEET_KEY: must be 32 bytes in base64"),
        ("CALLSHEET_KEY_FILE", "/secrets/empty", "CALLSHEET_KEY_FILE: points to an empty file (/secrets/empty)"),
        ("CALLSHEET_KEY_FILE", "/secrets/missing", "CALLSHEET_KEY_FILE: could not read the file (/secrets/missing)"),
    ] {
        let said = key(&[(name, value)]).unwrap_err();
        assert!(said.contains(fault) && !said.contains("YW5v"), "{said}");
    }
}

#[test]
fn the_journal_is_required_and_kept_for_good_unless_told() {
    let audit = |pairs: &[_]| complete_but(pairs).map(|run| run.audit);
    assert_eq!(audit(&[]), Ok(Audit { required: true, retention: None }));
    assert!(!audit(&[("AUDIT_REQUIRED", "Off")]).unwrap().required);
    assert!(audit(&[("AUDIT_REQUIRED", "on")]).unwrap().required);
    for refused in ["0", "no", "maybe"] {
        assert!(audit(&[("AUDIT_REQUIRED", refused)]).unwrap_err().contains("AUDIT_REQUIRED: must be on or off"));
    }
    let days = |text| audit(&[("JOURNAL_RETENTION", text)]).map(|audit| audit.retention.unwrap().as_secs() / 86_400);
    assert_eq!((days("365d"), days("7y")), (Ok(365), Ok(2556)));
    for refused in ["0s", "23h", "101y", "365", "all"] {
        assert!(days(refused).unwrap_err().contains("JOURNAL_RETENTION: must be a duration"), "{refused}");
    }
}

#[test]
fn a_key_is_rotated_from_one_that_is_set_to_one_in_a_file() {
    let rotation = |pairs: &[(&str, &str)], file: &str| {
        Rotation::from_vars(source(&vars(pairs)), Path::new(file)).map(drop).map_err(|faults| faults.to_string())
    };
    let old = ("CALLSHEET_KEY_FILE", "/secrets/database-key");
    assert_eq!(rotation(&[old], "/secrets/database-key"), Ok(()));
    insta::assert_snapshot!(rotation(&[], "/secrets/short-key").unwrap_err(), @"
    fix these settings:
      CALLSHEET_KEY: not set; needs the current key of the database (or CALLSHEET_KEY_FILE, a file that holds it)
      --new-key-file: must be 32 bytes in base64; create one with `callsheet key new`
    ");
}

#[test]
fn the_copy_is_kept_for_a_time_or_for_good() {
    let days =
        |text| complete_but(&[("CACHE_MAX_AGE", text)]).map(|run| run.sync.max_age.map(|age| age.as_secs() / 86_400));
    assert_eq!(days(""), Ok(Some(30)));
    assert_eq!(days("7d"), Ok(Some(7)));
    assert_eq!(days("off"), Ok(None));
    assert_eq!(days("OFF"), Ok(None));
    for refused in ["never", "0s", "400d", "-1d"] {
        let said = days(refused).unwrap_err();
        assert!(said.contains("CACHE_MAX_AGE: must be ") && said.contains("or off"), "{said}");
    }
}

#[test]
fn reading_the_journal_needs_no_more_than_the_database() {
    let vars = vars(&[("DATABASE_URL", "sqlite:///srv/a.db"), ("SYNC_INTERVAL", "nonsense")]);
    let read = Database::from_vars(source(&vars)).unwrap();
    assert_eq!(read.settings.path.to_str(), Some("/srv/a.db"));
}

#[test]
fn log_settings_are_taken_and_default_to_none() {
    let logging = |pairs: &[(&'static str, &'static str)]| checked(&with(pairs)).unwrap().logging;
    let unsaid = logging(&[("LOG_FORMAT", "")]);
    assert!(unsaid.format.is_none() && unsaid.filter.is_none());
    let said = logging(&[("LOG_FORMAT", "json"), ("RUST_LOG", "callsheet=debug")]);
    assert_eq!(said.format, Some(LogFormat::Json));
    assert_eq!(said.filter.unwrap().to_string(), "callsheet=debug");
}

const WRONG_LOG: [(&str, &str); 2] = [("LOG_FORMAT", "xml"), ("RUST_LOG", "callsheet=loud")];

#[test]
fn a_fault_of_the_log_hides_no_other_and_delays_no_question() {
    let faults = ["LOG_FORMAT: must be text or json", "RUST_LOG: must be directives such as callsheet=debug"];
    let mut all = WRONG_LOG.to_vec();
    all.extend([
        ("SYNC_INTERVAL", "often"),
        ("DEFAULT_COUNTRY", "XX"),
        ("ALLOW_HTTP", "maybe"),
        ("SYNC_INTERVALL", "1m"),
    ]);
    let told = run(&all).unwrap_err();
    for fault in ["DISCORD_TOKEN: not set", "IT_GLUE_API_KEY: not set", "SYNC_INTERVAL: must be a duration"]
        .into_iter()
        .chain(["DEFAULT_COUNTRY: must be", "ALLOW_HTTP: must be on or off", "SYNC_INTERVALL: is not a setting"])
        .chain(faults)
    {
        assert_eq!(told.matches(fault).count(), 1, "{fault}: {told}");
    }

    let mut unneeded = WRONG_LOG.to_vec();
    unneeded.extend([("SYNC_INTERVAL", "often"), ("IT_GLUE_REGION", "mars"), ("JOURNAL_RETENTION", "1s")]);
    let asked = ask(&unneeded).unwrap();
    assert!(asked.logging.format.is_none() && asked.settings.interval.as_secs() == 300);
    insta::assert_snapshot!(asked.warnings.join("\n"), @"
    SYNC_INTERVAL: must be a duration such as 90s, 5m or 6h; it is ignored
    LOG_FORMAT: must be text or json; it is ignored
    RUST_LOG: must be directives such as callsheet=debug; it is ignored
    ");
    let vars = vars(&WRONG_LOG);
    assert_eq!(Logging::alone(source(&vars)).warnings.len(), 2);
}

#[test]
fn unreadable_files_are_told_with_all_other_faults() {
    let (vars, faults) = (vars(&[("LOG_FORMAT", "xml")]), [".env: the first line cannot be read".to_owned()]);
    let source = Source { vars: &vars, faults: &faults, read_file: &files };
    let told = Run::from_vars(source).unwrap_err().to_string();
    for fault in [".env: the first line", "DISCORD_TOKEN: not set", "LOG_FORMAT: must be"] {
        assert!(told.contains(fault), "{told}");
    }
    assert!(Ask::from_vars(source).unwrap_err().to_string().contains(".env: the first line"));
    assert_eq!(Logging::alone(source).warnings.len(), 2, "what needs no setting goes on");
}

#[test]
fn a_misspelt_variable_is_refused_if_the_right_one_is_missing() {
    for (misspelt, meant) in [
        ("SYNC_INTERVALL", "SYNC_INTERVAL"),
        ("SWEEP_REMOVALS_LIMIT", "SWEEP_REMOVAL_LIMIT"),
        ("CALLSHEET_KEYS", "CALLSHEET_KEY"),
        ("CALLSHEET_KEYFILE", "CALLSHEET_KEY_FILE"),
        ("CALLSHEET_CONFIGS", "CALLSHEET_CONFIG"),
        ("AUDIT_REQUIRE", "AUDIT_REQUIRED"),
        ("JOURNAL_RETENTIONS", "JOURNAL_RETENTION"),
        ("CACHE_MAXAGE", "CACHE_MAX_AGE"),
        ("callsheet_config", "CALLSHEET_CONFIG"),
    ] {
        let told = complete_but(&[(misspelt, "s3cret")]).unwrap_err();
        let expected = format!("{misspelt}: is not a setting; did you mean {meant}?");
        assert!(told.contains(&expected) && !told.contains("s3cret"), "{told}");
    }
    let told = run(&[("DISCORD_BOT_TOKEN", "x"), ("IT_GLUE_KEY", "x")]).unwrap_err();
    for hint in ["DISCORD_BOT_TOKEN: is not a setting; did you mean DISCORD_TOKEN?", "IT_GLUE_API_KEY?"] {
        assert!(told.contains(hint), "{told}");
    }
}

#[test]
fn a_misspelt_optional_variable_is_only_warned_of() {
    insta::assert_snapshot!(warned(&[
        ("SYNC_INTERVAL", "5m"),
        ("SYNC_INTERVALL", "1m"),
        ("CALLSHEET_KEY_FILE", "/secrets/database-key"),
        ("CALLSHEET_KEYS", "x"),
        ("CALLSHEET_SOMETHING_ELSE", "red"),
        ("PATH", "/bin"),
    ]), @"
    CALLSHEET_KEYS: is not a setting; did you mean CALLSHEET_KEY?
    CALLSHEET_SOMETHING_ELSE: is not a setting
    SYNC_INTERVALL: is not a setting; did you mean SYNC_INTERVAL?
    ");
    let asked = ask(&[("SYNC_INTERVALL", "1m"), ("DISCORD_TOKENN", "x")]).unwrap();
    assert_eq!(asked.warnings.len(), 2, "{:?}", asked.warnings);
    assert!(ask(&[("DATABASE_ULR", "sqlite:///srv/a.db")]).unwrap_err().contains("did you mean DATABASE_URL?"));
    let vars = vars(&[("DATABASE_ULR", "sqlite:///srv/a.db")]);
    assert!(Database::path_from_vars(source(&vars)).is_err(), "another database would be wiped");
}

#[test]
fn a_path_is_shown_and_a_secret_in_its_place_is_not() {
    for (value, is_shown) in [
        ("/run/secrets/Missing", true),
        ("./Missing", true),
        ("missing", true),
        ("policy/Missing.toml", true),
        ("Token.txt", true),
        ("MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs", false),
        ("ITG.0123456789abcdef0123456789abcdef", false),
        ("YW5vdGhlciBvbmUsIGp1c3QgYXMgd2VsbCBrbm93biE=", false),
        ("/W5vdGhlciBvbmUsIGp1c3QgYXMgd2VsbCBrbm93biE=", false),
        ("0123456789abcdef0123456789abcdef0123456789abcdef", false),
    ] {
        for name in ["DISCORD_TOKEN_FILE", "CALLSHEET_KEY_FILE", "CALLSHEET_CONFIG"] {
            let told = run(&[(name, value)]).unwrap_err();
            assert!(
                told.contains(&format!("{name}: could not read the file")) && told.contains(value) == is_shown,
                "{told}"
            );
        }
    }
}

#[test]
fn secrets_leave_this_machine_encrypted_unless_allowed_not_to() {
    for name in ["IT_GLUE_API_URL", "DISCORD_API_URL"] {
        for url in
            ["http://proxy.example", "http://10.0.0.1:8080", "http://localhost.example", "HTTP://127.0.0.1.example"]
        {
            let told = complete_but(&[(name, url)]).unwrap_err();
            assert!(told.contains(&format!("{name}: must be https")) && told.contains("ALLOW_HTTP=on"), "{told}");
            assert!(complete_but(&[(name, url), ("ALLOW_HTTP", "off")]).is_err());
            let warned = warned(&[(name, url), ("ALLOW_HTTP", "on")]);
            assert!(warned.contains(&format!("{name}: is not https")), "{warned}");
        }
        for url in ["http://127.0.0.1:9000", "http://localhost:9000", "http://[::1]:9000", "https://proxy.example"] {
            let warned = warned(&[(name, url)]);
            assert!(!warned.contains("is not https") && warned.contains("own URL"), "{warned}");
        }
    }
    let sync = |url| SyncOnce::from_vars(source(&vars(&[("IT_GLUE_API_KEY", "ITG.key-1"), ("IT_GLUE_API_URL", url)])));
    assert!(sync("http://proxy.example").is_err() && sync("https://proxy.example").is_ok());
}

#[test]
fn another_address_than_the_usual_is_told_without_its_path() {
    assert_eq!(warned(&[]), "");
    let own = [("IT_GLUE_API_URL", "https://api.eu.itglue.com/"), ("DISCORD_API_URL", "https://discord.com")];
    assert_eq!(warned(&own), "");
    insta::assert_snapshot!(warned(&[
        ("IT_GLUE_API_URL", "https://proxy.example:8443/s3cret"),
        ("DISCORD_API_URL", "https://discord.com.example"),
    ]), @"
    DISCORD_API_URL: sends everything to https://discord.com.example, which is not the service's own URL
    IT_GLUE_API_URL: sends everything to https://proxy.example:8443, which is not the service's own URL
    ");
}

#[test]
fn warnings_beside_an_error_have_a_heading_of_their_own() {
    let said = ask(&[("DATABASE_URL", "postgres://db"), ("CALLSHEET_SOMETHING_ELSE", "red")]).unwrap_err();
    insta::assert_snapshot!(said, @"
    fix these settings:
      DATABASE_URL: must be an SQLite URL, such as sqlite:///var/lib/callsheet/callsheet.db
    warnings:
      CALLSHEET_SOMETHING_ELSE: is not a setting
    ");
}
