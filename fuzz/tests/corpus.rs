//! The kept inputs, through the same functions as the fuzzer's.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test that cannot go on has failed, and says with which file"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use fuzz::corpus::{Input, pack, unpack};

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// The names in a folder, in order.
fn names(folder: &Path) -> BTreeSet<String> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

/// Feeds a target its whole corpus.
fn run(name: &str) {
    let (_, target) = fuzz::TARGETS.into_iter().find(|(target, _)| *target == name).unwrap();
    let inputs = unpack(&packed(name));
    assert!(inputs.len() > 10, "{name} has no corpus");
    for input in inputs {
        println!("{name}/{}", input.name);
        target(&input.bytes);
    }
}

/// A target's corpus, packed.
fn packed(name: &str) -> String {
    fs::read_to_string(folder("corpus").join(name).with_extension("txt")).unwrap()
}

#[test]
fn the_corpus_is_packed_the_only_way() {
    for (name, _) in fuzz::TARGETS {
        let (packed, inputs) = (packed(name), unpack(&packed(name)));
        assert!(pack(inputs) == packed, "{name}: pack it again");
        let lines: BTreeSet<&str> = packed.lines().map(|line| line.trim_start_matches("- ")).collect();
        assert_eq!(lines.len(), packed.lines().count(), "{name} has an input twice");
    }
}

#[test]
fn any_bytes_are_unpacked_as_they_were_packed() {
    let every = (0..=u8::MAX).collect::<Vec<_>>();
    let texts = ["", " ", "\\", "\\x41\\n", "\r\n", "a\u{202e}b", "Zoë 🦀", "two\nlines\n"].map(str::as_bytes);
    let inputs: Vec<Input> = texts
        .into_iter()
        .chain([&*every])
        .enumerate()
        .map(|(at, bytes)| Input { name: format!("input-{at}"), bytes: bytes.to_vec() })
        .collect();
    let packed = pack(inputs.clone());
    assert_eq!(unpack(&packed), inputs);
    assert_eq!(packed.lines().count(), inputs.len());
    assert!(packed.contains("input-5 a\\xe2\\x80\\xaeb\n") && packed.contains(r"two\nlines\n"), "{packed}");
}

#[test]
fn the_corpus_of_the_wire_passes() {
    run("wire");
}

#[test]
fn the_corpus_of_interactions_passes() {
    run("interaction");
}

#[test]
fn the_corpus_of_notes_passes() {
    run("notes");
}

#[test]
fn the_corpus_of_policy_files_passes() {
    run("policy");
}

#[test]
fn the_corpus_of_queries_passes() {
    run("query");
}

#[test]
fn the_corpus_of_numbers_and_sites_passes() {
    run("reach");
}

#[test]
fn the_corpus_of_journals_passes() {
    run("journal");
}

#[test]
fn the_corpus_of_question_sequences_passes() {
    run("brake");
}

#[test]
fn the_corpus_of_changing_policy_files_passes() {
    run("reload");
}

#[test]
fn the_corpus_of_sealed_data_passes() {
    run("sealed");
}

#[test]
fn the_corpus_of_forms_passes() {
    run("form");
}

#[test]
fn every_target_has_a_corpus_a_test_and_a_fuzzer_entry() {
    let targets: BTreeSet<String> = fuzz::TARGETS.iter().map(|(name, _)| (*name).to_owned()).collect();
    let kept: BTreeSet<String> = targets.iter().map(|target| format!("{target}.txt")).collect();
    let is_packed = |name: &String| Path::new(name).extension().is_some();
    assert_eq!(names(&folder("corpus")).into_iter().filter(is_packed).collect::<BTreeSet<_>>(), kept);
    let tests = fs::read_to_string(folder("tests/corpus.rs")).unwrap();
    for target in &targets {
        assert!(tests.contains(&format!("    run(\"{target}\");")), "{target} is not run");
    }
    let files: BTreeSet<String> = targets.iter().map(|target| format!("{target}.rs")).collect();
    assert_eq!(names(&folder("fuzz_targets")), files);
}
