//! One person, and why it is this one.

use jiff::Timestamp;

use crate::domain::contact::{Email, Phone};
use crate::domain::id::ContactId;
use crate::search::Reason;

/// One person, ready to be shown. All text is as IT Glue has it.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// Who it is.
    pub id: ContactId,
    /// Name to show.
    pub name: String,
    /// Marked important.
    pub vip: bool,
    /// Whether the person has left, and by which sign.
    pub departed: Option<DepartedSign>,
    /// Job title.
    pub title: Option<String>,
    /// Name of the organization.
    pub organization: Option<String>,
    /// Name of the contact type.
    pub contact_type: Option<String>,
    /// Numbers to dial, best first; never a fax.
    pub phones: Vec<Phone>,
    /// Whether there is a fax number, which is not shown.
    pub has_fax: bool,
    /// E-mail addresses, primary first.
    pub emails: Vec<Email>,
    /// Where the person works.
    pub site: Option<Site>,
    /// When IT Glue last changed the record.
    pub updated_at: Option<Timestamp>,
    /// Where the record is shown in IT Glue.
    pub url: Option<String>,
    /// Why it is this person, where that is not plain.
    pub why: Vec<Why>,
}

/// By which sign a person counts as departed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DepartedSign {
    /// The contact type means so.
    ContactType,
    /// The name or title says so.
    Wording,
}

/// Where a person works.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Site {
    /// Name of the site, city, region, country: what there is of them.
    pub parts: Vec<String>,
    /// The site's own phone.
    pub phone: Option<String>,
}

/// Why it is this person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// It matched although it is not what was typed.
    Matched(Reason),
    /// It is the one primary contact of the organization.
    Primary {
        /// The type that says so.
        contact_type: String,
    },
    /// The organization has no primary contact to call; this is the next best.
    Fallback(Fallback),
}

/// What was shown in place of a primary contact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fallback {
    /// The organization.
    pub organization: String,
    /// The kind of person shown.
    pub tier: Tier,
    /// Primary contacts on record who have neither phone nor e-mail.
    pub unreachable_primaries: Vec<String>,
}

/// The kinds of people to call where there is no primary contact, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tier {
    /// Marked important.
    Vip,
    /// Looks after the technology.
    Technical,
    /// Decides.
    Executive,
    /// Anybody with a phone or an e-mail address.
    Anyone,
    /// People without either: all there is.
    Unreachable,
}
