//! What happens behind the page, as it happens: the panel's state, the journal's newest entries and the log's newest lines.

use std::convert::Infallible;

use axum::extract::State;
use axum::response::sse::{Event, KeepAlive, Sse};
use futures_util::{Stream, stream};
use serde_json::json;
use tokio::sync::watch;

use crate::audit;
use crate::playground::Playground;
use crate::playground::panel::Panel;
use crate::store::error::StoreError;
use crate::store::journal::Journal;
use crate::telemetry::tail::Lines;
use callsheet_core::journal::chain::Head;

/// Entries that a page which has just opened is told.
const FIRST: usize = 50;

/// What one page has been told so far.
struct Telling {
    journal: Journal,
    panel: watch::Receiver<Panel>,
    told: Option<Panel>,
    heads: watch::Receiver<Option<Head>>,
    entries: u64,
    log: watch::Receiver<Lines>,
    lines: usize,
}

/// Tells the page all there is, then what is new, for as long as it listens.
pub(super) async fn tell(State(playground): State<Playground>) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let Playground { desk, log, panel, .. } = playground;
    let journal = desk.journal.clone();
    let telling = Telling {
        heads: journal.heads(),
        journal,
        panel: panel.subscribe(),
        told: None,
        entries: 0,
        log: log.lines(),
        lines: 0,
    };
    let events = stream::unfold(telling, async |mut telling| {
        let event = telling.next().await?;
        Some((Ok(event), telling))
    });
    Sse::new(events).keep_alive(KeepAlive::default())
}

impl Telling {
    /// The next news; `None` once there will be none any more.
    async fn next(&mut self) -> Option<Event> {
        loop {
            let panel = *self.panel.borrow_and_update();
            let state = (self.told.replace(panel) != Some(panel)).then_some(panel);
            let (lines, seen) = self.log.borrow_and_update().after(self.lines);
            self.lines = seen;
            let entries = self.entries().await.unwrap_or_else(|error| {
                tracing::warn!(error = error.in_full(), "cannot read the audit log for the page");
                Vec::new()
            });
            if state.is_some() || !entries.is_empty() || !lines.is_empty() {
                return Event::default().json_data(json!({ "state": state, "entries": entries, "lines": lines })).ok();
            }
            tokio::select! {
                changed = self.panel.changed() => changed,
                changed = self.heads.changed() => changed,
                changed = self.log.changed() => changed,
            }
            .ok()?;
        }
    }

    /// The entries since, as an operator's report has them.
    async fn entries(&mut self) -> Result<Vec<String>, StoreError> {
        let head = self.heads.borrow_and_update().map_or(0, |head| head.seq);
        if head <= self.entries {
            return Ok(Vec::new());
        }
        let after = std::mem::replace(&mut self.entries, head);
        let entries = self.journal.reader().await?.newest(after, FIRST).await?;
        // There may be more than at that head by now.
        self.entries = entries.last().map_or(head, |(seq, _)| *seq);
        Ok(entries.iter().map(|(_, entry)| audit::line(entry, None)).collect())
    }
}
