//! A policy file that changes while the bot runs, with parts lost in every way: no accepted version grants what the
//! whole file denies.

use callsheet::reload::PolicyFile;
use callsheet_core::access::Access;
use callsheet_core::policy::{Policy, file};
use callsheet_core::reach::country::Country;
use insta::assert_snapshot;
use proptest::prelude::*;

use testkit::disclosed::{Disclosed, POLICY, does_no_more};
use testkit::logs::Logs;

/// The policy that the bot takes from a file that changes to this text and stays so.
fn becomes(in_force: &str, text: &str) -> Option<Policy> {
    let policy = file::whole(in_force).unwrap();
    let mut file = PolicyFile::in_force("policy.toml".into(), in_force.to_owned());
    assert!(file.look(Ok(text.to_owned()), &policy).is_none(), "it was read once only");
    file.look(Ok(text.to_owned()), &policy)
}

/// One policy, with the results of comparisons.
struct Against {
    policy: Policy,
    disclosed: Disclosed,
    compared: Vec<(Access, bool)>,
}

impl Against {
    fn the(policy: Policy) -> Self {
        Self { disclosed: Disclosed::by(&policy), policy, compared: Vec::new() }
    }

    /// Whether another policy grants nothing that this one denies.
    fn holds(&mut self, other: &Policy) -> bool {
        let is_within = match self.compared.iter().find(|(access, _)| *access == other.access) {
            _ if other.access == self.policy.access => true,
            Some((_, known)) => *known,
            None => {
                let is_within = Disclosed::by(other).is_within(&self.disclosed);
                self.compared.push((other.access.clone(), is_within));
                is_within
            }
        };
        is_within && does_no_more(other, &self.policy)
    }
}

/// The lines of the file, each with its end.
fn lines() -> Vec<&'static str> {
    POLICY.split_inclusive('\n').collect()
}

/// The file without some of its lines.
fn without(gone: impl Fn(usize) -> bool) -> String {
    lines().into_iter().enumerate().filter(|(at, _)| !gone(*at)).map(|(_, line)| line).collect()
}

#[test]
fn the_tested_policy_file_grants_and_hides() {
    let seen = Disclosed::by(&file::whole(POLICY).unwrap());
    assert!((10_000..seen.asked() / 2).contains(&seen.count()), "{} of {}", seen.count(), seen.asked());
    let open = Disclosed::by(&Policy::default());
    assert!(seen.count() < open.count() && !open.is_within(&seen) && !seen.is_within(&open), "restricted contacts");
}

#[test]
fn no_beginning_of_the_file_grants_more_than_the_whole() {
    let mut whole = Against::the(file::whole(POLICY).unwrap());
    let mut started = 0;
    for end in (0..POLICY.len()).filter(|end| POLICY.is_char_boundary(*end)) {
        let part = &POLICY[..end];
        if let Ok(policy) = file::whole(part) {
            started += 1;
            assert!(whole.holds(&policy), "a start with {end} bytes opens something");
            assert_eq!(policy.access, whole.policy.access, "it was taken, but for the end's own lines");
        }
        if let Some(policy) = becomes(POLICY, part) {
            assert!(whole.holds(&policy), "{end} bytes open something");
        }
    }
    assert!((1..30).contains(&started), "{started} of {}", POLICY.len());
}

#[test]
fn no_lost_line_or_block_opens_anything() {
    let mut whole = Against::the(file::whole(POLICY).unwrap());
    let lines = lines();
    let heads: Vec<usize> = (0..lines.len()).filter(|at| lines[*at].starts_with('[')).chain([lines.len()]).collect();
    let blocks = heads.windows(2).map(|pair| pair[0]..pair[1]);
    let above = std::iter::once(0..heads[0]);
    let single = (0..lines.len()).map(|at| at..at + 1);
    let (mut taken, mut lost) = (0, 0);
    for gone in single.chain(blocks).chain(above) {
        lost += 1;
        let text = without(|at| gone.contains(&at));
        if let Some(policy) = becomes(POLICY, &text) {
            taken += 1;
            assert!(whole.holds(&policy), "without lines {gone:?}:\n{text}");
        }
    }
    assert!(taken > 20 && lost - taken > 40, "{taken} of {lost} were taken");
    assert!(whole.compared.len() > 5, "some of what was taken grants less");
}

