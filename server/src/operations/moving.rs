//! Moving rows in time, on the person's clock.

use chrono::{Days, NaiveDate, TimeDelta};
use chrono_tz::Tz;
use domain::bulk::Shift;
use domain::event::Event;
use domain::time::Moment;

use crate::error::Error;
use crate::zone;

/// How long an event lasts when nothing is said (`conventions/language.md`, section 2).
pub(crate) const USUAL_LENGTH: TimeDelta = TimeDelta::minutes(60);

const TOO_FAR: &str = "That is too far away.";
const NO_TIME: &str = "It has no clock time that could move by minutes.";

/// Where a moment lies after a shift.
///
/// # Errors
/// A bad field when there is no such moment.
pub(crate) fn shifted(zone: Tz, moment: Moment, shift: Shift) -> Result<Moment, Error> {
    let far = || Error::field("change", TOO_FAR);
    Ok(match (moment, shift) {
        (Moment::Instant(instant), Shift::Minutes(minutes)) => {
            let step = TimeDelta::try_minutes(minutes).ok_or_else(far)?;
            Moment::Instant(instant.checked_add_signed(step).ok_or_else(far)?)
        }
        (Moment::Date(_), Shift::Minutes(_)) => return Err(Error::field("change", NO_TIME)),
        (Moment::Date(date), Shift::Days(days)) => {
            Moment::Date(days_later(date, days).ok_or_else(far)?)
        }
        (Moment::Instant(instant), Shift::Days(days)) => {
            let local = instant.with_timezone(&zone).naive_local();
            let date = days_later(local.date(), days).ok_or_else(far)?;
            Moment::Instant(zone::instant(zone, date.and_time(local.time())))
        }
        (Moment::Date(_), Shift::Date(date)) => Moment::Date(date),
        (Moment::Instant(instant), Shift::Date(date)) => {
            let time = instant.with_timezone(&zone).time();
            Moment::Instant(zone::instant(zone, date.and_time(time)))
        }
        (moment, Shift::Time(time)) => {
            let date = match moment {
                Moment::Date(date) => date,
                Moment::Instant(instant) => zone::date_of(zone, instant),
            };
            Moment::Instant(zone::instant(zone, date.and_time(time)))
        }
    })
}

/// Start and end of an event after a shift; it keeps its length.
///
/// # Errors
/// As [`shifted`].
pub(crate) fn shifted_span(
    zone: Tz,
    event: &Event,
    shift: Shift,
) -> Result<(Moment, Moment), Error> {
    let start = shifted(zone, event.start_time, shift)?;
    let length = event.end_time.stored() - event.start_time.stored();
    let end = match start {
        Moment::Date(date) => Moment::Date(days_later(date, length.num_days()).unwrap_or(date)),
        Moment::Instant(instant) => {
            let length = if event.all_day { USUAL_LENGTH } else { length };
            Moment::Instant(instant.checked_add_signed(length).unwrap_or(instant))
        }
    };
    Ok((start, end))
}

fn days_later(date: NaiveDate, days: i64) -> Option<NaiveDate> {
    let step = Days::new(days.unsigned_abs());
    if days < 0 { date.checked_sub_days(step) } else { date.checked_add_days(step) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moved(moment: &str, shift: Shift) -> String {
        let moment = match moment.parse() {
            Ok(date) => Moment::Date(date),
            Err(_) => Moment::Instant(moment.parse().expect("an instant")),
        };
        let moved = shifted(chrono_tz::Europe::Berlin, moment, shift).expect("in range");
        serde_json::to_value(moved).expect("writable").as_str().unwrap_or_default().to_owned()
    }

    #[test]
    fn days_keep_the_clock_and_minutes_the_time_that_passes() {
        // Clocks went forward on 29 March 2026.
        assert_eq!(moved("2026-03-28T08:00:00Z", Shift::Days(1)), "2026-03-29T07:00:00Z");
        assert_eq!(moved("2026-03-28T08:00:00Z", Shift::Minutes(1440)), "2026-03-29T08:00:00Z");
        assert_eq!(moved("2026-03-01", Shift::Days(-1)), "2026-02-28");
        let date = "2026-07-01".parse().expect("a date");
        assert_eq!(moved("2026-01-05T08:00:00Z", Shift::Date(date)), "2026-07-01T07:00:00Z");
        let time = "15:00:00".parse().expect("a time");
        assert_eq!(moved("2026-01-05", Shift::Time(time)), "2026-01-05T14:00:00Z");
    }

    #[test]
    fn what_is_too_far_is_refused() {
        let start = Moment::Instant("2026-01-05T08:00:00Z".parse().expect("an instant"));
        for shift in [Shift::Minutes(i64::MAX), Shift::Days(i64::MIN), Shift::Days(i64::MAX)] {
            assert!(shifted(chrono_tz::Tz::UTC, start, shift).is_err());
        }
    }
}
