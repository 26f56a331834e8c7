//! The commands as users of each language see them while typing.

use serde_json::{Map, Value};

use crate::answer::language::Language;

/// Discord's locales, as of 2026-08 (<https://docs.discord.com/developers/reference#locales>).
const LOCALES: [&str; 32] = [
    "id", "da", "de", "en-GB", "en-US", "es-ES", "es-419", "fr", "hr", "it", "lt", "hu", "nl", "no", "pl", "pt-BR",
    "ro", "fi", "sv-SE", "vi", "tr", "cs", "el", "bg", "ru", "uk", "hi", "th", "zh-CN", "ja", "zh-TW", "ko",
];

/// The manifests with the descriptions of every language added. Names of commands and options stay the same
/// everywhere: colleagues of different languages tell each other what to type.
pub fn localized(mut manifests: Vec<Value>) -> Vec<Value> {
    for manifest in &mut manifests {
        let Some(name) = manifest["name"].as_str() else { continue };
        let id = format!("command-{}", words(name));
        if manifest["description"].is_string() {
            manifest["description_localizations"] = localizations(&id);
        } else {
            // A command of a message's menu has no description, and people read its name.
            manifest["name_localizations"] = localizations(&id);
        }
        for option in manifest["options"].as_array_mut().into_iter().flatten() {
            let Some(name) = option["name"].as_str() else { continue };
            option["description_localizations"] = localizations(&format!("{id}-{}", words(name)));
        }
    }
    manifests
}

/// What a command does, in this language; a command on a message has its own name here.
pub fn description(name: &str, language: Language) -> String {
    language.text(&format!("command-{}", words(name)))
}

fn localizations(id: &str) -> Value {
    let default = Language::default();
    let of = |locale: &&str| {
        let language = Language::of_locale(locale);
        let text = (language != default).then(|| language.own_text(id)).flatten()?;
        Some(((*locale).to_owned(), Value::from(text)))
    };
    LOCALES.iter().filter_map(of).collect::<Map<String, Value>>().into()
}

/// A name as it is typed on a terminal, and a part of a sentence's id: "Who do I call?" is "who-do-i-call".
pub fn words(name: &str) -> String {
    let words = name.split(|char: char| !char.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join("-")
}
