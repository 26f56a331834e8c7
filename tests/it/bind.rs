//! `/bind` and `/unbind`: the client that a channel stands for.

use callsheet::terminal::Conversation;
use callsheet_core::answer::Effect;
use callsheet_core::domain::id::{ChannelId, GuildId, OrganizationId, UserId};
use callsheet_core::notebook::{Binding, Change};
use insta::assert_snapshot;

use testkit::account::{Account, person};
use testkit::chat::{Chat, GUILD, asked, picked, says};
use testkit::targets;

/// Discord's bit for "Manage Server".
const MANAGE: u64 = 32;

fn account() -> Account {
    Account::default()
        .organization(1, "Acme Dental")
        .organization(2, "Acme Logistics")
        .organization(3, "Globex")
        .with(person(1, "Jane Doe").at(1).phone("4155550101"))
}

fn manager() -> Chat {
    Chat::about(&account()).permitted(MANAGE)
}

fn bound(channel: u64, organization: u64) -> Change {
    let binding = Binding { guild: GuildId(GUILD), organization: OrganizationId(organization), by: UserId(1) };
    Change::Bind { channel: ChannelId(channel), binding }
}

fn policy(organization: &str) -> String {
    format!("open = true\n[[channel]]\nid = \"3\"\norganization = \"{organization}\"")
}

