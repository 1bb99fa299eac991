//! Changing an event.

use domain::Uuid;
use domain::event::{Event, EventChanges, EventPatch};
use domain::target::Update;
use domain::validation::Change;

use super::{check_span, check_zone};
use crate::error::Error;
use crate::operations::{Effect, Operation, Scope};
use crate::zone;

/// Changes any part of an event.
pub struct UpdateEvent;

impl Operation for UpdateEvent {
    type Input = Update<EventPatch>;
    type Output = Event;

    const EFFECT: Effect = Effect::Write;
    const NAME: &'static str = "update_event";
    const SUMMARY: &'static str = "Changes any part of an event; what is left out stays.";

    async fn run(
        scope: &mut Scope<'_>,
        (id, changes): (Uuid, EventChanges),
    ) -> Result<Event, Error> {
        let before: Event = scope.find(id).await?;
        let mut event = before.clone();
        changes.title.apply(&mut event.title);
        changes.description.apply(&mut event.description);
        changes.location.apply(&mut event.location);
        if let Change::Set(Some(name)) = &changes.time_zone {
            check_zone(name)?;
        }
        changes.time_zone.apply(&mut event.time_zone);
        if let Change::Set(rule) = changes.rule {
            event.rrule = rule.map(|rule| rule.to_string());
        }
        let own_zone = event.time_zone.as_deref().and_then(|name| name.parse().ok());
        let zone = own_zone.unwrap_or_else(|| scope.zone());
        if let Change::Set(start) = changes.start {
            event.start_time = zone::moment(zone, start);
        }
        if let Change::Set(end) = changes.end {
            event.end_time = zone::moment(zone, end);
        }
        event.all_day = event.start_time.is_date();
        if changes.all_day.is_some_and(|all_day| all_day != event.all_day) {
            return Err(Error::field("all_day", "Does not fit the times; send both with it."));
        }
        check_span(&event)?;
        scope.update(before, event).await
    }
}
