use proptest::prelude::*;
use secrecy::ExposeSecret as _;
use zeroize::ZeroizeOnDrop;

use super::*;

const PLACE: Place = Place { table: "contacts", id: 7 };

fn key() -> Key {
    Key::parse(Key::generate().unwrap().expose_secret()).unwrap()
}

fn opened(key: &Key, place: Place, sealed: &[u8]) -> Option<Vec<u8>> {
    key.open(place, sealed, &mut Vec::new()).map(<[u8]>::to_vec)
}

fn any_json() -> impl Strategy<Value = serde_json::Value> {
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(Into::into),
        any::<i64>().prop_map(Into::into),
        ".*".prop_map(serde_json::Value::from),
    ];
    leaf.prop_recursive(3, 24, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Into::into),
            prop::collection::btree_map(".*", inner, 0..6)
                .prop_map(|map| serde_json::Value::Object(map.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn any_json_comes_back_as_it_was(json in any_json(), id: u64) {
        let (key, place, plain) = (key(), Place { table: "locations", id }, json.to_string());
        let sealed = key.seal(place, plain.as_bytes()).unwrap();
        prop_assert_eq!(opened(&key, place, &sealed), Some(plain.into_bytes()));
    }

    #[test]
    fn any_flipped_bit_is_refused(json in any_json(), at: prop::sample::Index) {
        let key = key();
        let mut sealed = key.seal(PLACE, json.to_string().as_bytes()).unwrap();
        let bit = at.index(sealed.len() * 8);
        sealed[bit / 8] ^= 1 << (bit % 8);
        prop_assert_eq!(opened(&key, PLACE, &sealed), None);
    }

    #[test]
    fn any_cut_is_refused(plain: Vec<u8>, at: prop::sample::Index) {
        let key = key();
        let sealed = key.seal(PLACE, &plain).unwrap();
        let cut = at.index(sealed.len());
        prop_assert_eq!(opened(&key, PLACE, &sealed[..cut]), None);
        prop_assert_eq!(opened(&key, PLACE, &sealed[cut + 1..]), None);
    }

    #[test]
    fn noise_is_refused(noise: Vec<u8>) {
        prop_assert_eq!(opened(&key(), PLACE, &noise), None);
        prop_assert_eq!(opened(&key(), PLACE, &[&[VERSION], &noise[..]].concat()), None);
    }

    #[test]
    fn only_32_bytes_are_a_key(bytes in prop::collection::vec(any::<u8>(), 0..70)) {
        prop_assert_eq!(Key::parse(&STANDARD.encode(&bytes)).is_some(), bytes.len() == LENGTH);
    }
}

#[test]
fn another_key_or_another_place_opens_nothing() {
    let key = key();
    let sealed = key.seal(PLACE, b"{}").unwrap();
    assert_eq!(opened(&super::tests::key(), PLACE, &sealed), None);
    for other in [Place { id: 8, ..PLACE }, Place { table: "locations", ..PLACE }] {
        assert_eq!(opened(&key, other, &sealed), None, "{other:?}");
    }
    assert_eq!(opened(&key, PLACE, &sealed).as_deref(), Some(&b"{}"[..]));
}

#[test]
fn a_tag_is_of_one_key_one_kind_and_these_parts() {
    let key = key();
    let tag = key.tag("seal", &[b"ab", b"c"]);
    assert_eq!(tag, key.tag("seal", &[b"ab", b"c"]));
    assert_ne!(tag, super::tests::key().tag("seal", &[b"ab", b"c"]));
    for (kind, parts) in
        [("seal", &[&b"a"[..], b"bc"][..]), ("seal", &[b"abc"]), ("sealab", &[b"c"]), ("row", &[b"ab", b"c"])]
    {
        assert_ne!(tag, key.tag(kind, parts), "{kind} {parts:?}");
    }
}

#[test]
fn the_same_record_never_looks_the_same() {
    let key = key();
    let [one, other] = [(); 2].map(|()| key.seal(PLACE, b"{}").unwrap());
    assert_ne!(one[1..=NONCE], other[1..=NONCE]);
    assert_ne!(one[1 + NONCE..], other[1 + NONCE..]);
}

#[test]
fn a_key_shows_nothing_and_is_overwritten_when_dropped() {
    fn is_overwritten<T: ZeroizeOnDrop>(_: &T) {}
    let text = STANDARD.encode([0x41; LENGTH]);
    let key = Key::parse(&text).unwrap();
    is_overwritten(&key.records);
    is_overwritten(&key.vouching);
    let shown = format!("{key:?} {key:#?}");
    assert!(!shown.contains("65") && !shown.contains("41") && !shown.contains(&text[..6]), "{shown}");
}

#[test]
fn an_invalid_key_is_refused() {
    let good = Key::generate().unwrap();
    let good = good.expose_secret();
    assert_eq!(good.len(), 44);
    for text in ["", "key", &good[..43], &good[..40], &format!("{good}A"), &good.replace('=', "é"), &"*".repeat(44)] {
        assert!(Key::parse(text).is_none(), "{}", text.len());
    }
}
