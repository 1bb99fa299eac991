//! Which page sent a request, so that it need not read again what it changed itself.

use std::sync::Arc;

use axum::http::HeaderMap;

/// Names the page, or the program, that sends a request.
const HEADER: &str = "planner-page";
/// A name that is longer counts as none.
const LIMIT: usize = 64;

/// The name that a page has given itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page(Arc<str>);

impl Page {
    /// The page that sends a request, if it says so in letters, digits and hyphens.
    pub fn of(headers: &HeaderMap) -> Option<Self> {
        let name = headers.get(HEADER)?.to_str().ok()?;
        let is_name = (1..=LIMIT).contains(&name.len())
            && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        is_name.then(|| Self(name.into()))
    }

    /// Its name.
    pub fn name(&self) -> &str {
        &self.0
    }
}
