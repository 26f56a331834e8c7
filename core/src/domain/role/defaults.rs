//! The words account owners use for their contact types, and what they mean.

use std::sync::LazyLock;

use super::words::Phrase;
use super::{Role, departed};

/// A row of the table of defaults.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// What the words stand for.
    pub role: Role,
    /// How they must stand in a type's name.
    pub fit: Fit,
    /// One or more words, lower-cased.
    pub words: &'static str,
}

/// How words must stand in a type's name to mean their role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// They are the whole name, and it says its role literally.
    Literal,
    /// They are the whole name; a guess.
    Whole,
    /// They stand anywhere in the name; a guess.
    Within,
}

/// Every row of the table, in the order in which they are tried.
pub fn rows() -> impl Iterator<Item = Row> {
    let rows = |fit: Fit, table: &'static [(Role, &'static str)]| {
        table.iter().flat_map(move |&(role, list)| list.split(", ").map(move |words| Row { role, fit, words }))
    };
    rows(Fit::Literal, LITERAL).chain(rows(Fit::Whole, WHOLE)).chain(rows(Fit::Within, WITHIN))
}

/// The role that a name of these words, joined by spaces, says literally.
pub(super) fn literal(name: &str) -> Option<Role> {
    whole(LITERAL, name)
}

fn whole(table: &[(Role, &str)], name: &str) -> Option<Role> {
    table.iter().find(|(_, names)| names.split(", ").any(|one| one == name)).map(|(role, _)| *role)
}

/// The role a type of this name stands for by default.
pub(super) fn role(words: &[String]) -> Option<Role> {
    let name = words.join(" ");
    literal(&name).or_else(|| whole(WHOLE, &name)).or_else(|| {
        let fits = |(_, phrase): &&(Role, Phrase)| phrase.stands_in(words);
        PHRASES.iter().find(fits).map(|(role, _)| *role)
    })
}

static PHRASES: LazyLock<Vec<(Role, Phrase)>> = LazyLock::new(|| {
    let row = |&(role, phrases)| Phrase::list(phrases).map(move |phrase| (role, phrase));
    WITHIN.iter().flat_map(row).collect()
});

/// Names that state their role: the role's own word, alone or with "contact", and for `executive`, which stands for
/// those who approve, the names that say so. Such a type is taken at its word. Everything else ("Owner", "Decision
/// Maker", "Internal IT") is likely but not certain, and authorises no contact.
const LITERAL: &[(Role, &str)] = &[
    (Role::Primary, "primary, primary contact, primary contacts"),
    (Role::Technical, "technical, technical contact, technical contacts"),
    (Role::Billing, "billing, billing contact, billing contacts"),
    (
        Role::Executive,
        "executive, executives, executive contact, executive contacts, approver, approvers, authorized approver, \
         authorised approver, authorized signer, authorised signer, authorized signatory, authorised signatory",
    ),
    (Role::EndUser, "end user, end users"),
    (Role::Vendor, "vendor, vendors, vendor contact, supplier, suppliers, supplier contact"),
];

/// Names that mean something only when they stand alone: inside a longer name the same word is used too loosely
/// ("Office Manager", "Main Street Branch", "Left Wing Reception").
const WHOLE: &[(Role, &str)] = &[
    (Role::Primary, "main"),
    (Role::Executive, "manager"),
    (Role::Departed, "left, past"),
    (Role::Technical, "support"),
    (Role::EndUser, "staff"),
];

/// Words that mean a role wherever they stand, the first row that fits wins.
///
/// The order decides. A departed contact is departed in any role ("Former Owner"). A supplier's contact is not the
/// client's, even if important there ("Vendor Primary Contact"). Then the special comes before the general: a "Primary
/// Billing Contact" is asked about invoices, a "Technical Decision Maker" about technology, and only a plain "Primary
/// Contact" is the first to call.
const WITHIN: &[(Role, &str)] = &[
    (Role::Departed, departed::WORDS),
    (
        Role::Vendor,
        "vendor, vendors, third party, 3rd party, reseller, contractor, subcontractor, distributor, \
         supplier",
    ),
    (
        Role::Billing,
        "billing, accounts payable, account payable, accounts receivable, payable, payables, \
         ap contact, accounting, accountant, invoice, invoices, invoicing, finance, financial, \
         bookkeeper, bookkeeping, payroll, purchasing, procurement, payment, payments",
    ),
    (
        Role::Technical,
        "technical, technology, tech, it, ict, internal it, information technology, sysadmin, \
         system administrator, systems administrator, network administrator, it admin, helpdesk, \
         help desk, service desk, security officer, ciso, cto, cio",
    ),
    (
        Role::Primary,
        "primary, main contact, main point, point of contact, poc, key contact, lead contact, \
         first contact, first point, principal contact",
    ),
    (
        Role::Executive,
        "executive, owner, owners, co owner, approver, approvers, approval, decision maker, \
         decision makers, decisionmaker, management, director, board, president, vice president, vp, \
         partner, principal, ceo, cfo, coo, chief, c level, c suite, general manager, office manager, \
         operations manager, managing director, founder, stakeholder, champion, influencer, sponsor, \
         authorized, authorised, signatory",
    ),
    (Role::EndUser, "end user, end users, user, users, employee, employees, staff member, team member, worker"),
];

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
            let guessed = PHRASES.iter().find(|(_, phrase)| phrase.stands_in(&name)).map(|(role, _)| *role);
            assert!(guessed.is_none_or(|guessed| guessed == role), "{words}: {guessed:?}");
            assert_eq!(RoleTable::default().stated(Some(words)), Some(role), "{words}");
        }
    }

    #[test]
    fn every_phrase_of_the_table_is_reachable() {
        for (role, phrases) in WITHIN {
            for phrase in phrases.split(", ") {
                assert_eq!(RoleTable::default().role(Some(phrase)), Some(*role), "{phrase}");
            }
        }
    }
}
