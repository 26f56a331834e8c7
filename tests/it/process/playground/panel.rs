//! The panel of the demo's page: who asks, when, and how IT Glue fares.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use reqwest::Response;
use reqwest::header::ORIGIN;
use serde_json::{Value, json};
use tokio::time::timeout;

use super::{ON_CALL, Page, contact};
use crate::process::{PATIENCE, Place, output};

const TECHNICIAN: &str = "1003";
const MANAGER: &str = "1004";
const OUTSIDER: &str = "1006";
const ELSEWHERE: &str = "1007";

impl Page {
    async fn presses(&self, press: Value) -> Value {
        let request = self.http.post(format!("{}/panel", self.address)).header(ORIGIN, &self.address).json(&press);
        request.send().await.unwrap().error_for_status().unwrap().json().await.unwrap()
    }

    async fn events(&self) -> Events {
        let response = self.http.get(format!("{}/events", self.address)).send().await.unwrap();
        Events { response, read: String::new() }
    }

    /// Whether the copy behind a card was read within the last minute of the demo's own time.
    async fn is_fresh(&self, card: &str) -> bool {
        let response = self.http.get(format!("{}/world", self.address)).send().await.unwrap();
        let now: i64 = response.headers()["callsheet-now"].to_str().unwrap().parse().unwrap();
        let (_, synced) = card.split_once("Synced <t:").unwrap();
        let synced: i64 = synced.split_once(":R>").unwrap().0.parse().unwrap();
        (now - synced).abs() < 60
    }

    async fn card_of(&self, user: &str, name: &str) -> String {
        self.sends_as(user, 2, contact(name, false)).await.to_string()
    }
}

/// What happens behind the page, as it is told.
struct Events {
    response: Response,
    /// What was told and not waited for yet.
    read: String,
}

