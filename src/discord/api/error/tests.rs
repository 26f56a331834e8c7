use super::*;

fn error(status: u16, body: &str) -> String {
    ApiError::from_response(status, None, body.as_bytes()).to_string()
}

#[test]
fn every_refusal_that_matters_has_its_own_sentence() {
    assert_eq!(error(401, r#"{"message":"401: Unauthorized","code":0}"#), "Discord rejected the bot token");
    assert_eq!(error(403, r#"{"code":50001}"#), "Discord denied access (code 50001)");
    assert_eq!(error(404, r#"{"code":10004}"#), "Discord could not find this (code 10004)");
    assert_eq!(error(404, r#"{"code":10062}"#), "the interaction has expired");
    assert_eq!(error(401, r#"{"code":50027}"#), "the interaction has expired");
    assert_eq!(error(400, r#"{"code":30034}"#), "this server has reached Discord's daily limit for new commands");
    assert_eq!(error(502, "<html>"), "Discord is unavailable (HTTP 502)");
    assert_eq!(error(302, ""), "unexpected response from Discord (HTTP 302, code 0)");
    assert_eq!(error(400, r#"{"code":"x"}"#), "unexpected response from Discord (HTTP 400, code 0)");
}

#[test]
fn an_invalid_form_is_named_by_place_and_code_and_never_quoted() {
    let body = r#"{"code":50035,"message":"Invalid Form Body","errors":{"data":{"embeds":{"0":{"title":
            {"_errors":[{"code":"BASE_TYPE_MAX_LENGTH","message":"Jane Doe is too long"}]}}}}}}"#;
    assert_eq!(error(400, body), "Discord rejected the request: data.embeds.0.title: BASE_TYPE_MAX_LENGTH");
}

#[test]
fn a_rate_limit_lasts_as_long_as_the_longer_of_header_and_body() {
    let wait = |header, body: &str| ApiError::from_response(429, header, body.as_bytes()).retry_after().unwrap();
    assert_eq!(wait(Some("2"), r#"{"retry_after":1.5}"#), Duration::from_secs(2));
    assert_eq!(wait(Some("1"), r#"{"retry_after":1.5}"#), Duration::from_millis(1500));
    assert_eq!(wait(None, r#"{"retry_after":0.25,"global":true}"#), Duration::from_millis(250));
    assert_eq!(wait(Some("1.5"), "<html>"), Duration::from_millis(1500));
    assert_eq!(wait(None, ""), UNTOLD_RETRY_AFTER);
    assert_eq!(wait(Some("-1"), ""), UNTOLD_RETRY_AFTER);
    assert_eq!(wait(Some("NaN"), ""), UNTOLD_RETRY_AFTER);
    assert_eq!(wait(Some("1e9"), ""), LONGEST_RETRY_AFTER);
}
