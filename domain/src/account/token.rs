//! Tokens that a person makes for programs of their own.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::input::{Field, FromScalar, Scalar};
use crate::list::NAME_LIMIT;
use crate::validation::{Checker, Invalid, Validate};

/// The longest time that a token with an end may last, in days: ten years.
pub const DAYS_LIMIT: u32 = 3_650;

/// What a token allows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Scope {
    /// To read.
    #[default]
    Read,
    /// To read and to change.
    Write,
}

impl Scope {
    /// All of them, the narrower first.
    pub const ALL: [Self; 2] = [Self::Read, Self::Write];

    /// The name on the wire and in the database.
    pub fn name(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Write => "write",
        }
    }

    /// The scope of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scope| scope.name() == name)
    }
}

impl FromScalar for Scope {
    fn from_scalar(scalar: Scalar) -> Result<Self, String> {
        match scalar {
            Scalar::Text(name) => Self::from_name(&name),
            Scalar::Number(_) | Scalar::Bool(_) | Scalar::Compound => None,
        }
        .ok_or_else(|| "Must be read or write.".to_owned())
    }
}

/// A new token, as sent.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(extend("required" = ["name"])))]
#[serde(default)]
pub struct NewApiToken {
    /// What it is for, in the person's words.
    pub name: Field<String>,
    /// What it allows; `read` when left out.
    pub scope: Field<Scope>,
    /// In how many days it ends, 1 to 3,650; never when left out.
    pub expires_in_days: Field<u32>,
}

/// The same with good fields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApiTokenDraft {
    /// What it is called.
    pub name: String,
    /// What it allows.
    pub scope: Scope,
    /// In how many days it ends, if it does.
    pub days: Option<u32>,
}

impl Validate for NewApiToken {
    type Valid = ApiTokenDraft;

    fn validate(self) -> Result<ApiTokenDraft, Invalid> {
        let mut checker = Checker::default();
        let name = checker.line("name", self.name, NAME_LIMIT, "Give it a name.");
        let scope = checker.optional("scope", self.scope).unwrap_or_default();
        let days = checker.optional("expires_in_days", self.expires_in_days);
        if days.is_some_and(|days| !(1..=DAYS_LIMIT).contains(&days)) {
            checker.complain("expires_in_days", "Use 1 to 3,650 days, or leave it out.");
        }
        checker.finish(name.map(|name| ApiTokenDraft { name, scope, days }))
    }
}

/// A token, without what opens anything.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ApiToken {
    /// Identifier; it opens nothing.
    pub id: Uuid,
    /// What it is for, in the person's words.
    pub name: String,
    /// What it allows.
    pub scope: Scope,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it was last used, to the hour; `null` before the first use.
    pub last_used_at: Option<DateTime<Utc>>,
    /// When it ends; `null` when it does not.
    pub expires_at: Option<DateTime<Utc>>,
}

/// A token that was just made, with the text that is told this once.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MadeApiToken {
    /// Sent as `Authorization: Bearer`. It is told now and never again.
    pub token: String,
    /// What is kept of it.
    #[serde(flatten)]
    pub kept: ApiToken,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_reads_only_and_lasts_unless_more_is_said() {
        let draft = NewApiToken { name: " Backup ".into(), ..NewApiToken::default() }.validate();
        let draft = draft.expect("a name is enough");
        assert_eq!((draft.name.as_str(), draft.scope, draft.days), ("Backup", Scope::Read, None));
    }

    #[test]
    fn every_bad_field_is_named() {
        let wish = NewApiToken {
            name: Field::Absent,
            scope: Scope::from_scalar(Scalar::Text("all".to_owned()))
                .map_or_else(Field::Invalid, Field::Value),
            expires_in_days: Field::Value(0),
        };
        let invalid = wish.validate().err().unwrap_or_default();
        for field in ["name", "scope", "expires_in_days"] {
            assert!(invalid.message(field).is_some(), "{field}");
        }
    }
}
