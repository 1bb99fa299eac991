//! Tools over tasks.

mod change;
mod filing;

use domain::bulk::Kind;
use domain::history::Item;
use domain::input::Field;
use domain::repeat::RepeatFrom;
use domain::target::Target;
use domain::task::{Label, NewTask, Priority, TaskFilter};
use domain::time::When;
use futures::FutureExt;
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::{Value, json};

use super::super::tool::{Found, Prepared, Tool, ToolCall};
use super::finding::{Settled, Wanted, joined, one};
use super::{
    NamedArguments, arguments, change, described, input, look_up, phrases, searching, tool,
    with_row,
};
use crate::context::Context;
use crate::error::Error;
use crate::language::Direction;
use crate::operations::tasks::{
    CompleteTask, CreateTask, DeleteTask, ListTasks, ReadTask, ReopenTask, UpdateTask,
};
use crate::operations::{Operation, call};
use crate::words::Words;

pub(super) const CREATE: Tool = tool::<CreateTask, NewArguments>(
    |context, value| create(context, value).boxed(),
    |context, input| change::<CreateTask>(context, input, "Added").boxed(),
);

pub(super) const LIST: Tool = tool::<ListTasks, ListArguments>(
    |context, value| list(context, value).boxed(),
    |context, input| look_up::<ListTasks>(context, input, |page| Found::Tasks(page.items)).boxed(),
);

pub(super) const UPDATE: Tool = tool::<UpdateTask, change::Arguments>(
    |context, value| change::prepare(context, value).boxed(),
    |context, input| super::update::<ReadTask, UpdateTask>(context, input).boxed(),
);

pub(super) const COMPLETE: Tool = tool::<CompleteTask, NamedArguments>(
    |context, value| mark(context, value, true).boxed(),
    |context, input| change::<CompleteTask>(context, input, "Completed").boxed(),
);

pub(super) const REOPEN: Tool = tool::<ReopenTask, NamedArguments>(
    |context, value| mark(context, value, false).boxed(),
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
    /// What the person said about repeating, such as "every 3 days".
    repeats: Option<String>,
    /// Whether it repeats so long after it was done.
    #[schemars(skip)]
    from_completion: Option<bool>,
    /// Labels that the person gave, such as "home errands".
    labels: Option<String>,
    /// The list that the person named.
    list: Option<String>,
    /// A list that was named in passing, which may not be one of the person's.
    #[schemars(skip)]
    maybe_list: Option<String>,
    /// How long it takes, in minutes.
    estimate_minutes: Option<u32>,
}

async fn create(context: &Context, value: Value) -> Result<Prepared, Error> {
    let wish: NewArguments = arguments(value)?;
    let (title, list) = match (&wish.list, &wish.maybe_list) {
        (Some(name), _) => (wish.title, Some(filing::called(context, name).await?)),
        (None, Some(name)) => (wish.title, filing::perhaps(context, name).await?),
        (None, None) => filing::in_title(context, wish.title).await?,
    };
    let due = match &wish.due {
        None => None,
        Some(due) => Some(phrases::span(context, "due", due, Direction::Forward)?),
    };
    let rule = match &wish.repeats {
        None => due.as_ref().and_then(|span| span.rule.clone()),
        Some(phrase) => Some(phrases::repeats(context, phrase)?),
    };
    let from = wish.from_completion.filter(|from| *from).map(|_| RepeatFrom::Completion);
    // What repeats and says no first day begins today.
    let today = || rule.is_some().then(|| When::Date(context.today()));
    input(&NewTask {
        title: Field::Value(title),
        notes: wish.notes.into(),
        due_date: due.map(|span| span.start).or_else(today).into(),
        priority: wish.priority.into(),
        rrule: rule.into(),
        repeat_from: from.into(),
        labels: filing::labels(wish.labels.as_deref())?,
        list_id: list.into(),
        estimate_minutes: wish.estimate_minutes.into(),
        ..NewTask::default()
    })
}

