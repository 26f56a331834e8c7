//! Failures: what the operator reads about each, and how long the client keeps trying.

use std::error::Error;
use std::sync::Mutex;
use std::time::Duration;

use callsheet::itglue::client::Client;
use callsheet::itglue::error::ItGlueError;
use callsheet::itglue::patience::Patience;
use callsheet::itglue::waiting::Waiting;
use lookalike::Lookalike;
use lookalike::answers::Answer;
use lookalike::behaviour::Fault;
use serde_json::{Value, json};
use url::Url;

use super::{IMPATIENT, account_of, check_all_contacts_come, connect, contacts};

/// Makes every request fail this way, and returns the error and the number of requests.
async fn fail(fault: Fault) -> (ItGlueError, usize) {
    let (lookalike, client) = connect(account_of(3)).await;
    lookalike.behave(|behaviour| behaviour.always = Some(fault));
    let error = contacts(&client).await.unwrap_err();
    (error, lookalike.requests().len())
}

/// Checks the message about an answer, and the number of requests.
async fn check(answer: Answer, said: &str, requests: usize) {
    let (error, sent) = fail(Fault::Answer(answer)).await;
    assert_eq!((error.to_string().as_str(), sent), (said, requests));
    assert!(error.source().is_none());
}

#[tokio::test]
async fn each_refusal_is_told_apart_and_not_repeated() {
    check(Answer::forbidden(), "IT Glue rejected the API key (403)", 1).await;
    check(Answer::unauthorized(), "the IT Glue API key lacks permission (401)", 1).await;
    check(Answer::not_found(), "IT Glue's API is not at this URL (404)", 1).await;
    check(Answer::html(404), "IT Glue's API is not at this URL (404)", 1).await;
    check(Answer::html(403), "got a web page instead of IT Glue's API (403)", 1).await;
    check(Answer::bad_content_type(), "IT Glue does not accept the content type (415)", 1).await;
    check(Answer::redirect("https://elsewhere.example/"), "IT Glue redirected the request (302)", 1).await;
    check(Answer::message(400, "Bad Request"), "IT Glue rejected the request (400)", 1).await;
}

#[tokio::test]
async fn passing_failures_are_told_apart_and_retried_in_bounds() {
    check(Answer::too_many_requests(None), "IT Glue's rate limit is reached (429)", 4).await;
    check(Answer::server_error(500), "IT Glue returned an error (500)", 4).await;
    check(Answer::message(503, "Service Unavailable"), "IT Glue returned an error (503)", 4).await;
    check(Answer::html(502), "IT Glue returned an error (502)", 4).await;
    check(Answer::html(200), "got a web page instead of IT Glue's API (200)", 4).await;
    check(Answer::empty(), "IT Glue's response is empty", 4).await;
    check(Answer::json(200, &json!({ "data": null })), "IT Glue's response is invalid", 4).await;
    check(Answer::json(200, &json!([1, 2])), "IT Glue's response is invalid", 4).await;
    let (error, requests) = fail(Fault::Truncate).await;
    assert_eq!((error.to_string().as_str(), requests), ("IT Glue's response was cut off", 4));
}

#[tokio::test]
async fn an_answer_without_end_is_cut_off() {
    let body = " ".repeat(40 << 20);
    check(Answer { body, ..Answer::empty() }, "IT Glue's response is too large", 1).await;
}

