use super::{WINDOWS_1252, read};

/// Text as it looks when its UTF-8 is read as Windows-1252.
fn misread(text: &str) -> String {
    let looks = |byte: u8| match byte {
        0x80..=0x9f => WINDOWS_1252[usize::from(byte) - 0x80],
        other => char::from(other),
    };
    text.bytes().map(looks).collect()
}

#[test]
fn a_name_that_was_misread_is_read() {
    for name in [
        "Jürgen Müller-Stahl",
        "René",
        "Bjørn Høgseth",
        "Günter Groß",
        "Łukasz Żółć",
        "Tomáš Dvořák",
        "Ágnes Kőszegi",
        "ÖZGÜR",
        "MÜLLER",
        "Siân O’Brien",
        "Nguyễn Văn",
        "Дмитро Шевченко",
        "Νίκος",
        "محمد",
        "王志",
        "S\u{fffd}ther",
        "Café – Bar",
    ] {
        assert_eq!(read(&misread(name)).as_deref(), Some(name), "{}", misread(name));
        assert_eq!(read(name), None, "{name}");
    }
    assert_eq!(read("J\u{c3}\u{bc}rgen").as_deref(), Some("Jürgen"));
    assert_eq!(read("O\u{92}Brien").as_deref(), Some("O’Brien"));
}

#[test]
fn a_text_that_only_resembles_it_stays() {
    for text in [
        "JOSÉ’S BAKERY",
        "BLÅ’S GÅRD",
        "CAFÉ™",
        "MARÍ…",
        "IRMÃ’S",
        "« Café » … déjà",
        "Caffè’”",
        "AÑ”B",
        "JÃ¼rgen Мария",
        "JÃ¼rgen Müller",
        "Ã",
        "ÂB",
    ] {
        assert_eq!(read(text), None, "{text}");
    }
}
