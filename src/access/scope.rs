//! Which organizations a rule is about.

use crate::domain::id::OrganizationId;

/// Which organizations a rule is about: all, or those listed, but never those excepted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// Those listed; `None` means all, those without a name and contacts without an organization included.
    pub only: Option<Vec<Pattern>>,
    /// Never these.
    pub except: Vec<Pattern>,
}

/// An organization, or several, as the policy file names them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pattern {
    /// By IT Glue's id.
    Id(OrganizationId),
    /// By name, whatever its case and spacing; an asterisk stands for anything.
    Name(Box<str>),
}

impl Pattern {
    /// Organizations whose name is this, an asterisk standing for anything.
    #[must_use]
    pub fn named(name: &str) -> Self {
        Self::Name(fold(name).into())
    }

    /// Whether an organization is meant.
    #[must_use]
    pub fn is(&self, id: OrganizationId, name: &str) -> bool {
        match self {
            Self::Id(meant) => *meant == id,
            Self::Name(pattern) => fits(pattern, &fold(name)),
        }
    }
}

impl Scope {
    /// Whether an organization is within; `None` stands for a contact without one.
    #[must_use]
    pub fn holds(&self, organization: Option<(OrganizationId, &str)>) -> bool {
        let Some((id, name)) = organization else { return self.only.is_none() };
        let is_any = |patterns: &[Pattern]| patterns.iter().any(|pattern| pattern.is(id, name));
        self.only.as_deref().is_none_or(is_any) && !is_any(&self.except)
    }
}

pub(super) fn fits(pattern: &str, name: &str) -> bool {
    let Some((head, rest)) = pattern.split_once('*') else { return pattern == name };
    let Some(mut left) = name.strip_prefix(head) else { return false };
    let mut parts: Vec<&str> = rest.split('*').collect();
    let tail = parts.pop().unwrap_or_default();
    for part in parts {
        // The first place will do: what comes later leaves less for the parts behind it.
        let Some((_, behind)) = left.split_once(part) else { return false };
        left = behind;
    }
    left.ends_with(tail)
}

/// A name as it is compared: neither case nor spacing matters.
pub(crate) fn fold(name: &str) -> String {
    name.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ")
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
            assert_eq!(Pattern::named(pattern).is(OrganizationId(1), name), expected, "{pattern} {name}");
        }
    }

    #[test]
    fn an_exception_wins_and_no_organization_is_within_all_only() {
        let acme = Some((OrganizationId(1), "Acme"));
        let scope = |only: Option<&str>, except: &[&str]| Scope {
            only: only.map(|name| vec![Pattern::named(name)]),
            except: except.iter().map(|name| Pattern::named(name)).collect(),
        };
        assert!(scope(None, &[]).holds(acme) && scope(None, &[]).holds(None));
        assert!(scope(Some("acme"), &[]).holds(acme) && !scope(Some("acme"), &[]).holds(None));
        assert!(!scope(Some("a*"), &["acme"]).holds(acme) && !scope(None, &["acme"]).holds(acme));
        assert!(scope(None, &["acme"]).holds(None));
    }
}
