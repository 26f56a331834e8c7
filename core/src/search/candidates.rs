//! Gathers the contacts whose names are worth scoring.

use std::ops::Range;

use crate::search::find::Part;
use crate::search::people::Entry;
use crate::search::probe::{Hit, Probe};

/// Contacts taken for one pair of words, or for one word: more than are ever shown, and few enough to be fast.
const MOST_OF_PAIR: usize = 64;
pub(crate) const MOST_OF_WORD: usize = 160;

/// If one word finds this many contacts, words less like it need not be looked up.
const ENOUGH: usize = 1024;

/// How many times more contacts are chosen than wanted, before checking which are admitted.
const FEW_OF_MANY: usize = 2;

/// Names read for one beginning, before going through the contacts in order is cheaper.
const MOST_READ: usize = 131_072;

/// Pairs of words looked up for one reading of the text, at a tenth of a microsecond each; few texts have more.
const MOST_LOOKUPS: usize = 8_192;

/// Pairs of words at least as alike as the first value are looked up first, then as the next; no others are.
const BANDS: [f32; 3] = [0.90, 0.80, 0.70];

/// Contacts found by two typed words, and by any two, after which less alike pairs are not looked up.
const ENOUGH_OF_UNITS: usize = 512;
const ENOUGH_OF_PAIRS: usize = 256;

/// A contact with only one word of the name is shown as near if that word is this much like the typed one.
const LEAST_OF_NEAREST: f32 = 0.8;

/// Contacts with something of what was typed in their names, sorted, each once.
pub(crate) fn gather(part: &Part<'_>, probe: &Probe<'_>) -> Vec<u32> {
    if let Some(members) = part.members {
        return members.iter().copied().filter(|&contact| part.admits(contact)).collect();
    }
    let mut gathering = Gathering { part, found: Vec::new(), cut: false, budget: MOST_LOOKUPS };
    let meanings = meanings(probe);
    let full = probe.full_mask();
    for (one, unit) in probe.units.iter().enumerate() {
        if unit.mask == full {
            for (words, _) in &meanings[one] {
                if gathering.found.len() < ENOUGH {
                    gathering.of_words(words.clone());
                }
            }
        }
    }
    let alone = gathering.found.len();
    let mut above = f32::INFINITY;
    for least in BANDS {
        if gathering.found.len() - alone >= ENOUGH_OF_PAIRS {
            gathering.cut = true;
            break;
        }
        for (one, unit) in probe.units.iter().enumerate() {
            for (other, second) in probe.units.iter().enumerate().skip(one + 1) {
                if unit.mask & second.mask == 0 {
                    gathering.of_pair(&meanings[one], &meanings[other], least..above);
                }
            }
        }
        above = least;
    }
    if gathering.cut {
        gathering.found.extend(part.favoured.iter().copied().filter(|&contact| part.admits(contact)));
    }
    gathering.finish()
}

/// Contacts with one of the typed words in their names: the nearest to show when no contact is found.
pub(crate) fn gather_nearest(part: &Part<'_>, probe: &Probe<'_>) -> Vec<u32> {
    let mut gathering = Gathering { part, found: Vec::new(), cut: false, budget: MOST_LOOKUPS };
    let single = |hit: &&Hit| probe.units[hit.unit].mask.is_power_of_two();
    for hit in probe.hits.iter().filter(single).filter(|hit| hit.likeness > LEAST_OF_NEAREST) {
        gathering.of_words(hit.word..hit.word + 1);
    }
    gathering.finish()
}

/// For each unit, the words it may mean, as ranges, best first.
fn meanings(probe: &Probe<'_>) -> Vec<Vec<(Range<u32>, f32)>> {
    let mut meanings: Vec<Vec<(Range<u32>, f32)>> = vec![Vec::new(); probe.units.len()];
    for hit in &probe.hits {
        meanings[hit.unit].push((hit.word..hit.word + 1, hit.likeness));
    }
    for span in &probe.spans {
        // A range stands for its best member.
        meanings[span.unit].push((span.words.clone(), 0.9));
    }
    for words in &mut meanings {
        words.sort_by(|a, b| b.1.total_cmp(&a.1));
    }
    meanings
}

