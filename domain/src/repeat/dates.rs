//! Lists of dates and times: what RFC 5545 calls RDATE and EXDATE.

use serde::{Serialize, Serializer};

use crate::input::{FromScalar, Scalar};
use crate::time::When;

/// The most dates in one list.
const LIMIT: usize = 100;

/// Dates or times, separated by commas.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Dates(pub Vec<When>);

impl FromScalar for Dates {
    fn from_scalar(scalar: Scalar) -> Result<Self, String> {
        let Scalar::Text(text) = scalar else {
            return Err("Must be dates or times, separated by commas.".to_owned());
        };
        let dates = text.split(',').map(When::parse).collect::<Result<Vec<_>, _>>()?;
        if dates.len() > LIMIT {
            return Err(format!("At most {LIMIT} dates."));
        }
        Ok(Self(dates))
    }
}

impl Serialize for Dates {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut text = String::new();
        for date in &self.0 {
            let value = text_of(date);
            if !text.is_empty() {
                text.push(',');
            }
            text.push_str(&value);
        }
        serializer.serialize_str(&text)
    }
}

/// A time as [`When`] is written, without quotes.
fn text_of(when: &When) -> String {
    match when {
        When::Instant(instant) => instant.to_rfc3339_opts(chrono::SecondsFormat::AutoSi, true),
        When::Local(local) => local.format("%Y-%m-%dT%H:%M:%S").to_string(),
        When::Date(date) => date.to_string(),
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Dates {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Dates".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "description": "Times as in `start_time`, separated by commas.",
            "examples": ["2026-12-24,2026-12-31"],
        })
    }
}
