//! How a contact can be reached, and when: parsed numbers, the local time at their place, the hours they state. Pure;
//! time is an argument.

pub mod country;
pub mod hours;
pub mod number;
pub mod vcard;
pub mod zone;
