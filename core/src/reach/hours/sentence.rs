//! Binds hours to days within a sentence, and finds what the rest of the sentence leaves in doubt.

use crate::reach::hours::bind::{Said, parse};
use crate::reach::hours::item::{Item, ItemKind, days_of};
use crate::reach::hours::stated_zone::StatedZone;
use crate::reach::hours::{Days, Doubt, Says};

pub(super) struct Sentence {
    /// What is understood, with the tokens it was read from, and the days in doubt.
    pub says: Said,
    /// What the rest may change on any day that no other sentence names.
    pub doubt: Option<Doubt>,
    pub days: Days,
    /// Whether it is a heading, which is about the lines below too.
    pub heading: bool,
    pub zones: Vec<StatedZone>,
}

/// Reads a sentence; `None` where it is about something else.
pub(super) fn sentence(items: &[Item]) -> Option<Sentence> {
    if !items.iter().any(|item| is_about_hours(&item.what)) {
        return None;
    }
    let mut sentence = Sentence { says: Vec::new(), doubt: None, days: Days::NONE, heading: false, zones: Vec::new() };
    for item in items {
        match &item.what {
            ItemKind::Days(days) => sentence.days = sentence.days.and(*days),
            ItemKind::Zone(zone) => sentence.zones.push(*zone),
            ItemKind::Calls(says) => sentence.says.extend(says.iter().map(|says| (*says, item.first, item.next))),
            ItemKind::OrMore => sentence.add(Doubt::Open),
            _ => {}
        }
    }
    let is_introduced = items.iter().any(|item| matches!(item.what, ItemKind::Label | ItemKind::Open));
    let parts: Vec<&Item> = items.iter().filter(|item| is_part(&item.what)).collect();
    let is_read = !items.iter().any(|item| item.what.is_unread());
    if let Some(found) = is_read.then(|| parse(&parts, Some(is_introduced))).flatten() {
        sentence.says.extend(found);
        sentence.quote_zones(items);
        return Some(sentence);
    }
    sentence.by_clause(items);
    sentence.quote_zones(items);
    // "do not call before 9am on Mondays"
    sentence.says.retain(|(says, ..)| !matches!(says, Says::NotBefore { .. } | Says::NotAfter { .. }));
    let heading = items.iter().position(|item| item.what == ItemKind::Heading);
    sentence.heading = heading.is_some_and(|end| items[..end].iter().any(|item| item.what.is_unread()));
    Some(sentence)
}

/// Whether it names days or times, or anything that limits hours.
fn is_about_hours(what: &ItemKind) -> bool {
    use ItemKind::{Calls, Closed, Days, Hours, Label, Lunch, OrMore, Season, Time, Zone};
    matches!(what, Days(_) | Hours(_) | Closed | Lunch | OrMore | Zone(_) | Calls(_) | Label | Season | Time)
}

fn is_part(what: &ItemKind) -> bool {
    matches!(what, ItemKind::Days(_) | ItemKind::Hours(_) | ItemKind::Closed | ItemKind::Not | ItemKind::Lunch)
}

/// A clause of a sentence, with a part that is not understood.
#[derive(Default)]
struct Clause<'a> {
    bracket: bool,
    items: Vec<&'a Item>,
}

impl Clause<'_> {
    fn has(&self, is_it: impl Fn(&ItemKind) -> bool) -> bool {
        self.items.iter().any(|item| is_it(&item.what))
    }

    /// Whether the only part not understood is which weeks.
    fn is_some_weeks(&self) -> bool {
        self.has(ItemKind::is_unread) && !self.has(|what| what.is_unread() && *what != ItemKind::SomeWeeks)
    }

    /// The days concerned by the part that is not understood; `None` for all days.
    fn doubted(&self, is_first: bool) -> Option<Days> {
        let is_days = |item: &Item| matches!(item.what, ItemKind::Days(_));
        let days = self.items.iter().position(|item| is_days(item))?;
        let last_days = self.items.iter().rposition(|item| is_days(item))?;
        // "Mon … Fri" may be all days between them.
        if self.items[days..last_days].iter().any(|item| item.what.is_unread()) {
            return None;
        }
        let hours = self.items.iter().position(|item| matches!(item.what, ItemKind::Hours(_)));
        let unread = self.items.iter().rposition(|item| item.what.is_unread());
        let is_about_days = match (hours, unread) {
            // "F til noon"
            (None, _) => true,
            // "…, first Sat 9-1"
            (Some(hours), Some(unread)) if !is_first && unread < hours => true,
            // "Sat 9-1 every other week"
            _ => self.is_some_weeks(),
        };
        is_about_days.then(|| days_of(&self.items))
    }

    /// Whether the part not understood stands before the days: then it may be about the next ones too.
    fn leads(&self) -> bool {
        let first = self.items.iter().find(|item| matches!(item.what, ItemKind::Days(_)) || item.what.is_unread());
        first.is_some_and(|item| item.what.is_unread())
    }
}

