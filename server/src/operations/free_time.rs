//! When nothing is planned: the days' hours without the events in them.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc};
use domain::event::Event;
use domain::free_time::{FreeSlot, FreeTime, FreeTimeFilter, FreeTimeQuery, Hours};
use domain::time::Moment;

use super::events::{Range, in_range};
use super::settings::workday;
use super::{Effect, Operation, Scope};
use crate::error::Error;
use crate::zone::{self, Bound};

/// The most days that are looked at.
const DAYS_LIMIT: i64 = 62;
/// The most events that are looked at, more than anybody has in so many days.
const LIMIT: usize = 20_000;

/// From an instant to the one behind it.
type Stretch = (DateTime<Utc>, DateTime<Utc>);

/// Finds the time in which nothing is planned.
pub struct FindFreeTime;

impl Operation for FindFreeTime {
    type Input = FreeTimeFilter;
    type Output = FreeTime;

    const EFFECT: Effect = Effect::Read;
    const NAME: &'static str = "free_time";
    const SUMMARY: &'static str = "Finds when nothing is planned.";

    async fn run(scope: &mut Scope<'_>, mut query: FreeTimeQuery) -> Result<FreeTime, Error> {
        let workday = workday(scope).await?;
        if query.within == Hours::Working {
            let said = (query.not_before, query.not_after);
            let hours = if query.says_hours { within(said, workday.hours) } else { workday.hours };
            (query.not_before, query.not_after) = hours;
        }
        let from = Bound::of(scope.zone(), query.from);
        let to = Bound::end(scope.zone(), query.to);
        if to.instant - from.instant > TimeDelta::days(DAYS_LIMIT + 1) {
            return Err(Error::field("to", "At most 62 days at once."));
        }
        // What lies just outside of the range keeps its distance, too.
        let beside = |bound: Bound, by: TimeDelta| Bound { instant: bound.instant + by, ..bound };
        let range = Range {
            from: Some(beside(from, -workday.buffer)),
            to: Some(beside(to, workday.buffer)),
            most: LIMIT,
            ..Range::default()
        };
        let events = in_range(scope, &range).await?;
        let (all_day, timed): (Vec<Event>, Vec<Event>) =
            events.into_iter().partition(|event| event.all_day);
        let busy = busy(&timed, workday.buffer);
        let shortest = TimeDelta::minutes(i64::from(query.minutes));
        let hours = (query.not_before, query.not_after);
        let windows = windows(scope, hours, (from.instant, to.instant));
        let taken = timed.into_iter().filter(|event| {
            let (start, end) = (event.start_time.stored(), event.end_time.stored());
            windows.iter().any(|(opens, closes)| start < *closes && end > *opens)
        });
        let taken = taken.collect();
        let slots = windows
            .into_iter()
            .flat_map(|window| free(window, &busy))
            .filter(|(start, end)| *end - *start >= shortest)
            .map(|(start, end)| FreeSlot {
                start_time: Moment::Instant(start),
                end_time: Moment::Instant(end),
            })
            .collect();
        Ok(FreeTime { slots, taken, all_day })
    }
}

/// The said hours as far as they lie in others; all of them where none do, since whoever asks about
/// the evening wants to know about the evening.
fn within(
    (from, to): (NaiveTime, NaiveTime),
    (opens, closes): (NaiveTime, NaiveTime),
) -> (NaiveTime, NaiveTime) {
    // Midnight at the end of a stretch is the day's end.
    let end = |time: NaiveTime| (time == NaiveTime::MIN, time);
    let (first, last) = (from.max(opens), end(to).min(end(closes)).1);
    if first < last || last == NaiveTime::MIN { (first, last) } else { (from, to) }
}

/// The time that events take, each with the buffer around it; an event without length takes none.
pub(super) fn busy(events: &[Event], buffer: TimeDelta) -> Vec<Stretch> {
    let mut busy: Vec<Stretch> = events
        .iter()
        .map(|event| (event.start_time.stored(), event.end_time.stored()))
        .filter(|(start, end)| start < end)
        .map(|(start, end)| (start - buffer, end + buffer))
        .collect();
    busy.sort_unstable();
    busy
}

/// The wanted hours of each day, cut to the range; what is over is not free any more.
fn windows(
    scope: &Scope<'_>,
    (opening, closing): (NaiveTime, NaiveTime),
    (from, to): Stretch,
) -> Vec<Stretch> {
    let zone = scope.zone();
    let first = zone::date_of(zone, from);
    let start = from.max(scope.now());
    let hours = |date: NaiveDate| {
        let opens = zone::instant(zone, date.and_time(opening));
        let closes = if closing == NaiveTime::MIN {
            zone::start_of(zone, zone::next_day(date))
        } else {
            zone::instant(zone, date.and_time(closing))
        };
        (opens.max(start), closes.min(to))
    };
    (0..)
        .map_while(|day| first.checked_add_days(Days::new(day)))
        .take_while(|date| zone::start_of(zone, *date) < to)
        .map(hours)
        .filter(|(opens, closes)| opens < closes)
        .collect()
}

/// What is free of a stretch within the hours of each day.
pub(super) fn gaps(
    scope: &Scope<'_>,
    hours: (NaiveTime, NaiveTime),
    stretch: Stretch,
    busy: &[Stretch],
) -> Vec<Stretch> {
    windows(scope, hours, stretch).into_iter().flat_map(|window| free(window, busy)).collect()
}

/// What is left of a window; `busy` is ordered by start.
fn free(
    (opens, closes): (DateTime<Utc>, DateTime<Utc>),
    busy: &[(DateTime<Utc>, DateTime<Utc>)],
) -> Vec<(DateTime<Utc>, DateTime<Utc>)> {
    let mut at = opens;
    let mut slots = Vec::new();
    for (start, end) in busy.iter().filter(|(start, end)| *start < closes && *end > opens) {
        if *start > at {
            slots.push((at, *start));
        }
        at = at.max(*end);
    }
    if at < closes {
        slots.push((at, closes));
    }
    slots
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(hour: u32) -> DateTime<Utc> {
        let date = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap_or_default();
        date.and_hms_opt(hour, 0, 0).unwrap_or_default().and_utc()
    }

    #[test]
    fn hours_are_kept_within_working_hours_where_they_meet() {
        let clock = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default();
        let work = (clock(9), clock(17));
        let of = |from, to| within((clock(from), clock(to)), work);
        assert_eq!(of(6, 12), (clock(9), clock(12)));
        assert_eq!(of(16, 0), (clock(16), clock(17)));
        assert_eq!(of(18, 22), (clock(18), clock(22)));
        assert_eq!(of(0, 12), (clock(9), clock(12)));
        assert_eq!(within((clock(16), clock(0)), (clock(9), clock(0))), (clock(16), clock(0)));
    }

    #[test]
    fn events_are_cut_out_of_a_window() {
        let busy = [(at(7), at(9)), (at(10), at(12)), (at(11), at(11)), (at(11), at(13))];
        assert_eq!(free((at(8), at(18)), &busy), [(at(9), at(10)), (at(13), at(18))]);
        assert_eq!(free((at(8), at(18)), &[]), [(at(8), at(18))]);
        assert_eq!(free((at(8), at(18)), &[(at(6), at(20))]), []);
    }
}
