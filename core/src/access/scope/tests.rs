use super::*;

#[test]
fn an_asterisk_stands_for_anything() {
    for (pattern, name, expected) in [
        ("Acme Corporation", "acme  CORPORATION", true),
        ("Acme", "Acme Corporation", false),
        ("Acme*", "Acme Corporation", true),
        ("Acme*", "Acme", true),
        ("*Clinic", "Sunset Valley Clinic", true),
        ("*Clinic", "Clinic of Sunset Valley", false),
        ("*dental*", "Granite Peak Dental", true),
        ("a*b*c", "a b b c", true),
        ("a*b*c", "a c b", false),
        ("a*a", "a", false),
        ("*", "", true),
        ("**", "anything", true),
        ("Zoë*", "ZOË'S BAKERY", true),
    ] {
        let means = Pattern::named(pattern).means(OrganizationId(1), &[fold(name).into()]);
        assert_eq!(means, expected, "{pattern} {name}");
    }
}

const ID: OrganizationId = OrganizationId(1);

fn patterns(names: &[&str]) -> Vec<Pattern> {
    names
        .iter()
        .map(|name| name.parse().map_or_else(|_| Pattern::named(name), |id| Pattern::Id(OrganizationId(id))))
        .collect()
}

/// Whether a scope with these patterns covers the contacts.
fn holds(only: Option<&[&str]>, except: &[&str], about: About<'_>) -> bool {
    Scope { only: only.map(patterns), except: patterns(except) }.holds(about)
}

#[test]
fn a_client_is_listed_by_all_and_excepted_by_any_of_its_names() {
    for (only, except, names, expected) in [
        (None, &[][..], &["Acme"][..], true),
        (None, &["acme"], &["Acme"], false),
        (None, &["acme"], &["Acme", "Acme Holding"], false),
        (None, &["1"], &["Acme"], false),
        (Some(&["a*"][..]), &["acme"], &["Acme"], false),
        (Some(&["acme"]), &[], &["Acme"], true),
        (Some(&["acme"]), &[], &["Acme", "Globex"], false),
        (Some(&["acme", "globex"]), &[], &["Acme", "Globex"], true),
        (Some(&["acme", "globex"]), &["globex"], &["Acme", "Globex"], false),
        (Some(&["1"]), &[], &["Acme", "Globex"], true),
        (Some(&["2", "acme"]), &[], &["Acme", "Globex"], false),
        (Some(&[]), &[], &["Acme"], false),
        // Without a name no exception can be checked.
        (None, &[], &[], false),
        (Some(&["1", "*"]), &[], &[], false),
    ] {
        let names: Vec<Box<str>> = names.iter().map(|name| fold(name).into()).collect();
        let holds = holds(only, except, About::Organization(ID, &names));
        assert_eq!(holds, expected, "{only:?} but {except:?}: {names:?}");
    }
}

#[test]
fn an_unknown_client_is_seen_only_where_nothing_is_excepted() {
    assert!(holds(None, &[], About::NoOrganization) && holds(None, &["acme"], About::NoOrganization));
    assert!(!holds(Some(&["*"]), &[], About::NoOrganization));
    assert!(holds(None, &[], About::Unidentified));
    assert!(!holds(None, &["acme"], About::Unidentified) && !holds(None, &["7"], About::Unidentified));
    assert!(!holds(Some(&["*"]), &[], About::Unidentified));
}

#[test]
fn an_exception_applies_by_any_name_and_without_one() {
    let names = ["acme".into(), "globex".into()];
    let keeps = |given: &[&str], about| keep_back(&patterns(given), about);
    assert!(keeps(&["Globex"], About::Organization(ID, &names)) && keeps(&["1"], About::Organization(ID, &names)));
    assert!(!keeps(&["Glob", "2"], About::Organization(ID, &names)));
    assert!(keeps(&[], About::Organization(ID, &[])) && keeps(&["7"], About::Unidentified));
    assert!(!keeps(&[], About::Unidentified) && !keeps(&["*"], About::NoOrganization));
}
