//! What words about dates and times mean to one person (`conventions/language.md` calls these
//! settings and has their defaults).

use chrono::{NaiveTime, Timelike as _, Weekday};
use domain::settings::{EVENT_MINUTES, Settings};

use crate::words::Customs;

/// What a person means by words that convention leaves open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Habits {
    /// On which day "next week" begins.
    pub week_start: Weekday,
    /// Whether "3/4" is 4 March instead of 3 April.
    pub month_first: bool,
    /// How many minutes an event lasts that says no end.
    pub event_minutes: u32,
    /// The hour of "in the morning".
    pub morning: NaiveTime,
    /// The hour of "in the afternoon".
    pub afternoon: NaiveTime,
    /// The hour of "in the evening".
    pub evening: NaiveTime,
    /// The hour of "tonight".
    pub night: NaiveTime,
}

impl Habits {
    /// What the person has chosen.
    #[must_use]
    pub fn of(settings: &Settings) -> Self {
        let customs = Customs::of(settings);
        Self {
            week_start: customs.week_start,
            month_first: customs.month_first,
            event_minutes: settings.event_minutes,
            morning: settings.morning.0,
            afternoon: settings.afternoon.0,
            evening: settings.evening.0,
            night: settings.night.0,
        }
    }
}

impl Default for Habits {
    /// The convention's own (rules 2, 5 and 9, and the length of events).
    fn default() -> Self {
        let hour = |hour| NaiveTime::MIN.with_hour(hour).unwrap_or(NaiveTime::MIN);
        Self {
            week_start: Weekday::Mon,
            month_first: true,
            event_minutes: EVENT_MINUTES,
            morning: hour(9),
            afternoon: hour(14),
            evening: hour(18),
            night: hour(20),
        }
    }
}
