//! The waiting times of the Discord side, and how its pauses grow.

use std::time::Duration;

/// The waiting times of the Discord side. Production uses [`Pace::default`]; tests run faster.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    pub reconnect: Backoff,
    pub register: Backoff,
    /// The least time between two IDENTIFYs, and the unit in which their pauses grow.
    pub identify_gap: Duration,
    /// How long a connection must last to end a row of failures.
    pub lasting: Duration,
    /// How long connecting and Discord's greeting may take.
    pub hello_within: Duration,
    /// How long the answers in flight may take once the bot is told to stop.
    pub finish_within: Duration,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            // After at most a minute the bot is back once Discord is, and Discord barely notices the attempts.
            reconnect: Backoff { first: Duration::from_secs(1), longest: Duration::from_mins(1) },
            // A registration mostly fails because an operator has yet to invite the bot.
            register: Backoff { first: Duration::from_secs(30), longest: Duration::from_mins(15) },
            // Discord accepts one IDENTIFY per five seconds (`max_concurrency` of a bot with one shard).
            identify_gap: Duration::from_secs(5),
            // Longer than Discord's heartbeat interval of about 41 s, so at least one heartbeat was answered.
            lasting: Duration::from_mins(1),
            // twilight gives up connecting after 10 s; Discord greets at once.
            hello_within: Duration::from_secs(30),
            // Leaves time for the rest of the shutdown, which has 5 s altogether.
            finish_within: Duration::from_secs(4),
        }
    }
}

/// Pauses that double from the first to the longest.
#[derive(Clone, Copy, Debug)]
pub struct Backoff {
    pub first: Duration,
    pub longest: Duration,
}

impl Backoff {
    /// The pause after this many failures in a row; zero after none.
    pub fn after(self, failures: u32) -> Duration {
        match failures {
            0 => Duration::ZERO,
            _ => self.first.saturating_mul(2_u32.saturating_pow(failures - 1)).min(self.longest),
        }
    }
}

/// Returns between half and all of a pause, so that bots that failed together do not come back together.
pub fn jittered(pause: Duration) -> Duration {
    pause.mul_f64(0.5 + fastrand::f64() / 2.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_double_up_to_the_longest() {
        let backoff = Backoff { first: Duration::from_secs(1), longest: Duration::from_mins(1) };
        let pauses: Vec<_> = (0..10).map(|failures| backoff.after(failures).as_secs()).collect();
        assert_eq!(pauses, [0, 1, 2, 4, 8, 16, 32, 60, 60, 60]);
        assert_eq!(backoff.after(u32::MAX), Duration::from_mins(1));
    }

    #[test]
    fn jitter_takes_away_at_most_half() {
        for _ in 0..1000 {
            let pause = jittered(Duration::from_secs(10));
            assert!((Duration::from_secs(5)..=Duration::from_secs(10)).contains(&pause), "{pause:?}");
        }
    }
}
