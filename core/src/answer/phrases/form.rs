//! The words of forms.

use strum::VariantArray;

use crate::answer::form::{Form, REASON, ReleaseReason};
use crate::answer::language::Language;

/// A form in words, within Discord's limits: 45 characters for its title and each label, 100 for each choice.
pub struct FormPage {
    pub title: String,
    /// At most 5.
    pub fields: Vec<FieldPage>,
}

/// A field of a form: a choice of one.
pub struct FieldPage {
    /// The name under which its value comes back.
    pub name: &'static str,
    pub label: String,
    /// At most 25: the value that comes back, and the text that the user reads.
    pub choices: Vec<(&'static str, String)>,
}

pub fn page(form: Form, language: Language) -> FormPage {
    match form {
        Form::Release(_) => {
            let choice = |reason: &ReleaseReason| (reason.into(), self::reason(*reason, language));
            let label = language.text("release-form-reason");
            let fields =
                vec![FieldPage { name: REASON, label, choices: ReleaseReason::VARIANTS.iter().map(choice).collect() }];
            FormPage { title: language.text("release-form"), fields }
        }
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
