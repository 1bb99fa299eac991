//! Inputs that name an existing row.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::input::Field;
use crate::validation::{Checker, Invalid, Validate};

const NO_ID: &str = "Say which one.";

/// Names one row.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Target {
    /// The row's identifier.
    pub id: Field<Uuid>,
}

impl From<Uuid> for Target {
    fn from(id: Uuid) -> Self {
        Self { id: Field::Value(id) }
    }
}

impl Validate for Target {
    type Valid = Uuid;

    fn validate(self) -> Result<Uuid, Invalid> {
        let mut checker = Checker::default();
        let id = checker.required("id", self.id, NO_ID);
        checker.finish(id)
    }
}

/// Names one row and what to change of it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Update<P> {
    /// The row's identifier.
    #[serde(default)]
    pub id: Field<Uuid>,
    /// What to change.
    #[serde(flatten)]
    pub changes: P,
}

impl<P> Update<P> {
    /// A change to the row of that identifier.
    pub fn of(id: Uuid, changes: P) -> Self {
        Self { id: Field::Value(id), changes }
    }
}

impl<P: Validate> Validate for Update<P> {
    type Valid = (Uuid, P::Valid);

    fn validate(self) -> Result<Self::Valid, Invalid> {
        let mut checker = Checker::default();
        let id = checker.required("id", self.id, NO_ID);
        match (checker.finish(id), self.changes.validate()) {
            (Ok(id), Ok(changes)) => Ok((id, changes)),
            (Err(invalid), Ok(_)) | (Ok(_), Err(invalid)) => Err(invalid),
            (Err(mut invalid), Err(more)) => {
                invalid.0.extend(more.0);
                Err(invalid)
            }
        }
    }
}
