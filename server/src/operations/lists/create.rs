//! Adding a list.

use domain::Uuid;
use domain::list::{LISTS_LIMIT, NewList, TaskList};
use sea_orm::PaginatorTrait;

use crate::entity::task_lists::Entity;
use crate::error::Error;
use crate::operations::{Effect, Operation, Scope, order};

/// Adds a list behind the others.
pub struct CreateList;

impl Operation for CreateList {
    type Input = NewList;
    type Output = TaskList;

    const EFFECT: Effect = Effect::Write;
    const NAME: &'static str = "create_list";
    const SUMMARY: &'static str = "Adds a list of tasks.";

    async fn run(scope: &mut Scope<'_>, name: String) -> Result<TaskList, Error> {
        super::is_free(scope, &name, None).await?;
        if scope.own::<Entity>().count(scope.database()).await? >= LISTS_LIMIT {
            return Err(Error::field("name", "There are 200 lists already, which is the most."));
        }
        let list = TaskList {
            id: Uuid::now_v7(),
            name,
            position: order::last::<TaskList>(scope).await?,
            created_at: scope.now(),
            updated_at: scope.now(),
            version: 1,
        };
        scope.insert(list).await
    }
}
