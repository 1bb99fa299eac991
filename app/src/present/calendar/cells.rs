//! Days as cells, with bars across them: the rows of a month, and the band above
//! the hours.

use chrono::{Datelike, NaiveDate, NaiveTime, TimeDelta, Timelike, Weekday};
use server::words::Words;

use super::address;
use super::bars::{self, Columns};
use super::entry::Entry;
use crate::texts;
use crate::view::calendar::address::{View, of};
use crate::view::calendar::{CellView, MoreView};

/// The page that cells are part of.
#[derive(Clone, Copy)]
pub(super) struct Sheet<'a> {
    pub(super) wording: &'a Words,
    /// Which view it is.
    pub(super) view: View,
    /// The day that it is about.
    pub(super) date: NaiveDate,
}

/// Cells of some days that follow each other, and how many rows their bars take.
pub(super) fn cells(
    sheet: Sheet<'_>,
    days: &[NaiveDate],
    entries: &[&Entry],
    most: usize,
) -> (Vec<CellView>, usize) {
    let Some((first, last)) = days.first().copied().zip(days.last().copied()) else {
        return (Vec::new(), 0);
    };
    let column = |day: NaiveDate| {
        let column = (day.clamp(first, last) - first).num_days();
        usize::try_from(column).unwrap_or_default()
    };
    let here: Vec<&Entry> = entries
        .iter()
        .copied()
        .filter(|entry| entry.span.first_day() <= last && entry.span.last_day() >= first)
        .collect();
    let bars: Vec<Columns> = here
        .iter()
        .map(|entry| column(entry.span.first_day())..=column(entry.span.last_day()))
        .collect();
    let packed = bars::pack(&bars, days.len(), most);
    let mut cells: Vec<CellView> = days.iter().map(|day| cell(sheet, *day, &here)).collect();
    for ((entry, bar), row) in here.iter().zip(&bars).zip(&packed.rows) {
        let Some(row) = row else { continue };
        let across = bar.end() - bar.start() + 1;
        let kind = if across > 1 || entry.in_band { " whole" } else { "" };
        let class = format!("block{kind} slot-{row} across-{across}");
        let mut block = entry.block(sheet.view, sheet.date, class);
        block.before = entry.span.first_day() < first;
        block.after = entry.span.last_day() > last;
        cells[*bar.start()].blocks.push(block);
    }
    for ((cell, day), count) in cells.iter_mut().zip(days).zip(&packed.more) {
        cell.more = (*count > 0).then(|| more(sheet.wording, *day, *count, packed.height));
    }
    (cells, packed.height)
}

fn more(wording: &Words, day: NaiveDate, count: usize, height: usize) -> MoreView {
    MoreView {
        label: texts::more(count),
        full: texts::calendar::more_on(count, &wording.long(day)),
        href: of(View::Agenda, day),
        class: format!("more slot-{}", height.saturating_sub(1)),
    }
}

fn cell(sheet: Sheet<'_>, day: NaiveDate, entries: &[&Entry]) -> CellView {
    let wording = sheet.wording;
    let count = entries.iter().filter(|entry| entry.span.touches(day)).count();
    let (start, end) = suggestion(wording, day);
    CellView {
        iso: day.to_string(),
        number: number(day),
        weekday: day.format("%a").to_string(),
        full: format!("{}, {}", wording.long(day), texts::calendar::entries(count)),
        href: of(View::Day, day),
        day: number(day),
        pick: of(sheet.view, day),
        add: address::add(sheet.view, sheet.date, start, end),
        add_label: texts::calendar::add_on(&wording.short(day)),
        today: day == wording.today,
        weekend: is_weekend(day),
        outside: day < wording.today,
        chosen: day == sheet.date,
        blocks: Vec::new(),
        more: None,
    }
}

/// `23`.
fn number(day: NaiveDate) -> String {
    day.format("%-d").to_string()
}

/// Whether most people do not work on that day.
pub(super) fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

/// When something new on that day starts and ends: the next full hour today, else nine.
pub(super) fn suggestion(
    wording: &Words,
    day: NaiveDate,
) -> (chrono::NaiveDateTime, chrono::NaiveDateTime) {
    let hour = TimeDelta::hours(1);
    let now = wording.now();
    let full = now.date().and_time(NaiveTime::from_hms_opt(now.hour(), 0, 0).unwrap_or_default());
    let start = if (full + hour).date() == day {
        full + hour
    } else {
        day.and_time(NaiveTime::from_hms_opt(9, 0, 0).unwrap_or_default())
    };
    (start, start + wording.event_length())
}
