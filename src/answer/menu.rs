//! Several possibilities: menus to choose from and lists to leaf through.

use crate::answer::Target;
use crate::domain::contact::Phone;
use crate::domain::id::OrganizationId;

/// The most entries a menu has: Discord's limit for a select menu, and more than anybody reads.
pub const MAX_ENTRIES: usize = 25;

/// Possibilities, one of which a person must choose.
#[derive(Clone, Debug, PartialEq)]
pub struct Menu {
    /// What there is to choose.
    pub heading: Heading,
    /// At most [`MAX_ENTRIES`].
    pub entries: Vec<Entry>,
    /// Whether there were more.
    pub more: bool,
}

/// What a menu is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heading {
    /// Several people may be meant.
    Several {
        /// As typed.
        typed: String,
        /// The organization searched.
        within: Option<String>,
    },
    /// These come close to what was typed, and are perhaps meant.
    Close {
        /// As typed.
        typed: String,
        /// The organization searched.
        within: Option<String>,
    },
    /// Nobody is meant; these are near.
    Nearest {
        /// As typed.
        typed: String,
        /// The organization searched.
        within: Option<String>,
    },
    /// No VIP is meant; these match, but are not marked important.
    NotVips {
        /// As typed.
        typed: String,
    },
    /// The person picked does not fit the other options of the command.
    Unfitting,
    /// The organization typed may be one of several: people of all of them.
    PeopleOfSeveral {
        /// The organization, as typed.
        typed: String,
    },
    /// The organization typed may be one of these.
    WhichOrganization {
        /// As typed.
        typed: String,
    },
    /// Several things that somebody may approve may be meant.
    WhichAction {
        /// As typed.
        typed: String,
    },
    /// No organization is meant; these are near.
    NearestOrganizations {
        /// As typed.
        typed: String,
    },
}

/// One possibility, with what tells it from the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Name of the person or organization.
    pub name: String,
    /// Marked important.
    pub vip: bool,
    /// What speaks against calling this person.
    pub caution: Option<Caution>,
    /// Title, organization, type …: what there is.
    pub details: Vec<String>,
    /// Number of the record, where nothing else tells it from the others.
    pub record: Option<u64>,
    /// Where it leads.
    pub target: Target,
}

/// What speaks against calling a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Caution {
    /// No longer there.
    Departed,
    /// There is no phone on record.
    OnlyEmail,
    /// There is no phone and no e-mail on record.
    Unreachable,
}

/// One page of many people.
#[derive(Clone, Debug, PartialEq)]
pub struct List {
    /// The organization the list is limited to.
    pub organization: Option<(OrganizationId, String)>,
    /// The people of this page, sorted by organization, then name.
    pub rows: Vec<Row>,
    /// Which page, counted from 0.
    pub page: usize,
    /// How many pages there are.
    pub pages: usize,
    /// How many people there are on all pages.
    pub total: usize,
}

/// One person of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Who.
    pub entry: Entry,
    /// The organization, under which the list groups its rows.
    pub organization: Option<String>,
    /// The number to dial.
    pub phone: Option<Phone>,
}
