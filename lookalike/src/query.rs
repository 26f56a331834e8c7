//! Lists: the records a query string asks for, their order, and the page around them.

use std::cmp::Reverse;

use serde_json::{Value, json};
use url::form_urlencoded;

use crate::account::Account;
use crate::answers::Answer;
use crate::behaviour::{Behaviour, Quirk};
use crate::include;
use crate::records::Record;

/// Lists carry this many characters of an organization's quick notes.
const QUICK_NOTES: usize = 250;

const DEFAULT_PAGE_SIZE: usize = 50;

#[derive(Debug, Default)]
struct ListQuery {
    page: Option<usize>,
    size: Option<usize>,
    sort: Vec<(String, bool)>,
    filters: Vec<(String, Vec<String>)>,
    other: Vec<(String, String)>,
}

impl ListQuery {
    /// Reads a query string; unknown parts are kept for the links and otherwise ignored.
    fn parse(query: &str) -> Self {
        let mut parsed = Self::default();
        for (key, value) in form_urlencoded::parse(query.as_bytes()) {
            match &*key {
                "page[number]" => parsed.page = value.parse().ok(),
                "page[size]" => parsed.size = value.parse().ok(),
                key => {
                    if key == "sort" {
                        let name = |key: &str| key.trim_start_matches('-').replace('-', "_");
                        parsed.sort = value.split(',').map(|key| (name(key), key.starts_with('-'))).collect();
                    } else if let Some(name) = key.strip_prefix("filter[").and_then(|rest| rest.strip_suffix(']')) {
                        parsed.filters.push((name.replace('-', "_"), split_list(&value)));
                    }
                    parsed.other.push((key.to_owned(), value.into_owned()));
                }
            }
        }
        parsed
    }
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Address<'a> {
    /// Scheme and host as the request has them.
    pub host: &'a str,
    pub path: &'a str,
    /// Without the question mark.
    pub query: &'a str,
    /// The organization in the path. Such lists ignore filters.
    pub organization: Option<u64>,
}

pub(super) fn list<R: Record>(
    account: &Account,
    behaviour: &Behaviour,
    address: Address<'_>,
    is_listed: impl Fn(&R) -> bool,
) -> Answer {
    let query = ListQuery::parse(address.query);
    let has = |quirk| behaviour.quirks.contains(&quirk);
    let size = query.size.filter(|&size| size > 0).unwrap_or(DEFAULT_PAGE_SIZE).min(behaviour.page_cap);
    if size > behaviour.slow_above {
        return Answer::timed_out();
    }
    let filtered = address.organization.is_none() && !has(Quirk::IgnoresFilters);
    let is_filtered_by = |name| query.filters.iter().any(|(key, _)| key == name);
    let lone_psa_id = is_filtered_by("psa_id") && !is_filtered_by("psa_integration_type");
    if filtered && lone_psa_id && has(Quirk::RefusesLonePsaId) {
        return Answer::error(400, "Bad Request", Some("psa_integration_type is required"), None);
    }
    let mut records: Vec<&R> = R::all(account)
        .values()
        .filter(|record| address.organization.is_none() || record.organization() == address.organization)
        .filter(|record| is_listed(record))
        .filter(|record| !filtered || query.filters.iter().all(|filter| admits(*record, account, filter, lone_psa_id)))
        .collect();
    if !has(Quirk::IgnoresSort) {
        sort(&mut records, account, &query.sort);
    }
    let page = query.page.unwrap_or(1).max(1);
    let shown = || records.iter().copied().skip((page - 1).saturating_mul(size)).take(size);
    let data: Vec<Value> = shown()
        .map(|record| replaced(record, behaviour).unwrap_or_else(|| abridged(resource(record, account))))
        .collect();
    let mut document = json!({ "data": data });
    let pages = records.len().div_ceil(size);
    let next = (page < pages).then(|| page + 1);
    let previous = page.checked_sub(1).filter(|&previous| previous > 0);
    if !has(Quirk::OmitsMeta) {
        document["meta"] = json!({
            "current-page": page,
            "next-page": next,
            "prev-page": previous,
            "total-pages": pages,
            "total-count": i64::try_from(records.len()).unwrap_or(i64::MAX) + behaviour.miscount,
            "filters": {},
        });
    }
    let link = |page: usize| link(address, &query, page, size);
    let mut links = json!({
        "self": link(page),
        "first": link(1),
        "prev": previous.map(link),
        "next": next.map(link),
        "last": link(pages.max(1)),
    });
    if let (true, Some(links)) = (has(Quirk::OmitsNullLinks), links.as_object_mut()) {
        links.retain(|_, link| !link.is_null());
    }
    document["links"] = links;
    include::add(&mut document, address.query, shown());
    Answer::json(200, &document)
}

