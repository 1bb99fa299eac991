//! The files of a site, as the build compressed them.

use std::path::Path;

use axum::extract::Request;
use axum::http::HeaderValue;
use axum::http::header::ACCEPT_ENCODING;
use tower_http::services::ServeDir;

/// Serves what lies below `folder`. Requests are to pass [`prefer_brotli`] first.
pub(super) fn below(folder: impl AsRef<Path>) -> ServeDir {
    ServeDir::new(folder).precompressed_br().precompressed_zstd().precompressed_gzip()
}

/// Asks for Brotli alone where it is accepted: its twin of a file is the smallest, but
/// between equals the service takes zstd.
pub(super) fn prefer_brotli(mut request: Request) -> Request {
    let accepts_brotli = request
        .headers()
        .get_all(ACCEPT_ENCODING)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(is_brotli);
    if accepts_brotli {
        request.headers_mut().insert(ACCEPT_ENCODING, HeaderValue::from_static("br"));
    }
    request
}

/// Whether an item of the header is Brotli, not refused with a weight of nought.
fn is_brotli(item: &str) -> bool {
    let (name, weight) = item.split_once(';').unwrap_or((item, ""));
    let weight = weight.trim().strip_prefix("q=").and_then(|weight| weight.parse::<f32>().ok());
    name.trim().eq_ignore_ascii_case("br") && weight.is_none_or(|weight| weight > 0.0)
}

#[cfg(test)]
mod tests {
    use axum::body::Body;
    use axum::http::header::ACCEPT_ENCODING;

    use super::{Request, prefer_brotli};

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
}
