//! From pages to collections: every record once, and whether they are certainly all.

mod tally;

use std::collections::BTreeMap;
use std::iter;
use std::ops::Range;
use std::sync::Arc;

use futures_util::stream::{FuturesUnordered, StreamExt};
use jiff::Timestamp;

use crate::itglue::client::{Client, Keep, OnPage};
use crate::itglue::error::{ItGlueError, Result};
use crate::itglue::exchange::CONCURRENCY;
use crate::itglue::page_size::PageSize;
use crate::itglue::walk::tally::Tally;
use crate::itglue::wire::{RecordPage, Resource};
use callsheet_core::directory::sweep::SeenRecords;

/// How often a collection that changes underneath is walked before it is returned as incomplete.
const ROUNDS: usize = 3;

/// The size of a page of recent changes: mostly there are few.
const CHANGES: usize = 250;

/// Ids in one lookup: as many as fit into an address that every proxy lets through.
const BATCH: usize = 100;

/// Reads a whole collection, by falling id. A record added meanwhile comes before the first page, which is read first,
/// and so is never seen: if there are as many records as at the beginning, they are exactly those.
pub(super) async fn all<R: Resource>(
    client: &Client,
    keep: Keep<'_, R>,
    on_page: OnPage<'_>,
) -> Result<SeenRecords<R>> {
    let mut earlier = BTreeMap::new();
    let mut round = 1;
    loop {
        let mut tally = read_once(client, keep, on_page).await?;
        if tally.is_settled() || round == ROUNDS {
            if !tally.is_complete() {
                // An earlier round may have seen what this one missed.
                tally.fill_in(earlier);
            }
            return Ok(tally.into());
        }
        tracing::debug!(path = R::PATH, round, "the collection changed while it was read");
        earlier.append(&mut tally.records);
        round += 1;
    }
}

