//! The contribution of each part of the search.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use callsheet_core::search::ablation::{self, Part};
use callsheet_core::search::index::Index;

use crate::ALLOCATED;
use crate::corpus::Corpus;
use crate::goals::{Tally, Totals};
use crate::questions::{Question, lines};

const PARTS: [(&str, Part); 7] = [
    ("nicknames", Part::Nicknames),
    ("sounds", Part::Sounds),
    ("edits", Part::Edits),
    ("scripts", Part::Scripts),
    ("logins", Part::Logins),
    ("organizations in the text", Part::Organizations),
    ("titles in the text", Part::Titles),
];

/// The table stands between these lines of the document.
const BEGIN: &str = "<!-- ablation: written by `cargo run --release -p benches -- ablation` -->";
const END: &str = "<!-- end of ablation -->";

/// Points from one bar of the plot to the next, and points for a percent.
const BAR_STEP: usize = 28;
const POINTS_A_PERCENT: f64 = 5.0;

/// The figures of one run.
struct Row {
    without: String,
    totals: Totals,
    questions: Totals,
    bytes: usize,
}

/// Measures with all parts, without each part, and with none, and writes table and plot.
pub(crate) fn run(corpus: &Path, queries: &Path, questions: &Path, document: &Path) -> Result<()> {
    let corpus = Corpus::read(corpus)?;
    let asked: [Vec<Question>; 2] =
        [lines(queries)?.collect::<Result<_>>()?, lines(questions)?.collect::<Result<_>>()?];
    let mut rows = vec![measure("nothing", &[], &corpus, &asked)];
    for (name, part) in PARTS {
        rows.push(measure(name, &[part], &corpus, &asked));
    }
    rows.push(measure("all of these", &PARTS.map(|(_, part)| part), &corpus, &asked));
    let text = fs::read_to_string(document).with_context(|| document.display().to_string())?;
    let (before, rest) = text.split_once(BEGIN).context("the document has no place for the table")?;
    let (_, after) = rest.split_once(END).context("the place for the table has no end")?;
    fs::write(document, format!("{before}{BEGIN}\n\n{}\n{END}{after}", table(&rows)))?;
    fs::write(document.with_file_name("matching-ablation.svg"), plot(&rows))?;
    print!("{}", table(&rows));
    Ok(())
}

fn measure(without: &str, parts: &[Part], corpus: &Corpus, asked: &[Vec<Question>; 2]) -> Row {
    ablation::run_without(parts);
    let before = ALLOCATED.current_usage();
    let index = Index::build(corpus.contacts.iter(), corpus.organizations.iter(), std::iter::empty());
    let bytes = ALLOCATED.current_usage().saturating_sub(before) / corpus.contacts.len().max(1);
    let [totals, questions] = asked.each_ref().map(|asked| {
        let mut tally = Tally::default();
        for question in asked {
            tally.add(question, 0.0, &question.ask(&index), corpus);
        }
        tally.totals()
    });
    Row { without: without.to_owned(), totals, questions, bytes }
}

fn table(rows: &[Row]) -> String {
    let mut table =
        "| without | names s@1 | s@5 | false accepts | wrong cards | questions s@1 | s@5 | wrong cards | bytes a contact |\n"
            .to_owned();
    table.push_str("|---|---|---|---|---|---|---|---|---|\n");
    for Row { without, totals, questions, bytes } in rows {
        let Totals { first, five, false_accepts, wrong_cards, .. } = totals;
        let Totals { first: asked_first, five: asked_five, wrong_cards: asked_wrong, .. } = questions;
        // Writing to a string cannot fail.
        let _ = writeln!(
            table,
            "| {without} | {first:.1} | {five:.1} | {false_accepts:.2} | {wrong_cards:.2} \
             | {asked_first:.1} | {asked_five:.1} | {asked_wrong:.2} | {bytes} |"
        );
    }
    table
}

/// Bars of the macro s@1 without each part.
fn plot(rows: &[Row]) -> String {
    let height = BAR_STEP * rows.len() + 40;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 760 {height}\" font-family=\"sans-serif\" font-size=\"13\">\n\
         <rect width=\"760\" height=\"{height}\" fill=\"#ffffff\"/>\n\
         <text x=\"10\" y=\"20\" font-weight=\"bold\">macro s@1, in percent, without …</text>\n"
    );
    for (at, row) in rows.iter().enumerate() {
        let y = 34 + BAR_STEP * at;
        let first = row.totals.first;
        let color = if at == 0 { "#2f6f4f" } else { "#7a9cc6" };
        let _ = writeln!(
            svg,
            "<text x=\"10\" y=\"{}\">{}</text><rect x=\"200\" y=\"{y}\" width=\"{:.1}\" height=\"20\" fill=\"{color}\"/>\
             <text x=\"{:.1}\" y=\"{}\">{first:.1}</text>",
            y + 15,
            row.without,
            first * POINTS_A_PERCENT,
            206.0 + first * POINTS_A_PERCENT,
            y + 15,
        );
    }
    svg.push_str("</svg>\n");
    svg
}
