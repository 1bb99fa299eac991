//! Which events are wanted.

use serde::{Deserialize, Serialize};

use crate::input::Field;
use crate::page::PageRequest;
use crate::time::When;
use crate::validation::{Checker, Invalid, TITLE_LIMIT, Validate};

/// Which events are wanted, as sent.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct EventFilter {
    /// Only events that end after this (or are instantaneous at it).
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub from: Field<When>,
    /// Only events that begin before this.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub to: Field<When>,
    /// Only events with these words in title, description or location.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub q: Field<String>,
    /// Whether each occurrence of a repeating event is an element of its own, if
    /// `from` is given; `false` answers its row once. True when left out.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub expand: Field<bool>,
    /// How many at most, 1 to 1000.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub limit: Field<u32>,
    /// Where an earlier page ended.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub cursor: Field<String>,
}

/// Which events are wanted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EventQuery {
    /// Start of the half-open range.
    pub from: Option<When>,
    /// End of the half-open range.
    pub to: Option<When>,
    /// Words to find.
    pub words: Option<String>,
    /// Whether each occurrence counts by itself.
    pub expand: bool,
    /// Which page.
    pub page: PageRequest,
}

impl Validate for EventFilter {
    type Valid = EventQuery;

    fn validate(self) -> Result<EventQuery, Invalid> {
        let mut checker = Checker::default();
        let query = EventQuery {
            from: checker.optional("from", self.from),
            to: checker.optional("to", self.to),
            words: checker.optional_text("q", self.q, TITLE_LIMIT),
            expand: checker.optional("expand", self.expand).unwrap_or(true),
            page: PageRequest::check(&mut checker, self.limit, self.cursor),
        };
        checker.range("from", query.from.as_ref(), "to", query.to.as_ref());
        checker.finish(Some(query))
    }
}
