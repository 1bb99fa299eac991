//! Adding up expenses by category, month or day.

use domain::expense::{ExpenseSummary, Grouping, SummaryFilter, SummaryQuery};

use super::{matching, speaking_of, sums, within};
use crate::error::Error;
use crate::operations::{Effect, Operation, Scope};

/// Adds up expenses, each currency by itself.
pub struct SummarizeExpenses;

impl Operation for SummarizeExpenses {
    type Input = SummaryFilter;
    type Output = ExpenseSummary;

    const EFFECT: Effect = Effect::Read;
    const MAY_LAG: bool = true;
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
        Ok(ExpenseSummary::of(query.by, groups))
    }
}
