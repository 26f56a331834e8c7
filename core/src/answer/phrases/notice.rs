//! The words of a notice.

use commands::options::ParseError;

use crate::answer::chain::Named;
use crate::answer::few::Few;
use crate::answer::language::Language;
use crate::answer::notice::{Dead, DeadEnd, Notice};
use crate::answer::phrases::heading::within_organization;
use crate::answer::phrases::{BETWEEN, card, chain, channel, few, hold};
use crate::answer::words::{Words, theirs};

/// The start of an authorisation in the policy file; to be copied, and no text that Discord takes for a link.
const ACTIONS: &str = "[[authorisation]]";

#[must_use]
pub fn title(notice: &Notice, language: Language) -> Words {
    let quoting = |sentence, typed: &str| language.say_with(sentence, [("typed", theirs(typed).into())]);
    let at =
        |sentence, organization: &str| language.say_with(sentence, [("organization", theirs(organization).into())]);
    match notice {
        Notice::StillLoading => language.say("still-loading"),
        Notice::NothingTyped => language.say("nothing-typed"),
        Notice::NobodyMatches { typed, within } => {
            within_organization(quoting("menu-nearest", typed), within.as_deref(), language)
        }
        Notice::Gone => language.say("gone"),
        Notice::UnknownOrganization { typed, .. } => quoting("menu-nearest-organizations", typed),
        Notice::UnknownType { typed, .. } => quoting("unknown-type", typed),
        Notice::NoVips { organization: Some(organization), contact_type: None } => at("no-vips-at", organization),
        Notice::NoVips { organization: None, contact_type: None } => language.say("no-vips"),
        Notice::NoVips { organization, contact_type: Some(name) } => {
            let none = language.say_with("no-vips-of-type", [("type", theirs(name).into())]);
            within_organization(none, organization.as_deref(), language)
        }
        Notice::VipsWithheld { organization } => at("vips-at", organization),
        Notice::NobodyListed { organization, contact_type: None, .. } => at("nobody-listed", organization),
        Notice::NobodyListed { organization, contact_type: Some(name), .. } => {
            let organization = theirs(organization).into();
            language.say_with("nobody-listed-of-type", [("organization", organization), ("type", theirs(name).into())])
        }
        Notice::NothingNamed => language.say("nothing-named"),
        Notice::Channel(channel) => channel::title(channel, language),
        Notice::Hold(of) => hold::title(*of, language),
        Notice::NobodyAt { organization, .. } => at("nobody-at", organization),
        Notice::NobodyToCall(dead_end) => at("nobody-at", &dead_end.organization),
        Notice::UnknownAction { typed: Some(typed), .. } => quoting("unknown-action", typed),
        Notice::UnknownAction { typed: None, .. } => language.say("action-gone"),
        Notice::NoActions { organization } => at("no-actions", organization),
        Notice::NoChannel => language.say("no-channel"),
        Notice::Rejected(_) => language.say("rejected"),
        Notice::NotServed => language.say("not-served"),
        Notice::Expired => language.say("expired"),
        Notice::NotAllowed => language.say("not-allowed"),
        Notice::NotJournaled => language.say("not-journaled"),
        Notice::NotSaved => language.say("not-saved"),
        Notice::Unreadable => language.say("unreadable"),
        Notice::SharingOff => language.say("sharing-off"),
        Notice::NotHandedOn(_) => language.say("not-handed-on"),
        Notice::ContactFile { name } => {
            language.say_with("contact-file-of", [("name", card::name(name, language).into())])
        }
    }
}

