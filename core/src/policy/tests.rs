use proptest::prelude::*;

use crate::domain::contact::Contact;
use crate::domain::id::{ChannelId, ContactId, OrganizationId};
use crate::domain::organization::Organization;
use crate::domain::role::Role;
use crate::policy::file::{KEYS, parse, whole};
use crate::policy::who::{PersonRef, Who};
use crate::policy::{Authorisation, DEFAULT_CHAIN, Layout, Policy};

impl Policy {
    /// Who may approve this action at the organization. `None`: the policy file does not say.
    fn authorisation(&self, action: &str, organization: &Organization) -> Option<&Authorisation> {
        self.authorisations(organization).find(|authorisation| authorisation.is_called(action))
    }
}

const EXAMPLE: &str = include_str!("../../../callsheet.example.toml");

fn organization(id: u64, name: &str) -> Organization {
    Organization::new(OrganizationId(id), name)
}

fn person(id: u64, name: &str) -> Contact {
    let json = serde_json::json!({
        "id": id, "name": name, "important": false, "restricted": false, "emails": [], "phones": [],
    });
    serde_json::from_value(json).unwrap()
}

fn faults(text: &str) -> String {
    parse(text).unwrap_err().join("\n")
}

#[test]
fn the_example_is_valid_and_means_what_it_says() {
    let policy = whole(EXAMPLE).unwrap();
    let (acme, other, third) = (organization(1, "ACME  corporation"), organization(4711, "B"), organization(3, "C"));
    assert_eq!(policy.roles.role(Some("Key Holder")), Some(Role::Primary));
    assert_eq!(
        (policy.share, policy.share_notes, policy.layout, policy.dial_links),
        (true, false, Some(Layout::Compact), true)
    );

    let jane = Who::Person(PersonRef::named("Jane Doe"));
    let third_party = Who::Person(PersonRef::Id(ContactId(123_456)));
    assert_eq!(policy.chain(&acme, Some(true)), [jane.clone(), Who::Role(Role::Primary), Who::Anyone]);
    assert_eq!(policy.chain(&acme, Some(false)), [third_party, jane.clone()]);
    assert_eq!(policy.chain(&other, Some(false)).first(), Some(&Who::Role(Role::Technical)));
    assert_eq!(policy.chain(&third, Some(true)), DEFAULT_CHAIN);
    assert_eq!(policy.chain(&third, None), DEFAULT_CHAIN, "unknown hours are no reason for another order");
    assert_eq!(policy.chain(&third, Some(false)).len(), 4);

    let acme_hours = policy.hours(&acme);
    assert_eq!((acme_hours.from, acme_hours.to, acme_hours.days[5]), (360, 1320, true));
    assert_eq!(acme_hours.zone.as_ref().unwrap().iana_name(), Some("America/Chicago"));
    assert_eq!(policy.hours(&third), Policy::default().hours(&third), "the example's hours are the default");

    assert_eq!(policy.authorisation("Maintenance", &acme).unwrap().by, [jane, Who::Role(Role::Executive)]);
    assert!(policy.authorisation("maintenance", &third).is_none());
    assert_eq!(&*policy.authorisation(" mfa  RESET", &acme).unwrap().action, "password reset");
    let actions = |organization| policy.authorisations(organization).map(|one| &*one.action).collect::<Vec<_>>();
    assert_eq!(actions(&acme), ["downtime", "password reset", "purchase"]);
    assert_eq!(actions(&third), ["password reset", "purchase"]);

    let bound = |id| policy.channel(ChannelId(id)).map(|named| (named.is(&acme), named.is(&other)));
    assert_eq!(bound(1_100_000_000_000_000_001), Some((true, false)));
    assert_eq!(bound(1_100_000_000_000_000_002), Some((false, true)));
    assert_eq!(bound(7), None);
}

#[test]
fn the_example_has_every_key_and_explains_it() {
    for (table, keys) in KEYS {
        for key in keys {
            let is_there = EXAMPLE.lines().any(|line| {
                let line = line.trim_start_matches('#').trim_start_matches("chain.").trim_start_matches('[');
                line.strip_prefix(key).is_some_and(|rest| rest.starts_with([' ', ']']))
                    || line.contains(&format!("{{ {key} ="))
            });
            assert!(is_there, "callsheet.example.toml does not show {key} of [{table}]");
        }
    }
}

