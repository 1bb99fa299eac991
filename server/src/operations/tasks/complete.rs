//! Marking a task done, or open again.

use domain::Uuid;
use domain::target::Target;
use domain::task::Task;

use super::next;
use super::update::set_complete;
use crate::error::Error;
use crate::operations::{Effect, Operation, Scope};

/// Marks a task done.
pub struct CompleteTask;

impl Operation for CompleteTask {
    type Input = Target;
    type Output = Task;

    const EFFECT: Effect = Effect::Write;
    const NAME: &'static str = "complete_task";
    const SUMMARY: &'static str = "Marks a task done.";

    async fn run(scope: &mut Scope<'_>, id: Uuid) -> Result<Task, Error> {
        mark(scope, id, true).await
    }
}

/// Marks a task open again.
pub struct ReopenTask;

impl Operation for ReopenTask {
    type Input = Target;
    type Output = Task;

    const EFFECT: Effect = Effect::Write;
    const NAME: &'static str = "reopen_task";
    const SUMMARY: &'static str = "Marks a done task open again.";

    async fn run(scope: &mut Scope<'_>, id: Uuid) -> Result<Task, Error> {
        mark(scope, id, false).await
    }
}

async fn mark(scope: &mut Scope<'_>, id: Uuid, is_complete: bool) -> Result<Task, Error> {
    let before: Task = scope.find(id).await?;
    let mut task = before.clone();
    set_complete(scope, &mut task, is_complete);
    next::store(scope, before, task).await
}
