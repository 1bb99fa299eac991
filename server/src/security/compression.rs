//! Answers made on the fly, compressed on the fly.

use axum::body::HttpBody;
use axum::http::Response;
use axum::http::header::CONTENT_TYPE;
use tower_http::CompressionLevel;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{And, Predicate, SizeAbove};

/// Smaller answers fit one network packet anyhow.
const SMALLEST: u16 = 860;

/// What is compressed: JSON and HTML. Streams of events must reach the browser
/// piece by piece, and files come compressed already.
#[derive(Debug, Clone, Copy)]
pub(super) struct DynamicText;

impl Predicate for DynamicText {
    fn should_compress<B>(&self, response: &Response<B>) -> bool
    where
        B: HttpBody,
    {
        let kind = response.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
        let kind = kind.unwrap_or_default().split(';').next().unwrap_or_default().trim();
        matches!(kind, "application/json" | "application/problem+json" | "text/html")
    }
}

/// Brotli's fourth quality of eleven makes a page a fifth smaller than its fastest does,
/// for less than a millisecond; the next ones gain little.
const QUALITY: CompressionLevel = CompressionLevel::Precise(4);

/// Brotli or gzip, quickly: the time to first byte matters too.
pub(super) fn layer() -> CompressionLayer<And<SizeAbove, DynamicText>> {
    CompressionLayer::new()
        .quality(QUALITY)
        .compress_when(SizeAbove::new(SMALLEST).and(DynamicText))
}
