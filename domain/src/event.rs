//! Calendar events.

mod collision;
mod filter;
mod part;
mod patch;

pub use collision::{Collision, InTheWay};
pub use filter::{EventFilter, EventQuery};
pub use part::{EventPart, EventTarget, Part};
pub use patch::{EventChanges, EventPatch};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::history::Door;
use crate::input::Field;
use crate::repeat::{Dates, Exception, Rule};
use crate::time::{Moment, When, written};
use crate::validation::{Checker, Invalid, TEXT_LIMIT, TITLE_LIMIT, Validate};

const NO_TITLE: &str = "Give it a title.";
const NO_START: &str = "Say when it starts.";
const NO_END: &str = "Say when it ends.";

/// An event as it is answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Event {
    /// Identifier.
    pub id: Uuid,
    /// What it is.
    pub title: String,
    /// Details.
    pub description: Option<String>,
    /// When it begins; a date if it is all-day.
    pub start_time: Moment,
    /// When it ends; for an all-day event the first date after it.
    pub end_time: Moment,
    /// Whether it fills whole days.
    pub all_day: bool,
    /// Where it is.
    pub location: Option<String>,
    /// IANA name of the zone it was made in.
    pub time_zone: Option<String>,
    /// How it repeats: an RFC 5545 rule, read in `time_zone`. The times are the first ones.
    pub rrule: Option<String>,
    /// The door it came through.
    pub door: Door,
    /// When it was recorded.
    #[serde(serialize_with = "written::instant")]
    pub created_at: DateTime<Utc>,
    /// When it was last changed.
    #[serde(serialize_with = "written::instant")]
    pub updated_at: DateTime<Utc>,
    /// Counts the changes, from 1.
    pub version: i64,
    /// In lists of occurrences: the start that the rule gives this one, its handle
    /// even after it was moved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub occurrence: Option<Moment>,
    /// In a repeating row: the occurrences that differ from what the rule says.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exceptions: Vec<Exception>,
    /// Where an event was added or moved onto something else: what that is, and
    /// which times are free. Not stored.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub collision: Option<Collision>,
}

/// A new event, as sent.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(extend("required" = ["title", "start_time", "end_time"])))]
#[serde(default)]
pub struct NewEvent {
    /// What it is.
    pub title: Field<String>,
    /// Details.
    pub description: Field<String>,
    /// When it begins; a plain date for an all-day event.
    pub start_time: Field<When>,
    /// When it ends, not before it begins; for an all-day event the first date after it.
    pub end_time: Field<When>,
    /// Whether it fills whole days; told by the times when left out.
    pub all_day: Field<bool>,
    /// Where it is.
    pub location: Field<String>,
    /// IANA name of its zone; the person's when left out.
    pub time_zone: Field<String>,
    /// How it repeats.
    pub rrule: Field<Rule>,
    /// Starts beside those that the rule gives.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub rdate: Field<Dates>,
    /// Starts that the rule gives and that are left out.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub exdate: Field<Dates>,
}

/// A new event whose fields are good; times may still need the person's zone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventDraft {
    /// What it is.
    pub title: String,
    /// Details.
    pub description: Option<String>,
    /// When it begins.
    pub start: When,
    /// When it ends (exclusive).
    pub end: When,
    /// Where it is.
    pub location: Option<String>,
    /// IANA name of its zone, not yet known to exist.
    pub time_zone: Option<String>,
    /// How it repeats.
    pub rule: Option<Rule>,
    /// Starts beside those of the rule.
    pub extra: Dates,
    /// Starts of the rule that are left out.
    pub without: Dates,
}

impl Validate for NewEvent {
    type Valid = EventDraft;

    fn validate(self) -> Result<EventDraft, Invalid> {
        let mut checker = Checker::default();
        let title = checker.line("title", self.title, TITLE_LIMIT, NO_TITLE);
        let description = checker.optional_text("description", self.description, TEXT_LIMIT);
        let start = checker.required("start_time", self.start_time, NO_START);
        let end = checker.required("end_time", self.end_time, NO_END);
        let all_day = checker.optional("all_day", self.all_day);
        let location = checker.optional_text("location", self.location, TITLE_LIMIT);
        let time_zone = checker.optional_text("time_zone", self.time_zone, TITLE_LIMIT);
        let rule = checker.optional("rrule", self.rrule);
        let extra = checker.optional("rdate", self.rdate).unwrap_or_default();
        let without = checker.optional("exdate", self.exdate).unwrap_or_default();
        if let (Some(start), Some(end)) = (&start, &end) {
            check_span(&mut checker, start, end, all_day);
        }
        let draft = title.zip(start.zip(end)).map(|(title, (start, end))| EventDraft {
            title,
            description,
            start,
            end,
            location,
            time_zone,
            rule,
            extra,
            without,
        });
        checker.finish(draft)
    }
}

/// What can be said of a start and an end without knowing the person's zone.
fn check_span(checker: &mut Checker, start: &When, end: &When, all_day: Option<bool>) {
    if start.is_date() != end.is_date() {
        checker.complain("end_time", "Start and end must both be dates or both be times.");
    } else if all_day.is_some_and(|all_day| all_day != start.is_date()) {
        let message = if start.is_date() {
            "An event that is not all-day needs a time."
        } else {
            "An all-day event starts and ends with a plain date."
        };
        checker.complain("start_time", message);
    } else if end.is_before(start) {
        checker.complain("end_time", "Must not be before the start.");
    } else if start.is_date() && start == end {
        checker.complain("end_time", "Must be the first date after the event.");
    }
}
