//! Secrets that a label announces.

use std::ops::Range;

use super::FoundSecret;
use super::link::{LabelLink, LinkKind};
use super::values::{self, digits, is_mixed, is_odd, is_ordinary, is_phone, is_very_odd, line_end, runs};
use super::vocabulary::{self, NoteWord, PhraseRole};
use crate::notes::Secret;

/// Runs looked at after a label.
const MOST_RUNS: usize = 16;

/// Digits of the shortest code.
const FEWEST: usize = 3;

/// Digits of the longest code of a door or an alarm. More may be hours ("0800-1700") or a phone number.
const MOST: usize = 6;

/// Bytes around a label that tell whether it is a part of an address; most addresses are shorter.
const NEAR: usize = 200;

/// Words of a value that no link announces.
const MOST_UNANNOUNCED: usize = 4;

pub(super) fn find(text: &str) -> Vec<FoundSecret> {
    let words = vocabulary::read(text);
    let (mut found, heads) = super::table::find(text, &words);
    let mut scan = Scan { text, words: &words, found: Vec::new(), covered: 0 };
    let mut at = 0;
    while let Some(word) = words.get(at) {
        if let Some((role, count)) = word.public_label {
            scan.behind_public(role, at + count);
        }
        let Some((role, count)) = word.label else {
            at += 1;
            continue;
        };
        if !heads.contains(&word.range.start) {
            scan.behind(role, at, at + count);
        }
        at += count;
    }
    found.extend(scan.found);
    found
}

/// A label, and where its value may be: from its link to the end of a line.
#[derive(Clone, Copy)]
struct Label {
    role: PhraseRole,
    secret: Secret,
    link: LabelLink,
    stop: usize,
}

struct Scan<'a> {
    text: &'a str,
    words: &'a [NoteWord],
    found: Vec<FoundSecret>,
    covered: usize,
}

impl<'a> Scan<'a> {
    /// Takes the value after the label of these words.
    fn behind(&mut self, role: PhraseRole, first: usize, next: usize) {
        let all: &'a [NoteWord] = self.words;
        let Some((start, end)) = all.get(first).zip(all.get(next - 1)).map(|(a, b)| (a.range.start, b.range.end))
        else {
            return;
        };
        // A part of an address is no label.
        let run = self.run_around(start);
        if run.contains("://") || (run.contains('@') && is_ordinary(run)) {
            return;
        }
        let stop = line_end(self.text, end);
        let name: String = all.get(first..next).unwrap_or_default().iter().map(|word| word.folded.as_str()).collect();
        let link = LabelLink::after(self.text, end, stop, all.get(next..).unwrap_or_default());
        let label = Label { role, secret: role.secret(&name), link, stop };
        if link.at >= stop {
            let alone = self.text.get(..start).is_none_or(|before| {
                before.rsplit('\n').next().unwrap_or_default().chars().all(|char| !char.is_alphanumeric())
            });
            self.next_line(label, alone);
        } else {
            // "Reset his password …" goes on about it.
            let told = all.get(first.saturating_sub(2)..first).unwrap_or_default().iter();
            let told = told
                .filter(|word| self.text.get(word.range.end..start).is_some_and(|gap| !gap.contains(['\n', '.', ','])));
            let told = told.into_iter().any(|word| word.is_any(&[PhraseRole::Tell, PhraseRole::Other]));
            let before = self.found.len();
            self.value(label, told);
            if link.open && self.found.len() == before {
                let link = LabelLink { doubtful: true, ..link };
                self.next_line(Label { link, ..label }, false);
            }
        }
    }

    /// Takes what looks like a password after a public label of which this is the next word.
    fn behind_public(&mut self, role: PhraseRole, next: usize) {
        let Some(end) = self.words.get(next - 1).map(|word| word.range.end) else { return };
        let stop = line_end(self.text, end);
        let link = LabelLink::after(self.text, end, stop, self.words.get(next..).unwrap_or_default());
        let (at, stop) = if link.at < stop { (link.at, stop) } else { (stop, line_end(self.text, stop + 1)) };
        let Some(first) = self.runs(at, stop).next() else { return };
        let run = self.part(&first);
        // Postcodes and the codes of shops have digits and letters too.
        let secret = if role == PhraseRole::Locked { is_mixed(run) } else { is_odd(run) };
        if secret {
            self.take(role.secret(""), values::value(self.text, &first));
        }
    }

