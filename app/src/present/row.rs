//! Single rows.

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, SecondsFormat};
use domain::event::Event;
use domain::expense::Expense;
use domain::history::Item;
use domain::repeat::RepeatFrom;
use domain::task::Task;
use domain::time::Moment;

use super::{input_time, repeat};
use crate::texts;
use crate::view::money::hue;
use crate::view::row::{EventView, ExpenseView, TaskView};
use server::words::Words;

/// Start and end of an event on the person's clock; all-day ones from midnight
/// to midnight.
pub(crate) fn span(wording: &Words, event: &Event) -> (NaiveDateTime, NaiveDateTime) {
    let local = |moment: Moment| match moment {
        Moment::Date(date) => date.and_time(NaiveTime::MIN),
        Moment::Instant(instant) => wording.local(instant),
    };
    (local(event.start_time), local(event.end_time))
}

/// The last day that an event touches.
pub(crate) fn last_day(start: NaiveDateTime, end: NaiveDateTime) -> NaiveDate {
    if end > start && end.time() == NaiveTime::MIN {
        end.date().checked_sub_days(Days::new(1)).unwrap_or(start.date())
    } else {
        end.date()
    }
}

/// An event as it is shown on `day`, where hours of other days are named with their date.
pub(crate) fn event(wording: &Words, event: &Event, day: NaiveDate) -> EventView {
    let (start, end) = span(wording, event);
    let last = last_day(start, end);
    EventView {
        id: event.id.to_string(),
        title: event.title.clone(),
        description: event.description.clone().unwrap_or_default(),
        location: event.location.clone().unwrap_or_default(),
        hours: hours(wording, event, day),
        full: full(wording, event),
        start: input_time(start),
        end: if event.all_day { input_time(last.and_time(end.time())) } else { input_time(end) },
        all_day: event.all_day,
        repeats: wording.event_repeats(event).unwrap_or_default(),
        occurrence: event.occurrence.map(handle).unwrap_or_default(),
        past: end <= wording.now(),
    }
}

/// An occurrence as operations take it back.
pub(crate) fn handle(occurrence: Moment) -> String {
    match occurrence {
        Moment::Date(date) => date.to_string(),
        Moment::Instant(instant) => instant.to_rfc3339_opts(SecondsFormat::AutoSi, true),
    }
}

fn hours(wording: &Words, event: &Event, day: NaiveDate) -> String {
    let (start, end) = span(wording, event);
    let last = last_day(start, end);
    let side = |local: NaiveDateTime| {
        let time = wording.time(local.time());
        if local.date() == day { time } else { format!("{} {time}", wording.short(local.date())) }
    };
    match (event.all_day, last == start.date()) {
        (true, true) => texts::ALL_DAY.to_owned(),
        (true, false) => format!("{} – {}", wording.short(start.date()), wording.short(last)),
        (false, _) if start == end => side(start),
        (false, true) if start.date() == day => {
            format!("{}–{}", wording.time(start.time()), wording.time(end.time()))
        }
        (false, _) => format!("{} – {}", side(start), side(end)),
    }
}

/// Day and hours in full.
pub(crate) fn full(wording: &Words, event: &Event) -> String {
    let (start, end) = span(wording, event);
    let last = last_day(start, end);
    match (event.all_day, last == start.date()) {
        (true, true) => texts::row::all_day(&wording.long(start.date())),
        (true, false) => texts::row::from_to(&wording.long(start.date()), &wording.long(last)),
        (false, true) => texts::row::from_to(
            &wording.moment_in_full(event.start_time),
            &wording.time(end.time()),
        ),
        (false, false) => texts::row::from_to(
            &wording.moment_in_full(event.start_time),
            &wording.moment_in_full(event.end_time),
        ),
    }
}

/// Whether an open task's deadline has passed.
pub(crate) fn is_overdue(wording: &Words, task: &Task) -> bool {
    !task.is_complete
        && task.due_date.is_some_and(|due| match due {
            Moment::Date(date) => date < wording.today,
            Moment::Instant(instant) => wording.local(instant) < wording.now(),
        })
}

