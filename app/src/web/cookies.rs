//! What the browser of a request has been told to remember.

use http::HeaderMap;
use http::header::COOKIE;
use http::request::Parts;
use leptos::prelude::use_context;
use server::context::Planner;

/// Said by every page's script, so that the next page knows that scripts run.
pub(super) const SCRIPTS: &str = "scripts";

/// The value of the request's first cookie of that name.
pub(crate) fn cookie(name: &str) -> Option<String> {
    named(&use_context::<Parts>()?.headers, name)
}

fn named(headers: &HeaderMap, name: &str) -> Option<String> {
    let cookies = headers.get_all(COOKIE).iter();
    cookies
        .filter_map(|header| header.to_str().ok())
        .flat_map(|header| header.split(';'))
        .find_map(|cookie| Some(cookie.trim().strip_prefix(name)?.strip_prefix('=')?.to_owned()))
}

/// What a request gives the browser to carry to the page that tells of it: for so many
/// seconds, and for no script to see. From an address, anybody's link could say it.
pub(super) fn carrying(planner: &Planner, name: &str, value: &str, seconds: u32) -> String {
    let secure = if planner.config.is_https() { "; Secure" } else { "" };
    format!("{name}={value}; Path=/; Max-Age={seconds}; SameSite=Strict; HttpOnly{secure}")
}

/// Whether the browser has run a page's script before.
pub(super) fn runs_scripts(headers: &HeaderMap) -> bool {
    named(headers, SCRIPTS).is_some()
}
