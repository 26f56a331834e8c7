use std::collections::BTreeSet;

use jiff::Timestamp;
use proptest::prelude::*;
use proptest::sample::Index;

use super::chain::{Fault, Head, Row, What};
use super::check::{Against, Broken, Check, Doubt, Verdict, Why};
use super::seal::{KEY_LENGTH, SealKey, Vouching};
use super::{Action, Also, Audience, Entry, Field, Outcome, Word};
use crate::domain::id::{ChannelId, ContactId, GuildId, OrganizationId, UserId};
use crate::edit::EditField;

fn word() -> impl Strategy<Value = Word> {
    prop::sample::select(vec!["contact", "who-can", "Who do I call?", "person", "", "größe", "2"]).prop_map(Word::from)
}

fn head() -> impl Strategy<Value = Head> {
    (any::<u64>(), any::<[u8; 32]>()).prop_map(|(seq, hash)| Head { seq, hash: super::chain::Hash(hash) })
}

/// Any entry that the bot itself can write; the journal's own entries have tests of their own.
fn entry() -> impl Strategy<Value = Entry> {
    let action = prop_oneof![
        word().prop_map(Action::Command),
        word().prop_map(Action::Button),
        word().prop_map(Action::Suggestions),
        Just(Action::Share),
        Just(Action::ContactFile),
        Just(Action::Alert),
        Just(Action::Release),
    ];
    let fields = [Field::Name, Field::Title, Field::Phone, Field::Email, Field::Location, Field::Notes];
    let also = (prop::collection::btree_set(any::<u64>(), 0..5), prop::sample::subsequence(fields.to_vec(), 0..3));
    let also = also.prop_map(|(contacts, fields)| Also {
        contacts: contacts.into_iter().map(ContactId).collect(),
        fields: fields.into_iter().collect(),
    });
    let outcome = prop_oneof![Just(Outcome::Disclosed), word().prop_map(Outcome::Refused), Just(Outcome::Nothing)];
    let moment = (-377_705_023_201_i64..=253_402_207_200, 0..1_000_000_000_i32)
        .prop_map(|(second, nanosecond)| Timestamp::new(second, nanosecond).unwrap_or(Timestamp::MIN));
    (
        (moment, any::<[Option<u64>; 4]>(), action),
        prop::collection::btree_set(any::<u64>(), 0..30),
        prop::collection::btree_set(any::<u64>(), 0..3),
        prop::sample::subsequence(fields.to_vec(), 0..=fields.len()),
        prop::collection::vec(also, 0..3),
        prop::collection::btree_set(any::<u64>(), 0..2),
        prop::sample::select(vec![Audience::Caller, Audience::Channel]),
        outcome,
    )
        .prop_map(
            |(
                (at, [user, guild, channel, subject], action),
                contacts,
                organizations,
                fields,
                also,
                organization_notes,
                audience,
                outcome,
            )| {
                Entry {
                    at,
                    user: user.map(UserId),
                    guild: guild.map(GuildId),
                    channel: channel.map(ChannelId),
                    action,
                    subject: subject.map(UserId),
                    reason: subject.map(|_| "busy".into()),
                    changed: subject.map(|_| EditField::Title).into_iter().collect(),
                    contacts: contacts.into_iter().map(ContactId).collect(),
                    organizations: organizations.into_iter().map(OrganizationId).collect(),
                    fields: fields.into_iter().collect(),
                    also,
                    organization_notes: organization_notes.into_iter().map(OrganizationId).collect(),
                    audience,
                    outcome,
                }
            },
        )
}

fn chained(base: Head, entries: &[Entry]) -> Vec<Row> {
    let mut head = base;
    let row = |entry: &Entry| {
        let line = entry.encode().unwrap().into_bytes();
        head = head.followed_by(&line);
        Row { seq: head.seq, entry: line, hash: head.hash.0.to_vec(), seal: None }
    };
    entries.iter().map(row).collect()
}

/// The seals that an attacker without the key can add.
#[derive(Clone, Copy, Debug)]
enum Seals {
    Old,
    None,
    Noise,
}

