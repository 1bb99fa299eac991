//! The calendar: what is read, and which view draws it.

mod address;
mod bars;
mod cells;
mod day;
mod entry;
mod grid;
mod heading;
mod lanes;
mod mini;
mod month;
mod rows;
mod span;

use chrono::{Datelike, Days, NaiveDate};
use domain::task::Task;
use server::context::Context;
use server::error::Error;
use server::operations::call;
use server::operations::settings::ReadSettings;
use server::words::Words;

use self::cells::Sheet;
pub(crate) use self::day::{agenda, day};
use self::entry::Entry;
use crate::present::input_time;
use crate::texts;
use crate::view::calendar::address::{AGENDA_DAYS, View, today};
use crate::view::calendar::{BodyView, CalendarView, DayView, LinkView};

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
    let settings = call::<ReadSettings>(context, ()).await?.value;
    let (events, tasks) = rows::read(context, first, last).await?;
    let mut entries: Vec<Entry> = events
        .iter()
        .map(|event| Entry::event(&wording, event))
        .chain(tasks.iter().filter_map(|task| Entry::task(&wording, task)))
        .collect();
    entries.sort_by_cached_key(Entry::order);
    let tasks: Vec<&Task> = tasks.iter().collect();
    let list = |day: NaiveDate| self::day(&wording, day, &events, &tasks);
    let body = match view {
        View::Week | View::Day => {
            let work = (settings.work_from.0, settings.work_until.0);
            BodyView::Time(grid::draw(sheet, &days, &entries, work))
        }
        View::Month => {
            BodyView::Month(month::draw(sheet, &days, &entries, list(date), settings.week_numbers))
        }
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
        current_date: wording.today.to_string(),
        customs: wording.customs().to_owned(),
        title: heading::title(sheet, &days),
        note: heading::note(sheet, &days, settings.week_numbers),
        previous: heading::previous(view, date),
        today: LinkView {
            label: texts::TODAY.to_owned(),
            key: "t".to_owned(),
            href: today(view),
            current: heading::is_current(sheet, &days),
        },
        next: heading::next(view, date),
        views: View::ALL.into_iter().map(|other| heading::switch(other, view, date)).collect(),
        add: address::add(view, date, start, end),
        start: input_time(start),
        end: input_time(end),
        mini: mini::draw(sheet, &days, &entries, settings.week_numbers),
        body,
    })
}

/// The days that a view shows.
fn days(wording: &Words, view: View, date: NaiveDate) -> Vec<NaiveDate> {
    match view {
        View::Month => mini::weeks(wording, date).into_iter().flat_map(mini::days_of).collect(),
        View::Week => mini::days_of(wording.week_of(date)),
        View::Day => vec![date],
        View::Agenda => {
            (0..AGENDA_DAYS).filter_map(|day| date.checked_add_days(Days::new(day))).collect()
        }
    }
}

/// A day among those of other months.
fn in_agenda(date: NaiveDate, day: DayView) -> DayView {
    if day.today {
        return day;
    }
    DayView { weekday: date.format("%a, %b").to_string(), ..day }
}
