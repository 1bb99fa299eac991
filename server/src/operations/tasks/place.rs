//! Moving a task by hand.

use domain::bulk::Shift;
use domain::task::{MoveTask, Task, TaskMove};
use domain::time::Moment;
use domain::validation::Change;

use super::{next, parts};
use crate::error::Error;
use crate::operations::moving::shifted;
use crate::operations::{Effect, Operation, Scope, order};

/// Puts a task beside another one, on a day, into a list or below a task, in one step.
pub struct PlaceTask;

impl Operation for PlaceTask {
    type Input = MoveTask;
    type Output = Task;

    const EFFECT: Effect = Effect::Write;
    const NAME: &'static str = "move_task";
    const SUMMARY: &'static str =
        "Puts a task beside another one, on a day, into a list or below another task.";

    async fn run(scope: &mut Scope<'_>, to: TaskMove) -> Result<Task, Error> {
        scope.find::<Task>(to.id).await?;
        let position = match to.beside {
            None => None,
            Some(anchor) => Some(order::beside::<Task>(scope, to.id, anchor).await?),
        };
        // Only now, since the order may have been numbered anew.
        let before: Task = scope.find(to.id).await?;
        let mut task = before.clone();
        task.position = position.unwrap_or(task.position);
        parts::belong(scope, &mut task, to.list, to.parent).await?;
        if let Change::Set(day) = to.day {
            task.due_date = match (day, task.due_date) {
                (Some(day), Some(due)) => Some(shifted(scope.zone(), due, Shift::Date(day))?),
                (Some(day), None) => Some(Moment::Date(day)),
                (None, _) => None,
            };
        }
        next::store(scope, before, task).await
    }
}