    fn value(&mut self, label: Label, told: bool) {
        match label.role {
            PhraseRole::Password | PhraseRole::Key => self.words(label, true, told),
            PhraseRole::MaybePassword => self.words(label, false, told),
            PhraseRole::Code => self.digits(label),
            PhraseRole::Locked => self.few(label),
            PhraseRole::Network | PhraseRole::Login | PhraseRole::Pair => self.login(label),
            _ => self.odd(label.secret, label.link.at, label.stop, true),
        }
    }

    /// Takes the first clause unless it speaks about the secret, and anything odd in the rest of the sentence.
    fn words(&mut self, label: Label, certain: bool, told: bool) {
        let Label { secret, link, stop, .. } = label;
        let Some(first) = self.runs(link.at, stop).next() else { return };
        if let Some(quoted) = self.quoted(&first, stop) {
            let end = quoted.end;
            self.take(secret, quoted);
            self.odd(secret, end, stop, false);
            return;
        }
        let run = self.part(&first);
        let close = certain && has_sign(run) && !is_address(run);
        let end = if link.is_certain() && (link.kind != LinkKind::Dash || is_odd(run) || certain) {
            (!self.speaks(&first)).then(|| self.clause(&first, stop, link.kind != LinkKind::Mark))
        } else if link.kind == LinkKind::None && close {
            Some(values::value(self.text, &first).end)
        } else if link.kind == LinkKind::None && certain && !told {
            self.unannounced(&first, stop)
        } else {
            None
        };
        if let Some(end) = end {
            self.take(secret, first.start..end);
            self.odd(secret, end, stop, false);
        } else {
            self.odd(secret, link.at, stop, true);
        }
    }

    /// The end of a few words that no link announces and that mean nothing else: "maiden name Kowalska".
    fn unannounced(&self, first: &Range<usize>, stop: usize) -> Option<usize> {
        let end = self.clause(first, stop, true);
        let from = self.word_at(first.start);
        let words = self.words.iter().skip(from).take_while(|word| word.range.start < end);
        let spoken = |word: &NoteWord| {
            use PhraseRole::{Filler, Of, Other, Public, Tell};
            let is_label = word.is > 0 || word.label.is_some();
            // "Managed", "resetting": a statement about a secret.
            let is_participle = word.folded.len() > 4 && (word.folded.ends_with("ed") || word.folded.ends_with("ing"));
            is_label || word.is_any(&[Tell, Other, Of, Filler, Public]) || is_participle
        };
        let joined = self.text.get(..first.start).is_some_and(|before| before.ends_with(char::is_whitespace));
        let next = self.words.iter().skip(from).find(|word| word.range.start >= end);
        let goes_on = next.is_some_and(|word| {
            self.text.get(end..word.range.start).is_some_and(|gap| gap == " ") && word.is_a(PhraseRole::Tell)
        });
        let count = runs(self.text, first.start, end).count();
        let named = self.part(first).starts_with(char::is_uppercase);
        ((1..=MOST_UNANNOUNCED).contains(&count) && joined && (named || !goes_on) && !{ words }.any(spoken))
            .then_some(end)
    }

    /// Whether the text here speaks about a secret instead of giving it: "see the vault", "at the desk".
    fn speaks(&self, first: &Range<usize>) -> bool {
        let run = self.part(first);
        if is_odd(run) || run.ends_with(':') && run.chars().count() > 2 {
            return run.ends_with(':') || (is_odd(run) && is_address(run));
        }
        let filler = |word: &&NoteWord| word.is_a(PhraseRole::Filler) && !word.is_a(PhraseRole::Tell);
        let mut words = self.words.iter().skip(self.word_at(first.start)).skip_while(filler);
        words.next().is_some_and(|word| {
            let own = self.run_around(word.range.start);
            !is_odd(own)
                && !own.starts_with(|char: char| "!$%&+=?".contains(char))
                && (word.is_any(&[PhraseRole::Tell, PhraseRole::Of])
                    || from_label(word)
                    || word.folded.len() > 4 && word.folded.ends_with("ed"))
        })
    }

    /// Takes anything unlike a word in the rest of a sentence; right after the label slight oddity is enough.
    fn odd(&mut self, secret: Secret, at: usize, stop: usize, adjacent: bool) {
        let mut number = false;
        for (index, run) in self.runs(at, stop).enumerate() {
            let text = self.part(&run);
            let odd = if adjacent && index == 0 { is_odd(text) } else { is_very_odd(text) };
            if odd && !(index > 0 && (number || is_field(text))) {
                self.take(secret, values::value(self.text, &run));
            } else if index > 0 && (text.ends_with('.') || (text.ends_with(':') && self.label_at(&run))) {
                break;
            }
            number = self.role_at(&run, PhraseRole::Number);
        }
    }

