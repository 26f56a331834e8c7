//! Binds hours to the days they belong to, in either order.

use crate::reach::hours::item::{Item, ItemKind, days_of};
use crate::reach::hours::times::Range;
use crate::reach::hours::{Days, Says};

/// A sentence with more parts than this is not read.
const MOST_PARTS: usize = 60;

/// The statements, with the tokens they were read from.
pub(super) type Said = Vec<(Says, usize, usize)>;

/// Binds all parts to each other; `None` where this is impossible, or possible in more than one way. `alone` is given
/// where hours may stand without days, and says whether a word introduces them.
pub(super) fn parse(parts: &[&Item], alone: Option<bool>) -> Option<Said> {
    let mut found = Vec::new();
    if parts.len() <= MOST_PARTS {
        bind(parts, 0, alone, &mut Vec::new(), &mut found);
    }
    if found.len() == 1 { found.pop() } else { None }
}

fn bind(parts: &[&Item], at: usize, alone: Option<bool>, said: &mut Said, found: &mut Vec<Said>) {
    if at == parts.len() {
        found.push(said.clone());
        return;
    }
    let run = |from: usize, is_it: fn(&ItemKind) -> bool| {
        parts.get(from..).unwrap_or_default().iter().take_while(|item| is_it(&item.what)).count()
    };
    let is_days: fn(&ItemKind) -> bool = |what| matches!(what, ItemKind::Days(_));
    let is_hours: fn(&ItemKind) -> bool = |what| matches!(what, ItemKind::Hours(_));
    let mut go_on = |says: Option<Said>, next: usize| {
        // Two ways are as bad as any more.
        if let Some(says) = says.filter(|_| found.len() < 2) {
            let length = said.len();
            said.extend(says);
            bind(parts, next, alone, said, found);
            said.truncate(length);
        }
    };
    let hours = |days: Days, from: usize, to: usize, first: usize, last: usize| {
        let ranges = parts[from..to].iter().filter_map(|item| item.hours());
        let follows = ranges.clone().skip(1).zip(ranges.clone());
        // "Mon-Fri 9-5, mobile 8-8" is not one day's hours.
        let are_in_order = follows.into_iter().all(|(next, range)| range.from < range.to && range.to <= next.from);
        let ends = (parts[first].first, parts[last].next);
        let says = ranges.map(|range| (Says::Hours { days, from: range.from, to: range.to }, ends.0, ends.1));
        are_in_order.then(|| says.collect::<Said>())
    };
    match parts[at].what {
        ItemKind::Days(_) => {
            let (mut days, mut next) = (days_of(&parts[at..at + run(at, is_days)]), at + run(at, is_days));
            if parts.get(next).is_some_and(|item| item.what == ItemKind::Not) && run(next + 1, is_days) > 0 {
                // "Mon-Fri except Wed 9-5"
                let end = next + 1 + run(next + 1, is_days);
                days = days.without(days_of(&parts[next + 1..end]));
                next = end;
            }
            for end in next + 1..=next + run(next, is_hours) {
                go_on(hours(days, next, end, at, end - 1), end);
            }
            if parts.get(next).is_some_and(|item| item.what == ItemKind::Closed) {
                go_on(Some(vec![(Says::Closed { days }, parts[at].first, parts[next].next)]), next + 1);
            }
        }
        ItemKind::Hours(_) => {
            let end = at + run(at, is_hours);
            for days_end in end + 1..=end + run(end, is_days) {
                go_on(hours(days_of(&parts[end..days_end]), at, end, at, days_end - 1), days_end);
            }
            let is_marked = |item: &&Item| item.hours().is_some_and(|range| range.marked);
            if let Some(is_introduced) = alone
                && at == 0
                && (is_introduced || parts[..end].iter().any(is_marked))
            {
                let days = if parts[at].hours() == Some(&Range::ALWAYS) { Days::ALL } else { Days::UNSTATED };
                go_on(hours(days, at, end, at, end - 1), end);
            }
            if let Some(range) = parts[at].hours()
                && parts.get(at + 1).is_some_and(|item| item.what == ItemKind::Lunch)
            {
                let says = Says::Break { from: range.from, to: range.to };
                go_on(Some(vec![(says, parts[at].first, parts[at + 1].next)]), at + 2);
            }
        }
        _ => {
            let next = at + run(at, |what| matches!(what, ItemKind::Closed | ItemKind::Not | ItemKind::Lunch));
            if let Some(range) = parts.get(next).and_then(|item| item.hours()) {
                let says = Says::Break { from: range.from, to: range.to };
                go_on(Some(vec![(says, parts[at].first, parts[next].next)]), next + 1);
            }
            if parts[at..next].iter().any(|item| item.what == ItemKind::Lunch) {
                return;
            }
            for end in next + 1..=next + run(next, is_days) {
                let days = days_of(&parts[next..end]);
                go_on(Some(vec![(Says::Closed { days }, parts[at].first, parts[end - 1].next)]), end);
            }
        }
    }
}
