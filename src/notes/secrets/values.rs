//! What looks like a secret by itself, and what only looks so.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::vocabulary::LANGUAGES;
use super::words::folded;

/// Words that tell about a secret instead of being one: "password: see KB", "the password is with Jane".
static TELLING: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    words(
        "a ac al an and as ask asks at au aux available be bei beim but call can cannot case chez contact dans das de \
    demander der des die do does doit does du een el en est et expires for from get has have held her his il im in inside is ist it \
    its kept known la le les los long managed may must muss my na nach need needs never nicht nie no non none not nowhere nur of on only \
    or our oder off out over para pas per please policy por pour read required requires reset resets same saved see sera set should siehe \
    sobre somewhere still stored sur tbd tba the their them then they this to too ubicado unbekannt und under unknown unter until usually ver vom \
    von voir was we were when where which will with within without wird y you your zu zum zur n/a na always also already changed expired changes \
    change protected given locked shared written sent emailed via through inactive blank empty \
    abgelaufen geandert bekannt notwendig erforderlich gesperrt gespeichert hinterlegt oublie expire perdu caducada guardada necesaria",
    )
});

/// The same in the languages the bot does not speak. Phrases count by their first word.
static TELLING_ELSEWHERE: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let phrases = LANGUAGES.iter().flat_map(|language| language.tells.split(','));
    phrases.filter_map(|phrase| phrase.split_whitespace().next()).map(folded).collect()
});

/// Words that make what follows a number of another kind: "ext. 4471", "ticket 12345".
static NUMBERED: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    words(
        "ext extn extension x phone tel telephone telefon mobile cell fax handy mobil durchwahl nebenstelle poste movil \
    telefono room suite unit floor zimmer raum ticket case order invoice incident req request ref po zip plz since until before \
    after zip plz year in port version kb call dial ring number nr customer kunde client employee badge asset",
    )
});

/// Prepositions after a label that say what the secret is of: "password for the VPN: x".
static OF: LazyLock<HashSet<&str>> =
    LazyLock::new(|| words("for to of on at in fur zum zur vom von im am pour du de des d del de para por sur auf a"));

/// Words after a label that make it another thing: "password policy: 12 characters", "key holder: Jane".
static OTHER: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    words(
        "policy policies reset resets change changes manager managers expiry expiration expires rotation hint holder holders \
    vault contact owner owners admin admins request requests rules length richtlinie richtlinien politique politica keeper protected \
    management writer app portal box pad",
    )
});

