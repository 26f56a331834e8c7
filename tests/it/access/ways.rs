//! Every way in and out, with the permissions it needs and what it shows of its contact.
//!
//! The ways are listed by the variants of [`Command`], [`Completion`], [`ClickTarget`] and [`Form`]: a new variant does not
//! compile until it has a row here, and a way that leads to another variant than its row's fails
//! [`each_way_leads_where_it_stands`](super::matrix).

use callsheet::discord::custom_id::CustomId;
use callsheet_core::access::Permission;
use callsheet_core::answer::ClickTarget;
use callsheet_core::answer::form::Form;
use callsheet_core::domain::id::{ContactId, OrganizationId, UserId};
use callsheet_core::edit::compare::Side;
use callsheet_core::edit::{self, EditField};
use callsheet_core::notebook::attempts::Outcome;
use callsheet_core::policy::{Layout, mark};
use commands::options::Options;
use commands::{Command, Completion};
use serde_json::{Value, json};

use super::world::{ACTION, Part, Subject};
use testkit::account::now;
use testkit::chat::{asked, clicked, submitted, typed, used_on};

/// A way in or out.
pub(super) struct Way {
    pub(super) step: Step,
    /// Any one of these suffices.
    pub(super) needs: &'static [Permission],
    /// What it shows of the contact, as far as granted.
    pub(super) shows: &'static [Part],
    /// Without this part it shows nothing.
    pub(super) requires: Option<Part>,
    /// Whether it reveals what is shown only on a click.
    pub(super) reveals: bool,
}

#[derive(Debug)]
pub(super) enum Step {
    Asks(&'static str, Vec<(&'static str, String)>),
    UsesOn(&'static str, String),
    /// The last option is being typed.
    Types(&'static str, Vec<(&'static str, String)>),
    Clicks(ClickTarget),
    /// A form is filled in.
    Submits(Form, Vec<(&'static str, &'static str)>),
}

const LOOKUPS: &[Permission] = &[
    Permission::Contact,
    Permission::Vip,
    Permission::Primary,
    Permission::Directory,
    Permission::WhoCan,
    Permission::Alert,
];
const CHAINS: &[Permission] = &[Permission::Primary, Permission::Alert];

/// Any step of an edit.
const EDITS: &[Permission] = &[Permission::Edit, Permission::Add, Permission::Retire];

