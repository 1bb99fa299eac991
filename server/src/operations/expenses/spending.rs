//! What was spent over some weeks, amount by amount: several summaries from one reading.

use chrono::{DateTime, Utc};
use domain::Uuid;
use domain::expense::{Spent, SummaryFilter, SummaryQuery};
use sea_orm::{QueryFilter, QuerySelect};

use super::{matching, speaking_of, within};
use crate::entity::expenses::{Column, Entity};
use crate::error::Error;
use crate::operations::{Effect, Operation, Scope, rows};
use crate::zone;

/// Lists what was spent by day and category.
pub struct ListSpending;

impl Operation for ListSpending {
    type Input = SummaryFilter;
    type Output = Vec<Spent>;

    const EFFECT: Effect = Effect::Read;
    const NAME: &'static str = "list_spending";
    const SUMMARY: &'static str = "Lists what was spent, with day and category.";

    async fn run(scope: &mut Scope<'_>, query: SummaryQuery) -> Result<Vec<Spent>, Error> {
        let wanted = matching(scope, query.from, query.to, query.category.as_deref())
            .add(within(query.at_least, query.at_most))
            .add(speaking_of(query.words.as_deref()));
        let rows: Vec<(Uuid, DateTime<Utc>, String, String, i64)> = scope
            .own::<Entity>()
            .filter(wanted)
            .select_only()
            .columns([
                Column::Id,
                Column::IncurredAt,
                Column::Category,
                Column::Currency,
                Column::AmountMinor,
            ])
            .into_tuple()
            .all(scope.database())
            .await?;
        let spent = |(id, at, category, currency, minor): (_, _, _, String, _)| {
            Ok(Spent {
                day: zone::date_of(scope.zone(), at),
                category,
                currency: currency.parse().unwrap_or_default(),
                amount: rows::amount("expense", id, minor)?,
            })
        };
        rows.into_iter().map(spent).collect()
    }
}
