//! Phone fields and their parts.

use proptest::prelude::*;

use super::*;

/// The numbers of a field: digits, extension and remark of each.
fn outcome(value: &str) -> String {
    let number = |number: &Written| {
        let digits = number.completed.clone().unwrap_or_else(|| number.as_dialled());
        let extension = number.extension.as_ref().map(|extension| format!("x{extension}")).unwrap_or_default();
        let unread = if number.readable { "" } else { "unread" };
        let remark = if number.remark.is_empty() { String::new() } else { format!("“{}”", number.remark) };
        let parts = [digits, extension, remark, unread.to_owned()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    };
    read(value).iter().map(number).collect::<Vec<_>>().join(" | ")
}

#[test]
fn a_field_is_one_number_or_several() {
    for (value, expected) in [
        ("4155550123", "4155550123"),
        ("+14155550123", "+14155550123"),
        ("(415) 555-0123", "4155550123"),
        ("+1 (415) 555.0123", "+14155550123"),
        ("044'555'01'56", "0445550156"),
        // A slash behind an area code, and one between numbers.
        ("0171/3920012", "01713920012"),
        ("+49 30/23125012", "+493023125012"),
        ("+49 (0) 35209 / 23125", "+4903520923125"),
        ("030 23125012/13", "03023125012 | 03023125013"),
        ("030 23125012/13/14", "03023125012 | 03023125013 | 03023125014"),
        ("0171 3920012/030 23125012", "01713920012 | 03023125012"),
        ("022-2123 4567/68", "02221234567 | 02221234568"),
        ("+39 081 5551234/35", "+390815551234 | +390815551235"),
        ("312-555-0123, 555-0145", "3125550123 | 3125550145"),
        ("3125550127, 3125550128", "3125550127 | 3125550128"),
        ("312-555-0135 or 312-555-0136", "3125550135 | 3125550136"),
        ("312-555-0135 & 312-555-0136", "3125550135 | 3125550136"),
        ("030 23125012 oder 030 23125013", "03023125012 | 03023125013"),
        ("020 7946 0152; 07700 900152", "02079460152 | 07700900152"),
        ("+1 312 555 0123 +1 312 555 0124", "+13125550123 | +13125550124"),
        ("312-555-0123\n312-555-0124", "3125550123 | 3125550124"),
        ("Office 312-555-0123 Mobile 312-555-0124", "3125550123 “Office” | 3125550124 “Mobile”"),
        ("312-555-0123 (office), 312-555-0124 (mobile)", "3125550123 “office” | 3125550124 “mobile”"),
        // Extensions, and two of one number.
        ("415-555-0123 x12", "4155550123 x12"),
        ("4155550123ext.12", "4155550123 x12"),
        ("415-555-0123 Ext.#12", "4155550123 x12"),
        ("(415) 555-0123 (ext. 12)", "4155550123 x12"),
        ("4155550123,12", "4155550123 x12"),
        ("4155550123p12", "4155550123 x12"),
        ("4155550123;12", "4155550123 x12"),
        ("tel:+1-415-555-0123;ext=12", "+14155550123 x12 “tel”"),
        ("+1 (645) 555 0123-910#", "+16455550123 x910"),
        ("415 555 0123#", "4155550123"),
        ("(530) 555-0123 x302/x2303", "5305550123 x302 | 5305550123 x2303 “x”"),
        ("530 555 0123 x302/303", "5305550123 x302 | 5305550123 x303"),
        ("x204", "x204"),
        // Pauses, and the digits dialled after them.
        ("4155550123,,12#", "4155550123 x12"),
        ("+1 312 555 0123,,9988776#,,654321#", "+13125550123 x9988776#,,654321#"),
        ("+1 312 555 0123,,9988776655", "+13125550123 x9988776655"),
        // Words.
        ("312-555-0123 (WhatsApp)", "3125550123 “WhatsApp”"),
        ("312-555-0123 Mary's desk", "3125550123 “Mary's desk”"),
        ("(312) 555-0123, press 12", "3125550123 “press 12”"),
        ("312-555-0123 room 12, ask for Dana (nights)", "3125550123 “room 12, ask for Dana (nights)”"),
        ("2nd line: 312-555-0123", "3125550123 “2nd line”"),
        ("Bob 312-555-0123 (24/7)", "3125550123 “Bob, 24/7”"),
        ("312-555-0123 24x7", "3125550123 “24x7”"),
        ("312-555-0123 (24 hrs)", "3125550123 “24 hrs”"),
        ("312-555-0123?", "3125550123 “?”"),
        ("📱 312-555-0123", "3125550123"),
        // Not written like a number.
        ("*67 415 555 0123", "674155550123 unread"),
        ("sip:4155550123@pbx.example", "4155550123 unread"),
        ("https://meet.example/j/98765432101", "98765432101 unread"),
        ("415 555 then 0123", "4155550123 unread"),
        ("", ""),
        ("ask for Jane", ""),
        ("+", ""),
    ] {
        assert_eq!(outcome(value), expected, "{value}");
    }
}

#[test]
fn extensions_are_known_in_many_languages() {
    for written in [
        "доб. 12",
        "ДОБ12",
        "дод. 12",
        "вн. 12",
        "вътр. 12",
        "ramal 12",
        "内線12",
        "内線 12",
        "內線12",
        "转 12",
        "轉12",
        "分机12",
        "내선 12",
        "toestel 12",
        "tst. 12",
        "ankn. 12",
        "anknytning 12",
        "lokal 12",
        "loc. 12",
        "linje 12",
        "dahili 12",
        "mellék 12",
        "mell. 12",
        "wewn. 12",
        "linka 12",
        "klapka 12",
        "kl. 12",
        "alanumero 12",
        "interior 12",
        "kućni 12",
        "sise 12",
        "εσωτ. 12",
        "שלוחה 12",
        "تحويلة ١٢",
        "داخلی 12",
        "ต่อ 12",
        "nhánh 12",
        "Durchwahl 12",
        "DW 12",
        "App. 12",
        "Nst. 12",
        "poste 12",
        "int. 12",
        "interno 12",
        "Anexo 12",
        "extensión 12",
        "ext 12",
        "X12",
        "#12",
        ";ext=12",
        "ｅｘｔｎ12",
    ] {
        for before in ["4155550123 ", "4155550123, ", "4155550123"] {
            let read = read(&format!("{before}{written}"));
            let read: Vec<_> = read.iter().map(|it| (it.digits.as_str(), it.extension.as_deref())).collect();
            assert_eq!(read, [("4155550123", Some("12"))], "{before}{written}");
        }
    }
}

#[test]
fn placeholders_are_no_number() {
    for value in [
        "0000000000",
        "000-000-0000",
        "+1 000 000 0000",
        "1 (000) 000-0000",
        "0",
        "00",
        "9999999999",
        "999-999-9999 x9",
        "1111111111",
        "+49 0000 0000000",
        "0044 00000000000",
        "5555555",
        "555-555-5555",
        "15555555555",
        "0999999999",
        "123456789",
        "1234567890",
        "123-456-7890",
        "1-123-456-7890",
        "0123456789",
        "01234 567890",
        "1234567",
        "12345",
        "9876543210",
        "n/a",
        "N/A",
        "n.a.",
        "NA",
        "none",
        "None.",
        "no",
        "tbd",
        "TBD",
        "TBA",
        "unknown",
        "(unknown)",
        "-",
        "--",
        "?",
        ".",
        "x",
        "xxx-xxx-xxxx",
        "null",
        "NULL",
        "nil",
        "keine",
        "k.A.",
        "aucun",
        "néant",
        "ninguno",
        "no phone",
        "no number",
        "not available",
        "０００００００００",
        "0000000000 (none)",
        "000-0000 / 000-0000",
    ] {
        assert!(is_placeholder(value) && read(value).is_empty(), "{value}");
    }
    for value in [
        "020 7946 0000",
        "312-555-0111",
        "0800 000 111",
        "+41 800 000 000",
        "0800 111 1112",
        "1234",
        "2222",
        "911",
        "112",
        "+33 1 23 45 67 89",
        "012 34 56 78",
        "555-0100",
        "000-000-0000 / 312-555-0123",
        "x204",
        "ask for Jane",
        "n/a until May",
        "1234567891",
    ] {
        assert!(!is_placeholder(value), "{value}");
    }
    assert_eq!(outcome("000-000-0000 / 312-555-0123"), "3125550123");
}

#[test]
fn an_extension_in_its_own_field_is_its_digits() {
    for (text, expected) in [
        ("123", Some("123")),
        (" x 012 ", Some("012")),
        ("Ext.: 12", Some("12")),
        ("доб. 12", Some("12")),
        ("#12", Some("12")),
        ("ask for Bob", Some("ask for Bob")),
        ("12 or 13", Some("12 or 13")),
        ("12-13", Some("12-13")),
        ("1 2", Some("1 2")),
        ("  ", None),
    ] {
        assert_eq!(extension(text).as_deref(), expected, "{text:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn any_text_is_taken_apart(
        value in prop_oneof![any::<String>(), "[-+0-9xX/,;#*@&|()\\[\\]. a-zäдоб内線24\n]{0,40}"]
    ) {
        let numbers = read(&value);
        let plain = any_ascii::any_ascii(&value);
        for number in &numbers {
            prop_assert!(number.digits.bytes().all(|byte| byte.is_ascii_digit()));
            prop_assert!(!number.digits.is_empty() || number.extension.is_some());
            prop_assert!(plain.len() >= number.digits.len());
        }
        prop_assert!(!is_placeholder(&value) || numbers.is_empty());
    }

    #[test]
    fn several_numbers_are_read_as_each_by_itself(
        numbers in proptest::collection::vec("[2-9][0-9]{2}-[2-9][0-9]{2}-[0-9]{3}[1-8]", 1..5),
        between in prop::sample::select(vec![" / ", "/", ", ", "; ", " or ", " & ", "\n", " | "]),
    ) {
        let each: Vec<String> = numbers.iter().flat_map(|number| read(number)).map(|it| it.digits).collect();
        let together: Vec<String> = read(&numbers.join(between)).into_iter().map(|it| it.digits).collect();
        prop_assert_eq!(together, each);
    }
}
