//! What is submitted in a form.

use callsheet_core::answer::Effect;
use callsheet_core::answer::form::{REASON, ReleaseReason};
use callsheet_core::journal::Action;
use callsheet_core::plan::What;
use serde_json::{Value, json};

use crate::account::{NOW, SERVED, SNAPSHOT};
use crate::answers::{self, ASKER};

/// The data of a submitted form. It only has an effect if one of the form's own reasons was given, once, for another
/// user; the journal then has the user and the reason in the bot's own words. A form sealed for another user does
/// nothing.
///
/// What the form carries is sealed here, unless it is already.
///
/// # Panics
///
/// Where that does not hold.
pub fn form(data: &[u8]) {
    let Ok(mut data) = serde_json::from_slice::<Value>(data) else { return };
    let carried = data["custom_id"].as_str().filter(|carried| !carried.contains('~')).map(str::to_owned);
    if let Some(carried) = &carried {
        data["custom_id"] = SERVED.seal.close(carried, ASKER + 1, NOW).into();
        let foreign = answers::answered(5, &data, &SERVED, &SNAPSHOT);
        assert!(foreign.is_only_said(), "a form of another user does something");
        data["custom_id"] = SERVED.seal.close(carried, ASKER, NOW).into();
    }
    let answered = answers::answered(5, &data, &SERVED, &SNAPSHOT);
    let Some((question, ..)) = &answered.asked else { panic!("a form is no ping") };
    assert!(matches!(question.what, What::Form { .. } | What::Unreadable), "a form is read as something else");
    assert_ne!(answered.body["type"], json!(9), "Discord takes no form in answer to a form");
    if let Some(effect) = answered.effect {
        let Effect::Release(user) = effect else { panic!("a form does {effect:?}") };
        let What::Form { given, .. } = &question.what else { panic!("nothing was given") };
        assert_eq!(given.0.get(REASON).map(Vec::len), Some(1));
        let reason = ReleaseReason::of(given).unwrap_or_else(|| panic!("no reason of the form was given"));
        let Some(entry) = &answered.entry else { panic!("it is not noted") };
        assert!(entry.action == Action::Release && entry.subject == Some(user) && user.0 != ASKER);
        assert_eq!(entry.reason, Some(<&str>::from(reason).into()));
    }
    answers::check(answered, ASKER, &SERVED);
}