const CARD: &[Part] = &[
    Part::Organization,
    Part::Name,
    Part::Title,
    Part::Phone,
    Part::Email,
    Part::Notes,
    Part::Location,
    Part::Alert,
    Part::Status,
];
/// The same as a step of an organization's chain.
const STEP: &[Part] = &[
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
/// Without notes of any kind, which stay out of what is shared.
const SHARED: &[Part] =
    &[Part::Organization, Part::Name, Part::Title, Part::Phone, Part::Email, Part::Location, Part::Status];
/// A compact card has the alert, but neither notes nor quick notes.
const COMPACT: &[Part] =
    &[Part::Organization, Part::Name, Part::Title, Part::Phone, Part::Email, Part::Alert, Part::Status];
const FILE: &[Part] = &[Part::Organization, Part::Name, Part::Title, Part::Phone, Part::Email];
const LISTED: &[Part] = &[Part::Organization, Part::Name, Part::Title, Part::Phone];
const EVERYBODY: &[Part] =
    &[Part::Organization, Part::Name, Part::Title, Part::Phone, Part::Alert, Part::QuickNotes, Part::Status];
/// A click on a list asks for what is said of the organization, and of nobody on it.
const REVEALED: &[Part] = &[Part::Organization, Part::Name, Part::Title, Part::Alert, Part::QuickNotes, Part::Status];
const APPROVER: &[Part] = &[Part::Organization, Part::Name, Part::Phone, Part::Status];
const ENTRY: &[Part] = &[Part::Organization, Part::Name, Part::Title];
const ORGANIZATION: &[Part] = &[Part::Organization];
/// An organization in a menu or among suggestions.
const CHOICE: &[Part] = &[Part::Organization, Part::Status];
/// The contact that is edited.
const EDITED: &[Part] = &[Part::Name];
const NOTHING: &[Part] = &[];

impl Way {
    fn new(needs: &'static [Permission], shows: &'static [Part], step: Step) -> Self {
        Self { step, needs, shows, requires: None, reveals: false }
    }

    pub(super) fn interaction(&self) -> Value {
        fn list<'a>(options: &'a [(&'static str, String)]) -> Vec<(&'a str, &'a str)> {
            options.iter().map(|(name, value)| (*name, value.as_str())).collect()
        }
        match &self.step {
            Step::Asks(name, options) => asked(name, &list(options)),
            Step::UsesOn(name, text) => used_on(name, &json!({ "content": text })),
            Step::Types(name, options) => typed(name, &list(options)),
            Step::Clicks(target) => clicked(*target),
            Step::Submits(form, given) => submitted(&CustomId::Form(*form, 1).write(), given),
        }
    }

    /// The variant that this leads to, as in the tables below.
    pub(super) fn leads_to(&self) -> &'static str {
        let given = |options: &[(&'static str, String)]| {
            options.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect::<Options>()
        };
        match &self.step {
            Step::Asks(name, options) => command_of(&commands::parse(name, &given(options)).unwrap()),
            Step::UsesOn(name, text) => command_of(&commands::parse_message(name, text).unwrap()),
            Step::Types(name, options) => {
                let focused = options.last().unwrap().0;
                completion_of(&commands::parse_completion(name, &given(options), focused).unwrap())
            }
            Step::Clicks(target) => target_of(*target),
            Step::Submits(form, _) => form_of(*form),
        }
    }
}

/// Every way to ask about a contact, each with the variant it must lead to.
pub(super) fn ways(of: &Subject) -> Vec<(&'static str, Way)> {
    let all = commands(of).into_iter().chain(completions(of)).chain(targets(of)).chain(forms(of));
    all.flat_map(|(variant, ways)| ways.into_iter().map(move |way| (variant, way))).collect()
}

/// Every variant that has a row.
pub(super) fn variants(of: &Subject) -> Vec<&'static str> {
    commands(of)
        .into_iter()
        .chain(completions(of))
        .chain(targets(of))
        .chain(forms(of))
        .map(|(variant, _)| variant)
        .collect()
}

/// A table with a row for each variant of a type: which one it is, and the ways to it.
macro_rules! table {
    ($variant:ident, $ways:ident($of:ident: $type:ty) { $($pattern:pat => $row:expr),+ $(,)? }) => {
        fn $variant(one: $type) -> &'static str {
            match one { $($pattern => stringify!($pattern)),+ }
        }

        fn $ways($of: &Subject) -> Vec<(&'static str, Vec<Way>)> {
            vec![$((stringify!($pattern), $row)),+]
        }
    };
}

