//! Adding an event.

use domain::Uuid;
use domain::event::{Event, EventDraft, NewEvent};
use domain::repeat::Deviation;

use super::{check_zone, collisions, series};
use crate::error::Error;
use crate::operations::{Effect, Operation, Scope};
use crate::zone;

/// Adds an event to the calendar.
pub struct CreateEvent;

impl Operation for CreateEvent {
    type Input = NewEvent;
    type Output = Event;

    const EFFECT: Effect = Effect::Write;
    const NAME: &'static str = "create_event";
    const SUMMARY: &'static str = "Adds an event to the calendar.";

    async fn run(scope: &mut Scope<'_>, draft: EventDraft) -> Result<Event, Error> {
        let zone = match &draft.time_zone {
            Some(name) => {
                check_zone(name)?;
                name.parse().unwrap_or_else(|_| scope.zone())
            }
            None => scope.zone(),
        };
        let start_time = zone::moment(zone, draft.start);
        let mut event = Event {
            id: Uuid::now_v7(),
            title: draft.title,
            description: draft.description,
            start_time,
            end_time: zone::moment(zone, draft.end),
            all_day: start_time.is_date(),
            location: draft.location,
            time_zone: Some(zone.name().to_owned()),
            rrule: draft.rule.map(|rule| rule.to_string()),
            door: scope.door(),
            created_at: scope.now(),
            updated_at: scope.now(),
            version: 1,
            occurrence: None,
            exceptions: Vec::new(),
            collision: None,
        };
        series::settle(scope, &event.clone(), &mut event, false)?;
        if event.rrule.is_some() {
            series::set_dates(scope, &mut event, Deviation::Extra, Some(draft.extra))?;
            series::set_dates(scope, &mut event, Deviation::Cancelled, Some(draft.without))?;
        }
        let event = scope.insert(event).await?;
        collisions::noted(scope, event).await
    }
}
