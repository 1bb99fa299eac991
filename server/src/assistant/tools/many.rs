//! Tools over several rows at once, named by what they have in common.

use chrono::NaiveDate;
use domain::bulk::{BulkChange, ChangeRows, DeleteRows, Kind, ROWS_LIMIT, Shift};
use domain::history::Item;
use domain::repeat::Series;
use domain::time::Moment;
use futures::FutureExt;
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::{Value, json};

use super::super::tool::{Outcome, Prepared, Tool, ToolCall};
use super::finding::{Wanted, all, row_id};
use super::{any, arguments, clock, phrases, tool};
use crate::context::Context;
use crate::error::Error;
use crate::kept;
use crate::language::Direction;
use crate::operations::bulk::{ChangeMany, DeleteMany};
use crate::operations::{Operation, call};
use crate::words::Words;
use crate::zone;
use domain::chat::Action;

/// How many rows are named; the rest is counted.
const NAMED: usize = 10;

pub(super) const CHANGE: Tool = tool::<ChangeMany, ChangeArguments>(
    |context, value| change(context, value).boxed(),
    |context, input| run::<ChangeMany>(context, input).boxed(),
);

pub(super) const DELETE: Tool = tool::<DeleteMany, Selection>(
    |context, value| delete(context, value).boxed(),
    |context, input| run::<DeleteMany>(context, input).boxed(),
);

/// Which rows are meant.
#[derive(Deserialize, JsonSchema)]
pub(super) struct Selection {
    /// What the person said about when they are, such as "tomorrow".
    period: Option<String>,
    #[serde(flatten)]
    wanted: Wanted,
}

/// What becomes of which events or tasks.
#[derive(Deserialize, JsonSchema)]
pub(super) struct ChangeArguments {
    #[serde(flatten)]
    which: Selection,
    /// What to do with them.
    change: Verb,
    /// What the person said about where they move, such as "monday".
    move_to: Option<String>,
    /// Their new clock time (`15:00`), if the day stays.
    time: Option<String>,
    /// Minutes to move them by; negative is earlier.
    shift_minutes: Option<i64>,
    /// Days to move them by; negative is earlier.
    shift_days: Option<i64>,
}

/// What can be done with several rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum Verb {
    /// Tick tasks off.
    Complete,
    /// Open tasks again.
    Reopen,
    /// Move events or deadlines.
    Move,
}

async fn change(context: &Context, value: Value) -> Result<Prepared, Error> {
    let wish: ChangeArguments = arguments(value)?;
    let mut wanted = selected(&wish.which);
    let (change, verb) = match wish.change {
        Verb::Complete => (BulkChange::Complete, "Complete"),
        Verb::Reopen => (BulkChange::Reopen, "Reopen"),
        Verb::Move => {
            let shift = if let Some(to) = &wish.move_to {
                Shift::Date(date(context, to)?)
            } else if let Some(time) = &wish.time {
                Shift::Time(clock(time)?)
            } else if let Some(shift) = super::shift(wish.shift_minutes, wish.shift_days) {
                shift
            } else {
                return Ok(Prepared::Refused("Where should they go?".to_owned()));
            };
            (BulkChange::Move(shift), "Move")
        }
    };
    match wish.change {
        Verb::Move => wanted.done = Some(false).filter(|_| wanted.kind == Some(Kind::Task)),
        Verb::Complete | Verb::Reopen => {
            wanted.kind = Some(Kind::Task);
            wanted.done = Some(wish.change == Verb::Reopen);
        }
    }
    let mut rows = still_ahead(context, all(context, &wanted).await?);
    // Expenses do not move, and what is done stays where it was due.
    rows.retain(|row| match row {
        Item::Event(_) => true,
        Item::Task(task) => change == BulkChange::Reopen || !task.is_complete,
        Item::Expense(_) | Item::Budget(_) | Item::List(_) | Item::Filter(_) => false,
    });
    let to = match change {
        BulkChange::Move(shift) => format!(" {}", goal(context, shift)),
        _ => String::new(),
    };
    match rows.as_slice() {
        [Item::Task(task)] if change == BulkChange::Complete => {
            Ok(Prepared::Instead(ToolCall::new("complete_task", json!({ "id": task.id }))))
        }
        [row @ Item::Event(_)] => {
            let mut one = any::named(row_id(row), wanted.scope.or(Some(whole(row))));
            one.extend(wish.goes());
            Ok(Prepared::Instead(ToolCall::new("update_event", Value::Object(one))))
        }
        _ => several(
            context,
            &as_meant(rows, &wanted),
            |names| format!("{verb} {names}{to}?"),
            |rows| ChangeRows { rows, change },
        ),
    }
}

