//! Answers made on the fly, compressed on the fly.

mod whole;

use axum::body::HttpBody;
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, Response};
use tower_http::CompressionLevel;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{And, Predicate, SizeAbove};

pub(super) use self::whole::compress;

/// Smaller answers fit one network packet anyhow.
const SMALLEST: u16 = 860;

/// What is compressed: JSON and HTML. Streams of events must reach the browser
/// piece by piece, and files come compressed already.
#[derive(Debug, Clone, Copy)]
pub(super) struct DynamicText;

impl DynamicText {
    /// Whether headers say of a body that it is such a text.
    fn is_of(headers: &HeaderMap) -> bool {
        let kind = headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
        let kind = kind.unwrap_or_default().split(';').next().unwrap_or_default().trim();
        matches!(kind, "application/json" | "application/problem+json" | "text/html")
    }
}

impl Predicate for DynamicText {
    fn should_compress<B>(&self, response: &Response<B>) -> bool
    where
        B: HttpBody,
    {
        Self::is_of(response.headers())
    }
}

/// Brotli's fourth quality of eleven makes a page a fifth smaller than its fastest does,
/// for less than a millisecond; the next ones gain little.
const QUALITY: i32 = 4;

/// Brotli or gzip, quickly: the time to first byte matters too.
pub(super) fn layer() -> CompressionLayer<And<SizeAbove, DynamicText>> {
    CompressionLayer::new()
        .quality(CompressionLevel::Precise(QUALITY))
        .compress_when(SizeAbove::new(SMALLEST).and(DynamicText))
}