/// Reads the records that changed at or after `since`, newest first. Neither `filter` nor the order is trusted: as
/// long as the order holds, the walk ends at the first older record, else at the end of the list.
pub(super) async fn changed_since<R: Resource>(
    client: &Client,
    filter: Option<(&'static str, String)>,
    since: Timestamp,
    updated_at: fn(&R) -> Option<Timestamp>,
) -> Result<SeenRecords<R>> {
    let mut query = vec![("sort", "-updated_at".to_owned())];
    query.extend(filter);
    let mut cursor = Cursor { client, query: &query, size: client.page_size().at_most(CHANGES), offset: 0 };
    let mut tally = Tally::default();
    let mut oldest = Timestamp::MAX;
    let mut in_order = true;
    let is_all = loop {
        let page = cursor.next::<R>().await?;
        for at in page.records.iter().filter_map(|(_, record)| updated_at(record)) {
            in_order &= at <= oldest;
            oldest = oldest.min(at);
        }
        let is_last = page.is_last || page.total.is_some_and(|total| cursor.offset >= total);
        let brought_news = tally.add(page, &Arc::new);
        if is_last || (in_order && oldest < since) {
            break true;
        }
        if !brought_news {
            break false;
        }
    };
    tally.records.retain(|_, record| updated_at(record).is_none_or(|at| at >= since));
    let complete = is_all && tally.is_steady && tally.without_id == 0;
    let mut walk = SeenRecords { complete, ..tally.into() };
    walk.records.sort_by_key(|record| std::cmp::Reverse(updated_at(record)));
    Ok(walk)
}

/// Looks records up by their ids. `None` where the answer is incomplete, or answers another question.
pub(super) async fn by_id<R: Resource>(client: &Client, ids: &[u64]) -> Result<Option<Vec<R>>> {
    let mut found = Vec::new();
    for batch in ids.chunks(BATCH) {
        let list: Vec<String> = batch.iter().map(u64::to_string).collect();
        let page = client.page::<R>(&[("filter[id]", list.join(","))], 1, batch.len()).await?;
        let is_answer = page.unreadable.is_empty()
            && page.total == Some(page.len())
            && page.records.iter().all(|(id, _)| batch.contains(id));
        if !is_answer {
            return Ok(None);
        }
        found.extend(page.records.into_iter().map(|(_, record)| record));
    }
    Ok(Some(found))
}

/// Walks a collection once: the first page tells how many records there are, the others come several at a time.
async fn read_once<R: Resource>(client: &Client, keep: Keep<'_, R>, on_page: OnPage<'_>) -> Result<Tally<R>> {
    let query = [("sort", "-id".to_owned())];
    let mut cursor = Cursor { client, query: &query, size: client.page_size(), offset: 0 };
    let mut tally = Tally::default();
    let page = cursor.next().await?;
    let (total, mut is_last) = (page.total, page.is_last);
    let mut brought_news = tally.add(page, keep);
    on_page(tally.seen(), total.unwrap_or(tally.seen()));
    if let Some(total) = total {
        read_rest(&mut cursor, total, &mut tally, keep, on_page).await?;
    } else {
        // The service gives no count: on to the last page, or to one without news.
        while brought_news && !is_last {
            let page = cursor.next().await?;
            is_last = page.is_last;
            brought_news = tally.add(page, keep);
            on_page(tally.seen(), tally.seen());
        }
    }
    client.keep_page_size(&cursor.size);
    Ok(tally)
}

/// Reads the records after the first page up to `total`, several pages at a time.
async fn read_rest<R: Resource>(
    cursor: &mut Cursor<'_>,
    total: usize,
    tally: &mut Tally<R>,
    keep: Keep<'_, R>,
    on_page: OnPage<'_>,
) -> Result<()> {
    let (client, query) = (cursor.client, cursor.query);
    // Spans of records not asked for yet.
    let mut waiting: Vec<Range<usize>> = iter::once(cursor.offset..total).collect();
    let mut under_way = FuturesUnordered::new();
    loop {
        while under_way.len() < CONCURRENCY
            && let Some((span, size)) = take_page(&mut waiting, &cursor.size)
        {
            under_way.push(async move {
                let answer = client.page::<R>(query, span.start / size + 1, size).await;
                (span, size, answer)
            });
        }
        let Some((span, size, answer)) = under_way.next().await else { return Ok(()) };
        match answer {
            Ok(page) if page.is_empty() => {
                // The list has become shorter than it said.
                waiting.clear();
                tally.add(page, keep);
            }
            Ok(page) => {
                cursor.size.succeeded(size);
                // Where the service sends less than it was asked for, the rest is asked for again.
                let end = page.total.map_or(span.end, |total| span.end.min(total));
                waiting.push(span.start + page.len()..end);
                tally.add(page, keep);
            }
            Err(ItGlueError::TimedOut) if size > 1 => {
                cursor.size.timed_out(size);
                waiting.push(span);
            }
            Err(error) => return Err(error),
        }
        on_page(tally.seen(), total);
    }
}

/// Cuts the next page off the waiting spans, in the present size.
fn take_page(waiting: &mut Vec<Range<usize>>, size: &PageSize) -> Option<(Range<usize>, usize)> {
    let span = iter::from_fn(|| waiting.pop()).find(|span| !span.is_empty())?;
    let size = size.at(span.start);
    let end = span.end.min(span.start + size);
    waiting.push(end..span.end);
    Some((span.start..end, size))
}

struct Cursor<'a> {
    client: &'a Client,
    query: &'a [(&'static str, String)],
    size: PageSize,
    offset: usize,
}

impl Cursor<'_> {
    /// Reads the next page, smaller where the service takes too long.
    async fn next<R: Resource>(&mut self) -> Result<RecordPage<R>> {
        loop {
            let size = self.size.at(self.offset);
            match self.client.page::<R>(self.query, self.offset / size + 1, size).await {
                Ok(page) => {
                    let is_capped = self.offset == 0
                        && (1..size).contains(&page.len())
                        && !page.is_last
                        && page.total.is_none_or(|total| total > page.len());
                    if is_capped {
                        // The service sends no more than this at once: pages are counted by what it really sends.
                        self.size = PageSize::up_to(page.len());
                    } else {
                        self.size.succeeded(size);
                    }
                    self.offset += page.len();
                    return Ok(page);
                }
                Err(ItGlueError::TimedOut) if size > 1 => {
                    tracing::warn!(size, "IT Glue took too long for a page of this size; asking for smaller ones");
                    self.size.timed_out(size);
                }
                Err(error) => return Err(error),
            }
        }
    }
}
