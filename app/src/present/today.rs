//! The dashboard.

use chrono::Days;
use domain::agenda::Agenda;
use domain::event::Event;
use domain::history::{Door, HistoryFilter};
use domain::input::Field;
use domain::task::Task;
use domain::time::Moment;
use futures::future::try_join;
use server::context::Context;
use server::error::Error;
use server::operations::call;
use server::operations::history::RecentChanges;

use super::money::this_month;
use super::{calendar, day_line, row};
use crate::texts;
use crate::view::calendar::DayView;
use crate::view::row::TaskView;
use crate::view::today::{ChangeView, Leaf, MarginView, NextView, TodayView};
use server::words::Words;

/// How many days the page knows of, today included.
const DAYS: u32 = 8;
/// How much of one group is shown: a day at a glance, not the calendar and the list of tasks, which
/// are one step away. Without an end, whoever plans much would be sent a page of hundreds of rows.
const SHOWN: usize = 10;
/// How much of a day to come is shown.
const SHOWN_AHEAD: usize = 5;
/// How many of the assistant's changes are shown.
const CHANGES: usize = 5;

/// The day on the dashboard.
pub(crate) async fn page(context: &Context) -> Result<TodayView, Error> {
    let wording = Words::of(context);
    let today = wording.today;
    let agenda = calendar::agenda(context, today, DAYS).await?;
    let tasks: Vec<&Task> = agenda.overdue.iter().chain(&agenda.due).collect();
    let (overdue, rest): (Vec<&Task>, Vec<&Task>) =
        tasks.iter().partition(|task| row::is_overdue(&wording, task));
    let due: Vec<&Task> = rest
        .into_iter()
        .filter(|task| task.due_date.is_some_and(|due| wording.date(due) <= today))
        .collect();
    let day = calendar::day(&wording, today, &agenda.events, &[]);
    Ok(TodayView {
        leaf: Leaf {
            weekday: today.format("%A").to_string(),
            day: today.format("%-d").to_string(),
            month: today.format("%B %Y").to_string(),
            iso: today.to_string(),
        },
        summary: summary(day.events.len(), due.len(), overdue.len()),
        next: next(&wording, &agenda.events),
        all_day: day.events.into_iter().filter(|event| event.all_day).collect(),
        line: day_line::draw(&wording, today, &agenda.events, &tasks),
        overdue_title: title(texts::OVERDUE, overdue.len()),
        overdue: views(&wording, overdue.into_iter().take(SHOWN)),
        due_title: title(texts::today::DUE_TODAY, due.len()),
        due: views(&wording, due.into_iter().take(SHOWN)),
        undated: views(&wording, &agenda.undated),
        ahead: ahead(&wording, &agenda, &tasks),
    })
}

fn views<'a>(wording: &Words, tasks: impl IntoIterator<Item = &'a Task>) -> Vec<TaskView> {
    tasks.into_iter().map(|task| row::task(wording, task)).collect()
}

/// The title of a group, with how much of it is shown if that is not all.
fn title(name: &str, all: usize) -> String {
    if all > SHOWN { texts::today::some_of(name, SHOWN, all) } else { name.to_owned() }
}

/// The days after today that hold something.
fn ahead(wording: &Words, agenda: &Agenda, tasks: &[&Task]) -> Vec<DayView> {
    (1..u64::from(DAYS))
        .filter_map(|index| wording.today.checked_add_days(Days::new(index)))
        .map(|date| calendar::day(wording, date, &agenda.events, tasks))
        .filter(|day| !day.events.is_empty() || !day.tasks.is_empty())
        .map(briefly)
        .collect()
}

/// The beginning of a day: what is planned before what is due.
fn briefly(mut day: DayView) -> DayView {
    let all = day.events.len() + day.tasks.len();
    if all > SHOWN_AHEAD {
        day.events.truncate(SHOWN_AHEAD);
        day.tasks.truncate(SHOWN_AHEAD - day.events.len());
        day.name = texts::today::some_of(&day.name, SHOWN_AHEAD, all);
    }
    day
}

/// The event that begins next; what fills whole days is there already.
fn next(wording: &Words, events: &[Event]) -> Option<NextView> {
    let (start, event) = events
        .iter()
        .filter_map(|event| match event.start_time {
            Moment::Instant(start) if start > wording.instant() => Some((start, event)),
            Moment::Instant(_) | Moment::Date(_) => None,
        })
        .min_by_key(|(start, _)| *start)?;
    let date = wording.local(start).date();
    Some(NextView {
        event: row::event(wording, event, date),
        date: date.to_string(),
        day: if date == wording.today { String::new() } else { wording.day(date) },
        seconds: (start - wording.instant()).num_seconds(),
    })
}

/// What stands beside the day.
pub(crate) async fn margin(context: &Context) -> Result<MarginView, Error> {
    let (month, changes) = try_join(this_month(context), changes(context)).await?;
    Ok(MarginView { month, changes })
}

/// What the assistant did lately.
async fn changes(context: &Context) -> Result<Vec<ChangeView>, Error> {
    let wording = Words::of(context);
    let filter = HistoryFilter { limit: Field::Value(50) };
    let recent = call::<RecentChanges>(context, filter).await?.value;
    Ok(recent
        .into_iter()
        .filter(|entry| entry.door == Door::Chat)
        .take(CHANGES)
        .map(|entry| ChangeView {
            undo: entry.undo.to_string(),
            summary: entry.summary,
            when: wording.moment(Moment::Instant(entry.created_at)),
            undone: entry.undone,
        })
        .collect())
}

/// `Three events, two things due, one overdue.`
fn summary(events: usize, due: usize, overdue: usize) -> String {
    let mut parts = vec![texts::today::events(events)];
    if due > 0 {
        parts.push(texts::today::due(due));
    }
    if overdue > 0 {
        parts.push(texts::today::overdue(overdue));
    }
    texts::today::summary(&parts)
}
