//! Other engines over the same texts, each used as intended.

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use tantivy::collector::TopDocs;
use tantivy::query::{BooleanQuery, FuzzyTermQuery, Query};
use tantivy::schema::{Field, STORED, Schema, TEXT, Value};
use tantivy::{Index, Searcher, TantivyDocument, Term};

/// How many results each engine gives.
const LIMIT: usize = 25;

/// The least memory that the full-text index's writer accepts.
const WRITER_BYTES: usize = 15_000_000;

/// A full-text index in memory.
pub(crate) struct Tantivy {
    searcher: Option<Searcher>,
    text: Field,
    place: Field,
}

impl Tantivy {
    /// An index of all texts.
    pub(crate) fn of(texts: &[String]) -> Self {
        let mut schema = Schema::builder();
        let text = schema.add_text_field("text", TEXT);
        let place = schema.add_u64_field("place", STORED);
        let index = Index::create_in_ram(schema.build());
        let build = || -> tantivy::Result<Searcher> {
            let mut writer = index.writer_with_num_threads(1, WRITER_BYTES)?;
            for (at, written) in (0..).zip(texts) {
                let mut document = TantivyDocument::default();
                document.add_text(text, written);
                document.add_u64(place, at);
                writer.add_document(document)?;
            }
            writer.commit()?;
            Ok(index.reader()?.searcher())
        };
        Self { searcher: build().ok(), text, place }
    }

    /// Finds each word with up to one edit, two in longer words; a transposition is one edit. Returns the texts'
    /// places, best first.
    pub(crate) fn search(&self, typed: &str) -> Vec<usize> {
        let words = typed.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
        let words = words.map(|word| -> Box<dyn Query> {
            let edits = if word.len() > 5 { 2 } else { 1 };
            Box::new(FuzzyTermQuery::new(Term::from_field_text(self.text, word), edits, true))
        });
        let query = BooleanQuery::intersection(words.collect());
        let top = TopDocs::with_limit(LIMIT).order_by_score();
        let Some(searcher) = &self.searcher else { return Vec::new() };
        let found = searcher.search(&query, &top).unwrap_or_default();
        let place = |address| {
            let document: TantivyDocument = searcher.doc(address).ok()?;
            usize::try_from(document.get_first(self.place)?.as_u64()?).ok()
        };
        found.into_iter().filter_map(|(_, address)| place(address)).collect()
    }
}

/// Smith-Waterman over all names, two typos allowed. Returns the number of matches.
pub(crate) fn frizbee(names: &[String], text: &str) -> usize {
    let config = frizbee::Config { max_typos: Some(2), ..frizbee::Config::default() };
    frizbee::Matcher::new(text, &config).match_list(names).len().min(LIMIT)
}

/// A text with its place among all texts.
struct Placed<'a>(usize, &'a str);

impl AsRef<str> for Placed<'_> {
    fn as_ref(&self) -> &str {
        self.1
    }
}

/// Subsequences, the words in any order. Returns the texts' places, best first.
pub(crate) fn nucleo(texts: &[String], typed: &str) -> Vec<usize> {
    let mut matcher = nucleo_matcher::Matcher::new(nucleo_matcher::Config::DEFAULT);
    let pattern = Pattern::parse(typed, CaseMatching::Ignore, Normalization::Smart);
    let placed = texts.iter().enumerate().map(|(at, text)| Placed(at, text));
    pattern.match_list(placed, &mut matcher).into_iter().take(LIMIT).map(|(placed, _)| placed.0).collect()
}

/// Compares every name and keeps the best. Returns their number.
pub(crate) fn scan(names: &[String], score: impl Fn(&str) -> f64) -> usize {
    let mut scored: Vec<(f64, usize)> = names.iter().enumerate().map(|(at, name)| (score(name), at)).collect();
    let most = LIMIT.min(scored.len().saturating_sub(1));
    scored.select_nth_unstable_by(most, |a, b| b.0.total_cmp(&a.0));
    scored.truncate(most);
    scored.sort_unstable_by(|a, b| b.0.total_cmp(&a.0));
    scored.len()
}

/// Larger for a smaller distance.
pub(crate) fn nearness(text: &str, name: &str) -> f64 {
    -f64::from(u32::try_from(strsim::osa_distance(text, name)).unwrap_or(u32::MAX))
}
