//! The cookies of the request whose page is rendered: what must be known before the first
//! byte is sent, so that no page flashes.

use http::header::COOKIE;
use http::request::Parts;
use leptos::prelude::use_context;

/// The value of a cookie of ours.
pub(crate) fn value(name: &str) -> Option<String> {
    let parts = use_context::<Parts>()?;
    let headers = parts.headers.get_all(COOKIE).iter().filter_map(|header| header.to_str().ok());
    headers.flat_map(|header| header.split(';')).find_map(|cookie| {
        let (known, value) = cookie.trim().split_once('=')?;
        (known == name).then(|| value.to_owned())
    })
}
