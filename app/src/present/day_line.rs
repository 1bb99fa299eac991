//! The hours of a day, drawn to scale.

use chrono::{NaiveDate, NaiveDateTime, Timelike};
use domain::event::Event;
use domain::task::Task;
use domain::time::Moment;

use super::row;
use super::wording::Wording;
use crate::view::today::{Block, DayLine, Pin};

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
pub(crate) fn draw(
    wording: &Wording,
    day: NaiveDate,
    events: &[Event],
    tasks: &[&Task],
) -> DayLine {
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

fn timed<'a>(wording: &Wording, day: NaiveDate, events: &'a [Event]) -> Vec<Timed<'a>> {
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

/// Blocks with their lanes: events that overlap, directly or through others,
/// share the width.
fn blocks(
    wording: &Wording,
    day: NaiveDate,
    timed: Vec<Timed<'_>>,
    first: u32,
    last: u32,
) -> Vec<Block> {
    let bottom = (last - first) * 60 / QUARTER;
    let mut blocks: Vec<Block> = Vec::with_capacity(timed.len());
    let mut cluster = 0;
    let mut lane_ends: Vec<u32> = Vec::new();
    for (event, from, to) in timed {
        let start = ((from - first * 60) / QUARTER).min(bottom - LEAST);
        let end = (to - first * 60).div_ceil(QUARTER).max(start + LEAST).min(bottom);
        if lane_ends.iter().all(|taken| *taken <= start) {
            share(&mut blocks[cluster..], lane_ends.len());
            cluster = blocks.len();
            lane_ends.clear();
        }
        let free = lane_ends.iter().position(|taken| *taken <= start);
        let lane = free.unwrap_or(lane_ends.len());
        match lane_ends.get_mut(lane) {
            Some(taken) => *taken = end,
            None => lane_ends.push(end),
        }
        blocks.push(Block {
            event: row::event(wording, event, day),
            row: rows(start),
            span: rows(end - start),
            lane: u8::try_from(lane).unwrap_or(MOST_LANES).min(MOST_LANES - 1),
            lanes: 1,
        });
    }
    share(&mut blocks[cluster..], lane_ends.len());
    blocks
}

/// Tells every block of a cluster how many lanes it has.
fn share(cluster: &mut [Block], lanes: usize) {
    for block in cluster {
        block.lanes = u8::try_from(lanes).unwrap_or(MOST_LANES).clamp(1, MOST_LANES);
    }
}
