//! A day as a list.

use chrono::NaiveDate;
use domain::agenda::{Agenda, AgendaFilter};
use domain::event::Event;
use domain::input::Field;
use domain::task::Task;
use domain::time::When;
use server::context::Context;
use server::error::Error;
use server::operations::agenda::UpcomingAgenda;
use server::operations::call;

use crate::present::row;
use crate::texts;
use crate::view::calendar::DayView;
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
        weekday: if date == wording.today {
            texts::TODAY.to_owned()
        } else {
            date.format("%a").to_string()
        },
        name: wording.day(date),
        full: wording.long(date),
        today: date == wording.today,
        events: shown.into_iter().map(|event| row::event(wording, event, date)).collect(),
        tasks: tasks.iter().filter(due_on).map(|task| row::task(wording, task)).collect(),
    }
}
