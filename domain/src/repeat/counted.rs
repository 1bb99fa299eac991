//! What the next turn of something that repeats is counted from.

use serde::{Deserialize, Serialize};

use crate::input::{FromScalar, Scalar};

/// What the next turn of a repeating task counts from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum RepeatFrom {
    /// The deadline, whenever it is done.
    #[default]
    Due,
    /// The day on which it is done.
    Completion,
}

impl RepeatFrom {
    /// The name on the wire and in the database.
    pub fn name(self) -> &'static str {
        match self {
            Self::Due => "due",
            Self::Completion => "completion",
        }
    }

    /// The start of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Due, Self::Completion].into_iter().find(|from| from.name() == name)
    }
}

impl FromScalar for RepeatFrom {
    fn from_scalar(scalar: Scalar) -> Result<Self, String> {
        match scalar {
            Scalar::Text(name) => Self::from_name(&name),
            Scalar::Number(_) | Scalar::Bool(_) | Scalar::Compound => None,
        }
        .ok_or_else(|| "Must be due or completion.".to_owned())
    }
}
