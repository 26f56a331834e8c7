//! Ids: of IT Glue's records, and of people and places in Discord. IT Glue writes a record's own id as a string and a
//! foreign id as a number; both are the same number.

use std::fmt;
use std::num::ParseIntError;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident,)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub u64);

        impl From<$name> for u64 {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = ParseIntError;

            fn from_str(text: &str) -> Result<Self, ParseIntError> {
                text.parse().map(Self)
            }
        }
    )*};
}

ids! {
    /// A contact.
    ContactId,
    /// A client of the managed-service provider, or the provider itself.
    OrganizationId,
    /// A row of the account's own list of contact types ("Approver", "Terminated" …).
    ContactTypeId,
    /// A site of an organization.
    LocationId,
    /// A user of Callsheet in Discord.
    UserId,
    /// A Discord server.
    GuildId,
    /// A channel of a Discord server.
    ChannelId,
}
