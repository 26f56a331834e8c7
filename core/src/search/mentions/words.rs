//! Words and addresses that mean something of their own in an alert.

use crate::search::organizations;

/// Usual words of alerts and host names. An organization may have such a name, but the word alone names none.
#[rustfmt::skip]
const USUAL: [&str; 145] = [
    "access", "account", "active", "admin", "agent", "alarm", "alert", "alerts", "all", "app", "application", "auth", "aws",
    "azure", "backup", "backups", "battery", "bios", "bot", "both", "box", "cert", "certificate", "check", "client", "cloud", "cluster",
    "company", "core", "cpu", "critical", "customer", "daily", "data", "database", "default", "device", "dhcp", "disk", "dns",
    "domain", "down", "drive", "email", "error", "event", "exchange", "fail", "failed", "failure", "fax", "file", "fire",
    "firewall", "firing", "gateway", "global", "group", "health", "high", "host", "hub", "idrac", "ilo", "info", "internal",
    "internet", "ipmi", "isp", "job", "lab", "lan", "link", "live", "local", "log", "login", "low", "mail", "main", "major",
    "manager", "memory", "minor", "monitor", "monitoring", "nas", "network", "new", "node", "office", "offline", "online",
    "open", "outlook", "patch", "ping", "policy", "pop", "port", "power", "print", "printer", "priority", "prod", "ram", "raid",
    "rds", "remote", "report", "resolved", "restore", "router", "rtr", "san", "scan", "security", "server", "service",
    "services", "site", "smtp", "sql", "ssd", "ssh", "ssl", "status", "storage", "support", "switch", "system", "target",
    "test", "ticket", "tls", "unknown", "update", "ups", "uptime", "user", "vlan", "vpn", "wan", "warning", "web",
];

/// Abbreviations of two letters that alerts and host names are made of, and a client's short name only beside others.
const ABBREVIATIONS: [&str; 24] = [
    "ad", "ap", "cf", "db", "dc", "dr", "fs", "fw", "ha", "hp", "hv", "id", "io", "ip", "it", "na", "no", "ok", "os",
    "pc", "sw", "up", "vm", "ws",
];

/// Labels before a customer's name.
const LABELS: [&str; 11] = [
    "customer",
    "client",
    "company",
    "organization",
    "organisation",
    "org",
    "account",
    "tenant",
    "site",
    "kunde",
    "cliente",
];

/// Kinds of organizations that alerts name beside others.
const ASIDES: [&str; 4] = ["vendor", "supplier", "internal", "manufacturer"];

/// Providers of addresses for the public: an address there does not tell where a contact works.
#[rustfmt::skip]
const FREE_MAIL: [&str; 36] = [
    "126.com", "163.com", "aol.com", "att.net", "bluewin.ch", "btinternet.com", "comcast.net", "fastmail.com", "free.fr",
    "gmail.com", "gmx.at", "gmx.com", "gmx.de", "gmx.net", "googlemail.com", "hotmail.com", "icloud.com", "laposte.net",
    "libero.it", "live.com", "mac.com", "mail.com", "mail.ru", "me.com", "msn.com", "orange.fr", "outlook.com", "proton.me",
    "protonmail.com", "qq.com", "t-online.de", "verizon.net", "web.de", "yahoo.com", "yandex.ru", "ymail.com",
];

/// Addresses in a text that are looked at; an alert names a few hosts.
const MOST_DOMAINS: usize = 40;

/// The words that a name has to be recognised by: without "the", "and" and the legal form at its end.
pub(super) fn core(name: &str) -> Vec<String> {
    let mut words = organizations::words(name);
    words.retain(|word| word != "and");
    if words.len() > 1 && words[0] == "the" {
        words.remove(0);
    }
    while words.len() > 1 && words.last().is_some_and(|word| organizations::is_legal(word)) {
        words.pop();
    }
    words
}

/// Whether a word is one of those that alerts are made of.
pub(crate) fn is_usual(word: &str) -> bool {
    USUAL.contains(&word)
}

/// Whether a word is an abbreviation of two letters that alerts and host names are made of.
pub(super) fn is_abbreviation(word: &str) -> bool {
    ABBREVIATIONS.contains(&word)
}

/// Whether a customer's name stands behind this word and a colon.
pub(super) fn is_label(word: &str) -> bool {
    LABELS.contains(&word)
}

/// Whether organizations of this type are named in alerts about others.
pub(super) fn is_aside(organization_type: &str) -> bool {
    organizations::words(organization_type).iter().any(|word| ASIDES.contains(&word.trim_end_matches('s')))
}

/// Whether a domain gives addresses to everybody.
pub(crate) fn is_free_mail(domain: &str) -> bool {
    FREE_MAIL.contains(&domain)
}

/// The domains in a text, of hosts and e-mail addresses, in lower case; each followed by the domains it is part of.
pub(crate) fn domains(text: &str) -> impl Iterator<Item = Vec<String>> {
    let is_of_domain = |char: char| char.is_alphanumeric() || matches!(char, '.' | '-' | '_');
    let runs = text.split(move |char| !is_of_domain(char)).map(|run| run.trim_matches(['.', '-', '_']));
    runs.filter(|run| run.contains('.')).take(MOST_DOMAINS).map(|run| {
        let run = run.to_lowercase();
        let dots: Vec<usize> = run.match_indices('.').map(|(at, _)| at + 1).collect();
        // The last part alone belongs to no organization.
        let starts = std::iter::once(0).chain(dots.iter().copied().take(dots.len().saturating_sub(1)));
        starts.map(|start| run.split_at(start).1.to_owned()).collect()
    })
}
