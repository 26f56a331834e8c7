//! Nothing of a person where no person is to be shown: in what buttons, menus and suggestions carry, and in refusals.

use callsheet::access::limiter::Refusal;
use callsheet::answer::notice::{Hold, Notice};
use callsheet::domain::id::{GuildId, UserId};
use callsheet::journal::Outcome;
use callsheet::notebook::guilds::Notebooks;
use jiff::SignedDuration;
use serde_json::Value;

use super::matrix::{carried, sent};
use super::ways::{Step, Way, ways};
use super::world::{ACTION, SUBJECTS, Subject, account};
use crate::support::account::now;
use crate::support::chat::{Chat, GUILD};
use crate::support::desk::DeskChat;

/// Without rules, but for what somebody may approve.
fn chat() -> Chat {
    let authorisation =
        format!("open = true\n[[authorisation]]\naction = {ACTION:?}\nby = [\"primary\", \"technical\"]\n");
    Chat::about(&account()).with_policy(&authorisation).permitted(32)
}

fn all() -> impl Iterator<Item = Way> {
    SUBJECTS.iter().flat_map(ways).map(|(_, way)| way)
}

/// Fails where there is a piece of anybody, with where it was.
fn scan(text: &str, place: &str) {
    let text = text.to_lowercase();
    let found: Vec<String> = SUBJECTS.iter().flat_map(Subject::pieces).filter(|piece| text.contains(piece)).collect();
    assert!(found.is_empty(), "{found:?} in {place}: {text}");
}

#[test]
fn what_can_be_clicked_or_taken_carries_nobodys_name_address_or_number() {
    let (chat, mut scanned) = (chat(), 0);
    for way in all() {
        let body = chat.responds(&way.interaction()).body;
        let seals = carried(&body);
        // Behind what is carried stand the time and the tag, which are of no person.
        let carried = seals.iter().map(|sealed| sealed.split('~').next().unwrap().to_owned());
        let choices = body["data"]["choices"].as_array().into_iter().flatten();
        let taken = choices.filter_map(|choice| choice["value"].as_str()).map(str::to_owned);
        // A remark submits what was typed: that is theirs who typed it.
        let typed = if let Step::Types(_, options) = &way.step { &options.last().unwrap().1 } else { "" };
        for carried in carried.chain(taken.filter(|taken| taken != typed)) {
            scan(&carried, &format!("{:?}", way.step));
            scanned += 1;
        }
    }
    assert!(scanned > 500, "{scanned}");
}

/// Two refusals name somebody, and are not here: that whoever has left is not handed on says the name that is on the card
/// already, and that nobody matches repeats what was typed.
#[test]
fn no_refusal_has_anything_of_anybody() {
    let (chat, mut refused) = (chat(), 0);
    let mut check = |body: &Value, expected: &str, way: &Way| {
        scan(&body.to_string(), &format!("{:?}", way.step));
        assert!(body.to_string().contains(expected), "{:?}: {body}", way.step);
        refused += 1;
    };
    for way in all() {
        let answered = chat.responds(&way.interaction());
        let is_typing = matches!(way.step, Step::Types(..));
        check(&answered.instead(Notice::NotJournaled), if is_typing { "audit journal" } else { "not be noted" }, &way);
        check(&answered.instead(Notice::NotSaved), if is_typing { "" } else { "not be written down" }, &way);
        let on_hold = Hold::of(Refusal::OnHold { until: now() + SignedDuration::from_mins(9), elsewhere: true }, now());
        check(&answered.instead(Notice::Hold(on_hold)), "paused for you", &way);
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
        check(&other.responds(&interaction).body, "Not there any more", &way);
        made.push((way, interaction));
    }
    chat.later(SignedDuration::from_hours(25));
    for (way, interaction) in made {
        let response = chat.responds(&interaction);
        check(&response.body, "Too old", &way);
        assert!(!sent(&response).contains("Synced"));
    }
    assert!(refused > 400, "{refused}");
}

/// Whoever has seen too many is shown nobody more, by any way.
#[tokio::test]
async fn on_hold_nothing_is_shown_whichever_way_somebody_comes() {
    let desk = DeskChat::of(chat()).await;
    let until = now() + SignedDuration::from_mins(9);
    desk.desk().limiter.lock().unwrap().hold(UserId(4), Some(GuildId(1000)), until);
    let mut refused = 0;
    for way in all() {
        let shown = desk.posts(&way.interaction()).await;
        let body = shown.body().to_string();
        scan(&body, &format!("{:?}", way.step));
        assert!(body.contains("paused for you") && shown.file().is_none(), "{:?}: {body}", way.step);
        refused += 1;
    }
    assert!(refused > 100, "{refused}");
    assert!(desk.entries().await.iter().all(|entry| matches!(&entry.outcome, Outcome::Refused(_))));
    assert_eq!(desk.desk().notebooks.current().as_ref(), &Notebooks::default(), "nothing is remembered of it");
}
