//! Forms: what is asked in them, what comes of what is given, and what does not.

use callsheet::discord::custom_id::CustomId;
use callsheet_core::domain::id::UserId;
use callsheet_core::journal::Action;
use insta::assert_snapshot;
use jiff::SignedDuration;
use serde_json::json;

use testkit::account::{Account, person};
use testkit::chat::{Chat, submitted, used};
use testkit::desk::DeskChat;
use testkit::targets;

fn manager() -> Chat {
    let account = Account::default().organization(1, "Acme Corporation").with(person(1, "Jane Doe").at(1));
    Chat::about(&account).with_policy("open = true\n[brake]\nquestions_per_minute = 1000").permitted(32)
}

const USER: [(&str, &str); 1] = [("user", "1141")];

#[tokio::test]
async fn release_asks_for_a_reason_and_the_journal_has_it() {
    let desk = DeskChat::of(manager()).await;
    let form = desk.asks("release", &USER).await;
    assert_snapshot!(form, @"
    Resume a user's lookups
    Why were the lookups OK?
    [a busy shift | -]
    [an outage at a client | -]
    [upkeep of the records | -]
    [we talked about it | -]
    ");
    assert_snapshot!(desk.sends(&form.submitted(&[("reason", "outage")])).await, @"
    <@1141> can look up contacts again in this server
    Their count in this server starts over. The audit log shows that you resumed their lookups, and why: an outage at a client. Pauses in other servers stay.
    Synced 4 min ago
    ");
    let entries = desk.entries().await;
    let [opened, submitted] = &*entries else { panic!("{entries:?}") };
    assert_eq!((&opened.action, opened.subject, &opened.reason), (&Action::Command("release".into()), None, &None));
    assert_eq!((&submitted.action, submitted.subject), (&Action::Release, Some(UserId(1141))));
    assert_eq!(submitted.reason, Some("outage".into()));
}

#[test]
fn each_opening_of_a_form_has_an_id_of_its_own() {
    let chat = manager();
    let opened = |interaction: &str| {
        let mut asked = testkit::chat::asked("release", &USER);
        asked["data"]["options"][0]["type"] = json!(6);
        asked["id"] = interaction.into();
        chat.sends(&asked).body()["data"]["custom_id"].as_str().unwrap().to_owned()
    };
    assert_ne!(opened("77"), opened("78"));
}

#[test]
fn a_form_works_for_its_user_for_a_day_and_for_managers_only() {
    let form = manager().asks("release", &USER).submitted(&[("reason", "busy")]);
    let says = |chat: Chat| chat.sends(&form).to_string();
    assert!(says(manager()).contains("can look up contacts again"));
    assert!(says(manager().by_user(5)).starts_with("No longer available"));
    assert!(says(manager().permitted(0)).starts_with("You don't have access"));
    let later = manager();
    later.later(SignedDuration::from_hours(25));
    assert!(says(later).starts_with("This button has expired"));
    let elsewhere = manager().in_guild(7);
    assert!(says(elsewhere).starts_with("Not available here"));
}

#[test]
fn what_is_no_answer_to_the_form_lifts_nothing() {
    let chat = manager();
    for given in [&[][..], &[("reason", "because")], &[("reason", "")], &[("why", "busy")]] {
        let answered = chat.responds(&submitted(&targets::release(1141), given));
        assert!(answered.body.to_string().contains("Couldn't read that request"), "{given:?}: {}", answered.body);
        assert!(answered.effect.is_none() && answered.entry.unwrap().subject.is_none());
    }
    let mut two = submitted(&targets::release(1141), &[("reason", "busy")]);
    two["data"]["components"][0]["component"]["values"] = json!(["busy", "outage"]);
    let mut odd = submitted(&targets::release(1141), &[("reason", "busy")]);
    odd["data"]["components"] = json!({ "reason": "busy" });
    let mut own = submitted(&targets::release(4), &[("reason", "busy")]);
    own["data"]["components"][0]["id"] = json!(9);
    for (question, said) in [(two, "Couldn't read"), (odd, "Couldn't read"), (own, "You can't resume your own")] {
        let answered = chat.responds(&question);
        assert!(answered.body.to_string().contains(said) && answered.effect.is_none(), "{}", answered.body);
    }
    // A button is no form, and a form no button.
    for carried in [CustomId::from(targets::person(1)).write(), "release".to_owned()] {
        assert!(chat.sends(&submitted(&carried, &[("reason", "busy")])).to_string().starts_with("No longer available"));
    }
    assert!(chat.sends(&used(&targets::release(1141), None)).to_string().starts_with("No longer available"));
}

#[test]
fn fields_in_rows_of_their_own_are_read_too() {
    let mut old = submitted(&targets::release(1141), &[]);
    let field = json!({ "type": 3, "id": 2, "custom_id": "reason", "values": ["busy"] });
    old["data"]["components"] = json!([{ "type": 1, "id": 1, "components": [field] }]);
    assert!(manager().sends(&old).to_string().contains("a busy shift"));
}
