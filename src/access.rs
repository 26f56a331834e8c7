//! Who may see what.
//!
//! One key opens every client's people, so Callsheet itself is the gate. The policy file grants; what nothing grants is
//! denied, and a file without a grant grants nothing. Only without a policy file, or where it says `open = true`, may every
//! member of a served guild look everything up, but for restricted contacts.
//!
//! Pure. [`view`] is the only way from a snapshot to an answer, so that commands, suggestions, menus, buttons and files
//! cannot decide differently: what somebody may not see is not there for them.

pub mod limiter;

pub mod drift;

pub mod scope;

pub mod view;

pub mod wider;

use std::collections::BTreeSet;

use crate::access::scope::{About, Pattern, Scope};
use crate::domain::id::{ChannelId, GuildId, UserId};

/// What can be granted: each way in, and each way out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Permission {
    /// `/contact`
    Contact,
    /// `/vip`
    Vip,
    /// `/primary`, and noting how a call ended.
    Primary,
    /// `/directory`
    Directory,
    /// `/who-can`
    WhoCan,
    /// "Who do I call?" on a message.
    Alert,
    /// Posting a card to the channel.
    Share,
    /// A contact as a file.
    ContactFile,
    /// `/bind` and `/unbind`; only ever for who may manage the server.
    Bind,
    /// `/who-looked`; only ever for who may manage the server.
    WhoLooked,
    /// `/release`; only ever for who may manage the server.
    Release,
}

impl Permission {
    /// Every permission, as the policy file names it.
    pub const ALL: [(&'static str, Self); 11] = [
        ("contact", Self::Contact),
        ("vip", Self::Vip),
        ("primary", Self::Primary),
        ("directory", Self::Directory),
        ("who-can", Self::WhoCan),
        ("who-do-i-call", Self::Alert),
        ("share", Self::Share),
        ("contact-file", Self::ContactFile),
        ("bind", Self::Bind),
        ("who-looked", Self::WhoLooked),
        ("release", Self::Release),
    ];

    /// Whether no rule can grant it to who may not manage the server. Of `/bind` it is said in its own words.
    fn is_for_managers(self) -> bool {
        matches!(self, Self::WhoLooked | Self::Release)
    }
}

/// What of a contact can be kept back. Name, title, organization and contact type are what a person is told by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// Phone numbers.
    Phone,
    /// E-mail addresses.
    Email,
    /// Notes, and the hours read from them.
    Notes,
    /// Location, local time, the location's phone.
    Location,
}

impl Field {
    /// Every field, as the policy file names it.
    pub const ALL: [(&'static str, Self); 4] =
        [("phone", Self::Phone), ("email", Self::Email), ("notes", Self::Notes), ("location", Self::Location)];
}

/// Who may see what, as the policy file says; by default nobody sees anything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Access {
    /// What is granted to whom. Each only adds.
    pub grants: Vec<Grant>,
    /// Organizations whose details are never put into chat, whoever asks: only a name and where to look it up.
    pub redacted: Vec<Pattern>,
}

/// Something granted to some people in some places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    /// In these guilds; empty means any.
    pub guilds: BTreeSet<GuildId>,
    /// To who has one of these roles; empty means anybody.
    pub roles: BTreeSet<u64>,
    /// To these users; empty means anybody.
    pub users: BTreeSet<UserId>,
    /// In these channels and their threads; empty means any.
    pub channels: BTreeSet<ChannelId>,
    /// These ways in and out.
    pub permissions: BTreeSet<Permission>,
    /// Of these organizations.
    pub organizations: Scope,
    /// These fields.
    pub fields: BTreeSet<Field>,
    /// Of these, only what is asked for by a click of its own.
    pub on_click: BTreeSet<Field>,
    /// Restricted contacts as well.
    pub restricted: bool,
}

impl Grant {
    /// Everything for everybody but restricted contacts.
    #[must_use]
    pub fn everything() -> Self {
        Self {
            guilds: BTreeSet::new(),
            roles: BTreeSet::new(),
            users: BTreeSet::new(),
            channels: BTreeSet::new(),
            permissions: Permission::ALL.map(|(_, permission)| permission).into(),
            organizations: Scope::default(),
            fields: Field::ALL.map(|(_, field)| field).into(),
            on_click: BTreeSet::new(),
            restricted: false,
        }
    }

