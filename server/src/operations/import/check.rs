//! Whether the file could have been written by us. Rows pass the checks that they would by
//! hand, and the first that does not is named by its place: `events[3].title`.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Datelike, Utc};
use domain::Uuid;
use domain::budget::NewBudget;
use domain::event::{Event, NewEvent};
use domain::expense::NewExpense;
use domain::list::{LISTS_LIMIT, NewList};
use domain::saved_filter::NewSavedFilter;
use domain::task::{NewTask, Task};
use domain::validation::{TEXT_LIMIT, Validate};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::Document;
use crate::error::Error;
use crate::operations::tasks::check_filter;
use crate::operations::{Row, Scope};
use crate::{kept, repeat};

/// The most exceptions of one series, as by hand.
const EXCEPTIONS_LIMIT: usize = 400;
/// The longest message of a language model that is taken over, in characters.
const MESSAGE_LIMIT: usize = 200_000;
/// Beyond this a place in the order by hand has no neighbours.
const POSITION_LIMIT: i64 = 1 << 60;

/// Complaints about a row, with its place before them.
pub(super) fn placed(place: &str, error: Error) -> Error {
    match error {
        Error::Invalid(mut invalid) => {
            for wrong in &mut invalid.0 {
                wrong.field = format!("{place}.{}", wrong.field);
                wrong.message = format!("{}: {}", wrong.field, wrong.message);
            }
            Error::Invalid(invalid)
        }
        other => other,
    }
}

/// Checks everything.
///
/// # Errors
/// [`Error::Invalid`] about the first bad row.
pub(super) async fn check(scope: &Scope<'_>, document: &Document) -> Result<(), Error> {
    let zone = scope.zone();
    by_hand::<_, NewEvent>("events", &document.events)?;
    by_hand::<_, NewTask>("tasks", &document.tasks)?;
    by_hand::<_, NewList>("lists", &document.lists)?;
    by_hand::<_, NewSavedFilter>("filters", &document.filters)?;
    by_hand::<_, NewExpense>("expenses", &document.expenses)?;
    by_hand::<_, NewBudget>("budgets", &document.budgets)?;
    each("events", &document.events, |event| of_event(event, zone))?;
    each("tasks", &document.tasks, |task| {
        position(task.position)?;
        instants(&[Some(task.created_at), Some(task.updated_at), task.completed_at])?;
        rule(task.rrule.as_deref(), task.due_date, zone)
    })?;
    each("lists", &document.lists, |list| {
        position(list.position)?;
        instants(&[Some(list.created_at), Some(list.updated_at)])
    })?;
    each("filters", &document.filters, |filter| {
        position(filter.position)?;
        instants(&[Some(filter.created_at), Some(filter.updated_at)])
    })?;
    each("expenses", &document.expenses, |expense| {
        instants(&[Some(expense.created_at), Some(expense.updated_at), Some(expense.incurred_at)])?;
        let start = domain::time::Moment::Instant(expense.incurred_at);
        rule(expense.rrule.as_deref(), Some(start), zone)
    })?;
    each("budgets", &document.budgets, |budget| {
        instants(&[Some(budget.created_at), Some(budget.updated_at)])
    })?;
    for (at, filter) in document.filters.iter().enumerate() {
        let checked = check_filter(scope, &filter.filter).await;
        checked.map_err(|error| placed(&format!("filters[{at}]"), error))?;
    }
    for (name, count) in [("lists", document.lists.len()), ("filters", document.filters.len())] {
        if count as u64 > LISTS_LIMIT {
            return Err(Error::field(name, "There are more than 200."));
        }
    }
    parts(&document.tasks, document)?;
    said(document)
}

/// The checks of a row that is added by hand, which has the same fields.
fn by_hand<R, N>(name: &str, rows: &[R]) -> Result<(), Error>
where
    R: Row + Serialize,
    N: DeserializeOwned + Validate,
{
    each(name, rows, |row| {
        if row.version() < 1 {
            return Err(Error::field("version", "Must be 1 or more."));
        }
        let new: N = kept::read(&kept::write(row)?)?;
        new.validate().map(drop).map_err(Error::from)
    })
}

fn each<R>(name: &str, rows: &[R], check: impl Fn(&R) -> Result<(), Error>) -> Result<(), Error> {
    for (at, row) in rows.iter().enumerate() {
        check(row).map_err(|error| placed(&format!("{name}[{at}]"), error))?;
    }
    Ok(())
}

