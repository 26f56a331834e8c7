//! Takes a phone field apart, as people fill it in: one or several numbers, extensions, and words beside them.
//!
//! This is the only reader of such fields: cards, chains, vCards and the search all use it. It knows no numbering plan, so
//! whether the digits are a number is decided elsewhere.

mod items;
mod placeholder;
mod words;

use std::ops::Range;

use crate::domain::written::items::{Group, Item, Kind};

pub(crate) use crate::domain::written::placeholder::is_made_of;
pub(crate) use crate::domain::written::words::is_neutral;

/// The fewest digits of a whole number beside another one: a local number without its area code.
pub(crate) const LOCAL: usize = 7;

/// The longest number without its area code: Berlin, Beijing and São Paulo have numbers of eight digits.
const LONGEST_LOCAL: usize = 8;

/// The longest extension after a mark, and after a word or pause; libphonenumber's (`createExtnPattern`).
const LONGEST_AFTER_MARK: usize = 9;
const LONGEST_AFTER_WORD: usize = 20;

/// The longest extension with a hash behind it and nothing before it, "-910#"; libphonenumber's too.
const LONGEST_BEFORE_HASH: usize = 6;

/// The digits of a number of North America, where extensions are written so.
const NORTH_AMERICAN: usize = 10;

/// One number of a field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Written {
    pub(crate) plus: bool,
    pub(crate) digits: String,
    /// The digits completed from the number before it, `+` included, if only the end is written: "23125012/13".
    pub(crate) completed: Option<String>,
    /// Its digits with letters as the digits on their keys, as in 0800-ACME; `None` without letters.
    pub(crate) keyed: Option<String>,
    /// What to dial once the call is answered.
    pub(crate) extension: Option<String>,
    pub(crate) text: String,
    /// The text beside its digits and its extension.
    pub(crate) remark: String,
    /// The words of the remark, in lower-case ASCII. A number without any has the words before the first number.
    pub(crate) words: Vec<String>,
    /// Whether the digits by themselves may be a number.
    pub(crate) readable: bool,
}

impl Written {
    /// Its digits, with a `+` if it has one.
    pub(crate) fn as_dialled(&self) -> String {
        if self.plus { format!("+{}", self.digits) } else { self.digits.clone() }
    }

    /// Whether it is only a part of a number: the end of another one, or an internal number.
    pub(crate) fn is_short(&self) -> bool {
        !self.plus && self.digits.len() < LOCAL
    }

    /// Whether it is such a part, of no known number.
    fn is_fragment(&self) -> bool {
        self.is_short() && self.completed.is_none()
    }

    fn is_placeholder(&self) -> bool {
        is_made_of(self.plus, &self.digits)
    }
}

/// The numbers of a field, without placeholders.
pub(crate) fn read(value: &str) -> Vec<Written> {
    let mut numbers = read_all(value);
    numbers.retain(|number| !number.is_placeholder());
    numbers
}

/// Whether a field, or half of an address, only says that there is none: "n/a", "0000000000", "tbd".
pub fn is_placeholder(value: &str) -> bool {
    let numbers = read_all(value);
    if numbers.is_empty() { placeholder::is_word(value) } else { numbers.iter().all(Written::is_placeholder) }
}

/// An extension from a field of its own: its digits if it says nothing else ("x 123"), else the text; `None` if blank.
pub(crate) fn extension(text: &str) -> Option<String> {
    let items = items::of(text);
    let mut groups = items.iter().filter_map(Item::group);
    let only = groups.next().filter(|group| groups.next().is_none() && group.runs == 1 && !group.plus);
    let plain = |item: &Item| match &item.kind {
        Kind::Group(_) => true,
        Kind::Word(word) => words::is_extension(word),
        Kind::Mark(mark) => " .:#=".contains(*mark),
    };
    let is_all = items::is_group(items.last()) && items.iter().all(plain);
    let digits = only.filter(|_| is_all).map(|group| group.digits.clone());
    digits.or_else(|| Some(text.trim().to_owned()).filter(|text| !text.is_empty()))
}

/// Reads a field that is nothing but digits, perhaps behind a `+`. Nearly all are: IT Glue removes separators.
pub(crate) fn plain(value: &str) -> Option<(bool, &str)> {
    let (plus, digits) = value.strip_prefix('+').map_or((false, value), |digits| (true, digits));
    (!digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())).then_some((plus, digits))
}

