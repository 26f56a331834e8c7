//! The words account owners use for their contact types, and what they mean; `defaults.txt` has them, in the order in which
//! they are tried.

use std::sync::LazyLock;

use strum::EnumString;

use super::Role;
use super::words::Phrase;

/// A row of the table of defaults.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    pub role: Role,
    pub fit: Fit,
    /// One or more words, lower-cased.
    pub words: &'static str,
}

/// How words must stand in a type's name to mean their role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString)]
#[strum(serialize_all = "lowercase")]
pub enum Fit {
    /// They are the whole name, and it says its role literally.
    Literal,
    /// They are the whole name; a guess.
    Whole,
    /// They stand anywhere in the name; a guess.
    Within,
}

pub fn rows() -> impl Iterator<Item = Row> {
    ROWS.iter().map(|(row, _)| *row)
}

/// The words that say, in a type's name, that its contacts have left.
pub(super) fn departed() -> impl Iterator<Item = &'static Phrase> {
    let is_it = |row: &Row| row.role == Role::Departed && row.fit == Fit::Within;
    ROWS.iter().filter(move |(row, _)| is_it(row)).map(|(_, phrase)| phrase)
}

/// The role that a name of these words says literally.
pub(super) fn literal(name: &[String]) -> Option<Role> {
    ROWS.iter().find(|(row, phrase)| row.fit == Fit::Literal && phrase.is(name)).map(|(row, _)| row.role)
}

/// The role a type of this name stands for by default.
pub(super) fn role(name: &[String]) -> Option<Role> {
    let fits =
        |row: &Row, phrase: &Phrase| if row.fit == Fit::Within { phrase.stands_in(name) } else { phrase.is(name) };
    ROWS.iter().find(|(row, phrase)| fits(row, phrase)).map(|(row, _)| row.role)
}

static ROWS: LazyLock<Vec<(Row, Phrase)>> = LazyLock::new(|| {
    let rows = |line: &'static str| {
        let (meaning, words) = line.split_once(": ")?;
        let (fit, role) = meaning.split_once(' ')?;
        let (fit, role) = (fit.parse().ok()?, role.parse().ok()?);
        Some(words.split(", ").map(move |words| (Row { role, fit, words }, Phrase::of(words))))
    };
    include_str!("defaults.txt").lines().filter_map(rows).flatten().collect()
});

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::role::RoleTable;

    #[test]
    fn names_seen_in_the_wild_have_their_role() {
        for (name, role) in [
            ("Primary Contact", Some(Role::Primary)),
            ("PRIMARY", Some(Role::Primary)),
            ("primary-contact", Some(Role::Primary)),
            ("PrimaryContact", Some(Role::Primary)),
            ("Main Contact", Some(Role::Primary)),
            ("Main", Some(Role::Primary)),
            ("Point of Contact", Some(Role::Primary)),
            ("P.O.C.", Some(Role::Primary)),
            ("Main P.O.C", Some(Role::Primary)),
            ("Authorized Contact", Some(Role::Executive)),
            ("Internal IT", Some(Role::Technical)),
            ("I.T.", Some(Role::Technical)),
            ("IT Manager", Some(Role::Technical)),
            ("Primary Technical Contact", Some(Role::Technical)),
            ("Technical Decision Maker", Some(Role::Technical)),
            ("Billing", Some(Role::Billing)),
            ("Accounts Payable", Some(Role::Billing)),
            ("Billing/Accounts Payable", Some(Role::Billing)),
            ("Primary Billing Contact", Some(Role::Billing)),
            ("Accounts-Payable", Some(Role::Billing)),
            ("Approver", Some(Role::Executive)),
            ("Champion", Some(Role::Executive)),
            ("Decision Maker", Some(Role::Executive)),
            ("DecisionMaker", Some(Role::Executive)),
            ("Influencer", Some(Role::Executive)),
            ("Owner", Some(Role::Executive)),
            ("Management", Some(Role::Executive)),
            ("C-Level", Some(Role::Executive)),
            ("Owner / Primary Contact", Some(Role::Primary)),
            ("End User", Some(Role::EndUser)),
            ("end_user", Some(Role::EndUser)),
            ("ENDUSER", Some(Role::EndUser)),
            ("EndUser", Some(Role::EndUser)),
            ("Employee", Some(Role::EndUser)),
            ("Employee - Part Time", Some(Role::EndUser)),
            ("Vendor", Some(Role::Vendor)),
            ("Vendor Support", Some(Role::Vendor)),
            ("Vendor (Primary)", Some(Role::Vendor)),
            ("3rd-Party", Some(Role::Vendor)),
            ("Terminated", Some(Role::Departed)),
            ("terminated!", Some(Role::Departed)),
            ("Employee - Terminated", Some(Role::Departed)),
            ("Former Employee", Some(Role::Departed)),
            ("Former Owner", Some(Role::Departed)),
            ("Ex-Employee", Some(Role::Departed)),
            ("Inactive", Some(Role::Departed)),
            ("Left", Some(Role::Departed)),
            ("No longer with company", Some(Role::Departed)),
            ("Do Not Contact", Some(Role::Departed)),
            ("Chocolatier", None),
            ("Reporter", None),
            ("Digital", None),
            ("Exterminator", None),
            ("Left Wing Reception", None),
            ("", None),
            ("—", None),
        ] {
            assert_eq!(RoleTable::default().role(Some(name)), role, "{name}");
        }
        assert_eq!(RoleTable::default().role(None), None);
    }

    #[test]
    fn a_literal_name_has_no_other_role_by_guess() {
        for Row { role, words, .. } in rows().filter(|row| row.fit == Fit::Literal) {
            let name: Vec<String> = words.split(' ').map(str::to_owned).collect();
            let mut within = ROWS.iter().filter(|(row, _)| row.fit == Fit::Within);
            let guessed = within.find(|(_, phrase)| phrase.stands_in(&name)).map(|(row, _)| row.role);
            assert!(guessed.is_none_or(|guessed| guessed == role), "{words}: {guessed:?}");
            assert_eq!(RoleTable::default().stated(Some(words)), Some(role), "{words}");
        }
    }

    #[test]
    fn every_phrase_of_the_table_is_reachable() {
        for Row { role, words, .. } in rows() {
            assert_eq!(RoleTable::default().role(Some(words)), Some(role), "{words}");
        }
    }
}
