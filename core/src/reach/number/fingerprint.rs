//! A mark that identifies one of a contact's numbers.

use crc::{CRC_16_IBM_SDLC, Crc};

use crate::domain::contact::Fingerprint;

/// Marks are kept in the database and in buttons, so the algorithm must stay what it is.
const CRC: Crc<u16> = Crc::<u16>::new(&CRC_16_IBM_SDLC);

impl Fingerprint {
    /// The mark of the number to dial, whatever stands between its letters and digits.
    pub(super) fn of(dialled: &str, extension: Option<&str>) -> Self {
        let mut digest = CRC.digest();
        digest.update(&significant(dialled));
        if let Some(extension) = extension {
            // Apart from the number, so that a digit cannot move from one to the other unnoticed.
            digest.update(b" ");
            digest.update(&significant(extension));
        }
        Self(digest.finalize())
    }
}

fn significant(text: &str) -> Vec<u8> {
    let mut significant = any_ascii::any_ascii(text).to_ascii_lowercase().into_bytes();
    significant.retain(u8::is_ascii_alphanumeric);
    significant
}
