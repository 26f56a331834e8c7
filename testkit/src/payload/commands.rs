//! The rules for commands that Discord documents and its schema misses.

use std::sync::OnceLock;

use jsonschema::Validator;
use serde_json::{Value, json};

use super::{check_choices, check_unique, is_blank, items, length};

const CHAT_INPUT: u64 = 1;
const SUB_COMMAND: u64 = 1;
const SUB_COMMAND_GROUP: u64 = 2;
const BOT_DM: u64 = 1;

/// The locales that Discord's reference lists.
const LOCALES: [&str; 34] = [
    "ar", "bg", "cs", "da", "de", "el", "en-GB", "en-US", "es-419", "es-ES", "fi", "fr", "he", "hi", "hr", "hu", "id",
    "it", "ja", "ko", "lt", "nl", "no", "pl", "pt-BR", "ro", "ru", "sv-SE", "th", "tr", "uk", "vi", "zh-CN", "zh-TW",
];

/// Checks the commands of one guild.
pub(super) fn check(commands: &[Value]) -> Result<(), String> {
    let chat = |command: &&Value| command["type"].as_u64().unwrap_or(CHAT_INPUT) == CHAT_INPUT;
    if commands.iter().filter(chat).count() > 100 {
        return Err("more than 100 commands".to_owned());
    }
    check_unique("a command's name", commands.iter().filter(chat).filter_map(|command| command["name"].as_str()))?;
    commands.iter().try_for_each(|command| check_command(command, chat(&command)))
}

fn check_command(command: &Value, is_chat: bool) -> Result<(), String> {
    if items(&command["contexts"]).any(|context| context == BOT_DM) {
        return Err("a guild's command offered in direct messages".to_owned());
    }
    check_locales(command)?;
    if !is_chat {
        let is_plain = is_blank(&command["description"]) && command["options"].is_null();
        return if is_plain { Ok(()) } else { Err("a menu command with a description or options".to_owned()) };
    }
    check_name(&command["name"])?;
    if is_blank(&command["description"]) {
        return Err("a command without a description".to_owned());
    }
    check_options(&command["options"])?;
    let total = text(command);
    if total > 8000 { Err(format!("{total} characters in a command, 8000 are allowed")) } else { Ok(()) }
}

fn check_options(options: &Value) -> Result<(), String> {
    check_unique("an option's name", items(options).filter_map(|option| option["name"].as_str()))?;
    let nests = |option: &Value| matches!(option["type"].as_u64(), Some(SUB_COMMAND | SUB_COMMAND_GROUP));
    if items(options).any(nests) && !items(options).all(nests) {
        return Err("options beside subcommands".to_owned());
    }
    let is_required = |option: &Value| option["required"] == true;
    if items(options).skip_while(|option| is_required(option)).any(is_required) {
        return Err("a required option after an optional one".to_owned());
    }
    for option in items(options) {
        check_name(&option["name"])?;
        check_locales(option)?;
        if option["autocomplete"] == true && items(&option["choices"]).count() > 0 {
            return Err("an option with choices and autocomplete".to_owned());
        }
        check_choices(&option["choices"])?;
        check_unique("a choice's name", items(&option["choices"]).filter_map(|choice| choice["name"].as_str()))?;
        check_options(&option["options"])?;
    }
    Ok(())
}

fn check_name(name: &Value) -> Result<(), String> {
    static PATTERN: OnceLock<Validator> = OnceLock::new();
    let pattern = PATTERN.get_or_init(|| {
        // From Discord's reference, "Application Command Naming".
        let schema = json!({ "type": "string", "pattern": r"^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$" });
        jsonschema::validator_for(&schema).unwrap()
    });
    let is_lower_case = name.as_str().is_some_and(|name| name.to_lowercase() == name);
    if pattern.is_valid(name) && is_lower_case { Ok(()) } else { Err(format!("not a name for a command: {name}")) }
}

fn check_locales(named: &Value) -> Result<(), String> {
    let locales = ["name_localizations", "description_localizations"]
        .iter()
        .filter_map(|part| named[part].as_object())
        .flat_map(serde_json::Map::keys);
    match locales.into_iter().find(|locale| !LOCALES.contains(&locale.as_str())) {
        Some(unknown) => Err(format!("no such locale: {unknown}")),
        None => Ok(()),
    }
}

/// What counts towards a command's 8000 characters: names, descriptions and choice values, each in its longest
/// localization.
fn text(named: &Value) -> usize {
    let longest = |part: &str| {
        let localized = named[format!("{part}_localizations")].as_object();
        let localized = localized.into_iter().flat_map(|texts| texts.values()).map(length).max();
        length(&named[part]).max(localized.unwrap_or(0))
    };
    let inside = ["options", "choices"].iter().flat_map(|part| items(&named[part])).map(text).sum::<usize>();
    longest("name") + longest("description") + length(&named["value"]) + inside
}
