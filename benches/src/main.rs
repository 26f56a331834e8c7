//! Measures what the criterion benches do not: the contribution of each part of the search, and its speed among a
//! million people.
//!
//! ```text
//! cargo run --release -p benches -- ablation --corpus FILE --queries FILE --questions FILE    # writes into docs/matching.md
//! cargo run --release -p benches -- scale --corpus FILE --questions FILE --contacts 1000000
//! cargo run --release -p benches -- threshold --corpus FILE
//! ```

#![expect(clippy::print_stdout, reason = "a command-line tool")]

mod ablation;
#[path = "../../examples/evaluate/corpus.rs"]
mod corpus;
#[path = "../../examples/evaluate/goals.rs"]
#[expect(dead_code, reason = "shared with the example, which prints everything")]
mod goals;
mod population;
#[path = "../../examples/evaluate/questions.rs"]
#[expect(dead_code, reason = "shared with the example, which writes everything")]
mod questions;
mod scale;
mod threshold;

use std::path::PathBuf;

use anyhow::Result;
use callsheet_core::search::index::Index;
use clap::Parser;
use peak_alloc::PeakAlloc;

#[global_allocator]
static ALLOCATED: PeakAlloc = PeakAlloc;

#[derive(Parser)]
enum Command {
    /// Runs the queries without one part of the search after the other.
    Ablation {
        /// One contact a line.
        #[arg(long)]
        corpus: PathBuf,
        /// One query with its expected contacts a line.
        #[arg(long)]
        queries: PathBuf,
        /// One whole question (a name beside a client, a title, a number) with its expected contacts a line.
        #[arg(long)]
        questions: PathBuf,
        /// The document with the table; the plot is put beside it.
        #[arg(long, default_value = "docs/matching.md")]
        document: PathBuf,
    },
    /// Measures time and memory among many people.
    Scale {
        /// One contact a line; their names and addresses are recombined.
        #[arg(long)]
        corpus: PathBuf,
        /// One whole question a line, about people of the corpus.
        #[arg(long)]
        questions: PathBuf,
        /// The number of contacts to make.
        #[arg(long, default_value_t = 1_000_000)]
        contacts: usize,
    },
    /// Measures how near strangers come by chance.
    Threshold {
        /// One contact a line.
        #[arg(long)]
        corpus: PathBuf,
    },
}

fn main() -> Result<()> {
    // Reads the tables of nicknames, which all indexes share.
    drop(Index::build(std::iter::empty(), std::iter::empty(), std::iter::empty()));
    match Command::parse() {
        Command::Ablation { corpus, queries, questions, document } => {
            ablation::run(&corpus, &queries, &questions, &document)
        }
        Command::Scale { corpus, questions, contacts } => scale::run(&corpus, &questions, contacts),
        Command::Threshold { corpus } => threshold::run(&corpus),
    }
}