    /// Takes the codes in the rest of a sentence.
    fn digits(&mut self, label: Label) {
        let Label { secret, link, stop, .. } = label;
        let runs: Vec<Range<usize>> = self.runs(link.at, stop).collect();
        let Some(first) = runs.first() else { return };
        let text = self.part(first);
        let announced = link.is_certain();
        let worded = is_odd(text) && !text.starts_with(|char: char| char.is_ascii_digit()) && !is_code(text);
        if worded && !link.doubtful {
            self.take(secret, values::value(self.text, first));
        }
        let mut length = None;
        let mut at = 0;
        let mut number = false;
        while let Some(run) = runs.get(at) {
            let (group, count, keyed) = self.group(&runs, at);
            let text = self.part(run);
            let direct = at == 0 && !link.doubtful;
            let ordinary = if direct {
                text.contains('+')
                    || values::core(text).contains(':')
                    || (is_phone(text) && text.contains('('))
                    || (count <= FEWEST && is_ordinary(text))
            } else {
                is_ordinary(text)
            };
            let phone = !direct && count > MOST && (group.len() > 1 || is_phone(text));
            let coded = count >= FEWEST || (count > 0 && (keyed || (direct && announced)));
            let like = Some(count) == length;
            if at > 0 && is_field(text) && length.is_some() {
                break;
            }
            if coded && (like || !(number || phone || ordinary)) && !group.is_empty() {
                length = length.or(Some(count));
                let last = group.last().map_or(run.end, |last| values::value(self.text, last).end);
                self.take(secret, run.start..last);
            }
            number = self.role_at(run, PhraseRole::Number);
            if at > 0 && text.ends_with('.') && group.len() <= 1 {
                break;
            }
            at += group.len().max(1);
        }
        // After an announcement, a word is a code as well.
        let may_be_code = announced && !worded && link.kind != LinkKind::Dash;
        if length.is_none() && may_be_code && !self.speaks(first) && !is_ordinary(text) {
            let end = self.clause(first, stop, link.kind != LinkKind::Mark);
            self.take(secret, first.start..end);
        }
    }

    /// Takes a few digits after the name of a thing that has a code, if they are announced or have a "#".
    fn few(&mut self, label: Label) {
        let Label { secret, link, stop, .. } = label;
        let runs: Vec<Range<usize>> = self.runs(link.at, stop).collect();
        let (group, count, keyed) = self.group(&runs, 0);
        let Some((first, last)) = group.first().zip(group.last()) else {
            self.odd(secret, link.at, runs.first().map_or(link.at, |run| run.end), true);
            return;
        };
        let text = self.part(first);
        let fits = (FEWEST..=MOST + 2).contains(&count) && !text.contains([':', '+', '(']) && !text.starts_with('x');
        let hours = count > MOST && is_ordinary(text);
        let alone = count > FEWEST && group.len() == 1 && link.at < first.start && !link.doubtful;
        if fits && !hours && (keyed || link.is_certain() || alone) {
            let range = first.start..values::value(self.text, last).end;
            self.take(secret, range);
        }
    }

    /// Takes the value after a user's name: "jdoe / x", "admin:x".
    fn login(&mut self, label: Label) {
        let Label { role, secret, link, stop } = label;
        let pair = role == PhraseRole::Pair;
        let announced = link.is_certain() || (pair && !link.doubtful);
        let runs: Vec<Range<usize>> = self.runs(link.at, stop).collect();
        let Some(name) = runs.first() else { return };
        let text = self.part(name);
        // The head of a table: "User | Password".
        if self.label_at(name) && !is_odd(text) && (announced || self.speaks(name)) {
            return;
        }
        if self.speaks(name) && !is_odd(text) {
            self.odd(secret, link.at, stop, pair);
            return;
        }
        let mark = text.find(['/', ':']).filter(|mark| *mark > 0 && mark + 1 < text.len());
        if let Some(mark) = mark.filter(|_| !text.contains("://") && (!is_ordinary(text) || text.contains('@'))) {
            let password = name.start + mark + 1..name.end;
            let plain = announced && (pair || password.len() >= 4);
            if has_sign(self.part(&password)) || plain {
                self.take(secret, values::value(self.text, &password));
            }
            return;
        }
        let split =
            runs.get(1).is_some_and(|mark| matches!(self.part(mark), "/" | ":" | "|" | "-" | "–" | "//" | "\\"))
                || text.ends_with(['/', ':']);
        let mut behind = runs.iter().skip(1).filter(|run| self.part(run).contains(char::is_alphanumeric));
        let password = behind.next();
        let may_be = if role == PhraseRole::Network { announced && digits(text) > 0 } else { pair };
        if is_odd(text) && !split && may_be && !link.doubtful {
            // It may be the password already.
            self.take(secret, values::value(self.text, name));
        }
        let Some(password) = password else { return };
        let run = self.part(password);
        let plain = announced && (pair || split) && (pair || !is_ordinary(run));
        let odd = is_odd(run) && (announced || split);
        if (plain || odd) && !self.speaks(password) && !is_field(run) && !self.role_at(name, PhraseRole::Number) {
            self.take(secret, values::value(self.text, password));
        }
        if announced || pair {
            self.odd(secret, password.start, stop, false);
        }
    }

