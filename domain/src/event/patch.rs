//! Changes to an event, as they come and as they are checked.

use serde::{Deserialize, Serialize};

use super::{NO_END, NO_START, NO_TITLE, Part, check_span};
use crate::input::Field;
use crate::repeat::{Dates, Rule, Series};
use crate::time::When;
use crate::validation::{Change, Checker, Invalid, TEXT_LIMIT, TITLE_LIMIT, Validate};

/// Changes to an event: what is absent stays, `null` empties.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct EventPatch {
    /// What it is.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub title: Field<String>,
    /// Details.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub description: Field<String>,
    /// When it begins.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub start_time: Field<When>,
    /// When it ends.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub end_time: Field<When>,
    /// Whether it fills whole days; must fit the times.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub all_day: Field<bool>,
    /// Where it is.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub location: Field<String>,
    /// IANA name of its zone.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub time_zone: Field<String>,
    /// How it repeats; `null` for no longer.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub rrule: Field<Rule>,
    /// All starts beside those that the rule gives.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub rdate: Field<Dates>,
    /// All starts that the rule gives and that are left out.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub exdate: Field<Dates>,
    /// Which part of a repeating event the change is about; all of it when left out.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub scope: Field<Series>,
    /// The occurrence that the part and the times refer to.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub occurrence: Field<When>,
}

/// Changes to an event whose fields are good by themselves.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EventChanges {
    /// What it is.
    pub title: Change<String>,
    /// Details.
    pub description: Change<Option<String>>,
    /// When it begins.
    pub start: Change<When>,
    /// When it ends.
    pub end: Change<When>,
    /// Whether it fills whole days.
    pub all_day: Option<bool>,
    /// Where it is.
    pub location: Change<Option<String>>,
    /// IANA name of its zone.
    pub time_zone: Change<Option<String>>,
    /// How it repeats.
    pub rule: Change<Option<Rule>>,
    /// All starts beside those of the rule.
    pub extra: Change<Option<Dates>>,
    /// All starts of the rule that are left out.
    pub without: Change<Option<Dates>>,
    /// Which part of a series it is about.
    pub part: Part,
}

impl Validate for EventPatch {
    type Valid = EventChanges;

    fn validate(self) -> Result<EventChanges, Invalid> {
        let mut checker = Checker::default();
        let changes = EventChanges {
            title: checker.change("title", self.title, NO_TITLE, |checker, field| {
                checker.line("title", field, TITLE_LIMIT, NO_TITLE)
            }),
            description: checker.change_optional(self.description, |checker, field| {
                checker.optional_text("description", field, TEXT_LIMIT)
            }),
            start: checker.change("start_time", self.start_time, NO_START, |checker, field| {
                checker.optional("start_time", field)
            }),
            end: checker.change("end_time", self.end_time, NO_END, |checker, field| {
                checker.optional("end_time", field)
            }),
            all_day: checker.optional("all_day", self.all_day),
            location: checker.change_optional(self.location, |checker, field| {
                checker.optional_text("location", field, TITLE_LIMIT)
            }),
            time_zone: checker.change_optional(self.time_zone, |checker, field| {
                checker.optional_text("time_zone", field, TITLE_LIMIT)
            }),
            rule: checker
                .change_optional(self.rrule, |checker, field| checker.optional("rrule", field)),
            extra: checker
                .change_optional(self.rdate, |checker, field| checker.optional("rdate", field)),
            without: checker
                .change_optional(self.exdate, |checker, field| checker.optional("exdate", field)),
            part: Part::check(&mut checker, self.scope, self.occurrence),
        };
        if let (Change::Set(start), Change::Set(end)) = (&changes.start, &changes.end) {
            check_span(&mut checker, start, end, changes.all_day);
        }
        checker.finish(Some(changes))
    }
}