/// What to do about it.
#[must_use]
pub fn lines(notice: &Notice, language: Language) -> Vec<Words> {
    let line = match notice {
        Notice::StillLoading => language.say("still-loading-hint"),
        Notice::NothingTyped => language.say("nothing-typed-hint"),
        Notice::NobodyMatches { within: None, .. } => language.say("nobody-matches-hint"),
        Notice::NobodyMatches { within: Some(_), .. } => language.say("nobody-matches-within-hint"),
        Notice::Gone => language.say("gone-hint"),
        Notice::UnknownOrganization { nearest, .. } => {
            return hint("near-names", nearest, "unknown-organization-hint", language);
        }
        Notice::UnknownType { known, .. } => return hint("known-types", known, "unknown-type-hint", language),
        Notice::NoVips { .. } => language.say("no-vips-hint"),
        Notice::VipsWithheld { .. } => language.say("card-withheld"),
        Notice::NobodyListed { contact_type: Some(_), .. } => language.say("nobody-listed-of-type-hint"),
        Notice::NothingNamed => language.say("nothing-named-hint"),
        Notice::Channel(channel) => channel::hint(channel, language),
        Notice::Hold(of) => hold::hint(*of, language),
        Notice::NobodyAt { departed: 0, .. } | Notice::NobodyListed { contact_type: None, .. } => {
            language.say("nobody-at-hint")
        }
        Notice::NobodyToCall(dead_end) => return nobody_to_call(dead_end, language),
        Notice::UnknownAction { known, .. } => return hint("known-actions", known, "unknown-type-hint", language),
        Notice::NoActions { .. } => {
            language.say_with("no-actions-hint", [("table", Words::default().copy(ACTIONS).into())])
        }
        Notice::NoChannel => language.say("no-channel-hint"),
        Notice::NobodyAt { departed, .. } => language.say_with("nobody-left-hint", [("count", (*departed).into())]),
        Notice::Rejected(ParseError::Missing(option)) => {
            language.say_with("rejected-missing-hint", [("option", Words::new(*option).into())])
        }
        Notice::Rejected(ParseError::UnknownCommand | ParseError::UnknownOption | ParseError::NoUser(_)) => {
            language.say("rejected-unknown-hint")
        }
        Notice::NotServed => language.say("not-served-hint"),
        Notice::Expired => language.say("expired-hint"),
        Notice::NotAllowed => language.say("not-allowed-hint"),
        Notice::NotJournaled => language.say("not-journaled-hint"),
        Notice::NotSaved => language.say("not-saved-hint"),
        Notice::Unreadable => language.say("unreadable-hint"),
        Notice::SharingOff => language.say("sharing-off-hint"),
        Notice::NotHandedOn(Named { name, .. }) => {
            language.say_with("not-handed-on-hint", [("name", card::name(name, language).into())])
        }
        Notice::ContactFile { .. } => language.say("contact-file-hint"),
    };
    vec![line]
}

fn nobody_to_call(dead_end: &DeadEnd, language: Language) -> Vec<Words> {
    let DeadEnd { organization, because, named, missing, phones, dial_links, .. } = dead_end;
    let names = || few(named, |named| card::name(&named.name, language), ", ", language).into();
    let because = match because {
        Dead::Withheld => return vec![language.say("card-withheld")],
        Dead::Unreachable => language.say_with("dead-unreachable", [("names", names())]),
        Dead::NotInChain => language.say("dead-not-in-chain"),
        Dead::Tried => language.say_with("dead-tried", [("names", names())]),
    };
    let missing = chain::all_missing(missing, organization, language);
    let phone = if phones.is_empty() {
        language.say("dead-hint")
    } else {
        let phone = card::number::of_site(phones, *dial_links, language);
        language.say_with("site-phone", [("of", "organization".into()), ("phone", phone.into())])
    };
    [because].into_iter().chain(missing).chain([phone]).collect()
}

fn hint(sentence: &'static str, names: &Few<String>, otherwise: &'static str, language: Language) -> Vec<Words> {
    let known = (!names.is_empty())
        .then(|| language.say_with(sentence, [("names", few(names, theirs, BETWEEN, language).into())]));
    known.into_iter().chain([language.say(otherwise)]).collect()
}
