//! Changing a task.

use domain::Uuid;
use domain::repeat::RepeatFrom;
use domain::target::Update;
use domain::task::{Task, TaskChanges, TaskPatch};
use domain::time::Moment;
use domain::validation::Change;

use super::next;
use super::parts::belong;
use crate::error::Error;
use crate::operations::{Effect, Operation, Scope};
use crate::{repeat, zone};

/// Changes any part of a task.
pub struct UpdateTask;

impl Operation for UpdateTask {
    type Input = Update<TaskPatch>;
    type Output = Task;

    const EFFECT: Effect = Effect::Write;
    const NAME: &'static str = "update_task";
    const SUMMARY: &'static str = "Changes any part of a task; what is left out stays.";

    async fn run(scope: &mut Scope<'_>, (id, changes): (Uuid, TaskChanges)) -> Result<Task, Error> {
        let before: Task = scope.find(id).await?;
        let mut task = before.clone();
        changes.title.apply(&mut task.title);
        changes.notes.apply(&mut task.notes);
        changes.priority.apply(&mut task.priority);
        changes.labels.apply(&mut task.labels);
        changes.estimate.apply(&mut task.estimate_minutes);
        belong(scope, &mut task, changes.list, changes.parent).await?;
        if let Change::Set(due) = changes.due {
            task.due_date = due.map(|due| zone::moment(scope.zone(), due));
        }
        if let Change::Set(is_complete) = changes.is_complete {
            set_complete(scope, &mut task, is_complete);
        }
        if let Change::Set(rule) = changes.rule {
            task.rrule = rule.map(|rule| rule.to_string());
        }
        task.repeat_from = changes.repeat_from.or(task.repeat_from);
        next::store(scope, before, task).await
    }
}

/// Marks a task done or open; doing it twice keeps the first time it was done.
pub(in crate::operations) fn set_complete(scope: &Scope<'_>, task: &mut Task, is_complete: bool) {
    if task.is_complete != is_complete {
        task.is_complete = is_complete;
        task.completed_at = is_complete.then_some(scope.now());
    }
}

/// What counts only for a task that repeats goes with its rule.
///
/// # Errors
/// A bad field when there is no deadline for the next one to count from, or the
/// rule never takes place.
pub(super) fn settle_repeat(scope: &Scope<'_>, task: &mut Task) -> Result<(), Error> {
    let Some(rule) = &task.rrule else {
        task.repeat_from = None;
        return Ok(());
    };
    let start = task.due_date.unwrap_or_else(|| Moment::Date(scope.today()));
    repeat::check_text(rule, start, scope.zone()).map_err(|why| Error::field("rrule", why))?;
    let from = *task.repeat_from.get_or_insert_default();
    if from == RepeatFrom::Due && task.due_date.is_none() {
        return Err(Error::field("due_date", "A task that repeats needs its first deadline."));
    }
    Ok(())
}
