//! Repeating events among the rows that may be meant: whole ones, and the occurrence that is
//! said or comes next.

use domain::event::Event;
use domain::history::Item;
use domain::time::{Moment, When};

use super::{Candidate, SURE};
use crate::context::Context;
use crate::repeat::{element, taking_place};
use crate::zone::Bound;

/// How many occurrences of a range are looked at to find one that is not over.
const LOOKED_AT: usize = 64;

/// Whether an event is a whole series, and not one occurrence of it.
pub(in super::super) fn is_whole(event: &Event) -> bool {
    event.rrule.is_some() && event.occurrence.is_none()
}

/// Whether anything of a series is still to come.
pub(super) fn goes_on(context: &Context, series: &Event) -> bool {
    coming(context, series).is_some()
}

/// The occurrence of a series that comes next or is going on.
pub(in super::super) fn coming(context: &Context, series: &Event) -> Option<Event> {
    let zone = context.actor.zone;
    let now = Bound::of(zone, When::Instant(context.now));
    taking_place(series, zone, now, None, 1).pop()
}

/// The occurrence of a series that a range names: the first that is not over, else the last.
pub(super) fn within(
    context: &Context,
    series: &Event,
    from: Option<When>,
    to: Option<When>,
) -> Option<Event> {
    let zone = context.actor.zone;
    let start = from.unwrap_or(When::from(series.start_time));
    let (from, to) = (Bound::of(zone, start), to.map(|to| Bound::end(zone, to)));
    let all = taking_place(series, zone, from, to, LOOKED_AT);
    let ahead = all.iter().find(|event| match event.end_time {
        Moment::Date(end) => end > context.today(),
        Moment::Instant(end) => end >= context.now,
    });
    ahead.or(all.last()).cloned()
}

/// An event as it is shown in a choice: a series by its next occurrence.
pub(super) fn shown(context: &Context, item: &Item) -> Item {
    match item {
        Item::Event(event) if is_whole(event) => Item::Event(
            coming(context, event).unwrap_or_else(|| element(event, event.start_time, None)),
        ),
        item => item.clone(),
    }
}

/// The first event to come among those that surely fit, as its occurrence if it repeats.
pub(super) fn next(context: &Context, found: &[Candidate]) -> Option<Item> {
    let sure = found.iter().filter(|candidate| candidate.fit >= SURE && candidate.ahead);
    let events = sure.filter_map(|candidate| match &candidate.item {
        Item::Event(event) if is_whole(event) => coming(context, event),
        Item::Event(event) => Some(event.clone()),
        Item::Task(_) | Item::Expense(_) | Item::Budget(_) | Item::List(_) | Item::Filter(_) => {
            None
        }
    });
    events.min_by_key(|event| event.start_time.stored()).map(Item::Event)
}
