//! Japanese names in kana: "しょうた" is Shota.

use any_ascii::any_ascii_char;

/// The text in Latin letters as people write their names, if it is in kana.
pub(super) fn read(text: &str) -> Option<String> {
    let is_kana = |letter: char| matches!(letter, '\u{3041}'..='\u{30ff}');
    let all = !text.is_empty() && text.chars().all(|letter| is_kana(letter) || letter.is_whitespace());
    // Long vowels as passports write them.
    all.then(|| spelled(text).replace("ou", "o").replace("oo", "o").replace("uu", "u"))
}

fn spelled(text: &str) -> String {
    let mut read = String::with_capacity(text.len());
    let mut doubled = false;
    for letter in text.chars() {
        match letter {
            'っ' | 'ッ' => doubled = true,
            'ー' | '゛' | '゜' => {}
            // A small letter takes the place of the vowel before it: "shi" and a small "yo" are "sho", "ji" and "e" are "je".
            small if "ゃゅょぁぃぅぇぉャュョァィゥェォ".contains(small) => {
                contract(&mut read, any_ascii_char(small));
            }
            _ if letter.is_whitespace() => read.push(' '),
            _ => {
                let syllable = any_ascii_char(letter);
                if std::mem::take(&mut doubled) {
                    read.extend(syllable.chars().next());
                }
                read.push_str(syllable);
            }
        }
    }
    read
}

fn contract(read: &mut String, vowel: &str) {
    read.pop();
    let has_y = ["sh", "ch", "j"].iter().any(|sound| read.ends_with(sound));
    read.push_str(if has_y { vowel.trim_start_matches('y') } else { vowel });
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn names_are_read_as_passports_write_them() {
        for (written, expected) in [
            ("しょうた さとう", "shota sato"),
            ("タナカ ケンジ", "tanaka kenji"),
            ("きょうこ", "kyoko"),
            ("りょうた", "ryota"),
            ("じゅんいち", "junichi"),
            ("はっとり", "hattori"),
            ("ジェーン", "jen"),
        ] {
            assert_eq!(read(written).as_deref(), Some(expected), "{written}");
        }
        assert_eq!(read("井上"), None);
        assert_eq!(read(""), None);
    }
}
