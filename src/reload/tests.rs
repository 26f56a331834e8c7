use super::*;

const RULES: &str = "[[access]]\nroles = [7]\n[[access]]\nroles = [8]\nexcept = [\"*Clinic\"]\n";

/// A whole file with these rules.
fn whole(rules: &str, revision: u32) -> String {
    format!("{rules}[end]\nrevision = {revision}\n")
}

/// A file in force, followed as [`PolicyFile::follow`] does.
struct Followed {
    file: PolicyFile,
    policy: Policy,
}

impl Followed {
    fn with(text: &str) -> Self {
        let file = PolicyFile::in_force("policy.toml".into(), text.to_owned());
        Self { file, policy: file::whole(text).unwrap() }
    }

    /// One read; whether it changes the policy.
    fn reads(&mut self, read: io::Result<&str>) -> bool {
        let changed = self.file.look(read.map(str::to_owned), &self.policy);
        changed.map(|policy| self.policy = policy).is_some()
    }

    /// Two reads that agree; whether they change the policy.
    fn becomes(&mut self, text: &str) -> bool {
        assert!(!self.reads(Ok(text)), "once is not enough");
        self.reads(Ok(text))
    }

    fn grants(&self) -> usize {
        self.policy.access.grants.len()
    }
}

fn missing() -> io::Result<&'static str> {
    Err(io::ErrorKind::NotFound.into())
}

#[test]
fn a_right_file_is_taken_once_and_a_wrong_one_never() {
    let mut followed = Followed::with("open = true\n[end]");
    assert!(!followed.becomes("open = true\n[end]"), "nothing has changed");
    assert!(followed.becomes("open = true\nshare = false\n[end]"));
    assert!(!followed.policy.share);
    assert!(!followed.becomes("open = true\nshare = false\n[end]"), "once is enough");
    assert!(!followed.becomes("open = true\nshear = true\n[end]"), "a wrong one changes nothing");
    assert!(followed.becomes("open = true\nshare = false\nlayout = \"compact\"\n[end]"), "put right, it counts");
}

#[test]
fn a_text_counts_only_when_two_reads_after_each_other_agree() {
    let mut followed = Followed::with(&whole(RULES, 1));
    let [one, other] =
        ["layout = \"compact\"\n", "dial_links = false\n"].map(|line| whole(&format!("{line}{RULES}"), 1));
    assert!(!followed.reads(Ok(&one)) && !followed.reads(Ok(&other)) && !followed.reads(Ok(&one)));
    assert!(!followed.reads(missing()) && !followed.reads(Ok(&one)), "nothing is remembered over a gap");
    assert!(!followed.reads(Ok(&whole(RULES, 1))) && !followed.reads(Ok(&one)), "nor over the text in force");
    assert!(followed.reads(Ok(&one)));
}

#[test]
fn a_file_that_disappears_leaves_its_rules_in_force() {
    let mut followed = Followed::with(&whole(RULES, 1));
    for _ in 0..3 {
        assert!(!followed.reads(missing()));
    }
    assert!(!followed.becomes(&whole(RULES, 1)), "it is the same as before");
    assert!(!followed.reads(missing()) && !followed.becomes("") && !followed.becomes("[end]"));
    assert_eq!(followed.grants(), 2);
}

#[test]
fn rules_lost_in_any_way_open_nothing() {
    let commented = format!("#{}\n", RULES.replace('\n', "\n#"));
    for rules in [
        "",
        "\n\n",
        "share = true\n",
        &commented,
        "[[access]]\n",
        "[[access]]\nrestricted = true\n",
        "[[access]]\nroles = [7]\n[[access]]\nroles = [8]\n",
        "[[access]]\nroles = [7]\n[[access]]\nexcept = [\"*Clinic\"]\n",
        "open = true\n",
        "open = true\n[[access]]\nroles = [7]\n",
    ] {
        for text in [rules.to_owned(), whole(rules, 0), whole(rules, 1)] {
            let mut followed = Followed::with(&whole(RULES, 1));
            let before = followed.policy.access.clone();
            assert!(!followed.becomes(&text), "{text}");
            assert_eq!(followed.policy.access, before);
        }
    }
}

