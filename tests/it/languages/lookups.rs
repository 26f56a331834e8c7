//! Answers of `/who-looked`: one for each of its sentences.

use std::collections::BTreeSet;

use callsheet_core::answer::lookups::Trail;
use callsheet_core::domain::id::{ChannelId, ContactId, GuildId, UserId};
use callsheet_core::journal::{Action, Audience, Entry, Field, Outcome};

use testkit::account::{Account, now, person};
use testkit::chat::{Chat, GUILD, asked};

const PHONE: &[Field] = &[Field::Name, Field::Phone];
const TITLE: &[Field] = &[Field::Name, Field::Title];

/// What a reader of this language is sent, including the reply when the journal cannot be read.
pub(super) fn told(locale: &str) -> Vec<String> {
    let account = Account::default().organization(1, "Acme Corporation").with(person(1, "Jane Doe").at(1));
    let chat = Chat::about(&account).permitted(32).speaking(locale);
    let trails = journals().into_iter().flat_map(|entries| [(entries.clone(), true), (entries, false)]);
    let trails = trails.map(|(entries, is_whole)| {
        let mut trail = Trail::new(ContactId(1), Some(GuildId(GUILD)), now());
        for entry in &entries {
            trail.add(entry);
        }
        trail.is_whole = is_whole;
        Some(trail)
    });
    let answer = |trail: Option<Trail>| {
        let response = chat.answers(&chat.sent(&asked("who-looked", &[("name", "id:1")]))).unwrap();
        match trail {
            Some(trail) => response.with_trail(trail).body.to_string(),
            None => response.body.to_string(),
        }
    };
    [None].into_iter().chain(trails).map(answer).collect()
}

/// Journals about one contact, the last entry first.
fn journals() -> [Vec<Entry>; 4] {
    let by = |user: u64, action: Action, fields: &[Field]| Entry {
        user: Some(UserId(user)),
        guild: Some(GuildId(GUILD)),
        channel: Some(ChannelId(3)),
        contacts: BTreeSet::from([ContactId(1)]),
        fields: fields.iter().copied().collect(),
        outcome: Outcome::Disclosed,
        ..Entry::new(now(), action)
    };
    let typing = |user| by(user, Action::Suggestions("contact".into()), TITLE);
    let everything = by(5, Action::Command("contact".into()), PHONE);
    let everything = Entry { fields: BTreeSet::from([Field::Email, Field::Location, Field::Notes]), ..everything };
    let shared = Entry { audience: Audience::Channel, ..by(5, Action::Share, PHONE) };
    let shared_somewhere = Entry { channel: None, ..shared.clone() };
    let refused = Entry { outcome: Outcome::Refused("not-allowed".into()), ..by(6, Action::ContactFile, &[]) };
    let nobody_known = Entry { user: None, ..by(6, Action::Alert, PHONE) };
    let at_terminal = Entry { user: None, ..by(6, Action::Terminal("contact".into()), PHONE) };
    [
        vec![],
        vec![typing(5)],
        vec![by(5, Action::Button("person".into()), PHONE), typing(6), typing(7)],
        vec![everything, shared, shared_somewhere, refused, nobody_known, at_terminal],
    ]
}
