//! Reading one event.

use domain::Uuid;
use domain::event::Event;
use domain::target::Target;

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
