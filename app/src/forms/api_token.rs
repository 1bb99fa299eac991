//! A token for a program, as its form sends it.

use serde::{Deserialize, Serialize};

/// The fields of the form.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ApiTokenForm {
    /// What it is for.
    pub name: String,
    /// `read` or `write`.
    pub scope: String,
    /// In how many days it ends; blank for never.
    pub expires_in_days: String,
}

#[cfg(feature = "ssr")]
impl ApiTokenForm {
    /// What is asked for.
    pub(crate) fn into_input(self) -> domain::account::NewApiToken {
        use super::reading::field;
        domain::account::NewApiToken {
            name: self.name.into(),
            scope: field(&self.scope),
            expires_in_days: field(&self.expires_in_days),
        }
    }
}
