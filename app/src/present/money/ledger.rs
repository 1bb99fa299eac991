//! The table of expenses: one page of rows, sorted and narrowed by the address.

use domain::expense::{ExpenseFilter, ExpenseOrder, ExpenseSort, ExpenseSummary, SummaryFilter};
use domain::input::{Field, FromScalar, Scalar};
use domain::money::Typed;
use domain::time::When;
use domain::validation::FieldError;
use form_urlencoded::Serializer;
use server::context::Context;
use server::error::Error;
use server::operations::call;
use server::operations::expenses::{ListExpenses, SummarizeExpenses};
use server::words::Words;

use super::asked::Asked;
use crate::present::row;
use crate::texts;
use crate::view::money::{FilterView, HeadView, LedgerView};

/// Rows on a page.
const ROWS: u32 = 50;

/// The table as the address asks for it. What cannot be looked for is said, and nothing is shown.
pub(super) async fn read(context: &Context, asked: &Asked) -> Result<LedgerView, Error> {
    let wording = Words::of(context);
    let filter = filter(context, asked);
    let summary = SummaryFilter {
        from: filter.from.clone(),
        to: filter.to.clone(),
        category: filter.category.clone(),
        at_least: filter.at_least.clone(),
        at_most: filter.at_most.clone(),
        q: filter.q.clone(),
        by: Field::Absent,
    };
    let sort = filter.sort.clone().value().unwrap_or_default();
    let order = filter.order.clone().value().unwrap_or(sort.usual());
    let view = LedgerView {
        filter: asked.filter.clone(),
        month: asked.month.0.format("%B").to_string(),
        heads: heads(asked, sort, order),
        first: first(asked),
        file: file(&filter),
        whole: asked.only_month(asked.month.0).address(),
        ..LedgerView::default()
    };
    let page = match call::<ListExpenses>(context, filter).await {
        Ok(done) => done.value,
        Err(Error::Invalid(invalid)) => {
            return Ok(LedgerView { problem: problem(&invalid.0), ..view });
        }
        Err(error) => return Err(error),
    };
    let summary = call::<SummarizeExpenses>(context, summary).await?.value;
    let next = page.next.map(|cursor| asked.with(|filter| filter.after = cursor).address());
    Ok(LedgerView {
        rows: page.items.iter().map(|expense| row::expense(&wording, expense)).collect(),
        count: count(&wording, &summary),
        next: next.unwrap_or_default(),
        ..view
    })
}

fn filter(context: &Context, asked: &Asked) -> ExpenseFilter {
    let written = &asked.filter;
    let text = |value: &str| Field::from(Some(value.to_owned()).filter(|value| !value.is_empty()));
    let mark = context.actor.customs.mark;
    let amount = |value: &str| match value {
        "" => Field::Absent,
        value => Typed::parse(value, mark).map_or_else(Field::Invalid, Field::Value),
    };
    let (from, to) = asked.days();
    let day = |day: Option<_>| day.map_or(Field::Absent, |day| Field::Value(When::Date(day)));
    ExpenseFilter {
        from: day(from),
        to: day(to),
        category: text(&written.category),
        at_least: amount(&written.least),
        at_most: amount(&written.most),
        q: text(&written.q),
        // An order that does not exist is none.
        sort: read_or_none::<ExpenseSort>(&written.sort),
        order: read_or_none::<ExpenseOrder>(&written.order),
        limit: Field::Value(ROWS),
        cursor: text(&written.after),
    }
}

fn read_or_none<T: FromScalar>(text: &str) -> Field<T> {
    T::from_scalar(Scalar::Text(text.to_owned())).map_or(Field::Absent, Field::Value)
}

/// `At least: Write an amount such as 12.50.`
fn problem(wrong: &[FieldError]) -> String {
    let sentences: Vec<String> = wrong
        .iter()
        .map(|wrong| {
            let field = match wrong.field.as_str() {
                "at_least" => texts::ledger::AT_LEAST,
                "at_most" => texts::ledger::AT_MOST,
                "q" => texts::ledger::WORDS,
                "category" => texts::money::CATEGORY,
                "cursor" => return texts::ledger::PAGE_GONE.to_owned(),
                _ => texts::DATES,
            };
            format!("{field}: {}", wrong.message)
        })
        .collect();
    sentences.join(" ")
}

fn heads(asked: &Asked, sort: ExpenseSort, order: ExpenseOrder) -> Vec<HeadView> {
    let head = |by: ExpenseSort| {
        let is_sorted = by == sort;
        let to = if is_sorted { order.turned() } else { by.usual() };
        let turned = asked.with(|filter: &mut FilterView| {
            filter.sort = by.name().to_owned();
            filter.order = to.name().to_owned();
        });
        let sorted = match (is_sorted, order) {
            (false, _) => "",
            (true, ExpenseOrder::Up) => "ascending",
            (true, ExpenseOrder::Down) => "descending",
        };
        let label = match by {
            ExpenseSort::Date => texts::DATE,
            ExpenseSort::Amount => texts::money::AMOUNT,
            ExpenseSort::Category => texts::money::CATEGORY,
            ExpenseSort::Description => texts::money::FOR,
        };
        HeadView { label: label.to_owned(), address: turned.address(), sorted: sorted.to_owned() }
    };
    ExpenseSort::ALL.map(head).to_vec()
}

fn first(asked: &Asked) -> String {
    if asked.filter.after.is_empty() { String::new() } else { asked.with(|_| ()).address() }
}

/// The same expenses as the contract's file. Its query is that of REST.
fn file(filter: &ExpenseFilter) -> String {
    let mut query = Serializer::new(String::new());
    let mut pair = |name: &str, value: Option<String>| {
        if let Some(value) = value {
            query.append_pair(name, &value);
        }
    };
    let day = |when: &Field<When>| match when {
        Field::Value(When::Date(date)) => Some(date.to_string()),
        _ => None,
    };
    let amount = |field: &Field<Typed>| field.clone().value().map(|typed| typed.amount.to_string());
    pair("from", day(&filter.from));
    pair("to", day(&filter.to));
    pair("category", filter.category.clone().value());
    pair("at_least", amount(&filter.at_least));
    pair("at_most", amount(&filter.at_most));
    pair("q", filter.q.clone().value());
    pair("sort", filter.sort.clone().value().map(|sort| sort.name().to_owned()));
    pair("order", filter.order.clone().value().map(|order| order.name().to_owned()));
    let query = query.finish();
    format!("/api/expenses/export?{query}").trim_end_matches('?').to_owned()
}

/// `43 expenses, €1,204.50 and $12.00`: each currency by itself.
fn count(wording: &Words, summary: &ExpenseSummary) -> String {
    let rows: u64 = summary.totals.iter().map(|total| total.count).sum();
    let sums: Vec<String> =
        summary.totals.iter().map(|sum| wording.total(sum.total, sum.currency)).collect();
    match rows {
        0 => String::new(),
        rows => texts::ledger::total(usize::try_from(rows).unwrap_or(usize::MAX), &sums),
    }
}
