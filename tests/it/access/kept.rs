//! Hidden data cannot be inferred: not from searches, the order of a list, or what is said about a contact who is not
//! shown.

use insta::assert_snapshot;

use testkit::account::{Account, location, person, usual_types};
use testkit::chat::Chat;

/// One client with a complete contact and one with only a name on record, and a contact of another client.
fn account() -> Account {
    let jane = person(1, "Jane Doe").at(1).title("IT Manager").of_type(1).located(1);
    let jane = jane.phone("4155550156").email("lapis.quartz@acme.example").notes("Ring the lapis bell. Mon-Fri 9-5.");
    usual_types(Account::default())
        .organization(1, "Acme Corporation")
        .organization(2, "Globex")
        .location_like(location(1, 1, ["Shelbyville", "Illinois", "United States"]))
        .with(jane)
        .with(person(2, "Zoe Zoll").at(1).of_type(1))
        .with(person(3, "Gwen Globe").at(2).phone("2079460199").email("gwen@globex.example"))
}

const PHONELESS: &str =
    "[[access]]\norganizations = [1]\nfields = [\"email\", \"notes\", \"location\"]\n[[access]]\norganizations = [2]\n";
const MAILLESS: &str =
    "[[access]]\norganizations = [1]\nfields = [\"phone\", \"notes\", \"location\"]\n[[access]]\norganizations = [2]\n";
const PLACELESS: &str =
    "[[access]]\norganizations = [1]\nfields = [\"phone\", \"email\", \"notes\"]\n[[access]]\norganizations = [2]\n";
const REDACTED: &str = "open = true\nredacted = [1]\n";

/// Whether an answer to this text names Jane Doe.
fn finds(policy: &str, text: &str) -> bool {
    let chat = Chat::about(&account()).with_policy(policy);
    let shown = [
        chat.types("contact", &[("name", text)]),
        chat.types("contact", &[("organization", "id:1"), ("name", text)]),
        chat.asks("contact", &[("name", text)]),
        chat.asks("contact", &[("name", text), ("organization", "id:1")]),
        chat.asks("contact", &[("name", text), ("organization", "acme corporation")]),
        chat.asks("contact", &[("name", &format!("{text} acme"))]),
    ];
    shown.iter().any(|shown| shown.to_string().contains("Jane Doe"))
}

#[test]
fn a_hidden_number_is_not_found_in_parts_or_whole() {
    let digits = "4155550156";
    let beginnings = (1..=digits.len()).map(|length| &digits[..length]);
    let ends = (0..digits.len()).map(|from| &digits[from..]);
    let others = ["415 555 0156", "(415) 555-0156", "+1 415 555 0156", "555-0156", "+14155550156 ext 3", "0156"];
    for text in beginnings.chain(ends).chain(others) {
        assert!(!finds(PHONELESS, text), "without numbers: {text}");
        assert!(!finds(REDACTED, text), "redacted: {text}");
    }
    assert!(finds(MAILLESS, "415 555 0156") && finds(MAILLESS, "0156"), "where it is shown it is found");
}

#[test]
fn a_hidden_address_is_not_found_by_any_part() {
    let address = "lapis.quartz@acme.example";
    let beginnings = (1..=address.len()).map(|length| &address[..length]);
    let others = [
        "quartz",
        "@acme.example",
        "LAPIS.QUARTZ@ACME.EXAMPLE",
        "lapis.quarts@acme.example",
        "lapis.quartz@acme.exmple",
    ];
    for text in beginnings.chain(others) {
        assert!(!finds(MAILLESS, text), "without addresses: {text}");
        assert!(!finds(REDACTED, text), "redacted: {text}");
    }
    assert!(finds(PHONELESS, address) && finds(PHONELESS, "lapis.qu"), "where it is shown it is found");
}

#[test]
fn a_hidden_domain_tells_no_client() {
    let says = |policy: &str| {
        let chat = Chat::about(&account()).with_policy(policy);
        let alert = serde_json::json!({ "content": "srv1.acme.example is down" });
        chat.uses_on("Who do I call?", &alert).to_string()
    };
    assert!(says(PHONELESS).contains("Acme Corporation"));
    for policy in [MAILLESS, REDACTED] {
        assert!(!says(policy).contains("Acme Corporation"), "{policy}");
    }
}

