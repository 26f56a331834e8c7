//! Several possibilities: menus to choose from and lists to leaf through.

use crate::access::Field;
use crate::answer::ClickTarget;
use crate::domain::id::{ContactTypeId, OrganizationId};
use crate::reach::number::Number;

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
    /// These explain some of the words that were typed, and nobody explains all of them.
    Unexplained {
        /// As typed.
        typed: String,
        /// The words that the best of them does not explain.
        words: Vec<String>,
        /// The organization searched.
        within: Option<String>,
    },
    /// Nobody at the organization that was named is meant; these are at others.
    Elsewhere {
        /// As typed.
        typed: String,
        /// The organization.
        organization: String,
        /// Whether anybody else is offered.
        anybody: bool,
    },
    /// Only an organization was named: what can be asked about it.
    Client {
        /// The organization.
        organization: String,
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
    /// The contact type typed may be one of these.
    WhichType {
        /// As typed.
        typed: String,
    },
    /// Several people have the phone number.
    SharedNumber {
        /// As typed.
        typed: String,
        /// The organization searched.
        within: Option<String>,
    },
    /// Nobody has the phone number, but sites of these organizations do.
    SiteNumber {
        /// As typed.
        typed: String,
    },
    /// A message names these organizations.
    NamedInMessage,
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
    /// What of the person is among the details only because nothing else tells them from the others.
    pub told_by: Option<Field>,
    /// The status of an organization, where that is not plainly that of an active client.
    pub status: Option<String>,
    /// Number of the record, where nothing else tells it from the others.
    pub record: Option<u64>,
    /// Where it leads.
    pub target: ClickTarget,
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
    /// Who is listed.
    pub of: Listed,
    /// The contact type the list is limited to.
    pub contact_type: Option<(ContactTypeId, String)>,
    /// The people of this page; those of one group stand together.
    pub rows: Vec<Row>,
    /// Which page, counted from 0.
    pub page: usize,
    /// How many pages there are.
    pub pages: usize,
    /// How many people there are on all pages.
    pub total: usize,
    /// Everybody at this organization can be listed as well.
    pub directory: Option<OrganizationId>,
}

/// Who is listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Listed {
    /// The VIPs of an organization, or all of them.
    Vips(Option<(OrganizationId, String)>),
    /// Everybody at an organization.
    Everybody(OrganizationId, String),
}

/// One person of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Who.
    pub entry: Entry,
    /// Under what the person is listed.
    pub group: Group,
    /// The number to dial; none of whoever left.
    pub number: Option<Number>,
    /// Whether numbers are kept back from whoever asks.
    pub withheld: bool,
}

/// Under what people are listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Group {
    /// An organization, or that there is none.
    Organization(Option<String>),
    /// A contact type, or that there is none.
    ContactType {
        /// Its name.
        name: Option<String>,
        /// How many people there are of it, on all pages.
        people: usize,
    },
    /// That their types are not put into chat.
    Withheld {
        /// How many people there are, on all pages.
        people: usize,
    },
    /// That they left, whatever their type.
    Departed {
        /// How many did, on all pages.
        people: usize,
    },
}