impl Events {
    /// Waits until something is told, and returns that event.
    async fn wait_for(&mut self, part: &str) -> Value {
        let seen = async {
            loop {
                while let Some((event, rest)) = self.read.split_once("\n\n") {
                    let (event, rest) = (event.to_owned(), rest.to_owned());
                    self.read = rest;
                    if event.contains(part) {
                        return serde_json::from_str(event.strip_prefix("data: ").unwrap()).unwrap();
                    }
                }
                let more = self.response.chunk().await.unwrap().unwrap();
                self.read.push_str(std::str::from_utf8(&more).unwrap());
            }
        };
        timeout(PATIENCE, seen).await.unwrap_or_else(|_| panic!("never told: {part}"))
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn each_role_sees_what_the_policy_file_grants() {
    let page = Page::open().await;
    // (user, sees the number at once, sees the other client, is refused)
    for (user, number, client, refused) in [
        (ON_CALL, true, true, false),
        (MANAGER, true, true, false),
        (TECHNICIAN, false, false, false),
        (OUTSIDER, false, false, true),
        (ELSEWHERE, false, false, true),
    ] {
        let john = page.card_of(user, "john smtih").await;
        assert_eq!(john.contains("<+1 415 555 01"), number, "{user}: {john}");
        assert_eq!(john.contains("Chief Executive"), !refused, "{user}: {john}");
        let martha = page.card_of(user, "martha bell").await;
        assert_eq!(martha.contains("Practice Manager"), client, "{user}: {martha}");
    }
    let status = json!({ "id": "1", "name": "status", "type": 1 });
    let told = page.sends_as(MANAGER, 2, status.clone()).await.to_string();
    assert!(told.contains("Policy file"), "{told}");
    let told = page.sends_as(ON_CALL, 2, status).await.to_string();
    assert!(!told.contains("Policy file"), "{told}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_night_at_the_client_can_be_had_by_day() {
    let page = Page::open().await;
    for (moment, is_night) in [("night", true), ("office", false), ("night", true)] {
        page.presses(json!({ "moment": moment })).await;
        let card = page.card_of(ON_CALL, "john smtih").await;
        assert_eq!(card.contains("Night"), is_night, "{card}");
        // The copy is as fresh as by the machine's clock.
        assert!(page.is_fresh(&card).await && !card.contains("overdue"), "{card}");
    }
    page.presses(json!({ "moment": "now" })).await;
    let card = page.card_of(ON_CALL, "john smtih").await;
    assert!(page.is_fresh(&card).await && !card.contains("overdue"), "{card}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_night_later_the_buttons_of_today_have_expired() {
    let page = Page::open().await;
    page.presses(json!({ "moment": "night" })).await;
    let card = page.card_of(ON_CALL, "john smtih").await;
    let at = card.find("\"custom_id\":\"").unwrap() + "\"custom_id\":\"".len();
    let button = json!({ "custom_id": card[at..].split('"').next().unwrap(), "component_type": 2 });
    assert!(!page.sends(3, button.clone()).await.to_string().contains("expired"));
    for moment in ["office", "night", "office"] {
        page.presses(json!({ "moment": moment })).await;
    }
    let late = page.sends(3, button).await.to_string();
    assert!(late.contains("expired"), "{late}");
}

#[tokio::test(flavor = "multi_thread")]
async fn each_state_of_it_glue_is_on_the_cards() {
    let page = Page::open().await;
    let mut events = page.events().await;
    assert_eq!(events.wait_for("state").await["state"], json!({ "it-glue": "up", "moment": "now" }));
    for (state, logged, said) in [
        ("down", "could not connect", Some("Can't reach IT Glue")),
        ("refusing", "lacks permission", Some("rejects the bot's API key")),
        ("mass-deletion", "unusually many", Some("waiting for approval")),
        ("up", "0 removed) elapsed_ms", None),
    ] {
        page.presses(json!({ "it-glue": state })).await;
        events.wait_for(&format!("\"it-glue\":\"{state}\"")).await;
        events.wait_for(logged).await;
        let is_said = |card: &str| match said {
            Some(said) => card.contains(said),
            None => !card.contains("⚠️ A sync") && !card.contains("IT Glue ("),
        };
        let mut card = page.card_of(ON_CALL, "john smtih").await;
        // The log tells of a sync a moment before readers do.
        for _ in 0..3 {
            if is_said(&card) {
                break;
            }
            events.wait_for("").await;
            card = page.card_of(ON_CALL, "john smtih").await;
        }
        assert!(card.contains("John Smith") && is_said(&card), "{state}: {card}");
    }
    let found = page.card_of(ON_CALL, "martha bell").await;
    assert!(found.contains("Practice Manager"), "{found}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_silent_it_glue_makes_the_copy_old() {
    let page = Page::open().await;
    let mut events = page.events().await;
    page.presses(json!({ "it-glue": "slow" })).await;
    events.wait_for("no answer from IT Glue for").await;
    page.presses(json!({ "moment": "office" })).await;
    let card = page.card_of(ON_CALL, "john smtih").await;
    assert!(card.contains("John Smith") && card.contains("A newer sync is overdue (last success"), "{card}");
    page.presses(json!({ "it-glue": "up" })).await;
    // The first may have begun before the jump in time.
    events.wait_for("swept IT Glue").await;
    events.wait_for("swept IT Glue").await;
    let card = page.card_of(ON_CALL, "john smtih").await;
    assert!(!card.contains("overdue") && page.is_fresh(&card).await, "{card}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_contact_who_changes_is_found_by_the_new_name() {
    let page = Page::open().await;
    let mut events = page.events().await;
    let before = page.card_of(ON_CALL, "agnes thornquist acme").await;
    assert!(!before.contains("Agnes Thornquist"), "{before}");
    let said = page.presses(json!("change-contact")).await["said"].to_string();
    assert!(said.contains("Agnes Fernsby is now Agnes Thornquist"), "{said}");
    events.wait_for("took over what has changed").await;
    let after = page.card_of(ON_CALL, "agnes thornquist acme").await;
    assert!(after.contains("Agnes Thornquist"), "{after}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_audit_log_is_told_as_an_operator_reads_it() {
    let page = Page::open().await;
    let mut events = page.events().await;
    page.card_of(ON_CALL, "bob wilson").await;
    let entry = events.wait_for("/contact").await["entries"].to_string();
    assert!(entry.contains(&format!("user {ON_CALL} in channel 1001 of server 1000: /contact: disclosed")), "{entry}");
    assert!(!entry.to_lowercase().contains("wilson"), "{entry}");
    // A page that is opened later is told what was before.
    let entry = page.events().await.wait_for("/contact").await["entries"].to_string();
    assert!(entry.contains(ON_CALL), "{entry}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_is_opened_in_the_browser_where_there_is_one() {
    let place = Place::new();
    let program = place.file("xdg-open");
    fs::write(&program, "#!/bin/sh\necho \"$1\" > opened\n").unwrap();
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
    let folder = place.file("").to_str().unwrap().to_owned();
    let shown = output(place.program(&["demo", "--open"], &[("PATH", &folder)])).await;
    let shown = String::from_utf8(shown.stdout).unwrap();
    let opened = fs::read_to_string(place.file("opened")).unwrap();
    assert!(opened.starts_with("http://127.0.0.1:") && shown.contains(opened.trim()), "{opened}: {shown}");
    assert!(!shown.contains("could not be opened"), "{shown}");

    for failing in ["#!/bin/sh\nexit 3\n", ""] {
        fs::write(&program, failing).unwrap();
        if failing.is_empty() {
            fs::remove_file(&program).unwrap();
        }
        let shown = output(place.program(&["demo", "--open"], &[("PATH", &folder)])).await;
        assert_eq!(shown.status.code(), Some(0));
        let shown = String::from_utf8(shown.stdout).unwrap();
        assert!(shown.contains("The browser could not be opened. The page is at http://127.0.0.1:"), "{shown}");
    }
}
