use callsheet_core::domain::contact::Fingerprint;
use callsheet_core::domain::id::{ContactId, ContactTypeId, OrganizationId, UserId};
use callsheet_core::edit::compare::Side;
use callsheet_core::edit::{EditField, Part};
use callsheet_core::edits::EditId;
use callsheet_core::notebook::attempts::Outcome;
use callsheet_core::policy::Layout;
use jiff::Timestamp;
use proptest::prelude::*;

use super::*;
use crate::discord::seal::Seal;

/// Each variant once, with these numbers; what may be left open is `given` or not.
fn every(contact: u64, organization: u64, page: usize, mark: u16, given: bool) -> Vec<CustomId> {
    let (contact, organization) = (ContactId(contact), OrganizationId(organization));
    let (chain, contact_type) = (given.then_some(organization), given.then_some(ContactTypeId(contact.0)));
    let number = given.then_some(Fingerprint(mark));
    let (layout, on) = (if given { Layout::Full } else { Layout::Compact }, given);
    let outcome = [Outcome::NoAnswer, Outcome::Reached, Outcome::WrongNumber][usize::from(mark % 3)];
    // As long as any that a clock shows.
    let at = if given { Timestamp::constant(253_402_000_000, 0) } else { Timestamp::UNIX_EPOCH };
    let draft = EditId(contact.0);
    let (part, field, side) = if given {
        (Part::Place, EditField::Location, Side::Theirs)
    } else {
        (Part::Name, EditField::FirstName, Side::Mine)
    };
    let targets = [
        ClickTarget::Person(contact),
        ClickTarget::Primary(organization),
        ClickTarget::Step { organization, contact },
        ClickTarget::Layout { contact, chain, layout },
        ClickTarget::Notes { contact, chain, page },
        ClickTarget::Outcome { contact, chain, number, outcome },
        ClickTarget::Share { contact, chain },
        ClickTarget::Favourite { contact, chain, on },
        ClickTarget::Reveal { contact, chain },
        ClickTarget::RevealDirectory { organization, contact_type, page },
        ClickTarget::ContactFile(contact),
        ClickTarget::Vips { organization: chain, contact_type, page },
        ClickTarget::Directory { organization, contact_type, page },
        ClickTarget::WhoCan { organization, action: mark },
        ClickTarget::Bind(organization),
        ClickTarget::WhoLooked { contact, page },
        ClickTarget::Undo { contact, chain, number, outcome, at },
        ClickTarget::Edit(contact),
        ClickTarget::EditPart { contact, part },
        ClickTarget::Retire(contact),
        ClickTarget::Add(organization),
        ClickTarget::Draft(draft),
        ClickTarget::DraftPart { draft, part },
        ClickTarget::DraftSide { draft, field, side },
        ClickTarget::Save(draft),
        ClickTarget::Discard(draft),
        ClickTarget::UndoEdit(draft),
    ];
    let forms = [
        Form::Release(UserId(contact.0)),
        Form::WrongNumber { contact, chain, number },
        Form::Edit { draft, part },
        Form::Retire(draft),
    ];
    let forms = forms.map(|form| CustomId::Form(form, organization.0));
    targets.map(CustomId::from).into_iter().chain(forms).collect()
}

fn sealed(id: CustomId) -> String {
    Seal::of(&"token".to_owned().into()).close(&id.write(), u64::MAX, Timestamp::MAX)
}

#[test]
fn the_longest_ids_fit_discords_limit() {
    for id in every(u64::MAX, u64::MAX, usize::MAX, u16::MAX, true) {
        assert_eq!(CustomId::read(&id.write()), Some(id));
        assert!(sealed(id).len() <= 100, "{id:?}");
    }
}

/// A message of last night has these ids: a change of one breaks its buttons.
#[test]
fn an_update_does_not_change_what_is_written() {
    let written = [false, true]
        .map(|given| every(1, 300, 2, 0x1a2b, given).into_iter().map(CustomId::write).collect::<Vec<_>>().join(" "));
    insta::assert_snapshot!(written.join("\n"), @"
    AAAB AAGsAg AAKsAgE AAMBAAE AAQBAAI AAUBAAAA AAYBAA AAcBAAA AAgBAA AAmsAgAC AAoB AAsAAAI AAysAgAC AA2sAqs0 AA6sAg AA8BAg ABABAAAAAA ABEB ABIBAA ABMB ABSsAg ABUB ABYBAA ABcBAAA ABgB ABkB ABoB AQABrAI AQEBAACsAg AQIBAKwC AQMBrAI
    AAAB AAGsAg AAKsAgE AAMBAawCAA AAQBAawCAg AAUBAawCAas0AA AAYBAawC AAcBAawCAQ AAgBAawC AAmsAgEBAg AAoB AAsBrAIBAQI AAysAgEBAg AA2sAqs0 AA6sAg AA8BAg ABABAawCAas0AICQkIP4nXM ABEB ABIBBA ABMB ABSsAg ABUB ABYBBA ABcBCAE ABgB ABkB ABoB AQABrAI AQEBAawCAas0rAI AQIBBKwC AQMBrAI
    ");
}

#[test]
fn every_variant_is_in_these_tests() {
    let all = every(1, 1, 0, 0, false);
    let forms = all.iter().filter(|id| matches!(id, CustomId::Form(..))).count();
    let (next, next_form) = ([0, u8::try_from(all.len() - forms).unwrap()], [1, u8::try_from(forms).unwrap()]);
    for start in [&next[..], &next_form] {
        let bytes = [start, &[0; 30]].concat();
        assert!(postcard::from_bytes::<CustomId>(&bytes).is_err(), "{start:?} is a variant that `every` lacks");
    }
}

#[test]
fn another_spelling_of_an_id_leads_nowhere() {
    let person = CustomId::from(ClickTarget::Person(ContactId(1)));
    assert_eq!(CustomId::read(&URL_SAFE_NO_PAD.encode([0, 0, 1])), Some(person));
    for bytes in [&[0, 0][..], &[0, 0, 1, 0], &[0, 0, 0x81, 0], &[2, 0, 1], &[0, 99, 1], &[]] {
        assert_eq!(CustomId::read(&URL_SAFE_NO_PAD.encode(bytes)), None, "{bytes:?}");
    }
    for text in ["", MENU, "person:1", "AAAB=", "AAA B", "AAAB~"] {
        assert_eq!(CustomId::read(text), None, "{text}");
    }
}

proptest! {
    #[test]
    fn a_written_id_is_read_back_and_fits_discords_limit(
        contact in any::<u64>(), organization in any::<u64>(), page in any::<usize>(), mark in any::<u16>(), given in any::<bool>(),
    ) {
        for id in every(contact, organization, page, mark, given) {
            prop_assert_eq!(CustomId::read(&id.write()), Some(id));
            prop_assert!(sealed(id).len() <= 100);
        }
    }

    #[test]
    fn any_text_is_one_id_or_none(text in ".{0,100}", bytes in prop::collection::vec(0..20_u8, 0..30)) {
        for text in [text, URL_SAFE_NO_PAD.encode(bytes)] {
            let read = CustomId::read(&text);
            prop_assert!(read.is_none_or(|id| id.write() == text));
        }
    }
}
