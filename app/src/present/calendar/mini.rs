//! The month to find one's way by.

use chrono::{Datelike, Days, NaiveDate};
use server::words::Words;

use super::cells::Sheet;
use super::entry::Entry;
use crate::texts;
use crate::view::calendar::address::{View, of};
use crate::view::calendar::{LinkView, MiniDayView, MiniView, MiniWeekView};

/// The weeks that hold the month of `date`, as their first days.
pub(super) fn weeks(wording: &Words, date: NaiveDate) -> Vec<NaiveDate> {
    let first = wording.week_of(date.with_day(1).unwrap_or(date));
    (0..6)
        .filter_map(|week| first.checked_add_days(Days::new(7 * week)))
        .filter(|week| *week <= date || week.month() == date.month())
        .collect()
}

/// The seven days from `first` on.
pub(super) fn days_of(first: NaiveDate) -> Vec<NaiveDate> {
    (0..7).filter_map(|day| first.checked_add_days(Days::new(day))).collect()
}

/// Draws the month of the page's date; `shown` are the days that the page shows.
pub(super) fn draw(
    sheet: Sheet<'_>,
    shown: &[NaiveDate],
    entries: &[Entry],
    numbers: bool,
) -> MiniView {
    let weeks = weeks(sheet.wording, sheet.date);
    let weekdays = weeks.first().copied().map(days_of).unwrap_or_default();
    let step = |date: NaiveDate, label: &str| LinkView {
        label: label.to_owned(),
        href: of(sheet.view, date),
        ..LinkView::default()
    };
    MiniView {
        title: sheet.date.format("%B %Y").to_string(),
        previous: step(View::Month.before(sheet.date), texts::calendar::MONTH_BACK),
        next: step(View::Month.after(sheet.date), texts::calendar::MONTH_ON),
        weekdays: weekdays
            .iter()
            .map(|day| {
                let name = day.format("%A").to_string();
                (name.chars().take(1).collect(), name)
            })
            .collect(),
        weeks: weeks
            .into_iter()
            .map(|first| MiniWeekView {
                number: if numbers { number(first) } else { String::new() },
                days: days_of(first)
                    .into_iter()
                    .map(|date| day(sheet, date, shown, entries))
                    .collect(),
            })
            .collect(),
    }
}

/// The number of the week that begins on a day (ISO 8601: that of its Thursday).
pub(super) fn number(first: NaiveDate) -> String {
    let thursday = days_of(first).into_iter().find(|day| day.weekday() == chrono::Weekday::Thu);
    thursday.unwrap_or(first).iso_week().week().to_string()
}

fn day(sheet: Sheet<'_>, date: NaiveDate, shown: &[NaiveDate], entries: &[Entry]) -> MiniDayView {
    let marked = entries.iter().any(|entry| entry.span.touches(date));
    let full = sheet.wording.long(date);
    MiniDayView {
        number: date.format("%-d").to_string(),
        full: if marked { texts::calendar::something_planned(&full) } else { full },
        href: of(sheet.view, date),
        marked,
        today: date == sheet.wording.today,
        shown: shown.contains(&date),
        outside: date.month() != sheet.date.month(),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn weeks_are_numbered_by_their_thursday() {
        let number = |text: &str| super::number(text.parse().expect("a date"));
        // Weeks from Monday, and from Sunday.
        assert_eq!(number("2026-11-23"), "48");
        assert_eq!(number("2026-12-28"), "53");
        assert_eq!(number("2026-12-27"), "53");
        assert_eq!(number("2027-01-04"), "1");
    }
}
