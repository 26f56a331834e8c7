//! The search beside other ways to find a name, in the same run: absolute times drift between machines.
//!
//! `CORPUS=FILE cargo bench -p benches`, where the file has one contact a line. Every engine gets the same names and the same
//! texts; how well each answers them is another matter, which `examples/evaluate` measures for ours.

#![expect(clippy::print_stderr, reason = "a command-line tool")]

use std::hint::black_box;
use std::path::PathBuf;
use std::time::Duration;

use callsheet::search::Query;
use callsheet::search::index::Index;
use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};

#[path = "../../examples/evaluate/corpus.rs"]
#[expect(dead_code, reason = "shared with the example, which checks answers")]
mod corpus;
#[path = "peers/peers.rs"]
mod peers;
#[path = "../src/population.rs"]
mod population;

use corpus::Corpus;

/// How many people there are.
const SIZES: [usize; 2] = [10_000, 100_000];

/// Every how many people one is asked for.
const STRIDE: usize = 997;

fn search(criterion: &mut Criterion) {
    let Some(path) = std::env::var_os("CORPUS").map(PathBuf::from) else {
        eprintln!("CORPUS names no file of contacts");
        return;
    };
    let corpus = match Corpus::read(&path) {
        Ok(corpus) => corpus,
        Err(error) => {
            eprintln!("{error:#}");
            return;
        }
    };
    for size in SIZES {
        let (contacts, organizations) = population::grow(&corpus, size);
        let names: Vec<String> = contacts.iter().map(|contact| contact.display_name().to_lowercase()).collect();
        // Names with two neighbouring letters swapped: what all engines here are meant to find.
        let texts: Vec<String> = names.iter().step_by(STRIDE).map(|name| swapped(name)).collect();
        let index = Index::build(contacts.iter(), organizations.iter(), std::iter::empty());

        let tantivy = peers::Tantivy::of(&names);
        let mut group = criterion.benchmark_group("answer");
        group.sample_size(10).warm_up_time(Duration::from_millis(300)).measurement_time(Duration::from_secs(2));
        let mut bench = |name: &str, ask: &dyn Fn(&str) -> usize| {
            let mut next = texts.iter().cycle();
            group.bench_function(BenchmarkId::new(name, size), |bencher| {
                bencher.iter(|| ask(black_box(next.next().map_or("", String::as_str))));
            });
        };
        bench("callsheet", &|text| index.search(&Query::new(text)).ranked.len());
        bench("callsheet, a keystroke", &|text| index.complete(&Query::new(text)).len());
        bench("tantivy, fuzzy", &|text| tantivy.search(text));
        bench("frizbee", &|text| peers::frizbee(&names, text));
        bench("nucleo-matcher", &|text| peers::nucleo(&names, text));
        bench("strsim, jaro_winkler", &|text| peers::scan(&names, |name| strsim::jaro_winkler(text, name)));
        bench("strsim, osa_distance", &|text| peers::scan(&names, |name| peers::nearness(text, name)));
        group.finish();
    }
}

fn swapped(name: &str) -> String {
    let mut letters: Vec<char> = name.chars().collect();
    if letters.len() > 3 {
        letters.swap(1, 2);
    }
    letters.into_iter().collect()
}

criterion_group!(benches, search);
criterion_main!(benches);
