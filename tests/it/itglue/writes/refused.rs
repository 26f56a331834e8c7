//! Refusals: what is wrong, with which fields, and in whose words.

use callsheet::itglue::write::WriteError;
use callsheet::itglue::write::refused::{Cause, Complaint, Refused};
use callsheet_core::domain::id::{ContactId, ContactTypeId, LocationId, OrganizationId};
use callsheet_core::edit::EditField;
use callsheet_core::edit::request::{Request, Target};
use lookalike::answers::Answer;
use lookalike::behaviour::Fault;
use serde_json::{Value, json};

use super::{ACME, JANE, connect, jane_at_acme, lee, title};

/// What a request is refused with that is answered like this.
async fn refusal(request: &Request, answer: Answer) -> Refused {
    let (lookalike, client) = connect(jane_at_acme()).await;
    lookalike.behave(|behaviour| behaviour.always = Some(Fault::Answer(answer)));
    let error = client.send(request).await.unwrap_err();
    assert_eq!(lookalike.writes().len(), 1, "it is sent once");
    let WriteError::Refused(refused) = error else { panic!("{error:?}") };
    refused
}

fn complaints(refused: Refused) -> Vec<Complaint> {
    let Refused::Invalid { complaints, .. } = refused else { panic!("{refused:?}") };
    complaints
}

/// The only complaint about a request, by the look-alike itself.
async fn complaint(fields: Vec<(EditField, Value)>, target: Target) -> (Cause, Vec<EditField>) {
    let (_lookalike, client) = connect(jane_at_acme()).await;
    let error = client.send(&Request { target, fields }).await.unwrap_err();
    let WriteError::Refused(refused) = error else { panic!("{error:?}") };
    let [complaint] = &*complaints(refused) else { panic!() };
    (complaint.cause, complaint.fields.clone())
}

#[tokio::test]
async fn what_is_wrong_with_a_field_is_told_apart() {
    let emails = |values: &[&str]| {
        let entries = values.iter().map(|value| json!({ "value": value, "label-name": "Work" }));
        (EditField::Emails, entries.collect::<Value>())
    };
    let jane = Target::Contact(JANE);
    for (field, cause) in [
        ((EditField::Type, json!(ContactTypeId(99))), Cause::UnknownType),
        ((EditField::FirstName, json!("")), Cause::NameMissing),
        ((EditField::Location, json!(LocationId(99))), Cause::Other),
        (emails(&["jane@acme.example", "jane"]), Cause::InvalidEmail { at: Some(1) }),
        ((EditField::Emails, json!([{ "value": "jane@acme.example" }])), Cause::Other),
        ((EditField::Phones, json!([{ "value": "none", "label-name": "Work" }])), Cause::Other),
    ] {
        let named = field.0;
        assert_eq!(complaint(vec![field], jane).await, (cause, vec![named]), "{named:?}");
    }
    let nameless = complaint(vec![(EditField::LastName, json!("Park"))], Target::New(ACME)).await;
    assert_eq!(nameless, (Cause::NameMissing, vec![]), "what was not sent cannot be left out");
}

#[tokio::test]
async fn a_synced_record_names_the_fields_that_are_locked() {
    let mut account = jane_at_acme();
    account.contacts.get_mut(&JANE.0).unwrap().synced_by("Microsoft", "m-1");
    let (lookalike, client) = connect(account).await;
    let mut request = title("CTO");
    request.fields.push((EditField::Emails, json!([{ "value": "j@acme.example", "label-name": "Work" }])));
    request.fields.push((EditField::Notes, json!("Text first.")));
    let WriteError::Refused(refused) = client.send(&request).await.unwrap_err() else { panic!() };
    assert_eq!(refused.fields(), [EditField::Emails]);
    let rest = request.without(&refused.fields()).unwrap();
    client.send(&rest).await.unwrap();
    lookalike.edit(|account| {
        account.contacts.get_mut(&JANE.0).unwrap().synced_by("Autotask", "77");
    });
    let WriteError::Refused(refused) = client.send(&request).await.unwrap_err() else { panic!() };
    assert_eq!(refused.fields(), [EditField::Title, EditField::Emails]);
    assert_eq!(complaints(refused)[0].cause, Cause::Synced);
    client.send(&request.without(&[EditField::Title, EditField::Emails]).unwrap()).await.unwrap();
}

