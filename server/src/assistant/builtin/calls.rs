//! Typed requests as tool calls.

use chrono::SecondsFormat;
use domain::bulk::{Kind, RowId};
use domain::money::Total;
use domain::repeat::Series;
use serde_json::{Map, Value, json};

use super::super::memory::Memory;
use super::super::tool::ToolCall;
use super::spoken_of::Spoken;
use super::{changes, questions, replies};
use crate::context::Context;
use crate::language::request::{
    Category, Change, Days, Extent, Item, Priority, Repetition, Request, Target, Which,
};
use crate::language::when::Moment;
use crate::zone::next_day;

/// The call that carries a request out, or why there is none.
pub(super) fn of(
    context: &Context,
    memory: &Memory,
    rows: &Spoken,
    request: Request,
) -> Result<ToolCall, String> {
    Ok(match request {
        Request::CreateEvent { title, start, end, location, repeat, zone, .. } => call(
            "create_event",
            [
                ("title", json!(title)),
                ("when", moment(start)),
                ("until", moment(after(end))),
                ("location", json!(location)),
                ("repeats", rule(repeat.as_ref())),
                ("time_zone", json!(zone.map(|zone| zone.name()))),
            ],
        ),
        Request::CreateTask { title, due, priority: wanted, repeat, labels, list } => call(
            "create_task",
            [
                ("title", json!(title)),
                ("due", due.map_or(Value::Null, moment)),
                ("priority", wanted.map_or(Value::Null, priority)),
                ("repeats", rule(repeat.as_ref())),
                ("from_completion", json!(repeat.is_some_and(|repeat| repeat.from_completion))),
                ("labels", some(labels.join(" "))),
                ("maybe_list", json!(list)),
            ],
        ),
        Request::RecordExpense { hundredths, currency, category, description, date, repeat } => {
            let (said, likely) = match category {
                Category::Said(name) => (Some(name), None),
                Category::Guessed(name) => (None, Some(name)),
                Category::Unknown => (None, None),
            };
            call(
                "record_expense",
                [
                    ("amount", json!(Total(hundredths).to_string())),
                    ("currency", json!(currency)),
                    ("category", json!(said)),
                    ("likely_category", json!(likely)),
                    ("description", some(description)),
                    ("when", json!(date)),
                    ("repeats", rule(repeat.as_ref())),
                ],
            )
        }
        Request::Complete { which, done } if is_many(&which) => {
            let mut arguments = wanted(context, rows, &which)?;
            let change = if done { "complete" } else { "reopen" };
            arguments.insert("change".to_owned(), json!(change));
            ToolCall::new("change_many", Value::Object(arguments))
        }
        Request::Complete { which, done } => {
            let which = Which { item: Item::Task, ..which };
            let tool = if done { "complete_task" } else { "reopen_task" };
            ToolCall::new(tool, Value::Object(wanted(context, rows, &which)?))
        }
        Request::Change { which, to } => {
            // "make all standups 10 minutes long" is about one series, or asks which.
            let moves = to.iter().any(|change| matches!(change, Change::Move(_)));
            let one = which.all && !moves && which.days.is_any() && !which.leans();
            let many = is_many(&which) && !one;
            let mut call = changes::call(context, wanted(context, rows, &which)?, &to, many)?;
            // "from january on yoga is every other week": the new rule begins with that day.
            let first = which.days.first.filter(|_| which.extent == Some(Extent::Following));
            if let (Some(first), Some(Value::Object(change))) =
                (first, call.arguments.get_mut("event_changes"))
            {
                change.insert("first_day".to_owned(), json!(first));
            }
            call
        }
        Request::Delete { which } => {
            let tool = if is_many(&which) { "delete_many" } else { "delete_any" };
            ToolCall::new(tool, Value::Object(wanted(context, rows, &which)?))
        }
        Request::Undo => call("undo", [("token", json!(memory.undo))]),
        question => questions::call_for(context, question)?,
    })
}

/// Whether any of the requests leans on what was said before.
pub(super) fn lean(requests: &[Request]) -> bool {
    requests.iter().any(|request| match request {
        Request::Complete { which, .. }
        | Request::Change { which, .. }
        | Request::Delete { which } => which.leans(),
        _ => false,
    })
}

/// The requests with what they lean on named by its title.
pub(super) fn named(mut requests: Vec<Request>, title: &str) -> Vec<Request> {
    for request in &mut requests {
        if let Request::Complete { which, .. }
        | Request::Change { which, .. }
        | Request::Delete { which } = request
            && which.leans()
        {
            which.target = Some(Target::Words(title.to_owned()));
        }
    }
    requests
}

/// Whether it only asks.
pub(super) fn is_question(request: &Request) -> bool {
    !matches!(
        request,
        Request::CreateEvent { .. }
            | Request::CreateTask { .. }
            | Request::RecordExpense { .. }
            | Request::Complete { .. }
            | Request::Change { .. }
            | Request::Delete { .. }
            | Request::Undo
    )
}

fn is_many(which: &Which) -> bool {
    // What follows a day is said of one series.
    let following = which.extent == Some(Extent::Following);
    which.all && !following || matches!(which.target, Some(Target::AllLast | Target::Places(_)))
}

