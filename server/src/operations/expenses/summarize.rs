//! Adding up expenses by category, month or day.

use std::collections::BTreeMap;

use domain::expense::{ExpenseSummary, GroupTotal, Grouping, SummaryFilter, SummaryQuery};
use domain::money::{Currency, Total};

use super::sums::{self, Sums};
use super::{by_currency, matching, speaking_of, within};
use crate::error::Error;
use crate::operations::{Effect, Operation, Scope};

/// Adds up expenses, each currency by itself.
pub struct SummarizeExpenses;

impl Operation for SummarizeExpenses {
    type Input = SummaryFilter;
    type Output = ExpenseSummary;

    const EFFECT: Effect = Effect::Read;
    const NAME: &'static str = "sum_expenses";
    const SUMMARY: &'static str = "Adds up expenses by category, month or day.";

    async fn run(scope: &mut Scope<'_>, query: SummaryQuery) -> Result<ExpenseSummary, Error> {
        let wanted = matching(scope, query.from, query.to, query.category.as_deref())
            .add(within(query.at_least, query.at_most))
            .add(speaking_of(query.words.as_deref()));
        let groups = match query.by {
            Grouping::Category => sums::by_category(scope, wanted).await?,
            Grouping::Month | Grouping::Day => sums::by_time(scope, wanted, query.by).await?,
        };
        let mut totals: BTreeMap<Currency, (i64, u64)> = BTreeMap::new();
        for ((_, currency), (sum, count)) in &groups {
            let total = totals.entry(*currency).or_default();
            total.0 = total.0.saturating_add(*sum);
            total.1 += count;
        }
        Ok(ExpenseSummary {
            by: query.by,
            groups: in_order(query.by, groups),
            totals: by_currency(totals),
        })
    }
}

/// Categories by size, months and days by date.
fn in_order(by: Grouping, groups: Sums) -> Vec<GroupTotal> {
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
