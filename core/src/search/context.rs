//! What typed words mean beside a name: an organization, a title, a contact type, a city.
//!
//! A question about a contact mostly says where they are or what they do: "bob globex", "wilson the controller". This
//! module decides which of the typed words each contact's own record explains in that way.

mod organization;
mod title;

use std::cell::RefCell;
use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::domain::id::{ContactTypeId, LocationId, OrganizationId};
pub(crate) use crate::search::context::organization::Client;
use crate::search::context::organization::OrganizationWords;
use crate::search::context::title::TitleWords;
use crate::search::grouped::with_key;
use crate::search::organizations::Organizations;
use crate::search::people::People;
use crate::search::places::Places;
use crate::search::probe::{MOST_WORDS, Probe, bits};
use crate::search::question::Word;
use crate::search::vocabulary::share;
use crate::search::{Reason, TypeWords};

/// Words of a vocabulary that typed words mean.
struct Meaning {
    /// One bit for each typed word.
    mask: u8,
    words: Range<u32>,
    likeness: f32,
}

/// The typed words that something explains, and how much is to be said against it.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Fit {
    /// One bit for each typed word.
    pub(crate) mask: u8,
    /// What each of the words costs.
    pub(crate) word_costs: [f32; MOST_WORDS],
    /// What it costs that only a part of the name or title was typed.
    pub(crate) part_cost: f32,
    /// The words that are not spelled as they are stored.
    pub(crate) vague: u8,
    /// For an organization's name, whether the words are its beginning, at least half of it, or its initials.
    pub(crate) clear: bool,
}

/// What a contact's record explains beside the name.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Beside {
    pub(crate) organization: Fit,
    pub(crate) title: Fit,
    pub(crate) contact_type: Fit,
    pub(crate) place: Fit,
    /// The words that mean something beside a name, for any contact.
    pub(crate) meant: u8,
}

impl Beside {
    fn fits(&self) -> [&Fit; 4] {
        [&self.organization, &self.title, &self.contact_type, &self.place]
    }

    pub(crate) fn mask(&self) -> u8 {
        self.fits().iter().fold(0, |mask, fit| mask | fit.mask)
    }

    /// The words explained by what tells people of one organization apart.
    pub(crate) fn personal(&self) -> u8 {
        self.title.mask | self.contact_type.mask
    }

    /// What it costs to explain these words so, and which of them are not spelled as stored.
    pub(crate) fn explain(&self, words: u8) -> (f32, u8) {
        let (mut cost, mut vague, mut left) = (0.0, 0, words);
        for fit in self.fits() {
            let here = left & fit.mask;
            if here == 0 {
                continue;
            }
            left &= !here;
            cost += fit.part_cost;
            cost += bits(here).map(|at| fit.word_costs[at]).sum::<f32>();
            vague |= here & fit.vague;
        }
        (cost, vague)
    }
}

/// What the typed words may mean beside a name, for some of the contacts.
pub(crate) struct Context<'a> {
    people: &'a People,
    pub(crate) organization: OrganizationWords<'a>,
    title: TitleWords<'a>,
    /// The contact types that words name, and how much of each type's name they are.
    types: Vec<(u8, ContactTypeId, f32)>,
    places: Vec<(u8, LocationId)>,
    /// By the contact's organization and title, most of which come again and again.
    organizations_seen: RefCell<FxHashMap<u32, Fit>>,
    titles_seen: RefCell<FxHashMap<u32, Fit>>,
    /// The words that mean something beside a name.
    pub(crate) meant: u8,
}

/// What a letter that differs costs: the share of the likeness that is missing.
const VAGUE: f32 = 0.5;

/// A word of an organization or a title is at least this much like the typed one.
const LEAST_LIKENESS: f32 = 0.80;

/// What is still typed is nearly what it begins.
const BEGUN: f32 = 0.97;

/// What it costs that the words are only a part of the contact type's name.
const PART_OF_TYPE: f32 = 0.03;

impl Meaning {
    fn of_word(mask: u8, word: u32, likeness: f32) -> Self {
        Self { mask, words: word..word + 1, likeness }
    }

    /// The words that begin with the typed one, if there are any.
    fn of_beginning(mask: u8, words: Range<u32>, likeness: f32) -> Option<Self> {
        (!words.is_empty()).then_some(Self { mask, words, likeness })
    }
}

impl Fit {
    fn explain(&mut self, meaning: &Meaning) {
        self.mask |= meaning.mask;
        if meaning.likeness < 1.0 {
            self.vague |= meaning.mask;
            self.word_costs[first(meaning.mask)] = VAGUE * (1.0 - meaning.likeness);
        }
    }
}

fn first(mask: u8) -> usize {
    (mask.trailing_zeros() as usize).min(MOST_WORDS - 1)
}

