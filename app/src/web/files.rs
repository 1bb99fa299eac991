//! The files of a site, as the build compressed them: from a folder, or from the program.

mod shelf;
mod within;

use std::borrow::Cow;
use std::path::PathBuf;

use axum::extract::Request;
use axum::http::header::{ACCEPT_ENCODING, CACHE_CONTROL, VARY};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use tower::ServiceExt;
use tower_http::services::ServeDir;

use self::shelf::Shelf;
pub use self::within::{Find, Kept};

/// The files of a site. Clones share what is kept of them.
#[derive(Debug, Clone)]
pub(crate) struct Files {
    place: Place,
    /// Those whose address names their content, once they were asked for.
    shelf: Shelf,
}

/// Where the files of a site are.
#[derive(Debug, Clone)]
pub(crate) enum Place {
    /// In a folder.
    Folder(PathBuf),
    /// In the program, which finds them by name.
    Program(Find),
}

impl From<Place> for Files {
    fn from(place: Place) -> Self {
        Self { place, shelf: Shelf::default() }
    }
}

impl Files {
    /// The file of this name, such as `licenses.txt`.
    ///
    /// # Errors
    /// Why it cannot be read, in a few words.
    pub(super) fn read(&self, name: &str) -> Result<Cow<'static, [u8]>, String> {
        match &self.place {
            Place::Folder(folder) => {
                std::fs::read(folder.join(name)).map(Cow::Owned).map_err(|cause| cause.to_string())
            }
            Place::Program(find) => find(name)
                .map(|file| Cow::Borrowed(file.bytes))
                .ok_or_else(|| "not within the program".to_owned()),
        }
    }

    /// What a file is called where it is missed.
    pub(super) fn name(&self, name: &str) -> String {
        match &self.place {
            Place::Folder(folder) => folder.join(name).display().to_string(),
            Place::Program(_) => name.to_owned(),
        }
    }

    /// Answers a file whose address names its content: it may be kept for ever, here too.
    pub(super) fn hashed(&self, request: &Request) -> Response {
        const FOR_EVER: HeaderValue =
            HeaderValue::from_static("public, max-age=31536000, immutable");
        let mut response = within::answer(|name| self.shelf.find(&self.place, name), request);
        vary(&mut response);
        // While instances of two versions run, one does not have the files of the other:
        // that must not be kept.
        if response.status().is_success() || response.status() == StatusCode::NOT_MODIFIED {
            caching(response, FOR_EVER)
        } else {
            caching(response, HeaderValue::from_static("no-store"))
        }
    }

    /// Answers a file that keeps its address when it changes: whoever keeps it asks
    /// each time whether it is still the same.
    pub(super) async fn public(&self, request: Request) -> Response {
        caching(self.answer(request).await, HeaderValue::from_static("no-cache"))
    }

    async fn answer(&self, request: Request) -> Response {
        let mut response = match &self.place {
            Place::Folder(folder) => {
                let files = ServeDir::new(folder)
                    .precompressed_br()
                    .precompressed_zstd()
                    .precompressed_gzip();
                let Ok(response) = files.oneshot(prefer_brotli(request)).await;
                response.into_response()
            }
            Place::Program(find) => {
                let ready = |name: &str| find(name).map(|file| within::Ready::of(name, &file));
                within::answer(ready, &request)
            }
        };
        vary(&mut response);
        response
    }
}

/// Which twin it is depends on who asks; caches on the way must know.
fn vary(response: &mut Response) {
    response.headers_mut().insert(VARY, HeaderValue::from_static("accept-encoding"));
}

fn caching(mut response: Response, how: HeaderValue) -> Response {
    response.headers_mut().insert(CACHE_CONTROL, how);
    response
}

/// Asks for Brotli alone where it is accepted: its twin of a file is the smallest, but
/// between equals the service takes zstd.
fn prefer_brotli(mut request: Request) -> Request {
    if accepts(request.headers(), "br") {
        request.headers_mut().insert(ACCEPT_ENCODING, HeaderValue::from_static("br"));
    }
    request
}

/// Whether a coding is named among those accepted, and not with a weight of nought.
fn accepts(headers: &HeaderMap, coding: &str) -> bool {
    headers
        .get_all(ACCEPT_ENCODING)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|item| {
            let (name, weight) = item.split_once(';').unwrap_or((item, ""));
            let weight =
                weight.trim().strip_prefix("q=").and_then(|weight| weight.parse::<f32>().ok());
            name.trim().eq_ignore_ascii_case(coding) && weight.is_none_or(|weight| weight > 0.0)
        })
}

#[cfg(test)]
mod tests {
    use axum::body::Body;
    use axum::http::StatusCode;
    use axum::http::header::{ACCEPT_ENCODING, CACHE_CONTROL, VARY};

    use super::{Files, Place, Request, prefer_brotli};

    fn preferred(accepted: &str) -> String {
        let request = Request::builder().header(ACCEPT_ENCODING, accepted).body(Body::empty());
        let request = prefer_brotli(request.unwrap());
        request.headers()[ACCEPT_ENCODING].to_str().unwrap().to_owned()
    }

    #[test]
    fn brotli_comes_before_zstd_where_it_is_accepted() {
        assert_eq!(preferred("gzip, deflate, br, zstd"), "br");
        assert_eq!(preferred("zstd;q=1, BR;q=0.5"), "br");
    }

    #[test]
    fn others_get_what_they_ask_for() {
        for accepted in ["gzip, zstd", "zstd, br;q=0", "identity", "brr"] {
            assert_eq!(preferred(accepted), accepted);
        }
    }

    #[tokio::test]
    async fn only_a_file_that_is_there_may_be_kept_for_ever() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("app.js"), "1").unwrap();
        let files = Files::from(Place::Folder(folder.path().to_owned()));
        for (path, status, kept) in [
            ("/app.js", StatusCode::OK, "public, max-age=31536000, immutable"),
            ("/of-another-version.js", StatusCode::NOT_FOUND, "no-store"),
        ] {
            let request = Request::get(path).body(Body::empty()).unwrap();
            let response = files.hashed(&request);
            assert_eq!(response.status(), status);
            assert_eq!(response.headers()[CACHE_CONTROL], kept);
            assert_eq!(response.headers()[VARY], "accept-encoding");
        }
        let request = Request::get("/app.js").body(Body::empty()).unwrap();
        assert_eq!(files.public(request).await.headers()[CACHE_CONTROL], "no-cache");
    }
}