#[test]
fn left_out_keys_have_defaults_except_access() {
    let (policy, acme) = (parse("").unwrap(), organization(1, "Acme"));
    assert!(policy.access.grants.is_empty() && Policy::default().access.is_open());
    assert_eq!(policy.chain(&acme, Some(false)), DEFAULT_CHAIN);
    assert_eq!(policy.authorisations(&acme).count(), 0);
    assert!(policy.share && !policy.share_notes && policy.dial_links);
}

#[test]
fn an_organizations_authorisation_replaces_the_general_one() {
    let text = r#"
        [[authorisation]]
        action = "purchase"
        by = ["executive"]
        [[organization]]
        name = "Acme"
        [[organization.authorisation]]
        action = "spend money"
        aliases = ["purchase"]
        by = ["anyone"]
    "#;
    let (policy, acme) = (parse(text).unwrap(), organization(1, "Acme"));
    assert_eq!(policy.authorisation("purchase", &acme).unwrap().by, [Who::Anyone]);
    assert_eq!(policy.authorisations(&acme).count(), 1);
    assert_eq!(policy.authorisation("purchase", &organization(2, "Bolt")).unwrap().by, [Who::Role(Role::Executive)]);
}

#[test]
fn persons_are_named_by_id_or_whole_name() {
    let jane = person(5, "Jane  DOE");
    assert!(PersonRef::named(" jane doe ").is(&jane));
    assert_eq!(PersonRef::named("jane  doe"), PersonRef::named("Jane Doe"));
    assert!(PersonRef::Id(ContactId(5)).is(&jane));
    assert!(!PersonRef::named("Jane").is(&jane) && !PersonRef::Id(ContactId(6)).is(&jane));
}

