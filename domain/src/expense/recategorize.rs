//! Several expenses into one category.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{CATEGORY_LIMIT, NO_CATEGORY};
use crate::bulk::ROWS_LIMIT;
use crate::input::Field;
use crate::validation::{Checker, Invalid, Validate};

/// Which expenses go into which category, as sent.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Recategorize {
    /// Which ones, 1 to 200.
    pub ids: Vec<Uuid>,
    /// What kind of spending they are.
    pub category: Field<String>,
}

impl Validate for Recategorize {
    type Valid = (Vec<Uuid>, String);

    fn validate(self) -> Result<Self::Valid, Invalid> {
        let mut checker = Checker::default();
        if self.ids.is_empty() || self.ids.len() > ROWS_LIMIT {
            checker.complain("ids", "Choose 1 to 200 expenses.");
        }
        let category = checker.line("category", self.category, CATEGORY_LIMIT, NO_CATEGORY);
        checker.finish(category.map(|category| (self.ids, category)))
    }
}
