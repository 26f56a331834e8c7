//! Addresses of servers: who could read what is sent to them.

use url::{Host, Url};

pub fn is_on_this_machine(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        // The parser takes the host of a scheme that it does not know for any text.
        None => false,
    }
}

/// Whether no third party on the way can read what is sent there.
pub fn is_private(url: &Url) -> bool {
    matches!(url.scheme(), "https" | "wss") || is_on_this_machine(url)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_encryption_or_this_machine_is_private() {
        for (url, expected) in [
            ("https://api.itglue.com", true),
            ("wss://gateway.discord.gg", true),
            ("http://localhost:9000/x", true),
            ("HTTP://LOCALHOST", true),
            ("ws://127.0.0.1:9000", true),
            ("http://127.255.0.9", true),
            // The same address in hexadecimal.
            ("http://0x7f000001", true),
            ("http://[::1]:9000", true),
            ("http://api.itglue.com", false),
            ("ws://gateway.discord.gg", false),
            ("http://192.168.0.10", false),
            ("http://0.0.0.0", false),
            ("http://[::]", false),
            ("http://[::ffff:10.0.0.1]", false),
            ("http://localhost.acme.example", false),
            ("http://127.0.0.1.acme.example", false),
            ("http://localhost@acme.example", false),
            ("http://acme.example/localhost", false),
        ] {
            assert_eq!(is_private(&Url::parse(url).unwrap()), expected, "{url}");
        }
    }
}
