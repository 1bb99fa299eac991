//! Typed requests as tool calls.

use chrono::SecondsFormat;
use domain::money::Total;
use serde_json::{Map, Value, json};

use super::super::tool::{Outcome, ToolCall};
use super::replies;
use crate::context::Context;
use crate::language::request::{Change, Days, Item, Move, Priority, Request, Which};
use crate::language::when::Moment;
use crate::zone::next_day;

/// Marks a call whose request repeats, which rows do not keep yet.
const REPEATS: &str = "repeats";

/// The call that carries a request out, or why there is none.
pub(super) fn of(context: &Context, request: Request) -> Result<ToolCall, &'static str> {
    Ok(match request {
        Request::CreateEvent { title, start, end, location, repeat, .. } => call(
            "create_event",
            [
                ("title", json!(title)),
                ("when", moment(start)),
                ("until", moment(after(end))),
                ("location", json!(location)),
                (REPEATS, json!(repeat.is_some())),
            ],
        ),
        Request::CreateTask { title, due, priority: wanted, repeat } => call(
            "create_task",
            [
                ("title", json!(title)),
                ("due", due.map_or(Value::Null, moment)),
                ("priority", wanted.map_or(Value::Null, priority)),
                (REPEATS, json!(repeat.is_some())),
            ],
        ),
        Request::RecordExpense { hundredths, currency, category, description, date, repeat } => {
            call(
                "record_expense",
                [
                    ("amount", json!(Total(hundredths).to_string())),
                    ("currency", json!(currency)),
                    ("category", json!(category.name())),
                    ("description", some(description)),
                    ("when", json!(date)),
                    (REPEATS, json!(repeat.is_some())),
                ],
            )
        }
        Request::Complete { which, done: true } if !which.all => {
            call("complete_task", [("target", json!(words(&which)?))])
        }
        Request::ListEvents { days, words, .. } => {
            let (from, to) = bounds(context, days, words.is_none() || days.first.is_none());
            call("list_events", [("from", from), ("to", to), ("words", json!(words))])
        }
        Request::ListTasks { days, overdue, done: false, .. } => {
            let (from, mut to) = bounds(context, days, false);
            if overdue {
                to = json!(context.now.to_rfc3339_opts(SecondsFormat::Secs, true));
            }
            call("list_tasks", [("from", from), ("to", to)])
        }
        Request::ListExpenses { days, spending, .. } => {
            let (from, to) = bounds(context, days, false);
            let category = json!(spending.category);
            call("list_expenses", [("from", from), ("to", to), ("category", category)])
        }
        Request::SumExpenses { days, spending, .. } => {
            let (from, to) = bounds(context, days, false);
            let category = json!(spending.category);
            call("sum_expenses", [("from", from), ("to", to), ("category", category)])
        }
        Request::Change { which, to } => match to.into_iter().next() {
            Some(Change::Move(to)) if !which.all => reschedule(&which, to)?,
            _ => return Err(replies::NOT_YET),
        },
        Request::Delete { which } if which.all => return Err(replies::ONE_AT_A_TIME),
        Request::Delete { which } => delete(&which)?,
        Request::FindFreeTime { .. } => return Err(replies::NO_FREE_TIME),
        Request::Undo => call("undo", []),
        Request::Complete { .. }
        | Request::ListTasks { .. }
        | Request::CompareExpenses { .. }
        | Request::AverageExpenses { .. }
        | Request::LargestExpenses { .. }
        | Request::Count { .. } => return Err(replies::NOT_YET),
    })
}

/// The words a row is named by; a row named by what was said before is not known yet.
fn words(which: &Which) -> Result<Option<&str>, &'static str> {
    match &which.target {
        Some(target) => target.words().map(Some).ok_or(replies::WHICH),
        None => Ok(None),
    }
}

fn delete(which: &Which) -> Result<ToolCall, &'static str> {
    let target = json!(words(which)?);
    let on = which.at.map_or_else(|| json!(which.days.first), |at| moment(Moment::At(at)));
    Ok(match which.item {
        Item::Task => call("delete_task", [("target", target)]),
        Item::Expense => call("delete_expense", [("target", target), ("on", on)]),
        Item::Event | Item::Either => call("delete_event", [("target", target), ("on", on)]),
    })
}

/// Whether something that repeats was added.
pub(super) fn repeats(results: &[(ToolCall, Outcome)]) -> bool {
    results.iter().any(|(call, outcome)| {
        matches!(outcome, Outcome::Changed(_)) && call.arguments[REPEATS] == Value::Bool(true)
    })
}

fn reschedule(which: &Which, to: Move) -> Result<ToolCall, &'static str> {
    let target = json!(words(which)?);
    if which.item == Item::Task {
        let due = match to {
            Move::To { start, .. } => moment(start),
            Move::Time(_) | Move::By(_) | Move::ByDays(_) => Value::Null,
        };
        return Ok(call("update_task", [("target", target), ("due", due)]));
    }
    let on = which.at.map_or_else(|| json!(which.days.first), |at| moment(Moment::At(at)));
    let mut arguments = vec![("target", target), ("on", on)];
    match to {
        Move::To { start, .. } => arguments.push(("when", moment(start))),
        Move::Time(time) => arguments.push(("time", json!(time.format("%H:%M").to_string()))),
        Move::By(minutes) => arguments.push(("shift_minutes", json!(minutes))),
        Move::ByDays(days) => arguments.push(("shift_minutes", json!(days * 24 * 60))),
    }
    Ok(call("update_event", arguments))
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
        Priority::None => "none",
        Priority::Low => "low",
        Priority::Medium => "medium",
        Priority::High => "high",
    })
}

fn some(text: String) -> Value {
    if text.is_empty() { Value::Null } else { Value::String(text) }
}
