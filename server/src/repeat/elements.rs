//! What of a series takes place in a range, each occurrence where it was moved to.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use domain::event::Event;
use domain::repeat::Deviation;
use domain::time::Moment;

use super::event::{element, of};
use super::expansion::{Expansion, Span, horizon};
use crate::zone::Bound;

/// A series that is looked into: its row, and what its rule gives.
pub struct Repeating {
    /// The row. It has to hold its exceptions.
    pub row: Event,
    expansion: Option<Expansion>,
    /// The starts at which something else holds than the rule says.
    differing: HashSet<Moment>,
}

impl Repeating {
    /// A series of a person; `series_end` is when the last one is over, if that is known.
    pub fn of(row: Event, person: Tz, series_end: Option<DateTime<Utc>>) -> Self {
        let expansion = of(&row, person, series_end);
        let differing = row.exceptions.iter().map(|own| own.occurrence).collect();
        Self { row, expansion, differing }
    }

    /// The starts within a stretch of those that are as the rule gives them, ascending.
    pub fn regular(&self, span: Span) -> impl Iterator<Item = Moment> + '_ {
        let ruled = self.expansion.iter().flat_map(move |expansion| expansion.within(span));
        ruled.filter(|start| !self.differing.contains(start))
    }

    /// The regular one of that start.
    pub fn element(&self, start: Moment) -> Event {
        element(&self.row, start, None)
    }

    /// All that take place but differ from the rule, in no order.
    pub fn irregular(&self) -> impl Iterator<Item = Event> + '_ {
        let own = self.row.exceptions.iter().filter(|own| own.deviation != Deviation::Cancelled);
        own.map(|own| element(&self.row, own.occurrence, Some(own)))
    }
}

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
    let series = Repeating::of(event.clone(), person, None);
    if series.expansion.is_none() {
        return Vec::new();
    }
    let pick = |bound: Bound| if event.all_day { bound.stored_date } else { bound.instant };
    let (from, to) = (pick(from), to.map_or(horizon().and_utc(), pick));
    let length = event.end_time.stored() - event.start_time.stored();
    let is_wanted = |event: &Event| {
        let (start, end) = (event.start_time.stored(), event.end_time.stored());
        (end > from || start >= from) && start < to
    };
    let regular = series.regular(Span { from: from - length, to });
    let regular = regular.map(|start| series.element(start)).filter(is_wanted).take(most);
    let mut found: Vec<Event> = regular.chain(series.irregular().filter(is_wanted)).collect();
    found.sort_by_key(|event| event.start_time.stored());
    found.truncate(most);
    found
}

/// The occurrence of that handle, if the series has it.
pub fn occurrence(event: &Event, person: Tz, handle: Moment) -> Option<Event> {
    let own = event.exceptions.iter().find(|own| own.occurrence == handle);
    match own {
        Some(own) => {
            (own.deviation != Deviation::Cancelled).then(|| element(event, handle, Some(own)))
        }
        None => of(event, person, None)?.contains(handle).then(|| element(event, handle, None)),
    }
}
