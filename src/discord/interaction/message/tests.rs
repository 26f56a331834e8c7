use serde_json::json;

use super::*;

#[test]
fn text_is_read_from_content_embeds_components_forwards() {
    let message = json!({
        "content": "@here",
        "embeds": [
            {
                "author": { "name": "Monitoring" }, "title": "[FIRING:1] HostDown", "description": "unreachable",
                "fields": [{ "name": "Customer:", "value": "Acme" }, { "name": "Host", "value": "ACME-DC01" }],
                "footer": { "text": "rule 7" }, "url": "https://grafana.example/7",
            },
            { "description": "second" },
        ],
        "components": [
            { "type": 17, "components": [{ "type": 9, "components": [{ "type": 10, "content": "boxed" }] }] },
            { "type": 1, "components": [{ "type": 2, "label": "Silence" }] },
        ],
        "message_snapshots": [{ "message": { "content": "forwarded", "embeds": [{ "title": "alert" }] } }],
    });
    insta::assert_snapshot!(text(&message).unwrap(), @r"
        @here
        Monitoring
        [FIRING:1] HostDown
        unreachable
        Customer: Acme
        Host: ACME-DC01
        rule 7
        second
        boxed
        forwarded
        alert
        ");
}

#[test]
fn a_message_without_text_is_empty_and_no_message_is_none() {
    for message in [json!({}), json!({ "content": " ", "embeds": [{}, 7], "components": {} })] {
        assert_eq!(text(&message).as_deref(), Some(""), "{message}");
    }
    for message in [json!(null), json!("text"), json!([1])] {
        assert_eq!(text(&message), None, "{message}");
    }
}
