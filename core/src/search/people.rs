//! The contacts as flat arrays, in the order in which equals are shown.

mod build;

use std::ops::Range;

use crate::domain::id::{ContactId, ContactTypeId, LocationId, OrganizationId};
use crate::search::ablation;
use crate::search::emails::Emails;
use crate::search::grouped::Grouped;
use crate::search::lexicon::Lexicon;
use crate::search::names::Role;
use crate::search::phones::Phones;
use crate::search::skeleton;
use crate::search::titles::Titles;
use crate::search::vocabulary::{Texts, size};

/// Everything that contacts are found by. A contact is its rank: important ones first, then by name, then by id.
#[derive(Debug, Default)]
pub(crate) struct People {
    pub(crate) ids: Vec<ContactId>,
    /// The contacts before this are important.
    important: u32,
    /// Folded, for the order.
    names: Texts,
    /// Ranks by id.
    by_id: Vec<u32>,
    /// For each contact its row in `members`, or [`NOBODY`].
    organization_of: Vec<u32>,
    /// Sorted.
    organizations: Vec<OrganizationId>,
    members: Grouped<u32>,
    pub(crate) lexicon: Lexicon,
    /// For each contact its words with their roles, packed by [`Part`].
    parts: Grouped<Part>,
    /// For each word, every other word of the same names, and the contact.
    pairs: Grouped<(u32, Entry)>,
    /// For each word, in 255ths, how often it is (part of) a family name.
    family_shares: Vec<u8>,
    /// Consonants and word, sorted, of the words of names in scripts without vowels.
    skeletons: Vec<(u64, u32)>,
    /// Names as written, whose letters have the same sound as others.
    written: Vec<(u32, Box<str>)>,
    pub(crate) phones: Phones,
    pub(crate) emails: Emails,
    pub(crate) titles: Titles,
    contact_types: Rows<ContactTypeId>,
    locations: Rows<LocationId>,
}

/// One of a few ids for each contact, in half the room.
#[derive(Debug)]
struct Rows<Id> {
    /// Sorted.
    ids: Vec<Id>,
    /// For each contact the position of its id, or [`NOBODY`].
    of_contact: Vec<u32>,
}

impl<Id> Default for Rows<Id> {
    fn default() -> Self {
        Self { ids: Vec::new(), of_contact: Vec::new() }
    }
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

    fn get(&self, contact: u32) -> Option<Id> {
        self.ids.get(self.of_contact.get(contact as usize).copied()? as usize).copied()
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

    /// The word.
    pub(crate) fn word(self) -> u32 {
        self.0 >> 3
    }

    /// What part of the name it is.
    pub(crate) fn role(self) -> Role {
        Role::of_bits(self.0 & 7)
    }
}

/// A contact with the role that a word has in the name, in 29 and 3 bits. Sorts by role, then rank: contacts with the
/// word as their family name come first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Entry(u32);

impl Entry {
    fn new(contact: u32, role: Role) -> Self {
        Self((role as u32) << 29 | contact)
    }

    /// The contact.
    pub(crate) fn contact(self) -> u32 {
        self.0 & (u32::MAX >> 3)
    }
}

impl People {
    /// How many there are.
    pub(crate) fn len(&self) -> u32 {
        size(self.ids.len())
    }

    /// What a contact is ranked by, for comparison with contacts of another index: unimportant, name, id.
    pub(crate) fn order(&self, contact: u32) -> (bool, &str, Option<ContactId>) {
        (contact >= self.important, self.names.get(contact), self.ids.get(contact as usize).copied())
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

    /// The words of a contact's name.
    pub(crate) fn parts(&self, contact: u32) -> &[Part] {
        self.parts.row(contact)
    }

    /// The names with a word: each with the other word and the contact, by other word.
    pub(crate) fn names_with(&self, word: u32) -> &[(u32, Entry)] {
        self.pairs.row(word)
    }

    /// The names with any of the words.
    pub(crate) fn names_with_any(&self, words: Range<u32>) -> &[(u32, Entry)] {
        self.pairs.rows(words)
    }

    /// The names with a word and another one of a range.
    pub(crate) fn names_with_both(&self, word: u32, others: Range<u32>) -> &[(u32, Entry)] {
        let row = self.names_with(word);
        let from = row.partition_point(|entry| entry.0 < others.start);
        let length = row[from..].partition_point(|entry| entry.0 < others.end);
        &row[from..from + length]
    }

    /// How often a word is (part of) a family name, among all its uses.
    pub(crate) fn family_share(&self, word: u32) -> f32 {
        f32::from(self.family_shares.get(word as usize).copied().unwrap_or(u8::MAX)) / 255.0
    }

    /// The rank of a contact.
    pub(crate) fn rank(&self, id: ContactId) -> Option<u32> {
        let at = self.by_id.binary_search_by_key(&id, |&rank| self.ids[rank as usize]).ok()?;
        self.by_id.get(at).copied()
    }

    /// The row of an organization that has contacts.
    pub(crate) fn organization_row(&self, id: OrganizationId) -> Option<u32> {
        self.organizations.binary_search(&id).ok().map(size)
    }

    /// The row of a contact's organization.
    pub(crate) fn organization_of(&self, contact: u32) -> u32 {
        self.organization_of.get(contact as usize).copied().unwrap_or(NOBODY)
    }

    /// A contact's organization.
    pub(crate) fn organization(&self, contact: u32) -> Option<OrganizationId> {
        self.organizations.get(self.organization_of(contact) as usize).copied()
    }

    /// A contact's type.
    pub(crate) fn contact_type(&self, contact: u32) -> Option<ContactTypeId> {
        self.contact_types.get(contact)
    }

    /// A contact's location.
    pub(crate) fn location(&self, contact: u32) -> Option<LocationId> {
        self.locations.get(contact)
    }

    /// The contacts of an organization, best rank first.
    pub(crate) fn members_of(&self, id: OrganizationId) -> &[u32] {
        self.organization_row(id).map(|row| self.members.row(row)).unwrap_or_default()
    }

    /// The words with the consonants of the typed one, from names in scripts without vowels, and how many consonants
    /// they are.
    pub(crate) fn with_consonants(&self, typed: &str) -> Vec<(u32, u32)> {
        if self.skeletons.is_empty() || !ablation::is_on(ablation::Part::Scripts) {
            return Vec::new();
        }
        let mut words = Vec::new();
        for skeleton in skeleton::of(typed) {
            let from = self.skeletons.partition_point(|entry| entry.0 < skeleton);
            let entries = self.skeletons[from..].iter().take_while(|entry| entry.0 == skeleton);
            words.extend(entries.map(|entry| (entry.1, skeleton::length(skeleton))));
        }
        words
    }

    /// A name as written, if its writing tells more than its sound.
    pub(crate) fn written(&self, contact: u32) -> Option<&str> {
        let at = self.written.binary_search_by_key(&contact, |entry| entry.0).ok()?;
        self.written.get(at).map(|entry| &*entry.1)
    }
}
