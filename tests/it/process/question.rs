//! `callsheet ask` reads, journals what it shows, and changes nothing else.

use std::collections::BTreeMap;
use std::fs;

use callsheet_core::domain::id::ContactId;
use callsheet_core::journal::{Action, Entry, Outcome};
use insta::assert_snapshot;
use lookalike::Lookalike;
use secrecy::ExposeSecret;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions};

use super::{Place, output, small_account};
use crate::journal::entries;

async fn said(place: &Place, arguments: &[&str], vars: &[(&str, &str)]) -> (String, String, Option<i32>) {
    let output = output(place.program(arguments, vars)).await;
    (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap(), output.status.code())
}

/// The files of the folder that belong to the account, with their content.
fn files(place: &Place) -> BTreeMap<String, Vec<u8>> {
    let files = place.0.path().read_dir().unwrap().map(|file| file.unwrap().path());
    files.map(|file| (file.file_name().unwrap().to_str().unwrap().to_owned(), fs::read(file).unwrap())).collect()
}

async fn synced(place: &Place, vars: &[(&str, &str)]) {
    let it_glue = Lookalike::start(small_account()).await.unwrap();
    let (url, key) = (it_glue.url(), it_glue.key());
    let all = [("IT_GLUE_API_URL", url.as_str()), ("IT_GLUE_API_KEY", key.expose_secret())];
    let all: Vec<(&str, &str)> = all.into_iter().chain(vars.iter().copied()).collect();
    assert_eq!(said(place, &["sync"], &all).await.2, Some(0));
}

#[tokio::test]
async fn a_question_where_no_database_is_leaves_none() {
    let place = Place::new();
    for arguments in [&["ask", "/vip"][..], &["ask", "/contact", "jane"], &["journal", "verify"], &["wipe", "--yes"]] {
        let (out, told, code) = said(&place, arguments, &[]).await;
        assert_eq!((out.as_str(), code), ("", Some(6)), "{told}");
        assert!(files(&place).is_empty(), "{arguments:?}: {:?}", files(&place).keys());
    }
    let (_, told, _) = said(&place, &["ask", "/vip"], &[("DATABASE_URL", "sqlite://elsewhere.db")]).await;
    assert!(told.contains("elsewhere.db") && told.contains("`callsheet sync`"), "{told}");

    // An empty file left by another program is no database yet.
    fs::write(place.file("callsheet.db"), "").unwrap();
    let (_, told, code) = said(&place, &["ask", "/vip"], &[]).await;
    assert!(told.contains("`callsheet sync`") && code == Some(6), "{told}");
    assert_eq!(files(&place), BTreeMap::from([("callsheet.db".to_owned(), Vec::new())]));
}

#[tokio::test]
async fn a_question_changes_nothing_but_the_journal() {
    let place = Place::new();
    synced(&place, &[]).await;
    let before = files(&place);
    fs::copy(place.file("callsheet.db"), place.file("before.db")).unwrap();
    assert!(said(&place, &["ask", "/contact", "barnaby"], &[]).await.0.starts_with("Barnaby Quill\n"));
    let mut after = files(&place);
    after.remove("before.db");
    assert_eq!(before.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>());
    // In the database there is only the note of that.
    let mut database = SqliteConnectOptions::new().filename(place.file("callsheet.db")).connect().await.unwrap();
    sqlx::query("ATTACH ?1 AS before").bind(place.file("before.db").to_str()).execute(&mut database).await.unwrap();
    let tables = "SELECT name FROM main.sqlite_schema WHERE type = 'table'";
    let tables: Vec<String> = sqlx::query_scalar(tables).fetch_all(&mut database).await.unwrap();
    let mut changed = Vec::new();
    for table in tables {
        let added = format!("SELECT count(*) FROM (SELECT * FROM main.{table} EXCEPT SELECT * FROM before.{table})");
        let added: i64 = sqlx::query_scalar(AssertSqlSafe(added)).fetch_one(&mut database).await.unwrap();
        let sizes = format!("SELECT (SELECT count(*) FROM main.{table}) = (SELECT count(*) FROM before.{table})");
        let is_as_large: bool = sqlx::query_scalar(AssertSqlSafe(sizes)).fetch_one(&mut database).await.unwrap();
        assert!(is_as_large, "{table}");
        if added > 0 {
            changed.push(table);
        }
    }
    assert_eq!(changed, ["journal_head"]);
}

