//! Hidden records change nothing that a caller reads: each question is asked of an account, and of the same account
//! without all that the policy file hides from the caller.
//!
//! Names, numbers and addresses are few and similar, so that most questions have several possible answers.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::sync::Arc;

use callsheet_core::answer::ClickTarget;
use callsheet_core::answer::form::Form;
use callsheet_core::directory::changes::Changes;
use callsheet_core::directory::records::Records;
use callsheet_core::directory::snapshot::Snapshot;
use callsheet_core::domain::contact::{Contact, Email};
use callsheet_core::domain::id::{ChannelId, ContactId, ContactTypeId, GuildId, LocationId, OrganizationId, UserId};
use callsheet_core::domain::organization::{Location, Organization, QuickNotes};
use callsheet_core::edit::compare::Side;
use callsheet_core::edit::{EditField, Part};
use callsheet_core::edits::EditId;
use callsheet_core::features::FEATURES;
use callsheet_core::notebook::attempts::{Attempt, Outcome};
use callsheet_core::notebook::{Binding, Change};
use callsheet_core::policy::{Layout, mark};
use jiff::SignedDuration;
use proptest::prelude::*;
use proptest::sample::select;

use super::ways::{Step, Way, variants};
use super::world::SUBJECTS;
use testkit::account::{Account, fresh, location, now, person, phone, usual_types};
use testkit::chat::{Chat, GUILD};

const GIVEN: [&str; 9] = ["Jane", "Jan", "Joan", "John", "Jon", "Johnny", "Robert", "Bob", "Roberta"];
const FAMILY: [&str; 9] = ["Doe", "Dow", "Dowe", "Smith", "Smyth", "Smithe", "Acme", "Jones", "Jane"];
const CLIENTS: [&str; 14] = [
    "Acme Dental Partners, LLC",
    "Acme Dental Group",
    "Acne Dental Partners",
    "Alpine Dental Practice",
    "Acme",
    "Acme Corporation",
    "Harbor Law",
    "Harbour Law",
    "Harbor Law Group LLP",
    "Harborview Law",
    "Smith & Jones",
    "Smith Dental",
    "Jane Doe Bakery",
    "Globex",
];
const SHORT: [&str; 4] = ["ADP", "ADG", "HLG", "Acme"];
const TITLES: [&str; 6] = ["IT Manager", "Office Manager", "Manager", "Controller", "Dentist", "Dental Assistant"];
const DOMAINS: [&str; 3] = ["acme.example", "acne.example", "harborlaw.example"];
const NUMBERS: [&str; 7] =
    ["4155550101", "4155550102", "4155550110", "+442079460101", "2079460101", "0101", "4155550101 / 4155550102"];
const NOTES: [&str; 4] =
    ["M-F 9-5. Call my cell.", "Available 24/7", "Mon-Fri 8am-6pm, prefers the office line.", "Not before noon."];
const PLACES: [[&str; 3]; 4] = [
    ["San Francisco", "California", "United States"],
    ["Berlin", "", "Germany"],
    ["London", "", "United Kingdom"],
    ["Jane", "", "Australia"],
];
const STATUSES: [&str; 3] = ["Active", "Lost", "Onboarding"];
const KINDS: [&str; 3] = ["Customer", "Vendor", "Internal"];

/// What the policy file says of a client.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rule {
    Granted,
    /// Numbers are shown only on a click.
    OnClick,
    Denied,
    Redacted,
    Without(&'static str),
}

