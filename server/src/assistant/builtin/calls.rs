//! Typed requests as tool calls.

use chrono::SecondsFormat;
use domain::money::Total;
use serde_json::{Map, Value, json};

use super::super::tool::{Outcome, ToolCall};
use super::replies;
use crate::context::Context;
use crate::language::request::{Days, Item, Move, Priority, Request};
use crate::language::when::Moment;
use crate::zone::next_day;

/// Marks a call whose request repeats, which rows do not keep yet.
const REPEATS: &str = "repeats";

/// The call that carries a request out, or why there is none.
pub(super) fn of(context: &Context, request: Request) -> Result<ToolCall, &'static str> {
    Ok(match request {
        Request::CreateEvent { title, start, end, location, rule, .. } => call(
            "create_event",
            [
                ("title", json!(title)),
                ("when", moment(start)),
                ("until", moment(after(end))),
                ("location", json!(location)),
                (REPEATS, json!(rule.is_some())),
            ],
        ),
        Request::CreateTask { title, due, priority: wanted, rule } => call(
            "create_task",
            [
                ("title", json!(title)),
                ("due", due.map_or(Value::Null, moment)),
                ("priority", wanted.map_or(Value::Null, priority)),
                (REPEATS, json!(rule.is_some())),
            ],
        ),
        Request::RecordExpense { hundredths, currency, category, description, date } => call(
            "record_expense",
            [
                ("amount", json!(Total(hundredths).to_string())),
                ("currency", json!(currency)),
                ("category", json!(category)),
                ("description", some(description)),
                ("when", json!(date)),
            ],
        ),
        Request::CompleteTask { target } => call("complete_task", [("target", json!(target))]),
        Request::ListEvents { days, target } => {
            let (from, to) = bounds(context, days, target.is_none() || days.first.is_none());
            call("list_events", [("from", from), ("to", to), ("words", json!(target))])
        }
        Request::ListTasks { days, overdue, .. } => {
            let (from, mut to) = bounds(context, days, false);
            if overdue {
                to = json!(context.now.to_rfc3339_opts(SecondsFormat::Secs, true));
            }
            call("list_tasks", [("from", from), ("to", to)])
        }
        Request::ListExpenses { days, category, .. } => {
            let (from, to) = bounds(context, days, false);
            call("list_expenses", [("from", from), ("to", to), ("category", json!(category))])
        }
        Request::SumExpenses { days, category } => {
            let (from, to) = bounds(context, days, false);
            call("sum_expenses", [("from", from), ("to", to), ("category", json!(category))])
        }
        Request::Reschedule { item, target, from, to } => reschedule(item, target, from, to),
        Request::DeleteEvent { all: true, .. } | Request::DeleteTask { all: true, .. } => {
            return Err(replies::ONE_AT_A_TIME);
        }
        Request::DeleteEvent { target, days, at, .. } => {
            let on = at.map_or_else(|| json!(days.first), |at| moment(Moment::At(at)));
            call("delete_event", [("target", json!(target)), ("on", on)])
        }
        Request::DeleteTask { target, .. } => call("delete_task", [("target", json!(target))]),
        Request::DeleteExpense { target, days, .. } => {
            call("delete_expense", [("target", json!(target)), ("on", json!(days.first))])
        }
        Request::FindFreeTime { .. } => return Err(replies::NO_FREE_TIME),
        Request::Undo => call("undo", []),
    })
}

/// Whether something that repeats was added.
pub(super) fn repeats(results: &[(ToolCall, Outcome)]) -> bool {
    results.iter().any(|(call, outcome)| {
        matches!(outcome, Outcome::Changed(_)) && call.arguments[REPEATS] == Value::Bool(true)
    })
}

fn reschedule(item: Item, target: Option<String>, from: Option<Moment>, to: Move) -> ToolCall {
    if item == Item::Task {
        let due = match to {
            Move::To { start, .. } => moment(start),
            Move::Time(_) | Move::By(_) => Value::Null,
        };
        return call("update_task", [("target", json!(target)), ("due", due)]);
    }
    let mut arguments = vec![("target", json!(target)), ("on", from.map_or(Value::Null, moment))];
    match to {
        Move::To { start, .. } => arguments.push(("when", moment(start))),
        Move::Time(time) => arguments.push(("time", json!(time.format("%H:%M").to_string()))),
        Move::By(minutes) => arguments.push(("shift_minutes", json!(minutes))),
    }
    call("update_event", arguments)
}

/// A call without the arguments that were not said.
fn call(tool: &str, arguments: impl IntoIterator<Item = (&'static str, Value)>) -> ToolCall {
    let said: Map<String, Value> = arguments
        .into_iter()
        .filter(|(_, value)| !matches!(value, Value::Null | Value::Bool(false)))
        .map(|(name, value)| (name.to_owned(), value))
        .collect();
    ToolCall::new(tool, Value::Object(said))
}

fn moment(moment: Moment) -> Value {
    match moment {
        Moment::Day(date) => json!(date),
        Moment::At(instant) => json!(instant.to_utc().to_rfc3339_opts(SecondsFormat::Secs, true)),
    }
}

/// The end of an event as tools take it: exclusive, also for days.
fn after(end: Moment) -> Moment {
    match end {
        Moment::Day(date) => Moment::Day(next_day(date)),
        at @ Moment::At(_) => at,
    }
}

/// The days as a half-open range. `from_today` fills a missing start, for
/// questions about what lies ahead.
fn bounds(context: &Context, days: Days, from_today: bool) -> (Value, Value) {
    let first = days.first.or_else(|| from_today.then(|| context.today()));
    (json!(first), json!(days.last.map(next_day)))
}

fn priority(priority: Priority) -> Value {
    json!(match priority {
        Priority::Low => "low",
        Priority::Medium => "medium",
        Priority::High => "high",
    })
}

fn some(text: String) -> Value {
    if text.is_empty() { Value::Null } else { Value::String(text) }
}
