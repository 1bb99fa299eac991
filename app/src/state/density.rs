//! How much room things have on this device.

use crate::texts;

/// The density that a person has chosen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Density {
    /// Room to breathe.
    #[default]
    Comfortable,
    /// More on one screen.
    Compact,
}

impl Density {
    /// Both of them.
    pub(crate) const ALL: [Self; 2] = [Self::Comfortable, Self::Compact];

    /// The name in the cookie, the form and the document.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Comfortable => "comfortable",
            Self::Compact => "compact",
        }
    }

    /// What people call it.
    pub(crate) fn label(self) -> &'static str {
        match self {
            Self::Comfortable => texts::settings::COMFORTABLE,
            Self::Compact => texts::settings::COMPACT,
        }
    }
}

#[cfg(feature = "ssr")]
impl Density {
    /// The density of the request's cookie.
    pub(crate) fn of_request() -> Self {
        if crate::web::cookie("density").as_deref() == Some(Self::Compact.name()) {
            Self::Compact
        } else {
            Self::Comfortable
        }
    }
}
