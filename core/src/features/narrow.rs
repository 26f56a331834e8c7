//! What the options `organization` and `type` limit a search to.

use commands::options::Pick;

use crate::answer::menu::{Heading, MAX_ENTRIES, Menu, MenuEntry};
use crate::answer::notice::Notice;
use crate::answer::{Body, ClickTarget, Few};
use crate::domain::contact::Contact;
use crate::domain::id::{ContactTypeId, OrganizationId};
use crate::domain::organization::{ContactType, Organization};
use crate::features::context::Context;
use crate::features::find::suggested;
use crate::policy::Authorisation;
use crate::search::ClientsNamed;

/// Near names offered for an unknown organization; more would be a list of strangers.
const MAX_NEAREST: usize = 5;

/// Types listed for an unknown type.
const MAX_TYPES: usize = 15;

/// How alike a name and its misspelling are: one slip in a short word ("Onwer"), two in a long one.
const MISSPELLED: f64 = 0.7;

/// What an option limits a search or a list to; one that matches nothing is a limit to nothing.
#[derive(Clone)]
pub(super) enum Limit<'a, T> {
    None,
    /// To these, which may be none.
    To(Vec<&'a T>),
}

impl<'a, T> Limit<'a, T> {
    /// The one thing that is left, if there is only one.
    pub(super) fn only(&self) -> Option<&'a T> {
        match self {
            Self::To(left) if left.len() == 1 => left.first().copied(),
            _ => None,
        }
    }

    /// Those that are left if they are several, so that it is unclear which one is meant.
    pub(super) fn several(&self) -> Option<&[&'a T]> {
        match self {
            Self::To(left) if left.len() > 1 => Some(left),
            _ => None,
        }
    }

    pub(super) fn is_none(&self) -> bool {
        matches!(self, Self::None)
    }

    fn leaves(&self, is_meant: impl Fn(&T) -> bool) -> bool {
        match self {
            Self::None => true,
            Self::To(left) => left.iter().any(|&one| is_meant(one)),
        }
    }
}

impl Limit<'_, Organization> {
    pub(super) fn has(&self, organization: OrganizationId) -> bool {
        self.leaves(|one| one.id == organization)
    }

    /// Whether a contact belongs to an organization that is left.
    pub(super) fn has_people_like(&self, contact: &Contact) -> bool {
        self.leaves(|one| contact.organization == Some(one.id))
    }
}

impl Limit<'_, ContactType> {
    /// Whether a contact is of a type that is left, as far as the caller may know its type.
    pub(super) fn has_people_like(&self, contact: &Contact, context: Context<'_>) -> bool {
        self.leaves(|one| context.contact_type(contact) == Some(one.id))
    }
}

pub(super) enum Unresolved<'a> {
    /// The one picked does not exist any more.
    Gone,
    /// No organization has this name; these are near.
    Unknown { typed: String, nearest: Vec<&'a Organization> },
}

/// The one or several organizations named exactly; never none.
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
    // One more than a menu holds, to know whether there are more.
    let ClientsNamed { organizations: mut named, is_clear } =
        view.index().clients_named(name.unwrap_or(typed), MAX_ENTRIES + 1);
    if named.iter().any(called) {
        named.retain(called);
    }
    // An organization that only its contacts name has no record to answer from.
    let named: Vec<&Organization> = named.into_iter().filter_map(|id| view.organization(id)).collect();
    if is_clear && !named.is_empty() {
        return Ok(named);
    }
    let near = view.index().organizations(typed, MAX_NEAREST).ranked;
    let near: Vec<&Organization> = near.iter().filter_map(|found| view.organization(found.id)).collect();
    // An organization that some of the words name may be the one, although another name is nearer to all of them.
    let others = named.into_iter().filter(|one| near.iter().all(|other| other.id != one.id));
    let nearest = near.iter().copied().chain(others).take(MAX_NEAREST).collect();
    Err(Unresolved::Unknown { typed: typed.clone(), nearest })
}

/// The organizations to look for a contact at: those named, or those nearly named, which the answer tells.
pub(super) fn scope<'a>(pick: Option<&Pick>, context: Context<'a>) -> Result<Limit<'a, Organization>, Unresolved<'a>> {
    let Some(pick) = pick else { return Ok(Limit::None) };
    let named = organizations(pick, context).or_else(|unresolved| {
        let near = pick.text().map(|typed| context.view.index().organizations_meant(typed, MAX_ENTRIES + 1));
        let near: Vec<&Organization> =
            near.into_iter().flatten().filter_map(|id| context.view.organization(id)).collect();
        if near.is_empty() { Err(unresolved) } else { Ok(near) }
    });
    named.map(Limit::To)
}