/// Which tasks are wanted.
#[derive(Deserialize, JsonSchema)]
pub(super) struct ListArguments {
    /// What the person said about the deadline, such as "this week".
    period: Option<String>,
    /// Due at this or later, if the period is said by its ends.
    #[schemars(skip)]
    from: Option<String>,
    /// Due before this, if the period is said by its ends.
    #[schemars(skip)]
    to: Option<String>,
    /// Words in the title or notes.
    words: Option<String>,
    /// Done ones instead of open ones; the period is then when they were done.
    done: Option<bool>,
    /// Only those that matter this much.
    priority: Option<Priority>,
    /// Only those whose deadline has passed.
    overdue: Option<bool>,
    /// Only those with this label.
    label: Option<String>,
    /// Only those of this list.
    list: Option<String>,
}

async fn list(context: &Context, value: Value) -> Result<Prepared, Error> {
    let wish: ListArguments = arguments(value)?;
    let done = wish.done.unwrap_or(false);
    let direction = if done { Direction::Back } else { Direction::Forward };
    let (from, mut to) = phrases::bounds(
        context,
        wish.period.as_deref(),
        wish.from.as_deref(),
        wish.to.as_deref(),
        direction,
    )?;
    if wish.overdue.unwrap_or(false) && matches!(to, Field::Absent) {
        to = Field::Value(When::Instant(context.now));
    }
    let mut filter = TaskFilter {
        is_complete: Field::Value(done),
        priority: wish.priority.map_or(Field::Absent, Field::Value),
        ..TaskFilter::default()
    };
    if let Some(label) = &wish.label {
        let label = Label::parse(label).map_err(|message| Error::field("label", message))?;
        filter.filter = Field::Value(format!("#{}", label.as_str()));
    }
    if let Some(name) = &wish.list {
        filter.list_id = Field::Value(filing::called(context, name).await?);
    }
    if done {
        (filter.done_after, filter.done_before) = (from, to);
    } else {
        (filter.due_after, filter.due_before) = (from, to);
    }
    let Some(words) = wish.words else { return input(&filter) };
    let q = searching(
        &words,
        async |q| {
            let limit = Field::Value(1);
            let filter = TaskFilter { q: Field::Value(q), limit, ..filter.clone() };
            Ok(!call::<ListTasks>(context, filter).await?.value.items.is_empty())
        },
        async || {
            let rows = call::<ListTasks>(context, filter.clone()).await?.value.items;
            Ok(rows.into_iter().map(|task| task.title).collect())
        },
    )
    .await?;
    input(&TaskFilter { q: Field::Value(q), ..filter })
}

/// Ticks a task off or opens it again; one that is so already is left alone.
async fn mark(context: &Context, value: Value, done: bool) -> Result<Prepared, Error> {
    let wish: NamedArguments = arguments(value.clone())?;
    let wanted = Wanted { kind: Some(Kind::Task), done: Some(!done), ..wish.into() };
    let name = if done { CompleteTask::NAME } else { ReopenTask::NAME };
    if let Some(rows) = joined(context, &wanted).await? {
        let change = if done { "complete" } else { "reopen" };
        let all = json!({ "among": rows, "change": change });
        return Ok(Prepared::Instead(ToolCall::new("change_many", all)));
    }
    let already = Wanted { done: Some(done), ..wanted.clone() };
    let prepared =
        with_row(context, name, &value, wanted, |item| input(&Target::from(item.id()))).await?;
    if let Prepared::Refused(_) = &prepared
        && let Settled::One(item) = one(context, &already, &|_| true).await?
        && let Item::Task(task) = *item
    {
        let state = if done { "done" } else { "open" };
        return Ok(Prepared::Refused(format!("“{}” is {state} already.", task.title)));
    }
    Ok(prepared)
}

async fn delete(context: &Context, value: Value) -> Result<Prepared, Error> {
    let wish: NamedArguments = arguments(value.clone())?;
    let wanted = Wanted { kind: Some(Kind::Task), ..wish.into() };
    with_row(context, DeleteTask::NAME, &value, wanted, |item| {
        let sentence = format!("Delete {}?", Words::of(context).item(item));
        described(&Target::from(item.id()), sentence)
    })
    .await
}
