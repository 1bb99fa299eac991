//! Reading one list.

use domain::Uuid;
use domain::list::TaskList;
use domain::target::Target;

use crate::error::Error;
use crate::operations::{Effect, Operation, Scope};

/// Reads one list.
pub struct ReadList;

impl Operation for ReadList {
    type Input = Target;
    type Output = TaskList;

    const EFFECT: Effect = Effect::Read;
    const NAME: &'static str = "read_list";
    const SUMMARY: &'static str = "Reads one list of tasks.";

    async fn run(scope: &mut Scope<'_>, id: Uuid) -> Result<TaskList, Error> {
        scope.find(id).await
    }
}
