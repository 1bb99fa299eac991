//! What can be chosen about how dates and times are written.

use serde::{Deserialize, Serialize};

use crate::input::{FromScalar, Scalar};

/// The longest name of a time zone, in characters.
pub const TIME_ZONE_LIMIT: usize = 64;
/// The longest tag of a language and region, in characters (BCP 47, 4.4.1).
pub const LOCALE_LIMIT: usize = 35;

/// A setting with a few values, each with its name on the wire and in the database.
macro_rules! choice {
    (
        $(#[$about:meta])*
        $choice:ident, $wrong:literal,
        $($(#[$meaning:meta])* $value:ident = $name:literal),+ $(,)?
    ) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub enum $choice {
            $($(#[$meaning])* #[serde(rename = $name)] $value),+
        }

        impl $choice {
            /// The name on the wire and in the database.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$value => $name),+
                }
            }

            /// The value of that name.
            pub fn from_name(name: &str) -> Option<Self> {
                match name {
                    $($name => Some(Self::$value),)+
                    _ => None,
                }
            }
        }

        impl FromScalar for $choice {
            fn from_scalar(scalar: Scalar) -> Result<Self, String> {
                match scalar {
                    Scalar::Text(name) | Scalar::Number(name) => Self::from_name(&name),
                    Scalar::Bool(_) | Scalar::Compound => None,
                }
                .ok_or_else(|| $wrong.to_owned())
            }
        }
    };
}

choice! {
    /// On which day a week begins.
    WeekStart, "Must be locale, monday, sunday or saturday.",
    /// As where the person lives.
    #[default]
    Locale = "locale",
    /// On Monday.
    Monday = "monday",
    /// On Sunday.
    Sunday = "sunday",
    /// On Saturday.
    Saturday = "saturday",
}

choice! {
    /// How clock times are written.
    ClockStyle, "Must be locale, 12 or 24.",
    /// As where the person lives.
    #[default]
    Locale = "locale",
    /// `1:00 PM`.
    Twelve = "12",
    /// `13:00`.
    TwentyFour = "24",
}

choice! {
    /// What stands first in a date, written out or in figures.
    DateOrder, "Must be locale, day_first or month_first.",
    /// As where the person lives.
    #[default]
    Locale = "locale",
    /// `27 Nov`; `3/4` is 3 April.
    DayFirst = "day_first",
    /// `Nov 27`; `3/4` is 4 March.
    MonthFirst = "month_first",
}
