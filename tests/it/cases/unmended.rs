//! Cases that are answered wrongly as yet.

/// Their ids. A case leaves the list with the change that mends it; none is ever added.
pub(super) const UNMENDED: &[];
