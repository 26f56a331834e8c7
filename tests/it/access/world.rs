//! A few contacts whose parts can all be told apart.

use std::collections::{BTreeMap, BTreeSet};

use callsheet_core::domain::id::{ContactId, GuildId, LocationId, OrganizationId, UserId};
use callsheet_core::domain::organization::Location;
use callsheet_core::edit::EditField;
use callsheet_core::edit::fields::Fields;
use callsheet_core::edit::outcome::Became;
use callsheet_core::edit::request::{Request, Target};
use callsheet_core::edits::{Draft, EditId, Edits, Sent, State};
use serde_json::json;

use testkit::account::{Account, location, now, person, usual_types};
use testkit::chat::GUILD;
use testkit::records::record;

/// An action that needs approval.
pub(super) const ACTION: &str = "purchase";

/// A part of a contact that can be shown or hidden.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    Organization,
    Name,
    Title,
    Phone,
    Email,
    Notes,
    Location,
    /// The organization's alert.
    Alert,
    QuickNotes,
    /// Whether the answer says that the organization is not an active client.
    Status,
}

pub(super) const PARTS: [Part; 10] = [
    Part::Organization,
    Part::Name,
    Part::Title,
    Part::Phone,
    Part::Email,
    Part::Notes,
    Part::Location,
    Part::Alert,
    Part::QuickNotes,
    Part::Status,
];

#[derive(Debug)]
pub(super) struct Subject {
    pub(super) id: u64,
    pub(super) of: Of,
    first: &'static str,
    last: &'static str,
    title: &'static str,
    /// A word of the notes, and the name of the site.
    word: &'static str,
    /// Whether the organization's chain begins with this contact.
    is_first: bool,
    pub(super) is_restricted: bool,
    /// The name that the policy file redacts the organization by.
    pub(super) redacted_as: Option<&'static str>,
}

