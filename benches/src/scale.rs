//! Time and memory among many people.

use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

use anyhow::Result;
use callsheet_core::domain::contact::Contact;
use callsheet_core::search::Query;
use callsheet_core::search::index::Index;
use cpu_time::ThreadTime;
use fastrand::Rng;

use crate::ALLOCATED;
use crate::corpus::Corpus;
use crate::goals::quantile;
use crate::population;
use crate::questions::{Question, lines};

/// Questions asked of each kind.
const QUESTIONS: usize = 2000;

/// Contacts that change at once.
const CHANGED: usize = 100;

/// Prints build time, bytes a contact, and the times of answers, keystrokes, changes and the worst questions.
pub(crate) fn run(corpus: &Path, questions: &Path, wanted: usize) -> Result<()> {
    let corpus = Corpus::read(corpus)?;
    let asked: Vec<Question> = lines(questions)?.collect::<Result<_>>()?;
    let questions: Vec<String> = asked.into_iter().map(|question| question.query).collect();
    let (contacts, organizations) = population::grow(&corpus, wanted);
    drop(corpus);
    let before = ALLOCATED.current_usage();
    let started = Instant::now();
    let index = Index::build(contacts.iter(), organizations.iter(), std::iter::empty());
    let seconds = started.elapsed().as_secs_f64();
    let bytes = ALLOCATED.current_usage().saturating_sub(before);
    println!("{} contacts: built in {seconds:.2} s, {} bytes a contact", contacts.len(), bytes / contacts.len().max(1));

    // The first whole number reads the numbering plans, which are read once.
    drop(index.search(&Query::new("+1 212 555 0100")));
    let mut random = Rng::with_seed(1);
    let names: Vec<String> =
        (0..QUESTIONS).map(|_| contacts[random.usize(..contacts.len())].display_name().to_lowercase()).collect();
    let misspelled: Vec<String> = names.iter().map(|name| misspell(name, &mut random)).collect();
    let families: Vec<String> =
        names.iter().filter_map(|name| name.split(' ').next_back()).map(str::to_owned).collect();
    let logins: Vec<String> = names.iter().map(|name| login(name)).collect();
    for (kind, texts) in [
        ("whole names", &names),
        ("misspelled", &misspelled),
        ("family names", &families),
        ("logins", &logins),
        ("questions", &questions),
    ] {
        report(kind, texts, |text| {
            black_box(index.search(&Query::new(text)));
        });
    }
    let keystrokes: Vec<String> = names.iter().take(QUESTIONS / 10).flat_map(|name| beginnings(name)).collect();
    report("keystrokes", &keystrokes, |text| {
        black_box(index.complete(&Query::new(text)));
    });
    report("worst", &worst(), |text| {
        black_box(index.search(&Query::new(text)));
    });
    report("worst, typed", &worst(), |text| {
        black_box(index.complete(&Query::new(text)));
    });

    let changed: Vec<&Contact> = contacts.iter().step_by(contacts.len() / CHANGED).take(CHANGED).collect();
    let started = Instant::now();
    let index = index.with_changes(changed.into_iter(), std::iter::empty(), organizations.iter(), std::iter::empty());
    println!("{CHANGED} changes taken in after {:.1} ms", started.elapsed().as_secs_f64() * 1e3);
    report("beside changes", &names, |text| {
        black_box(index.search(&Query::new(text)));
    });
    Ok(())
}

/// Prints the processor time of each question, which does not depend on other work on the machine.
fn report(kind: &str, texts: &[String], ask: impl Fn(&str)) {
    let time = |text: &String| {
        let started = ThreadTime::now();
        ask(text);
        started.elapsed().as_secs_f64() * 1e6
    };
    let mut times: Vec<f64> = texts.iter().map(time).collect();
    let [median, p99, p999, most] = [0.5, 0.99, 0.999, 1.0].map(|share| quantile(&mut times, share));
    println!(
        "{kind:<16}{:>6} median {median:>6.0} us, p99 {p99:>6.0}, p99.9 {p999:>6.0}, most {most:>6.0}",
        times.len()
    );
}

/// Two neighbouring letters swapped.
fn misspell(name: &str, random: &mut Rng) -> String {
    let mut letters: Vec<char> = name.chars().collect();
    if letters.len() > 3 {
        let at = random.usize(1..letters.len() - 1);
        letters.swap(at, at + 1);
    }
    letters.into_iter().collect()
}

fn login(name: &str) -> String {
    let last = name.split(' ').next_back().unwrap_or_default();
    format!("{}{last}", name.chars().next().unwrap_or_default())
}

fn beginnings(name: &str) -> Vec<String> {
    name.char_indices().map(|(at, letter)| name[..at + letter.len_utf8()].to_owned()).collect()
}

/// Slow questions: long, of many words, of one letter, of the commonest names, of marks and of repeated letters.
fn worst() -> Vec<String> {
    let letters = ('a'..='z').map(String::from);
    let pairs = ('a'..='z').flat_map(|a| ('a'..='z').map(move |b| format!("{a} {b}")));
    let others = [
        "a".repeat(100),
        "abcdefghij".repeat(10),
        "smith ".repeat(20),
        "john james robert michael william david richard charles joseph thomas ".repeat(2),
        "a b c d e f g h i j k l m n o p q r s t".to_owned(),
        "smith".to_owned(),
        "john".to_owned(),
        "mary smith".to_owned(),
        "johm smiht".to_owned(),
        "jo sm".to_owned(),
        "maria garcia lopez hernandez".to_owned(),
        "\u{301}".repeat(100),
        "e\u{301}\u{302}\u{303}".repeat(25),
        "ssssssss mmmmmmmm".to_owned(),
        "marmarmarmar".to_owned(),
        "anananananananana".to_owned(),
        "michaeljohnson".to_owned(),
        "jones miller law group".to_owned(),
        "the of and company services group".to_owned(),
        "aaa@gmail.com".to_owned(),
        "jonhsmiht@gmial.com".to_owned(),
        "1".repeat(100),
        "0000".to_owned(),
        "王".repeat(100),
    ];
    letters.chain(pairs).chain(others).collect()
}
