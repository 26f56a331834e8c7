//! Other engines over the same names, each as it is meant to be used. Every function says how many results it has.

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use tantivy::collector::TopDocs;
use tantivy::query::{BooleanQuery, FuzzyTermQuery, Query};
use tantivy::schema::{Field, Schema, TEXT};
use tantivy::{Index, Searcher, TantivyDocument, Term};

/// How many results each engine gives.
const LIMIT: usize = 25;

/// Memory for the writer of the full-text index: the least it takes.
const WRITER_BYTES: usize = 15_000_000;

/// A full-text index in memory.
pub(crate) struct Tantivy {
    searcher: Option<Searcher>,
    name: Field,
}

impl Tantivy {
    /// Of all names.
    pub(crate) fn of(names: &[String]) -> Self {
        let mut schema = Schema::builder();
        let name = schema.add_text_field("name", TEXT);
        let index = Index::create_in_ram(schema.build());
        let build = || -> tantivy::Result<Searcher> {
            let mut writer = index.writer_with_num_threads(1, WRITER_BYTES)?;
            for text in names {
                let mut document = TantivyDocument::default();
                document.add_text(name, text);
                writer.add_document(document)?;
            }
            writer.commit()?;
            Ok(index.reader()?.searcher())
        };
        Self { searcher: build().ok(), name }
    }

    /// Each word with up to one edit, two in longer ones; a transposition is one.
    pub(crate) fn search(&self, text: &str) -> usize {
        let words = text.split_whitespace().map(|word| -> Box<dyn Query> {
            let edits = if word.len() > 5 { 2 } else { 1 };
            Box::new(FuzzyTermQuery::new(Term::from_field_text(self.name, word), edits, true))
        });
        let query = BooleanQuery::intersection(words.collect());
        let top = TopDocs::with_limit(LIMIT).order_by_score();
        self.searcher.as_ref().and_then(|searcher| searcher.search(&query, &top).ok()).map_or(0, |found| found.len())
    }
}

/// Smith-Waterman over all names, two typos allowed.
pub(crate) fn frizbee(names: &[String], text: &str) -> usize {
    let config = frizbee::Config { max_typos: Some(2), ..frizbee::Config::default() };
    frizbee::Matcher::new(text, &config).match_list(names).len().min(LIMIT)
}

/// Subsequences, the words in any order.
pub(crate) fn nucleo(names: &[String], text: &str) -> usize {
    let mut matcher = nucleo_matcher::Matcher::new(nucleo_matcher::Config::DEFAULT);
    let pattern = Pattern::parse(text, CaseMatching::Ignore, Normalization::Smart);
    pattern.match_list(names.iter(), &mut matcher).len().min(LIMIT)
}

/// Every name compared, the best kept.
pub(crate) fn scan(names: &[String], score: impl Fn(&str) -> f64) -> usize {
    let mut scored: Vec<(f64, usize)> = names.iter().enumerate().map(|(at, name)| (score(name), at)).collect();
    let most = LIMIT.min(scored.len().saturating_sub(1));
    scored.select_nth_unstable_by(most, |a, b| b.0.total_cmp(&a.0));
    scored.truncate(most);
    scored.sort_unstable_by(|a, b| b.0.total_cmp(&a.0));
    scored.len()
}

/// The smaller the distance, the larger.
pub(crate) fn nearness(text: &str, name: &str) -> f64 {
    -f64::from(u32::try_from(strsim::osa_distance(text, name)).unwrap_or(u32::MAX))
}
