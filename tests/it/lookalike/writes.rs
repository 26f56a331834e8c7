//! Creating, changing and deleting.

use lookalike::account::Psa;
use lookalike::behaviour::Quirk;
use reqwest::Method;
use serde_json::{Value, json};

use super::{Caller, names, small_account};

/// A document with one contact's attributes.
fn document(attributes: &Value) -> Value {
    json!({ "data": { "type": "contacts", "attributes": attributes } })
}

/// Sends attributes that are refused, and returns the status and the error.
async fn refusal(caller: &Caller, method: Method, target: &str, attributes: &Value) -> (u16, Value) {
    let (status, body) = caller.send(method, target, &document(attributes)).await;
    let error = &body["errors"][0];
    assert_eq!(error["status"], status, "the status in the body is a number: {body}");
    let said = if error["detail"].is_null() { &error["title"] } else { &error["detail"] };
    (status, json!([said, error["source"]["pointer"]]))
}

#[tokio::test]
async fn a_contact_is_created_with_its_phones_and_emails() {
    let caller = Caller::new(small_account()).await;
    let attributes = json!({
        "organization-id": "1", "first_name": "Lee", "last-name": "Park", "contact_type_id": 3,
        "contact-emails": [{ "value": "lee@acme.example", "primary": true, "label-name": "Work" }],
        "contact-phones": [{ "value": "+1 (415) 555-0199", "extension": "x 12", "label_name": "Office" }],
    });
    let (status, body) = caller.send(Method::POST, "/contacts", &document(&attributes)).await;
    assert_eq!(status, 201);
    let created = &body["data"]["attributes"];
    assert_eq!((&created["name"], &created["contact-type-name"]), (&json!("Lee Park"), &json!("Approver")));
    assert_eq!(created["contact-phones"][0]["value"], "14155550199");
    assert_eq!(created["contact-phones"][0]["extension"], "12");
    let id = body["data"]["id"].as_str().unwrap();
    assert_eq!(caller.get(&format!("/contacts/{id}")).await["data"], body["data"]);
}

#[tokio::test]
async fn several_contacts_are_created_at_once_or_none_of_them() {
    let caller = Caller::new(small_account()).await;
    let item = |name: &str| json!({ "type": "contacts", "attributes": { "first-name": name } });
    let target = "/organizations/2/relationships/contacts";
    let (status, _) = caller.send(Method::POST, target, &json!({ "data": [item("A"), item("")] })).await;
    assert_eq!((status, names(&caller.get(target).await)), (422, vec!["Jane Roe"]));
    let (status, body) = caller.send(Method::POST, target, &json!({ "data": [item("A"), item("B")] })).await;
    assert_eq!((status, names(&body)), (201, vec!["A", "B"]));
}

#[tokio::test]
async fn invalid_attributes_are_refused_in_the_services_words() {
    let mut account = small_account();
    let abroad = account.add_location(2, "Of another organization").id;
    let caller = Caller::new(account).await;
    for (attributes, said) in [
        (json!({ "first-name": "A" }), json!(["Valid organization_id is required", "data/attributes/organization_id"])),
        (json!({ "organization-id": 1 }), json!(["can't be blank", "/data/attributes/first-name"])),
        (
            json!({ "organization-id": 1, "first-name": "A", "contact-type-id": 99 }),
            json!(["must exist", "/data/attributes/contact-type-id"]),
        ),
        (
            json!({ "organization-id": 1, "first-name": "A", "location-id": abroad }),
            json!(["must exist", "/data/attributes/location-id"]),
        ),
        (
            json!({ "organization-id": 1, "first-name": "A", "contact-emails": [{ "value": "a", "label-name": "x" }] }),
            json!(["must be a valid email address format", "/data/attributes/contact-emails[0].value"]),
        ),
        (
            json!({ "organization-id": 1, "first-name": "A", "contact-phones": [{ "value": "1" }] }),
            json!(["label_name is required", "/data/attributes/contact-phones[0].label-name"]),
        ),
    ] {
        assert_eq!(refusal(&caller, Method::POST, "/contacts", &attributes).await, (422, said));
    }
    assert_eq!(caller.lookalike.edit(|account| account.contacts.len()), 4);
}

#[tokio::test]
async fn a_change_touches_only_what_it_names() {
    let caller = Caller::new(small_account()).await;
    caller.lookalike.edit(|account| account.now = "2026-03-01T12:00:00Z".parse().ok());
    let before = caller.get("/contacts/4").await["data"]["attributes"].clone();
    let (status, body) =
        caller.send(Method::PATCH, "/contacts/4", &document(&json!({ "title": "Boss", "notes": null }))).await;
    let after = &body["data"]["attributes"];
    assert_eq!((status, &after["title"]), (200, &json!("Boss")));
    assert_eq!(after["updated-at"], "2026-03-01T12:00:00.000Z");
    for same in ["name", "important", "contact-emails", "contact-phones", "contact-type-id", "created-at"] {
        assert_eq!(after[same], before[same], "{same}");
    }
}

#[tokio::test]
async fn several_contacts_are_changed_at_once() {
    let caller = Caller::new(small_account()).await;
    let item = |id: Value| json!({ "type": "contacts", "attributes": { "id": id, "title": "Both" } });
    let (status, body) =
        caller.send(Method::PATCH, "/contacts", &json!({ "data": [item(json!("4")), item(json!(6))] })).await;
    assert_eq!((status, names(&body)), (200, vec!["Jane Doe", "Mia Novak"]));
    assert!(body["data"].as_array().unwrap().iter().all(|item| item["attributes"]["title"] == "Both"));
    let (status, _) = caller.send(Method::PATCH, "/contacts", &json!({ "data": [item(json!(99))] })).await;
    assert_eq!(status, 404);
}

