//! The program with a key: nothing personal in its files and its log, and the operator's key commands.

use std::collections::BTreeSet;
use std::os::unix::fs::PermissionsExt;

use callsheet::store::Store;
use callsheet::store::key::Key;
use secrecy::ExposeSecret;

use super::*;
use crate::store::tamper;
use testkit::files::{content, found, pieces, texts};

fn new_key() -> String {
    Key::generate().unwrap().expose_secret().to_owned()
}

/// Many people, some with names that no log line and no library contains by chance.
fn large_account() -> Account {
    let mut account = Account::generated(80, 4, 7);
    account.now = Some("2026-01-05T08:00:00Z".parse().unwrap());
    let organization = account.add_organization("Quixby Horticulture");
    account.add_location(organization, "Glasshouse Seven").city = Some("Port Quixby".to_owned());
    for (first, last) in [("Wilhelmina", "Featherstone"), ("Barnaby", "Quillfeather"), ("Zo\u{eb}", "O'Mbongo-Strauß")]
    {
        let contact = account.add_contact(organization, first, last);
        contact.notes = Some(format!("<p>Ask {last} about the gate code.</p>"));
        contact.title("NotebookStore of the Glasshouse").phone("Work", "4155550142");
    }
    account
}

#[tokio::test(flavor = "multi_thread")]
async fn with_a_key_nothing_personal_is_in_files_or_log() {
    let (place, discord, it_glue) = (Place::new(), Discord::start(), Lookalike::start(large_account()).await.unwrap());
    let (key, database) = (new_key(), place.file("callsheet.db"));
    let vars = [("CALLSHEET_KEY", key.as_str()), ("RUST_LOG", "trace"), ("SYNC_INTERVAL", "1s")];
    let mut bot = place.start(&discord.url(), &it_glue.url(), it_glue.key().expose_secret(), &vars);
    ask_until(&discord, "contact", &[("name", "featherstone")], "Wilhelmina Featherstone").await;
    let store = Store::open_with_key(&database, Key::parse(&key).as_ref()).await.unwrap();
    let records = store.load().await.unwrap().records;
    let (mut all, mut pieces) = (texts(&records), pieces(&records));
    store.close().await;

    // Deltas: one contact added, one changed; then look-ups, which are remembered, and a kill.
    it_glue.edit(|account| {
        account.now = None;
        let (organization, first) =
            (*account.organizations.keys().last().unwrap(), *account.contacts.keys().next().unwrap());
        account.add_contact(organization, "Ottilie", "Marshwiggle").email("Work", "ottilie@quixby.example");
        account.change_contact(first).unwrap().title("Newly appointed Beekeeper");
    });
    ask_until(&discord, "contact", &[("name", "marshwiggle")], "Ottilie Marshwiggle").await;
    discord.autocomplete(GUILD, "contact", &[("name", "quillf")], "name").await;
    discord.command(GUILD, "contact", &[("name", "zebediah nobody")]).await;
    discord.command(GUILD, "primary", &[("organization", "quixby")]).await;
    let mut scan = async |when: &str| {
        let store = Store::open_with_key(&database, Key::parse(&key).as_ref()).await.unwrap();
        let records = store.load().await.unwrap().records;
        all.extend(texts(&records));
        pieces.extend(testkit::files::pieces(&records));
        store.close().await;
        for expected in ["Ottilie", "Marshwiggle", "ottilie@quixby.example", "Newly appointed Beekeeper", "Port Quixby"]
        {
            assert!(all.contains(expected), "{expected}");
        }
        assert_eq!(found(&all, content(&database)), BTreeSet::new(), "in the files, {when}");
        let log = place.log();
        assert!(log.contains("swept IT Glue: 83 contacts"), "{log}");
        let typed = ["zebediah", "quillf", key.as_str(), TOKEN, it_glue.key().expose_secret()].map(str::to_owned);
        assert_eq!(found(all.iter().chain(&pieces).chain(&typed), &log), BTreeSet::new(), "in the log, {when}");
    };
    scan("while it runs").await;
    bot.kill();
    scan("killed").await;

    let bot = place.start(&discord.url(), &it_glue.url(), it_glue.key().expose_secret(), &vars);
    discord.wait_for_session(2).await;
    ask_until(&discord, "contact", &[("name", "quillfeather")], "Barnaby Quillfeather").await;
    assert_eq!(bot.terminate().await.0, Some(0));
    scan("stopped").await;
    let files = fs::read_dir(place.0.path()).unwrap().map(|file| file.unwrap().path());
    for file in files.filter(|file| file.display().to_string().contains("callsheet.db")) {
        assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o600, "{}", file.display());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_key_the_bot_warns_once_and_says_how_to_make_one() {
    let (place, discord, it_glue) = (Place::new(), Discord::start(), Lookalike::start(small_account()).await.unwrap());
    for (session, key) in [(1, String::new()), (2, new_key())] {
        let more = [("CALLSHEET_KEY", key.as_str())];
        let bot = place.start(&discord.url(), &it_glue.url(), it_glue.key().expose_secret(), &more);
        discord.wait_for_session(session).await;
        ask_until(&discord, "contact", &[("name", "barnaby")], "Barnaby Quill").await;
        assert_eq!(bot.terminate().await.0, Some(0));
        let log = place.log();
        assert_eq!(log.matches("callsheet key new").count(), 1, "{log}");
    }
    // The unencrypted copy was not answered from, and was read anew.
    let log = place.log();
    assert!(log.contains("nothing in it is believed") && log.matches("swept IT Glue").count() == 2, "{log}");
}

/// The attacker can write to the files, but has neither key nor token.
#[tokio::test(flavor = "multi_thread")]
async fn a_number_planted_while_the_bot_is_down_is_never_given() {
    let (place, discord, it_glue) = (Place::new(), Discord::start(), Lookalike::start(small_account()).await.unwrap());
    let (key, database, clear) = (new_key(), place.file("callsheet.db"), place.file("clear.db"));
    let (url, it_glue_key) = (it_glue.url(), it_glue.key());
    let vars = [("CALLSHEET_KEY", key.as_str()), ("DATABASE_URL", "sqlite://callsheet.db")];
    let syncing = [("IT_GLUE_API_URL", url.as_str()), ("IT_GLUE_API_KEY", it_glue_key.expose_secret())];
    // The same account unencrypted, with a number of the attacker's.
    let planting = [syncing[0], syncing[1], ("DATABASE_URL", "sqlite://clear.db")];
    let contact = it_glue.edit(|account| *account.contacts.keys().next().unwrap());
    let number = |number: &str| {
        it_glue.edit(|account| {
            account.change_contact(contact).unwrap().phones.clear();
            account.change_contact(contact).unwrap().phone("Work", number);
        });
    };
    number("4155550199");
    assert!(output(place.program(&["sync"], &planting)).await.status.success());
    number("4155550142");

    let mut planted = 0;
    for (session, statements) in [
        (1, ""),
        (
            2,
            "DELETE FROM main.encryption; DELETE FROM main.seal; DELETE FROM main.contacts;
             INSERT INTO main.contacts SELECT * FROM clear.contacts",
        ),
        (
            3,
            "DELETE FROM main.encryption; DELETE FROM main.seal;
             DELETE FROM main.contacts; INSERT INTO main.contacts SELECT * FROM clear.contacts;
             DELETE FROM main.organizations; INSERT INTO main.organizations SELECT * FROM clear.organizations;
             DELETE FROM main.contact_types; INSERT INTO main.contact_types SELECT * FROM clear.contact_types;
             DELETE FROM main.locations; INSERT INTO main.locations SELECT * FROM clear.locations;
             DELETE FROM main.progress; INSERT INTO main.progress SELECT * FROM clear.progress",
        ),
        (4, "DELETE FROM main.contacts; INSERT INTO main.contacts SELECT * FROM clear.contacts"),
        (5, ""),
    ] {
        if !statements.is_empty() {
            let statements = format!("ATTACH '{}' AS clear; {statements}", clear.display());
            tamper(&database, Box::leak(statements.into_boxed_str())).await;
            planted += 1;
        }
        let bot = place.start(&discord.url(), &url, it_glue_key.expose_secret(), &vars);
        discord.wait_for_session(session).await;
        let card = ask_until(&discord, "contact", &[("name", "wilhelmina")], "555-01").await.to_string();
        assert!(card.contains("555-0142") && !card.contains("555-0199"), "{card}");
        assert_eq!(bot.terminate().await.0, Some(0));
        let log = place.log();
        assert_eq!(log.matches("\"ERROR\"").count(), planted, "{log}");
        assert_eq!(log.matches("swept IT Glue").count(), planted + 1, "{log}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_are_made_used_rotated_and_lost() {
    let (place, it_glue) = (Place::new(), Lookalike::start(small_account()).await.unwrap());
    let said = async |arguments: &[&str], vars: &[(&str, &str)]| {
        let output = output(place.program(arguments, vars)).await;
        let (out, err) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
        format!("{out}{err}exit code {}", output.status.code().unwrap())
    };
    let made = async || said(&["key", "new"], &[]).await.lines().next().unwrap().to_owned();
    let (old, new) = (made().await, made().await);
    assert!(old != new && Key::parse(&old).is_some() && Key::parse(&new).is_some());
    fs::write(place.file("old"), format!("{old}\n")).unwrap();
    fs::write(place.file("new"), format!("{new}\n")).unwrap();
    let with = |name| [("CALLSHEET_KEY_FILE", name)];

    let (url, key) = (it_glue.url(), it_glue.key());
    let syncing =
        [("IT_GLUE_API_URL", url.as_str()), ("IT_GLUE_API_KEY", key.expose_secret()), ("CALLSHEET_KEY_FILE", "old")];
    assert!(said(&["sync"], &syncing).await.ends_with("exit code 0"));
    assert!(said(&["ask", "/contact", "barnaby"], &with("old")).await.starts_with("Barnaby Quill\n"));

    assert_snapshot!(said(&["ask", "/contact", "barnaby"], &[]).await, @"
    callsheet: the database is encrypted, but CALLSHEET_KEY is not set
    hint: set CALLSHEET_KEY or CALLSHEET_KEY_FILE; if the key is lost, run `callsheet wipe --yes` and sync again
    exit code 6
    ");
    assert_snapshot!(said(&["ask", "/contact", "barnaby"], &with("new")).await, @"
    callsheet: CALLSHEET_KEY is not the key of this database
    hint: nothing was changed; during a rotation, try the new key; if the key is lost, run `callsheet wipe --yes` and sync again
    exit code 6
    ");
    assert_snapshot!(said(&["ask", "/vip"], &[("CALLSHEET_KEY", &old[..40])]).await, @"
    callsheet: fix these settings:
      CALLSHEET_KEY: must be 32 bytes in base64; create one with `callsheet key new`
    exit code 2
    ");
    assert_snapshot!(said(&["key", "rotate", "--new-key-file", "missing"], &[]).await, @"
    callsheet: fix these settings:
      CALLSHEET_KEY: not set; needs the current key of the database (or CALLSHEET_KEY_FILE, a file that holds it)
      --new-key-file: could not read the file (missing): No such file or directory (os error 2)
    exit code 2
    ");
    assert_snapshot!(said(&["key", "rotate", "--new-key-file", "new"], &with("old")).await, @"
    re-encrypted callsheet.db. Set CALLSHEET_KEY to the new key, then restart Callsheet
    exit code 0
    ");
    assert_snapshot!(said(&["key", "rotate", "--new-key-file", "new"], &with("old")).await, @"
    re-encrypted callsheet.db. Set CALLSHEET_KEY to the new key, then restart Callsheet
    exit code 0
    ");
    assert!(said(&["ask", "/contact", "barnaby"], &with("old")).await.ends_with("exit code 6"));
    assert!(said(&["ask", "/contact", "barnaby"], &with("new")).await.starts_with("Barnaby Quill\n"));

    assert_snapshot!(said(&["wipe"], &[]).await, @"
    error: the following required arguments were not provided:
      --yes

    Usage: callsheet wipe --yes

    For more information, try '--help'.
    exit code 2
    ");
    assert!(said(&["ask", "/contact", "barnaby"], &with("new")).await.starts_with("Barnaby Quill\n"));
    // From an unencrypted copy, as it is.
    let in_clear = [syncing[0], syncing[1], ("DATABASE_URL", "sqlite://clear.db")];
    let with_key = [("CALLSHEET_KEY_FILE", "new"), ("DATABASE_URL", "sqlite://clear.db")];
    assert_snapshot!(said(&["key", "encrypt"], &with_key).await, @"
    callsheet: no database at clear.db: nothing was encrypted
    hint: DATABASE_URL sets the database; the default is callsheet.db in the working folder
    exit code 6
    ");
    assert!(said(&["sync"], &in_clear).await.ends_with("exit code 0"));
    assert_snapshot!(said(&["key", "encrypt"], &with_key).await, @"
    encrypted clear.db: 4 IT Glue records and 0 of Callsheet's own
    exit code 0
    ");
    assert!(said(&["ask", "/contact", "barnaby"], &with_key).await.starts_with("Barnaby Quill\n"));
    assert_snapshot!(said(&["key", "encrypt"], &[]).await, @"
    callsheet: fix these settings:
      CALLSHEET_KEY: not set; needs the key to encrypt the database with (or CALLSHEET_KEY_FILE, a file that holds it)
    exit code 2
    ");

    assert_snapshot!(said(&["wipe", "--yes"], &[]).await, @"
    deleted the local copy in callsheet.db
    kept in it: call attempts, channel links and favorites
    kept in callsheet.db.audit: the audit log, with Discord and IT Glue IDs
    to remove these too, stop the bot and delete callsheet.db and all files whose names begin with it
    exit code 0
    ");
    assert_snapshot!(said(&["ask", "/contact", "barnaby"], &[]).await, @"
    callsheet: no contacts yet: run `callsheet sync` or start the bot
    exit code 6
    ");

    // Another folder or name was meant: the operator must not believe that the copy is gone.
    assert_snapshot!(said(&["wipe", "--yes"], &[("DATABASE_URL", "sqlite://elsewhere.db")]).await, @"
    callsheet: no database at elsewhere.db: nothing was deleted
    hint: DATABASE_URL sets the database; the default is callsheet.db in the working folder
    exit code 6
    ");
    assert_snapshot!(said(&["key", "rotate", "--new-key-file", "new"], &[("DATABASE_URL", "sqlite://elsewhere.db"), with("old")[0]]).await, @"
    callsheet: no database at elsewhere.db: nothing was re-encrypted
    hint: DATABASE_URL sets the database; the default is callsheet.db in the working folder
    exit code 6
    ");
    assert!(!place.file("elsewhere.db").exists());
}
