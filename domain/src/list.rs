//! Lists of tasks.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::input::Field;
use crate::validation::{Change, Checker, Invalid, Validate};

/// The longest name of a list or a saved filter, in characters.
pub const NAME_LIMIT: usize = 60;
/// The most lists, and the most saved filters, of one person.
pub const LISTS_LIMIT: u64 = 200;

pub(crate) const NO_NAME: &str = "Give it a name.";

/// A list of tasks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TaskList {
    /// Identifier.
    pub id: Uuid,
    /// What it is called; no other list of the person's is, whatever the case of its letters.
    pub name: String,
    /// Its place in the order by hand: less comes first.
    pub position: i64,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it was last changed.
    pub updated_at: DateTime<Utc>,
    /// Counts the changes, from 1.
    pub version: i64,
}

/// By what lists are the same: the name in small letters, with single spaces.
pub fn name_key(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// A new list, as sent.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(extend("required" = ["name"])))]
#[serde(default)]
pub struct NewList {
    /// What it is called.
    pub name: Field<String>,
}

impl Validate for NewList {
    type Valid = String;

    fn validate(self) -> Result<String, Invalid> {
        let mut checker = Checker::default();
        let name = checker.line("name", self.name, NAME_LIMIT, NO_NAME);
        checker.finish(name)
    }
}

/// Changes to a list: what is absent stays.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct ListPatch {
    /// What it is called.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub name: Field<String>,
}

impl Validate for ListPatch {
    type Valid = Change<String>;

    fn validate(self) -> Result<Change<String>, Invalid> {
        let mut checker = Checker::default();
        let name = checker.change("name", self.name, NO_NAME, |checker, field| {
            checker.line("name", field, NAME_LIMIT, NO_NAME)
        });
        checker.finish(Some(name))
    }
}
