//! Changing a task.

use domain::bulk::{Kind, Shift};
use domain::history::Item;
use domain::input::Field;
use domain::repeat::RepeatFrom;
use domain::target::Update;
use domain::task::{Priority, Task, TaskPatch};
use domain::time::{Moment, When};
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::Value;

use super::super::super::tool::Prepared;
use super::super::finding::Wanted;
use super::super::{
    NamedArguments, arguments, clock, input, near, noted, phrases, shift, with_row,
};
use super::filing;
use crate::context::Context;
use crate::error::Error;
use crate::language::Direction;
use crate::operations::Operation;
use crate::operations::moving::shifted;
use crate::operations::tasks::UpdateTask;
use crate::zone;

/// What to change of which task.
#[derive(Deserialize, JsonSchema)]
pub(in super::super) struct Arguments {
    #[serde(flatten)]
    name: NamedArguments,
    /// Its new title.
    title: Option<String>,
    /// What the person said about its new deadline; a date alone keeps the clock time.
    due: Option<String>,
    /// Its new clock time (`15:00`), if the day stays.
    time: Option<String>,
    /// The same where the half of the day was left open: the one nearer to its present time.
    #[schemars(skip)]
    hour: Option<String>,
    /// Minutes to move the deadline by; negative is earlier.
    shift_minutes: Option<i64>,
    /// Days to move the deadline by; negative is earlier.
    shift_days: Option<i64>,
    /// Whether it loses its deadline.
    undated: Option<bool>,
    /// How much it matters.
    priority: Option<Priority>,
    /// What the person said about repeating; "never" to stop.
    repeats: Option<String>,
    /// Whether it repeats so long after it was done.
    #[schemars(skip)]
    from_completion: Option<bool>,
    /// All of its labels, such as "home errands"; "none" takes them away.
    labels: Option<String>,
    /// The list it goes into; "none" for no list.
    list: Option<String>,
    /// How long it takes, in minutes.
    estimate_minutes: Option<u32>,
    /// Words to add to its notes.
    note: Option<String>,
}

pub(in super::super) async fn prepare(context: &Context, value: Value) -> Result<Prepared, Error> {
    let wish: Arguments = arguments(value.clone())?;
    let wanted = Wanted { kind: Some(Kind::Task), ..wish.name.clone().into() };
    let list = match wish.list.as_deref() {
        None => Field::Absent,
        Some("none") => Field::Null,
        Some(name) => Field::Value(filing::called(context, name).await?),
    };
    with_row(context, UpdateTask::NAME, &value, wanted, |item| {
        let Item::Task(task) = item else { return Err(Error::NotFound) };
        let mut patch = TaskPatch::default();
        if wish.undated.unwrap_or(false) {
            patch.due_date = Field::Null;
        } else if let Some(due) = moved(context, task, &wish)? {
            patch.due_date = When::from(due).into();
        }
        if let Some(title) = wish.title {
            patch.title = title.into();
        }
        if let Some(priority) = wish.priority {
            patch.priority = priority.into();
        }
        if let Some(note) = &wish.note {
            patch.notes = noted(task.notes.as_deref(), note).into();
        }
        patch.list_id = list;
        patch.labels = filing::labels(wish.labels.as_deref())?;
        if let Some(minutes) = wish.estimate_minutes {
            patch.estimate_minutes = minutes.into();
        }
        patch.rrule = phrases::repeats_or_never(context, wish.repeats.as_deref())?;
        if wish.from_completion.unwrap_or(false) {
            patch.repeat_from = RepeatFrom::Completion.into();
        }
        if matches!(patch.rrule, Field::Value(_))
            && task.due_date.is_none()
            && patch.due_date.is_absent()
        {
            patch.due_date = When::Date(context.today()).into();
        }
        if patch == TaskPatch::default() {
            return Ok(Prepared::Refused(format!("What should become of “{}”?", task.title)));
        }
        input(&Update::of(task.id, patch))
    })
    .await
}

/// The deadline after the change, if it changes.
fn moved(context: &Context, task: &Task, wish: &Arguments) -> Result<Option<Moment>, Error> {
    let zone = context.actor.zone;
    if let Some(due) = &wish.due {
        let due = phrases::span(context, "due", due, Direction::Forward)?.start;
        return Ok(Some(match (zone::moment(zone, due), task.due_date) {
            (Moment::Date(date), Some(was @ Moment::Instant(_))) => {
                shifted(zone, was, Shift::Date(date))?
            }
            (due, _) => due,
        }));
    }
    if let Some(time) = &wish.time {
        let was = task.due_date.unwrap_or(Moment::Date(context.today()));
        return shifted(zone, was, Shift::Time(clock(time)?)).map(Some);
    }
    if let Some(hour) = &wish.hour {
        let was = task.due_date.unwrap_or(Moment::Date(context.today()));
        return shifted(zone, was, Shift::Time(near(clock(hour)?, zone, was))).map(Some);
    }
    let Some(shift) = shift(wish.shift_minutes, wish.shift_days) else { return Ok(None) };
    let Some(was) = task.due_date else {
        return Err(Error::field("due", format!("“{}” has no deadline to move.", task.title)));
    };
    shifted(zone, was, shift).map(Some)
}
