//! Writes of which it is unknown whether they were carried out, and those that certainly were not.

use std::time::Duration;

use callsheet::itglue::client::Client;
use callsheet::itglue::error::ItGlueError;
use callsheet::itglue::patience::Patience;
use callsheet::itglue::write::{Sent, WriteError};
use callsheet_core::edit::outcome::is_created_by;
use lookalike::Lookalike;
use lookalike::answers::Answer;
use lookalike::behaviour::Fault;
use serde_json::json;
use tokio::io::AsyncReadExt;
use tokio::net::TcpListener;

use super::super::IMPATIENT;
use super::{ACME, JANE, connect, jane_at_acme, lee, title};

/// What is known of a change that meets this.
async fn unknown(fault: Fault) -> ItGlueError {
    let (lookalike, client) = connect(jane_at_acme()).await;
    lookalike.behave(|behaviour| behaviour.always = Some(fault));
    let error = client.send(&title("CTO")).await.unwrap_err();
    assert_eq!(lookalike.writes().len(), 1, "it is sent once");
    let WriteError::Unknown(error) = error else { panic!("{error:?}") };
    error
}

#[tokio::test]
async fn an_answer_that_says_neither_is_an_unknown_outcome() {
    for (answer, said) in [
        (Answer::timed_out(), "IT Glue took too long to answer"),
        (Answer::message(504, "Endpoint request timed out"), "IT Glue took too long to answer"),
        (Answer::error(422, "The request timed out.", None, None), "IT Glue took too long to answer"),
        (Answer::server_error(500), "IT Glue returned an error (500)"),
        (Answer::html(502), "IT Glue returned an error (502)"),
        (Answer::html(200), "got a web page instead of IT Glue's API (200)"),
        (Answer::redirect("https://elsewhere.example/"), "IT Glue redirected the request (302)"),
        (Answer::json(200, &json!({ "data": { "id": "99" } })), "IT Glue's response is invalid"),
        (Answer::json(200, &json!({ "data": [] })), "IT Glue's response is invalid"),
        (Answer::json(200, &json!([])), "IT Glue's response is invalid"),
    ] {
        assert_eq!(unknown(Fault::Answer(answer)).await.to_string(), said);
    }
    assert!(matches!(unknown(Fault::Truncate).await, ItGlueError::Truncated));
}

#[tokio::test]
async fn an_answer_without_a_body_confirms_a_change_only() {
    let (lookalike, client) = connect(jane_at_acme()).await;
    lookalike.behave(|behaviour| behaviour.always = Some(Fault::DoneThen(Answer { status: 204, ..Answer::empty() })));
    assert_eq!(client.send(&title("CTO")).await.unwrap(), Sent { contact: JANE });
    // Which contact it is has to be looked up.
    assert!(matches!(client.send(&lee()).await, Err(WriteError::Unknown(ItGlueError::Empty))));
    client.delete(JANE).await.unwrap();
}

#[tokio::test]
async fn a_created_contact_is_found_after_an_unknown_outcome() {
    for answer in
        [Answer::timed_out(), Answer::server_error(500), Answer::error(422, "Unprocessable Entity", None, None)]
    {
        let (lookalike, client) = connect(jane_at_acme()).await;
        lookalike.behave(|behaviour| {
            behaviour.fail(1, &Fault::DoneThen(answer.clone()));
            behaviour.lists_lag = 2;
        });
        client.send(&lee()).await.unwrap_err();
        let mut found = Vec::new();
        for _ in 0..3 {
            let newest = client.newest(ACME).await.unwrap();
            found.push(newest.iter().any(|record| is_created_by(&lee(), record)));
        }
        assert_eq!(found, [false, false, true]);
        assert_eq!(lookalike.writes().len(), 1, "{answer:?}");
    }
}

#[tokio::test]
async fn a_write_that_is_never_answered_times_out() {
    let lookalike = Lookalike::start(jane_at_acme()).await.unwrap();
    lookalike.behave(|behaviour| behaviour.always = Some(Fault::Hang));
    let patience = Patience { answer: Duration::from_millis(20), ..IMPATIENT };
    let client = Client::with_patience(&lookalike.url(), lookalike.key(), patience).unwrap();
    let error = client.send(&title("CTO")).await.unwrap_err();
    assert!(matches!(error, WriteError::Unknown(ItGlueError::TimedOut)), "{error:?}");
}

#[tokio::test]
async fn a_service_that_goes_down_after_a_write_leaves_it_unknown() {
    let (mut lookalike, client) = connect(jane_at_acme()).await;
    lookalike.behave(|behaviour| behaviour.always = Some(Fault::DoneThenHang));
    let change = title("CTO");
    let stop = async {
        while lookalike.edit(|account| account.contacts[&JANE.0].title.as_deref() != Some("CTO")) {
            tokio::task::yield_now().await;
        }
        lookalike.go_down().await;
    };
    let (sent, ()) = tokio::join!(client.send(&change), stop);
    assert!(matches!(sent, Err(WriteError::Unknown(_))), "{sent:?}");
    let sent = client.send(&change).await;
    assert!(matches!(sent, Err(WriteError::NotSent(ItGlueError::Connection(_)))), "{sent:?}");
    assert!(!format!("{sent:?}").contains("contacts"), "the address is left out");
}

#[tokio::test]
async fn a_connection_lost_after_sending_leaves_a_write_unknown() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap()).parse().unwrap();
    let client = Client::with_patience(&url, "ITG.key".into(), IMPATIENT).unwrap();
    let hang_up = async {
        let (mut connection, _) = listener.accept().await.unwrap();
        let mut heard = Vec::new();
        while !heard.ends_with(b"}}") {
            assert_ne!(connection.read_buf(&mut heard).await.unwrap(), 0, "the request is cut off");
        }
        String::from_utf8(heard).unwrap()
    };
    let change = title("CTO");
    let (sent, heard) = tokio::join!(client.send(&change), hang_up);
    assert!(matches!(sent, Err(WriteError::Unknown(ItGlueError::Connection(_)))), "{sent:?}");
    assert!(heard.starts_with(&format!("PATCH /contacts/{JANE} HTTP/1.1\r\n")), "{heard}");
    assert!(heard.contains("content-type: application/vnd.api+json\r\n"), "{heard}");
}

#[tokio::test]
async fn only_a_busy_service_is_asked_again_and_within_bounds() {
    let (lookalike, client) = connect(jane_at_acme()).await;
    let busy = Fault::Answer(Answer::too_many_requests(None));
    lookalike.behave(|behaviour| behaviour.fail(3, &busy));
    client.send(&title("CTO")).await.unwrap();
    assert_eq!(lookalike.writes().len(), 4);
    lookalike.behave(|behaviour| behaviour.fail(4, &busy));
    assert!(matches!(client.send(&lee()).await, Err(WriteError::TooManyRequests { .. })));
    assert_eq!((lookalike.writes().len(), lookalike.edit(|account| account.contacts.len())), (8, 1));
}

#[tokio::test]
async fn a_long_hold_is_told_and_not_waited_for() {
    let (lookalike, client) = connect(jane_at_acme()).await;
    let until = "Thu, 31 Dec 2099 23:59:59 GMT";
    lookalike.behave(|behaviour| behaviour.always = Some(Fault::Answer(Answer::too_many_requests(Some(until)))));
    let Err(WriteError::TooManyRequests { until }) = client.delete(JANE).await else { panic!() };
    assert!(until.to_string().starts_with("2099-12-31T23:59:5"), "{until}");
    assert_eq!(lookalike.writes().len(), 1);
}
