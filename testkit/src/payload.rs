//! Would Discord accept this body?
//!
//! Discord's own OpenAPI description is checked first. It calls itself a preview and misses many rules that Discord
//! enforces, so the documented ones among them are checked by hand: [`message`] and [`commands`].

mod commands;
mod message;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use jsonschema::error::ValidationErrorKind;
use jsonschema::{ValidationError, Validator};
use serde_json::{Value, json};

/// Discord's schemas, reduced to what is sent; see `tests/data/README.md`.
const OPENAPI: &str = include_str!("../../tests/data/discord-openapi.json");

/// Checks the body of `POST /interactions/{id}/{token}/callback`.
pub fn check_callback(body: &Value) -> Result<(), String> {
    // One schema by the type, and not "any of": the error then names the fault.
    let schema = match body["type"].as_u64() {
        Some(1) => "PongInteractionCallbackRequest",
        Some(4 | 5) => "CreateMessageInteractionCallbackRequest",
        Some(6 | 7) => "UpdateMessageInteractionCallbackRequest",
        Some(8) => "ApplicationCommandAutocompleteCallbackRequest",
        Some(9) => "ModalInteractionCallbackRequest",
        _ => return Err(format!("/type: no such callback type: {}", body["type"])),
    };
    check_schema(schema, body)?;
    let data = &body["data"];
    match body["type"].as_u64() {
        Some(4) => message::check_new(data),
        Some(5) => message::check_deferred(data),
        Some(6) if !data.is_null() => Err("/data: a deferred update carries no data".to_owned()),
        Some(7) => message::check_edit(data),
        Some(8) => check_choices(&data["choices"]),
        Some(9) => message::check_modal(data),
        _ => Ok(()),
    }
}

/// Checks the body of `POST /channels/{channel}/messages`.
pub fn check_message(body: &Value) -> Result<(), String> {
    check_schema("MessageCreateRequest", body)?;
    message::check_new(body)
}

/// Checks the body of `PATCH /webhooks/{application}/{token}/messages/@original`.
pub fn check_edit(body: &Value) -> Result<(), String> {
    check_schema("IncomingWebhookUpdateRequestPartial", body)?;
    message::check_edit(body)
}

/// Checks the body of `PUT /applications/{application}/guilds/{guild}/commands`.
pub fn check_commands(body: &Value) -> Result<(), String> {
    let list = body.as_array().ok_or("the commands are not a list")?;
    for command in list {
        let mut command = command.clone();
        // The schema says integer; the documentation, and every client, says a string of digits.
        if let Some(permissions) = command["default_member_permissions"].as_str() {
            let number: u64 = permissions.parse().map_err(|_| "default_member_permissions: not a number")?;
            command["default_member_permissions"] = number.into();
        }
        check_schema("ApplicationCommandUpdateRequest", &command)?;
    }
    commands::check(list)
}

fn check_schema(name: &'static str, body: &Value) -> Result<(), String> {
    static VALIDATORS: OnceLock<BTreeMap<&'static str, Validator>> = OnceLock::new();
    let validators = VALIDATORS.get_or_init(|| {
        let openapi: Value = serde_json::from_str(OPENAPI).unwrap();
        [
            "PongInteractionCallbackRequest",
            "CreateMessageInteractionCallbackRequest",
            "UpdateMessageInteractionCallbackRequest",
            "ApplicationCommandAutocompleteCallbackRequest",
            "ModalInteractionCallbackRequest",
            "IncomingWebhookUpdateRequestPartial",
            "MessageCreateRequest",
            "ApplicationCommandUpdateRequest",
        ]
        .into_iter()
        .map(|name| {
            let schema = json!({
                "$ref": format!("#/components/schemas/{name}"),
                "components": openapi["components"],
            });
            (name, jsonschema::options().should_validate_formats(true).build(&schema).unwrap())
        })
        .collect()
    });
    match validators[name].iter_errors(body).next() {
        None => Ok(()),
        Some(error) => Err(explain(&error)),
    }
}

/// Names the fault inside the alternative that was meant, where the schema only says that none fits.
fn explain(error: &ValidationError<'_>) -> String {
    if let ValidationErrorKind::OneOfNotValid { context } | ValidationErrorKind::AnyOf { context } = error.kind() {
        let is_meant = |errors: &&Vec<ValidationError<'_>>| {
            !errors.iter().any(|error| {
                let wrong_kind = error.instance_path().as_str().ends_with("/type");
                wrong_kind || matches!(error.kind(), ValidationErrorKind::Type { .. })
            })
        };
        if let Some(inside) = context.iter().find(is_meant).and_then(|errors| errors.first()) {
            return explain(inside);
        }
    }
    format!("{}: {error}", error.instance_path())
}

/// Checks the choices of an autocomplete, or of an option.
fn check_choices(choices: &Value) -> Result<(), String> {
    for choice in items(choices) {
        if is_blank(&choice["name"]) {
            return Err("a choice without a name".to_owned());
        }
        if choice["value"].as_str().is_some_and(|value| value.chars().count() > 100) {
            return Err("a choice's value is longer than 100 characters".to_owned());
        }
    }
    Ok(())
}

/// The items of a list; none if it is missing or null.
fn items(list: &Value) -> impl Iterator<Item = &Value> {
    list.as_array().into_iter().flatten()
}

/// Characters of a text; 0 if it is missing or null.
fn length(text: &Value) -> usize {
    text.as_str().map_or(0, |text| text.chars().count())
}

/// Whether a text is missing, or empty once Discord has trimmed it.
fn is_blank(text: &Value) -> bool {
    text.as_str().is_none_or(|text| text.trim().is_empty())
}

/// Fails on the first value that was seen before.
fn check_unique<'a>(what: &str, values: impl IntoIterator<Item = &'a str>) -> Result<(), String> {
    let mut seen = BTreeSet::new();
    match values.into_iter().find(|value| !seen.insert(*value)) {
        Some(twice) => Err(format!("{what} used twice: {twice}")),
        None => Ok(()),
    }
}
