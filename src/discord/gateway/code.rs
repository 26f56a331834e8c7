//! Decides by Discord's close code how to connect again.

use crate::discord::gateway::error::GatewayError;
use crate::discord::gateway::shard::Next;

/// What to do after a close with this code; `None` means that the connection ended without one.
///
/// The codes are from Discord's reference, "Gateway Close Event Codes". It wins over twilight, which would connect again
/// after 4003, and try to resume after 4007 and 4009, whose sessions are gone.
pub(super) fn next(code: Option<u16>) -> Next {
    match code {
        Some(4003) => Next::Stop(GatewayError::NotAuthenticated),
        Some(4004) => Next::Stop(GatewayError::BadToken),
        Some(4010) => Next::Stop(GatewayError::InvalidShard),
        Some(4011) => Next::Stop(GatewayError::ShardingRequired),
        Some(4012) => Next::Stop(GatewayError::InvalidVersion),
        Some(4013) => Next::Stop(GatewayError::InvalidIntents),
        Some(4014) => Next::Stop(GatewayError::DisallowedIntents),
        Some(4007 | 4009) => Next::Identify,
        _ => Next::Resume,
    }
}
