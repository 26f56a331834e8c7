//! The files in `locales/`: complete, and nothing in them without use.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use callsheet::answer::language::Language;
use callsheet::answer::manifests::localized;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;
use serde_json::Value;

use crate::support::payload::check_commands;

/// The sentences of a file, each with the values it speaks of.
type Sentences = BTreeMap<String, BTreeSet<String>>;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn locales() -> BTreeMap<String, Sentences> {
    let files = fs::read_dir(root().join("locales")).unwrap().map(|entry| entry.unwrap().path());
    files.map(|path| (path.file_stem().unwrap().to_str().unwrap().to_owned(), read(&path))).collect()
}

fn read(path: &Path) -> Sentences {
    let text = fs::read_to_string(path).unwrap();
    let resource = parser::parse(text.as_str()).unwrap_or_else(|(_, faults)| panic!("{}: {faults:?}", path.display()));
    let mut sentences = Sentences::new();
    for entry in resource.body {
        match entry {
            Entry::Message(message) => {
                let mut values = BTreeSet::new();
                collect(message.value.as_ref().unwrap(), &mut values);
                let id = message.id.name.to_owned();
                assert!(sentences.insert(id.clone(), values).is_none(), "{}: {id} stands there twice", path.display());
            }
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
            other => panic!("{}: neither a sentence nor a comment: {other:?}", path.display()),
        }
    }
    sentences
}

fn collect(pattern: &Pattern<&str>, values: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        let inline = match expression {
            Expression::Inline(inline) => inline,
            Expression::Select { selector, variants } => {
                for variant in variants {
                    collect(&variant.value, values);
                }
                selector
            }
        };
        if let InlineExpression::VariableReference { id } = inline {
            values.insert(id.name.to_owned());
        }
    }
}

fn sources() -> String {
    let mut folders = vec![root().join("src")];
    let mut text = String::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                text.push_str(&fs::read_to_string(&path).unwrap());
            }
        }
    }
    text
}

#[test]
fn every_language_says_everything_and_of_the_same_things() {
    let locales = locales();
    let english = &locales["en"];
    for (code, sentences) in &locales {
        let missing: Vec<_> = english.keys().filter(|id| !sentences.contains_key(*id)).collect();
        let unknown: Vec<_> = sentences.keys().filter(|id| !english.contains_key(*id)).collect();
        assert!(missing.is_empty() && unknown.is_empty(), "{code}: missing {missing:?}, unknown {unknown:?}");
        for (id, values) in sentences {
            assert_eq!(values, &english[id], "{code}: {id} speaks of other things than in English");
        }
    }
}

#[test]
fn every_language_of_the_folder_is_built_in() {
    let built_in: BTreeSet<&str> = Language::all().into_iter().map(Language::code).collect();
    let locales = locales();
    assert_eq!(built_in, locales.keys().map(String::as_str).collect(), "touch src/answer/language.rs");
}

#[test]
fn no_sentence_is_there_in_vain_and_none_is_missing() {
    let (sources, locales) = (sources(), locales());
    let english = &locales["en"];
    let is_used = |id: &str| id.starts_with("command-") || sources.contains(&format!("\"{id}\""));
    let unused: Vec<_> = english.keys().filter(|id| !is_used(id)).collect();
    assert!(unused.is_empty(), "no source names {unused:?}");
    for call in [".say(\"", ".say_with(\"", ".text(\""] {
        for rest in sources.split(call).skip(1) {
            let id = rest.split('"').next().unwrap();
            assert!(english.contains_key(id), "no file has {id}");
        }
    }
}

#[test]
fn commands_are_described_in_every_language() {
    let locales = locales();
    let mut described = BTreeMap::new();
    for manifest in commands::manifests() {
        let id = format!("command-{}", words(manifest["name"].as_str().unwrap()));
        for option in manifest["options"].as_array().into_iter().flatten() {
            let option_id = format!("{id}-{}", option["name"].as_str().unwrap());
            described.insert(option_id, option["description"].as_str().unwrap().to_owned());
        }
        let shown = manifest["description"].as_str().or(manifest["name"].as_str()).unwrap();
        described.insert(id, shown.to_owned());
    }
    let commands_in = |sentences: &Sentences| -> BTreeSet<String> {
        sentences.keys().filter(|id| id.starts_with("command-")).cloned().collect()
    };
    assert_eq!(commands_in(&locales["en"]), described.keys().cloned().collect());
    for (id, description) in described {
        assert_eq!(Language::default().text(&id), description, "en.ftl and the manifest differ: {id}");
    }
    let manifests = localized(commands::manifests());
    check_commands(&manifests.clone().into()).unwrap();
    for language in Language::all().into_iter().skip(1) {
        let code = language.code();
        let shown = |value: &Value| value.as_object().unwrap().keys().any(|locale| locale.starts_with(code));
        assert!(manifests.iter().all(|manifest| {
            shown(manifest.get("description_localizations").unwrap_or(&manifest["name_localizations"]))
        }));
    }
}

fn words(name: &str) -> String {
    name.trim_end_matches('?').to_lowercase().replace(' ', "-")
}

#[test]
fn a_locale_finds_its_language_and_an_unknown_one_english() {
    for (locale, code) in [("en-US", "en"), ("en-GB", "en"), ("ja", "en"), ("", "en"), ("x-y-z", "en"), ("🦀", "en")]
    {
        assert_eq!(Language::of_locale(locale).code(), code, "{locale}");
    }
}
