//! Maps an account's own contact types to roles.
//!
//! IT Glue has no roles: a contact type is a row each account names itself ("Approver", "Accounts Payable",
//! "Terminated" …). The words people use for them are few, though, so a table of words covers most accounts; the policy
//! file names the rest.
//!
//! Most of that table is a guess: good enough to choose whom to call, but not to say who may approve something. Only
//! what the policy file or the type's own name states authorises a contact. `docs/roles.md` shows the whole table.

pub mod defaults;
mod departed;
mod words;

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, PoisonError, RwLock};

use serde::{Deserialize, Serialize};
use strum::{EnumString, VariantNames};

pub use departed::says_departed;

/// What a contact type stands for. IT Glue has no such notion: every account names its types itself.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, EnumString, VariantNames,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Role {
    /// The first person to call.
    Primary,
    /// Looks after the organization's technology.
    Technical,
    /// Invoices and payments.
    Billing,
    /// Decides and approves.
    Executive,
    /// Uses what the provider runs.
    EndUser,
    /// Works for a supplier.
    Vendor,
    /// Has left the organization, so no answer offers to call them.
    Departed,
}

/// Which role each type name stands for: the defaults, and what the policy file changes.
#[derive(Clone, Debug, Default)]
pub struct RoleTable {
    overrides: BTreeMap<String, Role>,
    /// The names asked about: an account has few, and an answer asks about each of its contacts.
    known: Arc<RwLock<HashMap<Box<str>, Option<Role>>>>,
}

/// What a table was asked before tells it from no other.
impl PartialEq for RoleTable {
    fn eq(&self, other: &Self) -> bool {
        self.overrides == other.overrides
    }
}

/// Names that are kept. An account has tens of types, but a record may carry any text.
const MOST_KNOWN: usize = 1000;

impl RoleTable {
    /// The defaults, except for these type names.
    pub fn with_overrides(overrides: BTreeMap<String, Role>) -> Self {
        let overrides = overrides.into_iter().map(|(name, role)| (words::of(&name).join(" "), role)).collect();
        Self { overrides, known: Arc::default() }
    }

    /// The role that a type of this name stands for, even by a guess; `None` if the name says nothing.
    pub fn role(&self, type_name: Option<&str>) -> Option<Role> {
        let name = type_name?;
        // A panic leaves what was known.
        if let Some(role) = self.known.read().unwrap_or_else(PoisonError::into_inner).get(name) {
            return *role;
        }
        let words = words::of(name);
        let role = self.overrides.get(&words.join(" ")).copied().or_else(|| defaults::role(&words));
        let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
        if known.len() < MOST_KNOWN {
            known.insert(name.into(), role);
        }
        role
    }

    /// The role that the policy file gives a type, or that its name states. Only this may authorise a contact.
    pub fn stated(&self, type_name: Option<&str>) -> Option<Role> {
        let name = words::of(type_name?);
        self.overrides.get(&name.join(" ")).copied().or_else(|| defaults::literal(&name))
    }
}

/// Whether two names are the same contact type, apart from case, spaces and punctuation.
pub fn is_same_type(one: &str, other: &str) -> bool {
    words::of(one).join(" ") == words::of(other).join(" ")
}

#[cfg(test)]
mod tests;