#[test]
fn a_bound_channel_stands_for_its_organization() {
    let chat = manager();
    assert_snapshot!(chat.asks("bind", &[("organization", "globex")]), @"
    This channel is now linked to Globex
    Here and in this channel's threads, /primary, /directory and /who-can use this client unless you name another. Its contacts rank first among equal matches. Undo with /unbind.
    Synced 4 min ago
    ");
    assert!(chat.asks("directory", &[]).to_string().starts_with("No contacts at Globex\n"));
    assert_snapshot!(chat.asks("bind", &[("organization", "id:3")]), @"
    This channel is already linked to Globex
    Here and in this channel's threads, /primary, /directory and /who-can use this client unless you name another. Its contacts rank first among equal matches. Undo with /unbind.
    Synced 4 min ago
    ");
    assert_snapshot!(chat.asks("bind", &[("organization", "acme dental")]), @"
    This channel is now linked to Acme Dental
    It was linked to Globex before. Here and in this channel's threads, /primary, /directory and /who-can use this client unless you name another. Its contacts rank first among equal matches. Undo with /unbind.
    Synced 4 min ago
    ");
    assert!(chat.asks("directory", &[]).to_string().starts_with("Everyone at Acme Dental"));
    assert_snapshot!(chat.asks("unbind", &[]), @"
    This channel is no longer linked to Acme Dental
    Name the client again here with /primary, /directory and /who-can.
    Synced 4 min ago
    ");
    assert!(chat.asks("directory", &[]).to_string().starts_with("Which client?\n"));
    assert_snapshot!(chat.asks("unbind", &[]), @"
    This channel has no client of its own
    Nothing was changed. Link a client with /bind.
    Synced 4 min ago
    ");
}

#[test]
fn a_binding_records_channel_organization_and_user() {
    let response = manager().by_user(44).answers(&asked("bind", &[("organization", "globex")]).to_string());
    assert!(response.unwrap().effect.is_none(), "the default sender of a test may not manage");
    let mut interaction = asked("bind", &[("organization", "globex")]);
    interaction["member"]["permissions"] = "8".into();
    interaction["member"]["user"]["id"] = "44".into();
    let change = Chat::about(&account()).answers(&interaction.to_string()).unwrap().effect;
    let binding = Binding { guild: GuildId(GUILD), organization: OrganizationId(3), by: UserId(44) };
    assert_eq!(change, Some(Effect::Remember(Change::Bind { channel: ChannelId(3), binding })));
}

#[test]
fn several_organizations_are_a_choice_checked_when_used() {
    let chat = manager();
    let menu = chat.asks("bind", &[("organization", "acme")]);
    assert_snapshot!(menu, @"
    Several clients match “acme”
    Pick the one you mean.
    1. Acme Dental
    2. Acme Logistics
    Synced 4 min ago
    [Acme Dental | -]
    [Acme Logistics | -]
    ");
    assert!(
        chat.picks(&menu, "Acme Logistics").to_string().starts_with("This channel is now linked to Acme Logistics\n")
    );
    let demoted = Chat::about(&account());
    assert_snapshot!(demoted.picks(&menu, "Acme Logistics"), @"
    You can't change this
    You need the Manage Server permission to link a channel to a client.
    Synced 4 min ago
    ");
    assert!(demoted.asks("directory", &[]).to_string().starts_with("Which client?\n"));
    let nearest = chat.asks("bind", &[("organization", "acm dentl foo")]);
    assert!(chat.picks(&nearest, "Dental").to_string().starts_with("This channel is now linked to Acme Dental\n"));
    assert!(chat.sends(&picked(targets::bind(99))).to_string().starts_with("No longer available\n"));
}

#[test]
fn only_managers_of_the_server_bind_and_unbind() {
    let chat = Chat::about(&account()).permitted(1 << 4).remembering([bound(3, 1)]);
    for shown in [chat.asks("bind", &[("organization", "acme")]), chat.asks("unbind", &[])] {
        assert!(shown.to_string().starts_with("You can't change this\n"), "{shown}");
    }
    assert!(chat.asks("directory", &[]).to_string().starts_with("Everyone at Acme Dental"));
}

#[test]
fn the_policy_file_has_the_last_word() {
    let chat = manager().with_policy(&policy("globex"));
    assert_snapshot!(chat.asks("bind", &[("organization", "acme dental")]), @"
    The policy file links this channel to Globex
    The policy file takes precedence, so nothing was changed. Your bot admin can edit it.
    Synced 4 min ago
    ");
    assert_eq!(chat.asks("unbind", &[]).to_string(), chat.asks("bind", &[("organization", "globex")]).to_string());
    assert_snapshot!(manager().with_policy(&policy("Nowhere Ltd")).asks("unbind", &[]), @"
    The policy file links this channel to a client that is unknown or hidden here
    Nothing was changed. Ask your bot admin to fix the policy file.
    Synced 4 min ago
    ");
}

#[test]
fn a_thread_may_stand_for_another_organization_than_its_channel() {
    let chat = manager().in_thread(33, 3).remembering([bound(3, 1)]);
    assert_snapshot!(chat.asks("unbind", &[]), @"
    This channel has no client of its own
    This thread uses its channel's client, Acme Dental. Run /unbind in that channel.
    Synced 4 min ago
    ");
    assert!(
        chat.asks("bind", &[("organization", "globex")])
            .to_string()
            .starts_with("This channel is now linked to Globex\n")
    );
    assert!(chat.asks("directory", &[]).to_string().starts_with("No contacts at Globex\n"));
    chat.asks("unbind", &[]);
    assert!(chat.asks("directory", &[]).to_string().starts_with("Everyone at Acme Dental"));
}

#[test]
fn an_organization_that_is_gone_can_be_unbound() {
    assert_snapshot!(manager().remembering([bound(3, 99)]).asks("unbind", &[]), @"
    This channel is no longer linked to a client
    Name the client again here with /primary, /directory and /who-can.
    Synced 4 min ago
    ");
}

#[test]
fn a_terminal_is_no_channel() {
    let mut conversation = Conversation::default();
    let mut typed = |line| says(&mut conversation, line, &account().snapshot()).unwrap();
    assert_snapshot!(typed("/bind globex"), @"
    This isn't a channel
    Only Discord channels can be linked to a client. Run the command there.
    Synced 4 min ago
    ");
    assert_eq!(typed("/unbind"), typed("/bind acme"));
}
