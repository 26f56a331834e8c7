//! The words above a menu.

use crate::answer::ClickTarget;
use crate::answer::language::Language;
use crate::answer::menu::{Heading, Menu, MenuEntry, Offered};
use crate::answer::phrases::card;
use crate::answer::words::{Words, theirs};

/// What a menu is about, and what to do.
pub fn page(menu: &Menu, language: Language) -> (Words, Vec<Words>) {
    let say = |sentence| language.say(sentence);
    let quoting = |sentence, typed: &str| language.say_with(sentence, [("typed", theirs(typed).into())]);
    let at = |sentence, typed: &str, within: &Option<String>| {
        within_organization(quoting(sentence, typed), within.as_deref(), language)
    };
    let (title, hint) = match &menu.heading {
        Heading::Several { typed, within, .. } => (at("menu-several", typed, within), say("hint-several")),
        Heading::Close { typed, within } => {
            let count = menu.entries.len().into();
            (at("menu-close", typed, within), language.say_with("hint-close", [("count", count)]))
        }
        Heading::Nearest { typed, within } => (at("menu-nearest", typed, within), say("hint-nearest")),
        Heading::Unexplained { typed, words, within } => {
            let words = Words::default().list(words.iter().map(theirs), ", ").into();
            (at("menu-unexplained", typed, within), language.say_with("hint-unexplained", [("words", words)]))
        }
        Heading::Elsewhere { typed, organizations, offered } => {
            let hint = match offered {
                Offered::Nobody => "hint-nobody-elsewhere",
                Offered::Elsewhere => "hint-elsewhere",
                Offered::Partly => "hint-partly",
            };
            let organizations = Words::default().list(organizations.iter().map(theirs), ", ");
            let title = language.say_with("menu-elsewhere", [("organization", organizations.into())]);
            (title, quoting(hint, typed))
        }
        Heading::Client { organization } => (theirs(organization), say("hint-client")),
        Heading::MainLine { organization, phones, .. } if phones.is_empty() => {
            (theirs(organization), say("hint-no-main-line"))
        }
        Heading::MainLine { organization, phones, dial_links } => {
            let phone = card::number::of_site(phones, *dial_links, language);
            (theirs(organization), language.say_with("location-phone", [("phone", phone.into())]))
        }
        Heading::NoVips { organization } => {
            let title = language.say_with("no-vips-at", [("organization", theirs(organization).into())]);
            (title, say("no-vips-hint"))
        }
        Heading::NotVips { typed } => (quoting("menu-not-vips", typed), say("hint-not-vips")),
        Heading::Unfitting => (say("menu-unfitting"), say("hint-unfitting")),
        Heading::PeopleOfSeveral { typed } => {
            (quoting("menu-several-organizations", typed), say("hint-people-of-several"))
        }
        Heading::WhichOrganization { typed } => (quoting("menu-several-organizations", typed), say("hint-several")),
        Heading::WhichAction { typed } => (quoting("menu-several-actions", typed), say("hint-several")),
        Heading::NearestOrganizations { typed } => {
            (quoting("menu-nearest-organizations", typed), say("hint-nearest-organizations"))
        }
        Heading::WhichType { typed } => (quoting("menu-several-types", typed), say("hint-several")),
        Heading::SharedNumber { typed, within, .. } => {
            (at("menu-shared-number", typed, within), say("hint-shared-number"))
        }
        Heading::AnotherCountry { typed, within } => (at("menu-close", typed, within), say("hint-another-country")),
        Heading::SiteNumber { typed } => (quoting("menu-site-number", typed), say("hint-site-number")),
        Heading::NamedInMessage => (say("menu-named-in-message"), say("hint-named-in-message")),
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
    (title, [unmatched, Some(hint), more].into_iter().flatten().collect())
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
