//! The numbers of a card: what to call now, and how certain that is.

use crate::access::Field;
use crate::answer::card::{Best, Card, OrderInForce, SiteOf, SitePhone};
use crate::answer::language::Language;
use crate::answer::phrases::card::{found, numbered, shown};
use crate::answer::phrases::{BETWEEN, form};
use crate::answer::words::{Words, cut, theirs};
use crate::notebook::attempts::WrongReason;
use crate::policy::Layout;
use crate::reach::number::{CountryFrom, Kind, KindFrom, Number, Ranked};

/// What stands between two numbers of one site.
const BETWEEN_NUMBERS: &str = "; ";

/// The longest remark shown beside a number: two lines on a phone.
const LONGEST_REMARK: usize = 60;

/// The numbers to call, the one to call now first; for a contact without any, what else there is.
pub(super) fn lines(card: &Card, language: Language) -> Vec<Words> {
    if card.withheld.keeps(Field::Phone) {
        return vec![language.say("phone-withheld")];
    }
    if card.numbers.is_empty() {
        return without_any(card, language);
    }
    let mut best = card.best.as_ref().map(|best| best_now(best, card, language));
    let count = card.numbers.len();
    let shown = card.numbers.iter().take(shown(card, count)).map(|number| {
        let words = ranked(number, best.take(), card, language);
        found::marked(words, count > 1 && found::is_by_number(card, &number.number), language)
    });
    let mut lines = numbered(["phone", "other-phone"], "phone", shown, language);
    let is_cut = card.layout == Layout::Compact && count > 1;
    lines.extend(is_cut.then(|| language.say_with("other-numbers", [("count", (count - 1).into())])));
    lines
}

/// A number with its kind and its certainty.
pub fn number(number: &Number, dial_link: bool, language: Language) -> Words {
    with_reason(number, None, dial_link, language)
}

fn with_reason(number: &Number, best: Option<Words>, dial_link: bool, language: Language) -> Words {
    let dial = number.dial().filter(|_| dial_link).map(Words::dial);
    let reading = dial.unwrap_or_default().copy(number.reading.as_str());
    let reading = match &number.extension {
        Some(extension) => {
            let extension = Words::default().copy(extension.as_str());
            language.say_with("extension", [("number", reading.into()), ("extension", extension.into())])
        }
        None => reading,
    };
    let label = number.label.as_deref().map(theirs);
    let completed_from = number
        .completed_from
        .as_deref()
        .map(|field| language.say_with("number-completed", [("field", theirs(cut(field, LONGEST_REMARK)).into())]));
    let remark = number.remark.as_deref().map(|remark| theirs(cut(remark, LONGEST_REMARK)));
    let unverified = number.e164.is_none().then(|| language.say("number-unverified"));
    let guessed = guessed(number, language);
    let parts = [Some(reading), remark, label, kind(number, language), best, completed_from, guessed, unverified];
    Words::default().list(parts.into_iter().flatten(), BETWEEN)
}

pub fn of_site(numbers: &[Number], dial_links: bool, language: Language) -> Words {
    Words::default().list(numbers.iter().map(|it| number(it, dial_links, language)), BETWEEN_NUMBERS)
}

/// The phone of the contact's own site, where the contact has numbers as well.
pub(super) fn of_own_site(card: &Card, language: Language) -> Option<Words> {
    let phone = card.site_phone.as_ref().filter(|phone| phone.of == SiteOf::Contact && !card.numbers.is_empty())?;
    let phone = of_site(&phone.numbers, card.offers.dial_links, language);
    Some(language.say_with("location-phone", [("phone", phone.into())]))
}

fn without_any(card: &Card, language: Language) -> Vec<Words> {
    let none = language.say(if card.has_fax { "only-fax" } else { "no-phone" });
    let last_resort = |SitePhone { numbers, of }: &SitePhone| {
        let phone = of_site(numbers, card.offers.dial_links, language).into();
        language.say_with("site-phone", [("of", <&str>::from(of).into()), ("phone", phone)])
    };
    [none].into_iter().chain(card.site_phone.as_ref().map(last_resort)).collect()
}

