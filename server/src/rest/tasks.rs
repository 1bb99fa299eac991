//! Tasks.

use aide::OperationOutput;
use aide::axum::ApiRouter;
use aide::axum::routing::{get_with, post_with};
use aide::generate::GenContext;
use aide::openapi::{Operation, Response as Documented};
use axum::response::{IntoResponse, Response};
use domain::Uuid;
use domain::bulk::{self, BulkChange, ChangeRows, Kind};
use domain::history::Item;
use domain::input::Field;
use domain::target::{Target, Update};
use domain::task::{MoveTask, NewTask, Task, TaskCounts, TaskFilter, TaskPatch};
use schemars::JsonSchema;
use serde::Deserialize;

use super::answer::{Changed, ChangedMany, Created, Deleted, Listed, Read, ReadRow};
use super::{Body, Filter, Refusal, RowId, SignedIn, describe};
use crate::context::Planner;
use crate::operations::bulk::ChangeMany;
use crate::operations::call;
use crate::operations::tasks::{
    CountTasks, CreateTask, DeleteTask, ListTasks, PlaceTask, ReadTask, UpdateTask,
};

const LIST: &str = "/api/tasks";
const ROW: &str = "/api/tasks/{id}";
const MOVE: &str = "/api/tasks/{id}/move";
const BULK: &str = "/api/tasks/bulk";
const COUNTS: &str = "/api/tasks/counts";
const TAG: &str = "Tasks";

pub(super) fn routes() -> ApiRouter<Planner> {
    ApiRouter::new()
        .api_route(
            LIST,
            get_with(list, describe::operation::<ListTasks>(TAG)).post_with(
                create_or_update,
                |route| {
                    describe::operation::<CreateTask>(TAG)(route).description(
                        "Without `id` a task is added, and `title` is required. With `id` that \
                         task is changed: whatever else is sent, most often `is_complete`.",
                    )
                },
            ),
        )
        .api_route(
            ROW,
            get_with(read, describe::operation::<ReadTask>(TAG))
                .patch_with(update, describe::operation::<UpdateTask>(TAG))
                .delete_with(delete, describe::operation::<DeleteTask>(TAG)),
        )
        .api_route(MOVE, post_with(place, describe::operation::<PlaceTask>(TAG)))
        .api_route(
            BULK,
            post_with(change_many, |route| {
                let summary = "Changes several tasks in the same way, taken back as one.";
                describe::operation::<ChangeMany>(TAG)(route).summary(summary)
            }),
        )
        .api_route(COUNTS, get_with(count, describe::operation::<CountTasks>(TAG)))
}

async fn list(
    SignedIn(context): SignedIn,
    Filter(filter, uri): Filter<TaskFilter>,
) -> Result<Listed<Task>, Refusal> {
    Ok(Listed(call::<ListTasks>(&context, filter).await?.value, uri))
}

/// A new task, or changes to the one that `id` names.
#[derive(Deserialize, JsonSchema)]
struct TaskInput {
    /// The task to change; a new one when left out.
    #[serde(default)]
    id: Field<Uuid>,
    #[serde(flatten)]
    changes: TaskPatch,
}

/// Adds a task; with `id`, changes that one, most often its status.
async fn create_or_update(
    SignedIn(context): SignedIn,
    Body(TaskInput { id, changes }): Body<TaskInput>,
) -> Result<Written, Refusal> {
    if !matches!(id, Field::Absent | Field::Null) {
        let update = Update { id, changes };
        return Ok(Written::Changed(Changed(call::<UpdateTask>(&context, update).await?)));
    }
    let new = NewTask {
        title: changes.title,
        notes: changes.notes,
        is_complete: changes.is_complete,
        due_date: changes.due_date,
        priority: changes.priority,
        rrule: changes.rrule,
        repeat_from: changes.repeat_from,
        list_id: changes.list_id,
        parent_id: changes.parent_id,
        labels: changes.labels,
        estimate_minutes: changes.estimate_minutes,
    };
    Ok(Written::Created(Created(LIST, call::<CreateTask>(&context, new).await?)))
}

/// What a POST did.
enum Written {
    Created(Created<Task>),
    Changed(Changed<Task>),
}

impl IntoResponse for Written {
    fn into_response(self) -> Response {
        match self {
            Self::Created(created) => created.into_response(),
            Self::Changed(changed) => changed.into_response(),
        }
    }
}

impl OperationOutput for Written {
    type Inner = Task;

    fn inferred_responses(
        context: &mut GenContext,
        operation: &mut Operation,
    ) -> Vec<(Option<u16>, Documented)> {
        let mut responses = Created::<Task>::inferred_responses(context, operation);
        responses.extend(Changed::<Task>::inferred_responses(context, operation));
        let meaning = "There is no task of that `id`, or it is someone else's.";
        responses.push((Some(404), describe::problem(context, meaning)));
        responses
    }
}

async fn read(SignedIn(context): SignedIn, RowId(id): RowId) -> Result<ReadRow<Task>, Refusal> {
    Ok(ReadRow(call::<ReadTask>(&context, Target::from(id)).await?.value))
}

async fn update(
    SignedIn(context): SignedIn,
    RowId(id): RowId,
    Body(changes): Body<TaskPatch>,
) -> Result<Changed<Task>, Refusal> {
    Ok(Changed(call::<UpdateTask>(&context, Update::of(id, changes)).await?))
}

/// Puts a task somewhere else.
async fn place(
    SignedIn(context): SignedIn,
    RowId(id): RowId,
    Body(to): Body<MoveTask>,
) -> Result<Changed<Task>, Refusal> {
    let input = MoveTask { id: id.into(), ..to };
    Ok(Changed(call::<PlaceTask>(&context, input).await?))
}

/// Several tasks, and what becomes of each.
#[derive(Deserialize, JsonSchema)]
struct TasksInput {
    /// Which tasks, 1 to 200.
    ids: Vec<Uuid>,
    /// What becomes of them.
    change: BulkChange,
}

async fn change_many(
    SignedIn(context): SignedIn,
    Body(TasksInput { ids, change }): Body<TasksInput>,
) -> Result<ChangedMany<Item>, Refusal> {
    let rows = ids.into_iter().map(|id| bulk::RowId::whole(Kind::Task, id)).collect();
    Ok(ChangedMany(call::<ChangeMany>(&context, ChangeRows { rows, change }).await?))
}

async fn count(SignedIn(context): SignedIn) -> Result<Read<TaskCounts>, Refusal> {
    Ok(Read(call::<CountTasks>(&context, ()).await?.value))
}

async fn delete(SignedIn(context): SignedIn, RowId(id): RowId) -> Result<Deleted<Task>, Refusal> {
    Ok(Deleted(call::<DeleteTask>(&context, Target::from(id)).await?))
}
