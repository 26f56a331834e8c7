//! The reasons why the connection to the gateway ends for good.

/// Discord will not accept another connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum GatewayError {
    #[error("Discord rejected the bot token: copy it from the developer portal to DISCORD_TOKEN, or reset it there")]
    BadToken,
    #[error("Discord rejected a message sent before identifying (close code 4003): this is a bug")]
    NotAuthenticated,
    #[error("Discord rejected the shard (close code 4010): this is a bug")]
    InvalidShard,
    #[error("the bot is in too many servers for one connection (close code 4011): remove it from some")]
    ShardingRequired,
    #[error("Discord no longer supports this gateway version (close code 4012): update Callsheet")]
    InvalidVersion,
    #[error("Discord does not know the intents the bot requested (close code 4013): update Callsheet")]
    InvalidIntents,
    #[error("Discord does not allow the intents the bot requested (close code 4014): update Callsheet")]
    DisallowedIntents,
}
