//! Buttons, menus, suggestions and refusals carry nothing of a person.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use callsheet_core::access::limiter::Refusal;
use callsheet_core::answer::notice::{Hold, Notice};
use callsheet_core::domain::id::{GuildId, UserId};
use callsheet_core::journal::Outcome;
use callsheet_core::notebook::guilds::Notebooks;
use jiff::SignedDuration;
use serde_json::Value;

use super::matrix::{carried, sent};
use super::ways::{Step, Way, ways};
use super::world::{ACTION, SUBJECTS, Subject, account};
use testkit::account::now;
use testkit::chat::{Chat, GUILD};
use testkit::desk::DeskChat;

/// No rules except one authorisation.
fn chat() -> Chat {
    let authorisation =
        format!("open = true\n[[authorisation]]\naction = {ACTION:?}\nby = [\"primary\", \"technical\"]\n");
    Chat::about(&account()).with_policy(&authorisation).permitted(32)
}

fn all() -> impl Iterator<Item = Way> {
    SUBJECTS.iter().flat_map(ways).map(|(_, way)| way)
}

/// Fails if the text contains a piece of any contact.
fn scan(text: &str, place: &str) {
    let text = text.to_lowercase();
    let found: Vec<String> = SUBJECTS.iter().flat_map(Subject::pieces).filter(|piece| text.contains(piece)).collect();
    assert!(found.is_empty(), "{found:?} in {place}: {text}");
}

#[test]
fn buttons_and_suggestions_carry_nothing_of_a_person() {
    let (chat, mut scanned) = (chat(), 0);
    for way in all() {
        let body = chat.responds(&way.interaction()).body;
        let seals = carried(&body);
        // After the carried data come the time and the tag, which belong to no contact.
        let carried = seals.iter().map(|sealed| {
            let written = URL_SAFE_NO_PAD.decode(sealed.split('~').next().unwrap()).unwrap();
            String::from_utf8_lossy(&written).into_owned()
        });
        let choices = body["data"]["choices"].as_array().into_iter().flatten();
        let taken = choices.filter_map(|choice| choice["value"].as_str()).map(str::to_owned);
        // A remark submits the typed text, which is the caller's own.
        let typed = if let Step::Types(_, options) = &way.step { &options.last().unwrap().1 } else { "" };
        for carried in carried.chain(taken.filter(|taken| taken != typed)) {
            scan(&carried, &format!("{:?}", way.step));
            scanned += 1;
        }
    }
    assert!(scanned > 500, "{scanned}");
}

/// Two refusals name a contact and are left out: a contact who left is not shared (the name is on the card already),
/// and no match (the typed text is repeated).
#[test]
fn no_refusal_has_anything_of_a_person() {
    let (chat, mut refused) = (chat(), 0);
    let mut check = |body: &Value, expected: &str, way: &Way| {
        scan(&body.to_string(), &format!("{:?}", way.step));
        assert!(body.to_string().contains(expected), "{:?}: {body}", way.step);
        refused += 1;
    };
    for way in all() {
        let answered = chat.responds(&way.interaction());
        let is_typing = matches!(way.step, Step::Types(..));
        check(
            &answered.instead(Notice::NotJournaled),
            if is_typing { "audit log" } else { "write to its audit log" },
            &way,
        );
        check(
            &answered.instead(Notice::NotSaved),
            if is_typing { "No suggestions" } else { "Couldn't save that" },
            &way,
        );
        let on_hold = Hold::of(Refusal::OnHold { until: now() + SignedDuration::from_mins(9), elsewhere: true }, now());
        check(&answered.instead(Notice::Hold(on_hold)), "lookups are paused", &way);
    }
    let elsewhere = self::chat().but("/guild_id", (GUILD + 1).to_string().into());
    for way in all() {
        check(&elsewhere.responds(&way.interaction()).body, "Not available", &way);
    }
    let clicks = || all().filter(|way| matches!(way.step, Step::Clicks(_)));
    let (mut made, other) = (Vec::new(), self::chat().by_user(5));
    for way in clicks() {
        let mut interaction = way.interaction();
        interaction["data"]["custom_id"] = chat.sealed(interaction["data"]["custom_id"].as_str().unwrap()).into();
        check(&other.responds(&interaction).body, "No longer available", &way);
        made.push((way, interaction));
    }
    chat.later(SignedDuration::from_hours(25));
    for (way, interaction) in made {
        let response = chat.responds(&interaction);
        check(&response.body, "This button has expired", &way);
        assert!(!sent(&response).contains("Synced"));
    }
    assert!(refused > 400, "{refused}");
}

/// A caller who has seen too many contacts is shown no more, by any way.
#[tokio::test]
async fn on_hold_no_way_in_shows_anything() {
    let desk = DeskChat::of(chat()).await;
    let until = now() + SignedDuration::from_mins(9);
    desk.desk().limiter.lock().unwrap().hold(UserId(4), Some(GuildId(1000)), until);
    let mut refused = 0;
    for way in all() {
        let shown = desk.posts(&way.interaction()).await;
        let body = shown.body().to_string();
        scan(&body, &format!("{:?}", way.step));
        assert!(body.contains("lookups are paused") && shown.file().is_none(), "{:?}: {body}", way.step);
        refused += 1;
    }
    assert!(refused > 100, "{refused}");
    assert!(desk.entries().await.iter().all(|entry| matches!(&entry.outcome, Outcome::Refused(_))));
    assert_eq!(desk.desk().notebooks.current().as_ref(), &Notebooks::default(), "a refused question is not remembered");
}
