//! A repeat and the RRULE text it is written as.

use chrono::{Datelike as _, NaiveDate, Weekday};

use crate::language::{
    day::{month_end, nth_weekday},
    offsets,
};

/// How often something repeats.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Frequency {
    Hourly,
    Daily,
    Weekly,
    Monthly,
    Yearly,
}

/// A repeat before it is written as a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Repeat {
    pub(crate) frequency: Frequency,
    pub(crate) interval: u32,
    /// Weekdays, with their place in the month for monthly repeats.
    pub(crate) days: Vec<(Option<i32>, Weekday)>,
    /// Day of the month; -1 is the last.
    pub(crate) month_day: Option<i32>,
    /// A second day of the month ("the 15th and 30th").
    pub(crate) other_day: Option<i32>,
    pub(crate) month: Option<u32>,
    pub(crate) count: Option<u32>,
    pub(crate) until: Option<NaiveDate>,
    /// Counted from when it is done ("every!").
    pub(crate) from_completion: bool,
    /// Said as part of a name ("daily scrum"), which a fixed date overrules.
    pub(crate) in_name: bool,
}

impl Repeat {
    pub(super) fn plain(frequency: Frequency, interval: u32) -> Self {
        Self {
            frequency,
            interval,
            days: Vec::new(),
            month_day: None,
            other_day: None,
            month: None,
            count: None,
            until: None,
            from_completion: false,
            in_name: false,
        }
    }

    pub(super) fn weekly(days: &[Weekday], interval: u32) -> Self {
        Self {
            days: days.iter().map(|day| (None, *day)).collect(),
            ..Self::plain(Frequency::Weekly, interval)
        }
    }

    /// One rule of two that say the same frequency ("weekly … on mondays").
    pub(crate) fn with(&self, other: &Self) -> Option<Self> {
        let is_bare =
            |rule: &Self| rule.days.is_empty() && rule.month_day.is_none() && rule.month.is_none();
        let (bare, full) = if is_bare(self) { (self, other) } else { (other, self) };
        // "daily at 9, monday to friday"
        if is_bare(bare)
            && (bare.frequency, bare.interval) == (Frequency::Daily, 1)
            && (full.frequency, full.interval) == (Frequency::Weekly, 1)
            && full.days.len() > 1
        {
            return Some(full.clone());
        }
        (bare.frequency == full.frequency && is_bare(bare))
            .then(|| Self { interval: bare.interval.max(full.interval), ..full.clone() })
    }

    fn matches(&self, date: NaiveDate) -> bool {
        let weekday = self.days.is_empty()
            || self.days.iter().any(|(nth, weekday)| {
                date.weekday() == *weekday
                    && nth.is_none_or(|nth| {
                        nth_weekday(date.year(), date.month(), *weekday, nth) == Some(date)
                    })
            });
        let is_day = |day: i32| {
            if day < 0 { month_end(date) == date } else { i64::from(date.day()) == i64::from(day) }
        };
        let day = self.month_day.is_none_or(is_day) || self.other_day.is_some_and(is_day);
        weekday && day && self.month.is_none_or(|month| date.month() == month)
    }

    /// The first day from `from` on that the rule names.
    pub(crate) fn first(&self, from: NaiveDate) -> Option<NaiveDate> {
        // Eight years hold a 29 February.
        from.iter_days().take(366 * 8 + 3).find(|date| self.matches(*date))
    }

    /// Ends the repeat after a stretch of time ("for 8 weeks").
    pub(crate) fn limit(&mut self, length: &offsets::Length, first: NaiveDate) {
        let each_week = u32::try_from(self.days.len().max(1)).unwrap_or(1);
        if self.frequency == Frequency::Weekly
            && self.interval == 1
            && length.months == 0
            && length.days.is_multiple_of(7)
        {
            self.count = Some(length.days / 7 * each_week);
        } else {
            self.until = length.shift_date(first, false).and_then(|end| end.pred_opt());
        }
    }

    /// The RRULE body (RFC 5545, section 3.3.10) without its name.
    pub(crate) fn rule(&self) -> String {
        let mut parts = vec![format!(
            "FREQ={}",
            match self.frequency {
                Frequency::Hourly => "HOURLY",
                Frequency::Daily => "DAILY",
                Frequency::Weekly => "WEEKLY",
                Frequency::Monthly => "MONTHLY",
                Frequency::Yearly => "YEARLY",
            }
        )];
        if self.interval > 1 {
            parts.push(format!("INTERVAL={}", self.interval));
        }
        if let Some(month) = self.month {
            parts.push(format!("BYMONTH={month}"));
        }
        if let Some(day) = self.month_day {
            let other = self.other_day.map_or(String::new(), |other| format!(",{other}"));
            parts.push(format!("BYMONTHDAY={day}{other}"));
        }
        if !self.days.is_empty() {
            let name = |(nth, day): &(Option<i32>, Weekday)| {
                let short: String =
                    day.to_string().chars().take(2).collect::<String>().to_uppercase();
                nth.map_or(short.clone(), |nth| format!("{nth}{short}"))
            };
            parts.push(format!(
                "BYDAY={}",
                self.days.iter().map(name).collect::<Vec<_>>().join(",")
            ));
        }
        if let Some(count) = self.count {
            parts.push(format!("COUNT={count}"));
        }
        if let Some(until) = self.until {
            parts.push(format!("UNTIL={}", until.format("%Y%m%d")));
        }
        parts.join(";")
    }
}
