//! Removing a task.

use domain::Uuid;
use domain::target::Target;
use domain::task::Task;

use super::parts::delete_whole;
use crate::error::Error;
use crate::operations::{Effect, Operation, Scope};

/// Removes a task and its subtasks; answers it as it was.
pub struct DeleteTask;

impl Operation for DeleteTask {
    type Input = Target;
    type Output = Task;

    const EFFECT: Effect = Effect::Destructive;
    const NAME: &'static str = "delete_task";
    const SUMMARY: &'static str = "Removes a task and its subtasks.";

    async fn run(scope: &mut Scope<'_>, id: Uuid) -> Result<Task, Error> {
        let row: Task = scope.find(id).await?;
        delete_whole(scope, row).await
    }
}
