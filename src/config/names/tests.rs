use super::*;

#[test]
fn a_misspelt_name_of_ours_is_told_from_others() {
    for (name, meant, is_slip) in [
        ("SYNC_INTERVALL", Some("SYNC_INTERVAL"), true),
        ("SNYC_INTERVAL", Some("SYNC_INTERVAL"), true),
        ("sync_interval", Some("SYNC_INTERVAL"), true),
        ("DISCORD-TOKEN", Some("DISCORD_TOKEN"), true),
        ("DISCORD_GUILD_ID", Some("DISCORD_GUILD_IDS"), true),
        ("DISCORD_GUILDS_ID", Some("DISCORD_GUILD_IDS"), true),
        ("ITGLUE_API_KEY", Some("IT_GLUE_API_KEY"), true),
        ("CALLSHEET_KEYFILE", Some("CALLSHEET_KEY_FILE"), true),
        ("CALSHEET_KEY", Some("CALLSHEET_KEY"), true),
        ("CALLSHEET_CONFG", Some("CALLSHEET_CONFIG"), true),
        ("JOURNAL_RETENTON", Some("JOURNAL_RETENTION"), true),
        ("LOGFORMAT", Some("LOG_FORMAT"), true),
        ("RUST_LOGS", Some("RUST_LOG"), true),
        ("IT_GLUE_KEY", Some("IT_GLUE_API_KEY"), false),
        ("DISCORD_BOT_TOKEN", Some("DISCORD_TOKEN"), false),
        ("DISCORD_GUILDS", Some("DISCORD_GUILD_IDS"), false),
        ("CALLSHEET_SOMETHING_ELSE", None, false),
    ] {
        let expected = UnreadVariable { name: name.to_owned(), meant: meant.map(str::to_owned), is_slip };
        assert_eq!(unread_variable(name), Some(expected), "{name}");
    }
}

#[test]
fn names_of_other_programs_are_ignored() {
    for name in [
        "PATH",
        "HOME",
        "LANG",
        "LC_ALL",
        "USER",
        "RUST_BACKTRACE",
        "RUST_LOG_STYLE",
        "JOURNAL_STREAM",
        "LOG_LEVEL",
        "DATABASE_HOST",
        "DATABASE_PASSWORD",
        "CACHE_DIR",
        "HTTP_PROXY",
        "HTTPS_PROXY",
        "NO_PROXY",
        "TERM",
        "TZ",
        "INVOCATION_ID",
        "HOSTNAME",
        "COMPOSE_PROJECT_NAME",
        "DEFAULT_REGION",
        "KEY",
        "TOKEN",
    ] {
        assert_eq!(unread_variable(name), None, "{name}");
    }
    for name in NAMES {
        assert_eq!(unread_variable(name), None, "{name}");
    }
}

#[test]
fn an_empty_value_is_not_set() {
    let vars = [("SYNC_INTERVALL", " "), ("CACHE_MAXAGE", "1d")].map(|(name, value)| (name.into(), value.into()));
    let names: Vec<String> =
        unread_variables(&vars.into()).into_iter().map(|unread_variable| unread_variable.name).collect();
    assert_eq!(names, ["CACHE_MAXAGE"]);
}
