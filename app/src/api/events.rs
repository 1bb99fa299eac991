//! Changing events.

use leptos::prelude::*;
#[cfg(feature = "ssr")]
use server::operations::{events as operations, tasks};

use crate::forms::{EventForm, ShiftForm};
#[cfg(feature = "ssr")]
use crate::present::told;
use crate::view::outcome::{Outcome, Refusal};
#[cfg(feature = "ssr")]
use crate::web::{Manner, perform, perform_so};

/// Adds an event.
#[server(prefix = "/fn", endpoint = "events/create")]
pub async fn create(#[server(flatten)] form: EventForm) -> Result<Outcome, Refusal> {
    let manner = Manner { place: Box::new(form.place()), tell: told::added };
    perform_so::<operations::CreateEvent>(manner, |context| form.create(&context.reference())).await
}

/// Changes an event, or a part of one that repeats.
#[server(prefix = "/fn", endpoint = "events/update")]
pub async fn update(#[server(flatten)] form: EventForm) -> Result<Outcome, Refusal> {
    let manner = Manner { place: Box::new(form.place()), tell: told::changed(&form.scope) };
    perform_so::<operations::UpdateEvent>(manner, |context| form.update(&context.reference())).await
}

/// Moves or resizes what stands in the calendar: an event, a part of one that repeats,
/// or a task.
#[server(prefix = "/fn", endpoint = "events/shift")]
pub async fn shift(#[server(flatten)] form: ShiftForm) -> Result<Outcome, Refusal> {
    if form.is_task() {
        perform::<tasks::UpdateTask>(|_| form.task()).await
    } else {
        let manner = Manner { tell: told::changed(&form.scope), ..Manner::default() };
        perform_so::<operations::UpdateEvent>(manner, |context| form.event(context)).await
    }
}

/// Removes an event, or a part of one that repeats.
#[server(prefix = "/fn", endpoint = "events/delete")]
pub async fn delete(
    #[server(default)] id: String,
    #[server(default)] occurrence: String,
    #[server(default)] scope: String,
) -> Result<Outcome, Refusal> {
    let manner = Manner { tell: told::deleted(&scope), ..Manner::default() };
    perform_so::<operations::DeleteEvent>(manner, |_| {
        EventForm { id, occurrence, scope, ..EventForm::default() }.target()
    })
    .await
}
