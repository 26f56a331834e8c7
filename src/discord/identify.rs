//! The identify budget.
//!
//! Discord allows 1,000 IDENTIFYs in 24 hours; then it ends all of the bot's sessions and resets its token, and the
//! bot is dead until somebody gives it a new one. Neither a bad night nor a container that crashes and restarts may
//! get there, so every IDENTIFY is written down before it is sent, in the database that outlives the process, and how
//! many there were decides when the next may be sent.

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

const DAY: SignedDuration = SignedDuration::from_hours(24);
const HOUR: SignedDuration = SignedDuration::from_hours(1);

/// This many in an hour need no more than the usual gap between them: a restart or two and an operator's attempts at
/// a configuration must not be made to wait.
const UNHURRIED: usize = 5;

/// The longest pause, in gaps: ten minutes with a gap of five seconds, which lets a bot that crashes for ever identify
/// about ten times an hour.
const LONGEST_PAUSE: u32 = 120;

/// Never more than this in 24 hours. The pauses alone keep a bot below it; the other seven tenths of Discord's 1,000
/// are for whatever else uses the token.
pub const DAILY_CAP: usize = 300;

/// When Discord itself counts no more than this many left, something else has spent them, and the last ones are kept.
const RESERVE: u64 = 10;

/// What Discord said about the budget, and when.
#[derive(Clone, Copy, Debug)]
struct Told {
    /// What it said.
    limit: SessionStartLimit,
    /// When it said so.
    at: Timestamp,
}

/// How long to wait before the next IDENTIFY.
///
/// `sent` are the past ones, oldest first. The pause since the last one is one `gap`, and doubles with each one in the
/// last hour beyond [`UNHURRIED`]; nothing is sent beyond [`DAILY_CAP`], or while Discord counts fewer than
/// [`RESERVE`] left.
fn wait(now: Timestamp, sent: &[Timestamp], told: Option<&Told>, gap: Duration) -> Duration {
    // One in the future was sent before the clock was set back, and counts as sent just now.
    let since = |at: &Timestamp| now.duration_since(*at).max(SignedDuration::ZERO);
    let until = |age: SignedDuration, at: &Timestamp| (age - since(at)).unsigned_abs();

    let day: Vec<_> = sent.iter().filter(|at| since(at) < DAY).collect();
    let cap = match day.len().checked_sub(DAILY_CAP) {
        Some(beyond) => until(DAY, day[beyond]),
        None => Duration::ZERO,
    };

    let in_hour = day.iter().filter(|at| since(at) < HOUR).count();
    let pace = day.last().map_or(Duration::ZERO, |last| {
        let doublings = u32::try_from(in_hour.saturating_sub(UNHURRIED)).unwrap_or(u32::MAX);
        let pause = gap.saturating_mul(2_u32.saturating_pow(doublings).min(LONGEST_PAUSE));
        pause.saturating_sub(since(last).unsigned_abs())
    });

    let reset = told.map_or(Duration::ZERO, |told| {
        let sent_since = sent.iter().filter(|at| **at >= told.at).count() as u64;
        let time_left = Duration::from_millis(told.limit.reset_after).saturating_sub(since(&told.at).unsigned_abs());
        if told.limit.remaining.saturating_sub(sent_since) > RESERVE { Duration::ZERO } else { time_left }
    });

    cap.max(pace).max(reset)
}

/// The budget of this bot, over all its processes that share the database. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Budget {
    store: Store,
    gap: Duration,
    told: Arc<Mutex<Option<Told>>>,
}

impl Budget {
    /// A budget kept in `store`, whose pauses are multiples of `gap`.
    #[must_use]
    pub fn new(store: Store, gap: Duration) -> Self {
        Self { store, gap, told: Arc::default() }
    }

    /// Takes note of what Discord counts.
    pub fn learn(&self, limit: Option<SessionStartLimit>) {
        let told = limit.map(|limit| Told { limit, at: clock::now() });
        *self.told.lock().unwrap_or_else(PoisonError::into_inner) = told;
    }

    /// Waits until an IDENTIFY may be sent.
    pub async fn wait(&self) {
        let mut failures = 0;
        let mut is_said = false;
        while self.kept(self.store.settle_identifies(clock::now()).await, &mut failures).await.is_none() {}
        loop {
            let now = clock::now();
            let Some(sent) = self.kept(self.store.identifies_since(now - DAY).await, &mut failures).await else {
                continue;
            };
            let told = *self.told.lock().unwrap_or_else(PoisonError::into_inner);
            let pause = wait(now, &sent, told.as_ref(), self.gap);
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

    /// Waits until an IDENTIFY may be sent, and writes it down.
    async fn spend(&self) {
        let mut failures = 0;
        loop {
            self.wait().await;
            let recorded = self.store.record_identify(clock::now()).await;
            if self.kept(recorded, &mut failures).await.is_some() {
                return;
            }
        }
    }

    /// What the store said. Where it cannot say anything, nothing may be sent either: pauses, and says so once.
    async fn kept<T>(&self, said: Result<T, StoreError>, failures: &mut u32) -> Option<T> {
        match said {
            Ok(value) => Some(value),
            Err(error) => {
                if *failures == 0 {
                    let error = anyhow::Error::new(error);
                    tracing::error!("not identifying to Discord while this cannot be written down: {error:#}");
                }
                *failures += 1;
                sleep(self.gap).await;
                None
            }
        }
    }
}

/// twilight asks here before every IDENTIFY, whatever its reason for one.
impl Queue for Budget {
    fn enqueue(&self, _shard: u32) -> oneshot::Receiver<()> {
        let (mut go, wait) = oneshot::channel();
        let budget = self.clone();
        tokio::spawn(async move {
            tokio::select! {
                // The connection is gone, and with it the need.
                () = go.closed() => {}
                () = budget.spend() => drop(go.send(())),
            }
        });
        wait
    }
}

#[cfg(test)]
mod tests;
