//! Rows that come back to a planner that has moved on: what they name may be gone, and
//! their place by hand may have been numbered anew.

use domain::Uuid;
use domain::history::Item;
use domain::list::TaskList;
use domain::task::Task;
use sea_orm::QueryFilter;
use sea_orm::prelude::*;

use crate::entity::{Owned, tasks};
use crate::error::Error;
use crate::operations::order::{self, Placed};
use crate::operations::{Scope, lists};

const NAME_TAKEN: &str = "There is another list of that name by now. Rename that one first.";

/// A row as it can be brought back.
///
/// # Errors
/// [`Error::Conflict`] when another list has the name by now; else the database's.
pub(super) async fn fitted(
    scope: &Scope<'_>,
    before: Item,
    after: Option<&Item>,
    current: Option<&Item>,
) -> Result<Item, Error> {
    Ok(match (before, after, current) {
        (Item::Task(mut row), after, current) => {
            let (after, current) = (after.and_then(task), current.and_then(task));
            place(scope, &mut row, after, current).await?;
            belong(scope, &mut row).await?;
            row.into()
        }
        (Item::List(row), ..) => {
            let other = lists::called(scope, &row.name).await?;
            if other.is_some_and(|other| other.id != row.id) {
                return Err(Error::Conflict(NAME_TAKEN));
            }
            row.into()
        }
        (other, ..) => other,
    })
}

fn task(item: &Item) -> Option<&Task> {
    match item {
        Item::Task(task) => Some(task),
        _ => None,
    }
}

/// A change that did not move the row leaves it where it is now. What was kept before rows had a
/// place says zero.
async fn place(
    scope: &Scope<'_>,
    row: &mut Task,
    after: Option<&Task>,
    current: Option<&Task>,
) -> Result<(), Error> {
    let moved = after.is_none_or(|after| after.position != row.position);
    if let Some(current) = current
        && (!moved || row.position == 0)
    {
        row.position = current.position;
    } else if row.position == 0 {
        *row.position_mut() = order::last::<Task>(scope).await?;
    }
    Ok(())
}

/// Lets go of a list or a task that is gone, and of one that cannot have it as its part.
async fn belong(scope: &Scope<'_>, row: &mut Task) -> Result<(), Error> {
    if let Some(list) = row.list_id
        && scope.look_up::<TaskList>(list).await?.is_none()
    {
        row.list_id = None;
    }
    if let Some(parent) = row.parent_id {
        let parent: Option<Task> = scope.look_up(parent).await?;
        let fits = parent.is_some_and(|parent| parent.parent_id.is_none());
        if !fits || has_parts(scope, row.id).await? {
            row.parent_id = None;
        }
    }
    Ok(())
}

async fn has_parts(scope: &Scope<'_>, row: Uuid) -> Result<bool, Error> {
    let parts = scope.own::<tasks::Entity>().filter(tasks::Column::ParentId.eq(row));
    Ok(parts.one(scope.database()).await?.is_some())
}

/// Before a row goes: whatever came to name it since names nothing from then on. That is no change
/// of its own and can not be taken back.
pub(super) async fn let_go(scope: &Scope<'_>, item: &Item) -> Result<(), Error> {
    let column = match item {
        Item::List(_) => tasks::Column::ListId,
        Item::Task(_) => tasks::Column::ParentId,
        Item::Event(_) | Item::Expense(_) | Item::Budget(_) | Item::Filter(_) => return Ok(()),
    };
    tasks::Entity::update_owned_by(scope.actor().user_id)
        .col_expr(column, Expr::value(Option::<Uuid>::None))
        .filter(column.eq(item.id()))
        .exec(scope.database())
        .await?;
    Ok(())
}
