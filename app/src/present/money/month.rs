//! A month at a glance: its sum, against the month before, by category and budget.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use chrono::{Datelike, Days, Months, NaiveDate};
use domain::budget::{BudgetFilter, BudgetState};
use domain::expense::{ExpenseSummary, Grouping, Spent};
use domain::input::Field;
use domain::money::{Currency, Total};
use server::context::Context;
use server::error::Error;
use server::operations::budgets::ListBudgets;
use server::operations::call;
use server::words::Words;

use super::asked::Asked;
use super::shares::{budget, shares};
use super::{chart, spending};
use crate::texts;
use crate::view::money::{EVERYTHING, MonthView};

/// The month that holds a date, as its first day and the first day after it.
pub(crate) fn month_of(date: NaiveDate) -> (NaiveDate, NaiveDate) {
    let first = date.with_day(1).unwrap_or(date);
    (first, first.checked_add_months(Months::new(1)).unwrap_or(first))
}

/// The day after a date, of which chrono knows a last one.
pub(super) fn next_day(date: NaiveDate) -> NaiveDate {
    date.checked_add_days(Days::new(1)).unwrap_or(date)
}

/// The first day of the month before.
pub(super) fn before(first: NaiveDate) -> Option<NaiveDate> {
    first.checked_sub_months(Months::new(1))
}

fn day_before(date: NaiveDate) -> NaiveDate {
    date.checked_sub_days(Days::new(1)).unwrap_or(date)
}

/// Sums up the month that begins on `first`.
pub(crate) async fn month(
    context: &Context,
    first: NaiveDate,
    asked: &Asked,
) -> Result<MonthView, Error> {
    let wording = Words::of(context);
    let end = month_of(first).1;
    let earlier = before(first).unwrap_or(first);
    // One reading for four summaries.
    let spent = spending(context, earlier, end).await?;
    let sums = |from, to, by| sums(&spent, from, to, by);
    let by_category = sums(first, end, Grouping::Category);
    let by_day = sums(first, end, Grouping::Day);
    let by_day_before = sums(earlier, first, Grouping::Day);
    let reached = wording.today.min(day_before(end)).max(first);
    // Of the month before only as much as has passed of this one can be compared.
    let until = day_of(earlier, first, reached);
    let by_category_before = sums(earlier, until, Grouping::Category);
    let filter = BudgetFilter {
        month: Field::Value(first.format("%Y-%m").to_string()),
        ..BudgetFilter::default()
    };
    let budgets = call::<ListBudgets>(context, filter).await?.value;
    let everything = budgets.iter().find(|state| state.budget.category.is_none());

    // The currency that most was spent in; with nothing spent, the budget's or the person's.
    let budgeted = everything.map(|state| state.budget.currency);
    let main = by_category.totals.first().map(|most| most.currency);
    let main = main.or(budgeted).unwrap_or(wording.currency());
    let of_main = by_category.totals.iter().find(|total| total.currency == main);
    let sum = of_main.map_or(Total::default(), |total| total.total);
    let others = by_category.totals.iter().filter(|total| total.currency != main);
    let others = others.map(|other| wording.total(other.total, other.currency)).collect();

    let now = running(&by_day, main, first, reached);
    let then = running(&by_day_before, main, earlier, day_before(first));
    let limit = everything.filter(|state| state.budget.currency == main);
    let name = first.format("%B").to_string();
    let drawn = chart::Month {
        first,
        end,
        currency: main,
        running: &now,
        before: &then,
        budget: limit.map(|state| state.budget.amount.minor()),
    };
    let edit = |category: &str| asked.address_with(Some(("budget", category)));
    Ok(MonthView {
        brief: brief(&wording, limit, (sum, main), &name),
        name,
        total: wording.total(sum, main),
        others,
        comparison: comparison(&wording, main, earlier, &now, &then, reached),
        budget: budget(&wording, everything, String::new(), edit(EVERYTHING)),
        shares: shares(&wording, &by_category, &by_category_before, &budgets, (main, sum), asked),
        chart: chart::draw(&wording, &drawn),
    })
}

