//! Settles the parts of an expression on dates and instants.

mod days;
mod hours;

use chrono::{DateTime, NaiveDate, NaiveTime, Timelike as _};
use chrono_tz::Tz;
use days::{dated_like, settled_ahead, specify};
use hours::{instant, range, seconds, usual};

use super::{
    Direction, Habits, Reference, clock::Half, day::Trouble, offsets::Length, relative::DayPart,
    request::Repetition, scan::Parts, when::Moment,
};

/// Which half of the day the other words of the sentence point to ("breakfast", "dinner").
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Hint {
    #[default]
    None,
    Morning,
    Evening,
}

/// What the parts settled on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Resolved {
    pub(crate) start: Moment,
    pub(crate) end: Option<Moment>,
    /// The time was not said; it is the usual hour of a part of the day.
    pub(crate) soft: bool,
    /// A stretch of days was named ("next week"), not one day.
    pub(crate) stretch: bool,
    /// How it repeats.
    pub(crate) repeat: Option<Repetition>,
}

/// Settles the parts; `None` when they name no day and no time.
pub(crate) fn resolve(
    parts: &Parts,
    reference: &Reference,
    direction: Direction,
    hint: Hint,
) -> Result<Option<Resolved>, Trouble> {
    if let Some(trouble) = parts.trouble {
        return Err(trouble);
    }
    let today = reference.now.date_naive();
    if let Some(now) = parts.instant {
        let end = parts.length.and_then(|length| length.shift(now, false)).map(Moment::At);
        return Ok(Some(Resolved {
            start: Moment::At(now),
            end,
            soft: false,
            stretch: false,
            repeat: None,
        }));
    }
    let mut repeat = parts.repeat.clone();
    // "weekdays at 9 until christmas": the day is where the repeat ends.
    let until = parts.day.filter(|_| parts.until && parts.end_day.is_none() && repeat.is_some());
    let slot = match &mut repeat {
        Some(_) if until.is_some() => None,
        Some(repeat) => specify(repeat, parts.day),
        None => parts.day.map(|slot| dated_like(slot, parts.end_day)),
    };
    let (clock, soft) = match (parts.clock, parts.part) {
        (Some(clock), _) => (Some(clock), false),
        (None, Some(part)) if !parts.end_of_day => (Some(usual(part, &reference.habits)), true),
        _ => (None, false),
    };
    let span = clock.map(|clock| match parts.end_clock {
        Some(end) if parts.end_day.is_none() => {
            let (from, to) = range(clock, end, parts.part, hint);
            (from, Some(to))
        }
        _ => (seconds(clock, parts.part, hint), None),
    });
    let is_ahead = |date: NaiveDate| {
        span.is_none_or(|(from, _)| {
            instant(date, from, parts, reference).is_none_or(|time| time > reference.now)
        })
    };
    let settled = match (slot, &repeat) {
        (_, Some(repeat)) => {
            let from = slot
                .and_then(|slot| slot.settle(today, Direction::Forward).ok())
                .map_or(today, |settled| settled.first);
            let first = repeat.first(from).ok_or(Trouble::NoSuchDate)?;
            let first = if first == today && !is_ahead(first) {
                first.succ_opt().and_then(|next| repeat.first(next)).unwrap_or(first)
            } else {
                first
            };
            super::day::Settled { first, last: None }
        }
        (Some(slot), None) => {
            let settled = slot.settle(today, direction)?;
            settled_ahead(
                slot,
                settled,
                today,
                direction,
                span.is_some() && is_ahead(settled.first),
            )
        }
        (None, None) if span.is_some() => {
            let first = match direction {
                Direction::Forward if !is_ahead(today) => today.succ_opt().unwrap_or(today),
                Direction::Back if is_ahead(today) => today.pred_opt().unwrap_or(today),
                _ => today,
            };
            super::day::Settled { first, last: None }
        }
        (None, None) if parts.end_of_day => super::day::Settled { first: today, last: None },
        (None, None) => return Ok(None),
    };
    if let (Some(repeat), Some(length)) = (&mut repeat, parts.length.filter(Length::is_calendar)) {
        repeat.limit(&length, settled.first);
    }
    if let (Some(repeat), Some(until)) = (&mut repeat, parts.end_day.or(until)) {
        repeat.until = until
            .settle(settled.first, Direction::Forward)
            .ok()
            .map(|settled| settled.last.unwrap_or(settled.first));
    }
    let repetition = repeat.as_ref().map(|repeat| Repetition {
        rule: repeat.rule(),
        from_completion: repeat.from_completion,
        time: None,
    });
    let first = settled.first;
    let end_day = match parts.end_day.filter(|_| repeat.is_none()) {
        Some(slot) => Some(
            slot.settle(first, Direction::Forward)
                .map(|settled| settled.last.unwrap_or(settled.first))?,
        ),
        None => None,
    };
    let Some((from, to)) = span else {
        let by_length = parts
            .length
            .filter(|length| length.is_calendar() && repeat.is_none())
            .and_then(|length| length.shift_date(first, false))
            .and_then(|end| end.pred_opt())
            .filter(|end| *end > first);
        let since = (parts.since && first <= today).then_some(today);
        let last = end_day.or(since).or(settled.last).or(by_length);
        return Ok(Some(Resolved {
            start: Moment::Day(first),
            end: last.map(Moment::Day),
            soft,
            stretch: settled.last.is_some(),
            repeat: repetition,
        }));
    };
    let start = instant(first, from, parts, reference).ok_or(Trouble::NoSuchDate)?;
    let end = match (end_day, parts.end_clock, to, parts.length) {
        (Some(day), Some(clock), ..) => instant(day, seconds(clock, None, hint), parts, reference),
        (None, _, Some(to), _) => instant(first, to, parts, reference),
        (None, None, None, Some(length)) if !length.is_calendar() => length.shift(start, false),
        _ => None,
    };
    Ok(Some(Resolved {
        start: Moment::At(start),
        end: end.map(Moment::At),
        soft,
        stretch: false,
        repeat: repetition,
    }))
}

/// Minutes of a length that has no calendar part.
pub(crate) fn minutes(length: &Length) -> Option<u32> {
    (length.months == 0 && length.days == 0 && length.workdays == 0)
        .then(|| u32::try_from(length.seconds / 60).ok())
        .flatten()
}

/// The wall-clock time of an instant, to the minute.
pub(crate) fn wall_time(time: &DateTime<Tz>) -> NaiveTime {
    NaiveTime::from_hms_opt(time.hour(), time.minute(), 0).unwrap_or(NaiveTime::MIN)
}

/// The clock time of a part of the day.
pub(crate) fn hour_of(part: DayPart, habits: &Habits) -> Option<NaiveTime> {
    let seconds = u32::try_from(usual(part, habits).seconds(Half::Full)).ok()?;
    NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0)
}
