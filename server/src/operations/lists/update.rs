//! Renaming a list.

use domain::Uuid;
use domain::list::{ListPatch, TaskList};
use domain::target::Update;
use domain::validation::Change;

use crate::error::Error;
use crate::operations::{Effect, Operation, Scope};

/// Renames a list.
pub struct UpdateList;

impl Operation for UpdateList {
    type Input = Update<ListPatch>;
    type Output = TaskList;

    const EFFECT: Effect = Effect::Write;
    const NAME: &'static str = "update_list";
    const SUMMARY: &'static str = "Renames a list of tasks.";

    async fn run(
        scope: &mut Scope<'_>,
        (id, name): (Uuid, Change<String>),
    ) -> Result<TaskList, Error> {
        let before: TaskList = scope.find(id).await?;
        let mut list = before.clone();
        name.apply(&mut list.name);
        super::is_free(scope, &list.name, Some(&before)).await?;
        scope.update(before, list).await
    }
}
