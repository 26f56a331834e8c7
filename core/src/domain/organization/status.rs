//! Reads an organization's status. Each account writes its own list; IT Glue's first one has "Active" and "Inactive".

use crate::domain::organization::Unusual;

/// Words for an active client, from accounts in a few European languages.
const ACTIVE: &str = "active aktiv aktive aktiver actif activo activa actief ativo ativa attivo attiva aktywny current";

/// Words for a client that is none any more, or for now.
const INACTIVE: &str = "inactive deactivated disabled lost former formerly ex closed cancelled canceled terminated ended \
    expired archived dormant suspended churned offboarded gone left dead defunct lapsed obsolete retired dissolved bankrupt \
    inaktiv ehemalig ehemals ehemaliger beendet gekündigt gesperrt verloren archiviert stillgelegt ruhend \
    inactif ancien ancienne résilié perdu fermé archivé suspendu terminé \
    inactivo inactiva antiguo antigua perdido cancelado cerrado baja archivado suspendido terminado \
    inactief inativo inativa inattivo inattiva nieaktywny";

/// Before a word for a client, these say the same: "past client", but not "past due".
const PAST: &str = "past previous old";

/// Words for a client.
const CLIENT: &str = "client clients customer customers";

/// Words that negate the next one.
const NOT: &str = "not no non never longer nicht kein keine pas plus niet";

/// The status, if it is not clearly that of an active client.
pub(super) fn unusual(status: &str) -> Option<Unusual> {
    // One word, whichever way it is written.
    let lower = status.to_lowercase().replace("in-active", "inactive");
    let words: Vec<&str> = lower.split(|char: char| !char.is_alphanumeric()).collect();
    let has = |list: &str| words.iter().any(|word| list.split_whitespace().any(|listed| listed == *word));
    let inactive = match (has(ACTIVE), has(NOT)) {
        (true, false) => return None,
        (true, true) => true,
        (false, _) => has(INACTIVE) || (has(PAST) && has(CLIENT)),
    };
    Some(Unusual { status: status.to_owned(), inactive })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_status_is_active_inactive_or_for_the_reader_to_judge() {
        let says = |status: &str| unusual(status).map(|unusual| unusual.inactive);
        for status in ["Active", "ACTIVE", "Active - Managed", "Active (past due)", "Aktiv", "Client actif", "Current"]
        {
            assert_eq!(says(status), None, "{status}");
        }
        for status in [
            "Inactive",
            "In-Active",
            "Not active",
            "No longer active",
            "Nicht aktiv",
            "Plus actif",
            "Non-active",
            "Lost",
            "Former client",
            "Ex-Client",
            "Past Client",
            "Inaktiv",
            "Inactif",
            "Inactivo",
            "Client résilié",
            "Suspended",
        ] {
            assert_eq!(says(status), Some(true), "{status}");
        }
        for status in ["Managed", "Onboarding", "Past due", "Prospect", "VIP", "–", "", "休眠"] {
            assert_eq!(says(status), Some(false), "{status}");
        }
    }
}
