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
mod tests;
