//! The token on its way: the `session` cookie and `Authorization: Bearer`.

use axum::http::header::{AUTHORIZATION, COOKIE};
use axum::http::{HeaderMap, HeaderValue};
use tower_sessions::cookie::{Cookie, SameSite, time};

use super::ABSOLUTE_LIMIT;
use super::known_device::KNOWN_FOR;
use super::token::Token;

/// The cookie's name.
const NAME: &str = "session";
/// The name of the cookie by which a browser is known again. Over TLS it has the prefix by
/// which browsers see to it that no other host and no plain connection set it.
const DEVICE: [&str; 2] = ["device", "__Host-device"];

/// The token of a request. A bearer token counts alone, even when it is no good:
/// a program that sends one does not mean the cookie.
pub(super) fn presented(headers: &HeaderMap) -> Option<Token> {
    match bearer(headers) {
        Some(token) => Token::parse(token),
        None => cookies(headers, NAME).find_map(|value| Token::parse(&value)),
    }
}

/// What a browser keeps in which somebody signed in before.
pub(super) fn device(headers: &HeaderMap, is_https: bool) -> Option<Token> {
    cookies(headers, DEVICE[usize::from(is_https)]).find_map(|value| Token::parse(&value))
}

/// The bearer token of a request, good or not. Other schemes are not ours: a proxy
/// in front may ask for Basic, and the browser then sends both.
pub(crate) fn bearer(headers: &HeaderMap) -> Option<&str> {
    let value = headers.get(AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = value.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}

/// The values of every cookie of that name; a path or domain may have left two.
fn cookies(headers: &HeaderMap, name: &'static str) -> impl Iterator<Item = String> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|header| header.to_str().ok())
        .flat_map(|header| Cookie::split_parse(header.to_owned()))
        .flatten()
        .filter(move |cookie| cookie.name() == name)
        .map(|cookie| cookie.value().to_owned())
}

/// Keeps the token in the browser for as long as the session can last.
pub(super) fn set(token: &Token, is_https: bool) -> Option<HeaderValue> {
    let max_age = time::Duration::seconds(ABSOLUTE_LIMIT.num_seconds());
    header(NAME, token.text(), max_age, is_https)
}

/// Makes the browser forget the token.
pub(super) fn clear(is_https: bool) -> Option<HeaderValue> {
    header(NAME, "", time::Duration::ZERO, is_https)
}

/// Keeps in the browser by what it is known again; it outlives the session.
pub(super) fn set_device(token: &Token, is_https: bool) -> Option<HeaderValue> {
    let max_age = time::Duration::seconds(KNOWN_FOR.num_seconds());
    header(DEVICE[usize::from(is_https)], token.text(), max_age, is_https)
}

fn header(
    name: &'static str,
    value: &str,
    max_age: time::Duration,
    is_https: bool,
) -> Option<HeaderValue> {
    let cookie = Cookie::build((name, value))
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(is_https)
        .max_age(max_age)
        .build();
    HeaderValue::try_from(cookie.to_string()).ok()
}