#[test]
fn only_wider_rules_need_a_higher_revision() {
    let mut followed = Followed::with(&whole(RULES, 3));
    let wider = RULES.replace("[8]", "[8, 9]");
    assert!(!followed.becomes(&whole(&wider, 2)) && !followed.becomes(&whole(&wider, 3)));
    assert!(followed.becomes(&whole(&wider, 4)));
    assert!(followed.becomes(&whole(RULES, 1)), "less may be seen at once");
    assert!(!followed.becomes(&whole(&wider, 4)), "it was taken before, and taken back since");
    assert!(followed.becomes(&whole(&wider, 5)));
    assert!(followed.becomes("open = false\n[end]\n"), "closing everything needs no revision");
    assert_eq!(followed.grants(), 0);
    assert!(!followed.becomes("open = true\n[end]\nrevision = 5"));
    assert!(followed.becomes("open = true\n[end]\nrevision = 6"));
    assert!(followed.policy.access.is_open());
    assert!(followed.becomes("[[access]]\ncommands = [\"vip\"]\n[end]"), "from all commands to one");
    assert!(!followed.policy.access.is_open());
}

/// Who is called and who may approve, by a rule each, and the same with a change.
#[test]
fn other_people_are_called_or_asked_only_with_a_higher_revision() {
    const CALLED: &str = "open = true
[roles]
\"Site Lead\" = \"technical\"
[chain]
order = [\"primary\", \"technical\"]
out_of_hours = [\"technical\", \"vip\"]
[hours]
from = \"08:00\"
[[authorisation]]
action = \"password reset\"
aliases = [\"pw\"]
by = [\"primary\", \"executive\"]
[[organization]]
name = \"Acme\"
[organization.chain]
order = [{ person = \"Jane Doe\" }, \"primary\"]
[[organization.authorisation]]
action = \"password reset\"
by = [{ person = \"Jane Doe\" }]
[[channel]]
id = \"1190\"
organization = \"Acme\"
";
    for (part, other, is_held) in [
        ("\"Site Lead\" = \"technical\"", "\"Site Lead\" = \"primary\"", true),
        ("\"Site Lead\" = \"technical\"\n", "", true),
        ("order = [\"primary\", \"technical\"]", "order = [\"technical\", \"primary\"]", true),
        ("order = [\"primary\", \"technical\"]", "order = [\"primary\", \"technical\", \"billing\"]", true),
        ("order = [\"primary\", \"technical\"]", "order = [\"technical\"]", false),
        ("out_of_hours = [\"technical\", \"vip\"]\n", "", true),
        ("out_of_hours = [\"technical\", \"vip\"]", "out_of_hours = [\"vip\"]", false),
        ("from = \"08:00\"", "from = \"07:00\"", true),
        ("by = [\"primary\", \"executive\"]", "by = [\"primary\", \"executive\", \"technical\"]", true),
        ("by = [\"primary\", \"executive\"]", "by = [\"executive\"]", false),
        ("[\"pw\"]", "[\"pw\", \"account\"]", true),
        ("aliases = [\"pw\"]\n", "", false),
        ("name = \"Acme\"\n", "name = \"Globex\"\n", true),
        ("{ person = \"Jane Doe\" }, \"primary\"", "{ person = \"John Roe\" }, \"primary\"", true),
        ("{ person = \"Jane Doe\" }, \"primary\"", "\"primary\"", false),
        ("by = [{ person = \"Jane Doe\" }]", "by = [\"primary\"]", true),
        // What holds everywhere is in its place then.
        ("[[organization.authorisation]]\naction = \"password reset\"\nby = [{ person = \"Jane Doe\" }]\n", "", true),
        ("id = \"1190\"", "id = \"1191\"", true),
        ("organization = \"Acme\"", "organization = \"Globex\"", true),
        ("[[channel]]\nid = \"1190\"\norganization = \"Acme\"\n", "", false),
    ] {
        assert!(CALLED.contains(part), "{part}");
        let changed = CALLED.replacen(part, other, 1);
        let mut followed = Followed::with(&whole(CALLED, 1));
        assert_eq!(followed.becomes(&whole(&changed, 1)), !is_held, "{part}: {other}");
        let mut followed = Followed::with(&whole(CALLED, 1));
        assert!(followed.becomes(&whole(&changed, 2)), "{part}: {other}");
    }
}
