//! Records that other programs damaged, from IT Glue's answer to the card.

use std::collections::BTreeMap;
use std::sync::Arc;

use callsheet::itglue::wire::RecordPage;
use callsheet_core::directory::records::Records;
use callsheet_core::directory::snapshot::Snapshot;
use callsheet_core::domain::contact::Contact;
use callsheet_core::domain::id::OrganizationId;
use callsheet_core::domain::organization::Organization;
use serde_json::json;

use testkit::account::fresh;
use testkit::chat::Chat;

/// An account of nearly all damaged records. No JSON writer can produce the half emoji.
fn chat() -> Chat {
    let organizations = json!({ "data": [
        { "id": "1", "attributes": { "name": "Birch &amp; Sons" } },
        { "id": "2", "attributes": { "name": "M\u{c3}\u{bc}nchberg Druck" } },
    ] });
    let email = |value: &str| json!([{ "value": value, "primary": true, "label-name": "Work" }]);
    let contacts = json!({ "data": [
        { "id": "11", "attributes": { "organization-id": 1.0, "first-name": "J\u{c3}\u{bc}rgen", "last-name": "O&#39;Brien",
            "title": "R&amp;D Lead", "contact-emails": email("Jürgen <jo@birch.example>; it@birch.example") } },
        { "id": "12", "attributes": { "organization-id": 1, "first-name": "Jonas", "last-name": "Inverness", "title": true,
            "contact-emails": email("n/a"), "contact-phones": [{ "value": "4155550112" }] } },
        { "id": "13", "attributes": { "organization-id": 2, "first-name": "Torbj?rn", "last-name": "H?glund HALF",
            "contact-emails": email("kontor@xn--mnchberg-65a.example.") } },
        { "id": "14", "attributes": { "organization-id": 2, "first-name": "محمد", "last-name": "المنصوري" } },
    ] });
    let contacts = contacts.to_string().replace("HALF", r"\ud83d");
    let contacts: Vec<_> = RecordPage::<Contact>::read(&contacts).unwrap().records;
    let organizations: Vec<_> = RecordPage::<Organization>::read(&organizations.to_string()).unwrap().records;
    let records = Records {
        contacts: contacts.into_iter().map(|(_, contact)| (contact.id, Arc::new(contact))).collect(),
        organizations: organizations.into_iter().map(|(id, row)| (OrganizationId(id), Arc::new(row))).collect(),
        contact_types: BTreeMap::new(),
        locations: BTreeMap::new(),
    };
    Chat::over(Snapshot::build(&records, fresh()))
}

fn card(name: &str) -> String {
    chat().asks("contact", &[("name", name)]).to_string()
}

#[test]
fn a_technician_types_a_name_and_reads_it_as_it_was_meant() {
    let shown = card("jurgen obrien");
    assert!(shown.contains("Jürgen O'Brien\n") && shown.contains("R&D Lead · Birch & Sons"), "{shown}");
    assert!(shown.contains("jo@birch.example") && shown.contains("it@birch.example"), "{shown}");
    assert!(card("torbjörn höglund").contains("kontor@xn--mnchberg-65a.example"));
}

#[test]
fn a_ticket_sent_from_a_tagged_address_leads_to_its_owner() {
    for address in ["it+alerts@birch.example", "IT@birch.example", "jo@birch.example"] {
        assert!(card(address).contains("R&D Lead · Birch & Sons"), "{address}");
    }
    assert!(card("kontor@münchberg.example").contains("Torbj?rn H?glund"));
}

#[test]
fn a_placeholder_is_no_address_and_odd_fields_lose_no_record() {
    let shown = card("jonas inverness");
    assert!(shown.contains("4155550112") && !shown.contains("n/a"), "{shown}");
    assert!(!card("n/a").contains("Jonas"));
}

#[test]
fn a_name_in_arabic_is_offered_for_its_latin_letters() {
    assert!(card("mohammed mansouri").contains("محمد المنصوري"));
    assert!(card("mohamed al mansoori munchberg").contains("محمد المنصوري"));
}
