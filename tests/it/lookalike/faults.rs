//! Writes that go wrong in the ways that services of this kind are known for.

use lookalike::answers::Answer;
use lookalike::behaviour::{Fault, Quirk};
use reqwest::Method;
use serde_json::{Value, json};

use super::{Caller, names, small_account};

const ACME: &str = "/organizations/1/relationships/contacts";

/// A look-alike with these quirks, and Jane's two numbers.
async fn with(quirks: impl IntoIterator<Item = Quirk>) -> Caller {
    let mut account = small_account();
    let jane = account.contacts.get_mut(&4).unwrap();
    jane.phone("Work", "4155550100");
    jane.phones[1].more.insert("verified_by".into(), "dispatch".into());
    let caller = Caller::new(account).await;
    caller.lookalike.behave(|behaviour| behaviour.quirks.extend(quirks));
    caller
}

/// What a change of Jane is answered with.
async fn change(caller: &Caller, attributes: &Value) -> (u16, Value) {
    let body = json!({ "data": { "type": "contacts", "attributes": attributes } });
    let (status, answer) = caller.send(Method::PATCH, "/contacts/4", &body).await;
    (status, answer["data"]["attributes"].clone())
}

/// What numbers are after a write of these two, each with its mark.
async fn numbers_after_a_write(caller: &Caller) -> Vec<(String, bool)> {
    let number = |value: &str, primary| json!({ "value": value, "primary": primary, "label-name": "Work" });
    let sent = json!({ "contact-phones": [number("4155550100", true), number("4155550111", false)] });
    let (_, answer) = change(caller, &sent).await;
    let phones = answer["contact-phones"].as_array().unwrap();
    phones.iter().map(|phone| (phone["value"].as_str().unwrap().into(), phone["primary"] == true)).collect()
}

#[tokio::test]
async fn numbers_take_the_place_of_the_old_ones_or_are_added() {
    for (quirk, expected) in [
        (None, vec![("4155550100", true), ("4155550111", false)]),
        (Some(Quirk::MergesEntries), vec![("4155550156", true), ("4155550100", true), ("4155550111", false)]),
        (Some(Quirk::LosesPrimary), vec![("4155550100", false), ("4155550111", false)]),
        (Some(Quirk::DoublesPrimary), vec![("4155550100", true), ("4155550111", true)]),
    ] {
        let after = numbers_after_a_write(&with(quirk).await).await;
        let after: Vec<(&str, bool)> = after.iter().map(|(value, primary)| (&**value, *primary)).collect();
        assert_eq!(after, expected, "{quirk:?}");
    }
}

#[tokio::test]
async fn unknown_keys_survive_only_if_they_come_back() {
    let caller = with([]).await;
    let number = json!({ "value": "4155550199", "label-name": "Work", "verified_by": "dispatch", "invented": 1 });
    let (_, answer) = change(&caller, &json!({ "contact-phones": [number] })).await;
    let phone = &answer["contact-phones"][0];
    assert_eq!((&phone["verified_by"], phone.get("invented")), (&json!("dispatch"), None));
    let number = json!({ "value": "4155550199", "label-name": "Work" });
    let (_, answer) = change(&caller, &json!({ "contact-phones": [number] })).await;
    assert_eq!(answer["contact-phones"][0].get("verified_by"), None);
}

#[tokio::test]
async fn notes_are_written_anew_in_the_services_form() {
    let caller = with([Quirk::RewritesNotes]).await;
    for (sent, kept) in [
        ("Text first.\n# Ignore Warnings <all>", "<div>Text first.<br># Ignore Warnings &lt;all&gt;</div>"),
        (
            "<p>Text<!-- marker --> <b>first</b>.</p><p>Then<br/>call.</p>",
            "<p>Text <strong>first</strong>.</p>\n<p>Then<br>call.</p>",
        ),
        ("Left <!-- open", "Left "),
    ] {
        assert_eq!(change(&caller, &json!({ "notes": sent })).await.1["notes"], kept, "{sent}");
    }
    assert_eq!(change(&caller, &json!({ "notes": null })).await.1["notes"], Value::Null);
}

