//! What the options `organization` and `type` limit a search to.

use std::collections::BTreeSet;

use commands::options::Pick;

use crate::answer::few::Few;
use crate::answer::menu::{Entry, Heading, MAX_ENTRIES, Menu};
use crate::answer::notice::Notice;
use crate::answer::{Body, Target};
use crate::domain::contact::Contact;
use crate::domain::id::{ContactTypeId, OrganizationId};
use crate::domain::organization::{ContactType, Organization};
use crate::handlers::context::Context;
use crate::handlers::find::suggested;
use crate::policy::Authorisation;

/// Near names offered for an organization nobody has; more would be a list of strangers.
const MAX_NEAREST: usize = 5;

/// Types listed for a type nobody has.
const MAX_TYPES: usize = 15;

/// How alike a type's or action's name and a misspelling of it are: one slip in a short word ("Onwer"), two in a long one.
const MISSPELLED: f64 = 0.7;

/// Why an organization could not be told.
pub(super) enum Unresolved<'a> {
    /// The one picked is not there any more.
    Gone,
    /// Nothing of that name; these are near.
    Unknown { typed: String, nearest: Vec<&'a Organization> },
}

/// The organization that is named clearly, or the several that are; never none.
pub(super) fn organizations<'a>(pick: &Pick, context: Context<'a>) -> Result<Vec<&'a Organization>, Unresolved<'a>> {
    let view = context.view;
    let typed = match pick {
        Pick::Id(id) => {
            let organization = view.organization(OrganizationId(*id)).ok_or(Unresolved::Gone)?;
            return Ok(vec![organization]);
        }
        Pick::Text(typed) => typed,
    };
    // The text of a suggestion begins with the name.
    let name = suggested::name(typed);
    let called = |id: &OrganizationId| view.organization(*id).is_some_and(|one| name == Some(&*one.name));
    // One more than a menu has, to know whether there are more.
    let mut named = view.clients_named(name.unwrap_or(typed), MAX_ENTRIES + 1);
    if named.iter().any(called) {
        named.retain(called);
    }
    if named.is_empty() {
        let near = view.organizations_named(typed, MAX_NEAREST).ranked;
        let nearest = near.iter().filter_map(|found| view.organization(found.id)).collect();
        return Err(Unresolved::Unknown { typed: typed.clone(), nearest });
    }
    Ok(named.into_iter().filter_map(|id| view.organization(id)).collect())
}

/// The organizations to look for a person at: those named, or those that are nearly so, which the answer tells.
pub(super) fn scope<'a>(pick: &Pick, context: Context<'a>) -> Result<Vec<&'a Organization>, Unresolved<'a>> {
    organizations(pick, context).or_else(|unresolved| {
        let near = pick.text().map(|typed| context.view.organizations_meant(typed, MAX_ENTRIES + 1));
        let near: Vec<&Organization> =
            near.into_iter().flatten().filter_map(|id| context.view.organization(id)).collect();
        if near.is_empty() { Err(unresolved) } else { Ok(near) }
    })
}

impl Unresolved<'_> {
    /// What to say where the rest of the question could not be kept in a menu of organizations.
    pub(super) fn notice(self) -> Body {
        Body::Notice(match self {
            Self::Gone => Notice::Gone,
            Self::Unknown { typed, nearest } => {
                let nearest = nearest.iter().map(|organization| organization.name.to_string());
                let nearest = Few::of(nearest, MAX_NEAREST);
                Notice::UnknownOrganization { typed, nearest }
            }
        })
    }

    /// A menu of the nearest organizations, where the organization is the whole question.
    pub(super) fn menu(self, target: impl Fn(&Organization) -> Target, context: Context<'_>) -> Body {
        match self {
            Self::Unknown { typed, nearest } if !nearest.is_empty() => Body::Menu(Menu {
                heading: Heading::NearestOrganizations { typed },
                entries: context.organizations(&nearest, target),
                more: false,
            }),
            other => other.notice(),
        }
    }
}

/// A menu of the organizations that may be meant, where the organization is the whole question.
pub(super) fn which(
    pick: &Pick,
    organizations: &[&Organization],
    target: impl Fn(&Organization) -> Target,
    context: Context<'_>,
) -> Body {
    let typed = if let Pick::Text(typed) = pick { typed.clone() } else { String::new() };
    Body::Menu(Menu {
        heading: Heading::WhichOrganization { typed },
        entries: context.organizations(&organizations[..organizations.len().min(MAX_ENTRIES)], target),
        more: organizations.len() > MAX_ENTRIES,
    })
}

/// The contact types that are meant, for a list that is limited to one; empty where there is no limit.
pub(super) fn types<'a>(pick: Option<&Pick>, context: Context<'a>) -> Result<Vec<&'a ContactType>, Notice> {
    let Some(pick) = pick else { return Ok(Vec::new()) };
    let types = contact_types(pick, context)?;
    Ok(types.into_iter().filter_map(|id| context.view.contact_type(id)).collect())
}

