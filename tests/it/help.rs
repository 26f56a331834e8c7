//! `/help`: what the caller may ask, with examples from the account.

use std::collections::BTreeSet;

use callsheet::terminal::Conversation;
use callsheet_core::directory::snapshot::Status;
use callsheet_core::features::FEATURES;
use commands::Command;
use insta::assert_snapshot;
use testkit::account::{Account, person};
use testkit::chat::{Chat, on_a_terminal, says};

const MANAGE: u64 = 32;

fn account() -> Account {
    Account::default()
        .organization(1, "Acme Corporation")
        .organization(2, "Aardvark Storage")
        .with(person(42, "Jane Doe").at(1).vip().phone("4155550101"))
}

fn technician() -> Chat {
    Chat::about(&account()).permitted(0)
}

#[test]
fn a_technician_sees_each_command_with_an_example() {
    assert_snapshot!(technician().asks("help", &[]), @"
    What you can ask
    /contact name: Acme Corporation · Find a contact and how to reach them
    /vip · List VIPs, or find one by name
    /primary organization: Acme Corporation · Who to call first at a client
    On an alert in the channel, Apps > Who do I call?: who to call at the client it names
    /directory organization: Acme Corporation · List all contacts at a client by contact type
    /who-can · Find out who can approve something at a client
    /help · See what you can ask here, with examples
    While you type a name, suggestions appear; pick one, or send the text as it is.
    Synced 4 min ago
    ");
}

#[test]
fn those_who_manage_the_server_see_their_commands_too() {
    let shown = technician().permitted(MANAGE).asks("help", &[]).to_string();
    for command in ["/bind organization: Acme Corporation", "/unbind", "/who-looked", "/release"] {
        assert!(shown.contains(command), "{command}: {shown}");
    }
}

#[test]
fn only_what_is_granted_is_listed() {
    let policy = "[[access]]\ncommands = [\"primary\"]\norganizations = [\"Acme Corporation\"]";
    let shown = technician().with_policy(policy).asks("help", &[]).to_string();
    assert!(shown.contains("/primary organization: Acme Corporation"), "{shown}");
    assert!(!shown.contains("/contact") && !shown.contains("/who-can"), "{shown}");
}

#[test]
fn a_caller_without_any_grant_is_told_so() {
    let policy = "[[access]]\nroles = [9]";
    assert!(technician().with_policy(policy).asks("help", &[]).to_string().starts_with("You don't have access"));
}

#[test]
fn help_comes_before_the_first_sync_too() {
    let shown = technician().with_status(Status::default()).asks("help", &[]).to_string();
    assert!(shown.starts_with("What you can ask") && shown.contains("/vip"), "{shown}");
}

#[test]
fn every_example_has_an_answer() {
    let account = account();
    let snapshot = account.snapshot();
    let shown = on_a_terminal(&Command::Help, &snapshot);
    let mut answered = 0;
    for example in shown.lines().filter_map(|line| line.split_once(" · ").map(|(example, _)| example)) {
        // A command without an example is listed by its name alone.
        if !example.contains(' ') && commands::line::parse(example).is_err() {
            continue;
        }
        let answer = says(&mut Conversation::default(), example, &snapshot).unwrap_or_else(|error| error);
        let words = ["Acme", "Jane Doe", "VIP", "What you can ask", "How Callsheet", "Every command", "First name"];
        let is_answer = words.iter().any(|word| answer.contains(word)) || answer.contains("This isn't a channel");
        assert!(is_answer, "{example}: {answer}");
        answered += 1;
    }
    assert!(answered >= 8, "{shown}");
}

#[test]
fn a_command_is_registered_for_those_who_may_use_its_feature() {
    let registered = commands::manifests().into_iter().map(|manifest| {
        (manifest["name"].as_str().unwrap().to_owned(), manifest["default_member_permissions"] == "32")
    });
    let features = FEATURES.iter().map(|feature| (feature.name.to_owned(), feature.for_managers));
    assert_eq!(registered.collect::<BTreeSet<_>>(), features.collect());
}
