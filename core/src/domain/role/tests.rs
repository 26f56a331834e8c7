use super::*;

#[test]
fn the_policy_file_has_the_last_word() {
    let overrides: BTreeMap<String, Role> =
        serde_json::from_str(r#"{"Chocolatier": "primary", "champion": "end_user", "Key-User": "technical"}"#).unwrap();
    let table = RoleTable::with_overrides(overrides);
    assert_eq!(table.role(Some("CHOCOLATIER")), Some(Role::Primary));
    assert_eq!(table.role(Some("Champion")), Some(Role::EndUser));
    assert_eq!(table.role(Some("key user")), Some(Role::Technical));
    assert_eq!(table.role(Some("Approver")), Some(Role::Executive), "the rest keeps its default");
}

#[test]
fn only_the_policy_or_a_literal_name_states_a_role() {
    let table = RoleTable::with_overrides(BTreeMap::from([
        ("Influencer".to_owned(), Role::Executive),
        ("Approver".to_owned(), Role::EndUser),
    ]));
    for (name, stated) in [
        ("Primary", Some(Role::Primary)),
        ("PRIMARY-CONTACT", Some(Role::Primary)),
        ("TechnicalContact", Some(Role::Technical)),
        ("Authorized Signer", Some(Role::Executive)),
        ("influencer", Some(Role::Executive)),
        ("Approver", Some(Role::EndUser)),
        ("Champion", None),
        ("Stakeholder", None),
        ("Office Manager", None),
        ("Executive Assistant", None),
        ("Decision Maker", None),
        ("Owner", None),
        ("Internal IT", None),
        ("Accounts Payable", None),
        ("Primary Technical Contact", None),
        ("Former Executive", None),
        ("Billing Approver", None),
        ("", None),
    ] {
        assert_eq!(table.stated(Some(name)), stated, "{name}");
    }
    assert_eq!(table.stated(None), None);
}
