//! Writes and reads forms, which Discord calls modals. serenity's model drops the fields inside a label, so the shapes
//! are our own.

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::{Value, json};

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

/// A part of a submitted form: what was given for a field, or what fields stand in.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Part {
    custom_id: Option<String>,
    values: Vec<String>,
    component: Option<Box<Part>>,
    components: Vec<Part>,
}

pub(super) fn modal(form: Form, custom_id: &str, language: Language) -> Value {
    let FormPage { title, fields } = page(form, language);
    let labels = fields.into_iter().map(|field| {
        let options = field.choices.into_iter().map(|(value, label)| json!({ "label": label, "value": value }));
        let options: Vec<Value> = options.collect();
        let menu = json!({ "type": MENU, "custom_id": field.name, "required": true, "options": options });
        json!({ "type": LABEL, "label": field.label, "component": menu })
    });
    let components: Vec<Value> = labels.collect();
    json!({ "type": MODAL, "data": { "custom_id": custom_id, "title": title, "components": components } })
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
