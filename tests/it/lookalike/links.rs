//! Links to systems outside, and what each of them locks.

use lookalike::account::{Account, Adapter, Psa};
use reqwest::Method;
use serde_json::{Value, json};

use super::{Caller, small_account};

/// Jane is linked to a ticket system and to Microsoft, Mia to Microsoft only, and Adam was.
fn linked_account() -> Account {
    let mut account = small_account();
    let contact = |account: &mut Account, id| account.contacts.get_mut(&id).unwrap().clone();
    let mut jane = contact(&mut account, 4);
    jane.psa = Some(Psa { system: "autotask".into(), id: "77".into(), state: "enabled".into() });
    jane.synced_by("Microsoft", "m-1");
    let mut adam = contact(&mut account, 5);
    adam.synced_by("Autotask", "78").adapters[0].orphaned = true;
    adam.adapters.push(Adapter { system: "Microsoft".into(), remote_id: "m-2".into(), ..Adapter::default() });
    let mut mia = contact(&mut account, 6);
    mia.synced_by("Microsoft", "m-3");
    account.contacts.extend([jane, adam, mia].map(|contact| (contact.id, contact)));
    account
}

#[tokio::test]
async fn links_come_beside_the_record_that_has_them() {
    let caller = Caller::new(linked_account()).await;
    let shown = caller.get("/contacts/4?include=adapters_resources").await;
    insta::assert_json_snapshot!(json!([shown["data"]["relationships"], shown["included"]]), @r#"
    [
      {
        "adapters-resources": {
          "data": [
            {
              "id": "40",
              "type": "adapters-resources"
            },
            {
              "id": "41",
              "type": "adapters-resources"
            }
          ]
        }
      },
      [
        {
          "attributes": {
            "adapter-type-name": "Autotask",
            "orphaned": false,
            "remote-id": "77",
            "sync": true
          },
          "id": "40",
          "type": "adapters-resources"
        },
        {
          "attributes": {
            "adapter-type-name": "Microsoft",
            "orphaned": false,
            "remote-id": "m-1",
            "sync": true
          },
          "id": "41",
          "type": "adapters-resources"
        }
      ]
    ]
    "#);
}

#[tokio::test]
async fn links_come_only_where_they_are_asked_for() {
    let caller = Caller::new(linked_account()).await;
    let included = |document: &Value| document["included"].as_array().map(Vec::len);
    for (target, count) in [
        ("/contacts/4", None),
        ("/contacts/4?include=location", None),
        ("/contacts/4?include=location,adapters-resources", Some(2)),
        ("/contacts/7?include=adapters_resources", Some(0)),
        ("/contacts?include=adapters_resources", Some(5)),
        ("/contacts?include=adapters_resources&page[size]=1", Some(2)),
        ("/organizations/1/relationships/contacts?include=adapters_resources", Some(5)),
    ] {
        assert_eq!(included(&caller.get(target).await), count, "{target}");
    }
    let list = caller.get("/contacts?include=adapters_resources&sort=-id").await;
    let links = |place: usize| &list["data"][place]["relationships"]["adapters-resources"]["data"];
    assert_eq!((links(0), &links(1)[0]["id"]), (&json!([]), &json!("60")));
}

#[tokio::test]
async fn each_system_locks_its_own_fields() {
    let caller = Caller::new(linked_account()).await;
    let email = json!({ "contact-emails": [{ "value": "new@acme.example", "label-name": "Work" }] });
    let phone = json!({ "contact-phones": [{ "value": "4155550177", "label-name": "Work" }] });
    let (title, notes) = (json!({ "title": "CTO" }), json!({ "notes": "Text first.", "important": true }));
    let (record, emails) = (Some("/data/attributes/base"), Some("/data/attributes/contact-emails.base"));
    for (contact, attributes, pointer) in [
        (4, &email, record),
        (4, &phone, record),
        (4, &title, record),
        (4, &notes, None),
        (5, &email, None),
        (5, &title, None),
        (6, &email, emails),
        (6, &phone, None),
        (6, &title, None),
        (6, &notes, None),
    ] {
        let body = json!({ "data": { "type": "contacts", "attributes": attributes } });
        let (status, answer) = caller.send(Method::PATCH, &format!("/contacts/{contact}"), &body).await;
        let error = &answer["errors"][0];
        assert_eq!(error["source"]["pointer"].as_str(), pointer, "{contact}: {attributes}");
        assert_eq!(status, if pointer.is_some() { 422 } else { 200 });
        assert!(pointer.is_none() || error["detail"] == "Cannot update a synced resource");
    }
    assert_eq!(caller.get("/contacts/6").await["data"]["attributes"]["psa-integration"], Value::Null);
}
