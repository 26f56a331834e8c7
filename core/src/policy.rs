//! The operator's decisions, and the defaults where there are none: whom to call in which order, what counts as in
//! hours, who may approve what, and how answers look.
//!
//! [`mod@file`] reads them from the policy file. An organization's rule replaces the general one as a whole, never key
//! by key: a reader of an organization's chain in the file sees all of it.

pub mod change;
pub mod dangling;
pub mod file;
pub mod hours;
pub mod who;

use std::collections::BTreeMap;

use crc::{CRC_16_IBM_SDLC, Crc};
use serde::{Deserialize, Serialize};

use crate::access::Access;
use crate::access::limiter::Limits;
use crate::domain::id::{ChannelId, OrganizationId};
use crate::domain::organization::Organization;
use crate::domain::role::{Role, RoleTable};
use crate::domain::spelling::fold;
use crate::policy::dangling::NamedInFile;
use crate::policy::hours::Hours;
use crate::policy::who::Who;
use crate::reach::country::Country;

/// Whom to call in which order, where the policy file says nothing.
pub static DEFAULT_CHAIN: [Who; 5] =
    [Who::Role(Role::Primary), Who::Role(Role::Technical), Who::Role(Role::Executive), Who::Vip, Who::Anyone];

/// Marks are in buttons of messages older than the program, so the algorithm must stay what it is.
const CRC: Crc<u16> = Crc::<u16>::new(&CRC_16_IBM_SDLC);

static DEFAULT_HOURS: Hours = Hours::OFFICE;

/// The operator's decisions, and the defaults where there are none.
#[derive(Clone, Debug)]
pub struct Policy {
    /// What the account's contact types mean.
    pub roles: RoleTable,
    pub access: Access,
    pub brake: Limits,
    /// The country of numbers without a country code, when nothing else tells it.
    pub default_country: Option<Country>,
    /// Whether an answer may be posted to the channel.
    pub share: bool,
    /// Whether a posted card has its notes.
    pub share_notes: bool,
    pub layout: Option<Layout>,
    /// Whether numbers and addresses are written so that a tap calls or writes.
    pub dial_links: bool,
    /// The host of the account's pages, where it is not IT Glue's own.
    pub it_glue_host: Option<Box<str>>,
    /// The rules for every organization that has none of its own.
    pub everywhere: Rules,
    pub organizations: Vec<(OrganizationRef, Rules)>,
    /// The organization each of these channels stands for.
    pub channels: BTreeMap<ChannelId, OrganizationRef>,
    /// The names in the file that only the account can confirm, from top to bottom.
    pub named: Vec<NamedInFile>,
    /// The number under `[end]`, which the operator raises to confirm a rule that shows more; 0 where there is none.
    /// `None`: the file does not end with `[end]`, so it cannot be told from one that was cut short.
    pub revision: Option<u32>,
}

/// Append-only, like [`crate::answer::ClickTarget`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Layout {
    Full,
    /// Only what is needed to call.
    Compact,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rules {
    pub chain: Option<Order>,
    pub hours: Option<Hours>,
    pub authorisations: Vec<Authorisation>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// In hours, and always where there is no other order.
    pub order: Vec<Who>,
    pub out_of_hours: Option<Vec<Who>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Authorisation {
    /// Such as "password reset", as it is shown.
    pub action: Box<str>,
    /// Other words for the action.
    pub aliases: Vec<Box<str>>,
    pub by: Vec<Who>,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum OrganizationRef {
    Id(OrganizationId),
    /// By its whole name, as [`fold`] compares it; see [`OrganizationRef::named`].
    Name(Box<str>),
}

impl OrganizationRef {
    pub fn named(name: &str) -> Self {
        Self::Name(fold(name).into())
    }

    pub fn is(&self, organization: &Organization) -> bool {
        match self {
            Self::Id(id) => *id == organization.id,
            Self::Name(name) => **name == fold(&organization.name),
        }
    }
}

impl Authorisation {
    /// Whether these words mean this action.
    pub fn is_called(&self, action: &str) -> bool {
        let action = fold(action);
        self.names().any(|name| fold(name) == action)
    }

    /// The action's name, then its aliases.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        [&self.action].into_iter().chain(&self.aliases).map(|name| &**name)
    }

    /// Stands for the action in buttons, which must not hold its words. See [`mark`].
    pub fn mark(&self) -> u16 {
        mark(&self.action)
    }
}

impl Policy {
    /// Whom to call at this organization, in order: the one in hours, for no special case, where the hour is unknown.
    pub fn chain(&self, organization: &Organization, in_hours: Option<bool>) -> &[Who] {
        self.chain_with(self.own(organization), in_hours)
    }

    fn chain_with<'a>(&'a self, own: Option<&'a Rules>, in_hours: Option<bool>) -> &'a [Who] {
        match own.and_then(|rules| rules.chain.as_ref()).or(self.everywhere.chain.as_ref()) {
            Some(Order { out_of_hours: Some(order), .. }) if in_hours == Some(false) => order,
            Some(Order { order, .. }) => order,
            None => &DEFAULT_CHAIN,
        }
    }

    pub fn hours(&self, organization: &Organization) -> &Hours {
        self.hours_with(self.own(organization))
    }

    fn hours_with<'a>(&'a self, own: Option<&'a Rules>) -> &'a Hours {
        own.and_then(|rules| rules.hours.as_ref()).or(self.everywhere.hours.as_ref()).unwrap_or(&DEFAULT_HOURS)
    }

    /// Every action with approvers at this organization: its own rules, then the general ones it has not replaced.
    pub fn authorisations<'a>(&'a self, organization: &Organization) -> impl Iterator<Item = &'a Authorisation> {
        self.authorisations_with(self.own(organization))
    }

    fn authorisations_with<'a>(&'a self, own: Option<&'a Rules>) -> impl Iterator<Item = &'a Authorisation> {
        let own = own.map(|rules| &*rules.authorisations).unwrap_or_default();
        let replaced = |everywhere: &&Authorisation| own.iter().any(|own| own.is_called(&everywhere.action));
        own.iter().chain(self.everywhere.authorisations.iter().filter(move |everywhere| !replaced(everywhere)))
    }

    /// The action with this mark, at any organization.
    pub fn action(&self, mark: u16) -> Option<&str> {
        let rules = [&self.everywhere].into_iter().chain(self.organizations.iter().map(|(_, rules)| rules));
        let mut authorisations = rules.flat_map(|rules| &rules.authorisations);
        authorisations.find(|authorisation| authorisation.mark() == mark).map(|authorisation| &*authorisation.action)
    }

    pub fn channel(&self, channel: ChannelId) -> Option<&OrganizationRef> {
        self.channels.get(&channel)
    }

    fn own(&self, organization: &Organization) -> Option<&Rules> {
        self.organizations.iter().find(|(named, _)| named.is(organization)).map(|(_, rules)| rules)
    }
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            roles: RoleTable::default(),
            access: Access::open(),
            brake: Limits::default(),
            default_country: None,
            share: true,
            share_notes: false,
            layout: None,
            dial_links: true,
            it_glue_host: None,
            everywhere: Rules::default(),
            organizations: Vec::new(),
            channels: BTreeMap::new(),
            named: Vec::new(),
            revision: None,
        }
    }
}

/// The mark of an action of this name: 16 bits tell the few actions of a policy file apart.
pub fn mark(action: &str) -> u16 {
    CRC.checksum(fold(action).as_bytes())
}

#[cfg(test)]
mod tests;
