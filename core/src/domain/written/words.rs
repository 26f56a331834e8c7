//! Words beside phone numbers, of many languages.

use std::collections::HashSet;
use std::sync::LazyLock;

use any_ascii::any_ascii;

/// Words and letters that an extension follows. Those of libphonenumber (`createExtnPattern`, and the prefixes of its
/// regions: "ext", "x", "int", "доб", "anexo"), and what telephone systems are labelled with elsewhere.
const EXTENSION: &str = "\
    x xt xtn xtension xtensio xtension ext extn exten extension extensao extensio extensión extensió \
    dw durchwahl app apparat nst nebenstelle \
    poste int interno interne interna interni anexo ramal \
    toestel tst ankn anknytning lokal lok loc local linje internnr \
    alanumero alanro sisäinen wew wewn wewnętrzny linka klapka kl mellék mell dahili dah \
    interior kućni sise iekš vidinis \
    доб добавочный дод внутр вн вътр εσωτ εσωτερικό \
    שלוחה تحويلة داخلي داخلی فرعي \
    内線 內線 内线 分机 分機 转 轉 转分机 轉分機 내선 ต่อ nhánh";

/// From this length on a word for an extension means nothing else.
pub(super) const SHORTEST_CLEAR: usize = 3;

/// Words beside a number that say nothing about it.
const NEUTRAL: &str = "\
    t tel telf tlf tfno telephone telefon telefono téléphone telefoon puhelin phone phones ph number numbers no nr num \
    nummer número numéro n sip call caller from тел телефон τηλ 电话 電話 전화 هاتف טלפון";

/// Words between two numbers.
const OR: &str = "or and oder und ou et o y e u of en eller och og tai lub i veya ve или 或";

static EXTENSION_WORDS: LazyLock<HashSet<String>> = LazyLock::new(|| folded(EXTENSION));

static NEUTRAL_WORDS: LazyLock<HashSet<String>> = LazyLock::new(|| folded(NEUTRAL));

static OR_WORDS: LazyLock<HashSet<String>> = LazyLock::new(|| folded(OR));

pub(super) fn is_extension(word: &str) -> bool {
    EXTENSION_WORDS.contains(word)
}

/// Whether a word, in lower-case ASCII, says nothing about the number beside it.
pub(crate) fn is_neutral(word: &str) -> bool {
    NEUTRAL_WORDS.contains(word)
}

pub(super) fn is_or(word: &str) -> bool {
    OR_WORDS.contains(word)
}

fn folded(words: &str) -> HashSet<String> {
    let letters = |word: &str| {
        let ascii = any_ascii(word).to_ascii_lowercase();
        ascii.chars().filter(char::is_ascii_alphabetic).collect()
    };
    words.split_whitespace().map(letters).collect()
}
