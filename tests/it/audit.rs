//! What the audit commands print, and their exit codes.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use callsheet::store::journal::beside;
use callsheet_core::domain::id::{ChannelId, ContactId, GuildId, OrganizationId, UserId};
use callsheet_core::journal::{Action, Audience, Entry, Field, Outcome};
use insta::assert_snapshot;
use sha2::{Digest, Sha256};
use tempfile::TempDir;

use crate::journal::{lookup, opened, written};
use crate::store::tamper;

fn callsheet(folder: &Path, arguments: &[&str]) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_callsheet"));
    program.arg("journal").args(arguments).current_dir(folder).env_clear().stdin(Stdio::null());
    program.output().unwrap()
}

/// All that is printed, and the exit code unless it is 0.
fn said(folder: &Path, arguments: &[&str]) -> String {
    let output = callsheet(folder, arguments);
    let printed = [output.stdout, output.stderr].map(|printed| String::from_utf8(printed).unwrap()).concat();
    match output.status.code() {
        Some(0) => printed,
        code => format!("{printed}exit code {}", code.unwrap()),
    }
}

/// One entry of each kind.
fn one_of_each() -> Vec<Entry> {
    let of = |action: Action, minute: i64| Entry {
        at: lookup(0, 0).at + jiff::SignedDuration::from_mins(minute),
        user: Some(UserId(1_140_000_000_000_000_007)),
        guild: Some(GuildId(1000)),
        channel: Some(ChannelId(1190)),
        contacts: BTreeSet::from([ContactId(26)]),
        organizations: BTreeSet::from([OrganizationId(4)]),
        fields: BTreeSet::from([Field::Name, Field::Email, Field::Phone]),
        outcome: Outcome::Disclosed,
        ..Entry::new(lookup(0, 0).at, action)
    };
    let several = BTreeSet::from([ContactId(26), ContactId(27)]);
    let name = BTreeSet::from([Field::Name]);
    vec![
        of(Action::Command("contact".into()), 0),
        Entry { fields: name, contacts: several, ..of(Action::Suggestions("vip".into()), 1) },
        Entry { fields: BTreeSet::from([Field::Notes]), ..of(Action::Button("notes".into()), 2) },
        Entry { audience: Audience::Channel, ..of(Action::Share, 3) },
        Entry { fields: BTreeSet::new(), outcome: Outcome::Refused("restricted".into()), ..of(Action::ContactFile, 4) },
        Entry { outcome: Outcome::Nothing, contacts: BTreeSet::new(), fields: BTreeSet::new(), ..of(Action::Alert, 5) },
        Entry { user: Some(UserId(8)), guild: None, channel: None, ..of(Action::Command("primary".into()), 60 * 24) },
    ]
}

