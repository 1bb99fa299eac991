//! Files that are in memory: nothing is read from anywhere.

use axum::body::{Body, Bytes};
use axum::extract::Request;
use axum::http::header::{ALLOW, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use server::rest::tag_matches;

use super::accepts;

/// A file within the program.
#[derive(Debug, Clone, Copy)]
pub struct Kept {
    /// What is in it.
    pub bytes: &'static [u8],
    /// SHA-256 of that.
    pub digest: [u8; 32],
}

/// Finds a file by its name, such as `pkg/0123456789abcdef/app.js`.
pub type Find = fn(&str) -> Option<Kept>;

/// A file as it is sent. Clones share its bytes.
#[derive(Debug, Clone)]
pub(super) struct Ready {
    bytes: Bytes,
    tag: HeaderValue,
    /// What kind of file it is; a twin is of the kind of its file.
    kind: HeaderValue,
}

impl Ready {
    /// A file of this name and SHA-256.
    pub(super) fn new(name: &str, bytes: Bytes, digest: &[u8; 32]) -> Self {
        let kind = mime_guess::from_path(plain(name)).first_raw();
        Self {
            bytes,
            tag: tag(digest),
            kind: HeaderValue::from_static(kind.unwrap_or("application/octet-stream")),
        }
    }
}

/// The name of the file that a name is a twin of, or its own.
fn plain(name: &str) -> &str {
    TWINS.iter().find_map(|(_, ending)| name.strip_suffix(ending)).unwrap_or(name)
}

/// Codings in the order of preference, with what the build appends to a name.
const TWINS: [(&str, &str); 3] = [("br", ".br"), ("zstd", ".zst"), ("gzip", ".gz")];

/// Answers the file that is asked for, in its smallest form that the client accepts.
pub(super) fn answer(find: impl Fn(&str) -> Option<Ready>, request: &Request) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return (StatusCode::METHOD_NOT_ALLOWED, [(ALLOW, "GET,HEAD")]).into_response();
    }
    let name = request.uri().path().trim_start_matches('/');
    let twin = TWINS
        .into_iter()
        .filter(|(coding, _)| accepts(request.headers(), coding))
        .find_map(|(coding, ending)| Some((find(&format!("{name}{ending}"))?, Some(coding))));
    let Some((file, coding)) = twin.or_else(|| Some((find(name)?, None))) else {
        return StatusCode::NOT_FOUND.into_response();
    };

    let is_known = knows(request.headers(), &file.tag);
    let mut response = if is_known {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        Response::new(Body::from(file.bytes))
    };
    let headers = response.headers_mut();
    headers.insert(ETAG, file.tag);
    if !is_known {
        headers.insert(CONTENT_TYPE, file.kind);
        if let Some(coding) = coding {
            headers.insert(CONTENT_ENCODING, HeaderValue::from_static(coding));
        }
    }
    response
}

/// The entity tag (RFC 9110, section 8.8.3): half of the digest tells files apart.
fn tag(digest: &[u8; 32]) -> HeaderValue {
    let tag = format!("\"{}\"", hex::encode(&digest[..16]));
    // Quotes and hexadecimal digits are what a header may have.
    HeaderValue::try_from(tag).unwrap_or(HeaderValue::from_static("\"\""))
}

/// Whether the client says that it has the file of this tag.
fn knows(headers: &HeaderMap, tag: &HeaderValue) -> bool {
    let Ok(tag) = tag.to_str() else { return false };
    let wanted = headers.get_all(IF_NONE_MATCH).iter();
    let mut wanted = wanted.filter_map(|value| value.to_str().ok());
    wanted.any(|wanted| tag_matches(wanted, tag))
}

#[cfg(test)]
mod tests {
    use axum::body::{Body, to_bytes};
    use axum::extract::Request;
    use axum::http::header::{
        ACCEPT_ENCODING, ALLOW, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH,
    };
    use axum::http::{HeaderName, Method, StatusCode};
    use axum::response::Response;

    use super::{Kept, Ready, answer};

    fn find(name: &str) -> Option<Kept> {
        let (bytes, first): (&[u8], u8) = match name {
            "app.js" => (b"plain", 1),
            "app.js.br" => (b"brotli", 2),
            "app.js.gz" => (b"gzip", 3),
            "icon.png" => (b"image", 4),
            _ => return None,
        };
        Some(Kept { bytes, digest: [first; 32] })
    }

    fn ask(method: Method, path: &str, header: Option<(HeaderName, &str)>) -> Response {
        let mut request = Request::builder().method(method).uri(path);
        if let Some((name, value)) = header {
            request = request.header(name, value);
        }
        let ready = |name: &str| find(name).map(|file| Ready::of(name, &file));
        answer(ready, &request.body(Body::empty()).unwrap())
    }

    async fn body(response: Response) -> String {
        let bytes = to_bytes(response.into_body(), 100).await.unwrap();
        String::from_utf8(bytes.to_vec()).unwrap()
    }

    #[tokio::test]
    async fn the_smallest_twin_that_is_accepted_is_sent() {
        for (accepted, coding, sent) in [
            ("gzip, deflate, br, zstd", Some("br"), "brotli"),
            ("gzip, zstd", Some("gzip"), "gzip"),
            ("zstd", None, "plain"),
            ("br;q=0", None, "plain"),
        ] {
            let response = ask(Method::GET, "/app.js", Some((ACCEPT_ENCODING, accepted)));
            assert_eq!(response.status(), StatusCode::OK);
            assert_eq!(response.headers()[CONTENT_TYPE], "text/javascript");
            let said = response.headers().get(CONTENT_ENCODING);
            assert_eq!(said.map(|value| value.to_str().unwrap()), coding, "{accepted}");
            assert_eq!(body(response).await, sent, "{accepted}");
        }
        let image = ask(Method::GET, "/icon.png", Some((ACCEPT_ENCODING, "br")));
        assert_eq!(image.headers()[CONTENT_TYPE], "image/png");
        assert!(!image.headers().contains_key(CONTENT_ENCODING));
    }

    #[tokio::test]
    async fn what_the_client_has_is_not_sent_again() {
        let first = ask(Method::GET, "/app.js", None);
        let tag = first.headers()[ETAG].to_str().unwrap().to_owned();
        for known in [tag.clone(), format!("\"x\", W/{tag}")] {
            let again = ask(Method::GET, "/app.js", Some((IF_NONE_MATCH, &known)));
            assert_eq!(again.status(), StatusCode::NOT_MODIFIED, "{known}");
            assert_eq!(body(again).await, "");
        }
        let other = ask(Method::GET, "/icon.png", Some((IF_NONE_MATCH, &tag)));
        assert_eq!(other.status(), StatusCode::OK);
    }

    #[test]
    fn nothing_else_is_there_to_be_had() {
        for path in ["/", "/app.css", "/../app.js", "/%61pp.js", "/app.js/"] {
            assert_eq!(ask(Method::GET, path, None).status(), StatusCode::NOT_FOUND, "{path}");
        }
        let refused = ask(Method::POST, "/app.js", None);
        assert_eq!(refused.status(), StatusCode::METHOD_NOT_ALLOWED);
        assert_eq!(refused.headers()[ALLOW], "GET,HEAD");
    }
}
