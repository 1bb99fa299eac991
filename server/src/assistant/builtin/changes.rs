//! Changes of rows as tool calls.

use chrono::{Days, NaiveDate};
use domain::money::Total;
use serde_json::{Map, Value, json};

use super::super::tool::ToolCall;
use super::calls::{after, moment, priority, said};
use crate::context::Context;
use crate::language::request::{Change, Move, Repetition};
use crate::language::when::Moment;

const NOT_MANY: &str = "Several at once I can only complete, move or delete.";
const ONE_DAY: &str = "Several at once move to a day, to a clock time, or by hours or days.";

/// The call that changes the wanted rows. The first change that a kind of row can
/// have is meant for it.
pub(super) fn call(
    context: &Context,
    wanted: Map<String, Value>,
    to: &[Change],
    many: bool,
) -> Result<ToolCall, String> {
    if many {
        return all(wanted, to);
    }
    let mut arguments = wanted;
    let kinds = [
        ("event_changes", to.iter().find_map(event)),
        ("task_changes", to.iter().find_map(task)),
        ("expense_changes", to.iter().find_map(|change| expense(context.today(), change))),
    ];
    for (kind, change) in kinds {
        if let Some(change) = change {
            arguments.insert(kind.to_owned(), Value::Object(change));
        }
    }
    Ok(ToolCall::new("change_any", Value::Object(arguments)))
}

fn all(mut wanted: Map<String, Value>, to: &[Change]) -> Result<ToolCall, String> {
    let mut moves = to.iter().filter_map(|change| match change {
        Change::Move(to) => Some(to),
        _ => None,
    });
    let to = match moves.next().ok_or(NOT_MANY)? {
        Move::To { start: start @ Moment::Day(_), .. } => ("move_to", moment(*start)),
        Move::To { start: Moment::At(_), .. } => return Err(ONE_DAY.to_owned()),
        Move::Time(time) | Move::Hour(time) => ("time", json!(time.format("%H:%M").to_string())),
        Move::By(minutes) => ("shift_minutes", json!(minutes)),
        Move::ByDays(days) => ("shift_days", json!(days)),
    };
    wanted.extend(said([("change", json!("move")), to]));
    Ok(ToolCall::new("change_many", Value::Object(wanted)))
}

/// What several changes at once come to; all of them have to fit.
fn each(
    changes: &[Change],
    one: impl Fn(&Change) -> Option<Map<String, Value>>,
) -> Option<Map<String, Value>> {
    let mut all = Map::new();
    for change in changes {
        all.extend(one(change)?);
    }
    Some(all)
}

fn event(change: &Change) -> Option<Map<String, Value>> {
    Some(said(match change {
        Change::All(several) => return each(several, event),
        Change::Move(Move::To { start, end }) => vec![
            ("when", moment(*start)),
            ("until", end.map_or(Value::Null, |end| moment(after(end)))),
        ],
        Change::Move(other) => moved(other),
        Change::Title(title) => vec![("title", json!(title))],
        Change::Location(place) => vec![("location", json!(place))],
        Change::Note(note) => vec![("note", json!(note))],
        Change::Length(minutes) => vec![("duration_minutes", json!(minutes))],
        Change::Longer(minutes) => vec![("longer_minutes", json!(minutes))],
        Change::Ends(time) => vec![("ends", json!(time.format("%H:%M").to_string()))],
        Change::Repeat(repeat) => {
            vec![("repeats", repeats(repeat.as_ref())), ("time", time(repeat.as_ref()))]
        }
        Change::Undated
        | Change::Amount { .. }
        | Change::Currency(_)
        | Change::Category(_)
        | Change::Priority(_) => return None,
    }))
}

fn task(change: &Change) -> Option<Map<String, Value>> {
    Some(said(match change {
        Change::All(several) => return each(several, task),
        Change::Move(Move::To { start, .. }) => vec![("due", moment(*start))],
        Change::Move(other) => moved(other),
        Change::Undated => vec![("undated", json!(true))],
        Change::Note(note) => vec![("note", json!(note))],
        Change::Title(title) => vec![("title", json!(title))],
        Change::Priority(wanted) => vec![("priority", priority(*wanted))],
        Change::Repeat(repeat) => vec![
            ("repeats", repeats(repeat.as_ref())),
            ("time", time(repeat.as_ref())),
            ("from_completion", json!(repeat.as_ref().is_some_and(|r| r.from_completion))),
        ],
        Change::Amount { .. }
        | Change::Currency(_)
        | Change::Category(_)
        | Change::Location(_)
        | Change::Length(_)
        | Change::Longer(_)
        | Change::Ends(_) => return None,
    }))
}

fn expense(today: NaiveDate, change: &Change) -> Option<Map<String, Value>> {
    Some(said(match change {
        Change::All(several) => return each(several, |change| expense(today, change)),
        Change::Move(Move::To { start, .. }) => vec![("when", json!(past(today, start.date())))],
        Change::Move(Move::ByDays(days)) => vec![("shift_days", json!(days))],
        Change::Title(title) => vec![("description", json!(title))],
        Change::Amount { hundredths, currency } => {
            vec![("amount", json!(Total(*hundredths).to_string())), ("currency", json!(currency))]
        }
        Change::Note(note) => vec![("note", json!(note))],
        Change::Currency(currency) => vec![("currency", json!(currency))],
        Change::Category(category) => vec![("category", json!(category))],
        Change::Repeat(repeat) => vec![("repeats", repeats(repeat.as_ref()))],
        Change::Move(Move::Time(_) | Move::Hour(_) | Move::By(_))
        | Change::Undated
        | Change::Priority(_)
        | Change::Location(_)
        | Change::Length(_)
        | Change::Longer(_)
        | Change::Ends(_) => return None,
    }))
}

/// Money was spent on the latest such day: "actually friday" is the last one.
fn past(today: NaiveDate, date: NaiveDate) -> NaiveDate {
    let week_before = date.checked_sub_days(Days::new(7)).unwrap_or(date);
    if date > today && week_before <= today { week_before } else { date }
}

/// A move that does not say to where.
fn moved(to: &Move) -> Vec<(&'static str, Value)> {
    match to {
        Move::To { start, .. } => vec![("when", moment(*start))],
        Move::Time(time) => vec![("time", json!(time.format("%H:%M").to_string()))],
        Move::Hour(time) => vec![("hour", json!(time.format("%H:%M").to_string()))],
        Move::By(minutes) => vec![("shift_minutes", json!(minutes))],
        Move::ByDays(days) => vec![("shift_days", json!(days))],
    }
}

fn time(repeat: Option<&Repetition>) -> Value {
    let time = repeat.and_then(|repeat| repeat.time);
    json!(time.map(|time| time.format("%H:%M").to_string()))
}

fn repeats(repeat: Option<&Repetition>) -> Value {
    json!(repeat.map_or("never", |repeat| repeat.rule.as_str()))
}
