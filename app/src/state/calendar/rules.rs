//! What a span becomes: moved, resized, begun, and stepped by keys.

use super::geometry::Place;
use super::span::{DAY, Span};

/// What times snap to, in minutes.
const SNAP: i64 = 15;
/// What a click snaps to, in minutes.
const CLICK: i64 = 30;
/// How long a new event is, and one that leaves the band of whole days, in minutes.
const USUAL: i64 = 60;

/// What is moved or resized.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// It lasts.
    Event,
    /// It has a deadline only.
    Task,
}

impl Kind {
    /// The shortest it can be.
    fn least(self) -> i64 {
        match self {
            Self::Event => SNAP,
            Self::Task => 0,
        }
    }

    fn usual(self) -> i64 {
        match self {
            Self::Event => USUAL,
            Self::Task => 0,
        }
    }
}

/// Where it is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Grip {
    /// In the middle: it moves.
    Whole,
    /// At its start.
    Start,
    /// At its end.
    End,
    /// It is begun here.
    New,
}

/// What the keys steer by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Field {
    /// Columns with hours.
    Hours,
    /// The band of whole days.
    Band,
    /// Rows of weeks.
    Month,
}

/// An arrow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Arrow {
    /// To the day before.
    Left,
    /// To the day after.
    Right,
    /// Earlier.
    Up,
    /// Later.
    Down,
}

/// What a click or a long press on an empty place begins.
pub(crate) fn usual(at: Place) -> Span {
    match at.minute {
        Some(minute) => {
            let start = at.day * DAY + (minute - minute % CLICK).min(DAY - USUAL);
            Span::Timed { start, end: start + USUAL }
        }
        None => Span::Days { first: at.day, last: at.day },
    }
}

/// What `base` becomes when it is held by `grip` and drawn from one place to another.
pub(crate) fn drawn(base: Span, kind: Kind, grip: Grip, from: Place, to: Place) -> Span {
    match grip {
        Grip::Whole => moved(base, kind, from, to),
        Grip::Start | Grip::End => resized(base, kind, grip == Grip::Start, from, to),
        Grip::New => begun(from, to),
    }
}

/// Keeps its length by the clock, whatever day it comes to.
fn moved(base: Span, kind: Kind, from: Place, to: Place) -> Span {
    let days = to.day - from.day;
    match (base, from.minute, to.minute) {
        (Span::Timed { start, end }, Some(before), Some(after)) => {
            let day = start.div_euclid(DAY) + days;
            let minute = snapped(start.rem_euclid(DAY), after - before).clamp(0, DAY - SNAP);
            let moved = day * DAY + minute;
            Span::Timed { start: moved, end: moved + end - start }
        }
        // Out of the hours, into the band.
        (span @ Span::Timed { .. }, Some(_), None) => {
            let (first, last) = span.days();
            Span::Days { first: to.day, last: to.day + last - first }
        }
        // Out of the band, into the hours.
        (Span::Days { .. }, _, Some(minute)) => hours(to.day, minute, kind.usual()),
        (Span::Timed { start, end }, None, Some(minute)) => hours(to.day, minute, end - start),
        (span, None, None) | (span @ Span::Days { .. }, Some(_), None) => span.days_later(days),
    }
}

fn hours(day: i64, minute: i64, length: i64) -> Span {
    let start = day * DAY + (minute - minute % SNAP).min(DAY - SNAP);
    Span::Timed { start, end: start + length }
}

fn resized(base: Span, kind: Kind, is_start: bool, from: Place, to: Place) -> Span {
    let days = to.day - from.day;
    let by = match (from.minute, to.minute) {
        (Some(before), Some(after)) => after - before,
        // Above the hours is midnight.
        (Some(before), None) => -before,
        (None, _) => 0,
    };
    match base {
        Span::Timed { start, end } if is_start => {
            let wished = snapped(start, by) + days * DAY;
            Span::Timed { start: wished.min(end - kind.least()), end }
        }
        Span::Timed { start, end } => {
            let wished = snapped(end, by) + days * DAY;
            Span::Timed { start, end: wished.max(start + kind.least()) }
        }
        Span::Days { first, last } if is_start => {
            Span::Days { first: (first + days).min(last), last }
        }
        Span::Days { first, last } => Span::Days { first, last: (last + days).max(first) },
    }
}

