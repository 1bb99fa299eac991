//! Subtasks: where a task belongs, and what happens to its parts with it.

use chrono::NaiveDate;
use domain::Uuid;
use domain::bulk::Shift;
use domain::list::TaskList;
use domain::task::Task;
use domain::time::Moment;
use domain::validation::Change;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};

use super::update::set_complete;
use crate::entity::tasks::{Column, Entity};
use crate::error::Error;
use crate::operations::moving::shifted;
use crate::operations::{Row, Scope};
use crate::zone;

/// Puts a task into a list or below another task. Into a list, a subtask goes as a task of its
/// own; a subtask that leaves its task stays in that one's list.
///
/// # Errors
/// A bad field when there is no such list or task, or it cannot have parts.
pub(in crate::operations) async fn belong(
    scope: &Scope<'_>,
    task: &mut Task,
    list: Change<Option<Uuid>>,
    parent: Change<Option<Uuid>>,
) -> Result<(), Error> {
    let leaves = matches!(parent, Change::Set(None)) && list == Change::Keep;
    if leaves && let Some(parent) = task.parent_id {
        task.list_id = scope.look_up::<Task>(parent).await?.and_then(|parent| parent.list_id);
        task.parent_id = None;
    }
    match parent {
        Change::Keep => {}
        Change::Set(None) => task.parent_id = None,
        Change::Set(Some(parent)) => {
            check_parent(scope, task.id, parent).await?;
            (task.parent_id, task.list_id) = (Some(parent), None);
        }
    }
    match list {
        Change::Set(Some(list)) => {
            if scope.look_up::<TaskList>(list).await?.is_none() {
                return Err(Error::field("list_id", "There is no such list."));
            }
            (task.list_id, task.parent_id) = (Some(list), None);
        }
        Change::Set(None) => task.list_id = None,
        Change::Keep => {}
    }
    Ok(())
}

/// One level of subtasks is enough for people.
async fn check_parent(scope: &Scope<'_>, task: Uuid, parent: Uuid) -> Result<(), Error> {
    let bad = |message: &str| Err(Error::field("parent_id", message));
    if parent == task {
        return bad("A task is no part of itself.");
    }
    match scope.look_up::<Task>(parent).await? {
        None => return bad("There is no such task."),
        Some(parent) if parent.parent_id.is_some() => {
            return bad("That one is a subtask, and subtasks have none of their own.");
        }
        Some(_) => {}
    }
    if !parts(scope, task).await?.is_empty() {
        return bad("It has subtasks, so it cannot become one.");
    }
    Ok(())
}

/// The subtasks of a task, as the person put them; held until the transaction ends.
pub(in crate::operations) async fn parts(
    scope: &Scope<'_>,
    task: Uuid,
) -> Result<Vec<Task>, Error> {
    let mut select = scope
        .own::<Entity>()
        .filter(Column::ParentId.eq(task))
        .order_by_asc(Column::Position)
        .order_by_asc(Column::Id);
    if scope.writes() {
        select = select.lock_exclusive();
    }
    select.all(scope.database()).await?.into_iter().map(Task::from_model).collect()
}

/// Completes those that are open. They begin no next ones: what follows a task that repeats has
/// copies of them.
pub(super) async fn complete(scope: &mut Scope<'_>, parts: Vec<Task>) -> Result<(), Error> {
    for before in parts.into_iter().filter(|part| !part.is_complete) {
        let mut part = before.clone();
        set_complete(scope, &mut part, true);
        (part.rrule, part.repeat_from) = (None, None);
        scope.update(before, part).await?;
    }
    Ok(())
}

/// Adds open copies of a done task's parts to the one that follows it, as many days later as that
/// one is.
pub(super) async fn renew(
    scope: &mut Scope<'_>,
    parts: &[Task],
    done: &Task,
    next: &Task,
) -> Result<(), Error> {
    let day = |task: &Task| -> Option<NaiveDate> {
        task.due_date.map(|due| match due {
            Moment::Date(date) => date,
            Moment::Instant(instant) => zone::date_of(scope.zone(), instant),
        })
    };
    let later = day(next).zip(day(done)).map(|(next, done)| (next - done).num_days());
    let zone = scope.zone();
    let mut copies = Vec::with_capacity(parts.len());
    for part in parts {
        let due = part.due_date.zip(later);
        let due = due.map(|(due, days)| shifted(zone, due, Shift::Days(days))).transpose()?;
        copies.push(Task {
            id: Uuid::now_v7(),
            parent_id: Some(next.id),
            is_complete: false,
            completed_at: None,
            due_date: due,
            door: scope.door(),
            created_at: scope.now(),
            updated_at: scope.now(),
            version: 1,
            ..part.clone()
        });
    }
    for copy in copies {
        scope.insert(copy).await?;
    }
    Ok(())
}

/// Removes a task and, before it, its parts: taken back, it comes first.
///
/// # Errors
/// The database's.
pub(in crate::operations) async fn delete_whole(
    scope: &mut Scope<'_>,
    task: Task,
) -> Result<Task, Error> {
    for part in parts(scope, task.id).await? {
        scope.delete(part).await?;
    }
    scope.delete(task).await
}
