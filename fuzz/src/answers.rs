//! Checks that hold for every answer to any question about any account.

use callsheet::discord::interaction::{self, Incoming};
use callsheet::discord::render::{self, Reader};
use callsheet_core::access::limiter::{Limits, Refusal};
use callsheet_core::answer::lookups::Trail;
use callsheet_core::answer::notice::Notice;
use callsheet_core::answer::phrases::hold;
use callsheet_core::answer::{Body, Content, Effect, File, Reply};
use callsheet_core::directory::snapshot::Snapshot;
use callsheet_core::domain::id::UserId;
use callsheet_core::health::Health;
use callsheet_core::journal::Entry;
use callsheet_core::plan::{Plan, Question, World, plan};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use crate::account::{self, COLLEAGUE, EDITS, GUILD, NOTEBOOKS, NOW, Served};
use testkit::{harmless, payload};

/// The caller, unless the interaction says otherwise.
pub(crate) const ASKER: u64 = 4;

/// What becomes of an interaction.
pub(crate) struct Answered {
    pub(crate) body: Value,
    pub(crate) entry: Option<Entry>,
    pub(crate) effect: Option<Effect>,
    /// `None` for a ping.
    pub(crate) asked: Option<(Question, Reader, Reply)>,
}

impl Answered {
    pub(crate) fn file(&self) -> Option<&File> {
        let (_, _, Reply { content, .. }) = self.asked.as_ref()?;
        if let Content::Message(answer) = content { answer.file.as_ref() } else { None }
    }

    /// Whether nothing comes of it but its body.
    pub(crate) fn is_only_said(&self) -> bool {
        self.effect.is_none() && self.file().is_none()
    }
}

/// Answers a command on this account, and checks the answer.
pub(crate) fn ask(command: &str, options: &Value, served: &Served, snapshot: &Snapshot) {
    let data = json!({ "type": 1, "name": command, "options": options });
    check(answered(2, &data, served, snapshot), ASKER, served);
}

/// What an interaction of this type is answered.
pub(crate) fn answered(kind: u8, data: &Value, served: &Served, snapshot: &Snapshot) -> Answered {
    let interaction = json!({
        "id": "7", "token": "t", "type": kind, "guild_id": GUILD.to_string(), "channel_id": "3",
        "member": { "user": { "id": ASKER.to_string() }, "roles": [], "permissions": "32" },
        "data": data,
    });
    answer(&interaction.to_string(), served, snapshot).unwrap_or_else(|| panic!("{data} was not answered"))
}

/// What an interaction is answered; `None` where no answer could arrive.
pub(crate) fn answer(raw: &str, served: &Served, snapshot: &Snapshot) -> Option<Answered> {
    let Incoming { id, question, .. } = interaction::read(raw, &served.seal, NOW)?;
    let Some(question) = question else {
        let body = json!({ "type": 1 });
        return Some(Answered { body, entry: None, effect: None, asked: None });
    };
    let (guilds, policy) = (&served.guilds, &served.policy);
    let Plan { reply, entry, effect } = plan(
        &question,
        &World {
            guilds,
            policy,
            snapshot,
            notebooks: &NOTEBOOKS,
            edits: &EDITS,
            found: None,
            health: &Health::default,
            now: NOW,
        },
    );
    let reader = Reader::new(&question, &served.seal, id, NOW);
    let body = rendered(&reply, &reader);
    Some(Answered { body, entry, effect, asked: Some((question, reader, reply)) })
}

/// There is no case known in which a body cannot be written.
fn rendered(reply: &Reply, reader: &Reader) -> Value {
    render::reply(reply, reader).unwrap_or_else(|| panic!("there is nothing to send"))
}

/// Fails unless Discord would take the answer and any replacement of it, no user is pinged, and foreign text in it is
/// only read. The only user it may name is `asker`.
pub(crate) fn check(answered: Answered, asker: u64, served: &Served) {
    let released = answered.entry.as_ref().and_then(|entry| entry.subject).map_or(asker, |user| user.0);
    check_body(&answered.body, &[asker, released]);
    if let Some(file) = answered.file() {
        let lines = file.content.split_terminator("\r\n");
        assert!(lines.clone().all(|line| line.len() <= 75 && !line.contains(char::is_control)), "{}", file.content);
    }
    if let Some((question, reader, reply)) = answered.asked {
        check_refusals(&question, &reader, asker, &served.policy.brake);
        if matches!(reply.content, Content::Message(_)) && answered.body["type"] != 9 {
            let edit = render::edit(&reply, &reader).unwrap_or_else(|| panic!("there is nothing to send"));
            assert_eq!(payload::check_edit(&edit), Ok(()), "{edit:#}");
        }
        if let Some(Effect::ReadTrail(contact)) = answered.effect {
            check_lookups(&reader, reply, account::trail(contact), &[asker]);
        }
    }
}

fn check_refusals(question: &Question, reader: &Reader, asker: u64, limits: &Limits) {
    let until = |wait| NOW.checked_add(wait).unwrap_or(Timestamp::MAX);
    let refusals = [
        Refusal::TooSoon { until: until(SignedDuration::from_millis(400)) },
        Refusal::TooMany { until: until(limits.hold) },
        Refusal::OnHold { until: until(limits.hold), elsewhere: false },
        Refusal::OnHold { until: until(limits.hold), elsewhere: true },
    ];
    let refused = refusals.map(|refusal| question.refused(refusal, NOW));
    let notices = [Notice::NotSaved, Notice::NotJournaled].map(|notice| question.say(notice));
    for reply in notices.iter().chain(&refused) {
        check_body(&rendered(reply, reader), &[asker]);
    }
    let alert = render::posted(&hold::alert(UserId(asker), limits, question.guild_language), NOW);
    let alert = alert.unwrap_or_else(|| panic!("there is nothing to send"));
    assert_eq!(payload::check_message(&alert), Ok(()), "{alert:#}");
    assert_eq!(alert["allowed_mentions"]["parse"], json!([]), "a user is pinged");
    harmless::check_visible(&alert);
}

/// Checks the look-ups of a contact, as the journal has them. The name stands out, once; no contact in the account is
/// called `**`.
pub(crate) fn check_lookups(reader: &Reader, mut reply: Reply, trail: Trail, named: &[u64]) {
    if let Content::Message(answer) = &mut reply.content
        && let Body::Lookups(lookups) = &mut answer.body
    {
        lookups.trail = Some(trail);
    }
    let mut body = rendered(&reply, reader);
    check_taken(&body);
    let description = &mut body["data"]["embeds"][0]["description"];
    *description = description.as_str().map(|text| text.replacen("**", "", 2)).into();
    check_read(&body, named);
}

fn check_body(body: &Value, named: &[u64]) {
    check_taken(body);
    check_read(body, named);
}

/// Fails unless Discord would accept it and no user is pinged.
fn check_taken(body: &Value) {
    if let Err(fault) = payload::check_callback(body) {
        panic!("Discord would refuse this: {fault}\n{body:#}");
    }
    if matches!(body["type"].as_u64(), Some(4 | 7)) {
        assert_eq!(body["data"]["allowed_mentions"]["parse"], json!([]), "a user is pinged");
    }
}

/// Fails unless foreign text can only be read; `named` are the users and channels that may be named besides the
/// colleague.
fn check_read(body: &Value, named: &[u64]) {
    let named: Vec<String> = named.iter().chain(&[COLLEAGUE]).map(u64::to_string).collect();
    harmless::check(body, &named.iter().map(String::as_str).collect::<Vec<_>>());
}