#[derive(Clone, Debug)]
struct Client {
    name: &'static str,
    short: Option<&'static str>,
    rule: Rule,
    kind: &'static str,
    status: &'static str,
    /// The places and phones of its sites.
    sites: Vec<([&'static str; 3], Option<&'static str>)>,
}

#[derive(Clone, Debug)]
struct Human {
    /// One of the clients, modulo their number, or none.
    at: Option<usize>,
    given: &'static str,
    family: &'static str,
    title: Option<&'static str>,
    contact_type: Option<u64>,
    vip: bool,
    restricted: bool,
    numbers: Vec<&'static str>,
    domain: Option<&'static str>,
    notes: Option<&'static str>,
    located: bool,
}

/// The caller, and the account.
#[derive(Clone, Debug)]
struct Case {
    clients: Vec<Client>,
    people: Vec<Human>,
    /// Whether restricted contacts are granted.
    trusted: bool,
    /// Whether the grant lists exceptions instead of the clients it covers.
    by_exception: bool,
    manages: bool,
    /// The contacts called, and the outcomes.
    calls: Vec<(usize, Outcome)>,
    /// The client bound to the channel.
    channel: Option<usize>,
}

fn clients() -> impl Strategy<Value = Client> {
    use Rule::{Denied, Granted, OnClick, Redacted, Without};
    let rules = vec![
        Granted,
        Granted,
        Granted,
        OnClick,
        Denied,
        Denied,
        Redacted,
        Without("phone"),
        Without("email"),
        Without("notes"),
        Without("location"),
    ];
    let site = (select(&PLACES[..]), prop::option::of(select(&NUMBERS[..])));
    (
        select(&CLIENTS[..]),
        prop::option::of(select(&SHORT[..])),
        select(rules),
        select(&KINDS[..]),
        select(&STATUSES[..]),
        prop::collection::vec(site, 0..3),
    )
        .prop_map(|(name, short, rule, kind, status, sites)| Client { name, short, rule, kind, status, sites })
}

fn people() -> impl Strategy<Value = Human> {
    let name = (select(&GIVEN[..]), select(&FAMILY[..]));
    let about = (prop::option::of(select(&TITLES[..])), prop::option::of(1..8_u64), any::<bool>());
    let reach = (
        prop::collection::vec(select(&NUMBERS[..]), 0..3),
        prop::option::of(select(&DOMAINS[..])),
        prop::option::of(select(&NOTES[..])),
        any::<bool>(),
    );
    (prop::option::weighted(0.9, 0..8_usize), name, about, reach, prop::bool::weighted(0.25)).prop_map(
        |(at, (given, family), (title, contact_type, vip), (numbers, domain, notes, located), restricted)| Human {
            at,
            given,
            family,
            title,
            contact_type,
            vip,
            restricted,
            numbers,
            domain,
            notes,
            located,
        },
    )
}

fn cases() -> impl Strategy<Value = Case> {
    let outcome = select(vec![Outcome::NoAnswer, Outcome::Reached, Outcome::WrongNumber]);
    (
        prop::collection::vec(clients(), 1..6),
        prop::collection::vec(people(), 1..12),
        [any::<bool>(), any::<bool>(), any::<bool>()],
        prop::collection::vec((0..12_usize, outcome), 0..3),
        prop::option::of(0..6_usize),
    )
        .prop_map(|(clients, people, [trusted, by_exception, manages], calls, channel)| Case {
            clients,
            people,
            trusted,
            by_exception,
            manages,
            calls,
            channel,
        })
}

/// Typed text: a few words, with names and numbers of the account among them, cut at some length.
fn texts() -> impl Strategy<Value = String> {
    let few = |all: &'static [&'static str]| select(all).prop_map(str::to_owned);
    let name = (select(&GIVEN[..]), select(&FAMILY[..]));
    let address = (select(&GIVEN[..]), select(&FAMILY[..]), select(&DOMAINS[..]));
    let word = prop_oneof![
        3 => name.prop_map(|(given, family)| format!("{given} {family}")),
        2 => few(&GIVEN),
        2 => few(&FAMILY),
        3 => few(&CLIENTS),
        1 => few(&SHORT),
        1 => few(&TITLES),
        2 => few(&NUMBERS),
        1 => select(vec!["415", "5550101", "0101", "101", "020 7946 0101", "+1 415 555 01", "@acme.example", "@acne.example"])
            .prop_map(str::to_owned),
        2 => address.prop_map(|(given, family, domain)| address_of(given, family, domain)),
        1 => few(&["berlin", "london", "primary", "billing", "manager", "internal it", "group", "llp", "law", "jsmith", "jd", "xqzt"]),
    ];
    let slip = prop::option::weighted(0.2, any::<prop::sample::Index>());
    (prop::collection::vec(word, 1..3), prop::option::weighted(0.3, 1..12_usize), slip).prop_map(
        |(words, length, slip)| {
            let mut text = words.join(" ");
            if let Some(slip) = slip {
                text.remove(slip.index(text.len()));
            }
            text.chars().take(length.unwrap_or(usize::MAX)).collect()
        },
    )
}

