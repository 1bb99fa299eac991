//! What of a series takes place in a range, each occurrence where it was moved to.

use chrono_tz::Tz;
use domain::event::Event;
use domain::repeat::{Deviation, Exception};

use super::event::{element, of};
use super::expansion::{Span, horizon};
use crate::zone::Bound;

/// The first occurrences of an event that are not over at `from` and begin before `to`, by
/// their start. An event that does not repeat has none.
///
/// The event has to hold its exceptions.
pub fn taking_place(
    event: &Event,
    person: Tz,
    from: Bound,
    to: Option<Bound>,
    most: usize,
) -> Vec<Event> {
    let Some(expansion) = of(event, person, None) else { return Vec::new() };
    let pick = |bound: Bound| if event.all_day { bound.stored_date } else { bound.instant };
    let (from, to) = (pick(from), to.map_or(horizon().and_utc(), pick));
    let length = event.end_time.stored() - event.start_time.stored();
    let is_here = |event: &Event| {
        let (start, end) = (event.start_time.stored(), event.end_time.stored());
        (end > from || start >= from) && start < to
    };
    let differs = |start| event.exceptions.iter().any(|own| own.occurrence == start);
    let own = |own: &Exception| element(event, own.occurrence, Some(own));
    let mut found: Vec<Event> = expansion
        .within(Span { from: from - length, to })
        .filter(|start| !differs(*start))
        .map(|start| element(event, start, None))
        .filter(is_here)
        .take(most)
        .collect();
    let changed = event.exceptions.iter().filter(|own| own.deviation != Deviation::Cancelled);
    found.extend(changed.map(own).filter(is_here));
    found.sort_by_key(|event| event.start_time.stored());
    found.truncate(most);
    found
}

/// The occurrence of that handle, if the series has it.
pub fn occurrence(event: &Event, person: Tz, handle: domain::time::Moment) -> Option<Event> {
    let own = event.exceptions.iter().find(|own| own.occurrence == handle);
    match own {
        Some(own) => {
            (own.deviation != Deviation::Cancelled).then(|| element(event, handle, Some(own)))
        }
        None => of(event, person, None)?.contains(handle).then(|| element(event, handle, None)),
    }
}