#[test]
fn hidden_titles_types_and_places_are_not_searched() {
    for text in ["it manager", "manager", "primary", "primary contact", "shelbyville", "manager shelbyville"] {
        assert!(finds("open = true", text) || text.contains("shelbyville"), "where it is shown it is found: {text}");
        assert!(!finds(REDACTED, text), "redacted: {text}");
    }
    assert!(finds("open = true", "doe shelbyville") && !finds(PLACELESS, "shelbyville"));
}

/// The operator changes them while the account stays as it is.
#[test]
fn rules_keep_back_what_they_say_whatever_rules_were_before() {
    let account = account().with(person(9, "Vera Veiled").at(1).restricted().phone("4155550158"));
    let snapshot = account.snapshot();
    let trusted = "[[access]]\nexcept = [999]\nrestricted = true\n";
    let distrusted = "[[access]]\nexcept = [999]\n";
    let [acme, globex] = [1, 2].map(|id| format!("[[access]]\norganizations = [{id}]\n"));
    for policy in ["open = true", REDACTED, PHONELESS, MAILLESS, PLACELESS, trusted, distrusted, &acme, &globex] {
        let after = Chat::over(snapshot.clone()).with_policy(policy);
        let alone = Chat::about(&account).with_policy(policy);
        for text in ["0156", "4155550158", "lapis.quartz", "it manager", "vera veiled", "gwen", "jane doe acme", "z"] {
            let asks = |chat: &Chat| {
                let options = [("name", text)];
                (chat.asks("contact", &options).to_string(), chat.types("contact", &options).to_string())
            };
            assert_eq!(asks(&after), asks(&alone), "{text}, by {policy}");
        }
    }
}

#[test]
fn a_site_of_another_client_does_not_tell_where_somebody_is() {
    let account = usual_types(Account::default())
        .organization(1, "Acme Corporation")
        .organization(2, "Globex")
        .location_like(location(1, 2, ["San Francisco", "California", "United States"]))
        .with(person(1, "Jane Doe").at(1).phone("4155550156").located(1));
    let card =
        |policy: &str| Chat::about(&account).with_policy(policy).asks("contact", &[("name", "id:1")]).to_string();
    let [shown, kept_back] = ["open = true", PLACELESS].map(card);
    assert!(shown.contains("San Francisco") && !shown.contains("unverified"), "{shown}");
    // Nor by the country that the number would be dialled in.
    assert!(kept_back.contains("4155550156\nas stored, unverified"), "{kept_back}");
}

