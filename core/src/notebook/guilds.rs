//! The notebooks of all servers, kept apart.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::domain::id::GuildId;
use crate::notebook::{Change, Notebook};

/// One notebook for each server: an answer and a change use one, so no server sees what another remembers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notebooks(Arc<BTreeMap<GuildId, Notebook>>);

impl Notebooks {
    /// The notebook of a server; empty where nothing is remembered.
    pub fn of(&self, guild: GuildId) -> Notebook {
        self.0.get(&guild).cloned().unwrap_or_default()
    }

    /// The state after a change in a server.
    #[must_use]
    pub fn with(&self, guild: GuildId, change: Change) -> Self {
        let mut changed = self.clone();
        let notebook = Arc::make_mut(&mut changed.0).entry(guild).or_default();
        *notebook = notebook.with(change);
        changed
    }

    /// The calls and channels of all servers, for the operator; recents and favourites belong to each user.
    pub fn for_the_operator(&self) -> Notebook {
        let attempts = self.0.values().flat_map(|notebook| notebook.attempts.iter());
        let bindings =
            self.0.values().flat_map(|notebook| &*notebook.bindings).map(|(channel, binding)| (*channel, *binding));
        Notebook::of(attempts, bindings, [])
    }
}

impl FromIterator<(GuildId, Notebook)> for Notebooks {
    fn from_iter<T: IntoIterator<Item = (GuildId, Notebook)>>(notebooks: T) -> Self {
        Self(Arc::new(notebooks.into_iter().collect()))
    }
}
