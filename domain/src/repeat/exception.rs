//! Single occurrences that differ from what the rule says, and which part of a
//! series a change is about.

use serde::{Deserialize, Serialize};

use crate::input::{FromScalar, Scalar};
use crate::time::Moment;

/// How an occurrence differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Deviation {
    /// It does not take place.
    Cancelled,
    /// It takes place at another time or under another name.
    Changed,
    /// It takes place although the rule does not say so.
    Extra,
}

impl Deviation {
    /// The name on the wire and in the database.
    pub fn name(self) -> &'static str {
        match self {
            Self::Cancelled => "cancelled",
            Self::Changed => "changed",
            Self::Extra => "extra",
        }
    }

    /// The deviation of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Cancelled, Self::Changed, Self::Extra].into_iter().find(|kind| kind.name() == name)
    }
}

/// A single occurrence that differs. What it does not name is as in the series.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Exception {
    /// The start that the rule gives it: its handle, even after it was moved.
    pub occurrence: Moment,
    /// How it differs.
    pub deviation: Deviation,
    /// Start and end, if they are its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub times: Option<(Moment, Moment)>,
    /// Its own title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Its own details; empty for none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Its own place; empty for none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub location: Option<String>,
}

impl Exception {
    /// An occurrence that differs in nothing but its kind.
    pub fn new(occurrence: Moment, deviation: Deviation) -> Self {
        Self { occurrence, deviation, times: None, title: None, description: None, location: None }
    }
}

/// Which part of a series a change is about.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Series {
    /// One occurrence.
    This,
    /// One occurrence and everything after it.
    Following,
    /// All of it.
    #[default]
    All,
}

impl FromScalar for Series {
    fn from_scalar(scalar: Scalar) -> Result<Self, String> {
        let Scalar::Text(name) = scalar else {
            return Err("Must be this, following or all.".to_owned());
        };
        match name.as_str() {
            "this" => Ok(Self::This),
            "following" => Ok(Self::Following),
            "all" => Ok(Self::All),
            _ => Err("Must be this, following or all.".to_owned()),
        }
    }
}
