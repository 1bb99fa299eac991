//! Days beside each other, with their hours.

use chrono::{NaiveDate, NaiveTime};

use super::cells::{self, Sheet, is_weekend};
use super::entry::Entry;
use super::lanes::{self, Place};
use super::span::{DAY, Part, minute};
use crate::texts;
use crate::view::calendar::address::{View, of};
use crate::view::calendar::{BlockView, ColumnView, HourView, MoreView, TimeGridView};

/// The most lanes beside each other in one of several days.
const LANES_OF_MANY: usize = 4;
/// The most lanes beside each other in a day of its own.
const LANES_OF_ONE: usize = 12;
/// The most rows of the band above several days.
const BAND_OF_MANY: usize = 4;
/// The most rows of the band above a day of its own.
const BAND_OF_ONE: usize = 10;
/// What is earlier is night; nobody is shown it for a single entry.
const EARLY: u32 = 6 * 60;
/// How much is seen above what the page opens at, in minutes.
const ABOVE: u32 = 45;

/// Draws some days; working hours are from and until, where midnight is the day's end.
pub(super) fn draw(
    sheet: Sheet<'_>,
    days: &[NaiveDate],
    entries: &[Entry],
    work: (NaiveTime, NaiveTime),
) -> TimeGridView {
    let is_one = days.len() == 1;
    let (long, timed): (Vec<&Entry>, Vec<&Entry>) = entries.iter().partition(|entry| entry.in_band);
    let most = if is_one { BAND_OF_ONE } else { BAND_OF_MANY };
    let (cells, height) = cells::cells(sheet, days, &long, most);
    let most = if is_one { LANES_OF_ONE } else { LANES_OF_MANY };
    let columns: Vec<ColumnView> = days
        .iter()
        .zip(&cells)
        .map(|(day, cell)| ColumnView {
            full: full(sheet, *day, entries),
            work: if is_weekend(*day) { String::new() } else { work_hours(work) },
            ..column(sheet, *day, &timed, most, cell.today)
        })
        .collect();
    let first_column = days.iter().position(|day| *day == sheet.wording.today).unwrap_or_default();
    TimeGridView {
        hours: (0..24).map(|hour| hour_label(sheet, hour)).collect(),
        cells,
        band: format!("slots-{height}"),
        first: first(sheet, days, &timed, work),
        first_column,
        columns,
    }
}

fn full(sheet: Sheet<'_>, day: NaiveDate, entries: &[Entry]) -> String {
    let count = entries.iter().filter(|entry| entry.span.touches(day)).count();
    format!("{}, {}", sheet.wording.long(day), texts::calendar::entries(count))
}

fn hour_label(sheet: Sheet<'_>, hour: u32) -> HourView {
    HourView { label: sheet.wording.hour(hour), class: at(hour * 60) }
}

/// Which hour is seen first: where work begins, or earlier if something is planned
/// earlier; near now on a day that is today.
fn first(
    sheet: Sheet<'_>,
    days: &[NaiveDate],
    timed: &[&Entry],
    work: (NaiveTime, NaiveTime),
) -> String {
    let work = minute(sheet.date.and_time(work.0));
    let earliest = days
        .iter()
        .flat_map(|day| timed.iter().filter_map(|entry| entry.span.on(*day)))
        .filter(|part| !part.before)
        .map(|part| part.from.max(EARLY))
        .min();
    let now = sheet.wording.now();
    let now = days.contains(&now.date()).then(|| minute(now));
    let first = work.min(earliest.unwrap_or(work)).min(now.unwrap_or(work));
    // Early risers and night owls: now is in sight, whatever else there is.
    let first = now.map_or(first, |now| first.max(now.saturating_sub(6 * 60)));
    at(first.saturating_sub(ABOVE))
}

fn work_hours((from, until): (NaiveTime, NaiveTime)) -> String {
    let day = NaiveDate::default();
    let from = minute(day.and_time(from));
    let until = if until == NaiveTime::MIN { DAY } else { minute(day.and_time(until)) };
    format!("{} {}", at(from), lasting(until.saturating_sub(from)))
}

fn column(
    sheet: Sheet<'_>,
    day: NaiveDate,
    timed: &[&Entry],
    most: usize,
    today: bool,
) -> ColumnView {
    let mut parts: Vec<(&Entry, Part)> =
        timed.iter().filter_map(|entry| entry.span.on(day).map(|part| (*entry, part))).collect();
    parts.sort_by_key(|(_, part)| (part.from, std::cmp::Reverse(part.to)));
    let minutes: Vec<lanes::Minutes> = parts.iter().map(|(_, part)| (part.from, part.to)).collect();
    let packed = lanes::pack(&minutes, most);
    let blocks = parts
        .iter()
        .zip(&packed.places)
        .filter_map(|((entry, part), place)| place.map(|place| block(sheet, entry, *part, place)))
        .collect();
    let more = packed
        .more
        .iter()
        .map(|more| {
            let (from, to) = more.minutes;
            MoreView {
                label: format!("+{}", more.count),
                full: texts::calendar::more_on(more.count, &sheet.wording.long(day)),
                href: of(View::Agenda, day),
                class: format!("more {}", place(from, to, more.place)),
            }
        })
        .collect();
    ColumnView {
        iso: day.to_string(),
        today,
        weekend: is_weekend(day),
        blocks,
        more,
        now: today.then(|| minute(sheet.wording.now())),
        ..ColumnView::default()
    }
}

fn block(sheet: Sheet<'_>, entry: &Entry, part: Part, at: Place) -> BlockView {
    let short = if part.to - part.from < 45 { " short" } else { "" };
    let class = format!("block{short} {}", place(part.from, part.to, at));
    let block = entry.block(sheet.view, sheet.date, class);
    BlockView { before: part.before, after: part.after, ..block }
}

/// A place in a column as classes.
fn place(from: u32, to: u32, place: Place) -> String {
    let Place { lane, lanes, wide } = place;
    let (at, lasting) = (at(from), lasting(to - from));
    format!("{at} {lasting} lane-{lane} lanes-{lanes} wide-{wide}")
}

/// A minute of the day as classes.
pub(super) fn at(minute: u32) -> String {
    format!("at-{} at-m{}", minute / 60, minute % 60)
}

/// A length in minutes as classes.
fn lasting(minutes: u32) -> String {
    format!("for-{} for-m{}", minutes / 60, minutes % 60)
}
