//! What a person has chosen for themselves.

mod choices;

use chrono::NaiveTime;
use serde::{Deserialize, Serialize};

pub use self::choices::{ClockStyle, DateOrder, LOCALE_LIMIT, TIME_ZONE_LIMIT, WeekStart};
use crate::free_time::Clock;
use crate::input::Field;
use crate::money::Currency;
use crate::validation::{Checker, Invalid, Validate};

/// The longest buffer between events, in minutes.
pub const BUFFER_LIMIT: u32 = 240;
/// The shortest and the longest usual event, in minutes.
pub const EVENT_LIMITS: std::ops::RangeInclusive<u32> = 5..=1440;
/// How long an event lasts that says no end, until the person says otherwise, in minutes.
pub const EVENT_MINUTES: u32 = 60;

/// What is chosen now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Settings {
    /// IANA name of the person's time zone.
    pub time_zone: String,
    /// BCP 47 tag: how numbers are written, and whatever else is left to the `locale`.
    pub locale: String,
    /// The currency of amounts that name none.
    pub currency: Currency,
    /// On which day a week begins.
    pub week_start: WeekStart,
    /// How clock times are written.
    pub clock: ClockStyle,
    /// What stands first in a date.
    pub date_order: DateOrder,
    /// When work begins.
    pub work_from: Clock,
    /// When work ends; `00:00` is the day's end.
    pub work_until: Clock,
    /// How many minutes stay free between an event and what is fitted in beside it.
    pub buffer_minutes: u32,
    /// Whether the calendar names weeks by their numbers (ISO 8601).
    pub week_numbers: bool,
    /// How many minutes an event lasts that says no end.
    pub event_minutes: u32,
    /// What "in the morning" means where no time is said.
    pub morning: Clock,
    /// What "in the afternoon" means.
    pub afternoon: Clock,
    /// What "in the evening" means.
    pub evening: Clock,
    /// What "tonight" means.
    pub night: Clock,
}

impl Default for Settings {
    fn default() -> Self {
        let hour = |hour| Clock(NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or(NaiveTime::MIN));
        Self {
            time_zone: "UTC".to_owned(),
            locale: "en-US".to_owned(),
            currency: Currency::USD,
            week_start: WeekStart::Locale,
            clock: ClockStyle::Locale,
            date_order: DateOrder::Locale,
            work_from: hour(9),
            work_until: hour(17),
            buffer_minutes: 0,
            week_numbers: false,
            event_minutes: EVENT_MINUTES,
            morning: hour(9),
            afternoon: hour(14),
            evening: hour(18),
            night: hour(20),
        }
    }
}

/// Changes to it: what is absent stays.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct SettingsPatch {
    /// IANA name. What is bound to instants is then shown elsewhere; dates stay.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub time_zone: Field<String>,
    /// BCP 47 tag such as `en-GB`.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub locale: Field<String>,
    /// ISO 4217 code of amounts that name none. What is stored keeps its own.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub currency: Field<Currency>,
    /// On which day a week begins; `locale` leaves it to that.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub week_start: Field<WeekStart>,
    /// How clock times are written; `locale` leaves it to that.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub clock: Field<ClockStyle>,
    /// What stands first in a date; `locale` leaves it to that.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub date_order: Field<DateOrder>,
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
    /// How many minutes an event lasts that says no end, 5 to 1440.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub event_minutes: Field<u32>,
    /// What "in the morning" means: before noon.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub morning: Field<Clock>,
    /// What "in the afternoon" means: from noon on.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub afternoon: Field<Clock>,
    /// What "in the evening" means: later than the afternoon.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub evening: Field<Clock>,
    /// What "tonight" means: not before the evening.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub night: Field<Clock>,
}

/// Changes whose fields are good by themselves.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SettingsChanges {
    /// Not yet known to exist.
    pub time_zone: Option<String>,
    /// Not yet known to be a tag.
    pub locale: Option<String>,
    /// Of amounts that name none.
    pub currency: Option<Currency>,
    /// On which day a week begins.
    pub week_start: Option<WeekStart>,
    /// How clock times are written.
    pub clock: Option<ClockStyle>,
    /// What stands first in a date.
    pub date_order: Option<DateOrder>,
    /// When work begins.
    pub work_from: Option<Clock>,
    /// When work ends.
    pub work_until: Option<Clock>,
    /// Minutes between an event and what is fitted in beside it.
    pub buffer_minutes: Option<u32>,
    /// Whether the calendar names weeks by their numbers.
    pub week_numbers: Option<bool>,
    /// Minutes of an event that says no end.
    pub event_minutes: Option<u32>,
    /// What "in the morning" means.
    pub morning: Option<Clock>,
    /// What "in the afternoon" means.
    pub afternoon: Option<Clock>,
    /// What "in the evening" means.
    pub evening: Option<Clock>,
    /// What "tonight" means.
    pub night: Option<Clock>,
}

