//! Changing events.

use leptos::prelude::*;
#[cfg(feature = "ssr")]
use server::operations::{events as operations, tasks};

use crate::forms::{EventForm, ShiftForm};
use crate::view::outcome::{Outcome, Refusal};
#[cfg(feature = "ssr")]
use crate::web::perform;

/// Adds an event.
#[server(prefix = "/fn", endpoint = "events/create")]
pub async fn create(#[server(flatten)] form: EventForm) -> Result<Outcome, Refusal> {
    perform::<operations::CreateEvent>(|_| form.create()).await
}

/// Changes an event.
#[server(prefix = "/fn", endpoint = "events/update")]
pub async fn update(#[server(flatten)] form: EventForm) -> Result<Outcome, Refusal> {
    perform::<operations::UpdateEvent>(|_| form.update()).await
}

/// Moves or resizes what stands in the calendar: an event, a part of one that repeats,
/// or a task.
#[server(prefix = "/fn", endpoint = "events/shift")]
pub async fn shift(#[server(flatten)] form: ShiftForm) -> Result<Outcome, Refusal> {
    if form.is_task() {
        perform::<tasks::UpdateTask>(|_| form.task()).await
    } else {
        perform::<operations::UpdateEvent>(|context| form.event(context)).await
    }
}

/// Removes an event.
#[server(prefix = "/fn", endpoint = "events/delete")]
pub async fn delete(#[server(default)] id: String) -> Result<Outcome, Refusal> {
    perform::<operations::DeleteEvent>(|_| crate::web::target(&id).into()).await
}
