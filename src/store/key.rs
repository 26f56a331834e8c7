//! The key that the account's records are encrypted with on disk, and what is done with it.
//!
//! XChaCha20-Poly1305: its nonces are long enough to be drawn at random for every record that is ever written, so nothing
//! has to be counted over restarts, processes and copies of the file. What is encrypted is bound to its place: a record
//! that was moved to another id or table is refused like one that was changed.
//!
//! What is not secret and still must be nobody else's, is vouched for by a tag: HMAC-SHA256, under a key of its own that is
//! derived from the same.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chacha20poly1305::aead::Generate as _;
use chacha20poly1305::{AeadInOut as _, KeyInit as _, XChaCha20Poly1305, XNonce};
use hkdf::Hkdf;
use hmac::{Hmac, Mac as _};
use secrecy::SecretString;
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::store::error::{Result, StoreError};
use callsheet_core::journal::seal::{KEY_LENGTH as JOURNAL_LENGTH, SealKey};

const LENGTH: usize = 32;

/// What every encrypted record begins with, so that another layout or cipher can be told from this one.
const VERSION: u8 = 1;

const NONCE: usize = 24;

const TAG: usize = 16;

/// What the key of the journal's seals is derived for: who knows that one knows neither the records' nor another.
const FOR_JOURNAL: &[u8] = b"callsheet journal v1";

const FOR_VOUCHING: &[u8] = b"callsheet vouching v1";

/// How long the key that vouches is: a block of SHA-256, which HMAC takes as it is.
const VOUCHING_LENGTH: usize = 64;

/// A key, and what is derived from it. Nothing shows it, and its memory is overwritten when it is dropped.
#[derive(Clone)]
pub struct Key {
    records: XChaCha20Poly1305,
    vouching: Zeroizing<[u8; VOUCHING_LENGTH]>,
    journal: SealKey,
}

pub(super) type Tag = [u8; 32];

/// Where a record belongs.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    pub table: &'static str,
    pub id: u64,
}

impl Key {
    /// Makes up a key, as text.
    pub fn generate() -> Result<SecretString> {
        let bytes = Zeroizing::new(<[u8; LENGTH]>::try_generate().map_err(|_| StoreError::NoRandomness)?);
        Ok(STANDARD.encode(*bytes).into())
    }

    /// Reads a key: 32 bytes in base64. `None` where it is anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = Zeroizing::new(STANDARD.decode(text).ok()?);
        let records = XChaCha20Poly1305::new_from_slice(&bytes).ok()?;
        let (mut vouching, mut journal) = (Zeroizing::new([0; VOUCHING_LENGTH]), Zeroizing::new([0; JOURNAL_LENGTH]));
        let derived = Hkdf::<Sha256>::new(None, &bytes);
        derived.expand(FOR_VOUCHING, &mut *vouching).ok()?;
        derived.expand(FOR_JOURNAL, &mut *journal).ok()?;
        Some(Self { records, vouching, journal: SealKey::new(&journal) })
    }

    /// The key that the journal's entries are sealed with.
    pub fn journal(&self) -> &SealKey {
        &self.journal
    }

    /// Vouches for the parts of a kind of thing: no other parts and no other kind have this tag.
    pub(super) fn tag(&self, kind: &str, parts: &[&[u8]]) -> Tag {
        let mut tag = Hmac::<Sha256>::new((&*self.vouching).into());
        for part in [kind.as_bytes()].iter().chain(parts) {
            tag.update(&(part.len() as u64).to_le_bytes());
            tag.update(part);
        }
        tag.finalize().into_bytes().into()
    }

    /// Encrypts a record for its place: version, nonce, ciphertext, tag.
    pub fn seal(&self, place: Place, plain: &[u8]) -> Result<Vec<u8>> {
        let nonce = XNonce::try_generate().map_err(|_| StoreError::NoRandomness)?;
        let mut sealed = Vec::with_capacity(1 + NONCE + plain.len() + TAG);
        sealed.push(VERSION);
        sealed.extend(nonce);
        sealed.extend(plain);
        let (_, text) = sealed.split_at_mut(1 + NONCE);
        // It refuses nothing but hundreds of gigabytes.
        let tag =
            self.records.encrypt_inout_detached(&nonce, &place.bytes(), text.into()).map_err(|_| StoreError::Record)?;
        sealed.extend(tag);
        Ok(sealed)
    }

    /// Decrypts into `buffer`. `None` where it was not encrypted with this key for this place, or is not as it was.
    pub fn open<'b>(&self, place: Place, sealed: &[u8], buffer: &'b mut Vec<u8>) -> Option<&'b [u8]> {
        let (version, sealed) = sealed.split_first()?;
        let (nonce, sealed) = sealed.split_first_chunk::<NONCE>()?;
        let (text, tag) = sealed.split_last_chunk::<TAG>()?;
        if *version != VERSION {
            return None;
        }
        buffer.clear();
        buffer.extend(text);
        let (nonce, tag) = (XNonce::from(*nonce), chacha20poly1305::Tag::from(*tag));
        self.records.decrypt_inout_detached(&nonce, &place.bytes(), buffer.as_mut_slice().into(), &tag).ok()?;
        Some(buffer)
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key")
    }
}

/// Tells one version of an encrypted record from every other: a part of its tag, which nobody can choose without the key.
pub(super) fn version(sealed: &[u8]) -> i64 {
    sealed.last_chunk().map_or(0, |bytes| i64::from_le_bytes(*bytes))
}

impl Place {
    /// What the tag vouches for besides the record. All but the name is of fixed length, so no two are the same.
    fn bytes(self) -> Vec<u8> {
        [&[VERSION], &self.id.to_le_bytes()[..], self.table.as_bytes()].concat()
    }
}

#[cfg(test)]
mod tests {
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
        for text in ["", "key", &good[..43], &good[..40], &format!("{good}A"), &good.replace('=', "é"), &"*".repeat(44)]
        {
            assert!(Key::parse(text).is_none(), "{}", text.len());
        }
    }
}
