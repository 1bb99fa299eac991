//! The tools an interpreter can call: every operation it may use, with
//! arguments that take phrases for times and names for rows.

mod any;
mod budgets;
mod events;
mod expenses;
mod finding;
mod free;
mod history;
mod many;
mod matching;
mod naming;
mod phrases;
mod tasks;

use chrono::{NaiveTime, TimeDelta};
use chrono_tz::Tz;
use domain::bulk::Shift;
use domain::chat::Action;
use domain::history::Item;
use domain::target::Target;
use domain::time::Moment;
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};
use serde::de::DeserializeOwned;
use serde_json::Value;

pub(super) use self::events::next_event;
pub(super) use self::finding::{called, only_fit};
use self::naming::{NamedArguments, searching, with_row};
use super::tool::{Found, Outcome, Prepare, Prepared, Run, Tool};
use crate::context::Context;
use crate::error::Error;
use crate::kept;
use crate::operations::{Done, Operation, call};
use crate::words::Words;

/// Every tool that an interpreter is offered.
pub static TOOLS: &[Tool] = &[
    events::CREATE,
    events::LIST,
    events::UPDATE,
    events::DELETE,
    events::AGENDA,
    free::FREE_TIME,
    tasks::CREATE,
    tasks::LIST,
    tasks::UPDATE,
    tasks::COMPLETE,
    tasks::REOPEN,
    tasks::DELETE,
    expenses::RECORD,
    expenses::LIST,
    expenses::SUM,
    expenses::ANALYSE,
    expenses::UPDATE,
    expenses::DELETE,
    budgets::SET,
    budgets::LIST,
    budgets::DELETE,
    many::CHANGE,
    many::DELETE,
    history::UNDO,
];

/// The tool of that name.
pub(super) fn find(name: &str) -> Option<&'static Tool> {
    TOOLS.iter().chain(any::INTERNAL).find(|tool| tool.name == name)
}

/// A tool over an operation: its name, its summary and its effect are the
/// operation's own.
const fn tool<O: Operation, A: JsonSchema>(prepare: Prepare, run: Run) -> Tool {
    Tool {
        name: O::NAME,
        summary: O::SUMMARY,
        effect: O::EFFECT,
        parameters: parameters::<A>,
        prepare,
        run,
    }
}

/// The schema of a tool's arguments, complete in itself.
fn parameters<A: JsonSchema>() -> Schema {
    let settings =
        SchemaSettings::draft2020_12().with(|settings| settings.inline_subschemas = true);
    settings.into_generator().into_root_schema_for::<A>()
}

/// Reads arguments as an interpreter gave them.
fn arguments<A: DeserializeOwned>(value: Value) -> Result<A, Error> {
    serde_json::from_value(value).map_err(|cause| Error::field("arguments", cause.to_string()))
}

/// A clock time such as `15:00`.
fn clock(text: &str) -> Result<NaiveTime, Error> {
    NaiveTime::parse_from_str(text.trim(), "%H:%M")
        .map_err(|_| Error::field("time", "Must be a clock time such as 15:00."))
}

/// The reading of a clock time whose half of the day was left open, for a row that has a time:
/// "make it 7.30" keeps a dinner in the evening. Convention's reading stands unless the other one is
/// within three hours of the row's time and convention's is not: so a change of a meeting at two to
/// "nine" is the morning's, as it would be for a new one.
fn near(time: NaiveTime, zone: Tz, was: Moment) -> NaiveTime {
    const NEAR: i64 = 3 * 60;
    let Moment::Instant(was) = was else { return time };
    let was = was.with_timezone(&zone).time();
    let (other, _) = time.overflowing_add_signed(TimeDelta::hours(12));
    let apart = |time: NaiveTime| (time - was).num_minutes().abs();
    if apart(other) <= NEAR && apart(time) > NEAR { other } else { time }
}

/// A move by minutes or by days, if one is said.
fn shift(minutes: Option<i64>, days: Option<i64>) -> Option<Shift> {
    minutes.map(Shift::Minutes).or(days.map(Shift::Days))
}

/// An operation's input as it is kept until it is run.
/// Notes with words added, on a line of their own.
fn noted(notes: Option<&str>, added: &str) -> String {
    match notes.map(str::trim_end).filter(|notes| !notes.is_empty()) {
        Some(notes) => format!("{notes}\n{added}"),
        None => added.to_owned(),
    }
}

fn input<I: serde::Serialize>(input: &I) -> Result<Prepared, Error> {
    kept::write(input).map(ready)
}

/// The same when it is written already.
fn ready(input: Value) -> Prepared {
    Prepared::Input { input, sentence: None, weight: 1 }
}

/// The same with what will happen in words, for steps that wait for a yes.
fn described<I: serde::Serialize>(input: &I, sentence: String) -> Result<Prepared, Error> {
    let input = kept::write(input)?;
    Ok(Prepared::Input { input, sentence: Some(sentence), weight: 1 })
}

/// Runs an operation that looks something up.
async fn look_up<O: Operation>(
    context: &Context,
    input: Value,
    found: impl FnOnce(O::Output) -> Found,
) -> Result<Outcome, Error> {
    let done = call::<O>(context, arguments(input)?).await?;
    Ok(Outcome::Found(found(done.value)))
}

/// Runs an operation that adds a row or does one thing to it; the row it returned
/// is the receipt.
async fn change<O>(context: &Context, input: Value, verb: &str) -> Result<Outcome, Error>
where
    O: Operation,
    O::Output: Into<Item>,
{
    let done = call::<O>(context, arguments(input)?).await?;
    let words = Words::of(context);
    Ok(receipt::<O>(&words, done, |item| format!("{verb} {}", words.item(item))))
}

/// Runs an operation that changes any part of a row; the receipt says what it was
/// before, read by `R`.
async fn update<R, O>(context: &Context, input: Value) -> Result<Outcome, Error>
where
    R: Operation<Input = Target>,
    R::Output: Into<Item>,
    O: Operation,
    O::Output: Into<Item>,
{
    let target: Target = arguments(input.clone())?;
    let before = call::<R>(context, target).await?.value.into();
    let done = call::<O>(context, arguments(input)?).await?;
    let words = Words::of(context);
    Ok(receipt::<O>(&words, done, |after| words.change(&before, after)))
}

fn receipt<O>(
    words: &Words,
    done: Done<O::Output>,
    summary: impl FnOnce(&Item) -> String,
) -> Outcome
where
    O: Operation,
    O::Output: Into<Item>,
{
    let item = done.value.into();
    if done.undo.is_none() {
        return Outcome::Refused(format!("That is how it is already: {}.", words.item(&item)));
    }
    let summary = format!("{}.", summary(&item));
    Outcome::Changed(Action {
        tool: O::NAME.to_owned(),
        summary,
        item: Some(item),
        undo: done.undo,
    })
}