#[tokio::test]
async fn each_status_is_a_refusal_of_its_own() {
    for (answer, expected) in [
        (Answer::forbidden(), Refused::Key),
        (Answer::unauthorized(), Refused::NotPermitted),
        (Answer::not_found(), Refused::Gone),
        (Answer::message(410, "Gone"), Refused::Gone),
        (Answer::bad_content_type(), Refused::ContentType),
        // A proxy in front of the service.
        (Answer::html(403), Refused::Invalid { status: 403, complaints: vec![] }),
        (Answer::html(404), Refused::Invalid { status: 404, complaints: vec![] }),
        (Answer::json(422, &json!({})), Refused::Invalid { status: 422, complaints: vec![] }),
        (Answer { status: 422, ..Answer::empty() }, Refused::Invalid { status: 422, complaints: vec![] }),
    ] {
        assert_eq!(refusal(&title("CTO"), answer).await, expected);
    }
    let (_lookalike, client) = connect(jane_at_acme()).await;
    let gone = Request { target: Target::Contact(ContactId(99)), ..title("CTO") };
    assert!(matches!(client.send(&gone).await, Err(WriteError::Refused(Refused::Gone))));
    let nowhere = Request { target: Target::New(OrganizationId(99)), ..lee() };
    assert!(matches!(client.send(&nowhere).await, Err(WriteError::Refused(Refused::Gone))));
}

#[tokio::test]
async fn recorded_refusals_are_understood() {
    let recorded: Value = serde_json::from_str(include_str!("../../../data/itglue/errors.json")).unwrap();
    let answer = |name: &str| {
        let status = u16::try_from(recorded[name]["http_status"].as_u64().unwrap()).unwrap();
        Answer::json(status, &recorded[name]["body"])
    };
    assert_eq!(refusal(&lee(), answer("401_no_permission_on_resource")).await, Refused::NotPermitted);
    assert_eq!(refusal(&lee(), answer("403_bad_key_or_wrong_region_host")).await, Refused::Key);
    let [missing] = &*complaints(refusal(&lee(), answer("422_missing_organization")).await) else { panic!() };
    assert_eq!((missing.cause, &*missing.fields), (Cause::OrganizationMissing, &[][..]));
    assert_eq!(
        (missing.title.as_deref(), missing.detail.as_deref()),
        (Some("Valid organization_id is required"), None)
    );
}

#[tokio::test]
async fn several_complaints_are_all_told_and_others_as_they_are() {
    let error = |title: &str, pointer: &str| json!({ "title": title, "source": { "pointer": pointer } });
    let body = json!({ "errors": [
        error("is not an address: LEE@acme.example", "data/attributes/contact_emails"),
        error("is too long", "/data/attributes/last-name"),
        { "status": "422", "detail": "Quota\u{202e} reached\nfor \u{0}this month" }, { "status": 422 }, 7,
    ] });
    let refused = refusal(&lee(), Answer::json(400, &body)).await;
    assert_eq!(refused.fields(), [EditField::LastName, EditField::Emails]);
    assert_eq!(refused.to_string(), "it is invalid (400, last-name, emails)");
    let all = complaints(refused);
    let told: Vec<_> = all.iter().map(|complaint| (complaint.cause, complaint.fields.len())).collect();
    assert_eq!(told, [(Cause::InvalidEmail { at: Some(0) }, 1), (Cause::Other, 1), (Cause::Other, 0)]);
    assert_eq!(all[2].detail.as_deref(), Some("Quota reached for this month"));
    let by_the_gateway = complaints(refusal(&lee(), Answer::message(413, "Request Too Long")).await);
    assert_eq!(by_the_gateway[0].title.as_deref(), Some("Request Too Long"));
}

#[tokio::test]
async fn long_words_are_cut_and_none_are_printed() {
    let error = json!({ "title": "x".repeat(500), "detail": "lee@acme.example is taken" });
    let body = json!({ "errors": vec![error; 30] });
    let refused = refusal(&lee(), Answer::json(422, &body)).await;
    let printed = format!("{refused:?} {refused}");
    assert!(!printed.contains("lee@") && !printed.contains("xxx"), "{printed}");
    let all = complaints(refused);
    assert_eq!((all.len(), all[0].title.as_deref().map(|title| title.chars().count())), (10, Some(201)));
}
