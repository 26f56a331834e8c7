//! Lists and single records: pages, filters, order, envelopes, refusals.

use lookalike::account::{Account, Psa};
use lookalike::behaviour::Quirk;
use reqwest::Method;
use serde_json::{Value, json};

use super::{Caller, names, small_account};

/// The number of records on a page, and the count of all.
async fn sizes(caller: &Caller, target: &str) -> (usize, u64) {
    let list = caller.get(target).await;
    (list["data"].as_array().unwrap().len(), list["meta"]["total-count"].as_u64().unwrap())
}

#[tokio::test]
async fn a_page_has_fifty_records_by_default_and_at_most_1000() {
    let caller = Caller::new(Account::generated(1200, 3, 1)).await;
    assert_eq!(sizes(&caller, "/contacts").await, (50, 1200));
    assert_eq!(sizes(&caller, "/contacts?page[size]=7").await, (7, 1200));
    assert_eq!(sizes(&caller, "/contacts?page%5Bsize%5D=9000&page%5Bnumber%5D=2").await, (200, 1200));
    assert_eq!(sizes(&caller, "/contacts?page[number]=99").await, (0, 1200));
    assert_eq!(sizes(&caller, "/contacts?page[number]=18446744073709551615").await, (0, 1200));
}

#[tokio::test]
async fn meta_and_links_are_those_of_the_service() {
    let caller = Caller::new(small_account()).await;
    let mut list = caller.get("/contacts?sort=last_name&page[size]=1&page[number]=2").await;
    let host = caller.lookalike.url();
    for link in list["links"].as_object_mut().unwrap().values_mut() {
        *link = link.as_str().unwrap().replace(host.as_str(), "http://host/").into();
    }
    insta::assert_json_snapshot!(json!([list["meta"], list["links"]]), @r#"
    [
      {
        "current-page": 2,
        "filters": {},
        "next-page": 3,
        "prev-page": 1,
        "total-count": 4,
        "total-pages": 4
      },
      {
        "first": "http://host/contacts?sort=last_name&page%5Bnumber%5D=1&page%5Bsize%5D=1",
        "last": "http://host/contacts?sort=last_name&page%5Bnumber%5D=4&page%5Bsize%5D=1",
        "next": "http://host/contacts?sort=last_name&page%5Bnumber%5D=3&page%5Bsize%5D=1",
        "prev": "http://host/contacts?sort=last_name&page%5Bnumber%5D=1&page%5Bsize%5D=1",
        "self": "http://host/contacts?sort=last_name&page%5Bnumber%5D=2&page%5Bsize%5D=1"
      }
    ]
    "#);
}

#[tokio::test]
async fn links_to_no_page_are_null_or_absent() {
    let caller = Caller::new(small_account()).await;
    assert_eq!(caller.get("/contacts").await["links"].get("next"), Some(&Value::Null));
    caller.lookalike.behave(|behaviour| _ = behaviour.quirks.insert(Quirk::OmitsNullLinks));
    assert_eq!(caller.get("/contacts").await["links"].get("next"), None);
}

#[tokio::test]
async fn a_record_looks_like_the_services_own() {
    let caller = Caller::new(small_account()).await;
    let list = caller.get("/contacts?filter[last_name]=Doe").await;
    insta::assert_json_snapshot!(list["data"], @r#"
    [
      {
        "attributes": {
          "contact-emails": [
            {
              "label-name": "Work",
              "primary": true,
              "value": "jane@acme.example"
            }
          ],
          "contact-phones": [
            {
              "extension": null,
              "formatted-value": "(415) 555-0156",
              "label-name": "Mobile",
              "label-type": "phone",
              "primary": true,
              "value": "4155550156"
            }
          ],
          "contact-type-id": 3,
          "contact-type-name": "Approver",
          "created-at": "2026-01-05T09:00:00.000Z",
          "first-name": "Jane",
          "important": true,
          "last-name": "Doe",
          "location-id": null,
          "location-name": null,
          "my-glue": false,
          "name": "Jane Doe",
          "notes": null,
          "organization-id": 1,
          "organization-name": "Acme Corporation",
          "psa-integration": null,
          "resource-url": "https://callsheet.itglue.example/1/contacts/4",
          "restricted": false,
          "title": "IT Manager",
          "updated-at": "2026-01-05T09:00:00.000Z"
        },
        "id": "4",
        "relationships": {},
        "type": "contacts"
      }
    ]
    "#);
    assert_eq!(caller.get("/contacts/4").await["data"], list["data"][0]);
}

#[tokio::test]
async fn filters_are_exact_and_unknown_ones_are_ignored() {
    let caller = Caller::new(small_account()).await;
    for (filter, expected) in [
        ("first_name]=Jane", vec!["Jane Doe", "Jane Roe"]),
        ("first-name]=Jane", vec!["Jane Doe", "Jane Roe"]),
        ("first_name]=jane", vec![]),
        ("first_name]=Jane&filter[last_name]=Roe", vec!["Jane Roe"]),
        ("last_name]=Doe,Novak", vec!["Jane Doe", "Mia Novak"]),
        ("id]=5,7", vec!["Adam Zimmer", "Jane Roe"]),
        ("organization_id]=2", vec!["Jane Roe"]),
        ("contact_type_id]=3", vec!["Jane Doe", "Adam Zimmer"]),
        ("primary_email]=jane@acme.example", vec!["Jane Doe"]),
        ("important]=true", vec!["Jane Doe"]),
        ("important]=1", vec!["Jane Doe"]),
        // Null is not false.
        ("important]=false", vec!["Adam Zimmer"]),
        ("name]=Mia Novak", vec!["Jane Doe", "Adam Zimmer", "Mia Novak", "Jane Roe"]),
    ] {
        assert_eq!(names(&caller.get(&format!("/contacts?filter[{filter}")).await), expected, "{filter}");
    }
    assert_eq!(names(&caller.get(r"/organizations?filter[name]=Globex\, Inc.").await), ["Globex, Inc."]);
}

#[tokio::test]
async fn organizations_can_be_filtered_by_the_time_of_their_change() {
    let caller = Caller::new(small_account()).await;
    caller.lookalike.edit(|account| {
        account.now = "2026-02-01T00:00:00Z".parse().ok();
        account.change_organization(2).unwrap().alert = Some("!".into());
    });
    for (range, expected) in [
        ("2026-01-31T00:00:00Z,*", vec!["Globex, Inc."]),
        ("*,2026-01-31T00:00:00Z", vec!["Acme Corporation"]),
        ("*,*", vec!["Acme Corporation", "Globex, Inc."]),
        ("2026-03-01T00:00:00Z,*", vec![]),
    ] {
        let list = caller.get(&format!("/organizations?filter[updated_at]={range}")).await;
        assert_eq!(names(&list), expected, "{range}");
    }
}

#[tokio::test]
async fn a_ticket_systems_id_filters_only_with_its_system() {
    let mut account = small_account();
    let psa = Psa { system: "autotask".into(), id: "77".into(), state: "enabled".into() };
    account.contacts.get_mut(&6).unwrap().psa = Some(psa);
    let caller = Caller::new(account).await;
    let list = "/contacts?filter[psa_id]=77";
    assert_eq!(names(&caller.get(&format!("{list}&filter[psa_integration_type]=autotask")).await), ["Mia Novak"]);
    assert_eq!(names(&caller.get(list).await).len(), 4);
    caller.lookalike.behave(|behaviour| _ = behaviour.quirks.insert(Quirk::RefusesLonePsaId));
    assert_eq!(caller.answer(caller.request(Method::GET, list)).await.0, 400);
}

#[tokio::test]
async fn lists_are_sorted_by_the_keys_the_service_knows() {
    let caller = Caller::new(small_account()).await;
    for (sort, expected) in [
        ("first_name", ["Adam Zimmer", "Jane Doe", "Jane Roe", "Mia Novak"]),
        ("-first_name,last_name", ["Mia Novak", "Jane Doe", "Jane Roe", "Adam Zimmer"]),
        ("-created_at", ["Jane Roe", "Mia Novak", "Adam Zimmer", "Jane Doe"]),
        ("-id", ["Jane Roe", "Mia Novak", "Adam Zimmer", "Jane Doe"]),
        ("name", ["Jane Doe", "Adam Zimmer", "Mia Novak", "Jane Roe"]),
    ] {
        assert_eq!(names(&caller.get(&format!("/contacts?sort={sort}")).await), expected, "{sort}");
    }
}

#[tokio::test]
async fn an_organizations_own_list_ignores_filters() {
    let caller = Caller::new(small_account()).await;
    let list = caller.get("/organizations/1/relationships/contacts?filter[first_name]=Mia").await;
    assert_eq!(names(&list), ["Jane Doe", "Adam Zimmer", "Mia Novak"]);
    assert_eq!(caller.get("/organizations/1/relationships/contacts/4").await["data"]["id"], "4");
    for nowhere in ["/organizations/2/relationships/contacts/4", "/organizations/9/relationships/contacts"] {
        assert_eq!(caller.answer(caller.request(Method::GET, nowhere)).await.0, 404, "{nowhere}");
    }
}

#[tokio::test]
async fn requests_without_the_key_are_refused() {
    let caller = Caller::new(small_account()).await;
    for key in [None, Some("ITG.wrong")] {
        let mut request = caller.http.get(caller.lookalike.url().join("/contacts").unwrap());
        if let Some(key) = key {
            request = request.header("x-api-key", key);
        }
        assert_eq!(caller.answer(request).await, (403, json!({ "message": "Forbidden" })));
    }
}

#[tokio::test]
async fn a_missing_record_is_not_found() {
    let caller = Caller::new(small_account()).await;
    for nowhere in ["/contacts/99", "/contacts/x", "/contact-types", "//contacts", "/contacts/", "/"] {
        let (status, body) = caller.answer(caller.request(Method::GET, nowhere)).await;
        assert_eq!((status, &body["errors"][0]["status"]), (404, &json!(404)), "{nowhere}");
    }
}

#[tokio::test]
async fn the_probe_and_the_lookup_tables_are_there() {
    let caller = Caller::new(small_account()).await;
    assert_eq!(caller.get("/regions").await["data"][0]["type"], "regions");
    assert_eq!(names(&caller.get("/contact_types?filter[name]=Approver").await), ["Approver"]);
    assert_eq!(caller.get("/locations").await["meta"]["total-pages"], 0);
}

#[tokio::test]
async fn too_many_requests_are_refused() {
    let caller = Caller::new(small_account()).await;
    caller.lookalike.behave(|behaviour| {
        behaviour.rate_limit = 2;
        behaviour.retry_after = Some("300");
    });
    for status in [200, 200, 429] {
        let response = caller.request(Method::GET, "/contacts").send().await.unwrap();
        assert_eq!(response.status(), status);
        assert_eq!(response.headers().contains_key("retry-after"), status == 429);
    }
}

#[tokio::test]
async fn quick_notes_are_cut_in_lists_and_whole_in_the_record() {
    let mut account = small_account();
    account.change_organization(1).unwrap().quick_notes = Some("x".repeat(300));
    let caller = Caller::new(account).await;
    let length = |resource: &Value| resource["attributes"]["quick-notes"].as_str().unwrap().len();
    assert_eq!(length(&caller.get("/organizations").await["data"][0]), 250);
    assert_eq!(length(&caller.get("/organizations/1").await["data"]), 300);
}
