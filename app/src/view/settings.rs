//! What a person has chosen for themselves.

use serde::{Deserialize, Serialize};

/// The settings as their form shows them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SettingsView {
    /// IANA name of the time zone.
    pub time_zone: String,
    /// What the clock there shows: `It is 18:21 there now.`
    pub now: String,
    /// When work begins, as `time` has it.
    pub work_from: String,
    /// When work ends.
    pub work_until: String,
    /// How many minutes stay free beside an event.
    pub buffer_minutes: String,
    /// Whether weeks are named by their numbers.
    pub week_numbers: bool,
}

/// A zone that can be chosen.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ZoneView {
    /// IANA name.
    pub name: String,
    /// What it is called, and its time: `Lisbon, now 18:21`.
    pub label: String,
}
