//! The index keeps contacts so that any spelling of a name leads to them in microseconds.
//!
//! A contact is a *rank*: its place among all, important contacts first, then by name. Equals are shown by rank, so
//! they need no sorting. One sorted vocabulary holds the words of all names, folded to lower-case ASCII; a word is its
//! number there, and a beginning is a range of numbers, found by two binary searches. Everything else is flat arrays of
//! such numbers:
//!
//! | array | what it answers | bytes a contact, of 100,000 |
//! |---|---|---|
//! | pairs: word → (other word, rank) | who is called both, whichever comes first; who has a word and another that begins so | 25 |
//! | deletions: hash → word | which words are a letter or two away, verified by `strsim` | 58 |
//! | numbers: reversed digits → rank | whose number ends so | 16 |
//! | addresses: local part, domain → rank | whose address is, begins or nearly is so | 28 |
//! | parts: rank → (word, role) | all of a name, to score it | 13 |
//! | names, ids, organizations | the order, and back to the records | 39 |
//! | vocabulary, sounds, scripts | the words; which sound alike; other scripts | 11 |
//!
//! Because a pair is filed under each of its words, "john smith" costs one binary search in the shorter of two rows,
//! not the intersection of all Johns with all Smiths, and swapped order costs nothing.
//!
//! A search first reads the words literally: as they are, as nicknames, initials and beginnings, as a login, as an
//! address, with words of an organization. Only if that settles nothing it adds misspelled words and words that sound
//! alike, tries the pairs of likely words best first within a budget of lookups, and scores every contact found by its
//! whole name (`score`). Within a given organization of ordinary size it scores all contacts instead. So the time
//! depends on how many words are near the typed ones, and hardly on how many contacts there are.
//!
//! A built index never changes. A second, small index takes in the changed contacts, with a list of ranks that are out
//! of date; each step of a search looks into both before the next one.

mod clients;
mod mentioned;

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use crate::domain::contact::Contact;
use crate::domain::id::{ContactId, OrganizationId};
use crate::domain::organization::{Location, Organization};
use crate::search::decide;
use crate::search::find::{Part, Search};
use crate::search::mentions::Mentions;
use crate::search::nicknames;
use crate::search::organizations::{self, Organizations};
use crate::search::people::People;
use crate::search::places::{self, Places};
use crate::search::{Match, Matches, Query, Verdict};

/// Everything needed to find contacts and organizations. Never changes once built; cheap to clone.
#[derive(Clone, Default)]
pub struct Index {
    base: Arc<People>,
    /// Ranks in `base` of contacts that are gone or in `overlay`, sorted.
    gone: Arc<[u32]>,
    /// Contacts that changed since `base` was built.
    changed: Arc<BTreeMap<ContactId, Contact>>,
    overlay: Arc<People>,
    organizations: Arc<Organizations>,
    mentions: Arc<Mentions>,
    places: Arc<Places>,
    /// Names of organizations that have no record of their own, as contacts carry them.
    carried: Arc<BTreeMap<OrganizationId, Box<str>>>,
}

/// The share of contacts (one in so many) that may have changed before the overlay costs more than a new index.
const OVERLAY_SHARE: usize = 50;

/// Organizations searched one by one: among more, one search of all contacts costs less.
const ONE_BY_ONE: usize = 8;

/// An organization whose name matches this well may be meant.
const NAMED: f32 = 0.72;

/// A name this good needs no other spelling.
const WELL_NAMED: f32 = 0.9;

/// Organizations whose scores differ by less are equally meant.
const NO_WORSE: f32 = 0.02;

/// Letters of a text that are looked at: more than any name, address or number has.
const LONGEST_TEXT: usize = 120;

