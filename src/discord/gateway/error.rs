//! Why the connection to the gateway is at an end.

/// Discord has said that connecting again is of no use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum GatewayError {
    /// 4004, or HTTP 401.
    #[error("Discord refuses the bot token: set DISCORD_TOKEN to the one of the developer portal, or reset it there")]
    BadToken,
    /// 4003.
    #[error("Discord says that the bot sent something before it identified (close code 4003): this is a bug")]
    NotAuthenticated,
    /// 4010.
    #[error("Discord does not accept the shard (close code 4010): this is a bug")]
    InvalidShard,
    /// 4011.
    #[error("the bot is in more guilds than one connection can serve (close code 4011): remove it from some")]
    ShardingRequired,
    /// 4012.
    #[error("Discord no longer speaks this version of its gateway (close code 4012): update Callsheet")]
    InvalidVersion,
    /// 4013.
    #[error("Discord does not know the intents that the bot asks for (close code 4013): update Callsheet")]
    InvalidIntents,
    /// 4014.
    #[error("Discord does not allow the bot the intents it asks for (close code 4014): update Callsheet")]
    DisallowedIntents,
}