#[test]
fn a_lost_line_opens_nothing_until_confirmed() {
    let wider = [
        ("    \"Quiet Clinic\",\n", "redacted"),
        ("    { group = \"lawyers\" },\n", "redacted"),
        ("    \"*Dental*\",\n", "except"),
        ("except = [{ group = \"healthcare\" }]\n", "except"),
        ("fields = [\"phone\", \"email\"]\n", "fields"),
        ("on_click = [\"phone\"]\n", "on_click"),
        ("organizations = [\"Acme*\", 6]\n", "organizations"),
        ("roles = [\"71\", \"72\"]\n", "roles"),
        ("channels = [\"30\"]\n", "channels"),
        ("guilds = [\"1\"]\n", "guilds"),
        ("users = [\"9\"]\n", "users"),
        ("share_notes = false\n", "nothing, it is the default"),
        ("contacts_per_hour = 60\n", "brake"),
        ("alert_channel = \"1100000000000000003\"\n", "brake"),
    ];
    for (line, key) in wider {
        assert_eq!(POLICY.matches(line).count(), 1, "{line}");
        let text = POLICY.replace(line, "");
        assert_eq!(becomes(POLICY, &text).is_none(), key != "nothing, it is the default", "{line}");
        let meant = text.replace("revision = 12", "revision = 13");
        assert!(becomes(POLICY, &meant).is_some(), "{line}");
        assert!(file::whole(&text).is_ok(), "a start takes the file as it is");
    }
}

#[test]
fn no_file_half_written_over_the_last_opens_anything() {
    // Overwritten in place, from the beginning.
    let next = POLICY
        .replace("\"Acme*\", 6", "\"Acme*\", 6, \"Bolt*\"")
        .replace("    \"Quiet Clinic\",\n", "")
        .replace("on_click = [\"phone\"]\n", "")
        .replace("[\"71\", \"72\"]", "[\"71\", \"72\", \"99\"]")
        .replace("revision = 12", "revision = 13");
    let mut last = Against::the(file::whole(POLICY).unwrap());
    for end in 0..=next.len() {
        let Some(begun) = next.get(..end) else { continue };
        let Some(rest) = POLICY.get(end.min(POLICY.len())..) else { continue };
        let text = format!("{begun}{rest}");
        if let Some(policy) = becomes(POLICY, &text) {
            let is_next = policy.revision == Some(13);
            assert!(is_next || last.holds(&policy), "after {end} bytes");
            assert!(!is_next || text.trim_end().starts_with(next.trim_end()), "after {end} bytes");
        }
    }
    assert!(becomes(POLICY, &next).is_some(), "the next file is taken in the end");
}

#[test]
fn settings_of_the_environment_stay_when_the_file_changes() {
    let in_force = Policy { default_country: Country::of_code("DE"), ..file::whole(POLICY).unwrap() };
    let mut file = PolicyFile::in_force("policy.toml".into(), POLICY.to_owned());
    let text = POLICY.replace("share = true", "share = false");
    assert!(file.look(Ok(text.clone()), &in_force).is_none());
    let taken = file.look(Ok(text), &in_force).unwrap();
    assert!(!taken.share);
    assert_eq!(taken.default_country, Country::of_code("DE"));
}

