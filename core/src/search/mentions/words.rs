//! Words and addresses that mean something of their own in an alert.

use crate::search::lists::WORDS;
use crate::search::organizations;

/// Addresses in a text that are looked at; an alert names a few hosts.
const MOST_DOMAINS: usize = 40;

/// The words that a name has to be recognised by: without "the", "and" and the legal form at its end.
pub(super) fn core(name: &str) -> Vec<String> {
    let mut words = organizations::words(name);
    words.retain(|word| word != "and");
    if words.len() > 1 && words[0] == "the" {
        words.remove(0);
    }
    while words.len() > 1 && words.last().is_some_and(|word| WORDS.legal.has(word)) {
        words.pop();
    }
    words
}

/// Whether organizations of this type are named in alerts about others.
pub(super) fn is_aside(organization_type: &str) -> bool {
    organizations::words(organization_type).iter().any(|word| WORDS.asides.has(word.trim_end_matches('s')))
}

/// The domains in a text, of hosts and e-mail addresses, in lower case; each followed by the domains it is part of.
pub(crate) fn domains(text: &str) -> impl Iterator<Item = Vec<String>> {
    let is_of_domain = |char: char| char.is_alphanumeric() || matches!(char, '.' | '-' | '_');
    let runs = text.split(move |char| !is_of_domain(char)).map(|run| run.trim_matches(['.', '-', '_']));
    runs.filter(|run| run.contains('.')).take(MOST_DOMAINS).map(|run| {
        let run = run.to_lowercase();
        let dots: Vec<usize> = run.match_indices('.').map(|(at, _)| at + 1).collect();
        // The last part alone belongs to no organization.
        let starts = std::iter::once(0).chain(dots.iter().copied().take(dots.len().saturating_sub(1)));
        starts.map(|start| run.split_at(start).1.to_owned()).collect()
    })
}
