//! Single fields as the service, its relatives and its older versions write them: a number may be a string, a flag may
//! be null, a text may be blank.

use jiff::Timestamp;
use serde::de::{Deserialize, Deserializer, Error};

use crate::itglue::wire::text as texts;

/// Any JSON value that is neither an array nor an object.
#[derive(serde::Deserialize)]
#[serde(untagged)]
enum Scalar {
    Nothing(()),
    Flag(bool),
    Whole(u64),
    Number(f64),
    Text(String),
}

/// A trimmed text; `None` where it is empty.
pub(super) fn text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Box<str>>, D::Error> {
    let text = untrimmed(deserializer)?;
    Ok(text.as_deref().and_then(texts::filled))
}

/// A text as it is sent, for fields whose length matters.
pub(super) fn untrimmed<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Box<str>>, D::Error> {
    match Scalar::deserialize(deserializer)? {
        Scalar::Nothing(()) => Ok(None),
        Scalar::Flag(_) => Err(D::Error::custom("a flag instead of a text")),
        Scalar::Whole(number) => Ok(Some(number.to_string().into())),
        Scalar::Number(number) => Ok(Some(number.to_string().into())),
        Scalar::Text(text) => Ok(Some(text.into())),
    }
}

/// A text of one line, cleaned.
pub(super) fn line<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Box<str>>, D::Error> {
    Ok(text(deserializer)?.and_then(|text| texts::line(&text)))
}

/// The same for a text whose lines may be several things.
pub(super) fn lines<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Box<str>>, D::Error> {
    Ok(text(deserializer)?.and_then(|text| texts::lines(&text)))
}

pub(super) fn id<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<u64>, D::Error> {
    match Scalar::deserialize(deserializer)? {
        Scalar::Nothing(()) => Ok(None),
        Scalar::Whole(number) => Ok(Some(number)),
        Scalar::Number(number) => whole(number).map(Some).ok_or_else(|| D::Error::custom("no id")),
        Scalar::Text(text) if text.trim().is_empty() => Ok(None),
        Scalar::Text(text) => text.trim().parse().map(Some).map_err(D::Error::custom),
        Scalar::Flag(_) => Err(D::Error::custom("no id")),
    }
}

/// A whole number written with a decimal point: "1.0".
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the bounds are checked")]
fn whole(number: f64) -> Option<u64> {
    // Beyond this, a float stands for several whole numbers.
    const LARGEST: f64 = 9_007_199_254_740_991.0;
    ((0.0..=LARGEST).contains(&number) && number.fract() == 0.0).then_some(number as u64)
}

pub(super) fn own_id<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u64, D::Error> {
    id(deserializer)?.ok_or_else(|| D::Error::custom("no id"))
}

/// A flag; null means no.
pub(super) fn flag<'de, D: Deserializer<'de>>(deserializer: D) -> Result<bool, D::Error> {
    match Scalar::deserialize(deserializer)? {
        Scalar::Nothing(()) => Ok(false),
        Scalar::Flag(flag) => Ok(flag),
        Scalar::Whole(number @ 0..=1) => Ok(number == 1),
        Scalar::Text(text) => match text.trim() {
            "" | "false" | "0" => Ok(false),
            "true" | "1" => Ok(true),
            _ => Err(D::Error::custom("no flag")),
        },
        Scalar::Whole(_) | Scalar::Number(_) => Err(D::Error::custom("no flag")),
    }
}

/// A moment. An unreadable one is not worth losing the record for.
#[expect(clippy::unnecessary_wraps, reason = "the signature is serde's")]
pub(super) fn moment<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Timestamp>, D::Error> {
    match Scalar::deserialize(deserializer) {
        Ok(Scalar::Text(text)) => Ok(text.trim().parse().ok()),
        _ => Ok(None),
    }
}

#[expect(clippy::unnecessary_wraps, reason = "the signature is serde's")]
pub(super) fn count<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<usize>, D::Error> {
    Ok(id(deserializer).ok().flatten().and_then(|number| usize::try_from(number).ok()))
}
