//! The kind of a number: by its label, else by the numbering plan.

use phonenumber::Type;
use strum::IntoStaticStr;

use crate::domain::contact::{FAX_WORDS, Phone};
use crate::domain::written::Written;

/// The kind of line behind a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
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
const WORDS: [(Kind, &str); 6] = [
    (Kind::Fax, FAX_WORDS),
    (Kind::Pager, "pager beeper bipeur buscapersonas funkmeldeempfanger"),
    (
        Kind::Mobile,
        "mobile mobil mob cell cellphone cellular smartphone iphone gsm handy handynummer diensthandy \
         firmenhandy mobilfunk mobilnummer mobiltelefon natel portable cellulaire movil celular cel",
    ),
    (Kind::Direct, "direct ddi did direkt direktwahl durchwahl directe directo directa"),
    (
        Kind::Home,
        "home private privat privatnummer zuhause prive privee domicile maison casa domicilio particular \
         privado",
    ),
    (
        Kind::Office,
        "work office business main switchboard reception desk headquarters hq buro buero arbeit \
         dienstlich geschaftlich geschaeftlich zentrale empfang firma hauptnummer bureau travail standard \
         accueil professionnel siege trabajo oficina centralita recepcion empresa principal",
    ),
];

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
    WORDS.iter().any(|(_, words)| words.split(' ').any(|known| known == word))
}

/// The kind a text names, by whole words: "Fairfax office" is no fax.
fn said_by(text: &str) -> Option<Kind> {
    let text = any_ascii::any_ascii(text).to_ascii_lowercase();
    let said: Vec<&str> = text.split(|letter: char| !letter.is_ascii_alphabetic()).collect();
    WORDS.iter().find(|(_, words)| words.split(' ').any(|word| said.contains(&word))).map(|(kind, _)| *kind)
}
