//! The queries of a file, and how they are asked.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

use anyhow::{Context, Result};
use callsheet_core::domain::id::ContactId;
use callsheet_core::search::index::Index;
use callsheet_core::search::{Match, Matches, Query, Verdict};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::corpus::Corpus;

/// Results looked at of each query.
pub(crate) const LIMIT: usize = 25;

/// One query with the contacts expected.
#[derive(Deserialize)]
pub(crate) struct Question {
    pub(crate) id: String,
    pub(crate) category: String,
    pub(crate) query: String,
    organization: Option<String>,
    pub(crate) expected: Vec<String>,
    /// The number of expected contacts, if not all are listed.
    expected_truncated: Option<usize>,
    rule: Option<serde_json::Value>,
}

impl Question {
    /// Asks as a handler does: resolves the organization, and searches among the contacts of the possible ones.
    pub(crate) fn ask(&self, index: &Index) -> Matches<ContactId> {
        let query = Query { limit: LIMIT, ..Query::new(&self.query) };
        if self.category.starts_with("prefix") {
            let ranked = index.complete(&query);
            let verdict = if ranked.is_empty() { Verdict::None } else { Verdict::Several };
            return Matches { verdict, ranked, clients: Vec::new() };
        }
        match &self.organization {
            Some(organization) => index.search_within(&query, &index.organizations_meant(organization, LIMIT)),
            None => index.search(&query),
        }
    }

    /// Whether a result is expected.
    pub(crate) fn expects(&self, corpus: &Corpus, found: &Match<ContactId>) -> bool {
        self.expected.iter().any(|id| id == corpus.id(found.id))
            || (self.expected_truncated.is_some() && corpus.follows(self.rule.as_ref(), &self.query, found.id))
    }
}

/// The records of a file with one a line.
pub(crate) fn lines<T: DeserializeOwned>(path: &Path) -> Result<impl Iterator<Item = Result<T>> + use<T>> {
    let file = File::open(path).with_context(|| path.display().to_string())?;
    Ok(BufReader::new(file).lines().map(|line| Ok(serde_json::from_str(&line?)?)))
}
