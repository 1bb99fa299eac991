//! One line of an example file.

use chrono::DateTime;
use serde::Deserialize;
use serde_json::{Map, Value};

use crate::language::Reference;

/// A line that is not in the format.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}, line {line}: {reason}")]
pub struct EvalError {
    /// The file as it was named.
    pub file: String,
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong with it.
    pub reason: String,
}

/// The kinds of files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Dates,
    Money,
    Utterances,
}

/// A text and what it is expected to mean.
#[derive(Debug, Deserialize)]
pub(crate) struct Line {
    pub(crate) id: String,
    pub(crate) family: String,
    pub(crate) text: String,
    reference: Option<String>,
    timezone: Option<String>,
    /// What the rows of who says it are called, where that matters.
    #[serde(default)]
    pub(crate) names: Vec<String>,
    pub(crate) expect: Map<String, Value>,
}

impl Line {
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        serde_json::from_str(text).map_err(|error| error.to_string())
    }

    pub(crate) fn kind(&self) -> Result<Kind, String> {
        let has = |key: &str| self.expect.contains_key(key);
        if has("intent") || has("actions") {
            Ok(Kind::Utterances)
        } else if has("has_time") {
            Ok(Kind::Dates)
        } else if has("amount") {
            Ok(Kind::Money)
        } else {
            Err("`expect` has none of the keys `intent`, `actions`, `has_time`, `amount`"
                .to_owned())
        }
    }

    /// When and where the person speaks.
    pub(crate) fn reference(&self) -> Result<Reference, String> {
        let text = self.reference.as_deref().ok_or("`reference` is missing")?;
        let zone = self.timezone.as_deref().ok_or("`timezone` is missing")?;
        let zone: chrono_tz::Tz = zone.parse().map_err(|_| format!("`{zone}` is no time zone"))?;
        let now = DateTime::parse_from_rfc3339(text)
            .map_err(|error| format!("`{text}` is no instant: {error}"))?;
        Ok(Reference::at(now.with_timezone(&zone)))
    }
}
