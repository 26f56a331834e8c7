use proptest::prelude::*;

use super::*;

fn seal() -> Seal {
    Seal::of(&"token".to_owned().into())
}

const NOW: Timestamp = Timestamp::UNIX_EPOCH;

#[test]
fn sealed_text_opens_for_its_owner_for_a_day() {
    let sealed = seal().close("person:1", 7, NOW);
    assert_eq!(seal().open(&sealed, 7, NOW), Ok("person:1"));
    assert_eq!(
        seal().open(&sealed, 7, NOW + SignedDuration::from_hours(24) - SignedDuration::from_secs(1)),
        Ok("person:1")
    );
    assert_eq!(seal().open(&sealed, 7, NOW + SignedDuration::from_hours(24)), Err(BadSeal::Expired));
    assert_eq!(seal().open(&sealed, 8, NOW), Err(BadSeal::Foreign));
    assert_eq!(Seal::of(&"another".to_owned().into()).open(&sealed, 7, NOW), Err(BadSeal::Foreign));
    assert_eq!(seal().open("person:1", 7, NOW), Err(BadSeal::Foreign));
}

proptest! {
    #[test]
    fn no_change_of_a_sealed_text_opens_anything(
        carried in "[a-z:0-9]{0,60}", at in any::<prop::sample::Index>(), char in any::<char>(), other in ".{0,100}",
    ) {
        let sealed = seal().close(&carried, 7, NOW);
        prop_assert!(sealed.len() <= carried.len() + 32);
        let mut chars: Vec<char> = sealed.chars().collect();
        let at = at.index(chars.len());
        prop_assume!(chars[at] != char);
        chars[at] = char;
        let changed: String = chars.into_iter().collect();
        prop_assert!(seal().open(&changed, 7, NOW).is_err());
        prop_assert!(seal().open(&other, 7, NOW).is_err());
    }
}
