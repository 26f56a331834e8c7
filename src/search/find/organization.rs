//! A name and an organization in one text: "jane acme", "acme jane d".

use crate::domain::id::OrganizationId;
use crate::search::Reason;
use crate::search::ablation;
use crate::search::candidates::Scope;
use crate::search::find::{Found, Search};
use crate::search::fold;
use crate::search::organizations;
use crate::search::probe::Probe;

/// Members of the organization that are scored one by one.
const MOST_MEMBERS: usize = 2000;

/// Organizations tried for the same words.
const MOST_ORGANIZATIONS: usize = 6;

/// An organization this well named may be meant.
const NAMED: f32 = 0.82;

/// The fewest letters that name an organization.
const SHORTEST: usize = 2;

/// Words of the text that are a person's name.
const MOST_NAMES: usize = 3;

/// An organization's name in the text explains its words; only breaks ties with a name alone.
const WITH_ORGANIZATION: f32 = 0.01;

/// How much an organization named in part or misspelled costs: one word of its name may be anybody's.
const NAMED_VAGUELY: f32 = 1.5;

/// What a name lacks counts less among the people of one organization.
const WITHIN: f32 = 0.6;

/// The score under which somebody whose name is misspelled is not worth showing beside others.
const LEAST: f32 = 0.7;

impl Search<'_> {
    /// Some of the words as the name of an organization, at the beginning or at the end.
    pub(super) fn with_organization(&self, words: &[String], widen: bool) -> Vec<Found> {
        let mut found = Vec::new();
        if !ablation::is_on(ablation::Part::Organizations) {
            return found;
        }
        let words = &words[..words.len().min(fold::MOST_WORDS)];
        for split in 1..words.len() {
            let (left, right) = words.split_at(split);
            // Only the last word can be unfinished.
            found.extend(self.of_organization(left, right, [false, self.unfinished], widen));
            found.extend(self.of_organization(right, left, [self.unfinished, false], widen));
        }
        found
    }

    fn of_organization(
        &self,
        name: &[String],
        organization: &[String],
        unfinished: [bool; 2],
        widen: bool,
    ) -> Vec<Found> {
        let mut found = Vec::new();
        let name: Vec<String> = name.iter().filter(|word| !organizations::is_filler(word)).cloned().collect();
        let letters: usize = organization.iter().map(String::len).sum();
        if name.is_empty() || name.len() > MOST_NAMES || letters < SHORTEST {
            return found;
        }
        let named = |widen: bool| -> Vec<_> {
            let matching = self.organizations.matching(organization, unfinished[1], widen).into_iter();
            matching.take(MOST_ORGANIZATIONS).filter(|named| named.score >= NAMED).collect()
        };
        let mut named_here = named(false);
        if named_here.is_empty() && widen {
            named_here = named(true);
        }
        if named_here.is_empty() {
            return found;
        }
        for (number, part) in self.parts.iter().enumerate() {
            let mut probe = part.probe(&name, unfinished[0]);
            probe.by_use = true;
            if widen {
                self.widen(part, &mut probe);
            }
            for named in &named_here {
                found.extend(self.within(number, &probe, named.id).into_iter().map(|mut one| {
                    // Half a name of few people says as much as a whole one of many.
                    let name = 1.0 - WITHIN * (1.0 - one.score);
                    one.score = name - WITH_ORGANIZATION - NAMED_VAGUELY * (1.0 - named.score);
                    one.literal &= named.reasons.is_empty();
                    one.reasons.extend(named.reasons.iter().cloned());
                    one
                }));
            }
        }
        found
    }

    fn within(&self, part: usize, probe: &Probe<'_>, organization: OrganizationId) -> Vec<Found> {
        let (people, scope) = (self.parts[part].people, &self.parts[part].scope);
        let Some(row) = people.organization_row(organization) else { return Vec::new() };
        let members = people.members_of(organization);
        let inside = |contact: u32| people.organization_of(contact) == row && (scope.admit)(contact);
        let scope = Scope {
            admit: &inside,
            members: (members.len() <= MOST_MEMBERS).then_some(members),
            preferred: scope.preferred,
            recent: scope.recent,
            favoured: scope.favoured,
        };
        let mut found = self.by_name(part, probe, &scope, &[]);
        let is_misspelled = |found: &Found| found.reasons.iter().any(|reason| matches!(reason, Reason::Typo { .. }));
        found.retain(|found| found.score >= LEAST || !is_misspelled(found));
        found
    }
}