/// From one place to the other, in either direction; hours stay within their day.
fn begun(from: Place, to: Place) -> Span {
    let Some(anchor) = from.minute else {
        return Span::Days { first: from.day.min(to.day), last: from.day.max(to.day) };
    };
    let other = to.minute.unwrap_or_default();
    let start = anchor.min(other) / SNAP * SNAP;
    let end = (anchor.max(other) + SNAP - 1) / SNAP * SNAP;
    let start = start.min(DAY - SNAP);
    let midnight = from.day * DAY;
    Span::Timed { start: midnight + start, end: midnight + end.clamp(start + SNAP, DAY) }
}

/// A minute moved by so many, onto the raster. What moves by less stays where it is,
/// so that an event at 9:10 goes to another day at 9:10.
fn snapped(minute: i64, by: i64) -> i64 {
    let nearest = |minute: i64| (minute + SNAP / 2).div_euclid(SNAP) * SNAP;
    if nearest(by) == 0 { minute } else { nearest(minute + by) }
}

/// What a key makes of a span; `resizes` it is with Shift. None for a key that means
/// nothing there.
pub(crate) fn stepped(
    span: Span,
    kind: Kind,
    field: Field,
    arrow: Arrow,
    resizes: bool,
) -> Option<Span> {
    let sign = if matches!(arrow, Arrow::Left | Arrow::Up) { -1 } else { 1 };
    let sideways = matches!(arrow, Arrow::Left | Arrow::Right);
    let step = match (field, span, sideways) {
        (_, _, true) => DAY,
        (Field::Hours, Span::Timed { .. }, false) => SNAP,
        // A week is long for what lasts hours; its end goes by quarters.
        (Field::Month, Span::Timed { .. }, false) if resizes => SNAP,
        (Field::Month, _, false) => 7 * DAY,
        (Field::Band, _, false) | (Field::Hours, Span::Days { .. }, false) => return None,
    } * sign;
    if resizes && kind == Kind::Task {
        return None;
    }
    Some(match span {
        Span::Timed { start, end } if resizes => {
            // A day less than it has would leave nothing.
            let wished = end + step;
            let least = start + kind.least();
            Span::Timed {
                start,
                end: if wished < least && step < -SNAP { end } else { wished.max(least) },
            }
        }
        Span::Days { first, last } if resizes => {
            Span::Days { first, last: (last + step / DAY).max(first) }
        }
        Span::Timed { start, end } => Span::Timed { start: start + step, end: end + step },
        span @ Span::Days { .. } => span.days_later(step / DAY),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(start: &str, end: &str) -> Span {
        Span::read(start, end).expect("readable")
    }

    /// 23 November 2026, or so many days later.
    fn at(later: i64, minute: impl Into<Option<i64>>) -> Place {
        Place {
            day: super::super::span::day("2026-11-23").expect("a day") + later,
            minute: minute.into(),
        }
    }

    fn drawn_to(base: Span, grip: Grip, from: Place, to: Place) -> (String, String) {
        let span = drawn(base, Kind::Event, grip, from, to);
        (span.start_text(), span.end_text())
    }

    fn texts(start: &str, end: &str) -> (String, String) {
        (start.to_owned(), end.to_owned())
    }

    const MEETING: (&str, &str) = ("2026-11-23T09:00", "2026-11-23T10:30");

    fn meeting() -> Span {
        span(MEETING.0, MEETING.1)
    }

    #[test]
    fn a_move_snaps_and_keeps_the_length() {
        let to = |later, minute| drawn_to(meeting(), Grip::Whole, at(0, 560), at(later, minute));
        assert_eq!(to(0, 566), texts(MEETING.0, MEETING.1));
        assert_eq!(to(0, 574), texts("2026-11-23T09:15", "2026-11-23T10:45"));
        assert_eq!(to(2, 500), texts("2026-11-25T08:00", "2026-11-25T09:30"));
        assert_eq!(to(-1, 560), texts("2026-11-22T09:00", "2026-11-22T10:30"));
    }

    #[test]
    fn an_odd_minute_stays_on_another_day_and_snaps_when_it_moves() {
        let odd = span("2026-11-23T09:10", "2026-11-23T09:40");
        let to = |later, minute| drawn_to(odd, Grip::Whole, at(0, 560), at(later, minute));
        assert_eq!(to(1, 563), texts("2026-11-24T09:10", "2026-11-24T09:40"));
        assert_eq!(to(0, 580), texts("2026-11-23T09:30", "2026-11-23T10:00"));
    }

    #[test]
    fn a_move_stays_within_its_day_at_both_ends() {
        let to = |minute| drawn_to(meeting(), Grip::Whole, at(0, 560), at(0, minute));
        assert_eq!(to(0), texts("2026-11-23T00:00", "2026-11-23T01:30"));
        assert_eq!(to(1440), texts("2026-11-23T23:45", "2026-11-24T01:15"));
    }

    #[test]
    fn what_crosses_midnight_moves_by_either_piece() {
        let night = span("2026-11-23T22:00", "2026-11-24T02:00");
        let moved = drawn_to(night, Grip::Whole, at(1, 60), at(2, 120));
        assert_eq!(moved, texts("2026-11-24T23:00", "2026-11-25T03:00"));
    }

    #[test]
    fn band_and_hours_exchange_whole_days_and_times() {
        assert_eq!(
            drawn_to(meeting(), Grip::Whole, at(0, 560), at(1, None)),
            texts("2026-11-24", "2026-11-24")
        );
        let trip = span("2026-11-23", "2026-11-25");
        assert_eq!(
            drawn_to(trip, Grip::Whole, at(0, None), at(1, 850)),
            texts("2026-11-24T14:00", "2026-11-24T15:00")
        );
        assert_eq!(
            drawn_to(trip, Grip::Whole, at(1, None), at(3, None)),
            texts("2026-11-25", "2026-11-27")
        );
    }

    #[test]
    fn a_month_moves_days_and_keeps_hours() {
        assert_eq!(
            drawn_to(meeting(), Grip::Whole, at(0, None), at(7, None)),
            texts("2026-11-30T09:00", "2026-11-30T10:30")
        );
    }

    #[test]
    fn a_task_has_no_length_wherever_it_goes() {
        let task = span("2026-11-23T09:00", "");
        let to = |from, to| drawn(task, Kind::Task, Grip::Whole, from, to);
        assert_eq!(to(at(0, 540), at(1, 600)), span("2026-11-24T10:00", ""));
        assert_eq!(to(at(0, 540), at(1, None)), span("2026-11-24", ""));
        let all_day = span("2026-11-23", "");
        let dropped = drawn(all_day, Kind::Task, Grip::Whole, at(0, None), at(0, 607));
        assert_eq!(dropped, span("2026-11-23T10:00", ""));
    }

    #[test]
    fn an_end_keeps_a_quarter_of_an_hour() {
        let to = |place| drawn_to(meeting(), Grip::End, at(0, 629), place);
        assert_eq!(to(at(0, 662)), texts(MEETING.0, "2026-11-23T11:00"));
        assert_eq!(to(at(0, 100)), texts(MEETING.0, "2026-11-23T09:15"));
        assert_eq!(to(at(0, None)), texts(MEETING.0, "2026-11-23T09:15"));
        assert_eq!(to(at(1, 629)), texts(MEETING.0, "2026-11-24T10:30"));
        assert_eq!(to(at(0, 632)), texts(MEETING.0, MEETING.1));
    }

    #[test]
    fn a_start_keeps_a_quarter_of_an_hour() {
        let to = |place| drawn_to(meeting(), Grip::Start, at(0, 541), place);
        assert_eq!(to(at(0, 480)), texts("2026-11-23T08:00", MEETING.1));
        assert_eq!(to(at(0, 1000)), texts("2026-11-23T10:15", MEETING.1));
    }

    #[test]
    fn days_keep_one_day() {
        let trip = span("2026-11-23", "2026-11-25");
        let to = |grip, later| drawn_to(trip, grip, at(2, None), at(later, None));
        assert_eq!(to(Grip::End, 4), texts("2026-11-23", "2026-11-27"));
        assert_eq!(to(Grip::End, -9), texts("2026-11-23", "2026-11-23"));
        assert_eq!(to(Grip::Start, 9), texts("2026-11-25", "2026-11-25"));
    }

    #[test]
    fn a_new_one_reaches_from_press_to_pointer_either_way() {
        let new = |from, to| drawn_to(meeting(), Grip::New, from, to);
        assert_eq!(new(at(0, 547), at(0, 611)), texts("2026-11-23T09:00", "2026-11-23T10:15"));
        assert_eq!(new(at(0, 611), at(0, 547)), texts("2026-11-23T09:00", "2026-11-23T10:15"));
        assert_eq!(new(at(0, 547), at(2, 560)), texts("2026-11-23T09:00", "2026-11-23T09:30"));
        assert_eq!(new(at(0, 540), at(0, 540)), texts("2026-11-23T09:00", "2026-11-23T09:15"));
        assert_eq!(new(at(0, 1440), at(0, 1440)), texts("2026-11-23T23:45", "2026-11-24T00:00"));
        assert_eq!(new(at(2, None), at(0, None)), texts("2026-11-23", "2026-11-25"));
    }

    #[test]
    fn a_click_takes_an_hour_from_the_half_hour() {
        assert_eq!(usual(at(0, 589)), span("2026-11-23T09:30", "2026-11-23T10:30"));
        assert_eq!(usual(at(0, 1439)), span("2026-11-23T23:00", "2026-11-24T00:00"));
        assert_eq!(usual(at(0, None)), span("2026-11-23", "2026-11-23"));
    }

    #[test]
    fn arrows_move_by_what_the_view_shows() {
        let key = |base, field, arrow| {
            stepped(base, Kind::Event, field, arrow, false).map(|span| span.start_text())
        };
        let hours = |arrow| key(meeting(), Field::Hours, arrow).unwrap_or_default();
        assert_eq!(hours(Arrow::Left), "2026-11-22T09:00");
        assert_eq!(hours(Arrow::Right), "2026-11-24T09:00");
        assert_eq!(hours(Arrow::Up), "2026-11-23T08:45");
        assert_eq!(hours(Arrow::Down), "2026-11-23T09:15");
        assert_eq!(key(meeting(), Field::Month, Arrow::Up).unwrap_or_default(), "2026-11-16T09:00");
        let trip = span("2026-11-23", "2026-11-25");
        assert_eq!(key(trip, Field::Band, Arrow::Right).unwrap_or_default(), "2026-11-24");
        assert_eq!(key(trip, Field::Band, Arrow::Down), None);
        assert_eq!(key(trip, Field::Month, Arrow::Down).unwrap_or_default(), "2026-11-30");
    }

    #[test]
    fn shift_and_arrows_resize() {
        let key = |base, field, arrow| {
            stepped(base, Kind::Event, field, arrow, true).map(|span| span.end_text())
        };
        assert_eq!(key(meeting(), Field::Hours, Arrow::Up).unwrap_or_default(), "2026-11-23T10:15");
        assert_eq!(
            key(meeting(), Field::Hours, Arrow::Right).unwrap_or_default(),
            "2026-11-24T10:30"
        );
        assert_eq!(key(meeting(), Field::Hours, Arrow::Left).unwrap_or_default(), MEETING.1);
        assert_eq!(
            key(meeting(), Field::Month, Arrow::Down).unwrap_or_default(),
            "2026-11-23T10:45"
        );
        let short = span("2026-11-23T09:00", "2026-11-23T09:15");
        assert_eq!(key(short, Field::Hours, Arrow::Up).unwrap_or_default(), "2026-11-23T09:15");
        let trip = span("2026-11-23", "2026-11-25");
        assert_eq!(key(trip, Field::Band, Arrow::Left).unwrap_or_default(), "2026-11-24");
        let task = span("2026-11-23T09:00", "");
        assert_eq!(stepped(task, Kind::Task, Field::Hours, Arrow::Down, true), None);
    }
}