    /// Whether it is about these people; `restricted`: about those of them with restricted access.
    fn covers(&self, people: About<'_>, restricted: bool) -> bool {
        self.organizations.holds(people) && (!restricted || self.restricted)
    }

    fn is_for(&self, caller: &Caller) -> bool {
        let any = |given: bool, fits: bool| !given || fits;
        let here = [caller.channel, caller.parent].into_iter().flatten();
        any(!self.guilds.is_empty(), caller.guild.is_some_and(|guild| self.guilds.contains(&guild)))
            && any(!self.roles.is_empty(), caller.roles.iter().any(|role| self.roles.contains(role)))
            && any(!self.users.is_empty(), caller.user.is_some_and(|user| self.users.contains(&user)))
            && any(!self.channels.is_empty(), here.into_iter().any(|channel| self.channels.contains(&channel)))
    }
}

/// The operator at the terminal of the bot's own machine, as a user. Discord gives no user this id.
pub const OPERATOR: UserId = UserId(0);

/// Who asks, and from where.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Caller {
    /// The user; `None` at the terminal.
    pub user: Option<UserId>,
    /// The server.
    pub guild: Option<GuildId>,
    /// The channel or thread.
    pub channel: Option<ChannelId>,
    /// The channel that the thread belongs to, where it is one.
    pub parent: Option<ChannelId>,
    /// The user's roles in the server.
    pub roles: Vec<u64>,
    /// Whether the user may manage the server, and so what Callsheet does in it.
    pub may_manage: bool,
    /// Whether this is the operator, at the terminal of the bot's own machine.
    pub at_terminal: bool,
}

impl Caller {
    /// The operator.
    #[must_use]
    pub fn at_terminal() -> Self {
        Self { may_manage: true, at_terminal: true, ..Self::default() }
    }
}

/// What is granted to somebody who asks in one of some ways.
#[derive(Clone, Debug)]
pub struct Allowed {
    /// What is granted in these ways.
    grants: Vec<Grant>,
    /// What is granted in any way: what can be done with what is shown may take another permission than showing it.
    here: Vec<Grant>,
    redacted: Vec<Pattern>,
}

impl Access {
    /// Every member of a served guild sees everything but restricted contacts.
    #[must_use]
    pub fn open() -> Self {
        Self { grants: vec![Grant::everything()], redacted: Vec::new() }
    }

    /// Whether every member sees everything but restricted contacts, as far as it is not redacted.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.grants.contains(&Grant::everything())
    }

    /// What is granted to this caller, for any of these permissions. The operator has the copy of the account anyway.
    #[must_use]
    pub fn allowed(&self, caller: &Caller, permissions: &[Permission]) -> Allowed {
        if caller.at_terminal {
            return Allowed::everything();
        }
        let here: Vec<Grant> = self.grants.iter().filter(|grant| grant.is_for(caller)).cloned().collect();
        let is_open = |permission: &&Permission| caller.may_manage || !permission.is_for_managers();
        let gives = |grant: &&Grant| permissions.iter().filter(is_open).any(|one| grant.permissions.contains(one));
        Allowed { grants: here.iter().filter(gives).cloned().collect(), here, redacted: self.redacted.clone() }
    }
}

impl Allowed {
    /// Everything but restricted contacts: for whoever sits at the machine that holds the copy anyway.
    #[must_use]
    pub fn everything() -> Self {
        Self { grants: vec![Grant::everything()], here: vec![Grant::everything()], redacted: Vec::new() }
    }

    /// Whether exactly the same may be seen of an account, whatever may be done with it.
    fn sees_the_same(&self, other: &Self) -> bool {
        fn seen(grants: &[Grant]) -> impl Iterator<Item = (&Scope, &BTreeSet<Field>, bool)> {
            grants.iter().map(|grant| (&grant.organizations, &grant.fields, grant.restricted))
        }
        seen(&self.grants).eq(seen(&other.grants)) && self.redacted == other.redacted
    }

    /// Whether nothing at all is granted.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        self.grants.is_empty()
    }
}
