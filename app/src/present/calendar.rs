//! Days and weeks.

use chrono::{Days, NaiveDate, NaiveTime, TimeDelta, Timelike};
use domain::agenda::{Agenda, AgendaFilter};
use domain::event::Event;
use domain::input::Field;
use domain::task::Task;
use domain::time::When;
use server::context::Context;
use server::error::Error;
use server::operations::agenda::UpcomingAgenda;
use server::operations::call;

use super::input_time;
use super::row;
use crate::view::calendar::{DayView, WeekView};
use server::words::Words;

/// What lies within some days from `first` on.
pub(crate) async fn agenda(
    context: &Context,
    first: NaiveDate,
    days: u32,
) -> Result<Agenda, Error> {
    let filter = AgendaFilter { from: Field::Value(When::Date(first)), days: Field::Value(days) };
    Ok(call::<UpcomingAgenda>(context, filter).await?.value)
}

/// One day with the events that touch it and the tasks due on it.
pub(crate) fn day(wording: &Words, date: NaiveDate, events: &[Event], tasks: &[&Task]) -> DayView {
    let touches = |event: &&Event| {
        let (start, end) = row::span(wording, event);
        start.date() <= date && date <= row::last_day(start, end)
    };
    let due_on = |task: &&&Task| task.due_date.is_some_and(|due| wording.date(due) == date);
    let mut shown: Vec<&Event> = events.iter().filter(touches).collect();
    shown.sort_by_key(|event| (!event.all_day, row::span(wording, event).0));
    DayView {
        iso: date.to_string(),
        number: date.format("%-d").to_string(),
        weekday: date.format("%a").to_string(),
        name: wording.day(date),
        full: wording.long(date),
        today: date == wording.today,
        events: shown.into_iter().map(|event| row::event(wording, event, date)).collect(),
        tasks: tasks.iter().filter(due_on).map(|task| row::task(wording, task)).collect(),
    }
}

/// The week that holds `date`.
pub(crate) async fn week(context: &Context, date: NaiveDate) -> Result<WeekView, Error> {
    let wording = Words::of(context);
    let first = wording.week_of(date);
    let after = |days: u64| first.checked_add_days(Days::new(days)).unwrap_or(first);
    let agenda = agenda(context, first, 7).await?;
    let tasks: Vec<&Task> = agenda.overdue.iter().chain(&agenda.due).collect();
    let (suggested_start, suggested_end) = suggestion(&wording, first, after(7));
    Ok(WeekView {
        title: wording.range(first, after(6)),
        previous: first.checked_sub_days(Days::new(7)).unwrap_or(first).to_string(),
        next: after(7).to_string(),
        current: (first..after(7)).contains(&wording.today),
        days: (0..7).map(|index| day(&wording, after(index), &agenda.events, &tasks)).collect(),
        suggested_start,
        suggested_end,
    })
}

/// The next full hour, if the week holds it; else nine o'clock on its first day.
fn suggestion(wording: &Words, first: NaiveDate, end: NaiveDate) -> (String, String) {
    let hour = TimeDelta::hours(1);
    let now = wording.now();
    let full = now.date().and_time(NaiveTime::from_hms_opt(now.hour(), 0, 0).unwrap_or_default());
    let start = if (first..end).contains(&(full + hour).date()) {
        full + hour
    } else {
        first.and_time(NaiveTime::from_hms_opt(9, 0, 0).unwrap_or_default())
    };
    (input_time(start), input_time(start + hour))
}
