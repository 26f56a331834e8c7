//! The words about the organization that a channel stands for.

use crate::answer::language::Language;
use crate::answer::notice::Channel;
use crate::answer::words::{Words, theirs};

/// What happened or holds, and what to do.
pub(super) fn page(channel: &Channel, language: Language) -> (Words, Words) {
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
