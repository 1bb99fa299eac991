//! Weeks below each other.

use chrono::{Datelike, NaiveDate};

use super::cells::{self, Sheet};
use super::entry::Entry;
use super::mini;
use crate::view::calendar::{DayView, MonthGridView, WeekRowView};

/// The most rows of a day in a month.
const MONTH_ROWS: usize = 4;

/// Draws some whole weeks; `day` is the one that the page is about.
pub(super) fn draw(
    sheet: Sheet<'_>,
    days: &[NaiveDate],
    entries: &[Entry],
    day: DayView,
    numbers: bool,
) -> MonthGridView {
    let entries: Vec<&Entry> = entries.iter().collect();
    let number = |week: &[NaiveDate]| {
        week.first().filter(|_| numbers).copied().map(mini::number).unwrap_or_default()
    };
    let weekdays = days.iter().take(7);
    MonthGridView {
        weekdays: weekdays
            .map(|day| (day.format("%a").to_string(), day.format("%A").to_string()))
            .collect(),
        weeks: days
            .chunks(7)
            .map(|week| {
                let (mut cells, _) = cells::cells(sheet, week, &entries, MONTH_ROWS);
                for (cell, day) in cells.iter_mut().zip(week) {
                    cell.outside = day.month() != sheet.date.month();
                    if day.day() == 1 {
                        cell.number = day.format("%-d %b").to_string();
                    }
                }
                WeekRowView { number: number(week), cells }
            })
            .collect(),
        day,
    }
}
