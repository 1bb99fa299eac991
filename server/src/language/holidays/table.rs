//! The names of holidays, and the rules that give their dates.

use chrono::{Days, NaiveDate, Weekday};

use crate::language::day::nth_weekday;

/// When a holiday is.
#[derive(Debug, Clone, Copy)]
pub(super) enum Rule {
    /// A month and a day of it.
    Fixed(u32, u32),
    /// A month, the n-th such weekday of it, and days after that.
    Nth(u32, Weekday, i32, u64),
    /// Days from Easter Sunday.
    Easter(i64),
    /// Days from Easter Sunday of the Orthodox churches.
    Orthodox(i64),
}

/// Where one name begins another, the longer one is meant.
pub(super) const HOLIDAYS: [(&str, Rule); 92] = [
    ("leap day", Rule::Fixed(2, 29)),
    ("pi day", Rule::Fixed(3, 14)),
    ("burns night", Rule::Fixed(1, 25)),
    ("st george's day", Rule::Fixed(4, 23)),
    ("international women's day", Rule::Fixed(3, 8)),
    ("shrove tuesday", Rule::Easter(-47)),
    ("pancake day", Rule::Easter(-47)),
    ("mardi gras", Rule::Easter(-47)),
    ("palm sunday", Rule::Easter(-7)),
    ("maundy thursday", Rule::Easter(-3)),
    ("whit monday", Rule::Easter(50)),
    ("christmas eve", Rule::Fixed(12, 24)),
    ("xmas eve", Rule::Fixed(12, 24)),
    ("christmas day", Rule::Fixed(12, 25)),
    ("xmas day", Rule::Fixed(12, 25)),
    ("christmas", Rule::Fixed(12, 25)),
    ("xmas", Rule::Fixed(12, 25)),
    ("boxing day", Rule::Fixed(12, 26)),
    ("new year's eve", Rule::Fixed(12, 31)),
    ("new years eve", Rule::Fixed(12, 31)),
    ("new year eve", Rule::Fixed(12, 31)),
    ("nye", Rule::Fixed(12, 31)),
    ("new year's day", Rule::Fixed(1, 1)),
    ("new years day", Rule::Fixed(1, 1)),
    ("new year day", Rule::Fixed(1, 1)),
    ("new year's", Rule::Fixed(1, 1)),
    ("new years", Rule::Fixed(1, 1)),
    ("new year", Rule::Fixed(1, 1)),
    ("groundhog day", Rule::Fixed(2, 2)),
    ("valentine's day", Rule::Fixed(2, 14)),
    ("valentines day", Rule::Fixed(2, 14)),
    ("valentine's", Rule::Fixed(2, 14)),
    ("valentines", Rule::Fixed(2, 14)),
    ("st patrick's day", Rule::Fixed(3, 17)),
    ("st patricks day", Rule::Fixed(3, 17)),
    ("saint patrick's day", Rule::Fixed(3, 17)),
    ("april fools day", Rule::Fixed(4, 1)),
    ("april fool's day", Rule::Fixed(4, 1)),
    ("april fools", Rule::Fixed(4, 1)),
    ("earth day", Rule::Fixed(4, 22)),
    ("cinco de mayo", Rule::Fixed(5, 5)),
    ("juneteenth", Rule::Fixed(6, 19)),
    ("independence day", Rule::Fixed(7, 4)),
    ("bastille day", Rule::Fixed(7, 14)),
    ("halloween", Rule::Fixed(10, 31)),
    ("all saints day", Rule::Fixed(11, 1)),
    ("guy fawkes night", Rule::Fixed(11, 5)),
    ("bonfire night", Rule::Fixed(11, 5)),
    ("veterans day", Rule::Fixed(11, 11)),
    ("veteran's day", Rule::Fixed(11, 11)),
    ("remembrance day", Rule::Fixed(11, 11)),
    ("mlk day", Rule::Nth(1, Weekday::Mon, 3, 0)),
    ("martin luther king day", Rule::Nth(1, Weekday::Mon, 3, 0)),
    ("presidents day", Rule::Nth(2, Weekday::Mon, 3, 0)),
    ("president's day", Rule::Nth(2, Weekday::Mon, 3, 0)),
    ("mother's day", Rule::Nth(5, Weekday::Sun, 2, 0)),
    ("mothers day", Rule::Nth(5, Weekday::Sun, 2, 0)),
    ("memorial day", Rule::Nth(5, Weekday::Mon, -1, 0)),
    ("father's day", Rule::Nth(6, Weekday::Sun, 3, 0)),
    ("fathers day", Rule::Nth(6, Weekday::Sun, 3, 0)),
    ("labor day", Rule::Nth(9, Weekday::Mon, 1, 0)),
    ("labour day", Rule::Nth(9, Weekday::Mon, 1, 0)),
    ("columbus day", Rule::Nth(10, Weekday::Mon, 2, 0)),
    ("thanksgiving day", Rule::Nth(11, Weekday::Thu, 4, 0)),
    ("thanksgiving", Rule::Nth(11, Weekday::Thu, 4, 0)),
    ("black friday", Rule::Nth(11, Weekday::Thu, 4, 1)),
    ("cyber monday", Rule::Nth(11, Weekday::Thu, 4, 4)),
    ("good friday", Rule::Easter(-2)),
    ("easter sunday", Rule::Easter(0)),
    ("easter monday", Rule::Easter(1)),
    ("easter", Rule::Easter(0)),
    ("ash wednesday", Rule::Easter(-46)),
    ("valentine day", Rule::Fixed(2, 14)),
    ("ides of march", Rule::Fixed(3, 15)),
    ("saint patricks day", Rule::Fixed(3, 17)),
    ("saint patrick", Rule::Fixed(3, 17)),
    ("st paddy's day", Rule::Fixed(3, 17)),
    ("saint paddy's day", Rule::Fixed(3, 17)),
    ("st patrick's", Rule::Fixed(3, 17)),
    ("mlk jr day", Rule::Nth(1, Weekday::Mon, 3, 0)),
    ("martin luther king jr day", Rule::Nth(1, Weekday::Mon, 3, 0)),
    ("martin luther king's day", Rule::Nth(1, Weekday::Mon, 3, 0)),
    ("martin luther kings day", Rule::Nth(1, Weekday::Mon, 3, 0)),
    ("thanks giving day", Rule::Nth(11, Weekday::Thu, 4, 0)),
    ("thanks giving", Rule::Nth(11, Weekday::Thu, 4, 0)),
    ("easter mon", Rule::Easter(1)),
    ("pentecost", Rule::Easter(49)),
    ("whit sunday", Rule::Easter(49)),
    ("trinity sunday", Rule::Easter(56)),
    ("ascension day", Rule::Easter(39)),
    ("orthodox easter", Rule::Orthodox(0)),
    ("orthodox good friday", Rule::Orthodox(-2)),
];

