//! Writes and reads the targets in buttons and menus, as ids and page numbers. They pass through Discord's servers and
//! may come back changed, so they hold no name and no typed text.

use std::fmt;
use std::str::FromStr;

use callsheet_core::answer::ClickTarget;
use callsheet_core::domain::contact::Fingerprint;
use callsheet_core::domain::id::{ContactId, ContactTypeId, OrganizationId};
use callsheet_core::notebook::attempts::Outcome;
use callsheet_core::policy::Layout;

/// The id of a menu; its entries hold the targets.
pub(super) const MENU: &str = "menu";

/// Stands for what is left open.
const ANY: &str = "any";

/// Writes the target of a button or entry.
#[must_use]
pub fn write(target: ClickTarget) -> String {
    match target {
        ClickTarget::Person(id) => format!("person:{id}"),
        ClickTarget::Primary(id) => format!("primary:{id}"),
        ClickTarget::Step { organization, contact } => format!("step:{organization}:{contact}"),
        ClickTarget::Layout { contact, chain, layout } => {
            let layout = match layout {
                Layout::Full => "full",
                Layout::Compact => "compact",
            };
            format!("layout:{contact}:{}:{layout}", or_any(chain))
        }
        ClickTarget::Notes { contact, chain, page } => format!("notes:{contact}:{}:{page}", or_any(chain)),
        ClickTarget::Outcome { contact, chain, number, outcome } => {
            let outcome = match outcome {
                Outcome::NoAnswer => "none",
                Outcome::Reached => "reached",
                Outcome::WrongNumber => "wrong",
            };
            format!("outcome:{contact}:{}:{}:{outcome}", or_any(chain), or_any(number))
        }
        ClickTarget::Share { contact, chain } => format!("share:{contact}:{}", or_any(chain)),
        ClickTarget::Reveal { contact, chain } => format!("reveal:{contact}:{}", or_any(chain)),
        ClickTarget::Favourite { contact, chain, on } => format!("favourite:{contact}:{}:{on}", or_any(chain)),
        ClickTarget::ContactFile(id) => format!("file:{id}"),
        ClickTarget::Vips { organization, contact_type, page } => {
            format!("vips:{}:{}:{page}", or_any(organization), or_any(contact_type))
        }
        ClickTarget::Directory { organization, contact_type, page } => {
            format!("directory:{organization}:{}:{page}", or_any(contact_type))
        }
        ClickTarget::RevealDirectory { organization, contact_type, page } => {
            format!("reveal-directory:{organization}:{}:{page}", or_any(contact_type))
        }
        ClickTarget::WhoCan { organization, action } => format!("who-can:{organization}:{action}"),
        ClickTarget::Bind(id) => format!("bind:{id}"),
        ClickTarget::WhoLooked { contact, page } => format!("who-looked:{contact}:{page}"),
    }
}

/// Reads the target of a button or entry; `None` if this version has no such target.
pub(super) fn read(text: &str) -> Option<ClickTarget> {
    let parts: Vec<&str> = text.split(':').collect();
    Some(match *parts {
        ["person", id] => ClickTarget::Person(contact(id)?),
        ["primary", id] => ClickTarget::Primary(organization(id)?),
        ["step", at, id] => ClickTarget::Step { organization: organization(at)?, contact: contact(id)? },
        ["layout", id, chain, layout] => {
            let layout = match layout {
                "full" => Layout::Full,
                "compact" => Layout::Compact,
                _ => return None,
            };
            ClickTarget::Layout { contact: contact(id)?, chain: unless_any(chain, organization)?, layout }
        }
        ["notes", id, chain, page] => {
            ClickTarget::Notes { contact: contact(id)?, chain: unless_any(chain, organization)?, page: number(page)? }
        }
        ["outcome", id, chain, called, outcome] => {
            let outcome = match outcome {
                "none" => Outcome::NoAnswer,
                "reached" => Outcome::Reached,
                "wrong" => Outcome::WrongNumber,
                _ => return None,
            };
            let called = unless_any(called, |mark| u16::from_str_radix(mark, 16).ok().map(Fingerprint))?;
            ClickTarget::Outcome {
                contact: contact(id)?,
                chain: unless_any(chain, organization)?,
                number: called,
                outcome,
            }
        }
        ["share", id, chain] => ClickTarget::Share { contact: contact(id)?, chain: unless_any(chain, organization)? },
        ["reveal", id, chain] => ClickTarget::Reveal { contact: contact(id)?, chain: unless_any(chain, organization)? },
        ["favourite", id, chain, on] => {
            ClickTarget::Favourite { contact: contact(id)?, chain: unless_any(chain, organization)?, on: number(on)? }
        }
        ["file", id] => ClickTarget::ContactFile(contact(id)?),
        ["vips", at, kind, page] => ClickTarget::Vips {
            organization: unless_any(at, organization)?,
            contact_type: unless_any(kind, contact_type)?,
            page: number(page)?,
        },
        ["directory", at, kind, page] => ClickTarget::Directory {
            organization: organization(at)?,
            contact_type: unless_any(kind, contact_type)?,
            page: number(page)?,
        },
        ["reveal-directory", at, kind, page] => ClickTarget::RevealDirectory {
            organization: organization(at)?,
            contact_type: unless_any(kind, contact_type)?,
            page: number(page)?,
        },
        ["who-can", at, action] => ClickTarget::WhoCan { organization: organization(at)?, action: number(action)? },
        ["bind", id] => ClickTarget::Bind(organization(id)?),
        ["who-looked", id, page] => ClickTarget::WhoLooked { contact: contact(id)?, page: number(page)? },
        _ => return None,
    })
}

fn or_any(part: Option<impl fmt::Display>) -> String {
    part.map_or_else(|| ANY.to_owned(), |part| part.to_string())
}

/// An open part is `Some(None)`, an unreadable one `None`.
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
            ClickTarget::Person(ContactId(42)),
            ClickTarget::Primary(organization),
            ClickTarget::Step { organization, contact },
            ClickTarget::ContactFile(contact),
            ClickTarget::Vips { organization: None, contact_type: None, page: 0 },
            ClickTarget::Vips { organization: Some(organization), contact_type, page: usize::MAX },
            ClickTarget::Directory { organization, contact_type, page: 1 },
            ClickTarget::Directory { organization, contact_type: None, page: 1 },
            ClickTarget::RevealDirectory { organization, contact_type, page: usize::MAX },
            ClickTarget::RevealDirectory { organization, contact_type: None, page: 0 },
            ClickTarget::WhoCan { organization, action: u16::MAX },
            ClickTarget::Bind(organization),
            ClickTarget::WhoLooked { contact, page: usize::MAX },
        ];
        for chain in [None, Some(organization)] {
            targets.push(ClickTarget::Share { contact, chain });
            targets.push(ClickTarget::Reveal { contact, chain });
            targets.push(ClickTarget::Notes { contact, chain, page: usize::MAX });
            for on in [true, false] {
                targets.push(ClickTarget::Favourite { contact, chain, on });
            }
            for layout in [Layout::Full, Layout::Compact] {
                targets.push(ClickTarget::Layout { contact, chain, layout });
            }
            for outcome in [Outcome::NoAnswer, Outcome::Reached, Outcome::WrongNumber] {
                for number in [None, Some(Fingerprint(0)), Some(Fingerprint(u16::MAX))] {
                    targets.push(ClickTarget::Outcome { contact, chain, number, outcome });
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