impl Index {
    pub fn build<'a>(
        contacts: impl Iterator<Item = &'a Contact>,
        organizations: impl Iterator<Item = &'a Organization>,
        locations: impl Iterator<Item = &'a Location>,
    ) -> Self {
        // The tables of nicknames are read when first needed; read them now, so that no caller waits for it.
        nicknames::read();
        let contacts: Vec<&Contact> = contacts.collect();
        let carried: BTreeMap<_, _> = contacts.iter().filter_map(|contact| carried(contact)).collect();
        let (organizations, mentions) = organizations_of(organizations, &carried);
        let base = Arc::new(People::of(contacts.into_iter()));
        let places = Arc::new(places::of(locations));
        Self { base, organizations, mentions, places, carried: Arc::new(carried), ..Self::default() }
    }

    /// The index after some contacts changed or were added and others removed; `organizations` and `locations` are all there are now.
    ///
    /// Costs in proportion to the changes since the last [`Index::build`], not to the whole; answers are those of an index built
    /// anew, except that how often a word is a family name is not counted again.
    #[must_use]
    pub fn with_changes<'a>(
        &self,
        changed: impl Iterator<Item = &'a Contact>,
        removed: impl Iterator<Item = ContactId>,
        organizations: impl Iterator<Item = &'a Organization>,
        locations: impl Iterator<Item = &'a Location>,
    ) -> Self {
        let mut all = BTreeMap::clone(&self.changed);
        let mut gone = self.gone.to_vec();
        let mut carried_names = BTreeMap::clone(&self.carried);
        for id in removed {
            all.remove(&id);
            gone.extend(self.base.rank(id));
        }
        for contact in changed {
            gone.extend(self.base.rank(contact.id));
            carried_names.extend(carried(contact));
            all.insert(contact.id, contact.clone());
        }
        gone.sort_unstable();
        gone.dedup();
        let mut overlay = People::of(all.values());
        overlay.adopt_uses(&self.base);
        let (organizations, mentions) = organizations_of(organizations, &carried_names);
        Self {
            base: Arc::clone(&self.base),
            gone: gone.into(),
            changed: Arc::new(all),
            overlay: Arc::new(overlay),
            organizations,
            mentions,
            places: Arc::new(places::of(locations)),
            carried: Arc::new(carried_names),
        }
    }

    /// Whether so many more changes are few enough for [`Index::with_changes`], before another build pays.
    pub fn can_take(&self, changes: usize) -> bool {
        (self.gone.len() + self.changed.len() + changes) * OVERLAY_SHARE <= self.base.ids.len()
    }

    /// Answers a finished question.
    pub fn search(&self, query: &Query<'_>) -> Matches<ContactId> {
        let (matches, among) = self.ranked(query, false);
        decide::judged(matches, among)
    }

    /// Answers a finished question about the contacts of several organizations that a typed name may mean, best first.
    pub fn search_within(&self, query: &Query<'_>, organizations: &[OrganizationId]) -> Matches<ContactId> {
        if organizations.len() > ONE_BY_ONE {
            let is_within = |id| self.organization_of(id).is_some_and(|one| organizations.contains(&one));
            let admit = |id| (query.admit)(id) && is_within(id);
            return self.search(&Query { organization: None, admit: &admit, ..*query });
        }
        let mut all = Matches { verdict: Verdict::None, ranked: Vec::new(), clients: Vec::new() };
        let mut among = 0;
        for &organization in organizations {
            let (matches, members) = self.ranked(&Query { organization: Some(organization), ..*query }, false);
            all.ranked.extend(matches.ranked);
            among += members;
        }
        // The sort is stable: of equals, contacts of the better organization come first.
        all.ranked.sort_by(|a, b| b.score.total_cmp(&a.score));
        all.ranked.truncate(query.limit);
        decide::judged(all, among)
    }

    fn organization_of(&self, id: ContactId) -> Option<OrganizationId> {
        match self.changed.get(&id) {
            Some(contact) => contact.organization,
            None => self.base.organizations.get(self.base.rank(id)?),
        }
    }

    /// Answers a half-typed question: the last word may be incomplete.
    pub fn complete(&self, query: &Query<'_>) -> Vec<Match<ContactId>> {
        self.ranked(query, true).0.ranked
    }

    /// Finds organizations by name, short name, acronym or beginning.
    pub fn organizations(&self, text: &str, limit: usize) -> Matches<OrganizationId> {
        let mut ranked = self.organizations_like(text, true);
        ranked.truncate(limit);
        let matches = Matches { verdict: Verdict::None, ranked, clients: Vec::new() };
        decide::judged(matches, self.organizations.len())
    }

    /// The organizations that a finished name may mean, `limit` at most: the best, and those that are no worse.
    pub fn organizations_meant(&self, text: &str, limit: usize) -> Vec<OrganizationId> {
        let ranked = self.organizations_like(text, false);
        let best = ranked.first().map_or(0.0, |first| first.score);
        let meant = ranked.iter().filter(|found| found.score >= NAMED && found.score > best - NO_WORSE);
        meant.map(|found| found.id).take(limit).collect()
    }

    fn organizations_like(&self, text: &str, unfinished: bool) -> Vec<Match<OrganizationId>> {
        let words = organizations::words(first_letters(text, LONGEST_TEXT));
        let matching = |widen| self.organizations.matching(&words, unfinished, widen);
        let ranked = matching(false);
        if ranked.first().is_some_and(|first| first.score >= WELL_NAMED) {
            return ranked;
        }
        matching(true)
    }

    /// The contacts found, and among how many they were searched.
    fn ranked(&self, query: &Query<'_>, unfinished: bool) -> (Matches<ContactId>, usize) {
        let parts: Vec<Part<'_>> = self.parts().map(|(people, gone)| Part::of(people, gone, query)).collect();
        let (organizations, places) = (&self.organizations, &self.places);
        let search = Search { query, parts: &parts, organizations, places, unfinished };
        let findings = search.find(first_letters(query.text, LONGEST_TEXT));
        let ranked = findings.found.into_iter().filter_map(|found| {
            let score = found.standing().clamp(0.0, 1.0);
            let id = parts[found.part].people.ids.get(found.contact as usize).copied()?;
            Some(Match { id, score, reasons: found.reasons, missing: found.missing, certainty: found.certainty })
        });
        let verdict = if findings.is_client { Verdict::Client } else { Verdict::None };
        let among = parts.iter().map(Part::count).sum();
        (Matches { verdict, ranked: ranked.collect(), clients: findings.clients }, among)
    }

    /// What is searched, each with its contacts that are out of date.
    fn parts(&self) -> impl Iterator<Item = (&People, &[u32])> {
        let overlay = (!self.changed.is_empty()).then_some((&*self.overlay, &[][..]));
        std::iter::once((&*self.base, &*self.gone)).chain(overlay)
    }

    /// In both parts, the contacts that are up to date of those found.
    fn current<'a, I: IntoIterator<Item = u32> + 'a>(
        &'a self,
        find: impl Fn(&'a People) -> I,
    ) -> impl Iterator<Item = (&'a People, u32)> {
        self.parts().flat_map(move |(people, gone)| {
            let found = find(people).into_iter().filter(|contact| gone.binary_search(contact).is_err());
            found.map(move |contact| (people, contact))
        })
    }
}