fn address_of(given: &str, family: &str, domain: &str) -> String {
    format!("{}.{}@{domain}", given.to_lowercase(), family.to_lowercase())
}

impl Case {
    fn client(&self, human: &Human) -> Option<(u64, &Client)> {
        let at = human.at? % self.clients.len();
        Some((at as u64 + 1, &self.clients[at]))
    }

    fn whole(&self) -> Records {
        let mut records = usual_types(Account::default()).records();
        for (id, client) in (1..).zip(&self.clients) {
            let organization = Organization {
                short_name: client.short.map(Into::into),
                organization_type: Some(client.kind.into()),
                status: Some(client.status.into()),
                alert: Some(format!("Beware of the dog of {}.", client.name).into()),
                quick_notes: Some(QuickNotes { text: "Ring twice.".into(), cut: false }),
                ..Organization::new(OrganizationId(id), client.name)
            };
            records.organizations.insert(organization.id, Arc::new(organization));
            for (nth, (place, phone)) in (0..).zip(&client.sites) {
                let site = location(10 * id + nth, id, *place);
                let site =
                    Location { primary: nth == 0, name: Some("Tower".into()), phone: phone.map(Into::into), ..site };
                records.locations.insert(site.id, Arc::new(site));
            }
        }
        for (id, human) in (1..).zip(&self.people) {
            let organization = self.client(human).map(|(id, _)| id);
            let site = organization.map(|id| LocationId(10 * id)).filter(|id| records.locations.contains_key(id));
            let contact = Contact {
                name: Some(format!("{} {}", human.given, human.family).into()),
                first_name: Some(human.given.into()),
                last_name: Some(human.family.into()),
                organization: organization.map(OrganizationId),
                title: human.title.map(Into::into),
                contact_type: human.contact_type.map(ContactTypeId),
                important: human.vip,
                restricted: human.restricted,
                notes: human.notes.map(Into::into),
                location: site.filter(|_| human.located),
                location_name: human.located.then(|| "Annex".into()),
                phones: human.numbers.iter().map(|number| phone(number)).collect(),
                emails: human
                    .domain
                    .map(|domain| Email {
                        value: address_of(human.given, human.family, domain).into(),
                        primary: true,
                        label: None,
                    })
                    .into_iter()
                    .collect(),
                phones_changed_at: human.located.then(now),
                ..Contact::new(ContactId(id))
            };
            records.contacts.insert(contact.id, Arc::new(contact));
        }
        records
    }

    /// Whether the caller may see a contact, by the rules above alone.
    fn is_seen(&self, contact: &Contact) -> bool {
        let at = contact.organization.map(|OrganizationId(id)| self.rule(id));
        let is_granted = at.map_or(self.by_exception, |rule| rule != Rule::Denied);
        is_granted && (self.trusted || !contact.restricted)
    }

    fn rule(&self, id: u64) -> Rule {
        self.clients[usize::try_from(id).unwrap() - 1].rule
    }

