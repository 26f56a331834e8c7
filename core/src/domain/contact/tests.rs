use proptest::prelude::*;

use super::*;

#[test]
fn a_fax_is_known_by_its_mark_or_by_a_word() {
    for (value, label, fax, expected) in [
        ("4155550100", None, false, false),
        ("4155550100", None, true, true),
        ("4155550100", Some("Fax"), false, true),
        ("4155550100", Some("Télécopie (bureau)"), false, true),
        ("4155550100", Some("Work/Telefax"), false, true),
        ("Fax 4155550100", None, false, true),
        ("415-555-0100 / Fax 415-555-0101", None, false, false),
        ("Fax 415-555-0100 / 415-555-0101", None, false, true),
        ("4155550100", Some("Fairfax office"), false, false),
        ("", Some(""), false, false),
    ] {
        let phone = Phone {
            value: value.into(),
            formatted: None,
            extension: None,
            primary: false,
            label: label.map(Into::into),
            fax,
        };
        assert_eq!(phone.is_fax(), expected, "{value} {label:?}");
    }
}

proptest! {
    #[test]
    fn a_number_can_be_dialled_if_any_in_its_field_can(value in "\\+?[0-9]{0,11}|[0-9+ /a-x-]{0,24}|[0-9]{4,8} (/ )?fax") {
        let phone =
            Phone { value: value.into(), formatted: None, extension: None, primary: false, label: None, fax: false };
        prop_assert_eq!(phone.is_dialable(), phone.numbers().iter().any(|number| !number.is_fax()));
    }
}