#[tokio::test]
async fn what_a_question_has_noted_cannot_be_cut_off_unnoticed() {
    for key in [None, Some(("CALLSHEET_KEY", "YW5vdGhlciBvbmUsIGp1c3QgYXMgd2VsbCBrbm93biE="))] {
        let place = Place::new();
        let vars: Vec<(&str, &str)> = key.into_iter().collect();
        synced(&place, &vars).await;
        let before = fs::read(place.file("callsheet.db.audit")).unwrap();
        assert_eq!(said(&place, &["ask", "/contact", "barnaby"], &vars).await.2, Some(0));
        assert_eq!(said(&place, &["journal", "verify"], &vars).await.2, Some(0));
        fs::write(place.file("callsheet.db.audit"), before).unwrap();
        let (_, told, code) = said(&place, &["journal", "verify"], &vars).await;
        assert!(told.contains("entry 1 is missing") && code == Some(7), "{told}");
    }
}

/// Under its second name the database would have another lock, another log and another journal.
#[tokio::test]
async fn a_database_with_a_second_name_is_refused() {
    let place = Place::new();
    synced(&place, &[]).await;
    fs::hard_link(place.file("callsheet.db"), place.file("other.db")).unwrap();
    for address in ["sqlite://other.db", "sqlite://callsheet.db"] {
        for arguments in [&["ask", "/vip"][..], &["sync"]] {
            let vars = [("DATABASE_URL", address), ("IT_GLUE_API_KEY", "ITG.x")];
            let (out, told, code) = said(&place, arguments, &vars).await;
            assert_eq!((out.as_str(), code), ("", Some(6)), "{told}");
            assert!(told.contains("has a second name (a hard link)"), "{told}");
        }
    }
    fs::remove_file(place.file("other.db")).unwrap();
    assert_eq!(said(&place, &["ask", "/contact", "barnaby"], &[]).await.2, Some(0));
}

#[tokio::test]
async fn a_damaged_database_is_told_of_and_left_where_it_is() {
    let place = Place::new();
    synced(&place, &[]).await;
    let bytes = fs::read(place.file("callsheet.db")).unwrap();
    for damaged in [&bytes[..bytes.len() / 2], &[7; 8192][..]] {
        fs::write(place.file("callsheet.db"), damaged).unwrap();
        let (out, told, code) = said(&place, &["ask", "/contact", "barnaby"], &[]).await;
        assert_eq!((out.as_str(), code), ("", Some(6)), "{told}");
        assert!(told.contains("the database is damaged") && told.contains("`callsheet sync`"), "{told}");
        assert_eq!(fs::read(place.file("callsheet.db")).unwrap(), damaged);
    }
}

/// The database's address is misspelt, and names the file with the secrets.
#[tokio::test]
async fn a_file_that_is_no_database_is_left_as_it_is() {
    let place = Place::new();
    let key = said(&place, &["key", "new"], &[]).await.0;
    for (name, bytes) in [("secrets", &b"IT_GLUE_API_KEY=ITG.x\n"[..]), ("notes", &[b'a'; 8192][..])] {
        fs::write(place.file(name), bytes).unwrap();
        let mode = || fs::metadata(place.file(name)).unwrap().permissions();
        let before = mode();
        let address = format!("sqlite://{name}");
        for keys in [&[][..], &[("CALLSHEET_KEY", key.trim())][..]] {
            for arguments in [&["sync"][..], &["ask", "/vip"]] {
                let vars = [("DATABASE_URL", &*address), ("IT_GLUE_API_KEY", "ITG.x")];
                let vars: Vec<(&str, &str)> = vars.into_iter().chain(keys.iter().copied()).collect();
                let (out, told, code) = said(&place, arguments, &vars).await;
                assert_eq!((out.as_str(), code), ("", Some(6)), "{told}");
                assert!(told.contains(&format!("{name} is not a database and was left alone")), "{told}");
                assert_eq!((fs::read(place.file(name)).unwrap().as_slice(), mode()), (bytes, before.clone()));
            }
        }
        assert!(!files(&place).keys().any(|file| file.contains("damaged")));
    }
}

#[tokio::test]
async fn with_a_key_a_questions_entries_are_sealed() {
    let place = Place::new();
    let key = said(&place, &["key", "new"], &[]).await.0;
    let vars = [("CALLSHEET_KEY", key.trim())];
    synced(&place, &vars).await;
    for _ in 0..2 {
        assert!(said(&place, &["ask", "/contact", "barnaby"], &vars).await.0.starts_with("Barnaby Quill\n"));
        let (out, told, code) = said(&place, &["journal", "verify"], &vars).await;
        assert_eq!(code, Some(0), "{out} {told}");
    }
    // A sync opens it as the bot does, which reports what was changed.
    synced(&place, &vars).await;
    let (out, told, code) = said(&place, &["journal", "verify"], &vars).await;
    assert_eq!(code, Some(0), "{out} {told}");
}

