//! The organizations that a question names, instead of a contact or beside one.

use crate::domain::id::OrganizationId;
use crate::search::Missing;
use crate::search::context::Client;
use crate::search::find::{Findings, Found, Reading};
use crate::search::lists::WORDS;
use crate::search::probe::mask;
use crate::search::question::Word;

/// A contact's name this much like the text is as likely meant as an organization's misspelled one.
const NEAR_NAME: f32 = 0.8;

pub(super) fn findings(found: Vec<Found>, readings: &[Reading<'_>], needed: u8) -> Findings {
    let is_near = |found: &Found| found.missing.is_empty() && found.score >= NEAR_NAME;
    if let Some(client) = client_of(readings, needed)
        && !found.iter().any(|found| found.is_exact() || (client.is_vague && is_near(found)))
    {
        return Findings { found, clients: client.organizations, is_client: true };
    }
    let missing = |found: &Found| {
        let words = &readings[0].probe.words;
        let is_missing =
            |word: &Word| found.missing.iter().any(|it| matches!(it, Missing::Text(text) if *text == word.text));
        mask((0..words.len()).filter(|at| is_missing(&words[*at])))
    };
    let best = found.iter().max_by(|a, b| a.standing().total_cmp(&b.standing()));
    let clients = named_by(best.map_or(needed, missing), readings);
    Findings { found, clients, is_client: false }
}

/// The organizations that all of these words name. Organizations are the same in every part.
pub(super) fn client_of(readings: &[Reading<'_>], words: u8) -> Option<Client> {
    let client = readings.first()?.context.organization.client(words)?;
    (client.words == words).then_some(client)
}

/// The organizations that some of these words name without doubt.
fn named_by(words: u8, readings: &[Reading<'_>]) -> Vec<OrganizationId> {
    let Some(Reading { probe, context }) = readings.first() else { return Vec::new() };
    let Some(client) = context.organization.client(words).filter(|client| !client.is_vague) else { return Vec::new() };
    let is_usual = probe.words_of(client.words).all(|word| WORDS.usual.has(&word.text));
    // A word that only one organization has names it wherever it stands in the name.
    let is_clear = client.is_clear || client.organizations.len() == 1;
    let is_named = is_clear && !is_usual && client.words & !context.organization.distinctive() == 0;
    if is_named { client.organizations } else { Vec::new() }
}

/// The words that name an organization and are no name, so they are not taken for a misspelled name.
pub(super) fn bound(readings: &[Reading<'_>], needed: u8, named: u8) -> u8 {
    readings.iter().fold(0, |mask, reading| mask | reading.context.organization.distinctive()) & needed & !named
}
