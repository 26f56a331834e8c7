//! Rules for the wording of every sentence: Discord's limits, the language's own forms and marks.

use std::collections::BTreeSet;

use callsheet_core::notes::MARK_WIDTH;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};

use crate::languages::file::{VALUE, locales};
use crate::languages::{said_by, sources};

/// The only plain text that is no label; it is for a terminal.
const NO_LABEL: &str = "demo-welcome";

/// Every form of every sentence, with its language and its id.
fn wordings() -> Vec<(String, String, String)> {
    let mut all = Vec::new();
    for (code, sentences) in locales() {
        for (id, sentence) in sentences {
            all.extend(sentence.wordings.into_iter().map(|wording| (code.clone(), id.clone(), wording)));
        }
    }
    all
}

#[test]
fn suggestions_descriptions_and_labels_fit_discords_limits() {
    let sources = sources();
    let plain = said_by(".text(\"", &sources);
    for (code, id, wording) in wordings() {
        // As long as most typed texts and names get.
        let longest = wording.replace(VALUE, &"x".repeat(30));
        let limit = match id.as_str() {
            NO_LABEL => continue,
            // Pages of notes reserve this much room for it.
            "masked" => MARK_WIDTH,
            id if id.starts_with("suggest-") || id.starts_with("command-") => 100,
            id if plain.contains(id) => 80,
            // The longest line of a description, with room for several values.
            _ => 512,
        };
        let length = longest.encode_utf16().count();
        assert!(length <= limit, "{code}: {id} has {length} characters, of {limit}");
    }
}

#[test]
fn choices_have_exactly_the_forms_that_the_language_needs() {
    for (code, sentences) in locales() {
        let needed = forms(&code);
        for (id, sentence) in sentences {
            for choice in sentence.choices {
                // A choice by a word has other names.
                if choice.contains("other") {
                    assert_eq!(choice, needed, "{code}: {id}");
                }
            }
        }
    }
}

/// The number forms of a language for the counts that occur here, and "other".
fn forms(code: &str) -> BTreeSet<String> {
    let probe = "form = { $count ->
    [zero] zero
    [one] one
    [two] two
    [few] few
    [many] many
   *[other] other
}";
    let mut bundle = FluentBundle::new(vec![code.parse().unwrap()]);
    bundle.add_resource(FluentResource::try_new(probe.to_owned()).unwrap()).unwrap();
    let pattern = bundle.get_message("form").unwrap().value().unwrap();
    let form = |count: usize| {
        let mut args = FluentArgs::new();
        args.set("count", count);
        bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
    };
    (0..1_000).map(form).chain(["other".to_owned()]).collect()
}

#[test]
fn marks_are_those_of_the_language() {
    for (code, id, wording) in wordings().into_iter().filter(|(code, id, _)| code != "en" && id != NO_LABEL) {
        let wrong = match code.as_str() {
            "de" => &["'", "\"", "»", "«", "”", "...", " :", " !", " ?"][..],
            "fr" => &["'", "\"", "“", "”", "...", " :", " ;", " !", " ?", "« ", " »", "«\u{a0}", "\u{a0}»"],
            "es" => &["'", "\"", "„", "“", "...", " :", " ;", " !", " ?", "« ", " »"],
            _ => &["\"", "..."],
        };
        let found: Vec<_> = wrong.iter().filter(|mark| wording.contains(**mark)).collect();
        assert!(found.is_empty(), "{code}: {id} has {found:?}: {wording}");
        if code == "fr" {
            for (at, _) in wording.match_indices([':', ';', '!', '?', '»']) {
                assert!(wording[..at].ends_with(['\u{a0}', '\u{202f}']), "fr: {id}: a gap is missing in {wording}");
            }
        }
        if code == "es" {
            assert_eq!(wording.matches('?').count(), wording.matches('¿').count(), "es: {id}: {wording}");
        }
    }
}

#[test]
fn quotation_marks_stand_in_pairs() {
    for (code, id, wording) in wordings() {
        for (left, right) in [('„', '“'), ('«', '»'), ('(', ')')] {
            if code == "en" && left == '„' {
                continue;
            }
            let count = |mark| wording.matches(mark).count();
            assert_eq!(count(left), count(right), "{code}: {id}: {wording}");
        }
    }
}