#[tokio::test]
async fn with_a_key_an_unencrypted_copy_is_not_believed() {
    let place = Place::new();
    synced(&place, &[]).await;
    let key = ("CALLSHEET_KEY", "YW5vdGhlciBvbmUsIGp1c3QgYXMgd2VsbCBrbm93biE=");
    let (out, told, code) = said(&place, &["ask", "/contact", "barnaby"], &[key]).await;
    assert_eq!((out.as_str(), code), ("", Some(6)), "{told}");
    assert!(told.contains("the database is not encrypted") && told.contains("`callsheet key encrypt`"), "{told}");
}

#[tokio::test]
async fn a_sealed_copy_that_is_put_back_is_told_of_and_left() {
    let place = Place::new();
    let key = [("CALLSHEET_KEY", "YW5vdGhlciBvbmUsIGp1c3QgYXMgd2VsbCBrbm93biE=")];
    let ask = async || said(&place, &["ask", "/contact", "barnaby"], &key).await;
    synced(&place, &key).await;
    // Begins the journal, which is told of every sync from then on.
    assert!(ask().await.0.starts_with("Barnaby Quill\n"));
    synced(&place, &key).await;
    let older = fs::read(place.file("callsheet.db")).unwrap();
    synced(&place, &key).await;
    assert!(ask().await.0.starts_with("Barnaby Quill\n"));
    fs::write(place.file("callsheet.db"), &older).unwrap();
    let (out, told, code) = ask().await;
    assert_eq!((out.as_str(), code), ("", Some(6)), "{told}");
    assert!(told.contains("put back to an older state") && told.contains("`callsheet sync`"), "{told}");
    assert!(fs::read(place.file("callsheet.db")).unwrap() == older);
    assert!(files(&place).keys().all(|name| !name.contains("damaged")), "{:?}", files(&place).keys());
}

#[tokio::test]
async fn contacts_shown_by_a_question_are_journaled() {
    let place = Place::new();
    synced(&place, &[]).await;
    for question in
        [&["ask", "/contact", "barnaby"][..], &["ask", "/primary", "acme"], &["ask", "/contact", "zebediah"]]
    {
        assert_eq!(said(&place, question, &[]).await.2, Some(0));
    }
    let noted: Vec<Entry> = entries(&place.file("callsheet.db")).await;
    let actions: Vec<&Action> = noted.iter().map(|entry| &entry.action).collect();
    let terminal = |name: &'static str| Action::Terminal(name.into());
    assert_eq!(actions, [&terminal("contact"), &terminal("primary"), &terminal("contact")]);
    assert!(noted.iter().all(|entry| entry.user.is_none() && entry.guild.is_none() && entry.channel.is_none()));
    assert_eq!((&noted[0].outcome, noted[0].contacts.len()), (&Outcome::Disclosed, 1));
    assert_eq!(noted[2].outcome, Outcome::Nothing);

    let ContactId(barnaby) = *noted[0].contacts.first().unwrap();
    let (report, _, code) = said(&place, &["journal", "report", "--contact", &barnaby.to_string()], &[]).await;
    let first = report.lines().next().unwrap().split_once("  ").unwrap().1;
    assert_snapshot!(first, @"someone on the bot's host: `callsheet ask /contact`: disclosed name, email to the user only");
    assert_eq!(code, Some(0));
    let (csv, _, _) = said(&place, &["journal", "export", "--format", "csv"], &[]).await;
    assert!(csv.contains(",terminal,contact,"), "{csv}");
}

