//! Adding up expenses by category, month or day.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::expense::{ExpenseSummary, GroupTotal, Grouping, SummaryFilter, SummaryQuery};
use domain::money::{Currency, Total};
use sea_orm::{QueryFilter, QuerySelect};

use super::{by_currency, matching, speaking_of};
use crate::entity::expenses::{Column, Entity};
use crate::error::Error;
use crate::operations::{Effect, Operation, Scope};
use crate::zone;

/// Adds up expenses, each currency by itself.
pub struct SummarizeExpenses;

/// What is needed of an expense to add it up.
type Spent = (DateTime<Utc>, String, String, i64);

impl Operation for SummarizeExpenses {
    type Input = SummaryFilter;
    type Output = ExpenseSummary;

    const EFFECT: Effect = Effect::Read;
    const NAME: &'static str = "sum_expenses";
    const SUMMARY: &'static str = "Adds up expenses by category, month or day.";

    /// Adds up in the program: only it knows the person's zone, in which months
    /// and days begin, and its integers are exact on every database.
    async fn run(scope: &mut Scope<'_>, query: SummaryQuery) -> Result<ExpenseSummary, Error> {
        let range = matching(scope, query.from, query.to, query.category.as_deref());
        let spent: Vec<Spent> = scope
            .own::<Entity>()
            .filter(range)
            .filter(speaking_of(query.words.as_deref()))
            .select_only()
            .columns([Column::IncurredAt, Column::Category, Column::Currency, Column::AmountMinor])
            .into_tuple()
            .all(scope.database())
            .await?;
        let mut groups: BTreeMap<(String, Currency), (i64, u64)> = BTreeMap::new();
        let mut totals: BTreeMap<Currency, (i64, u64)> = BTreeMap::new();
        for (incurred_at, category, currency, minor) in spent {
            let currency = currency.parse().unwrap_or_default();
            let date = zone::date_of(scope.zone(), incurred_at);
            let key = match query.by {
                Grouping::Category => category,
                Grouping::Month => date.format("%Y-%m").to_string(),
                Grouping::Day => date.to_string(),
            };
            for (sum, count) in
                [groups.entry((key, currency)).or_default(), totals.entry(currency).or_default()]
            {
                *sum = sum.saturating_add(minor);
                *count += 1;
            }
        }
        Ok(ExpenseSummary {
            by: query.by,
            groups: in_order(query.by, groups),
            totals: by_currency(totals),
        })
    }
}

/// Categories by size, months and days by date.
fn in_order(by: Grouping, groups: BTreeMap<(String, Currency), (i64, u64)>) -> Vec<GroupTotal> {
    let mut groups: Vec<GroupTotal> = groups
        .into_iter()
        .map(|((key, currency), (sum, count))| GroupTotal {
            key,
            currency,
            total: Total(sum),
            count,
        })
        .collect();
    if by == Grouping::Category {
        groups.sort_by(|a, b| b.total.cmp(&a.total).then_with(|| a.key.cmp(&b.key)));
    }
    groups
}