#[tokio::test]
async fn a_change_may_be_confirmed_and_not_made() {
    let caller = with([Quirk::IgnoresChanges]).await;
    caller.lookalike.edit(|account| account.now = "2026-03-01T12:00:00Z".parse().ok());
    let (status, answer) = change(&caller, &json!({ "title": "CTO" })).await;
    assert_eq!((status, &answer["title"]), (200, &json!("IT Manager")));
    assert_eq!(answer["updated-at"], "2026-01-05T09:00:00.000Z");
    assert_eq!(change(&caller, &json!({ "contact-type-id": 99 })).await.0, 422);
}

#[tokio::test]
async fn a_write_may_be_carried_out_and_answered_with_a_failure() {
    for (answer, expected) in [
        (Answer::timed_out(), 504),
        (Answer::server_error(500), 500),
        (Answer::error(422, "Unprocessable Entity", None, None), 422),
    ] {
        let caller = with([]).await;
        caller.lookalike.behave(|behaviour| {
            behaviour.only = "PATCH";
            behaviour.fail(1, &Fault::DoneThen(answer));
        });
        caller.get("/contacts/4").await;
        assert_eq!(change(&caller, &json!({ "title": "CTO" })).await.0, expected);
        assert_eq!(caller.get("/contacts/4").await["data"]["attributes"]["title"], "CTO");
        assert_eq!(change(&caller, &json!({ "title": "CIO" })).await.0, 200);
    }
}

#[tokio::test]
async fn a_new_contact_may_be_missing_from_lists_for_a_while() {
    let caller = with([]).await;
    caller.lookalike.behave(|behaviour| behaviour.lists_lag = 3);
    let lee = json!({ "data": { "type": "contacts", "attributes": { "first-name": "Lee" } } });
    let (_, answer) = caller.send(Method::POST, ACME, &lee).await;
    let id = answer["data"]["id"].as_str().unwrap();
    assert_eq!(caller.get(&format!("/contacts/{id}")).await["data"]["id"], id);
    for expected in [false, false, true] {
        assert_eq!(names(&caller.get(ACME).await).contains(&"Lee"), expected);
    }
    caller.lookalike.behave(|behaviour| behaviour.lists_lag = usize::MAX);
    assert!(!names(&caller.get("/contacts").await).contains(&"Lee"));
    caller.lookalike.behave(|behaviour| behaviour.lists_lag = 0);
    assert_eq!(names(&caller.get(&format!("{ACME}?sort=-created_at&page[size]=1")).await), ["Lee"]);
}

#[tokio::test]
async fn a_write_with_a_filter_is_refused_and_remembered() {
    let caller = with([]).await;
    let body = json!({ "data": { "type": "contacts", "attributes": { "id": 4, "title": "CTO" } } });
    for (method, target) in [
        (Method::PATCH, "/contacts?filter[id]=4"),
        (Method::DELETE, "/contacts?filter%5Blast_name%5D=Doe"),
        (Method::DELETE, "/organizations/1/relationships/contacts?page[size]=1&filter[first_name]=Jane"),
    ] {
        assert_eq!(caller.send(method, target, &body).await.0, 400, "{target}");
    }
    let refused = caller.lookalike.filtered_writes();
    assert_eq!((refused.len(), &*refused[0]), (3, "PATCH /contacts?filter[id]=4"));
    assert_eq!(names(&caller.get("/contacts").await).len(), 4);
    assert_eq!(caller.send(Method::PATCH, "/contacts", &body).await.0, 200);
    let writes = caller.lookalike.writes();
    assert_eq!((writes.len(), &*writes[3], caller.lookalike.filtered_writes().len()), (4, "PATCH /contacts", 3));
}
