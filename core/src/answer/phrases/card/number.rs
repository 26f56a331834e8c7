//! The numbers of a card: what to call now, and how certain that is.

use crate::access::Field;
use crate::answer::card::{Best, Card, OrderInForce, SiteOf, SitePhone};
use crate::answer::language::Language;
use crate::answer::phrases::card::{MAX_SHOWN, found};
use crate::answer::phrases::{BETWEEN, form};
use crate::answer::words::{Line, Words, cut, theirs};
use crate::notebook::attempts::WrongReason;
use crate::reach::number::{CountryFrom, Kind, KindFrom, Number, Ranked};

/// What stands between two numbers of one site.
const BETWEEN_NUMBERS: &str = "; ";

/// The longest remark shown beside a number: two lines on a phone.
const LONGEST_REMARK: usize = 60;

/// The number to call now, large, and what is known about it; for a contact without any, what else there is.
pub(super) fn first(card: &Card, language: Language) -> Vec<Line> {
    if card.withheld.keeps(Field::Phone) {
        return vec![language.say("phone-withheld").into()];
    }
    let Some(ranked) = card.numbers.first() else { return without_any(card, language) };
    let number = &ranked.number;
    // First, so that it is read before the number is dialled.
    let wrong = reported_wrong(ranked, card, language);
    let best = card.best.as_ref().map(|best| best_now(best, card, language));
    let about = about(number, best, None, language);
    let found = found::mark(card.numbers.len() > 1 && found::is_by_number(card, number), language);
    let parts: Vec<Words> = wrong.into_iter().chain(about).chain(found).collect();
    large("phone", number, parts, card.offers.dial_links, language)
}

/// The other numbers, each with what the first does not say already.
pub(super) fn others(card: &Card, language: Language) -> Vec<Words> {
    let Some((first, others)) = card.numbers.split_first() else { return Vec::new() };
    let other = |ranked: &Ranked| {
        let number = &ranked.number;
        let dialled = dialled(number, card.offers.dial_links, language);
        let found = found::mark(found::is_by_number(card, number), language);
        let about = about(number, None, Some(&first.number), language);
        let parts = reported_wrong(ranked, card, language).into_iter().chain([dialled]).chain(about).chain(found);
        language.say_with("other-phone", [("phone", Words::default().list(parts, BETWEEN).into())])
    };
    let mut lines: Vec<Words> = others.iter().take(MAX_SHOWN - 1).map(other).collect();
    let rest = others.len().saturating_sub(MAX_SHOWN - 1);
    lines.extend((rest > 0).then(|| language.say_with("more-in-it-glue", [("count", rest.into())])));
    lines
}

/// How many numbers there are besides the first.
pub(super) fn count_of_others(card: &Card, language: Language) -> Option<Words> {
    let others = card.numbers.len().saturating_sub(1);
    (others > 0).then(|| language.say_with("other-numbers", [("count", others.into())]))
}

/// A number with its kind and its certainty, in one piece.
pub fn number(number: &Number, dial_link: bool, language: Language) -> Words {
    let dialled = dialled(number, dial_link, language);
    Words::default().list([dialled].into_iter().chain(about(number, None, None, language)), BETWEEN)
}

/// A number to dial by a tap or to copy, with what to dial once the call is answered.
fn dialled(number: &Number, dial_link: bool, language: Language) -> Words {
    let reading = || Words::default().copy(number.reading.as_str());
    let dialled = match number.dial() {
        Some(e164) if dial_link => Words::dial(e164, number.reading.as_str()),
        _ => reading(),
    };
    match &number.extension {
        Some(extension) => {
            let extension = Words::default().copy(extension.as_str());
            language.say_with("extension", [("number", dialled.into()), ("extension", extension.into())])
        }
        None => dialled,
    }
}

/// What is known about a number. A guess that was said of another number is not said again.
fn about(number: &Number, best: Option<Words>, said: Option<&Number>, language: Language) -> Vec<Words> {
    let label = number.label.as_deref().map(theirs);
    let completed_from = number
        .completed_from
        .as_deref()
        .map(|field| language.say_with("number-completed", [("field", theirs(cut(field, LONGEST_REMARK)).into())]));
    let remark = number.remark.as_deref().map(|remark| theirs(cut(remark, LONGEST_REMARK)));
    let unverified = number.e164.is_none().then(|| language.say("number-unverified"));
    let is_said = said.is_some_and(|said| said.country == number.country);
    let guessed = if is_said { None } else { guessed(number, language) };
    [remark, label, kind(number, language), best, completed_from, guessed, unverified].into_iter().flatten().collect()
}

/// A number in a line of its own, and below it what is known about it.
fn large(sentence: &'static str, number: &Number, about: Vec<Words>, dial_link: bool, language: Language) -> Vec<Line> {
    let dialled = language.say_with(sentence, [("phone", dialled(number, dial_link, language).into())]).large();
    let about = (!about.is_empty()).then(|| Words::default().list(about, BETWEEN).into());
    [dialled].into_iter().chain(about).collect()
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

fn without_any(card: &Card, language: Language) -> Vec<Line> {
    let none = language.say(if card.has_fax { "only-fax" } else { "no-phone" }).into();
    let last_resort = card.site_phone.iter().flat_map(|SitePhone { numbers, of }| {
        let of = language.say_with("site-phone", [("of", <&str>::from(of).into())]);
        let mut of = Some(of);
        numbers.iter().flat_map(move |number| {
            let about = of.take().into_iter().chain(about(number, None, None, language)).collect();
            large("location-number", number, about, card.offers.dial_links, language)
        })
    });
    [none].into_iter().chain(last_resort).collect()
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
