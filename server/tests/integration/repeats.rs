//! Repeats: rules, zones and what they cost; and what holds once they are kept.

mod following;
mod properties;
mod reference;
mod zones;
