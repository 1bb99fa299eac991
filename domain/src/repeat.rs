//! How something repeats: the part of RFC 5545 rules that is accepted.
//!
//! A rule is kept as text and checked here; nothing in this crate expands one.

mod counted;
mod dates;
mod exception;
mod parse;
mod write;

pub use counted::RepeatFrom;
pub use dates::Dates;
pub use exception::{Deviation, Exception, Series};
#[cfg(feature = "schema")]
use parse::LENGTH_LIMIT;

use std::fmt;

use chrono::{DateTime, NaiveDate, Utc, Weekday};
use serde::Serialize;

use crate::input::{FromScalar, Scalar};

/// How often a rule recurs, before its interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Frequency {
    /// Every hour; what recurs more often is refused.
    Hourly,
    /// Every day.
    Daily,
    /// Every week.
    Weekly,
    /// Every month.
    Monthly,
    /// Every year.
    Yearly,
}

/// When a rule ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// After so many occurrences.
    Count(u32),
    /// With this day, included.
    Date(NaiveDate),
    /// With this instant, included.
    Instant(DateTime<Utc>),
}

/// A weekday of a rule, with its place in the month or year if it has one:
/// `1TH` is the first Thursday, `-1FR` the last Friday.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day {
    /// The place, counted from the end when negative.
    pub place: Option<i8>,
    /// The weekday.
    pub weekday: Weekday,
}

/// A repeat: the body of an RFC 5545 RRULE (section 3.3.10), checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// How often.
    pub frequency: Frequency,
    /// Every so many of them, at least 1.
    pub interval: u32,
    /// Days of the week.
    pub days: Vec<Day>,
    /// Days of the month, counted from the end when negative.
    pub month_days: Vec<i16>,
    /// Months, 1 to 12.
    pub months: Vec<i16>,
    /// Days of the year, counted from the end when negative.
    pub year_days: Vec<i16>,
    /// Weeks of the year (ISO 8601, but for `week_start`), counted from the end when negative.
    pub week_numbers: Vec<i16>,
    /// Hours of the day.
    pub hours: Vec<i16>,
    /// The minute of the hour.
    pub minute: Option<i16>,
    /// Which of a period's occurrences count, from the end when negative; all when empty.
    pub positions: Vec<i16>,
    /// The day that begins a week.
    pub week_start: Weekday,
    /// When it ends, if ever.
    pub end: Option<End>,
    /// Whether it has parts beyond those above, which only its text tells.
    pub is_intricate: bool,
    text: String,
}

impl Rule {
    /// Reads a rule such as `FREQ=WEEKLY;BYDAY=MO`, with or without `RRULE:`.
    ///
    /// # Errors
    /// What is wrong with it, as a sentence for the person who sent it.
    pub fn parse(text: &str) -> Result<Self, String> {
        parse::rule(text)
    }

    /// The same rule with another end, or with none.
    #[must_use]
    pub fn with_end(&self, end: Option<End>) -> Self {
        write::with_end(self, end)
    }

    /// The same rule on days of the week that lie so many days later.
    #[must_use]
    pub fn with_days_later(&self, days: i64) -> Self {
        write::with_days_later(self, days)
    }

    /// The same rule on another day of the month, and of that month if it names one.
    #[must_use]
    pub fn on_day(&self, date: NaiveDate) -> Self {
        write::on_day(self, date)
    }

    /// The rule in upper case and without its name, as it is kept.
    pub fn text(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text)
    }
}

impl FromScalar for Rule {
    fn from_scalar(scalar: Scalar) -> Result<Self, String> {
        match scalar {
            Scalar::Text(text) => Self::parse(&text),
            Scalar::Number(_) | Scalar::Bool(_) | Scalar::Compound => Err("Must be text.".into()),
        }
    }
}

impl Serialize for Rule {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Rule {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Rule".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "minLength": 1,
            "maxLength": LENGTH_LIMIT,
            "description": "How it repeats: an RFC 5545 rule without `RRULE:`, at most hourly.",
            "examples": ["FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"],
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_rules_are_read() {
        let rule = Rule::parse("RRULE:freq=weekly;interval=2;byday=fr").expect("a rule");
        assert_eq!(rule.text(), "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR");
        assert_eq!((rule.frequency, rule.interval), (Frequency::Weekly, 2));
        assert_eq!(rule.days, [Day { place: None, weekday: Weekday::Fri }]);
        let rule = Rule::parse("FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20261224").expect("a rule");
        assert_eq!(rule.days, [Day { place: Some(-1), weekday: Weekday::Fri }]);
        assert_eq!(rule.end, Some(End::Date("2026-12-24".parse().expect("a date"))));
        for text in [
            "FREQ=DAILY",
            "FREQ=HOURLY;INTERVAL=12",
            "FREQ=MONTHLY;BYMONTHDAY=-1",
            "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
            "FREQ=DAILY;BYHOUR=9,17;BYMINUTE=30;COUNT=10",
            "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;WKST=SU",
            "FREQ=WEEKLY;UNTIL=20261224T170000Z",
        ] {
            assert_eq!(Rule::parse(text).map(|rule| rule.to_string()), Ok(text.to_owned()));
        }
    }

    #[test]
    fn hostile_and_malformed_rules_are_refused() {
        for text in [
            "",
            "weekly",
            "FREQ=SECONDLY",
            "FREQ=MINUTELY;INTERVAL=5",
            "FREQ=FORTNIGHTLY",
            "BYDAY=MO",
            "FREQ=DAILY;FREQ=DAILY",
            "FREQ=DAILY;INTERVAL=0",
            "FREQ=DAILY;INTERVAL=100000",
            "FREQ=DAILY;INTERVAL=-1",
            "FREQ=DAILY;INTERVAL=+1",
            "FREQ=DAILY;COUNT=99999999999999999999",
            "FREQ=DAILY;COUNT=3;UNTIL=20261224",
            "FREQ=DAILY;UNTIL=20260230",
            "FREQ=DAILY;UNTIL=99991231",
            "FREQ=DAILY;UNTIL=2026-12-24",
            "FREQ=DAILY;UNTIL=20261224T250000Z",
            "FREQ=DAILY;UNTIL=₂₀₂₆1224",
            "FREQ=DAILY;BYDAY=XX",
            "FREQ=DAILY;BYDAY=",
            "FREQ=DAILY;BYDAY=1MO",
            "FREQ=WEEKLY;BYMONTHDAY=3",
            "FREQ=MONTHLY;BYDAY=0MO",
            "FREQ=MONTHLY;BYDAY=99MO",
            "FREQ=MONTHLY;BYDAY=ÄMO",
            "FREQ=MONTHLY;BYMONTHDAY=0",
            "FREQ=MONTHLY;BYMONTHDAY=32",
            "FREQ=YEARLY;BYMONTH=13",
            "FREQ=YEARLY;BYMONTH=2,4;BYMONTHDAY=31",
            "FREQ=DAILY;BYSETPOS=1",
            "FREQ=DAILY;BYMINUTE=0,1,2",
            "FREQ=DAILY;BYSECOND=1",
            "FREQ=DAILY;BYEASTER=1",
            "FREQ=DAILY;",
            "FREQ=DAILY\nDTSTART:20260101",
        ] {
            let refused = Rule::parse(text).expect_err(text);
            assert!(refused.ends_with('.'), "{text}: {refused}");
        }
        let list = vec!["1"; 400].join(",");
        assert!(Rule::parse(&format!("FREQ=MONTHLY;BYMONTHDAY={list}")).is_err());
    }
}
