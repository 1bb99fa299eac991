//! Who may make an account.

use super::{WrongSetting, wrong};

/// Who may make an account.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum SignUpMode {
    /// Anybody.
    #[default]
    Open,
    /// Whoever is invited, and the first person of an empty planner.
    Invitation,
    /// Nobody more.
    Closed,
}

impl SignUpMode {
    /// Reads the setting.
    pub(super) fn read(
        set: &impl Fn(&'static str) -> Option<String>,
    ) -> Result<Self, WrongSetting> {
        match set("SIGN_UP").as_deref().map(str::trim) {
            None | Some("open") => Ok(Self::Open),
            Some("invitation") => Ok(Self::Invitation),
            Some("closed") => Ok(Self::Closed),
            Some(other) => Err(wrong("SIGN_UP", other.to_owned(), "open, invitation or closed")),
        }
    }
}
