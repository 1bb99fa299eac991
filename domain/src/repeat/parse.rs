//! Reading a rule part by part.

use chrono::{NaiveDate, Weekday};

use super::{Day, End, Frequency, Rule};

/// The longest rule, in bytes: every list of RFC 5545 that makes sense fits.
pub(super) const LENGTH_LIMIT: usize = 500;
/// The largest interval; the longest stretch that people plan in is years.
const INTERVAL_LIMIT: u32 = 999;
/// The most occurrences a rule may count.
const COUNT_LIMIT: u32 = 9_999;
/// The last year that is accepted, as for every other date (`time.rs`).
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;
/// How many days each month has at most, from January.
const MONTH_LENGTHS: [i16; 12] = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const MALFORMED: &str = "Must be a rule such as FREQ=WEEKLY;BYDAY=MO.";
const UNKNOWN_DAY: &str = "BYDAY takes MO, TU, WE, TH, FR, SA and SU.";
const BAD_END: &str = "UNTIL takes a date such as 20261224, or 20261224T170000Z.";

/// Everything that a rule may say.
#[derive(Default)]
struct Parts {
    frequency: Option<Frequency>,
    interval: Option<u32>,
    count: Option<u32>,
    until: Option<End>,
    days: Vec<Day>,
    month_days: Vec<i16>,
    months: Vec<i16>,
    week_numbers: Vec<i16>,
    year_days: Vec<i16>,
    hours: Vec<i16>,
    minute: Option<i16>,
    positions: Vec<i16>,
    week_start: Option<Weekday>,
}

/// Reads a whole rule.
pub(super) fn rule(text: &str) -> Result<Rule, String> {
    if text.len() > LENGTH_LIMIT {
        return Err(format!("At most {LENGTH_LIMIT} characters."));
    }
    let upper = text.trim().to_ascii_uppercase();
    let text = upper.strip_prefix("RRULE:").unwrap_or(&upper);
    let mut parts = Parts::default();
    let mut seen: Vec<&str> = Vec::new();
    for part in text.split(';') {
        let (name, value) = part.split_once('=').ok_or(MALFORMED)?;
        if seen.contains(&name) {
            return Err(format!("{name} is there twice."));
        }
        seen.push(name);
        parts.read(name, value)?;
    }
    parts.finish(text)
}

impl Parts {
    fn read(&mut self, name: &str, value: &str) -> Result<(), String> {
        match name {
            "FREQ" => self.frequency = Some(frequency(value)?),
            "INTERVAL" => self.interval = Some(bounded(name, value, INTERVAL_LIMIT)?),
            "COUNT" => self.count = Some(bounded(name, value, COUNT_LIMIT)?),
            "UNTIL" => self.until = Some(until(value).ok_or(BAD_END)?),
            "BYDAY" => {
                let days: Option<Vec<Day>> = value.split(',').map(day).collect();
                self.days = days.ok_or(UNKNOWN_DAY)?;
            }
            "BYMONTHDAY" => self.month_days = numbers(name, value, -31..=31, false)?,
            "BYMONTH" => self.months = numbers(name, value, 1..=12, false)?,
            "BYYEARDAY" => self.year_days = numbers(name, value, -366..=366, false)?,
            "BYWEEKNO" => self.week_numbers = numbers(name, value, -53..=53, false)?,
            "BYSETPOS" => self.positions = numbers(name, value, -366..=366, false)?,
            "BYHOUR" => self.hours = numbers(name, value, 0..=23, true)?,
            "BYMINUTE" => {
                let [minute] = numbers(name, value, 0..=59, true)?[..] else {
                    return Err("It must not recur more often than hourly.".to_owned());
                };
                self.minute = Some(minute);
            }
            "WKST" => {
                let day = weekday(value).ok_or("WKST takes MO, TU, WE, TH, FR, SA or SU.")?;
                self.week_start = Some(day);
            }
            "BYSECOND" => return Err("Seconds are not kept; leave BYSECOND out.".to_owned()),
            _ => return Err(format!("{MALFORMED} There is no such part of a rule.")),
        }
        Ok(())
    }

    /// What only shows once all parts are known (RFC 5545, section 3.3.10).
    fn finish(self, text: &str) -> Result<Rule, String> {
        use Frequency::{Monthly, Weekly, Yearly};
        let frequency = self.frequency.ok_or("FREQ must say how often.")?;
        if self.count.is_some() && self.until.is_some() {
            return Err("COUNT and UNTIL cannot both end it.".to_owned());
        }
        let placed = self.days.iter().any(|day| day.place.is_some());
        if placed && (!matches!(frequency, Monthly | Yearly) || !self.week_numbers.is_empty()) {
            return Err("BYDAY with a place, such as 1MO, needs FREQ=MONTHLY or YEARLY.".to_owned());
        }
        if !self.month_days.is_empty() && frequency == Weekly {
            return Err("BYMONTHDAY does not go with FREQ=WEEKLY.".to_owned());
        }
        if (!self.week_numbers.is_empty() || !self.year_days.is_empty()) && frequency != Yearly {
            return Err("BYWEEKNO and BYYEARDAY need FREQ=YEARLY.".to_owned());
        }
        let is_intricate = !self.hours.is_empty()
            || self.minute.is_some()
            || !self.week_numbers.is_empty()
            || !self.year_days.is_empty();
        let selects = is_intricate
            || !self.days.is_empty()
            || !self.month_days.is_empty()
            || !self.months.is_empty();
        if !self.positions.is_empty() && !selects {
            return Err("BYSETPOS needs another part to count in.".to_owned());
        }
        if !self.exists() {
            return Err("There is no such day in any year.".to_owned());
        }
        Ok(Rule {
            frequency,
            interval: self.interval.unwrap_or(1),
            end: self.count.map(End::Count).or(self.until),
            is_intricate: is_intricate || !self.positions.is_empty(),
            days: self.days,
            month_days: self.month_days,
            months: self.months,
            year_days: self.year_days,
            week_numbers: self.week_numbers,
            hours: self.hours,
            minute: self.minute,
            positions: self.positions,
            week_start: self.week_start.unwrap_or(Weekday::Mon),
            text: text.to_owned(),
        })
    }

