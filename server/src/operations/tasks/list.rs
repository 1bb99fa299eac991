//! Listing tasks.

use chrono::{DateTime, Utc};
use domain::Uuid;
use domain::page::{Page, PageRequest};
use domain::task::{Task, TaskFilter, TaskOrder, TaskQuery};
use domain::time::When;
use sea_orm::sea_query::{Expr, ExprTrait, SimpleExpr};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbBackend, QueryFilter, QuerySelect, QueryTrait,
    Select,
};

use super::filter;
use crate::entity::by_place::rows;
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
        match query.is_complete {
            Some(is_complete) => select = select.filter(done().eq(is_complete)),
            // The index has what is open before what is done: so it is asked for both.
            None if query.due_before.is_some() || query.due_after.is_some() => {
                select = select.filter(done().is_in([false, true]));
            }
            None => {}
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
        if let Some(list) = query.list {
            select = select.filter(in_list(scope, Some(list)));
        }
        if let Some(parent) = query.parent {
            select = select.filter(Column::ParentId.eq(parent));
        }
        if let Some(is_subtask) = query.is_subtask {
            select = select.filter(Column::ParentId.is_null().eq(!is_subtask));
        }
        if let Some(filter) = &query.filter {
            select = select.filter(filter::condition(scope, filter).await?);
        }
        match query.order {
            TaskOrder::Due => by_due(scope, select, &query.page).await,
            TaskOrder::Hand => by_hand(scope, select, &query.page).await,
            TaskOrder::Done => by_completion(scope, select, &query.page).await,
        }
    }
}

/// Open first, by deadline, undated last.
async fn by_due(
    scope: &Scope<'_>,
    select: Select<Entity>,
    request: &PageRequest,
) -> Result<Page<Task>, Error> {
    let keys = [
        Key::ascending(done()),
        Key::ascending(due_or_never(scope)),
        Key::ascending(Column::Id.into_expr()),
    ];
    let after = decode::<(bool, DateTime<Utc>, Uuid)>(request)?
        .map(|(done, due, id)| [done.into(), due.into(), id.into()]);
    let tasks = read(scope, paged(select, keys, after, request.limit)).await?;
    page(tasks, request, |task| {
        (task.is_complete, task.due_date.map_or(NEVER, |due| due.stored()), task.id)
    })
}

/// Open first, as the person put them.
async fn by_hand(
    scope: &Scope<'_>,
    select: Select<Entity>,
    request: &PageRequest,
) -> Result<Page<Task>, Error> {
    let keys = [
        Key::ascending(done()),
        Key::ascending(Column::Position.into_expr()),
        Key::ascending(Column::Id.into_expr()),
    ];
    let after = decode::<(bool, i64, Uuid)>(request)?
        .map(|(done, position, id)| [done.into(), position.into(), id.into()]);
    let tasks = read(scope, paged(select, keys, after, request.limit)).await?;
    page(tasks, request, |task| (task.is_complete, task.position, task.id))
}

/// What was done last first; then what is open.
async fn by_completion(
    scope: &Scope<'_>,
    select: Select<Entity>,
    request: &PageRequest,
) -> Result<Page<Task>, Error> {
    let keys =
        [Key::descending(completed_or_never(scope)), Key::descending(Column::Id.into_expr())];
    let after =
        decode::<(DateTime<Utc>, Uuid)>(request)?.map(|(done, id)| [done.into(), id.into()]);
    let tasks = read(scope, paged(select, keys, after, request.limit)).await?;
    page(tasks, request, |task| (task.completed_at.unwrap_or(DateTime::UNIX_EPOCH), task.id))
}

async fn read(scope: &Scope<'_>, select: Select<Entity>) -> Result<Vec<Task>, Error> {
    rows(select, scope.database()).await?.into_iter().map(Task::from_model).collect()
}

/// What is in a list, or in any; a subtask is where its task is. Never unknown, so that the opposite
/// finds the rest.
pub(super) fn in_list(scope: &Scope<'_>, list: Option<Uuid>) -> Condition {
    let here = || {
        let some = Condition::all().add(Column::ListId.is_not_null());
        some.add_option(list.map(|list| Column::ListId.eq(list)))
    };
    let tasks = scope.own::<Entity>().filter(here()).select_only().column(Column::Id).into_query();
    let below = Condition::all()
        .add(Column::ParentId.is_not_null())
        .add(Column::ParentId.in_subquery(tasks));
    Condition::any().add(here()).add(below)
}

/// Whether a task is done; other programs may leave the column empty. To the letter as the indexes
/// have it, as are the next two.
pub(super) fn done() -> SimpleExpr {
    Expr::cust(r#"coalesce("tasks"."is_complete", false)"#)
}

/// Whether a task is still to be done.
pub(in crate::operations) fn is_open() -> SimpleExpr {
    Expr::cust(r#"coalesce("tasks"."is_complete", false) = false"#)
}

/// The deadline; [`NEVER`] where there is none.
pub(in crate::operations) fn due_or_never(scope: &Scope<'_>) -> SimpleExpr {
    Expr::cust(match scope.database().get_database_backend() {
        DbBackend::Postgres => {
            r#"coalesce("tasks"."due_date", TIMESTAMPTZ '9999-12-31 00:00:00+00')"#
        }
        _ => r#"coalesce("tasks"."due_date", '9999-12-31T00:00:00+00:00')"#,
    })
}

/// When a task was done; the epoch where that is not known.
fn completed_or_never(scope: &Scope<'_>) -> SimpleExpr {
    Expr::cust(match scope.database().get_database_backend() {
        DbBackend::Postgres => {
            r#"coalesce("tasks"."completed_at", TIMESTAMPTZ '1970-01-01 00:00:00+00')"#
        }
        _ => r#"coalesce("tasks"."completed_at", '1970-01-01T00:00:00+00:00')"#,
    })
}

/// Tasks due before a moment; date-only ones before its date.
pub(in crate::operations) fn due_before(scope: &Scope<'_>, when: When) -> Condition {
    let bound = Bound::of(scope.zone(), when);
    let latest = bound.latest();
    let bounds = due_or_never(scope).lt(latest);
    by_kind(Column::DueDate.lt(bound.instant), Column::DueDate.lt(bound.stored_date), bounds)
}

/// Tasks due at a moment or after it; date-only ones from its date on.
pub(in crate::operations) fn due_from(scope: &Scope<'_>, when: When) -> Condition {
    let bound = Bound::of(scope.zone(), when);
    let earliest = bound.earliest();
    let bounds = due_or_never(scope).gte(earliest);
    by_kind(Column::DueDate.gte(bound.instant), Column::DueDate.gte(bound.stored_date), bounds)
}

/// `bounds` say of both kinds what an index can be asked.
fn by_kind(timed: SimpleExpr, date_only: SimpleExpr, bounds: SimpleExpr) -> Condition {
    let either = Condition::any()
        .add(Condition::all().add(Column::DueAllDay.eq(false)).add(timed))
        .add(Condition::all().add(Column::DueAllDay.eq(true)).add(date_only));
    Condition::all().add(bounds).add(either)
}
