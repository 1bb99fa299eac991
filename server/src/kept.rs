//! Values that are kept as JSON in a column: images of rows, calls, receipts.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::error::Error;

/// A value as it is kept.
///
/// # Errors
/// [`Error::Internal`] when it is nothing that JSON can hold.
pub(crate) fn write<T: Serialize + ?Sized>(value: &T) -> Result<Value, Error> {
    serde_json::to_value(value).map_err(|cause| Error::Internal(cause.to_string()))
}

/// A value that was kept.
///
/// # Errors
/// [`Error::Internal`] when something else stands there.
pub(crate) fn read<T: DeserializeOwned>(value: &Value) -> Result<T, Error> {
    T::deserialize(value).map_err(|cause| Error::Internal(cause.to_string()))
}