struct Gathering<'a> {
    part: &'a Part<'a>,
    found: Vec<u32>,
    cut: bool,
    budget: usize,
}

impl Gathering<'_> {
    /// Looks up the pairs of two words whose combined likeness is in the band.
    fn of_pair(&mut self, one: &[(Range<u32>, f32)], other: &[(Range<u32>, f32)], band: Range<f32>) {
        let enough = self.found.len() + ENOUGH_OF_UNITS;
        for (a, first) in one {
            for (b, second) in other {
                // The bound of `score`, whichever of the two is the given name.
                let (low, high) = (first.min(*second), first.max(*second));
                let alike = 0.44 * low + 0.56 * high - 1.2 * (1.0 - low) * (1.0 - high);
                if alike < band.start {
                    break;
                }
                if alike >= band.end {
                    continue;
                }
                if self.found.len() >= enough {
                    self.cut = true;
                    return;
                }
                let (few, many) = if a.len() <= b.len() { (a, b) } else { (b, a) };
                let Some(left) = self.budget.checked_sub(few.len()) else { return };
                self.budget = left;
                let people = self.part.people;
                if few.len() == 1 && many.len() == 1 {
                    let turned = people.pairs.row(few.start).len() > people.pairs.row(many.start).len();
                    let (few, many) = if turned { (many, few) } else { (few, many) };
                    self.take(people.names_with_both(few.start, many.clone()), MOST_OF_PAIR);
                } else if few.len() == 1 {
                    self.take(people.names_with_both(few.start, many.clone()), MOST_OF_WORD);
                } else {
                    let both = few.clone().flat_map(|word| people.names_with_both(word, many.clone()));
                    let names: Vec<(u32, Entry)> = both.copied().collect();
                    self.take(&names, MOST_OF_WORD);
                }
            }
        }
    }

    fn of_words(&mut self, words: Range<u32>) {
        let names = self.part.people.pairs.rows(words.clone());
        if names.len() > MOST_READ {
            self.in_order(&words);
        } else {
            self.take(names, MOST_OF_WORD);
        }
    }

    /// Takes the best of some names: by the word's role, then by rank.
    fn take(&mut self, names: &[(u32, Entry)], most: usize) {
        if names.len() <= most {
            self.found.extend(names.iter().map(|name| name.1.contact()).filter(|&contact| self.part.admits(contact)));
            return;
        }
        self.cut = true;
        let mut entries: Vec<Entry> = names.iter().map(|name| name.1).collect();
        // Checking which are admitted costs more than choosing, and the first few usually are.
        let first = FEW_OF_MANY * most;
        let mut admitted = Vec::new();
        if entries.len() > first {
            entries.select_nth_unstable(first);
            admitted = self.admitted(&entries[..first]);
        }
        if admitted.len() < most {
            admitted = self.admitted(&entries);
        }
        if admitted.len() > most {
            admitted.select_nth_unstable(most);
            admitted.truncate(most);
        }
        self.found.extend(admitted.into_iter().map(Entry::contact));
    }

    fn admitted(&self, entries: &[Entry]) -> Vec<Entry> {
        entries.iter().copied().filter(|entry| self.part.admits(entry.contact())).collect()
    }

    /// Takes the first contacts in rank order that have one of the words: if many have, this ends soon.
    fn in_order(&mut self, words: &Range<u32>) {
        self.cut = true;
        let people = self.part.people;
        let fits = |contact: u32| people.parts.row(contact).iter().any(|part| words.contains(&part.word()));
        let contacts = (0..people.len()).filter(|&contact| fits(contact) && self.part.admits(contact));
        self.found.extend(contacts.take(MOST_OF_WORD));
    }

    fn finish(mut self) -> Vec<u32> {
        self.found.sort_unstable();
        self.found.dedup();
        self.found
    }
}
