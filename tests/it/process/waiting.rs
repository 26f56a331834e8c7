//! Progress messages of `callsheet sync`: how far it is, and what it waits for.

use insta::assert_snapshot;
use lookalike::Lookalike;
use lookalike::account::Account;
use lookalike::answers::Answer;
use lookalike::behaviour::Fault;
use secrecy::ExposeSecret;

use super::{Place, output, small_account};

/// Standard error of a sync, without the lengths of pauses, which are random.
async fn said(it_glue: &Lookalike) -> String {
    let (url, key) = (it_glue.url(), it_glue.key());
    let vars = [("IT_GLUE_API_URL", url.as_str()), ("IT_GLUE_API_KEY", key.expose_secret())];
    let output = output(Place::new().program(&["sync"], &vars)).await;
    let said = String::from_utf8(output.stderr).unwrap();
    let lines = said.lines().filter(|line| !line.contains("own URL"));
    let without_pause = |line: &str| match line.split_once(" of 6 in ") {
        Some((start, _)) => format!("{start} of 6 in … s\n"),
        None => format!("{line}\n"),
    };
    lines.map(without_pause).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sync_tells_how_far_it_is() {
    let it_glue = Lookalike::start(small_account()).await.unwrap();
    assert_snapshot!(said(&it_glue).await, @"
    read 2 of 2 contacts
    read 1 of 1 organizations
    read 1 of 1 contact types
    read 0 of 0 locations
    ");
    let it_glue = Lookalike::start(Account::generated(2500, 3, 7)).await.unwrap();
    let told = said(&it_glue).await;
    for line in ["read 1000 of 2500 contacts\n", "read 2500 of 2500 contacts\n", "read 3 of 3 organizations\n"] {
        assert!(told.contains(line), "{told}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sync_tells_why_it_waits_and_for_how_long() {
    let it_glue = Lookalike::start(small_account()).await.unwrap();
    let busy = Fault::Answer(Answer::too_many_requests(Some("0")));
    it_glue.behave(|behaviour| behaviour.fail(2, &busy));
    assert_snapshot!(said(&it_glue).await, @"
    IT Glue's rate limit is reached (429); attempt 2 of 6 in … s
    IT Glue's rate limit is reached (429); attempt 3 of 6 in … s
    read 2 of 2 contacts
    read 1 of 1 organizations
    read 1 of 1 contact types
    read 0 of 0 locations
    ");
}
