//! What buttons and menus carry: where they lead, in ids and page numbers. It comes back from Discord's servers and may
//! come back changed, so it never holds anything a person said or is called.

use crate::answer::Target;
use crate::domain::id::{ContactId, OrganizationId};

/// The id of a menu; its entries say where they lead.
pub(super) const MENU: &str = "menu";

/// Writes where a button or entry leads.
pub(super) fn write(target: Target) -> String {
    match target {
        Target::Person(id) => format!("person:{id}"),
        Target::Primary(id) => format!("primary:{id}"),
        Target::Vips { organization: None, page } => format!("vips:all:{page}"),
        Target::Vips { organization: Some(id), page } => format!("vips:{id}:{page}"),
    }
}

/// Reads where a button or entry leads; `None` where it is none of this version's.
pub(super) fn read(text: &str) -> Option<Target> {
    let parts: Vec<&str> = text.split(':').collect();
    match *parts {
        ["person", id] => Some(Target::Person(ContactId(id.parse().ok()?))),
        ["primary", id] => Some(Target::Primary(OrganizationId(id.parse().ok()?))),
        ["vips", "all", page] => Some(Target::Vips { organization: None, page: page.parse().ok()? }),
        ["vips", id, page] => {
            Some(Target::Vips { organization: Some(OrganizationId(id.parse().ok()?)), page: page.parse().ok()? })
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again_and_short_enough_for_discord() {
        for target in [
            Target::Person(ContactId(42)),
            Target::Primary(OrganizationId(u64::MAX)),
            Target::Vips { organization: None, page: 0 },
            Target::Vips { organization: Some(OrganizationId(u64::MAX)), page: usize::MAX },
        ] {
            let text = write(target);
            assert_eq!(read(&text), Some(target));
            assert!(text.len() <= 100, "{text}");
        }
    }

    #[test]
    fn anything_else_leads_nowhere() {
        for text in ["", "menu", "person", "person:", "person:jane", "person:1:2", "vips:1", "vips:all:-1", "share:1"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