/// The answer where a menu of organizations would lose the rest of the question.
impl From<Unresolved<'_>> for Box<Body> {
    fn from(unresolved: Unresolved<'_>) -> Self {
        match unresolved {
            Unresolved::Gone => Notice::Gone.into(),
            Unresolved::Unknown { typed, nearest } => {
                let nearest = nearest.iter().map(|organization| organization.name.to_string());
                Notice::UnknownOrganization { typed, nearest: Few::of(nearest, MAX_NEAREST) }.into()
            }
        }
    }
}

impl Unresolved<'_> {
    /// A menu of the nearest organizations, where the organization is the whole question.
    pub(super) fn menu(self, target: impl Fn(&Organization) -> ClickTarget, context: Context<'_>) -> Box<Body> {
        match self {
            Self::Unknown { typed, nearest } if !nearest.is_empty() => {
                Box::new(menu(Heading::NearestOrganizations { typed }, &nearest, target, context))
            }
            other => other.into(),
        }
    }
}

/// The one organization that is meant, where it is the whole question; otherwise a menu of those that may be.
pub(super) fn one<'a>(
    pick: &Pick,
    target: impl Fn(&Organization) -> ClickTarget,
    context: Context<'a>,
) -> Result<&'a Organization, Box<Body>> {
    let found = match organizations(pick, context) {
        Ok(found) => found,
        Err(unresolved) => return Err(unresolved.menu(target, context)),
    };
    if let [one] = *found { Ok(one) } else { Err(Box::new(which(pick.text(), &found, target, context))) }
}

/// A menu of the organizations that may be meant, where the organization is the whole question.
pub(super) fn which(
    typed: Option<&str>,
    organizations: &[&Organization],
    target: impl Fn(&Organization) -> ClickTarget,
    context: Context<'_>,
) -> Body {
    let typed = typed.unwrap_or_default().to_owned();
    menu(Heading::WhichOrganization { typed }, organizations, target, context)
}

pub(super) fn menu(
    heading: Heading,
    organizations: &[&Organization],
    target: impl Fn(&Organization) -> ClickTarget,
    context: Context<'_>,
) -> Body {
    let shown = &organizations[..organizations.len().min(MAX_ENTRIES)];
    Body::Menu(Menu { heading, entries: context.organizations(shown, target), more: organizations.len() > MAX_ENTRIES })
}

/// A menu of lists, where several contact types may be meant: each type, and at which of several organizations.
pub(super) fn which_type<'a, O: Copy + Into<Option<&'a Organization>>>(
    pick: Option<&Pick>,
    meant: &[&ContactType],
    organizations: &[O],
    list: impl Fn(O, Option<&ContactType>) -> ClickTarget,
) -> Body {
    let typed = pick.and_then(Pick::text).unwrap_or_default().to_owned();
    let entries = organizations.iter().flat_map(|organization| {
        let named = (*organization).into().filter(|_| organizations.len() > 1);
        let details = move || named.map(|organization| organization.name.to_string()).into_iter().collect();
        let list = &list;
        meant.iter().map(move |only| MenuEntry::new(&*only.name, details(), list(*organization, Some(only))))
    });
    Body::Menu(Menu::of(Heading::WhichType { typed }, entries))
}

/// The contact types that are meant; several where the text fits several, as "employee" does.
pub(super) fn types<'a>(pick: Option<&Pick>, context: Context<'a>) -> Result<Limit<'a, ContactType>, Notice> {
    let meant = match pick {
        None => return Ok(Limit::None),
        Some(Pick::Id(id)) => vec![context.view.contact_type(ContactTypeId(*id)).ok_or(Notice::Gone)?],
        Some(Pick::Text(typed)) => matching_types(typed, context),
    };
    if let (Some(typed), true) = (pick.and_then(Pick::text), meant.is_empty()) {
        let mut known: Vec<String> =
            context.view.contact_types().map(|contact_type| contact_type.name.to_string()).collect();
        known.sort_by_key(|name| name.to_lowercase());
        return Err(Notice::UnknownType { typed: typed.to_owned(), known: Few::of(known, MAX_TYPES) });
    }
    Ok(Limit::To(meant))
}

/// The contact types with exactly this name; else with these words or beginnings of words; else with nearly this name.
pub(super) fn matching_types<'a>(typed: &str, context: Context<'a>) -> Vec<&'a ContactType> {
    let all = context.view.contact_types();
    named(typed, all.map(|contact_type| (vec![&*contact_type.name], contact_type)).collect())
}

/// The actions with exactly this name or alias; else as for contact types.
pub(super) fn matching_actions<'a>(
    typed: &str,
    actions: impl Iterator<Item = &'a Authorisation>,
) -> Vec<&'a Authorisation> {
    named(typed, actions.map(|action| (action.names().collect(), action)).collect())
}

/// Those with exactly this name; else with these words or beginnings of words; else with nearly this name.
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
