//! The panel beside the channel: what moves behind it.

use axum::Json;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::clock;
use crate::playground::moment::Moment;
use crate::playground::stand_in::ItGlue;
use crate::playground::{Playground, Wish};
use callsheet_core::answer::text::plain;
use callsheet_core::answer::words::theirs;

/// What is in force.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Panel {
    it_glue: ItGlue,
    moment: Moment,
}

/// A press in the panel.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Press {
    ItGlue(ItGlue),
    Moment(Moment),
    ChangeContact,
}

/// Does what is pressed. Where there is more to say than that it is in force, it says so.
pub(super) async fn press(
    State(playground): State<Playground>,
    Query(wish): Query<Wish>,
    Json(press): Json<Press>,
) -> Result<Json<Value>, StatusCode> {
    let mut stand_in = playground.stand_in.lock().await;
    let said = match press {
        Press::ItGlue(state) => {
            stand_in.begin(state).await.map_err(|error| {
                tracing::error!(%error, "the stand-in for IT Glue cannot do this");
                StatusCode::INTERNAL_SERVER_ERROR
            })?;
            playground.panel.send_modify(|panel| panel.it_glue = state);
            None
        }
        Press::Moment(moment) if playground.panel.borrow().moment == moment => None,
        Press::Moment(moment) => {
            let it_glue_answers = playground.panel.borrow().it_glue.answers();
            moment.begin(&playground.desk.directory, it_glue_answers).await;
            playground.panel.send_modify(|panel| panel.moment = moment);
            None
        }
        Press::ChangeContact => stand_in.change_contact().map(|[before, after]| {
            let names = [("before", theirs(before).into()), ("after", theirs(after).into())];
            plain(&playground.language_of(wish).say_with("page-changed", names), clock::now())
        }),
    };
    Ok(Json(json!({ "said": said })))
}
