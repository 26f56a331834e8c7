//! The kept inputs: one text file for each target, one input on each line.
//!
//! A line is a name (`-` where no person gave one), a space, and the bytes: letters, digits, spaces and ASCII's signs as
//! they are, `\\` for a backslash, `\n` for the end of a line, and `\x` with two hexadecimal digits for any other byte.

use std::fmt::Write;

/// Stands for a name that the fuzzer made up.
const UNNAMED: &str = "-";

/// The length of a name that libFuzzer makes up: a SHA-1 hash in hexadecimal digits.
const MADE_UP: usize = 40;

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Input {
    /// The name of its file.
    pub name: String,
    pub bytes: Vec<u8>,
}

impl Input {
    fn is_named(&self) -> bool {
        self.name.len() != MADE_UP || !self.name.bytes().all(|byte| byte.is_ascii_hexdigit())
    }
}

/// Packs inputs: the named ones by name, then the others by content.
#[must_use]
pub fn pack(mut inputs: Vec<Input>) -> String {
    inputs.sort_by(|one, other| match (one.is_named(), other.is_named()) {
        (true, true) => one.name.cmp(&other.name),
        (false, false) => one.bytes.cmp(&other.bytes),
        (one, other) => other.cmp(&one),
    });
    let line = |input: &Input| {
        let name = if input.is_named() { &input.name } else { UNNAMED };
        format!("{name} {}\n", escaped(&input.bytes))
    };
    inputs.iter().map(line).collect()
}

/// Unpacks what [`pack`] has packed. An input without a name is named by its line.
///
/// # Panics
///
/// If a line is none of [`pack`]'s.
#[must_use]
pub fn unpack(packed: &str) -> Vec<Input> {
    let input = |(at, line): (usize, &str)| {
        let read = line.split_once(' ').and_then(|(name, bytes)| Some((name, unescaped(bytes)?)));
        let (name, bytes) = read.unwrap_or_else(|| panic!("line {}: {line}", at + 1));
        let name = if name == UNNAMED { format!("{at:0MADE_UP$x}") } else { name.to_owned() };
        Input { name, bytes }
    };
    packed.split_terminator('\n').enumerate().map(input).collect()
}

fn escaped(bytes: &[u8]) -> String {
    let mut text = String::new();
    let hex = |text: &mut String, bytes: &[u8]| {
        for byte in bytes {
            // Writing to a string does not fail.
            let _ = write!(text, "\\x{byte:02x}");
        }
    };
    for chunk in bytes.utf8_chunks() {
        for char in chunk.valid().chars() {
            match char {
                '\\' => text.push_str("\\\\"),
                '\n' => text.push_str("\\n"),
                ' ' => text.push(char),
                _ if char.is_alphanumeric() || char.is_ascii_graphic() => text.push(char),
                _ => hex(&mut text, char.encode_utf8(&mut [0; 4]).as_bytes()),
            }
        }
        hex(&mut text, chunk.invalid());
    }
    text
}

fn unescaped(text: &str) -> Option<Vec<u8>> {
    let (mut bytes, mut rest) = (Vec::new(), text);
    while let Some((before, escape)) = rest.split_once('\\') {
        bytes.extend(before.as_bytes());
        let (byte, length) = match escape.as_bytes().first()? {
            b'\\' => (b'\\', 1),
            b'n' => (b'\n', 1),
            b'x' => (u8::from_str_radix(escape.get(1..3)?, 16).ok()?, 3),
            _ => return None,
        };
        bytes.push(byte);
        rest = &escape[length..];
    }
    bytes.extend(rest.as_bytes());
    Some(bytes)
}
