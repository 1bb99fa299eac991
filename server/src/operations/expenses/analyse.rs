//! Averages, extremes and comparisons of expenses.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use domain::expense::{
    Analysis, AnalysisFilter, AnalysisQuery, Average, CurrencyTotal, Expense, Per,
};
use domain::money::{Currency, Total};
use domain::time::When;
use sea_orm::QueryFilter;

use super::{matching, speaking_of};
use crate::entity::expenses::Entity;
use crate::error::Error;
use crate::operations::{Effect, Operation, Row, Scope};
use crate::zone::{self, Bound};

/// Compares two periods, or finds averages and extremes.
pub struct AnalyseExpenses;

impl Operation for AnalyseExpenses {
    type Input = AnalysisFilter;
    type Output = Analysis;

    const EFFECT: Effect = Effect::Read;
    const MAY_LAG: bool = true;
    const NAME: &'static str = "analyse_expenses";
    const SUMMARY: &'static str =
        "Compares spending in two periods, or finds the average, largest and smallest expenses.";

    async fn run(scope: &mut Scope<'_>, query: AnalysisQuery) -> Result<Analysis, Error> {
        let expenses = find(scope, &query, query.from, query.to).await?;
        let other = match query.other {
            Some((from, to)) => totals(&find(scope, &query, from, to).await?),
            None => Vec::new(),
        };
        let totals = totals(&expenses);
        let averages = match query.per {
            Some(per) => averages(scope, &query, &expenses, &totals, per),
            None => Vec::new(),
        };
        Ok(Analysis {
            largest: extremes(&expenses, &totals, query.most, true),
            smallest: extremes(&expenses, &totals, query.most, false),
            totals,
            other,
            averages,
        })
    }
}

async fn find(
    scope: &Scope<'_>,
    query: &AnalysisQuery,
    from: Option<When>,
    to: Option<When>,
) -> Result<Vec<Expense>, Error> {
    scope
        .own::<Entity>()
        .filter(matching(scope, from, to, query.category.as_deref()))
        .filter(speaking_of(query.words.as_deref()))
        .all(scope.database())
        .await?
        .into_iter()
        .map(Expense::from_model)
        .collect()
}

/// Exact sums, each currency by itself, largest first.
fn totals(expenses: &[Expense]) -> Vec<CurrencyTotal> {
    let mut sums: BTreeMap<Currency, (i64, u64)> = BTreeMap::new();
    for expense in expenses {
        let (sum, count) = sums.entry(expense.currency).or_default();
        *sum = sum.saturating_add(expense.amount.minor());
        *count += 1;
    }
    CurrencyTotal::of(sums)
}

/// The first few of each currency, in the order of the totals; the newest of equals first.
fn extremes(
    expenses: &[Expense],
    totals: &[CurrencyTotal],
    most: u32,
    largest: bool,
) -> Vec<Expense> {
    let mut sorted: Vec<&Expense> = expenses.iter().collect();
    sorted.sort_by(|a, b| {
        let by_amount = a.amount.cmp(&b.amount);
        let by_amount = if largest { by_amount.reverse() } else { by_amount };
        by_amount.then(b.incurred_at.cmp(&a.incurred_at)).then(a.id.cmp(&b.id))
    });
    let of = |currency: Currency| {
        sorted.iter().filter(move |expense| expense.currency == currency).take(most as usize)
    };
    totals.iter().flat_map(|total| of(total.currency)).copied().cloned().collect()
}

fn averages(
    scope: &Scope<'_>,
    query: &AnalysisQuery,
    expenses: &[Expense],
    totals: &[CurrencyTotal],
    per: Per,
) -> Vec<Average> {
    let (first, last) = covered(scope, query, expenses);
    let days = u64::try_from((last - first).num_days() + 1).unwrap_or(1).max(1);
    let average = |total: &CurrencyTotal| {
        let (times, among) = match per {
            Per::Day => (1, days),
            Per::Week => (7, days),
            Per::Month => (1, months(first, last)),
            Per::Expense => (1, total.count),
        };
        Average {
            currency: total.currency,
            average: Total(divided(total.total.minor(), times, among)),
            per,
            among,
        }
    };
    totals.iter().map(average).collect()
}

/// The first and the last day that an average is taken over: the range as far as
/// it has come, or from the first expense where no start is said.
fn covered(
    scope: &Scope<'_>,
    query: &AnalysisQuery,
    expenses: &[Expense],
) -> (NaiveDate, NaiveDate) {
    let zone = scope.zone();
    let today = scope.today();
    let date = |when: When| Bound::of(zone, when).stored_date.date_naive();
    let earliest = expenses.iter().map(|expense| zone::date_of(zone, expense.incurred_at)).min();
    let latest = expenses.iter().map(|expense| zone::date_of(zone, expense.incurred_at)).max();
    let first = query.from.map(date).or(earliest).unwrap_or(today);
    let last = match query.to {
        Some(to) => Bound::end(zone, to).stored_date.date_naive().pred_opt().unwrap_or(today),
        None => today,
    };
    // What was written down for a day to come still counts.
    let last = last.min(latest.map_or(today, |latest| latest.max(today)));
    (first, last.max(first))
}

fn months(first: NaiveDate, last: NaiveDate) -> u64 {
    let number = |date: NaiveDate| i64::from(date.year()) * 12 + i64::from(date.month0());
    u64::try_from(number(last) - number(first) + 1).unwrap_or(1).max(1)
}

/// `sum * times / among`, to the nearest whole, halves up.
fn divided(sum: i64, times: i64, among: u64) -> i64 {
    let among = i128::from(among.max(1));
    let scaled = i128::from(sum) * i128::from(times);
    i64::try_from((2 * scaled + among).div_euclid(2 * among)).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn averages_round_half_up() {
        assert_eq!(divided(100, 1, 3), 33);
        assert_eq!(divided(5, 1, 2), 3);
        assert_eq!(divided(10_000, 7, 30), 2_333);
        assert_eq!(divided(i64::MAX, 7, 1), i64::MAX);
        assert_eq!(divided(5, 1, 0), 5);
    }

    #[test]
    fn months_are_those_that_are_touched() {
        let date = |text: &str| text.parse::<NaiveDate>().expect("a date");
        assert_eq!(months(date("2026-11-01"), date("2026-11-30")), 1);
        assert_eq!(months(date("2025-12-31"), date("2026-02-01")), 3);
    }
}
