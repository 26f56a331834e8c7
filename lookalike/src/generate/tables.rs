//! The tables of invented contacts.

/// Given names, one a line.
pub(super) const GIVEN: &str = include_str!("given.txt");

/// Family names, one a line.
pub(super) const FAMILY: &str = include_str!("family.txt");

/// Job titles: a line for each contact type that implies a job, and one for each trade.
pub(super) const TITLES: &str = include_str!("titles.txt");

/// Cities with their region, country and area codes: an area has only a hundred numbers for fiction.
pub(super) const CITIES: [(&str, &str, &str, &[&str]); 10] = [
    ("San Francisco", "California", "United States", &["415", "628", "510", "650"]),
    ("Chicago", "Illinois", "United States", &["312", "773", "872"]),
    ("Boston", "Massachusetts", "United States", &["617", "857"]),
    ("Seattle", "Washington", "United States", &["206", "425"]),
    ("Denver", "Colorado", "United States", &["303", "720"]),
    ("Austin", "Texas", "United States", &["512", "737"]),
    ("Atlanta", "Georgia", "United States", &["404", "470", "678"]),
    ("Miami", "Florida", "United States", &["305", "786"]),
    ("Toronto", "Ontario", "Canada", &["416", "437", "647"]),
    ("Vancouver", "British Columbia", "Canada", &["604", "236", "778"]),
];

/// Common contact types, with their share of a hundred contacts. The rest have none.
pub(super) const TYPES: [(&str, u32); 14] = [
    ("Approver", 8),
    ("Billing", 6),
    ("Champion", 2),
    ("Decision Maker", 7),
    ("Employee - Full Time", 6),
    ("End User", 34),
    ("Influencer", 2),
    ("Internal IT", 3),
    ("Management", 4),
    ("Owner", 3),
    ("Primary Contact", 0),
    ("Technical Contact", 5),
    ("Terminated", 8),
    ("Vendor Support", 2),
];

/// Mailboxes and desks that are recorded as contacts.
pub(super) const DESKS: [(&str, &str); 6] = [
    ("Front Desk", "reception"),
    ("Accounts Payable", "ap"),
    ("IT Help Desk", "it"),
    ("Scan to Email", "scanner"),
    ("Conference Room", "conference"),
    ("After Hours Line", "oncall"),
];

pub(super) const NOTES: [&str; 6] = [
    "Prefers e-mail.",
    "M-F 9-5, text first.\nDo not call on Wednesdays.",
    "<div>Works from home on <strong>Fridays</strong>.</div>",
    "<p>Part time.</p><ul><li>Mon&nbsp;8-12</li><li>Thu 13-17</li></ul>",
    "Door code with reception; ask for the \"blue badge\".",
    "Speaks French & English <3",
];
