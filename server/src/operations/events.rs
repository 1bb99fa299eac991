//! Events of the calendar.

pub(super) mod collisions;
mod create;
mod delete;
mod list;
mod occurrence;
mod occurrences;
mod read;
mod series;
mod update;

pub use create::CreateEvent;
pub use delete::DeleteEvent;
pub use list::ListEvents;
pub(in crate::operations) use occurrence::{cancel_one, move_one};
pub(in crate::operations) use occurrences::{Range, in_range};
pub use read::{ReadEvent, ReadOccurrence};
pub(in crate::operations) use series::move_whole;
pub use update::UpdateEvent;

use domain::event::Event;

use crate::error::Error;

/// What only shows once the times are known: an event has both ends of one kind
/// and does not end before it begins.
fn check_span(event: &Event) -> Result<(), Error> {
    if event.start_time.is_date() != event.end_time.is_date() {
        return Err(Error::field("end_time", "Start and end must both be dates or both be times."));
    }
    if event.end_time < event.start_time {
        return Err(Error::field("end_time", "Must not be before the start."));
    }
    if event.all_day && event.end_time == event.start_time {
        return Err(Error::field("end_time", "Must be the first date after the event."));
    }
    Ok(())
}

/// A zone that is sent by name must exist.
fn check_zone(name: &str) -> Result<(), Error> {
    match name.parse::<chrono_tz::Tz>() {
        Ok(_) => Ok(()),
        Err(_) => Err(Error::field("time_zone", "Must be a zone's name such as Europe/Berlin.")),
    }
}
