//! `/who-can`: who may approve an action, by the policy file alone.

use insta::assert_snapshot;

use testkit::account::{Account, person, usual_types};
use testkit::chat::{Chat, Shown};

const POLICY: &str = r#"
    open = true
    [roles]
    "Internal IT" = "technical"
    "Decision Maker" = "executive"

    [[authorisation]]
    action = "password reset"
    aliases = ["MFA reset", "unlock"]
    by = ["primary", "technical"]

    [[authorisation]]
    action = "purchase"
    aliases = ["order", "quote"]
    by = ["billing"]

    [[organization]]
    name = "Acme Corporation"
    [[organization.authorisation]]
    action = "downtime"
    aliases = ["maintenance", "reboot"]
    by = [{ person = "Jane Doe" }, { person = "Nora Nobody" }, { person = "Al Gone" }, "vip"]

    [[channel]]
    id = "30"
    organization = "Acme Corporation"
"#;

fn account() -> Account {
    usual_types(Account::default())
        .organization(1, "Acme Corporation")
        .organization(2, "Globex Dental")
        .organization(3, "Globex Works")
        .organization(4, "Initech")
        .with(person(1, "Pat Prime").at(1).of_type(1).title("Office Manager").phone("4155550101"))
        .with(person(2, "Tess Tech").at(1).of_type(2).email("tess@acme.example"))
        .with(person(3, "Una Reachable").at(1).of_type(2))
        .with(person(4, "Jane Doe").at(1).of_type(4).phone("4155550104"))
        .with(person(5, "Dee Cider").at(1).of_type(3).phone("4155550105"))
        .with(person(6, "Al Gone").at(1).of_type(6).vip().phone("4155550106"))
        .with(person(7, "Vic Vip").at(1).vip().phone("4155550107"))
        .with(person(8, "Dora Dental").at(2).of_type(1).phone("4155550108"))
}

fn chat() -> Chat {
    Chat::about(&account()).with_policy(POLICY)
}

fn who_can(action: &str, organization: &str) -> Shown {
    chat().asks("who-can", &[("action", action), ("organization", organization)])
}