    /// Whether any of the days of the month occurs in any of the months; looking
    /// for 30 February would never end.
    fn exists(&self) -> bool {
        self.months.is_empty()
            || self.month_days.is_empty()
            || self.months.iter().any(|month| {
                let length = usize::try_from(*month - 1).ok().and_then(|at| MONTH_LENGTHS.get(at));
                length.is_some_and(|length| self.month_days.iter().any(|day| day.abs() <= *length))
            })
    }
}

fn frequency(value: &str) -> Result<Frequency, String> {
    match value {
        "HOURLY" => Ok(Frequency::Hourly),
        "DAILY" => Ok(Frequency::Daily),
        "WEEKLY" => Ok(Frequency::Weekly),
        "MONTHLY" => Ok(Frequency::Monthly),
        "YEARLY" => Ok(Frequency::Yearly),
        "SECONDLY" | "MINUTELY" => Err("It must not recur more often than hourly.".to_owned()),
        _ => Err("FREQ takes HOURLY, DAILY, WEEKLY, MONTHLY or YEARLY.".to_owned()),
    }
}

/// Digits only: `parse` alone would take a sign.
fn digits<N: std::str::FromStr>(text: &str) -> Option<N> {
    (!text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}

fn signed(text: &str) -> Option<i16> {
    match text.strip_prefix('-') {
        Some(rest) => digits::<i16>(rest).map(|number| -number),
        None => digits(text.strip_prefix('+').unwrap_or(text)),
    }
}

fn bounded(name: &str, value: &str, limit: u32) -> Result<u32, String> {
    digits(value)
        .filter(|number| (1..=limit).contains(number))
        .ok_or_else(|| format!("{name} takes a number from 1 to {limit}."))
}

/// A list of different numbers; a list with repetitions only costs time.
fn numbers(
    name: &str,
    value: &str,
    range: std::ops::RangeInclusive<i16>,
    zero: bool,
) -> Result<Vec<i16>, String> {
    let mut list = Vec::new();
    for part in value.split(',') {
        let number = signed(part)
            .filter(|number| range.contains(number) && (zero || *number != 0))
            .ok_or_else(|| {
                format!("{name} takes numbers from {} to {}.", range.start(), range.end())
            })?;
        if list.contains(&number) {
            return Err(format!("{name} names {number} twice."));
        }
        list.push(number);
    }
    Ok(list)
}

fn day(text: &str) -> Option<Day> {
    let (place, name) = text.split_at_checked(text.len().checked_sub(2)?)?;
    let place = match place {
        "" => None,
        place => Some(signed(place).filter(|place| *place != 0 && place.abs() <= 53)?),
    };
    Some(Day { place: place.map(i8::try_from).transpose().ok()?, weekday: weekday(name)? })
}

fn weekday(name: &str) -> Option<Weekday> {
    match name {
        "MO" => Some(Weekday::Mon),
        "TU" => Some(Weekday::Tue),
        "WE" => Some(Weekday::Wed),
        "TH" => Some(Weekday::Thu),
        "FR" => Some(Weekday::Fri),
        "SA" => Some(Weekday::Sat),
        "SU" => Some(Weekday::Sun),
        _ => None,
    }
}

/// `20261224` or `20261224T170000Z`; a time without `Z` has no meaning that lasts.
fn until(value: &str) -> Option<End> {
    let (date, time) = match value.split_once('T') {
        Some((date, time)) => (date, Some(time.strip_suffix('Z')?)),
        None => (value, None),
    };
    let pair = |text: &str, at: usize| text.get(at..at + 2).and_then(digits::<u32>);
    let year: i32 = date.get(..4).and_then(digits)?;
    let day = NaiveDate::from_ymd_opt(year, pair(date, 4)?, pair(date, 6)?)
        .filter(|_| date.len() == 8 && YEARS.contains(&year))?;
    let Some(time) = time else { return Some(End::Date(day)) };
    let instant = day.and_hms_opt(pair(time, 0)?, pair(time, 2)?, pair(time, 4)?)?;
    (time.len() == 6).then(|| End::Instant(instant.and_utc()))
}
