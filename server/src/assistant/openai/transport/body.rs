//! Bodies of answers: bounded in size and in silence, and always UTF-8.

use std::time::Duration;

use futures::{Stream, StreamExt};
use reqwest::header::CONTENT_TYPE;
use reqwest::{Body, Response};
use serde_json::Value;

use super::Failure;

/// How much of an answer is read, in bytes. A megabyte of text in pieces of one
/// token each comes with a hundred bytes of wrapping a token.
const STREAM_LIMIT: usize = 64 * 1024 * 1024;
/// The same for an answer in one piece, or an error.
const WHOLE_LIMIT: usize = 4 * 1024 * 1024;

/// Put at the end of a stream that fell silent: an error as servers report one, since
/// the parser tells one failure of a body like another.
const SILENCE: &[u8] = b"\n\ndata: {\"error\":{\"message\":\"silence\",\"code\":408}}\n\n";

/// The same answer, whose body ends with an error event when nothing comes for `first`
/// at its beginning or for `pause` later, ends with an error when far too much comes,
/// and whose bytes are UTF-8.
pub(super) fn stream(response: Response, first: Duration, pause: Duration) -> Response {
    let pieces = guarded(response, (first, pause), STREAM_LIMIT).map(|piece| match piece {
        Err(error) if error.kind() == std::io::ErrorKind::TimedOut => Ok(SILENCE.to_vec()),
        piece => piece,
    });
    let text = pieces.scan(Vec::new(), |rest, piece| {
        std::future::ready(Some(piece.map(|piece| decoded(rest, &piece))))
    });
    event_stream(Body::wrap_stream(text))
}

/// An answer in one piece.
pub(super) async fn whole(response: Response, pause: Duration) -> Result<Vec<u8>, Failure> {
    let mut pieces = std::pin::pin!(guarded(response, (pause, pause), WHOLE_LIMIT));
    let mut all = Vec::new();
    while let Some(piece) = pieces.next().await {
        all.extend_from_slice(&piece.map_err(|error| match error.kind() {
            std::io::ErrorKind::TimedOut => Failure::Slow,
            _ => Failure::Broken,
        })?);
    }
    Ok(all)
}

/// An event stream of one event.
pub(super) fn one_event(value: &Value) -> Response {
    event_stream(Body::from(format!("data: {value}\n\n")))
}

fn event_stream(body: Body) -> Response {
    let mut response = http::Response::new(body);
    let kind = http::HeaderValue::from_static("text/event-stream");
    response.headers_mut().insert(CONTENT_TYPE, kind);
    response.into()
}

fn guarded(
    response: Response,
    (first, pause): (Duration, Duration),
    limit: usize,
) -> impl Stream<Item = Result<Vec<u8>, std::io::Error>> + Send {
    let pieces = response.bytes_stream().boxed();
    futures::stream::try_unfold((pieces, 0), move |(mut pieces, seen)| async move {
        let patience = if seen == 0 { first } else { pause };
        let piece = tokio::time::timeout(patience, pieces.next())
            .await
            .map_err(|_| std::io::Error::from(std::io::ErrorKind::TimedOut))?;
        let Some(piece) = piece else { return Ok(None) };
        let piece = piece.map_err(std::io::Error::other)?.to_vec();
        let seen = seen + piece.len();
        if seen > limit {
            return Err(std::io::Error::other("the answer is too long"));
        }
        Ok(Some((piece, (pieces, seen))))
    })
}

/// Text as far as it is complete; what is no UTF-8 becomes U+FFFD. A character cut
/// in two by the network waits in `rest`.
fn decoded(rest: &mut Vec<u8>, piece: &[u8]) -> String {
    rest.extend_from_slice(piece);
    let mut text = String::with_capacity(rest.len());
    let mut kept = Vec::new();
    let mut chunks = rest.utf8_chunks().peekable();
    while let Some(chunk) = chunks.next() {
        text.push_str(chunk.valid());
        let bad = chunk.invalid();
        if bad.is_empty() {
            continue;
        }
        let is_last = chunks.peek().is_none();
        if is_last && is_cut(bad) {
            kept = bad.to_vec();
        } else {
            text.push(char::REPLACEMENT_CHARACTER);
        }
    }
    *rest = kept;
    text
}

/// Whether these bytes begin a character that more bytes may complete.
fn is_cut(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_err_and(|error| error.error_len().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn in_pieces(pieces: &[&[u8]]) -> String {
        let mut rest = Vec::new();
        pieces.iter().map(|piece| decoded(&mut rest, piece)).collect()
    }

    #[test]
    fn characters_cut_by_the_network_are_joined_and_broken_ones_replaced() {
        let text = "a€ü🎉".as_bytes();
        for cut in 0..=text.len() {
            assert_eq!(in_pieces(&[&text[..cut], &text[cut..]]), "a€ü🎉", "cut at {cut}");
        }
        let bytes: Vec<&[u8]> = text.chunks(1).collect();
        assert_eq!(in_pieces(&bytes), "a€ü🎉");
        assert_eq!(in_pieces(&[b"a\xffb", b"\xe2\x82", b"c"]), "a\u{fffd}b\u{fffd}c");
    }
}
