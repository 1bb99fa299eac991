//! Exact money: integers of a hundredth, never floating point.

mod currency;
mod display;
mod notation;

pub use currency::Currency;
pub use display::DecimalMark;
pub use notation::Typed;

use std::fmt;

use serde::{Deserialize, Serialize};

/// An amount in hundredths of its currency's unit, at least `0.01` and at most
/// `99999999.99` (the documented `NUMERIC(10,2)`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Amount(i64);

impl Amount {
    /// The largest amount, in hundredths.
    pub const MAX_MINOR: i64 = 9_999_999_999;

    /// An amount of that many hundredths, if it is within bounds.
    pub fn from_minor(minor: i64) -> Option<Self> {
        (1..=Self::MAX_MINOR).contains(&minor).then_some(Self(minor))
    }

    /// Hundredths of the unit.
    pub fn minor(self) -> i64 {
        self.0
    }
}

/// Exactly two decimals, no grouping: the notation of the wire and of the database.
impl fmt::Display for Amount {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        Total(self.0).fmt(formatter)
    }
}

impl Serialize for Amount {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let total = Total::deserialize(deserializer)?;
        Self::from_minor(total.0).ok_or_else(|| serde::de::Error::custom("amount out of bounds"))
    }
}

/// A sum of amounts in hundredths; may be zero and has no upper bound but `i64`'s.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Total(pub i64);

impl Total {
    /// Hundredths of the unit.
    pub fn minor(self) -> i64 {
        self.0
    }
}

impl std::iter::Sum<Amount> for Total {
    fn sum<I: Iterator<Item = Amount>>(amounts: I) -> Self {
        Self(amounts.fold(0_i64, |sum, amount| sum.saturating_add(amount.0)))
    }
}

impl fmt::Display for Total {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let minor = self.0.unsigned_abs();
        write!(formatter, "{sign}{}.{:02}", minor / 100, minor % 100)
    }
}

impl Serialize for Total {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Total {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        notation::exact(&text)
            .map(Self)
            .ok_or_else(|| serde::de::Error::custom("expected a decimal with two places"))
    }
}

#[cfg(feature = "schema")]
mod schema {
    use super::{Amount, Total};
    use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

    impl JsonSchema for Amount {
        fn schema_name() -> std::borrow::Cow<'static, str> {
            "Amount".into()
        }

        fn json_schema(_: &mut SchemaGenerator) -> Schema {
            json_schema!({
                "type": "string",
                "pattern": r"^\d{1,8}\.\d{2}$",
                "description": "A decimal with exactly two places, from 0.01 to 99999999.99.",
            })
        }
    }

    impl JsonSchema for Total {
        fn schema_name() -> std::borrow::Cow<'static, str> {
            "Total".into()
        }

        fn json_schema(_: &mut SchemaGenerator) -> Schema {
            json_schema!({
                "type": "string",
                "pattern": r"^\d+\.\d{2}$",
                "description": "A sum of amounts with exactly two places.",
            })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_written_with_exactly_two_decimals() {
        let text = |minor| Amount::from_minor(minor).map(|amount| amount.to_string());
        assert_eq!(text(1250).as_deref(), Some("12.50"));
        assert_eq!(text(1).as_deref(), Some("0.01"));
        assert_eq!(text(Amount::MAX_MINOR).as_deref(), Some("99999999.99"));
        assert_eq!(text(0), None);
        assert_eq!(text(Amount::MAX_MINOR + 1), None);
    }

    #[test]
    fn ten_thousand_dimes_are_a_thousand() {
        let total: Total = std::iter::repeat_n(Amount(10), 10_000).sum();
        assert_eq!(total.to_string(), "1000.00");
    }
}
