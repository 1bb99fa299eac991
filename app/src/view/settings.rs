//! What a person has chosen for themselves.

use serde::{Deserialize, Serialize};

/// Values that can be chosen, and what they are called.
pub type Choices = Vec<(String, String)>;

/// The settings as their forms show them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SettingsView {
    /// What is chosen, by the name of its field.
    pub chosen: Vec<(String, String)>,
    /// What the clock in the zone shows: `It is 18:21 there now.`
    pub now: String,
    /// How dates, times and amounts look: `Monday 23 November 2026, 14:30 · €1,234.50`.
    pub sample: String,
    /// The same for somebody new: `You are in Berlin, where weeks begin on Monday.`
    pub guess: String,
    /// Whether weeks are named by their numbers.
    pub week_numbers: bool,
    /// Locales, by the names of their regions.
    pub regions: Choices,
    /// Currencies.
    pub currencies: Choices,
    /// Days on which a week begins.
    pub week_starts: Choices,
    /// Styles of clock times.
    pub clocks: Choices,
    /// What stands first in a date.
    pub date_orders: Choices,
}

impl SettingsView {
    /// What is chosen for the field of that name.
    pub(crate) fn of(&self, name: &str) -> String {
        let chosen = self.chosen.iter().find(|(known, _)| known == name);
        chosen.map(|(_, value)| value.clone()).unwrap_or_default()
    }
}

/// A zone that can be chosen.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ZoneView {
    /// IANA name.
    pub name: String,
    /// What it is called, and its time: `Lisbon, now 18:21`.
    pub label: String,
}
