//! The categories that are offered before a person has used their own, and the
//! wish for one.

use serde::{Deserialize, Serialize};

use crate::input::Field;
use crate::validation::{Checker, Invalid, TEXT_LIMIT, Validate};

/// Where an expense goes that fits nowhere else.
pub const OTHER: &str = "Other";

/// Offered in this order; any other name is accepted too.
pub const CATEGORIES: [&str; 13] = [
    "Food",
    "Groceries",
    "Transport",
    "Housing",
    "Utilities",
    "Health",
    "Entertainment",
    "Shopping",
    "Travel",
    "Education",
    "Gifts",
    "Personal care",
    OTHER,
];

/// What a category is wanted for, as sent.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Suggestion {
    /// What the money was spent on.
    pub description: Field<String>,
}

impl Validate for Suggestion {
    type Valid = String;

    fn validate(self) -> Result<String, Invalid> {
        let mut checker = Checker::default();
        let text = checker.optional_text("description", self.description, TEXT_LIMIT);
        checker.finish(Some(text.unwrap_or_default()))
    }
}
