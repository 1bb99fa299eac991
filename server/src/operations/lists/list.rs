//! Listing lists.

use domain::list::TaskList;
use sea_orm::QueryOrder;

use crate::entity::task_lists::{Column, Entity};
use crate::error::Error;
use crate::operations::{Effect, Operation, Row, Scope};

/// Lists a person's lists as they put them.
pub struct ListLists;

impl Operation for ListLists {
    type Input = ();
    type Output = Vec<TaskList>;

    const EFFECT: Effect = Effect::Read;
    const NAME: &'static str = "list_lists";
    const SUMMARY: &'static str = "Lists the lists of tasks, in their order.";

    async fn run(scope: &mut Scope<'_>, (): ()) -> Result<Vec<TaskList>, Error> {
        let select = scope.own::<Entity>().order_by_asc(Column::Position).order_by_asc(Column::Id);
        let models = select.all(scope.database()).await?;
        models.into_iter().map(TaskList::from_model).collect()
    }
}
