//! The pointer of an error: which field it is about, in whatever of its spellings the service uses.

use callsheet_core::edit::EditField;

/// Words of pointers, with the field that each stands for. The first that is found counts: a label's type is of its number.
const WORDS: [(&str, EditField); 9] = [
    ("email", EditField::Emails),
    ("phone", EditField::Phones),
    ("first", EditField::FirstName),
    ("last", EditField::LastName),
    ("title", EditField::Title),
    ("location", EditField::Location),
    ("notes", EditField::Notes),
    ("important", EditField::Vip),
    ("type", EditField::Type),
];

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Pointer {
    pub(super) field: Option<EditField>,
    pub(super) is_organization: bool,
    /// The place in a list, counted from 0.
    pub(super) place: Option<usize>,
    pub(super) is_label: bool,
}

impl Pointer {
    /// Reads `/data/attributes/contact-emails[0].value`, `data/attributes/contact_emails/0/value` and the like.
    pub(super) fn read(pointer: &str) -> Self {
        let pointer = pointer.to_lowercase();
        let parts: Vec<&str> = pointer.split(['/', '.', '[', ']']).filter(|part| !part.is_empty()).collect();
        // The document's own members: "/data/type" is no field.
        let parts = match *parts.as_slice() {
            ["data", "attributes", ref parts @ ..] => parts,
            ["data", ..] => &[],
            ref parts => parts,
        };
        let has = |word: &str| parts.iter().any(|part| part.contains(word));
        let is_name = matches!(parts, ["name"]);
        let named = WORDS.into_iter().find(|(word, _)| has(word)).map(|(_, field)| field);
        Self {
            field: named.or(is_name.then_some(EditField::FirstName)),
            is_organization: has("organization"),
            place: parts.iter().find_map(|part| part.parse().ok()),
            is_label: has("label"),
        }
    }
}

#[cfg(test)]
mod tests {
    use callsheet_core::edit::EditField;

    use super::Pointer;

    #[test]
    fn a_pointer_names_its_field_in_every_spelling() {
        for (pointer, field) in [
            ("/data/attributes/contact-emails.base", Some(EditField::Emails)),
            ("data/attributes/contact_emails/1/value", Some(EditField::Emails)),
            ("/data/attributes/contact-phones[0].label-type", Some(EditField::Phones)),
            ("data/attributes/first_name", Some(EditField::FirstName)),
            ("/data/attributes/first-name", Some(EditField::FirstName)),
            ("/data/attributes/name", Some(EditField::FirstName)),
            ("last-name", Some(EditField::LastName)),
            ("/data/attributes/title", Some(EditField::Title)),
            ("/data/attributes/contact-type", Some(EditField::Type)),
            ("data/attributes/contact_type_id", Some(EditField::Type)),
            ("/data/attributes/location-id", Some(EditField::Location)),
            ("/data/attributes/notes", Some(EditField::Notes)),
            ("/data/attributes/important", Some(EditField::Vip)),
            ("/data/attributes/base", None),
            ("/data/type", None),
            ("id", None),
            ("", None),
        ] {
            let read = Pointer::read(pointer);
            assert_eq!((read.field, read.is_organization), (field, false), "{pointer}");
        }
        let organization = Pointer::read("data/attributes/organization_id");
        assert_eq!((organization.field, organization.is_organization), (None, true));
    }

    #[test]
    fn a_pointer_names_the_place_in_a_list() {
        for (pointer, place) in [
            ("/data/attributes/contact-emails[2].value", Some(2)),
            ("/data/attributes/contact-emails/0/value", Some(0)),
            ("/data/attributes/contact-emails", None),
            ("/data/attributes/contact-emails[99999999999999999999]", None),
        ] {
            assert_eq!(Pointer::read(pointer).place, place, "{pointer}");
        }
    }
}
