//! How a person can be reached, and when: numbers understood, the local time where somebody is, hours they state. Pure;
//! time is an argument.

pub mod country;

pub mod number;

pub mod vcard;

pub mod zone;

pub mod hours;
