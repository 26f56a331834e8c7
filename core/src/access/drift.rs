//! What rules by name cover differently after organizations were renamed.
//!
//! A rule by name follows the name: a client that is renamed in IT Glue silently leaves the rule, and another client that
//! takes the name comes under it. A rule by id is safe from both.

use std::collections::BTreeSet;

use crate::access::Access;
use crate::access::scope::Pattern;
use crate::domain::id::OrganizationId;
use crate::domain::organization::Names;

/// The organizations that some patterns no longer cover, or newly cover.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drift {
    pub lost: BTreeSet<OrganizationId>,
    pub gained: BTreeSet<OrganizationId>,
}

impl Drift {
    /// Compares what patterns cover by the names `before` and `after`. What is new or gone was not renamed.
    fn of(patterns: &[Pattern], before: &Names, after: &Names) -> Self {
        let mut drift = Self::default();
        for (&id, names) in after {
            let Some(earlier) = before.get(&id).filter(|earlier| *earlier != names) else { continue };
            let mean = |names: &[Box<str>]| patterns.iter().any(|pattern| pattern.means(id, names));
            match (mean(earlier), mean(names)) {
                (true, false) => drift.lost.insert(id),
                (false, true) => drift.gained.insert(id),
                _ => continue,
            };
        }
        drift
    }
}

impl Access {
    /// The organizations whose redaction changed with their names.
    pub fn redaction_drift(&self, before: &Names, after: &Names) -> Drift {
        Drift::of(&self.redacted, before, after)
    }

    /// The organizations whose exception from any rule changed with their names.
    pub fn exception_drift(&self, before: &Names, after: &Names) -> Drift {
        let mut all = Drift::default();
        for grant in self.grants.iter() {
            let Drift { lost, gained } = Drift::of(&grant.organizations.except, before, after);
            all.lost.extend(lost);
            all.gained.extend(gained);
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(all: &[(u64, &[&str])]) -> Names {
        let of = |names: &[&str]| names.iter().map(|name| Box::from(*name)).collect();
        all.iter().map(|(id, names)| (OrganizationId(*id), of(names))).collect()
    }

    #[test]
    fn only_what_a_new_name_changed_is_told() {
        let patterns = [Pattern::named("quiet*"), Pattern::Id(OrganizationId(6))];
        let before = names(&[
            (1, &["quiet clinic"]),
            (2, &["acme"]),
            (3, &["globex", "quiet works"]),
            (4, &["quiet one"]),
            (5, &["quiet gone"]),
            (6, &["hooli"]),
        ]);
        let after = names(&[
            (1, &["loud clinic"]),
            (2, &["quiet acme"]),
            (3, &["globex"]),
            (4, &["quiet two"]),
            (6, &["holi"]),
            (7, &["quiet new"]),
        ]);
        let ids = |ids: &BTreeSet<OrganizationId>| ids.iter().map(|id| id.0).collect::<Vec<_>>();
        let drift = Drift::of(&patterns, &before, &after);
        assert_eq!((ids(&drift.lost), ids(&drift.gained)), (vec![1, 3], vec![2]));
        assert_eq!(Drift::of(&patterns, &after, &after), Drift::default());
    }
}
