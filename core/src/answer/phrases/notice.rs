//! The words of a notice.

use commands::options::ParseError;

use crate::answer::Few;
use crate::answer::card::Named;
use crate::answer::language::Language;
use crate::answer::notice::{Channel, DeadEnd, DeadEndReason, Notice};
use crate::answer::phrases::heading::within_organization;
use crate::answer::phrases::{BETWEEN, card, chain, few, hold};
use crate::answer::words::{Words, theirs};

/// The start of an authorisation in the policy file; to be copied, and no text that Discord takes for a link.
const ACTIONS: &str = "[[authorisation]]";

/// What there is to say, and what to do about it.
pub fn page(notice: &Notice, language: Language) -> (Words, Vec<Words>) {
    let say = |sentence| language.say(sentence);
    let quoting = |sentence, typed: &str| language.say_with(sentence, [("typed", theirs(typed).into())]);
    let at =
        |sentence, organization: &str| language.say_with(sentence, [("organization", theirs(organization).into())]);
    let named = |sentence, name: &str| language.say_with(sentence, [("name", card::name(name, language).into())]);
    let (title, hint) = match notice {
        Notice::StillLoading => (say("still-loading"), say("still-loading-hint")),
        Notice::NothingTyped => (say("nothing-typed"), say("nothing-typed-hint")),
        Notice::NobodyMatches { typed, within } => {
            let hint = if within.is_some() { "nobody-matches-within-hint" } else { "nobody-matches-hint" };
            (within_organization(quoting("menu-nearest", typed), within.as_deref(), language), say(hint))
        }
        Notice::Gone => (say("gone"), say("gone-hint")),
        Notice::DraftGone => (say("draft-gone"), say("draft-gone-hint")),
        Notice::TooManyChanges { limit } => {
            let limit = usize::try_from(*limit).unwrap_or(usize::MAX);
            (say("too-many-changes"), language.say_with("too-many-changes-hint", [("limit", limit.into())]))
        }
        Notice::NotesTooLong => (say("notes-too-long"), say("notes-too-long-hint")),
        Notice::RetiredAlready { name } => {
            let name = card::name(name, language).into();
            (language.say_with("retired-already", [("name", name)]), say("retired-already-hint"))
        }
        Notice::NoDepartedType => (say("no-departed-type"), say("no-departed-type-hint")),
        Notice::UnknownOrganization { typed, nearest } => {
            let hints = hints("near-names", nearest, "unknown-organization-hint", language);
            return (quoting("menu-nearest-organizations", typed), hints);
        }
        Notice::UnknownType { typed, known } => {
            return (quoting("unknown-type", typed), hints("known-types", known, "unknown-type-hint", language));
        }
        Notice::NoVips { organization, contact_type: Some(name) } => {
            let none = language.say_with("no-vips-of-type", [("type", theirs(name).into())]);
            (within_organization(none, organization.as_deref(), language), say("no-vips-hint"))
        }
        Notice::NoVips { organization: Some(organization), .. } => {
            (at("no-vips-at", organization), say("no-vips-hint"))
        }
        Notice::NoVips { organization: None, .. } => (say("no-vips"), say("no-vips-hint")),
        Notice::VipsWithheld { organization } => (at("vips-at", organization), say("card-withheld")),
        Notice::NobodyListed { organization, contact_type: None, .. } => {
            (at("nobody-listed", organization), say("nobody-at-hint"))
        }
        Notice::NobodyListed { organization, contact_type: Some(name), .. } => {
            let values = [("organization", theirs(organization).into()), ("type", theirs(name).into())];
            (language.say_with("nobody-listed-of-type", values), say("nobody-listed-of-type-hint"))
        }
        Notice::NothingNamed => (say("nothing-named"), say("nothing-named-hint")),
        Notice::Channel(channel) => about_channel(channel, language),
        Notice::Hold(of) => hold::page(*of, language),
        Notice::NobodyAt { organization, departed: 0, .. } => (at("nobody-at", organization), say("nobody-at-hint")),
        Notice::NobodyAt { organization, departed, .. } => {
            let hint = language.say_with("nobody-left-hint", [("count", (*departed).into())]);
            (at("nobody-at", organization), hint)
        }
        Notice::CallsWithheld { organization } => (at("nobody-at", organization), say("card-withheld")),
        Notice::NobodyToCall(dead_end) => {
            return (at("nobody-at", &dead_end.organization), nobody_to_call(dead_end, language));
        }
        Notice::UnknownAction { typed, known } => {
            let title = typed.as_ref().map_or_else(|| say("action-gone"), |typed| quoting("unknown-action", typed));
            return (title, hints("known-actions", known, "unknown-type-hint", language));
        }
        Notice::NoActions { organization } => {
            let table = Words::default().copy(ACTIONS).into();
            (at("no-actions", organization), language.say_with("no-actions-hint", [("table", table)]))
        }
        Notice::NoChannel => (say("no-channel"), say("no-channel-hint")),
        Notice::Rejected(ParseError::Missing(option)) => {
            let option = Words::new(*option).into();
            (say("rejected"), language.say_with("rejected-missing-hint", [("option", option)]))
        }
        Notice::Rejected(ParseError::UnknownCommand | ParseError::UnknownOption | ParseError::NoUser(_)) => {
            (say("rejected"), say("rejected-unknown-hint"))
        }
        Notice::NotServed => (say("not-served"), say("not-served-hint")),
        Notice::Expired => (say("expired"), say("expired-hint")),
        Notice::NotAllowed => (say("not-allowed"), say("not-allowed-hint")),
        Notice::NotJournaled => (say("not-journaled"), say("not-journaled-hint")),
        Notice::NotSaved => (say("not-saved"), say("not-saved-hint")),
        Notice::Unreadable => (say("unreadable"), say("unreadable-hint")),
        Notice::SharingOff => (say("sharing-off"), say("sharing-off-hint")),
        Notice::NotHandedOn(Named { name, .. }) => (say("not-handed-on"), named("not-handed-on-hint", name)),
        Notice::ContactFile { name } => (named("contact-file-of", name), say("contact-file-hint")),
    };
    (title, vec![hint])
}