#[test]
fn approvers_are_listed_in_order_with_reason_and_number() {
    assert_snapshot!(who_can("password reset", "id:1"), @"
    Who can approve “password reset” at Acme Corporation
    1. Pat Prime · type: Primary Contact
       📞 4155550101 · primary contact
    2. Tess Tech · type: Internal IT
       email only · technical contact
    3. Una Reachable · type: Internal IT
       no phone or email · technical contact
    Synced 4 min ago
    [Pat Prime | Office Manager · Acme Corporation · Primary Contact]
    [Tess Tech | no phone · Acme Corporation · Internal IT]
    [Una Reachable | no phone or email · Acme Corporation · Internal IT]
    ");
}

#[test]
fn named_persons_are_listed_and_absent_ones_are_missing() {
    assert_snapshot!(who_can("downtime", "acme corporation"), @"
    Who can approve “downtime” at Acme Corporation
    1. Jane Doe · type: End User
       📞 4155550104 · set in the policy file
    2. ⭐ VIP · Vic Vip · No contact type
       📞 4155550107 · VIP
    ⚠️ The policy file names someone who isn't in IT Glue or is hidden here.
    ⛔ Named in the policy file, but marked as former: Al Gone.
    Synced 4 min ago
    [Jane Doe | Acme Corporation · End User]
    [⭐ VIP · Vic Vip | Acme Corporation]
    ");
}

#[test]
fn another_word_and_a_misspelling_mean_the_same() {
    for action in ["Password  RESET", "mfa reset", "unlock", "pasword reset", "password", "un-lock"] {
        let shown = who_can(action, "id:1").to_string();
        assert!(shown.starts_with("Who can approve “password reset” at Acme Corporation\n"), "{action}: {shown}");
    }
}

#[test]
fn an_entry_leads_to_the_card() {
    let chat = chat();
    let shown = chat.asks("who-can", &[("action", "downtime"), ("organization", "id:1")]);
    assert!(chat.picks(&shown, "Jane Doe").to_string().starts_with("Jane Doe\n"));
}

#[test]
fn without_approvers_deciders_are_only_a_hint() {
    assert_snapshot!(who_can("purchase", "id:1"), @"
    Who can approve “purchase” at Acme Corporation
    Under the policy file, no contact here can approve this.
    These decision makers can't approve it either. Ask them who can:
    1. Dee Cider · type: Decision Maker
       📞 4155550105 · decision maker
    Synced 4 min ago
    [Dee Cider | Acme Corporation · Decision Maker]
    ");
    assert_snapshot!(who_can("purchase", "id:2"), @"
    Who can approve “purchase” at Globex Dental
    Under the policy file, no contact here can approve this.
    Synced 4 min ago
    ");
}

#[test]
fn an_unknown_action_is_answered_with_the_known_ones() {
    assert_snapshot!(who_can("launch a rocket", "id:1"), @"
    The policy file has no rule for “launch a rocket”
    Actions with a rule: downtime · password reset · purchase
    Pick a suggestion while typing.
    Synced 4 min ago
    ");
    assert_snapshot!(who_can("downtime", "id:3"), @"
    The policy file has no rule for “downtime”
    Actions with a rule: password reset · purchase
    Pick a suggestion while typing.
    Synced 4 min ago
    ");
}

#[test]
fn without_any_action_the_answer_says_how_to_add_one() {
    let chat = Chat::about(&account());
    assert_snapshot!(chat.asks("who-can", &[("action", "purchase"), ("organization", "id:1")]), @"
    No approval rules for Acme Corporation
    Your bot admin can add them to the policy file under [[authorisation]].
    Synced 4 min ago
    ");
}

#[test]
fn several_organizations_are_a_choice_that_remembers_the_action() {
    let chat = chat();
    let menu = chat.asks("who-can", &[("action", "unlock"), ("organization", "globex")]);
    assert_snapshot!(menu, @"
    Several clients match “globex”
    Pick the one you mean.
    1. Globex Dental · password reset
    2. Globex Works · password reset
    Synced 4 min ago
    [Globex Dental | password reset]
    [Globex Works | password reset]
    ");
    let dental = chat.picks(&menu, "Globex Dental");
    assert_eq!(dental.kind(), 7);
    assert!(
        dental.to_string().starts_with("Who can approve “password reset” at Globex Dental\n1. Dora Dental"),
        "{dental}"
    );
    let menu = chat.asks("who-can", &[("action", "downtime"), ("organization", "globex")]);
    assert_snapshot!(chat.picks(&menu, "Globex Dental"), @"
    The policy file has no rule for this action
    Actions with a rule: password reset · purchase
    Pick a suggestion while typing.
    Synced 4 min ago
    ");
}

#[test]
fn several_actions_are_a_choice() {
    let policy = POLICY.replace("MFA reset", "account reset").replace("\"order\"", "\"factory reset\"");
    let chat = Chat::about(&account()).with_policy(&policy);
    let menu = chat.asks("who-can", &[("action", "reset"), ("organization", "id:1")]);
    assert_snapshot!(menu, @"
    Several actions match “reset”
    Pick the one you mean.
    1. password reset
    2. purchase
    Synced 4 min ago
    [password reset | -]
    [purchase | -]
    ");
    assert!(chat.picks(&menu, "purchase").to_string().starts_with("Who can approve “purchase” at Acme Corporation\n"));
    let menu = chat.asks("who-can", &[("action", "reset"), ("organization", "globex")]);
    assert_snapshot!(menu, @"
    Several clients match “globex”
    Pick the one you mean.
    1. Globex Dental · password reset
    2. Globex Dental · purchase
    3. Globex Works · password reset
    4. Globex Works · purchase
    Synced 4 min ago
    [Globex Dental | password reset]
    [Globex Dental | purchase]
    [Globex Works | password reset]
    [Globex Works | purchase]
    ");
}

#[test]
fn an_unknown_organization_leads_to_the_nearest() {
    let chat = chat();
    let menu = chat.asks("who-can", &[("action", "unlock"), ("organization", "globx wroks foo")]);
    assert!(menu.to_string().starts_with("No client matches “globx wroks foo”\n"), "{menu}");
    assert!(
        chat.picks(&menu, "Globex Works").to_string().starts_with("Who can approve “password reset” at Globex Works\n")
    );
}

#[test]
fn without_an_organization_the_channels_own_is_meant() {
    let shown = chat().in_channel(30).asks("who-can", &[("action", "downtime")]);
    assert!(shown.to_string().starts_with("Who can approve “downtime” at Acme Corporation\n"), "{shown}");
    let elsewhere = chat().asks("who-can", &[("action", "downtime")]);
    assert!(elsewhere.to_string().starts_with("Which client?\n"), "{elsewhere}");
}

#[test]
fn an_action_removed_from_the_policy_is_said_to_be_gone() {
    let menu = chat().asks("who-can", &[("action", "unlock"), ("organization", "globex")]);
    let now = Chat::about(&account()).with_policy(&POLICY.replace("password reset", "new password"));
    assert_snapshot!(now.picks(&menu, "Globex Works"), @"
    The policy file has no rule for this action
    Actions with a rule: new password · purchase
    Pick a suggestion while typing.
    Synced 4 min ago
    ");
}

/// A contact of each type that a chain takes for an executive, and one whose type says so.
fn with_guesses() -> Account {
    let types = ["Influencer", "Champion", "Stakeholder", "Office Manager", "Owner", "Executive Assistant", "Approver"];
    (11..).zip(types).fold(account(), |account, (id, name)| {
        let one = person(id, &format!("Gus {id}")).at(4).of_type(id).phone(&format!("41555501{id}"));
        account.contact_type(id, name).with(one)
    })
}

#[test]
fn no_guessed_role_approves_and_its_types_are_named() {
    let policy = "open = true\n[[authorisation]]\naction = \"purchase\"\nby = [\"executive\"]\n";
    let chat = Chat::about(&with_guesses()).with_policy(policy);
    assert_snapshot!(chat.asks("who-can", &[("action", "purchase"), ("organization", "id:4")]), @"
    Who can approve “purchase” at Initech
    1. Gus 17 · type: Approver
       📞 4155550117 · decision maker
    Not counted, because their role is only a guess from the contact type: Champion, Executive Assistant, Influencer, Office Manager, Owner … and 1 more. Your bot admin can set it in the policy file under [roles].
    Synced 4 min ago
    [Gus 17 | Initech · Approver]
    ");
}

#[test]
fn a_type_that_the_policy_maps_approves() {
    let policy = "open = true\n[roles]\nchampion = \"executive\"\nApprover = \"end_user\"\n\
        [[authorisation]]\naction = \"purchase\"\nby = [\"executive\"]\n";
    let chat = Chat::about(&with_guesses()).with_policy(policy);
    let shown = chat.asks("who-can", &[("action", "purchase"), ("organization", "id:4")]).to_string();
    assert!(
        shown.contains("1. Gus 12 · type: Champion\n\u{a0}\u{a0}\u{a0}📞 4155550112 · decision maker\n"),
        "{shown}"
    );
    assert!(!shown.contains("2. Gus") && !shown.contains("type: Approver"), "{shown}");
}

#[test]
fn without_approvers_a_guessed_role_decides_nothing() {
    let policy = "open = true\n[[authorisation]]\naction = \"purchase\"\nby = [\"billing\"]\n";
    let chat = Chat::about(&with_guesses()).with_policy(policy);
    let shown = chat.asks("who-can", &[("action", "purchase"), ("organization", "id:4")]).to_string();
    assert!(
        shown.contains("1. Gus 17 · type: Approver\n\u{a0}\u{a0}\u{a0}📞 4155550117 · decision maker\n"),
        "{shown}"
    );
    assert!(!shown.contains("2. Gus"), "{shown}");
}

#[test]
fn a_chain_says_from_which_type_it_guesses_a_role() {
    let one = |id, name: &str| person(id, name).at(4).of_type(id).phone(&format!("41555501{id}"));
    let account = account().contact_type(12, "Champion").contact_type(17, "Approver");
    let account = account.with(one(12, "Cham Pion")).with(one(17, "Ap Prover"));
    let shown = Chat::about(&account).asks("primary", &[("organization", "id:4")]).to_string();
    assert!(shown.contains("Step 1 of 2 at Initech: decision maker\n"), "{shown}");
    assert!(shown.contains("2. Cham Pion · decision maker (guessed: Champion)\n"), "{shown}");
}

#[test]
fn anyone_means_all_contacts_but_suppliers() {
    let policy = "open = true\n[[authorisation]]\naction = \"visit\"\nby = [\"anyone\"]\n";
    let account = account().with(person(9, "Sue Supplier").at(1).of_type(7).phone("4155550109"));
    let shown = Chat::about(&account).with_policy(policy);
    let shown = shown.asks("who-can", &[("action", "visit"), ("organization", "id:1")]).to_string();
    assert!(!shown.contains("Sue Supplier") && !shown.contains("Al Gone"), "{shown}");
    assert!(
        shown.contains("6. Una Reachable · type: Internal IT\n\u{a0}\u{a0}\u{a0}no phone or email · other contact\n"),
        "{shown}"
    );
}

#[test]
fn actions_are_suggested_while_typing() {
    let types = |options: &[(&str, &str)]| chat().types("who-can", options).to_string();
    assert_snapshot!(types(&[("action", "")]), @"
    password reset [password reset]
    purchase [purchase]
    downtime [downtime]
    ");
    assert_snapshot!(types(&[("organization", "id:2"), ("action", "")]), @"
    password reset [password reset]
    purchase [purchase]
    ");
    assert_snapshot!(types(&[("organization", "id:1"), ("action", "reb")]), @"downtime [downtime]");
    assert_snapshot!(types(&[("organization", "id:2"), ("action", "rocket")]), @"No approval rule for “rocket” [rocket]");
    assert_snapshot!(types(&[("organization", "zzyzx"), ("action", "reb")]), @"No such client. Check that option first. [reb]");
    assert_snapshot!(Chat::about(&account()).types("who-can", &[("action", "reb")]), @"The policy file has no approval rules [reb]");
}

#[test]
fn a_few_of_many_are_named_and_the_rest_is_counted() {
    let reads = |chat: &Chat, command: &str, options: &[(&str, &str)], expected: &str| {
        let shown = chat.asks(command, options).to_string();
        assert!(shown.contains(expected), "{expected}: {shown}");
    };
    let purchase = &[("action", "purchase"), ("organization", "id:1")][..];
    let acme = || usual_types(Account::default()).organization(1, "Acme Corporation");
    let of_types = |account: Account, count: u64, name: &dyn Fn(u64) -> String, by: &dyn Fn(u64) -> u64| {
        (0..count).fold(account, |account, at| {
            let one = person(100 + at, &format!("Gus {at}")).at(1).of_type(by(at)).phone("4155550101");
            account.contact_type(by(at), &name(at)).with(one)
        })
    };

    // Types whose role is a guess.
    let meanings = ["Champion", "Executive Assistant", "Influencer", "Office Manager", "Owner", "Stakeholder"];
    let guessed = of_types(acme(), 6, &|at| meanings[usize::try_from(at).unwrap()].to_owned(), &|at| 50 + at);
    let chat = Chat::about(&guessed)
        .with_policy("open = true\n[[authorisation]]\naction = \"purchase\"\nby = [\"executive\"]\n");
    reads(&chat, "who-can", purchase, "Office Manager, Owner … and 1 more. Your bot admin");

    // Contacts that the policy names and the account lacks.
    let named = (1..=8).map(|id| format!("{{ person = \"Nobody {id}\" }}")).collect::<Vec<_>>().join(", ");
    // A caller who sees all contacts is told who is missing.
    let everybody = "[[access]]\nexcept = [999]\nrestricted = true\n";
    let policy = format!("{everybody}[[authorisation]]\naction = \"purchase\"\nby = [{named}]\n");
    let chat = Chat::about(&acme().with(person(1, "Jane Doe").at(1))).with_policy(&policy);
    reads(&chat, "who-can", purchase, "IT Glue: Nobody 5.\n");
    reads(&chat, "who-can", purchase, "\n… and 3 more\n");
    assert!(!chat.asks("who-can", purchase).to_string().contains("Nobody 6"));

    // Deciders, where no contact may approve.
    let deciders = of_types(acme(), 8, &|_| "Approver".to_owned(), &|_| 70);
    let chat = Chat::about(&deciders).with_policy(&policy);
    reads(&chat, "who-can", purchase, "5. Gus 4");
    assert!(!chat.asks("who-can", purchase).to_string().contains("Gus 5"));
    assert_eq!(chat.asks("who-can", purchase).to_string().matches("\n… and 3 more\n").count(), 2);

    // Actions and types, where none matches.
    let actions = (1..=20).map(|id| format!("[[authorisation]]\naction = \"action {id:02}\"\nby = [\"vip\"]\n"));
    let chat = Chat::about(&acme().with(person(1, "Jane Doe").at(1)))
        .with_policy(&("open = true\n".to_owned() + &actions.collect::<String>()));
    reads(&chat, "who-can", &[("action", "zebra"), ("organization", "id:1")], "action 15 … and 5 more\n");
    let types = (1..=30).fold(acme(), |account, id| account.contact_type(500 + id, &format!("A type {id:02}")));
    let chat = Chat::about(&types.with(person(1, "Jane Doe").at(1)));
    reads(&chat, "directory", &[("organization", "id:1"), ("type", "zebra")], "A type 15 … and ");

    // Contacts without a phone.
    let by_email = (1..=9).map(|id| person(id, &format!("Pat Prime {id}")).at(1).of_type(1).email("p@acme.example"));
    let chat = Chat::about(&acme().with_all(by_email));
    reads(&chat, "primary", &[("organization", "id:1")], "Pat Prime 5 … and 4 more");
    let unreachable = (1..=9).map(|id| person(id, &format!("Pat Prime {id}")).at(1).of_type(1));
    let chat = Chat::about(&acme().with_all(unreachable));
    reads(&chat, "primary", &[("organization", "id:1")], "Pat Prime 5 … and 4 more");
}
