//! Queries of several words: a name and a client, a title, a number. Every word counts.

use insta::assert_snapshot;
use serde_json::json;

use testkit::account::{Account, person, usual_types};
use testkit::chat::Chat;

fn account() -> Account {
    let account = usual_types(Account::default())
        .organization_called(1, "Acme Corporation", "ACME")
        .organization(2, "Globex Medical Group")
        .organization(3, "St. Brigid's School")
        .organization(4, "Crowd 2599")
        .organization(5, "Juniper & Sons")
        .location(50, "Plant", "Austin", None);
    account.with_all([
        person(1, "John Smith")
            .at(1)
            .title("Chief Executive Officer")
            .phone("4155550111")
            .email("john.smith@acme.example"),
        person(2, "John Smith").at(2).title("Controller").phone("6175550112"),
        person(3, "Robert Wilson").at(1).title("Controller").phone("4155550113").email("bob@acme.example"),
        person(4, "Jane Doe").at(1).title("IT Manager").phone("4155550156").email("jane.doe@acme.example"),
        person(5, "Reception").at(1).phone("4155550100"),
        person(6, "Robert Taylor").at(5).title("Foreman").phone("4155550116"),
        person(7, "Robert Taylor").at(2).title("Nurse").phone("6175550117"),
        person(8, "Siobhán O'Connor").at(1).title("CFO").phone("4155550118").located(50),
        person(9, "Joan Price").at(2).title("Owner").phone("6175550119"),
        person(10, "Penny Wise").at(1).of_type(5).phone("4155550120"),
        person(11, "Brigid Nolan").at(3).title("Principal").phone("4155550121"),
        person(12, "Jon Smyth").at(1).title("Driver").phone("4155550122"),
    ])
}

fn asks(typed: &str) -> String {
    Chat::about(&account()).asks("contact", &[("name", typed)]).to_string()
}

fn first_line(shown: &str) -> &str {
    shown.lines().next().unwrap_or_default()
}

#[test]
fn every_word_of_the_question_is_explained_by_the_card() {
    for (typed, name, number) in [
        ("john smith globex", "John Smith", "617-555-0112"),
        ("john smith acme", "John Smith", "415-555-0111"),
        ("smith, john (Globex Medical Group)", "John Smith", "617-555-0112"),
        ("robert taylor juniper", "Robert Taylor", "415-555-0116"),
        ("robert taylor globx", "Robert Taylor", "617-555-0117"),
        ("bob wilson", "Robert Wilson", "415-555-0113"),
        ("reception acme", "Reception", "415-555-0100"),
        ("ceo acme", "John Smith", "415-555-0111"),
        ("the CFO at acme", "Siobhán O'Connor", "415-555-0118"),
        ("it manager acme", "Jane Doe", "415-555-0156"),
        ("owner globex", "Joan Price", "617-555-0119"),
        ("accounts payable acme", "Penny Wise", "415-555-0120"),
        ("smith ceo", "John Smith", "415-555-0111"),
        ("wilson the controller", "Robert Wilson", "415-555-0113"),
        ("caller 415-555-0156", "Jane Doe", "415-555-0156"),
        ("+1 415 555 0156 (Jane)", "Jane Doe", "415-555-0156"),
        ("4155550156 jane", "Jane Doe", "415-555-0156"),
        ("555-0156 acme", "Jane Doe", "415-555-0156"),
        ("Doe Jane 415-555-0156", "Jane Doe", "415-555-0156"),
        ("john 0111", "John Smith", "415-555-0111"),
        ("jd acme", "Jane Doe", "415-555-0156"),
        ("jane's phone", "Jane Doe", "415-555-0156"),
        ("jane.doe@", "Jane Doe", "415-555-0156"),
        ("doe@acme", "Jane Doe", "415-555-0156"),
        ("siobhan", "Siobhán O'Connor", "415-555-0118"),
        ("siobhan austin", "Siobhán O'Connor", "415-555-0118"),
        ("nolan saint brigid", "Brigid Nolan", "415-555-0121"),
    ] {
        let shown = asks(typed);
        assert_eq!(first_line(&shown), name, "{typed}: {shown}");
        let digits: String = shown.chars().filter(char::is_ascii_digit).collect();
        assert!(digits.contains(&number.replace('-', "")), "{typed}: {shown}");
    }
}

