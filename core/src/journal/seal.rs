//! The seals: what nobody can put to a head of the chain without the key.

use std::fmt;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::journal::chain::Head;

/// How long the key is: a block of SHA-256, which HMAC takes as it is.
pub const KEY_LENGTH: usize = 64;

/// The key of the seals. Nothing shows it, and its memory is overwritten when it is dropped.
#[derive(Clone)]
pub struct SealKey(Zeroizing<[u8; KEY_LENGTH]>);

/// What a seal vouches for. A seal of the one kind is none of the other: the seals of all entries are in the journal's file,
/// and none of them may pass for the note of which one is the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vouching {
    /// The entry was written by who has the key, after all those before it.
    Entry,
    /// The entry was the last one when this was noted in the database.
    Last,
    /// It was, when the key was new: the key has sealed no entry yet.
    First,
}

impl SealKey {
    pub fn new(bytes: &[u8; KEY_LENGTH]) -> Self {
        Self(Zeroizing::new(*bytes))
    }

    pub fn seal(&self, vouching: Vouching, head: Head) -> [u8; 32] {
        self.over(vouching, head).finalize().into_bytes().into()
    }

    pub fn has_sealed(&self, vouching: Vouching, head: Head, seal: &[u8]) -> bool {
        self.over(vouching, head).verify_slice(seal).is_ok()
    }

    fn over(&self, vouching: Vouching, head: Head) -> Hmac<Sha256> {
        let mut mac = Hmac::<Sha256>::new((&*self.0).into());
        // Of one length, as are the number and the hash, so that no two of them are the same bytes.
        mac.update(match vouching {
            Vouching::Entry => b"entry\n",
            Vouching::Last => b"last \n",
            Vouching::First => b"first\n",
        });
        mac.update(&head.seq.to_be_bytes());
        mac.update(&head.hash.0);
        mac
    }
}

impl fmt::Debug for SealKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SealKey { .. }")
    }
}

#[cfg(test)]
mod tests {
    use zeroize::ZeroizeOnDrop;

    use super::*;
    use crate::journal::chain::Hash;

    const HEAD: Head = Head { seq: 7, hash: Hash([3; 32]) };

    #[test]
    fn a_seal_is_of_one_key_one_head_and_one_kind() {
        let key = SealKey::new(&[1; KEY_LENGTH]);
        let seal = key.seal(Vouching::Entry, HEAD);
        assert!(key.has_sealed(Vouching::Entry, HEAD, &seal));
        assert!(!key.has_sealed(Vouching::Last, HEAD, &seal) && !key.has_sealed(Vouching::First, HEAD, &seal));
        assert!(!key.has_sealed(Vouching::Entry, Head { seq: 8, ..HEAD }, &seal));
        assert!(!key.has_sealed(Vouching::Entry, Head { hash: Hash([4; 32]), ..HEAD }, &seal));
        assert!(!key.has_sealed(Vouching::Entry, HEAD, &seal[..31]) && !key.has_sealed(Vouching::Entry, HEAD, &[]));
        assert!(!SealKey::new(&[2; KEY_LENGTH]).has_sealed(Vouching::Entry, HEAD, &seal));
    }

    #[test]
    fn a_seal_matches_its_description() {
        // Computed by another program: python3 -c "import hmac; print(hmac.new(b'\1' * 64,
        // b'entry\n' + bytes(7) + b'\7' + b'\3' * 32, 'sha256').hexdigest())"
        let seal = SealKey::new(&[1; KEY_LENGTH]).seal(Vouching::Entry, HEAD);
        assert_eq!(hex::encode(seal), "63b2c2663e505af177c19537129587277121675fcac01c69006ba6ae0615920f");
    }

    #[test]
    fn the_seals_key_is_not_shown_and_overwritten_when_dropped() {
        fn is_overwritten<T: ZeroizeOnDrop>(_: &T) {}
        let key = SealKey::new(&[0x41; KEY_LENGTH]);
        is_overwritten(&key.0);
        let shown = format!("{key:?} {key:#?}");
        assert!(!shown.contains("65") && !shown.contains("41"), "{shown}");
    }
}
