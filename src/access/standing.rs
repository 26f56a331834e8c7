//! What a caller may see of each organization's people, and do with them, worked out once for all of an account.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use crate::access::scope::{About, keep_back};
use crate::access::{Allowed, Field, Permission};
use crate::domain::contact::Affiliation;
use crate::domain::id::OrganizationId;
use crate::domain::organization::Names;

/// What a caller may see of some people.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Whether they are there at all.
    pub is_visible: bool,
    /// Whether only their names and their organization's may be put into chat.
    pub is_redacted: bool,
    /// What is shown of them.
    pub fields: BTreeSet<Field>,
    /// What is shown only when asked for by a click of its own.
    pub on_click: BTreeSet<Field>,
    /// What may be done with them, in whichever way they were come by.
    pub(crate) permissions: BTreeSet<Permission>,
}

/// What of a contact is kept back from a caller.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Withheld {
    /// These fields.
    pub fields: BTreeSet<Field>,
    /// Whether some of them are shown when asked for.
    pub on_click: bool,
    /// Whether all but the name is.
    pub everything: bool,
}

impl Standing {
    /// What is kept back; with `asked`, what is shown on a click is not.
    #[must_use]
    pub fn withheld(&self, asked: bool) -> Withheld {
        let is_shown = |field: &Field| {
            !self.is_redacted && (self.fields.contains(field) || (asked && self.on_click.contains(field)))
        };
        let fields = Field::ALL.into_iter().map(|(_, field)| field).filter(|field| !is_shown(field)).collect();
        let on_click = !asked && !self.is_redacted && !self.on_click.is_empty();
        Withheld { fields, on_click, everything: self.is_redacted }
    }

    /// Whether a field is kept back in any case.
    #[must_use]
    pub fn hides(&self, field: Field) -> bool {
        self.is_redacted || !(self.fields.contains(&field) || self.on_click.contains(&field))
    }

    /// Whether the same is left of these people, whatever may be done with them and asked for by a click.
    fn leaves_the_same(&self, other: &Self) -> bool {
        let hides_the_same = |(_, field)| self.hides(field) == other.hides(field);
        self.is_visible == other.is_visible
            && (!self.is_visible
                || (self.is_redacted == other.is_redacted && Field::ALL.into_iter().all(hides_the_same)))
    }
}

impl Withheld {
    /// Whether a field is kept back.
    #[must_use]
    pub fn keeps(&self, field: Field) -> bool {
        self.fields.contains(&field)
    }
}

/// Whose people; `true` for those of them with restricted access.
type Group = (Affiliation, bool);

/// What a caller may see of everybody in an account.
#[derive(Debug)]
pub struct Standings {
    /// The few that there are; the first is that of people whose organization has no name.
    kinds: Vec<Standing>,
    /// Which of them each group has.
    of: FxHashMap<Group, usize>,
}

impl Standings {
    /// What is allowed in an account whose organizations have these names.
    #[must_use]
    pub fn of(allowed: &Allowed, names: &Names) -> Self {
        let [nameless, _] = allowed.standings(About::Organization(OrganizationId(0), &[]));
        let mut standings = Self { kinds: vec![nameless], of: FxHashMap::default() };
        standings.add(Affiliation::None, allowed.standings(About::NoOrganization));
        standings.add(Affiliation::Unidentified, allowed.standings(About::Unidentified));
        for (&id, names) in names {
            standings.add(Affiliation::Organization(id), allowed.standings(About::Organization(id, names)));
        }
        standings
    }

    fn add(&mut self, of: Affiliation, standings: [Standing; 2]) {
        for (restricted, standing) in [false, true].into_iter().zip(standings) {
            let at = self.kinds.iter().position(|kind| *kind == standing).unwrap_or_else(|| {
                self.kinds.push(standing);
                self.kinds.len() - 1
            });
            self.of.insert((of, restricted), at);
        }
    }

    /// What may be seen of these people, or (`restricted`) of those of them with restricted access.
    #[must_use]
    pub fn get(&self, of: Affiliation, restricted: bool) -> &Standing {
        // Of an organization without a name nobody can tell what is excepted.
        &self.kinds[self.of.get(&(of, restricted)).copied().unwrap_or_default()]
    }

    /// Whether the same is left of the account that both are about.
    #[must_use]
    pub fn leave_the_same(&self, other: &Self) -> bool {
        self.of.len() == other.of.len()
            && self
                .of
                .keys()
                .all(|&(of, restricted)| self.get(of, restricted).leaves_the_same(other.get(of, restricted)))
    }
}

impl Allowed {
    /// What may be seen of these people, and of those of them with restricted access.
    fn standings(&self, about: About<'_>) -> [Standing; 2] {
        let is_redacted = keep_back(&self.rules.redacted, about);
        let mut standings = [false, true].map(|_| Standing { is_redacted, ..Standing::default() });
        for (grant, shows) in self.grants().filter(|(grant, _)| grant.organizations.holds(about)) {
            // Each grant by itself: what one gives of others is not given of restricted contacts by another.
            for standing in standings.iter_mut().take(if grant.restricted { 2 } else { 1 }) {
                standing.permissions.extend(&grant.permissions);
                if shows {
                    standing.is_visible = true;
                    standing.fields.extend(grant.fields.difference(&grant.on_click));
                    standing.on_click.extend(grant.fields.intersection(&grant.on_click));
                }
            }
        }
        for Standing { fields, on_click, .. } in &mut standings {
            on_click.retain(|field| !fields.contains(field));
        }
        standings
    }
}
