//! Writes and reads forms, which Discord calls modals. serenity's model drops the fields inside a label, so the shapes
//! are our own.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::discord::custom_id::CustomId;
use crate::discord::interaction::opened;
use crate::discord::seal::Seal;
use callsheet_core::answer::form::{Form, Given};
use callsheet_core::answer::language::Language;
use callsheet_core::answer::notice::Notice;
use callsheet_core::answer::phrases::form::{FormPage, page};

/// Discord's numbers for what is sent: a modal as an answer, a label, a menu.
const MODAL: u8 = 9;
const LABEL: u8 = 18;
const MENU: u8 = 3;

#[derive(Serialize)]
struct Callback<'a> {
    r#type: u8,
    data: Modal<'a>,
}

#[derive(Serialize)]
struct Modal<'a> {
    custom_id: &'a str,
    title: String,
    components: Vec<Label>,
}

#[derive(Serialize)]
struct Label {
    r#type: u8,
    #[serde(rename = "label")]
    text: String,
    component: Menu,
}

#[derive(Serialize)]
struct Menu {
    r#type: u8,
    custom_id: &'static str,
    required: bool,
    options: Vec<Choice>,
}

#[derive(Serialize)]
struct Choice {
    label: String,
    value: &'static str,
}

/// A part of a submitted form: what was given for a field, or what fields stand in.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Part {
    custom_id: Option<String>,
    values: Vec<String>,
    component: Option<Box<Part>>,
    components: Vec<Part>,
}

/// A form as the body of a callback.
#[must_use]
pub(super) fn modal(form: Form, custom_id: &str, language: Language) -> Option<Value> {
    let FormPage { title, fields } = page(form, language);
    let components = fields.into_iter().map(|field| {
        let options = field.choices.into_iter().map(|(value, label)| Choice { label, value }).collect();
        let component = Menu { r#type: MENU, custom_id: field.name, required: true, options };
        Label { r#type: LABEL, text: field.label, component }
    });
    let data = Modal { custom_id, title, components: components.collect() };
    serde_json::to_value(Callback { r#type: MODAL, data }).ok()
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
            given.0.insert(field.clone(), inside.values.clone());
        }
        collect(inside, given);
    }
}
