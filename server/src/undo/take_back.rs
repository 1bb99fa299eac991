//! Taking changes back: the last first, each only if its row is still as the
//! change left it.

use std::collections::HashSet;

use domain::Uuid;
use domain::budget::Budget;
use domain::event::Event;
use domain::expense::Expense;
use domain::history::{Item, Undone};
use domain::list::TaskList;
use domain::saved_filter::SavedFilter;
use domain::task::Task;
use sea_orm::prelude::Expr;
use sea_orm::{ColumnTrait, Condition, QueryFilter, QueryOrder, QuerySelect, SqlErr};

use super::fitting;
use crate::entity::Owned;
use crate::entity::undo_journal::{Column, Entity, Model};
use crate::error::Error;
use crate::kept;
use crate::operations::{Row, Scope};

/// Stands before what was taken back.
pub(crate) const TOOK_BACK: &str = "Took back: ";

const CHANGED_SINCE: &str =
    "It has been changed since, so it was left as it is. Take the later change back first.";
const TAKEN_BACK: &str = "This has been taken back already.";

/// Takes back one change, or every change of a turn; all of them or none.
///
/// # Errors
/// [`Error::NotFound`] for an unknown token or someone else's,
/// [`Error::Conflict`] when a row has changed since or the change is taken back.
pub(crate) async fn take_back(scope: &mut Scope<'_>, token: Uuid) -> Result<Undone, Error> {
    let entries = scope
        .own::<Entity>()
        .filter(Condition::any().add(Column::Id.eq(token)).add(Column::TurnId.eq(token)))
        .order_by_desc(Column::Position)
        .lock_exclusive()
        .all(scope.database())
        .await?;
    if entries.is_empty() {
        return Err(Error::NotFound);
    }
    let open: Vec<&Model> = entries.iter().filter(|entry| entry.undone_at.is_none()).collect();
    if open.is_empty() {
        return Err(Error::Conflict(TAKEN_BACK));
    }
    let mut undone = Undone::default();
    let mut touched = HashSet::new();
    for entry in open {
        // Within a turn a row may have changed twice; the earlier change is
        // reached through the later one, which is taken back by now.
        let is_latest = touched.insert(entry.row_id);
        revert(scope, entry, is_latest, &mut undone).await?;
    }
    undone.restored.reverse();
    Ok(undone)
}

async fn revert(
    scope: &mut Scope<'_>,
    entry: &Model,
    is_latest: bool,
    undone: &mut Undone,
) -> Result<(), Error> {
    let before = entry.before.as_ref().map(kept::read::<Item>).transpose()?;
    let after = entry.after.as_ref().map(kept::read::<Item>).transpose()?;
    let Some(either) = before.as_ref().or(after.as_ref()) else {
        return Err(Error::Internal(format!("journal entry {} holds no row", entry.id)));
    };
    let current = scope.look_up_item(either).await?;
    let current_version = current.as_ref().map(Item::version);
    if is_latest && current_version != entry.version_after {
        return Err(Error::Conflict(CHANGED_SINCE));
    }
    undone.restored.retain(|item| item.id() != entry.row_id);
    let version = match before {
        None => {
            fitting::let_go(scope, either).await?;
            remove(scope, either).await?;
            undone.removed.push(entry.row_id);
            None
        }
        Some(before) => {
            let next = current_version.max(Some(before.version())).unwrap_or_default() + 1;
            let before = fitting::fitted(scope, before, after.as_ref(), current.as_ref()).await?;
            let restored = restore(scope, before, current.is_some(), next).await?;
            undone.restored.push(restored);
            Some(next)
        }
    };
    undone.summary.push(format!("{TOOK_BACK}{}", entry.summary));
    mark(scope, entry, version).await
}

/// Marks the change as taken back, and tells the change before it that its row
/// has moved on to `version` without being changed, so that it can follow.
async fn mark(scope: &Scope<'_>, entry: &Model, version: Option<i64>) -> Result<(), Error> {
    let owner = scope.actor().user_id;
    Entity::update_owned_by(owner)
        .col_expr(Column::UndoneAt, Expr::value(scope.now()))
        .filter(Column::Id.eq(entry.id))
        .exec(scope.database())
        .await?;
    let before = entry.before.as_ref().map(kept::read::<Item>).transpose()?;
    let version_before = before.as_ref().map(Item::version);
    if let (Some(version), Some(version_before)) = (version, version_before) {
        Entity::update_owned_by(owner)
            .col_expr(Column::VersionAfter, Expr::value(version))
            .filter(Column::RowId.eq(entry.row_id))
            .filter(Column::VersionAfter.eq(version_before))
            .filter(Column::UndoneAt.is_null())
            .exec(scope.database())
            .await?;
    }
    Ok(())
}

async fn remove(scope: &Scope<'_>, item: &Item) -> Result<(), Error> {
    match item {
        Item::Event(event) => scope.remove(event).await,
        Item::Task(task) => scope.remove(task).await,
        Item::Expense(expense) => scope.remove(expense).await,
        Item::Budget(budget) => scope.remove(budget).await,
        Item::List(list) => scope.remove(list).await,
        Item::Filter(filter) => scope.remove(filter).await,
    }
}

async fn restore(scope: &Scope<'_>, item: Item, exists: bool, version: i64) -> Result<Item, Error> {
    match item {
        Item::Event(event) => write::<Event>(scope, event, exists, version).await,
        Item::Task(task) => write::<Task>(scope, task, exists, version).await,
        Item::Expense(expense) => write::<Expense>(scope, expense, exists, version).await,
        Item::Budget(budget) => write::<Budget>(scope, budget, exists, version).await,
        Item::List(list) => write::<TaskList>(scope, list, exists, version).await,
        Item::Filter(filter) => write::<SavedFilter>(scope, filter, exists, version).await,
    }
}

async fn write<R: Row>(
    scope: &Scope<'_>,
    mut row: R,
    exists: bool,
    version: i64,
) -> Result<Item, Error> {
    row.touch(version, scope.now());
    if exists {
        scope.write_over(&row).await?;
    } else {
        scope.write_new(&row).await.map_err(taken)?;
    }
    Ok(row.into())
}

/// What was removed does not come back where something else has taken its place, such as another
/// budget for its category.
fn taken(error: Error) -> Error {
    match error {
        Error::Database(cause)
            if matches!(cause.sql_err(), Some(SqlErr::UniqueConstraintViolation(_))) =>
        {
            Error::Conflict(CHANGED_SINCE)
        }
        other => other,
    }
}
