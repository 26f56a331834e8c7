//! Encoded words, as e-mail headers write names (RFC 2047): "=?utf-8?q?Ren=C3=A9_Roy?=" is René Roy.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// The text with its encoded words decoded, if it has any. The space between two of them is dropped.
pub(super) fn read(text: &str) -> Option<String> {
    let (mut read, mut rest) = (String::new(), text);
    let mut after_word = false;
    while let Some((before, from)) = rest.split_once("=?") {
        if let Some((word, after)) = first(from) {
            if !(after_word && before.trim().is_empty()) {
                read.push_str(before);
            }
            read.push_str(&word);
            (rest, after_word) = (after, true);
        } else {
            read.push_str(before);
            read.push_str("=?");
            (rest, after_word) = (from, false);
        }
    }
    read.push_str(rest);
    (read != text).then_some(read)
}

fn first(text: &str) -> Option<(String, &str)> {
    let (charset, rest) = text.split_once('?')?;
    let (encoding, rest) = rest.split_once('?')?;
    let (encoded, rest) = rest.split_once("?=")?;
    let bytes = match encoding {
        "b" | "B" => STANDARD.decode(encoded).ok()?,
        "q" | "Q" => unescaped(encoded)?,
        _ => return None,
    };
    // A language may follow the character set (RFC 2231).
    let charset = charset.split('*').next().unwrap_or_default().to_ascii_lowercase();
    let word = match charset.as_str() {
        "utf-8" | "utf8" | "us-ascii" => String::from_utf8(bytes).ok()?,
        // The printable characters of this set are the first of Unicode.
        "iso-8859-1" => bytes.into_iter().map(char::from).collect(),
        _ => return None,
    };
    Some((word, rest))
}

fn unescaped(encoded: &str) -> Option<Vec<u8>> {
    let mut parts = encoded.split('=');
    let plain = |text: &str| text.replace('_', " ").into_bytes();
    let mut bytes = plain(parts.next()?);
    for part in parts {
        let (escape, rest) = part.split_at_checked(2)?;
        bytes.extend(hex::decode(escape).ok()?);
        bytes.extend(plain(rest));
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn encoded_words_are_read_and_all_else_stays() {
        for (text, meant) in [
            ("=?utf-8?q?Ren=C3=A9_Roy?=", Some("René Roy")),
            ("=?UTF-8?B?SsO8cmdlbg==?= Roy", Some("Jürgen Roy")),
            ("=?utf-8?q?Ren=C3=A9?= =?utf-8?q?_Roy?=", Some("René Roy")),
            ("=?ISO-8859-1*fr?Q?Ren=e9?= Roy", Some("René Roy")),
            ("=?utf-8?q?Ren=C3?=", None),
            ("=?utf-8?q?Ren=C?=", None),
            ("=?utf-8?b?not base64?=", None),
            ("=?big5?b?pKQ=?=", None),
            ("=?utf-8?x?Roy?=", None),
            ("what =? this", None),
            ("=?", None),
        ] {
            assert_eq!(read(text).as_deref(), meant, "{text}");
        }
    }
}