    /// The account without all that is hidden from the caller.
    fn left(&self, whole: &Records) -> Records {
        let mut left = whole.clone();
        left.contacts.retain(|_, contact| self.is_seen(contact));
        for contact in left.contacts.values_mut().map(Arc::make_mut) {
            let Some(OrganizationId(id)) = contact.organization else { continue };
            let hides = |field| matches!(self.rule(id), Rule::Redacted) || self.rule(id) == Rule::Without(field);
            if hides("phone") {
                (contact.phones, contact.phones_changed_at) = (Vec::new(), None);
            }
            if hides("email") {
                contact.emails.clear();
            }
            if hides("notes") {
                contact.notes = None;
            }
            if hides("location") {
                (contact.location, contact.location_name) = (None, None);
            }
            if self.rule(id) == Rule::Redacted {
                contact.title = None;
            }
        }
        left.organizations.retain(|id, _| self.rule(id.0) != Rule::Denied);
        for organization in left.organizations.values_mut().map(Arc::make_mut) {
            let rule = self.rule(organization.id.0);
            if matches!(rule, Rule::Redacted | Rule::Without("notes")) {
                (organization.alert, organization.quick_notes) = (None, None);
            }
            if rule == Rule::Redacted {
                (organization.organization_type, organization.status) = (None, None);
            }
        }
        let rule = |location: &Location| self.rule(location.organization.unwrap().0);
        left.locations.retain(|_, at| !matches!(rule(at), Rule::Denied | Rule::Redacted | Rule::Without("location")));
        for location in left.locations.values_mut().map(Arc::make_mut) {
            if rule(location) == Rule::Without("phone") {
                location.phone = None;
            }
        }
        left
    }

    fn policy(&self) -> String {
        let of = |rules: &[Rule]| -> Vec<u64> {
            (1..).zip(&self.clients).filter(|(_, client)| rules.contains(&client.rule)).map(|(id, _)| id).collect()
        };
        let restricted = format!("restricted = {}\n", self.trusted);
        let open = of(&[Rule::Granted, Rule::Redacted]);
        let redacted = of(&[Rule::Redacted]);
        let mut text = if redacted.is_empty() { String::new() } else { format!("redacted = {redacted:?}\n") };
        text += "[[access]]\nusers = [\"999\"]\n";
        if self.by_exception {
            let all: Vec<u64> = (1..).zip(&self.clients).map(|(id, _)| id).filter(|id| !open.contains(id)).collect();
            // A rule has to limit something: no organization has this id.
            let except = if all.is_empty() { vec![99_999] } else { all };
            write!(text, "[[access]]\nexcept = {except:?}\n{restricted}").unwrap();
        } else if !open.is_empty() {
            write!(text, "[[access]]\norganizations = {open:?}\n{restricted}").unwrap();
        }
        let all = ["phone", "email", "notes", "location"];
        let clicked = of(&[Rule::OnClick]);
        if !clicked.is_empty() {
            write!(
                text,
                "[[access]]\norganizations = {clicked:?}\nfields = {all:?}\non_click = [\"phone\"]\n{restricted}"
            )
            .unwrap();
        }
        for field in all {
            let (at, others) = (of(&[Rule::Without(field)]), all.into_iter().filter(|one| *one != field));
            if !at.is_empty() {
                let others: Vec<&str> = others.collect();
                write!(text, "[[access]]\norganizations = {at:?}\nfields = {others:?}\n{restricted}").unwrap();
            }
        }
        text += "[[authorisation]]\naction = \"purchase\"\nby = [\"executive\", \"vip\"]\n";
        for (id, _) in (1..).zip(&self.clients) {
            write!(
                text,
                r#"
[[organization]]
id = {id}
chain.order = ["primary", {{ person = "Jane Doe" }}, {{ person = "Jon Smith" }}, "vip", "anyone"]
chain.out_of_hours = ["technical", {{ person = 3 }}, "anyone"]
[[organization.authorisation]]
action = "reset {id}"
by = [{{ person = "Jan Dow" }}, "anyone"]
"#
            )
            .unwrap();
        }
        text
    }

    /// A caller at Discord with this account loaded; with `before`, after another state of it.
    fn chat(&self, records: &Records, before: Option<&Records>) -> Chat {
        let snapshot = match before {
            None => Snapshot::build(records, fresh()),
            Some(before) => {
                let earlier = Snapshot::build(before, fresh());
                let chat = self.asking(earlier.clone(), before);
                chat.asks("contact", &[("name", "jane doe")]);
                earlier.with_changes(records, &Changes::between(before, records), fresh())
            }
        };
        self.asking(snapshot, records)
    }