/// What is known of a contact's organization.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Of {
    Nobody,
    /// Its record, and the name its contacts carry if that differs.
    Record(u64, &'static str, Option<&'static str>),
    /// The name its contacts carry: the record could not be read, or is deleted.
    Carried(u64, &'static str),
    /// A name without an id.
    Unidentified(&'static str),
    /// An id without a name.
    Nameless(u64),
}

const NOBODY: Subject = Subject {
    id: 0,
    of: Of::Nobody,
    first: "",
    last: "",
    title: "",
    word: "",
    is_first: false,
    is_restricted: false,
    redacted_as: None,
};

const ACME: Of = Of::Record(1, "Acme Corporation", None);

pub(super) const SUBJECTS: [Subject; 14] = [
    Subject {
        id: 1,
        of: ACME,
        first: "Adalbert",
        last: "Aldertree",
        title: "Archivist",
        word: "Lapis",
        is_first: true,
        ..NOBODY
    },
    Subject {
        id: 2,
        of: ACME,
        first: "Rexanne",
        last: "Rookwood",
        title: "Roaster",
        word: "Jasper",
        is_restricted: true,
        ..NOBODY
    },
    Subject {
        id: 3,
        of: Of::Record(2, "Quiet Clinic", None),
        first: "Quintus",
        last: "Quillfeather",
        title: "Quartermaster",
        word: "Onyx",
        is_first: true,
        redacted_as: Some("Quiet Clinic"),
        ..NOBODY
    },
    Subject {
        id: 4,
        of: Of::Record(3, "Globex", None),
        first: "Gwendolen",
        last: "Gladstone",
        title: "Gardener",
        word: "Topaz",
        is_first: true,
        ..NOBODY
    },
    Subject { id: 5, first: "Olympia", last: "Outlander", title: "Optician", word: "Beryl", ..NOBODY },
    // Excepted, and not on record.
    Subject {
        id: 6,
        of: Of::Carried(4, "Walled Garden"),
        first: "Wanda",
        last: "Wallflower",
        title: "Weaver",
        word: "Agate",
        ..NOBODY
    },
    // Granted by name, and not on record.
    Subject {
        id: 7,
        of: Of::Carried(5, "Undocumented Works"),
        first: "Nadia",
        last: "Nettleship",
        title: "Notary",
        word: "Coral",
        ..NOBODY
    },
    // Redacted, and not on record.
    Subject {
        id: 8,
        of: Of::Carried(6, "Vanished Surgery"),
        first: "Gaston",
        last: "Gooseberry",
        title: "Glazier",
        word: "Garnet",
        redacted_as: Some("Vanished Surgery"),
        ..NOBODY
    },
    // Redacted by its former name.
    Subject {
        id: 9,
        of: Of::Record(7, "Hooli Holdings", Some("Bygone Hospice")),
        first: "Hubert",
        last: "Hollyhock",
        title: "Hydrologist",
        word: "Opal",
        is_first: true,
        redacted_as: Some("Bygone Hospice"),
        ..NOBODY
    },
    // Granted by the new name only.
    Subject {
        id: 10,
        of: Of::Record(8, "Renamed Refinery", Some("Former Foundry")),
        first: "Roland",
        last: "Ravenhill",
        title: "Riveter",
        word: "Pearl",
        is_first: true,
        ..NOBODY
    },
    // Excepted by its former name.
    Subject {
        id: 11,
        of: Of::Record(9, "Newleaf Nursery", Some("Hidden Depths")),
        first: "Edwina",
        last: "Eiderdown",
        title: "Editor",
        word: "Amber",
        is_first: true,
        ..NOBODY
    },
    // One of two records with the same name.
    Subject {
        id: 12,
        of: Of::Record(10, "Twin Turbines", None),
        first: "Tabitha",
        last: "Thistledown",
        title: "Taxidermist",
        word: "Jade",
        ..NOBODY
    },
    Subject {
        id: 13,
        of: Of::Unidentified("Nowhere Known"),
        first: "Ulrika",
        last: "Underwood",
        title: "Upholsterer",
        word: "Zircon",
        ..NOBODY
    },
    Subject {
        id: 14,
        of: Of::Nameless(12),
        first: "Philippa",
        last: "Phillimore",
        title: "Printer",
        word: "Sard",
        ..NOBODY
    },
];

/// The other record with that name.
const TWIN: (u64, &str) = (11, "Twin Turbines");

impl Subject {
    pub(super) fn contact(&self) -> ContactId {
        ContactId(self.id)
    }

    /// The asker's draft of the contact.
    pub(super) fn draft(&self) -> EditId {
        EditId(self.id)
    }

    /// What the asker has changed of the contact.
    pub(super) fn sent(&self) -> EditId {
        EditId(1000 + self.id)
    }

    /// The organization's name as shown.
    pub(super) fn organization_name(&self) -> &'static str {
        match self.of {
            Of::Record(_, name, _) | Of::Carried(_, name) | Of::Unidentified(name) => name,
            Of::Nobody | Of::Nameless(_) => "",
        }
    }

    /// Every name that identifies the organization.
    pub(super) fn names(&self) -> Vec<&'static str> {
        match self.of {
            Of::Record(_, name, carried) => [name].into_iter().chain(carried).collect(),
            Of::Carried(_, name) => vec![name],
            Of::Nobody | Of::Unidentified(_) | Of::Nameless(_) => Vec::new(),
        }
    }

    pub(super) fn organization_id(&self) -> Option<u64> {
        match self.of {
            Of::Record(id, ..) | Of::Carried(id, _) | Of::Nameless(id) => Some(id),
            Of::Nobody | Of::Unidentified(_) => None,
        }
    }

    /// Whether only names may be put into chat. For an unidentified organization nothing may.
    pub(super) fn is_redacted(&self) -> bool {
        self.redacted_as.is_some() || matches!(self.of, Of::Unidentified(_) | Of::Nameless(_))
    }

    /// The organization if it has a record.
    pub(super) fn at(&self) -> impl Iterator<Item = OrganizationId> {
        let id = if let Of::Record(id, ..) = self.of { Some(OrganizationId(id)) } else { None };
        id.into_iter()
    }

    /// The organization if it has no record.
    pub(super) fn unrecorded(&self) -> impl Iterator<Item = OrganizationId> {
        self.organization_id().map(OrganizationId).filter(|_| self.at().next().is_none()).into_iter()
    }

    /// The organization whose chain begins with this contact.
    pub(super) fn leads(&self) -> impl Iterator<Item = OrganizationId> {
        self.at().filter(|_| self.is_first)
    }

    /// The same, as it is picked.
    pub(super) fn led(&self) -> impl Iterator<Item = String> {
        self.leads().map(|id| format!("id:{id}"))
    }

    /// The organization in every way a caller may name it, never spelled as it is shown.
    pub(super) fn called(&self) -> impl Iterator<Item = String> {
        let names = self.names().into_iter().chain([self.organization_name()]).filter(|name| !name.is_empty());
        let names: BTreeSet<String> = names.map(str::to_lowercase).collect();
        self.organization_id().map(|id| format!("id:{id}")).into_iter().chain(names)
    }

    pub(super) fn picked(&self) -> String {
        format!("id:{}", self.id)
    }

    /// Typed text is repeated to the caller, so it is never spelled as it is shown.
    pub(super) fn typed_name(&self) -> String {
        format!("{} {}", self.first, self.last).to_lowercase()
    }

    pub(super) fn typed_number(&self) -> String {
        format!("415 {}", self.number().split_at(3).1)
    }

    pub(super) fn typed_email(&self) -> String {
        self.email().to_uppercase()
    }

    fn number(&self) -> String {
        format!("41555501{:02}", self.id)
    }

    fn site_number(&self) -> String {
        format!("41555501{}", self.id + 80)
    }

    fn email(&self) -> String {
        format!("{}.x{}@mail.example", self.last.to_lowercase(), self.id)
    }

    /// Pieces of this contact that may appear only where the contact is shown, in lower case: words of the name and of
    /// the address, numbers, and what is written about the organization.
    pub(super) fn pieces(&self) -> Vec<String> {
        let email = self.email();
        let words = [self.first, self.last, email.split('@').next().unwrap_or_default(), &email].map(str::to_lowercase);
        let numbers = [self.number(), self.site_number()];
        let tails = numbers.iter().map(|number| number.split_at(3).1.to_owned()).collect::<Vec<_>>();
        let hyphened = tails.iter().map(|tail| format!("{}-{}", &tail[..3], &tail[3..])).collect::<Vec<_>>();
        let of_organization = ["gong number", "chime number"].map(str::to_owned);
        [words.to_vec(), of_organization.to_vec(), tails, hyphened].concat()
    }

    /// The ways in which a part is written.
    pub(super) fn spellings(&self, part: Part) -> Vec<String> {
        let number = |digits: &str| {
            let (area, rest) = digits.split_at(3);
            let (office, line) = rest.split_at(3);
            vec![
                digits.to_owned(),
                format!("{area}-{office}-{line}"),
                format!("({area}) {office}-{line}"),
                format!("{area} {office} {line}"),
            ]
        };
        match part {
            Part::Organization => {
                let name = self.organization_name();
                (!name.is_empty()).then(|| name.to_owned()).into_iter().collect()
            }
            Part::Name => vec![self.first.to_owned(), self.last.to_owned()],
            Part::Title => vec![self.title.to_owned()],
            Part::Phone => number(&self.number()),
            Part::Email => vec![self.email()],
            Part::Notes => vec![format!("{} bell", self.word)],
            Part::Alert => self.at().map(|id| alert(id.0)).collect(),
            Part::QuickNotes => self.at().map(|id| quick_notes(id.0)).collect(),
            Part::Status => self.at().map(|id| status(id.0)).collect(),
            Part::Location => [vec![format!("{} Tower", self.word)], number(&self.site_number())].concat(),
        }
    }
}

