//! The contacts as flat arrays, in the order in which equals are shown.

mod build;

use std::ops::Range;

use crate::domain::id::{ContactId, ContactTypeId, LocationId, OrganizationId};
use crate::search::ablation;
use crate::search::emails::Emails;
use crate::search::grouped::{Grouped, with_key};
use crate::search::lexicon::Lexicon;
use crate::search::names::Role;
use crate::search::phones::Phones;
use crate::search::skeleton;
use crate::search::titles::Titles;
use crate::search::vocabulary::{Vocabulary, size};

/// Everything that contacts are found by. A contact is its rank: important ones first, then by name, then by id.
#[derive(Debug, Default)]
pub(crate) struct People {
    pub(crate) ids: Vec<ContactId>,
    important: u32,
    /// Folded, by rank, for the order.
    names: Vocabulary,
    by_id: Vec<u32>,
    /// Each a row of `members`.
    pub(crate) organizations: Rows<OrganizationId>,
    members: Grouped<u32>,
    pub(crate) lexicon: Lexicon,
    /// For each contact its words with their roles, packed by [`Part`].
    pub(crate) parts: Grouped<Part>,
    /// For each word, every other word of the same names, and the contact; sorted by the other word.
    pub(crate) pairs: Grouped<(u32, Entry)>,
    /// For each word, in 255ths, how often it is (part of) a family name.
    family_shares: Vec<u8>,
    /// Consonants and word, sorted, of the words of names in scripts without vowels.
    skeletons: Vec<(u64, u32)>,
    /// Names as written, whose letters have the same sound as others.
    written: Vec<(u32, Box<str>)>,
    pub(crate) phones: Phones,
    pub(crate) emails: Emails,
    pub(crate) titles: Titles,
    pub(crate) contact_types: Rows<ContactTypeId>,
    pub(crate) locations: Rows<LocationId>,
}

/// One of a few ids for each contact, in half the room.
#[derive(Debug, Default)]
pub(crate) struct Rows<Id> {
    /// Sorted.
    ids: Vec<Id>,
    /// For each contact the position of its id, or [`NOBODY`].
    of_contact: Vec<u32>,
}

impl<Id: Copy + Ord> Rows<Id> {
    fn of(of_contacts: impl Iterator<Item = Option<Id>> + Clone) -> Self {
        let mut ids: Vec<Id> = of_contacts.clone().flatten().collect();
        ids.sort_unstable();
        ids.dedup();
        ids.shrink_to_fit();
        let row = |id: Option<Id>| id.and_then(|id| ids.binary_search(&id).ok()).map_or(NOBODY, size);
        let of_contact = of_contacts.map(row).collect();
        Self { ids, of_contact }
    }

    pub(crate) fn row(&self, contact: u32) -> u32 {
        self.of_contact.get(contact as usize).copied().unwrap_or(NOBODY)
    }

    pub(crate) fn get(&self, contact: u32) -> Option<Id> {
        self.ids.get(self.row(contact) as usize).copied()
    }
}

/// Stands for the other word of a one-word name, and for the row of a contact without an organization.
pub(crate) const NOBODY: u32 = u32::MAX;

/// A word of a name with its role, in 29 and 3 bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Part(u32);

impl Part {
    fn new(word: u32, role: Role) -> Self {
        Self(word << 3 | role as u32)
    }

    pub(crate) fn word(self) -> u32 {
        self.0 >> 3
    }

    pub(crate) fn role(self) -> Role {
        Role::from_repr(self.0 & 7).unwrap_or(Role::Middle)
    }
}

/// A contact with the role that a word has in the name, in 29 and 3 bits. Sorts by role, then rank.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Entry(u32);

impl Entry {
    fn new(contact: u32, role: Role) -> Self {
        Self((role as u32) << 29 | contact)
    }

    pub(crate) fn contact(self) -> u32 {
        self.0 & (u32::MAX >> 3)
    }
}

impl People {
    pub(crate) fn len(&self) -> u32 {
        size(self.ids.len())
    }

    /// What a contact is ranked by, for comparison with contacts of another index: unimportant, name, id.
    pub(crate) fn order(&self, contact: u32) -> (bool, &str, Option<ContactId>) {
        (contact >= self.important, self.names.word(contact), self.ids.get(contact as usize).copied())
    }

    /// Takes over word usage from a larger index, because a few contacts say little about it.
    pub(crate) fn adopt_uses(&mut self, of: &Self) {
        for (share, word) in self.family_shares.iter_mut().zip(0..) {
            let known = of.lexicon.vocabulary.find(self.lexicon.vocabulary.word(word));
            if let Some(&known) = known.and_then(|word| of.family_shares.get(word as usize)) {
                *share = known;
            }
        }
    }

    pub(crate) fn names_with_both(&self, word: u32, others: Range<u32>) -> &[(u32, Entry)] {
        let row = self.pairs.row(word);
        let from = row.partition_point(|entry| entry.0 < others.start);
        let length = row[from..].partition_point(|entry| entry.0 < others.end);
        &row[from..from + length]
    }

    pub(crate) fn family_share(&self, word: u32) -> f32 {
        f32::from(self.family_shares.get(word as usize).copied().unwrap_or(u8::MAX)) / 255.0
    }

    pub(crate) fn rank(&self, id: ContactId) -> Option<u32> {
        let at = self.by_id.binary_search_by_key(&id, |&rank| self.ids[rank as usize]).ok()?;
        self.by_id.get(at).copied()
    }

    pub(crate) fn members_of(&self, id: OrganizationId) -> &[u32] {
        self.organizations.ids.binary_search(&id).map(|row| self.members.row(size(row))).unwrap_or_default()
    }

    /// The words with the consonants of the typed one, of scripts without vowels, and how many these are.
    pub(crate) fn with_consonants(&self, typed: &str) -> Vec<(u32, u32)> {
        if self.skeletons.is_empty() || !ablation::is_on(ablation::Part::Scripts) {
            return Vec::new();
        }
        let skeletons = skeleton::of(typed);
        let entries = skeletons.iter().flat_map(|skeleton| with_key(&self.skeletons, skeleton));
        entries.map(|&(skeleton, word)| (word, skeleton::length(skeleton))).collect()
    }

    /// A name as written, if its writing tells more than its sound.
    pub(crate) fn written(&self, contact: u32) -> Option<&str> {
        let at = self.written.binary_search_by_key(&contact, |entry| entry.0).ok()?;
        self.written.get(at).map(|entry| &*entry.1)
    }
}
