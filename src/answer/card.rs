//! One person, and why it is this one.

use jiff::Timestamp;

use crate::answer::chain::Chain;
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
    /// Where the person stands among those to call, if that was asked for.
    pub chain: Option<Box<Chain>>,
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
}
