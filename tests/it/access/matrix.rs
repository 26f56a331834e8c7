//! Role x channel x organization x field x way in: the table of grants against what the message, the file and the
//! journal's entry contain.

use std::collections::BTreeSet;
use std::thread;

use callsheet::discord::interaction;
use callsheet::terminal;
use callsheet_core::access::{Caller, Permission};
use callsheet_core::journal::Field;
use callsheet_core::plan::Question;
use serde_json::Value;

use super::grants::{ASKERS, PLACES, ROOM, is_granted, name, policy};
use super::ways::{Way, variants, ways};
use super::world::{PARTS, Part, SUBJECTS, Subject, account, edits};
use testkit::chat::{Answered, Chat, planned, used};

/// Discord's bit for "Manage Server", which binding a channel needs.
const MANAGE_SERVER: u64 = 32;

/// What a card says of a location without naming it. A card shows one contact, so the words belong to that contact.
const OF_LOCATION: [&str; 3] = ["guess: US", "Local time", "may wake"];

fn chat(policy: &str) -> Chat {
    Chat::about(&account()).with_policy(policy).permitted(MANAGE_SERVER).editing(edits())
}

/// Everything that leaves the bot in answer: the body and the file.
pub(super) fn sent(response: &Answered) -> String {
    response.body.to_string() + response.file.as_ref().map(|file| &*file.content).unwrap_or_default()
}

fn is_in(text: &str, of: &Subject, part: Part) -> bool {
    of.spellings(part).iter().any(|spelling| text.contains(spelling))
}

/// What the journal must note where a part was shown.
fn noted(part: Part) -> Option<Field> {
    match part {
        Part::Organization | Part::Alert | Part::QuickNotes | Part::Status => None,
        Part::Name => Some(Field::Name),
        Part::Title => Some(Field::Title),
        Part::Phone => Some(Field::Phone),
        Part::Email => Some(Field::Email),
        Part::Notes => Some(Field::Notes),
        Part::Location => Some(Field::Location),
    }
}

#[test]
fn each_way_leads_where_it_stands() {
    let all: Vec<(&str, Way)> = SUBJECTS.iter().flat_map(ways).collect();
    for (variant, way) in &all {
        assert_eq!(way.leads_to(), *variant, "{:?}", way.step);
    }
    let led_to: BTreeSet<&str> = all.iter().map(|(variant, _)| *variant).collect();
    for variant in variants(&SUBJECTS[0]) {
        assert!(led_to.contains(variant), "no way leads to {variant}");
    }
    let needed: BTreeSet<Permission> = all.iter().flat_map(|(_, way)| way.needs).copied().collect();
    for (written, permission) in Permission::ALL {
        assert_eq!(written, name(permission));
        assert!(needed.contains(&permission), "no way needs {permission:?}");
    }
    assert_eq!(needed.len(), Permission::ALL.len(), "a permission that no policy file can grant");
    // Every command that can be typed, and every option of it that has suggestions.
    for manifest in commands::manifests() {
        let name = manifest["name"].as_str().unwrap();
        assert!(all.iter().any(|(_, way)| way.interaction()["data"]["name"] == name), "no way in uses {name}");
    }
}

/// The cells, counted by outcome.
#[derive(Debug, Default, PartialEq, Eq)]
struct Cells {
    /// Granted, reached by this way, and shown.
    allowed: usize,
    /// Not granted and not shown.
    denied: usize,
    /// Granted, but not reached by this way.
    elsewhere: usize,
}

#[test]
fn every_way_in_shows_what_is_granted_and_nothing_else() {
    let policy = policy();
    let spellings: Vec<[Vec<String>; PARTS.len()]> =
        SUBJECTS.iter().map(|of| PARTS.map(|part| of.spellings(part))).collect();
    // More than a million cells.
    let found: Vec<(Cells, Vec<String>)> = thread::scope(|scope| {
        let asking = ASKERS.map(|roles| scope.spawn(|| cells(roles, &policy, &spellings)));
        asking.into_iter().map(|asking| asking.join().unwrap()).collect()
    });
    let faults: Vec<&String> = found.iter().flat_map(|(_, faults)| faults).collect();
    let shown = faults.iter().take(20).map(|fault| fault.as_str()).collect::<Vec<_>>().join("\n");
    assert!(faults.is_empty(), "{} faults\n{shown}", faults.len());
    let cells = found.into_iter().fold(Cells::default(), |all, (cells, _)| Cells {
        allowed: all.allowed + cells.allowed,
        denied: all.denied + cells.denied,
        elsewhere: all.elsewhere + cells.elsewhere,
    });
    // 5 roles, 3 places, 14 people, 10 parts of each, and every way in to each of the people.
    let all = cells.allowed + cells.denied + cells.elsewhere;
    assert!(all >= 1_724_100 && cells.allowed >= 9_000, "ways were lost: {cells:?}");
}

