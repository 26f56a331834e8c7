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
    for text in ["", "acme", "https://acme.example", "acme.example/x", "acme.example:1", "a@acme.example", "1.2.3.4"] {
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
