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
