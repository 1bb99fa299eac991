//! Removing an event, or a part of a series.

use domain::Uuid;
use domain::event::{Event, EventTarget, Part};

use super::occurrence;
use super::series::{self, Aim};
use crate::error::Error;
use crate::operations::{Effect, Operation, Scope};

/// Removes an event; answers it as it was.
pub struct DeleteEvent;

impl Operation for DeleteEvent {
    type Input = EventTarget;
    type Output = Event;

    const EFFECT: Effect = Effect::Destructive;
    const NAME: &'static str = "delete_event";
    const SUMMARY: &'static str = "Removes an event.";

    async fn run(scope: &mut Scope<'_>, (id, part): (Uuid, Part)) -> Result<Event, Error> {
        let row: Event = scope.find(id).await?;
        match series::aim(scope, &row, part)? {
            Aim::Whole(_) => scope.delete(row).await,
            Aim::This(handle) => occurrence::cancel(scope, row, handle).await,
            Aim::Following(handle) => {
                let removed = series::element(&row, handle);
                let (first, _) = series::split(scope, &row, handle);
                scope.update(row, first).await?;
                Ok(removed)
            }
        }
    }
}