    /// Takes the value of a label at the end of its line: the beginning of the next line, or all of it.
    fn next_line(&mut self, label: Label, alone: bool) {
        let start = (label.stop + 1).min(self.text.len());
        let end = line_end(self.text, start);
        let Some(first) = self.runs(start, end).next() else { return };
        let single = self.runs(start, end).count() == 1;
        let LabelLink { kind, doubtful, .. } = label.link;
        let certain =
            kind != LinkKind::None || (!doubtful && (single || (alone && label.role == PhraseRole::Password)));
        let kind = if certain { LinkKind::Mark } else { LinkKind::None };
        let link = LabelLink { kind, at: start, doubtful, open: false };
        let odd = is_odd(self.part(&first));
        // "code" at the end of a line announces something like a code on the next.
        let locked = label.role == PhraseRole::Locked && label.link.kind == LinkKind::None;
        if locked && odd {
            self.take(label.secret, values::value(self.text, &first));
        }
        if locked || (self.label_at(&first) && !odd) {
            return;
        }
        self.value(Label { link, stop: end, ..label }, true);
        // More values, one on each of the lines that follow.
        let mut stop = end;
        while self.covered >= stop && stop < self.text.len() {
            let end = line_end(self.text, stop + 1);
            let mut runs = self.runs(stop + 1, end);
            let Some(run) = runs.next() else { return };
            if runs.next().is_some() || !is_odd(self.part(&run)) {
                return;
            }
            self.take(label.secret, run);
            stop = end;
        }
    }

    fn take(&mut self, secret: Secret, range: Range<usize>) {
        self.covered = self.covered.max(range.end);
        self.found.push(FoundSecret { range, secret });
    }

