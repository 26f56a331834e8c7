//! "Who do I call?" on a message: an alert, a ticket, a cry for help.

use callsheet_core::domain::id::{ChannelId, GuildId, OrganizationId, UserId};
use callsheet_core::notebook::{Binding, Change};
use insta::assert_snapshot;
use serde_json::json;

use testkit::account::{Account, person, usual_types};
use testkit::chat::{Chat, GUILD, Shown};

fn account() -> Account {
    usual_types(Account::default())
        .organization(1, "Harborview Law Group")
        .organization(2, "Globex Dental")
        .organization(3, "Initech")
        .with(person(1, "Jane Doe").at(1).title("Office Manager").of_type(1).phone("4155550101"))
        .with(person(2, "Hank Scorpio").at(2).of_type(1).phone("4155550102"))
}

fn used_on(chat: &Chat, content: &str) -> Shown {
    chat.uses_on("Who do I call?", &json!({ "content": content }))
}

fn bound(organization: u64) -> Change {
    let binding = Binding { guild: GuildId(GUILD), organization: OrganizationId(organization), by: UserId(1) };
    Change::Bind { channel: ChannelId(3), binding }
}

#[test]
fn an_organization_in_the_text_is_answered_like_primary() {
    let chat = Chat::about(&account());
    let shown = used_on(&chat, "DOWN: vpn01 at Harborview Law Group, since 03:12");
    assert_snapshot!(shown, @"
    Jane Doe
    Office Manager · Harborview Law Group
    📞 4155550101
    as stored, unverified
    ✉️ No email address
    ⤵️ Only contact to call at Harborview Law Group: primary contact
    type: Primary Contact
    📍 No location
    🔎 Found in the message: Harborview Law Group
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
    let asked = chat.asks("primary", &[("organization", "harborview")]).to_string();
    let without = shown.to_string().replacen("🔎 Found in the message: Harborview Law Group\n", "", 1);
    assert_eq!(without, asked);
}

#[test]
fn an_organization_in_the_embed_of_an_alert_is_found() {
    let embed = json!({ "title": "Backup failed", "fields": [{ "name": "Customer", "value": "Globex Dental" }] });
    let shown = Chat::about(&account()).uses_on("Who do I call?", &json!({ "embeds": [embed] })).to_string();
    assert!(
        shown.starts_with("Hank Scorpio\n") && shown.contains("\n🔎 Found in the message: Globex Dental\n"),
        "{shown}"
    );
}

#[test]
fn several_organizations_are_a_choice() {
    let chat = Chat::about(&account());
    let menu = used_on(&chat, "Link between Globex Dental and Harborview Law Group is down");
    assert_snapshot!(menu, @"
    The message names several clients
    Best matches come first. Pick the right one.
    1. Globex Dental
    2. Harborview Law Group
    Synced 4 min ago
    [Globex Dental | -]
    [Harborview Law Group | -]
    ");
    assert!(chat.picks(&menu, "Globex").to_string().starts_with("Hank Scorpio\n"));
}

#[test]
fn no_match_is_said_without_a_word_of_the_message() {
    let shown = used_on(&Chat::about(&account()), "printer on fire @everyone https://evil.example");
    assert_snapshot!(shown, @"
    No client found in the message
    Name the client with /primary. Someone with Manage Server can also link this channel to a client with /bind.
    Synced 4 min ago
    ");
    for empty in ["", " ", "\u{200b}"] {
        assert_eq!(used_on(&Chat::about(&account()), empty).to_string(), shown.to_string());
    }
}

#[test]
fn without_a_named_client_the_channels_own_is_meant() {
    let chat = Chat::about(&account()).remembering([bound(2)]);
    assert_snapshot!(used_on(&chat, "printer on fire"), @"
    Hank Scorpio
    Primary Contact · Globex Dental
    📞 4155550102
    as stored, unverified
    ✉️ No email address
    ⤵️ Only contact to call at Globex Dental: primary contact
    No title
    📍 No location
    🔎 No known client in the message. This channel is linked to Globex Dental.
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
    let named = used_on(&chat, "Harborview Law Group: printer on fire").to_string();
    assert!(
        named.starts_with("Jane Doe\n") && named.contains("\n🔎 Found in the message: Harborview Law Group\n"),
        "{named}"
    );
}

#[test]
fn an_organization_without_people_is_named_all_the_same() {
    let shown = used_on(&Chat::about(&account()), "Customer: Initech").to_string();
    assert!(
        shown.contains("🔎 Found in the message: Initech\n") && shown.contains("No one to call at Initech"),
        "{shown}"
    );
}

#[test]
fn more_organizations_than_a_menu_holds_are_cut_with_a_note() {
    let names: Vec<String> = (0..30)
        .map(|at| format!("Client{} Holdings", char::from(b'A' + at % 26).to_string().repeat(2 + usize::from(at / 26))))
        .collect();
    let account = (1..).zip(&names).fold(Account::default(), |account, (id, name)| account.organization(id, name));
    let shown = used_on(&Chat::about(&account), &names.join(", "));
    let menu = shown.to_string();
    assert_eq!(menu.matches("\n[").count(), 25, "{menu}");
    assert!(menu.contains("Showing the top 25.\n"), "{menu}");
}

#[test]
fn it_is_not_typed_on_a_terminal() {
    assert!(commands::line::parse("/Who do I call?").is_err());
}
