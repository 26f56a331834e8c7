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
mod tests {
    use proptest::prelude::*;

    use super::*;

    const OWN: &str = "acme.itglue.example";

    #[test]
    fn links_lead_to_it_glue_and_nowhere_else() {
        for (address, expected) in [
            ("https://acme.itglue.example/1/contacts/2", Some("https://acme.itglue.example/1/contacts/2")),
            ("https://acme.itglue.example/?q=a%20b&c=(d)#e", Some("https://acme.itglue.example/?q=a%20b&c=(d)#e")),
            ("https://msp.itglue.com/1", Some("https://msp.itglue.com/1")),
            ("https://msp.eu.itglue.com/1", Some("https://msp.eu.itglue.com/1")),
            // Read as a browser reads it, and shown so.
            ("HTTPS://MSP.ITGLUE.COM:443/1", Some("https://msp.itglue.com/1")),
            (" https://msp.itglue.com\\@evil.example", Some("https://msp.itglue.com/@evil.example")),
            ("https://msp.itglue.com/1/../../x", Some("https://msp.itglue.com/x")),
            ("https:msp.itglue.com/1", Some("https://msp.itglue.com/1")),
            // Another host.
            ("https://www.itglue.com@evil.example", None),
            ("https://www.itglue.com:x@evil.example/", None),
            ("https://www.itglue.com%40evil.example/", None),
            ("https://www.itglue.com.evil.example/", None),
            ("https://evilitglue.com/", None),
            ("https://.itglue.com/", None),
            ("https://itglue.com/", None),
            ("https://www.itglue.com./", None),
            ("https://www.itglue.c\u{43e}m/", None),
            ("https://evil.example/https://www.itglue.com/", None),
            ("https://evil.example\\.itglue.com/", None),
            ("https://evil.example#.itglue.com/", None),
            ("https://evil.example?.itglue.com", None),
            ("https://other.acme.itglue.example/", None),
            ("https://[::1]/", None),
            ("https://127.0.0.1/", None),
            ("https://2130706433/", None),
            ("//www.itglue.com/", None),
            // Not as plain as IT Glue's own.
            ("https://jane@msp.itglue.com/", None),
            ("https://:x@msp.itglue.com/", None),
            ("https://msp.itglue.com:8443/", None),
            ("https://msp.itglue.com:80/", None),
            ("http://msp.itglue.com/1", None),
            ("ftp://msp.itglue.com/1", None),
            ("javascript:alert(1)", None),
            ("javascript://msp.itglue.com/%0aalert(1)", None),
            ("tel:5550100", None),
            ("nonsense", None),
            ("", None),
            // Discord would refuse the whole message.
            ("https://msp.itglue.com/|", None),
            ("https://msp.itglue.com/[x]", None),
            ("https://msp.itglue.com/100%", None),
            ("https://msp.itglue.com/%zz", None),
            ("https://msp.itglue.com/#a#b", None),
        ] {
            assert_eq!(Link::of(address, Some(OWN)).as_ref().map(Link::as_str), expected, "{address}");
        }
        assert_eq!(Link::of("https://acme.itglue.example/1", None), None, "no host is the account's by itself");
    }

    #[test]
    fn a_host_is_a_name_and_nothing_else() {
        assert_eq!(host("acme.itglue.example").as_deref(), Some(OWN));
        assert_eq!(host("Acme.ITGlue.Example").as_deref(), Some(OWN));
        for text in
            ["", "acme", "https://acme.example", "acme.example/x", "acme.example:1", "a@acme.example", "1.2.3.4"]
        {
            assert_eq!(host(text), None, "{text}");
        }
    }

    proptest! {
        /// Whatever surrounds the names, a browser that follows the link reaches IT Glue.
        #[test]
        fn no_text_makes_a_link_that_leads_elsewhere(
            parts in prop::collection::vec(
                prop::sample::select(vec![
                    "https:", "http:", "//", "/", "\\", "@", ":", "?", "#", "%40", "%2f", ".", "443", "\t", " ", "\u{200d}",
                    "www.itglue.com", ".itglue.com", "itglue.com", "evil.example", "acme.itglue.example", "jane", "[::1]",
                ]),
                0..9,
            ),
        ) {
            if let Some(link) = Link::of(&parts.concat(), Some(OWN)) {
                let url = Url::parse(link.as_str()).unwrap();
                prop_assert_eq!(url.as_str(), link.as_str());
                let host = url.host_str().unwrap();
                prop_assert!(host == OWN || host.ends_with(IT_GLUE), "{}", link);
                let end = link.as_str().find(host).unwrap() + host.len();
                prop_assert_eq!(&link.as_str()[..end], format!("https://{host}"));
                prop_assert_eq!(&link.as_str()[end..=end], "/");
            }
        }
    }
}