    fn runs(&self, at: usize, stop: usize) -> impl Iterator<Item = Range<usize>> + use<'a> {
        runs(self.text, at, stop).take(MOST_RUNS)
    }

    fn part(&self, range: &Range<usize>) -> &'a str {
        self.text.get(range.clone()).unwrap_or_default()
    }

    fn run_around(&self, at: usize) -> &'a str {
        let (from, to) = (at.saturating_sub(NEAR), (at + NEAR).min(self.text.len()));
        let text =
            self.text.get(self.text.ceil_char_boundary(from)..self.text.floor_char_boundary(to)).unwrap_or_default();
        let at = at - self.text.ceil_char_boundary(from);
        let before = text.get(..at).unwrap_or_default();
        let start = before.rfind(char::is_whitespace).map_or(0, |space| {
            space + before.get(space..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8)
        });
        text.get(start..).and_then(|rest| rest.split(char::is_whitespace).next()).unwrap_or_default()
    }

    fn word_at(&self, at: usize) -> usize {
        self.words.partition_point(|word| word.range.start < at)
    }

    fn first_word(&self, run: &Range<usize>) -> Option<&'a NoteWord> {
        self.words.get(self.word_at(run.start)).filter(|word| word.range.start < run.end)
    }

    fn role_at(&self, run: &Range<usize>, role: PhraseRole) -> bool {
        self.first_word(run).is_some_and(|word| word.is_a(role))
    }

    fn label_at(&self, run: &Range<usize>) -> bool {
        self.first_word(run).is_some_and(|word| word.label.is_some())
    }

    /// The quoted value that begins with a run, with any text attached to it.
    fn quoted(&self, first: &Range<usize>, stop: usize) -> Option<Range<usize>> {
        let rest = self.text.get(first.start..stop)?;
        let open = rest.chars().next()?;
        let close: &[char] = match open {
            '"' | '\'' | '`' => &[open],
            // German closes with the sign that opens in English.
            '“' => &['”', '"'],
            '„' => &['“', '”', '"'],
            '«' => &['»'],
            '‘' | '‚' => &['’'],
            '「' => &['」'],
            _ => return None,
        };
        let inside = rest.get(open.len_utf8()..)?;
        let length = inside.rfind(|char| close.contains(&char))?;
        let after = first.start + open.len_utf8() + length;
        let glued = self.text.get(after..stop)?.find(char::is_whitespace).map_or(stop, |length| after + length);
        Some(values::value(self.text, &(first.start..glued)))
    }

    /// The end of the clause that a run begins: at a mark, the next field, in prose at a word that begins a remark.
    fn clause(&self, first: &Range<usize>, stop: usize, prose: bool) -> usize {
        let mut end = first.start;
        // "password=x", as machines write it.
        if self.text.get(..end).is_some_and(|before| before.ends_with('=')) {
            return values::value(self.text, first).end;
        }
        let prose = prose || is_odd(self.part(first));
        let number_follows = |at: usize| {
            let next = self.runs(at, stop).next();
            next.is_some_and(|run| self.part(&run).starts_with(|char: char| char.is_ascii_digit()))
        };
        for (index, run) in runs(self.text, first.start, stop).enumerate() {
            let text = self.part(&run);
            let gap = self.text.get(end..run.start).unwrap_or_default();
            let word = self.first_word(&run);
            let remark = |word: &NoteWord| word.is_any(&[PhraseRole::Of, PhraseRole::Filler, PhraseRole::Tell]);
            let ends_before = matches!(text, "|" | "-" | "–" | "—" | "/" | "&")
                || text.starts_with(['(', '['])
                || is_field(text)
                || gap.chars().any(|char| char != ' ')
                || word.is_some_and(|word| word.label.is_some() || (prose && remark(word)))
                || (self.role_at(&run, PhraseRole::Number) && number_follows(run.end));
            if index > 0 && ends_before {
                break;
            }
            let value = values::value(self.text, &run);
            end = value.end;
            if value.end < run.end {
                break;
            }
        }
        end
    }

    /// The runs that are one number, with how many digits they have and whether a "#" or "*".
    fn group<'b>(&self, runs: &'b [Range<usize>], at: usize) -> (&'b [Range<usize>], usize, bool) {
        let mut last = at;
        for (index, run) in runs.iter().enumerate().skip(at) {
            let text = self.part(run);
            let numeric = digits(text) > 0 && is_code(text) && !(index > at && is_phone(text));
            let mark = index > at && text.chars().all(|char| "#*-–".contains(char));
            if !numeric && !mark {
                break;
            }
            if numeric || text.contains(['#', '*']) {
                last = index + 1;
            }
            if text.ends_with([',', ';', '.', ')']) {
                break;
            }
        }
        let group = runs.get(at..last).unwrap_or_default();
        let text: String = group.iter().map(|run| self.part(run)).collect();
        (group, digits(&text), text.contains(['#', '*']))
    }
}

/// Whether a word is a label of its own, and not a thing that may be a password as well.
fn from_label(word: &NoteWord) -> bool {
    word.label.is_some_and(|(role, _)| {
        !matches!(role, PhraseRole::Login | PhraseRole::Locked | PhraseRole::Network | PhraseRole::MaybePassword)
    })
}

/// Whether a run has digits or signs, which words do not have.
fn has_sign(run: &str) -> bool {
    let core = values::core(run);
    core.chars().count() >= 3 && (is_odd(run) || digits(core) > 2)
}

/// Whether a run is an address or a product, whatever its signs.
fn is_address(run: &str) -> bool {
    is_ordinary(run) && (run.contains("://") || digits(run) < 4)
}

/// Whether a run is the name of a field: "Phone:".
fn is_field(run: &str) -> bool {
    let name = run.strip_suffix([':', '：']).unwrap_or_default();
    name.chars().count() > 1 && name.chars().all(|char| char.is_alphabetic() || char == '-' || char == '/')
}

/// Whether a run is written as codes are: digits, marks, hardly any letters.
fn is_code(run: &str) -> bool {
    let core = values::core(run);
    let letters = core.chars().filter(|char| char.is_alphabetic()).count();
    letters <= digits(core) && core.chars().all(|char| char.is_alphanumeric() || "#*+-./–()&".contains(char))
}
