//! The reader's language. Every sentence stands in `locales/`, one file a language, in Fluent's syntax
//! (<https://projectfluent.org>); another language is another file. A sentence missing from a file is said in English.

use std::collections::BTreeMap;
use std::mem;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use include_dir::{Dir, include_dir};
use unic_langid::LanguageIdentifier;

use crate::answer::words::Words;

static FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../locales");

static LOCALES: LazyLock<Vec<Locale>> = LazyLock::new(|| FILES.files().filter_map(Locale::read).collect());

/// The language every other one falls back to.
const ENGLISH: &str = "en";

/// Marks a value's place in a sentence. Private-use characters, which no file has: so text from outside never goes
/// through Fluent, and stays apart from our own words.
const FIRST_PLACE: u32 = 0xe000;

/// A language of answers, by its place among the files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Language(usize);

struct Locale {
    code: &'static str,
    sentences: FluentBundle<FluentResource>,
}

#[derive(Clone, Debug)]
pub enum SentenceValue {
    Words(Words),
    /// A number, by which the sentence may also choose its form.
    Number(usize),
    /// A keyword by which the sentence chooses its form.
    Form(&'static str),
}

impl Language {
    /// The language of a locale as Discord ("de", "es-419") or a system ("fr_CA.UTF-8") writes it, else English.
    pub fn of_locale(locale: &str) -> Self {
        let code = locale.split(['.', '@']).next().unwrap_or_default().replace('_', "-");
        let language = code.split('-').next().unwrap_or_default();
        let find = |code: &str| LOCALES.iter().position(|locale| locale.code.eq_ignore_ascii_case(code));
        Self(find(&code).or_else(|| find(language)).or_else(|| find(ENGLISH)).unwrap_or_default())
    }

    /// Every language, English first.
    pub fn all() -> Vec<Self> {
        let mut all: Vec<Self> = (0..LOCALES.len()).map(Self).collect();
        all.sort_by_key(|language| (language.code() != ENGLISH, language.code()));
        all
    }

    /// The language's code, which is the name of its file.
    pub fn code(self) -> &'static str {
        LOCALES.get(self.0).map_or(ENGLISH, |locale| locale.code)
    }

    pub fn say(self, sentence: &str) -> Words {
        self.say_with(sentence, [])
    }

    pub fn say_with<const N: usize>(self, sentence: &str, values: [(&'static str, SentenceValue); N]) -> Words {
        let mut args = FluentArgs::with_capacity(N);
        let mut places = BTreeMap::new();
        for ((name, value), place) in values.into_iter().zip((FIRST_PLACE..).filter_map(char::from_u32)) {
            match value {
                SentenceValue::Words(words) => {
                    args.set(name, place.to_string());
                    places.insert(place, words);
                }
                SentenceValue::Number(number) => args.set(name, number),
                SentenceValue::Form(form) => args.set(name, form),
            }
        }
        let text = self.formatted(sentence, &args);
        let mut said = Words::default();
        let mut ours = String::new();
        for char in text.chars() {
            match places.get(&char) {
                Some(words) => said = said.ours_unless_empty(mem::take(&mut ours)).list([words.clone()], ""),
                None => ours.push(char),
            }
        }
        said.ours_unless_empty(ours)
    }

    /// A sentence as plain text: the label of a button, a heading.
    pub fn text(self, sentence: &str) -> String {
        self.formatted(sentence, &FluentArgs::new())
    }

    /// A sentence of this language, else in English. A test checks that every sentence exists; its id still says more
    /// than nothing.
    fn formatted(self, sentence: &str, args: &FluentArgs<'_>) -> String {
        let said = self.format(sentence, args).or_else(|| Self::default().format(sentence, args));
        said.unwrap_or_else(|| sentence.to_owned())
    }

    /// A sentence of this language's own file, without falling back: for what Discord shows by its own rules.
    pub fn own_text(self, sentence: &str) -> Option<String> {
        self.format(sentence, &FluentArgs::new())
    }

    fn format(self, sentence: &str, args: &FluentArgs<'_>) -> Option<String> {
        let sentences = &LOCALES.get(self.0)?.sentences;
        let pattern = sentences.get_message(sentence)?.value()?;
        let mut faults = Vec::new();
        let text = sentences.format_pattern(pattern, Some(args), &mut faults);
        faults.is_empty().then(|| text.into_owned())
    }
}

impl Default for Language {
    fn default() -> Self {
        Self::of_locale(ENGLISH)
    }
}

impl Locale {
    fn read(file: &'static include_dir::File<'static>) -> Option<Self> {
        let code = file.path().file_stem()?.to_str()?;
        let identifier: LanguageIdentifier = code.parse().ok()?;
        // An unreadable part of a file is left out, and said in English; a test checks that there is none.
        let resource =
            FluentResource::try_new(file.contents_utf8()?.to_owned()).unwrap_or_else(|(resource, _)| resource);
        let mut sentences = FluentBundle::new_concurrent(vec![identifier]);
        // Isolating marks would stand between our words and the text they enclose, which is already apart.
        sentences.set_use_isolating(false);
        // A test finds a sentence that stands there twice; here it is no reason to lose them all.
        sentences.add_resource_overriding(resource);
        Some(Self { code, sentences })
    }
}

impl From<Words> for SentenceValue {
    fn from(words: Words) -> Self {
        Self::Words(words)
    }
}

impl From<usize> for SentenceValue {
    fn from(number: usize) -> Self {
        Self::Number(number)
    }
}

impl From<&'static str> for SentenceValue {
    fn from(form: &'static str) -> Self {
        Self::Form(form)
    }
}
