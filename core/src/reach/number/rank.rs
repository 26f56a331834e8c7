//! Which of a contact's numbers to dial now.

use crate::domain::contact::Fingerprint;
use crate::reach::number::{Kind, KindFrom, Number};

/// Whether it is working time at the contact's place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WorkTime {
    In,
    Out,
    Unknown,
}

/// A number with its rank among a contact's numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranked {
    pub number: Number,
    pub why: RankReason,
    pub reported_wrong: u32,
}

/// Why a number has its rank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RankReason {
    Only,
    /// The contact asks to be called on this kind now.
    Stated,
    /// It is IT Glue's primary number.
    Primary,
    MobileOutOfHours,
    HomeOutOfHours,
    /// A mobile, whatever the hours.
    Mobile,
    /// Nothing speaks for or against it.
    Next,
    /// A pager cannot be talked on.
    Pager,
    /// It was reported wrong more than once.
    ReportedWrong,
}

/// A contact's numbers, the one to dial now first. Faxes are left out, and duplicates are merged.
///
/// `stated` is a kind the contact asks to be called on at this time ("after hours call mobile"). Numbers reported
/// wrong sink: below their equals after one report, below everything after more.
pub fn best_first(
    numbers: Vec<Number>,
    time: WorkTime,
    stated: Option<Kind>,
    wrong_reports: &dyn Fn(Fingerprint) -> u32,
) -> Vec<Ranked> {
    let voice = numbers.into_iter().filter(|number| number.kind != Kind::Fax);
    let numbers = voice.fold(Vec::new(), once);
    let only = numbers.len() == 1;
    let rank = |number: Number| {
        let reported_wrong = wrong_reports(number.fingerprint);
        let why = if only { RankReason::Only } else { why(&number, time, stated, reported_wrong) };
        Ranked { number, why, reported_wrong }
    };
    let mut ranked: Vec<Ranked> = numbers.into_iter().map(rank).collect();
    // Stable: equals keep IT Glue's order.
    ranked.sort_by_key(|ranked| (place(ranked.why, time), ranked.reported_wrong, ranked.number.e164.is_none()));
    ranked
}

fn once(mut numbers: Vec<Number>, number: Number) -> Vec<Number> {
    let same = |kept: &&mut Number| {
        let is_stored = || kept.e164.is_some() || kept.stored == number.stored;
        kept.e164 == number.e164 && kept.extension == number.extension && is_stored()
    };
    match numbers.iter_mut().find(same) {
        Some(kept) => {
            kept.primary |= number.primary;
            if kept.kind_from != KindFrom::Label && number.kind_from == KindFrom::Label {
                (kept.kind, kept.kind_from, kept.label) = (number.kind, number.kind_from, number.label);
            }
        }
        None => numbers.push(number),
    }
    numbers
}

fn why(number: &Number, time: WorkTime, stated: Option<Kind>, reported_wrong: u32) -> RankReason {
    match (number.kind, time) {
        _ if reported_wrong > 1 => RankReason::ReportedWrong,
        (kind, _) if stated == Some(kind) => RankReason::Stated,
        (Kind::Pager, _) => RankReason::Pager,
        (Kind::Mobile, WorkTime::Out) => RankReason::MobileOutOfHours,
        (Kind::Home, WorkTime::Out) => RankReason::HomeOutOfHours,
        _ if number.primary => RankReason::Primary,
        (Kind::Mobile, _) => RankReason::Mobile,
        _ => RankReason::Next,
    }
}

fn place(why: RankReason, time: WorkTime) -> u8 {
    match why {
        RankReason::Only | RankReason::Stated => 0,
        RankReason::MobileOutOfHours => 1,
        // The office is empty then; someone may be at home.
        RankReason::HomeOutOfHours => 2,
        RankReason::Primary => 3,
        // In hours a mobile is as good as a desk, and IT Glue's order decides.
        RankReason::Mobile if time == WorkTime::Unknown => 4,
        RankReason::Mobile | RankReason::Next => 5,
        RankReason::Pager => 6,
        RankReason::ReportedWrong => 7,
    }
}

#[cfg(test)]
mod tests;
