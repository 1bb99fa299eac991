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
mod tests;
