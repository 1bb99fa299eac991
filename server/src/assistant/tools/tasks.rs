//! Tools over tasks.

use domain::Uuid;
use domain::input::Field;
use domain::target::{Target, Update};
use domain::task::{NewTask, Priority, Task, TaskFilter, TaskPatch};
use futures::FutureExt;
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::Value;

use super::super::tool::{Found, Prepared, Tool};
use super::{arguments, change, described, input, look_up, matching, phrases, tool};
use crate::context::Context;
use crate::error::Error;
use crate::language::Direction;
use crate::operations::call;
use crate::operations::tasks::{
    CompleteTask, CreateTask, DeleteTask, ListTasks, ReadTask, ReopenTask, UpdateTask,
};
use crate::words::Words;

pub(super) const CREATE: Tool = tool::<CreateTask, NewArguments>(
    |context, value| async move { create(context, value) }.boxed(),
    |context, input| change::<CreateTask>(context, input, "Added").boxed(),
);

pub(super) const LIST: Tool = tool::<ListTasks, ListArguments>(
    |context, value| async move { list(context, value) }.boxed(),
    |context, input| look_up::<ListTasks>(context, input, |page| Found::Tasks(page.items)).boxed(),
);

pub(super) const UPDATE: Tool = tool::<UpdateTask, ChangeArguments>(
    |context, value| update(context, value).boxed(),
    |context, input| change::<UpdateTask>(context, input, "Changed").boxed(),
);

pub(super) const COMPLETE: Tool = tool::<CompleteTask, NamedArguments>(
    |context, value| mark(context, value, false).boxed(),
    |context, input| change::<CompleteTask>(context, input, "Completed").boxed(),
);

pub(super) const REOPEN: Tool = tool::<ReopenTask, NamedArguments>(
    |context, value| mark(context, value, true).boxed(),
    |context, input| change::<ReopenTask>(context, input, "Reopened").boxed(),
);

pub(super) const DELETE: Tool = tool::<DeleteTask, NamedArguments>(
    |context, value| delete(context, value).boxed(),
    |context, input| change::<DeleteTask>(context, input, "Deleted").boxed(),
);

/// A new task.
#[derive(Deserialize, JsonSchema)]
pub(super) struct NewArguments {
    /// What is to be done, without the words that say when.
    title: String,
    /// What the person said about the deadline, such as "by friday".
    due: Option<String>,
    /// How much it matters.
    priority: Option<Priority>,
    /// Details.
    notes: Option<String>,
}

fn create(context: &Context, value: Value) -> Result<Prepared, Error> {
    let wish: NewArguments = arguments(value)?;
    let due = match &wish.due {
        None => Field::Absent,
        Some(due) => phrases::span(context, "due", due, Direction::Forward)?.start.into(),
    };
    input(&NewTask {
        title: Field::Value(wish.title),
        notes: wish.notes.into(),
        due_date: due,
        priority: wish.priority.into(),
        ..NewTask::default()
    })
}

/// Which tasks are wanted.
#[derive(Deserialize, JsonSchema)]
pub(super) struct ListArguments {
    /// What the person said about the deadline, such as "this week".
    period: Option<String>,
    /// Due at this or later, if the period is said by its ends.
    from: Option<String>,
    /// Due before this, if the period is said by its ends.
    to: Option<String>,
    /// Words in the title or notes.
    words: Option<String>,
    /// Done ones instead of open ones.
    done: Option<bool>,
}

fn list(context: &Context, value: Value) -> Result<Prepared, Error> {
    let wish: ListArguments = arguments(value)?;
    let (due_after, due_before) = phrases::bounds(
        context,
        wish.period.as_deref(),
        wish.from.as_deref(),
        wish.to.as_deref(),
        Direction::Forward,
    )?;
    input(&TaskFilter {
        is_complete: Field::Value(wish.done.unwrap_or(false)),
        due_after,
        due_before,
        q: wish.words.into(),
        ..TaskFilter::default()
    })
}

/// Which task is meant.
#[derive(Deserialize, JsonSchema)]
pub(super) struct NamedArguments {
    /// Its identifier, if known.
    id: Option<Uuid>,
    /// What the person calls it.
    target: Option<String>,
}

async fn mark(context: &Context, value: Value, is_complete: bool) -> Result<Prepared, Error> {
    named(context, arguments(value)?, Some(is_complete), |task| input(&Target::from(task.id))).await
}

async fn delete(context: &Context, value: Value) -> Result<Prepared, Error> {
    named(context, arguments(value)?, None, |task| {
        let sentence = format!("Delete {}?", Words::of(context).task(task));
        described(&Target::from(task.id), Some(sentence))
    })
    .await
}

/// Finds the task that is meant, open ones before done ones, and goes on with it.
async fn named(
    context: &Context,
    wish: NamedArguments,
    is_complete: Option<bool>,
    prepared: impl FnOnce(&Task) -> Result<Prepared, Error>,
) -> Result<Prepared, Error> {
    if let Some(id) = wish.id {
        return prepared(&call::<ReadTask>(context, id.into()).await?.value);
    }
    let filter = TaskFilter {
        is_complete: is_complete.map_or(Field::Absent, Field::Value),
        ..TaskFilter::default()
    };
    let tasks = call::<ListTasks>(context, filter).await?.value.items;
    let target = wish.target.unwrap_or_default();
    let words = Words::of(context);
    let rows = |done: bool| -> Vec<matching::Candidate> {
        let some = tasks.iter().filter(|task| task.is_complete == done);
        some.map(|task| (task.id, task.title.clone(), words.task(task))).collect()
    };
    let mut fitting = matching::best(&target, rows(false));
    if fitting.is_empty() {
        fitting = matching::best(&target, rows(true));
    }
    matching::settle(fitting, format!("I found no task called “{target}”."), |id, _| {
        tasks.iter().find(|task| task.id == id).ok_or(Error::NotFound).and_then(prepared)
    })
}

/// What to change of which task.
#[derive(Deserialize, JsonSchema)]
pub(super) struct ChangeArguments {
    /// Its identifier, if known.
    id: Option<Uuid>,
    /// What the person calls it.
    target: Option<String>,
    /// Its new title.
    title: Option<String>,
    /// What the person said about its new deadline.
    due: Option<String>,
    /// How much it matters.
    priority: Option<Priority>,
}

async fn update(context: &Context, value: Value) -> Result<Prepared, Error> {
    let wish: ChangeArguments = arguments(value)?;
    let mut patch = TaskPatch::default();
    if let Some(due) = &wish.due {
        patch.due_date = phrases::span(context, "due", due, Direction::Forward)?.start.into();
    }
    if let Some(title) = wish.title {
        patch.title = title.into();
    }
    if let Some(priority) = wish.priority {
        patch.priority = priority.into();
    }
    let name = NamedArguments { id: wish.id, target: wish.target };
    named(context, name, None, |task| input(&Update::of(task.id, patch))).await
}
