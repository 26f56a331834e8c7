//! The words about who looked a contact up.

use crate::answer::language::Language;
use crate::answer::lookups::{LookupLine, Lookups, Trail, Way};
use crate::answer::phrases::{BETWEEN, VERIFY, card, date, page_of};
use crate::answer::words::{Words, theirs};
use crate::domain::id::ContactId;

pub fn title(lookups: &Lookups, language: Language) -> Words {
    let who = language.say_with("looked", [("name", card::name(&lookups.name, language).into())]);
    Words::default().list([who].into_iter().chain(lookups.organization.as_ref().map(theirs)), BETWEEN)
}

/// How many users looked, the lines of the page, and where more is told.
pub fn lines(lookups: &Lookups, language: Language) -> Vec<Words> {
    let report = || report(lookups.contact).into();
    let Some(trail) = &lookups.trail else {
        let name = card::name(&lookups.name, language).into();
        return vec![language.say_with("looked-unread", [("report", report()), ("name", name)])];
    };
    let mut lines = vec![looked(lookups, trail, language)];
    if !trail.is_whole {
        lines.push(language.say_with("looked-partly", [("date", date(trail.since, language).into())]));
    }
    if trail.only_named() > 0 {
        lines.push(language.say_with("looked-only-named", [("count", trail.only_named().into())]));
    }
    lines.extend(trail.page(lookups.shown()).iter().map(|told| line(told, language)));
    lines.extend(page_of(lookups.shown() + 1, trail.pages(), language));
    let verify = Words::default().copy(VERIFY).into();
    lines.push(language.say_with("looked-hint", [("verify", verify), ("report", report())]));
    lines
}

fn looked(lookups: &Lookups, trail: &Trail, language: Language) -> Words {
    let name = if lookups.name.is_empty() {
        card::name(&lookups.name, language)
    } else {
        Words::default().strong(&*lookups.name)
    };
    let (name, date) = (name.into(), date(trail.since, language).into());
    match trail.looked() {
        0 if trail.is_whole => language.say_with("looked-nobody", [("name", name), ("date", date)]),
        0 => language.say_with("looked-nobody-since", [("name", name), ("date", date)]),
        count => language.say_with("looked-people", [("count", count.into()), ("name", name), ("date", date)]),
    }
}

fn line(line: &LookupLine, language: Language) -> Words {
    let user = match (line.user, &line.way) {
        (Some(user), _) => Words::user(user, language),
        (None, Way::Terminal(_)) => language.say("looked-terminal"),
        (None, _) => language.say("looked-unknown"),
    };
    let way = match &line.way {
        Way::Command(name) | Way::Terminal(name) => Words::new(format!("/{name}")),
        Way::Click => language.say("looked-click"),
        Way::Suggestions => language.say("looked-suggestions"),
        Way::Shared(Some(channel)) => {
            language.say_with("looked-shared", [("channel", Words::channel(*channel).into())])
        }
        Way::Shared(None) => language.say("looked-shared-somewhere"),
        Way::File => language.say("looked-file"),
        Way::Message => language.say("command-who-do-i-call"),
    };
    let refused = line.refused.then(|| language.say("looked-refused"));
    let fields =
        line.fields.iter().map(|field| language.say_with("looked-field", [("field", <&str>::from(field).into())]));
    let fields = (!line.fields.is_empty()).then(|| Words::default().list(fields, ", "));
    let times = (line.times > 1).then(|| Words::new(format!("{}×", line.times)));
    let parts = [Some(Words::at(line.at)), Some(user), Some(way), refused, fields, times];
    Words::default().list(parts.into_iter().flatten(), BETWEEN)
}

/// The command that lists everything, on the machine the bot runs on.
fn report(contact: ContactId) -> Words {
    Words::default().copy(format!("callsheet journal report --contact {contact}"))
}
