//! The kept inputs, through the same functions as the fuzzer's.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test that cannot go on has failed, and says with which file"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

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
    let corpus = folder("corpus").join(name);
    let inputs = names(&corpus);
    assert!(inputs.len() > 10, "{name} has no corpus");
    for input in inputs {
        println!("{name}/{input}");
        target(&fs::read(corpus.join(input)).unwrap());
    }
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
    assert_eq!(names(&folder("corpus")), targets);
    let tests = fs::read_to_string(folder("tests/corpus.rs")).unwrap();
    for target in &targets {
        assert!(tests.contains(&format!("    run(\"{target}\");")), "{target} is not run");
    }
    let files: BTreeSet<String> = targets.iter().map(|target| format!("{target}.rs")).collect();
    assert_eq!(names(&folder("fuzz_targets")), files);
}
