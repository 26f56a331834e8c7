//! Cases from bug trackers, each a question about synced records.
//!
//! `tests/data/cases/README.md` explains the cases and how an answer is judged. To read all wrong answers:
//! `cargo nextest run --no-capture -E 'test(every_case_is_answered_as_it_should_be)'`.

mod judge;
mod served;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::{Command, Stdio};

use testkit::chat::planned;

use callsheet::store::Store;
use callsheet::terminal;
use callsheet_core::answer::language::Language;
use callsheet_core::directory::snapshot::{Snapshot, Status};
use callsheet_core::policy::Policy;
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use serde_json::value::RawValue;
use url::Url;

use judge::faults;
use served::Served;

/// Attributes by name, each kept as raw text, which no JSON value may be able to hold.
type Attributes = BTreeMap<String, Box<RawValue>>;

#[derive(Debug, Deserialize)]
struct Case {
    id: String,
    kind: String,
    situation: String,
    records: CaseRecords,
    now: Option<Timestamp>,
    ask: String,
    must: Vec<String>,
    must_not: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct CaseRecords {
    organizations: Vec<Attributes>,
    locations: Vec<Attributes>,
    contacts: Vec<Attributes>,
}

/// The time of questions that do not depend on it.
fn any_moment() -> Timestamp {
    "2026-07-15T15:00:00Z".parse().unwrap()
}

fn cases() -> Vec<Case> {
    let lines = include_str!("../data/cases/cases.jsonl").lines();
    let cases: Vec<Case> = lines.map(|line| serde_json::from_str(line).unwrap()).collect();
    let ids: BTreeSet<&str> = cases.iter().map(|case| case.id.as_str()).collect();
    assert_eq!(ids.len(), cases.len(), "an id stands for two cases");
    cases
}

/// What the program prints when run in a folder with only this environment.
async fn printed(folder: &Path, arguments: &[&str], vars: &[(&str, &str)]) -> String {
    let mut program = Command::new(env!("CARGO_BIN_EXE_callsheet"));
    program.args(arguments).current_dir(folder).env_clear().stdin(Stdio::null()).envs(vars.iter().copied());
    let output = tokio::task::spawn_blocking(move || program.output().unwrap()).await.unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// Fills a database from an account with the records of all cases and some bystanders.
async fn sync(folder: &Path, cases: &[Case]) -> Snapshot {
    let mut served = Served::bystanders().await;
    for (place, case) in cases.iter().enumerate() {
        served.add(place, case);
    }
    let url: Url = served.start().await;
    let vars = [("IT_GLUE_API_URL", url.as_str()), ("IT_GLUE_API_KEY", "ITG.a-key-of-an-invented-account")];
    let report = printed(folder, &["sync"], &vars).await;
    assert!(report.contains("contacts"), "{report}");
    let store = Store::open(&folder.join("callsheet.db")).await.unwrap();
    let saved = store.load().await.unwrap();
    store.close().await;
    Snapshot::build(&saved.records, saved.progress.status())
}

/// The answer of `callsheet ask` at a moment, from an account read shortly before.
fn answer(question: &str, snapshot: &Snapshot, now: Timestamp) -> String {
    let status = Status { synced_at: Some(now - SignedDuration::from_mins(4)), ..Status::default() };
    let snapshot = snapshot.with_status(status);
    let question = terminal::read(question, Language::default()).unwrap();
    terminal::render(&planned(&question, &snapshot, &Policy::default(), now), now)
}

#[tokio::test(flavor = "multi_thread")]
async fn every_case_is_answered_as_it_should_be() {
    let (cases, folder) = (cases(), tempfile::tempdir().unwrap());
    let snapshot = sync(folder.path(), &cases).await;

    let (mut failing, mut kinds) = (BTreeSet::new(), BTreeMap::new());
    for case in &cases {
        let answer = answer(&case.ask, &snapshot, case.now.unwrap_or_else(any_moment));
        let faults = faults(case, &answer);
        let (right, all, tried) = kinds.entry(case.kind.as_str()).or_insert((0, 0, false));
        *all += 1;
        if faults.is_empty() {
            *right += 1;
        } else {
            println!("{} ({}): {}\n{}{answer}", case.id, case.situation, case.ask, faults.join("\n") + "\n");
            failing.insert(case.id.as_str());
        }
        // The first case of each kind goes through the program itself, unless it needs another clock.
        if case.now.is_none() && !*tried {
            *tried = true;
            let printed = printed(folder.path(), &["ask", &case.ask], &[]).await;
            assert_eq!(judge::faults(case, &printed).is_empty(), faults.is_empty(), "{}: {printed}", case.id);
        }
    }

    for (kind, (right, all, _)) in &kinds {
        println!("{kind}: {right} of {all}");
    }
    assert!(failing.is_empty(), "answered wrongly: {failing:?}");
}