/// The sums of what was spent on a half-open range of days.
fn sums(spent: &[Spent], from: NaiveDate, to: NaiveDate, by: Grouping) -> ExpenseSummary {
    let mut sums = BTreeMap::<_, (i64, u64)>::new();
    for one in spent.iter().filter(|one| from <= one.day && one.day < to) {
        let key = match by {
            Grouping::Category => one.category.clone(),
            Grouping::Month => one.day.format("%Y-%m").to_string(),
            Grouping::Day => one.day.to_string(),
        };
        let sum = sums.entry((key, one.currency)).or_default();
        *sum = (sum.0.saturating_add(one.amount.minor()), sum.1 + 1);
    }
    ExpenseSummary::of(by, sums)
}

/// `€214.00 left for November.`, `€12.00 over budget in November.`, `€84.00 spent in November.`
fn brief(
    wording: &Words,
    budget: Option<&BudgetState>,
    (sum, currency): (Total, Currency),
    month: &str,
) -> String {
    match budget {
        Some(budget) if budget.over.minor() > 0 => {
            texts::today::over_budget(&wording.total(budget.over, currency), month)
        }
        Some(budget) => texts::today::left_for(&wording.total(budget.left, currency), month),
        None if sum.minor() == 0 => String::new(),
        None => texts::today::spent_in(&wording.total(sum, currency), month),
    }
}

/// The end of what has passed of the month before by the day that this one has reached; all of it
/// once this one is over.
fn day_of(earlier: NaiveDate, first: NaiveDate, reached: NaiveDate) -> NaiveDate {
    if next_day(reached) == month_of(first).1 {
        return first;
    }
    earlier
        .checked_add_days(Days::new(u64::from(reached.day())))
        .map_or(first, |day| day.min(first))
}

/// The sum after each day, from the first to the last.
fn running(
    by_day: &ExpenseSummary,
    currency: Currency,
    first: NaiveDate,
    last: NaiveDate,
) -> Vec<i64> {
    let mut sum = 0_i64;
    first
        .iter_days()
        .take_while(|day| *day <= last)
        .map(|day| {
            let key = day.to_string();
            let spent = by_day
                .groups
                .iter()
                .find(|group| group.key == key && group.currency == currency)
                .map_or(0, |group| group.total.minor());
            sum = sum.saturating_add(spent);
            sum
        })
        .collect()
}

/// `€84.00 less than by the 23rd of October.`, or of a month that is over, `than in October`.
fn comparison(
    wording: &Words,
    currency: Currency,
    earlier: NaiveDate,
    running: &[i64],
    running_before: &[i64],
    reached: NaiveDate,
) -> String {
    let whole = running_before.last().copied().unwrap_or_default();
    let over = next_day(reached) == month_of(reached).1;
    let same_day = running_before.get(running.len().saturating_sub(1)).filter(|_| !over);
    let then = same_day.copied().unwrap_or(whole);
    let Some(now) = running.last().copied().filter(|_| whole != 0) else { return String::new() };
    let month = earlier.format("%B").to_string();
    let when = if over {
        texts::money::in_month(&month)
    } else {
        texts::money::by_day(reached.day(), &month)
    };
    let difference = wording.total(Total((now.saturating_sub(then)).saturating_abs()), currency);
    match now.cmp(&then) {
        Ordering::Less => texts::money::less_than(&difference, &when),
        Ordering::Equal => texts::money::as_much_as(&when),
        Ordering::Greater => texts::money::more_than(&difference, &when),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_compared_by_the_same_days() {
        let date = |text: &str| text.parse::<NaiveDate>().expect("a date");
        let until = |earlier: &str, first: &str, reached: &str| {
            day_of(date(earlier), date(first), date(reached)).to_string()
        };
        assert_eq!(until("2026-10-01", "2026-11-01", "2026-11-23"), "2026-10-24");
        assert_eq!(until("2026-10-01", "2026-11-01", "2026-11-30"), "2026-11-01");
        assert_eq!(until("2026-02-01", "2026-03-01", "2026-03-30"), "2026-03-01");
    }
}
