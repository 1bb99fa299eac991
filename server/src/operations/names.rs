//! What the rows are called that people speak of.

use chrono::TimeDelta;
use sea_orm::sea_query::SimpleExpr;
use sea_orm::{ColumnTrait, Condition, QueryFilter, QueryOrder, QuerySelect};

use super::tasks::is_open;
use super::{Effect, Operation, Scope};
use crate::entity::{calendar_events as events, expenses, tasks};
use crate::error::Error;

/// Names of each kind that are looked through.
const MOST: u64 = 500;
/// What is over for longer is hardly spoken of by its bare name.
const DAYS_BACK: i64 = 60;

/// Lists what present events, open tasks and recent expenses are called.
pub struct ListNames;

impl Operation for ListNames {
    type Input = ();
    type Output = Vec<String>;

    const EFFECT: Effect = Effect::Read;
    const NAME: &'static str = "list_names";
    const SUMMARY: &'static str =
        "Lists what present events, open tasks and recent expenses are called.";

    async fn run(scope: &mut Scope<'_>, (): ()) -> Result<Vec<String>, Error> {
        let since = scope.now() - TimeDelta::days(DAYS_BACK);
        let mut names = titles(scope, events::Column::Rrule.is_not_null()).await?;
        // Apart from those that repeat, so that an index finds them.
        names.extend(titles(scope, events::Column::EndTime.gte(since)).await?);
        let done_lately =
            Condition::any().add(is_open()).add(tasks::Column::CompletedAt.gte(since));
        let of_tasks: Vec<String> = scope
            .own::<tasks::Entity>()
            .filter(done_lately)
            .order_by_desc(tasks::Column::UpdatedAt)
            .limit(MOST)
            .select_only()
            .column(tasks::Column::Title)
            .into_tuple()
            .all(scope.database())
            .await?;
        let of_expenses: Vec<Option<String>> = scope
            .own::<expenses::Entity>()
            .filter(expenses::Column::IncurredAt.gte(since))
            .order_by_desc(expenses::Column::IncurredAt)
            .limit(MOST)
            .select_only()
            .column(expenses::Column::Description)
            .into_tuple()
            .all(scope.database())
            .await?;
        names.extend(of_tasks);
        names.extend(of_expenses.into_iter().flatten());
        Ok(names)
    }
}

/// The titles of some events, those first that end first.
async fn titles(scope: &Scope<'_>, which: SimpleExpr) -> Result<Vec<String>, Error> {
    let titles = scope
        .own::<events::Entity>()
        .filter(which)
        .order_by_asc(events::Column::EndTime)
        .limit(MOST)
        .select_only()
        .column(events::Column::Title)
        .into_tuple();
    Ok(titles.all(scope.database()).await?)
}
