//! The organizations that a question names, instead of a contact or beside one.

use crate::domain::id::OrganizationId;
use crate::search::Missing;
use crate::search::context::Client;
use crate::search::find::{Findings, Found, Reading};
use crate::search::mentions;
use crate::search::question::Word;

/// A contact's name this much like the text is as likely meant as an organization's misspelled one.
const NEAR_NAME: f32 = 0.8;

/// What was found, with the organizations named.
pub(super) fn findings(found: Vec<Found>, readings: &[Reading<'_>], needed: u8) -> Findings {
    let is_near = |found: &Found| found.missing.is_empty() && found.score >= NEAR_NAME;
    if let Some(client) = client_of(readings, needed)
        && !found.iter().any(|found| found.is_exact() || (client.is_vague && is_near(found)))
    {
        return Findings { found, clients: client.organizations, is_client: true };
    }
    let missing = |found: &Found| {
        let words = readings[0].probe.words.iter().enumerate();
        let is_missing =
            |word: &Word| found.missing.iter().any(|it| matches!(it, Missing::Text(text) if *text == word.text));
        words.filter(|(_, word)| is_missing(word)).fold(0, |mask, (at, _)| mask | 1 << at)
    };
    let best = found.iter().max_by(|a, b| a.standing().total_cmp(&b.standing()));
    let clients = named_by(best.map_or(needed, missing), readings);
    Findings { found, clients, is_client: false }
}

/// The organizations that all of these words name. Organizations are the same in every part.
pub(super) fn client_of(readings: &[Reading<'_>], words: u8) -> Option<Client> {
    let client = readings.first()?.context.client(words)?;
    (client.words == words).then_some(client)
}

/// The organizations that some of these words name without doubt.
fn named_by(words: u8, readings: &[Reading<'_>]) -> Vec<OrganizationId> {
    let Some(Reading { probe, context }) = readings.first() else { return Vec::new() };
    let Some(client) = context.client(words).filter(|client| !client.is_vague) else { return Vec::new() };
    let mut named = probe.words.iter().enumerate().filter(|(at, _)| client.words & 1 << at != 0);
    let is_usual = named.all(|(_, word)| mentions::is_usual(&word.text));
    // A word that only one organization has names it wherever it stands in the name.
    let is_clear = client.is_clear || client.organizations.len() == 1;
    if is_clear && !is_usual && client.words & !context.distinctive() == 0 { client.organizations } else { Vec::new() }
}

/// The words that name an organization and are no name, so they are not taken for a misspelled name.
pub(super) fn bound(readings: &[Reading<'_>], needed: u8, named: u8) -> u8 {
    readings.iter().fold(0, |mask, reading| mask | reading.context.distinctive()) & needed & !named
}