/// The one contact type a list is limited to, if it is.
pub(super) fn only<'a>(types: &[&'a ContactType]) -> Option<&'a ContactType> {
    if let [only] = types { Some(only) } else { None }
}

/// A menu of lists, where several contact types may be meant: each type, and at which of several organizations.
pub(super) fn which_type<'a>(
    pick: &Pick,
    lists: impl Iterator<Item = (&'a ContactType, Option<&'a Organization>, Target)>,
) -> Body {
    let typed = if let Pick::Text(typed) = pick { typed.clone() } else { String::new() };
    let entry = |(contact_type, organization, target): (&ContactType, Option<&Organization>, _)| Entry {
        name: contact_type.name.to_string(),
        vip: false,
        caution: None,
        details: organization.map(|organization| organization.name.to_string()).into_iter().collect(),
        told_by: None,
        status: None,
        record: None,
        target,
    };
    let mut entries: Vec<Entry> = lists.take(MAX_ENTRIES + 1).map(entry).collect();
    let more = entries.len() > MAX_ENTRIES;
    entries.truncate(MAX_ENTRIES);
    Body::Menu(Menu { heading: Heading::WhichType { typed }, entries, more })
}

/// Whether a contact belongs to one of these organizations; no organizations means no limit.
pub(super) fn belongs(contact: &Contact, organizations: &[&Organization]) -> bool {
    organizations.is_empty() || organizations.iter().any(|organization| contact.organization == Some(organization.id))
}

/// Whether a contact is of one of these types; no types means no limit.
pub(super) fn is_of(contact: &Contact, types: Option<&BTreeSet<ContactTypeId>>) -> bool {
    types.is_none_or(|types| contact.contact_type.is_some_and(|id| types.contains(&id)))
}

/// The contact types that are meant; several where the text fits several, as "employee" does.
pub(super) fn contact_types(pick: &Pick, context: Context<'_>) -> Result<BTreeSet<ContactTypeId>, Notice> {
    match pick {
        Pick::Id(id) => match context.view.contact_type(ContactTypeId(*id)) {
            Some(contact_type) => Ok(BTreeSet::from([contact_type.id])),
            None => Err(Notice::Gone),
        },
        Pick::Text(typed) => {
            let matching = matching_types(typed, context);
            if matching.is_empty() {
                let mut known: Vec<String> =
                    context.view.contact_types().map(|contact_type| contact_type.name.to_string()).collect();
                known.sort_by_key(|name| name.to_lowercase());
                return Err(Notice::UnknownType { typed: typed.clone(), known: Few::of(known, MAX_TYPES) });
            }
            Ok(matching.iter().map(|contact_type| contact_type.id).collect())
        }
    }
}

/// The contact types whose name is this text; else has these words or beginnings of words; else is nearly this.
pub(super) fn matching_types<'a>(typed: &str, context: Context<'a>) -> Vec<&'a ContactType> {
    let all = context.view.contact_types();
    named(typed, all.map(|contact_type| (vec![&*contact_type.name], contact_type)).collect())
}

/// What somebody may approve whose name, or another word for it, is this text; else as for contact types.
pub(super) fn matching_actions<'a>(
    typed: &str,
    actions: impl Iterator<Item = &'a Authorisation>,
) -> Vec<&'a Authorisation> {
    named(typed, actions.map(|action| (action.names().collect(), action)).collect())
}

/// Those of which a name is this text; else has these words or beginnings of words; else is nearly this.
fn named<T: Copy>(typed: &str, all: Vec<(Vec<&str>, T)>) -> Vec<T> {
    let typed = words(typed);
    let whole = typed.concat();
    if whole.is_empty() {
        return Vec::new();
    }
    let of = |names: Vec<&str>| names.into_iter().map(words).collect::<Vec<_>>();
    let all: Vec<(Vec<Vec<String>>, T)> = all.into_iter().map(|(names, one)| (of(names), one)).collect();
    let fitting = |fits: &dyn Fn(&[String]) -> bool| -> Vec<T> {
        all.iter().filter(|(names, _)| names.iter().any(|words| fits(words))).map(|(_, one)| *one).collect()
    };
    let mut found = fitting(&|words| words.concat() == whole);
    if found.is_empty() {
        found = fitting(&|words| typed.iter().all(|typed| words.iter().any(|word| word.starts_with(typed))));
    }
    if found.is_empty() {
        found = fitting(&|words| strsim::normalized_damerau_levenshtein(&words.concat(), &whole) >= MISSPELLED);
    }
    found
}

fn words(text: &str) -> Vec<String> {
    let parts = text.split(|char: char| !char.is_alphanumeric()).filter(|word| !word.is_empty());
    parts.map(str::to_lowercase).collect()
}