/// A task.
pub(crate) fn task(wording: &Words, task: &Task) -> TaskView {
    let due_time = match task.due_date {
        Some(Moment::Instant(instant)) => wording.local(instant).format("%H:%M").to_string(),
        Some(Moment::Date(_)) | None => String::new(),
    };
    TaskView {
        id: task.id.to_string(),
        title: task.title.clone(),
        notes: task.notes.clone().unwrap_or_default(),
        done: task.is_complete,
        due: task.due_date.map(|due| wording.moment(due)).unwrap_or_default(),
        due_full: task.due_date.map(|due| wording.moment_in_full(due)).unwrap_or_default(),
        due_date: task.due_date.map(|due| wording.date(due).to_string()).unwrap_or_default(),
        due_time,
        overdue: is_overdue(wording, task),
        repeats: wording.task_repeats(task).unwrap_or_default(),
        priority: task.priority.name().to_owned(),
        repeat: repeat::fields(
            wording,
            task.rrule.as_deref(),
            task.due_date.map(|due| wording.date(due)),
            wording.zone(),
        ),
        from_completion: task.repeat_from == Some(RepeatFrom::Completion),
        due_words: task.due_date.map(|due| due_words(wording, due)).unwrap_or_default(),
        list: task.list_id.map(|list| list.to_string()).unwrap_or_default(),
        labels: task.labels.iter().map(str::to_owned).collect(),
        estimate: task.estimate_minutes.map(texts::row::estimate).unwrap_or_default(),
        ..TaskView::default()
    }
}

/// A deadline in words that the reader reads as the same again.
fn due_words(wording: &Words, due: Moment) -> String {
    let day = wording.short(wording.date(due));
    match due {
        Moment::Date(_) => day,
        Moment::Instant(instant) => {
            format!("{day} {}", wording.time(wording.local(instant).time()))
        }
    }
}

/// An expense.
pub(crate) fn expense(wording: &Words, expense: &Expense) -> ExpenseView {
    let date = wording.local(expense.incurred_at).date();
    // A field that holds another currency than the person's must say so.
    let amount_input = if expense.currency == wording.currency() {
        expense.amount.to_string()
    } else {
        format!("{} {}", expense.amount, expense.currency)
    };
    ExpenseView {
        id: expense.id.to_string(),
        amount: wording.amount(expense.amount, expense.currency),
        amount_input,
        category: expense.category.clone(),
        hue: hue(&expense.category),
        description: expense.description.clone().unwrap_or_default(),
        notes: expense.notes.clone().unwrap_or_default(),
        day: wording.day(date),
        repeats: wording.expense_repeats(expense).unwrap_or_default(),
        date: date.to_string(),
        full: wording.long(date),
        repeat: repeat::fields(wording, expense.rrule.as_deref(), Some(date), wording.zone()),
    }
}

/// When and how much, after the row's name: `tomorrow (Mon 23 Nov), 13:00–14:00`.
pub(crate) fn detail(wording: &Words, item: &Item) -> String {
    match item {
        Item::Event(row) => {
            let (start, end) = span(wording, row);
            let day = wording.exactly(start.date());
            let hours = hours(wording, row, start.date());
            match (row.all_day, last_day(start, end) == start.date()) {
                (true, true) => texts::row::all_day(&day),
                (true, false) => hours,
                (false, _) => texts::row::hours_on(&day, &hours),
            }
        }
        Item::Task(row) => match row.due_date {
            None => texts::row::NO_DEADLINE.to_owned(),
            Some(Moment::Date(date)) => texts::row::due(&wording.exactly(date)),
            Some(Moment::Instant(instant)) => {
                let local = wording.local(instant);
                let day = wording.exactly(local.date());
                texts::row::due_at(&day, &wording.time(local.time()))
            }
        },
        Item::Expense(row) => {
            let day = wording.exactly(wording.local(row.incurred_at).date());
            let amount = wording.amount(row.amount, row.currency);
            if row.description.is_some() {
                format!("{amount}, {}, {day}", row.category)
            } else {
                format!("{amount}, {day}")
            }
        }
        Item::Budget(row) => wording.budget(row),
        Item::List(_) => "list".to_owned(),
        Item::Filter(row) => row.filter.clone(),
    }
}
