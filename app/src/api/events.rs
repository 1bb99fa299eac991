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
    perform_so::<operations::CreateEvent>(|context| {
        let reference = context.reference();
        let place = Box::new(form.places(&reference));
        (form.create(&reference), Manner { place, tell: told::added })
    })
    .await
}

/// Changes an event, or a part of one that repeats.
#[server(prefix = "/fn", endpoint = "events/update")]
pub async fn update(#[server(flatten)] form: EventForm) -> Result<Outcome, Refusal> {
    perform_so::<operations::UpdateEvent>(|context| {
        let reference = context.reference();
        let (place, tell) = (Box::new(form.places(&reference)), told::changed(&form.scope));
        (form.update(&reference), Manner { place, tell })
    })
    .await
}

/// Moves or resizes what stands in the calendar: an event, a part of one that repeats,
/// or a task.
#[server(prefix = "/fn", endpoint = "events/shift")]
pub async fn shift(#[server(flatten)] form: ShiftForm) -> Result<Outcome, Refusal> {
    if form.is_task() {
        perform::<tasks::UpdateTask>(|_| form.task()).await
    } else {
        perform_so::<operations::UpdateEvent>(|context| {
            let manner = Manner { tell: told::changed(&form.scope), ..Manner::default() };
            (form.event(context), manner)
        })
        .await
    }
}

/// Removes an event, or a part of one that repeats.
#[server(prefix = "/fn", endpoint = "events/delete")]
pub async fn delete(
    #[server(default)] id: String,
    #[server(default)] occurrence: String,
    #[server(default)] scope: String,
) -> Result<Outcome, Refusal> {
    perform_so::<operations::DeleteEvent>(|_| {
        let manner = Manner { tell: told::deleted(&scope), ..Manner::default() };
        (EventForm { id, occurrence, scope, ..EventForm::default() }.target(), manner)
    })
    .await
}
