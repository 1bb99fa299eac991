//! The rows that may be meant, whatever they are called.

use chrono::{Days, TimeDelta};
use domain::bulk::{Kind, RowId};
use domain::event::{Event, EventFilter};
use domain::expense::ExpenseFilter;
use domain::history::Item;
use domain::input::{Field, FromScalar, Scalar};
use domain::money::Typed;
use domain::repeat::Series;
use domain::task::TaskFilter;
use domain::time::{Moment, When};

use super::super::phrases;
use super::{Wanted, series};
use crate::context::Context;
use crate::error::Error;
use crate::language::Direction;
use crate::operations::budgets::ReadBudget;
use crate::operations::call;
use crate::operations::events::{ListEvents, ReadEvent};
use crate::operations::expenses::{ListExpenses, ReadExpense};
use crate::operations::tasks::{ListTasks, ReadTask};
use crate::{repeat, zone};

/// Events are looked for from a month ago until a year ahead.
const DAYS_BACK: u64 = 31;
const DAYS_AHEAD: u64 = 400;
/// Expenses are looked for in the last year.
const SPENT_BACK: u64 = 366;

/// The rows that pass everything said but the name. Where something says when, a repeating event
/// is the occurrence that is meant by it, or with `each` every one of them.
pub(super) async fn rows(
    context: &Context,
    wanted: &Wanted,
    each: bool,
) -> Result<Vec<Item>, Error> {
    let mut found = match &wanted.among {
        Some(rows) => among(context, wanted, rows).await?,
        None => listed(context, wanted, each).await?,
    };
    if let Some(at) = &wanted.at {
        let at = zone::moment(context.actor.zone, phrases::exact("at", at)?);
        found.retain(|item| start(item) == Some(at));
    }
    // A stretch of a day means what begins in it, and not what reaches into it.
    if let Some(When::Instant(from)) =
        wanted.from.as_deref().map(|from| phrases::exact("from", from)).transpose()?
    {
        found.retain(|item| matches!(start(item), Some(Moment::Instant(at)) if at >= from));
    }
    if let Some(amount) = &wanted.amount {
        let typed = Typed::from_scalar(Scalar::Text(amount.clone()))
            .map_err(|message| Error::field("amount", message))?;
        found.retain(|item| matches!(item, Item::Expense(row) if row.amount == typed.amount));
    }
    if wanted.overdue {
        found.retain(|item| match item {
            Item::Task(task) => {
                !task.is_complete && task.due_date.is_some_and(|due| is_over(context, due))
            }
            _ => false,
        });
    }
    Ok(found)
}

fn start(item: &Item) -> Option<Moment> {
    match item {
        Item::Event(event) => Some(event.start_time),
        Item::Task(task) => task.due_date,
        Item::Expense(_) | Item::Budget(_) | Item::List(_) | Item::Filter(_) => None,
    }
}

fn is_over(context: &Context, due: Moment) -> bool {
    match due {
        Moment::Date(date) => date < context.today(),
        Moment::Instant(instant) => instant < context.now,
    }
}

