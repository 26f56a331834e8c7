//! Users' questions, one after the other.

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroU32;

use callsheet_core::access::limiter::{Asking, HOUR, LISTED, Limits, LookupLimiter, Refusal, Typed};
use callsheet_core::domain::id::{ContactId, GuildId, UserId};
use jiff::{SignedDuration, Timestamp};

use crate::account::NOW;

/// After this pause no question comes too soon.
const MINUTE: SignedDuration = SignedDuration::from_mins(1);

const GUILD: Option<GuildId> = Some(GuildId(1000));

/// Typed texts are beginnings of these.
const NAMES: [&str; 4] = ["jane doe", "jane smith", "john smith", "acme jane"];

/// What one user's questions let through.
#[derive(Default)]
struct Seen {
    /// Contacts in answers, and when they were last shown.
    answered: BTreeMap<ContactId, Timestamp>,
    /// Contacts in suggestions.
    listed: BTreeMap<ContactId, Timestamp>,
    on_hold: Option<Timestamp>,
}

/// The limits, and questions of four bytes each: the user, the pause before it, the contact, and the kind. In any
/// order, within any hour, no user sees more contacts than the limit in answers, or its multiple in suggestions; a user
/// on hold sees none until the hold ends or is released; and a question that came too soon succeeds at the time it is
/// told.
///
/// # Panics
///
/// If one of these does not hold.
pub fn brake(data: &[u8]) {
    let Some((limit, questions)) = data.split_first() else { return };
    let from_one = |number: u8| NonZeroU32::MIN.saturating_add(number.into());
    let limits = Limits {
        contacts_per_hour: from_one(limit % 16),
        questions_per_minute: from_one(limit / 16),
        changes_per_hour: from_one(*limit),
        hold: SignedDuration::from_mins(40),
        alert_channel: None,
    };
    let limit = usize::try_from(limits.contacts_per_hour.get()).unwrap_or(usize::MAX);
    let (mut brake, mut now) = (LookupLimiter::default(), NOW);
    let mut users: BTreeMap<UserId, Seen> = BTreeMap::new();
    let mut too_soon: BTreeMap<(UserId, bool), Timestamp> = BTreeMap::new();
    for [who, later, about, what] in questions.as_chunks().0 {
        // From no time to two hours, and more often a short time.
        now += SignedDuration::from_secs(i64::from(*later).pow(2) / 9);
        let user = UserId(u64::from(who % 4));
        if *who >= 250 {
            brake.release(user, GUILD);
            users.remove(&user);
            continue;
        }
        let is_typed = who & 4 != 0;
        let name = NAMES[usize::from(what / 64)];
        let text = &name[..usize::from(about % 8)];
        let beside = if who & 8 != 0 { "another client" } else { "" };
        let asking = if is_typed { Asking::Typing(Typed { text, beside }) } else { Asking::Answer };
        let contacts: BTreeSet<_> = (u64::from(*about)..).take(usize::from(what % 32)).map(ContactId).collect();

        let weighed = brake.weigh(user, GUILD, asking, &contacts, &limits, now).map_err(|refused| refused.why);
        let seen = users.entry(user).or_default();
        let waits = seen.on_hold.filter(|until| *until > now);
        if let Err(Refusal::TooSoon { until }) = weighed {
            assert!(now < until && until.duration_since(now) <= MINUTE, "too soon until {until}");
            let before = too_soon.insert((user, is_typed), until);
            assert!(before.is_none_or(|before| now < before), "too soon at a time that was told");
        } else if waits.is_none() {
            too_soon.remove(&(user, is_typed));
        }
        match weighed {
            Ok(()) => {
                let shown = if is_typed { &mut seen.listed } else { &mut seen.answered };
                shown.extend(contacts.into_iter().map(|contact| (contact, now)));
                let within = |shown: &BTreeMap<_, Timestamp>| {
                    shown.values().filter(|at| now.duration_since(**at) < HOUR).count()
                };
                assert!(waits.is_none(), "shown while on hold");
                assert!(within(&seen.answered) <= limit, "{} in answers", within(&seen.answered));
                assert!(within(&seen.listed) <= limit * LISTED, "{} in suggestions", within(&seen.listed));
            }
            Err(Refusal::TooMany { until }) => {
                assert!(waits.is_none() && until.duration_since(now) == limits.hold, "on hold until {until}");
                seen.on_hold = Some(until);
            }
            Err(Refusal::OnHold { until, .. }) => assert_eq!(Some(until), waits),
            Err(Refusal::TooSoon { .. }) => assert_eq!(waits, None, "told to wait for less than the hold"),
        }
    }
}
