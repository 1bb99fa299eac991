//! Raw input fields that never fail to deserialize, so that every bad field of
//! a request is reported at once instead of the first one only.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, Serializer};

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

impl<T: Serialize> Serialize for Field<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Value(value) => serializer.serialize_some(value),
            Self::Absent | Self::Null | Self::Invalid(_) => serializer.serialize_none(),
        }
    }
}

impl<'de, T: FromScalar> Deserialize<'de> for Field<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(FieldVisitor(PhantomData))
    }
}

struct FieldVisitor<T>(PhantomData<T>);

impl<T: FromScalar> FieldVisitor<T> {
    fn read(scalar: Scalar) -> Field<T> {
        match T::from_scalar(scalar) {
            Ok(value) => Field::Value(value),
            Err(message) => Field::Invalid(message),
        }
    }
}

impl<'de, T: FromScalar> Visitor<'de> for FieldVisitor<T> {
    type Value = Field<T>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("any value")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Self::Value, E> {
        Ok(Self::read(Scalar::Bool(value)))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Self::Value, E> {
        Ok(Self::read(Scalar::Number(value.to_string())))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Self::Value, E> {
        Ok(Self::read(Scalar::Number(value.to_string())))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Self::Value, E> {
        Ok(Self::read(Scalar::Number(value.to_string())))
    }

    fn visit_str<E: serde::de::Error>(self, value: &str) -> Result<Self::Value, E> {
        self.visit_string(value.to_owned())
    }

    fn visit_string<E>(self, value: String) -> Result<Self::Value, E> {
        if T::EMPTY_IS_NULL && value.trim().is_empty() {
            return Ok(Field::Null);
        }
        Ok(Self::read(Scalar::Text(value)))
    }

    fn visit_none<E>(self) -> Result<Self::Value, E> {
        Ok(Field::Null)
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(Field::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Self::read(Scalar::Compound))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Self::read(Scalar::Compound))
    }
}

#[cfg(feature = "schema")]
impl<T: schemars::JsonSchema> schemars::JsonSchema for Field<T> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        T::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        generator.subschema_for::<Option<T>>()
    }

    fn inline_schema() -> bool {
        true
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