#[tokio::test]
async fn contacts_are_deleted_by_each_form_of_body() {
    let item = |id: &str| json!({ "type": "contacts", "attributes": { "id": id } });
    for (target, data) in [
        ("/contacts", json!([item("4"), item("5")])),
        ("/contacts", json!([{ "type": "contacts", "id": "4" }, { "type": "contacts", "id": 5 }])),
        ("/organizations/1/relationships/contacts", json!([item("4"), item("5")])),
    ] {
        let caller = Caller::new(small_account()).await;
        let (status, body) = caller.send(Method::DELETE, target, &json!({ "data": data })).await;
        assert_eq!((status, names(&body)), (200, vec!["Jane Doe", "Adam Zimmer"]), "{data}");
        assert_eq!(names(&caller.get("/contacts").await), ["Mia Novak", "Jane Roe"]);
    }
    let caller = Caller::new(small_account()).await;
    let one = json!({ "data": item("6") });
    assert_eq!(caller.send(Method::DELETE, "/contacts", &one).await.0, 200);
    assert_eq!(caller.send(Method::DELETE, "/contacts", &one).await.0, 404);
    assert_eq!(caller.send(Method::DELETE, "/contacts", &json!({ "data": [] })).await.0, 400);
    let nested = "/organizations/2/relationships/contacts";
    assert_eq!(caller.send(Method::DELETE, nested, &json!({ "data": item("4") })).await.0, 404);
}

#[tokio::test]
async fn one_contact_is_deleted_by_its_address_only_if_asked_to() {
    let caller = Caller::new(small_account()).await;
    let delete = || caller.request(Method::DELETE, "/contacts/4").header("content-type", "application/vnd.api+json");
    assert_eq!(caller.answer(delete()).await.0, 404);
    caller.lookalike.behave(|behaviour| _ = behaviour.quirks.insert(Quirk::DeletesById));
    assert_eq!(caller.answer(delete()).await.0, 200);
    assert_eq!(names(&caller.get("/contacts").await), ["Adam Zimmer", "Mia Novak", "Jane Roe"]);
}

#[tokio::test]
async fn a_contact_synced_from_a_psa_takes_only_notes_and_importance() {
    let mut account = small_account();
    for (id, state) in [(4, "enabled"), (5, "orphaned"), (6, "disabled")] {
        let psa = Psa { system: "manage".into(), id: id.to_string(), state: state.into() };
        account.contacts.get_mut(&id).unwrap().psa = Some(psa);
    }
    let caller = Caller::new(account).await;
    for (id, title) in [(4, 422), (5, 422), (6, 200)] {
        let target = format!("/contacts/{id}");
        let free = document(&json!({ "notes": "n", "important": true }));
        assert_eq!(caller.send(Method::PATCH, &target, &free).await.0, 200);
        assert_eq!(caller.send(Method::PATCH, &target, &document(&json!({ "title": "t" }))).await.0, title, "{id}");
    }
    let (_, said) = refusal(&caller, Method::PATCH, "/contacts/4", &json!({ "title": "t" })).await;
    assert_eq!(said[0], "Cannot update a synced resource");
}

#[tokio::test]
async fn an_organization_is_deleted_some_time_after_it_was_asked_for() {
    let caller = Caller::new(small_account()).await;
    let doomed = json!({ "data": [{ "type": "organizations", "attributes": { "id": 1 } }] });
    let (status, _) = caller.send(Method::DELETE, "/organizations", &doomed).await;
    assert_eq!((status, names(&caller.get("/contacts").await).len()), (200, 4));
    let mut requests = 1;
    while names(&caller.get("/contacts").await).len() > 1 {
        requests += 1;
    }
    assert_eq!((requests, names(&caller.get("/organizations").await)), (2, vec!["Globex, Inc."]));
}

#[tokio::test]
async fn organizations_and_types_are_written_too() {
    let caller = Caller::new(small_account()).await;
    for target in ["/organizations", "/contact_types"] {
        let (status, body) = caller.send(Method::POST, target, &document(&json!({ "name": "New" }))).await;
        assert_eq!(status, 201);
        let target = format!("{target}/{}", body["data"]["id"].as_str().unwrap());
        let (status, body) = caller.send(Method::PATCH, &target, &document(&json!({ "name": "Newer" }))).await;
        assert_eq!((status, &body["data"]["attributes"]["name"]), (200, &json!("Newer")));
        let (status, said) = refusal(&caller, Method::PATCH, &target, &json!({ "name": "" })).await;
        assert_eq!((status, &said[0]), (422, &json!("can't be blank")));
    }
    assert_eq!(caller.send(Method::DELETE, "/contact_types", &document(&json!({ "id": 3 }))).await.0, 404);
}

#[tokio::test]
async fn a_body_must_be_declared_and_make_sense() {
    let caller = Caller::new(small_account()).await;
    let declared = |content_type: &str| caller.request(Method::POST, "/contacts").header("content-type", content_type);
    assert_eq!(caller.answer(declared("application/json").body("{}")).await.0, 415);
    let jsonapi = "application/vnd.api+json; charset=utf-8";
    for body in ["{", "{}", r#"{"data":[]}"#, r#"{"data":{"type":"contacts"}}"#, ""] {
        assert_eq!(caller.answer(declared(jsonapi).body(body)).await.0, 400, "{body}");
    }
}
