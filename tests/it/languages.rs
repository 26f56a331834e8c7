//! The files in `locales/` are complete and without unused sentences.

mod answers;
mod calls;
mod file;
mod limits;
mod lookups;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use callsheet_core::answer::language::Language;
use callsheet_core::answer::manifests::localized;
use serde_json::Value;

use crate::languages::file::{Sentence, locales};
use testkit::payload::check_commands;

/// Sentences without words to translate, equal to English in some language.
const SAME: [&str; 15] = [
    "edit-change",
    "edit-list",
    "edit-part-name",
    "extension",
    "field-notes",
    "field-vip",
    "group",
    "location-number",
    "notes-button",
    "people",
    "phone",
    "reason-vip",
    "row-phone",
    "vip-mark",
    "vips",
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn sources() -> String {
    let mut folders = vec![root().join("src"), root().join("core/src")];
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

/// The ids of sentences that `sources` pass to this method.
fn said_by<'a>(call: &str, sources: &'a str) -> BTreeSet<&'a str> {
    let said = sources.split(call).skip(1).map(|rest| rest.split('"').next().unwrap());
    // The Discord API client and the HTML parser also have a method `text`.
    said.filter(|id| !id.is_empty() && id.chars().all(|char| char.is_ascii_alphanumeric() || char == '-')).collect()
}

#[test]
fn every_language_has_all_sentences_with_the_same_values() {
    let locales = locales();
    let english = &locales["en"];
    for (code, sentences) in &locales {
        let missing: Vec<_> = english.keys().filter(|id| !sentences.contains_key(*id)).collect();
        let unknown: Vec<_> = sentences.keys().filter(|id| !english.contains_key(*id)).collect();
        assert!(missing.is_empty() && unknown.is_empty(), "{code}: missing {missing:?}, unknown {unknown:?}");
        for (id, sentence) in sentences {
            assert_eq!(sentence.values, english[id].values, "{code}: {id} speaks of other things than in English");
        }
    }
}

#[test]
fn every_file_has_the_same_sections_in_the_same_order() {
    let locales = locales();
    let order = |code: &str| {
        let mut places: Vec<_> = locales[code].iter().map(|(id, said)| (said.line, said.section, id)).collect();
        places.sort_unstable();
        places.into_iter().map(|(_, section, id)| (section, id)).collect::<Vec<_>>()
    };
    let english = order("en");
    for code in locales.keys() {
        let differ = order(code).into_iter().zip(&english).find(|(here, there)| here != *there);
        assert_eq!(differ, None, "{code}: (section, sentence) here and in English");
    }
}

#[test]
fn nothing_is_left_in_english() {
    let locales = locales();
    let mut same = BTreeSet::new();
    for (code, sentences) in locales.iter().filter(|(code, _)| *code != "en") {
        for (id, sentence) in sentences.iter().filter(|(id, said)| said.wordings == locales["en"][*id].wordings) {
            assert!(SAME.contains(&id.as_str()), "{code}: {id} is the same as in English: {:?}", sentence.wordings);
            same.insert(id.clone());
        }
    }
    assert_eq!(same, SAME.map(str::to_owned).into(), "everything that may be the same is so in some language");
}

#[test]
fn every_language_of_the_folder_is_built_in() {
    let built_in: BTreeSet<&str> = Language::all().into_iter().map(Language::code).collect();
    let locales = locales();
    assert_eq!(built_in, locales.keys().map(String::as_str).collect(), "touch core/src/answer/language.rs");
}

#[test]
fn no_sentence_is_unused_and_none_is_missing() {
    let (sources, locales) = (sources(), locales());
    let english = &locales["en"];
    let is_used = |id: &str| id.starts_with("command-") || sources.contains(&format!("\"{id}\""));
    let unused: Vec<_> = english.keys().filter(|id| !is_used(id)).collect();
    assert!(unused.is_empty(), "no source names {unused:?}");
    for call in [".say(\"", ".say_with(\"", ".text(\""] {
        let missing: Vec<_> = said_by(call, &sources).into_iter().filter(|id| !english.contains_key(*id)).collect();
        assert!(missing.is_empty(), "no file has {missing:?}");
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
    let commands_in = |sentences: &BTreeMap<String, Sentence>| -> BTreeSet<String> {
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
    for (locale, code) in [
        ("en-US", "en"),
        ("en-GB", "en"),
        ("de", "de"),
        ("DE", "de"),
        ("es-419", "es"),
        ("es-ES", "es"),
        ("fr_CA.UTF-8", "fr"),
        ("de_AT@euro", "de"),
        ("fr.UTF-8", "fr"),
        ("deutsch", "en"),
        ("C.UTF-8", "en"),
        ("POSIX", "en"),
        ("ja", "en"),
        ("", "en"),
        ("-", "en"),
        ("x-y-z", "en"),
        ("🦀", "en"),
    ] {
        assert_eq!(Language::of_locale(locale).code(), code, "{locale}");
    }
}
