//! The search beside other ways to find a name, in the same run, because absolute times drift between machines.
//!
//! `CORPUS=FILE QUESTIONS=FILE cargo bench -p benches`, where the files have one contact and one question a line. Every
//! engine gets the same texts. For whole questions it also prints how often the expected contact comes first and among
//! the first five.

#![expect(clippy::print_stderr, reason = "a command-line tool")]

use std::hint::black_box;
use std::path::PathBuf;
use std::time::Duration;

use callsheet_core::domain::contact::Contact;
use callsheet_core::domain::id::ContactId;
use callsheet_core::search::Query;
use callsheet_core::search::index::Index;
use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};

#[path = "../../examples/evaluate/corpus.rs"]
mod corpus;
#[path = "peers/peers.rs"]
mod peers;
#[path = "../src/population.rs"]
mod population;
#[path = "../../examples/evaluate/questions.rs"]
#[expect(dead_code, reason = "shared with the example, which writes everything")]
mod questions;

use corpus::Corpus;
use questions::Question;

/// Numbers of contacts.
const SIZES: [usize; 2] = [10_000, 100_000];

/// One contact of so many is searched for.
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
        // Names with two neighbouring letters swapped, which all engines here should find.
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
        bench("tantivy, fuzzy", &|text| tantivy.search(text).len());
        bench("frizbee", &|text| peers::frizbee(&names, text));
        bench("nucleo-matcher", &|text| peers::nucleo(&names, text).len());
        bench("strsim, jaro_winkler", &|text| peers::scan(&names, |name| strsim::jaro_winkler(text, name)));
        bench("strsim, osa_distance", &|text| peers::scan(&names, |name| peers::nearness(text, name)));
        group.finish();
    }
}

/// Names beside clients, titles and numbers, as typed, over whole records.
fn whole_questions(criterion: &mut Criterion) {
    let path = |name| std::env::var_os(name).map(PathBuf::from);
    let (Some(corpus), Some(asked)) = (path("CORPUS"), path("QUESTIONS")) else {
        eprintln!("CORPUS or QUESTIONS names no file");
        return;
    };
    let read = || -> anyhow::Result<(Corpus, Vec<Question>)> {
        Ok((Corpus::read(&corpus)?, questions::lines(&asked)?.collect::<anyhow::Result<_>>()?))
    };
    let (corpus, questions) = match read() {
        Ok(read) => read,
        Err(error) => {
            eprintln!("{error:#}");
            return;
        }
    };
    let records: Vec<String> = corpus.contacts.iter().map(record).collect();
    let index = Index::build(corpus.contacts.iter(), corpus.organizations.iter(), std::iter::empty());
    let tantivy = peers::Tantivy::of(&records);
    let place = |id: ContactId| usize::try_from(id.0).unwrap_or(usize::MAX);
    let ours = |question: &Question| -> Vec<usize> {
        question.ask(&index).ranked.iter().map(|found| place(found.id)).collect()
    };
    let by_tantivy = |question: &Question| tantivy.search(&question.query.to_lowercase());
    let subsequences = |question: &Question| peers::nucleo(&records, &question.query);
    let mut group = criterion.benchmark_group("question");
    group.sample_size(10).warm_up_time(Duration::from_millis(300)).measurement_time(Duration::from_secs(3));
    let mut compare = |name: &str, every: usize, ask: &dyn Fn(&Question) -> Vec<usize>| {
        let sample: Vec<&Question> =
            questions.iter().filter(|question| !question.expected.is_empty()).step_by(every).collect();
        let [first, five] = [1, 5].map(|among| {
            let is_found = |question: &&&Question| {
                let found = ask(question);
                found
                    .iter()
                    .take(among)
                    .any(|&at| question.expected.iter().any(|id| id == corpus.id(corpus.contacts[at].id)))
            };
            100 * sample.iter().filter(is_found).count() / sample.len().max(1)
        });
        eprintln!("{name}: first {first} %, among the first five {five} %, of {} questions", sample.len());
        let mut next = sample.iter().cycle();
        group.bench_function(BenchmarkId::new(name, records.len()), |bencher| {
            bencher.iter(|| next.next().map(|question| ask(black_box(question)).len()));
        });
    };
    compare("callsheet", 1, &ours);
    compare("tantivy, fuzzy", 1, &by_tantivy);
    // It reads every record for every question.
    compare("nucleo-matcher", 10, &subsequences);
    group.finish();
}

/// A record as one text.
fn record(contact: &Contact) -> String {
    let emails = contact.emails.iter().map(|email| &*email.value);
    let phones = contact.phones.iter().map(|phone| &*phone.value);
    let name = contact.display_name();
    let told = [
        &*name,
        contact.organization_name.as_deref().unwrap_or_default(),
        contact.title.as_deref().unwrap_or_default(),
    ];
    told.into_iter().chain(emails).chain(phones).collect::<Vec<_>>().join(" ").to_lowercase()
}

fn swapped(name: &str) -> String {
    let mut letters: Vec<char> = name.chars().collect();
    if letters.len() > 3 {
        letters.swap(1, 2);
    }
    letters.into_iter().collect()
}

criterion_group!(benches, search, whole_questions);
criterion_main!(benches);
