//! The calendar: what is read, and which view draws it.

mod address;
mod cells;
mod day;
mod entry;
mod grid;
mod lanes;
mod mini;
mod month;
mod span;

use chrono::{Datelike, Days, NaiveDate};
use domain::event::{Event, EventFilter};
use domain::input::Field;
use domain::task::{Task, TaskFilter};
use domain::time::When;
use server::context::Context;
use server::error::Error;
use server::operations::call;
use server::operations::events::ListEvents;
use server::operations::settings::ReadSettings;
use server::operations::tasks::ListTasks;
use server::words::Words;

use self::address::View;
use self::cells::Sheet;
pub(crate) use self::day::{agenda, day};
use self::entry::Entry;
use crate::view::calendar::{
    BodyView, CalendarView, DayView, LinkView, MonthGridView, WeekRowView,
};

/// The most pages of a thousand rows that are read for one page.
const PAGES: usize = 3;
/// The most rows of a day in a month.
const MONTH_ROWS: usize = 4;

/// The page of a view and a date (`2026-11-23`); this week where they say nothing.
pub(crate) async fn page(context: &Context, view: &str, date: &str) -> Result<CalendarView, Error> {
    let wording = Words::of(context);
    let view = View::named(view);
    // The years that a moment can have; a page further out would have none to go to.
    let date: Option<NaiveDate> = date.parse().ok();
    let date = date.filter(|date| (1901..2200).contains(&date.year())).unwrap_or(wording.today);
    let sheet = Sheet { wording: &wording, view, date };
    let days = days(&wording, view, date);
    let around: Vec<NaiveDate> =
        mini::weeks(&wording, date).into_iter().flat_map(mini::days_of).collect();
    let first = days.iter().chain(&around).min().copied().unwrap_or(date);
    let last = days.iter().chain(&around).max().copied().unwrap_or(date);
    let (events, tasks) = rows(context, first, last).await?;
    let mut entries: Vec<Entry> = events
        .iter()
        .map(|event| Entry::event(&wording, event))
        .chain(tasks.iter().filter_map(|task| Entry::task(&wording, task)))
        .collect();
    entries.sort_by_cached_key(Entry::order);
    let list =
        |day: NaiveDate| self::day(&wording, day, &events, &tasks.iter().collect::<Vec<_>>());
    let body = match view {
        View::Week | View::Day => {
            let settings = call::<ReadSettings>(context, ()).await?.value;
            let work = (settings.work_from.0, settings.work_until.0);
            BodyView::Time(grid::draw(sheet, &days, &entries, work))
        }
        View::Month => BodyView::Month(month_grid(sheet, &days, &entries, list(date))),
        View::Agenda => BodyView::Agenda(
            days.iter()
                .map(|day| in_agenda(*day, list(*day)))
                .filter(|day| day.today || !day.events.is_empty() || !day.tasks.is_empty())
                .collect(),
        ),
    };
    let (start, end) = cells::suggestion(
        &wording,
        if days.contains(&wording.today) && view != View::Month { wording.today } else { date },
    );
    Ok(CalendarView {
        view: view.name().to_owned(),
        date: date.to_string(),
        title: title(sheet, &days),
        note: note(sheet, &days),
        previous: step(view, view.before(date), "Previous", "ArrowLeft"),
        today: LinkView {
            label: "Today".to_owned(),
            key: "t".to_owned(),
            href: format!("/calendar?view={}", view.name()),
            current: is_current(sheet, &days),
        },
        next: step(view, view.after(date), "Next", "ArrowRight"),
        views: View::ALL.into_iter().map(|other| switch(other, view, date)).collect(),
        add: address::add(view, date, start, end),
        mini: mini::draw(sheet, &days, &entries, true),
        body,
    })
}

/// The days that a view shows.
fn days(wording: &Words, view: View, date: NaiveDate) -> Vec<NaiveDate> {
    match view {
        View::Month => mini::weeks(wording, date).into_iter().flat_map(mini::days_of).collect(),
        View::Week => mini::days_of(wording.week_of(date)),
        View::Day => vec![date],
        View::Agenda => (0..address::AGENDA_DAYS)
            .filter_map(|day| date.checked_add_days(Days::new(day)))
            .collect(),
    }
}

/// Whether today is what the page is about.
fn is_current(sheet: Sheet<'_>, days: &[NaiveDate]) -> bool {
    let today = sheet.wording.today;
    match sheet.view {
        View::Month => (today.year(), today.month()) == (sheet.date.year(), sheet.date.month()),
        View::Week => days.contains(&today),
        View::Day | View::Agenda => sheet.date == today,
    }
}

fn title(sheet: Sheet<'_>, days: &[NaiveDate]) -> String {
    match (sheet.view, days.first(), days.last()) {
        (View::Week | View::Agenda, Some(first), Some(last)) => sheet.wording.range(*first, *last),
        (View::Day, ..) => sheet.wording.long(sheet.date),
        _ => sheet.date.format("%B %Y").to_string(),
    }
}

fn note(sheet: Sheet<'_>, days: &[NaiveDate]) -> String {
    match (sheet.view, days.first()) {
        (View::Week, Some(first)) => format!("Week {}", mini::number(*first)),
        (View::Day, _) => {
            let day = sheet.wording.day(sheet.date);
            if day == sheet.wording.short(sheet.date) { String::new() } else { day }
        }
        _ => String::new(),
    }
}

fn step(view: View, date: NaiveDate, word: &str, key: &str) -> LinkView {
    LinkView {
        label: format!("{word} {}", view.step()),
        key: key.to_owned(),
        href: address::of(view, date),
        current: false,
    }
}

fn switch(other: View, view: View, date: NaiveDate) -> LinkView {
    LinkView {
        label: other.label().to_owned(),
        key: other.key().to_owned(),
        href: address::of(other, date),
        current: other == view,
    }
}

fn month_grid(
    sheet: Sheet<'_>,
    days: &[NaiveDate],
    entries: &[Entry],
    day: DayView,
) -> MonthGridView {
    let entries: Vec<&Entry> = entries.iter().collect();
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
                WeekRowView {
                    number: week.first().copied().map(mini::number).unwrap_or_default(),
                    cells,
                }
            })
            .collect(),
        day,
    }
}

/// A day among those of other months.
fn in_agenda(date: NaiveDate, day: DayView) -> DayView {
    if day.today {
        return day;
    }
    DayView { weekday: date.format("%a, %b").to_string(), ..day }
}

/// Events that touch the days, and tasks due on them.
async fn rows(
    context: &Context,
    first: NaiveDate,
    last: NaiveDate,
) -> Result<(Vec<Event>, Vec<Task>), Error> {
    let end = last.checked_add_days(Days::new(1)).unwrap_or(last);
    let (from, to) = (Field::Value(When::Date(first)), Field::Value(When::Date(end)));
    let limit = Field::Value(1000);
    let mut filter = EventFilter { from, to, limit, ..EventFilter::default() };
    let mut events = Vec::new();
    for _ in 0..PAGES {
        let page = call::<ListEvents>(context, filter.clone()).await?.value;
        events.extend(page.items);
        let Some(next) = page.next else { break };
        filter.cursor = Field::Value(next);
    }
    let filter = TaskFilter {
        due_after: Field::Value(When::Date(first)),
        due_before: Field::Value(When::Date(end)),
        limit: Field::Value(1000),
        ..TaskFilter::default()
    };
    let tasks = call::<ListTasks>(context, filter).await?.value.items;
    Ok((events, tasks))
}
