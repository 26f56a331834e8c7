//! Ties the manifests to the parsers, and both to Discord's limits.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::line::LineError;
use crate::options::{MAX_LENGTH, Options, ParseError, Pick};
use crate::release::Release;
use crate::{COMMANDS, Command, Completion, MAX_MESSAGE, line, manifests, parse, parse_completion, parse_message};

/// Discord's type of an option that takes a user.
const USER: u64 = 6;

fn given(options: &[(&str, &str)]) -> Options {
    options.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

fn text(text: &str) -> Pick {
    Pick::Text(text.to_owned())
}

fn options_of(manifest: &Value) -> Vec<(&str, bool)> {
    let options = manifest["options"].as_array().into_iter().flatten();
    options.map(|option| (option["name"].as_str().unwrap(), option["required"] == true)).collect()
}

fn is_on_message(manifest: &Value) -> bool {
    manifest["type"] == 3
}

/// A command's name as a file's: "Who do I call?" is in `who-do-i-call.json`.
fn file_name(name: &str) -> String {
    let words = name.split(|char: char| !char.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join("-")
}

#[test]
fn every_manifest_is_listed_under_its_own_name() {
    let files: BTreeSet<String> = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned())
        .collect();
    let listed = COMMANDS.map(|entry| entry.name.to_owned());
    let named: Vec<String> = manifests().iter().map(|manifest| manifest["name"].as_str().unwrap().to_owned()).collect();
    assert_eq!(files, listed.iter().map(|name| file_name(name)).collect());
    assert_eq!(named, listed, "a manifest that is no JSON would be missing here");
}

#[test]
fn the_parser_reads_exactly_the_options_the_manifest_offers() {
    for manifest in manifests().into_iter().filter(|manifest| !is_on_message(manifest)) {
        let name = manifest["name"].as_str().unwrap();
        let options = options_of(&manifest);
        let is_user = |option: &str| option == "user";
        let given_for = |option| if is_user(option) { "1141" } else { option };
        let all: Vec<_> = options.iter().map(|(option, _)| (*option, given_for(*option))).collect();
        let full = parse(name, &given(&all)).unwrap();
        for (option, required) in &options {
            let others: Vec<_> = all.iter().copied().filter(|(other, _)| other != option).collect();
            match parse(name, &given(&others)) {
                Err(ParseError::Missing(missing)) => {
                    assert!(*required && missing == *option, "/{name} without {option}");
                }
                Err(error) => panic!("/{name} without {option}: {error:?}"),
                Ok(command) => assert!(!required && command != full, "/{name} does not read {option}"),
            }
            // Discord itself suggests users.
            assert!(
                parse_completion(name, &given(&all), option).is_ok() != is_user(option),
                "/{name} completes {option}"
            );
        }
        let extra: Vec<_> = all.iter().copied().chain([("colour", "red")]).collect();
        assert_eq!(parse(name, &given(&extra)), Err(ParseError::UnknownOption));
        assert_eq!(parse_completion(name, &given(&extra), "colour"), Err(ParseError::UnknownOption));
    }
}

#[test]
fn the_manifests_keep_discords_limits() {
    let allowed = |char: char| char.is_ascii_lowercase() || char == '-' || char == '_';
    for manifest in manifests() {
        assert_eq!((&manifest["contexts"], &manifest["integration_types"]), (&[0].into(), &[0].into()), "guilds only");
        if is_on_message(&manifest) {
            let name = manifest["name"].as_str().unwrap();
            assert!((1..=32).contains(&name.chars().count()), "{name}");
            assert!(manifest.get("description").is_none() && manifest.get("options").is_none(), "{name}");
            continue;
        }
        let fits = |value: &Value| {
            let (name, description) = (value["name"].as_str().unwrap(), value["description"].as_str().unwrap());
            assert!((1..=32).contains(&name.len()) && name.chars().all(allowed), "{name}");
            assert!((1..=100).contains(&description.chars().count()), "{description}");
            name.len() + description.chars().count()
        };
        let options = manifest["options"].as_array().map(Vec::as_slice).unwrap_or_default();
        let characters = fits(&manifest) + options.iter().map(fits).sum::<usize>();
        assert!(characters <= 8000 && options.len() <= 25);
        assert!(options_of(&manifest).is_sorted_by_key(|(_, required)| !required), "required options come first");
        let is_limited = |option: &Value| option["max_length"] == MAX_LENGTH && option["autocomplete"] == true;
        assert!(options.iter().all(|option| option["type"] == USER || is_limited(option)));
    }
}

#[test]
fn a_command_is_for_all_or_for_those_who_manage_the_server() {
    // Discord's bit of the permission "Manage Server".
    const MANAGE_SERVER: &str = "32";
    for manifest in manifests() {
        let needs = &manifest["default_member_permissions"];
        assert!(needs.is_null() || *needs == MANAGE_SERVER, "{}", manifest["name"]);
    }
}

#[test]
fn a_command_on_a_message_reads_only_the_messages_text() {
    let long = "ü".repeat(3 * MAX_MESSAGE);
    for (said, text) in [("ACME-DC01 down", "ACME-DC01 down"), ("", ""), (&long, &long[..2 * MAX_MESSAGE])] {
        let command = Command::WhoDoICall { text: text.to_owned() };
        assert_eq!(parse_message("Who do I call?", said), Ok(command));
    }
    for name in ["contact", "who do i call?", "Translate", ""] {
        assert_eq!(parse_message(name, "ACME-DC01 down"), Err(ParseError::UnknownCommand), "{name}");
    }
    assert_eq!(parse("Who do I call?", &Options::default()), Err(ParseError::UnknownCommand));
    assert_eq!(parse_completion("Who do I call?", &Options::default(), "text"), Err(ParseError::UnknownCommand));
}

#[test]
fn an_action_is_text_even_where_it_looks_like_a_suggestion() {
    let Ok(Command::WhoCan(who_can)) = parse("who-can", &given(&[("action", " id:7 ")])) else { panic!("not read") };
    assert_eq!((who_can.action.as_str(), who_can.organization), ("id:7", None));
    assert_eq!(parse("who-can", &given(&[("action", " \t")])), Err(ParseError::Missing("action")));
}

#[test]
fn a_taken_suggestion_is_exact_and_typed_digits_are_not() {
    for (value, pick) in [
        ("id:42", Some(Pick::Id(42))),
        (&Pick::value(u64::MAX), Some(Pick::Id(u64::MAX))),
        ("4155550123", Some(text("4155550123"))),
        ("id:", Some(text("id:"))),
        ("id:+4", Some(text("id:+4"))),
        ("id:99999999999999999999999", Some(text("id:99999999999999999999999"))),
        ("  jane ", Some(text("jane"))),
        (" \t", None),
    ] {
        assert_eq!(Pick::parse(value), pick, "{value}");
    }
}

#[test]
fn overlong_text_is_cut() {
    assert_eq!(Pick::parse(&"ü".repeat(6000)), Some(text(&"ü".repeat(MAX_LENGTH))));
}

#[test]
fn a_half_typed_option_may_be_empty() {
    let completion = parse_completion("vip", &given(&[("organization", "id:7")]), "name");
    let vip = Completion::Vip { typed: String::new(), organization: Some(Pick::Id(7)), contact_type: None };
    assert_eq!(completion, Ok(vip));
}

#[track_caller]
fn check_line(line: &str, name: &str, organization: Option<&str>) {
    let Command::Contact(contact) = line::parse(line).unwrap() else { panic!("not /contact") };
    assert_eq!((contact.name, contact.organization), (text(name), organization.map(text)), "{line}");
}

#[test]
fn a_line_is_read_as_discord_shows_it() {
    check_line("/contact jane doe", "jane doe", None);
    check_line("  contact   jane   doe ", "jane doe", None);
    check_line("/contact name: jane doe organization: acme", "jane doe", Some("acme"));
    check_line("/contact name:jane organization:acme corp", "jane", Some("acme corp"));
    check_line("/CONTACT jane Organization: acme", "jane", Some("acme"));
    check_line("/contact organization: acme name: jane", "jane", Some("acme"));
    check_line("/contact organization: \"acme corp\" jane", "jane", Some("acme corp"));
    check_line("/contact \"jane: doe\" organization: “acme”", "jane: doe", Some("acme"));
    check_line("/contact name: \"jane doe", "jane doe", None);
    check_line("/contact https://acme.example", "https://acme.example", None);
    assert_eq!(line::parse("/vip").unwrap(), parse("vip", &Options::default()).unwrap());
    assert_eq!(line::parse("/primary id:7").unwrap(), parse("primary", &given(&[("organization", "id:7")])).unwrap());
    let who_can = given(&[("action", "password reset"), ("organization", "acme")]);
    assert_eq!(line::parse("/who-can password reset organization: acme").unwrap(), parse("who-can", &who_can).unwrap());
    assert_eq!(line::parse("/unbind").unwrap(), Command::Unbind);
    assert_eq!(line::parse("/release 1141").unwrap(), Command::Release(Release { user: 1141 }));
}

#[test]
fn a_message_on_a_line_is_read_as_it_is() {
    for (line, text) in [
        ("/who-do-i-call P1: Acme, firewall  \"down\"", "P1: Acme, firewall  \"down\""),
        ("Who-Do-I-Call acme", "acme"),
        ("/who-do-i-call", ""),
    ] {
        assert_eq!(line::parse(line), Ok(Command::WhoDoICall { text: text.to_owned() }), "{line}");
    }
}

#[test]
fn a_half_typed_line_wants_suggestions_for_its_last_option() {
    let organization = |typed: &str| Completion::Organization { typed: typed.to_owned() };
    let person =
        |typed: &str, organization| Completion::Person { typed: typed.to_owned(), organization, contact_type: None };
    for (line, completion) in [
        ("/contact jon", person("jon", None)),
        ("contact", person("", None)),
        ("/contact jane organization: ac", organization("ac")),
        ("/contact jane organization:", organization("")),
        ("/contact organization: acme name: jane d", person("jane d", Some(text("acme")))),
        ("/primary ac", organization("ac")),
    ] {
        assert_eq!(line::parse_completion(line), Ok(completion), "{line}");
    }
    for line in ["/unbind", "/contcat jon", "/contact zzz: jon", "/who-do-i-call acme", ""] {
        assert!(line::parse_completion(line).is_err(), "{line}");
    }
}

#[test]
fn a_line_that_is_not_understood_tells_what_would_be() {
    let usage = || "/contact name: … [organization: …] [type: …]".to_owned();
    let meant = |name: &str| Some(name.to_owned());
    let missing = || LineError::Rejected { error: ParseError::Missing("name"), usage: usage() };
    for (line, error) in [
        ("/contcat jane", LineError::UnknownCommand { meant: meant("/contact") }),
        ("/vpi", LineError::UnknownCommand { meant: meant("/vip") }),
        ("/weather", LineError::UnknownCommand { meant: None }),
        ("", LineError::UnknownCommand { meant: None }),
        (
            "/contact jane organisation: acme",
            LineError::UnknownOption { meant: meant("organization:"), usage: usage() },
        ),
        (
            "/primary acme zzz: 1",
            LineError::UnknownOption { meant: None, usage: "/primary [organization: …]".to_owned() },
        ),
        ("/contact", missing()),
        ("/contact organization: acme", missing()),
        (
            "/release jane",
            LineError::Rejected { error: ParseError::NoUser("user"), usage: "/release user: …".to_owned() },
        ),
        ("/contact jane name: john", LineError::Repeated { option: "name".to_owned(), usage: usage() }),
    ] {
        assert_eq!(line::parse(line), Err(error), "{line}");
    }
    assert!(line::all_commands().starts_with("/contact, /vip, /primary, "), "{}", line::all_commands());
}
