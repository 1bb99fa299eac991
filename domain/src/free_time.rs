//! When nothing is planned.

use chrono::NaiveTime;
use serde::{Deserialize, Serialize};

use crate::event::Event;
use crate::input::{Field, FromScalar, Scalar};
use crate::time::{Moment, When};
use crate::validation::{Checker, Invalid, Validate};

/// The hours that count as free when nothing else is said: when people are up
/// and would meet.
pub const WAKING: (NaiveTime, NaiveTime) =
    match (NaiveTime::from_hms_opt(8, 0, 0), NaiveTime::from_hms_opt(22, 0, 0)) {
        (Some(from), Some(to)) => (from, to),
        _ => (NaiveTime::MIN, NaiveTime::MIN),
    };
/// The shortest stretch that is worth naming, in minutes.
const USUAL_MINUTES: u32 = 30;
/// The longest stretch that can be asked for: a day, in minutes.
pub const MINUTES_LIMIT: u32 = 24 * 60;

const NO_START: &str = "Say from when.";
const NO_END: &str = "Say until when.";

/// A clock time as it was typed: `14:30`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock(pub NaiveTime);

impl FromScalar for Clock {
    fn from_scalar(scalar: Scalar) -> Result<Self, String> {
        match scalar {
            Scalar::Text(text) => NaiveTime::parse_from_str(text.trim(), "%H:%M").ok().map(Self),
            Scalar::Number(_) | Scalar::Bool(_) | Scalar::Compound => None,
        }
        .ok_or_else(|| "Must be a clock time such as 14:30.".to_owned())
    }
}

impl Serialize for Clock {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0.format("%H:%M"))
    }
}

impl<'de> Deserialize<'de> for Clock {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::from_scalar(Scalar::Text(text)).map_err(serde::de::Error::custom)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Clock {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Clock".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$",
            "examples": ["14:30"],
        })
    }
}

/// Which hours of a day count.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Hours {
    /// When people are up.
    #[default]
    Waking,
    /// The person's working hours.
    Working,
}

impl FromScalar for Hours {
    fn from_scalar(scalar: Scalar) -> Result<Self, String> {
        match scalar {
            Scalar::Text(name) if name == "waking" => Ok(Self::Waking),
            Scalar::Text(name) if name == "working" => Ok(Self::Working),
            _ => Err("Must be waking or working.".to_owned()),
        }
    }
}

/// Which free time is wanted, as sent.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct FreeTimeFilter {
    /// The start of the range.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub from: Field<When>,
    /// The end of the range, exclusive; at most 62 days later.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub to: Field<When>,
    /// How long it has to be, in minutes; 30 when left out.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub minutes: Field<u32>,
    /// Which hours count: `working` or `waking`. Working hours also cut the next two, as far
    /// as they meet.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub within: Field<Hours>,
    /// The earliest clock time of each day; 08:00 when left out.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub not_before: Field<Clock>,
    /// The latest clock time of each day; 22:00 when left out. `00:00` is the day's end.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub not_after: Field<Clock>,
}

/// Which free time is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FreeTimeQuery {
    /// The start of the range.
    pub from: When,
    /// The end of the range, exclusive.
    pub to: When,
    /// How long it has to be, in minutes.
    pub minutes: u32,
    /// Which hours count where none are said.
    pub within: Hours,
    /// Whether hours are said.
    pub says_hours: bool,
    /// The earliest clock time of each day.
    pub not_before: NaiveTime,
    /// The latest clock time of each day; midnight is the day's end.
    pub not_after: NaiveTime,
}

impl Validate for FreeTimeFilter {
    type Valid = FreeTimeQuery;

    fn validate(self) -> Result<FreeTimeQuery, Invalid> {
        let mut checker = Checker::default();
        let from = checker.required("from", self.from, NO_START);
        let to = checker.required("to", self.to, NO_END);
        let minutes = checker.optional("minutes", self.minutes).unwrap_or(USUAL_MINUTES);
        if !(1..=MINUTES_LIMIT).contains(&minutes) {
            checker.complain("minutes", "Must be between 1 and 1440.");
        }
        let within = checker.optional("within", self.within).unwrap_or_default();
        let says_hours = !self.not_before.is_absent() || !self.not_after.is_absent();
        let clock = |field: Option<Clock>, usual| field.map_or(usual, |clock| clock.0);
        let not_before = clock(checker.optional("not_before", self.not_before), WAKING.0);
        let not_after = clock(checker.optional("not_after", self.not_after), WAKING.1);
        if not_after <= not_before && not_after != NaiveTime::MIN {
            checker.complain("not_after", "Must be after `not_before`.");
        }
        checker.range("from", from.as_ref(), "to", to.as_ref());
        checker.finish(from.zip(to).map(|(from, to)| FreeTimeQuery {
            from,
            to,
            minutes,
            within,
            says_hours,
            not_before,
            not_after,
        }))
    }
}

/// A stretch in which nothing is planned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FreeSlot {
    /// Its start.
    pub start_time: Moment,
    /// Its end.
    pub end_time: Moment,
}

/// Free stretches of a range, and what lies between them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FreeTime {
    /// The free stretches, in order.
    pub slots: Vec<FreeSlot>,
    /// Events that take time of the wanted hours, by start.
    pub taken: Vec<Event>,
    /// Events of whole days in the range. They take no hours; whether one is free
    /// beside them is for the person to say.
    pub all_day: Vec<Event>,
}