fn read_all(value: &str) -> Vec<Written> {
    if let Some((plus, digits)) = plain(value) {
        let (digits, text) = (digits.to_owned(), value.to_owned());
        return vec![Written { plus, digits, text, readable: true, ..Written::default() }];
    }
    let value = without_fraction(value);
    let items = items::of(value);
    let mut reader = Reader { value, items: &items, ..Reader::default() };
    reader.read();
    reader.finish()
}

/// Removes the fraction of a number that a spreadsheet stored as a decimal, "3125550123.0".
fn without_fraction(value: &str) -> &str {
    let whole = value.trim().strip_suffix(".0").filter(|whole| whole.len() > LOCAL);
    whole.filter(|whole| whole.trim_start_matches('+').bytes().all(|byte| byte.is_ascii_digit())).unwrap_or(value)
}

struct Part {
    written: Written,
    /// Everything of it.
    text: Range<usize>,
    /// Its digits and its extension.
    number: Range<usize>,
}

/// What stands between the last digits and the next ones.
#[derive(Default)]
struct Since {
    /// How long the extension may be that was announced.
    extension: Option<usize>,
    commas: usize,
    semicolon: bool,
    hash: bool,
    /// A mark or a word for another number: "/", "or".
    another: bool,
    /// Where the last separator stands.
    separator: Option<Range<usize>>,
    words: Vec<(usize, String)>,
}

#[derive(Default)]
struct Reader<'a> {
    value: &'a str,
    items: &'a [Item],
    numbers: Vec<Part>,
    since: Since,
    /// There is something that no number has.
    unreadable: bool,
    /// There are digits that are no number without the letters between them.
    fragments: bool,
}

