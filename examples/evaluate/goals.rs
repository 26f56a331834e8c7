//! The figures of a run, beside the goals.

use std::collections::BTreeMap;

use callsheet_core::domain::id::ContactId;
use callsheet_core::search::{Matches, Verdict};

use crate::corpus::Corpus;
use crate::questions::Question;

/// The goals for a hundred thousand contacts, in percent: an expected contact is first, or among the first five.
const GOALS: [(&str, f64, f64); 36] = [
    ("exact", 100.0, 100.0),
    ("prefix_short", 97.0, 100.0),
    ("prefix_full", 98.0, 100.0),
    ("prefix_typo", 97.0, 99.0),
    ("last_only", 99.0, 100.0),
    ("last_only_org", 99.0, 100.0),
    ("first_org", 99.0, 100.0),
    ("name_org_inline", 97.0, 99.0),
    ("swapped", 99.5, 100.0),
    ("initials", 97.0, 98.5),
    ("login", 99.0, 100.0),
    ("login_typo", 96.0, 98.0),
    ("typo1", 99.5, 100.0),
    ("typo1_firstchar", 99.0, 100.0),
    ("typo2", 98.0, 99.5),
    ("typo1_last_only", 96.0, 98.5),
    ("phonetic", 95.0, 98.0),
    ("nickname", 99.0, 99.5),
    ("nickname_rev", 99.0, 99.5),
    ("nickname_intl", 85.0, 92.0),
    ("diacritics", 99.5, 100.0),
    ("apos_hyphen", 99.0, 99.5),
    ("middle", 97.0, 99.5),
    ("title_suffix", 99.5, 100.0),
    ("email", 99.0, 100.0),
    ("email_typo", 98.0, 99.5),
    ("phone", 99.5, 100.0),
    ("org_noise", 99.0, 99.5),
    ("org_acronym", 98.0, 99.5),
    ("nonlatin", 95.0, 99.0),
    ("nonlatin_hard", 80.0, 90.0),
    ("role_org", 99.0, 100.0),
    ("compound_org", 98.5, 99.5),
    ("febrl_error", 99.5, 100.0),
    ("febrl_swapped", 99.5, 100.0),
    ("hist_variant", 98.5, 99.5),
];

/// The counts, by category.
#[derive(Default)]
pub(crate) struct Tally {
    categories: BTreeMap<String, Category>,
    times: Vec<f64>,
}

/// Figures over all categories, in percent; the first two are means over the categories that have an answer.
#[derive(Default)]
pub(crate) struct Totals {
    pub(crate) first: f64,
    pub(crate) five: f64,
    pub(crate) false_accepts: f64,
    pub(crate) wrong_cards: f64,
    pub(crate) reach: f64,
    negatives: usize,
    positives: usize,
}

#[derive(Default)]
struct Category {
    queries: usize,
    first: usize,
    five: usize,
    reached: usize,
    matched: usize,
    wrong: usize,
}

impl Tally {
    /// Counts one answer.
    pub(crate) fn add(
        &mut self,
        question: &Question,
        microseconds: f64,
        matches: &Matches<ContactId>,
        corpus: &Corpus,
    ) {
        self.times.push(microseconds);
        let category = self.categories.entry(question.category.clone()).or_default();
        let rank = matches.ranked.iter().position(|found| question.expects(corpus, found));
        let one = matches.verdict == Verdict::One;
        category.queries += 1;
        category.first += usize::from(rank == Some(0));
        category.five += usize::from(rank.is_some_and(|rank| rank < 5));
        category.matched += usize::from(one);
        category.wrong += usize::from(one && rank != Some(0));
        category.reached += usize::from(
            !question.expected.is_empty()
                && match matches.verdict {
                    Verdict::One => rank == Some(0),
                    Verdict::Several | Verdict::Elsewhere => rank.is_some(),
                    Verdict::Client | Verdict::None => false,
                },
        );
    }

    /// The figures over all categories.
    pub(crate) fn totals(&self) -> Totals {
        let (mut totals, mut kinds) = (Totals::default(), 0.0);
        let (mut accepted, mut reached, mut wrong, mut all) = (0, 0, 0, 0);
        for (name, category) in &self.categories {
            all += category.queries;
            wrong += category.wrong;
            if name.starts_with("neg_") {
                totals.negatives += category.queries;
                accepted += category.matched;
                continue;
            }
            totals.positives += category.queries;
            reached += category.reached;
            if !name.ends_with("_ambig") {
                totals.first += percent(category.first, category.queries);
                totals.five += percent(category.five, category.queries);
                kinds += 1.0;
            }
        }
        totals.first /= kinds;
        totals.five /= kinds;
        totals.false_accepts = percent(accepted, totals.negatives);
        totals.wrong_cards = percent(wrong, all);
        totals.reach = percent(reached, totals.positives);
        totals
    }

    /// Prints all figures.
    pub(crate) fn print(&mut self, contacts: usize) {
        println!("{:<24}{:>5}{:>8}{:>8}{:>8}{:>8}   goal", "category", "n", "s@1", "s@5", "reach", "match");
        for (name, category) in &self.categories {
            let of = |count| percent(count, category.queries);
            if name.starts_with("neg_") {
                println!("{name:<24}{:>5}{:>32.1}", category.queries, of(category.matched));
                continue;
            }
            let (s1, s5) = (of(category.first), of(category.five));
            let goal = GOALS.iter().find(|goal| goal.0 == name).map_or(String::new(), |&(_, g1, g5)| {
                let mark = if s1 < g1 || s5 < g5 { "  MISSED" } else { "" };
                format!("   {g1}/{g5}{mark}")
            });
            let (reach, matched) = (of(category.reached), of(category.matched));
            println!("{name:<24}{:>5}{s1:>8.1}{s5:>8.1}{reach:>8.1}{matched:>8.1}{goal}", category.queries);
        }
        let totals = self.totals();
        println!("macro s@1 {:.2}, s@5 {:.2}", totals.first, totals.five);
        println!("FAR {:.2} % of {} negatives", totals.false_accepts, totals.negatives);
        println!("wrong card {:.2} % of {} queries", totals.wrong_cards, self.times.len());
        println!("reach {:.2} % of {} positives", totals.reach, totals.positives);
        let (median, high) = (quantile(&mut self.times, 0.5), quantile(&mut self.times, 0.99));
        println!("answer median {median:.0} us, p99 {high:.0} us among {contacts} contacts");
    }
}

/// A share in percent; of nothing it is 0.
#[expect(clippy::cast_precision_loss, reason = "counts")]
pub(crate) fn percent(count: usize, of: usize) -> f64 {
    100.0 * count as f64 / of.max(1) as f64
}

/// The value that this share of the values does not exceed.
#[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "an index")]
pub(crate) fn quantile(values: &mut [f64], share: f64) -> f64 {
    values.sort_unstable_by(f64::total_cmp);
    let at = (share * values.len().saturating_sub(1) as f64).round() as usize;
    values.get(at).copied().unwrap_or_default()
}
