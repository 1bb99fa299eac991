//! Adding, changing and removing events, and what the receipts say: which part of a series it
//! was, and what is in the way.

use domain::chat::Action;
use domain::event::{Event, EventPatch, EventTarget, NewEvent};
use domain::history::Item;
use domain::input::Field;
use domain::repeat::Series;
use domain::target::{Target, Update};
use domain::time::{Moment, When};
use serde_json::Value;

use super::super::super::tool::Outcome;
use super::super::arguments;
use crate::context::Context;
use crate::error::Error;
use crate::operations::events::{CreateEvent, DeleteEvent, ReadEvent, UpdateEvent};
use crate::operations::{Done, Operation, call};
use crate::words::Words;
use crate::{repeat, zone};

/// Adds an event.
pub(super) async fn create(context: &Context, input: Value) -> Result<Outcome, Error> {
    let new: NewEvent = arguments(input)?;
    let done = call::<CreateEvent>(context, new).await?;
    let said = format!("Added {}", Words::of(context).event(&done.value));
    Ok(receipt::<CreateEvent>(context, done, &said))
}

/// Changes an event or a part of one.
pub(super) async fn update(context: &Context, input: Value) -> Result<Outcome, Error> {
    let wish: Update<EventPatch> = arguments(input)?;
    let target = Target { id: wish.id.clone() };
    let row = call::<ReadEvent>(context, target).await?.value;
    let part = part_of(context, &row, &wish.changes.scope, &wish.changes.occurrence);
    let (ends, moves) = (wish.changes.rrule == Field::Null, !wish.changes.start_time.is_absent());
    let new_times = (wish.changes.start_time.clone(), wish.changes.end_time.clone());
    let has_rule = !wish.changes.rrule.is_absent();
    let done = call::<UpdateEvent>(context, wish).await?;
    let words = Words::of(context);
    let after = Event { collision: None, ..done.value.clone() };
    let Some((scope, before)) = part else {
        let said = words.change(&Item::Event(row), &Item::Event(after));
        return Ok(receipt::<UpdateEvent>(context, done, &said));
    };
    // What an occurrence of it is like now, to be compared with what it was like.
    let mut after = Event {
        title: after.title,
        description: after.description,
        location: after.location,
        rrule: if has_rule { after.rrule } else { before.rrule.clone() },
        ..before.clone()
    };
    if moves && let (Field::Value(start), Field::Value(end)) = new_times {
        after.start_time = zone::moment(context.actor.zone, start);
        after.end_time = zone::moment(context.actor.zone, end);
        after.all_day = after.start_time.is_date();
    }
    let mut begins = before.clone();
    if has_rule && let Some(first) = first_of(context, &done.value) {
        (after.start_time, after.end_time) = (first.start_time, first.end_time);
        begins = first;
    }
    let said = if ends {
        format!("“{}” no longer repeats; the last one is {}", after.title, words.span(&after))
    } else {
        let change = words.change(&Item::Event(before.clone()), &Item::Event(after));
        format!("{change}, {}", words.extent(scope, &begins))
    };
    Ok(receipt::<UpdateEvent>(context, done, &said))
}

/// The first occurrence of a new rule that is still to come.
fn first_of(context: &Context, series: &Event) -> Option<Event> {
    let zone = context.actor.zone;
    let (start, now) = (When::from(series.start_time), When::Instant(context.now));
    let from = if series.start_time.stored() > context.now { start } else { now };
    repeat::taking_place(series, zone, zone::Bound::of(zone, from), None, 1).pop()
}

/// Removes an event or a part of one.
pub(super) async fn delete(context: &Context, input: Value) -> Result<Outcome, Error> {
    let target: EventTarget = arguments(input)?;
    let row = call::<ReadEvent>(context, Target { id: target.id.clone() }).await?.value;
    let part = part_of(context, &row, &target.scope, &target.occurrence);
    let done = call::<DeleteEvent>(context, target).await?;
    let words = Words::of(context);
    let what = match part {
        Some((scope, occurrence)) => words.part(scope, &occurrence),
        None => words.event(&done.value),
    };
    Ok(receipt::<DeleteEvent>(context, done, &format!("Deleted {what}")))
}

/// The part of a series that an operation's input names, with its occurrence.
fn part_of(
    context: &Context,
    row: &Event,
    scope: &Field<Series>,
    occurrence: &Field<When>,
) -> Option<(Series, Event)> {
    let (Field::Value(scope), Field::Value(occurrence)) = (scope, occurrence) else { return None };
    row.rrule.as_ref()?;
    let zone = repeat::zone_of(row, context.actor.zone);
    let handle = match zone::moment(zone, *occurrence) {
        Moment::Instant(instant) if row.all_day => Moment::Date(zone::date_of(zone, instant)),
        moment => moment,
    };
    Some((*scope, repeat::occurrence(row, context.actor.zone, handle)?))
}

fn receipt<O>(context: &Context, done: Done<Event>, said: &str) -> Outcome
where
    O: Operation,
{
    let words = Words::of(context);
    if done.undo.is_none() {
        return Outcome::Refused(format!(
            "That is how it is already: {}.",
            words.event(&done.value)
        ));
    }
    let overlaps = match words.in_the_way(&done.value) {
        Some(what) => format!(" It overlaps {what}."),
        None => String::new(),
    };
    Outcome::Changed(Action {
        tool: O::NAME.to_owned(),
        summary: format!("{said}.{overlaps}"),
        item: Some(Item::Event(done.value)),
        undo: done.undo,
    })
}
