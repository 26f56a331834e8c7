//! One contact, how to reach them now, and why this contact was chosen.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use jiff::civil::Time;
use strum::IntoStaticStr;

use crate::access::Field;
use crate::access::standing::Withheld;
use crate::answer::Few;
use crate::answer::menu::MenuEntry;
use crate::domain::contact::{Contact, Email, Fingerprint};
use crate::domain::id::{ContactId, OrganizationId, UserId};
use crate::domain::link::Link;
use crate::domain::organization::Unusual;
use crate::escalation::{MissingContact, StepReason};
use crate::notebook::attempts::{Attempt, WrongReason};
use crate::notes::{NoteLine, TextPage};
use crate::policy::Layout;
use crate::reach::number::{Number, Ranked};
use crate::reach::zone::Local;
use crate::search::phones::{self, Typed};
use crate::search::{Reason, emails};

/// One contact, ready to be shown. All text is as IT Glue has it.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    pub id: ContactId,
    pub name: String,
    /// Marked important in IT Glue.
    pub vip: bool,
    pub departed: Option<DepartedSign>,
    pub title: Option<String>,
    pub organization: Option<String>,
    pub contact_type: Option<String>,
    /// Numbers to call, the one to call now first; never a fax.
    pub numbers: Vec<Ranked>,
    /// Why numbers are reported wrong, as far as reasons were given.
    pub wrong: BTreeMap<Fingerprint, BTreeSet<WrongReason>>,
    /// Why the first number is the one to call now, where it is not obvious.
    pub best: Option<Best>,
    /// Whether there is a fax number, which is not shown.
    pub has_fax: bool,
    /// E-mail addresses, primary first.
    pub emails: Vec<Email>,
    /// Where the contact works: name of the site, city, region, country, as far as they are known.
    pub location: Vec<String>,
    /// The phone of a site, as the last resort.
    pub site_phone: Option<SitePhone>,
    pub local: Local,
    /// Whose location the local time is from.
    pub local_of: SiteOf,
    /// Whether a call now may wake the contact.
    pub night: bool,
    /// Whether the contact is on duty now, where the notes say so.
    pub hours: Option<StatedHours>,
    /// The words of the notes that ask to write before a call.
    pub write_first: Option<String>,
    /// The beginning of the notes, if there are any.
    pub notes: Option<Excerpt>,
    pub last_reached: Option<Attempt>,
    /// The last call that did not, if it is later.
    pub last_failed: Option<Attempt>,
    /// The same, where it was so lately that it may belong to the same trouble.
    pub failed_lately: Option<Attempt>,
    pub layout: Layout,
    pub offers: Offers,
    /// Whether the contact is one of the caller's favourites; `None` on a terminal.
    pub favourite: Option<bool>,
    /// The user who posted the card to the channel.
    pub shared_by: Option<UserId>,
    pub updated_at: Option<Timestamp>,
    /// When other numbers than before were first seen, if that is lately.
    pub phones_changed_at: Option<Timestamp>,
    /// The record's page in IT Glue.
    pub url: Option<Link>,
    /// Why it is this contact, where it is not obvious.
    pub why: Vec<ShownReason>,
    pub withheld: Withheld,
    /// The contact's place in the chain, if the caller asked whom to call.
    pub chain: Option<Box<CardChain>>,
}

/// The sign by which a contact counts as departed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DepartedSign {
    ContactType,
    Wording,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Best {
    /// The contact asks for it in the notes, with these words.
    AskedFor { quote: String },
    /// A mobile, outside hours.
    MobileOutOfHours,
    /// It rings at home, outside hours.
    HomeOutOfHours,
    /// A mobile, while it is not known whether it is in hours.
    Mobile,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SitePhone {
    pub numbers: Vec<Number>,
    pub of: SiteOf,
}

/// Whose site something was taken from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum SiteOf {
    Contact,
    Organization,
}

/// Hours that a contact's notes state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatedHours {
    pub open: bool,
    pub quote: String,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Excerpt {
    pub lines: Vec<NoteLine>,
    pub more: bool,
    /// How many passages of the whole notes are masked because they look like secrets.
    pub secrets: usize,
}

#[expect(clippy::struct_excessive_bools, reason = "each is a button or a link")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Offers {
    pub share: bool,
    pub file: bool,
    /// Changing the contact.
    pub edit: bool,
    /// Listing everyone at this organization.
    pub directory: Option<OrganizationId>,
    /// Whether numbers and addresses can be tapped.
    pub dial_links: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub struct NotesPage {
    pub contact: ContactId,
    pub name: String,
    pub page: TextPage,
    /// Whether the notes are longer than the part that is read.
    pub cut: bool,
    /// The organization whose chain the card is a step of.
    pub chain: Option<OrganizationId>,
}

