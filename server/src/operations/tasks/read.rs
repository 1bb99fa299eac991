//! Reading one task.

use domain::Uuid;
use domain::target::Target;
use domain::task::Task;

use crate::error::Error;
use crate::operations::{Effect, Operation, Scope};

/// Reads one task.
pub struct ReadTask;

impl Operation for ReadTask {
    type Input = Target;
    type Output = Task;

    const EFFECT: Effect = Effect::Read;
    const NAME: &'static str = "read_task";
    const SUMMARY: &'static str = "Reads one task.";

    async fn run(scope: &mut Scope<'_>, id: Uuid) -> Result<Task, Error> {
        scope.find(id).await
    }
}
