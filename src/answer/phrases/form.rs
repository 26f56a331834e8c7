//! The words of forms.

use crate::answer::form::{Form, REASON, ReleaseReason};
use crate::answer::language::Language;

/// A form in words, within Discord's limits: 45 characters for its title and each label, 100 for each choice.
pub struct FormPage {
    /// What it is about.
    pub title: String,
    /// At most 5.
    pub fields: Vec<FieldPage>,
}

/// A field of a form: a choice of one.
pub struct FieldPage {
    /// What it is called when it comes back.
    pub name: &'static str,
    /// What is asked.
    pub label: String,
    /// At most 25: what comes back, and what is read.
    pub choices: Vec<(&'static str, String)>,
}

/// Puts a form into words.
#[must_use]
pub fn page(form: Form, language: Language) -> FormPage {
    match form {
        Form::Release(_) => {
            let choices = ReleaseReason::ALL.map(|reason| (reason.name(), self::reason(reason, language)));
            let label = language.text("release-form-reason");
            let fields = vec![FieldPage { name: REASON, label, choices: choices.into() }];
            FormPage { title: language.text("release-form"), fields }
        }
    }
}

/// Why a hold is lifted.
#[must_use]
pub fn reason(reason: ReleaseReason, language: Language) -> String {
    match reason {
        ReleaseReason::Busy => language.text("release-reason-busy"),
        ReleaseReason::Outage => language.text("release-reason-outage"),
        ReleaseReason::Upkeep => language.text("release-reason-upkeep"),
        ReleaseReason::Agreed => language.text("release-reason-agreed"),
    }
}
