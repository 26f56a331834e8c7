//! One request and its answer, when its turn has come: the pace, the permits, the quiet that the service asks for, and how
//! often a request is sent.

use std::num::NonZeroU32;
use std::pin::pin;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use governor::{DefaultDirectRateLimiter, Quota, RateLimiter};
use reqwest::header::{CONTENT_TYPE, RETRY_AFTER};
use reqwest::{Method, RequestBuilder};
use serde_json::Value;
use tokio::sync::Semaphore;
use tokio::time::{Instant, timeout};
use url::Url;

use crate::clock;
use crate::itglue::error::{self, ItGlueError, Result};
use crate::itglue::patience::{self, Patience};
use crate::itglue::waiting::{OnWait, Waiting};

/// Requests under way at once. IT Glue's own scripts use up to ten; four already hide the waiting.
pub(super) const CONCURRENCY: usize = 4;

/// Requests a second: at most 2,000 in five minutes, of the 3,000 that all programs of an account may send.
const RATE: NonZeroU32 = NonZeroU32::new(6).unwrap();

/// Requests that may be sent without a pause: a sweep of 150,000 contacts.
const BURST: NonZeroU32 = NonZeroU32::new(200).unwrap();

/// The gateway before the service lets through 10 MB at most.
const LARGEST_ANSWER: usize = 32 * 1024 * 1024;

/// The only content type that the service accepts.
const JSON_API: &str = "application/vnd.api+json";

pub(super) struct Exchange {
    http: reqwest::Client,
    patience: Patience,
    on_wait: OnWait,
    pace: DefaultDirectRateLimiter,
    permits: Semaphore,
    /// No request is sent before this moment, at the service's wish.
    quiet_until: Mutex<Option<Instant>>,
}

/// An answer of whatever status. Its body may hold personal data.
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) retry_after: Option<Duration>,
    pub(super) body: String,
}

/// How often a request was sent, and how long it was held back.
struct Attempts {
    made: u32,
    paused: Duration,
}

impl Exchange {
    pub(super) fn new(http: reqwest::Client, patience: Patience, on_wait: OnWait) -> Self {
        Self {
            http,
            patience,
            on_wait,
            pace: RateLimiter::direct(Quota::per_second(RATE).allow_burst(BURST)),
            permits: Semaphore::new(CONCURRENCY),
            quiet_until: Mutex::new(None),
        }
    }

    /// Reads an address, and makes of the body what `read` does. It is sent again after passing failures, within the bounds
    /// of [`Patience`].
    pub(super) async fn read<T>(&self, url: &Url, read: impl Fn(&str) -> Result<T>) -> Result<T> {
        let mut attempts = Attempts { made: 0, paused: Duration::ZERO };
        loop {
            attempts.made += 1;
            let answer = self.once(self.http.get(url.clone())).await.and_then(Answer::into_body);
            match answer.and_then(|body| read(&body)) {
                Ok(read) => return Ok(read),
                Err(error) if self.pause_after(&error, &mut attempts).await => {}
                Err(error) => return Err(error),
            }
        }
    }

    /// Writes, and returns the answer of whatever status. It is sent again after a 429 only: after any other answer, or
    /// none, a second one might write twice.
    pub(super) async fn write(&self, method: Method, url: &Url, body: &Value) -> Result<Answer> {
        let mut attempts = Attempts { made: 0, paused: Duration::ZERO };
        loop {
            attempts.made += 1;
            let request = self.http.request(method.clone(), url.clone());
            let answer = self.once(request.header(CONTENT_TYPE, JSON_API).body(body.to_string())).await?;
            let busy = ItGlueError::TooManyRequests { retry_after: answer.retry_after };
            if answer.status != 429 || !self.pause_after(&busy, &mut attempts).await {
                return Ok(answer);
            }
        }
    }

    /// Waits before the next attempt. `false`: there is none.
    async fn pause_after(&self, error: &ItGlueError, attempts: &mut Attempts) -> bool {
        let Some(pause) = self.patience.pause(error, attempts.made, attempts.paused, fastrand::f64()) else {
            return false;
        };
        (self.on_wait)(&Waiting::Attempt { error, next: attempts.made + 1, of: self.patience.attempts, pause });
        if matches!(error, ItGlueError::TooManyRequests { .. }) {
            self.leave_alone(pause);
        }
        tokio::time::sleep(pause).await;
        attempts.paused += pause;
        true
    }

    /// Sends one request, when its turn has come, and reports the wait for its answer.
    async fn once(&self, request: RequestBuilder) -> Result<Answer> {
        // The semaphore is never closed.
        let _permit = self.permits.acquire().await;
        self.wait_for_turn().await;
        let mut answer = pin!(answer(request));
        let mut so_far = Duration::ZERO;
        loop {
            if let Ok(answer) = timeout(self.patience.tell_every, &mut answer).await {
                return answer;
            }
            so_far += self.patience.tell_every;
            (self.on_wait)(&Waiting::Answer { so_far, at_most: self.patience.answer });
        }
    }

    /// Waits until the service may be asked again, then for the pace.
    async fn wait_for_turn(&self) {
        let quiet_until = || *self.quiet_until.lock().unwrap_or_else(PoisonError::into_inner);
        while let Some(until) = quiet_until().filter(|until| *until > Instant::now()) {
            tokio::time::sleep_until(until).await;
        }
        self.pace.until_ready().await;
    }

    fn leave_alone(&self, pause: Duration) {
        let until = Instant::now() + pause;
        let mut quiet_until = self.quiet_until.lock().unwrap_or_else(PoisonError::into_inner);
        *quiet_until = Some(quiet_until.map_or(until, |before| before.max(until)));
    }
}

impl Answer {
    /// The body of a successful answer.
    fn into_body(self) -> Result<String> {
        if !(200..300).contains(&self.status) {
            return Err(ItGlueError::of_answer(self.status, self.retry_after, &self.body));
        }
        if self.body.trim().is_empty() {
            return Err(ItGlueError::Empty);
        }
        if error::looks_like_html(&self.body) {
            return Err(ItGlueError::Html { status: self.status });
        }
        Ok(self.body)
    }
}

async fn answer(request: RequestBuilder) -> Result<Answer> {
    let mut response = request.send().await.map_err(failure)?;
    let status = response.status().as_u16();
    let retry_after = response.headers().get(RETRY_AFTER).and_then(|value| value.to_str().ok());
    let retry_after = retry_after.and_then(|value| patience::retry_after(value, clock::now()));
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(failure)? {
        if body.len() + chunk.len() > LARGEST_ANSWER {
            return Err(ItGlueError::TooLarge);
        }
        body.extend_from_slice(&chunk);
    }
    // One broken character must not cost the page.
    let body = String::from_utf8(body).unwrap_or_else(|broken| String::from_utf8_lossy(broken.as_bytes()).into());
    Ok(Answer { status, retry_after, body })
}

/// The meaning of a failure below HTTP. The address is left out: it tells which records were asked for.
fn failure(error: reqwest::Error) -> ItGlueError {
    if error.is_timeout() && !error.is_connect() {
        ItGlueError::TimedOut
    } else {
        ItGlueError::Connection(error.without_url())
    }
}
