//! The organizations that a rule covers.

use crate::domain::id::OrganizationId;
use crate::domain::spelling::fold;

/// The organizations that a rule covers: all, or those listed, but never those excepted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// `None` means all, and contacts without an organization too.
    pub only: Option<Vec<Pattern>>,
    pub except: Vec<Pattern>,
}

/// One or several organizations, as the policy file names them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pattern {
    Id(OrganizationId),
    /// By name as [`fold`] compares it; an asterisk stands for anything.
    Name(Box<str>),
}

/// The contacts that a rule is asked about, by their organization.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About<'a> {
    NoOrganization,
    /// The organization has a name but no id, so it could be any.
    Unidentified,
    /// The organization's id and every name known for it, folded: its contacts may carry others than its record.
    Organization(OrganizationId, &'a [Box<str>]),
}

impl Pattern {
    /// A pattern for organizations of this name, in which an asterisk stands for anything.
    pub fn named(name: &str) -> Self {
        Self::Name(fold(name).into())
    }

    /// Whether the pattern covers an organization by this id or this folded name.
    fn fits(&self, id: OrganizationId, name: &str) -> bool {
        self.is_id(id) || self.is_name(name)
    }

    fn is_id(&self, id: OrganizationId) -> bool {
        matches!(self, Self::Id(meant) if *meant == id)
    }

    fn is_name(&self, name: &str) -> bool {
        matches!(self, Self::Name(pattern) if fits(pattern, name))
    }

    /// Whether the pattern covers an organization by its id or any of its names.
    pub fn means(&self, id: OrganizationId, names: &[Box<str>]) -> bool {
        self.is_id(id) || names.iter().any(|name| self.is_name(name))
    }
}

impl Scope {
    /// Whether the scope covers these contacts.
    ///
    /// Any of an organization's names can except it, but only all of them list it: a rule written for one name opens no
    /// organization that has another name too. Without a name or an id, no exception can be checked, so the scope does
    /// not cover it.
    pub fn holds(&self, about: About<'_>) -> bool {
        match about {
            About::NoOrganization => self.only.is_none(),
            About::Unidentified => self.only.is_none() && self.except.is_empty(),
            About::Organization(_, []) => false,
            About::Organization(id, names) => {
                let lists = |patterns: &Vec<Pattern>| {
                    names.iter().all(|name| patterns.iter().any(|pattern| pattern.fits(id, name)))
                };
                self.only.as_ref().is_none_or(lists) && !self.except.iter().any(|pattern| pattern.means(id, names))
            }
        }
    }
}

/// Whether these patterns, which keep something back, cover the contacts. In doubt they do.
pub fn keep_back(patterns: &[Pattern], about: About<'_>) -> bool {
    match about {
        About::NoOrganization => false,
        About::Unidentified => !patterns.is_empty(),
        About::Organization(_, []) => true,
        About::Organization(id, names) => patterns.iter().any(|pattern| pattern.means(id, names)),
    }
}

pub(super) fn fits(pattern: &str, name: &str) -> bool {
    let Some((head, rest)) = pattern.split_once('*') else { return pattern == name };
    let Some(mut left) = name.strip_prefix(head) else { return false };
    let mut parts: Vec<&str> = rest.split('*').collect();
    let tail = parts.pop().unwrap_or_default();
    for part in parts {
        // The first match will do: a later one leaves less text for the parts after it.
        let Some((_, behind)) = left.split_once(part) else { return false };
        left = behind;
    }
    left.ends_with(tail)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_asterisk_stands_for_anything() {
        for (pattern, name, expected) in [
            ("Acme Corporation", "acme  CORPORATION", true),
            ("Acme", "Acme Corporation", false),
            ("Acme*", "Acme Corporation", true),
            ("Acme*", "Acme", true),
            ("*Clinic", "Sunset Valley Clinic", true),
            ("*Clinic", "Clinic of Sunset Valley", false),
            ("*dental*", "Granite Peak Dental", true),
            ("a*b*c", "a b b c", true),
            ("a*b*c", "a c b", false),
            ("a*a", "a", false),
            ("*", "", true),
            ("**", "anything", true),
            ("Zoë*", "ZOË'S BAKERY", true),
        ] {
            let means = Pattern::named(pattern).means(OrganizationId(1), &[fold(name).into()]);
            assert_eq!(means, expected, "{pattern} {name}");
        }
    }

    const ID: OrganizationId = OrganizationId(1);

    fn patterns(names: &[&str]) -> Vec<Pattern> {
        names
            .iter()
            .map(|name| name.parse().map_or_else(|_| Pattern::named(name), |id| Pattern::Id(OrganizationId(id))))
            .collect()
    }

    /// Whether a scope with these patterns covers the contacts.
    fn holds(only: Option<&[&str]>, except: &[&str], about: About<'_>) -> bool {
        Scope { only: only.map(patterns), except: patterns(except) }.holds(about)
    }

    #[test]
    fn a_client_is_listed_by_all_and_excepted_by_any_of_its_names() {
        for (only, except, names, expected) in [
            (None, &[][..], &["Acme"][..], true),
            (None, &["acme"], &["Acme"], false),
            (None, &["acme"], &["Acme", "Acme Holding"], false),
            (None, &["1"], &["Acme"], false),
            (Some(&["a*"][..]), &["acme"], &["Acme"], false),
            (Some(&["acme"]), &[], &["Acme"], true),
            (Some(&["acme"]), &[], &["Acme", "Globex"], false),
            (Some(&["acme", "globex"]), &[], &["Acme", "Globex"], true),
            (Some(&["acme", "globex"]), &["globex"], &["Acme", "Globex"], false),
            (Some(&["1"]), &[], &["Acme", "Globex"], true),
            (Some(&["2", "acme"]), &[], &["Acme", "Globex"], false),
            (Some(&[]), &[], &["Acme"], false),
            // Without a name no exception can be checked.
            (None, &[], &[], false),
            (Some(&["1", "*"]), &[], &[], false),
        ] {
            let names: Vec<Box<str>> = names.iter().map(|name| fold(name).into()).collect();
            let holds = holds(only, except, About::Organization(ID, &names));
            assert_eq!(holds, expected, "{only:?} but {except:?}: {names:?}");
        }
    }

    #[test]
    fn an_unknown_client_is_seen_only_where_nothing_is_excepted() {
        assert!(holds(None, &[], About::NoOrganization) && holds(None, &["acme"], About::NoOrganization));
        assert!(!holds(Some(&["*"]), &[], About::NoOrganization));
        assert!(holds(None, &[], About::Unidentified));
        assert!(!holds(None, &["acme"], About::Unidentified) && !holds(None, &["7"], About::Unidentified));
        assert!(!holds(Some(&["*"]), &[], About::Unidentified));
    }

    #[test]
    fn an_exception_applies_by_any_name_and_without_one() {
        let names = ["acme".into(), "globex".into()];
        let keeps = |given: &[&str], about| keep_back(&patterns(given), about);
        assert!(keeps(&["Globex"], About::Organization(ID, &names)) && keeps(&["1"], About::Organization(ID, &names)));
        assert!(!keeps(&["Glob", "2"], About::Organization(ID, &names)));
        assert!(keeps(&[], About::Organization(ID, &[])) && keeps(&["7"], About::Unidentified));
        assert!(!keeps(&[], About::Unidentified) && !keeps(&["*"], About::NoOrganization));
    }
}
