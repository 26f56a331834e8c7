//! Several possibilities: menus to choose from and lists to leaf through.

use commands::options::MAX_LENGTH;
use jiff::Timestamp;

use crate::access::Field;
use crate::answer::card::Named;
use crate::answer::text::plain;
use crate::answer::words::{Words, cut};
use crate::answer::{ClickTarget, Few};
use crate::domain::id::{ContactTypeId, OrganizationId};
use crate::escalation::{MissingContact, StepReason};
use crate::reach::number::Number;

/// The most entries a menu has: Discord's limit for a select menu, and more than anyone reads.
pub const MAX_ENTRIES: usize = 25;

#[derive(Clone, Debug, PartialEq)]
pub struct Menu {
    pub heading: Heading,
    pub entries: Vec<MenuEntry>,
    pub more: bool,
}

impl Menu {
    /// A menu of the first of these entries.
    pub fn of(heading: Heading, entries: impl IntoIterator<Item = MenuEntry>) -> Self {
        let mut entries: Vec<MenuEntry> = entries.into_iter().take(MAX_ENTRIES + 1).collect();
        let more = entries.len() > MAX_ENTRIES;
        entries.truncate(MAX_ENTRIES);
        Self { heading, entries, more }
    }
}

/// What a menu is about. `typed` is the user's text, and `within` the organization searched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heading {
    /// Several contacts may be meant; `extension` is the typed one, where no one has it.
    Several { typed: String, within: Option<String>, extension: Option<String> },
    /// These come close to what was typed, and are perhaps meant.
    Close { typed: String, within: Option<String> },
    /// No one matches; these are near.
    Nearest { typed: String, within: Option<String> },
    /// No one explains all of the typed words; `words` are those that the best match does not.
    Unexplained { typed: String, words: Vec<String>, within: Option<String> },
    /// No one at the named organizations matches all of the question.
    Elsewhere { typed: String, organizations: Vec<String>, offered: Offered },
    /// Only an organization was named: what can be asked about it.
    Client { organization: String },
    /// The main number of an organization was asked for, which may have none: what else can be asked about it.
    MainLine { organization: String, phones: Vec<Number>, dial_links: bool },
    /// The organization has no VIPs: what else can be asked about it.
    NoVips { organization: String },
    /// No VIP matches; these do, but are not marked important.
    NotVips { typed: String },
    /// The picked contact does not fit the other options of the command.
    Unfitting,
    /// The typed organization may be one of several: contacts of all of them.
    PeopleOfSeveral { typed: String },
    /// The typed organization may be one of these.
    WhichOrganization { typed: String },
    /// Several actions may be meant.
    WhichAction { typed: String },
    /// No organization matches; these are near.
    NearestOrganizations { typed: String },
    /// The typed contact type may be one of these.
    WhichType { typed: String },
    /// Several contacts have the phone number.
    SharedNumber { typed: String, within: Option<String>, extension: Option<String> },
    /// No contact has the phone number; these have its digits behind another country code or none.
    AnotherCountry { typed: String, within: Option<String> },
    /// No contact has the phone number, but sites of these organizations do.
    SiteNumber { typed: String },
    /// A message names these organizations.
    NamedInMessage,
}

/// The contacts offered where none at the named organizations matches all of the question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offered {
    Nobody,
    /// They match the rest of it, at other organizations.
    Elsewhere,
    /// Some are at the organizations named.
    Partly,
}

/// One possibility, with what tells it from the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MenuEntry {
    pub name: String,
    /// Marked important in IT Glue.
    pub vip: bool,
    pub caution: Option<Caution>,
    /// Title, organization, type …, as far as they are known.
    pub details: Vec<String>,
    /// The contact's field among the details that is shown only to tell equal entries apart.
    pub told_by: Option<Field>,
    /// The status of an organization, unless it is plainly that of an active client.
    pub status: Option<String>,
    /// The record's id, where nothing else tells it from the others.
    pub record: Option<u64>,
    pub target: ClickTarget,
}

impl MenuEntry {
    pub fn new(name: impl Into<String>, details: Vec<String>, target: ClickTarget) -> Self {
        let name = name.into();
        Self { name, vip: false, caution: None, details, told_by: None, status: None, record: None, target }
    }
}

/// What speaks against calling a contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Caution {
    Departed,
    OnlyEmail,
    Unreachable,
}

#[derive(Clone, Debug, PartialEq)]
pub struct List {
    pub of: Listed,
    /// The contact type the list is limited to.
    pub contact_type: Option<(ContactTypeId, String)>,
    /// The contacts of this page, grouped.
    pub rows: Vec<Row>,
    /// Counted from 0.
    pub page: usize,
    pub pages: usize,
    /// How many contacts are on all pages.
    pub total: usize,
    /// The organization whose whole directory can be listed as well.
    pub directory: Option<OrganizationId>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Listed {
    /// The VIPs of an organization, or all of them.
    Vips(Option<(OrganizationId, String)>),
    Everybody(OrganizationId, String),
}

#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub entry: MenuEntry,
    pub group: Group,
    /// The number to dial; none for a contact who has left.
    pub number: Option<Number>,
    /// Whether numbers are withheld from the caller.
    pub withheld: bool,
}

/// A group of a list. `people` counts its contacts on all pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Group {
    /// `None` where the contact has no organization.
    Organization(Option<String>),
    /// `None` where the contact has no type.
    ContactType { name: Option<String>, people: usize },
    /// The contact types are withheld.
    Withheld { people: usize },
    /// The contacts have left, whatever their type.
    Departed { people: usize },
}

/// The longest text of a suggestion, by Discord's rules.
const MAX_NAME: usize = 100;

/// The value of a remark while nothing searchable is typed yet: it must not be empty, and this finds nothing.
const NOTHING: &str = "…";

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    pub name: String,
    /// The value submitted when the suggestion is taken.
    pub value: String,
    /// The contact's field that is shown only to tell equal suggestions apart.
    pub told_by: Option<Field>,
}

impl Choice {
    pub fn new(words: &Words, value: String) -> Self {
        // No suggestion mentions time, so any time will do.
        Self { name: cut(&plain(words, Timestamp::UNIX_EPOCH), MAX_NAME), value, told_by: None }
    }

    /// A remark in place of suggestions. Taking it submits the typed text, which is answered like any other.
    pub fn remark(words: &Words, typed: &str) -> Self {
        let says_something = typed.chars().any(char::is_alphanumeric);
        Self::new(words, if says_something { cut(typed, MAX_LENGTH) } else { NOTHING.to_owned() })
    }
}

/// The approvers of an action at an organization, by the policy file and by nothing else.
#[derive(Clone, Debug, PartialEq)]
pub struct Approvers {
    pub action: String,
    pub id: OrganizationId,
    pub organization: String,
    pub people: Vec<Approver>,
    /// Whether there are more than can be shown.
    pub more: bool,
    /// Contact types that are only guessed to stand for a listed role: their contacts may not approve.
    pub guessed_types: Few<String>,
    /// Persons the policy file names who are not on record.
    pub missing: Few<MissingContact<Few<Named>>>,
    /// Where there is no approver: the contacts who decide, and may know more. They may not approve either.
    pub deciders: Few<Approver>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Approver {
    pub entry: MenuEntry,
    /// IT Glue's own contact type; `None` where there is none or it is withheld.
    pub contact_type: Option<String>,
    /// Why the contact may approve; `None` where this is withheld.
    pub why: Option<StepReason>,
    pub number: Option<Number>,
    /// Whether numbers are withheld from the caller.
    pub withheld: bool,
}
