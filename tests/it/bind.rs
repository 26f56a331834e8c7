//! `/bind` and `/unbind`: the client that a channel stands for.

use callsheet::answer::language::Language;
use callsheet::domain::id::{ChannelId, GuildId, OrganizationId, UserId};
use callsheet::handlers::context::Caller;
use callsheet::notebook::{Binding, Change};
use callsheet::policy::Policy;
use callsheet::terminal::Conversation;
use insta::assert_snapshot;

use crate::support::account::{Account, now, person};
use crate::support::chat::{Chat, GUILD, asked};

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
    This channel stands for Globex now
    Here and in its threads, /primary, /directory and /who-can mean it unless another one is named, and its people come first among equals. /unbind takes that back.
    Synced 4 min ago
    ");
    assert!(chat.asks("directory", &[]).to_string().starts_with("Nobody on record at Globex\n"));
    assert_snapshot!(chat.asks("bind", &[("organization", "id:3")]), @"
    This channel stands for Globex already
    Here and in its threads, /primary, /directory and /who-can mean it unless another one is named, and its people come first among equals. /unbind takes that back.
    Synced 4 min ago
    ");
    assert_snapshot!(chat.asks("bind", &[("organization", "acme dental")]), @"
    This channel stands for Acme Dental now
    Until now it stood for Globex. Here and in its threads, /primary, /directory and /who-can mean it unless another one is named, and its people come first among equals. /unbind takes that back.
    Synced 4 min ago
    ");
    assert!(chat.asks("directory", &[]).to_string().starts_with("Everybody at Acme Dental"));
    assert_snapshot!(chat.asks("unbind", &[]), @"
    This channel no longer stands for Acme Dental
    /primary, /directory and /who-can need an organization here again.
    Synced 4 min ago
    ");
    assert!(chat.asks("directory", &[]).to_string().starts_with("Which client?\n"));
    assert_snapshot!(chat.asks("unbind", &[]), @"
    This channel stands for no organization of its own
    Nothing was changed. /bind lets it stand for one.
    Synced 4 min ago
    ");
}

#[test]
fn a_binding_records_channel_organization_and_user() {
    let response = manager().by_user(44).answers(&asked("bind", &[("organization", "globex")]).to_string());
    assert!(response.unwrap().change.is_none(), "the default sender of a test may not manage");
    let mut interaction = asked("bind", &[("organization", "globex")]);
    interaction["member"]["permissions"] = "8".into();
    interaction["member"]["user"]["id"] = "44".into();
    let change = Chat::about(&account()).answers(&interaction.to_string()).unwrap().change;
    let binding = Binding { guild: GuildId(GUILD), organization: OrganizationId(3), by: UserId(44) };
    assert_eq!(change, Some((binding.guild, Change::Bind { channel: ChannelId(3), binding })));
}

#[test]
fn several_organizations_are_a_choice_checked_when_used() {
    let chat = manager();
    let menu = chat.asks("bind", &[("organization", "acme")]);
    assert_snapshot!(menu, @"
    Several organizations match “acme”
    Pick the one you mean.
    1. Acme Dental
    2. Acme Logistics
    Synced 4 min ago
    [Acme Dental | -]
    [Acme Logistics | -]
    ");
    assert!(
        chat.picks(&menu, "Acme Logistics").to_string().starts_with("This channel stands for Acme Logistics now\n")
    );
    let demoted = Chat::about(&account());
    assert_snapshot!(demoted.picks(&menu, "Acme Logistics"), @"
    Not for you to change
    What a channel stands for is up to whoever has the permission “Manage Server”.
    Synced 4 min ago
    ");
    assert!(demoted.asks("directory", &[]).to_string().starts_with("Which client?\n"));
    let nearest = chat.asks("bind", &[("organization", "acm dentl foo")]);
    assert!(chat.picks(&nearest, "Dental").to_string().starts_with("This channel stands for Acme Dental now\n"));
    assert!(chat.clicks("menu", Some("bind:99")).to_string().starts_with("Not there any more\n"));
}

#[test]
fn only_managers_of_the_server_bind_and_unbind() {
    let chat = Chat::about(&account()).permitted(1 << 4).remembering([bound(3, 1)]);
    for shown in [chat.asks("bind", &[("organization", "acme")]), chat.asks("unbind", &[])] {
        assert!(shown.to_string().starts_with("Not for you to change\n"), "{shown}");
    }
    assert!(chat.asks("directory", &[]).to_string().starts_with("Everybody at Acme Dental"));
}

#[test]
fn the_policy_file_has_the_last_word() {
    let chat = manager().with_policy(&policy("globex"));
    assert_snapshot!(chat.asks("bind", &[("organization", "acme dental")]), @"
    The policy file lets this channel stand for Globex
    It has the last word, so nothing was changed. Whoever runs the bot can change the file.
    Synced 4 min ago
    ");
    assert_eq!(chat.asks("unbind", &[]).to_string(), chat.asks("bind", &[("organization", "globex")]).to_string());
    assert_snapshot!(manager().with_policy(&policy("Nowhere Ltd")).asks("unbind", &[]), @"
    The policy file lets this channel stand for an organization that is not on record or not shown here
    Nothing was changed. Tell whoever runs the bot to correct the file.
    Synced 4 min ago
    ");
}

#[test]
fn a_thread_may_stand_for_another_organization_than_its_channel() {
    let chat = manager().in_thread(33, 3).remembering([bound(3, 1)]);
    assert_snapshot!(chat.asks("unbind", &[]), @"
    This channel stands for no organization of its own
    As a thread it stands for Acme Dental, like the channel it belongs to. Use /unbind there.
    Synced 4 min ago
    ");
    assert!(
        chat.asks("bind", &[("organization", "globex")])
            .to_string()
            .starts_with("This channel stands for Globex now\n")
    );
    assert!(chat.asks("directory", &[]).to_string().starts_with("Nobody on record at Globex\n"));
    chat.asks("unbind", &[]);
    assert!(chat.asks("directory", &[]).to_string().starts_with("Everybody at Acme Dental"));
}

#[test]
fn an_organization_that_is_gone_can_be_unbound() {
    assert_snapshot!(manager().remembering([bound(3, 99)]).asks("unbind", &[]), @"
    This channel no longer stands for an organization
    /primary, /directory and /who-can need an organization here again.
    Synced 4 min ago
    ");
}

#[test]
fn a_terminal_is_no_channel() {
    let mut conversation = Conversation::default();
    let caller = Caller::at_terminal(Language::default());
    let mut typed = |line| conversation.reply(line, &account().snapshot(), &Policy::default(), caller, now()).unwrap();
    assert_snapshot!(typed("/bind globex"), @"
    There is no channel here
    A terminal stands for no organization. Use the command in a channel on Discord.
    Synced 4 min ago
    ");
    assert_eq!(typed("/unbind"), typed("/bind acme"));
}