async fn delete(context: &Context, value: Value) -> Result<Prepared, Error> {
    let mut wanted = selected(&arguments(value)?);
    let is_bounded = wanted.on.is_some() || wanted.from.is_some() || wanted.to.is_some();
    if wanted.kind == Some(Kind::Event) && !is_bounded && wanted.among.is_none() {
        // What is over is not meant by "all my meetings"; series are meant as a whole.
        wanted.from = Some(context.today().to_string());
        wanted.scope = wanted.scope.or(Some(Series::All));
    }
    let rows = still_ahead(context, all(context, &wanted).await?);
    // "no yoga this week" leaves alone what has been.
    if wanted.scope == Some(Series::This)
        && !rows.is_empty()
        && !rows.iter().any(|row| is_ahead(context, row))
    {
        return Ok(Prepared::Refused("That is over already.".to_owned()));
    }
    match rows.as_slice() {
        [row] => {
            let tool = format!("delete_{}", row_id(row).kind.name());
            let one = any::named(row_id(row), wanted.scope.or(Some(whole(row))));
            Ok(Prepared::Instead(ToolCall::new(&tool, Value::Object(one))))
        }
        _ => several(
            context,
            &as_meant(rows, &wanted),
            |names| format!("Delete {names}?"),
            |rows| DeleteRows { rows },
        ),
    }
}

/// The rows without the occurrences that are over, where others are not: "no yoga this week" on a
/// Thursday is about Friday's.
pub(super) fn still_ahead(context: &Context, mut rows: Vec<Item>) -> Vec<Item> {
    if rows.iter().any(|row| is_ahead(context, row)) {
        rows.retain(|row| is_ahead(context, row));
    }
    rows
}

/// Whether it is no occurrence that is over.
fn is_ahead(context: &Context, row: &Item) -> bool {
    match row {
        Item::Event(event) if event.occurrence.is_some() => match event.end_time {
            Moment::Date(end) => end > context.today(),
            Moment::Instant(end) => end > context.now,
        },
        _ => true,
    }
}

/// What is meant of the only row that fits: the occurrence that was found, or all of it.
fn whole(row: &Item) -> Series {
    if row_id(row).occurrence.is_some() { Series::This } else { Series::All }
}

impl ChangeArguments {
    /// Where the rows move, as the tool for one of them takes it.
    fn goes(&self) -> impl Iterator<Item = (String, Value)> + use<> {
        let said = [
            ("when", json!(self.move_to)),
            ("time", json!(self.time)),
            ("shift_minutes", json!(self.shift_minutes)),
            ("shift_days", json!(self.shift_days)),
        ];
        let said = said.into_iter().filter(|(_, value)| !value.is_null());
        said.map(|(name, value)| (name.to_owned(), value))
    }
}

fn selected(which: &Selection) -> Wanted {
    let on = which.period.clone().or_else(|| which.wanted.on.clone());
    Wanted { on, ..which.wanted.clone() }
}

fn date(context: &Context, phrase: &str) -> Result<NaiveDate, Error> {
    let when = phrases::span(context, "move_to", phrase, Direction::Forward)?.start;
    Ok(match zone::moment(context.actor.zone, when) {
        Moment::Date(date) => date,
        Moment::Instant(instant) => zone::date_of(context.actor.zone, instant),
    })
}

