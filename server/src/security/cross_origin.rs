//! Requests that change something come from our own pages, or from no browser.
//!
//! The rules are those of `net/http.CrossOriginProtection` in Go 1.25, which
//! follow <https://words.filippo.io/csrf/>: browsers say by `Sec-Fetch-Site` or
//! `Origin` where a request comes from, so no token needs to travel with forms.

use axum::extract::{Request, State};
use axum::http::header::{COOKIE, HOST, ORIGIN};
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::accounts::bearer;
use crate::context::Planner;
use crate::rest::Refusal;

/// Refuses an unsafe request that another origin's page sent.
pub(super) async fn refuse(
    State(planner): State<Planner>,
    request: Request,
    next: Next,
) -> Response {
    if is_ours(request.method(), request.headers(), &planner.config.public_url) {
        return next.run(request).await;
    }
    tracing::warn!("a cross-origin request was refused");
    Refusal::new(
        StatusCode::FORBIDDEN,
        "This request came from another site. Nothing was changed; use the planner's own pages.",
    )
    .into_response()
}

fn is_ours(method: &Method, headers: &HeaderMap, public_url: &str) -> bool {
    if matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS) {
        return true;
    }
    // Browsers add cookies by themselves, but never a bearer token.
    if bearer(headers).is_some() && !headers.contains_key(COOKIE) {
        return true;
    }
    let origin = headers.get(ORIGIN).map(|origin| origin.to_str().unwrap_or("null"));
    let is_public = origin.is_some_and(|origin| origin.eq_ignore_ascii_case(public_url));
    match headers.get("sec-fetch-site").map(|site| site.as_bytes()) {
        Some(b"same-origin" | b"none") => true,
        Some(_) => is_public,
        // Browsers from before 2023 send an origin at least; other programs
        // send neither, and carry no cookie that they did not mean to.
        None => origin.is_none_or(|origin| is_public || is_host(origin, headers)),
    }
}

/// Whether an origin names the host that the request was sent to.
fn is_host(origin: &str, headers: &HeaderMap) -> bool {
    let Ok(origin) = origin.parse::<Uri>() else { return false };
    let host = headers.get(HOST).and_then(|host| host.to_str().ok());
    origin
        .authority()
        .zip(host)
        .is_some_and(|(authority, host)| authority.as_str().eq_ignore_ascii_case(host))
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::{HeaderName, HeaderValue};

    fn passes(method: Method, pairs: &[(&'static str, &'static str)]) -> bool {
        let headers = pairs
            .iter()
            .map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)))
            .collect();
        is_ours(&method, &headers, "https://planner.example")
    }

    #[test]
    fn our_own_pages_and_programs_pass() {
        assert!(passes(Method::GET, &[("sec-fetch-site", "cross-site")]));
        assert!(passes(Method::POST, &[]));
        assert!(passes(Method::POST, &[("sec-fetch-site", "same-origin"), ("cookie", "a=b")]));
        assert!(passes(Method::POST, &[("sec-fetch-site", "none")]));
        assert!(passes(
            Method::POST,
            &[("sec-fetch-site", "cross-site"), ("origin", "https://planner.example")]
        ));
        assert!(passes(
            Method::POST,
            &[("origin", "http://localhost:3000"), ("host", "localhost:3000")]
        ));
        assert!(passes(
            Method::DELETE,
            &[("origin", "https://evil.example"), ("authorization", "Bearer x")]
        ));
    }

    #[test]
    fn other_sites_do_not() {
        assert!(!passes(Method::POST, &[("sec-fetch-site", "cross-site")]));
        assert!(!passes(Method::POST, &[("sec-fetch-site", "same-site")]));
        assert!(!passes(Method::POST, &[("sec-fetch-site", "")]));
        assert!(!passes(
            Method::PATCH,
            &[("sec-fetch-site", "cross-site"), ("origin", "https://evil.example")]
        ));
        assert!(!passes(
            Method::POST,
            &[("origin", "https://evil.example"), ("host", "planner.example")]
        ));
        assert!(!passes(Method::POST, &[("origin", "null"), ("host", "planner.example")]));
        // Unlike a bearer token, a browser sends these by itself.
        assert!(!passes(
            Method::POST,
            &[("origin", "https://evil.example"), ("authorization", "Basic eDp5")]
        ));
        assert!(!passes(
            Method::DELETE,
            &[
                ("origin", "https://evil.example"),
                ("authorization", "Bearer x"),
                ("cookie", "session=y")
            ]
        ));
    }
}
