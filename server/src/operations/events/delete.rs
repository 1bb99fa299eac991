//! Removing an event.

use domain::Uuid;
use domain::event::Event;
use domain::target::Target;

use crate::error::Error;
use crate::operations::{Effect, Operation, Scope};

/// Removes an event; answers it as it was.
pub struct DeleteEvent;

impl Operation for DeleteEvent {
    type Input = Target;
    type Output = Event;

    const EFFECT: Effect = Effect::Destructive;
    const NAME: &'static str = "delete_event";
    const SUMMARY: &'static str = "Removes an event.";

    async fn run(scope: &mut Scope<'_>, id: Uuid) -> Result<Event, Error> {
        let row: Event = scope.find(id).await?;
        scope.delete(row).await
    }
}
