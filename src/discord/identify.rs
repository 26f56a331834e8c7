//! The identify budget.
//!
//! Discord allows 1,000 IDENTIFYs in 24 hours. Beyond that it ends all of the bot's sessions and resets its token, and
//! the bot is offline until an operator sets a new one. Neither a bad network nor a container in a crash loop may get
//! there. So the database records every IDENTIFY before it is sent, across restarts, and the recent ones decide when
//! the next may go.

use std::mem;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use tokio::sync::oneshot;
use tokio::time::sleep;
use twilight_gateway::queue::Queue;

use crate::clock;
use crate::discord::api::SessionStartLimit;
use crate::store::Store;
use crate::store::error::StoreError;

const DAY: Duration = Duration::from_hours(24);
const HOUR: Duration = Duration::from_hours(1);

/// How many in an hour need only the usual gap: a restart or two, or a trial of settings, must not wait long.
const UNHURRIED: usize = 5;

/// The longest pause, in gaps: ten minutes, so a bot in a crash loop identifies about ten times an hour.
const LONGEST_PAUSE: u32 = 120;

/// The most IDENTIFYs in 24 hours, which the pauses alone never reach. The rest of 1,000 is left for other programs.
pub const DAILY_CAP: usize = 300;

/// IDENTIFYs to leave unused by Discord's own count: if it gets this low, another program has spent the rest.
const RESERVE: u64 = 10;

/// Discord's own count, and when it was learned.
type DiscordCount = (SessionStartLimit, Timestamp);

/// How long to wait before the next IDENTIFY.
///
/// `sent` are the past ones, oldest first. The pause after the last one is one `gap`, and doubles with each one in the
/// last hour beyond [`UNHURRIED`]. Nothing is sent beyond [`DAILY_CAP`], or while Discord counts no more than
/// [`RESERVE`] left.
fn wait(now: Timestamp, sent: &[Timestamp], told: Option<DiscordCount>, gap: Duration) -> Duration {
    // A moment in the future is from before the clock was set back, and counts as now.
    let age = |at: Timestamp| now.duration_since(at).max(SignedDuration::ZERO).unsigned_abs();
    let ages: Vec<_> = sent.iter().map(|at| age(*at)).filter(|age| *age < DAY).collect();

    let cap = ages.len().checked_sub(DAILY_CAP).map(|beyond| DAY.saturating_sub(ages[beyond]));

    let hurried = ages.iter().filter(|age| **age < HOUR).count().saturating_sub(UNHURRIED);
    let factor = u32::try_from(hurried).map_or(LONGEST_PAUSE, |doublings| 2_u32.saturating_pow(doublings));
    let pace = ages.last().map(|last| gap.saturating_mul(factor.min(LONGEST_PAUSE)).saturating_sub(*last));

    let reset = told.and_then(|(limit, at)| {
        let sent_since = sent.iter().filter(|sent| **sent >= at).count() as u64;
        let is_spent = limit.remaining.saturating_sub(sent_since) <= RESERVE;
        is_spent.then(|| Duration::from_millis(limit.reset_after).saturating_sub(age(at)))
    });

    cap.max(pace).max(reset).unwrap_or_default()
}

/// This bot's budget, shared by all processes on one database. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Budget {
    store: Store,
    gap: Duration,
    told: Arc<Mutex<Option<DiscordCount>>>,
}

impl Budget {
    /// `store` keeps the budget; its pauses are multiples of `gap`.
    pub fn new(store: Store, gap: Duration) -> Self {
        Self { store, gap, told: Arc::default() }
    }

    pub fn learn(&self, limit: Option<SessionStartLimit>) {
        let told = limit.map(|limit| (limit, clock::now()));
        *self.told.lock().unwrap_or_else(PoisonError::into_inner) = told;
    }

    pub async fn wait(&self) {
        let (mut is_failing, mut is_said) = (false, false);
        while self.or_pause(self.store.settle_identifies(clock::now()).await, &mut is_failing).await.is_none() {}
        loop {
            let now = clock::now();
            let sent = self.store.identifies_since(now - DAY).await;
            let Some(sent) = self.or_pause(sent, &mut is_failing).await else { continue };
            let told = *self.told.lock().unwrap_or_else(PoisonError::into_inner);
            let pause = wait(now, &sent, told, self.gap);
            if pause.is_zero() {
                return;
            }
            if pause > self.gap && !is_said {
                is_said = true;
                tracing::warn!(
                    pause_s = pause.as_secs(),
                    identifies_in_24_h = sent.len(),
                    "waiting before identifying to Discord again, which resets the bot's token after 1000 in 24 hours"
                );
            }
            sleep(pause).await;
        }
    }

    /// Waits until an IDENTIFY may be sent, and records it.
    async fn spend(&self) {
        let mut is_failing = false;
        loop {
            self.wait().await;
            if self.or_pause(self.store.record_identify(clock::now()).await, &mut is_failing).await.is_some() {
                return;
            }
        }
    }

    /// Returns the store's value. If the store fails, no IDENTIFY may be sent: logs the first failure, and pauses.
    async fn or_pause<T>(&self, said: Result<T, StoreError>, is_failing: &mut bool) -> Option<T> {
        let error = match said {
            Ok(value) => return Some(value),
            Err(error) => anyhow::Error::new(error),
        };
        if !mem::replace(is_failing, true) {
            tracing::error!("not identifying to Discord while this cannot be written down: {error:#}");
        }
        sleep(self.gap).await;
        None
    }
}

/// twilight asks here before every IDENTIFY, whatever its reason for one.
impl Queue for Budget {
    fn enqueue(&self, _shard: u32) -> oneshot::Receiver<()> {
        let (mut go, wait) = oneshot::channel();
        let budget = self.clone();
        tokio::spawn(async move {
            tokio::select! {
                // The connection is gone, so it needs no IDENTIFY.
                () = go.closed() => {}
                () = budget.spend() => drop(go.send(())),
            }
        });
        wait
    }
}

#[cfg(test)]
mod tests;
