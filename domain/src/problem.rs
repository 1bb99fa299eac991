//! RFC 9457 problem details: the one shape of every error.

use serde::{Deserialize, Serialize};

use crate::validation::{FieldError, Invalid};

/// What went wrong, for programs (`type`, `status`) and people (`title`, `detail`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Problem {
    /// Names the kind of problem; `about:blank` where the status says it all.
    #[serde(rename = "type")]
    pub kind: String,
    /// The kind in words.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// This occurrence, in words for the person.
    pub detail: String,
    /// Every bad field of an invalid input.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldError>,
    /// In how many seconds it may be tried again, if waiting helps; also the header
    /// `Retry-After`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retry_after: Option<u32>,
}

impl Problem {
    /// A problem that its status describes.
    pub fn new(status: u16, title: &str, detail: impl Into<String>) -> Self {
        Self {
            kind: "about:blank".to_owned(),
            title: title.to_owned(),
            status,
            detail: detail.into(),
            errors: Vec::new(),
            retry_after: None,
        }
    }

    /// Invalid input: 400 with every bad field.
    pub fn invalid(invalid: Invalid) -> Self {
        let detail = match invalid.0.as_slice() {
            [only] => only.message.clone(),
            several => format!("{} fields need another look.", several.len()),
        };
        Self {
            kind: "/problems/invalid-input".to_owned(),
            errors: invalid.0,
            ..Self::new(400, "Invalid input", detail)
        }
    }

    /// What is wrong with the named field, if anything.
    pub fn field(&self, name: &str) -> Option<&str> {
        self.errors.iter().find(|error| error.field == name).map(|error| error.message.as_str())
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.detail)
    }
}

impl std::error::Error for Problem {}
