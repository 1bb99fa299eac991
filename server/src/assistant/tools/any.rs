//! Calls for rows whose kind is not said: "delete dentist". They find the row and
//! hand over to the tool of its kind. Only the built-in interpreter makes them; a
//! language model names the kind.

use domain::bulk::{Kind, RowId};
use domain::history::Item;
use domain::repeat::Series;
use futures::FutureExt;
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::super::tool::{Found, Outcome, Prepared, Reading, Tool, ToolCall};
use super::finding::{Settled, Wanted, all, joined, one, row_id};
use super::many::still_ahead;
use super::{arguments, ready};
use crate::context::Context;
use crate::error::Error;
use crate::operations::Effect;
use crate::words::Words;

/// Tools that are not offered to language models.
pub(super) static INTERNAL: &[Tool] = &[CHANGE, DELETE, SHOW];

const CHANGE: Tool = Tool {
    name: "change_any",
    summary: "Changes an event, a task or an expense.",
    effect: Effect::Write,
    parameters: super::parameters::<Value>,
    prepare: |context, value| change(context, value).boxed(),
    run: |_, _| nothing().boxed(),
};

const DELETE: Tool = Tool {
    name: "delete_any",
    summary: "Removes an event, a task or an expense.",
    effect: Effect::Destructive,
    parameters: super::parameters::<Value>,
    prepare: |context, value| delete(context, value).boxed(),
    run: |_, _| nothing().boxed(),
};

const SHOW: Tool = Tool {
    name: "show_any",
    summary: "Shows an event, a task or an expense.",
    effect: Effect::Read,
    parameters: super::parameters::<Value>,
    prepare: |_, value| async move { Ok(ready(value)) }.boxed(),
    run: |context, value| show(context, value).boxed(),
};

/// These tools always hand over.
async fn nothing() -> Result<Outcome, Error> {
    Err(Error::Internal("a call for any kind of row was not handed over".to_owned()))
}

/// What becomes of the row, for each kind that it can be said of.
#[derive(Deserialize)]
struct ChangeArguments {
    #[serde(flatten)]
    wanted: Wanted,
    event_changes: Option<Map<String, Value>>,
    task_changes: Option<Map<String, Value>>,
    expense_changes: Option<Map<String, Value>>,
}

async fn change(context: &Context, value: Value) -> Result<Prepared, Error> {
    let wish: ChangeArguments = arguments(value)?;
    let changes = [
        (Kind::Event, wish.event_changes),
        (Kind::Task, wish.task_changes),
        (Kind::Expense, wish.expense_changes),
    ];
    // "move lunch" means a plan, and no lunch that was paid for.
    let planned = matches!(wish.wanted.likely, Some(Kind::Event | Kind::Task));
    let fits = |kind: Kind| {
        !(planned && kind == Kind::Expense)
            && changes.iter().any(|(other, change)| *other == kind && change.is_some())
    };
    let scope = wish.wanted.scope;
    let call = |row: RowId| {
        let change = changes.iter().find(|(other, _)| *other == row.kind);
        let mut all = change.and_then(|(_, change)| change.clone()).unwrap_or_default();
        all.extend(named(row, scope));
        ToolCall::new(&format!("update_{}", row.kind.name()), Value::Object(all))
    };
    hand_over(context, wish.wanted, fits, call).await
}

async fn delete(context: &Context, value: Value) -> Result<Prepared, Error> {
    let wanted: Wanted = arguments(value)?;
    if let Some(rows) = joined(context, &wanted).await? {
        return Ok(Prepared::Instead(ToolCall::new("delete_many", json!({ "among": rows }))));
    }
    if let Some(rows) = several_times(context, &wanted).await? {
        return Ok(Prepared::Instead(ToolCall::new("delete_many", json!({ "among": rows }))));
    }
    let scope = wanted.scope;
    let call = |row: RowId| {
        let tool = format!("delete_{}", row.kind.name());
        ToolCall::new(&tool, Value::Object(named(row, scope)))
    };
    hand_over(context, wanted, |_| true, call).await
}

/// Every occurrence of the one series that is meant, where a stretch of days was said that holds
/// several of them: "cancel yoga this week".
async fn several_times(context: &Context, wanted: &Wanted) -> Result<Option<Vec<RowId>>, Error> {
    let named = wanted.target.is_some() && wanted.among.is_none();
    let range = wanted.from.is_some() && wanted.to.is_some() || wanted.on.is_some();
    if !named || !range || wanted.scope.is_some_and(|scope| scope != Series::This) {
        return Ok(None);
    }
    let Settled::One(item) = one(context, wanted, &|_| true).await? else { return Ok(None) };
    let meant = row_id(&item);
    if meant.occurrence.is_none() {
        return Ok(None);
    }
    let rows = still_ahead(context, all(context, wanted).await?);
    let rows: Vec<RowId> = rows.iter().map(row_id).filter(|row| row.id == meant.id).collect();
    Ok((rows.len() > 1).then_some(rows))
}

/// The arguments that name a row, or which part of it.
pub(super) fn named(row: RowId, scope: Option<Series>) -> Map<String, Value> {
    let mut all = Map::new();
    all.insert("id".to_owned(), json!(row.id));
    if row.kind == Kind::Event {
        all.extend(row.occurrence.map(|at| ("occurrence".to_owned(), json!(at))));
        all.extend(scope.map(|scope| ("scope".to_owned(), json!(scope))));
    }
    all
}

/// Goes on with the row that is meant, if it is of a kind that fits.
async fn hand_over(
    context: &Context,
    wanted: Wanted,
    fits: impl Fn(Kind) -> bool + Sync,
    call: impl Fn(RowId) -> ToolCall,
) -> Result<Prepared, Error> {
    Ok(match one(context, &wanted, &fits).await? {
        Settled::None(reason) => Prepared::Refused(reason),
        Settled::One(item) => match once_of_task(&item, &wanted) {
            Some(reason) => Prepared::Refused(reason),
            None => Prepared::Instead(call(row_id(&item))),
        },
        Settled::Several(rows) => Prepared::Ambiguous(
            rows.into_iter().map(|(row, label)| Reading { label, call: call(row) }).collect(),
        ),
    })
}

/// Why one time of a repeating task cannot be left out: there is only the one that is open.
fn once_of_task(item: &Item, wanted: &Wanted) -> Option<String> {
    let Item::Task(task) = item else { return None };
    let once = task.rrule.is_some() && wanted.scope == Some(Series::This);
    once.then(|| {
        format!("“{}” is a repeating task. Tick it off, and the next one comes.", task.title)
    })
}

async fn show(context: &Context, value: Value) -> Result<Outcome, Error> {
    let wanted: Wanted = arguments(value)?;
    Ok(match one(context, &wanted, &|_| true).await? {
        Settled::One(item) => Outcome::Found(match *item {
            Item::Event(event) => Found::Events(vec![event]),
            Item::Task(task) => Found::Tasks(vec![task]),
            Item::Expense(expense) => Found::Expenses(vec![expense]),
            // Nothing looks for one by its name.
            Item::Budget(budget) => {
                return Ok(Outcome::Refused(Words::of(context).budget(&budget)));
            }
            Item::List(_) | Item::Filter(_) => return Err(Error::NotFound),
        }),
        Settled::Several(_) => Outcome::Refused("Which one do you mean?".to_owned()),
        Settled::None(reason) => Outcome::Refused(reason),
    })
}