#[test]
fn every_fault_is_told_at_once_with_its_line() {
    let text = r#"share = "yes"
layout = "compat"
colour = true

[roles]
"Key Holder" = "boss"

[chain]
order = ["primary", "primary", "departed", "chief", { person = "Jane Doe" }]

[hours]
days = ["mon", "someday"]
from = "8"
to = "25:00"
zone = "Mars/Base"

[[organization]]
name = "Acme"
id = 7
chain = { out_of_hours = [] }

[[organization]]

[[authorisation]]
action = "purchase"

[[authorisation]]
action = " "
by = "executive"

[[channel]]
id = "general"
organization = 0
"#;
    insta::assert_snapshot!(faults(text), @r#"
    line 1: share must be true or false
    line 2: layout must be "full" or "compact"; did you mean "compact"?
    line 3: unknown key; allowed in the file: open, share, share_notes, layout, dial_links, it_glue_host, roles, chain, hours, authorisation, organization, channel, access, groups, redacted, brake, end_required, end
    line 6: roles may only be: primary, technical, billing, executive, end_user, vendor, departed
    line 9: order cannot list departed: former contacts are never offered
    line 9: order cannot name a person here; name people in the chain of their client
    line 9: order lists this twice; remove one
    line 9: order may only list: primary, technical, billing, executive, end_user, vendor, vip, anyone; and people as { person = "Jane Doe" } or { person = 123456 }
    line 12: days may only list: mon, tue, wed, thu, fri, sat, sun
    line 13: from must be a time in quotes such as "08:30"
    line 14: to must be a time in quotes such as "08:30"
    line 15: zone must be a time zone such as "Europe/Berlin"; leave it out to use the client's own
    line 17: organization has both name and id; keep one
    line 20: chain is missing order = …
    line 20: out_of_hours must be a list with at least one entry: ["…", "…"]
    line 22: organization needs name = "…" or id = …
    line 24: authorisation is missing by = …
    line 28: action must not be blank
    line 29: by must be a list with at least one entry: ["…", "…"]
    line 32: id must be a numeric ID such as 123456
    line 33: organization must be a numeric ID such as 123456
    "#);
}

#[test]
fn a_contradiction_is_a_fault() {
    let text = r#"
[hours]
from = "09:00"
to = "09:00"

[organization]
name = "Acme"

[[channel]]
id = 5
organization = "Acme"

[[channel]]
id = 5
organization = "Bolt"

[[authorisation]]
action = "Purchase"
by = ["executive"]

[[authorisation]]
action = "order"
aliases = ["purchase"]
by = ["executive"]
"#;
    insta::assert_snapshot!(faults(text), @r#"
    line 2: hours start and end at the same time; for the whole day use from = "00:00", to = "24:00"
    line 6: organization must be written in double brackets: [[organization]]
    line 13: channel is defined twice; a channel can have only one client
    line 21: authorisation repeats an action or alias of another entry; keep it in one
    "#);
    let twice = "[[organization]]\nname = \"Acme\"\n\n[[organization]]\nname = \"ACME\"\n";
    insta::assert_snapshot!(faults(twice), @"line 4: organization is defined twice; merge the two");
}

#[test]
fn invalid_toml_is_told_by_line_in_a_few_log_lines() {
    insta::assert_snapshot!(faults("share = true\nlayout = \n[roles\n"), @"
    line 2: string values must be quoted, expected literal string
    line 3: unclosed table, expected `]`
    ");
    let wrong = "export TOKEN=abc\n".repeat(500);
    let faults = parse(&wrong).unwrap_err();
    assert_eq!(faults.len(), 31);
    assert!(faults.last().unwrap().ends_with("more errors; check that this is the right file"), "{faults:?}");
}

#[test]
fn a_whole_file_says_who_may_see_what_and_ends_as_it_says() {
    let told = |text: &str| whole(text).map(|policy| policy.revision).map_err(|faults| faults.join("\n"));
    for (text, revision) in [
        ("open = true", None),
        ("open = true\n# [end]", None),
        ("end_required = false\nopen = true", None),
        ("end_required = true\nopen = true\n[end]", Some(0)),
        ("open = true\n[end]", Some(0)),
        ("open = false\n[end]\n", Some(0)),
        (
            "open = true\r\n[ end ] # that is all\r\n\r\n# …\r\nrevision = 2026113001 # of today\r\n",
            Some(2_026_113_001),
        ),
        ("[[access]]\nusers = [1]\n[\"end\"]\nrevision = 7", Some(7)),
        ("open = false\n[[access]]\nusers = [1]\n[end]\nrevision = 4294967295\n#[roles]", Some(u32::MAX)),
    ] {
        assert_eq!(told(text), Ok(revision), "{text}");
    }
    for (text, fault) in [
        ("", "line 1: the file does not say who may look anything up"),
        ("end_required = true\nopen = true\n", "line 2: the file does not end with a line [end]"),
        (
            "end_required = true\nopen = true\n[roles]\nx = \"primary\"\n\n\n",
            "line 4: the file does not end with a line",
        ),
        ("end_required = true\nopen = true\n# [end]", "does not end with a line [end]"),
        ("end_required = 1\nopen = true", "line 1: end_required must be true or false"),
        ("open = true\n[end]\n[roles]", "line 2: end must be written as [end], with nothing but revision = … below it"),
        ("open = true\n[end]\n[[organization]]\nid = 1", "line 2: end must be written as [end]"),
        ("open = true\nend = {}\n", "line 2: end must be written as [end]"),
        ("open = true\nend.revision = 7\n", "line 2: end must be written as [end]"),
        ("open = true\n[[end]]", "end must be written as [end]"),
        ("open = true\n[end.revision]", "end must be written as [end]"),
        ("open = true\n[end]\nshare = false", "unknown key in end: share belongs above the first line in [brackets]"),
        ("open = true\n[end]\nrevison = 2", "line 3: unknown key \"revison\" in end; did you mean \"revision\"?"),
        ("open = true\n[end]\nrevision = -1", "line 3: revision must be a whole number such as 7"),
        ("open = true\n[end]\nrevision = \"7\"", "line 3: revision must be a whole number such as 7"),
        ("open = true\n[end]\nrevision = ", "line 3: "),
        ("[end]", "line 1: the file does not say who may look anything up: write open = true"),
        ("access = []\n[end]", "line 1: access must be a list with at least one entry"),
    ] {
        let told = told(text).unwrap_err();
        assert!(told.contains(fault), "{text}: {told}");
    }
}

#[test]
fn a_misspelt_key_is_named_with_the_right_one() {
    for (text, fault) in [
        ("shear = true", "line 1: unknown key \"shear\" in the file; did you mean \"share\"?"),
        ("\nopn = true", "line 2: unknown key \"opn\" in the file; did you mean \"open\"?"),
        ("Redacted = [1]", "unknown key \"Redacted\" in the file; did you mean \"redacted\"?"),
        ("share-notes = true", "unknown key \"share-notes\" in the file; did you mean \"share_notes\"?"),
        ("[[acces]]\nusers = [1]", "line 1: unknown key \"acces\" in the file; did you mean \"access\"?"),
        ("[[access]]\nexept = [1]", "line 2: unknown key \"exept\" in access; did you mean \"except\"?"),
        ("[brake]\ncontact_per_hour = 1", "in brake; did you mean \"contacts_per_hour\"?"),
        ("[[organization]]\nname = \"A\"\nchian.order = [1]", "in organization; did you mean \"chain\"?"),
        ("[hours]\nzones = \"UTC\"", "in hours; did you mean \"zone\"?"),
        (
            "[brake]\nredacted = [1]",
            "line 2: unknown key in brake: redacted belongs above the first line in [brackets]",
        ),
        ("token = 1", "line 1: unknown key; allowed in the file: open,"),
        ("\"share\\nx\" = 1", "line 1: unknown key \"share\\nx\" in the file; did you mean \"share\"?"),
    ] {
        let told = faults(text);
        assert!(told.contains(fault), "{text}: {told}");
    }
    let long = "organizations".repeat(100_000);
    assert!(!faults(&format!("{long} = 1")).contains("organizationsorg"));
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(text in "\\PC*") {
        let _ = whole(&text);
    }

    /// Texts made of the file's own pieces get further into the reader than noise.
    #[test]
    fn no_arrangement_of_its_own_pieces_makes_it_panic(pieces in prop::collection::vec(prop::sample::select(vec![
        "[chain]", "[[chain]]", "[hours]", "[[organization]]", "[organization]", "[[organization.authorisation]]",
        "[[authorisation]]", "[[channel]]", "[roles]", "\n", "\n", "\n", "order", "out_of_hours", "days", "from", "to",
        "zone", "name", "id", "action", "aliases", "by", "organization", "person", "share", " = ", " = ", " = ", ".",
        "[", "]", "{", "}", ",", "\"primary\"", "\"vip\"", "\"24:00\"", "\"é:00\"", "\"\"", "0", "18446744073709551616",
        "-1", "0x10", "true", "1979-05-27", "'", "\"\"\"", "#",
    ]), 0..40)) {
        let _ = parse(&pieces.concat());
    }

    #[test]
    fn no_fault_repeats_the_file(
        secret in "[A-Z][a-z0-9]{9,16}",
        place in prop::sample::select(vec![
            "S", "S = 1", "S=S", "share = \"S\"", "layout = \"S\"", "[S]", "[[S]]", "[roles]\nx = \"S\"", "[roles]\nS = 1",
            "[chain]\norder = [\"S\"]", "[chain]\norder = [{ S = 1 }]", "[chain]\norder = S", "[hours]\nfrom = \"S\"",
            "[hours]\nzone = \"S\"", "[hours]\ndays = [\"S\"]", "[[organization]]\nname = \"S\"\nid = \"S\"",
            "[[authorisation]]\naction = \"S\"\nby = \"S\"", "[[channel]]\nid = \"S\"\norganization = \"S\"", "'S", "S.S = S",
            "[S]\n[S]", "S = 1\nS = 2", "\"S", "share = S",
        ]),
    ) {
        if let Err(faults) = parse(&place.replace('S', &secret)) {
            prop_assert!(!faults.join("\n").contains(&secret));
        }
    }
}

#[test]
fn a_misspelt_value_is_told_with_the_one_meant() {
    for (text, meant) in [
        ("[roles]\nBoss = \"exec\"", "executive"),
        ("[roles]\nBoss = \"end-user\"", "end_user"),
        ("[roles]\nBoss = \"Technical\"", "technical"),
        ("[chain]\norder = [\"primay\"]", "primary"),
        ("[chain]\norder = [\"anyon\"]", "anyone"),
        ("[chain]\norder = [\"VIPs\"]", "vip"),
        ("[hours]\ndays = [\"Monday\"]", "mon"),
        ("[hours]\ndays = [\"thurs\"]", "thu"),
        ("[hours]\nzone = \"Europe/Berln\"", "Europe/Berlin"),
        ("[hours]\nzone = \"New York\"", "America/New_York"),
        ("[[access]]\ncommands = [\"contacts\"]", "contact"),
        ("[[access]]\ncommands = [\"who_can\"]", "who-can"),
        ("[[access]]\nfields = [\"phones\"]", "phone"),
        ("[[access]]\nfields = [\"e-mail\"]", "email"),
    ] {
        let fault = faults(text);
        assert!(fault.contains(&format!("; did you mean \"{meant}\"?")), "{text}: {fault}");
    }
    for text in ["[roles]\nBoss = \"s3cret\"", "[hours]\nzone = \"Mars/Base\"", "[[access]]\nfields = [\"fax\"]"] {
        assert!(!faults(text).contains("did you mean"), "{}", faults(text));
    }
}
