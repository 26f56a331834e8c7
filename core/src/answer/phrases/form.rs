//! The words of forms.

use strum::VariantArray;

use crate::answer::form::{Form, Opened, Prefill, REASON, ReleaseReason};
use crate::answer::language::Language;
use crate::answer::words::cut;
use crate::edit::list::{self, Entry};
use crate::edit::{EditField, Part, notes};
use crate::edits::RetireReason;
use crate::notebook::attempts::WrongReason;

/// Discord's limit for the name of a choice.
const LONGEST_CHOICE: usize = 100;

/// The longest text of a name or a title that IT Glue's own form takes.
const LONGEST_LINE: usize = 255;

/// A form in words, within Discord's limits: 45 characters for its title and each label, 100 for each choice.
pub struct FormPage {
    pub title: String,
    /// At most 5.
    pub fields: Vec<FieldPage>,
}

/// A field of a form.
pub struct FieldPage {
    /// The name under which its value comes back.
    pub name: &'static str,
    pub label: String,
    /// What to enter, where the label does not say it all.
    pub hint: Option<String>,
    pub input: Input,
}

/// How a field is filled in.
pub enum Input {
    Choice(Choice),
    Text {
        value: String,
        is_long: bool,
        required: bool,
        /// UTF-16 units.
        longest: usize,
    },
    Check {
        on: bool,
    },
}

/// A choice of one, or of none where it is not required.
pub struct Choice {
    /// At most 25: the value that comes back, and the text that the user reads.
    pub choices: Vec<(String, String)>,
    pub selected: Option<String>,
    pub required: bool,
}

pub fn page(opened: &Opened, language: Language) -> FormPage {
    let reasons = |title, label, choices: Vec<(&'static str, String)>| {
        let choices = choices.into_iter().map(|(value, text)| (value.to_owned(), text)).collect();
        let input = Input::Choice(Choice { choices, selected: None, required: true });
        let field = FieldPage { name: REASON, label: language.text(label), hint: None, input };
        FormPage { title: language.text(title), fields: vec![field] }
    };
    match (opened.form, &opened.prefill) {
        (Form::Release(_), _) => {
            let choice = |why: &ReleaseReason| (why.into(), reason(*why, language));
            reasons("release-form", "release-form-reason", ReleaseReason::VARIANTS.iter().map(choice).collect())
        }
        (Form::WrongNumber { .. }, _) => {
            let choice = |why: &WrongReason| (why.into(), wrong_reason(*why, language));
            let choices = WrongReason::VARIANTS.iter().map(choice).collect();
            reasons("wrong-number-form", "wrong-number-form-reason", choices)
        }
        (Form::Retire(_), _) => {
            let choice = |why: &RetireReason| (why.into(), retire_reason(*why, language));
            reasons("retire-form", "retire-form-reason", RetireReason::VARIANTS.iter().map(choice).collect())
        }
        (Form::Edit { .. }, Some(prefill)) => edit(prefill, language),
        // It is never opened without.
        (Form::Edit { .. }, None) => FormPage { title: language.text("edit-form"), fields: Vec::new() },
    }
}

/// A part of a contact, with what stands there.
fn edit(prefill: &Prefill, language: Language) -> FormPage {
    let title = language.text(if prefill.contact.is_none() { "add-form" } else { "edit-form" });
    let label = |field: EditField| language.text(label(field));
    let fields = &prefill.fields;
    let line = |field: EditField, value: &str, required| FieldPage {
        name: field.into(),
        label: label(field),
        hint: None,
        input: Input::Text { value: value.to_owned(), is_long: false, required, longest: LONGEST_LINE },
    };
    let long = |field: EditField, value: String, hint: Option<&str>| FieldPage {
        name: field.into(),
        label: label(field),
        hint: hint.map(|hint| language.text(hint)),
        input: Input::Text { value, is_long: true, required: false, longest: notes::LONGEST },
    };
    let list = |field: EditField, entries: &[Entry], hint| {
        long(field, prefill.typed.get(&field).cloned().unwrap_or_else(|| list::write(entries)), Some(hint))
    };
    let choice = |field: EditField, choices: Vec<(u64, &String)>, selected: Option<u64>| FieldPage {
        name: field.into(),
        label: label(field),
        hint: None,
        input: Input::Choice(Choice {
            choices: choices.into_iter().map(|(id, name)| (id.to_string(), cut(name, LONGEST_CHOICE))).collect(),
            selected: selected.map(|id| id.to_string()),
            required: false,
        }),
    };
    let mut fields = match prefill.part {
        Part::Name => {
            let types = prefill.types.iter().map(|(id, name)| (id.0, name)).collect();
            vec![
                line(EditField::FirstName, &fields.first_name, true),
                line(EditField::LastName, &fields.last_name, false),
                line(EditField::Title, &fields.title, false),
                choice(EditField::Type, types, fields.contact_type.map(|id| id.0)),
                FieldPage {
                    name: EditField::Vip.into(),
                    label: label(EditField::Vip),
                    hint: None,
                    input: Input::Check { on: fields.vip },
                },
            ]
        }
        Part::Emails => vec![list(EditField::Emails, &fields.emails, "edit-emails-hint")],
        Part::Phones => vec![list(EditField::Phones, &fields.phones, "edit-phones-hint")],
        Part::Notes => vec![long(EditField::Notes, fields.notes.clone(), None)],
        Part::Place => {
            let sites = prefill.locations.iter().map(|(id, name)| (id.0, name)).collect();
            vec![choice(EditField::Location, sites, fields.location.map(|id| id.0))]
        }
    };
    // Discord takes no menu without a choice.
    fields.retain(|field| !matches!(&field.input, Input::Choice(choice) if choice.choices.is_empty()));
    FormPage { title, fields }
}

/// A field's name.
pub fn label(field: EditField) -> &'static str {
    match field {
        EditField::FirstName => "field-first-name",
        EditField::LastName => "field-last-name",
        EditField::Title => "field-title",
        EditField::Type => "field-type",
        EditField::Vip => "field-vip",
        EditField::Emails => "field-emails",
        EditField::Phones => "field-phones",
        EditField::Notes => "field-notes",
        EditField::Location => "field-location",
    }
}

/// Why a number is wrong.
pub fn wrong_reason(reason: WrongReason, language: Language) -> String {
    match reason {
        WrongReason::NotInService => language.text("wrong-number-not-in-service"),
        WrongReason::SomebodyElse => language.text("wrong-number-somebody-else"),
        WrongReason::Left => language.text("wrong-number-left"),
        WrongReason::Other => language.text("wrong-number-other"),
    }
}

fn retire_reason(reason: RetireReason, language: Language) -> String {
    match reason {
        RetireReason::Left => language.text("retire-left"),
        RetireReason::Duplicate => language.text("retire-duplicate"),
        RetireReason::Mistake => language.text("retire-mistake"),
    }
}

pub fn reason(reason: ReleaseReason, language: Language) -> String {
    match reason {
        ReleaseReason::Busy => language.text("release-reason-busy"),
        ReleaseReason::Outage => language.text("release-reason-outage"),
        ReleaseReason::Upkeep => language.text("release-reason-upkeep"),
        ReleaseReason::Agreed => language.text("release-reason-agreed"),
    }
}
