//! Fields on the wire: whatever stands there is read, and what does not fit is kept to be answered.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, Serializer};

use super::{Field, FromScalar, Scalar};

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
        let Some(joint) = T::LIST_JOINT else {
            while seq.next_element::<IgnoredAny>()?.is_some() {}
            return Ok(Self::read(Scalar::Compound));
        };
        let mut all = Some(String::new());
        while let Some(element) = seq.next_element::<Field<String>>()? {
            all = match (all, element) {
                (Some(text), Field::Value(word)) if !word.contains(joint) => {
                    Some(text + &word + joint)
                }
                _ => None,
            };
        }
        Ok(Self::read(all.map_or(Scalar::Compound, Scalar::Text)))
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
