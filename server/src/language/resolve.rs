//! Settles the parts of an expression on dates and instants.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Timelike as _};
use chrono_tz::Tz;

use super::{
    Direction, Reference,
    clock::{Clock, Half},
    day::{Base, DaySlot, Trouble},
    offsets::Length,
    recurrence::{Frequency, Repeat},
    relative::DayPart,
    request::Repetition,
    scan::Parts,
    when::Moment,
    zones,
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

/// Clock hours of the parts of the day (`conventions/language.md`, rule 9).
fn usual(part: DayPart) -> Clock {
    match part {
        DayPart::Morning => Clock::full(9, 0),
        DayPart::Midday => Clock::full(12, 0),
        DayPart::Afternoon => Clock::full(14, 0),
        DayPart::Evening => Clock::full(18, 0),
        DayPart::Night => Clock::full(20, 0),
    }
}

const DAY: i64 = 86_400;

/// Seconds from the day's midnight, with the half of the day settled.
fn seconds(clock: Clock, part: Option<DayPart>, hint: Hint) -> i64 {
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
fn range(start: Clock, end: Clock, part: Option<DayPart>, hint: Hint) -> (i64, i64) {
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
fn instant(
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
        (None, Some(part)) if !parts.end_of_day => (Some(usual(part)), true),
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
    let repetition = repeat
        .as_ref()
        .map(|repeat| Repetition { rule: repeat.rule(), from_completion: repeat.from_completion });
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

/// A bare weekday said on that weekday means today only with a time still ahead, else a week later.
fn settled_ahead(
    slot: DaySlot,
    settled: super::day::Settled,
    today: NaiveDate,
    direction: Direction,
    ahead: bool,
) -> super::day::Settled {
    let bare = matches!(slot.weekday, Some((_, super::day::Which::Coming)))
        && slot.base.is_none()
        && slot.nth.is_none();
    if bare && settled.first == today && direction == Direction::Forward && !ahead {
        let first = today.checked_add_days(Days::new(7)).unwrap_or(today);
        return super::day::Settled { first, last: None };
    }
    settled
}

/// "Aug 10 - Nov 12, 2013": the year of the end holds for the start.
fn dated_like(start: DaySlot, end: Option<DaySlot>) -> DaySlot {
    let (Some(Base::MonthDay(month, day)), Some(Base::Exact(last))) =
        (start.base, end.and_then(|end| end.base))
    else {
        return start;
    };
    let year = chrono::Datelike::year(&last);
    let date = |year: i32| NaiveDate::from_ymd_opt(year, month, day);
    match date(year).filter(|first| *first <= last).or_else(|| date(year - 1)) {
        Some(first) => DaySlot { base: Some(Base::Exact(first)), ..start },
        None => start,
    }
}

/// Lets a day said beside a repeat complete its rule ("monthly … on the first monday"); answers
/// the day the repeat starts from, when the day is that instead.
fn specify(repeat: &mut Repeat, day: Option<DaySlot>) -> Option<DaySlot> {
    let day = day?;
    if repeat.days.is_empty() && repeat.month_day.is_none() {
        match (repeat.frequency, day.weekday, day.nth, day.base) {
            // "poker last friday of the month … every month"
            (Frequency::Monthly, Some((weekday, _)), Some(nth), None | Some(Base::Month(..))) => {
                repeat.days.push((Some(nth), weekday));
                return None;
            }
            (Frequency::Weekly, Some((weekday, _)), None, None) => {
                repeat.days.push((None, weekday));
                return None;
            }
            (Frequency::Monthly, None, _, Some(Base::DayOfMonth(day))) => {
                repeat.month_day = i32::try_from(day).ok();
                return None;
            }
            (Frequency::Yearly, None, _, Some(Base::MonthDay(month, day))) => {
                repeat.month = Some(month);
                repeat.month_day = i32::try_from(day).ok();
                return None;
            }
            _ => {}
        }
    }
    Some(day)
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
pub(crate) fn hour_of(part: DayPart) -> Option<NaiveTime> {
    let seconds = u32::try_from(usual(part).seconds(Half::Full)).ok()?;
    NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0)
}
