//! The journal's lines, which an attacker may have written.

use std::collections::BTreeSet;

use callsheet::discord::custom_id::CustomId;
use callsheet_core::answer::ClickTarget;
use callsheet_core::answer::lookups::Trail;
use callsheet_core::domain::id::{ContactId, GuildId};
use callsheet_core::journal::Entry;
use callsheet_core::journal::chain::{Fault, Head, Row, What};
use callsheet_core::journal::check::{Against, Check};
use serde_json::json;

use crate::account::{NOW, SERVED, SNAPSHOT};
use crate::answers;

/// The contact asked about.
const CONTACT: ContactId = ContactId(1);

/// The server where it is asked.
const GUILD: GuildId = GuildId(1000);

/// Lines of a journal; for `/who-looked` the last one comes first. An entry has one form only, with room for nothing
/// but ids, times and the program's own words; it fits the chain made of it; and Discord accepts the answer about it,
/// on the first page and behind the last.
///
/// # Panics
///
/// If one of these does not hold.
pub fn journal(data: &[u8]) {
    let (mut head, mut check) = (Head::START, Check::new(Head::START, Against::default()));
    let mut trail = Trail::new(CONTACT, Some(GUILD), NOW);
    let mut named = BTreeSet::from([answers::ASKER]);
    for line in data.split(|byte| *byte == b'\n') {
        let Some(entry) = Entry::decode(line) else { continue };
        assert_eq!(entry.encode().as_deref().map(str::as_bytes), Some(line), "an entry has two lines");
        let is_own =
            |byte: &u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || br#"{}[]":,.-_TZ"#.contains(byte);
        assert!(line.iter().all(is_own), "there is something else in an entry");

        head = head.followed_by(line);
        let row = Row { seq: head.seq, entry: line.to_vec(), hash: head.hash.0.to_vec(), seal: None };
        let edited = Row { entry: [line, b" "].concat(), ..row.clone() };
        assert_eq!(head.to_string().parse(), Ok(head));
        assert_eq!(check.next(&edited), Err(Fault { seq: head.seq, what: What::Edited }));
        assert_eq!(check.next(&row).as_ref(), Ok(&entry));

        // In the server where it is asked.
        let entry = Entry { guild: Some(GUILD), ..entry };
        named.extend(entry.user.map(u64::from).into_iter().chain(entry.channel.map(u64::from)));
        trail.add(&entry);
    }
    match check.finish() {
        Ok(verdict) => assert_eq!(verdict.head, head),
        // No entries were pruned.
        Err(fault) => assert_eq!(fault, Fault { seq: 1, what: What::Unanchored }),
    }

    let named: Vec<u64> = named.into_iter().collect();
    for page in [0, trail.pages()] {
        let target = CustomId::from(ClickTarget::WhoLooked { contact: CONTACT, page });
        let carried = SERVED.seal.close(&target.write(), answers::ASKER, NOW);
        let click = json!({ "component_type": 2, "custom_id": carried });
        let asked = answers::answered(3, &click, &SERVED, &SNAPSHOT).asked;
        let (_, reader, reply) = asked.unwrap_or_else(|| panic!("nobody is told who looked"));
        answers::check_lookups(&reader, reply, trail.clone(), &named);
    }
}
