//! Raw input fields that never fail to deserialize, so that every bad field of
//! a request is reported at once instead of the first one only.

mod wire;

/// One field as it arrived: from JSON, a query string or an HTML form.
///
/// In a PATCH, `Absent` keeps the stored value and `Null` clears it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Field<T> {
    /// The field was not sent.
    #[default]
    Absent,
    /// Sent as JSON `null`, or left empty in a form.
    Null,
    /// Sent and understood.
    Value(T),
    /// Sent and not understood; the message is meant for the person who typed it.
    Invalid(String),
}

impl<T> Field<T> {
    /// True when nothing was sent, so that serializers can leave it out.
    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    /// The value, if one was sent and understood.
    pub fn value(self) -> Option<T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null | Self::Invalid(_) => None,
        }
    }
}

impl<T> From<T> for Field<T> {
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}

impl From<&str> for Field<String> {
    fn from(value: &str) -> Self {
        Self::Value(value.to_owned())
    }
}

impl<T> From<Option<T>> for Field<T> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Self::Value)
    }
}

/// A single value of JSON or of a form, before it means anything.
#[derive(Debug, Clone, PartialEq)]
pub enum Scalar {
    /// A string; everything an HTML form sends is one.
    Text(String),
    /// A number in its shortest decimal notation.
    Number(String),
    /// A JSON boolean.
    Bool(bool),
    /// An array or object, where a single value is expected.
    Compound,
}

/// A value that can be read from a [`Scalar`].
pub trait FromScalar: Sized {
    /// Whether an empty string means "nothing" (`true`) or is a value to judge (`false`).
    const EMPTY_IS_NULL: bool = true;

    /// What texts of a list are joined by, if the value may be one: `["a", "b"]` is then read as
    /// `a,b,` would be. No text of it may hold the joint itself.
    const LIST_JOINT: Option<&str> = None;

    /// Reads the value.
    ///
    /// # Errors
    /// A short message for the person who typed it.
    fn from_scalar(scalar: Scalar) -> Result<Self, String>;
}

impl FromScalar for String {
    const EMPTY_IS_NULL: bool = false;

    fn from_scalar(scalar: Scalar) -> Result<Self, String> {
        match scalar {
            Scalar::Text(text) => Ok(text),
            Scalar::Number(_) | Scalar::Bool(_) | Scalar::Compound => {
                Err("Must be text.".to_owned())
            }
        }
    }
}

impl FromScalar for bool {
    fn from_scalar(scalar: Scalar) -> Result<Self, String> {
        match scalar {
            Scalar::Bool(value) => Ok(value),
            // "on" is what a browser sends for a ticked box.
            Scalar::Text(text) if matches!(text.as_str(), "true" | "on" | "1") => Ok(true),
            Scalar::Text(text) if matches!(text.as_str(), "false" | "off" | "0") => Ok(false),
            Scalar::Text(_) | Scalar::Number(_) | Scalar::Compound => {
                Err("Must be true or false.".to_owned())
            }
        }
    }
}

impl FromScalar for u32 {
    fn from_scalar(scalar: Scalar) -> Result<Self, String> {
        match scalar {
            Scalar::Number(text) | Scalar::Text(text) => text.trim().parse().ok(),
            Scalar::Bool(_) | Scalar::Compound => None,
        }
        .ok_or_else(|| "Must be a whole number.".to_owned())
    }
}

impl FromScalar for uuid::Uuid {
    fn from_scalar(scalar: Scalar) -> Result<Self, String> {
        match scalar {
            Scalar::Text(text) => text.parse().ok(),
            Scalar::Number(_) | Scalar::Bool(_) | Scalar::Compound => None,
        }
        .ok_or_else(|| "Must be an identifier (a UUID).".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(serde::Deserialize)]
    struct Raw {
        #[serde(default)]
        text: Field<String>,
        #[serde(default)]
        flag: Field<bool>,
        #[serde(default)]
        count: Field<u32>,
    }

    #[test]
    fn every_kind_of_json_value_is_accepted_and_judged() {
        let raw: Raw =
            serde_json::from_str(r#"{"text": {"a": [1, {}]}, "flag": "maybe", "count": 1.5}"#)
                .expect("fields never fail");
        assert_eq!(raw.text, Field::Invalid("Must be text.".to_owned()));
        assert_eq!(raw.flag, Field::Invalid("Must be true or false.".to_owned()));
        assert_eq!(raw.count, Field::Invalid("Must be a whole number.".to_owned()));
    }

    #[test]
    fn absent_null_and_empty_are_told_apart() {
        let raw: Raw = serde_json::from_str(r#"{"flag": null, "count": " "}"#).expect("valid JSON");
        assert_eq!(raw.text, Field::Absent);
        assert_eq!(raw.flag, Field::Null);
        assert_eq!(raw.count, Field::Null);
    }
}
