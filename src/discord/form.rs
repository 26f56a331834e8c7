//! Writes and reads forms, which Discord calls modals. serenity's model drops the fields inside a label, so the shapes
//! are our own.

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::discord::custom_id::CustomId;
use crate::discord::interaction::opened;
use crate::discord::seal::Seal;
use callsheet_core::answer::form::{Form, Given, Opened};
use callsheet_core::answer::language::Language;
use callsheet_core::answer::notice::Notice;
use callsheet_core::answer::phrases::form::{Choice, FormPage, Input, page};
use callsheet_core::answer::words::cut;

/// Discord's numbers for what is sent: a modal as an answer, a label, a menu, a text, a box to check.
const MODAL: u8 = 9;
const LABEL: u8 = 18;
const MENU: u8 = 3;
const TEXT: u8 = 4;
const CHECKBOX: u8 = 23;

/// Discord's numbers for a text of one line and of several.
const SHORT: u8 = 1;
const PARAGRAPH: u8 = 2;

/// A part of a submitted form: what was given for a field, or what fields stand in.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Part {
    custom_id: Option<String>,
    values: Vec<String>,
    /// Of a text or a box.
    value: Option<Value>,
    component: Option<Box<Part>>,
    components: Vec<Part>,
}

pub(super) fn modal(opened: &Opened, custom_id: &str, language: Language) -> Value {
    let FormPage { title, fields } = page(opened, language);
    let labels = fields.into_iter().map(|field| {
        let component = component(field.name, field.input);
        let mut label = json!({ "type": LABEL, "label": field.label, "component": component });
        if let Some(hint) = field.hint {
            label["description"] = hint.into();
        }
        label
    });
    let components: Vec<Value> = labels.collect();
    json!({ "type": MODAL, "data": { "custom_id": custom_id, "title": title, "components": components } })
}

fn component(name: &str, input: Input) -> Value {
    match input {
        Input::Choice(Choice { choices, selected, required }) => {
            let option = |(value, label): (String, String)| {
                let is_selected = selected.as_ref() == Some(&value);
                let mut option = json!({ "label": label, "value": value });
                if is_selected {
                    option["default"] = true.into();
                }
                option
            };
            let options: Vec<Value> = choices.into_iter().map(option).collect();
            let mut menu = json!({ "type": MENU, "custom_id": name, "required": required, "options": options });
            if !required {
                // Or nobody could clear it on a phone.
                menu["min_values"] = 0.into();
            }
            menu
        }
        Input::Text { value, is_long, required, longest } => {
            let style = if is_long { PARAGRAPH } else { SHORT };
            let mut text = json!({
                "type": TEXT, "custom_id": name, "style": style, "required": required, "max_length": longest,
            });
            if !value.is_empty() {
                text["value"] = cut(&value, longest).into();
            }
            text
        }
        Input::Check { on } => json!({ "type": CHECKBOX, "custom_id": name, "default": on }),
    }
}

/// Reads a submitted form: which one, if the bot made it for this user, and its values. `None` if it cannot be read.
pub(super) fn submitted(data: &Value, seal: &Seal, user: u64, now: Timestamp) -> Option<(Result<Form, Notice>, Given)> {
    let whole = Part::deserialize(data).ok()?;
    let form = match opened(whole.custom_id.as_deref()?, seal, user, now) {
        Ok(CustomId::Form(form, _)) => Ok(form),
        Ok(CustomId::Target(_)) => Err(Notice::Gone),
        Err(notice) => Err(notice),
    };
    let mut given = Given::default();
    collect(&whole, &mut given);
    Some((form, given))
}

fn collect(part: &Part, given: &mut Given) {
    for inside in part.component.as_deref().into_iter().chain(&part.components) {
        if let Some(field) = &inside.custom_id {
            let value = match &inside.value {
                Some(Value::String(text)) => Some(text.clone()),
                Some(Value::Bool(on)) => Some(on.to_string()),
                _ => None,
            };
            given.0.insert(field.clone(), value.into_iter().chain(inside.values.iter().cloned()).collect());
        }
        collect(inside, given);
    }
}
