//! Countries, by their ISO 3166-1 code.

/// A country, by its two-letter ISO 3166-1 code in capitals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Country([u8; 2]);

impl Country {
    /// A country by its two-letter code, in either case; `None` where ISO 3166-1 has none of that code.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        let code = celes::Country::from_alpha2(code.trim()).ok()?.alpha2.as_bytes();
        Some(Self([*code.first()?, *code.get(1)?]))
    }

    /// The code in capitals.
    #[must_use]
    pub fn code(&self) -> &str {
        // Two ASCII letters, by construction.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}
