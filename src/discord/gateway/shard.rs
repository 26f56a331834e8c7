//! One connection, from its start to its end.

use std::future::poll_fn;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::task::Poll;
use std::time::Duration;

use futures_util::StreamExt;
use tokio::sync::watch;
use tokio::time::{Instant, timeout_at};
use twilight_gateway::error::{ReceiveMessageError, ReceiveMessageErrorType};
use twilight_gateway::{CloseFrame, Message, Shard, ShardState};
use url::Url;

use crate::address;
use crate::discord::gateway::Link;
use crate::discord::gateway::answers::Answers;
use crate::discord::gateway::error::GatewayError;
use crate::discord::gateway::event::{self, Event};
use crate::discord::identify::Budget;

/// How long silence may last beyond two heartbeats, each of which is at least acknowledged.
const SILENCE_GRACE: Duration = Duration::from_secs(5);

pub(super) struct Ended {
    pub(super) next: Next,
    /// How long interactions could arrive.
    pub(super) lasted: Duration,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Next {
    /// Connect no more: Discord refuses the bot for good.
    Stop(GatewayError),
    /// Begin a new session, because the old one is lost.
    Identify,
    Resume,
    /// Resume the session, but not at the address that Discord gave for it.
    ResumeElsewhere,
}

pub(super) async fn follow(
    shard: &mut Shard<Budget>,
    link: &watch::Sender<Link>,
    answers: &mut Answers,
    hello_within: Duration,
) -> Ended {
    let mut connected: Option<Instant> = None;
    let mut is_leaving = false;
    // How long silence may last.
    let mut patience = hello_within;
    let mut deadline = Instant::now() + patience;
    let next = loop {
        let text = match timeout_at(deadline, receive(shard, is_leaving)).await {
            Ok(Some(Ok(Message::Text(text)))) => text,
            Ok(Some(Ok(Message::Close(frame)))) => {
                let code = frame.map(|frame| frame.code);
                tracing::info!(code, "the connection to Discord's gateway was closed");
                break after_close(code);
            }
            Ok(Some(Err(error))) => match error.into_parts() {
                (ReceiveMessageErrorType::Reconnect, source) => {
                    // Its `Display` is empty. `Debug` gives an error of the network or HTTP, which quotes nothing.
                    tracing::warn!(reason = ?source, "cannot connect to Discord's gateway");
                    break Next::ResumeElsewhere;
                }
                // twilight cannot read the event, but this module may. The error quotes it, so it is not logged.
                (ReceiveMessageErrorType::Deserializing { event }, _) => event,
                _ => break Next::Resume,
            },
            Ok(None) => {
                tracing::info!("the connection to Discord's gateway has ended");
                break Next::Resume;
            }
            Err(_) => {
                tracing::warn!("Discord's gateway has fallen silent");
                break Next::ResumeElsewhere;
            }
        };
        match event::parse(&text) {
            Event::Hello(heartbeat) => patience = heartbeat.saturating_mul(2) + SILENCE_GRACE,
            Event::Ready(application) => {
                connected = Some(Instant::now());
                tracing::info!("connected to Discord's gateway");
                link.send_modify(|link| {
                    *link = Link { connected: true, application: application.or(link.application) };
                });
                // twilight panics on an unusable address as soon as it needs it.
                if shard.resume_url().is_some_and(|url| !is_usable(url)) {
                    tracing::warn!("Discord's gateway gave an address for later that cannot be used as it is");
                    break Next::Resume;
                }
            }
            Event::Resumed => {
                connected = Some(Instant::now());
                tracing::info!("resumed the session with Discord's gateway");
                link.send_modify(|link| link.connected = true);
            }
            Event::Interaction(interaction) => answers.start(interaction),
            Event::Leave => is_leaving = true,
            Event::Other => {}
        }
        deadline = Instant::now() + patience;
    };
    Ended { next, lasted: connected.map_or(Duration::ZERO, |since| since.elapsed()) }
}

/// What to do after a close with this code; `None` means that the connection ended without one.
///
/// The codes are from Discord's reference, "Gateway Close Event Codes". It wins over twilight, which would connect again
/// after 4003, and try to resume after 4007 and 4009, whose sessions are gone.
fn after_close(code: Option<u16>) -> Next {
    match code {
        Some(4003) => Next::Stop(GatewayError::NotAuthenticated),
        Some(4004) => Next::Stop(GatewayError::BadToken),
        Some(4010) => Next::Stop(GatewayError::InvalidShard),
        Some(4011) => Next::Stop(GatewayError::ShardingRequired),
        Some(4012) => Next::Stop(GatewayError::InvalidVersion),
        Some(4013) => Next::Stop(GatewayError::InvalidIntents),
        Some(4014) => Next::Stop(GatewayError::DisallowedIntents),
        Some(4007 | 4009) => Next::Identify,
        _ => Next::Resume,
    }
}

/// Returns the next message; `None` once the connection has ended.
///
/// If Discord goes away without a close, twilight does not report it but starts connecting again, which shows in the
/// shard's state. If twilight closes the connection, it waits for Discord's close without a limit, although nothing
/// more is to come once there is nothing to read.
async fn receive(shard: &mut Shard<Budget>, is_leaving: bool) -> Option<Result<Message, ReceiveMessageError>> {
    let mut was_open = is_open(shard);
    poll_fn(|context| {
        // twilight panics on a heartbeat interval of 0. Only this connection ends, not the bot.
        let Ok(poll) = catch_unwind(AssertUnwindSafe(|| shard.poll_next_unpin(context))) else {
            return Poll::Ready(None);
        };
        if poll.is_pending() && (is_leaving || (was_open && !is_open(shard))) {
            return Poll::Ready(None);
        }
        was_open = is_open(shard);
        poll
    })
    .await
}

/// Closes the connection cleanly; otherwise Discord shows the bot as online for a while.
pub(super) async fn close(mut shard: Shard<Budget>) {
    // A shard without a connection would connect only to close it.
    if is_open(&shard) {
        shard.close(CloseFrame::NORMAL);
        while let Some(Ok(Message::Text(_))) = receive(&mut shard, true).await {}
    }
}

fn is_open(shard: &Shard<Budget>) -> bool {
    matches!(shard.state(), ShardState::Active | ShardState::Identifying | ShardState::Resuming)
}

/// The gateway's address in a form to which twilight can append its query; `None` if `url` is no such address.
fn address_of(url: &str) -> Option<String> {
    let mut url = Url::parse(url).ok()?;
    url.set_query(None);
    url.set_fragment(None);
    let is_address = matches!(url.scheme(), "ws" | "wss") && url.has_host();
    is_address.then(|| url.as_str().trim_end_matches('/').to_owned())
}

/// The gateway's address, if the token may be sent there: encrypted, unless the operator's API is not encrypted either.
pub(super) fn trusted_address_of(url: &str, api: &Url) -> Option<String> {
    let may_have_token = |url: Url| address::is_private(&url) || !address::is_private(api);
    address_of(url).filter(|address| Url::parse(address).is_ok_and(may_have_token))
}

/// Whether twilight can use `url` unchanged. It may end in a slash or have a query, which [`address_of`] removes;
/// twilight accepts nothing else that parsing would change.
fn is_usable(url: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/?=&-._%".contains(&byte);
    let rest = address_of(url).and_then(|address| url.strip_prefix(&*address));
    rest.is_some_and(|rest| rest.bytes().all(is_plain))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_that_twilight_can_use_pass() {
        let cases = [
            ("ws://localhost:9000/gw", Some("ws://localhost:9000/gw")),
            ("wss://gateway.discord.gg", Some("wss://gateway.discord.gg")),
            ("wss://gateway-us-east1-b.discord.gg/?v=9", Some("wss://gateway-us-east1-b.discord.gg")),
            ("ws://127.0.0.1:9000/gw/", Some("ws://127.0.0.1:9000/gw")),
            ("https://discord.com", None),
            ("wss://", None),
            ("gateway.discord.gg", None),
            ("", None),
        ];
        for (url, expected) in cases {
            assert_eq!(address_of(url).as_deref(), expected, "{url}");
            assert_eq!(is_usable(url), expected.is_some(), "{url}");
        }
        for url in ["ws://127.0.0.1:9000/ü", "ws://127.0.0.1:9000/gw?ü", " ws://127.0.0.1:9000", "WS://127.0.0.1:9000"]
        {
            assert!(address_of(url).is_some() && !is_usable(url), "{url}");
        }
    }

    #[test]
    fn the_token_goes_to_another_machine_only_encrypted() {
        let trusted = |url, api: &str| trusted_address_of(url, &api.parse().unwrap()).is_some();
        for api in ["https://discord.com", "http://127.0.0.1:9000", "https://proxy.example"] {
            assert!(trusted("wss://gateway.discord.gg", api) && trusted("ws://127.0.0.1:9001", api), "{api}");
            assert!(!trusted("ws://gateway.discord.gg", api) && !trusted("ws://localhost.example", api), "{api}");
        }
        assert!(trusted("ws://proxy.example:9001", "http://proxy.example:9000"), "it goes in the open already");
    }
}