#[tokio::test]
async fn a_journal_is_verified_also_against_a_head_noted_earlier() {
    let folder = TempDir::new().unwrap();
    let database = written(&folder, &one_of_each()[..3]).await;
    let noted = said(folder.path(), &["head"]).trim().to_owned();
    let journal = opened(&database).await.unwrap();
    journal.append(&one_of_each()[3..]).await.unwrap();
    // While the bot writes to it.
    assert_snapshot!(said(folder.path(), &["verify"]), @"
    intact from entry 1 up to 7:548d95f6954afe270fed1518554e41133987673d8bd5d916c4ac5968a9367440
    not checked without CALLSHEET_KEY: whether the whole log was rewritten; --head with a head that you kept elsewhere shows that
    ");
    assert_snapshot!(said(folder.path(), &["verify", "--head", &noted]), @"
    intact from entry 1 up to 7:548d95f6954afe270fed1518554e41133987673d8bd5d916c4ac5968a9367440
    contains the head you gave
    ");
    let head = said(folder.path(), &["head"]).trim().to_owned();
    journal.close().await;

    let path = beside(&database).unwrap();
    tamper(&path, "DROP TRIGGER journal_delete; DELETE FROM journal WHERE seq > 5").await;
    assert_snapshot!(said(folder.path(), &["verify", "--head", &head]), @"
    callsheet: the audit log was altered: entry 6 is missing
    exit code 7
    ");
    tamper(&path, "DELETE FROM journal WHERE seq = 2").await;
    assert_snapshot!(said(folder.path(), &["verify"]), @"
    callsheet: the audit log was altered: entry 2 is missing
    exit code 7
    ");
    assert_snapshot!(said(folder.path(), &["head"]), @"
    callsheet: the audit log was altered: entry 2 is missing
    exit code 7
    ");
    assert_snapshot!(said(folder.path(), &["verify", "--head", "7"]), @"
    error: invalid value '7' for '--head <NUMBER:HASH>': must be NUMBER:HASH as printed by `callsheet journal head`

    For more information, try '--help'.
    exit code 2
    ");
}

#[tokio::test]
async fn pruned_and_lost_entries_are_told() {
    let folder = TempDir::new().unwrap();
    let entries: Vec<Entry> = (0..6).map(|day| lookup(26, day)).collect();
    let database = written(&folder, &entries).await;
    let journal = opened(&database).await.unwrap();
    journal.prune(entries[2].at, entries[5].at).await.unwrap();
    assert_snapshot!(said(folder.path(), &["verify"]), @"
    intact from entry 3 up to 7:61dd0afaa088fbbaeac77affb87afc88dbbd66b97225ae37999137ae1aac7e0a
    entries up to 2 have expired
    not checked without CALLSHEET_KEY: whether the whole log was rewritten; --head with a head that you kept elsewhere shows that
    ");
    assert_snapshot!(said(folder.path(), &["report", "--contact", "26", "--since", "2026-11-08"]), @"
    2026-11-08T12:00:00Z  user 7: /contact: disclosed to the user only
    contact 26: entries: 1, users: 1
    entries up to 2 have expired and are not in this report
    the audit log is intact up to 7:61dd0afaa088fbbaeac77affb87afc88dbbd66b97225ae37999137ae1aac7e0a
    ");
    journal.close().await;
    tamper(
        &beside(&database).unwrap(),
        "DROP TRIGGER journal_delete; DELETE FROM journal WHERE seq = 5; DROP TABLE base",
    )
    .await;
    opened(&database).await.unwrap().close().await;
    let verified = said(folder.path(), &["verify"]);
    for part in ["the file was damaged; entries lost: 3 or more", "recovered from a damaged file", "exit code 8"] {
        assert!(verified.contains(part), "{verified}");
    }
}

#[tokio::test]
async fn a_report_is_by_contact_or_by_user() {
    let folder = TempDir::new().unwrap();
    let database = written(&folder, &one_of_each()).await;
    assert_snapshot!(said(folder.path(), &["report", "--contact", "26"]), @"
    2026-11-03T12:00:00Z  user 1140000000000000007 in channel 1190 of server 1000: /contact: disclosed name, phone, email to the user only
    2026-11-03T12:01:00Z  user 1140000000000000007 in channel 1190 of server 1000: suggestions for /vip: disclosed name to the user only
    2026-11-03T12:02:00Z  user 1140000000000000007 in channel 1190 of server 1000: button notes: disclosed notes to the user only
    2026-11-03T12:03:00Z  user 1140000000000000007 in channel 1190 of server 1000: share: disclosed name, phone, email to everyone in the channel
    2026-11-03T12:04:00Z  user 1140000000000000007 in channel 1190 of server 1000: vCard: refused (restricted)
    2026-11-04T12:00:00Z  user 8: /primary: disclosed name, phone, email to the user only
    contact 26: entries: 6, users: 2
    the audit log is intact up to 7:548d95f6954afe270fed1518554e41133987673d8bd5d916c4ac5968a9367440
    ");
    assert_snapshot!(said(folder.path(), &["report", "--user", "1140000000000000007", "--since", "2026-11-03T13:02:00+01:00"]), @"
    2026-11-03T12:02:00Z  user 1140000000000000007 in channel 1190 of server 1000: button notes: disclosed notes of contacts 26 to the user only
    2026-11-03T12:03:00Z  user 1140000000000000007 in channel 1190 of server 1000: share: disclosed name, phone, email of contacts 26 to everyone in the channel
    2026-11-03T12:04:00Z  user 1140000000000000007 in channel 1190 of server 1000: vCard: refused (restricted) of contacts 26
    2026-11-03T12:05:00Z  user 1140000000000000007 in channel 1190 of server 1000: question about a message: nothing to show
    entries: 4, users: 1, contacts: 1
    the audit log is intact up to 7:548d95f6954afe270fed1518554e41133987673d8bd5d916c4ac5968a9367440
    ");
    assert_snapshot!(said(folder.path(), &["report", "--user", "8", "--contact", "27"]), @"
    nothing found: no entry about contact 27 by or about user 8
    the audit log is intact up to 7:548d95f6954afe270fed1518554e41133987673d8bd5d916c4ac5968a9367440
    ");
    // Entries after a fault are shown, and the fault is told.
    tamper(
        &beside(&database).unwrap(),
        "DROP TRIGGER journal_update; UPDATE journal SET hash = zeroblob(32) WHERE seq = 2",
    )
    .await;
    assert_snapshot!(said(folder.path(), &["report", "--user", "8"]), @"
    2026-11-04T12:00:00Z  user 8: /primary: disclosed name, phone, email of contacts 26 to the user only (unproven)
    entries: 1, users: 1, contacts: 1
    unproven entries among them: 1
    callsheet: the audit log was altered: entry 2 was edited or replaced
    exit code 7
    ");
}

#[tokio::test]
async fn shown_notes_of_clients_are_in_report_and_table() {
    let folder = TempDir::new().unwrap();
    let [entry, ..] = &one_of_each()[..] else { unreachable!() };
    let entry = Entry { organization_notes: BTreeSet::from([OrganizationId(4)]), ..entry.clone() };
    written(&folder, &[entry]).await;
    let report = said(folder.path(), &["report", "--user", "1140000000000000007"]);
    assert!(report.contains("of contacts 26; notes of clients 4 to the user only"), "{report}");
    let table = said(folder.path(), &["export", "--format", "csv"]);
    assert!(table.contains(",26,4,name phone email,,4,caller,disclosed,"), "{table}");
    let of_one = said(folder.path(), &["report", "--contact", "26"]);
    assert!(!of_one.contains("organizations"), "{of_one}");
}

#[tokio::test]
async fn an_export_is_a_table_or_lines_others_can_verify() {
    let folder = TempDir::new().unwrap();
    written(&folder, &one_of_each()).await;
    assert_snapshot!(said(folder.path(), &["export", "--format", "csv"]), @"
    seq,at,user,guild,channel,action,what,contacts,organizations,fields,also,organization_notes,audience,outcome,why,hash,seal,unproven,unproven_since
    1,2026-11-03T12:00:00Z,1140000000000000007,1000,1190,command,contact,26,4,name phone email,,,caller,disclosed,,973810c6461d1b680e0752879f4ab605c7573b61193f0efc827fa863c925e4f7,,,
    2,2026-11-03T12:01:00Z,1140000000000000007,1000,1190,suggestions,vip,26 27,4,name,,,caller,disclosed,,ed00a2d9c2b866a1c50f6b19a04eaee6303135639421e3920d775a1af2676eb3,,,
    3,2026-11-03T12:02:00Z,1140000000000000007,1000,1190,button,notes,26,4,notes,,,caller,disclosed,,2198d994bed54bbab069afbf5ed2e717d058430a7e73d6392dae65c8799b0f43,,,
    4,2026-11-03T12:03:00Z,1140000000000000007,1000,1190,share,,26,4,name phone email,,,channel,disclosed,,0e7cbdba8702d4aa6210d91a0c6d72dfd758c91d2d1aff22dac7b0b8f1fa32bf,,,
    5,2026-11-03T12:04:00Z,1140000000000000007,1000,1190,contact_file,,26,4,,,,caller,refused,restricted,e28570259bdf7ca9fd0ba6421be26e123cb30c41b453484a620d53c5429027d8,,,
    6,2026-11-03T12:05:00Z,1140000000000000007,1000,1190,alert,,,4,,,,caller,nothing,,63bd3443d59aadb1a7dbc0b3fdb209b0e71251cc618ec00419f6fd9ffd716324,,,
    7,2026-11-04T12:00:00Z,8,,,command,primary,26,4,name phone email,,,caller,disclosed,,548d95f6954afe270fed1518554e41133987673d8bd5d916c4ac5968a9367440,,,
    ");
    let within = ["export", "--format", "csv", "--since", "2026-11-04", "--until", "2026-11-05"];
    assert_eq!(said(folder.path(), &within).lines().count(), 2);

    let lines = said(folder.path(), &["export", "--format", "jsonl"]);
    let (mut before, mut last) = (vec![0; 32], 0);
    for line in lines.lines() {
        let value: serde_json::Value = serde_json::from_str(line).unwrap();
        let entry = &line[line.find("\"entry\":").unwrap() + "\"entry\":".len()..line.len() - 1];
        last += 1;
        let mut hash = Sha256::new();
        for part in [b"callsheet journal v1\n".as_slice(), &before, &u64::to_be_bytes(last), entry.as_bytes()] {
            hash.update(part);
        }
        before = hash.finalize().to_vec();
        assert_eq!((value["seq"].as_u64(), value["hash"].as_str()), (Some(last), Some(hex::encode(&before).as_str())));
    }
    assert_eq!(last, 7);
}

#[test]
fn a_missing_journal_is_not_called_intact() {
    let folder = TempDir::new().unwrap();
    assert_snapshot!(said(folder.path(), &["verify"]), @"
    callsheet: no audit log next to this database yet: the bot creates it when it starts
    hint: DATABASE_URL sets the database; the default is callsheet.db in the working folder
    exit code 6
    ");
    assert_snapshot!(said(folder.path(), &["report", "--contact", "Jane Doe"]), @"
    error: invalid value 'Jane Doe' for '--contact <ID>': invalid digit found in string

    For more information, try '--help'.
    exit code 2
    ");
    assert_snapshot!(said(folder.path(), &["report", "--user", "8", "--since", "yesterday"]), @"
    error: invalid value 'yesterday' for '--since <TIME>': must be a date such as 2026-11-30 or a time such as 2026-11-30T08:00:00Z

    For more information, try '--help'.
    exit code 2
    ");
    assert_eq!(callsheet(folder.path(), &["report"]).status.code(), Some(2));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[tokio::test]
async fn a_destroyed_journal_is_told_by_its_own_name() {
    let folder = TempDir::new().unwrap();
    let database = written(&folder, &one_of_each()).await;
    opened(&database).await.unwrap().close().await;
    let path = beside(&database).unwrap();
    let shown = |said: &str| said.replace(folder.path().to_str().unwrap(), "");
    let good = std::fs::read(&path).unwrap();
    let all: [&[&str]; 4] = [&["verify"], &["head"], &["export", "--format", "csv"], &["report", "--user", "8"]];
    for (bytes, what) in [
        (&[7; 8192][..], "damaged: it is not a database"),
        (&good[..good.len() / 2], "damaged: its structure is broken"),
        (b"", "damaged: its tables are not the expected ones"),
    ] {
        std::fs::write(&path, bytes).unwrap();
        for arguments in all {
            let told = said(folder.path(), arguments);
            assert!(told.contains(&format!("the audit log {} is {what}", path.display())), "{told}");
            assert!(told.ends_with("exit code 7"), "{told}");
        }
    }
    std::fs::write(&path, &good).unwrap();
    tamper(&path, "DROP TABLE journal").await;
    assert!(said(folder.path(), &["verify"]).ends_with("exit code 7"));
    std::fs::remove_file(&path).unwrap();
    for arguments in all {
        let told = shown(&said(folder.path(), arguments));
        let gone = "callsheet: the audit log /callsheet.db.audit is missing: its last entry was 7:548d95f6954a";
        assert!(told.starts_with(gone) && told.contains("if it was moved, put it back"), "{told}");
        assert!(told.ends_with("exit code 7"), "{told}");
    }
    // Something else in its place is no fault of its entries.
    std::fs::create_dir(&path).unwrap();
    let told = shown(&said(folder.path(), &["verify"]));
    assert!(told.contains("/callsheet.db.audit: it is a folder") && told.ends_with("exit code 6"), "{told}");
}