fn sealed(key: &SealKey, rows: Vec<Row>) -> Vec<Row> {
    let seal = |row: Row| {
        let head = Head { seq: row.seq, hash: hash_of(&row) };
        Row { seal: Some(key.seal(Vouching::Entry, head).to_vec()), ..row }
    };
    rows.into_iter().map(seal).collect()
}

fn judged(base: Head, rows: &[Row], against: Against<'_>) -> Result<Verdict, Fault> {
    let mut check = Check::new(base, against);
    for row in rows {
        check.next(row)?;
    }
    check.finish()
}

fn verify(base: Head, rows: &[Row], noted: Option<Head>) -> Result<Head, Fault> {
    judged(base, rows, Against { noted, ..Against::default() }).map(|verdict| verdict.head)
}

/// A change to the rows behind the journal's back.
#[derive(Clone, Debug)]
enum Tampering {
    EditNumber(Index, Index, u8),
    EditEntry(Index, Index, u8),
    EditHash(Index, Index, u8),
    Shorten(Index),
    Delete(Index),
    DeleteRange(Index, Index),
    Insert(Index, Box<Entry>, u64),
    /// With the number and hash that it would have there.
    InsertChained(Index, Box<Entry>),
    /// The same, with every later row moved on by one.
    InsertAndRenumber(Index, Box<Entry>),
    Replay(Index, Index),
    Swap(Index, Index),
    /// Each in the other's place, under its number.
    SwapContents(Index, Index),
    CutEnd(Index),
    CutBeginning(Index),
}

fn tampering() -> impl Strategy<Value = Tampering> {
    let (place, flip) = (any::<Index>, 1..=255_u8);
    prop_oneof![
        (place(), place(), flip.clone()).prop_map(|(row, byte, flip)| Tampering::EditNumber(row, byte, flip)),
        (place(), place(), flip.clone()).prop_map(|(row, byte, flip)| Tampering::EditEntry(row, byte, flip)),
        (place(), place(), flip).prop_map(|(row, byte, flip)| Tampering::EditHash(row, byte, flip)),
        place().prop_map(Tampering::Shorten),
        place().prop_map(Tampering::Delete),
        (place(), place()).prop_map(|(from, to)| Tampering::DeleteRange(from, to)),
        (place(), entry(), 0..30_u64).prop_map(|(row, entry, seq)| Tampering::Insert(row, Box::new(entry), seq)),
        (place(), entry()).prop_map(|(row, entry)| Tampering::InsertChained(row, Box::new(entry))),
        (place(), entry()).prop_map(|(row, entry)| Tampering::InsertAndRenumber(row, Box::new(entry))),
        (place(), place()).prop_map(|(from, to)| Tampering::Replay(from, to)),
        (place(), place()).prop_map(|(one, other)| Tampering::Swap(one, other)),
        (place(), place()).prop_map(|(one, other)| Tampering::SwapContents(one, other)),
        place().prop_map(Tampering::CutEnd),
        place().prop_map(Tampering::CutBeginning),
    ]
}

fn flipped(bytes: &mut [u8], byte: Index, flip: u8) {
    let byte = byte.index(bytes.len());
    bytes[byte] ^= flip;
}

