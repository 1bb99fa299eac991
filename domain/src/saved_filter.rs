//! Filters that are kept under a name.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::input::Field;
use crate::list::{NAME_LIMIT, NO_NAME};
use crate::task::FILTER_LIMIT;
use crate::validation::{Change, Checker, Invalid, Validate};

const NO_FILTER: &str = "Say what it finds, such as due:today p1.";

/// A filter of tasks under a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SavedFilter {
    /// Identifier.
    pub id: Uuid,
    /// What it is called.
    pub name: String,
    /// What it finds: `due:today p1 #home -done`.
    pub filter: String,
    /// Its place in the order by hand: less comes first.
    pub position: i64,
    /// When it was saved.
    pub created_at: DateTime<Utc>,
    /// When it was last changed.
    pub updated_at: DateTime<Utc>,
    /// Counts the changes, from 1.
    pub version: i64,
}

/// A new saved filter, as sent.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(extend("required" = ["name", "filter"])))]
#[serde(default)]
pub struct NewSavedFilter {
    /// What it is called.
    pub name: Field<String>,
    /// What it finds.
    pub filter: Field<String>,
}

/// A new saved filter whose text was not read yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedFilterDraft {
    /// What it is called.
    pub name: String,
    /// What it finds.
    pub filter: String,
}

impl Validate for NewSavedFilter {
    type Valid = SavedFilterDraft;

    fn validate(self) -> Result<SavedFilterDraft, Invalid> {
        let mut checker = Checker::default();
        let name = checker.line("name", self.name, NAME_LIMIT, NO_NAME);
        let filter = checker.line("filter", self.filter, FILTER_LIMIT, NO_FILTER);
        checker.finish(name.zip(filter).map(|(name, filter)| SavedFilterDraft { name, filter }))
    }
}

/// Changes to a saved filter: what is absent stays.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct SavedFilterPatch {
    /// What it is called.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub name: Field<String>,
    /// What it finds.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub filter: Field<String>,
}

/// Changes to a saved filter whose text was not read yet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SavedFilterChanges {
    /// What it is called.
    pub name: Change<String>,
    /// What it finds.
    pub filter: Change<String>,
}

impl Validate for SavedFilterPatch {
    type Valid = SavedFilterChanges;

    fn validate(self) -> Result<SavedFilterChanges, Invalid> {
        let mut checker = Checker::default();
        let changes = SavedFilterChanges {
            name: checker.change("name", self.name, NO_NAME, |checker, field| {
                checker.line("name", field, NAME_LIMIT, NO_NAME)
            }),
            filter: checker.change("filter", self.filter, NO_FILTER, |checker, field| {
                checker.line("filter", field, FILTER_LIMIT, NO_FILTER)
            }),
        };
        checker.finish(Some(changes))
    }
}
