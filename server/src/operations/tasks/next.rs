//! What comes after a task that repeats and is done.

use chrono::NaiveTime;
use domain::Uuid;
use domain::repeat::{End, RepeatFrom, Rule};
use domain::task::Task;
use domain::time::Moment;

use super::parts;
use super::update::{set_complete, settle_repeat};
use crate::error::Error;
use crate::operations::Scope;
use crate::repeat::{Expansion, Span};
use crate::zone;

/// Stores a changed task. If it repeats and has just been done, its rule moves on
/// to a new task; the done one stays as what was done, without the rule, so that
/// doing it again begins no second series.
///
/// Its open subtasks are done with it, and the new task has open copies of them all. A subtask
/// that is opened again opens its task.
///
/// # Errors
/// A bad field, or the database's.
pub(in crate::operations) async fn store(
    scope: &mut Scope<'_>,
    before: Task,
    mut task: Task,
) -> Result<Task, Error> {
    settle_repeat(scope, &mut task)?;
    let is_done = task.is_complete && !before.is_complete;
    let next = if is_done { next(scope, &task) } else { None };
    if is_done {
        (task.rrule, task.repeat_from) = (None, None);
    }
    let parts = if is_done { parts::parts(scope, task.id).await? } else { Vec::new() };
    let is_opened = before.is_complete && !task.is_complete;
    if is_opened && let Some(parent) = task.parent_id {
        open(scope, parent).await?;
    }
    let stored = scope.update(before, task).await?;
    if let Some(next) = next {
        let next = scope.insert(next).await?;
        parts::renew(scope, &parts, &stored, &next).await?;
    }
    parts::complete(scope, parts).await?;
    Ok(stored)
}

/// Opens the task that a part belongs to.
async fn open(scope: &mut Scope<'_>, parent: Uuid) -> Result<(), Error> {
    if let Some(before) = scope.look_up::<Task>(parent).await? {
        let mut parent = before.clone();
        set_complete(scope, &mut parent, false);
        scope.update(before, parent).await?;
    }
    Ok(())
}

/// The task that follows a done one, if its rule goes on.
fn next(scope: &Scope<'_>, task: &Task) -> Option<Task> {
    let rule = Rule::parse(task.rrule.as_deref()?).ok()?;
    let (due, rule) = match task.repeat_from.unwrap_or_default() {
        RepeatFrom::Due => after_due(scope, task.due_date?, &rule)?,
        RepeatFrom::Completion => after_completion(scope, task.due_date, &rule)?,
    };
    Some(Task {
        id: Uuid::now_v7(),
        is_complete: false,
        completed_at: None,
        due_date: Some(due),
        rrule: Some(rule.to_string()),
        door: scope.door(),
        created_at: scope.now(),
        updated_at: scope.now(),
        version: 1,
        ..task.clone()
    })
}

/// The next deadline of the rule that has not passed yet: who is late does not
/// find everything that was missed.
fn after_due(scope: &Scope<'_>, due: Moment, rule: &Rule) -> Option<(Moment, Rule)> {
    let all = Expansion::new(rule, due, scope.zone(), None);
    let now = match due {
        Moment::Date(_) => Moment::Date(scope.today()).stored(),
        Moment::Instant(_) => scope.now(),
    };
    let next = all.after(now.max(due.stored()))?;
    let passed = || all.within(Span { from: due.stored(), to: next.stored() }).count();
    let rule = match rule.end {
        Some(End::Count(count)) => {
            let passed = u32::try_from(passed()).unwrap_or(u32::MAX);
            rule.with_end(Some(End::Count(count.saturating_sub(passed).max(1))))
        }
        _ => rule.clone(),
    };
    Some((next, rule))
}

/// The rule counted anew from today; the deadline keeps its time of day.
fn after_completion(scope: &Scope<'_>, due: Option<Moment>, rule: &Rule) -> Option<(Moment, Rule)> {
    let rule = match rule.end {
        Some(End::Count(count)) if count <= 1 => return None,
        Some(End::Count(count)) => rule.with_end(Some(End::Count(count - 1))),
        _ => rule.clone(),
    };
    let today = scope.today();
    let start = match due {
        Some(Moment::Instant(due)) => {
            let time: NaiveTime = due.with_timezone(&scope.zone()).time();
            Moment::Instant(zone::instant(scope.zone(), today.and_time(time)))
        }
        Some(Moment::Date(_)) | None => Moment::Date(today),
    };
    // The count is of what is left, and today itself is none of it.
    let endless =
        if matches!(rule.end, Some(End::Count(_))) { rule.with_end(None) } else { rule.clone() };
    let next = Expansion::new(&endless, start, scope.zone(), None).after(start.stored())?;
    Some((next, rule))
}