impl Card {
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
            // Whether it is in hours is read from either.
            self.best = None;
        }
        for why in &mut self.why {
            match why {
                ShownReason::Phone { line, .. } if self.withheld.keeps(Field::Phone) => *line = None,
                ShownReason::Email { line, .. } if self.withheld.keeps(Field::Email) => *line = None,
                _ => {}
            }
        }
        if self.withheld.keeps(Field::Phone) {
            self.numbers.clear();
            self.wrong.clear();
            (self.best, self.site_phone, self.phones_changed_at, self.has_fax) = (None, None, None, false);
        }
        if self.withheld.keeps(Field::Email) {
            self.emails.clear();
        }
        if self.withheld.everything {
            (self.title, self.contact_type) = (None, None);
            (self.last_reached, self.last_failed, self.failed_lately, self.updated_at) = (None, None, None, None);
            self.offers.file = false;
            self.why.clear();
        }
    }

    /// Whether there is something to know before a call.
    pub fn warns(&self) -> bool {
        let is_closed = self.hours.as_ref().is_some_and(|hours| !hours.open);
        let is_wrong = self.numbers.first().is_some_and(|first| first.reported_wrong > 0);
        let is_asked = self.write_first.is_some() || self.failed_lately.is_some() || self.phones_changed_at.is_some();
        self.departed.is_some() || self.night || is_closed || is_wrong || is_asked
    }

    /// Leaves out what was read from the notes.
    pub fn leave_out_notes(&mut self) {
        (self.notes, self.hours, self.write_first) = (None, None, None);
        self.best.take_if(|best| matches!(best, Best::AskedFor { .. }));
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ShownReason {
    /// It matched although it is not what was typed.
    Matched(Reason),
    /// A number of the contact was typed: this one, as far as the caller may see it.
    Phone { typed: Typed, line: Option<Box<Number>>, fit: Option<phones::Fit> },
    /// An address of the contact was typed: this one, as far as the caller may see it.
    Email { typed: String, line: Option<Email>, fit: emails::Fit },
    /// Another contact matches nearly as well.
    Rival { name: String, organization: Option<String>, departed: bool },
}

/// An organization's own line above an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Banner {
    pub organization: OrganizationId,
    /// Its status, unless it is plainly that of an active client.
    pub status: Option<Unusual>,
    pub alert: Option<Excerpt>,
    /// The beginning of its quick notes. Without lines where only their existence can be shown.
    pub quick_notes: Option<Excerpt>,
    /// Whether its alert or its quick notes are shown on a click only, and so not yet.
    pub on_click: bool,
    /// The organization's page in IT Glue, if there is more to read than is shown.
    pub url: Option<Link>,
}

impl Banner {
    /// Whether it shows any text written about the organization.
    pub fn has_notes(&self) -> bool {
        self.alert.is_some() || self.quick_notes.is_some()
    }
}

/// The chain of an organization, seen from one contact in it.
#[derive(Clone, Debug, PartialEq)]
pub struct CardChain {
    pub organization: OrganizationId,
    pub name: String,
    pub order: OrderInForce,
    /// The contact's place, counted from 1.
    pub place: usize,
    pub total: usize,
    pub why: StepReason,
    /// The contact type behind a role in `why` that no type states literally.
    pub guessed_from: Option<String>,
    pub notes: Vec<ChainRemark>,
    /// Whether the contact was reached and no call is due now.
    pub settled: bool,
    /// The number shown first, to which an outcome belongs.
    pub number: Option<Fingerprint>,
    /// A contact who is awake where this one would be woken.
    pub awake: Option<CardStep>,
    /// Whether no other contact is known to be awake, after a call and where this one would be woken.
    pub none_awake: bool,
    /// The next few steps.
    pub following: Few<CardStep>,
    pub missing: Few<MissingContact<Few<Named>>>,
    /// The last calls of this escalation, oldest first, and whom; `None` where the record is gone.
    pub timeline: Vec<(Attempt, Option<Named>)>,
    /// How many calls came before those.
    pub earlier: usize,
    /// The first contacts of the chain, in its own order, to choose from.
    pub entries: Vec<MenuEntry>,
}

/// Steps named on a compact card, and calls; the menu below it has every step.
const NEXT: usize = 2;
const LAST_CALLS: usize = 2;

impl CardChain {
    /// The next steps that a card in this layout names.
    pub fn next_steps(&self, layout: Layout) -> &[CardStep] {
        let shown = if layout == Layout::Compact { NEXT } else { usize::MAX };
        &self.following[..self.following.len().min(shown)]
    }

    /// The last calls that a card in this layout tells of.
    pub fn last_calls(&self, layout: Layout) -> &[(Attempt, Option<Named>)] {
        let shown = if layout == Layout::Compact { LAST_CALLS } else { usize::MAX };
        &self.timeline[self.timeline.len().saturating_sub(shown)..]
    }

    /// Whether a remark or the list of calls tells of a call to this contact.
    pub fn tells_of(&self, contact: ContactId, attempt: &Attempt) -> bool {
        let is_it = |call: &Attempt| (call.at, call.by) == (attempt.at, attempt.by);
        self.notes.iter().any(|note| matches!(note, ChainRemark::Reached(call) if is_it(call)))
            || self.timeline.iter().any(|(call, whom)| is_it(call) && whom.is_some() && call.contact == contact)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrderInForce {
    Only,
    InHours,
    OutOfHours,
    /// The one for in hours, because the hour is not known.
    Unknown,
}

/// A remark on the state of the chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChainRemark {
    /// The clicked contact is not in the chain any more, so this is another one.
    Changed,
    /// Everyone was called, the last one then; the chain starts again.
    Again(Timestamp),
    Reached(Attempt),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardStep {
    /// The place in the chain, counted from 1.
    pub place: usize,
    pub contact: ContactId,
    pub name: String,
    pub why: StepReason,
    /// The contact type behind a role in `why` that no type states literally.
    pub guessed_from: Option<String>,
    /// Whether there is a number; otherwise only an e-mail address. `None` where the caller may not know.
    pub by_phone: Option<bool>,
    /// Whether the contact was called in vain in this escalation.
    pub tried: bool,
    /// The contact's local time, where it is night; several where it may be one of them.
    pub night: Vec<Time>,
    /// Whether it is night at the contact's place, and the notes say that the contact is on duty.
    pub there_at_night: bool,
}

/// A contact who is named without being offered to call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    pub contact: ContactId,
    pub name: String,
}

impl Named {
    pub fn of(contact: &Contact) -> Self {
        Self { contact: contact.id, name: contact.display_name() }
    }
}
