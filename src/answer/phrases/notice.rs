//! The words of a notice.

use commands::options::ParseError;

use crate::answer::notice::Notice;
use crate::answer::phrases::BETWEEN;
use crate::answer::words::Words;

/// The title of a notice.
#[must_use]
pub fn title(notice: &Notice) -> Words {
    match notice {
        Notice::StillLoading => Words::new("Still loading"),
        Notice::NothingTyped => Words::new("Nothing to search for"),
        Notice::NobodyMatches { typed, within } => {
            let title = Words::new("Nobody matches “").theirs(typed.as_str()).ours("”");
            match within {
                Some(organization) => title.ours(" at ").theirs(organization.as_str()),
                None => title,
            }
        }
        Notice::Gone => Words::new("Not there any more"),
        Notice::UnknownOrganization { typed, .. } => {
            Words::new("No organization matches “").theirs(typed.as_str()).ours("”")
        }
        Notice::UnknownType { typed, .. } => Words::new("No contact type matches “").theirs(typed.as_str()).ours("”"),
        Notice::NoVips { organization: Some(organization) } => Words::new("No VIPs at ").theirs(organization.as_str()),
        Notice::NoVips { organization: None } => Words::new("No VIPs on record"),
        Notice::NobodyAt { organization, .. } => Words::new("Nobody to call at ").theirs(organization.as_str()),
        Notice::Rejected(_) => Words::new("That command cannot be read"),
        Notice::NotServed => Words::new("Not available here"),
        Notice::Unreadable => Words::new("That did not arrive in one piece"),
    }
}

/// What to do about it.
#[must_use]
pub fn lines(notice: &Notice) -> Vec<Words> {
    let line = match notice {
        Notice::StillLoading => Words::new("The contacts have not been read from IT Glue yet. Try again in a minute."),
        Notice::NothingTyped => Words::new("Type a name, an e-mail address or digits of a phone number."),
        Notice::NobodyMatches { within: None, .. } => {
            Words::new("Try a last name, an e-mail address, digits of a phone number, or the organization.")
        }
        Notice::NobodyMatches { within: Some(_), .. } => {
            Words::new("Try a last name, or leave the organization out to search everywhere.")
        }
        Notice::Gone => {
            Words::new("This record is no longer in IT Glue, or not one the bot may show. Search again by name.")
        }
        Notice::UnknownOrganization { nearest, .. } => {
            return hint("Near names: ", nearest, "Pick one of the suggestions while typing, or try the short name.");
        }
        Notice::UnknownType { known, .. } => {
            return hint("The types are: ", known, "Pick one of the suggestions while typing.");
        }
        Notice::NoVips { .. } => {
            Words::new("A VIP is a contact marked as important in IT Glue; people who left are not listed.")
        }
        Notice::NobodyAt { departed: 0, .. } => Words::new("IT Glue has no contacts for this organization."),
        Notice::NobodyAt { departed, .. } => {
            let left = if *departed == 1 { "the only contact".to_owned() } else { format!("all {departed} contacts") };
            Words::new(format!("By the record, {left} of this organization left."))
        }
        Notice::Rejected(ParseError::Missing(option)) => Words::new(format!("Fill in the option “{option}”.")),
        Notice::Rejected(ParseError::UnknownCommand | ParseError::UnknownOption) => {
            Words::new("The bot has changed since the command was offered. Reload Discord and try again.")
        }
        Notice::NotServed => Words::new("This bot answers only in the servers it was set up for. Ask whoever runs it."),
        Notice::Unreadable => Words::new(
            "Nothing was looked up. Try the command again; if it keeps happening, tell whoever runs the bot.",
        ),
    };
    vec![line]
}

fn hint(before: &'static str, names: &[String], otherwise: &'static str) -> Vec<Words> {
    let names = names.iter().map(|name| Words::default().theirs(name.as_str()));
    let known = (names.len() > 0).then(|| Words::new(before).list(names, BETWEEN));
    known.into_iter().chain([Words::new(otherwise)]).collect()
}
