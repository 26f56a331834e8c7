//! Links to records in IT Glue. Their addresses come with the records, so an editor of a record could otherwise lead
//! readers anywhere.

use std::fmt;

use url::{Host, Url};

/// The domain of every account's own pages: `https://ACCOUNT.itglue.com`, and `https://ACCOUNT.eu.itglue.com`.
const IT_GLUE: &str = ".itglue.com";

/// An address of the account's own IT Glue, which users may follow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link(String);

impl Link {
    /// Accepts an address of IT Glue, or of the host that the operator has named. It reads the address as a browser
    /// does and returns what it read. A user name before the host, a port, or an unencrypted address is refused.
    pub fn of(address: &str, own_host: Option<&str>) -> Option<Self> {
        let url = Url::parse(address).ok()?;
        let is_plain =
            url.scheme() == "https" && url.username().is_empty() && url.password().is_none() && url.port().is_none();
        let Some(Host::Domain(host)) = url.host() else { return None };
        let is_it_glue = own_host == Some(host) || host.strip_suffix(IT_GLUE).is_some_and(|name| !name.is_empty());
        Some(String::from(url.clone())).filter(|url| is_plain && is_it_glue && is_uri(url)).map(Self)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A host as [`Link::of`] compares it; `None` if it is anything but a name on the web.
pub fn host(text: &str) -> Option<String> {
    let url = Url::parse(&format!("https://{text}/")).ok()?;
    let Some(Host::Domain(host)) = url.host() else { return None };
    // Discord refuses the whole message if the host of a link cannot be one on the internet.
    (host.contains('.') && text.to_lowercase() == host).then(|| host.to_owned())
}

/// Whether an address has only RFC 3986's characters; for others Discord would refuse the whole message.
fn is_uri(url: &str) -> bool {
    let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~:/?#@!$&'()*+,;=%".contains(&byte);
    let is_escape = |rest: &str| rest.len() > 1 && rest.bytes().take(2).all(|byte| byte.is_ascii_hexdigit());
    url.bytes().all(is_allowed) && url.split('%').skip(1).all(is_escape) && url.matches('#').count() <= 1
}

#[cfg(test)]
mod tests;
