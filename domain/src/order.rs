//! The order by hand of tasks, lists and saved filters.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::input::Field;
use crate::validation::{Checker, Invalid, Validate};

/// The row that another one is put beside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// Directly behind it.
    After(Uuid),
    /// Directly before it.
    Before(Uuid),
}

impl Anchor {
    /// The row it is.
    pub fn row(self) -> Uuid {
        match self {
            Self::After(row) | Self::Before(row) => row,
        }
    }
}

/// Reads which row another one is put beside, if any.
pub(crate) fn anchor(
    checker: &mut Checker,
    after: Field<Uuid>,
    before: Field<Uuid>,
) -> Option<Anchor> {
    let after = checker.optional("after", after).map(Anchor::After);
    let before = checker.optional("before", before).map(Anchor::Before);
    if after.is_some() && before.is_some() {
        checker.complain("before", "Say either what it stands behind or what it stands before.");
    }
    after.or(before)
}

/// Puts a row beside another one, as sent.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct MoveRow {
    /// Which row.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub id: Field<Uuid>,
    /// The row that it stands directly behind from now on.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub after: Field<Uuid>,
    /// The row that it stands directly before from now on.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub before: Field<Uuid>,
}

impl Validate for MoveRow {
    type Valid = (Uuid, Anchor);

    fn validate(self) -> Result<(Uuid, Anchor), Invalid> {
        let mut checker = Checker::default();
        let id = checker.required("id", self.id, "Say which one.");
        let beside = anchor(&mut checker, self.after, self.before);
        if beside.is_none() {
            checker.complain("after", "Say where it goes.");
        }
        checker.finish(id.zip(beside))
    }
}
