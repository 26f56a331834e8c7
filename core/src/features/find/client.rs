//! A client named where a contact was asked for.

use jiff::Timestamp;

use crate::access::Permission;
use crate::answer::menu::{Heading, MAX_ENTRIES, Menu, MenuEntry};
use crate::answer::notice::Notice;
use crate::answer::text::plain;
use crate::answer::words::{Words, theirs};
use crate::answer::{Body, ClickTarget};
use crate::domain::contact::Contact;
use crate::domain::id::{ContactId, OrganizationId};
use crate::domain::organization::Organization;
use crate::features::context::Context;
use crate::search::Match;

/// Actions offered of a client; more are a list of their own.
const MAX_ACTIONS: usize = 5;

/// What can be asked about clients when the question names only them.
pub(super) fn named(clients: &[OrganizationId], typed: &str, context: Context<'_>) -> Body {
    let organizations: Vec<&Organization> = clients.iter().filter_map(|&id| context.view.organization(id)).collect();
    match *organizations {
        [] => Body::Notice(Notice::NobodyMatches { typed: typed.to_owned(), within: None }),
        [organization] => {
            let heading = Heading::Client { organization: organization.name.to_string() };
            match questions(organization, context) {
                entries if entries.is_empty() => {
                    Body::Notice(Notice::NobodyMatches { typed: typed.to_owned(), within: None })
                }
                entries => Body::Menu(Menu { heading, entries, more: false }),
            }
        }
        _ => {
            let target = |organization: &Organization| {
                let questions = questions(organization, context);
                questions.first().map_or(ClickTarget::Primary(organization.id), |first| first.target)
            };
            Body::Menu(Menu {
                heading: Heading::WhichOrganization { typed: typed.to_owned() },
                entries: context.organizations(&organizations[..organizations.len().min(MAX_ENTRIES)], target),
                more: organizations.len() > MAX_ENTRIES,
            })
        }
    }
}

/// The contacts at other clients who match the rest of the question, and what can be asked about the client it names.
pub(super) fn elsewhere(
    organization: &Organization,
    typed: &str,
    found: &[Match<ContactId>],
    context: Context<'_>,
) -> Body {
    let questions = questions(organization, context);
    let room = MAX_ENTRIES - questions.len();
    let contacts: Vec<&Contact> = found.iter().filter_map(|found| context.view.contact(found.id)).take(room).collect();
    let heading = Heading::Elsewhere {
        typed: typed.to_owned(),
        organization: organization.name.to_string(),
        anybody: !contacts.is_empty(),
    };
    let mut entries = context.people(&contacts);
    entries.extend(questions);
    if entries.is_empty() {
        let within = Some(organization.name.to_string());
        return Body::Notice(Notice::NobodyMatches { typed: typed.to_owned(), within });
    }
    Body::Menu(Menu { heading, entries, more: found.len() > room })
}

/// What the caller may ask about a client.
fn questions(organization: &Organization, context: Context<'_>) -> Vec<MenuEntry> {
    let language = context.language;
    let id = organization.id;
    let mut questions = Vec::new();
    let mut offer = |permission, name: String, target| {
        if context.view.allows_at(permission, organization) {
            questions.push(MenuEntry {
                name,
                vip: false,
                caution: None,
                status: None,
                details: vec![organization.name.to_string()],
                told_by: None,
                record: None,
                target,
            });
        }
    };
    let text = |words: &Words| plain(words, Timestamp::UNIX_EPOCH);
    let say = |sentence| text(&language.say(sentence));
    offer(Permission::Primary, say("client-primary"), ClickTarget::Primary(id));
    offer(
        Permission::Directory,
        say("client-directory"),
        ClickTarget::Directory { organization: id, contact_type: None, page: 0 },
    );
    if !context.is_redacted(organization) {
        offer(Permission::Vip, say("vips"), ClickTarget::Vips { organization: Some(id), contact_type: None, page: 0 });
    }
    for authorisation in context.policy.authorisations(organization).take(MAX_ACTIONS) {
        let action = [("action", theirs(&*authorisation.action).into())];
        let name = text(&language.say_with("client-who-can", action));
        offer(Permission::WhoCan, name, ClickTarget::WhoCan { organization: id, action: authorisation.mark() });
    }
    questions
}
