//! When something that repeats takes place: rules become occurrences, for a range
//! that is asked for and never beyond it.
//!
//! Rules are expanded over wall-clock times without a zone ([`Pattern`]); only the
//! results are placed on the time line ([`crate::zone`]), so 9:00 stays 9:00 over
//! daylight saving, and gaps and doubled hours are treated as everywhere else.

mod check;
mod elements;
mod engine;
mod event;
mod expansion;
mod period;

pub use check::{check, check_text};
pub use elements::{Repeating, occurrence, taking_place};
pub use engine::Pattern;
pub use event::{element, later, of, series_end, zone_of};
pub use expansion::{Expansion, Span, horizon};
