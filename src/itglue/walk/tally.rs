//! What a walk has seen, and whether it can be all.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::itglue::client::Keep;
use crate::itglue::wire::RecordPage;
use callsheet_core::directory::sweep::SeenRecords;

pub(super) struct Tally<R> {
    pub(super) records: BTreeMap<u64, Arc<R>>,
    unreadable: BTreeSet<u64>,
    pub(super) without_id: usize,
    /// The number of records, by the first page.
    total: Option<usize>,
    pub(super) is_steady: bool,
    pages: usize,
}

impl<R> Default for Tally<R> {
    fn default() -> Self {
        let (records, unreadable) = (BTreeMap::new(), BTreeSet::new());
        Self { records, unreadable, without_id: 0, total: None, is_steady: true, pages: 0 }
    }
}

impl<R> Tally<R> {
    /// Adds a page, and returns whether it held any new record.
    pub(super) fn add(&mut self, page: RecordPage<R>, keep: Keep<'_, R>) -> bool {
        let before = self.seen();
        if self.pages == 0 {
            self.total = page.total;
        }
        self.is_steady &= self.total == page.total;
        self.pages += 1;
        for (id, record) in page.records {
            self.unreadable.remove(&id);
            // In a list by latest change the first sight of a record is the newest; elsewhere it makes no difference.
            self.records.entry(id).or_insert_with(|| keep(record));
        }
        for id in page.unreadable {
            match id {
                Some(id) if self.records.contains_key(&id) => {}
                Some(id) => _ = self.unreadable.insert(id),
                None => self.without_id += 1,
            }
        }
        self.seen() > before
    }

    /// Adds records of an earlier round, where there is no newer version. From then on the count proves nothing.
    pub(super) fn fill_in(&mut self, earlier: BTreeMap<u64, Arc<R>>) {
        self.is_steady = false;
        for (id, record) in earlier {
            self.unreadable.remove(&id);
            self.records.entry(id).or_insert(record);
        }
    }

    /// How many records were seen, readable or not, each once.
    pub(super) fn seen(&self) -> usize {
        self.records.len() + self.unreadable.len() + self.without_id
    }

    /// Whether the pages agree with each other and with the count, where there is one.
    pub(super) fn is_settled(&self) -> bool {
        self.is_steady && self.total.is_none_or(|total| total == self.seen())
    }

    /// Whether every record that the service counts was seen, and can be told from the others.
    pub(super) fn is_complete(&self) -> bool {
        self.total.is_some() && self.is_settled() && self.without_id == 0
    }
}

impl<R> From<Tally<R>> for SeenRecords<R> {
    fn from(tally: Tally<R>) -> Self {
        Self {
            complete: tally.is_complete(),
            skipped: tally.unreadable.len() + tally.without_id,
            unreadable: tally.unreadable,
            records: tally.records.into_values().collect(),
        }
    }
}
