//! The four kinds of records as the service sends them: ids of records as strings and foreign ids as numbers, every
//! key present even where it is empty.

mod contact;
mod rows;

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde_json::{Value, json};

use crate::account::{Account, Adapter, Psa};

pub(super) trait Record: Sized + 'static {
    /// The `type` of the resources.
    const KIND: &'static str;
    /// The filters that lists know, with underscores.
    const FILTERS: &'static [&'static str];
    /// Those of the filters that take two ends, `from,to`.
    const RANGES: &'static [&'static str] = &[];
    const SORTS: &'static [&'static str];

    fn all(account: &Account) -> &BTreeMap<u64, Self>;

    fn id(&self) -> u64;

    /// The organization in whose list the record is.
    fn organization(&self) -> Option<u64> {
        None
    }

    fn psa(&self) -> Option<&Psa> {
        None
    }

    /// The systems outside that the record is linked to, its ticket system first.
    fn adapters(&self) -> Vec<Adapter> {
        self.psa().map(Adapter::from).into_iter().collect()
    }

    fn attributes(&self, account: &Account) -> Value;

    /// The value for filters and sort keys: a string, a number, a flag, or null.
    fn field(&self, name: &str, account: &Account) -> Value {
        match name {
            "id" => json!(self.id()),
            "psa_id" => json!(self.psa().map(|psa| &psa.id)),
            "psa_integration_type" => json!(self.psa().map(|psa| &psa.system)),
            "primary_email" => {
                let attributes = self.attributes(account);
                let mut emails = attributes["contact-emails"].as_array().into_iter().flatten();
                emails.find(|email| email["primary"] == true).map(|email| email["value"].clone()).unwrap_or_default()
            }
            name => self.attributes(account)[name.replace('_', "-")].take(),
        }
    }
}

/// A moment as the service writes it: with milliseconds.
fn moment(at: Timestamp) -> String {
    format!("{at:.3}")
}

/// The service's reading form of a number: North American ones are grouped, others are left alone.
fn formatted(digits: &str) -> String {
    match (digits.get(..3), digits.get(3..6), digits.get(6..)) {
        (Some(area), Some(exchange), Some(line)) if line.len() == 4 => format!("({area}) {exchange}-{line}"),
        _ => digits.to_owned(),
    }
}
