//! Cards of any contact, at any time, in any language, under any policy, with every click.

use callsheet::terminal;
use callsheet_core::answer::language::Language;
use callsheet_core::domain::id::{ContactId, LocationId, OrganizationId, UserId};
use callsheet_core::domain::organization::Location;
use callsheet_core::notebook::Change;
use callsheet_core::notebook::attempts::{Attempt, Outcome};
use callsheet_core::notes::{self, NotePiece};
use callsheet_core::policy::Layout;
use jiff::Timestamp;
use proptest::option;
use proptest::prelude::*;

use super::{check_harmless, hostile_person, text};
use testkit::account::{Account, person};
use testkit::chat::{Chat, Shown, asked, clicked, planned};
use testkit::harmless;
use testkit::targets;

/// Stands in the notes behind a label, and must appear nowhere.
const PLANTED: &str = "Tr0ub4dor-Planted-9";

fn place() -> impl Strategy<Value = Option<String>> {
    let known =
        prop::sample::select(vec!["United States", "Indiana", "Springfield", "Germany", "Berlin", "Kiribati", "Nepal"]);
    option::of(prop_oneof![3 => known.prop_map(str::to_owned), 1 => text()])
}

fn location(id: u64, organization: u64) -> impl Strategy<Value = Location> {
    (place(), place(), place(), option::of(text()), any::<bool>()).prop_map(
        move |(city, region, country, phone, primary)| Location {
            id: LocationId(id),
            organization: Some(OrganizationId(organization)),
            name: city.clone().map(Into::into),
            primary,
            city: city.map(Into::into),
            region: region.map(Into::into),
            country: country.map(Into::into),
            phone: phone.map(Into::into),
        },
    )
}

/// Notes of any kind, with a secret in them.
fn noted() -> impl Strategy<Value = String> {
    let said = prop::sample::select(vec![
        "M-F 9-5",
        "after 5pm call mobile",
        "available 24/7",
        "<b>bold</b><br>",
        "PIN: 4711",
        "",
    ]);
    let hours = (said, text(), text(), any::<bool>());
    hours.prop_map(|(said, before, after, html)| {
        let (open, end) = if html { ("<p>", "</p>") } else { ("", "\n") };
        format!("{open}{said}{end}{open}Password: {PLANTED}{end}{before}\n{after}")
    })
}

fn account() -> impl Strategy<Value = Account> {
    let sites = (location(1, 1), location(2, 1), any::<bool>());
    let client = (text(), noted(), noted(), option::of(text()));
    let all = (client, hostile_person(1), sites, noted(), vec_of_numbers());
    all.prop_map(|((name, alert, quick_notes, status), person, sites, notes, numbers)| {
        let (one, two, has_own) = sites;
        let person = numbers.into_iter().fold(person.notes(&notes), |person, number| person.phone(&number));
        let person = if has_own { person.located(1) } else { person };
        let account = Account::default().organization(1, &name).alert(1, &alert).quick_notes(1, &quick_notes);
        let account = status.iter().fold(account, |account, status| account.status(1, status));
        account.location_like(one).location_like(two).with(person)
    })
}

fn vec_of_numbers() -> impl Strategy<Value = Vec<String>> {
    proptest::collection::vec("(\\+49|0|00|1|)[0-9]{3,11}( x[0-9]{1,4})?", 0..3)
}

fn policy() -> impl Strategy<Value = String> {
    (any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>()).prop_map(|(share, share_notes, links, compact)| {
        let layout = if compact { "compact" } else { "full" };
        format!(
            "open = true\nshare = {share}\nshare_notes = {share_notes}\ndial_links = {links}\nlayout = \"{layout}\""
        )
    })
}

/// From 1970 to 2100.
fn moment() -> impl Strategy<Value = Timestamp> {
    (0..4_102_444_800_i64).prop_map(|second| Timestamp::from_second(second).unwrap())
}

fn called(at: Timestamp, by: u64, outcome: Outcome) -> Change {
    let organization = Some(OrganizationId(1));
    Change::Attempt(Attempt {
        at,
        by: UserId(by),
        organization,
        contact: ContactId(1),
        number: None,
        outcome,
        reason: None,
    })
}

fn check(shown: &Shown) {
    check_harmless(shown);
    assert!(!shown.body().to_string().contains(PLANTED), "a secret is seen");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_card_breaks_or_tells_a_secret(
        account in account(),
        policy in policy(),
        now in moment(),
        locale in prop::sample::select(vec!["en-US", "de", "fr", "es-ES", "ja"]),
        outcome in prop::sample::select(vec![Outcome::NoAnswer, Outcome::WrongNumber]),
        page in 0..9_usize,
    ) {
        let chat = Chat::about(&account).with_policy(&policy).at(&now.to_string()).speaking(locale).in_country("US");
        let chat = chat.remembering([called(now, 77, Outcome::Reached), called(now, 4, outcome)]);
        check(&chat.sends(&asked("contact", &[("name", "id:1")])));
        check(&chat.sends(&asked("primary", &[("organization", "id:1")])));
        check(&chat.sends(&asked("directory", &[("organization", "id:1")])));
        for button in [targets::layout(1, None, Layout::Full), targets::layout(1, Some(1), Layout::Compact), targets::favourite(1), targets::person(1), targets::step(1, 1), targets::reveal(1, 1)] {
            check(&chat.clicks(button));
        }
        check(&chat.clicks(targets::notes(1, page)));
        check(&chat.posts(&clicked(targets::share(1))));
        let with_file = chat.clicks(targets::file(1));
        check(&with_file);
        if let Some(file) = with_file.file() {
            prop_assert!(!file.content.contains(PLANTED));
        }
        let policy = callsheet_core::policy::file::parse(&policy).unwrap();
        let question = terminal::read("/contact id:1", Language::of_locale(locale)).unwrap();
        let text = terminal::render(&planned(&question, &account.snapshot(), &policy, now), now);
        prop_assert!(text.chars().all(|char| char == '\n' || !char.is_control()), "{text:?}");
        prop_assert!(!text.contains(PLANTED));
        harmless::check_visible(&text.into());
    }

    #[test]
    fn pages_of_notes_together_hold_all_notes(notes in noted(), more in "[a-z*_ \n<>@.:]{0,3000}") {
        let notes = format!("{notes}\n{more}");
        let chat = Chat::about(&Account::default().with(person(1, "Jane Doe").notes(&notes)));
        let mut shown = chat.clicks(targets::notes(1, 0));
        let mut read = String::new();
        loop {
            check(&shown);
            let text = shown.to_string();
            let is_note = |line: &&str| line.starts_with("> ");
            read.extend(text.lines().filter(is_note).flat_map(str::chars).filter(|char| char.is_alphanumeric()));
            if !text.contains("[Next ▶]") {
                break;
            }
            shown = chat.presses(&shown, "Next");
        }
        let masked = |piece: &NotePiece| match piece {
            NotePiece::Plain(text) | NotePiece::Strong(text) => text.clone(),
            NotePiece::Masked(secret) => format!("{secret:?}hidden").to_lowercase().replace("card", "cardnumber").replace("account", "accountnumber"),
        };
        let lines = notes::read(&notes).lines;
        let whole: String = lines.iter().flat_map(|line| &line.pieces).map(masked).collect();
        let whole: String = whole.chars().filter(|char| char.is_alphanumeric()).collect();
        prop_assert_eq!(read, whole);
    }
}
