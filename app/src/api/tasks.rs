//! Changing tasks.

use leptos::prelude::*;
#[cfg(feature = "ssr")]
use server::operations::tasks as operations;

use crate::forms::{ManyForm, MoveForm, TaskForm};
#[cfg(feature = "ssr")]
use crate::present::told;
use crate::view::chat::FactView;
use crate::view::outcome::{Outcome, Refusal};
#[cfg(feature = "ssr")]
use crate::web::{Manner, perform, perform_so, tasks};
use leptos::server_fn::codec::GetUrl;

/// Adds a task.
#[server(prefix = "/fn", endpoint = "tasks/create")]
pub async fn create(#[server(flatten)] form: TaskForm) -> Result<Outcome, Refusal> {
    perform_so::<operations::CreateTask>(|context| {
        let place = Box::new(form.places(&context.reference()));
        (form.create(&context.reference()), Manner { place, ..Manner::default() })
    })
    .await
}

/// Changes a task.
#[server(prefix = "/fn", endpoint = "tasks/update")]
pub async fn update(#[server(flatten)] form: TaskForm) -> Result<Outcome, Refusal> {
    perform_so::<operations::UpdateTask>(|context| {
        let place = Box::new(form.places(&context.reference()));
        (form.update(&context.reference()), Manner { place, ..Manner::default() })
    })
    .await
}

/// Marks a task done.
#[server(prefix = "/fn", endpoint = "tasks/complete")]
pub async fn complete(#[server(default)] id: String) -> Result<Outcome, Refusal> {
    perform::<operations::CompleteTask>(|_| crate::web::target(&id)).await
}

/// Marks a task open again.
#[server(prefix = "/fn", endpoint = "tasks/reopen")]
pub async fn reopen(#[server(default)] id: String) -> Result<Outcome, Refusal> {
    perform::<operations::ReopenTask>(|_| crate::web::target(&id)).await
}

/// Removes a task.
#[server(prefix = "/fn", endpoint = "tasks/delete")]
pub async fn delete(#[server(default)] id: String) -> Result<Outcome, Refusal> {
    perform::<operations::DeleteTask>(|_| crate::web::target(&id)).await
}

/// Does the same with several tasks, in one step.
#[server(prefix = "/fn", endpoint = "tasks/many")]
pub async fn many(#[server(flatten)] form: ManyForm) -> Result<Outcome, Refusal> {
    tasks::many(form).await
}

/// Moves a task by hand: in its order, to a day or to a list.
#[server(prefix = "/fn", endpoint = "tasks/move")]
pub async fn move_to(#[server(flatten)] form: MoveForm) -> Result<Outcome, Refusal> {
    perform_so::<operations::PlaceTask>(|_| {
        (form.to(), Manner { tell: told::moved, ..Manner::default() })
    })
    .await
}

/// What a line would add besides its title.
#[server(prefix = "/fn", endpoint = "tasks/preview", input = GetUrl)]
pub async fn preview(#[server(default)] line: String) -> Result<Vec<FactView>, Refusal> {
    tasks::preview(line).await
}
