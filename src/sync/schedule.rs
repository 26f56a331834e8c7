//! When to sync next, and the loop that does.

use std::time::Duration;

use tokio::time::{Instant, sleep_until};

use crate::clock;
use crate::store::progress::EDITION;
use crate::sync::report::SyncError;
use crate::sync::{Settings, Syncer};

/// How often to look whether another process has written to the database, as `callsheet wipe` does.
const LOOK: Duration = Duration::from_secs(10);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Task {
    Sweep,
    Delta,
}

/// When the next sweep and delta are due. They fail apart: a half-readable account often still tells its changes.
#[derive(Debug)]
pub struct Schedule {
    settings: Settings,
    sweep: Due,
    delta: Due,
    /// Without a sweep a delta has nothing to start from.
    has_swept: bool,
}

#[derive(Debug)]
struct Due {
    at: Instant,
    failures: u32,
}

impl Schedule {
    /// A schedule that starts `now`, with the last sweep this long ago.
    pub fn new(settings: Settings, now: Instant, last_sweep: Option<Duration>) -> Self {
        let at_once = || Due { at: now, failures: 0 };
        let mut schedule = Self { settings, sweep: at_once(), delta: at_once(), has_swept: false };
        if let Some(age) = last_sweep {
            schedule.swept(now, age);
        }
        schedule
    }

    pub fn next(&self) -> (Instant, Task) {
        if self.has_swept && self.delta.at < self.sweep.at {
            (self.delta.at, Task::Delta)
        } else {
            (self.sweep.at, Task::Sweep)
        }
    }

    /// Another process may have made the last sweep, this long ago.
    pub fn swept(&mut self, now: Instant, age: Duration) {
        self.has_swept = true;
        self.sweep = Due { at: now + self.settings.sweep_interval.saturating_sub(age), failures: 0 };
    }

    /// The copy is gone, and with it a delta's starting point: the next task is a sweep.
    pub fn wiped(&mut self) {
        if self.has_swept {
            self.has_swept = false;
            self.sweep.at = self.sweep.at.min(self.delta.at);
        }
    }

    /// A sweep has seen everything a delta would see.
    pub fn succeeded(&mut self, task: Task, now: Instant) {
        if task == Task::Sweep {
            self.swept(now, Duration::ZERO);
        }
        self.delta = Due { at: now + self.settings.delta_interval, failures: 0 };
    }

    /// Returns the wait: longer with each failure in a row, up to the delta interval.
    pub fn failed(&mut self, task: Task, now: Instant) -> Duration {
        let (failed, other) = match task {
            Task::Sweep => (&mut self.sweep, &mut self.delta),
            Task::Delta => (&mut self.delta, &mut self.sweep),
        };
        let shortest = self.settings.shortest_pause;
        let longest = self.settings.delta_interval.max(shortest);
        let pause = shortest.saturating_mul(2u32.saturating_pow(failed.failures)).min(longest);
        failed.failures += 1;
        failed.at = now + pause;
        other.at = other.at.max(now + shortest);
        pause
    }
}

impl Syncer {
    /// Syncs until `shutdown` is done. A sync in progress is then abandoned, which loses only itself.
    pub async fn run(mut self, shutdown: impl Future<Output = ()>) {
        tokio::select! {
            () = shutdown => {}
            () = self.keep_up() => {}
        }
    }

    async fn keep_up(&mut self) {
        let mut schedule = Schedule::new(self.settings, Instant::now(), self.last_sweep());
        loop {
            let (at, task) = schedule.next();
            if Instant::now() < at {
                let written = tokio::select! {
                    Some(contact) = self.adopted.recv() => Some(contact),
                    () = sleep_until(at.min(Instant::now() + LOOK)) => None,
                };
                if let Some(contact) = written {
                    self.adopt(contact).await;
                    continue;
                }
                match self.catch_up().await {
                    Ok(true) => match self.last_sweep() {
                        Some(age) => schedule.swept(Instant::now(), age),
                        None => schedule.wiped(),
                    },
                    Ok(false) => {}
                    // Not a warning: the next save meets the same trouble and reports it.
                    Err(error) => tracing::debug!("cannot look for another process's work: {error}"),
                }
                continue;
            }
            let outcome = match task {
                Task::Sweep => self.sweep(false, &|_, _, _| {}).await.map(drop),
                Task::Delta => self.delta().await,
            };
            let (now, fault) = (clock::now(), outcome.as_ref().err().map(SyncError::fault));
            self.health.note(|health| {
                let runs = if task == Task::Sweep { &mut health.sweep } else { &mut health.delta };
                match fault {
                    None => runs.succeeded = Some(now),
                    Some(fault) => runs.failed = Some((now, fault)),
                }
            });
            match outcome {
                Ok(()) => schedule.succeeded(task, Instant::now()),
                Err(error) => {
                    let retry_in_s = schedule.failed(task, Instant::now()).as_secs();
                    let (hint, error) = (error.hint(), anyhow::Error::new(error));
                    tracing::warn!(
                        retry_in_s,
                        hint,
                        "the sync has failed, the last good directory stays, and it is tried again: {error:#}"
                    );
                    if let Err(error) = self.expire(clock::now()).await {
                        let error = anyhow::Error::new(error);
                        tracing::error!("cannot delete all of the local copy, which is too old: {error:#}");
                    }
                }
            }
            if self.last_sweep().is_none() {
                schedule.wiped();
            }
        }
    }

    /// How long ago the last sweep was. A sweep by a version that reads less of a record counts as long ago.
    fn last_sweep(&self) -> Option<Duration> {
        let age = clock::now().duration_since(self.progress.swept_at?);
        if self.progress.edition < EDITION {
            return Some(Duration::MAX);
        }
        // A sweep in the future means that the clock was wrong; it counts as one of this moment.
        Some(age.try_into().unwrap_or(Duration::ZERO))
    }
}
