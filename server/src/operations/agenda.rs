//! What lies ahead over some days, and what was missed.

use chrono::{Days, NaiveDate};
use domain::agenda::{Agenda, AgendaFilter, AgendaQuery};
use domain::event::Event;
use domain::task::Task;
use domain::time::When;
use sea_orm::{ColumnTrait, Condition, QueryFilter, QueryOrder, QuerySelect};

use super::events::{Range, in_range};
use super::tasks::{due_before, due_from, due_or_never, is_open};
use super::{Effect, Operation, Row, Scope};
use crate::entity::by_place::rows;
use crate::entity::tasks;
use crate::error::Error;
use crate::zone::{self, Bound};

/// The most rows of each kind in one agenda.
const LIMIT: usize = 200;
/// How many undated tasks are shown beside the dated ones.
const UNDATED_LIMIT: u64 = 10;

/// Lists events and deadlines of the coming days, and what is overdue.
pub struct UpcomingAgenda;

impl Operation for UpcomingAgenda {
    type Input = AgendaFilter;
    type Output = Agenda;

    const EFFECT: Effect = Effect::Read;
    const NAME: &'static str = "upcoming_agenda";
    const SUMMARY: &'static str =
        "Lists events and deadlines of the coming days, and what is overdue.";

    async fn run(scope: &mut Scope<'_>, query: AgendaQuery) -> Result<Agenda, Error> {
        let first = match query.from {
            None => scope.today(),
            Some(When::Date(date)) => date,
            Some(when) => zone::date_of(scope.zone(), zone::moment(scope.zone(), when).stored()),
        };
        let end = first.checked_add_days(Days::new(u64::from(query.days))).unwrap_or(first);
        let now = When::Instant(scope.now());
        let starts_late = When::Instant(scope.now().max(zone::start_of(scope.zone(), first)));
        Ok(Agenda {
            events: events(scope, first, end).await?,
            // What is due earlier today is overdue by now, not due.
            due: open_tasks(
                scope,
                Condition::all()
                    .add(due_from(scope, starts_late))
                    .add(due_before(scope, When::Date(end))),
            )
            .await?,
            overdue: open_tasks(scope, due_before(scope, now)).await?,
            undated: undated(scope).await?,
        })
    }
}

async fn events(scope: &Scope<'_>, first: NaiveDate, end: NaiveDate) -> Result<Vec<Event>, Error> {
    let range = Range {
        from: Some(Bound::of(scope.zone(), When::Date(first))),
        to: Some(Bound::end(scope.zone(), When::Date(end))),
        most: LIMIT,
        ..Range::default()
    };
    in_range(scope, &range).await
}

async fn open_tasks(scope: &Scope<'_>, due: Condition) -> Result<Vec<Task>, Error> {
    let select = scope
        .own::<tasks::Entity>()
        .filter(is_open())
        .filter(due)
        .order_by_asc(due_or_never(scope))
        .order_by_asc(tasks::Column::Id)
        .limit(LIMIT as u64);
    rows(select, scope.database()).await?.into_iter().map(Task::from_model).collect()
}

async fn undated(scope: &Scope<'_>) -> Result<Vec<Task>, Error> {
    let select = scope
        .own::<tasks::Entity>()
        .filter(is_open())
        .filter(tasks::Column::DueDate.is_null())
        // A step belongs to its task.
        .filter(tasks::Column::ParentId.is_null())
        .order_by_desc(tasks::Column::CreatedAt)
        .order_by_asc(tasks::Column::Id)
        .limit(UNDATED_LIMIT);
    rows(select, scope.database()).await?.into_iter().map(Task::from_model).collect()
}
