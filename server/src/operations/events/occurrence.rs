//! Changing one occurrence of a series among several rows.

use domain::bulk::Shift;
use domain::event::{Event, EventChanges, Part};
use domain::repeat::{Deviation, Exception, Series};
use domain::time::{Moment, When};
use domain::validation::Change;

use super::series::{self, Aim};
use super::update;
use crate::error::Error;
use crate::operations::Scope;
use crate::operations::moving::shifted_span;

/// Removes one occurrence; answers it as it was. A row that does not repeat goes as a whole.
///
/// # Errors
/// A bad field when the series has no such occurrence; the database's.
pub(in crate::operations) async fn cancel_one(
    scope: &mut Scope<'_>,
    row: Event,
    occurrence: Moment,
) -> Result<Event, Error> {
    match series::aim(scope, &row, only(occurrence))? {
        Aim::This(handle) => cancel(scope, row, handle).await,
        Aim::Whole(_) | Aim::Following(_) => scope.delete(row).await,
    }
}

/// Removes the occurrence of a handle; answers it as it was.
pub(super) async fn cancel(
    scope: &mut Scope<'_>,
    row: Event,
    handle: Moment,
) -> Result<Event, Error> {
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

/// Moves one occurrence; answers it as it is then.
///
/// # Errors
/// A bad field when the series has no such occurrence or it cannot go there; the database's.
pub(in crate::operations) async fn move_one(
    scope: &mut Scope<'_>,
    row: Event,
    occurrence: Moment,
    shift: Shift,
) -> Result<Event, Error> {
    let Aim::This(handle) = series::aim(scope, &row, only(occurrence))? else {
        return Err(Error::field("occurrence", "It does not repeat."));
    };
    let (start, end) = shifted_span(scope.zone(), &series::element(&row, handle), shift)?;
    let changes = EventChanges {
        start: Change::Set(When::from(start)),
        end: Change::Set(When::from(end)),
        ..EventChanges::default()
    };
    let (event, element) = update::one(scope, &row, changes, handle)?;
    let stored = scope.update(row, event).await?;
    Ok(Event { version: stored.version, updated_at: stored.updated_at, ..element })
}

fn only(occurrence: Moment) -> Part {
    Part { scope: Series::This, occurrence: Some(When::from(occurrence)) }
}
