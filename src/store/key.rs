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
mod tests;
