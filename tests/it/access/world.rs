//! A few people of whom every part can be told from every other.

use callsheet::domain::id::{ContactId, LocationId, OrganizationId};
use callsheet::domain::organization::Location;

use crate::support::account::{Account, location, person, usual_types};

/// What somebody may approve.
pub(super) const ACTION: &str = "purchase";

/// A part of a person that can be seen or not.
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
    /// Whether the answer says that the organization is no active client.
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

/// A person of the account.
#[derive(Debug)]
pub(super) struct Subject {
    pub(super) id: u64,
    /// Its id and name.
    pub(super) organization: Option<(u64, &'static str)>,
    first: &'static str,
    last: &'static str,
    title: &'static str,
    /// A word of the notes, and the name of the site.
    word: &'static str,
    /// Whether the chain of the organization begins with them.
    is_first: bool,
    pub(super) is_restricted: bool,
    /// Whether details of the organization are never put into chat.
    pub(super) is_redacted: bool,
}

const NOBODY: Subject = Subject {
    id: 0,
    organization: None,
    first: "",
    last: "",
    title: "",
    word: "",
    is_first: false,
    is_restricted: false,
    is_redacted: false,
};

const ACME: Option<(u64, &str)> = Some((1, "Acme Corporation"));

pub(super) const SUBJECTS: [Subject; 5] = [
    Subject {
        id: 1,
        organization: ACME,
        first: "Adalbert",
        last: "Aldertree",
        title: "Archivist",
        word: "Lapis",
        is_first: true,
        ..NOBODY
    },
    Subject {
        id: 2,
        organization: ACME,
        first: "Rexanne",
        last: "Rookwood",
        title: "Roaster",
        word: "Jasper",
        is_restricted: true,
        ..NOBODY
    },
    Subject {
        id: 3,
        organization: Some((2, "Quiet Clinic")),
        first: "Quintus",
        last: "Quillfeather",
        title: "Quartermaster",
        word: "Onyx",
        is_first: true,
        is_redacted: true,
        ..NOBODY
    },
    Subject {
        id: 4,
        organization: Some((3, "Globex")),
        first: "Gwendolen",
        last: "Gladstone",
        title: "Gardener",
        word: "Topaz",
        is_first: true,
        ..NOBODY
    },
    Subject { id: 5, first: "Olympia", last: "Outlander", title: "Optician", word: "Beryl", ..NOBODY },
];

impl Subject {
    pub(super) fn contact(&self) -> ContactId {
        ContactId(self.id)
    }

    pub(super) fn organization_name(&self) -> &'static str {
        self.organization.map(|(_, name)| name).unwrap_or_default()
    }

    /// The organization, if there is one.
    pub(super) fn at(&self) -> impl Iterator<Item = OrganizationId> {
        self.organization.map(|(id, _)| OrganizationId(id)).into_iter()
    }

    /// The organization whose chain begins with this person.
    pub(super) fn leads(&self) -> impl Iterator<Item = OrganizationId> {
        self.at().filter(|_| self.is_first)
    }

    /// The same, as it is picked.
    pub(super) fn led(&self) -> impl Iterator<Item = String> {
        self.leads().map(|id| format!("id:{id}"))
    }

    pub(super) fn picked(&self) -> String {
        format!("id:{}", self.id)
    }

    /// What is typed comes back to whoever typed it, so it is never written as it is shown.
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
        format!("415555010{}", self.id)
    }

    fn site_number(&self) -> String {
        format!("415555018{}", self.id)
    }

    fn email(&self) -> String {
        format!("{}.x{}@mail.example", self.last.to_lowercase(), self.id)
    }

    /// What nothing may have of this person that is not for showing them, in lower case: the words of the name and of the
    /// address, the numbers, and what is written about the organization.
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
            vec![digits.to_owned(), format!("{area}-{office}-{line}"), format!("({area}) {office}-{line}")]
        };
        match part {
            Part::Organization => self.organization.map(|(_, name)| name.to_owned()).into_iter().collect(),
            Part::Name => vec![self.first.to_owned(), self.last.to_owned()],
            Part::Title => vec![self.title.to_owned()],
            Part::Phone => number(&self.number()),
            Part::Email => vec![self.email()],
            Part::Notes => vec![format!("{} bell", self.word)],
            Part::Alert => self.organization.map(|(id, _)| alert(id)).into_iter().collect(),
            Part::QuickNotes => self.organization.map(|(id, _)| quick_notes(id)).into_iter().collect(),
            Part::Status => self.organization.map(|(id, _)| status(id)).into_iter().collect(),
            Part::Location => [vec![format!("{} Tower", self.word)], number(&self.site_number())].concat(),
        }
    }
}

fn alert(organization: u64) -> String {
    format!("gong number {organization}")
}

fn quick_notes(organization: u64) -> String {
    format!("chime number {organization}")
}

fn status(organization: u64) -> String {
    format!("Lapsed {organization}")
}

pub(super) fn account() -> Account {
    let account = usual_types(Account::default());
    SUBJECTS.iter().fold(account, |account, of| {
        let contact_type = if of.is_first { 1 } else { 2 };
        let whole = person(of.id, &format!("{} {}", of.first, of.last)).title(of.title).of_type(contact_type).vip();
        let whole = whole.located(of.id).phone(&of.number()).email(&of.email());
        let whole = whole.notes(&format!("Ring the {} bell.", of.word));
        let whole = if of.is_restricted { whole.restricted() } else { whole };
        let site = Location {
            organization: of.organization.map(|(id, _)| OrganizationId(id)),
            id: LocationId(of.id),
            name: Some(format!("{} Tower", of.word).into()),
            phone: Some(of.site_number().into()),
            primary: of.is_first,
            ..location(of.id, 0, ["San Francisco", "California", "United States"])
        };
        let account = account.location_like(site);
        match of.organization {
            Some((id, name)) => account
                .organization(id, name)
                .alert(id, &format!("Sound the {}.", alert(id)))
                .quick_notes(id, &format!("<p>Hear the {}.</p>", quick_notes(id)))
                .status(id, &status(id))
                .with(whole.at(id)),
            None => account.with(whole),
        }
    })
}
