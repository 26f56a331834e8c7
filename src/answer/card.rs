//! One person, how they are reached now, and why it is this one.

use jiff::Timestamp;

use crate::access::Field;
use crate::access::standing::Withheld;
use crate::answer::chain::Chain;
use crate::domain::contact::Email;
use crate::domain::id::{ContactId, OrganizationId, UserId};
use crate::domain::link::Link;
use crate::notebook::attempts::Attempt;
use crate::notes::{Line, Page};
use crate::policy::Layout;
use crate::reach::number::{Number, Ranked};
use crate::reach::zone::Local;
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
    /// Numbers to call, the one to call now first; never a fax.
    pub numbers: Vec<Ranked>,
    /// Why the first of them is the one to call now, where that is not plain.
    pub best: Option<Best>,
    /// Whether there is a fax number, which is not shown.
    pub has_fax: bool,
    /// E-mail addresses, primary first.
    pub emails: Vec<Email>,
    /// Where the person works: name of the site, city, region, country, what there is of them.
    pub location: Vec<String>,
    /// The phone of a site, for when nothing else is left.
    pub site_phone: Option<SitePhone>,
    /// What time it is where the person is.
    pub local: Local,
    /// By whose location.
    pub local_of: SiteOf,
    /// Whether a call now may wake the person.
    pub night: bool,
    /// Whether they are there now, where their notes say so.
    pub hours: Option<StatedHours>,
    /// The beginning of their notes, if there are any.
    pub notes: Option<Excerpt>,
    /// When somebody last reached them.
    pub last_reached: Option<Attempt>,
    /// When somebody last called in vain, if that was after they were last reached.
    pub last_failed: Option<Attempt>,
    /// How it is shown.
    pub look: Look,
    /// What can be done with it.
    pub offers: Offers,
    /// Whether whoever asks has the person among their favourites; `None` where nobody in particular asks.
    pub favourite: Option<bool>,
    /// Who showed it to the channel.
    pub shared_by: Option<UserId>,
    /// When IT Glue last changed the record.
    pub updated_at: Option<Timestamp>,
    /// When other numbers than before were first seen, if that is lately.
    pub phones_changed_at: Option<Timestamp>,
    /// Where the record is shown in IT Glue.
    pub url: Option<Link>,
    /// Why it is this person, where that is not plain.
    pub why: Vec<Why>,
    /// What is kept back from whoever asks.
    pub withheld: Withheld,
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

/// How a card is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// How much of it.
    pub layout: Layout,
    /// Whether numbers and addresses can be tapped.
    pub dial_links: bool,
}

/// Why a number is the one to call now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Best {
    /// The person asks for it in their notes.
    AskedFor {
        /// The words.
        quote: String,
    },
    /// A mobile, outside hours.
    MobileOutOfHours,
    /// It rings at home, outside hours.
    HomeOutOfHours,
    /// A mobile, and whether it is in hours is not known.
    Mobile,
}

/// The phone of a site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SitePhone {
    /// The number.
    pub number: Number,
    /// Whose site it is.
    pub of: SiteOf,
}

/// Whose site something was taken from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SiteOf {
    /// The person's own location.
    Contact,
    /// The primary or only location of their organization.
    Organization,
}

/// Hours that a person's notes state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatedHours {
    /// Whether it is within them now.
    pub open: bool,
    /// The words.
    pub quote: String,
}

/// The beginning of notes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Excerpt {
    /// Its lines.
    pub lines: Vec<Line>,
    /// Whether there is more.
    pub more: bool,
    /// How many passages of all the notes look like secrets, and are masked.
    pub secrets: usize,
}

/// What can be done with a card.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Offers {
    /// It can be shown to the channel.
    pub share: bool,
    /// It can be had as a file.
    pub file: bool,
    /// Everybody at this organization can be listed.
    pub directory: Option<OrganizationId>,
}

/// A page of somebody's notes.
#[derive(Clone, Debug, PartialEq)]
pub struct NotesPage {
    /// Whose.
    pub contact: ContactId,
    /// Name to show.
    pub name: String,
    /// The page.
    pub page: Page,
    /// Whether the notes are longer than what is read of them.
    pub cut: bool,
    /// Whose chain the person is shown as a step of.
    pub chain: Option<OrganizationId>,
}

impl Card {
    /// Leaves out what is kept back from whoever asks.
    pub fn withhold(&mut self) {
        if self.withheld.keeps(Field::Notes) {
            self.leave_out_notes();
        }
        if self.withheld.keeps(Field::Location) {
            self.location.clear();
            (self.site_phone, self.local, self.night) = (None, Local::Unknown, false);
            self.numbers.iter_mut().for_each(|ranked| ranked.number.leave_out_place());
        }
        if self.withheld.keeps(Field::Location) || self.withheld.keeps(Field::Notes) {
            // Whether it is in their hours is read from either.
            self.best = None;
        }
        if self.withheld.keeps(Field::Phone) {
            self.numbers.clear();
            (self.best, self.site_phone, self.phones_changed_at, self.has_fax) = (None, None, None, false);
        }
        if self.withheld.keeps(Field::Email) {
            self.emails.clear();
        }
        if self.withheld.everything {
            (self.title, self.contact_type) = (None, None);
            (self.last_reached, self.last_failed, self.updated_at) = (None, None, None);
            self.offers.file = false;
            self.why.clear();
        }
    }

    /// Leaves out what was read from the notes.
    pub fn leave_out_notes(&mut self) {
        self.notes = None;
        self.hours = None;
        self.best.take_if(|best| matches!(best, Best::AskedFor { .. }));
    }
}

/// Why it is this person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// It matched although it is not what was typed.
    Matched(Reason),
    /// Another person is nearly as well what was typed.
    Rival {
        /// Their name.
        name: String,
        /// Their organization.
        organization: Option<String>,
        /// Whether they have left.
        departed: bool,
    },
}