fn alert(organization: u64) -> String {
    format!("gong number {organization:02}")
}

fn quick_notes(organization: u64) -> String {
    format!("chime number {organization:02}")
}

fn status(organization: u64) -> String {
    format!("Lapsed {organization:02}")
}

pub(super) fn account() -> Account {
    let account = usual_types(Account::default()).organization(TWIN.0, TWIN.1);
    SUBJECTS.iter().fold(account, |account, of| {
        let contact_type = if of.is_first { 1 } else { 2 };
        let whole = person(of.id, &format!("{} {}", of.first, of.last)).title(of.title).of_type(contact_type).vip();
        let whole = whole.located(of.id).phone(&of.number()).email(&of.email());
        let whole = whole.notes(&format!("Ring the {} bell.", of.word));
        let whole = if of.is_restricted { whole.restricted() } else { whole };
        let site = Location {
            organization: of.organization_id().map(OrganizationId),
            id: LocationId(of.id),
            name: Some(format!("{} Tower", of.word).into()),
            phone: Some(of.site_number().into()),
            primary: of.is_first,
            ..location(of.id, 0, ["San Francisco", "California", "United States"])
        };
        let account = account.location_like(site);
        match of.of {
            Of::Nobody => account.with(whole),
            Of::Record(id, name, carried) => account
                .organization(id, name)
                .alert(id, &format!("Sound the {}.", alert(id)))
                .quick_notes(id, &format!("<p>Hear the {}.</p>", quick_notes(id)))
                .status(id, &status(id))
                .with(whole.at(id).carrying(carried.unwrap_or(name))),
            Of::Carried(id, name) => account.with(whole.at(id).carrying(name)),
            Of::Unidentified(name) => account.with(whole.carrying(name)),
            Of::Nameless(id) => account.with(whole.at(id)),
        }
    })
}

/// What the asker has typed about every contact and not yet saved, and what they have changed.
pub(super) fn edits() -> Edits {
    let snapshot = account().snapshot();
    let all = SUBJECTS.iter().map(|of| {
        let contact = snapshot.contact(of.contact()).unwrap();
        let (shown, before) = (Fields::from(contact), record(contact));
        let target = Target::Contact(of.contact());
        let draft = Draft {
            id: of.draft(),
            by: UserId(4),
            guild: Some(GuildId(GUILD)),
            at: now(),
            target,
            wanted: Fields { title: "Changed".into(), ..shown.clone() },
            shown,
            typed: BTreeMap::new(),
            record: Some(before.clone()),
            sides: BTreeMap::new(),
            reason: None,
        };
        let request = Request { target, fields: vec![(EditField::Title, json!(contact.title))] };
        let became = Became::of(&request, &before);
        let sent = Sent {
            id: of.sent(),
            by: UserId(4),
            guild: Some(GuildId(GUILD)),
            at: now(),
            organization: contact.organization,
            request,
            before: Some(before.clone()),
            state: State::Done { after: Box::new(before), became },
            undoes: None,
            reason: None,
        };
        (draft, sent)
    });
    let (drafts, sent): (Vec<Draft>, Vec<Sent>) = all.unzip();
    Edits::of(drafts, sent)
}
