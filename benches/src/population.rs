//! A large invented population grown from a smaller one.

use callsheet_core::domain::contact::Contact;
use callsheet_core::domain::id::{ContactId, OrganizationId};
use callsheet_core::domain::organization::Organization;
use fastrand::Rng;

use crate::corpus::Corpus;

/// The seed of every recombination, for comparable figures.
const SEED: u64 = 20_261_124;

/// Grows a corpus: each added contact has one contact's given name, addresses and numbers, changed, and another's
/// family name. The number of contacts to an organization stays.
pub(crate) fn grow(corpus: &Corpus, wanted: usize) -> (Vec<Contact>, Vec<Organization>) {
    let mut random = Rng::with_seed(SEED);
    let mut contacts = corpus.contacts.clone();
    contacts.truncate(wanted);
    let given = contacts.len();
    let copies = u64::try_from(wanted.div_ceil(given.max(1))).unwrap_or(1);
    for id in given..wanted {
        let other = &contacts[random.usize(..given)];
        let (last_name, name_of) = (other.last_name.clone(), other.display_name());
        let mut one = contacts[random.usize(..given)].clone();
        one.id = ContactId(u64::try_from(id).unwrap_or_default());
        one.organization = one.organization.map(|of| renumbered(of, random.u64(..copies)));
        one.last_name = last_name;
        let last = one.last_name.as_deref().unwrap_or(&name_of);
        one.name = Some(format!("{} {last}", one.first_name.as_deref().unwrap_or_default()).into());
        for email in &mut one.emails {
            email.value = email.value.replacen('@', &format!("{}@", random.u32(..1000)), 1).into();
        }
        for phone in &mut one.phones {
            phone.value = format!("{}", random.u64(2_000_000_000..10_000_000_000)).into();
        }
        contacts.push(one);
    }
    let organizations = corpus.organizations.iter().flat_map(|organization| {
        (0..copies).map(|copy| {
            let name =
                if copy == 0 { organization.name.clone() } else { format!("{} {copy}", organization.name).into() };
            Organization { id: renumbered(organization.id, copy), name, ..organization.clone() }
        })
    });
    (contacts, organizations.collect())
}

fn renumbered(id: OrganizationId, copy: u64) -> OrganizationId {
    OrganizationId(id.0 + copy * 1_000_000_000)
}
