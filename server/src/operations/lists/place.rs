//! Putting a list somewhere else in the order.

use domain::Uuid;
use domain::list::TaskList;
use domain::order::{Anchor, MoveRow};

use crate::error::Error;
use crate::operations::{Effect, Operation, Scope, order};

/// Puts a list directly behind or before another one.
pub struct PlaceList;

impl Operation for PlaceList {
    type Input = MoveRow;
    type Output = TaskList;

    const EFFECT: Effect = Effect::Write;
    const NAME: &'static str = "move_list";
    const SUMMARY: &'static str = "Puts a list directly behind or before another one.";

    async fn run(scope: &mut Scope<'_>, (id, anchor): (Uuid, Anchor)) -> Result<TaskList, Error> {
        scope.find::<TaskList>(id).await?;
        let position = order::beside::<TaskList>(scope, id, anchor).await?;
        // Read again: the numbers may be new.
        let before: TaskList = scope.find(id).await?;
        let after = TaskList { position, ..before.clone() };
        scope.update(before, after).await
    }
}