fn ranked(ranked: &Ranked, best: Option<Words>, card: &Card, language: Language) -> Words {
    // First, so that it is read before the number is dialled.
    let wrong = reported_wrong(ranked, card, language);
    let parts = wrong.into_iter().chain([with_reason(&ranked.number, best, card.offers.dial_links, language)]);
    Words::default().list(parts, BETWEEN)
}

/// How often the number was reported wrong, and why.
fn reported_wrong(ranked: &Ranked, card: &Card, language: Language) -> Option<Words> {
    let count = usize::try_from(ranked.reported_wrong).unwrap_or(usize::MAX);
    let reasons = card.wrong.get(&ranked.number.fingerprint).into_iter().flatten();
    // Another reason says no more than the report itself.
    let reasons = reasons.filter(|reason| **reason != WrongReason::Other);
    let reasons = reasons.map(|reason| Words::new(form::wrong_reason(*reason, language)));
    let reasons = Words::default().list(reasons, ", ");
    match count {
        0 => None,
        _ if reasons.pieces().is_empty() => Some(language.say_with("number-wrong", [("count", count.into())])),
        _ => {
            let values = [("count", count.into()), ("reasons", reasons.into())];
            Some(language.say_with("number-wrong-because", values))
        }
    }
}

/// The mark of the best number now, with the reason unless another line of the card gives it.
fn best_now(best: &Best, card: &Card, language: Language) -> Words {
    let order = card.chain.as_ref().map(|chain| chain.order);
    let is_closed = card.hours.as_ref().is_some_and(|hours| !hours.open);
    let is_said = match best {
        Best::AskedFor { quote } => card.hours.as_ref().is_some_and(|hours| hours.quote == *quote),
        Best::MobileOutOfHours | Best::HomeOutOfHours => is_closed || order == Some(OrderInForce::OutOfHours),
        Best::Mobile => order == Some(OrderInForce::Unknown),
    };
    match best {
        _ if is_said => language.say("best-now"),
        Best::AskedFor { quote } => language.say_with("best-asked-for", [("quote", theirs(quote.as_str()).into())]),
        Best::MobileOutOfHours => language.say("best-mobile-out-of-hours"),
        Best::HomeOutOfHours => language.say("best-home-out-of-hours"),
        Best::Mobile => language.say("best-mobile"),
    }
}

/// The kind of a number, where the label does not say so.
fn kind(number: &Number, language: Language) -> Option<Words> {
    if matches!(number.kind, Kind::Fax | Kind::Other) {
        return None;
    }
    let kind = || [("kind", <&str>::from(number.kind).into())];
    match (number.kind_from, &number.label) {
        // Beside a label, "fixed line" says nothing new.
        (KindFrom::Number, Some(_)) if number.kind == Kind::Landline => None,
        (KindFrom::Number, _) => Some(language.say_with("kind-by-number", kind())),
        (KindFrom::Label, None) => Some(language.say_with("kind", kind())),
        (KindFrom::Label, Some(_)) | (KindFrom::Nothing, _) => None,
    }
}

fn guessed(number: &Number, language: Language) -> Option<Words> {
    let guess = number.country.filter(|_| number.is_guessed())?;
    let from = match guess.from {
        CountryFrom::Location => "location",
        CountryFrom::Organization => "organization",
        CountryFrom::Default => "default",
        CountryFrom::CallingCode | CountryFrom::Number => "digits",
        CountryFrom::Withheld => return Some(language.say("country-guessed-withheld")),
    };
    let country = Words::new(guess.country.code().to_owned()).into();
    Some(language.say_with("country-guessed", [("from", from.into()), ("country", country)]))
}
