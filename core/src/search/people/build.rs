//! Builds the arrays.

use crate::domain::contact::Contact;
use crate::domain::id::ContactId;
use crate::search::emails::Emails;
use crate::search::fold;
use crate::search::grouped::Grouped;
use crate::search::lexicon::Lexicon;
use crate::search::names::{self, Role};
use crate::search::people::{Entry, NOBODY, Part, People, Rows};
use crate::search::phones::Phones;
use crate::search::romanised;
use crate::search::skeleton;
use crate::search::titles::Titles;
use crate::search::vocabulary::{Vocabulary, numbered, size};

impl People {
    /// Builds from all contacts; contacts beyond what 29 bits count (500 million) are left out.
    pub(crate) fn of<'a>(contacts: impl Iterator<Item = &'a Contact>) -> Self {
        let mut sorted: Vec<(bool, String, &Contact)> = contacts
            .map(|contact| (!contact.important, fold::words(&contact.display_name()).join(" "), contact))
            .collect();
        sorted.sort_unstable_by(|a, b| (a.0, &a.1, a.2.id).cmp(&(b.0, &b.1, b.2.id)));
        sorted.truncate(1 << 29);
        let records = || (0..).zip(sorted.iter().map(|entry| entry.2));
        let contacts = size(sorted.len());
        let important = size(sorted.partition_point(|entry| !entry.0));
        let names = Vocabulary::of(sorted.iter().map(|entry| &entry.1));
        let ids: Vec<ContactId> = sorted.iter().map(|entry| entry.2.id).collect();
        let mut by_id: Vec<u32> = (0..contacts).collect();
        by_id.sort_unstable_by_key(|&rank| ids[rank as usize]);

        let organizations = Rows::of(sorted.iter().map(|entry| entry.2.organization));
        // Rows beyond the last organization are dropped: those of contacts without one.
        let members = organizations.of_contact.iter().copied().zip(0..).collect();
        let members = Grouped::new(size(organizations.ids.len()), members);
        let (lexicon, parts) = words_of(records());
        let written = records().filter_map(|(rank, contact)| {
            let name = contact.display_name();
            romanised::is_foreign(&name).then(|| (rank, name.into_boxed_str()))
        });
        Self {
            ids,
            important,
            names,
            by_id,
            organizations,
            members,
            pairs: pairs_of(&lexicon, &parts),
            family_shares: family_shares(&lexicon, &parts),
            skeletons: skeletons_of(&lexicon, records()),
            parts: Grouped::new(contacts, parts),
            lexicon,
            written: written.collect(),
            phones: Phones::of(records()),
            emails: Emails::of(records()),
            titles: Titles::of(records()),
            contact_types: Rows::of(sorted.iter().map(|entry| entry.2.contact_type)),
            locations: Rows::of(sorted.iter().map(|entry| entry.2.location)),
        }
    }
}

fn words_of<'a>(records: impl Iterator<Item = (u32, &'a Contact)>) -> (Lexicon, Vec<(u32, Part)>) {
    let mut roles: Vec<(u32, Role)> = Vec::new();
    let (words, ids) = numbered(records.flat_map(|(rank, contact)| {
        let parts = names::parts(contact);
        roles.extend(parts.iter().map(|(_, role)| (rank, *role)));
        parts.into_iter().map(|(word, _)| word)
    }));
    let part = |((rank, role), id)| (rank, Part::new(id, role));
    (Lexicon::of(words), roles.into_iter().zip(ids).map(part).collect())
}

/// Every two words of one name, both ways round. Two spellings of one family name are no pair.
fn pairs_of(lexicon: &Lexicon, parts: &[(u32, Part)]) -> Grouped<(u32, Entry)> {
    let mut pairs = Vec::with_capacity(parts.len() * 2);
    for name in parts.chunk_by(|a, b| a.0 == b.0) {
        for &(contact, part) in name {
            let entry = Entry::new(contact, part.role());
            let mut alone = true;
            for &(_, other) in name {
                if other != part && !(part.role().is_family() && other.role().is_family()) {
                    pairs.push((part.word(), (other.word(), entry)));
                    alone = false;
                }
            }
            if alone {
                pairs.push((part.word(), (NOBODY, entry)));
            }
        }
    }
    Grouped::new(lexicon.vocabulary.len(), pairs)
}

/// For each word the share of its uses as (part of) a family name, in 255ths.
fn family_shares(lexicon: &Lexicon, parts: &[(u32, Part)]) -> Vec<u8> {
    let mut uses = vec![(0_u32, 0_u32); lexicon.vocabulary.len() as usize];
    for (_, part) in parts {
        let (family, all) = &mut uses[part.word() as usize];
        *family += u32::from(part.role().is_family());
        *all += 1;
    }
    uses.into_iter().map(|(family, all)| u8::try_from(family * 255 / all.max(1)).unwrap_or(u8::MAX)).collect()
}

/// The words of names in other scripts, by their consonants; how Chinese is read depends on the person.
fn skeletons_of<'a>(lexicon: &Lexicon, records: impl Iterator<Item = (u32, &'a Contact)>) -> Vec<(u64, u32)> {
    let mut skeletons = Vec::new();
    for (_, contact) in records {
        for text in [&contact.name, &contact.first_name, &contact.last_name].into_iter().flatten() {
            if !romanised::is_foreign(text) || fold::has_ideographs(text) {
                continue;
            }
            let words = text.split(|letter: char| letter.is_whitespace() || letter == '-');
            let words: Vec<&str> = words.filter(|word| romanised::is_foreign(word)).collect();
            let whole = words.concat();
            // "Abdurrahman": an article within a name is said like what follows it.
            let said: String = words.iter().map(|word| skeleton::without_article(word)).collect();
            let each = words.iter().map(|word| (*word, *word));
            for (written, said) in each.chain([(&*whole, &*whole), (&*whole, &*said)]) {
                if let Some(word) = lexicon.vocabulary.find(&fold::joined(written)) {
                    skeletons.extend(consonants(said).into_iter().map(|consonants| (consonants, word)));
                }
            }
        }
    }
    skeletons.sort_unstable();
    skeletons.dedup();
    skeletons
}

/// The consonants of a word as it is written, with and without its article.
fn consonants(written: &str) -> Vec<u64> {
    if skeleton::is_vowelless(written) {
        let bare = Some(skeleton::without_article(written)).filter(|bare| *bare != written);
        return std::iter::once(written).chain(bare).flat_map(skeleton::of_vowelless).collect();
    }
    let folded = fold::joined(&romanised::spoken(written));
    // Where PH is no F: people leave the H of Thai and Indian names out.
    let other = folded.contains("ph").then(|| folded.replace("ph", "p"));
    std::iter::once(folded).chain(other).flat_map(|folded| skeleton::of(&folded)).collect()
}
