//! The periods in which a rule counts: where the last one before a moment begins.

use chrono::{Datelike, Days, Months, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike};
use domain::repeat::{Frequency, Rule};

/// The start of the last period of the rule that begins at or before `moment`.
///
/// Nothing when that is the period of `start` itself, or when there is no such
/// date. Each period of a rule is filled by itself, so an expansion may begin with
/// any of them instead of the first.
pub(super) fn aligned(
    rule: &Rule,
    start: NaiveDateTime,
    moment: NaiveDateTime,
) -> Option<NaiveDateTime> {
    let first = beginning(rule, start)?;
    let interval = i64::from(rule.interval);
    let whole = |passed: i64| (passed > 0).then(|| passed / interval * interval);
    let at = match rule.frequency {
        Frequency::Hourly => {
            first.checked_add_signed(TimeDelta::try_hours(whole((moment - first).num_hours())?)?)?
        }
        Frequency::Daily => days_later(first, whole((moment - first).num_days())?)?,
        Frequency::Weekly => days_later(first, whole((moment - first).num_days() / 7)? * 7)?,
        Frequency::Monthly => months_later(first, whole(months_between(first, moment))?)?,
        Frequency::Yearly => {
            let passed = i64::from(moment.year()) - i64::from(first.year());
            months_later(first, whole(passed)? * 12)?
        }
    };
    (at > first).then_some(at)
}

/// The beginning of the period that holds `start`.
fn beginning(rule: &Rule, start: NaiveDateTime) -> Option<NaiveDateTime> {
    let date = start.date();
    let date = match rule.frequency {
        Frequency::Hourly => return date.and_hms_opt(start.hour(), 0, 0),
        Frequency::Daily => date,
        Frequency::Weekly => {
            let into = date.weekday().days_since(rule.week_start);
            date.checked_sub_days(Days::new(u64::from(into)))?
        }
        Frequency::Monthly => date.with_day(1)?,
        Frequency::Yearly => NaiveDate::from_ymd_opt(date.year(), 1, 1)?,
    };
    Some(date.and_time(NaiveTime::MIN))
}

fn days_later(at: NaiveDateTime, days: i64) -> Option<NaiveDateTime> {
    at.checked_add_days(Days::new(u64::try_from(days).ok()?))
}

fn months_later(at: NaiveDateTime, months: i64) -> Option<NaiveDateTime> {
    at.checked_add_months(Months::new(u32::try_from(months).ok()?))
}

/// Whole months from the first of one month to the month of another time.
fn months_between(first: NaiveDateTime, moment: NaiveDateTime) -> i64 {
    let months = |at: NaiveDateTime| i64::from(at.year()) * 12 + i64::from(at.month0());
    months(moment) - months(first)
}