table!(command_of, commands(of: &Command) {
    Command::Contact(_) => [
        (of.picked(), None),
        (of.typed_name(), None),
        (of.typed_number(), Some(Part::Phone)),
        (of.typed_email(), Some(Part::Email)),
    ]
    .map(|(name, requires)| Way { requires, ..asks(&[Permission::Contact], CARD, "contact", "name", name) })
    .into_iter()
    .chain(names(of, &[Permission::Contact], "contact", Some(("name", &of.typed_name()))))
    .collect(),
    // A contact shown only by name is not called important or otherwise.
    Command::Vip(_) => [
        Way::new(&[Permission::Vip], LISTED, Step::Asks("vip", Vec::new())),
        asks(&[Permission::Vip], CARD, "vip", "name", of.picked()),
        asks(&[Permission::Vip], CARD, "vip", "name", of.typed_name()),
    ]
    .map(|way| Way { requires: Some(Part::Title), ..way })
    .into_iter()
    .chain(names(of, &[Permission::Vip], "vip", None))
    .chain(names(of, &[Permission::Vip], "vip", Some(("name", &of.typed_name()))))
    .collect(),
    Command::Primary(_) => of
        .led()
        .map(|id| asks(&[Permission::Primary], STEP, "primary", "organization", id))
        .chain(names(of, &[Permission::Primary], "primary", None))
        .collect(),
    Command::Directory(_) => of
        .led()
        .map(|id| asks(&[Permission::Directory], EVERYBODY, "directory", "organization", id))
        .chain(names(of, &[Permission::Directory], "directory", None))
        .collect(),
    Command::WhoCan(_) => of
        .led()
        .map(|id| {
            let options = vec![("action", ACTION.to_owned()), ("organization", id)];
            Way::new(&[Permission::WhoCan], APPROVER, Step::Asks("who-can", options))
        })
        .chain(names(of, &[Permission::WhoCan], "who-can", Some(("action", ACTION))))
        .collect(),
    Command::ContactAdd(_) => of
        .led()
        .map(|id| asks(&[Permission::Add], NOTHING, "contact-add", "organization", id))
        .chain(names(of, &[Permission::Add], "contact-add", None))
        .collect(),
    // Of a contact shown only by name nothing can be changed.
    Command::ContactEdit(_) => [of.picked(), of.typed_name()]
        .map(|name| asks(&[Permission::Edit], EDITED, "contact-edit", "contact", name))
        .map(|way| Way { requires: Some(Part::Title), ..way })
        .into(),
    Command::ContactRetire(_) => [of.picked(), of.typed_name()]
        .map(|name| asks(&[Permission::Retire], NOTHING, "contact-retire", "contact", name))
        .into(),
    Command::Bind(_) => of
        .led()
        .map(|id| asks(&[Permission::Bind], ORGANIZATION, "bind", "organization", id))
        .chain(names(of, &[Permission::Bind], "bind", None))
        .collect(),
    Command::Help => of
        .led()
        .map(|_| Way::new(&callsheet_core::features::ask::ANY, NOTHING, Step::Asks("help", Vec::new())))
        .collect(),
    Command::Status => vec![Way::new(
        &[Permission::WhoLooked, Permission::Release],
        NOTHING,
        Step::Asks("status", Vec::new()),
    )],
    Command::Unbind => vec![Way::new(&[Permission::Bind], NOTHING, Step::Asks("unbind", Vec::new()))],
    Command::WhoLooked(_) => [of.picked(), of.typed_name()]
        .map(|name| asks(&[Permission::WhoLooked], &[Part::Organization, Part::Name], "who-looked", "name", name))
        .into(),
    Command::Release(_) => vec![asks(&[Permission::Release], NOTHING, "release", "user", "1141".to_owned())],
    Command::WhoDoICall { .. } => of
        .led()
        .map(|_| (STEP, of.organization_name().to_owned()))
        .chain(of.called().map(|name| (NOTHING, name)))
        .map(|(shows, name)| {
            let text = format!("{}: server down", name.to_uppercase());
            Way::new(&[Permission::Alert], shows, Step::UsesOn("Who do I call?", text))
        })
        .collect(),
});

