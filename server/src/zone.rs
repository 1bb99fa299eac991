//! Wall-clock times of a zone: where a typed local time lies on the time line.

pub mod search;

use chrono::{
    DateTime, Days, LocalResult, NaiveDate, NaiveDateTime, NaiveTime, SubsecRound, TimeDelta,
    TimeZone, Utc,
};
use chrono_tz::Tz;
use domain::time::{Moment, When};

/// The widest gap a zone ever had (Samoa skipped a day in 2011) in quarter hours.
const WIDEST_GAP: i32 = 4 * 25;

/// The names of the zones that people live in, for pickers.
pub fn names() -> impl Iterator<Item = &'static str> {
    const REGIONS: [&str; 8] =
        ["Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific"];
    chrono_tz::TZ_VARIANTS
        .iter()
        .map(|zone| zone.name())
        .filter(|name| name.split_once('/').is_some_and(|(region, _)| REGIONS.contains(&region)))
}

/// The instant of a wall-clock time. One that exists twice is the first; one
/// that does not exist moves forward by the gap.
pub fn instant(zone: Tz, local: NaiveDateTime) -> DateTime<Utc> {
    match zone.from_local_datetime(&local) {
        LocalResult::Single(instant) | LocalResult::Ambiguous(instant, _) => instant.to_utc(),
        LocalResult::None => after_gap(zone, local),
    }
}

/// Forward by the gap: read with the offset that held before it.
fn after_gap(zone: Tz, local: NaiveDateTime) -> DateTime<Utc> {
    (1..=WIDEST_GAP)
        .find_map(|quarters| {
            let earlier = local - TimeDelta::minutes(i64::from(quarters) * 15);
            let shift = TimeDelta::minutes(i64::from(quarters) * 15);
            zone.from_local_datetime(&earlier).latest().map(|before| before.to_utc() + shift)
        })
        .unwrap_or_else(|| local.and_utc())
}

/// The instant at which a date begins.
pub fn start_of(zone: Tz, date: NaiveDate) -> DateTime<Utc> {
    instant(zone, date.and_time(NaiveTime::MIN))
}

/// The date of an instant.
pub fn date_of(zone: Tz, instant: DateTime<Utc>) -> NaiveDate {
    instant.with_timezone(&zone).date_naive()
}

/// The day after; the last day there is stays itself.
pub fn next_day(date: NaiveDate) -> NaiveDate {
    date.checked_add_days(Days::new(1)).unwrap_or(date)
}

/// A typed point in time as it is stored: local times become instants.
pub fn moment(zone: Tz, when: When) -> Moment {
    match when {
        When::Instant(at) => Moment::Instant(at.trunc_subsecs(6)),
        When::Local(local) => Moment::Instant(instant(zone, local).trunc_subsecs(6)),
        When::Date(date) => Moment::Date(date),
    }
}

/// One side of a range, for timed rows and for date-only rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bound {
    /// The instant; a date counts from its beginning in the person's zone.
    pub instant: DateTime<Utc>,
    /// The date that the instant falls on, as date-only rows store it.
    pub stored_date: DateTime<Utc>,
}

impl Bound {
    /// The earlier of the two, for what holds of both kinds of rows.
    pub fn earliest(&self) -> DateTime<Utc> {
        self.instant.min(self.stored_date)
    }

    /// The later of the two.
    pub fn latest(&self) -> DateTime<Utc> {
        self.instant.max(self.stored_date)
    }

    /// The first moment of the range, or the first one behind it.
    pub fn of(zone: Tz, when: When) -> Self {
        let (instant, date) = match moment(zone, when) {
            Moment::Instant(instant) => (instant, date_of(zone, instant)),
            Moment::Date(date) => (start_of(zone, date), date),
        };
        Self { instant, stored_date: Moment::Date(date).stored() }
    }

    /// The end of a half-open range: a date that has begun is still part of it.
    pub fn end(zone: Tz, when: When) -> Self {
        let bound = Self::of(zone, when);
        let date = bound.stored_date.date_naive();
        if start_of(zone, date) < bound.instant {
            Self { stored_date: Moment::Date(next_day(date)).stored(), ..bound }
        } else {
            bound
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(zone: Tz, local: &str) -> String {
        let local = local.parse::<NaiveDateTime>().expect("a local time");
        instant(zone, local).to_rfc3339()
    }

    #[test]
    fn gaps_move_forward_and_doubles_take_the_first() {
        use chrono_tz::{America::New_York, Australia::Lord_Howe, Europe::Berlin, Pacific::Apia};
        assert_eq!(at(Berlin, "2026-03-29T02:30:00"), "2026-03-29T01:30:00+00:00");
        assert_eq!(at(Berlin, "2026-10-25T02:30:00"), "2026-10-25T00:30:00+00:00");
        assert_eq!(at(New_York, "2026-03-08T02:30:00"), "2026-03-08T07:30:00+00:00");
        // Half an hour of summer time.
        assert_eq!(at(Lord_Howe, "2026-10-04T02:15:00"), "2026-10-03T15:45:00+00:00");
        // Samoa had no 30 December 2011.
        assert_eq!(at(Apia, "2011-12-30T12:00:00"), "2011-12-30T22:00:00+00:00");
    }

    #[test]
    fn a_range_that_ends_within_a_day_holds_that_day() {
        let zone = chrono_tz::Europe::Berlin;
        let when = When::parse("2026-11-23T10:00:00Z").expect("an instant");
        assert_eq!(Bound::end(zone, when).stored_date.to_rfc3339(), "2026-11-24T00:00:00+00:00");
        let when = When::parse("2026-11-23").expect("a date");
        assert_eq!(Bound::end(zone, when).stored_date.to_rfc3339(), "2026-11-23T00:00:00+00:00");
    }
}
