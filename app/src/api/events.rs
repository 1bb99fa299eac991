//! Changing events.

use leptos::prelude::*;
#[cfg(feature = "ssr")]
use server::operations::events as operations;

use crate::forms::EventForm;
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

/// Removes an event.
#[server(prefix = "/fn", endpoint = "events/delete")]
pub async fn delete(#[server(default)] id: String) -> Result<Outcome, Refusal> {
    perform::<operations::DeleteEvent>(|_| crate::web::target(&id).into()).await
}
