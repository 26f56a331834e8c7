//! What IT Glue shows at the top of a client's page: its alert, its quick notes, and its inactive status.

use insta::assert_snapshot;
use serde_json::json;

use callsheet_core::domain::organization::QuickNotes;

use testkit::account::{Account, person, usual_types};
use testkit::chat::{Chat, Shown, asked, on_a_terminal};

const ALERT: &str = "Ring the mobile after 18:00.";

/// Acme with one person, and without alert, notes or status.
fn plain() -> Account {
    usual_types(Account::default())
        .organization_called(1, "Acme Corporation", "ACME")
        .with(person(1, "Pat Prime").at(1).of_type(1).phone("4155550101").notes("Text first."))
}

/// Acme with an alert and quick notes.
fn acme() -> Account {
    plain().alert(1, ALERT).quick_notes(1, "<p>Main client of the <b>east</b> team.</p><p>Site visits on Tuesdays.</p>")
}

/// Two clients with similar names, one active and one inactive.
fn globex() -> Account {
    let account = Account::default().organization(1, "Globex Dental").organization(2, "Globex Works");
    let account = account.status(1, "Active").status(2, "Lost");
    let account = account.changing(2, |record| record.organization_type = Some("Customer".into()));
    account.with(person(2, "Gwen Works").at(2).phone("4155550102"))
}

fn primary(chat: &Chat) -> Shown {
    chat.asks("primary", &[("organization", "id:1")])
}

fn directory(chat: &Chat) -> Shown {
    chat.asks("directory", &[("organization", "id:1")])
}

fn contact(chat: &Chat, name: &str) -> Shown {
    chat.asks("contact", &[("name", name)])
}

/// The lines of a text that contain these words.
fn lines(shown: &Shown, words: &str) -> String {
    shown.to_string().lines().filter(|line| line.contains(words)).collect::<Vec<_>>().join("\n")
}

