//! The words about the organization that a channel stands for.

use crate::answer::language::Language;
use crate::answer::notice::Channel;
use crate::answer::words::{Words, theirs};

#[must_use]
pub fn title(channel: &Channel, language: Language) -> Words {
    let about =
        |sentence, organization: &str| language.say_with(sentence, [("organization", theirs(organization).into())]);
    match channel {
        Channel::Bound { organization, .. } => about("channel-bound", organization),
        Channel::BoundAlready { organization } => about("channel-bound-already", organization),
        Channel::BoundByPolicy { organization: Some(organization) } => about("channel-bound-by-policy", organization),
        Channel::BoundByPolicy { organization: None } => language.say("channel-bound-by-policy-to-nobody"),
        Channel::Unbound { organization: Some(organization) } => about("channel-unbound", organization),
        Channel::Unbound { organization: None } => language.say("channel-unbound-from-nobody"),
        Channel::NotBound { .. } => language.say("channel-not-bound"),
        Channel::NotAllowed => language.say("channel-not-allowed"),
        Channel::None => language.say("channel-none"),
    }
}

/// What it means, and what to do.
#[must_use]
pub fn hint(channel: &Channel, language: Language) -> Words {
    let about =
        |sentence, organization: &str| language.say_with(sentence, [("organization", theirs(organization).into())]);
    match channel {
        Channel::Bound { before: Some(before), .. } => {
            let parts = [about("channel-before", before), language.say("channel-bound-hint")];
            Words::default().list(parts, " ")
        }
        Channel::Bound { before: None, .. } | Channel::BoundAlready { .. } => language.say("channel-bound-hint"),
        Channel::BoundByPolicy { organization: Some(_) } => language.say("channel-bound-by-policy-hint"),
        Channel::BoundByPolicy { organization: None } => language.say("channel-bound-by-policy-to-nobody-hint"),
        Channel::Unbound { .. } => language.say("channel-unbound-hint"),
        Channel::NotBound { by_parent: Some(organization) } => about("channel-bound-by-parent-hint", organization),
        Channel::NotBound { by_parent: None } => language.say("channel-not-bound-hint"),
        Channel::NotAllowed => language.say("channel-not-allowed-hint"),
        Channel::None => language.say("channel-none-hint"),
    }
}
