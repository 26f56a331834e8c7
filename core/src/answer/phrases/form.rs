//! The words of forms.

use strum::VariantArray;

use crate::answer::form::{Form, REASON, ReleaseReason};
use crate::answer::language::Language;
use crate::notebook::attempts::WrongReason;

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
    let (title, label, choices) = match form {
        Form::Release(_) => {
            let choice = |why: &ReleaseReason| (why.into(), reason(*why, language));
            ("release-form", "release-form-reason", ReleaseReason::VARIANTS.iter().map(choice).collect())
        }
        Form::WrongNumber { .. } => {
            let choice = |why: &WrongReason| (why.into(), wrong_reason(*why, language));
            ("wrong-number-form", "wrong-number-form-reason", WrongReason::VARIANTS.iter().map(choice).collect())
        }
    };
    let fields = vec![FieldPage { name: REASON, label: language.text(label), choices }];
    FormPage { title: language.text(title), fields }
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

pub fn reason(reason: ReleaseReason, language: Language) -> String {
    match reason {
        ReleaseReason::Busy => language.text("release-reason-busy"),
        ReleaseReason::Outage => language.text("release-reason-outage"),
        ReleaseReason::Upkeep => language.text("release-reason-upkeep"),
        ReleaseReason::Agreed => language.text("release-reason-agreed"),
    }
}
