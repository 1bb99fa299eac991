//! What a person has chosen for themselves.

use serde::{Deserialize, Serialize};

use crate::free_time::Clock;
use crate::input::Field;
use crate::validation::{Checker, Invalid, Validate};

/// The longest buffer between events, in minutes.
const BUFFER_LIMIT: u32 = 240;

/// What is chosen now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Settings {
    /// IANA name of the person's time zone.
    pub time_zone: String,
    /// When work begins.
    pub work_from: Clock,
    /// When work ends; `00:00` is the day's end.
    pub work_until: Clock,
    /// How many minutes stay free between an event and what is fitted in beside it.
    pub buffer_minutes: u32,
    /// Whether the calendar names weeks by their numbers (ISO 8601).
    pub week_numbers: bool,
}

/// Changes to it: what is absent stays.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct SettingsPatch {
    /// IANA name. What is bound to instants is then shown elsewhere; dates stay.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub time_zone: Field<String>,
    /// When work begins.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub work_from: Field<Clock>,
    /// When work ends; `00:00` is the day's end.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub work_until: Field<Clock>,
    /// How many minutes stay free between an event and what is fitted in beside it, 0 to 240.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub buffer_minutes: Field<u32>,
    /// Whether the calendar names weeks by their numbers.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub week_numbers: Field<bool>,
}

/// Changes whose fields are good by themselves.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SettingsChanges {
    /// Not yet known to exist.
    pub time_zone: Option<String>,
    /// When work begins.
    pub work_from: Option<Clock>,
    /// When work ends.
    pub work_until: Option<Clock>,
    /// Minutes between an event and what is fitted in beside it.
    pub buffer_minutes: Option<u32>,
    /// Whether the calendar names weeks by their numbers.
    pub week_numbers: Option<bool>,
}

impl Validate for SettingsPatch {
    type Valid = SettingsChanges;

    fn validate(self) -> Result<SettingsChanges, Invalid> {
        let mut checker = Checker::default();
        let changes = SettingsChanges {
            time_zone: checker.optional_text("time_zone", self.time_zone, 64),
            work_from: checker.optional("work_from", self.work_from),
            work_until: checker.optional("work_until", self.work_until),
            buffer_minutes: checker.optional("buffer_minutes", self.buffer_minutes),
            week_numbers: checker.optional("week_numbers", self.week_numbers),
        };
        if changes.buffer_minutes.is_some_and(|minutes| minutes > BUFFER_LIMIT) {
            checker.complain("buffer_minutes", "Must be between 0 and 240.");
        }
        checker.finish(Some(changes))
    }
}