#[test]
fn a_person_of_another_client_is_said_to_be_elsewhere() {
    assert_snapshot!(asks("bob wilson globex"), @"
    No contact at Globex Medical Group matches your whole search
    You typed “bob wilson globex”. These contacts match the rest of it, but are at other clients.
    1. Robert Wilson · Controller · Acme Corporation
    2. Who to call · Globex Medical Group
    3. Directory · Globex Medical Group
    4. VIPs · Globex Medical Group
    Synced 4 min ago
    [Robert Wilson | Controller · Acme Corporation]
    [Who to call | Globex Medical Group]
    [Directory | Globex Medical Group]
    [VIPs | Globex Medical Group]
    ");
    for typed in ["jane doe globex", "siobhan oconnor globex", "Jane Doe at Globex Medical Group"] {
        let shown = asks(typed);
        assert_eq!(
            first_line(&shown),
            "No contact at Globex Medical Group matches your whole search",
            "{typed}: {shown}"
        );
    }
}

#[test]
fn a_word_that_nothing_explains_is_named() {
    assert_snapshot!(asks("jane doe zanzibar"), @"
    No contact matches all of “jane doe zanzibar”
    Not understood: “zanzibar”. These contacts match the rest.
    1. Jane Doe · IT Manager · Acme Corporation
    Synced 4 min ago
    [Jane Doe | IT Manager · Acme Corporation]
    ");
}

#[test]
fn a_client_alone_is_offered_itself() {
    assert_snapshot!(asks("acme"), @"
    Acme Corporation
    You named a client but no contact. Pick what you want to know.
    1. Who to call · Acme Corporation
    2. Directory · Acme Corporation
    3. VIPs · Acme Corporation
    Synced 4 min ago
    [Who to call | Acme Corporation]
    [Directory | Acme Corporation]
    [VIPs | Acme Corporation]
    ");
    for typed in ["Acme Corporation", "who do I call at acme", "@acme"] {
        assert_eq!(first_line(&asks(typed)), "Acme Corporation", "{typed}");
    }
    let vip = Chat::about(&account()).asks("vip", &[("name", "globex")]).to_string();
    assert_eq!(first_line(&vip), "No VIPs at Globex Medical Group", "{vip}");
}

#[test]
fn a_client_that_is_offered_leads_on() {
    let chat = Chat::about(&account());
    let menu = chat.asks("contact", &[("name", "acme")]);
    assert!(chat.picks(&menu, "Directory").to_string().starts_with("Everyone at Acme Corporation"));
}

#[test]
fn two_near_names_are_asked_about() {
    let shown = asks("john smyth");
    assert!(shown.contains("1. ") && shown.contains("Jon Smyth") && shown.contains("John Smith"), "{shown}");
}

#[test]
fn a_card_for_a_misspelled_name_tells_the_rival() {
    let account = Account::default().organization(1, "Acme Corporation").with_all([
        person(1, "John Smith").at(1).phone("4155550111"),
        person(2, "Jon Smythe").at(1).phone("4155550112"),
    ]);
    let shown = Chat::about(&account).asks("contact", &[("name", "john smiht")]).to_string();
    assert_eq!(first_line(&shown), "John Smith", "{shown}");
}

#[test]
fn a_departed_namesake_is_a_remark_on_the_card() {
    let account = account().with(person(20, "Jane Doe").at(2).of_type(6).phone("6175550130"));
    let shown = Chat::about(&account).asks("contact", &[("name", "jane doe")]).to_string();
    assert_eq!(first_line(&shown), "Jane Doe", "{shown}");
    assert!(shown.contains("Former contact with a similar name: Jane Doe, Globex Medical Group"), "{shown}");
    assert!(shown.contains("0156"), "{shown}");
}

#[test]
fn reasons_say_what_was_matched() {
    let why = |typed: &str| {
        let shown = asks(typed);
        shown.lines().filter(|line| line.starts_with("🔎")).map(str::to_owned).collect::<Vec<_>>().join("\n")
    };
    assert_eq!(why("wilson the controller"), "🔎 Title: Controller");
    assert_eq!(why("robert taylor globx"), "🔎 Client: Globex Medical Group (typed “globx”)");
    assert_eq!(why("john 0111"), "🔎 Matched by the last digits of a phone number: …0111");
    assert_eq!(why("penny accounts payable"), "🔎 Type: Accounts Payable");
}

#[test]
fn a_client_is_named_in_an_alert_and_beside_a_person() {
    let chat = Chat::about(&account().with(person(30, "Paula Prime").at(1).of_type(1).phone("4155550130")));
    for typed in [
        "[ACME] Backup failed on SRV01",
        "P1: Acme Corporation firewall down",
        "John at Acme",
        "acme",
        "ACME",
        "Acme Corporation · Customer · Active",
    ] {
        let shown = chat.asks("primary", &[("organization", typed)]).to_string();
        assert!(shown.contains("Acme Corporation"), "{typed}: {shown}");
        assert!(!shown.starts_with("No client"), "{typed}: {shown}");
        let list = chat.asks("directory", &[("organization", typed)]).to_string();
        assert!(list.starts_with("Everyone at Acme Corporation"), "{typed}: {list}");
    }
    let saint = chat.asks("directory", &[("organization", "saint brigid")]).to_string();
    assert!(saint.starts_with("Everyone at St. Brigid's School"), "{saint}");
}

#[test]
fn an_ambiguous_client_is_asked_back() {
    let chat = Chat::about(&account());
    for typed in ["1e999", "foo", "home", "it", "acmee", "crowd 2598", "school"] {
        let shown = chat.asks("primary", &[("organization", typed)]).to_string();
        assert!(shown.starts_with("No client"), "{typed}: {shown}");
    }
}

#[test]
fn suggestions_follow_the_same_rules() {
    let chat = Chat::about(&account());
    for (typed, first) in [
        ("john smith glo", "John Smith · Controller · Globex Medical Group"),
        ("wilson contr", "Robert Wilson · Controller · Acme Corporation"),
        ("ceo acm", "John Smith · Chief Executive Officer · Acme Corporation"),
        ("siobh", "Siobhán O'Connor · CFO · Acme Corporation"),
    ] {
        let shown = chat.types("contact", &[("name", typed)]);
        let choices = shown.suggestions();
        assert_eq!(choices.first().map(|choice| choice.0), Some(first), "{typed}: {choices:?}");
    }
}

fn clients() -> Chat {
    Chat::about(
        &usual_types(Account::default())
            .organization_called(1, "Acme Corporation", "ACME")
            .organization(2, "Acme Corporation Canada")
            .organization(3, "Acme Plumbing & Heating")
            .organization(4, "Globex Medical Group")
            .with_all([
                person(1, "John Smith").at(1).title("Controller").of_type(1).phone("4155550111"),
                person(2, "Linda Bennett").at(2).phone("4165550122"),
                person(3, "Rajesh Müller").at(3).phone("2065550152"),
                person(4, "Heather Cook").at(4).title("Hospital Administrator").phone("6175550136"),
            ]),
    )
}

#[test]
fn a_client_is_asked_back_if_a_word_of_it_means_nothing() {
    for (typed, offered) in [
        ("acme canda", "Acme Corporation Canada"),
        ("acme corporation canda", "Acme Corporation Canada"),
        ("acme plumbng", "Acme Plumbing & Heating"),
        ("acme hospital", "Acme Corporation"),
        ("globex foo", "Globex Medical Group"),
    ] {
        for command in ["primary", "directory"] {
            let shown = clients().asks(command, &[("organization", typed)]).to_string();
            assert!(first_line(&shown).contains("No client matches") && shown.contains(offered), "{typed}: {shown}");
            assert!(!shown.contains("555"), "{typed}: {shown}");
        }
    }
    let several = clients().asks("primary", &[("organization", "acme / globex")]).to_string();
    assert!(several.starts_with("Several clients match") && several.contains("Globex Medical Group"), "{several}");
    for typed in ["acme", "John at Acme", "acme controller", "[ACME] Backup failed on SRV01", "acme down"] {
        let shown = clients().asks("primary", &[("organization", typed)]).to_string();
        assert!(shown.contains("4155550111"), "{typed}: {shown}");
    }
}

#[test]
fn a_message_names_the_client_that_it_names_longest() {
    for (message, client) in [
        ("Alert from Veeam for Acme Plumbing: job failed", "Acme Plumbing & Heating"),
        ("ACME Plumbing - disk full", "Acme Plumbing & Heating"),
        ("Acme Canada: VPN down", "Acme Corporation Canada"),
        ("Acme Corporation: VPN down", "Acme Corporation"),
        ("Globex Medical: host down", "Globex Medical Group"),
        ("[ACME] Backup failed on SRV01", "Acme Corporation"),
    ] {
        let shown = clients().uses_on("Who do I call?", &json!({ "content": message })).to_string();
        assert!(shown.contains(&format!("Found in the message: {client}\n")), "{message}: {shown}");
    }
    let shown =
        clients().uses_on("Who do I call?", &json!({ "content": "[Acme] Globex Medical: Backup failed" })).to_string();
    assert!(shown.starts_with("The message names several clients"), "{shown}");
}