/// One call for each of the rows that are leaned on, for changes that no step over several rows
/// makes: "make both urgent".
pub(super) fn each(context: &Context, rows: &Spoken, request: &Request) -> Option<Vec<ToolCall>> {
    let Request::Change { which, to } = request else { return None };
    let moves = to.iter().any(|change| matches!(change, Change::Move(_)));
    let several = matches!(which.target, Some(Target::AllLast | Target::Places(_)));
    if moves || !several {
        return None;
    }
    let wanted = wanted(context, rows, which).ok()?;
    let among = wanted.get("among")?.as_array()?.clone();
    let call = |row: Value| {
        let mut one = wanted.clone();
        one.insert("among".to_owned(), json!([row]));
        changes::call(context, one, to, false).ok()
    };
    among.into_iter().map(call).collect()
}

/// What is said of the rows that are meant, as tools take it.
pub(super) fn wanted(
    context: &Context,
    rows: &Spoken,
    which: &Which,
) -> Result<Map<String, Value>, String> {
    let kind = match which.item {
        Item::Event => Some(Kind::Event),
        Item::Task => Some(Kind::Task),
        Item::Expense => Some(Kind::Expense),
        Item::Either => None,
    };
    let among: Option<Vec<RowId>> = match &which.target {
        None | Some(Target::Words(_)) => None,
        Some(Target::Last) => Some(rows.last_of(kind)),
        Some(Target::AllLast) => Some(rows.both()),
        Some(Target::Places(places)) => Some(rows.at_all(places)),
        Some(Target::Place(place)) => Some(rows.at(*place).into_iter().collect()),
    };
    if among.as_ref().is_some_and(Vec::is_empty) {
        return Err(replies::WHICH_TITLE.to_owned());
    }
    let leaned = among.as_ref().filter(|_| which.leans());
    // What was just spoken of as a series is meant as one.
    let whole = leaned.is_some_and(|rows| rows.iter().all(|row| row.occurrence.is_none()));
    let undated = which.days.is_any() && which.at.is_none() && leaned.is_none();
    let scope = match which.extent {
        Some(Extent::This) => Some(Series::This),
        Some(Extent::Following) => Some(Series::Following),
        Some(Extent::All) => Some(Series::All),
        None => (whole || which.all && undated).then_some(Series::All),
    };
    let next = which.extent == Some(Extent::This) && undated;
    let one_day = which.days.first.filter(|first| which.days.last == Some(*first));
    let (from, to) = match (&which.at, which.hours.zip(one_day)) {
        (Some(_), _) => (Value::Null, Value::Null),
        (None, Some((hours, day))) => questions::stretch(context, day, hours),
        (None, None) => (json!(which.days.first), json!(which.days.last.map(next_day))),
    };
    Ok(said([
        (if which.guessed { "likely" } else { "kind" }, json!(kind)),
        ("target", json!(which.target.as_ref().and_then(Target::words))),
        ("from", from),
        ("to", to),
        ("at", which.at.map_or(Value::Null, |at| moment(Moment::At(at)))),
        ("amount", json!(which.hundredths.map(|amount| Total(amount).to_string()))),
        ("category", json!(which.category)),
        ("overdue", json!(which.overdue)),
        ("done", if which.done { json!(true) } else { Value::Null }),
        ("among", json!(among)),
        ("scope", json!(scope)),
        ("next", json!(next)),
    ]))
}

/// A call without the arguments that were not said.
pub(super) fn call(
    tool: &str,
    arguments: impl IntoIterator<Item = (&'static str, Value)>,
) -> ToolCall {
    ToolCall::new(tool, Value::Object(said(arguments)))
}

/// Arguments without those that were not said.
pub(super) fn said(
    arguments: impl IntoIterator<Item = (&'static str, Value)>,
) -> Map<String, Value> {
    arguments
        .into_iter()
        .filter(|(_, value)| !matches!(value, Value::Null | Value::Bool(false)))
        .map(|(name, value)| (name.to_owned(), value))
        .collect()
}

/// A moment in exact notation.
pub(super) fn moment(moment: Moment) -> Value {
    match moment {
        Moment::Day(date) => json!(date),
        Moment::At(instant) => json!(instant.to_utc().to_rfc3339_opts(SecondsFormat::Secs, true)),
    }
}

/// The end of an event as tools take it: exclusive, also for days.
pub(super) fn after(end: Moment) -> Moment {
    match end {
        Moment::Day(date) => Moment::Day(next_day(date)),
        at @ Moment::At(_) => at,
    }
}

/// The days as a half-open range. `from_today` fills a missing start, for
/// questions about what lies ahead.
pub(super) fn bounds(context: &Context, days: Days, from_today: bool) -> (Value, Value) {
    let first = days.first.or_else(|| from_today.then(|| context.today()));
    (json!(first), json!(days.last.map(next_day)))
}

/// A priority by its name.
pub(super) fn priority(priority: Priority) -> Value {
    json!(match priority {
        Priority::None => "none",
        Priority::Low => "low",
        Priority::Medium => "medium",
        Priority::High => "high",
    })
}

fn rule(repeat: Option<&Repetition>) -> Value {
    json!(repeat.map(|repeat| &repeat.rule))
}

fn some(text: String) -> Value {
    if text.is_empty() { Value::Null } else { Value::String(text) }
}
