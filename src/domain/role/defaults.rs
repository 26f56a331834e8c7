//! The words account owners use for their contact types, and what they mean.

use std::sync::LazyLock;

use super::words::Phrase;
use super::{Role, departed};

/// The role a type of this name stands for by default.
pub(super) fn role(words: &[String]) -> Option<Role> {
    let whole = words.join(" ");
    let alone = WHOLE.iter().find(|(name, _)| *name == whole).map(|(_, role)| *role);
    alone.or_else(|| {
        let fits = |(_, phrase): &&(Role, Phrase)| phrase.stands_in(words);
        PHRASES.iter().find(fits).map(|(role, _)| *role)
    })
}

static PHRASES: LazyLock<Vec<(Role, Phrase)>> = LazyLock::new(|| {
    let row = |&(role, phrases)| Phrase::list(phrases).map(move |phrase| (role, phrase));
    WITHIN.iter().flat_map(row).collect()
});

/// Names that mean something only when they stand alone: inside a longer name the same word is used too loosely
/// ("Office Manager", "Main Street Branch", "Left Wing Reception").
const WHOLE: &[(&str, Role)] = &[
    ("main", Role::Primary),
    ("manager", Role::Executive),
    ("left", Role::Departed),
    ("past", Role::Departed),
    ("support", Role::Technical),
    ("staff", Role::EndUser),
];

/// Words that mean a role wherever they stand, the first row that fits wins.
///
/// The order is the argument. Someone departed is departed whatever they were ("Former Owner"). Someone of a supplier is
/// not the client's, however important there ("Vendor Primary Contact"). Then the special before the general: a "Primary
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
    fn every_phrase_of_the_table_is_reachable() {
        for (role, phrases) in WITHIN {
            for phrase in phrases.split(", ") {
                assert_eq!(RoleTable::default().role(Some(phrase)), Some(*role), "{phrase}");
            }
        }
    }
}