impl Reader<'_> {
    fn read(&mut self) {
        let mut at = 0;
        while let Some(item) = self.items.get(at) {
            match &item.kind {
                Kind::Mark(mark) => self.mark(*mark, item),
                Kind::Word(word) => self.word(word, item, at),
                Kind::Group(group) => at = self.group(group, &item.span, at),
            }
            at += 1;
        }
    }

    fn mark(&mut self, mark: char, item: &Item) {
        match mark {
            ',' => self.since.commas += 1,
            ';' => self.since.semicolon = true,
            '#' | '~' => self.since.hash = true,
            '/' | '\\' | '|' | '&' | '\n' => self.since.another = true,
            // A code that changes what the call does.
            '*' => self.unreadable = true,
            // In an address it has something right before and behind it.
            '@' => self.unreadable |= self.is_between(&item.span, |letter| !letter.is_whitespace()),
            _ => {}
        }
        if matches!(mark, ',' | ';' | '/' | '\\' | '|' | '&' | '\n') {
            self.since.separator = Some(item.span.clone());
        }
    }

    fn word(&mut self, word: &str, item: &Item, at: usize) {
        if words::is_extension(word) {
            let longest = if word.len() < words::SHORTEST_CLEAR { LONGEST_AFTER_MARK } else { LONGEST_AFTER_WORD };
            self.since.extension = Some(longest);
        } else if words::OR.contains(word) && items::is_group(self.items.get(at + 1)) && !self.numbers.is_empty() {
            self.since.another = true;
            self.since.separator = Some(item.span.clone());
        } else {
            // "600A5"
            self.fragments |= self.is_between(&item.span, char::is_numeric);
            // What was announced before it was something else.
            (self.since.extension, self.since.commas, self.since.semicolon, self.since.hash) = (None, 0, false, false);
            self.since.words.push((item.span.start, word.to_owned()));
        }
    }

    /// Whether such letters stand right before and behind a place.
    fn is_between(&self, span: &Range<usize>, is_such: impl Fn(char) -> bool) -> bool {
        let (before, behind) = (&self.value[..span.start], &self.value[span.end..]);
        before.ends_with(&is_such) && behind.starts_with(&is_such)
    }

    /// Takes in digits, and gives back where they end.
    fn group(&mut self, group: &Group, span: &Range<usize>, at: usize) -> usize {
        let is_long = group.plus || group.digits.len() >= LOCAL;
        let is_hash_next = matches!(self.items.get(at + 1), Some(Item { kind: Kind::Mark('#'), .. }));
        let fits = |longest: usize| !group.plus && group.digits.len() <= longest;
        let Some(last) = self.numbers.last() else {
            let long_later = || self.items[at + 1..].iter().any(Item::is_long_group);
            if self.since.extension.is_some_and(fits) && !long_later() {
                let word = self.items[..at].iter().rfind(|item| matches!(item.kind, Kind::Word(_)));
                self.begin(&Group::default(), word.map_or(span.start, |word| word.span.start)..span.end, false);
                self.extend(&group.digits, span.end);
            } else if is_long || !long_later() {
                self.begin(group, span.clone(), is_hash_next);
            }
            return at;
        };
        let has_extension = last.written.extension.is_some();
        let since = &self.since;
        if since.extension.is_some_and(fits) {
            if has_extension {
                self.repeat(span.start);
            }
            self.extend(&group.digits, span.end);
        } else if since.extension.is_none() && self.is_dialled_on(group, is_long, is_hash_next) {
            return self.dialled_on(group, span, at);
        } else if since.another && has_extension && !is_long {
            self.repeat(span.start);
            self.extend(&group.digits, span.end);
        } else if is_long || (since.another && since.words.is_empty() && !last.written.is_fragment()) {
            self.begin(group, span.clone(), is_hash_next);
        } else if last.written.is_fragment() && !has_extension {
            self.fragments = true;
        }
        at
    }

    /// Whether digits behind a pause, a wait or a hash are dialled once the call is answered. What is as long as a number is
    /// one, unless the pause is doubled or a hash ends it.
    fn is_dialled_on(&self, group: &Group, is_long: bool, is_hash_next: bool) -> bool {
        let since = &self.since;
        let is_clear = since.commas > 1 || is_hash_next;
        let is_pause = since.commas > 0 || since.semicolon;
        let fits = if is_pause { !is_long || is_clear } else { since.hash && group.digits.len() <= LONGEST_AFTER_MARK };
        !group.plus && since.words.is_empty() && !since.another && fits && group.digits.len() <= LONGEST_AFTER_WORD
    }

    /// Takes in digits to dial once the call is answered, with the pauses and keys between them: "9988776#,,654321#".
    fn dialled_on(&mut self, group: &Group, span: &Range<usize>, mut at: usize) -> usize {
        let (mut dialled, mut end) = (group.digits.clone(), span.end);
        while let Some(item) = self.items.get(at + 1) {
            match &item.kind {
                Kind::Mark(mark @ (',' | '#' | '*')) => dialled.push(*mark),
                Kind::Group(group) if !group.plus && dialled.ends_with([',', '#', '*']) => {
                    dialled.push_str(&group.digits);
                }
                _ => break,
            }
            (at, end) = (at + 1, item.span.end);
        }
        let alone = dialled.trim_end_matches([',', '#', '*']);
        let is_one = alone.bytes().all(|byte| byte.is_ascii_digit());
        self.extend(if is_one { alone } else { &dialled }, end);
        at
    }

    fn begin(&mut self, group: &Group, span: Range<usize>, is_hash_next: bool) {
        let since = std::mem::take(&mut self.since);
        let between = match (self.numbers.last(), since.separator) {
            (None, _) => 0..0,
            (_, Some(separator)) => separator,
            // Where the first number has its words before it, the others have so too.
            (Some(last), None) if !self.leading_words().is_empty() => last.number.end..last.number.end,
            _ => span.start..span.start,
        };
        let (before, own): (Vec<_>, Vec<_>) = since.words.into_iter().partition(|(place, _)| *place < between.start);
        if let Some(last) = self.numbers.last_mut() {
            last.text.end = between.start;
            last.written.words.extend(before.into_iter().map(|(_, word)| word));
        }
        let written = Written {
            plus: group.plus,
            completed: self.completed(group),
            digits: group.digits.clone(),
            words: own.into_iter().map(|(_, word)| word).collect(),
            readable: true,
            ..Written::default()
        };
        self.numbers.push(Part { written, text: between.end..self.value.len(), number: span });
        if is_hash_next {
            self.take_hashed();
        }
    }

    /// Begins the number of the one before it again, for another extension of it.
    fn repeat(&mut self, start: usize) {
        let between = std::mem::take(&mut self.since).separator.unwrap_or(start..start);
        let Some(last) = self.numbers.last_mut() else { return };
        last.text.end = between.start;
        let written = Written { extension: None, words: Vec::new(), ..last.written.clone() };
        self.numbers.push(Part { written, text: between.end..self.value.len(), number: start..start });
    }

    fn extend(&mut self, extension: &str, end: usize) {
        let words = std::mem::take(&mut self.since).words;
        if let Some(last) = self.numbers.last_mut() {
            last.written.extension = Some(extension.to_owned());
            last.written.words.extend(words.into_iter().map(|(_, word)| word));
            last.number.end = end;
        }
    }

    /// Takes an extension off the end of the digits, where only a hash behind it says that it is one.
    fn take_hashed(&mut self) {
        let Some(Part { written, number, .. }) = self.numbers.last_mut() else { return };
        let Some((_, end)) = self.value[number.clone()].rsplit_once([' ', '-']) else { return };
        let (count, length) = (end.chars().count(), written.digits.len());
        if count <= LONGEST_BEFORE_HASH && length >= count + NORTH_AMERICAN {
            written.extension = Some(written.digits.split_off(length - count));
        }
    }

    /// The digits of a number of which only the end may be written, with the beginning of the number before it.
    fn completed(&self, group: &Group) -> Option<String> {
        let last = &self.numbers.last()?.written;
        let whole = last.completed.clone().unwrap_or_else(|| last.as_dialled());
        let digits = &group.digits;
        let is_local = digits.len() < LOCAL || digits.len() <= LONGEST_LOCAL && !digits.starts_with('0');
        let is_end = !group.plus && is_local && digits.len() + 1 < whole.len();
        is_end.then(|| format!("{}{digits}", &whole[..whole.len() - digits.len()]))
    }

    fn finish(mut self) -> Vec<Written> {
        let words = std::mem::take(&mut self.since).words;
        if let Some(last) = self.numbers.last_mut() {
            last.written.words.extend(words.into_iter().map(|(_, word)| word));
        }
        self.unreadable |= self.value.contains("://");
        if self.unreadable || self.fragments {
            let digits: String = self.items.iter().filter_map(Item::group).map(|group| group.digits.as_str()).collect();
            let text = self.value.trim().to_owned();
            let keyed = items::keyed(self.items).filter(|_| !self.unreadable);
            let whole = Written { digits, keyed, text, ..Written::default() };
            return if whole.digits.is_empty() { Vec::new() } else { vec![whole] };
        }
        let leading = self.leading_words();
        let is_only = self.numbers.len() == 1;
        let keyed = if is_only { items::keyed(self.items) } else { None };
        let (value, numbers) = (self.value, self.numbers);
        let separates = |letter: char| letter.is_whitespace() || ",;/\\|&".contains(letter);
        let numbers = numbers.into_iter().map(|Part { mut written, text, number }| {
            let [before, after] = [text.start..number.start.max(text.start), number.end.min(text.end)..text.end];
            let [before, after] = [before, after].map(|range| tidy(&value[range]));
            let beside: Vec<&str> = [before, after].into_iter().filter(|text| !text.is_empty()).collect();
            written.remark = beside.join(", ");
            written.text = if is_only { value.to_owned() } else { value[text].trim_matches(separates).to_owned() };
            written.keyed.clone_from(&keyed);
            if written.words.is_empty() {
                written.words.clone_from(&leading);
            }
            written
        });
        numbers.collect()
    }

    fn leading_words(&self) -> Vec<String> {
        let Some(first) = self.numbers.first() else { return Vec::new() };
        let before = self.items.iter().take_while(|item| item.span.start < first.number.start);
        let word = |item: &Item| if let Kind::Word(word) = &item.kind { Some(word.clone()) } else { None };
        before.filter_map(word).filter(|word| !words::is_extension(word)).collect()
    }
}

/// A remark without the marks around it.
fn tidy(text: &str) -> &str {
    let keeps = |letter: char| letter.is_alphanumeric() || letter == '?';
    let text = text.trim_start_matches(|letter: char| !keeps(letter) && letter != '(');
    let text = text.trim_end_matches(|letter: char| !keeps(letter) && letter != ')');
    let (opened, closed) = (text.matches('(').count(), text.matches(')').count());
    match text.strip_prefix('(') {
        Some(inner) if opened > closed => tidy(inner),
        Some(inner) if text.ends_with(')') && opened == 1 => tidy(&inner[..inner.len() - 1]),
        _ if closed > opened && text.ends_with(')') => tidy(&text[..text.len() - 1]),
        _ if text.ends_with(')') && !text.contains(keeps) => "",
        _ => text,
    }
}

#[cfg(test)]
mod tests;
