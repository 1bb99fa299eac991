//! Data of a page that the server reads.
//!
//! A value comes two ways: in the page that the server rendered, and as the answer of
//! a server function. Leptos decodes the first from text and the second from bytes,
//! which are two decoders of every struct in the browser's program; here both are bytes.

use leptos::prelude::*;
use leptos::server::codee::{Decoder, Encoder};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// What a page has read.
pub(crate) type Read<T> = Resource<T, Json>;

/// JSON, decoded from bytes.
pub(crate) struct Json;

impl<T: Serialize> Encoder<T> for Json {
    type Error = serde_json::Error;
    type Encoded = String;

    fn encode(value: &T) -> Result<String, serde_json::Error> {
        serde_json::to_string(value)
    }
}

impl<T: DeserializeOwned> Decoder<T> for Json {
    type Error = serde_json::Error;
    type Encoded = str;

    fn decode(text: &str) -> Result<T, serde_json::Error> {
        serde_json::from_slice(text.as_bytes())
    }
}

/// Reads with `fetch` what `wanted` says, again whenever that changes. What the server
/// has read already is not asked for.
pub(crate) fn read<S, T, F>(
    wanted: impl Fn() -> S + Send + Sync + 'static,
    fetch: impl Fn(S) -> F + Send + Sync + 'static,
) -> Read<T>
where
    S: PartialEq + Clone + Send + Sync + 'static,
    T: Serialize + DeserializeOwned + Send + Sync + 'static,
    F: Future<Output = T> + Send + 'static,
{
    Resource::new_with_options(wanted, fetch, true)
}

/// The same for what may come a moment after the rest of its page.
pub(crate) fn read_later<S, T, F>(
    wanted: impl Fn() -> S + Send + Sync + 'static,
    fetch: impl Fn(S) -> F + Send + Sync + 'static,
) -> Read<T>
where
    S: PartialEq + Clone + Send + Sync + 'static,
    T: Serialize + DeserializeOwned + Send + Sync + 'static,
    F: Future<Output = T> + Send + 'static,
{
    Resource::new_with_options(wanted, fetch, false)
}
