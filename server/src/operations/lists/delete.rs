//! Removing a list.

use domain::Uuid;
use domain::list::TaskList;
use domain::target::Target;
use domain::task::Task;
use sea_orm::{ColumnTrait, QueryFilter, QuerySelect};

use crate::entity::tasks::{Column, Entity};
use crate::error::Error;
use crate::operations::{Effect, Operation, Row, Scope};

/// Removes a list; its tasks stay, in no list.
pub struct DeleteList;

impl Operation for DeleteList {
    type Input = Target;
    type Output = TaskList;

    const EFFECT: Effect = Effect::Destructive;
    const NAME: &'static str = "delete_list";
    const SUMMARY: &'static str = "Removes a list of tasks; the tasks stay.";

    async fn run(scope: &mut Scope<'_>, id: Uuid) -> Result<TaskList, Error> {
        let list: TaskList = scope.find(id).await?;
        let tasks = scope.own::<Entity>().filter(Column::ListId.eq(id)).lock_exclusive();
        for model in tasks.all(scope.database()).await? {
            let before = Task::from_model(model)?;
            let after = Task { list_id: None, ..before.clone() };
            scope.update(before, after).await?;
        }
        scope.delete(list).await
    }
}
