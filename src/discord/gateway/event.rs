//! Reads the few fields of a gateway event that matter here.

use std::borrow::Cow;
use std::time::Duration;

use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;

#[derive(Debug, PartialEq, Eq)]
pub(super) enum Event<'a> {
    /// The greeting, with the time between heartbeats.
    Hello(Duration),
    /// A new session, with the application's id.
    Ready(Option<u64>),
    /// The earlier session goes on.
    Resumed,
    Interaction(&'a str),
    /// Discord wants the connection closed, to make it anew or because the session is not valid.
    Leave,
    Other,
}

#[derive(Deserialize)]
struct Envelope<'a> {
    op: u8,
    #[serde(borrow)]
    t: Option<Cow<'a, str>>,
    #[serde(borrow)]
    d: Option<&'a RawValue>,
}

/// Reads an event; an unreadable one is [`Event::Other`].
pub(super) fn parse(text: &str) -> Event<'_> {
    let Ok(Envelope { op, t, d }) = serde_json::from_str(text) else { return Event::Other };
    let data = d.map_or("null", RawValue::get);
    let field = |pointer| serde_json::from_str::<Value>(data).ok()?.pointer_mut(pointer).map(Value::take);
    match (op, t.as_deref()) {
        (10, _) => {
            let heartbeat = field("/heartbeat_interval").and_then(|millis| millis.as_u64());
            heartbeat.map_or(Event::Other, |millis| Event::Hello(Duration::from_millis(millis)))
        }
        (7 | 9, _) => Event::Leave,
        (0, Some("READY")) => Event::Ready(field("/application/id").and_then(|id| id.as_str()?.parse().ok())),
        (0, Some("RESUMED")) => Event::Resumed,
        (0, Some("INTERACTION_CREATE")) => Event::Interaction(data),
        _ => Event::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn needed_fields_are_read_and_others_ignored() {
        let cases = [
            (
                r#"{"t":null,"s":null,"op":10,"d":{"heartbeat_interval":41250}}"#,
                Event::Hello(Duration::from_millis(41_250)),
            ),
            (r#"{"op":10,"d":{}}"#, Event::Other),
            (r#"{"op":7,"d":null}"#, Event::Leave),
            (r#"{"op":9,"d":false}"#, Event::Leave),
            (r#"{"op":0,"t":"READY","s":1,"d":{"application":{"id":"123","flags":0}}}"#, Event::Ready(Some(123))),
            (r#"{"op":0,"t":"READY","s":1,"d":{}}"#, Event::Ready(None)),
            (r#"{"op":0,"t":"RESUMED","s":2,"d":{}}"#, Event::Resumed),
            (
                r#"{ "d": { "type": 99 }, "op": 0, "s": 3, "t": "INTERACTION_CREATE" }"#,
                Event::Interaction(r#"{ "type": 99 }"#),
            ),
            (r#"{"op":0,"t":"GUILD_CREATE","s":3,"d":{}}"#, Event::Other),
            (r#"{"op":11}"#, Event::Other),
            ("", Event::Other),
        ];
        for (text, expected) in cases {
            assert_eq!(parse(text), expected, "{text}");
        }
    }
}
