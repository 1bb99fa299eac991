//! The elements of a range in their order.

use chrono::{DateTime, TimeDelta, Utc};
use domain::Uuid;
use domain::event::Event;
use domain::time::Moment;

use super::Range;
use crate::repeat::{Repeating, Span};
use crate::zone::Bound;

/// The place of an element in the order: start, row, occurrence.
pub(in crate::operations) type Place = (DateTime<Utc>, Uuid, Option<DateTime<Utc>>);

/// The place of an element.
pub(in crate::operations) fn place(event: &Event) -> Place {
    let occurrence = event.occurrence.map(|occurrence| occurrence.stored());
    (event.start_time.stored(), event.id, occurrence)
}

/// An element in its place. A series is copied for those only that are answered, which may
/// be a few of many thousands.
pub(super) struct Found<'a> {
    pub(super) place: Place,
    what: What<'a>,
}

enum What<'a> {
    Made(Box<Event>),
    Regular(&'a Repeating, Moment),
}

impl<'a> Found<'a> {
    pub(super) fn made(event: Event) -> Self {
        Self { place: place(&event), what: What::Made(Box::new(event)) }
    }

    fn regular(series: &'a Repeating, start: Moment) -> Self {
        let place = (start.stored(), series.row.id, Some(start.stored()));
        Self { place, what: What::Regular(series, start) }
    }

    pub(super) fn make(self) -> Event {
        match self.what {
            What::Made(event) => *event,
            What::Regular(series, start) => series.element(start),
        }
    }
}

/// Elements of a series that start within a stretch; at the first one also those that began
/// before and are not over.
pub(super) fn starting<'a>(
    series: &'a Repeating,
    (from, to): (DateTime<Utc>, DateTime<Utc>),
    is_first: bool,
    range: &Range,
) -> Vec<Found<'a>> {
    let row = &series.row;
    let length = row.end_time.stored() - row.start_time.stored();
    let earliest = if is_first { from - length } else { from };
    let is_here = |(start, ..): Place, length, all_day| {
        start < to && (is_first || start >= from) && is_within(range, all_day, start, length)
    };
    let is_behind = |place: Place| range.after.is_none_or(|after| place > after);
    let has_words = |event: &Event| range.words.as_deref().is_none_or(|words| says(event, words));
    let regular = series.regular(Span { from: earliest, to }).map(|at| Found::regular(series, at));
    let mut found: Vec<Found<'_>> = regular
        .filter(|found| is_here(found.place, length, row.all_day) && is_behind(found.place))
        .take(if has_words(row) { range.most } else { 0 })
        .collect();
    let irregular = series.irregular().filter(|event| {
        let length = event.end_time.stored() - event.start_time.stored();
        let place = place(event);
        is_here(place, length, event.all_day) && is_behind(place) && has_words(event)
    });
    found.extend(irregular.map(Found::made));
    found
}

/// Whether something of that start and length lies in a range.
fn is_within(range: &Range, all_day: bool, start: DateTime<Utc>, length: TimeDelta) -> bool {
    let pick = |bound: Bound| if all_day { bound.stored_date } else { bound.instant };
    range.from.map(pick).is_none_or(|from| start + length > from || start >= from)
        && range.to.map(pick).is_none_or(|to| start < to)
}

/// As the database finds words: each in one of the texts, whatever its case.
fn says(event: &Event, words: &str) -> bool {
    let texts = [Some(&event.title), event.description.as_ref(), event.location.as_ref()];
    let texts: Vec<String> = texts.into_iter().flatten().map(|text| text.to_lowercase()).collect();
    words
        .split_whitespace()
        .all(|word| texts.iter().any(|text| text.contains(&word.to_lowercase())))
}