    fn asking(&self, snapshot: Snapshot, records: &Records) -> Chat {
        let is_there = |id: &ContactId| records.contacts.contains_key(id);
        let calls =
            self.calls.iter().map(|(contact, outcome)| (ContactId((contact % self.people.len()) as u64 + 1), *outcome));
        let calls = (1..).zip(calls).filter(|(_, (contact, _))| is_there(contact));
        let calls = calls.map(|(minutes, (contact, outcome))| {
            Change::Attempt(Attempt {
                at: now() - SignedDuration::from_mins(minutes),
                by: UserId(5),
                organization: self
                    .client(&self.people[usize::try_from(contact.0).unwrap() - 1])
                    .map(|(id, _)| OrganizationId(id)),
                contact,
                number: None,
                outcome,
                reason: None,
            })
        });
        let known = [1, 2].map(ContactId).into_iter().filter(is_there);
        let known = known.map(|contact| Change::Favourite { user: UserId(4), contact, on: true });
        let bound = self.channel.map(|at| Change::Bind {
            channel: ChannelId(3),
            binding: Binding {
                guild: GuildId(GUILD),
                organization: OrganizationId((at % self.clients.len()) as u64 + 1),
                by: UserId(1),
            },
        });
        Chat::over(snapshot)
            .with_policy(&self.policy())
            .permitted(if self.manages { 32 } else { 0 })
            .remembering(calls.chain(known).chain(bound).collect::<Vec<_>>())
    }
}