impl<'a> Context<'a> {
    /// Reads the words of a probe as spelled.
    pub(crate) fn of(
        people: &'a People,
        organizations: &'a Organizations,
        places: &Places,
        types: &[TypeWords<'_>],
        probe: &Probe<'_>,
    ) -> Self {
        let places = probe
            .units
            .iter()
            .flat_map(|unit| with_key(places, unit.text.as_str()).iter().map(|place| (unit.mask, place.1)));
        let mut context = Self {
            people,
            organization: OrganizationWords::of(organizations, probe),
            title: TitleWords::of(&people.titles, probe),
            types: types_named(types, probe),
            places: places.collect(),
            organizations_seen: RefCell::default(),
            titles_seen: RefCell::default(),
            meant: 0,
        };
        context.note_meant();
        context
    }

    pub(crate) fn widen(&mut self, probe: &Probe<'_>) {
        self.organization.widen(probe);
        self.title.widen(probe);
        self.organizations_seen.take();
        self.titles_seen.take();
        self.note_meant();
    }

    fn note_meant(&mut self) {
        let named = self.types.iter().map(|named| named.0).chain(self.places.iter().map(|named| named.0));
        self.meant = named.fold(self.organization.mask() | self.title.mask(), |mask, named| mask | named);
    }

    pub(crate) fn beside(&self, contact: u32) -> Beside {
        Beside {
            organization: self.organization_fit(contact),
            title: self.title_fit(contact),
            contact_type: self.type_fit(contact),
            place: self.place_fit(contact),
            meant: self.meant,
        }
    }

    /// The words that a contact's record explains, given the organizations that any may mean.
    pub(crate) fn mask(&self, contact: u32, named: Option<&FxHashSet<OrganizationId>>) -> u8 {
        let is_named =
            named.is_none_or(|named| self.people.organizations.get(contact).is_some_and(|id| named.contains(&id)));
        let organization = if is_named { self.organization_fit(contact).mask } else { 0 };
        let title = if self.title.mask() == 0 { 0 } else { self.title_fit(contact).mask };
        organization | title | self.type_fit(contact).mask | self.place_fit(contact).mask
    }

    fn organization_fit(&self, contact: u32) -> Fit {
        let row = self.people.organizations.row(contact);
        let Some(id) = self.people.organizations.get(contact) else { return Fit::default() };
        *self.organizations_seen.borrow_mut().entry(row).or_insert_with(|| self.organization.fit(id))
    }

    fn title_fit(&self, contact: u32) -> Fit {
        let Some(title) = self.people.titles.of_contact(contact) else { return Fit::default() };
        *self.titles_seen.borrow_mut().entry(title).or_insert_with(|| self.title.fit(title))
    }

    fn type_fit(&self, contact: u32) -> Fit {
        let mut fit = Fit::default();
        let own = if self.types.is_empty() { None } else { self.people.contact_types.get(contact) };
        for (mask, _, named) in self.types.iter().filter(|named| Some(named.1) == own) {
            let cost = PART_OF_TYPE * (1.0 - named);
            if fit.mask == 0 || cost < fit.part_cost {
                fit.part_cost = cost;
            }
            fit.mask |= mask;
        }
        fit
    }

    fn place_fit(&self, contact: u32) -> Fit {
        let own = if self.places.is_empty() { None } else { self.people.locations.get(contact) };
        let named = self.places.iter().filter(|named| Some(named.1) == own);
        Fit { mask: named.fold(0, |mask, named| mask | named.0), ..Fit::default() }
    }

    /// About how many contacts a word stands for beside a name; `None` if only a look at each contact tells.
    pub(crate) fn count(&self, at: usize) -> Option<usize> {
        let bit = 1 << at;
        if self.types.iter().any(|named| named.0 & bit != 0) || self.places.iter().any(|named| named.0 & bit != 0) {
            return None;
        }
        Some(self.organization.count(at, self.people)? + self.title.count(at))
    }

    pub(crate) fn contacts(&self, at: usize, into: &mut Vec<u32>) {
        self.organization.contacts(at, self.people, into);
        self.title.contacts(at, into);
    }

    /// Why these words of a question are explained by a contact's record.
    pub(crate) fn reasons(&self, probe: &Probe<'_>, contact: u32, words: u8) -> Vec<Reason> {
        let beside = self.beside(contact);
        let mut left = words;
        let mut reasons = Vec::new();
        let mut take = |fit: &Fit| {
            let here = left & fit.mask;
            left &= !here;
            here
        };
        let here = take(&beside.organization);
        if here != 0
            && let Some(id) = self.people.organizations.get(contact)
        {
            reasons.push(self.organization.reason(probe, id, here, beside.organization.vague));
        }
        let others =
            [(beside.title, Reason::Title), (beside.contact_type, Reason::ContactType), (beside.place, Reason::Place)];
        reasons.extend(others.into_iter().filter(|(fit, _)| take(fit) != 0).map(|(_, reason)| reason));
        reasons
    }
}

/// The types that the words name: types with a typed word, whose typed words all stand side by side.
fn types_named(types: &[TypeWords<'_>], probe: &Probe<'_>) -> Vec<(u8, ContactTypeId, f32)> {
    let means = |typed: &Word, word: &str| typed.text == word || typed.alone.as_deref() == Some(word);
    let place = |word: &str| probe.words.iter().position(|typed| means(typed, word)).map(|at| 1 << at);
    let mut named = Vec::new();
    for &TypeWords { id, name, other } in types {
        let (mut mask, mut found) = (0_u8, 0_usize);
        for word in name.iter().filter_map(|word| place(word)) {
            mask |= word;
            found += 1;
        }
        named.push((mask, id, share(found, name.len())));
        named.extend(other.iter().filter_map(|word| Some((place(word)?, id, 1.0))));
    }
    named.retain(|(mask, ..)| mask & probe.needed != 0);
    named
}
