//! Posts alerts for the operator.

use tokio::sync::mpsc::UnboundedReceiver;

use crate::clock;
use crate::desk::Alert;
use crate::discord::api::Api;
use crate::discord::render;

/// Posts each alert to its channel. An alert that cannot be posted is in the log.
pub async fn post(api: Api, mut alerts: UnboundedReceiver<Alert>) {
    while let Some(Alert { channel, lines }) = alerts.recv().await {
        let Some(message) = render::posted(&lines, clock::now()) else { continue };
        if let Err(error) = api.post(channel.into(), &message).await {
            tracing::error!(%error, %channel, "cannot tell the alert channel; may the bot write there?");
        }
    }
}