#[test]
fn changes_of_grants_are_warnings_with_counts_and_no_names() {
    let logs = Logs::capture();
    let one_person = &POLICY[POLICY.find("# One person").unwrap()..POLICY.find("[brake]").unwrap()];
    let fewer = POLICY.replace(one_person, "").replace("organizations = [\"Acme*\", 6]", "organizations = [6]");
    let fewer = fewer.replace("    5,\n", "    5,\n    \"Secretive Ltd\",\n");
    assert_eq!(becomes(POLICY, &fewer).unwrap().access.grants.len(), 4);
    let wider = POLICY.replace("    \"Quiet Clinic\",\n", "").replace("roles = [\"70\"]", "roles = [\"70\", \"73\"]");
    assert!(becomes(POLICY, &wider).is_none());
    assert!(becomes(POLICY, &wider.replace("revision = 12", "revision = 20")).is_some());
    assert!(becomes(POLICY, &POLICY.replace("layout = \"full\"", "layout = \"compact\"")).is_some());
    let text = logs.text();
    let told: Vec<&str> = text.lines().filter_map(|line| Some(line.split_once("callsheet::reload: ")?.1)).collect();
    assert_snapshot!(told.join("\n"), @r#"
    the policy file has changed and is in force; who may see what is another than before grants_before=5 grants=4 added=1 removed=2 redacted_before=3 redacted=4
    the policy file has changed and would let more be seen or done, or have others called or asked, without saying that this is meant: none of the change is in force; if it is meant, raise revision = … under [end] at the end of the file above that in force, or start Callsheet again revision=12 in_force=12 wider="[[access]] number 2 grants what no single one did; redacted lacks 1 of its entries"
    the policy file has changed and is in force; who may see what is another than before grants_before=5 grants=5 added=1 removed=1 redacted_before=3 redacted=2 wider="[[access]] number 2 grants what no single one did; redacted lacks 1 of its entries"
    the policy file has changed and is in force
    "#);
    assert!(text.lines().filter(|line| line.contains("who may see what")).all(|line| line.contains("WARN")), "{text}");
    for name in ["Acme", "Secretive", "Quiet", "Clinic"] {
        assert!(!text.contains(name), "{name}: {text}");
    }
}

/// Rules of a few words each, so that one often contains another.
fn rules() -> impl Strategy<Value = String> {
    let some = |key: &'static str, of: &'static [&'static str]| {
        let list = prop::sample::subsequence(of, 0..=of.len());
        list.prop_map(
            move |list| if list.is_empty() { String::new() } else { format!("{key} = [{}]\n", list.join(", ")) },
        )
    };
    let clients = &["\"Acme*\"", "\"Acme Holding\"", "\"*Clinic\"", "\"*c*\"", "4", "6"];
    let grant = (
        some("guilds", &["1", "2"]),
        some("roles", &["70", "71"]),
        some("users", &["4", "9"]),
        some("channels", &["20", "30"]),
        some("commands", &["\"contact\"", "\"share\"", "\"who-looked\""]),
        some("organizations", clients),
        some("except", clients),
        prop::sample::select(vec![
            "",
            "fields = [\"phone\"]\n",
            "on_click = [\"phone\"]\n",
            "on_click = [\"phone\", \"notes\"]\n",
        ]),
        any::<bool>(),
    );
    let grant =
        grant.prop_map(|(guilds, roles, users, channels, commands, organizations, except, fields, restricted)| {
            let except = if organizations.is_empty() { except } else { String::new() };
            let keys = [guilds, roles, users, channels, commands, organizations, except].concat();
            format!("[[access]]\n{keys}{fields}restricted = {restricted}\n")
        });
    let grants = prop::collection::vec(grant, 1..4).prop_map(|grants| grants.concat());
    (some("redacted", clients), grants).prop_map(|(redacted, grants)| format!("{redacted}{grants}[end]\n"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn no_lost_range_of_lines_opens_anything(from in 0..130_usize, many in 1..30_usize) {
        let text = without(|at| (from..from + many).contains(&at));
        if let Some(policy) = becomes(POLICY, &text) {
            prop_assert!(Against::the(file::whole(POLICY).unwrap()).holds(&policy), "{}", text);
        }
    }

    /// Rules of which one differs from those before by a word or entirely.
    #[test]
    fn no_change_without_a_higher_revision_opens_anything(
        before in rules(),
        after in rules(),
        lost in any::<prop::sample::Index>(),
    ) {
        let Ok(policy) = file::whole(&before) else { return Ok(()) };
        let lines: Vec<&str> = before.split_inclusive('\n').collect();
        let lost = lost.index(lines.len());
        let shorter: String = lines.iter().enumerate().filter(|(at, _)| *at != lost).map(|(_, line)| *line).collect();
        for text in [after, shorter] {
            if let Some(after) = becomes(&before, &text) {
                prop_assert!(Against::the(policy.clone()).holds(&after), "{} then {}", before, text);
            }
        }
    }
}
