//! Changing how one signs in, where one is signed in, and leaving.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{email, new_password};
use crate::input::Field;
use crate::validation::{Checker, Invalid, Validate};

/// What has to be typed by somebody who deletes their account.
pub const CONFIRMATION: &str = "delete";

const NO_PASSWORD: &str = "Enter your password.";

/// Another e-mail address or another password, as sent.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(extend("required" = ["current_password"])))]
#[serde(default)]
pub struct AccountPatch {
    /// The password until now.
    pub current_password: Field<String>,
    /// The new e-mail address.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub email: Field<String>,
    /// The new password: 8 to 128 characters, not the e-mail address, not a common password.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub new_password: Field<String>,
}

/// The same with good fields.
#[derive(Clone, PartialEq, Eq)]
pub struct AccountChanges {
    /// As typed.
    pub current_password: String,
    /// Normalised address.
    pub email: Option<String>,
    /// As typed; not yet known to be uncommon.
    pub new_password: Option<String>,
}

impl Validate for AccountPatch {
    type Valid = AccountChanges;

    fn validate(self) -> Result<AccountChanges, Invalid> {
        let mut checker = Checker::default();
        let current_password = current(&mut checker, self.current_password);
        let is_said = |field: &Field<String>| !matches!(field, Field::Absent | Field::Null);
        let email = is_said(&self.email).then(|| email(&mut checker, self.email)).flatten();
        let password = self.new_password;
        let new_password = is_said(&password)
            .then(|| new_password(&mut checker, "new_password", password, email.as_deref()))
            .flatten();
        checker.finish(current_password.map(|current_password| AccountChanges {
            current_password,
            email,
            new_password,
        }))
    }
}

/// A wish to leave, as sent.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(extend("required" = ["current_password", "confirm"])))]
#[serde(default)]
pub struct DeleteAccount {
    /// The password.
    pub current_password: Field<String>,
    /// The word `delete`.
    pub confirm: Field<String>,
}

impl Validate for DeleteAccount {
    /// The password.
    type Valid = String;

    fn validate(self) -> Result<String, Invalid> {
        let mut checker = Checker::default();
        let password = current(&mut checker, self.current_password);
        let confirm = checker.optional_text("confirm", self.confirm, 20).unwrap_or_default();
        if !confirm.eq_ignore_ascii_case(CONFIRMATION) {
            checker.complain("confirm", "Type the word delete.");
        }
        checker.finish(password)
    }
}

fn current(checker: &mut Checker, field: Field<String>) -> Option<String> {
    let password = checker.required("current_password", field, NO_PASSWORD)?;
    if password.is_empty() {
        checker.complain("current_password", NO_PASSWORD);
    }
    Some(password)
}

/// A browser or program that is signed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Device {
    /// Names the session; it opens nothing.
    pub id: Uuid,
    /// What it says of itself, in words: `Firefox on Linux`.
    pub device: String,
    /// When it signed in.
    pub created_at: DateTime<Utc>,
    /// When it was last used, to the hour.
    pub last_used_at: DateTime<Utc>,
    /// Whether it is the one that asks.
    pub current: bool,
}