fn words(list: &'static str) -> HashSet<&'static str> {
    list.split_ascii_whitespace().collect()
}

/// Whether a word tells about a secret.
pub(super) fn tells(chunk: &str) -> bool {
    let word = folded(chunk);
    let odd = chunk.chars().any(char::is_numeric)
        || chunk
            .trim_matches(is_edge)
            .chars()
            .any(|char| !char.is_alphanumeric() && char != '\'' && char != '-' && char != '/');
    !odd && (TELLING.contains(word.as_str())
        || TELLING_ELSEWHERE.contains(&word)
        || (word.len() > 5 && (word.ends_with("ed") || word.ends_with("ing"))))
}

/// Whether a word says what a secret is of.
pub(super) fn is_preposition(word: &str) -> bool {
    OF.contains(word)
}

/// Whether a word makes a label another thing.
pub(super) fn is_other_thing(word: &str) -> bool {
    OTHER.contains(word)
}

/// Whether a word makes the number behind it one of another kind.
pub(super) fn is_numbered(word: &str) -> bool {
    NUMBERED.contains(word)
}

/// Whether a run is the name of a field: "Phone:".
pub(super) fn is_field(run: &str) -> bool {
    let name = run.strip_suffix(':').unwrap_or_default();
    name.chars().count() > 1 && name.chars().all(|char| char.is_alphabetic() || char == '-' || char == '/')
}

/// Marks around a word that are no part of it.
pub(super) fn is_edge(char: char) -> bool {
    matches!(
        char,
        '(' | ')'
            | '['
            | ']'
            | '"'
            | '\''
            | '“'
            | '”'
            | '„'
            | '«'
            | '»'
            | '‘'
            | '’'
            | '`'
            | ','
            | '.'
            | ';'
            | ':'
            | '<'
            | '>'
            | '{'
            | '}'
    )
}

/// Whether a run right behind a label looks like no word.
pub(super) fn is_odd(chunk: &str) -> bool {
    looks_odd(chunk, 3) && !is_ordinary(chunk)
}

/// Whether a run further on does: longer, since product names have digits too ("M365", "Win11").
pub(super) fn is_very_odd(chunk: &str) -> bool {
    let core = chunk.trim_matches(is_edge);
    core.chars().any(char::is_alphabetic) && looks_odd(chunk, 6) && !is_ordinary(chunk) && !is_host(core)
}

fn looks_odd(chunk: &str, least: usize) -> bool {
    let core = chunk.trim_matches(is_edge);
    let digits = core.chars().filter(char::is_ascii_digit).count();
    let letters = core.chars().filter(|char| char.is_alphabetic()).count();
    let inner = core.trim_end_matches(['!', '?', '*', '…']);
    let symbols = inner.chars().any(|char| "!#$%^&*+~?=@_\\{}<>|".contains(char));
    let inner_capital = core.chars().zip(core.chars().skip(1)).any(|(a, b)| a.is_lowercase() && b.is_uppercase());
    core.chars().count() >= least
        && ((letters > 0 && digits > 0)
            || ((letters > 0 || digits > 0) && symbols)
            || digits >= 4
            || (inner_capital && letters >= 8))
}

/// What has digits or signs and is read by anybody: an address, a number to call, a date, an hour.
pub(super) fn is_ordinary(chunk: &str) -> bool {
    let core = chunk.trim_matches(is_edge);
    is_email(core)
        || core.contains("://")
        || core.starts_with("www.")
        || is_phone(core)
        || is_time(core)
        || is_product(core)
}

fn is_email(core: &str) -> bool {
    core.split_once('@').is_some_and(|(user, host)| !user.is_empty() && is_host(host))
}

/// "vpn2.acme.example", with letters only at its end.
fn is_host(core: &str) -> bool {
    let parts = || core.split(['/', ':']).next().unwrap_or_default().split('.');
    let ends =
        parts().next_back().is_some_and(|end| end.len() >= 2 && end.bytes().all(|byte| byte.is_ascii_lowercase()));
    ends && parts().count() > 1
        && parts().all(|part| !part.is_empty() && part.chars().all(|char| char.is_alphanumeric() || char == '-'))
}

/// Digits in groups, as numbers to call are written.
pub(super) fn is_phone(core: &str) -> bool {
    let digits = core.bytes().filter(u8::is_ascii_digit).count();
    let marks = core.bytes().all(|byte| byte.is_ascii_digit() || b"+()-./".contains(&byte));
    let extension = core.trim_start_matches('e').strip_prefix('x').map(|rest| rest.trim_start_matches(['t', '.']));
    (marks && digits >= 7 && core.bytes().any(|byte| !byte.is_ascii_digit()))
        || extension.is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Hours, dates and ordinal numbers: "9am", "08:00-17:00", "24/7", "2025-01-31", "2nd", "30min".
fn is_time(core: &str) -> bool {
    let lower = core.to_lowercase();
    let digits = lower.bytes().filter(u8::is_ascii_digit).count();
    let is_number = |part: &str| part.is_empty() || (part.len() <= 4 && part.bytes().all(|byte| byte.is_ascii_digit()));
    let grouped = lower.contains([':', '/', '-', '.', '–']) && lower.split([':', '/', '-', '.', '–']).all(is_number);
    let units = "ampmhsndrthuhrminedaysx:-–/.t";
    let end = lower.trim_start_matches(|char: char| char.is_ascii_digit());
    let unit = ["am", "pm", "h", "st", "nd", "rd", "th", "uhr", "hrs", "min", "mins", "days", "x", "s"].contains(&end);
    let hours = digits <= 8
        && (lower.contains("am") || lower.contains("pm") || lower.contains('h'))
        && lower.starts_with(|char: char| char.is_ascii_digit())
        && lower.chars().all(|char| char.is_ascii_digit() || units.contains(char))
        && lower.len() <= digits + 6;
    (grouped && digits <= 8)
        || (unit && digits <= 4 && digits > 0 && lower.starts_with(|char: char| char.is_ascii_digit()))
        || hours
}

fn is_product(core: &str) -> bool {
    matches!(
        folded(core).as_str(),
        "office365"
            | "microsoft365"
            | "onepassword"
            | "1password"
            | "lastpass"
            | "bitwarden"
            | "itglue"
            | "sharepoint"
            | "onedrive"
            | "connectwise"
            | "connectsecure"
    )
}
