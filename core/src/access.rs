//! Decides who may see what.
//!
//! One IT Glue key opens every client's contacts, so Callsheet itself is the gate. The policy file grants access;
//! anything not granted is denied, and a file without a grant denies everything. Only without a policy file, or with
//! `open = true` in it, may every member of a served guild look up every contact that is not restricted.
//!
//! Pure. [`View`](crate::view::View) is the only way from a snapshot to an answer, so commands, suggestions, menus,
//! buttons and files cannot decide differently: a contact that the caller may not see does not exist for them.

pub mod drift;
pub mod limiter;
pub mod scope;
pub mod standing;
pub mod wider;

use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

use rustc_hash::FxHashSet;

use crate::access::scope::{Pattern, Scope};
use crate::domain::id::{ChannelId, GuildId, UserId};

/// What a grant can permit: each way to see contacts, and each way to pass them on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Permission {
    Contact,
    Vip,
    /// `/primary`, and noting how a call of its chain ended.
    Primary,
    Directory,
    WhoCan,
    /// "Who do I call?" on a message.
    Alert,
    /// Posting a card to the channel.
    Share,
    /// A contact as a file.
    ContactFile,
    /// `/bind` and `/unbind`; only for callers who may manage the server.
    Bind,
    /// `/who-looked`; only for callers who may manage the server.
    WhoLooked,
    /// `/release`; only for callers who may manage the server.
    Release,
    /// A new contact; only by a grant that writes.
    Add,
    /// Changes of a contact; only by a grant that writes.
    Edit,
    /// Marking a contact as departed; only by a grant that writes.
    Retire,
    /// Suggesting a fix to those who may change the contact.
    Suggest,
    /// Deciding what was suggested; only by a grant that writes.
    Suggestions,
    /// `/history`; only for callers who may manage the server.
    History,
}

impl Permission {
    /// Every permission, as the policy file names it.
    pub const ALL: [(&'static str, Self); 17] = [
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
        ("contact-add", Self::Add),
        ("contact-edit", Self::Edit),
        ("contact-retire", Self::Retire),
        ("suggest", Self::Suggest),
        ("suggestions", Self::Suggestions),
        ("history", Self::History),
    ];

    /// Whether only managers of the server can be granted it. `/bind` checks this itself, to answer in its own words.
    fn is_for_managers(self) -> bool {
        matches!(self, Self::WhoLooked | Self::Release | Self::History)
    }

    /// Whether only a grant that writes gives it.
    fn is_to_write(self) -> bool {
        matches!(self, Self::Add | Self::Edit | Self::Retire | Self::Suggestions)
    }
}

/// The fields of a contact that can be kept back. Name, title, organization and type cannot: they tell contacts apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    Phone,
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

/// The rules of the policy file about who may see what; by default no caller sees anything. Cheap to clone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Access {
    /// Each grant only adds.
    pub grants: Arc<[Grant]>,
    /// Organizations whose details are never put into chat: any caller gets only a name and where to look it up.
    pub redacted: Arc<[Pattern]>,
}

/// Every member of a served guild sees everything but restricted contacts.
static OPEN: LazyLock<Access> =
    LazyLock::new(|| Access { grants: [Grant::everything()].into(), redacted: Arc::default() });

/// The operator may change what they see.
static OPERATORS: LazyLock<Access> = LazyLock::new(|| Access {
    grants: [Grant { writes: true, ..Grant::everything() }].into(),
    redacted: Arc::default(),
});

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grant {
    /// The guilds it holds in; empty means any.
    pub guilds: BTreeSet<GuildId>,
    /// The roles of which a caller needs one; empty means none is needed.
    pub roles: BTreeSet<u64>,
    /// The users it is for; empty means all.
    pub users: BTreeSet<UserId>,
    /// The channels it holds in, with their threads; empty means any.
    pub channels: BTreeSet<ChannelId>,
    pub permissions: BTreeSet<Permission>,
    pub organizations: Scope,
    pub fields: BTreeSet<Field>,
    /// The fields among them that it shows only on a click of their own.
    pub on_click: BTreeSet<Field>,
    pub restricted: bool,
    /// Whether what it shows may be changed too.
    pub writes: bool,
}

impl Grant {
    /// Permits every caller to see everything but restricted contacts, and to change nothing.
    pub fn everything() -> Self {
        Self {
            permissions: Permission::ALL.map(|(_, permission)| permission).into(),
            fields: Field::ALL.map(|(_, field)| field).into(),
            ..Self::default()
        }
    }

