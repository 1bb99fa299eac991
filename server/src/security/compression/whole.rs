//! Answers that are complete before they are sent, compressed in one go: their size is known, so
//! the compressor takes no more memory than they need, and long ones get the faster coding.

use std::io::Cursor;

use axum::body::{Body, Bytes, HttpBody, to_bytes};
use axum::extract::Request;
use axum::http::header::{ACCEPT_ENCODING, CONTENT_ENCODING, CONTENT_LENGTH, VARY};
use axum::http::{HeaderMap, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;
use brotli::enc::BrotliEncoderParams;

use super::{DynamicText, QUALITY, SMALLEST};

/// From so many bytes on time counts more than the last per cent of size: zstd takes a quarter of
/// the time of Brotli.
const LONG: usize = 64 * 1024;
/// zstd's own default.
const ZSTD_LEVEL: i32 = 3;
/// Of whole answers nothing lies further back than this power of two.
const WINDOWS: std::ops::RangeInclusive<u32> = 16..=22;

/// Compresses the answer, if the client knows Brotli or zstd. What remains goes out piece by piece,
/// and [`super::layer`] compresses it on its way.
pub(in crate::security) async fn compress(request: Request, next: Next) -> Response {
    let brotli = accepts(request.headers(), "br");
    let zstd = accepts(request.headers(), "zstd");
    let response = next.run(request).await;
    let size = response.body().size_hint().exact().and_then(|size| usize::try_from(size).ok());
    let Some(size) = size.filter(|size| *size > usize::from(SMALLEST)) else { return response };
    let is_plain = !response.headers().contains_key(CONTENT_ENCODING);
    if !(is_plain && DynamicText::is_of(response.headers())) {
        return response;
    }
    let coding = match size < LONG {
        true if brotli => "br",
        _ if zstd => "zstd",
        _ if brotli => "br",
        _ => return response,
    };
    let (mut parts, body) = response.into_parts();
    let Ok(body) = to_bytes(body, size).await else {
        // A body in memory cannot fail to be read.
        return Response::from_parts(parts, Body::empty());
    };
    let Some(small) = packed(coding, &body) else {
        return Response::from_parts(parts, Body::from(body));
    };
    parts.headers.remove(CONTENT_LENGTH);
    parts.headers.insert(CONTENT_ENCODING, HeaderValue::from_static(coding));
    parts.headers.append(VARY, HeaderValue::from_static("accept-encoding"));
    Response::from_parts(parts, Body::from(small))
}

fn packed(coding: &str, body: &Bytes) -> Option<Vec<u8>> {
    if coding == "zstd" {
        return zstd::bulk::compress(body, ZSTD_LEVEL).ok();
    }
    let window = usize::BITS - body.len().leading_zeros();
    let parameters = BrotliEncoderParams {
        quality: QUALITY,
        lgwin: window.clamp(*WINDOWS.start(), *WINDOWS.end()).try_into().unwrap_or(22),
        size_hint: body.len(),
        ..BrotliEncoderParams::default()
    };
    let mut small = Vec::with_capacity(body.len() / 4);
    brotli::BrotliCompress(&mut Cursor::new(body), &mut small, &parameters).ok()?;
    Some(small)
}

/// Whether a coding is named among those accepted, and not with a weight of nought.
fn accepts(headers: &HeaderMap, coding: &str) -> bool {
    let values = headers.get_all(ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
    values.flat_map(|value| value.split(',')).any(|item| {
        let (name, weight) = item.split_once(';').unwrap_or((item, ""));
        let weight = weight.trim().strip_prefix("q=").and_then(|it| it.parse::<f32>().ok());
        name.trim().eq_ignore_ascii_case(coding) && weight.is_none_or(|weight| weight > 0.0)
    })
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use axum::Router;
    use axum::http::header::CONTENT_TYPE;
    use axum::middleware::from_fn;
    use axum::routing::get;
    use tower::ServiceExt;

    use super::*;

    const LINE: &str = "<li class=\"row\">a line as pages have them</li>";

    /// The coding and the body of an answer of so many lines.
    async fn answered(lines: usize, kind: &'static str, accepted: &str) -> (String, Vec<u8>) {
        let page = get(async move || ([(CONTENT_TYPE, kind)], LINE.repeat(lines)));
        let router = Router::new().route("/", page).layer(from_fn(compress));
        let request = Request::get("/").header(ACCEPT_ENCODING, accepted).body(Body::empty());
        let response = router.oneshot(request.expect("a request")).await.expect("an answer");
        let coding = response.headers().get(CONTENT_ENCODING);
        let coding = coding.map_or("none", |coding| coding.to_str().expect("a name")).to_owned();
        let body = to_bytes(response.into_body(), usize::MAX).await.expect("a body");
        (coding, body.to_vec())
    }

    #[tokio::test]
    async fn what_is_complete_is_compressed_by_its_length_and_comes_back() {
        const BROWSER: &str = "gzip, deflate, br, zstd";
        for (lines, accepted, expected) in [
            (100, BROWSER, "br"),
            (3_000, BROWSER, "zstd"),
            (3_000, "gzip, br", "br"),
            (100, "zstd", "zstd"),
            (100, "gzip, br;q=0", "none"),
            (3, BROWSER, "none"),
        ] {
            let (coding, body) = answered(lines, "text/html; charset=utf-8", accepted).await;
            assert_eq!(coding, expected, "{lines} lines for {accepted}");
            let text = match coding.as_str() {
                "br" => {
                    let mut text = Vec::new();
                    let mut read = brotli::Decompressor::new(body.as_slice(), 4_096);
                    read.read_to_end(&mut text).expect("Brotli");
                    text
                }
                "zstd" => zstd::bulk::decompress(&body, 1 << 20).expect("zstd"),
                _ => body,
            };
            assert_eq!(text, LINE.repeat(lines).into_bytes());
        }
        assert_eq!(answered(100, "image/png", BROWSER).await.0, "none");
    }
}
