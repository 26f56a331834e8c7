use super::*;

const DISCORD: &str = "https://discord.com";

fn api(base: &str, token: &str) -> Result<Api> {
    Api::new(&base.parse().unwrap(), &token.into())
}

#[test]
fn paths_are_added_to_the_base() {
    let cases = [
        (DISCORD, "https://discord.com/api/v10/gateway/bot"),
        ("http://127.0.0.1:9000", "http://127.0.0.1:9000/api/v10/gateway/bot"),
        ("http://proxy.example/discord/", "http://proxy.example/discord/api/v10/gateway/bot"),
    ];
    for (base, expected) in cases {
        assert_eq!(api(base, "t").unwrap().url(&["gateway", "bot"]).as_str(), expected);
    }
}

#[test]
fn a_token_stays_one_part_of_the_path() {
    let url = api(DISCORD, "t").unwrap().url(&["interactions", "1", "a/../b?c", "callback"]);
    assert_eq!(url.as_str(), "https://discord.com/api/v10/interactions/1/a%2F..%2Fb%3Fc/callback");
}

#[test]
fn unusable_settings_are_refused_at_once() {
    assert_eq!(api("ftp://discord.example", "t").unwrap_err(), ApiError::BaseUrl);
    assert_eq!(api("mailto:discord", "t").unwrap_err(), ApiError::BaseUrl);
    assert_eq!(api(DISCORD, "two\nlines").unwrap_err(), ApiError::BadToken);
}

#[test]
fn the_token_is_kept_without_its_scheme_and_out_of_sight() {
    let api = api(DISCORD, " Bot the-token\n").unwrap();
    assert_eq!(api.token().expose_secret(), "the-token");
    assert!(!format!("{api:?}").contains("the-token"));
}