    fn permits(&self, permission: Permission) -> bool {
        self.permissions.contains(&permission) && (self.writes || !permission.is_to_write())
    }

    /// Whether it is for a caller, who has these roles.
    fn is_for(&self, caller: &Caller, roles: &FxHashSet<u64>) -> bool {
        let any = |given: bool, fits: bool| !given || fits;
        let here = [caller.channel, caller.parent].into_iter().flatten();
        any(!self.guilds.is_empty(), caller.guild.is_some_and(|guild| self.guilds.contains(&guild)))
            && any(!self.roles.is_empty(), self.roles.iter().any(|role| roles.contains(role)))
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
    pub guild: Option<GuildId>,
    pub channel: Option<ChannelId>,
    /// The channel that a thread belongs to.
    pub parent: Option<ChannelId>,
    pub roles: Vec<u64>,
    /// Whether the user may manage the server, and so Callsheet's settings in it.
    pub may_manage: bool,
    /// Whether this is the operator at the terminal of the bot's own machine.
    pub at_terminal: bool,
}

impl Caller {
    /// The user, or the operator.
    pub fn id(&self) -> UserId {
        self.user.unwrap_or(OPERATOR)
    }

    pub fn at_terminal() -> Self {
        Self { may_manage: true, at_terminal: true, ..Self::default() }
    }
}

/// What the rules grant to a caller who asks in certain ways.
#[derive(Clone, Debug)]
pub struct Allowed {
    rules: Access,
    /// The positions of the grants for the caller, and whether each is for one of these ways: a contact that one grant
    /// shows may be passed on by another.
    places: Vec<(usize, bool)>,
}

impl Access {
    /// Every member of a served guild sees everything but restricted contacts.
    pub fn open() -> Self {
        OPEN.clone()
    }

    /// Whether every member sees everything but restricted contacts and redacted details.
    pub fn is_open(&self) -> bool {
        self.grants.contains(&Grant::everything())
    }

    /// What is granted to this caller, for any of these permissions. The operator has the copy of the account anyway.
    pub fn allowed(&self, caller: &Caller, permissions: &[Permission]) -> Allowed {
        if caller.at_terminal {
            return Allowed::everything();
        }
        let is_open = |permission: &&Permission| caller.may_manage || !permission.is_for_managers();
        let gives = |grant: &Grant| permissions.iter().filter(is_open).any(|one| grant.permits(*one));
        // A caller may have as many roles as there are grants.
        let roles = caller.roles.iter().copied().collect();
        let here = self.grants.iter().enumerate().filter(|(_, grant)| grant.is_for(caller, &roles));
        Allowed { rules: self.clone(), places: here.map(|(place, grant)| (place, gives(grant))).collect() }
    }

    /// What the rules grant to callers known in advance: first to any caller, then to those that each grant names.
    pub fn usual(&self) -> impl Iterator<Item = Allowed> {
        let named = self.grants.iter().map(|grant| {
            let (guild, user) = (grant.guilds.first().copied(), grant.users.first().copied());
            let (roles, channel) = (grant.roles.iter().take(1).copied().collect(), grant.channels.first().copied());
            Caller { user, guild, channel, roles, ..Caller::default() }
        });
        [Caller::default()]
            .into_iter()
            .chain(named)
            .flat_map(|caller| Permission::ALL.map(|(_, permission)| self.allowed(&caller, &[permission])))
    }
}

impl Allowed {
    /// Everything but restricted contacts: for the operator, whose machine holds the copy and the key anyway.
    pub fn everything() -> Self {
        Self { rules: OPERATORS.clone(), places: vec![(0, true)] }
    }

    /// Each grant for the caller, and whether it is for the ways asked about.
    fn grants(&self) -> impl Iterator<Item = (&Grant, bool)> {
        self.places.iter().map(|(place, shows)| (&self.rules.grants[*place], *shows))
    }

    /// Whether both select the same grants of the very same rules.
    pub fn is(&self, other: &Self) -> bool {
        self.is_by(&other.rules) && self.places == other.places
    }

    /// Whether it selects grants of these very rules.
    pub fn is_by(&self, rules: &Access) -> bool {
        Arc::ptr_eq(&self.rules.grants, &rules.grants) && Arc::ptr_eq(&self.rules.redacted, &rules.redacted)
    }

    /// Whether nothing is granted in the ways asked about.
    pub fn is_nothing(&self) -> bool {
        !self.places.iter().any(|(_, shows)| *shows)
    }
}
