//! The policy file read repeatedly while it is written.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io;

use callsheet::reload::PolicyFile;
use callsheet_core::access::Access;
use callsheet_core::policy::{Policy, file};

use testkit::disclosed::{Disclosed, POLICY, does_no_more};

/// More reads of one file only repeat themselves.
const MOST_READS: usize = 24;

/// The most policies whose disclosures are remembered, because computing them is slow.
const MOST_KNOWN: usize = 2_000;

thread_local! {
    static KNOWN: RefCell<BTreeMap<String, Disclosed>> = RefCell::default();
}

/// Successive reads of the file, of which [`POLICY`] is in force at first. A step is an ASCII letter and two numbers,
/// as bytes, that give a place:
///
/// - `c`: the file is cut off there; `d`: so many lines are deleted; `l`: only the line there is left out
/// - `w`: the original file is written over this one, so far
/// - `i`: the bytes up to the next step are inserted there, `\n` ending them
/// - `r`: the revision becomes this; `o`: it is the original file
/// - `m`: it is missing
/// - any other: it is unchanged
///
/// After each step it is read once, and after every second step once more. Only a text that was read twice comes into
/// force, and it grants nothing that was denied before unless its revision is higher than any before.
///
/// # Panics
///
/// If one of these does not hold.
pub fn reload(data: &[u8]) {
    let mut in_force = file::whole(POLICY).unwrap_or_else(|faults| panic!("the policy file: {faults:?}"));
    let mut followed = PolicyFile::in_force("policy.toml".into(), POLICY.to_owned());
    let (mut text, mut rest, mut last) = (POLICY.to_owned(), data, None);
    for step in 0..MOST_READS {
        let [what, first, second, behind @ ..] = rest else { break };
        rest = behind;
        let is_missing = *what == b'm';
        match what {
            b'i' => {
                let end = rest.iter().position(|byte| *byte == b'\n').map_or(rest.len(), |at| at + 1);
                let (put, behind) = rest.split_at(end);
                rest = behind;
                text.insert_str(place(&text, *first, *second), &String::from_utf8_lossy(put));
            }
            _ => write(&mut text, *what, *first, *second),
        }
        for _ in 0..=step % 2 {
            let read = if is_missing { Err(io::ErrorKind::NotFound.into()) } else { Ok(text.clone()) };
            let is_twice = !is_missing && last.as_ref() == Some(&text);
            last = (!is_missing).then(|| text.clone());
            if let Some(taken) = followed.look(read, &in_force) {
                assert!(is_twice, "a text was taken that was read once");
                check(&in_force, &taken);
                in_force = taken;
            }
        }
    }
}

/// The new policy, beside the one before.
fn check(before: &Policy, after: &Policy) {
    assert!(after.revision >= before.revision, "the revision went back");
    if after.revision == before.revision {
        assert!(does_no_more(after, before), "more may be done without a higher revision");
        let is_within =
            before.access == after.access || with(after, |after| with(before, |before| after.is_within(before)));
        assert!(is_within, "more may be seen without a higher revision");
    }
}

/// What a policy discloses, computed once for each.
fn with<T>(policy: &Policy, look: impl FnOnce(&Disclosed) -> T) -> T {
    let key = named(&policy.access);
    let known = KNOWN.with_borrow_mut(|known| known.remove(&key));
    let disclosed = known.unwrap_or_else(|| Disclosed::by(policy));
    let seen = look(&disclosed);
    KNOWN.with_borrow_mut(|known| {
        if known.len() >= MOST_KNOWN {
            known.clear();
        }
        known.insert(key, disclosed);
    });
    seen
}

fn named(access: &Access) -> String {
    format!("{access:?}")
}

fn write(text: &mut String, what: u8, first: u8, second: u8) {
    let at = place(text, first, second);
    let many = usize::from(second);
    match what {
        b'c' => text.truncate(at),
        b'd' | b'l' => {
            let gone = usize::from(first)..usize::from(first) + if what == b'l' { 1 } else { many };
            let lines = text.split_inclusive('\n').enumerate().filter(|(line, _)| !gone.contains(line));
            *text = lines.map(|(_, line)| line).collect();
        }
        b'w' => {
            let at = place(POLICY, first, second);
            *text = [&POLICY[..at], text.get(at..).unwrap_or_default()].concat();
        }
        b'r' => {
            let lines = text.split_inclusive('\n').filter(|line| !line.starts_with("revision"));
            *text = lines.chain([&*format!("revision = {}\n", u16::from_be_bytes([first, second]))]).collect();
        }
        b'o' => POLICY.clone_into(text),
        _ => {}
    }
}

/// A place in a text, between two letters.
fn place(text: &str, first: u8, second: u8) -> usize {
    let at = usize::from(u16::from_be_bytes([first, second])).min(text.len());
    (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default()
}