/// The given rows of the wanted kind; those that are gone are left out.
async fn among(context: &Context, wanted: &Wanted, rows: &[RowId]) -> Result<Vec<Item>, Error> {
    let mut found = Vec::with_capacity(rows.len());
    for row in rows {
        if wanted.kind.is_some_and(|kind| kind != row.kind) {
            continue;
        }
        let read = match row.kind {
            Kind::Event => call::<ReadEvent>(context, row.id.into())
                .await
                .and_then(|done| part_of(context, wanted, done.value, row).map(Item::Event)),
            Kind::Task => {
                call::<ReadTask>(context, row.id.into()).await.map(|done| Item::Task(done.value))
            }
            Kind::Expense => call::<ReadExpense>(context, row.id.into())
                .await
                .map(|done| Item::Expense(done.value)),
            Kind::Budget => call::<ReadBudget>(context, row.id.into())
                .await
                .map(|done| Item::Budget(done.value)),
            Kind::List | Kind::Filter => Err(Error::NotFound),
        };
        match read {
            Ok(item) => found.push(item),
            Err(Error::NotFound) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(found)
}

/// A row that was named outright, or the occurrence of it that is named or said.
fn part_of(context: &Context, wanted: &Wanted, row: Event, named: &RowId) -> Result<Event, Error> {
    let zone = context.actor.zone;
    if let Some(handle) = named.occurrence.filter(|_| row.rrule.is_some()) {
        return repeat::occurrence(&row, zone, handle).ok_or(Error::NotFound);
    }
    if row.rrule.is_none() || !wanted.is_dated() {
        return Ok(row);
    }
    let (from, to) = range(context, wanted, Direction::Forward)?;
    series::within(context, &row, from, to).ok_or(Error::NotFound)
}

async fn listed(context: &Context, wanted: &Wanted, each: bool) -> Result<Vec<Item>, Error> {
    let only_tasks = wanted.overdue || wanted.done.is_some();
    let only_expenses = wanted.amount.is_some() || wanted.category.is_some();
    let is_wanted = |kind| {
        wanted.kind.is_none_or(|wanted| wanted == kind)
            && (!only_tasks || kind == Kind::Task)
            && (!only_expenses || kind == Kind::Expense)
    };
    let mut found = Vec::new();
    if is_wanted(Kind::Event) {
        found.extend(events(context, wanted, each).await?);
    }
    if is_wanted(Kind::Task) {
        found.extend(tasks(context, wanted).await?);
    }
    if is_wanted(Kind::Expense) {
        found.extend(expenses(context, wanted).await?);
    }
    Ok(found)
}

/// The range that is said, if one is.
fn range(
    context: &Context,
    wanted: &Wanted,
    direction: Direction,
) -> Result<(Option<When>, Option<When>), Error> {
    if let Some(on) = &wanted.on {
        let (from, to) = phrases::range(context, "on", on, direction)?;
        return Ok((Some(from), Some(to)));
    }
    if let Some(at) = &wanted.at {
        let at = phrases::exact("at", at)?;
        let behind = match zone::moment(context.actor.zone, at) {
            Moment::Instant(instant) => When::Instant(instant + TimeDelta::seconds(1)),
            Moment::Date(date) => When::Date(zone::next_day(date)),
        };
        return Ok((Some(at), Some(behind)));
    }
    let side = |name: &'static str, text: &Option<String>| {
        text.as_deref().map(|text| phrases::exact(name, text)).transpose()
    };
    Ok((side("from", &wanted.from)?, side("to", &wanted.to)?))
}

async fn events(context: &Context, wanted: &Wanted, each: bool) -> Result<Vec<Item>, Error> {
    let (said_from, said_to) = range(context, wanted, Direction::Forward)?;
    let dated = wanted.is_dated();
    let expand = each && dated && wanted.scope.is_none_or(|scope| scope == Series::This);
    let day = |when: &When| zone::moment(context.actor.zone, *when).stored().date_naive();
    let today = context.today();
    let first = today.checked_sub_days(Days::new(DAYS_BACK)).unwrap_or(today);
    let begin = said_from.as_ref().map_or(today, day).max(today);
    let last = begin.checked_add_days(Days::new(DAYS_AHEAD)).unwrap_or(begin);
    let filter = EventFilter {
        from: Field::Value(said_from.unwrap_or(When::Date(first))),
        to: Field::Value(said_to.unwrap_or(When::Date(last))),
        expand: Field::Value(expand),
        ..EventFilter::default()
    };
    let rows = call::<ListEvents>(context, filter).await?.value.items;
    let whole = !dated || expand;
    let rows = rows.into_iter().filter_map(|row| match series::is_whole(&row) && !whole {
        true => series::within(context, &row, said_from, said_to),
        false => Some(row),
    });
    Ok(rows.map(Item::Event).collect())
}

async fn tasks(context: &Context, wanted: &Wanted) -> Result<Vec<Item>, Error> {
    let (from, to) = range(context, wanted, Direction::Forward)?;
    let field = |when: Option<When>| when.map_or(Field::Absent, Field::Value);
    let filter = TaskFilter {
        is_complete: wanted.done.map_or(Field::Absent, Field::Value),
        due_after: field(from),
        due_before: field(to),
        ..TaskFilter::default()
    };
    let rows = call::<ListTasks>(context, filter).await?.value.items;
    Ok(rows.into_iter().map(Item::Task).collect())
}

async fn expenses(context: &Context, wanted: &Wanted) -> Result<Vec<Item>, Error> {
    let today = context.today();
    let (from, to) = range(context, wanted, Direction::Back)?;
    let first = today.checked_sub_days(Days::new(SPENT_BACK)).unwrap_or(today);
    let filter = ExpenseFilter {
        from: Field::Value(from.unwrap_or(When::Date(first))),
        to: to.map_or(Field::Absent, Field::Value),
        category: wanted.category.clone().into(),
        ..ExpenseFilter::default()
    };
    let rows = call::<ListExpenses>(context, filter).await?.value.items;
    Ok(rows.into_iter().map(Item::Expense).collect())
}
