//! Repeats without storage: rules, zones and what they cost.

mod properties;
mod reference;
mod zones;
