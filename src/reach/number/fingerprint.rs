//! A mark that says which of a person's numbers is meant.

use std::fmt;

use crc::{CRC_16_IBM_SDLC, Crc};

/// Marks are kept in the database and in buttons, so the algorithm must stay what it is.
const CRC: Crc<u16> = Crc::<u16>::new(&CRC_16_IBM_SDLC);

/// Which of a person's numbers is meant, for buttons and the database, which must not hold the number. Short on purpose:
/// 16 bits tell a person's few numbers apart and cannot be turned back into one. Two spellings of one number have the
/// same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint(pub u16);

impl Fingerprint {
    /// The mark of what is dialled, whatever stands between its letters and digits.
    pub(super) fn of(dialled: &str, extension: Option<&str>) -> Self {
        let mut digest = CRC.digest();
        digest.update(&significant(dialled));
        if let Some(extension) = extension {
            // Apart from the number, so that digits cannot move from one to the other unnoticed.
            digest.update(b" ");
            digest.update(&significant(extension));
        }
        Self(digest.finalize())
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04x}", self.0)
    }
}

fn significant(text: &str) -> Vec<u8> {
    let mut significant = any_ascii::any_ascii(text).to_ascii_lowercase().into_bytes();
    significant.retain(u8::is_ascii_alphanumeric);
    significant
}