#[tokio::test]
async fn recorded_error_bodies_are_understood() {
    let recorded: Value = serde_json::from_str(include_str!("../../data/itglue/errors.json")).unwrap();
    let mut said = Vec::new();
    for (name, answer) in recorded.as_object().unwrap() {
        let status = u16::try_from(answer["http_status"].as_u64().unwrap()).unwrap();
        let (error, _) = fail(Fault::Answer(Answer::json(status, &answer["body"]))).await;
        said.push(format!("{name}: {error}. {}.", error.hint()));
    }
    insta::assert_snapshot!(said.join("\n"), @r"
    401_no_permission_on_resource: the IT Glue API key lacks permission (401). the key is valid, but its access is limited: check it in IT Glue.
    403_bad_key_or_wrong_region_host: IT Glue rejected the API key (403). the key is wrong, revoked or from another region: check IT_GLUE_API_KEY and IT_GLUE_REGION.
    422_missing_organization: IT Glue rejected the request (422, organization_id). this version may be too old for IT Glue's API: check for an update.
    422_model_validation: IT Glue rejected the request (422, configuration-type). this version may be too old for IT Glue's API: check for an update.
    ");
}

#[tokio::test]
async fn a_value_in_an_error_is_not_repeated() {
    let body = json!({ "errors": [{ "status": "422", "title": "jane@acme.example is taken",
        "source": { "pointer": "/data/attributes/jane@acme.example" } }] });
    let (error, _) = fail(Fault::Answer(Answer::json(422, &body))).await;
    assert_eq!(error.to_string(), "IT Glue rejected the request (422)");
    assert!(!format!("{error:?}").contains("jane"));
}

#[tokio::test]
async fn only_a_refused_key_is_a_refusal() {
    for (answer, is_refusal) in [
        (Answer::forbidden(), true),
        (Answer::unauthorized(), true),
        (Answer::html(403), false),
        (Answer::html(502), false),
        (Answer::not_found(), false),
    ] {
        assert_eq!(fail(Fault::Answer(answer)).await.0.is_refusal(), is_refusal);
    }
}

#[tokio::test]
async fn a_service_slow_at_every_page_size_is_given_up() {
    check(Answer::timed_out(), "IT Glue took too long to answer", 7).await;
    check(Answer::message(504, "Endpoint request timed out"), "IT Glue took too long to answer", 7).await;
    let detail = "The request took too long to process and timed out.";
    check(Answer::error(422, "Timeout", Some(detail), None), "IT Glue took too long to answer", 7).await;
}

#[tokio::test]
async fn a_service_that_never_answers_is_given_up() {
    let lookalike = Lookalike::start(account_of(3)).await.unwrap();
    lookalike.behave(|behaviour| behaviour.always = Some(Fault::Hang));
    let patience = Patience { answer: Duration::from_millis(20), ..IMPATIENT };
    let client = Client::with_patience(&lookalike.url(), lookalike.key(), patience).unwrap();
    let error = contacts(&client).await.unwrap_err();
    assert!(matches!(error, ItGlueError::TimedOut), "{error:?}");
}

/// Messages about waits. The callback is a plain function, so they need a static.
static TOLD: Mutex<Vec<String>> = Mutex::new(Vec::new());

#[tokio::test]
async fn a_silent_service_is_reported_repeatedly() {
    let lookalike = Lookalike::start(account_of(3)).await.unwrap();
    lookalike.behave(|behaviour| behaviour.always = Some(Fault::Hang));
    let tell = |waiting: &Waiting<'_>| TOLD.lock().unwrap().push(waiting.to_string());
    let patience = Patience { answer: Duration::from_secs(1), tell_every: Duration::from_millis(20), ..IMPATIENT };
    let client = Client::watched(&lookalike.url(), lookalike.key(), patience, tell).unwrap();
    let contacts = contacts(&client);
    let told = async {
        while TOLD.lock().unwrap().len() < 3 {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    tokio::select! {
        outcome = contacts => panic!("no answer can come: {outcome:?}"),
        () = told => {}
    }
    let expected = [20, 40, 60].map(|ms| format!("no answer from IT Glue for {ms}ms; waiting 1s at most"));
    assert_eq!(TOLD.lock().unwrap()[..3], expected);
}

#[test]
fn no_hint_promises_what_only_a_bot_does() {
    let errors = [
        ItGlueError::TooManyRequests { retry_after: None },
        ItGlueError::TimedOut,
        ItGlueError::Failed { status: 500, retry_after: None },
        ItGlueError::Html { status: 200 },
        ItGlueError::Empty,
        ItGlueError::Truncated,
        ItGlueError::Malformed,
        ItGlueError::TooLarge,
        ItGlueError::Forbidden,
        ItGlueError::NotFound,
    ];
    for error in errors {
        assert!(!error.hint().contains("again"), "{error}: {}", error.hint());
    }
}

#[tokio::test]
async fn a_passing_failure_loses_no_contact() {
    let (lookalike, client) = connect(account_of(2500)).await;
    lookalike.behave(|behaviour| {
        let answers = [
            Answer::too_many_requests(Some("0")),
            Answer::html(502),
            Answer::empty(),
            Answer::timed_out(),
            Answer::server_error(500),
        ];
        behaviour.next = answers.into_iter().flat_map(|answer| [Some(Fault::Answer(answer)), None]).collect();
        behaviour.next.push_back(Some(Fault::Truncate));
    });
    check_all_contacts_come(&lookalike, &client).await;
}

#[tokio::test]
async fn the_last_attempt_may_still_succeed() {
    let (lookalike, client) = connect(account_of(3)).await;
    lookalike.behave(|behaviour| behaviour.fail(3, &Fault::Answer(Answer::server_error(500))));
    check_all_contacts_come(&lookalike, &client).await;
    lookalike.behave(|behaviour| behaviour.fail(4, &Fault::Answer(Answer::server_error(500))));
    assert!(matches!(contacts(&client).await.unwrap_err(), ItGlueError::Failed { status: 500, .. }));
}

#[tokio::test]
async fn a_service_that_is_down_is_unreachable_and_comes_back() {
    let (mut lookalike, client) = connect(account_of(3)).await;
    check_all_contacts_come(&lookalike, &client).await;
    lookalike.go_down().await;
    let error = contacts(&client).await.unwrap_err();
    assert!(matches!(error, ItGlueError::Connection(_)), "{error:?}");
    assert!(!format!("{error:?}").contains("page"), "the address is left out");
    lookalike.come_back().await.unwrap();
    check_all_contacts_come(&lookalike, &client).await;
}

#[tokio::test]
async fn a_pause_beyond_the_patience_is_not_awaited() {
    for retry_after in ["3600", "Fri, 31 Dec 2099 23:59:59 GMT"] {
        let (error, requests) = fail(Fault::Answer(Answer::too_many_requests(Some(retry_after)))).await;
        let ItGlueError::TooManyRequests { retry_after: Some(wanted) } = error else { panic!("{error:?}") };
        assert!(wanted >= Duration::from_hours(1));
        assert_eq!(requests, 1);
    }
}

/// The pauses of one request that fails again and again, without jitter.
fn pauses(error: &ItGlueError) -> Vec<u64> {
    let mut so_far = Duration::ZERO;
    (1..)
        .map_while(|attempt| {
            let pause = Patience::default().pause(error, attempt, so_far, 1.0)?;
            so_far += pause;
            Some(pause.as_secs())
        })
        .collect()
}

#[test]
fn pauses_grow_and_end() {
    assert_eq!(pauses(&ItGlueError::Failed { status: 500, retry_after: None }), [1, 2, 4, 8, 16]);
    let retry_after = Some(Duration::from_secs(7));
    // Jitter, here as long as a first pause, is added.
    assert_eq!(pauses(&ItGlueError::Failed { status: 503, retry_after }), [8; 5]);
    assert_eq!(pauses(&ItGlueError::TooManyRequests { retry_after: None }), [5, 10, 20, 40, 60]);
    assert_eq!(pauses(&ItGlueError::Forbidden), [0_u64; 0]);
}

#[test]
fn a_requested_pause_is_kept_and_the_total_is_bounded() {
    let retry_after = Some(Duration::from_secs(90));
    assert_eq!(pauses(&ItGlueError::TooManyRequests { retry_after }), [91, 91, 91]);
    let endless = ItGlueError::TooManyRequests { retry_after: Some(Duration::MAX) };
    assert_eq!(Patience::default().pause(&endless, 2, Duration::from_secs(5), 1.0), None);
}

#[test]
fn jitter_shortens_own_pauses_and_lengthens_requested_ones() {
    let patience = Patience::default();
    let pause = |error: &ItGlueError| patience.pause(error, 1, Duration::ZERO, 0.0).unwrap();
    assert_eq!(pause(&ItGlueError::Empty), Duration::from_millis(500));
    let retry_after = Some(Duration::from_secs(7));
    assert_eq!(pause(&ItGlueError::TooManyRequests { retry_after }), Duration::from_secs(7));
}

#[test]
fn an_unusable_address_or_key_is_told_at_once() {
    let new = |base: &str, key: &str| Client::new(&Url::parse(base).unwrap(), key.into()).map(|_| ());
    assert!(matches!(new("mailto:it@glue.example", "ITG.x"), Err(ItGlueError::Address)));
    assert!(matches!(new("https://user:secret@glue.example", "ITG.x"), Err(ItGlueError::Address)));
    assert!(matches!(new("https://glue.example", "ITG.\nx"), Err(ItGlueError::Key)));
    assert!(new("https://glue.example/prefix/", "ITG.x").is_ok());
}
