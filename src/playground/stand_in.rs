//! IT Glue's stand-in behind the page: the look-alike, in the states that the panel asks for.

use std::io;

use lookalike::Lookalike;
use lookalike::account::Account;
use lookalike::answers::Answer;
use lookalike::behaviour::Fault;
use serde::{Deserialize, Serialize};

/// Organizations that a mass deletion leaves, Acme among them.
const LEFT: usize = 10;

/// The contact who changes: a given name, and the family names before and after.
const CHANGING: (&str, [&str; 2]) = ("Agnes", ["Fernsby", "Thornquist"]);

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum ItGlue {
    #[default]
    Up,
    Down,
    /// It takes requests and does not answer.
    Slow,
    Refusing,
    /// Most of the account is gone.
    MassDeletion,
}

impl ItGlue {
    /// Whether syncs succeed.
    pub(super) fn answers(self) -> bool {
        matches!(self, Self::Up | Self::MassDeletion)
    }
}

pub(super) struct StandIn {
    lookalike: Lookalike,
    /// What a mass deletion has taken.
    gone: Account,
}

impl StandIn {
    pub(super) fn new(lookalike: Lookalike) -> Self {
        Self { lookalike, gone: Account::default() }
    }

    /// Takes a state in the place of the one before.
    pub(super) async fn begin(&mut self, state: ItGlue) -> io::Result<()> {
        self.lookalike.edit(|account| put_back(account, &mut self.gone));
        let always = match state {
            ItGlue::Up | ItGlue::Down | ItGlue::MassDeletion => None,
            ItGlue::Slow => Some(Fault::Hang),
            ItGlue::Refusing => Some(Fault::Answer(Answer::unauthorized())),
        };
        self.lookalike.behave(|behaviour| behaviour.always = always);
        // What waits for an answer is let go.
        self.lookalike.go_down().await;
        if state != ItGlue::Down {
            self.lookalike.come_back().await?;
        }
        if state == ItGlue::MassDeletion {
            self.lookalike.edit(|account| self.gone = take_most(account));
        }
        Ok(())
    }

    /// Gives one contact another name. Returns the name before and after.
    pub(super) fn change_contact(&self) -> Option<[String; 2]> {
        let (given, families) = CHANGING;
        self.lookalike.edit(|account| {
            let is_meant = |family: Option<&str>| family.is_some_and(|family| families.contains(&family));
            let mut contacts = account.contacts.values();
            let found =
                contacts.find(|one| one.first_name.as_deref() == Some(given) && is_meant(one.last_name.as_deref()));
            let contact = account.change_contact(found?.id)?;
            let after = families.into_iter().find(|family| contact.last_name.as_deref() != Some(family))?;
            let before = contact.last_name.replace(after.to_owned())?;
            Some([format!("{given} {before}"), format!("{given} {after}")])
        })
    }
}

/// Takes all but the first organizations, with their sites and contacts, out of the account.
fn take_most(account: &mut Account) -> Account {
    let Some(&first) = account.organizations.keys().nth(LEFT) else { return Account::default() };
    let mut gone = Account::default();
    gone.organizations = account.organizations.split_off(&first);
    gone.locations = account.locations.extract_if(.., |_, location| location.organization >= first).collect();
    gone.contacts = account.contacts.extract_if(.., |_, contact| contact.organization >= first).collect();
    gone
}

fn put_back(account: &mut Account, gone: &mut Account) {
    account.organizations.append(&mut gone.organizations);
    account.locations.append(&mut gone.locations);
    account.contacts.append(&mut gone.contacts);
}
