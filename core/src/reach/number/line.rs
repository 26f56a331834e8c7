//! The line of a number by its country's numbering plan.

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex, PoisonError};

use phonenumber::metadata::{DATABASE, Descriptor, Metadata};
use phonenumber::{PhoneNumber, Type};
use regex::{Regex, RegexBuilder};

/// The lines of a plan, in the order in which libphonenumber looks for them.
const LINES: [Type; 9] = [
    Type::PremiumRate,
    Type::TollFree,
    Type::SharedCost,
    Type::Voip,
    Type::PersonalNumber,
    Type::Pager,
    Type::Uan,
    Type::Voicemail,
    Type::FixedLine,
];

/// Patterns of plans that match the whole of a number only.
static WHOLE: LazyLock<Mutex<HashMap<&'static str, Option<Regex>>>> = LazyLock::new(Mutex::default);

/// The line of a number; `None` where no plan of its calling code has it.
///
/// The crate accepts a number that only begins like one of its plan, so a digit too many often passes there.
pub(super) fn of(number: &PhoneNumber) -> Option<Type> {
    let national = number.national().to_string();
    let own = number.country().id().and_then(|id| DATABASE.by_id(id.as_ref()));
    let all = DATABASE.by_code(&number.code().value()).unwrap_or_default();
    own.into_iter().chain(all).find_map(|plan| line(plan, &national))
}

fn line(plan: &'static Metadata, national: &str) -> Option<Type> {
    let has = |descriptor: Option<&'static Descriptor>| descriptor.is_some_and(|it| is_whole(it, national));
    let lines = plan.descriptors();
    if !has(Some(lines.general())) {
        return None;
    }
    let is_mobile = || has(lines.mobile());
    match LINES.into_iter().find(|line| has(lines.get(*line))) {
        Some(Type::FixedLine) if is_mobile() => Some(Type::FixedLineOrMobile),
        None => is_mobile().then_some(Type::Mobile),
        found => found,
    }
}

/// Whether a descriptor fits a number from the first digit to the last.
fn is_whole(descriptor: &'static Descriptor, national: &str) -> bool {
    if !descriptor.is_match(national) {
        return false;
    }
    let pattern = descriptor.national_number();
    // Most patterns have one length; the others may stop at a shorter alternative.
    if pattern.find(national).is_some_and(|found| found.end() == national.len()) {
        return true;
    }
    let mut known = WHOLE.lock().unwrap_or_else(PoisonError::into_inner);
    let whole = known.entry(pattern.as_str()).or_insert_with_key(|pattern| {
        let anchored = format!("^(?:{pattern})$");
        RegexBuilder::new(&anchored).ignore_whitespace(true).unicode(false).build().ok()
    });
    whole.as_ref().is_some_and(|whole| whole.is_match(national))
}
