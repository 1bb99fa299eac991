//! Listing tasks.

use chrono::{DateTime, Utc};
use domain::Uuid;
use domain::page::Page;
use domain::task::{Task, TaskFilter, TaskQuery};
use domain::time::When;
use sea_orm::sea_query::{Expr, ExprTrait, SimpleExpr};
use sea_orm::{ColumnTrait, Condition, QueryFilter};

use crate::entity::tasks::{Column, Entity};
use crate::error::Error;
use crate::operations::list::{Key, contains_words, decode, page, paged};
use crate::operations::{Effect, Operation, Row, Scope};
use crate::zone::Bound;

/// Sorts undated tasks behind every dated one; no accepted date is as late.
const NEVER: DateTime<Utc> = match DateTime::from_timestamp(253_402_214_400, 0) {
    Some(end_of_9999) => end_of_9999,
    None => DateTime::UNIX_EPOCH,
};

/// Lists tasks: open first, by deadline, undated last.
pub struct ListTasks;

impl Operation for ListTasks {
    type Input = TaskFilter;
    type Output = Page<Task>;

    const EFFECT: Effect = Effect::Read;
    const NAME: &'static str = "list_tasks";
    const SUMMARY: &'static str = "Lists tasks: open ones first, by deadline.";

    async fn run(scope: &mut Scope<'_>, query: TaskQuery) -> Result<Page<Task>, Error> {
        let mut select = scope.own::<Entity>();
        if let Some(is_complete) = query.is_complete {
            select = select.filter(done().eq(is_complete));
        }
        if let Some(before) = query.due_before {
            select = select.filter(due_before(scope, before));
        }
        if let Some(after) = query.due_after {
            select = select.filter(due_from(scope, after));
        }
        if let Some(after) = query.done_after {
            let after = Bound::of(scope.zone(), after).instant;
            select = select.filter(Column::CompletedAt.gte(after));
        }
        if let Some(before) = query.done_before {
            let before = Bound::of(scope.zone(), before).instant;
            select = select.filter(Column::CompletedAt.lt(before));
        }
        if let Some(priority) = query.priority {
            select = select.filter(Column::Priority.eq(priority.name()));
        }
        if let Some(words) = &query.words {
            select = select.filter(contains_words(words, &[Column::Title, Column::Notes]));
        }
        let keys = [
            Key::ascending(done()),
            Key::ascending(due_or_never()),
            Key::ascending(Column::Id.into_expr()),
        ];
        let after = decode::<(bool, DateTime<Utc>, Uuid)>(&query.page)?
            .map(|(done, due, id)| [done.into(), due.into(), id.into()]);
        let models = paged(select, keys, after, query.page.limit).all(scope.database()).await?;
        let tasks = models.into_iter().map(Task::from_model).collect::<Result<Vec<_>, _>>()?;
        page(tasks, &query.page, |task| {
            (task.is_complete, task.due_date.map_or(NEVER, |due| due.stored()), task.id)
        })
    }
}

/// Whether a task is done; other programs may leave the column empty.
fn done() -> SimpleExpr {
    Expr::col(Column::IsComplete).if_null(false)
}

/// Whether a task is still to be done.
pub(in crate::operations) fn is_open() -> SimpleExpr {
    done().eq(false)
}

fn due_or_never() -> SimpleExpr {
    Expr::col(Column::DueDate).if_null(NEVER)
}

/// Tasks due before a moment; date-only ones before its date.
pub(in crate::operations) fn due_before(scope: &Scope<'_>, when: When) -> Condition {
    let bound = Bound::of(scope.zone(), when);
    by_kind(Column::DueDate.lt(bound.instant), Column::DueDate.lt(bound.stored_date))
}

/// Tasks due at a moment or after it; date-only ones from its date on.
pub(in crate::operations) fn due_from(scope: &Scope<'_>, when: When) -> Condition {
    let bound = Bound::of(scope.zone(), when);
    by_kind(Column::DueDate.gte(bound.instant), Column::DueDate.gte(bound.stored_date))
}

fn by_kind(timed: SimpleExpr, date_only: SimpleExpr) -> Condition {
    Condition::any()
        .add(Condition::all().add(Column::DueAllDay.eq(false)).add(timed))
        .add(Condition::all().add(Column::DueAllDay.eq(true)).add(date_only))
}
