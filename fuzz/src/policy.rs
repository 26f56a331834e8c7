//! The policy file, which may be another file by mistake.

use callsheet_core::policy::file::parse;
use serde_json::json;

use crate::account::{SNAPSHOT, serving};
use crate::answers;

/// Must be repeated in no fault.
const PLANTED: &str = "Tr0ub4dorPlanted9";

/// The most faults listed; the last line counts the rest.
const MOST_FAULTS: usize = 31;

/// A policy file. Faults name their lines and repeat nothing of the file; an unknown key is always a fault; and Discord
/// accepts the answers under a right file.
///
/// # Panics
///
/// If one of these does not hold.
pub fn policy(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    match parse(&text) {
        Ok(policy) => {
            let served = serving(policy);
            let at_acme = |action: Option<&str>| {
                let given = [("organization", Some("id:1")), ("action", action)].into_iter();
                let given = given.filter_map(|(name, value)| Some(json!({ "type": 3, "name": name, "value": value? })));
                json!(given.collect::<Vec<_>>())
            };
            answers::ask("primary", &at_acme(None), &served, &SNAPSHOT);
            answers::ask("who-can", &at_acme(Some("reset")), &served, &SNAPSHOT);
        }
        Err(faults) => check_faults(&faults, &text),
    }
    // On a line of its own, below any other.
    let middle = text.char_indices().filter(|(_, char)| *char == '\n').map(|(at, _)| at + 1);
    let middle = middle.take(1 + text.len() % 8).last().unwrap_or_default();
    let (above, below) = text.split_at(middle);
    for line in [format!("{PLANTED} = {PLANTED}"), format!("{PLANTED} = \"{PLANTED}\""), format!("[{PLANTED}]")] {
        let text = format!("{above}{line}\n{below}");
        if let Err(faults) = parse(&text) {
            check_faults(&faults, &text);
        }
    }
    assert!(parse(&format!("{PLANTED} = 1\n{text}")).is_err(), "an unknown key was taken");
}

fn check_faults(faults: &[String], text: &str) {
    assert!((1..=MOST_FAULTS).contains(&faults.len()), "{} faults", faults.len());
    for (at, fault) in faults.iter().enumerate() {
        assert!(!fault.contains(PLANTED) && !fault.contains('\n'), "{fault}");
        let line = fault.strip_prefix("line ").and_then(|rest| rest.split_once(": "));
        let line = line.and_then(|(line, _)| line.parse::<usize>().ok());
        let is_last = at + 1 == MOST_FAULTS && fault.starts_with("and ");
        assert!(is_last || line.is_some_and(|line| (1..=text.split('\n').count()).contains(&line)), "{fault}");
    }
}
