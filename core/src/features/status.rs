//! Answers `/status`: how Callsheet fares, for those who manage the server.

use std::collections::BTreeSet;

use jiff::Timestamp;

use crate::access::Permission;
use crate::answer::language::Language;
use crate::answer::phrases::{VERIFY, chain};
use crate::answer::words::Words;
use crate::answer::{Body, Few, Sheet};
use crate::domain::role::Role;
use crate::escalation::StepReason;
use crate::features::ask::{Ask, Feature};
use crate::features::context::Context;
use crate::health::{Connection, Health, Runs};

/// Types and faults of the policy file that are named: what fits into a message with the rest.
const MOST_NAMED: usize = 15;

pub(super) const FEATURE: Feature = Feature::new("status", &[Permission::WhoLooked, Permission::Release], |_| None);

pub(super) fn ask() -> Ask<'static> {
    Ask { of_itself: true, ..Ask::command(&FEATURE, answer) }
}

fn answer(context: Context<'_>) -> Body {
    let (language, view) = (context.language, context.view);
    let health = (context.health)();
    let mut lines = vec![language.say_with(
        "status-copy",
        [
            ("contacts", view.contacts().count().into()),
            ("clients", view.organizations().count().into()),
            ("locations", view.locations().count().into()),
        ],
    )];
    // A terminal has no syncs of its own, and says how old the copy is at its end.
    if !context.caller.at_terminal {
        lines.extend(runs(health.sweep, "status-sweep", "status-sweep-never", language));
        lines.extend(runs(health.delta, "status-delta", "status-delta-never", language));
    }
    lines.extend(health.gateway.map(|Connection { is_up, since }| {
        said_at(if is_up { "status-connected" } else { "status-disconnected" }, since, language)
    }));
    lines.push(audit_log(&health, language));
    lines.push(language.say_with("status-on-hold", [("count", health.on_hold.into())]));
    lines.extend(match health.policy_since {
        Some(since) => Some(said_at("status-policy", since, language)),
        // A terminal reads the file anew for each question.
        None => (!context.caller.at_terminal).then(|| language.say("status-no-policy")),
    });
    if !health.dangling.is_empty() {
        lines.push(language.say_with("status-dangling", [("count", health.dangling.len().into())]));
        let dangling = Few::of(health.dangling.iter(), MOST_NAMED);
        lines.extend(dangling.iter().map(|fault| Words::default().ours("• ").theirs(fault.as_str())));
        lines.extend(dangling.rest(language));
    }
    let mut types: Vec<&str> = view.contact_types().map(|contact_type| &*contact_type.name).collect();
    types.sort_unstable();
    if !types.is_empty() {
        lines.push(language.say("status-types"));
        let types = Few::of(types, MOST_NAMED);
        lines.extend(types.iter().map(|name| contact_type(name, context)));
        lines.extend(types.rest(language));
    }
    Body::Sheet(Sheet { title: language.say("status-title"), lines, organizations: BTreeSet::new() })
}

fn said_at(sentence: &str, at: Timestamp, language: Language) -> Words {
    language.say_with(sentence, [("ago", Words::ago(at, language).into())])
}

/// The last success and the last failure of one kind of sync.
fn runs(runs: Runs, succeeded: &'static str, never: &'static str, language: Language) -> Vec<Words> {
    let success = match runs.succeeded {
        Some(at) => said_at(succeeded, at, language),
        None => language.say(never),
    };
    let failure = runs.failed.map(|(at, fault)| {
        language.say_with(
            "status-failed",
            [("ago", Words::ago(at, language).into()), ("fault", <&str>::from(fault).into())],
        )
    });
    [success].into_iter().chain(failure).collect()
}

fn audit_log(health: &Health, language: Language) -> Words {
    let command = || Words::default().copy(VERIFY).into();
    match health.broken_at {
        Some(_) => language.say_with("status-audit-broken", [("command", command())]),
        None if health.audit_required => language.say("status-audit"),
        None => language.say("status-audit-optional"),
    }
}

/// A contact type, and the role it stands for.
fn contact_type(name: &str, context: Context<'_>) -> Words {
    let (roles, language) = (&context.policy.roles, context.language);
    let role = match roles.role(Some(name)) {
        Some(Role::Departed) => language.say("status-former"),
        Some(role) => chain::reason(StepReason::Role(role), language),
        None => language.say("status-no-role"),
    };
    let is_guessed = roles.role(Some(name)) != roles.stated(Some(name));
    let guessed = is_guessed.then(|| language.say("status-guessed"));
    let named = Words::default().ours("• ").theirs(name).ours(" →");
    Words::default().list([named, role].into_iter().chain(guessed), " ")
}
