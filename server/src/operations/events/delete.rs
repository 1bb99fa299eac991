//! Removing an event, or a part of a series.

use domain::Uuid;
use domain::event::{Event, EventTarget, Part};
use domain::repeat::{Deviation, Exception};

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
            Aim::This(handle) => {
                let removed = series::element(&row, handle);
                let mut event = row.clone();
                let own = event.exceptions.iter().find(|own| own.occurrence == handle);
                let is_extra = own.is_some_and(|own| own.deviation == Deviation::Extra);
                event.exceptions.retain(|own| own.occurrence != handle);
                if !is_extra {
                    event.exceptions.push(Exception::new(handle, Deviation::Cancelled));
                    event.exceptions.sort_by_key(|own| own.occurrence);
                }
                series::settle(scope, &row, &mut event, false)?;
                scope.update(row, event).await?;
                Ok(removed)
            }
            Aim::Following(handle) => {
                let removed = series::element(&row, handle);
                let (first, _) = series::split(scope, &row, handle);
                scope.update(row, first).await?;
                Ok(removed)
            }
        }
    }
}
