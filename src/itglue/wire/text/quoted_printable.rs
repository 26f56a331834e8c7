//! Quoted-printable, the way e-mail writes bytes in plain letters (RFC 2045, section 6.7): "G=C3=BCnter" is Günter.

/// The text, if it is certainly quoted-printable: every "=" is a whole escape, of letters in UTF-8, of a letter within
/// a word in Windows-1252, or of a sign between two letters.
pub(super) fn read(text: &str) -> Option<String> {
    if !text.contains('=') {
        return None;
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('=') {
        bytes.extend_from_slice(before.as_bytes());
        let byte =
            u8::from_str_radix(after.get(..2).filter(|hex| hex.is_ascii() && !hex.starts_with('+'))?, 16).ok()?;
        let left = bytes.last().is_some_and(|&byte| byte.is_ascii_alphabetic() || byte >= 0x80);
        rest = &after[2..];
        let right = rest.starts_with(|letter: char| letter.is_alphabetic() || letter == '=');
        let is_sign = matches!(byte, b' ' | b'\'' | b'"' | b'&' | b',' | b'-' | b'.') && left && right;
        if !is_sign && byte < 0x80 {
            return None;
        }
        bytes.push(byte);
    }
    bytes.extend_from_slice(rest.as_bytes());
    String::from_utf8(bytes).ok().or_else(|| windows_1252(text))
}

/// The same for letters of one byte. A lower-case letter must follow: "lang=DE" is no escape.
fn windows_1252(text: &str) -> Option<String> {
    let mut parts = text.split('=');
    let mut read = parts.next()?.to_owned();
    for part in parts {
        let letter = char::from(u8::from_str_radix(part.get(..2)?, 16).ok()?);
        let rest = part.get(2..)?;
        let within = read.ends_with(char::is_alphabetic) && rest.starts_with(char::is_lowercase);
        // From here on the letters of Windows-1252 are those of Unicode.
        if letter < '\u{c0}' || !letter.is_alphabetic() || !within {
            return None;
        }
        read.push(letter);
        read.push_str(rest);
    }
    Some(read)
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn escapes_are_read_where_they_can_be_nothing_else() {
        for (text, meant) in [
            ("G=C3=BCnter", Some("Günter")),
            ("=C3=98ystein", Some("Øystein")),
            ("Ren=c3=a9", Some("René")),
            ("=E7=8E=8B=E5=BF=97", Some("王志")),
            ("G=FCnter", Some("Günter")),
            ("O=27Brien", Some("O'Brien")),
            ("Jane=20Doe", Some("Jane Doe")),
            ("E=MC2", None),
            ("a = b", None),
            ("lang=DE", None),
            ("x=41", None),
            ("n=20", None),
            ("G=C3=BCnter =", None),
            ("=+1", None),
            ("=é", None),
        ] {
            assert_eq!(read(text).as_deref(), meant, "{text}");
        }
    }
}
