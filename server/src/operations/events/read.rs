//! Reading one event, or one occurrence of it.

use domain::Uuid;
use domain::event::{Event, EventTarget, Part};
use domain::target::Target;

use super::collisions;
use super::series::{self, Aim};
use crate::error::Error;
use crate::operations::{Effect, Operation, Scope};

/// Reads one event.
pub struct ReadEvent;

impl Operation for ReadEvent {
    type Input = Target;
    type Output = Event;

    const EFFECT: Effect = Effect::Read;
    const NAME: &'static str = "read_event";
    const SUMMARY: &'static str = "Reads one event.";

    async fn run(scope: &mut Scope<'_>, id: Uuid) -> Result<Event, Error> {
        scope.find(id).await
    }
}

/// Reads one event, or the occurrence of it that is named, with a note of what is in
/// its way.
pub struct ReadOccurrence;

impl Operation for ReadOccurrence {
    type Input = EventTarget;
    type Output = Event;

    const EFFECT: Effect = Effect::Read;
    const NAME: &'static str = "read_occurrence";
    const SUMMARY: &'static str = "Reads one event, or one occurrence of it.";

    async fn run(scope: &mut Scope<'_>, (id, part): (Uuid, Part)) -> Result<Event, Error> {
        let row: Event = scope.find(id).await?;
        let event = match series::aim(scope, &row, part)? {
            Aim::Whole(None) => row,
            Aim::Whole(Some(handle)) | Aim::This(handle) | Aim::Following(handle) => {
                series::element(&row, handle)
            }
        };
        collisions::noted(scope, event).await
    }
}