/// Outcomes for one caller's roles, with the faults found.
fn cells(roles: &'static [u64], policy: &str, spellings: &[[Vec<String>; PARTS.len()]]) -> (Cells, Vec<String>) {
    let (mut cells, mut faults) = (Cells::default(), Vec::new());
    for place in PLACES {
        let chat = chat(policy).having_roles(roles);
        let chat = match place {
            (channel, None) => chat.in_channel(channel),
            (thread, Some(channel)) => chat.in_thread(thread, channel),
        };
        for (about, (_, way)) in SUBJECTS.iter().flat_map(|about| ways(about).into_iter().map(move |way| (about, way)))
        {
            chat.forgets();
            let response = chat.responds(&way.interaction());
            let (text, entry) = (sent(&response), response.entry.unwrap());
            let noticed = entry.encode().unwrap();
            let cell = |of: &Subject, part| format!("{roles:?} in {place:?}, {:?}: {part:?} of {}", way.step, of.id);
            for (of, spellings) in SUBJECTS.iter().zip(spellings) {
                let granted = PARTS.map(|part| is_granted(roles, place, way.needs, of, part, way.reveals));
                let is_granted = |part| granted[PARTS.iter().position(|one| *one == part).unwrap()];
                let is_open =
                    way.requires.is_none_or(is_granted) && (!way.shows.contains(&Part::Name) || is_granted(Part::Name));
                for ((part, spellings), granted) in PARTS.into_iter().zip(spellings).zip(granted) {
                    let is_in = |text: &str| spellings.iter().any(|spelling| text.contains(spelling));
                    let is_there = is_in(&text);
                    let mut is_fault = |is: bool, what| {
                        is.then(|| faults.push(format!("{what}: {}\n{noticed}\n{text}", cell(of, part))))
                    };
                    is_fault(is_there && !granted, "shown");
                    is_fault(is_in(&noticed), "in the journal's entry");
                    if let Some(field) = noted(part).filter(|_| is_there) {
                        let is_noted = entry.shown_of(of.contact()).is_some_and(|shown| shown.contains(&field));
                        is_fault(!is_noted, "shown, and not by the journal's entry");
                    }
                    if matches!(part, Part::Alert | Part::QuickNotes) && is_there {
                        let is_noted = of.at().all(|id| entry.organization_notes.contains(&id));
                        is_fault(!is_noted, "shown of an organization, and not by the journal's entry");
                    }
                    let is_due = of.id == about.id && way.shows.contains(&part) && granted && is_open;
                    is_fault(is_due && !is_there, "kept back");
                    *match (granted, is_due) {
                        (false, _) => &mut cells.denied,
                        (true, true) => &mut cells.allowed,
                        (true, false) => &mut cells.elsewhere,
                    } += 1;
                }
            }
            let knows_place = SUBJECTS.iter().any(|of| {
                is_in(&text, of, Part::Name) && is_granted(roles, place, way.needs, of, Part::Location, way.reveals)
            });
            if !knows_place && OF_LOCATION.iter().any(|said| text.contains(said)) {
                faults.push(format!("concluded: {}\n{text}", cell(about, Part::Location)));
            }
        }
    }
    (cells, faults)
}

/// The operator at the terminal has the copy of the account, and still sees no restricted contact.
#[test]
fn the_terminal_shows_no_restricted_contact_by_any_way() {
    let chat = chat("open = true");
    let mut shown = 0;
    for (about, (_, way)) in SUBJECTS.iter().flat_map(|about| ways(about).into_iter().map(move |way| (about, way))) {
        let read = interaction::read(&chat.sent(&way.interaction()), chat.own_seal(), chat.now()).unwrap();
        let question = Question { caller: Caller::at_terminal(), ..read.question.unwrap() };
        let text =
            terminal::render(&planned(&question, chat.snapshot(), &chat.policy().load(), chat.now()), chat.now());
        for of in &SUBJECTS {
            let is_shown = PARTS[1..7].iter().any(|part| is_in(&text, of, *part));
            assert!(!(is_shown && of.is_restricted), "{} by {:?} about {}: {text}", of.id, way.step, about.id);
            shown += usize::from(is_shown);
        }
    }
    assert!(shown > 200, "{shown}");
}

#[test]
fn without_a_grant_no_way_in_shows_anything() {
    let chat = chat("[[access]]\nusers = [\"999\"]");
    for (about, (_, way)) in SUBJECTS.iter().flat_map(|about| ways(about).into_iter().map(move |way| (about, way))) {
        let response = chat.responds(&way.interaction());
        let text = sent(&response);
        for (of, part) in SUBJECTS.iter().flat_map(|of| PARTS.map(|part| (of, part))) {
            assert!(!is_in(&text, of, part), "{part:?} of {} by {:?} about {}: {text}", of.id, way.step, about.id);
        }
        assert!(!text.contains("Synced") && text.contains("You don't have access"), "{:?}: {text}", way.step);
    }
}

/// A button is offered only to callers whose click succeeds.
#[test]
fn no_offered_button_is_refused_at_the_click() {
    let (policy, mut pressed) = (policy(), BTreeSet::new());
    for roles in ASKERS {
        let chat = chat(&policy).having_roles(roles).in_channel(ROOM);
        for (_, way) in SUBJECTS.iter().flat_map(ways) {
            chat.forgets();
            let body = chat.responds(&way.interaction()).body;
            for custom_id in carried(&body) {
                if !pressed.insert((roles, custom_id.clone())) {
                    continue;
                }
                let clicked = chat.responds(&used(&custom_id, None));
                let text = sent(&clicked);
                let is_refused = ["You don't have access", "You can't change", "No longer available"]
                    .iter()
                    .any(|said| text.contains(said));
                assert!(!is_refused, "{roles:?}, {:?}: {custom_id}: {text}", way.step);
            }
        }
    }
    assert!(pressed.len() > 100, "{}", pressed.len());
}

/// What a message's buttons and menu entries carry.
pub(super) fn carried(body: &Value) -> Vec<String> {
    let rows = body["data"]["components"].as_array().into_iter().flatten();
    let used = rows.flat_map(|row| row["components"].as_array().into_iter().flatten());
    let carried = used.flat_map(|one| {
        let entries = one["options"].as_array().into_iter().flatten().map(|entry| &entry["value"]);
        entries.chain([&one["custom_id"]]).filter_map(Value::as_str).map(str::to_owned).collect::<Vec<_>>()
    });
    carried.filter(|carried| carried.contains('~')).collect()
}
