//! The words above a menu.

use crate::answer::ClickTarget;
use crate::answer::language::Language;
use crate::answer::menu::{Heading, Menu, MenuEntry, Offered};
use crate::answer::phrases::card;
use crate::answer::words::{Words, theirs};

#[must_use]
pub fn title(heading: &Heading, language: Language) -> Words {
    let quoting = |sentence, typed: &str| language.say_with(sentence, [("typed", theirs(typed).into())]);
    match heading {
        Heading::Several { typed, within, .. } => {
            within_organization(quoting("menu-several", typed), within.as_deref(), language)
        }
        Heading::Close { typed, within } | Heading::AnotherCountry { typed, within } => {
            within_organization(quoting("menu-close", typed), within.as_deref(), language)
        }
        Heading::Nearest { typed, within } => {
            within_organization(quoting("menu-nearest", typed), within.as_deref(), language)
        }
        Heading::Unexplained { typed, within, .. } => {
            within_organization(quoting("menu-unexplained", typed), within.as_deref(), language)
        }
        Heading::Elsewhere { organizations, .. } => {
            let organizations = Words::default().list(organizations.iter().map(theirs), ", ");
            language.say_with("menu-elsewhere", [("organization", organizations.into())])
        }
        Heading::Client { organization } | Heading::MainLine { organization, .. } => theirs(organization),
        Heading::NoVips { organization } => {
            language.say_with("no-vips-at", [("organization", theirs(organization).into())])
        }
        Heading::NotVips { typed } => quoting("menu-not-vips", typed),
        Heading::Unfitting => language.say("menu-unfitting"),
        Heading::PeopleOfSeveral { typed } | Heading::WhichOrganization { typed } => {
            quoting("menu-several-organizations", typed)
        }
        Heading::WhichAction { typed } => quoting("menu-several-actions", typed),
        Heading::NearestOrganizations { typed } => quoting("menu-nearest-organizations", typed),
        Heading::WhichType { typed } => quoting("menu-several-types", typed),
        Heading::SharedNumber { typed, within, .. } => {
            within_organization(quoting("menu-shared-number", typed), within.as_deref(), language)
        }
        Heading::SiteNumber { typed } => quoting("menu-site-number", typed),
        Heading::NamedInMessage => language.say("menu-named-in-message"),
    }
}

/// What a menu is about, and what to do.
#[must_use]
pub fn hints(menu: &Menu, language: Language) -> Vec<Words> {
    let hint = match &menu.heading {
        Heading::Several { .. }
        | Heading::WhichOrganization { .. }
        | Heading::WhichType { .. }
        | Heading::WhichAction { .. } => language.say("hint-several"),
        Heading::Close { .. } => language.say_with("hint-close", [("count", menu.entries.len().into())]),
        Heading::Nearest { .. } => language.say("hint-nearest"),
        Heading::Unexplained { words, .. } => {
            let words = Words::default().list(words.iter().map(theirs), ", ");
            language.say_with("hint-unexplained", [("words", words.into())])
        }
        Heading::Elsewhere { typed, offered, .. } => {
            let sentence = match offered {
                Offered::Nobody => "hint-nobody-elsewhere",
                Offered::Elsewhere => "hint-elsewhere",
                Offered::Partly => "hint-partly",
            };
            language.say_with(sentence, [("typed", theirs(typed).into())])
        }
        Heading::Client { .. } => language.say("hint-client"),
        Heading::MainLine { phones, .. } if phones.is_empty() => language.say("hint-no-main-line"),
        Heading::MainLine { phones, dial_links, .. } => {
            let phone = card::number::of_site(phones, *dial_links, language);
            language.say_with("location-phone", [("phone", phone.into())])
        }
        Heading::NoVips { .. } => language.say("no-vips-hint"),
        Heading::NotVips { .. } => language.say("hint-not-vips"),
        Heading::Unfitting => language.say("hint-unfitting"),
        Heading::PeopleOfSeveral { .. } => language.say("hint-people-of-several"),
        Heading::NearestOrganizations { .. } => language.say("hint-nearest-organizations"),
        Heading::SharedNumber { .. } => language.say("hint-shared-number"),
        Heading::AnotherCountry { .. } => language.say("hint-another-country"),
        Heading::SiteNumber { .. } => language.say("hint-site-number"),
        Heading::NamedInMessage => language.say("hint-named-in-message"),
    };
    let more = menu.more.then(|| {
        let sentence = match menu.heading {
            Heading::SharedNumber { .. } => "more-with-number",
            Heading::WhichOrganization { .. } => "more-organizations",
            Heading::WhichType { .. } | Heading::SiteNumber { .. } | Heading::NamedInMessage => "more-entries",
            _ => "more-people",
        };
        language.say_with(sentence, [("count", counted(menu).into())])
    });
    let unmatched = match &menu.heading {
        Heading::Several { extension, .. } | Heading::SharedNumber { extension, .. } => extension.as_deref(),
        _ => None,
    };
    let unmatched = unmatched.map(|extension| {
        language.say_with("extension-unmatched", [("extension", Words::new(extension.to_owned()).into())])
    });
    [unmatched, Some(hint), more].into_iter().flatten().collect()
}

/// How many of the matches are shown: beside contacts, a menu may offer questions about a client.
fn counted(menu: &Menu) -> usize {
    let is_person = |entry: &&MenuEntry| matches!(entry.target, ClickTarget::Person(_));
    match menu.heading {
        Heading::Elsewhere { .. } => menu.entries.iter().filter(is_person).count(),
        _ => menu.entries.len(),
    }
}

/// A title, with the organization it is limited to.
pub(super) fn within_organization(title: Words, organization: Option<&str>, language: Language) -> Words {
    match organization {
        Some(organization) => {
            let organization = theirs(organization);
            language.say_with("at-organization", [("title", title.into()), ("organization", organization.into())])
        }
        None => title,
    }
}
