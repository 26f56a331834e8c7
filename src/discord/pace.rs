//! How long the bot waits for what, and how its pauses grow.

use std::time::Duration;

/// The waits of the Discord side. [`Pace::default`] is what runs in production; tests run faster.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// Between attempts to connect to the gateway.
    pub reconnect: Backoff,
    /// Between attempts to register a guild's commands.
    pub register: Backoff,
    /// The least time between two IDENTIFYs, and the unit in which their pauses grow.
    pub identify_gap: Duration,
    /// A connection that held this long ends a row of failures.
    pub lasting: Duration,
    /// How long a connection may take to be made and to greet.
    pub hello_within: Duration,
    /// How long the answers in flight may take once the bot is told to stop.
    pub finish_within: Duration,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            // A minute keeps the bot's absence short once Discord is back, and is nothing to Discord.
            reconnect: Backoff { first: Duration::from_secs(1), longest: Duration::from_mins(1) },
            // What stands in the way of a registration is mostly a person who has yet to invite the bot.
            register: Backoff { first: Duration::from_secs(30), longest: Duration::from_mins(15) },
            // Discord accepts one IDENTIFY per five seconds (`max_concurrency` of a bot with one shard).
            identify_gap: Duration::from_secs(5),
            // Longer than Discord's heartbeat interval of about 41 s: at least one was answered.
            lasting: Duration::from_mins(1),
            // twilight gives up connecting after 10 s; Discord greets at once.
            hello_within: Duration::from_secs(30),
            // Together with the rest of the shutdown below the 5 s the process has.
            finish_within: Duration::from_secs(4),
        }
    }
}

/// Pauses that double from the first to the longest.
#[derive(Clone, Copy, Debug)]
pub struct Backoff {
    /// After the first failure.
    pub first: Duration,
    /// However many failures there were.
    pub longest: Duration,
}

impl Backoff {
    /// The pause after this many failures in a row; none after none.
    #[must_use]
    pub fn after(self, failures: u32) -> Duration {
        match failures {
            0 => Duration::ZERO,
            _ => self.first.saturating_mul(2_u32.saturating_pow(failures - 1)).min(self.longest),
        }
    }
}

/// Between half and all of a pause, so that bots which failed together do not come back together.
#[must_use]
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