impl Rule {
    /// Its date in a year.
    pub(super) fn date(self, year: i32) -> Option<NaiveDate> {
        match self {
            Self::Fixed(month, day) => NaiveDate::from_ymd_opt(year, month, day),
            Self::Nth(month, weekday, nth, after) => {
                nth_weekday(year, month, weekday, nth)?.checked_add_days(Days::new(after))
            }
            Self::Easter(days) => moved(easter(year)?, days),
            Self::Orthodox(days) => moved(orthodox_easter(year)?, days),
        }
    }
}

/// Easter Sunday by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8).
fn easter(year: i32) -> Option<NaiveDate> {
    let a = year.rem_euclid(19);
    let (b, c) = (year.div_euclid(100), year.rem_euclid(100));
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l - 7 * m + 90) / 25;
    let day = (h + l - 7 * m + 33 * month + 19) % 32;
    NaiveDate::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
}

/// Orthodox Easter Sunday: the Julian computus (Meeus, Astronomical Algorithms, chapter 8), thirteen
/// days later by the Gregorian calendar from 1900 to 2099.
fn orthodox_easter(year: i32) -> Option<NaiveDate> {
    let (a, b, c) = (year.rem_euclid(4), year.rem_euclid(7), year.rem_euclid(19));
    let d = (19 * c + 15) % 30;
    let e = (2 * a + 4 * b - d + 34) % 7;
    let (month, day) = ((d + e + 114) / 31, (d + e + 114) % 31 + 1);
    let julian =
        NaiveDate::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)?;
    moved(julian, 13).filter(|_| (1900..2100).contains(&year))
}

fn moved(date: NaiveDate, days: i64) -> Option<NaiveDate> {
    let count = Days::new(days.unsigned_abs());
    if days < 0 { date.checked_sub_days(count) } else { date.checked_add_days(count) }
}
