//! The key is sent to the configured address and nowhere else.

use callsheet::itglue::client::Client;
use callsheet::itglue::error::ItGlueError;
use lookalike::Lookalike;
use lookalike::answers::Answer;
use lookalike::behaviour::Fault;

use super::{IMPATIENT, account_of, connect, contacts};

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let elsewhere = Lookalike::start(account_of(3)).await.unwrap();
    let (lookalike, client) = connect(account_of(3)).await;
    let target = elsewhere.url().join("/contacts").unwrap();
    lookalike.behave(|behaviour| behaviour.always = Some(Fault::Answer(Answer::redirect(target.as_str()))));
    let error = contacts(&client).await.unwrap_err();
    assert!(matches!(error, ItGlueError::Redirected { status: 302 }), "{error:?}");
    assert!(elsewhere.requests().is_empty());
}

#[tokio::test]
async fn links_to_another_host_are_not_followed() {
    let elsewhere = Lookalike::start(account_of(3)).await.unwrap();
    let (lookalike, client) = connect(account_of(3)).await;
    let next = elsewhere.url().join("/contacts?page%5Bnumber%5D=2").unwrap();
    let body = serde_json::json!({
        "data": [],
        "meta": { "total-count": 60, "total-pages": 2, "current-page": 1, "next-page": 2 },
        "links": { "next": next },
    });
    lookalike.behave(|behaviour| behaviour.always = Some(Fault::Answer(Answer::json(200, &body))));
    assert!(!contacts(&client).await.unwrap().complete);
    assert!(elsewhere.requests().is_empty());
}

#[tokio::test]
async fn a_wrong_key_is_refused() {
    let lookalike = Lookalike::start(account_of(3)).await.unwrap();
    let client = Client::with_patience(&lookalike.url(), "ITG.wrong".into(), IMPATIENT).unwrap();
    assert!(matches!(contacts(&client).await.unwrap_err(), ItGlueError::Forbidden));
}

#[tokio::test]
async fn the_key_is_never_printed() {
    let (mut lookalike, client) = connect(account_of(3)).await;
    assert!(!format!("{client:?}").contains("ITG."));
    lookalike.go_down().await;
    let error = contacts(&client).await.unwrap_err();
    assert!(!format!("{error:?} {error}").contains("ITG."));
}

#[tokio::test]
async fn an_address_with_a_path_is_kept_and_no_slash_is_doubled() {
    let lookalike = Lookalike::start(account_of(3)).await.unwrap();
    for (path, asked) in [("/", "/contacts?"), ("/proxy", "/proxy/contacts?"), ("/proxy/", "/proxy/contacts?")] {
        let base = lookalike.url().join(path).unwrap();
        let client = Client::with_patience(&base, lookalike.key(), IMPATIENT).unwrap();
        let _ = contacts(&client).await;
        assert!(lookalike.requests().last().unwrap().starts_with(asked));
    }
}
