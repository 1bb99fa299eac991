//! Forgotten passwords, and addresses that are to be confirmed.

use serde::{Deserialize, Serialize};

use super::{EMAIL_LIMIT, new_password};
use crate::input::Field;
use crate::validation::{Checker, Invalid, Validate};

/// The longest text of a link that is looked at; ours have 43 characters.
pub const TOKEN_LIMIT: usize = 200;

const NO_TOKEN: &str = "Follow the link of the letter.";

/// A forgotten password, as sent.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(extend("required" = ["email"])))]
#[serde(default)]
pub struct ForgottenPassword {
    /// The address that one signs in with.
    pub email: Field<String>,
}

impl Validate for ForgottenPassword {
    /// The normalised address.
    type Valid = String;

    fn validate(self) -> Result<String, Invalid> {
        let mut checker = Checker::default();
        let email = checker.line("email", self.email, EMAIL_LIMIT, "Enter your e-mail address.");
        checker.finish(email.map(|email| email.to_lowercase()))
    }
}

/// Another password by the link of a letter, as sent.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(extend("required" = ["token", "password"])))]
#[serde(default)]
pub struct ResetPassword {
    /// What the link carries.
    pub token: Field<String>,
    /// The new password: 8 to 128 characters, not the e-mail address, not a common password.
    pub password: Field<String>,
}

/// The same with good fields.
#[derive(Clone, PartialEq, Eq)]
pub struct ResetDraft {
    /// Not yet known to be good.
    pub token: String,
    /// As typed; not yet known to be uncommon.
    pub password: String,
}

impl Validate for ResetPassword {
    type Valid = ResetDraft;

    fn validate(self) -> Result<ResetDraft, Invalid> {
        let mut checker = Checker::default();
        let token = checker.line("token", self.token, TOKEN_LIMIT, NO_TOKEN);
        let password = new_password(&mut checker, "password", self.password, None);
        checker.finish(token.zip(password).map(|(token, password)| ResetDraft { token, password }))
    }
}

/// The link of a letter that was sent to an address, followed.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(extend("required" = ["token"])))]
#[serde(default)]
pub struct ConfirmEmail {
    /// What the link carries.
    pub token: Field<String>,
}

impl Validate for ConfirmEmail {
    /// What the link carries.
    type Valid = String;

    fn validate(self) -> Result<String, Invalid> {
        let mut checker = Checker::default();
        let token = checker.line("token", self.token, TOKEN_LIMIT, NO_TOKEN);
        checker.finish(token)
    }
}
