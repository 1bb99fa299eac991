//! Counting tasks.

use std::collections::BTreeMap;

use domain::Uuid;
use domain::task::{Count, Labels, TaskCounts};
use domain::time::When;
use sea_orm::{ColumnTrait, Condition, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};

use super::list::{due_before, due_from, is_open};
use crate::entity::tasks::{Column, Entity};
use crate::error::Error;
use crate::operations::{Effect, Operation, Scope};
use crate::zone;

/// Counts open tasks: overdue, today, in each list and with each label.
pub struct CountTasks;

impl Operation for CountTasks {
    type Input = ();
    type Output = TaskCounts;

    const EFFECT: Effect = Effect::Read;
    const NAME: &'static str = "count_tasks";
    const SUMMARY: &'static str =
        "Counts open tasks: overdue, due today, in each list and with each label.";

    async fn run(scope: &mut Scope<'_>, (): ()) -> Result<TaskCounts, Error> {
        let tomorrow = When::Date(zone::next_day(scope.today()));
        let now = When::Instant(scope.now());
        let today = Condition::all().add(due_from(scope, now)).add(due_before(scope, tomorrow));
        let unlisted =
            Condition::all().add(Column::ListId.is_null()).add(Column::ParentId.is_null());
        let lists: Vec<(Uuid, i64)> = scope
            .own::<Entity>()
            .filter(is_open())
            .filter(Column::ListId.is_not_null())
            .select_only()
            .column(Column::ListId)
            .column_as(Column::Id.count(), "open")
            .group_by(Column::ListId)
            .order_by_asc(Column::ListId)
            .into_tuple()
            .all(scope.database())
            .await?;
        Ok(TaskCounts {
            open: count(scope, Condition::all()).await?,
            overdue: count(scope, due_before(scope, now)).await?,
            today: count(scope, today).await?,
            unlisted: count(scope, unlisted).await?,
            lists: lists
                .into_iter()
                .map(|(of, open)| Count { of, open: u64::try_from(open).unwrap_or_default() })
                .collect(),
            labels: labels(scope).await?,
        })
    }
}

async fn count(scope: &Scope<'_>, of: Condition) -> Result<u64, Error> {
    Ok(scope.own::<Entity>().filter(is_open()).filter(of).count(scope.database()).await?)
}

/// How many open tasks have each label.
async fn labels(scope: &Scope<'_>) -> Result<Vec<Count<String>>, Error> {
    let rows: Vec<String> = scope
        .own::<Entity>()
        .filter(is_open())
        .filter(Column::Labels.ne(""))
        .select_only()
        .column(Column::Labels)
        .into_tuple()
        .all(scope.database())
        .await?;
    let mut counts = BTreeMap::<String, u64>::new();
    for row in &rows {
        for label in Labels::from_stored(row).iter() {
            *counts.entry(label.to_owned()).or_default() += 1;
        }
    }
    Ok(counts.into_iter().map(|(of, open)| Count { of, open }).collect())
}