table!(completion_of, completions(of: &Completion) {
    Completion::Person { .. } => [(of.typed_name(), None), (of.typed_number(), Some(Part::Phone))]
        .map(|(name, requires)| Way { requires, ..types(&[Permission::Contact], ENTRY, "contact", "name", name) })
        .into_iter()
        .chain(of.called().map(|organization| {
            let options = vec![("organization", organization), ("name", String::new())];
            Way::new(&[Permission::Contact], NOTHING, Step::Types("contact", options))
        }))
        .collect(),
    Completion::Vip { .. } => [of.typed_name(), String::new()]
        .map(|name| types(&[Permission::Vip], ENTRY, "vip", "name", name))
        .map(|way| Way { requires: Some(Part::Title), ..way })
        .into(),
    Completion::WhoLooked { .. } => vec![types(&[Permission::WhoLooked], ENTRY, "who-looked", "name", of.typed_name())],
    Completion::Edited { .. } => vec![types(EDITS, ENTRY, "contact-edit", "contact", of.typed_name())],
    Completion::Organization { .. } => of
        .led()
        .map(|_| {
            types(
                &[
                    Permission::Contact,
                    Permission::Vip,
                    Permission::Primary,
                    Permission::Directory,
                    Permission::WhoCan,
                    Permission::Bind,
                    Permission::Add,
                ],
                CHOICE,
                "primary",
                "organization",
                String::new(),
            )
        })
        .collect(),
    Completion::ContactType { .. } => vec![types(
        &[Permission::Contact, Permission::Vip, Permission::Directory, Permission::Edit],
        NOTHING,
        "directory",
        "type",
        String::new(),
    )],
    Completion::Action { .. } => vec![types(&[Permission::WhoCan], NOTHING, "who-can", "action", String::new())],
});

