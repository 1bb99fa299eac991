//! Events of a range: single ones, and each occurrence of those that repeat.

mod found;
mod rows;

use chrono::{DateTime, TimeDelta};
use domain::event::Event;

use self::found::{Found, starting};
pub(in crate::operations) use self::found::{Place, place};
use self::rows::{Spread, short, spread};
use crate::error::Error;
use crate::operations::Scope;
use crate::repeat::horizon;
use crate::zone::Bound;

/// How much of a long range is expanded at first; each further step is longer.
const STEP: TimeDelta = TimeDelta::days(62);
/// By how much each step is longer than the one before.
const GROWTH: i32 = 4;

/// What is looked for.
#[derive(Debug, Clone, Default)]
pub(in crate::operations) struct Range {
    /// The first moment.
    pub(in crate::operations) from: Option<Bound>,
    /// The first moment behind it.
    pub(in crate::operations) to: Option<Bound>,
    /// Words that must occur.
    pub(in crate::operations) words: Option<String>,
    /// Where an earlier page ended.
    pub(in crate::operations) after: Option<Place>,
    /// The most elements that are answered.
    pub(in crate::operations) most: usize,
}

/// The first elements of a range, in order.
pub(in crate::operations) async fn in_range(
    scope: &Scope<'_>,
    range: &Range,
) -> Result<Vec<Event>, Error> {
    let (short, Spread { long, series: all }) = read(scope, range).await?;
    let mut found: Vec<Found<'_>> = short.into_iter().chain(long).map(Found::made).collect();
    let limit = horizon().and_utc();
    let end = range.to.map_or(limit, |to| to.latest() + TimeDelta::days(2));
    let begin = range.from.map(|from| from.earliest());
    let after = range.after.map(|(start, ..)| start);
    let first = begin.max(after).unwrap_or(DateTime::UNIX_EPOCH) - TimeDelta::days(2);
    let (mut at, mut step) = (first, STEP);
    while at < end && !all.is_empty() {
        let to = at.checked_add_signed(step).map_or(end, |to| to.min(end));
        for series in &all {
            found.extend(starting(series, (at, to), at == first, range));
        }
        let enough = found.iter().filter(|found| found.place.0 < to).count();
        if enough >= range.most {
            break;
        }
        (at, step) = (to, step * GROWTH);
    }
    found.sort_unstable_by_key(|found| found.place);
    found.truncate(range.most);
    Ok(found.into_iter().map(Found::make).collect())
}

/// The rows of which something lies in a range, by their own start, a series once.
pub(super) async fn rows_in_range(scope: &Scope<'_>, range: &Range) -> Result<Vec<Event>, Error> {
    // Where an earlier page ended is a place among rows, and none among occurrences.
    let one = Range { after: None, most: 1, ..range.clone() };
    let first = range.from.map(|from| from.earliest() - TimeDelta::days(2));
    let first = first.unwrap_or(DateTime::UNIX_EPOCH);
    let last = range.to.map_or(horizon().and_utc(), |to| to.latest() + TimeDelta::days(2));
    let (mut found, Spread { long, series: all }) = read(scope, range).await?;
    let behind = |row: &Event| range.after.is_none_or(|after| place(row) > after);
    found.extend(long);
    let here = all.into_iter().filter(|series| {
        behind(&series.row) && !starting(series, (first, last), true, &one).is_empty()
    });
    found.extend(here.map(|series| series.row));
    found.sort_by_key(place);
    found.truncate(range.most);
    Ok(found)
}

/// All rows of which something may lie in the range.
async fn read(scope: &Scope<'_>, range: &Range) -> Result<(Vec<Event>, Spread), Error> {
    Ok((short(scope, range).await?, spread(scope, range).await?))
}