fn nobody_to_call(dead_end: &DeadEnd, language: Language) -> Vec<Words> {
    let DeadEnd { organization, because, named, missing, phones, dial_links, .. } = dead_end;
    let names = || few(named, |named| card::name(&named.name, language), ", ", language).into();
    let because = match because {
        DeadEndReason::Unreachable => language.say_with("dead-unreachable", [("names", names())]),
        DeadEndReason::NotInChain => language.say("dead-not-in-chain"),
        DeadEndReason::Tried => language.say_with("dead-tried", [("names", names())]),
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

fn hints(sentence: &'static str, names: &Few<String>, otherwise: &'static str, language: Language) -> Vec<Words> {
    let known = (!names.is_empty())
        .then(|| language.say_with(sentence, [("names", few(names, theirs, BETWEEN, language).into())]));
    known.into_iter().chain([language.say(otherwise)]).collect()
}

/// The words about the organization that a channel stands for.
fn about_channel(channel: &Channel, language: Language) -> (Words, Words) {
    let say = |sentence| language.say(sentence);
    let about =
        |sentence, organization: &str| language.say_with(sentence, [("organization", theirs(organization).into())]);
    match channel {
        Channel::Bound { organization, before } => {
            let before = before.as_ref().map(|before| about("channel-before", before));
            let hint = before.into_iter().chain([say("channel-bound-hint")]);
            (about("channel-bound", organization), Words::default().list(hint, " "))
        }
        Channel::BoundAlready { organization } => {
            (about("channel-bound-already", organization), say("channel-bound-hint"))
        }
        Channel::BoundByPolicy { organization: Some(organization) } => {
            (about("channel-bound-by-policy", organization), say("channel-bound-by-policy-hint"))
        }
        Channel::BoundByPolicy { organization: None } => {
            (say("channel-bound-by-policy-to-nobody"), say("channel-bound-by-policy-to-nobody-hint"))
        }
        Channel::Unbound { organization: Some(organization) } => {
            (about("channel-unbound", organization), say("channel-unbound-hint"))
        }
        Channel::Unbound { organization: None } => (say("channel-unbound-from-nobody"), say("channel-unbound-hint")),
        Channel::NotBound { by_parent: Some(organization) } => {
            (say("channel-not-bound"), about("channel-bound-by-parent-hint", organization))
        }
        Channel::NotBound { by_parent: None } => (say("channel-not-bound"), say("channel-not-bound-hint")),
        Channel::NotAllowed => (say("channel-not-allowed"), say("channel-not-allowed-hint")),
        Channel::None => (say("channel-none"), say("channel-none-hint")),
    }
}
