//! What is submitted in a form.

use callsheet_core::answer::Effect;
use callsheet_core::answer::form::{REASON, ReleaseReason};
use callsheet_core::journal::Action;
use callsheet_core::notebook::Change;
use callsheet_core::notebook::attempts::Outcome;
use callsheet_core::plan::What;
use serde_json::{Value, json};

use crate::account::{NOW, SERVED, SNAPSHOT};
use crate::answers::{self, ASKER};

/// The data of a submitted form. It only changes something if one of the form's own reasons was given, once; for a
/// release, of another user. The journal then has the reason in the bot's own words, and the user who is released. A form
/// sealed for another user does nothing.
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
    if let Some(effect) = answered.effect.clone() {
        let What::Form { given, .. } = &question.what else { panic!("nothing was given") };
        let Some(entry) = &answered.entry else { panic!("it is not noted") };
        assert_eq!(given.0.get(REASON).map(Vec::len), Some(1));
        let reason: &str = match effect {
            Effect::Release(user) => {
                assert!(entry.action == Action::Release && entry.subject == Some(user) && user.0 != ASKER);
                given.reason::<ReleaseReason>().unwrap_or_else(|| panic!("no reason of the form was given")).into()
            }
            Effect::Remember(Change::Attempt(call)) => {
                assert!(call.by.0 == ASKER && call.outcome == Outcome::WrongNumber && call.at == NOW);
                assert_eq!(call.reason, given.reason());
                call.reason.unwrap_or_else(|| panic!("no reason of the form was given")).into()
            }
            // The contact is no step of that chain, so the card is of another one.
            Effect::Remember(Change::LookedUp { .. }) => {
                assert_eq!(entry.reason, None);
                return answers::check(answered, ASKER, &SERVED);
            }
            effect => panic!("a form does {effect:?}"),
        };
        assert_eq!(entry.reason, Some(reason.into()));
    }
    answers::check(answered, ASKER, &SERVED);
}
