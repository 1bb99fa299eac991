//! Hours of the day: which half is meant, and where a range ends.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Timelike as _};
use chrono_tz::Tz;

use super::Hint;
use crate::language::{
    Habits, Reference,
    clock::{Clock, Half},
    relative::DayPart,
    scan::Parts,
    zones,
};

const DAY: i64 = 86_400;

/// Clock hours of the parts of the day (`conventions/language.md`, rule 9).
pub(super) fn usual(part: DayPart, habits: &Habits) -> Clock {
    let time = match part {
        DayPart::Morning => habits.morning,
        DayPart::Midday => return Clock::full(12, 0),
        DayPart::Afternoon => habits.afternoon,
        DayPart::Evening => habits.evening,
        DayPart::Night => habits.night,
    };
    Clock::full(time.hour(), time.minute())
}

/// Seconds from the day's midnight, with the half of the day settled.
pub(super) fn seconds(clock: Clock, part: Option<DayPart>, hint: Hint) -> i64 {
    if clock.half != Half::Open {
        return clock.seconds(clock.half);
    }
    let hour = clock.hour;
    match (part, hint) {
        (Some(DayPart::Morning), _) => clock.seconds(Half::Am),
        (Some(DayPart::Midday), _) => clock.seconds(if hour >= 10 { Half::Open } else { Half::Pm }),
        (Some(DayPart::Afternoon | DayPart::Evening), _) => clock.seconds(Half::Pm),
        // After midnight is still the same night.
        (Some(DayPart::Night), _) if hour == 12 || hour < 5 => DAY + clock.seconds(Half::Am),
        (Some(DayPart::Night), _) => clock.seconds(Half::Pm),
        (None, Hint::Morning) if hour >= 4 => clock.seconds(Half::Open),
        (None, Hint::Evening) if hour >= 4 => clock.seconds(Half::Pm),
        _ => clock.seconds(if (1..=6).contains(&hour) { Half::Pm } else { Half::Open }),
    }
}

/// Seconds of both ends of a range of hours; the end may lie on the next day.
pub(super) fn range(start: Clock, end: Clock, part: Option<DayPart>, hint: Hint) -> (i64, i64) {
    let from = match (start.half, end.half) {
        // "8 - 11pm": the end's half covers the start when that is the shorter range.
        (Half::Open, Half::Am | Half::Pm) if part.is_none() => {
            let last = end.seconds(end.half);
            let length = |from: i64| (last - from).rem_euclid(DAY);
            let (am, pm) = (start.seconds(Half::Am), start.seconds(Half::Pm));
            if (1..length(am).max(1)).contains(&length(pm)) { pm } else { am }
        }
        (Half::Open, Half::Full)
            if part.is_none()
                && end.hour > 12
                && start.seconds(Half::Open) < end.seconds(Half::Full) =>
        {
            start.seconds(Half::Open)
        }
        _ => seconds(start, part, hint),
    };
    let candidates = match end.half {
        Half::Open => [
            end.seconds(Half::Am),
            end.seconds(Half::Pm),
            end.seconds(Half::Am) + DAY,
            end.seconds(Half::Pm) + DAY,
        ],
        half => [
            end.seconds(half),
            end.seconds(half) + DAY,
            end.seconds(half) + 2 * DAY,
            end.seconds(half) + 3 * DAY,
        ],
    };
    let to = candidates.into_iter().find(|to| *to > from).unwrap_or(from + 3600);
    (from, to)
}

/// The instant a number of seconds behind a date's midnight on the wall clock.
pub(super) fn instant(
    date: NaiveDate,
    seconds: i64,
    parts: &Parts,
    reference: &Reference,
) -> Option<DateTime<Tz>> {
    let local =
        date.and_time(NaiveTime::MIN).checked_add_signed(TimeDelta::try_seconds(seconds)?)?;
    let zone = reference.now.timezone();
    match parts.zone {
        Some(there) => Some(there.instant(local)?.with_timezone(&zone)),
        None => zones::settle(zone, local),
    }
}
