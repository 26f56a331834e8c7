//! What buttons and menus carry: where they lead, in ids and page numbers. It comes back from Discord's servers and may
//! come back changed, so it never holds anything a person said or is called.

use std::fmt;
use std::str::FromStr;

use crate::answer::ClickTarget as Target;
use crate::domain::contact::Fingerprint;
use crate::domain::id::{ContactId, ContactTypeId, OrganizationId};
use crate::notebook::attempts::Outcome;
use crate::policy::Layout;

/// The id of a menu; its entries say where they lead.
pub(super) const MENU: &str = "menu";

/// Stands for what is left open.
const ANY: &str = "any";

/// Writes where a button or entry leads.
#[must_use]
pub fn write(target: Target) -> String {
    match target {
        Target::Person(id) => format!("person:{id}"),
        Target::Primary(id) => format!("primary:{id}"),
        Target::Step { organization, contact } => format!("step:{organization}:{contact}"),
        Target::Layout { contact, chain, layout } => {
            let layout = match layout {
                Layout::Full => "full",
                Layout::Compact => "compact",
            };
            format!("layout:{contact}:{}:{layout}", or_any(chain))
        }
        Target::Notes { contact, chain, page } => format!("notes:{contact}:{}:{page}", or_any(chain)),
        Target::Outcome { contact, chain, number, outcome } => {
            let outcome = match outcome {
                Outcome::NoAnswer => "none",
                Outcome::Reached => "reached",
                Outcome::WrongNumber => "wrong",
            };
            format!("outcome:{contact}:{}:{}:{outcome}", or_any(chain), or_any(number))
        }
        Target::Share { contact, chain } => format!("share:{contact}:{}", or_any(chain)),
        Target::Reveal { contact, chain } => format!("reveal:{contact}:{}", or_any(chain)),
        Target::Favourite { contact, chain, on } => format!("favourite:{contact}:{}:{on}", or_any(chain)),
        Target::ContactFile(id) => format!("file:{id}"),
        Target::Vips { organization, contact_type, page } => {
            format!("vips:{}:{}:{page}", or_any(organization), or_any(contact_type))
        }
        Target::Directory { organization, contact_type, page } => {
            format!("directory:{organization}:{}:{page}", or_any(contact_type))
        }
        Target::RevealDirectory { organization, contact_type, page } => {
            format!("reveal-directory:{organization}:{}:{page}", or_any(contact_type))
        }
        Target::WhoCan { organization, action } => format!("who-can:{organization}:{action}"),
        Target::Bind(id) => format!("bind:{id}"),
        Target::WhoLooked { contact, page } => format!("who-looked:{contact}:{page}"),
    }
}

/// Reads where a button or entry leads; `None` where it is none of this version's.
pub(super) fn read(text: &str) -> Option<Target> {
    let parts: Vec<&str> = text.split(':').collect();
    Some(match *parts {
        ["person", id] => Target::Person(contact(id)?),
        ["primary", id] => Target::Primary(organization(id)?),
        ["step", at, id] => Target::Step { organization: organization(at)?, contact: contact(id)? },
        ["layout", id, chain, layout] => {
            let layout = match layout {
                "full" => Layout::Full,
                "compact" => Layout::Compact,
                _ => return None,
            };
            Target::Layout { contact: contact(id)?, chain: unless_any(chain, organization)?, layout }
        }
        ["notes", id, chain, page] => {
            Target::Notes { contact: contact(id)?, chain: unless_any(chain, organization)?, page: number(page)? }
        }
        ["outcome", id, chain, called, outcome] => {
            let outcome = match outcome {
                "none" => Outcome::NoAnswer,
                "reached" => Outcome::Reached,
                "wrong" => Outcome::WrongNumber,
                _ => return None,
            };
            let called = unless_any(called, |mark| u16::from_str_radix(mark, 16).ok().map(Fingerprint))?;
            Target::Outcome { contact: contact(id)?, chain: unless_any(chain, organization)?, number: called, outcome }
        }
        ["share", id, chain] => Target::Share { contact: contact(id)?, chain: unless_any(chain, organization)? },
        ["reveal", id, chain] => Target::Reveal { contact: contact(id)?, chain: unless_any(chain, organization)? },
        ["favourite", id, chain, on] => {
            Target::Favourite { contact: contact(id)?, chain: unless_any(chain, organization)?, on: number(on)? }
        }
        ["file", id] => Target::ContactFile(contact(id)?),
        ["vips", at, kind, page] => Target::Vips {
            organization: unless_any(at, organization)?,
            contact_type: unless_any(kind, contact_type)?,
            page: number(page)?,
        },
        ["directory", at, kind, page] => Target::Directory {
            organization: organization(at)?,
            contact_type: unless_any(kind, contact_type)?,
            page: number(page)?,
        },
        ["reveal-directory", at, kind, page] => Target::RevealDirectory {
            organization: organization(at)?,
            contact_type: unless_any(kind, contact_type)?,
            page: number(page)?,
        },
        ["who-can", at, action] => Target::WhoCan { organization: organization(at)?, action: number(action)? },
        ["bind", id] => Target::Bind(organization(id)?),
        ["who-looked", id, page] => Target::WhoLooked { contact: contact(id)?, page: number(page)? },
        _ => return None,
    })
}

