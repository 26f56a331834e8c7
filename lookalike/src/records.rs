//! The four kinds of records as the service sends them: ids of records as strings and foreign ids as numbers, every
//! key present even where it is empty.

mod contact;
mod rows;

use jiff::Timestamp;
use serde_json::{Value, json};

use crate::account::{Account, Psa};

/// A kind of record.
pub(super) trait Record: 'static {
    /// The `type` of the resources.
    const KIND: &'static str;
    /// The filters that lists know, with underscores.
    const FILTERS: &'static [&'static str];
    /// Those of the filters that take two ends, `from,to`.
    const RANGES: &'static [&'static str] = &[];
    /// The sort keys that lists know.
    const SORTS: &'static [&'static str];

    fn all(account: &Account) -> impl Iterator<Item = &Self>;

    fn get(account: &Account, id: u64) -> Option<&Self>;

    fn id(&self) -> u64;

    fn organization(&self) -> Option<u64>;

    /// The value for filters and sort keys: a string, a number, a flag, or null.
    fn field(&self, name: &str) -> Value;

    fn attributes(&self, account: &Account) -> Value;
}

/// A moment as the service writes it: with milliseconds.
fn moment(at: Timestamp) -> String {
    format!("{at:.3}")
}

/// The attribute `psa-integration`.
fn psa_state(psa: Option<&Psa>) -> Option<&str> {
    psa.map(|psa| psa.state.as_str())
}

/// The filters by ticket system, which all kinds share.
fn psa_field(psa: Option<&Psa>, name: &str) -> Value {
    match name {
        "psa_id" => json!(psa.map(|psa| &psa.id)),
        _ => json!(psa.map(|psa| &psa.system)),
    }
}

/// The service's reading form of a number: North American ones are grouped, others are left alone.
fn formatted(digits: &str) -> String {
    match (digits.get(..3), digits.get(3..6), digits.get(6..)) {
        (Some(area), Some(exchange), Some(line)) if line.len() == 4 => format!("({area}) {exchange}-{line}"),
        _ => digits.to_owned(),
    }
}
