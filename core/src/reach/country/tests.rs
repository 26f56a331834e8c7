use proptest::prelude::*;

use super::*;

fn code(name: &str) -> String {
    Country::named(name).map_or_else(|| "-".to_owned(), |country| country.code().to_owned())
}

#[test]
fn a_country_is_known_by_what_people_write() {
    for (expected, names) in [
        ("US", "US|usa|U.S.|U.S.A.|U. S. A.|United States|united states of america|The United States|America"),
        ("GB", "UK|U.K.|GB|GBR|Great Britain|England|Scotland|Wales|Northern Ireland|Royaume-Uni|Reino Unido"),
        ("DE", "Germany|DEUTSCHLAND|DEU|de|Allemagne|Alemania"),
        ("CH", "Schweiz|Suisse|Svizzera|Switzerland|CHE|Suiza"),
        ("ES", "España|Espana|Spanien|Espagne|ESP"),
        ("NL", "Holland|The Netherlands|Niederlande|Pays-Bas|Países Bajos|Nederland"),
        ("TR", "Türkiye|Turkey|Türkei|Turquie"),
        ("KR", "South Korea|Republic of Korea|Korea, Republic of|Südkorea"),
        ("CI", "Côte d'Ivoire|Ivory Coast"),
        ("CZ", "Czech Republic|Czechia|Česko|Tschechien"),
        ("AE", "UAE|U.A.E.|United Arab Emirates"),
        ("TT", "Trinidad & Tobago|Trinidad and Tobago"),
        ("LC", "St. Lucia|Saint Lucia"),
        ("WS", "Samoa"),
        ("GE", "Georgia"),
        ("VN", "Viet Nam|Vietnam"),
        ("IR", "Iran|Iran (Islamic Republic of)"),
        ("VI", "U.S. Virgin Islands"),
        ("CD", "DR Congo|Democratic Republic of the Congo"),
        ("-", "|  |Elbonia|Korea|Congo|Earth|123|n/a|?|the"),
    ] {
        for name in names.split('|') {
            assert_eq!(code(name), expected, "{name:?}");
        }
    }
}

#[test]
fn each_name_in_the_table_has_a_country_and_is_needed_once() {
    let mut seen = std::collections::BTreeSet::new();
    for line in MORE_NAMES.lines().skip(1) {
        let (code, name) = line.split_once(',').unwrap();
        assert_eq!(Country::named(name), Country::of_code(code), "{line}");
        assert!(Country::of_code(code).is_some(), "{line}");
        assert!(seen.insert(key(name)), "twice: {line}");
    }
}

proptest! {
    #[test]
    fn any_text_is_a_country_or_none(name in any::<String>()) {
        if let Some(country) = Country::named(&name) {
            prop_assert_eq!(Country::of_code(country.code()), Some(country));
        }
    }
}