fn of_event(event: &Event, zone: chrono_tz::Tz) -> Result<(), Error> {
    let bad = |field: &str, message: &str| Err(Error::field(field, message));
    instants(&[Some(event.created_at), Some(event.updated_at)])?;
    instants(&[Some(event.start_time.stored()), Some(event.end_time.stored())])?;
    if event.time_zone.as_ref().is_some_and(|name| name.parse::<chrono_tz::Tz>().is_err()) {
        return bad("time_zone", "Must be a zone's name such as Europe/Berlin.");
    }
    let zone = repeat::zone_of(event, zone);
    rule(event.rrule.as_deref(), Some(event.start_time), zone)?;
    if event.exceptions.len() > EXCEPTIONS_LIMIT {
        return bad("exceptions", "There are more than 400.");
    }
    let mut handles = HashSet::new();
    for own in &event.exceptions {
        if event.rrule.is_none() || own.occurrence.is_date() != event.all_day {
            return bad("exceptions", "One is of no occurrence of the event.");
        }
        if !handles.insert(own.occurrence) {
            return bad("exceptions", "One is there twice.");
        }
        instants(&[Some(own.occurrence.stored())])?;
        if let Some((start, end)) = own.times {
            instants(&[Some(start.stored()), Some(end.stored())])?;
            if start.is_date() != end.is_date() || end < start {
                return bad("exceptions", "One ends before it begins.");
            }
        }
        for text in [&own.title, &own.description, &own.location].into_iter().flatten() {
            sound("exceptions", text, TEXT_LIMIT)?;
        }
    }
    Ok(())
}

fn rule(
    rule: Option<&str>,
    start: Option<domain::time::Moment>,
    zone: chrono_tz::Tz,
) -> Result<(), Error> {
    let Some((rule, start)) = rule.zip(start) else { return Ok(()) };
    repeat::check_text(rule, start, zone).map_err(|why| Error::field("rrule", why))
}

fn position(position: i64) -> Result<(), Error> {
    if (-POSITION_LIMIT..=POSITION_LIMIT).contains(&position) {
        Ok(())
    } else {
        Err(Error::field("position", "Is too large a number."))
    }
}

/// What both databases can hold and sort.
fn instants(instants: &[Option<DateTime<Utc>>]) -> Result<(), Error> {
    let is_sound = |instant: &DateTime<Utc>| (1..=9999).contains(&instant.year());
    if instants.iter().flatten().all(is_sound) {
        Ok(())
    } else {
        Err(Error::field("created_at", "A time must be of the years 1 to 9999."))
    }
}

fn sound(field: &str, text: &str, limit: usize) -> Result<(), Error> {
    if text.contains('\0') || text.chars().count() > limit {
        return Err(Error::field(field, "A text is too long, or holds a character that is none."));
    }
    Ok(())
}

/// Subtasks and lists are in the file, and no subtask has parts of its own.
fn parts(tasks: &[Task], document: &Document) -> Result<(), Error> {
    let parents: HashMap<Uuid, Option<Uuid>> =
        tasks.iter().map(|task| (task.id, task.parent_id)).collect();
    let lists: HashSet<Uuid> = document.lists.iter().map(|list| list.id).collect();
    each("tasks", tasks, |task| {
        if task.list_id.is_some_and(|list| !lists.contains(&list)) {
            return Err(Error::field("list_id", "There is no such list."));
        }
        let Some(parent) = task.parent_id else { return Ok(()) };
        if parents.get(&parent) != Some(&None) {
            return Err(Error::field(
                "parent_id",
                "There is no such task, or it is a part itself.",
            ));
        }
        Ok(())
    })
}

fn said(document: &Document) -> Result<(), Error> {
    each("conversations", &document.conversations, |conversation| {
        let entry = &conversation.entry;
        sound("title", &entry.title, TEXT_LIMIT)?;
        instants(&[Some(entry.created_at), Some(entry.updated_at)])?;
        for (at, message) in conversation.messages.iter().enumerate() {
            let texts = [&message.failure, &message.interpreter, &message.model];
            let checked = sound("text", &message.text, MESSAGE_LIMIT)
                .and_then(|()| instants(&[Some(message.created_at)]))
                .and_then(|()| {
                    let mut texts = texts.into_iter().flatten();
                    texts.try_for_each(|text| sound("text", text, TEXT_LIMIT))
                });
            checked.map_err(|error| placed(&format!("messages[{at}]"), error))?;
        }
        Ok(())
    })
}