#[test]
fn primary_shows_the_clients_alert_first() {
    assert_snapshot!(primary(&Chat::about(&acme())), @"
    Pat Prime
    Primary Contact · Acme Corporation
    📞 4155550101
    as stored, unverified
    ⚠️ Client alert: Ring the mobile after 18:00.
    ✋ Notes say: “Text first”
    ✉️ No email address
    ⤵️ Only contact to call at Acme Corporation: primary contact
    No title
    📍 No location
    📝 Notes:
    > Text first.
    📝 Client's quick notes:
    > Main client of the **east** team.
    > Site visits on Tuesdays.
    Synced 4 min ago
    [No answer]
    [Reached]
    [Wrong number]
    [Show less]
    [Share in channel]
    [Directory]
    [☆ Add favorite]
    [Download vCard]
    ");
    let command = commands::line::parse("/primary acme").unwrap();
    let text = on_a_terminal(&command, &acme().snapshot());
    assert!(text.contains("\n⚠️ Client alert: Ring the mobile after 18:00.\n"), "{text}");
}

#[test]
fn who_do_i_call_shows_the_alert_of_the_client_that_is_named() {
    let alert = json!({ "content": "P1: Acme Corporation firewall down" });
    let shown = Chat::about(&acme()).uses_on("Who do I call?", &alert).to_string();
    for line in ["🔎 Found in the message: Acme Corporation", "⚠️ Client alert: Ring the mobile after 18:00."] {
        assert!(shown.lines().any(|shown| shown == line), "{shown}");
    }
    assert!(shown.contains("📝 Client's quick notes:\n> Main client of the **east** team.\n"), "{shown}");
}

#[test]
fn directory_begins_with_the_alert_ends_with_quick_notes() {
    let more = (2..=12).map(|id| person(id, &format!("Robin {id:02}")).at(1).of_type(4));
    let chat = Chat::about(&acme().with_all(more));
    let first = directory(&chat);
    assert_snapshot!(first.to_string().split("Synced").next().unwrap(), @"
    Everyone at Acme Corporation · 12 contacts
    ⚠️ Client alert: Ring the mobile after 18:00.
    **Primary Contact** · 1 contact
    1. Pat Prime
       📞 4155550101
    **End User** · 11 contacts
    2. Robin 02
       no phone
    3. Robin 03
       no phone
    4. Robin 04
       no phone
    5. Robin 05
       no phone
    6. Robin 06
       no phone
    7. Robin 07
       no phone
    8. Robin 08
       no phone
    9. Robin 09
       no phone
    10. Robin 10
       no phone
    Page 1 of 2
    📝 Client's quick notes:
    > Main client of the **east** team.
    > Site visits on Tuesdays.
    ");
    let second = chat.presses(&first, "Next").to_string();
    assert!(second.contains("⚠️ Client alert: Ring") && !second.contains("quick notes"), "{second}");
}

#[test]
fn the_alert_comes_first_without_a_contact_to_call() {
    let account = |account: Account| Chat::about(&account.organization(1, "Acme Corporation").alert(1, ALERT));
    let empty = account(Account::default());
    let unreachable = account(Account::default().with(person(1, "Una Reachable").at(1)));
    for (chat, title) in [(&empty, "No one to call at"), (&unreachable, "No one to call at")] {
        let shown = primary(chat).to_string();
        assert!(shown.starts_with(&format!("{title} Acme Corporation\n⚠️ Client alert: Ring")), "{shown}");
    }
    let shown = directory(&empty).to_string();
    assert!(shown.starts_with("No contacts at Acme Corporation\n⚠️ Client alert: Ring"), "{shown}");
}

#[test]
fn a_contacts_card_has_the_alert_without_quick_notes() {
    let account =
        acme().organization(2, "Globex Works").with(person(2, "Gwen Works").at(2)).with(person(3, "Nell Nobody"));
    let chat = Chat::about(&account);
    let card = contact(&chat, "pat prime");
    assert!(card.to_string().contains(&format!("\n⚠️ Client alert: {ALERT}\n")), "{card}");
    assert!(!card.to_string().contains("quick notes"), "{card}");
    let compact = chat.presses(&card, "Show less");
    assert_eq!(lines(&compact, "alert"), format!("⚠️ Client alert: {ALERT}"), "{compact}");
    for other in ["gwen works", "nell nobody"] {
        assert_eq!(lines(&contact(&chat, other), "alert"), "", "{other}");
    }
}

#[test]
fn a_caller_who_may_not_see_notes_sees_neither() {
    let policy = "[[access]]\nfields = [\"phone\", \"email\", \"location\"]";
    let chat = Chat::about(&acme().status(1, "Inactive")).with_policy(policy);
    for shown in [primary(&chat), directory(&chat), contact(&chat, "pat")].map(|shown| shown.to_string()) {
        assert!(!shown.contains("alert") && !shown.contains("quick notes") && !shown.contains("Ring"), "{shown}");
        assert!(shown.contains("⛔ Not an active client"), "{shown}");
    }
}

#[test]
fn fields_shown_on_a_click_come_with_the_click() {
    let chat = Chat::about(&acme()).with_policy("[[access]]\non_click = [\"notes\"]");
    let card = primary(&chat);
    assert!(!card.to_string().contains("alert") && !card.to_string().contains("quick notes"), "{card}");
    let revealed = chat.presses(&card, "Show hidden details").to_string();
    assert!(revealed.contains("Client alert: Ring") && revealed.contains("> Main client"), "{revealed}");
    let card = contact(&chat, "pat");
    assert_eq!(lines(&card, "alert"), "", "{card}");
    let revealed = chat.presses(&card, "Show hidden details");
    assert_eq!(lines(&revealed, "alert"), format!("⚠️ Client alert: {ALERT}"), "{revealed}");
}

#[test]
fn the_directory_shows_the_clients_notes_on_a_click() {
    let more = (2..=12).map(|id| person(id, &format!("Robin {id:02}")).at(1).of_type(4).phone("4155550102"));
    let account = acme().with_all(more);
    let chat = Chat::about(&account).with_policy("[[access]]\non_click = [\"notes\", \"phone\"]");
    let page = chat.presses(&directory(&chat), "Next");
    assert_eq!(lines(&page, "alert"), "", "{page}");
    let revealed = chat.presses(&page, "Show client's notes");
    assert_eq!(lines(&revealed, "alert"), format!("⚠️ Client alert: {ALERT}"), "{revealed}");
    assert!(revealed.to_string().contains("Page 2 of 2\n"), "{revealed}");
    assert_eq!(lines(&revealed, "555"), "", "a number is asked for by itself: {revealed}");
    assert_eq!(lines(&revealed, "Show client's notes"), "", "{revealed}");
    let first = chat.presses(&directory(&chat), "Show client's notes").to_string();
    assert!(first.contains("📝 Client's quick notes:\n> Main client"), "{first}");
    let entry = chat.responds(&page.pressed("Show client's notes")).entry.unwrap().encode().unwrap();
    assert!(entry.contains(r#""organization_notes":[1]"#) && entry.contains(r#"{"button":"reveal"}"#), "{entry}");
    for (account, policy) in [
        (plain(), "[[access]]\non_click = [\"notes\"]"),
        (acme(), "open = true"),
        (acme(), "[[access]]\nfields = [\"phone\"]\non_click = [\"phone\"]"),
        (acme(), "open = true\nredacted = [1]"),
    ] {
        let list = directory(&Chat::about(&account).with_policy(policy));
        assert_eq!(lines(&list, "Show client's notes"), "", "{policy}: {list}");
    }
}

#[test]
fn a_redacted_client_shows_no_alert_or_notes() {
    let account = globex().alert(2, ALERT).quick_notes(2, "Rings twice.");
    let chat = Chat::about(&account).with_policy("open = true\nredacted = [\"Globex Works\"]");
    let ask = |command| chat.asks(command, &[("organization", "id:2")]);
    let menu = chat.asks("primary", &[("organization", "globex")]);
    let suggested = chat.types("primary", &[("organization", "globex")]);
    for shown in [ask("primary"), ask("directory"), menu, suggested].map(|shown| shown.to_string()) {
        assert!(shown.contains("Globex Works"), "{shown}");
        for kept in ["alert", "quick notes", "Lost", "Customer"] {
            assert!(!shown.contains(kept), "{kept}: {shown}");
        }
    }
}

#[test]
fn secrets_in_alert_and_quick_notes_are_masked() {
    let account = plain()
        .alert(1, "Alarm PIN: 9876, then ring twice")
        .quick_notes(1, "<p>Wi-Fi password: Tr0ub4dor-3</p><p>Door code 4711#</p>");
    let chat = Chat::about(&account);
    for shown in [primary(&chat), directory(&chat)] {
        assert_eq!(lines(&shown, "alert"), "⚠️ Client alert: Alarm PIN: (🔒 code hidden), then ring twice");
        let masked = "📝 Client's quick notes:
> Wi-Fi password: (🔒 password hidden)
> Door code (🔒 code hidden)
🔒 2 possible secrets hidden. See IT Glue.
";
        assert!(shown.to_string().contains(masked), "{shown}");
    }
}

#[test]
fn quick_notes_cut_by_it_glue_are_said_to_go_on_there() {
    let cut = |text: &str| {
        let text = text.to_owned();
        let pat = person(1, "Pat Prime").at(1).of_type(1).phone("4155550101");
        plain().with(pat.url("https://acme.itglue.example/1/contacts/1")).changing(1, |record| {
            record.quick_notes = Some(QuickNotes { text: text.into(), cut: true });
        })
    };
    let chat = Chat::about(&cut("<p>Site visits on"));
    assert_snapshot!(directory(&chat), @"
    Everyone at Acme Corporation · 1 contact
    **Primary Contact** · 1 contact
    1. Pat Prime
       📞 4155550101
    📝 Client's quick notes:
    > Site visits on
    … quick notes continued in IT Glue.
    Synced 4 min ago
    [Pat Prime | Acme Corporation · Primary Contact]
    [Open in IT Glue] https://acme.itglue.example/1
    ");
    let card = primary(&chat).to_string();
    assert!(card.contains("[Open in IT Glue] https://acme.itglue.example/1/contacts/1\n"), "{card}");
    // Nothing of these notes can be shown.
    let nothing = directory(&Chat::about(&cut(""))).to_string();
    assert!(nothing.contains("📝 Client's quick notes:\n… quick notes continued in IT Glue.\n"), "{nothing}");
}

#[test]
fn only_a_very_long_alert_is_cut() {
    let shown = |alert: &str| primary(&Chat::about(&plain().alert(1, alert)));
    let longest = format!("{}end", "word ".repeat(89));
    assert_eq!(lines(&shown(&longest), "alert"), format!("⚠️ Client alert: {longest}"));
    let story = shown(&"word ".repeat(200)).to_string();
    assert!(story.contains("word word\n… alert continued in IT Glue.\n"), "{story}");
    assert_eq!(
        lines(&shown("No calls before 9.\nBilling hold.\n"), "alert"),
        "⚠️ Client alert: No calls before 9. / Billing hold."
    );
    for blank in ["<p> </p>", "\u{200b}"] {
        assert_eq!(lines(&shown(blank), "alert"), "", "{blank:?}");
    }
}

#[test]
fn an_alert_cannot_imitate_a_line_of_the_card() {
    let account = plain().alert(1, "x\n📞 Phone: +1 900 555 0100 @everyone").quick_notes(1, "Synced just now");
    let shown = primary(&Chat::about(&account));
    assert_eq!(lines(&shown, "900"), "⚠️ Client alert: x / 📞 Phone: +1 900 555 0100 @everyone");
    assert_eq!(lines(&shown, "just now"), "> Synced just now");
}

#[test]
fn a_shared_card_has_them_only_where_notes_are_shared() {
    let account = acme().status(1, "Inactive");
    let shared = |policy: &str| {
        let chat = Chat::about(&account).with_policy(policy);
        [primary(&chat), contact(&chat, "pat")].map(|card| chat.shares(&card).to_string())
    };
    for without in shared("open = true") {
        assert!(!without.contains("alert") && !without.contains("quick notes"), "{without}");
        assert!(without.contains("⛔ Not an active client"), "{without}");
    }
    let [step, card] = shared("open = true\nshare_notes = true");
    assert!(step.contains("Client alert: Ring") && step.contains("Client's quick notes"), "{step}");
    assert!(card.contains("Client alert: Ring"), "{card}");
}

#[test]
fn a_compact_card_keeps_the_alert_without_quick_notes() {
    let chat = Chat::about(&acme());
    let compact = chat.presses(&primary(&chat), "Show less").to_string();
    assert!(compact.contains("Client alert: Ring") && !compact.contains("quick notes"), "{compact}");
}

#[test]
fn an_inactive_client_is_said_to_be_inactive() {
    let policy = "open = true\n[[authorisation]]\naction = \"purchase\"\nby = [\"primary\"]";
    let chat = Chat::about(&acme().status(1, "Inactive")).with_policy(policy);
    let said = "⛔ Not an active client: its status in IT Glue is “Inactive”. Check before you call.";
    let who_can = chat.asks("who-can", &[("action", "purchase"), ("organization", "id:1")]);
    for shown in [primary(&chat), directory(&chat), who_can] {
        assert_eq!(lines(&shown, "Not an active"), said, "{shown}");
    }
    let shown = primary(&chat).to_string();
    assert!(shown.contains(&format!("after 18:00.\n{said}\n")), "after the alert: {shown}");
    let active = Chat::about(&acme().status(1, "Active"));
    assert_eq!(lines(&primary(&active), "active"), "");
    let other = primary(&Chat::about(&acme().status(1, "Onboarding"))).to_string();
    assert!(other.contains("ℹ️ Client's status in IT Glue: Onboarding\n📝 Client's quick notes:"), "{other}");
}

#[test]
fn a_status_stands_before_what_may_be_cut() {
    let chat = Chat::about(&globex());
    assert_snapshot!(chat.types("primary", &[("organization", "globex")]), @"
    Globex Dental [id:1]
    Globex Works · status: Lost · Customer [id:2]
    ");
    assert_snapshot!(chat.asks("primary", &[("organization", "globex")]), @"
    Several clients match “globex”
    Pick the one you mean.
    1. Globex Dental
    2. Globex Works · status: Lost · Customer
    Synced 4 min ago
    [Globex Dental | -]
    [Globex Works | status: Lost · Customer]
    ");
}

#[test]
fn the_journal_notes_whose_alert_or_quick_notes_were_shown() {
    let noted = |account: &Account, policy: &str, command: &str| {
        let option = if command == "contact" { "name" } else { "organization" };
        let asked = asked(command, &[(option, "id:1")]);
        Chat::about(account).with_policy(policy).responds(&asked).entry.unwrap().encode().unwrap()
    };
    let there = r#""organizations":[1],"#;
    for command in ["primary", "directory", "contact"] {
        let entry = noted(&acme(), "open = true", command);
        assert!(entry.starts_with(r#"{"v":2,"#) && entry.contains(there), "{entry}");
        assert!(entry.contains(r#""organization_notes":[1]"#) && !entry.contains("Ring"), "{entry}");
        for entry in [
            noted(&acme(), "[[access]]\nfields = [\"phone\"]", command),
            noted(&plain().status(1, "Inactive"), "open = true", command),
        ] {
            assert!(entry.starts_with(r#"{"v":1,"#) && !entry.contains("organization_notes"), "{entry}");
        }
    }
    let empty = Account::default().organization(1, "Acme Corporation").alert(1, ALERT);
    assert!(noted(&empty, "open = true", "primary").contains(r#""outcome":"disclosed""#));
}