impl fmt::Debug for Index {
    /// Shows no names.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Index")
            .field("contacts", &self.base.ids.len())
            .field("changed", &self.changed.len())
            .finish_non_exhaustive()
    }
}

/// The organization's name on a contact.
fn carried(contact: &Contact) -> Option<(OrganizationId, Box<str>)> {
    Some((contact.organization?, contact.organization_name.clone()?))
}

/// Builds from organizations with a record, and from those that only contacts name.
fn organizations_of<'a>(
    organizations: impl Iterator<Item = &'a Organization>,
    carried: &BTreeMap<OrganizationId, Box<str>>,
) -> (Arc<Organizations>, Arc<Mentions>) {
    let records: BTreeMap<OrganizationId, &Organization> = organizations.map(|record| (record.id, record)).collect();
    let own = records.values().flat_map(|record| {
        let names = [Some(&*record.name), record.short_name.as_deref()];
        names.into_iter().flatten().map(|name| (record.id, name))
    });
    let others = carried.iter().filter(|(id, _)| !records.contains_key(id)).map(|(&id, name)| (id, &**name));
    let mentions = Mentions::of(records.values().copied(), others.clone());
    (Arc::new(Organizations::of(own.chain(others))), Arc::new(mentions))
}

fn first_letters(text: &str, count: usize) -> &str {
    text.char_indices().nth(count).map_or(text, |(at, _)| text.split_at(at).0)
}
