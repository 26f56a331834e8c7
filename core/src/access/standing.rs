//! What a caller may see of each organization's contacts, and do with them, decided once for the whole account.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use crate::access::scope::{About, keep_back};
use crate::access::{Allowed, Field, Permission};
use crate::domain::contact::Affiliation;
use crate::domain::id::OrganizationId;
use crate::domain::organization::Names;

/// What a caller may see of some contacts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    pub is_visible: bool,
    /// Whether only their names and their organization's name may be put into chat.
    pub is_redacted: bool,
    pub fields: BTreeSet<Field>,
    /// The fields shown only on a click of their own.
    pub on_click: BTreeSet<Field>,
    /// What the caller may do with them, by whichever command they were found.
    pub(crate) permissions: BTreeSet<Permission>,
}

/// What is kept back of a contact from a caller.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Withheld {
    pub fields: BTreeSet<Field>,
    /// Whether a click shows some of the fields.
    pub on_click: bool,
    /// Whether all but the name is kept back.
    pub everything: bool,
}

impl Standing {
    /// What is kept back; `asked` says that a click asked for the fields shown on one.
    pub fn withheld(&self, asked: bool) -> Withheld {
        let is_shown = |field: &Field| {
            !self.is_redacted && (self.fields.contains(field) || (asked && self.on_click.contains(field)))
        };
        let fields = Field::ALL.into_iter().map(|(_, field)| field).filter(|field| !is_shown(field)).collect();
        let on_click = !asked && !self.is_redacted && !self.on_click.is_empty();
        Withheld { fields, on_click, everything: self.is_redacted }
    }

    /// Whether a field is kept back, even on a click.
    pub fn hides(&self, field: Field) -> bool {
        self.is_redacted || !(self.fields.contains(&field) || self.on_click.contains(&field))
    }

    /// Whether both leave the same of these contacts, apart from what may be done with them and what takes a click.
    fn leaves_the_same(&self, other: &Self) -> bool {
        let hides_the_same = |(_, field)| self.hides(field) == other.hides(field);
        self.is_visible == other.is_visible
            && (!self.is_visible
                || (self.is_redacted == other.is_redacted && Field::ALL.into_iter().all(hides_the_same)))
    }
}

impl Withheld {
    pub fn keeps(&self, field: Field) -> bool {
        self.fields.contains(&field)
    }
}

/// The contacts of an organization; `true` for those with restricted access.
type Group = (Affiliation, bool);

/// What a caller may see of every contact in the account.
#[derive(Debug)]
pub struct Standings {
    /// The distinct standings, which are few; the first is for contacts whose organization has no name.
    kinds: Vec<Standing>,
    /// The index of each group's standing.
    of: FxHashMap<Group, usize>,
}

impl Standings {
    /// Decides for an account whose organizations have these names.
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

    /// What the caller may see of these contacts, or (`restricted`) of those with restricted access.
    pub fn get(&self, of: Affiliation, restricted: bool) -> &Standing {
        // For an organization without a name no exception can be checked.
        &self.kinds[self.of.get(&(of, restricted)).copied().unwrap_or_default()]
    }

    /// Whether both leave the same of the account.
    pub fn leave_the_same(&self, other: &Self) -> bool {
        self.of.len() == other.of.len()
            && self
                .of
                .keys()
                .all(|&(of, restricted)| self.get(of, restricted).leaves_the_same(other.get(of, restricted)))
    }
}

impl Allowed {
    /// What the caller may see of these contacts, and of those with restricted access.
    fn standings(&self, about: About<'_>) -> [Standing; 2] {
        let is_redacted = keep_back(&self.rules.redacted, about);
        let mut standings = [false, true].map(|_| Standing { is_redacted, ..Standing::default() });
        for (grant, shows) in self.grants().filter(|(grant, _)| grant.organizations.holds(about)) {
            // Each grant counts by itself: what it gives for other contacts is not given for restricted ones by another
            // grant.
            for standing in standings.iter_mut().take(if grant.restricted { 2 } else { 1 }) {
                standing.permissions.extend(grant.permissions.iter().filter(|one| grant.permits(**one)));
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
