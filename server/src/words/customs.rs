//! What a locale decides about writing dates, times and amounts.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use domain::money::DecimalMark;

/// Locales that read the clock in twelve hours (CLDR, `timeData`).
const TWELVE_HOURS: [&str; 13] = [
    "en-US", "en-CA", "en-AU", "en-NZ", "en-IN", "en-PH", "en-PK", "en-MY", "hi-IN", "es-MX",
    "es-CO", "ar-EG", "ko-KR",
];
/// Regions whose week begins on Sunday (CLDR, `weekData`).
const SUNDAY_FIRST: [&str; 12] =
    ["US", "CA", "MX", "BR", "JP", "KR", "IN", "IL", "TW", "PH", "ZA", "CO"];

/// How people of one locale write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Customs {
    /// `1:00 PM` instead of `13:00`.
    pub(super) twelve_hours: bool,
    /// `Nov 23` instead of `23 Nov`.
    pub(super) month_first: bool,
    /// On which day a week begins.
    pub(super) week_start: Weekday,
    /// What stands before the decimals.
    pub(super) mark: DecimalMark,
}

impl Customs {
    /// The customs of a BCP 47 locale such as `en-GB`.
    pub(super) fn of_locale(locale: &str) -> Self {
        let region = locale.rsplit(['-', '_']).next().unwrap_or_default();
        let sunday_first = SUNDAY_FIRST.contains(&region);
        Self {
            twelve_hours: TWELVE_HOURS.contains(&locale),
            month_first: region == "US",
            week_start: if sunday_first { Weekday::Sun } else { Weekday::Mon },
            mark: DecimalMark::of_locale(locale),
        }
    }

    /// The first day of the week that holds `date`.
    pub(super) fn week_of(&self, date: NaiveDate) -> NaiveDate {
        let back = date.weekday().days_since(self.week_start);
        date.checked_sub_days(Days::new(u64::from(back))).unwrap_or(date)
    }
}
