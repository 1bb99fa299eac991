//! What every answer carries, whatever was asked.

use axum::body::Body;
use axum::http::{HeaderMap, Method, Request, StatusCode};

use crate::routes;
use crate::support::{App, Person};

/// What each answer says, whoever asks.
const ALWAYS: [(&str, &str); 8] = [
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "camera=()"),
    ("content-security-policy", "frame-ancestors 'none'"),
    ("x-request-id", ""),
];

/// What anybody may keep, as it holds nothing of anybody.
const PUBLIC: [&str; 5] =
    ["/api/docs", "/api/docs/style.css", "/api/openapi.json", "/healthz", "/readyz"];

/// An answer's status and headers.
async fn asked(person: &Person, method: &Method, path: &str) -> (StatusCode, HeaderMap) {
    let request = Request::builder().method(method).uri(path).header("accept", "text/html, */*");
    let request = match *method {
        Method::GET | Method::HEAD => request.body(Body::empty()),
        _ => request.header("content-type", "application/json").body(Body::from("{}")),
    };
    person.headers(request.unwrap()).await
}

fn check(route: &str, status: StatusCode, headers: &HeaderMap) {
    for (name, part) in ALWAYS {
        let values: Vec<_> = headers.get_all(name).iter().collect();
        assert_eq!(values.len(), 1, "{route} ({status}): {name}: {values:?}");
        assert!(values[0].to_str().unwrap().contains(part), "{route}: {name}: {values:?}");
    }
    let policy = headers["content-security-policy"].to_str().unwrap();
    for bad in ["unsafe-inline", "'unsafe-eval'", "http:", "https:", "*"] {
        assert!(!policy.contains(bad), "{route}: {policy}");
    }
    for part in ["default-src", "base-uri 'none'", "form-action"] {
        assert!(policy.contains(part), "{route}: {policy}");
    }
    assert!(!headers.contains_key("server") && !headers.contains_key("x-powered-by"), "{route}");
    assert!(!headers.contains_key("access-control-allow-origin"), "{route}");
    if status == StatusCode::INTERNAL_SERVER_ERROR {
        panic!("{route} answers {status}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_answer_is_careful() {
    let app = App::start().await;
    let nobody = Person::nobody(&app);
    let somebody = app.sign_up("sam@example.com").await;
    let pages = routes::pages().into_iter().map(|page| (Method::GET, page));
    let others = [
        (Method::GET, "/"),
        (Method::GET, "/no-such-page"),
        (Method::GET, "/robots.txt"),
        (Method::GET, "/no-such-file.js"),
        (Method::GET, "/pkg/no-such-file.js"),
        (Method::POST, "/tasks"),
        (Method::POST, "/settings/import"),
        (Method::DELETE, "/api/tasks"),
        (Method::GET, "/fn/no-such-function"),
        (Method::TRACE, "/api/tasks"),
        (Method::OPTIONS, "/api/tasks"),
        (Method::CONNECT, "/api/tasks"),
        (Method::GET, "/healthz"),
        (Method::GET, "/readyz"),
        (Method::GET, "/api/docs"),
        (Method::GET, "/api/docs/style.css"),
        (Method::GET, "/api/openapi.json"),
    ];
    let others = others.map(|(method, path)| (method, path.to_owned()));
    let all = routes::rest().into_iter().chain(routes::functions()).chain(pages).chain(others);
    let mut seen = 0;
    // Whoever leaves is nobody afterwards, so that comes last.
    let leaves = |path: &str| path.contains("sign-out") || path.contains("delete-account");
    let (last, first): (Vec<_>, Vec<_>) = all.partition(|(_, path)| leaves(path));
    for (method, path) in first.into_iter().chain(last) {
        for person in [&nobody, &somebody] {
            let route = format!("{method} {path}");
            let (status, headers) = asked(person, &method, &path).await;
            check(&route, status, &headers);
            let is_private = path.starts_with("/api") || path.starts_with("/fn/");
            if is_private && !PUBLIC.contains(&&*path) && status == StatusCode::OK {
                let kept = headers.get("cache-control").map(|value| value.to_str().unwrap());
                assert_eq!(kept, Some("no-store"), "{route}");
            }
            seen += 1;
        }
    }
    assert!(seen > 250, "{seen}");
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_of_somebody_are_kept_by_nobody() {
    let app = App::start().await;
    let somebody = app.sign_up("sam@example.com").await;
    for page in routes::pages() {
        let (status, headers) = asked(&somebody, &Method::GET, &page).await;
        assert_ne!(status, StatusCode::UNAUTHORIZED, "{page}");
        assert_eq!(headers["cache-control"], "no-store", "{page}");
        let policy = headers["content-security-policy"].to_str().unwrap();
        assert!(policy.contains("script-src 'self' 'nonce-"), "{page}: {policy}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn another_site_changes_nothing_by_any_route() {
    let app = App::start().await;
    let somebody = app.sign_up("sam@example.com").await;
    let file = [(Method::POST, "/settings/import".to_owned())];
    let unsafe_ones = routes::rest().into_iter().chain(routes::functions()).chain(file);
    let unsafe_ones = unsafe_ones.filter(|(method, _)| *method != Method::GET);
    let mut seen = 0;
    for (method, path) in unsafe_ones {
        for (name, value) in [
            ("sec-fetch-site", "cross-site"),
            ("sec-fetch-site", "same-site"),
            ("origin", "https://evil.example"),
            ("origin", "null"),
        ] {
            for kind in [
                "application/json",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "text/plain",
            ] {
                let request = Request::builder()
                    .method(&method)
                    .uri(&path)
                    .header(name, value)
                    .header("content-type", kind)
                    .body(Body::from("{}"));
                let (status, _) = somebody.headers(request.unwrap()).await;
                assert_eq!(status, StatusCode::FORBIDDEN, "{method} {path}, {name}: {value}");
                seen += 1;
            }
        }
    }
    assert!(seen > 700, "{seen}");
    let (status, _) = asked(&somebody, &Method::GET, "/api/auth/session").await;
    assert_eq!(status, StatusCode::OK, "still signed in");
}
