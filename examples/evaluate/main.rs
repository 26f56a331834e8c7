//! Measures the search against a corpus and its queries; `docs/matching.md` says how the figures are read.
//!
//! ```text
//! cargo run --release -p callsheet-core --example evaluate -- --corpus FILE --queries FILE --out RESULTS [--keystrokes FILE]
//! ```

#![expect(clippy::print_stdout, reason = "a command-line tool")]

mod corpus;
mod goals;
mod questions;

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::Result;
use callsheet_core::domain::id::ContactId;
use callsheet_core::search::index::Index;
use callsheet_core::search::{Match, Query, Verdict};
use clap::Parser;
use corpus::Corpus;
use goals::Tally;
use questions::{LIMIT, Question, lines};
use serde::Deserialize;

#[derive(Parser)]
struct Options {
    /// One contact a line.
    #[arg(long)]
    corpus: PathBuf,
    /// One query with its expected contacts a line.
    #[arg(long)]
    queries: Option<PathBuf>,
    /// Where to write one result a line.
    #[arg(long)]
    out: PathBuf,
    /// Names to type letter by letter.
    #[arg(long)]
    keystrokes: Option<PathBuf>,
}

/// A name to type letter by letter.
#[derive(Deserialize)]
struct Keystrokes {
    text: String,
    expected: Vec<String>,
}

fn main() -> Result<()> {
    let options = Options::parse();
    let corpus = Corpus::read(&options.corpus)?;
    let started = Instant::now();
    let index = Index::build(corpus.contacts.iter(), corpus.organizations.iter(), std::iter::empty());
    println!("{} contacts, built in {:.3} s", corpus.contacts.len(), started.elapsed().as_secs_f64());
    let mut out = BufWriter::new(File::create(&options.out)?);
    if let Some(queries) = &options.queries {
        answer(&corpus, &index, queries, &mut out)?;
    }
    if let Some(keystrokes) = &options.keystrokes {
        type_letters(&corpus, &index, keystrokes, &mut out)?;
    }
    out.flush()?;
    Ok(())
}

fn answer(corpus: &Corpus, index: &Index, queries: &Path, out: &mut impl Write) -> Result<()> {
    let mut tally = Tally::default();
    for question in lines::<Question>(queries)? {
        let question = question?;
        let started = Instant::now();
        let matches = question.ask(index);
        let microseconds = started.elapsed().as_secs_f64() * 1e6;
        let verdict = match matches.verdict {
            Verdict::One => "match",
            Verdict::Several | Verdict::Elsewhere => "choose",
            Verdict::Client | Verdict::None => "none",
        };
        let ranked: Vec<(&str, f32)> =
            matches.ranked.iter().take(LIMIT).map(|found| (corpus.id(found.id), found.score)).collect();
        let line = serde_json::json!({ "id": question.id, "us": microseconds, "verdict": verdict, "r": ranked });
        writeln!(out, "{line}")?;
        tally.add(&question, microseconds, &matches, corpus);
    }
    tally.print(corpus.contacts.len());
    Ok(())
}

fn type_letters(corpus: &Corpus, index: &Index, keystrokes: &Path, out: &mut impl Write) -> Result<()> {
    let mut times = Vec::new();
    let (mut saved, mut letters, mut reached, mut names) = (0, 0, 0, 0);
    for name in lines::<Keystrokes>(keystrokes)? {
        let name = name?;
        let (mut us, mut ranks) = (Vec::new(), Vec::new());
        let ends: Vec<usize> = name.text.char_indices().map(|(at, letter)| at + letter.len_utf8()).collect();
        for &end in &ends {
            let started = Instant::now();
            let ranked = index.complete(&Query::new(&name.text[..end]));
            us.push(started.elapsed().as_secs_f64() * 1e6);
            let is_expected = |found: &Match<ContactId>| name.expected.iter().any(|id| id == corpus.id(found.id));
            ranks.push(ranked.iter().take(LIMIT).position(is_expected).map_or(0, |at| at + 1));
        }
        let typed = ranks.iter().position(|&rank| rank > 0).map_or(ends.len(), |at| at + 1);
        saved += ends.len() - typed;
        letters += ends.len();
        reached += usize::from(ranks.last().is_some_and(|&rank| rank > 0));
        names += 1;
        writeln!(out, "{}", serde_json::json!({ "text": name.text, "us": us, "rank": ranks }))?;
        times.extend(us);
    }
    let share = goals::percent(saved, letters);
    let (median, high) = (goals::quantile(&mut times, 0.5), goals::quantile(&mut times, 0.99));
    println!("keystrokes: {reached}/{names} found, {share:.1} % saved, median {median:.0} us, p99 {high:.0} us");
    Ok(())
}
