//! The kind of a number: by its label, else by the numbering plan.

use std::collections::HashSet;
use std::sync::LazyLock;

use phonenumber::Type;
use strum::{EnumString, IntoStaticStr};

use crate::domain::contact::{Phone, is_fax_word};
use crate::domain::written::Written;

/// The kind of line behind a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Kind {
    /// A phone the contact carries.
    Mobile,
    /// A line at the contact's own desk.
    Direct,
    /// A line of the workplace: an office, a switchboard.
    Office,
    /// A line at the contact's home.
    Home,
    /// A fixed line, at work or at home.
    Landline,
    Pager,
    /// Never a number to call.
    Fax,
    Other,
}

/// Where a number's kind comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KindFrom {
    /// IT Glue's label or label type, or a word beside the number.
    Label,
    /// The numbering plan of the number's country.
    Number,
    /// Nothing: the kind is [`Kind::Other`].
    Nothing,
}

/// The words of labels in English, German, French and Spanish, lower case and without accents. The first kind with a
/// word in the label counts: "Work Mobile" is a mobile, a "Home Office" is at home.
static WORDS: LazyLock<Vec<(Kind, HashSet<&str>)>> = LazyLock::new(|| {
    let kind = |line: &'static str| {
        let (kind, words) = line.split_once(": ")?;
        Some((kind.parse().ok()?, words.split(' ').collect()))
    };
    include_str!("kinds.txt").lines().filter_map(kind).collect()
});

/// The kind of a number; `line` is the numbering plan's, where it is known.
pub(super) fn of(phone: &Phone, written: &Written, line: Option<Type>) -> (Kind, KindFrom) {
    if phone.is_labelled_fax() || written.is_fax() {
        return (Kind::Fax, KindFrom::Label);
    }
    let said = phone.label.as_deref().and_then(said_by).or_else(|| said_by(&written.words.join(" ")));
    let planned = match line {
        Some(Type::Mobile) => Some(Kind::Mobile),
        Some(Type::FixedLine) => Some(Kind::Landline),
        Some(Type::Pager) => Some(Kind::Pager),
        _ => None,
    };
    match (said, planned) {
        // "Work" says whose phone it is, the plan says that it is carried, which counts for more at night.
        (Some(Kind::Office | Kind::Direct | Kind::Home), Some(Kind::Mobile)) => (Kind::Mobile, KindFrom::Number),
        (Some(said), _) => (said, KindFrom::Label),
        (None, Some(planned)) => (planned, KindFrom::Number),
        (None, None) => (Kind::Other, KindFrom::Nothing),
    }
}

/// Whether a word, lower case and without accents, names a kind in labels.
pub(crate) fn is_word(word: &str) -> bool {
    is_fax_word(word) || WORDS.iter().any(|(_, words)| words.contains(word))
}

/// The kind a text names, by whole words: "Fairfax office" is no fax.
fn said_by(text: &str) -> Option<Kind> {
    let text = any_ascii::any_ascii(text).to_ascii_lowercase();
    let said = text.split(|letter: char| !letter.is_ascii_alphabetic());
    WORDS.iter().find(|(_, words)| said.clone().any(|word| words.contains(word))).map(|(kind, _)| *kind)
}
