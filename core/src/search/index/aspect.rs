//! A query in terms of one of the two indexes.

use crate::domain::id::OrganizationId;
use crate::search::Query;
use crate::search::candidates::Scope;
use crate::search::find::Part;
use crate::search::people::People;

/// Contacts of a given organization that are scored one by one instead of looked up.
const MOST_MEMBERS: usize = 2000;

/// Contacts of the channel's organization that are put first among equals.
const MOST_FAVOURED: usize = 300;

/// A query in terms of one of the two indexes.
pub(super) struct Aspect<'a> {
    people: &'a People,
    organization: Option<OrganizationId>,
    preferred: Option<u32>,
    recent: Vec<u32>,
    favoured: Vec<u32>,
}

impl<'a> Aspect<'a> {
    pub(super) fn of(people: &'a People, query: &Query<'_>) -> Self {
        let preferred = query.preferred.and_then(|id| people.organization_row(id));
        let recent: Vec<u32> = query.recent.iter().filter_map(|&id| people.rank(id)).collect();
        let members = query.preferred.map(|id| people.members_of(id)).unwrap_or_default();
        let favoured = members.iter().take(MOST_FAVOURED).chain(&recent).copied().collect();
        Self { people, organization: query.organization, preferred, recent, favoured }
    }

    pub(super) fn part<'b>(&'b self, gone: &'b [u32], admit: &'b dyn Fn(u32) -> bool) -> Part<'b> {
        let members =
            self.organization.map(|id| self.people.members_of(id)).filter(|members| members.len() <= MOST_MEMBERS);
        let (preferred, recent, favoured) = (self.preferred, &*self.recent, &*self.favoured);
        Part { people: self.people, gone, scope: Scope { admit, members, preferred, recent, favoured } }
    }

    pub(super) fn admits(&self, query: &Query<'_>, contact: u32) -> bool {
        self.is_inside(contact) && self.people.ids.get(contact as usize).is_some_and(|&id| (query.admit)(id))
    }

    pub(super) fn is_inside(&self, contact: u32) -> bool {
        self.organization.is_none_or(|id| self.people.organization(contact) == Some(id))
    }

    pub(super) fn count(&self) -> usize {
        self.organization.map_or(self.people.ids.len(), |id| self.people.members_of(id).len())
    }
}
