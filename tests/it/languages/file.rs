//! A language's file, read by Fluent's own parser.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use fluent_syntax::parser;

/// Stands in a wording for a value.
pub(super) const VALUE: char = '\u{fffc}';

#[derive(Debug)]
pub(super) struct Sentence {
    /// Line in the file.
    pub(super) line: usize,
    /// Number of its section.
    pub(super) section: usize,
    /// Its values by name.
    pub(super) values: BTreeSet<String>,
    /// Every form of it, with [`VALUE`] for each value.
    pub(super) wordings: Vec<String>,
    /// The forms of each choice in it.
    pub(super) choices: Vec<BTreeSet<String>>,
}

/// Every file, by language.
pub(super) fn locales() -> BTreeMap<String, BTreeMap<String, Sentence>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    files.map(|path| (path.file_stem().unwrap().to_str().unwrap().to_owned(), read(&path))).collect()
}

fn read(path: &Path) -> BTreeMap<String, Sentence> {
    let text = fs::read_to_string(path).unwrap();
    let resource = parser::parse(text.as_str()).unwrap_or_else(|(_, faults)| panic!("{}: {faults:?}", path.display()));
    let (mut sentences, mut section) = (BTreeMap::new(), 0);
    for (line, entry) in resource.body.into_iter().enumerate() {
        match entry {
            Entry::Message(message) => {
                let pattern = message.value.unwrap();
                let (mut values, mut choices) = (BTreeSet::new(), Vec::new());
                collect(&pattern, &mut values, &mut choices);
                let sentence = Sentence { line, section, values, wordings: wordings(&pattern), choices };
                let id = message.id.name;
                let twice = sentences.insert(id.to_owned(), sentence);
                assert!(twice.is_none(), "{}: {id} stands there twice", path.display());
            }
            Entry::GroupComment(_) => section += 1,
            Entry::Comment(_) | Entry::ResourceComment(_) => {}
            other => panic!("{}: neither a sentence nor a comment: {other:?}", path.display()),
        }
    }
    sentences
}

fn collect(pattern: &Pattern<&str>, values: &mut BTreeSet<String>, choices: &mut Vec<BTreeSet<String>>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        let inline = match expression {
            Expression::Inline(inline) => inline,
            Expression::Select { selector, variants } => {
                let key = |key: &VariantKey<&str>| match key {
                    VariantKey::Identifier { name } => (*name).to_owned(),
                    VariantKey::NumberLiteral { value } => (*value).to_owned(),
                };
                choices.push(variants.iter().map(|variant| key(&variant.key)).collect());
                for variant in variants {
                    collect(&variant.value, values, choices);
                }
                selector
            }
        };
        if let InlineExpression::VariableReference { id } = inline {
            values.insert(id.name.to_owned());
        }
    }
}

fn wordings(pattern: &Pattern<&str>) -> Vec<String> {
    let mut all = vec![String::new()];
    for element in &pattern.elements {
        let next: Vec<String> = match element {
            PatternElement::TextElement { value } => vec![(*value).to_owned()],
            PatternElement::Placeable { expression: Expression::Inline(_) } => vec![VALUE.to_string()],
            PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
                variants.iter().flat_map(|variant| wordings(&variant.value)).collect()
            }
        };
        all = all.iter().flat_map(|so_far| next.iter().map(move |next| format!("{so_far}{next}"))).collect();
    }
    all
}