impl Sentence {
    fn add(&mut self, doubt: Doubt) {
        self.doubt = Some(self.doubt.map_or(doubt, |known| if known == doubt { known } else { Doubt::Both }));
    }

    fn unread(&mut self, days: Days) {
        self.says.push((Says::Unread { days, doubt: Doubt::Both }, 0, 0));
    }

    /// Reads clause by clause. A part that is not understood is about the days of its clause where it stands before
    /// hours or instead of them, and otherwise about all days.
    fn by_clause(&mut self, items: &[Item]) {
        let mut days_before = Days::NONE;
        let mut rest_is_unread = false;
        for (place, mut clause) in clauses(items).into_iter().enumerate() {
            let days = days_of(&clause.items);
            let has_hours = clause.has(|what| matches!(what, ItemKind::Hours(_)));
            let closes = clause.has(|what| matches!(what, ItemKind::Closed | ItemKind::Not)) && !has_hours;
            if clause.has(|what| *what == ItemKind::Season) {
                self.add(if closes { Doubt::Closed } else { Doubt::Both });
                clause.items.retain(|item| item.what != ItemKind::Season);
                if days == Days::NONE && !has_hours && !clause.has(ItemKind::is_unread) {
                    continue;
                }
            }
            let doubted = clause.doubted(place == 0);
            if let Some(found) = parse(&clause.items, None).filter(|_| !rest_is_unread) {
                self.says.extend(found);
            } else if let Some(days) = doubted.or(Some(days).filter(|days| rest_is_unread && *days != Days::NONE)) {
                self.unread(days);
                rest_is_unread |= clause.leads() && (place == 0 || has_hours);
            } else if clause.bracket && !has_hours && days_before != Days::NONE && clause.is_some_weeks() {
                // "Sat 9-1 (1st and 3rd only)"
                self.unread(days_before);
            } else if closes && days == Days::NONE && !clause.has(|what| *what == ItemKind::Not) {
                self.add(Doubt::Closed);
            } else {
                self.add(Doubt::Both);
            }
            days_before = days;
        }
    }

    /// Makes a zone right after hours a part of their quote: "M-F 8-5 (PST)".
    fn quote_zones(&mut self, items: &[Item]) {
        for (_, _, next) in &mut self.says {
            let at = items.partition_point(|item| item.first < *next);
            let opens = usize::from(items.get(at).is_some_and(|item| item.what == (ItemKind::Comma { bracket: true })));
            let zone = items.get(at + opens).filter(|item| matches!(item.what, ItemKind::Zone(_)));
            let closes =
                items.get(at + 2).filter(|item| opens == 1 && item.what == (ItemKind::Comma { bracket: false }));
            *next = zone.map_or(*next, |zone| closes.unwrap_or(zone).next);
        }
    }
}

/// The clauses of a sentence: between commas and brackets, and in "Mon 9-5 Tue 10-6" from each day on.
fn clauses(items: &[Item]) -> Vec<Clause<'_>> {
    let mut clauses = vec![Clause::default()];
    for item in items {
        let clause = clauses.last().map_or(&[][..], |clause| &clause.items);
        let has_hours = clause.iter().any(|item| matches!(item.what, ItemKind::Hours(_)));
        let days_first = clause.iter().find(|item| is_part(&item.what));
        let days_first = days_first.is_some_and(|item| matches!(item.what, ItemKind::Days(_)));
        let begins = match item.what {
            ItemKind::Comma { .. } => true,
            // The dash of "Mon - Fri" may stand there too.
            ItemKind::Dash | ItemKind::Closed | ItemKind::Not => has_hours,
            ItemKind::Days(_) => has_hours && days_first,
            _ => false,
        };
        if begins {
            let bracket = item.what == (ItemKind::Comma { bracket: true });
            clauses.push(Clause { bracket, items: Vec::new() });
        }
        if let Some(clause) = clauses.last_mut().filter(|_| is_part(&item.what) || item.what.is_unread()) {
            clause.items.push(item);
        }
    }
    clauses.retain(|clause| !clause.items.is_empty());
    clauses
}