#[test]
fn a_chain_does_not_tell_who_has_a_hidden_number() {
    let people = [
        person(1, "Ada Able").at(1).of_type(1).email("ada@acme.example"),
        person(2, "Bea Baker").at(1).of_type(1).phone("4155550101").email("bea@acme.example"),
        person(3, "Cal Cook").at(1).of_type(1),
        person(4, "Dan Drew").at(1).of_type(1).phone("4155550102"),
    ];
    let account = usual_types(Account::default()).organization(1, "Acme Corporation").with_all(people);
    let policy = "[[access]]\nfields = [\"notes\"]\n[[authorisation]]\naction = \"visit\"\nby = [\"primary\"]\n";
    let chat = Chat::about(&account).with_policy(policy);
    assert_snapshot!(chat.asks("primary", &[("organization", "id:1")]), @"
    Ada Able
    Primary Contact · Acme Corporation
    📞 Phone numbers are hidden here
    ✉️ Email addresses are hidden here
    ⤵️ If no answer: 2. Bea Baker · primary contact
    3. Cal Cook · primary contact
    4. Dan Drew · primary contact
    ⤵️ Step 1 of 4 at Acme Corporation: primary contact
    No title
    📍 Location is hidden here
    Synced 4 min ago
    [Ada Able | Acme Corporation · Primary Contact]
    [Bea Baker | Acme Corporation · Primary Contact]
    [Cal Cook | Acme Corporation · Primary Contact]
    [Dan Drew | Acme Corporation · Primary Contact]
    [No answer → next]
    [Reached]
    [Show less]
    [Share in channel]
    [Directory]
    [☆ Add favorite]
    [Download vCard]
    ");
    assert_snapshot!(chat.asks("who-can", &[("action", "visit"), ("organization", "id:1")]), @"
    Who can approve “visit” at Acme Corporation
    1. Ada Able · type: Primary Contact
       number hidden here · primary contact
    2. Bea Baker · type: Primary Contact
       number hidden here · primary contact
    3. Cal Cook · type: Primary Contact
       number hidden here · primary contact
    4. Dan Drew · type: Primary Contact
       number hidden here · primary contact
    Synced 4 min ago
    [Ada Able | Acme Corporation · Primary Contact]
    [Bea Baker | Acme Corporation · Primary Contact]
    [Cal Cook | Acme Corporation · Primary Contact]
    [Dan Drew | Acme Corporation · Primary Contact]
    ");
    let menu = chat.types("contact", &[("organization", "id:1"), ("name", "")]).to_string();
    assert!(!menu.contains("no phone") && menu.contains("Cal Cook"), "{menu}");
}

#[test]
fn actions_of_hidden_clients_are_not_suggested() {
    let actions = "[[authorisation]]\naction = \"visit\"\nby = [\"anyone\"]\n\
        [[organization]]\nid = 1\n[[organization.authorisation]]\naction = \"vault access\"\nby = [\"anyone\"]\n\
        [[organization]]\nname = \"globex\"\n[[organization.authorisation]]\naction = \"vote\"\nby = [\"anyone\"]\n";
    let suggested = |access: &str, typed: &str| {
        let chat = Chat::about(&account()).with_policy(&format!("{access}{actions}"));
        let shown = chat.types("who-can", &[("action", typed)]);
        shown.suggestions().iter().map(|(name, _)| (*name).to_owned()).collect::<Vec<_>>().join(", ")
    };
    assert_eq!(suggested("open = true\n", ""), "visit, vault access, vote");
    assert_eq!(suggested("[[access]]\norganizations = [1]\n", ""), "visit, vault access");
    assert_eq!(suggested("[[access]]\nexcept = [\"Acme*\"]\n", "v"), "visit, vote");
    assert!(!suggested("[[access]]\norganizations = [2]\n", "vault").contains("vault access"));
}

#[test]
fn a_hidden_contact_is_not_said_to_be_missing() {
    let policy = "[[organization]]\nid = 1\nchain.order = [{ person = \"Vera Veiled\" }, { person = 77 }, \"primary\"]\n\
        [[organization.authorisation]]\naction = \"visit\"\nby = [{ person = \"Vera Veiled\" }, \"primary\"]\n";
    let veiled = account().with(person(9, "Vera Veiled").at(1).restricted().phone("4155550158"));
    let about = |account: &Account, access: &str| {
        let chat = Chat::about(account).with_policy(&format!("{access}{policy}"));
        let shown = [
            chat.asks("primary", &[("organization", "id:1")]).to_string(),
            chat.asks("who-can", &[("action", "visit"), ("organization", "id:1")]).to_string(),
        ];
        let of_policy = shown.iter().flat_map(|shown| shown.lines()).filter(|line| line.contains("policy file names"));
        of_policy.map(str::trim).map(str::to_owned).collect::<Vec<_>>()
    };
    let neither = "⚠️ The policy file names someone who isn't in IT Glue or is hidden here.";
    // One line in each answer, however many are missing.
    assert_eq!(about(&veiled, "open = true\n"), [neither, neither]);
    assert_eq!(about(&account(), "open = true\n"), [neither, neither]);
    // A caller who sees all contacts is told who is not on record.
    let trusted = "[[access]]\nexcept = [999]\nrestricted = true\n";
    assert_eq!(about(&veiled, trusted), ["⚠️ The policy file names a contact that isn't in IT Glue: record 77."]);
    assert_eq!(
        about(&account(), trusted),
        [
            "⚠️ The policy file names someone who isn't in IT Glue: Vera Veiled.",
            "⚠️ The policy file names a contact that isn't in IT Glue: record 77.",
            "⚠️ The policy file names someone who isn't in IT Glue: Vera Veiled.",
        ]
    );
}
