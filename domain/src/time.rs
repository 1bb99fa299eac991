//! Points in time as they are typed, stored and answered.

pub(crate) mod written;

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::input::{FromScalar, Scalar};

/// The years that are accepted: what every supported database can store and
/// every calendar page can show.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;

/// A point in time as it was typed; only the server can resolve a local one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// RFC 3339 with an offset.
    Instant(DateTime<Utc>),
    /// A wall-clock time in the person's zone, as an HTML form sends it.
    Local(NaiveDateTime),
    /// A date without a time.
    Date(NaiveDate),
}

impl When {
    /// Reads RFC 3339, `2026-11-23T13:00[:00]` or `2026-11-23`.
    ///
    /// # Errors
    /// A sentence for the person who typed it.
    pub fn parse(text: &str) -> Result<Self, String> {
        const LOCAL: [&str; 4] =
            ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S%.f", "%Y-%m-%d %H:%M", "%Y-%m-%d %H:%M:%S%.f"];
        let text = text.trim();
        let read = DateTime::parse_from_rfc3339(text)
            .map(|instant| Self::Instant(instant.to_utc()))
            .ok()
            .or_else(|| NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().map(Self::Date))
            .or_else(|| {
                LOCAL
                    .iter()
                    .find_map(|format| NaiveDateTime::parse_from_str(text, format).ok())
                    .map(Self::Local)
            })
            .ok_or("Must be a date (2026-11-23) or a time (2026-11-23T13:00:00Z).")?;
        if YEARS.contains(&read.year()) {
            Ok(read)
        } else {
            Err("The year must lie between 1900 and 2200.".to_owned())
        }
    }

    /// Whether it is a date without a time.
    pub fn is_date(&self) -> bool {
        matches!(self, Self::Date(_))
    }

    fn year(&self) -> i32 {
        match self {
            Self::Instant(instant) => instant.year(),
            Self::Local(local) => local.year(),
            Self::Date(date) => date.year(),
        }
    }

    /// Whether `self` is certainly before `other`; values of different kinds are not compared.
    pub fn is_before(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Instant(a), Self::Instant(b)) => a < b,
            (Self::Local(a), Self::Local(b)) => a < b,
            (Self::Date(a), Self::Date(b)) => a < b,
            _ => false,
        }
    }
}

impl From<Moment> for When {
    fn from(moment: Moment) -> Self {
        match moment {
            Moment::Instant(instant) => Self::Instant(instant),
            Moment::Date(date) => Self::Date(date),
        }
    }
}

impl FromScalar for When {
    fn from_scalar(scalar: Scalar) -> Result<Self, String> {
        match scalar {
            Scalar::Text(text) => Self::parse(&text),
            Scalar::Number(_) | Scalar::Bool(_) | Scalar::Compound => {
                Err("Must be a date (2026-11-23) or a time (2026-11-23T13:00:00Z).".to_owned())
            }
        }
    }
}

impl Serialize for When {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Instant(instant) => Moment::Instant(*instant).serialize(serializer),
            Self::Local(local) => serializer.collect_str(&local.format("%Y-%m-%dT%H:%M:%S")),
            Self::Date(date) => serializer.collect_str(date),
        }
    }
}

/// A point in time as it is stored and answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Moment {
    /// A date without a time; it never shifts with a zone.
    Date(NaiveDate),
    /// An instant.
    Instant(DateTime<Utc>),
}

impl Moment {
    /// Whether it is a date without a time.
    pub fn is_date(&self) -> bool {
        matches!(self, Self::Date(_))
    }

    /// The stored instant: a date is kept as midnight UTC, which gives the same
    /// date back whatever the person's zone becomes.
    pub fn stored(&self) -> DateTime<Utc> {
        match self {
            Self::Instant(instant) => *instant,
            Self::Date(date) => date.and_time(chrono::NaiveTime::MIN).and_utc(),
        }
    }

    /// The opposite of [`Moment::stored`].
    pub fn from_stored(instant: DateTime<Utc>, is_date: bool) -> Self {
        if is_date { Self::Date(instant.date_naive()) } else { Self::Instant(instant) }
    }
}

/// RFC 3339 in UTC with `Z`, or a plain date.
impl Serialize for Moment {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Date(date) => written::date(*date, serializer),
            Self::Instant(instant) => written::instant(instant, serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match When::parse(&String::deserialize(deserializer)?).map_err(serde::de::Error::custom)? {
            When::Instant(instant) => Ok(Self::Instant(instant)),
            When::Date(date) => Ok(Self::Date(date)),
            When::Local(_) => Err(serde::de::Error::custom("a time needs an offset")),
        }
    }
}

#[cfg(feature = "schema")]
mod schema {
    use super::{Moment, When};
    use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

    /// A day that there is, of the years that are accepted, and a time of it or none.
    const WHEN: &str = concat!(
        "^(",
        "(19[0-9]{2}|2[01][0-9]{2}|2200)-(",
        "(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])",
        "|(0[469]|11)-(0[1-9]|[12][0-9]|30)",
        "|02-(0[1-9]|1[0-9]|2[0-8]))",
        "|(19|20|21)(0[48]|[2468][048]|[13579][26])-02-29|2000-02-29",
        ")([Tt ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?",
        "([Zz]|[+-]([01][0-9]|2[0-3]):[0-5][0-9])?)?)?$"
    );

    impl JsonSchema for When {
        fn schema_name() -> std::borrow::Cow<'static, str> {
            "When".into()
        }

        fn json_schema(_: &mut SchemaGenerator) -> Schema {
            json_schema!({
                "type": "string",
                "pattern": WHEN,
                "description": "RFC 3339 with any offset; without an offset it is read in the person's time zone; a plain date has no time.",
                "examples": ["2026-11-23T13:00:00Z", "2026-11-23"],
            })
        }
    }

    impl JsonSchema for Moment {
        fn schema_name() -> std::borrow::Cow<'static, str> {
            "Moment".into()
        }

        fn json_schema(_: &mut SchemaGenerator) -> Schema {
            json_schema!({
                "type": "string",
                "description": "RFC 3339 in UTC with `Z`, or a plain date where there is no time.",
                "examples": ["2026-11-23T13:00:00Z", "2026-11-23"],
            })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_become_utc_and_dates_stay_dates() {
        let json = |text: &str| {
            serde_json::to_string(&When::parse(text).expect("readable")).expect("serializable")
        };
        assert_eq!(json("2026-11-23T13:00:00+02:00"), "\"2026-11-23T11:00:00Z\"");
        assert_eq!(json("2026-11-23"), "\"2026-11-23\"");
        assert_eq!(json("2026-11-23T13:00"), "\"2026-11-23T13:00:00\"");
    }

    #[test]
    fn nonsense_is_refused() {
        for text in
            ["", "tomorrow", "2026-02-30", "1512-01-01", "9999-01-01T00:00:00Z", "2026-11-23T25:00"]
        {
            assert!(When::parse(text).is_err(), "{text}");
        }
    }
}
