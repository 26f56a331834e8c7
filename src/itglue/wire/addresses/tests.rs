use proptest::prelude::*;

use super::of;

#[test]
fn an_address_is_read_out_of_whatever_it_was_copied_with() {
    for field in [
        "jane@acme.example",
        " jane@acme.example.\u{200b}",
        "ja\u{200b}ne@acme.example",
        "Jane Doe <jane@acme.example>",
        "\"Doe, Jane\" <jane@acme.example>",
        "Jane Doe (jane@acme.example)",
        "&lt;jane@acme.example&gt;",
        "mailto:jane@acme.example",
        "MAILTO:jane@acme.example?subject=Re",
        "SMTP:jane@acme.example",
        "E-mail: jane@acme.example",
        "[jane@acme.example](mailto:jane@acme.example)",
        "'jane@acme.example'",
        "jane @ acme.example",
        "jane＠acme.example",
    ] {
        let mut found = of(field);
        found.dedup();
        assert_eq!(found, ["jane@acme.example"], "{field}");
    }
    for (field, expected) in [
        ("a@x.example; b@y.example", vec!["a@x.example", "b@y.example"]),
        ("a@x.example, b@y.example", vec!["a@x.example", "b@y.example"]),
        ("a@x.example\r\nb@y.example", vec!["a@x.example", "b@y.example"]),
        ("a@x.example / b@y.example", vec!["a@x.example", "b@y.example"]),
        ("a@x.example/b@y.example", vec!["a@x.example", "b@y.example"]),
        ("a@x.example or n/a", vec!["a@x.example"]),
        ("shop.o’dell@x.example", vec!["shop.o'dell@x.example"]),
        ("Kontor@Münchberg.example", vec!["Kontor@Münchberg.example"]),
        ("it+alerts@x.example", vec!["it+alerts@x.example"]),
        ("na@northgate.example", vec!["na@northgate.example"]),
        ("root@localhost", vec!["root@localhost"]),
        ("\"jane doe\"@x.example", vec!["\"jane doe\"@x.example"]),
    ] {
        assert_eq!(of(field), expected, "{field}");
    }
}

#[test]
fn words_for_none_are_no_address() {
    for field in [
        "",
        "n/a",
        "N/A",
        "na",
        "none",
        "None.",
        "tbd",
        "-",
        "–",
        "--",
        "@",
        "n/a@",
        "see notes",
        "no e-mail",
        "unknown",
        "none@none.com",
        "na@na.na",
        "no-email@noemail.com",
        "x@x.x",
        "@acme",
        "jane@",
    ] {
        assert_eq!(of(field), [""; 0], "{field}");
    }
}

proptest! {
    #[test]
    fn reading_an_address_again_changes_nothing(field in "\\PC{0,40}|[a-z@.;:<>\"'’ +/?-]{0,30}") {
        for address in of(&field) {
            prop_assert!(address.trim() == address && address.contains('@'));
            prop_assert_eq!(of(&address), [address.clone()]);
        }
    }
}
