//! Where a page ended: the last row's keys in the list's order, as JSON in base64url.
//!
//! Nothing is secret in it and nothing of it is believed: it only says behind which keys
//! to go on, among the person's own rows.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// The cursor of the rows behind these keys.
///
/// # Errors
/// When the keys are no JSON, which those of a row always are.
pub(super) fn written<C: Serialize>(keys: &C) -> serde_json::Result<String> {
    serde_json::to_vec(keys).map(|bytes| URL_SAFE_NO_PAD.encode(bytes))
}

/// The keys that a cursor holds; nothing if no list gave it.
pub(super) fn read<C: DeserializeOwned>(cursor: &str) -> Option<C> {
    let bytes = URL_SAFE_NO_PAD.decode(cursor).ok()?;
    let values: Value = serde_json::from_slice(&bytes).ok()?;
    is_storable(&values).then(|| serde_json::from_value(values).ok()).flatten()
}

/// Whether the database has such values. Times are written with a sign when their
/// year has more than four digits, and no database reaches as far as chrono does.
fn is_storable(values: &Value) -> bool {
    let values = values.as_array().into_iter().flatten();
    !values.filter_map(Value::as_str).any(|text| text.starts_with(['+', '-']))
}
