//! Sealed data: that of a button, and a record on disk.

use std::sync::LazyLock;

use callsheet::discord::custom_id::CustomId;
use callsheet::store::key::{Key, Place};
use callsheet_core::answer::ClickTarget;
use callsheet_core::domain::id::ContactId;
use serde_json::json;

use crate::account::{NOW, SERVED, SNAPSHOT};
use crate::answers;

/// A test key: any 32 bytes are one.
static KEY: LazyLock<Key> = LazyLock::new(|| {
    let key = Key::parse("b25lIGtleSBmb3IgdGVzdHMsIG9mIDMyIGJ5dGVzISE=");
    key.unwrap_or_else(|| panic!("the key of the target is none"))
});

const PLACE: Place = Place { table: "contacts", id: 7 };

/// Another user than the one who clicks.
const OTHER: u64 = answers::ASKER + 1;

/// Unsealed bytes open nothing; sealed data opens in its place, for its user, unchanged.
///
/// # Panics
///
/// If one of these does not hold.
pub fn sealed(data: &[u8]) {
    record(data);
    button(&String::from_utf8_lossy(data));
}

fn record(data: &[u8]) {
    let mut buffer = Vec::new();
    for bytes in [data, &[&[1], data].concat()] {
        assert!(KEY.open(PLACE, bytes, &mut buffer).is_none(), "unencrypted bytes open");
    }
    let sealed = KEY.seal(PLACE, data).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(KEY.open(PLACE, &sealed, &mut buffer), Some(data));
    for place in [Place { id: 8, ..PLACE }, Place { table: "locations", ..PLACE }] {
        assert!(KEY.open(place, &sealed, &mut buffer).is_none(), "it opens in another place");
    }
    // The first bytes give the place and the bits.
    let (Some(&bits), Some(at)) = (data.first(), data.get(1..3)) else { return };
    let at = at.iter().fold(0, |at, byte| at * 256 + usize::from(*byte)) % sealed.len();
    let mut changed = sealed.clone();
    changed[at] ^= bits.max(1);
    assert!(KEY.open(PLACE, &changed, &mut buffer).is_none(), "it opens although it was changed");
    assert!(KEY.open(PLACE, &sealed[..at], &mut buffer).is_none(), "it opens although it was cut");
}

fn button(text: &str) {
    let clicked = |carried: &str| {
        let click = json!({ "component_type": 2, "custom_id": carried });
        answers::answered(3, &click, &SERVED, &SNAPSHOT)
    };
    let refused = clicked(&CustomId::from(ClickTarget::Person(ContactId(1))).write());
    assert!(refused.is_only_said());
    let others = SERVED.seal.close(text, OTHER, NOW);
    let own = SERVED.seal.close(text, answers::ASKER, NOW);
    let cut: String = own.chars().skip(1).collect();
    for carried in [text, &others, &format!("{own}0"), &cut] {
        let response = clicked(carried);
        assert_eq!(response.body, refused.body, "a button that nobody has sealed for them leads somewhere");
        assert!(response.is_only_said());
    }
}