fn tampered(rows: &[Row], tampering: &Tampering) -> Vec<Row> {
    let (mut rows, count) = (rows.to_vec(), rows.len());
    match tampering {
        Tampering::EditNumber(row, byte, flip) => {
            let row = &mut rows[row.index(count)];
            let mut bytes = row.seq.to_be_bytes();
            flipped(&mut bytes, *byte, *flip);
            row.seq = u64::from_be_bytes(bytes);
        }
        Tampering::EditEntry(row, byte, flip) => flipped(&mut rows[row.index(count)].entry, *byte, *flip),
        Tampering::EditHash(row, byte, flip) => flipped(&mut rows[row.index(count)].hash, *byte, *flip),
        Tampering::Shorten(row) => drop(rows[row.index(count)].hash.pop()),
        Tampering::Delete(row) => drop(rows.remove(row.index(count))),
        Tampering::DeleteRange(from, to) => {
            let (from, to) = (from.index(count), to.index(count));
            rows.drain(from.min(to)..=from.max(to));
        }
        Tampering::Insert(row, entry, seq) => {
            let row = row.index(count);
            let hash = rows[row].hash.clone();
            rows.insert(row, Row { seq: *seq, entry: entry.encode().unwrap().into_bytes(), hash, seal: None });
        }
        Tampering::InsertChained(row, entry) | Tampering::InsertAndRenumber(row, entry) => {
            let row = row.index(count);
            let before = Head { seq: rows[row].seq - 1, hash: rows[..row].last().map_or(Head::START.hash, hash_of) };
            if matches!(tampering, Tampering::InsertAndRenumber(..)) {
                rows[row..].iter_mut().for_each(|row| row.seq += 1);
            }
            rows.insert(row, chained(before, &[Entry::clone(entry)]).remove(0));
        }
        Tampering::Replay(from, to) => {
            let row = rows[from.index(count)].clone();
            rows.insert(to.index(count + 1), row);
        }
        Tampering::Swap(one, other) => rows.swap(one.index(count), other.index(count)),
        Tampering::SwapContents(one, other) => {
            let (one, other) = (one.index(count), other.index(count));
            rows.swap(one, other);
            (rows[one].seq, rows[other].seq) = (rows[other].seq, rows[one].seq);
        }
        Tampering::CutEnd(from) => rows.truncate(from.index(count)),
        Tampering::CutBeginning(to) => drop(rows.drain(..=to.index(count))),
    }
    rows
}

