//! Answers `/help`: the commands that the caller may use, each with an example that has an answer in this account.

use std::collections::BTreeSet;

use crate::answer::manifests::{description, words};
use crate::answer::words::Words;
use crate::answer::{Body, Sheet};
use crate::domain::id::OrganizationId;
use crate::features::ask::{ANY, Ask, Feature};
use crate::features::context::Context;
use crate::features::{FEATURES, alert};

pub(super) const FEATURE: Feature = Feature::new("help", &ANY, |_| None);

pub(super) fn ask() -> Ask<'static> {
    Ask { of_itself: true, ..Ask::command(&FEATURE, answer) }
}

fn answer(context: Context<'_>) -> Body {
    let mut organizations = BTreeSet::new();
    let mut lines: Vec<Words> =
        FEATURES.iter().filter_map(|feature| line(feature, &mut organizations, context)).collect();
    let language = context.language;
    let at_terminal = context.caller.at_terminal;
    lines.push(if at_terminal { language.say("help-terminal") } else { language.say("help-typing") });
    Body::Sheet(Sheet { title: context.language.say("help-title"), lines, organizations })
}

/// A command's line, with an example of what this caller may see; `None` where the caller may not use the command.
fn line(feature: &Feature, organizations: &mut BTreeSet<OrganizationId>, context: Context<'_>) -> Option<Words> {
    let allowed = context.policy.access.allowed(context.caller, feature.permissions);
    if allowed.is_nothing() || feature.for_managers && !context.caller.may_manage {
        return None;
    }
    let view = context.view.under(&allowed);
    let language = context.language;
    if feature.name == alert::FEATURE.name && !context.caller.at_terminal {
        let name = Words::default().copy(description(feature.name, language));
        return Some(language.say_with("help-on-message", [("name", name.into())]));
    }
    let example = (feature.example)(Context { view: &view, ..context });
    organizations.extend(example.as_ref().map(|(_, organization)| organization));
    let typed = example.map_or_else(|| format!("/{}", words(feature.name)), |(line, _)| line);
    Some(Words::default().copy(typed).ours(" · ").ours(description(feature.name, language)))
}