table!(target_of, targets(of: ClickTarget) {
    ClickTarget::Person(_) => vec![clicks(LOOKUPS, CARD, ClickTarget::Person(of.contact()))],
    ClickTarget::Primary(_) => of
        .leads()
        .map(|id| clicks(CHAINS, STEP, ClickTarget::Primary(id)))
        .chain(of.unrecorded().map(|id| clicks(CHAINS, NOTHING, ClickTarget::Primary(id))))
        .collect(),
    ClickTarget::Step { .. } => of
        .at()
        .map(|organization| clicks(CHAINS, STEP, ClickTarget::Step { organization, contact: of.contact() }))
        .collect(),
    ClickTarget::Layout { .. } => card(of, [CARD, STEP], |contact, chain| ClickTarget::Layout { contact, chain, layout: Layout::Full })
        .chain(card(of, [COMPACT; 2], |contact, chain| ClickTarget::Layout { contact, chain, layout: Layout::Compact }))
        .collect(),
    ClickTarget::Notes { .. } => card(of, [&[Part::Name, Part::Notes]; 2], |contact, chain| {
        ClickTarget::Notes { contact, chain, page: 0 }
    })
    .map(|way| Way { requires: Some(Part::Notes), ..way })
    .collect(),
    ClickTarget::Outcome { .. } => card(of, [CARD, STEP], |contact, chain| {
        ClickTarget::Outcome { contact, chain, number: None, outcome: Outcome::Reached }
    })
    // The form tells nothing of the contact.
    .chain(card(of, [NOTHING; 2], |contact, chain| {
        ClickTarget::Outcome { contact, chain, number: None, outcome: Outcome::WrongNumber }
    }))
    .collect(),
    ClickTarget::Share { .. } => card(of, [SHARED; 2], |contact, chain| ClickTarget::Share { contact, chain })
        .map(|way| Way { needs: &[Permission::Share], ..way })
        .collect(),
    ClickTarget::Favourite { .. } => card(of, [CARD, STEP], |contact, chain| ClickTarget::Favourite { contact, chain, on: true })
        .collect(),
    ClickTarget::Reveal { .. } => card(of, [CARD, STEP], |contact, chain| ClickTarget::Reveal { contact, chain })
        .map(|way| Way { reveals: true, ..way })
        .collect(),
    // The title is what is granted of everybody whose details may be put into chat.
    ClickTarget::ContactFile(_) => vec![Way {
        requires: Some(Part::Title),
        ..clicks(&[Permission::ContactFile], FILE, ClickTarget::ContactFile(of.contact()))
    }],
    ClickTarget::Vips { .. } => [None]
        .into_iter()
        .chain(of.at().map(Some))
        .map(|organization| clicks(&[Permission::Vip], LISTED, ClickTarget::Vips { organization, contact_type: None, page: 0 }))
        .map(|way| Way { requires: Some(Part::Title), ..way })
        .chain(of.unrecorded().map(|id| {
            clicks(&[Permission::Vip], NOTHING, ClickTarget::Vips { organization: Some(id), contact_type: None, page: 0 })
        }))
        .collect(),
    ClickTarget::Directory { .. } => of
        .at()
        .map(|organization| {
            clicks(&[Permission::Directory], EVERYBODY, ClickTarget::Directory { organization, contact_type: None, page: 0 })
        })
        .chain(of.unrecorded().map(|organization| {
            clicks(&[Permission::Directory], NOTHING, ClickTarget::Directory { organization, contact_type: None, page: 0 })
        }))
        .collect(),
    ClickTarget::RevealDirectory { .. } => of
        .at()
        .map(|organization| {
            let target = ClickTarget::RevealDirectory { organization, contact_type: None, page: 0 };
            Way { reveals: true, ..clicks(&[Permission::Directory], REVEALED, target) }
        })
        .collect(),
    ClickTarget::WhoCan { .. } => of
        .leads()
        .map(|organization| {
            clicks(&[Permission::WhoCan], APPROVER, ClickTarget::WhoCan { organization, action: mark(ACTION) })
        })
        .collect(),
    ClickTarget::WhoLooked { .. } => vec![clicks(
        &[Permission::WhoLooked],
        &[Part::Organization, Part::Name],
        ClickTarget::WhoLooked { contact: of.contact(), page: 0 },
    )],
    ClickTarget::Undo { .. } => card(of, [CARD, STEP], |contact, chain| {
        ClickTarget::Undo { contact, chain, number: None, outcome: Outcome::Reached, at: now() }
    })
    .collect(),
    ClickTarget::Edit(_) => edits([&[Permission::Edit]], EDITED, [ClickTarget::Edit(of.contact())]),
    ClickTarget::EditPart { .. } => [(Part::Email, edit::Part::Emails), (Part::Phone, edit::Part::Phones), (Part::Notes, edit::Part::Notes)]
        .into_iter()
        .flat_map(|(shown, part)| {
            let ways = edits([&[Permission::Edit]], NOTHING, [ClickTarget::EditPart { contact: of.contact(), part }]);
            ways.into_iter().map(move |way| Way { shows: shown_alone(shown), reveals: true, ..way })
        })
        .chain(edits([&[Permission::Edit]], NOTHING, [
            ClickTarget::EditPart { contact: of.contact(), part: edit::Part::Name },
        ]))
        .collect(),
    ClickTarget::Retire(_) => edits([&[Permission::Retire]], NOTHING, [ClickTarget::Retire(of.contact())]),
    ClickTarget::Add(_) => of.leads().map(|id| clicks(&[Permission::Add], NOTHING, ClickTarget::Add(id))).collect(),
    ClickTarget::Draft(_) => edits([EDITS], EDITED, [ClickTarget::Draft(of.draft())]),
    ClickTarget::DraftPart { .. } => edits([EDITS], NOTHING, [
        ClickTarget::DraftPart { draft: of.draft(), part: edit::Part::Name },
        ClickTarget::DraftPart { draft: of.draft(), part: edit::Part::Phones },
    ])
    .into_iter()
    .map(|way| Way { reveals: true, ..way })
    .collect(),
    ClickTarget::DraftSide { .. } => edits([EDITS], EDITED, [
        ClickTarget::DraftSide { draft: of.draft(), field: EditField::Title, side: Side::Mine },
    ]),
    ClickTarget::Save(_) => edits([EDITS], EDITED, [ClickTarget::Save(of.draft())]),
    ClickTarget::Discard(_) => edits([EDITS], EDITED, [ClickTarget::Discard(of.draft())]),
    ClickTarget::UndoEdit(_) => edits([EDITS], NOTHING, [ClickTarget::UndoEdit(of.sent())]),
    ClickTarget::Bind(_) => of
        .leads()
        .map(|id| clicks(&[Permission::Bind], ORGANIZATION, ClickTarget::Bind(id)))
        .chain(of.unrecorded().map(|id| clicks(&[Permission::Bind], NOTHING, ClickTarget::Bind(id))))
        .collect(),
});

