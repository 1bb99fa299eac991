//! The token on its way: the `session` cookie and `Authorization: Bearer`.

use axum::http::header::{AUTHORIZATION, COOKIE};
use axum::http::{HeaderMap, HeaderValue};
use tower_sessions::cookie::{Cookie, SameSite, time};

use super::ABSOLUTE_LIMIT;
use super::token::Token;

/// The cookie's name.
const NAME: &str = "session";

/// The token of a request. A bearer token counts alone, even when it is no good:
/// a program that sends one does not mean the cookie.
pub(super) fn presented(headers: &HeaderMap) -> Option<Token> {
    match bearer(headers) {
        Some(token) => Token::parse(token),
        None => cookies(headers).find_map(|value| Token::parse(&value)),
    }
}

/// The bearer token of a request, good or not. Other schemes are not ours: a proxy
/// in front may ask for Basic, and the browser then sends both.
pub(crate) fn bearer(headers: &HeaderMap) -> Option<&str> {
    let value = headers.get(AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = value.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}

/// The values of every cookie of our name; a path or domain may have left two.
fn cookies(headers: &HeaderMap) -> impl Iterator<Item = String> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|header| header.to_str().ok())
        .flat_map(|header| Cookie::split_parse(header.to_owned()))
        .flatten()
        .filter(|cookie| cookie.name() == NAME)
        .map(|cookie| cookie.value().to_owned())
}

/// Keeps the token in the browser for as long as the session can last.
pub(super) fn set(token: &Token, is_https: bool) -> Option<HeaderValue> {
    header(token.text(), time::Duration::seconds(ABSOLUTE_LIMIT.num_seconds()), is_https)
}

/// Makes the browser forget the token.
pub(super) fn clear(is_https: bool) -> Option<HeaderValue> {
    header("", time::Duration::ZERO, is_https)
}

fn header(value: &str, max_age: time::Duration, is_https: bool) -> Option<HeaderValue> {
    let cookie = Cookie::build((NAME, value))
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(is_https)
        .max_age(max_age)
        .build();
    HeaderValue::try_from(cookie.to_string()).ok()
}
