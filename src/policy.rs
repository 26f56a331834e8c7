//! What the operator has decided, and the defaults where nothing was: who is called in which order, what counts as in
//! hours, who may approve what, and how answers look.
//!
//! [`mod@file`] reads it from the policy file's text. Rules of one organization replace those for everybody as a whole, never
//! key by key within a rule: whoever reads an organization's chain in the file sees all of it.

pub mod who;

pub mod hours;

pub mod file;

pub mod dangling;

pub mod change;

use std::collections::BTreeMap;

use crc::{CRC_16_IBM_SDLC, Crc};

use crate::access::Access;
use crate::access::brake::Limits;
use crate::domain::id::{ChannelId, OrganizationId};
use crate::domain::organization::Organization;
use crate::domain::role::{Role, RoleTable};
use crate::domain::spelling::fold;
use crate::policy::dangling::Named;
use crate::policy::hours::Hours;
use crate::policy::who::Who;
use crate::reach::country::Country;

/// Whom to call in which order, where the policy file says nothing.
pub static DEFAULT_CHAIN: [Who; 5] =
    [Who::Role(Role::Primary), Who::Role(Role::Technical), Who::Role(Role::Executive), Who::Vip, Who::Anyone];

/// Marks are in buttons of messages that are older than the program, so the algorithm must stay what it is.
const CRC: Crc<u16> = Crc::<u16>::new(&CRC_16_IBM_SDLC);

static DEFAULT_HOURS: Hours = Hours::OFFICE;

/// What the operator has decided, and the defaults where nothing was.
#[derive(Clone, Debug)]
pub struct Policy {
    /// What the account's contact types mean.
    pub roles: RoleTable,
    /// Who may see what.
    pub access: Access,
    /// How much one user may look up.
    pub brake: Limits,
    /// Where numbers without a country code are dialled when nothing else tells the country.
    pub default_country: Option<Country>,
    /// Whether an answer may be posted to the channel.
    pub share: bool,
    /// Whether the notes go along.
    pub share_notes: bool,
    /// How much a card shows.
    pub layout: Layout,
    /// Whether numbers and addresses are written so that a tap calls or writes.
    pub dial_links: bool,
    /// Where the account's pages are, where not under IT Glue's own name.
    pub it_glue_host: Option<Box<str>>,
    /// The rules for every organization that has none of its own.
    pub everywhere: Rules,
    /// The rules of single organizations.
    pub organizations: Vec<(OrganizationRef, Rules)>,
    /// The organization each of these channels is about.
    pub channels: BTreeMap<ChannelId, OrganizationRef>,
    /// What the file names that only the account can tell whether it exists, from top to bottom.
    pub named: Vec<Named>,
    /// The number under `[end]` that the operator raises to mean what lets more be seen, 0 where there is none. `None`: the
    /// file does not end with `[end]`, so that it cannot be told from one that was cut short.
    pub revision: Option<u32>,
}

/// How much a card shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Layout {
    /// Everything there is.
    #[default]
    Full,
    /// What is needed to call.
    Compact,
}

/// Rules that can be given for everybody and for one organization.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rules {
    /// Whom to call in which order.
    pub chain: Option<Order>,
    /// What counts as in hours.
    pub hours: Option<Hours>,
    /// Who may approve what.
    pub authorisations: Vec<Authorisation>,
}

/// Whom to call in which order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// In hours, and whenever there is no other.
    pub order: Vec<Who>,
    /// Out of hours, where that is another.
    pub out_of_hours: Option<Vec<Who>>,
}

/// Who may approve something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Authorisation {
    /// "password reset" …, as it is shown.
    pub action: Box<str>,
    /// Other words for it.
    pub aliases: Vec<Box<str>>,
    /// Who may, in the order to ask.
    pub by: Vec<Who>,
}

/// An organization as the policy file names it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum OrganizationRef {
    /// By IT Glue's id.
    Id(OrganizationId),
    /// By its whole name, as [`fold`] compares it; see [`OrganizationRef::named`].
    Name(Box<str>),
}

impl OrganizationRef {
    /// The organization of this name.
    #[must_use]
    pub fn named(name: &str) -> Self {
        Self::Name(fold(name).into())
    }

    /// Whether this is the organization that is meant.
    #[must_use]
    pub fn is(&self, organization: &Organization) -> bool {
        match self {
            Self::Id(id) => *id == organization.id,
            Self::Name(name) => **name == fold(&organization.name),
        }
    }
}

impl Authorisation {
    /// Whether these words mean this action.
    #[must_use]
    pub fn is_called(&self, action: &str) -> bool {
        let action = fold(action);
        self.names().any(|name| fold(name) == action)
    }

    /// What it is called: its name, then the other words for it.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        [&self.action].into_iter().chain(&self.aliases).map(|name| &**name)
    }

    /// Stands for the action where its words must not: in buttons. See [`mark`].
    #[must_use]
    pub fn mark(&self) -> u16 {
        mark(&self.action)
    }
}

impl Policy {
    /// Whom to call at this organization, in order. Where it is not known whether it is in hours there, the order in
    /// hours holds: it is the one that was written for no special case.
    #[must_use]
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

    /// What counts as in hours at this organization.
    #[must_use]
    pub fn hours(&self, organization: &Organization) -> &Hours {
        self.hours_with(self.own(organization))
    }

    fn hours_with<'a>(&'a self, own: Option<&'a Rules>) -> &'a Hours {
        own.and_then(|rules| rules.hours.as_ref()).or(self.everywhere.hours.as_ref()).unwrap_or(&DEFAULT_HOURS)
    }

    /// Everything somebody may approve at this organization: its own rules, then those for everybody that it has not
    /// replaced.
    pub fn authorisations<'a>(&'a self, organization: &Organization) -> impl Iterator<Item = &'a Authorisation> {
        self.authorisations_with(self.own(organization))
    }

    fn authorisations_with<'a>(&'a self, own: Option<&'a Rules>) -> impl Iterator<Item = &'a Authorisation> {
        let own = own.map(|rules| &*rules.authorisations).unwrap_or_default();
        let replaced = |everywhere: &&Authorisation| own.iter().any(|own| own.is_called(&everywhere.action));
        own.iter().chain(self.everywhere.authorisations.iter().filter(move |everywhere| !replaced(everywhere)))
    }

    /// Who may approve this at the organization. `None`: the policy file does not say.
    #[must_use]
    pub fn authorisation(&self, action: &str, organization: &Organization) -> Option<&Authorisation> {
        self.authorisations(organization).find(|authorisation| authorisation.is_called(action))
    }

    /// The organization that this channel is about.
    #[must_use]
    pub fn channel(&self, channel: ChannelId) -> Option<&OrganizationRef> {
        self.channels.get(&channel)
    }

    fn own(&self, organization: &Organization) -> Option<&Rules> {
        self.organizations.iter().find(|(named, _)| named.is(organization)).map(|(_, rules)| rules)
    }
}

impl Default for Policy {
    /// What holds without a policy file.
    fn default() -> Self {
        Self {
            roles: RoleTable::default(),
            access: Access::open(),
            brake: Limits::default(),
            default_country: None,
            share: true,
            share_notes: false,
            layout: Layout::default(),
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
#[must_use]
pub fn mark(action: &str) -> u16 {
    CRC.checksum(fold(action).as_bytes())
}

#[cfg(test)]
mod tests;
