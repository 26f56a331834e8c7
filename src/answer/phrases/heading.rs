//! The words above a menu.

use crate::answer::card::{Fallback, Tier};
use crate::answer::menu::{Heading, MAX_ENTRIES, Menu};
use crate::answer::phrases::card::no_primary;
use crate::answer::words::Words;

/// The title of a menu.
#[must_use]
pub fn title(heading: &Heading) -> Words {
    match heading {
        Heading::Several { typed, within } => at(quoted("Several people match ", typed), within.as_deref()),
        Heading::Close { typed, within } => at(quoted("Not quite ", typed), within.as_deref()),
        Heading::Nearest { typed, within } => at(quoted("Nobody matches ", typed), within.as_deref()),
        Heading::NotVips { typed } => quoted("No VIP matches ", typed),
        Heading::Unfitting => Words::new("This person does not fit the other options"),
        Heading::PeopleOfSeveral { typed } | Heading::WhichOrganization { typed } => {
            quoted("Several organizations match ", typed)
        }
        Heading::NearestOrganizations { typed } => quoted("No organization matches ", typed),
        Heading::Primaries { organization } => Words::new("Several primary contacts at ").theirs(organization.as_str()),
        Heading::Fallback(Fallback { organization, .. }) => Words::new("Who to call at ").theirs(organization.as_str()),
    }
}

/// What a menu is about, and what to do.
#[must_use]
pub fn hints(menu: &Menu) -> Vec<Words> {
    let hint = match &menu.heading {
        Heading::Several { .. } | Heading::WhichOrganization { .. } => Words::new("Pick the one you mean."),
        Heading::Close { .. } if menu.entries.len() == 1 => {
            Words::new("One person comes close. Pick them if that is who you mean.")
        }
        Heading::Close { .. } => Words::new("These people come close. Pick one if that is who you mean."),
        Heading::Nearest { .. } => Words::new(
            "The nearest names are below. Otherwise try a last name, an e-mail address or digits of a phone number.",
        ),
        Heading::NotVips { .. } => Words::new("These people match, but are not VIPs who can be called."),
        Heading::Unfitting => Words::new("Change the organization or type, or pick the person here."),
        Heading::PeopleOfSeveral { .. } => Words::new("Pick the person at the organization you mean."),
        Heading::NearestOrganizations { .. } => {
            Words::new("The nearest names are below. Otherwise try its short name or the beginning of its name.")
        }
        Heading::Primaries { .. } => Words::new("More than one person has a primary contact type. Pick one."),
        Heading::Fallback(fallback) => no_primary(fallback).ours(match fallback.tier {
            Tier::Vip => " These are the VIPs there.",
            Tier::Technical => " These are the technical contacts there.",
            Tier::Executive => " These are the executive contacts there.",
            Tier::Anyone => " These are the people there with a phone or e-mail on record.",
            Tier::Unreachable => " ⚠️ Nobody there has a phone or e-mail on record. These are the people.",
        }),
    };
    let more = menu.more.then(|| match menu.heading {
        Heading::Primaries { .. } | Heading::Fallback(_) => {
            Words::new(format!("Only the first {MAX_ENTRIES} are shown: /contact finds the others by name."))
        }
        Heading::WhichOrganization { .. } => {
            Words::new(format!("Only the best {MAX_ENTRIES} are shown: type more of the name."))
        }
        _ => Words::new(format!("Only the best {MAX_ENTRIES} are shown: add a last name or the organization.")),
    });
    [Some(hint), more].into_iter().flatten().collect()
}

fn quoted(before: &'static str, typed: &str) -> Words {
    Words::new(before).ours("“").theirs(typed).ours("”")
}

fn at(words: Words, organization: Option<&str>) -> Words {
    match organization {
        Some(organization) => words.ours(" at ").theirs(organization),
        None => words,
    }
}
