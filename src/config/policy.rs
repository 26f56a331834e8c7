//! The policy file: what has structure and is not secret, in TOML.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::domain::role::Role;

/// What the file may hold. An unknown key is a fault: a misspelt rule that is silently ignored is worse than none.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Policy {
    /// The account's contact types by name, and the role each stands for.
    #[serde(default)]
    pub(super) roles: BTreeMap<String, Role>,
}

/// Reads the file's text; an error names the line and what was expected there. The line itself is left out: the file may
/// be the wrong one, and hold a secret.
pub(super) fn parse(text: &str) -> Result<Policy, String> {
    toml::from_str(text).map_err(|error| {
        let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
        format!("line {}: {}", before.matches('\n').count() + 1, error.message())
    })
}