/// Each way in and out with these texts and ids.
fn ways(text: &str, other: &str, contact: u64, organization: u64) -> Vec<Way> {
    let asks = |command, options: &[(&'static str, &str)]| {
        Step::Asks(command, options.iter().map(|(name, value)| (*name, (*value).to_owned())).collect())
    };
    let types = |command, options: &[(&'static str, &str)]| {
        Step::Types(command, options.iter().map(|(name, value)| (*name, (*value).to_owned())).collect())
    };
    let (picked, at) = (format!("id:{contact}"), format!("id:{organization}"));
    let mut steps = vec![
        asks("contact", &[("name", text)]),
        asks("contact", &[("name", text)]),
        asks("contact", &[("name", &picked), ("organization", other)]),
        asks("contact", &[("name", text), ("organization", other)]),
        asks("contact", &[("name", text), ("organization", &at)]),
        asks("vip", &[]),
        asks("vip", &[("name", text)]),
        asks("vip", &[("organization", text)]),
        asks("primary", &[]),
        asks("primary", &[("organization", text)]),
        asks("primary", &[("organization", &at)]),
        asks("directory", &[("organization", text)]),
        asks("directory", &[("organization", &at)]),
        asks("who-can", &[("action", "purchase"), ("organization", text)]),
        asks("who-can", &[("action", "purchase"), ("organization", &at)]),
        asks("who-can", &[("action", "reset"), ("organization", other)]),
        asks("bind", &[("organization", text)]),
        asks("who-looked", &[("name", text)]),
        asks("release", &[("user", "1141")]),
        types("contact", &[("name", text)]),
        types("contact", &[("name", text)]),
        types("contact", &[("organization", other), ("name", text)]),
        types("contact", &[("name", "")]),
        types("vip", &[("name", text)]),
        types("vip", &[("organization", text)]),
        types("primary", &[("organization", text)]),
        types("primary", &[("organization", "")]),
        types("directory", &[("type", text)]),
        types("who-can", &[("action", "")]),
        types("who-can", &[("action", "res")]),
        types("who-can", &[("organization", other), ("action", "p")]),
        types("bind", &[("organization", text)]),
        types("who-looked", &[("name", text)]),
        types("contact-edit", &[("contact", text)]),
        asks("contact-edit", &[("contact", text)]),
        asks("contact-add", &[("organization", other)]),
        asks("contact-retire", &[("contact", text)]),
        Step::UsesOn("Who do I call?", format!("ALERT: {text}: {other} is down")),
        Step::UsesOn("Who do I call?", format!("Customer: {text}\nsrv1.{}", DOMAINS[0])),
    ];
    let bare: BTreeSet<String> = commands::manifests()
        .into_iter()
        .filter(|manifest| manifest["type"] == 1 && manifest["options"].is_null())
        .filter_map(|manifest| manifest["name"].as_str().map(str::to_owned))
        .collect();
    let bare = FEATURES.iter().filter(|feature| bare.contains(feature.name));
    steps.extend(bare.map(|feature| Step::Asks(feature.name, Vec::new())));
    let (contact, organization) = (ContactId(contact), OrganizationId(organization));
    steps.extend(edits(contact, organization));
    for chain in [None, Some(organization)] {
        let form = Form::WrongNumber { contact, chain, number: None };
        steps.push(Step::Submits(form, vec![("reason", "left")]));
        let outcomes = [Outcome::NoAnswer, Outcome::WrongNumber];
        steps.extend(
            outcomes.map(|outcome| Step::Clicks(ClickTarget::Outcome { contact, chain, number: None, outcome })),
        );
        steps.extend(
            [
                ClickTarget::Undo { contact, chain, number: None, outcome: Outcome::NoAnswer, at: now() },
                ClickTarget::Layout { contact, chain, layout: Layout::Full },
                ClickTarget::Notes { contact, chain, page: 0 },
                ClickTarget::Share { contact, chain },
                ClickTarget::Favourite { contact, chain, on: true },
                ClickTarget::Reveal { contact, chain },
                ClickTarget::Vips { organization: chain, contact_type: None, page: 0 },
            ]
            .map(Step::Clicks),
        );
    }
    steps.extend(
        [
            ClickTarget::Person(contact),
            ClickTarget::Primary(organization),
            ClickTarget::Step { organization, contact },
            ClickTarget::ContactFile(contact),
            ClickTarget::Directory { organization, contact_type: None, page: 0 },
            ClickTarget::RevealDirectory { organization, contact_type: None, page: 0 },
            ClickTarget::WhoCan { organization, action: mark("purchase") },
            ClickTarget::Bind(organization),
            ClickTarget::WhoLooked { contact, page: 0 },
        ]
        .map(Step::Clicks),
    );
    steps.push(Step::Submits(Form::Release(UserId(1141)), vec![("reason", "busy")]));
    let way = |step| Way { step, needs: &[], shows: &[], requires: None, reveals: false };
    steps.into_iter().map(way).collect()
}

/// Every step of an edit.
fn edits(contact: ContactId, organization: OrganizationId) -> impl Iterator<Item = Step> {
    let draft = EditId(contact.0);
    let clicks = [
        ClickTarget::Edit(contact),
        ClickTarget::EditPart { contact, part: Part::Name },
        ClickTarget::Retire(contact),
        ClickTarget::Add(organization),
        ClickTarget::Draft(draft),
        ClickTarget::DraftPart { draft, part: Part::Name },
        ClickTarget::DraftSide { draft, field: EditField::Title, side: Side::Mine },
        ClickTarget::Save(draft),
        ClickTarget::Discard(draft),
        ClickTarget::UndoEdit(draft),
    ];
    let forms = [
        Step::Submits(Form::Edit { draft, part: Part::Emails }, vec![("emails", "Work jane@acme.example")]),
        Step::Submits(Form::Retire(draft), vec![("reason", "left")]),
    ];
    clicks.map(Step::Clicks).into_iter().chain(forms)
}

/// All that leaves the bot, and what it journals.
fn answered(chat: &Chat, way: &Way) -> (String, Option<String>, Option<String>) {
    let response = chat.responds(&way.interaction());
    let file = response.file.map(|file| file.content.clone());
    (format!("{:#}", response.body), file, response.entry.map(|entry| format!("{entry:?}")))
}

/// Asks each question of the account and of its visible part.
fn check(case: &Case, asked: &[(usize, String, String, u64, u64)], grows: bool) -> Result<(), TestCaseError> {
    let mut whole = case.whole();
    if grows {
        // Padding, so that the index is updated and not rebuilt.
        whole.contacts.extend((100..170).map(|id| {
            let name = Some(format!("Pat Padding{id}").into());
            let contact = Contact { name, organization: Some(OrganizationId(1)), ..Contact::new(ContactId(id)) };
            (contact.id, Arc::new(contact))
        }));
    }
    let left = case.left(&whole);
    // The last change is a contact the caller may see: else nothing has changed for the caller.
    let newest = left.contacts.range(..ContactId(100)).next_back().map(|(id, _)| *id);
    let before = |records: &Records| {
        let mut before = records.clone();
        newest.map(|id| before.contacts.remove(&id));
        before
    };
    let chat = |records: &Records| case.chat(records, grows.then(|| before(records)).as_ref());
    let (with, without) = (chat(&whole), chat(&left));
    for (nth, text, other, contact, organization) in asked {
        let ways = ways(text, other, *contact, *organization);
        let way = &ways[nth % ways.len()];
        let (with, without) = (answered(&with, way), answered(&without, way));
        prop_assert_eq!(with, without, "{:?}\n{}", way.step, case.policy());
    }
    Ok(())
}

/// The ways, the typed texts and the ids.
fn questions(many: usize) -> impl Strategy<Value = Vec<(usize, String, String, u64, u64)>> {
    prop::collection::vec((0..1000_usize, texts(), texts(), 1..12_u64, 1..6_u64), many)
}

#[test]
fn the_questions_come_by_every_way() {
    let led_to: BTreeSet<&str> = ways("jane", "acme", 1, 1).iter().map(Way::leads_to).collect();
    for variant in variants(&SUBJECTS[0]) {
        assert!(led_to.contains(variant), "no way leads to {variant}");
    }
}

/// By a record that is new, with a name that is kept back: their own record is what it was.
#[test]
fn nothing_is_left_of_contacts_hidden_by_another_change() {
    let policy = "[[access]]\nexcept = [\"Secret*\"]\n";
    let padding = (100..170).map(|id| person(id, &format!("Pat Padding{id}")).at(1));
    let left = usual_types(Account::default()).organization(1, "Globex").with(person(1, "Jane Doe").at(1));
    let left = left.with_all(padding);
    // A contact is hidden from the first caller, or there would be nothing to test.
    let before = left.clone().with(person(3, "Vera Veiled").at(1).restricted());
    let before = before.with(person(2, "Una Hale").at(2).carrying("Walled Garden"));
    let after = before.clone().organization(2, "Secret Garden").records();
    let earlier = before.snapshot();
    let shown = Chat::over(earlier.clone()).with_policy(policy).asks("contact", &[("name", "una walled")]);
    assert!(shown.to_string().contains("Una Hale"), "{shown}");
    let with = earlier.with_changes(&after, &Changes::between(&before.records(), &after), fresh());
    let [with, without] = [with, left.snapshot()].map(|snapshot| Chat::over(snapshot).with_policy(policy));
    for text in ["una", "una hale", "walled garden", "jane walled garden", "jane doe walled garden", "jane walled"] {
        let asks = |chat: &Chat| {
            let alert = serde_json::json!({ "content": format!("{text} is down") });
            [
                chat.asks("contact", &[("name", text)]).to_string(),
                chat.asks("contact", &[("name", "jane"), ("organization", text)]).to_string(),
                chat.types("contact", &[("name", text)]).to_string(),
                chat.uses_on("Who do I call?", &alert).to_string(),
            ]
        };
        assert_eq!(asks(&with), asks(&without), "{text}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn hidden_records_change_nothing_that_is_read(case in cases(), asked in questions(2)) {
        check(&case, &asked, false)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn hidden_records_change_nothing_after_an_update(case in cases(), asked in questions(4)) {
        check(&case, &asked, true)?;
    }
}
