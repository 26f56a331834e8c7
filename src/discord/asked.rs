//! A question with who asks it, and from where.

use jiff::Timestamp;

use crate::access::{Asker, Permission};
use crate::answer::language::Language;
use crate::directory::snapshot::Snapshot;
use crate::discord::interaction::Sender;
use crate::discord::seal::Seal;
use crate::domain::id::{ChannelId, GuildId, UserId};
use crate::handlers::context::{Caller, Context};
use crate::notebook::Notebook;
use crate::policy::Policy;
use crate::view::View;

/// Discord's bits for who may manage a server: Administrator, Manage Server.
const MAY_MANAGE: u64 = 1 << 3 | 1 << 5;

/// A question with all it takes to answer it, before it is known what it needs to be granted.
pub(super) struct Asked<'a> {
    pub(super) policy: &'a Policy,
    pub(super) seal: &'a Seal,
    pub(super) snapshot: &'a Snapshot,
    pub(super) notebook: &'a Notebook,
    pub(super) from: &'a Sender,
    pub(super) guild: Option<GuildId>,
    pub(super) now: Timestamp,
}

impl Asked<'_> {
    /// Answers as far as any of these permissions is granted here to whoever asks.
    pub(super) fn with<T>(&self, permissions: &[Permission], answer: impl FnOnce(Context<'_>) -> T) -> T {
        let allowed = self.policy.access.allowed(&self.asker(), permissions);
        let view = View::new(self.snapshot, &allowed);
        let Self { policy, notebook, now, .. } = *self;
        answer(Context { view: &view, policy, notebook, caller: self.caller(), reveal: false, now })
    }

    fn asker(&self) -> Asker<'_> {
        let Caller { user, guild, channel, parent, may_manage, .. } = self.caller();
        Asker { guild, roles: &self.from.roles, user, channel, parent, may_manage }
    }

    pub(super) fn caller(&self) -> Caller {
        Caller {
            user: self.from.user.map(UserId),
            guild: self.guild,
            channel: self.from.channel.map(ChannelId),
            parent: self.from.parent.map(ChannelId),
            may_manage: self.from.permissions & MAY_MANAGE != 0,
            language: self.language(),
        }
    }

    /// For whom buttons are sealed; Discord tells of everybody who they are.
    pub(super) fn user(&self) -> u64 {
        self.from.user.unwrap_or_default()
    }

    pub(super) fn language(&self) -> Language {
        Language::of_locale(self.from.locale.as_deref().unwrap_or_default())
    }

    /// What is said to everybody in the guild is in its own language.
    pub(super) fn guild_language(&self) -> Language {
        Language::of_locale(self.from.guild_locale.as_deref().unwrap_or_default())
    }
}