table!(form_of, forms(of: Form) {
    Form::Release(_) => vec![Way::new(
        &[Permission::Release],
        NOTHING,
        Step::Submits(Form::Release(UserId(1141)), vec![("reason", "busy")]),
    )],
    Form::Edit { .. } => vec![
        Way {
            requires: Some(Part::Title),
            ..Way::new(EDITS, EDITED, Step::Submits(
                Form::Edit { draft: of.draft(), part: edit::Part::Emails },
                vec![("emails", "Work new@acme.example")],
            ))
        },
        Way::new(EDITS, NOTHING, Step::Submits(
            Form::Edit { draft: of.draft(), part: edit::Part::Phones },
            vec![("phones", "no number at all")],
        )),
    ],
    Form::Retire(_) => vec![Way::new(
        &[Permission::Retire],
        NOTHING,
        Step::Submits(Form::Retire(of.draft()), vec![("reason", "left")]),
    )],
    Form::WrongNumber { .. } => of
        .at()
        .map(Some)
        .chain([None])
        .map(|chain| {
            let form = Form::WrongNumber { contact: of.contact(), chain, number: None };
            let (needs, shows) = if chain.is_some() { (CHAINS, STEP) } else { (LOOKUPS, CARD) };
            let step = Step::Submits(form, vec![("reason", "not-in-service")]);
            // Without the right to see numbers, none is reported.
            Way { requires: Some(Part::Phone), ..Way::new(needs, shows, step) }
        })
        .collect(),
});

/// Ways to name a contact's organization in an option beside another option. None of them leads a caller to an
/// organization the caller may not see.
fn names(
    of: &Subject,
    needs: &'static [Permission],
    command: &'static str,
    beside: Option<(&'static str, &str)>,
) -> Vec<Way> {
    let options =
        |name| beside.iter().map(|(key, value)| (*key, (*value).to_owned())).chain([("organization", name)]).collect();
    of.called().map(|name| Way::new(needs, NOTHING, Step::Asks(command, options(name)))).collect()
}

fn asks(
    needs: &'static [Permission],
    shows: &'static [Part],
    command: &'static str,
    option: &'static str,
    value: String,
) -> Way {
    Way::new(needs, shows, Step::Asks(command, vec![(option, value)]))
}

fn types(
    needs: &'static [Permission],
    shows: &'static [Part],
    command: &'static str,
    option: &'static str,
    value: String,
) -> Way {
    Way::new(needs, shows, Step::Types(command, vec![(option, value)]))
}

fn clicks(needs: &'static [Permission], shows: &'static [Part], target: ClickTarget) -> Way {
    Way::new(needs, shows, Step::Clicks(target))
}

/// Steps of an edit. Of a contact shown only by name nothing can be changed.
fn edits<const N: usize>(
    [needs]: [&'static [Permission]; 1],
    shows: &'static [Part],
    targets: [ClickTarget; N],
) -> Vec<Way> {
    targets.map(|target| Way { requires: Some(Part::Title), ..clicks(needs, shows, target) }).into()
}

fn shown_alone(part: Part) -> &'static [Part] {
    match part {
        Part::Email => &[Part::Email],
        Part::Phone => &[Part::Phone],
        _ => &[Part::Notes],
    }
}

/// A button of a contact's card, found directly and as a step of a chain.
fn card(
    of: &Subject,
    [shows, shows_step]: [&'static [Part]; 2],
    target: impl Fn(ContactId, Option<OrganizationId>) -> ClickTarget,
) -> impl Iterator<Item = Way> {
    let by_itself = clicks(LOOKUPS, shows, target(of.contact(), None));
    let of_chain: Vec<Way> = of.at().map(|id| clicks(CHAINS, shows_step, target(of.contact(), Some(id)))).collect();
    [by_itself].into_iter().chain(of_chain)
}