fn hash_of(row: &Row) -> super::chain::Hash {
    super::chain::Hash(row.hash.as_slice().try_into().unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn every_change_to_the_rows_is_noticed(
        entries in prop::collection::vec(entry(), 1..8),
        tampering in tampering(),
    ) {
        let rows = chained(Head::START, &entries);
        let last = rows.last().map(|row| Head { seq: row.seq, hash: hash_of(row) });
        prop_assert_eq!(verify(Head::START, &rows, None).ok(), last);
        prop_assert_eq!(verify(Head::START, &rows, last).ok(), last);

        let tampered = tampered(&rows, &tampering);
        if tampered == rows {
            return Ok(());
        }
        prop_assert!(verify(Head::START, &tampered, last).is_err());
        // Only rows cut at their end need a head from elsewhere to tell.
        if !rows.starts_with(&tampered) {
            let first_wrong = rows.iter().zip(&tampered).take_while(|(row, tampered)| row == tampered).count();
            let fault = verify(Head::START, &tampered, None);
            prop_assert!(fault.is_err());
            if !matches!(tampering, Tampering::InsertChained(..) | Tampering::InsertAndRenumber(..)) {
                let place = fault.unwrap_err().seq;
                let around = [rows.get(first_wrong), tampered.get(first_wrong)];
                prop_assert!(around.into_iter().flatten().any(|row| row.seq == place), "{}", place);
            }
        }
    }

    /// An attacker with the file but without the key changes rows and computes every number and hash anew.
    #[test]
    fn rows_chained_anew_without_the_key_are_not_proven(
        entries in prop::collection::vec(entry(), 1..8),
        change in any::<Index>(),
        other in entry(),
        removed: bool,
        seals in prop::sample::select(vec![Seals::Old, Seals::None, Seals::Noise]),
    ) {
        let key = SealKey::new(&[7; KEY_LENGTH]);
        let with = Against { key: Some(&key), ..Against::default() };
        let rows = sealed(&key, chained(Head::START, &entries));
        let verdict = judged(Head::START, &rows, with).unwrap();
        let noted = Against { in_database: Some(verdict.head), checkpoint: Some(verdict.head), ..with };
        prop_assert_eq!(judged(Head::START, &rows, noted).unwrap().doubts, vec![]);
        let of_other = SealKey::new(&[8; KEY_LENGTH]);
        let with_other = Against { key: Some(&of_other), ..Against::default() };
        prop_assert!(judged(Head::START, &rows, with_other).is_err());

        let change = change.index(entries.len());
        let mut changed = entries.clone();
        if removed { drop(changed.remove(change)) } else { changed[change] = other }
        if changed == entries {
            return Ok(());
        }
        let mut anew = chained(Head::START, &changed);
        for (row, old) in anew.iter_mut().zip(&rows) {
            row.seal = match seals {
                Seals::Old => old.seal.clone(),
                // Seals before the change are still right.
                Seals::None => old.seal.clone().filter(|_| row.hash == old.hash),
                Seals::Noise => Some(vec![9; 32]),
            };
        }
        let told = |against| judged(Head::START, &anew, against).map_or(true, |verdict| !verdict.doubts.is_empty());
        prop_assert!(told(noted));
        // An emptied journal can only be told by the database.
        prop_assert!(anew.is_empty() || told(with));
    }

    #[test]
    fn an_entry_is_written_in_one_way_and_read_back(entry in entry(), head in head(), lost: u64, rechained: u64) {
        let line = entry.encode().unwrap();
        prop_assert!(!line.contains(['\n', '\r']));
        prop_assert_eq!(Entry::decode(line.as_bytes()), Some(entry.clone()));
        let own = [
            Action::Pruned(head),
            Action::Damaged { base: head, lost, rechained },
            Action::Broken { noted: Some(head) },
            Action::Broken { noted: None },
            Action::Keyed,
            Action::Unkeyed,
        ];
        for action in own {
            let entry = Entry::new(entry.at, action);
            prop_assert_eq!(Entry::decode(entry.encode().unwrap().as_bytes()), Some(entry));
        }
    }

    #[test]
    fn no_bytes_are_too_odd_to_be_refused(bytes: Vec<u8>) {
        prop_assert_eq!(Entry::decode(&bytes), None);
    }

    #[test]
    fn a_head_is_read_as_it_is_printed(head in head(), garbage in ".*") {
        prop_assert_eq!(head.to_string().parse(), Ok(head));
        prop_assert!(garbage.parse::<Head>().is_err());
    }
}

fn lookup() -> Entry {
    Entry {
        user: Some(UserId(1140)),
        guild: Some(GuildId(1000)),
        channel: Some(ChannelId(1190)),
        contacts: BTreeSet::from([ContactId(27), ContactId(26)]),
        organizations: BTreeSet::from([OrganizationId(4)]),
        fields: BTreeSet::from([Field::Phone, Field::Name]),
        outcome: Outcome::Disclosed,
        ..Entry::new("2026-11-03T12:00:00Z".parse().unwrap(), Action::Command("contact".into()))
    }
}

fn entry_of(action: Action) -> Entry {
    Entry::new(Timestamp::UNIX_EPOCH, action)
}

/// The format must never change: old entries have to verify as long as they are kept.
#[test]
fn an_entry_and_its_hash_match_the_description() {
    insta::assert_snapshot!(lookup().encode().unwrap(), @r#"{"v":1,"at":"2026-11-03T12:00:00Z","user":"1140","guild":"1000","channel":"1190","action":{"command":"contact"},"contacts":[26,27],"organizations":[4],"fields":["name","phone"],"audience":"caller","outcome":"disclosed"}"#);
    let noted = Entry { organization_notes: BTreeSet::from([OrganizationId(4)]), ..lookup() };
    insta::assert_snapshot!(noted.encode().unwrap(), @r#"{"v":2,"at":"2026-11-03T12:00:00Z","user":"1140","guild":"1000","channel":"1190","action":{"command":"contact"},"contacts":[26,27],"organizations":[4],"fields":["name","phone"],"organization_notes":[4],"audience":"caller","outcome":"disclosed"}"#);
    let refused = Entry { outcome: Outcome::Refused("restricted".into()), ..entry_of(Action::Share) };
    insta::assert_snapshot!(refused.encode().unwrap(), @r#"{"v":1,"at":"1970-01-01T00:00:00Z","action":"share","audience":"caller","outcome":{"refused":"restricted"}}"#);
    // Computed by another program: (printf 'callsheet journal v1\n'; head -c 32 /dev/zero;
    // printf '\0\0\0\0\0\0\0\1'; printf '%s' "$LINE") | sha256sum
    let head = Head::START.followed_by(refused.encode().unwrap().as_bytes());
    insta::assert_snapshot!(head.to_string(), @"1:0674e73cc12073699742fe635457c861ec79a663e7b46b84a85a6e58ac38ffe6");
}

#[test]
fn another_programs_line_is_not_an_entry() {
    let line = lookup().encode().unwrap();
    for (from, to) in [
        ("\"v\":1", "\"v\":2"),
        ("\"v\":1,", ""),
        ("[26,27]", "[27,26]"),
        ("[26,27]", "[26,26,27]"),
        ("[26,27]", "[26, 27]"),
        ("\"1140\"", "1140"),
        ("\"1140\"", "\"01140\""),
        ("\"1140\"", "\"Jane Doe\""),
        ("{\"command\":\"contact\"}", "{\"command\":\"Jane Doe\"}"),
        ("{\"command\":\"contact\"}", "\"shared\""),
        ("\"audience\"", "\"organization_notes\":[4],\"audience\""),
        ("\"audience\"", "\"name\":\"Jane Doe\",\"audience\""),
        ("12:00:00Z", "12:00:00.000Z"),
        ("12:00:00Z", "13:00:00+01:00"),
    ] {
        let other = line.replace(from, to);
        assert_ne!(other, line);
        assert_eq!(Entry::decode(other.as_bytes()), None, "{other}");
    }
}

#[test]
fn a_word_has_only_letters_digits_and_hyphens() {
    assert_eq!(Word::from("who-can").to_string(), "who-can");
    assert_eq!(Word::from("Who do I call?\n").to_string(), "-ho-do---call--");
}

fn faults(base: Head, rows: &[Row], noted: Option<Head>) -> String {
    verify(base, rows, noted).map_or_else(|fault| fault.to_string(), |head| head.seq.to_string())
}

#[test]
fn each_fault_is_named_with_its_place() {
    let entries: Vec<Entry> = (0..5).map(|_| lookup()).collect();
    let rows = chained(Head::START, &entries);
    let head = |row: usize| Head { seq: rows[row].seq, hash: hash_of(&rows[row]) };
    let without = |row| [&rows[..row], &rows[row + 1..]].concat();
    let mut edited = rows.clone();
    edited[2].entry[8] ^= 1;
    let mut swapped = rows.clone();
    swapped.swap(1, 2);
    let mut foreign = rows.clone();
    let of_another_version = Head::followed_by(head(4), b"{\"v\":2}");
    foreign.push(Row { seq: 6, entry: b"{\"v\":2}".to_vec(), hash: of_another_version.hash.0.to_vec(), seal: None });
    let other = Head { hash: head(0).hash, ..head(3) };

    insta::assert_snapshot!([
        faults(Head::START, &rows, Some(head(3))),
        faults(Head::START, &edited, None),
        faults(Head::START, &without(2), None),
        faults(Head::START, &swapped, None),
        faults(Head::START, &[rows.clone(), vec![rows[4].clone()]].concat(), None),
        faults(Head::START, &foreign, None),
        faults(Head::START, &rows[..3], Some(head(4))),
        faults(Head::START, &rows, Some(other)),
        faults(head(1), &rows[2..], None),
        faults(Head::START, &rows[2..], None),
        faults(head(1), &rows, None),
    ].join("\n"), @"
    5
    the audit log was altered: entry 3 was edited or replaced
    the audit log was altered: entry 3 is missing
    the audit log was altered: entry 2 is missing
    the audit log was altered: entry 5 is out of order
    the audit log was altered: entry 6 is not in a format this version knows
    the audit log was altered: entry 4 is missing
    the audit log was altered: entry 4 does not match the head you gave
    the audit log was altered: entry 3 is the first, and there is no record that older entries expired
    the audit log was altered: entry 1 is missing
    the audit log was altered: entry 1 is out of order
    ");
}

#[test]
fn pruned_entries_are_no_fault_and_other_missing_ones_are() {
    let mut rows = chained(Head::START, &[lookup(), lookup(), lookup()]);
    let head = |rows: &[Row], row: usize| Head { seq: rows[row].seq, hash: hash_of(&rows[row]) };
    let through = head(&rows, 1);
    rows.extend(chained(head(&rows, 2), &[entry_of(Action::Pruned(through)), lookup()]));
    let last = head(&rows, 4);
    assert_eq!(verify(through, &rows[2..], Some(last)), Ok(last));
    assert_eq!(verify(through, &rows[2..], Some(through)), Ok(last));
    let fault = |seq, what| Err(Fault { seq, what });
    assert_eq!(verify(through, &rows[2..], Some(head(&rows, 0))), fault(1, What::Pruned));
    let other = Head { hash: last.hash, ..through };
    assert_eq!(verify(through, &rows[2..], Some(other)), fault(2, What::OtherHead));
    // One more than was pruned is removed, and the base moved along.
    assert_eq!(verify(head(&rows, 2), &rows[3..], None), fault(4, What::Unanchored));
    // The entry that records the pruning is cut off.
    assert_eq!(verify(through, &rows[2..3], None), fault(3, What::Unanchored));
    // Any other base.
    for byte in 0..32 {
        let mut base = through;
        base.hash.0[byte] ^= 1;
        assert_eq!(verify(base, &rows[2..], None), fault(3, What::Edited));
    }
}

#[test]
fn entries_chained_anew_after_damage_prove_no_pruning() {
    let base = Head { seq: 7, ..Head::START };
    let old = Head { seq: 3, ..Head::START };
    let damaged = entry_of(Action::Damaged { base, lost: 2, rechained: 2 });
    let rows = chained(base, &[lookup(), damaged, lookup(), entry_of(Action::Pruned(old)), lookup()]);
    assert_eq!(verify(base, &rows, None).map(|head| head.seq), Ok(12));
    let more =
        chained(base, &[entry_of(Action::Damaged { base, lost: 0, rechained: 0 }), entry_of(Action::Pruned(old))]);
    assert_eq!(verify(base, &more, None), Err(Fault { seq: 8, what: What::Unanchored }));
}

/// The doubts, as they are told.
fn doubts(base: Head, rows: &[Row], against: Against<'_>) -> String {
    let doubts = judged(base, rows, against).map(|verdict| verdict.doubts);
    let lines = |doubts: Vec<_>| doubts.iter().map(ToString::to_string).collect::<Vec<String>>();
    doubts.map_or_else(|fault| fault.to_string(), |doubts| lines(doubts).join("\n") + "\n")
}

#[test]
fn each_doubt_is_told_with_its_entries_and_since_when() {
    let key = SealKey::new(&[7; KEY_LENGTH]);
    let with = Against { key: Some(&key), ..Against::default() };
    let lost = Head { seq: 9, ..Head::START };
    let entries = [
        lookup(),
        lookup(),
        entry_of(Action::Broken { noted: Some(lost) }),
        entry_of(Action::Damaged { base: Head::START, lost: 1, rechained: 2 }),
        lookup(),
        entry_of(Action::Keyed),
        entry_of(Action::Keyed),
        lookup(),
    ];
    let rows = chained(Head::START, &entries);
    insta::assert_snapshot!(doubts(Head::START, &rows, Against::default()), @"
    break at entry 3, 1970-01-01T00:00:00Z: the last entry until then, 9:0000000000000000000000000000000000000000000000000000000000000000, was missing; entries lost: 7 or more
    unproven since 1970-01-01T00:00:00Z: entries 1 to 2, from before a break, without seals
    break at entry 4, 1970-01-01T00:00:00Z: the file was damaged; entries lost: 1 or more
    unproven since 1970-01-01T00:00:00Z: entries 5 to 6, recovered from a damaged file
    ");
    // The same with the seals of a key from the seventh on, whose entry says that they begin.
    let keyed = [&rows[..6], &sealed(&key, rows.clone())[6..]].concat();
    insta::assert_snapshot!(doubts(Head::START, &keyed, with), @"
    break at entry 3, 1970-01-01T00:00:00Z: the last entry until then, 9:0000000000000000000000000000000000000000000000000000000000000000, was missing; entries lost: 7 or more
    break at entry 4, 1970-01-01T00:00:00Z: the file was damaged; entries lost: 1 or more
    unproven since 1970-01-01T00:00:00Z: entries 5 to 6, recovered from a damaged file
    unproven since 2026-11-03T12:00:00Z: entries 1 to 6, written without CALLSHEET_KEY
    unproven: nothing shows whether the newest entries were cut off or put back: what CALLSHEET_KEY sealed about the last one is missing or older, in the audit log or in the database
    ");
    let head = |row: usize| Head { seq: rows[row].seq, hash: hash_of(&rows[row]) };
    // A head noted elsewhere proves the entries before it, but not those read beyond a damage.
    let noted = Against { noted: Some(head(5)), ..with };
    insta::assert_snapshot!(doubts(Head::START, &keyed, noted), @"
    break at entry 3, 1970-01-01T00:00:00Z: the last entry until then, 9:0000000000000000000000000000000000000000000000000000000000000000, was missing; entries lost: 7 or more
    break at entry 4, 1970-01-01T00:00:00Z: the file was damaged; entries lost: 1 or more
    unproven since 1970-01-01T00:00:00Z: entries 5 to 6, recovered from a damaged file
    ");
    let other = SealKey::new(&[8; KEY_LENGTH]);
    let of_other = [&sealed(&other, rows.clone())[..6], &keyed[6..]].concat();
    assert!(doubts(Head::START, &of_other, with).contains("entries 1 to 6, sealed with another key"));
    // Seals that begin unannounced, are missing in the middle, or are wrong at the end.
    let from_sixth = [&rows[..7], &sealed(&key, rows.clone())[7..]].concat();
    let mut gap = sealed(&key, rows.clone());
    gap[1].seal = None;
    let mut wrong = gap.clone();
    wrong[1].seal = Some(Vec::new());
    let mut end = sealed(&key, rows.clone());
    end[7].seal = Some(vec![0; 32]);
    insta::assert_snapshot!([from_sixth, gap, wrong, end].map(|rows| doubts(Head::START, &rows, with)).join("\n"), @"
    the audit log was altered: entry 1 has lost its seal
    the audit log was altered: entry 2 has lost its seal
    the audit log was altered: entry 2 is sealed with another key than CALLSHEET_KEY, or was forged
    the audit log was altered: entry 8 is sealed with another key than CALLSHEET_KEY, or was forged
    ");
    let verdict = judged(Head::START, &sealed(&key, rows.clone())[..2], with);
    let end = Verdict { head: head(1), doubts: vec![Doubt::End], has_seals: true };
    assert_eq!(verdict, Ok(end));
    // What the key has sealed has to be there twice, and in the journal be of the last entry.
    let all = sealed(&key, rows[..2].to_vec());
    for (in_database, checkpoint, is_forgotten, rows, is_told) in [
        (Some(head(1)), Some(head(1)), false, &all[..], false),
        (Some(head(0)), Some(head(1)), false, &all, false),
        (Some(head(0)), Some(head(0)), false, &all, true),
        (Some(head(1)), None, false, &all, true),
        (None, Some(head(1)), true, &all, true),
        (None, None, false, &[], false),
        (None, None, true, &[], true),
        (Some(Head::START), None, false, &[], true),
        (Some(Head::START), Some(Head::START), false, &[], false),
    ] {
        let against = Against { in_database, checkpoint, is_forgotten, ..with };
        let is_doubted = judged(Head::START, rows, against).unwrap().doubts == [Doubt::End];
        assert_eq!(is_doubted, is_told, "{against:?}");
    }
    let cut = Against { in_database: Some(head(0)), checkpoint: Some(head(1)), ..with };
    assert_eq!(judged(Head::START, &all[..1], cut), Err(Fault { seq: 2, what: What::Missing }));
    let gone = Doubt::Span { first: 1, last: 2, since: Timestamp::UNIX_EPOCH, why: Why::Gone };
    let at = Doubt::Break { seq: 3, at: Timestamp::UNIX_EPOCH, what: Broken::Gone { noted: Some(lost), lost: 7 } };
    assert_eq!(judged(Head::START, &rows[..3], Against::default()).unwrap().doubts, [at, gone]);
}
