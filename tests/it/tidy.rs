//! The repository holds together: what is written in two places says the same in both.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Words in capitals such as `DISCORD_TOKEN`, between characters that cannot belong to them.
fn variables(text: &str) -> BTreeSet<String> {
    let words = text.split(|char: char| !char.is_ascii_uppercase() && char != '_');
    words.filter(|word| word.len() > 6 && word.contains('_') && !word.starts_with('_')).map(str::to_owned).collect()
}

#[test]
fn the_example_environment_names_exactly_the_variables_that_are_read() {
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

#[test]
fn no_test_file_is_forgotten() {
    let main = read("tests/it/main.rs");
    for entry in fs::read_dir(root().join("tests/it")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap();
        if path.extension().is_some_and(|extension| extension == "rs") && name != "main" {
            assert!(main.contains(&format!("mod {name};")), "tests/it/main.rs does not list {name}");
        }
    }
}

#[test]
fn every_module_says_what_it_is_for() {
    let mut folders = ["src", "commands/src", "fuzz"].map(|folder| root().join(folder)).to_vec();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") && !is_unit_test(&path) {
                let text = fs::read_to_string(&path).unwrap();
                assert!(text.starts_with("//! "), "{} has no module documentation", path.display());
            }
        }
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
    let mut folders = ["src", "tests", "commands", "fuzz/tests"].map(|folder| root().join(folder)).to_vec();
    let mut sources = String::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                sources += &fs::read_to_string(path).unwrap();
            }
        }
    }
    let missing: Vec<_> = names.into_iter().filter(|name| !sources.contains(&format!("fn {name}("))).collect();
    assert!(missing.is_empty(), "no test is called {missing:?}");
}
