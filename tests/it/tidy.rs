//! The repository agrees with itself: facts written in two places match.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Words in capitals such as `DISCORD_TOKEN`.
fn variables(text: &str) -> BTreeSet<String> {
    let words = text.split(|char: char| !char.is_ascii_uppercase() && char != '_');
    words.filter(|word| word.len() > 6 && word.contains('_') && !word.starts_with('_')).map(str::to_owned).collect()
}

#[test]
fn the_example_environment_names_exactly_the_read_variables() {
    let example: BTreeSet<String> = read(".env.example")
        .lines()
        .filter_map(|line| line.trim_start_matches('#').split_once('='))
        .map(|(name, _)| name.to_owned())
        .filter(|name| !name.contains(' '))
        .collect();
    let config = [
        "src/config.rs",
        "src/config/database.rs",
        "src/config/audit.rs",
        "src/config/servers.rs",
        "src/config/logging.rs",
    ]
    .map(read)
    .join("\n");
    let read_by_config: BTreeSet<String> = config.split('"').skip(1).step_by(2).flat_map(variables).collect();
    assert_eq!(example, read_by_config);
    let listed = read("src/config/names.rs");
    let listed = listed.split("const NAMES").nth(1).and_then(|rest| rest.split("];").next()).unwrap();
    assert_eq!(example, variables(listed));
}

#[test]
fn the_readme_explains_every_variable() {
    let readme = read("README.md");
    for line in read(".env.example").lines().filter(|line| !line.starts_with("# ")) {
        if let Some((name, _)) = line.trim_start_matches('#').split_once('=') {
            assert!(readme.contains(name), "README.md does not mention {name}");
        }
    }
}

/// Every Rust file under these folders.
fn sources(folders: &[&str]) -> Vec<PathBuf> {
    let mut folders: Vec<_> = folders.iter().map(|folder| root().join(folder)).collect();
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path);
            }
        }
    }
    assert!(!found.is_empty(), "the sources were not found");
    found
}

#[test]
fn no_source_file_is_forgotten() {
    for folder in ["tests/it", "src", "commands/src", "core/src", "fuzz/src", "lookalike/src", "testkit/src"] {
        let folder = root().join(folder);
        let tops = [folder.join("lib.rs"), folder.join("main.rs")];
        for path in sources(&[folder.to_str().unwrap()]).iter().filter(|path| !tops.contains(path)) {
            let parent = path.parent().unwrap();
            let top = tops.iter().find(|top| top.exists()).unwrap();
            let parent = if parent == folder { top.clone() } else { parent.with_extension("rs") };
            let declared = format!("mod {};", path.file_stem().unwrap().to_str().unwrap());
            let text = fs::read_to_string(&parent).unwrap_or_default();
            assert!(text.lines().any(|line| line.ends_with(&declared)), "{} lacks {declared}", parent.display());
        }
    }
}

#[test]
fn every_module_says_what_it_is_for() {
    for path in
        sources(&["src", "commands/src", "core/src", "lookalike/src", "fuzz"]).iter().filter(|path| !is_unit_test(path))
    {
        let text = fs::read_to_string(path).unwrap();
        assert!(text.starts_with("//! "), "{} has no module documentation", path.display());
    }
}

fn is_unit_test(path: &Path) -> bool {
    path.file_stem().is_some_and(|name| name == "tests")
}

#[test]
fn the_image_is_built_from_all_members_of_the_workspace() {
    let manifest: toml::Table = read("Cargo.toml").parse().unwrap();
    let members = manifest["workspace"]["members"].as_array().unwrap();
    let ignored = read(".dockerignore");
    for member in members.iter().filter_map(toml::Value::as_str).filter(|member| *member != ".") {
        assert!(ignored.lines().any(|line| line == format!("!{member}")), "{member} is left out by .dockerignore");
    }
}

#[test]
fn the_changelog_begins_with_what_is_not_released_yet() {
    let changelog = read("CHANGELOG.md");
    assert_eq!(changelog.lines().find(|line| line.starts_with("## ")), Some("## Unreleased"));
}

#[test]
fn every_test_that_the_threat_model_names_exists() {
    let model = read("docs/threat-model.md");
    let names =
        model.split('`').skip(1).step_by(2).filter(|name| name.contains('_') && !name.contains(['.', '/', ' ']));
    let names: Vec<&str> = names
        .filter(|name| name.chars().all(|char| char.is_ascii_lowercase() || "_0123456789".contains(char)))
        .collect();
    assert!(names.len() > 30, "the names were not found");
    let files = sources(&["src", "core/src", "tests", "commands", "fuzz/tests"]);
    let sources: String = files.iter().map(|path| fs::read_to_string(path).unwrap()).collect();
    let missing: Vec<_> = names.into_iter().filter(|name| !sources.contains(&format!("fn {name}("))).collect();
    assert!(missing.is_empty(), "no test is called {missing:?}");
}