#[tokio::test]
async fn questions_are_within_the_limit_of_one_user() {
    let place = Place::new();
    synced(&place, &[]).await;
    fs::write(place.file("policy.toml"), "open = true\n[brake]\ncontacts_per_hour = 1\nhold = \"10m\"").unwrap();
    let ask = async |name| said(&place, &["ask", "/contact", name], &[("CALLSHEET_CONFIG", "policy.toml")]).await.0;
    assert!(ask("barnaby").await.starts_with("Barnaby Quill\n"));
    assert!(ask("barnaby").await.starts_with("Barnaby Quill\n"), "the same contact counts once");
    assert_snapshot!(ask("wilhelmina").await, @"
    Your lookups are paused
    More contacts were looked up here within an hour than the policy file allows one
       user. You can go on in 10 minutes.
    ");
    // Each is a process of its own.
    assert!(ask("barnaby").await.starts_with("Your lookups are paused\n"));
    let outcomes: Vec<Outcome> =
        entries(&place.file("callsheet.db")).await.into_iter().map(|entry| entry.outcome).collect();
    let refused = |why: &'static str| Outcome::Refused(why.into());
    assert_eq!(outcomes, [Outcome::Disclosed, Outcome::Disclosed, refused("too-many"), refused("on-hold")]);
}

#[tokio::test]
async fn a_question_needs_a_writable_journal_if_one_is_required() {
    let place = Place::new();
    synced(&place, &[]).await;
    fs::remove_file(place.file("callsheet.db.audit")).unwrap();
    fs::create_dir(place.file("callsheet.db.audit")).unwrap();
    let (out, told, code) = said(&place, &["ask", "/contact", "barnaby"], &[]).await;
    assert_eq!((out.as_str(), code), ("", Some(6)), "{told}");
    assert!(told.contains("nothing is shown") && told.contains("callsheet.db.audit"), "{told}");
    let (out, told, code) = said(&place, &["ask", "/contact", "barnaby"], &[("AUDIT_REQUIRED", "off")]).await;
    assert!(out.starts_with("Barnaby Quill\n") && code == Some(0), "{told}");
    assert!(told.contains("answered without an entry"), "{told}");
}

#[tokio::test]
async fn a_question_tells_of_a_copy_not_kept_up_to_date() {
    let place = Place::new();
    synced(&place, &[]).await;
    let shown = async |interval| said(&place, &["ask", "/contact", "barnaby"], &[("SYNC_INTERVAL", interval)]).await.0;
    assert!(!shown("5m").await.contains("overdue"));
    age(&place, jiff::SignedDuration::from_mins(11)).await;
    assert!(
        shown("5m").await.contains("⚠️ A newer sync is overdue (last success 11 min ago)."),
        "{}",
        shown("5m").await
    );
    assert!(!shown("6m").await.contains("overdue"));
}

/// Makes the copy this old.
async fn age(place: &Place, by: jiff::SignedDuration) {
    use callsheet::store::Store;
    use callsheet::store::progress::Progress;
    use callsheet::store::records::Saved;
    use callsheet_core::directory::changes::Changes;
    let store = Store::open(&place.file("callsheet.db")).await.unwrap();
    let Saved { records, progress } = store.load().await.unwrap();
    let progress = Progress { synced_at: Some(callsheet::clock::now() - by), ..progress };
    store.save(progress.revision, &Changes::between(&records, &records), &progress).await.unwrap();
    store.close().await;
}

#[tokio::test]
async fn a_question_about_look_ups_reads_the_journal() {
    let place = Place::new();
    synced(&place, &[]).await;
    for _ in 0..2 {
        assert!(said(&place, &["ask", "contact", "barnaby"], &[]).await.0.starts_with("Barnaby Quill\n"));
    }
    let (out, told, code) = said(&place, &["ask", "/who-looked", "barnaby"], &[]).await;
    assert!(out.starts_with("Who looked up Barnaby Quill") && out.contains("1 person looked up"), "{out}");
    assert_eq!((out.matches("on the bot's host · /contact").count(), told.as_str(), code), (2, "", Some(0)), "{out}");
}

#[tokio::test]
async fn a_flag_is_never_searched_for() {
    let place = Place::new();
    synced(&place, &[]).await;
    let (out, _, code) = said(&place, &["ask", "/contact", "barnaby", "--language", "de"], &[]).await;
    assert!(out.contains("Keine Telefonnummer") && code == Some(0), "{out}");
    for (arguments, part) in [
        (&["ask", "/contact", "barnaby", "--organization", "acme"][..], "unexpected argument '--organization'"),
        (&["ask", "/contact barnaby --organization acme"], "Did you mean organization:?"),
        (&["ask", "/contact barnaby --language de"], "Unknown option. Usage: /contact name: …"),
    ] {
        let (out, told, code) = said(&place, arguments, &[]).await;
        assert_eq!((out.as_str(), code), ("", Some(2)), "{arguments:?}: {told}");
        assert!(told.contains(part), "{told}");
    }
}

#[tokio::test]
async fn every_command_is_shown_where_help_is_asked_for() {
    let place = Place::new();
    let (_, told, code) = said(&place, &["ask", "help"], &[]).await;
    assert!(told.contains("no database at ") && code == Some(6), "the examples are the account's: {told}");
    synced(&place, &[]).await;
    for help in ["help", "/help", "HELP", "?"] {
        let (out, told, code) = said(&place, &["ask", help], &[]).await;
        assert!(out.contains("\n/primary organization: ") && out.contains("the command after callsheet ask"), "{out}");
        assert_eq!((told.as_str(), code), ("", Some(0)));
    }
    let (_, told, code) = said(&place, &["ask", "/helpme"], &[]).await;
    assert!(told.contains("Commands: /contact, ") && told.ends_with("Examples: callsheet ask help\n"), "{told}");
    assert_eq!(code, Some(2));
}

/// The commands that an answer names, as a shell reads them.
fn named(answer: &str) -> Vec<Vec<String>> {
    let lines = answer.lines().filter_map(|line| line.split_once(": callsheet ask "));
    let words = |line: &str| line.replace('"', "").split(' ').map(str::to_owned).collect();
    lines.map(|(_, command)| words(command)).collect()
}

#[tokio::test]
async fn an_answer_names_the_questions_that_lead_on_and_they_work() {
    let place = Place::new();
    synced(&place, &[]).await;
    let policy = "open = true\n[[authorisation]]\naction = \"new laptop\"\nby = [\"primary\"]\n\
                  [[authorisation]]\naction = \"new phone\"\nby = [\"primary\"]\n";
    fs::write(place.file("policy.toml"), policy).unwrap();
    let vars = [("CALLSHEET_CONFIG", "policy.toml")];
    let mut titles = Vec::new();
    for question in [&["ask", "/contact", "acme"][..], &["ask", "/who-can", "new", "organization:", "acme"]] {
        let (menu, _, _) = said(&place, question, &vars).await;
        assert!(menu.contains("To go on, run one of these:\n  1: callsheet ask /"), "{menu}");
        for words in named(&menu) {
            let arguments: Vec<&str> = ["ask"].into_iter().chain(words.iter().map(String::as_str)).collect();
            let (out, told, code) = said(&place, &arguments, &vars).await;
            assert_eq!((told.as_str(), code), ("", Some(0)), "{arguments:?}");
            titles.push(out.lines().next().unwrap().to_owned());
        }
    }
    assert!(titles.iter().all(|title| !title.contains("No ") && !title.contains("Several")), "{titles:?}");
    assert!(titles.contains(&"Who can approve “new phone” at Acme Corporation".to_owned()), "{titles:?}");
    let (german, _, _) = said(&place, &["ask", "/contact", "acme", "--language", "de"], &vars).await;
    assert!(german.contains("So geht es weiter:\n  1: callsheet ask /"), "{german}");
}

#[tokio::test]
async fn a_first_page_names_how_to_find_the_others() {
    let place = Place::new();
    let it_glue = Lookalike::start(lookalike::account::Account::generated(60, 1, 7)).await.unwrap();
    let (url, key) = (it_glue.url(), it_glue.key());
    let vars = [("IT_GLUE_API_URL", url.as_str()), ("IT_GLUE_API_KEY", key.expose_secret())];
    assert_eq!(said(&place, &["sync"], &vars).await.2, Some(0));
    let organization = it_glue.edit(|account| *account.organizations.keys().next().unwrap());
    let (page, _, _) = said(&place, &["ask", "/directory", &format!("id:{organization}")], &[]).await;
    let next = format!("Find the others with: callsheet ask /contact name: … organization: id:{organization}\n");
    assert!(page.contains("Page 1 of") && page.contains(&next), "{page}");
    assert!(!page.contains("[type"), "{page}");
}

#[tokio::test]
async fn a_report_of_nothing_is_not_mistaken_for_one_of_no_look_ups() {
    let place = Place::new();
    synced(&place, &[]).await;
    said(&place, &["ask", "/contact", "barnaby"], &[]).await;
    let shown = entries(&place.file("callsheet.db")).await;
    let barnaby = shown[0].contacts.first().unwrap().to_string();
    let report = async |contact: &str| said(&place, &["journal", "report", "--contact", contact], &[]).await.0;
    let found = report(&barnaby).await;
    assert!(found.contains(": entries: 1, users: 1 (the bot's host counts as one)\n"), "{found}");
    let other = it_glue_id_of_another(&place, &barnaby).await;
    let unseen = report(&other).await;
    let first = |report: &str| report.lines().next().unwrap().to_owned();
    assert_eq!(
        first(&unseen),
        format!("nothing found: no entry about contact {other}; the local copy has this contact")
    );
    assert_eq!(
        first(&report("999999").await),
        "nothing found: no entry about contact 999999, and the local copy has no contact with this ID; check the ID"
    );
}

async fn it_glue_id_of_another(place: &Place, contact: &str) -> String {
    let store = callsheet::store::Store::open(&place.file("callsheet.db")).await.unwrap();
    let records = store.load().await.unwrap().records;
    store.close().await;
    records.contacts.keys().map(ToString::to_string).find(|id| id != contact).unwrap()
}
