//! The hours of a day, drawn to scale.

use chrono::{NaiveDate, NaiveDateTime, Timelike};
use domain::event::Event;
use domain::task::Task;
use domain::time::Moment;

use super::row;
use crate::view::today::{Block, DayLine, Pin};
use server::words::Words;

/// The hours that are always there; the line grows where the day does.
const USUAL: (u32, u32) = (8, 20);
/// Minutes in a row.
const QUARTER: u32 = 15;
/// The least rows of a block: fewer could not hold its title.
const LEAST: u32 = 2;
/// More lanes than this would leave no room for words.
const MOST_LANES: u8 = 4;

/// An event and its minutes of the day, cut to the day.
type Timed<'a> = (&'a Event, u32, u32);

/// Draws the timed events and deadlines of `day`; what lies elsewhere is left out.
pub(crate) fn draw(wording: &Words, day: NaiveDate, events: &[Event], tasks: &[&Task]) -> DayLine {
    let timed = timed(wording, day, events);
    let pinned: Vec<(&Task, u32)> = tasks
        .iter()
        .filter_map(|task| match task.due_date {
            Some(Moment::Instant(instant)) => Some((*task, wording.local(instant))),
            Some(Moment::Date(_)) | None => None,
        })
        .filter(|(_, due)| due.date() == day)
        .map(|(task, due)| (task, minute(due)))
        .collect();
    let now = (wording.today == day).then(|| wording.now());
    let spans = timed
        .iter()
        .map(|(_, from, to)| (*from, *to))
        .chain(pinned.iter().map(|(_, at)| (*at, *at + 30)))
        .chain(now.map(|now| (now.hour() * 60, now.hour() * 60 + 59)));
    let (first, last) = spans.fold(USUAL, |(first, last), (from, to)| {
        (first.min(from / 60), last.max(to.div_ceil(60)).min(24))
    });
    let row = |minute: u32| rows(minute.saturating_sub(first * 60) / QUARTER);
    DayLine {
        hours: (first..last).map(|hour| wording.hour(hour)).collect(),
        blocks: blocks(wording, day, timed, first, last),
        pins: pinned
            .into_iter()
            .map(|(task, at)| Pin { task: row::task(wording, task), row: row(at) })
            .collect(),
        now: now.map(|now| (row(minute(now)), wording.time(now.time()))),
    }
}

fn minute(at: NaiveDateTime) -> u32 {
    at.hour() * 60 + at.minute()
}

/// A count of rows; a day has 96.
fn rows(count: u32) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}

fn timed<'a>(wording: &Words, day: NaiveDate, events: &'a [Event]) -> Vec<Timed<'a>> {
    let mut timed: Vec<Timed<'a>> = events
        .iter()
        .filter(|event| !event.all_day)
        .filter_map(|event| {
            let (start, end) = row::span(wording, event);
            (start.date() <= day && row::last_day(start, end) >= day).then(|| {
                let from = if start.date() < day { 0 } else { minute(start) };
                let to = if end.date() > day { 24 * 60 } else { minute(end) };
                (event, from, to.max(from))
            })
        })
        .collect();
    timed.sort_by_key(|(_, from, to)| (*from, std::cmp::Reverse(*to)));
    timed
}

/// Blocks with their lanes.
fn blocks(
    wording: &Words,
    day: NaiveDate,
    timed: Vec<Timed<'_>>,
    first: u32,
    last: u32,
) -> Vec<Block> {
    let bottom = (last - first) * 60 / QUARTER;
    let spans: Vec<(u32, u32)> = timed
        .iter()
        .map(|(_, from, to)| {
            let start = ((from - first * 60) / QUARTER).min(bottom - LEAST);
            let end = (to - first * 60).div_ceil(QUARTER).max(start + LEAST).min(bottom);
            (start, end)
        })
        .collect();
    let lane = |lane: usize| u8::try_from(lane).unwrap_or(MOST_LANES).min(MOST_LANES);
    timed
        .into_iter()
        .zip(&spans)
        .zip(places(spans.iter().copied()))
        .map(|(((event, _, _), (start, end)), place)| Block {
            event: row::event(wording, event, day),
            row: rows(*start),
            span: rows(end - start),
            lane: lane(place.lane).min(MOST_LANES - 1),
            lanes: lane(place.lanes),
        })
        .collect()
}

/// A place side by side with others.
struct Place {
    /// Which lane, from 0.
    lane: usize,
    /// How many there are.
    lanes: usize,
}

/// Spans in the order of their starts get lanes: those that overlap, directly or
/// through others, share the width.
fn places(spans: impl Iterator<Item = (u32, u32)>) -> Vec<Place> {
    let mut places: Vec<Place> = Vec::new();
    let mut cluster = 0;
    let mut taken: Vec<u32> = Vec::new();
    for (start, end) in spans {
        if taken.iter().all(|until| *until <= start) {
            cluster = places.len();
            taken.clear();
        }
        let lane = taken.iter().position(|until| *until <= start).unwrap_or(taken.len());
        match taken.get_mut(lane) {
            Some(until) => *until = end,
            None => taken.push(end),
        }
        places.push(Place { lane, lanes: 1 });
        for place in &mut places[cluster..] {
            place.lanes = taken.len();
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lanes(spans: &[(u32, u32)]) -> Vec<(usize, usize)> {
        let places = places(spans.iter().map(|(start, end)| (*start, *end)));
        places.into_iter().map(|place| (place.lane, place.lanes)).collect()
    }

    #[test]
    fn what_overlaps_shares_the_width_and_what_does_not_has_it_all() {
        assert_eq!(lanes(&[(0, 4), (4, 8)]), [(0, 1), (0, 1)]);
        assert_eq!(lanes(&[(0, 4), (2, 6)]), [(0, 2), (1, 2)]);
        // The third overlaps the second only, and takes the lane that is free again;
        // all three are one cluster.
        assert_eq!(lanes(&[(0, 4), (2, 8), (4, 6)]), [(0, 2), (1, 2), (0, 2)]);
        assert_eq!(lanes(&[(0, 9), (1, 9), (2, 9), (12, 14)]), [(0, 3), (1, 3), (2, 3), (0, 1)]);
    }
}
