//! How a person writes dates, times and amounts: as their locale has it, but for what they have
//! chosen otherwise.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use domain::money::DecimalMark;
use domain::settings::{ClockStyle, DateOrder, Settings, WeekStart};

/// Locales that read the clock in twelve hours (CLDR 46, `timeData`).
const TWELVE_HOURS: [&str; 14] = [
    "en-US", "en-CA", "en-AU", "en-NZ", "en-IN", "en-PH", "en-PK", "en-MY", "en-SG", "hi-IN",
    "es-MX", "es-CO", "ar-EG", "ko-KR",
];
/// Regions whose week begins on Sunday (CLDR 46, `weekData`).
const SUNDAY_FIRST: &str = "AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN JM JP KE KH \
    KR LA MH MM MO MT MX MZ NI NP PA PE PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW";
/// Regions whose week begins on Saturday (CLDR 46, `weekData`).
const SATURDAY_FIRST: &str = "AE AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY";

/// How somebody writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Customs {
    /// `1:00 PM` instead of `13:00`.
    pub twelve_hours: bool,
    /// `Nov 23` instead of `23 Nov`.
    pub month_first: bool,
    /// On which day a week begins.
    pub week_start: Weekday,
    /// What stands before the decimals.
    pub mark: DecimalMark,
}

impl Customs {
    /// The customs of a BCP 47 locale such as `en-GB`.
    pub fn of_locale(locale: &str) -> Self {
        let region = locale.rsplit(['-', '_']).next().unwrap_or_default();
        let is_in = |regions: &str| regions.split_ascii_whitespace().any(|known| known == region);
        let week_start = if is_in(SUNDAY_FIRST) {
            Weekday::Sun
        } else if is_in(SATURDAY_FIRST) {
            Weekday::Sat
        } else {
            Weekday::Mon
        };
        Self {
            twelve_hours: TWELVE_HOURS.contains(&locale),
            month_first: region == "US",
            week_start,
            mark: DecimalMark::of_locale(locale),
        }
    }

    /// The customs that a person has chosen.
    pub fn of(settings: &Settings) -> Self {
        let usual = Self::of_locale(&settings.locale);
        Self {
            twelve_hours: match settings.clock {
                ClockStyle::Locale => usual.twelve_hours,
                ClockStyle::Twelve => true,
                ClockStyle::TwentyFour => false,
            },
            month_first: match settings.date_order {
                DateOrder::Locale => usual.month_first,
                DateOrder::MonthFirst => true,
                DateOrder::DayFirst => false,
            },
            week_start: match settings.week_start {
                WeekStart::Locale => usual.week_start,
                WeekStart::Monday => Weekday::Mon,
                WeekStart::Sunday => Weekday::Sun,
                WeekStart::Saturday => Weekday::Sat,
            },
            mark: usual.mark,
        }
    }

    /// The first day of the week that holds `date`.
    pub fn week_of(&self, date: NaiveDate) -> NaiveDate {
        let back = date.weekday().days_since(self.week_start);
        date.checked_sub_days(Days::new(u64::from(back))).unwrap_or(date)
    }
}
