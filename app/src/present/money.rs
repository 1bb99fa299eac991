//! A month's money: sums, shares and the running line.

use chrono::{Datelike, Days, Months, NaiveDate};
use domain::expense::{Expense, ExpenseFilter, ExpenseSummary, Grouping, SummaryFilter};
use domain::input::Field;
use domain::money::{Currency, Total};
use domain::time::When;
use server::context::Context;
use server::error::Error;
use server::operations::call;
use server::operations::expenses::{ListCategories, ListExpenses, SummarizeExpenses};

use super::row;
use crate::view::money::{Curve, MoneyView, MonthView, Share, hue};
use crate::view::row::{ExpenseView, Group};
use server::words::Words;

/// Width and height of the curve's drawing.
const DRAWING: (i64, i64) = (300, 80);

/// The month that holds a date, as its first day and the first day after it.
pub(crate) fn month_of(date: NaiveDate) -> (NaiveDate, NaiveDate) {
    let first = date.with_day(1).unwrap_or(date);
    (first, first.checked_add_months(Months::new(1)).unwrap_or(first))
}

fn day_before(date: NaiveDate) -> NaiveDate {
    date.checked_sub_days(Days::new(1)).unwrap_or(date)
}

/// Sums up the month that begins on `first`.
pub(crate) async fn month(context: &Context, first: NaiveDate) -> Result<MonthView, Error> {
    let wording = Words::of(context);
    let end = month_of(first).1;
    let before = first.checked_sub_months(Months::new(1)).unwrap_or(first);
    let by_category = sums(context, first, end, Grouping::Category).await?;
    let by_day = sums(context, first, end, Grouping::Day).await?;
    let by_day_before = sums(context, before, first, Grouping::Day).await?;

    let mut totals = by_category.totals.iter();
    let (main, sum) = totals
        .next()
        .map_or((wording.currency(), Total::default()), |most| (most.currency, most.total));
    let reached = wording.today.min(day_before(end)).max(first);
    let now = running(&by_day, main, first, reached);
    let then = running(&by_day_before, main, before, day_before(first));
    Ok(MonthView {
        name: first.format("%B").to_string(),
        total: wording.total(sum, main),
        others: totals.map(|other| wording.total(other.total, other.currency)).collect(),
        comparison: comparison(&wording, main, before, &now, &then),
        shares: shares(&wording, &by_category, main),
        curve: curve(&now, &then, (end - first).num_days()),
    })
}

async fn sums(
    context: &Context,
    from: NaiveDate,
    to: NaiveDate,
    by: Grouping,
) -> Result<ExpenseSummary, Error> {
    let filter = SummaryFilter {
        from: Field::Value(When::Date(from)),
        to: Field::Value(When::Date(to)),
        category: Field::Absent,
        q: Field::Absent,
        by: Field::Value(by),
    };
    Ok(call::<SummarizeExpenses>(context, filter).await?.value)
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

/// `€40.00 less than by this day of October.`
fn comparison(
    wording: &Words,
    currency: Currency,
    before: NaiveDate,
    running: &[i64],
    running_before: &[i64],
) -> String {
    let same_day = running_before.get(running.len().saturating_sub(1)).or(running_before.last());
    let (Some(now), Some(then)) = (running.last(), same_day) else { return String::new() };
    if running_before.last().is_none_or(|whole| *whole == 0) {
        return String::new();
    }
    let month = before.format("%B");
    let difference = wording.total(Total((now - then).abs()), currency);
    match now.cmp(then) {
        std::cmp::Ordering::Less => format!("{difference} less than by this day of {month}."),
        std::cmp::Ordering::Equal => format!("As much as by this day of {month}."),
        std::cmp::Ordering::Greater => format!("{difference} more than by this day of {month}."),
    }
}

fn shares(wording: &Words, summary: &ExpenseSummary, main: Currency) -> Vec<Share> {
    let comparable = |minor: i64, currency: Currency| if currency == main { minor } else { 0 };
    let largest = summary
        .groups
        .iter()
        .map(|group| comparable(group.total.minor(), group.currency))
        .max()
        .unwrap_or_default()
        .max(1);
    summary
        .groups
        .iter()
        .map(|group| {
            let minor = comparable(group.total.minor(), group.currency);
            Share {
                category: group.key.clone(),
                hue: hue(&group.key),
                total: wording.total(group.total, group.currency),
                count: group.count,
                thousandths: u16::try_from(minor.saturating_mul(1000) / largest).unwrap_or(1000),
            }
        })
        .collect()
}

/// Both lines on one scale.
fn curve(running: &[i64], before: &[i64], days: i64) -> Curve {
    let top = running.iter().chain(before).copied().max().unwrap_or_default();
    let (Some(last), true) = (running.last(), top > 0) else { return Curve::default() };
    let (width, height) = DRAWING;
    // Room for the line's own thickness above and below.
    let y = |minor: i64| height - 4 - minor.saturating_mul(height - 8) / top;
    let x = |index: usize, days: i64| {
        i64::try_from(index + 1).unwrap_or(days).min(days) * width / days.max(1)
    };
    let path = |sums: &[i64], days: i64| {
        sums.iter().enumerate().fold(format!("M0 {}", y(0)), |path, (index, sum)| {
            format!("{path}L{} {}", x(index, days), y(*sum))
        })
    };
    let end = (x(running.len() - 1, days), y(*last));
    let line = path(running, days);
    let anything_before = before.last().is_some_and(|sum| *sum > 0);
    let days_before = i64::try_from(before.len()).unwrap_or(days);
    Curve {
        area: format!("{line}L{} {base}L0 {base}Z", end.0, base = y(0)),
        before: if anything_before { path(before, days_before) } else { String::new() },
        line,
        end: (u16::try_from(end.0).unwrap_or_default(), u16::try_from(end.1).unwrap_or_default()),
    }
}

/// The expenses page for the month that begins on `first`.
pub(crate) async fn page(context: &Context, first: NaiveDate) -> Result<MoneyView, Error> {
    let wording = Words::of(context);
    let end = month_of(first).1;
    let filter = ExpenseFilter {
        from: Field::Value(When::Date(first)),
        to: Field::Value(When::Date(end)),
        ..ExpenseFilter::default()
    };
    let expenses = call::<ListExpenses>(context, filter).await?.value.items;
    Ok(MoneyView {
        month: month(context, first).await?,
        previous: day_before(first).format("%Y-%m").to_string(),
        next: if end <= wording.today { end.format("%Y-%m").to_string() } else { String::new() },
        days: by_day(&wording, &expenses),
        categories: call::<ListCategories>(context, ()).await?.value,
        today: wording.today.to_string(),
        example: wording.total(Total(1250), wording.currency()),
    })
}

fn by_day(wording: &Words, expenses: &[Expense]) -> Vec<Group<ExpenseView>> {
    let date = |expense: &Expense| wording.local(expense.incurred_at).date();
    expenses
        .chunk_by(|a, b| date(a) == date(b))
        .map(|day| {
            let date = day.first().map_or(wording.today, date);
            Group {
                key: date.to_string(),
                title: wording.day(date),
                note: wording.long(date),
                rows: day.iter().map(|expense| row::expense(wording, expense)).collect(),
            }
        })
        .collect()
}