impl Validate for SettingsPatch {
    type Valid = SettingsChanges;

    fn validate(self) -> Result<SettingsChanges, Invalid> {
        let mut checker = Checker::default();
        let changes = SettingsChanges {
            time_zone: checker.optional_text("time_zone", self.time_zone, TIME_ZONE_LIMIT),
            locale: checker.optional_text("locale", self.locale, LOCALE_LIMIT),
            currency: checker.optional("currency", self.currency),
            week_start: checker.optional("week_start", self.week_start),
            clock: checker.optional("clock", self.clock),
            date_order: checker.optional("date_order", self.date_order),
            work_from: checker.optional("work_from", self.work_from),
            work_until: checker.optional("work_until", self.work_until),
            buffer_minutes: checker.optional("buffer_minutes", self.buffer_minutes),
            week_numbers: checker.optional("week_numbers", self.week_numbers),
            event_minutes: checker.optional("event_minutes", self.event_minutes),
            morning: checker.optional("morning", self.morning),
            afternoon: checker.optional("afternoon", self.afternoon),
            evening: checker.optional("evening", self.evening),
            night: checker.optional("night", self.night),
        };
        if changes.buffer_minutes.is_some_and(|minutes| minutes > BUFFER_LIMIT) {
            checker.complain("buffer_minutes", "Must be between 0 and 240.");
        }
        if changes.event_minutes.is_some_and(|minutes| !EVENT_LIMITS.contains(&minutes)) {
            checker.complain("event_minutes", "Must be between 5 and 1440.");
        }
        checker.finish(Some(changes))
    }
}

impl SettingsChanges {
    /// The settings as they are with these changes.
    ///
    /// # Errors
    /// Hours that do not follow one another.
    pub fn onto(self, before: Settings) -> Result<Settings, Invalid> {
        let after = Settings {
            time_zone: self.time_zone.unwrap_or(before.time_zone),
            locale: self.locale.unwrap_or(before.locale),
            currency: self.currency.unwrap_or(before.currency),
            week_start: self.week_start.unwrap_or(before.week_start),
            clock: self.clock.unwrap_or(before.clock),
            date_order: self.date_order.unwrap_or(before.date_order),
            work_from: self.work_from.unwrap_or(before.work_from),
            work_until: self.work_until.unwrap_or(before.work_until),
            buffer_minutes: self.buffer_minutes.unwrap_or(before.buffer_minutes),
            week_numbers: self.week_numbers.unwrap_or(before.week_numbers),
            event_minutes: self.event_minutes.unwrap_or(before.event_minutes),
            morning: self.morning.unwrap_or(before.morning),
            afternoon: self.afternoon.unwrap_or(before.afternoon),
            evening: self.evening.unwrap_or(before.evening),
            night: self.night.unwrap_or(before.night),
        };
        after.check()?;
        Ok(after)
    }
}

impl Settings {
    fn check(&self) -> Result<(), Invalid> {
        let mut checker = Checker::default();
        let (from, until) = (self.work_from.0, self.work_until.0);
        if until <= from && until != NaiveTime::MIN {
            checker.complain("work_until", "Must be later than when work begins.");
        }
        let noon = NaiveTime::from_hms_opt(12, 0, 0).unwrap_or(NaiveTime::MIN);
        if self.morning.0 >= noon {
            checker.complain("morning", "Must be before noon.");
        }
        if self.afternoon.0 < noon {
            checker.complain("afternoon", "Must be noon or later.");
        }
        if self.evening.0 <= self.afternoon.0 {
            checker.complain("evening", "Must be later than the afternoon.");
        }
        if self.night.0 < self.evening.0 {
            checker.complain("night", "Must not be before the evening.");
        }
        checker.finish(Some(()))
    }
}
