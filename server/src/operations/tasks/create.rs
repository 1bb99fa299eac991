//! Adding a task.

use domain::Uuid;
use domain::task::{NewTask, Task, TaskDraft};
use domain::validation::Change;

use super::parts::belong;
use super::update::settle_repeat;
use crate::error::Error;
use crate::operations::{Effect, Operation, Scope, order};
use crate::zone;

/// Adds a task.
pub struct CreateTask;

impl Operation for CreateTask {
    type Input = NewTask;
    type Output = Task;

    const EFFECT: Effect = Effect::Write;
    const NAME: &'static str = "create_task";
    const SUMMARY: &'static str = "Adds a task, with or without a deadline.";

    async fn run(scope: &mut Scope<'_>, draft: TaskDraft) -> Result<Task, Error> {
        let mut task = Task {
            id: Uuid::now_v7(),
            title: draft.title,
            notes: draft.notes,
            is_complete: draft.is_complete,
            completed_at: draft.is_complete.then_some(scope.now()),
            due_date: draft.due.map(|due| zone::moment(scope.zone(), due)),
            priority: draft.priority,
            rrule: draft.rule.map(|rule| rule.to_string()),
            repeat_from: draft.repeat_from,
            list_id: None,
            parent_id: None,
            labels: draft.labels,
            estimate_minutes: draft.estimate,
            position: order::last::<Task>(scope).await?,
            door: scope.door(),
            created_at: scope.now(),
            updated_at: scope.now(),
            version: 1,
        };
        belong(scope, &mut task, set(draft.list), set(draft.parent)).await?;
        settle_repeat(scope, &mut task)?;
        scope.insert(task).await
    }
}

fn set(place: Option<Uuid>) -> Change<Option<Uuid>> {
    place.map_or(Change::Keep, |place| Change::Set(Some(place)))
}