fn or_any(part: Option<impl fmt::Display>) -> String {
    part.map_or_else(|| ANY.to_owned(), |part| part.to_string())
}

/// What is left open is `Some(None)`, what cannot be read `None`.
#[expect(clippy::option_option, reason = "left open is one thing, and unreadable another")]
fn unless_any<T>(part: &str, read: impl Fn(&str) -> Option<T>) -> Option<Option<T>> {
    if part == ANY { Some(None) } else { read(part).map(Some) }
}

fn number<T: FromStr>(part: &str) -> Option<T> {
    part.parse().ok()
}

fn contact(part: &str) -> Option<ContactId> {
    number(part).map(ContactId)
}

fn contact_type(part: &str) -> Option<ContactTypeId> {
    number(part).map(ContactTypeId)
}

fn organization(part: &str) -> Option<OrganizationId> {
    number(part).map(OrganizationId)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_written_id_is_read_back_and_fits_discords_limit() {
        let (contact, organization) = (ContactId(u64::MAX), OrganizationId(u64::MAX));
        let contact_type = Some(ContactTypeId(u64::MAX));
        let mut targets = vec![
            Target::Person(ContactId(42)),
            Target::Primary(organization),
            Target::Step { organization, contact },
            Target::ContactFile(contact),
            Target::Vips { organization: None, contact_type: None, page: 0 },
            Target::Vips { organization: Some(organization), contact_type, page: usize::MAX },
            Target::Directory { organization, contact_type, page: 1 },
            Target::Directory { organization, contact_type: None, page: 1 },
            Target::RevealDirectory { organization, contact_type, page: usize::MAX },
            Target::RevealDirectory { organization, contact_type: None, page: 0 },
            Target::WhoCan { organization, action: u16::MAX },
            Target::Bind(organization),
            Target::WhoLooked { contact, page: usize::MAX },
        ];
        for chain in [None, Some(organization)] {
            targets.push(Target::Share { contact, chain });
            targets.push(Target::Reveal { contact, chain });
            targets.push(Target::Notes { contact, chain, page: usize::MAX });
            for on in [true, false] {
                targets.push(Target::Favourite { contact, chain, on });
            }
            for layout in [Layout::Full, Layout::Compact] {
                targets.push(Target::Layout { contact, chain, layout });
            }
            for outcome in [Outcome::NoAnswer, Outcome::Reached, Outcome::WrongNumber] {
                for number in [None, Some(Fingerprint(0)), Some(Fingerprint(u16::MAX))] {
                    targets.push(Target::Outcome { contact, chain, number, outcome });
                }
            }
        }
        for target in targets {
            let text = write(target);
            assert_eq!(read(&text), Some(target));
            assert!(text.len() <= 100, "{text}");
        }
    }

    #[test]
    fn anything_else_leads_nowhere() {
        let texts = [
            "",
            "menu",
            "person",
            "person:",
            "person:jane",
            "person:1:2",
            "vips:1",
            "vips:all:-1",
            "share:1",
            "share:1:x",
            "outcome:1:any:any:maybe",
            "outcome:1:any:12345:none",
            "layout:1:any:huge",
            "favourite:1:any:yes",
        ];
        for text in texts {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