/// Where rows go, in words.
fn goal(context: &Context, shift: Shift) -> String {
    let words = Words::of(context);
    let by = |number: i64, unit: &str| {
        let direction = if number < 0 { "earlier" } else { "later" };
        let plural = if number.abs() == 1 { "" } else { "s" };
        format!("{} {unit}{plural} {direction}", number.unsigned_abs())
    };
    match shift {
        Shift::Minutes(minutes) if minutes % 60 == 0 => by(minutes / 60, "hour"),
        Shift::Minutes(minutes) => by(minutes, "minute"),
        Shift::Days(days) => by(days, "day"),
        Shift::Date(date) => format!("to {}", words.exactly(date)),
        Shift::Time(time) => format!("to {}", words.time(time)),
    }
}

/// The step over all of the rows, or why there is none.
fn several<I: serde::Serialize>(
    context: &Context,
    rows: &[Item],
    sentence: impl FnOnce(&str) -> String,
    input: impl FnOnce(Vec<domain::bulk::RowId>) -> I,
) -> Result<Prepared, Error> {
    if rows.is_empty() {
        return Ok(Prepared::Refused("There is nothing like that.".to_owned()));
    }
    if rows.len() > ROWS_LIMIT {
        return Ok(Prepared::Refused(format!(
            "These are {} rows, and I change at most {ROWS_LIMIT} at once. Name fewer days.",
            rows.len()
        )));
    }
    Ok(Prepared::Input {
        input: kept::write(&input(rows.iter().map(row_id).collect()))?,
        sentence: Some(sentence(&names(context, rows))),
        weight: rows.len(),
    })
}

/// The rows without the occurrence by which a series was found, where all of it is meant.
fn as_meant(mut rows: Vec<Item>, wanted: &Wanted) -> Vec<Item> {
    for row in &mut rows {
        if let Item::Event(event) = row
            && wanted.scope == Some(Series::All)
        {
            event.occurrence = None;
        }
    }
    rows
}

/// `3 tasks: “A”, “B” and “C”`; occurrences with their day.
fn names(context: &Context, rows: &[Item]) -> String {
    let words = Words::of(context);
    let kinds = [Kind::Event, Kind::Task, Kind::Expense];
    let counts: Vec<String> = kinds
        .into_iter()
        .filter_map(|kind| {
            let count = rows.iter().filter(|row| row_id(row).kind == kind).count();
            let plural = if count == 1 { "" } else { "s" };
            (count > 0).then(|| format!("{count} {}{plural}", kind.name()))
        })
        .collect();
    let more = rows.len().saturating_sub(NAMED);
    let mut named: Vec<String> = rows.iter().take(NAMED).map(|row| words.called(row)).collect();
    if more > 0 {
        named.push(format!("{more} more"));
    }
    format!("{}: {}", crate::words::list(&counts), crate::words::list(&named))
}

/// What lies on something else now, a sentence each.
fn overlaps(context: &Context, rows: &[Item]) -> Vec<String> {
    const SAID: usize = 3;
    let words = Words::of(context);
    let said = rows.iter().filter_map(|row| {
        let Item::Event(event) = row else { return None };
        let what = words.in_the_way(event)?;
        Some(format!("{} overlaps {what}.", words.called(row)))
    });
    said.take(SAID).collect()
}

async fn run<O>(context: &Context, input: Value) -> Result<Outcome, Error>
where
    O: Operation<Output = Vec<Item>>,
{
    let change = input.get("change").cloned();
    let done = call::<O>(context, arguments(input)?).await?;
    let verb = match change.map(serde_json::from_value::<BulkChange>) {
        Some(Ok(change)) => change.done(),
        Some(Err(_)) | None => "Deleted",
    };
    let mut summary = format!("{verb} {}.", names(context, &done.value));
    for line in overlaps(context, &done.value) {
        summary = format!("{summary} {line}");
    }
    let action = Action { tool: O::NAME.to_owned(), summary, item: None, undo: done.undo };
    Ok(Outcome::ChangedMany(action, done.value))
}
