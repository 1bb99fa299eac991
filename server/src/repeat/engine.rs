//! A rule and its first start, expanded over wall-clock times without a zone.
//!
//! The `rrule` crate fills the periods. It always begins at the first one, goes on
//! until it finds something, and reads wall-clock times of a zone in its own way; so
//! it is given a start near the range, an end, and no zone (see
//! `docs/decisions/0007-rrule.md`).

use chrono::{Datelike, Month, NaiveDateTime, TimeDelta, Timelike};
use domain::repeat::{End, Frequency, Rule};
use rrule::{NWeekday, RRule, RRuleSet, Tz, Unvalidated};

use super::period;

/// A rule with the wall-clock time of its first start.
#[derive(Debug, Clone)]
pub struct Pattern {
    rule: Rule,
    start: NaiveDateTime,
    /// What the start has below a second, which the crate does not count.
    fraction: TimeDelta,
    until: Option<NaiveDateTime>,
    count: Option<u32>,
}

impl Pattern {
    /// A rule that starts at a wall-clock time. An `UNTIL` that is an instant is
    /// taken as a wall-clock time of UTC; whoever knows the zone gives
    /// [`Pattern::until`] instead.
    pub fn new(rule: Rule, start: NaiveDateTime) -> Self {
        let whole = start.with_nanosecond(0).unwrap_or(start);
        let (until, count) = match rule.end {
            None => (None, None),
            Some(End::Count(count)) => (None, Some(count)),
            Some(End::Date(date)) => (date.and_hms_opt(23, 59, 59), None),
            Some(End::Instant(instant)) => (Some(instant.naive_utc()), None),
        };
        Self { rule, start: whole, fraction: start - whole, until, count }
    }

    /// The same with its end given as a wall-clock time, included; a count is then
    /// no longer counted.
    #[must_use]
    pub fn until(self, until: NaiveDateTime) -> Self {
        Self { until: Some(until), count: None, ..self }
    }

    /// Starts from `from` on and before `to`, ascending.
    ///
    /// Work that lies before `from` is left out, except for a rule with a count,
    /// whose occurrences have to be counted.
    pub fn between(
        &self,
        from: NaiveDateTime,
        to: NaiveDateTime,
    ) -> impl Iterator<Item = NaiveDateTime> + use<> {
        let fraction = self.fraction;
        let begin = match self.count {
            None => period::aligned(&self.rule, self.start, from).unwrap_or(self.start),
            Some(_) => self.start,
        };
        let last = self.until.map_or(to, |until| until.min(to));
        let set = (begin <= last).then(|| self.set(begin, last)).flatten();
        let found = set.as_ref().map(IntoIterator::into_iter);
        found
            .into_iter()
            .flatten()
            .map(move |start| start.naive_utc() + fraction)
            .skip_while(move |start| *start < from)
            .take_while(move |start| *start < to)
    }

    /// Whether the rule gives an occurrence that starts at exactly this time.
    pub fn contains(&self, start: NaiveDateTime) -> bool {
        self.between(start, start + TimeDelta::microseconds(1)).next().is_some()
    }

    /// The rule as the crate takes it. Whatever it would read from the start is
    /// said, since the start may be that of a later period.
    fn set(&self, begin: NaiveDateTime, last: NaiveDateTime) -> Option<RRuleSet> {
        let rule = &self.rule;
        let utc = |at: NaiveDateTime| at.and_utc().with_timezone(&Tz::UTC);
        let mut made = RRule::new(frequency(rule.frequency))
            .interval(u16::try_from(rule.interval).ok()?)
            .until(utc(last))
            .week_start(rule.week_start)
            .by_weekday(rule.days.iter().map(weekday).collect())
            .by_month_day(small(&rule.month_days))
            .by_month(&months(&rule.months))
            .by_year_day(rule.year_days.clone())
            .by_week_no(small(&rule.week_numbers))
            .by_set_pos(rule.positions.iter().copied().map(i32::from).collect())
            .by_minute(match rule.minute {
                Some(minute) => small(&[minute]),
                None => vec![u8::try_from(self.start.minute()).ok()?],
            })
            .by_second(vec![u8::try_from(self.start.second()).ok()?]);
        if let Some(count) = self.count {
            made = made.count(count);
        }
        if !rule.hours.is_empty() {
            made = made.by_hour(small(&rule.hours));
        } else if rule.frequency != Frequency::Hourly {
            made = made.by_hour(vec![u8::try_from(self.start.hour()).ok()?]);
        }
        // Past this many empty periods it gives up; no rule that is kept has as many.
        implied_days(made, rule, self.start).build(utc(begin)).ok().map(RRuleSet::limit)
    }
}

/// The days that a rule takes from its start (RFC 5545, section 3.3.10).
fn implied_days(made: RRule<Unvalidated>, rule: &Rule, start: NaiveDateTime) -> RRule<Unvalidated> {
    let says_days = !rule.days.is_empty()
        || !rule.month_days.is_empty()
        || !rule.year_days.is_empty()
        || !rule.week_numbers.is_empty();
    if says_days {
        return made;
    }
    let day = || i8::try_from(start.day()).into_iter().collect();
    match rule.frequency {
        Frequency::Hourly | Frequency::Daily => made,
        Frequency::Weekly => made.by_weekday(vec![NWeekday::Every(start.weekday())]),
        Frequency::Monthly => made.by_month_day(day()),
        Frequency::Yearly if rule.months.is_empty() => {
            let month = i16::try_from(start.month()).unwrap_or_default();
            made.by_month(&months(&[month])).by_month_day(day())
        }
        Frequency::Yearly => made.by_month_day(day()),
    }
}

fn frequency(frequency: Frequency) -> rrule::Frequency {
    match frequency {
        Frequency::Hourly => rrule::Frequency::Hourly,
        Frequency::Daily => rrule::Frequency::Daily,
        Frequency::Weekly => rrule::Frequency::Weekly,
        Frequency::Monthly => rrule::Frequency::Monthly,
        Frequency::Yearly => rrule::Frequency::Yearly,
    }
}

fn weekday(day: &domain::repeat::Day) -> NWeekday {
    match day.place {
        Some(place) => NWeekday::Nth(i16::from(place), day.weekday),
        None => NWeekday::Every(day.weekday),
    }
}

/// Numbers that the rule has checked already, in the crate's type.
fn small<N: TryFrom<i16>>(numbers: &[i16]) -> Vec<N> {
    numbers.iter().filter_map(|number| N::try_from(*number).ok()).collect()
}

fn months(numbers: &[i16]) -> Vec<Month> {
    small::<u8>(numbers).into_iter().filter_map(|number| Month::try_from(number).ok()).collect()
}
