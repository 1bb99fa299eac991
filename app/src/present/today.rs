//! The dashboard.

use chrono::Days;
use domain::agenda::Agenda;
use domain::event::Event;
use domain::history::{Door, HistoryFilter};
use domain::input::Field;
use domain::task::Task;
use domain::time::Moment;
use server::context::Context;
use server::error::Error;
use server::operations::call;
use server::operations::history::RecentChanges;

use super::{calendar, day_line, money, row};
use crate::texts;
use crate::view::calendar::DayView;
use crate::view::money::MonthView;
use crate::view::row::TaskView;
use crate::view::today::{ChangeView, Leaf, NextView, TodayView};
use server::words::Words;

/// How many days the page knows of, today included.
const DAYS: u32 = 8;
/// How many of the assistant's changes are shown.
const CHANGES: usize = 5;

/// The day on the dashboard.
pub(crate) async fn page(context: &Context) -> Result<TodayView, Error> {
    let wording = Words::of(context);
    let today = wording.today;
    let agenda = calendar::agenda(context, today, DAYS).await?;
    let month = money::this_month(context).await?;
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
        summary: summary(day.events.len(), due.len(), overdue.len(), &month),
        next: next(&wording, &agenda.events),
        all_day: day.events.into_iter().filter(|event| event.all_day).collect(),
        line: day_line::draw(&wording, today, &agenda.events, &tasks),
        overdue: views(&wording, overdue),
        due: views(&wording, due),
        undated: views(&wording, &agenda.undated),
        ahead: ahead(&wording, &agenda, &tasks),
    })
}

fn views<'a>(wording: &Words, tasks: impl IntoIterator<Item = &'a Task>) -> Vec<TaskView> {
    tasks.into_iter().map(|task| row::task(wording, task)).collect()
}

/// The days after today that hold something.
fn ahead(wording: &Words, agenda: &Agenda, tasks: &[&Task]) -> Vec<DayView> {
    (1..u64::from(DAYS))
        .filter_map(|index| wording.today.checked_add_days(Days::new(index)))
        .map(|date| calendar::day(wording, date, &agenda.events, tasks))
        .filter(|day| !day.events.is_empty() || !day.tasks.is_empty())
        .collect()
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

/// What the assistant did lately.
pub(crate) async fn changes(context: &Context) -> Result<Vec<ChangeView>, Error> {
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

/// `Three events, two things due, one overdue, €214.00 spent in November.`
fn summary(events: usize, due: usize, overdue: usize, month: &MonthView) -> String {
    let mut parts = vec![texts::today::events(events)];
    if due > 0 {
        parts.push(texts::today::due(due));
    }
    if overdue > 0 {
        parts.push(texts::today::overdue(overdue));
    }
    if !month.budget.left.is_empty() {
        parts.push(texts::today::left_for(&month.budget.left, &month.name));
    } else if month.shares.iter().any(|share| !share.part.is_empty()) {
        parts.push(texts::today::spent_in(&month.total, &month.name));
    }
    texts::today::summary(&parts)
}