/// One record.
pub(super) fn show<R: Record>(record: &R, account: &Account, behaviour: &Behaviour, address: Address<'_>) -> Answer {
    let data = replaced(record, behaviour).unwrap_or_else(|| resource(record, account));
    let mut document = json!({ "data": data });
    include::add(&mut document, address.query, [record]);
    Answer::json(200, &document)
}

fn replaced<R: Record>(record: &R, behaviour: &Behaviour) -> Option<Value> {
    let replaced = behaviour.replaced.get(&record.id());
    replaced.filter(|_| R::KIND == "contacts").cloned()
}

pub(super) fn resource<R: Record>(record: &R, account: &Account) -> Value {
    json!({
        "id": record.id().to_string(),
        "type": R::KIND,
        "attributes": record.attributes(account),
        "relationships": {},
    })
}

/// The same record as lists carry it.
fn abridged(mut resource: Value) -> Value {
    if let Some(Value::String(notes)) = resource.pointer_mut("/attributes/quick-notes") {
        *notes = notes.chars().take(QUICK_NOTES).collect();
    }
    resource
}

/// A link to another page of the same list: with the request's own host, and brackets encoded.
fn link(address: Address<'_>, query: &ListQuery, page: usize, size: usize) -> String {
    let encoded = form_urlencoded::Serializer::new(String::new())
        .extend_pairs(&query.other)
        .append_pair("page[number]", &page.to_string())
        .append_pair("page[size]", &size.to_string())
        .finish();
    format!("{}{}?{encoded}", address.host, address.path)
}

/// Splits a filter's value at its commas; `\,` is a comma of the value itself.
fn split_list(value: &str) -> Vec<String> {
    let value = value.replace(r"\,", "\0");
    value.split(',').map(|part| part.replace('\0', ",")).collect()
}

/// Whether a record passes a filter. Filters unknown to the kind of record let everything through.
fn admits<R: Record>(record: &R, account: &Account, (name, wanted): &(String, Vec<String>), lone_psa_id: bool) -> bool {
    if !R::FILTERS.contains(&name.as_str()) || (lone_psa_id && name == "psa_id") {
        return true;
    }
    let field = record.field(name, account);
    if R::RANGES.contains(&name.as_str()) {
        let bound = |index: usize| wanted.get(index).map(String::as_str).filter(|bound| !matches!(*bound, "" | "*"));
        let moment = |text: &str| text.parse::<jiff::Timestamp>().ok();
        let Some(at) = field.as_str().and_then(moment) else { return false };
        return bound(0).and_then(moment).is_none_or(|from| at >= from)
            && bound(1).and_then(moment).is_none_or(|to| at <= to);
    }
    wanted.iter().any(|wanted| match &field {
        Value::String(text) => text == wanted,
        Value::Number(number) => number.to_string() == *wanted,
        Value::Bool(flag) => matches!((flag, wanted.as_str()), (true, "true" | "1") | (false, "false" | "0")),
        _ => false,
    })
}

/// Sorts by the keys that the kind of record knows, empty ones last (rising) or first (falling), and by the id in the end.
fn sort<R: Record>(records: &mut [&R], account: &Account, keys: &[(String, bool)]) {
    let known = || keys.iter().rev().filter(|(key, _)| R::SORTS.contains(&key.as_str()));
    if known().next().is_some_and(|(_, descending)| *descending) {
        records.reverse();
    }
    // Stable sorts from the last key to the first add up to one sort by all of them.
    for (key, descending) in known() {
        let sort_key = |record: &&R| match record.field(key, account) {
            Value::String(text) => (0, text),
            Value::Number(number) => (number.as_u64().unwrap_or(0), String::new()),
            _ => (u64::MAX, String::new()),
        };
        if *descending {
            records.sort_by_cached_key(|record| Reverse(sort_key(record)));
        } else {
            records.sort_by_cached_key(sort_key);
        }
    }
}
