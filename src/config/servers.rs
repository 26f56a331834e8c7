//! The two services: their addresses and their secrets.

use std::collections::BTreeSet;

use secrecy::SecretString;
use url::Url;

use crate::address;
use crate::config::reader::VariableReader;

const DISCORD: &str = "https://discord.com";

/// IT Glue's address, by region.
const IT_GLUE: [(&str, &str); 3] =
    [("us", "https://api.itglue.com"), ("eu", "https://api.eu.itglue.com"), ("au", "https://api.au.itglue.com")];

#[derive(Debug)]
pub struct Discord {
    pub token: SecretString,
    pub guilds: BTreeSet<u64>,
    /// Base address of the HTTP API, without `/api/v10`.
    pub api: Url,
}

#[derive(Debug)]
pub struct ItGlue {
    pub key: SecretString,
    pub api: Url,
}

impl Discord {
    pub(super) fn read(reader: &mut VariableReader<'_>, allow_http: bool) -> Option<Self> {
        let token = reader.secret("DISCORD_TOKEN", "the bot's token, from the Bot page of Discord's developer portal");
        let guilds = reader.required(
            "DISCORD_GUILD_IDS",
            "the IDs of the Discord servers to serve, separated by commas",
            parse_guilds,
        );
        let api = address(reader, "DISCORD_API_URL", DISCORD, &[DISCORD], allow_http);
        Some(Self { token: token?, guilds: guilds?, api: api? })
    }
}

impl ItGlue {
    pub(super) fn read(reader: &mut VariableReader<'_>, allow_http: bool) -> Option<Self> {
        let key = reader.secret("IT_GLUE_API_KEY", "an API key, from Account > Settings > API Keys in IT Glue");
        let [(_, default), ..] = IT_GLUE;
        let region = reader.value("IT_GLUE_REGION", default, |text| {
            let region = IT_GLUE.iter().find(|(name, _)| name.eq_ignore_ascii_case(text));
            region.map(|(_, api)| *api).ok_or_else(|| "must be us, eu or au".to_owned())
        });
        let api = address(reader, "IT_GLUE_API_URL", region, &IT_GLUE.map(|(_, api)| api), allow_http);
        Some(Self { key: key?, api: api? })
    }
}

/// Whether secrets may go to other machines unencrypted.
pub(super) fn allow_http(reader: &mut VariableReader<'_>) -> bool {
    reader.switch("ALLOW_HTTP", false)
}

/// The address of a service. Any other than the service's own gives a warning: the secret is sent there.
fn address(reader: &mut VariableReader<'_>, name: &str, default: &str, own: &[&str], allow_http: bool) -> Option<Url> {
    let url = reader.value(name, Url::parse(default).ok(), |text| base_url(text, allow_http).map(Some))?;
    if !own.iter().any(|own| Url::parse(own).as_ref() == Ok(&url)) {
        // Without its path, which may be a secret between an operator and a proxy.
        let place = url.origin().ascii_serialization();
        reader.warn(name, &format!("sends everything to {place}, which is not the service's own URL"));
    }
    if !address::is_private(&url) {
        reader.warn(name, "is not https, and ALLOW_HTTP is on: others on the network can read the key and all answers");
    }
    Some(url)
}

fn parse_guilds(text: &str) -> Result<BTreeSet<u64>, String> {
    let ids = text.split(',').map(str::trim).filter(|id| !id.is_empty());
    let guilds: Option<BTreeSet<u64>> = ids.map(|id| id.parse().ok().filter(|&id| id != 0)).collect();
    guilds.filter(|guilds| !guilds.is_empty()).ok_or_else(|| {
        "must be server IDs separated by commas (turn on Developer Mode, then right-click the server > Copy Server ID)"
            .to_owned()
    })
}

fn base_url(text: &str, allow_http: bool) -> Result<Url, String> {
    let url = Url::parse(text).map_err(|_| "must be a URL such as https://api.example.com".to_owned())?;
    if !matches!(url.scheme(), "http" | "https") || url.host().is_none() {
        return Err("must start with http:// or https://".to_owned());
    }
    if !url.username().is_empty() || url.password().is_some() || url.query().is_some() || url.fragment().is_some() {
        return Err("must be a URL without user name, password, ? or #".to_owned());
    }
    if !allow_http && !address::is_private(&url) {
        return Err(
            "must be https, so that no one on the network can read the key; ALLOW_HTTP=on allows http".to_owned()
        );
    }
    Ok(url)
}
