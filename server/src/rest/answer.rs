//! Answers of operations: bodies, statuses and headers, and how they are documented.

use aide::OperationOutput;
use aide::generate::GenContext;
use aide::openapi::{Operation, Response as Documented};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, LINK, LOCATION};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use domain::page::Page;
use schemars::JsonSchema;
use serde::Serialize;

use super::{Refusal, describe, tag};
use crate::error::Error;
use crate::operations::{Done, Row};

/// Takes back the change that was answered, at `POST /api/undo/{token}`.
const UNDO_TOKEN: HeaderName = HeaderName::from_static("undo-token");
const UNDO_MEANING: &str = "Takes this change back, at `POST /api/undo/{token}`.";

/// Browsers and proxies keep nothing of a person's; a client that holds an answer and its
/// tag may ask whether it still holds.
const PRIVATE: HeaderValue = HeaderValue::from_static("no-store");

/// A value that was read.
pub(super) struct Read<T>(pub(super) T);

/// A row that was read.
pub(super) struct ReadRow<R>(pub(super) R);

/// A page of a list, and the address it was asked for at.
pub(super) struct Listed<T>(pub(super) Page<T>, pub(super) Uri);

/// A row that was added, below the address of its list.
pub(super) struct Created<R>(pub(super) &'static str, pub(super) Done<R>);

/// A row that was changed.
pub(super) struct Changed<R>(pub(super) Done<R>);

/// Rows that were changed together.
pub(super) struct ChangedMany<R>(pub(super) Done<Vec<R>>);

/// A row that was removed.
pub(super) struct Deleted<R>(pub(super) Done<R>);

impl<T: Serialize> IntoResponse for Read<T> {
    fn into_response(self) -> Response {
        json(StatusCode::OK, &self.0, None, HeaderMap::new())
    }
}

impl<R: Row + Serialize> IntoResponse for ReadRow<R> {
    fn into_response(self) -> Response {
        json(StatusCode::OK, &self.0, Some(self.0.version()), HeaderMap::new())
    }
}

impl<T: Serialize> IntoResponse for Listed<T> {
    fn into_response(self) -> Response {
        let Self(page, uri) = self;
        let mut headers = HeaderMap::new();
        let link = page.next.as_deref().and_then(|cursor| next_page(&uri, cursor));
        if let Some(link) = link {
            headers.insert(LINK, link);
        }
        json(StatusCode::OK, &page.items, None, headers)
    }
}

impl<R: Row + Serialize> IntoResponse for Created<R> {
    fn into_response(self) -> Response {
        let Self(list, done) = self;
        let mut headers = undo_header(&done);
        if let Ok(location) = HeaderValue::try_from(format!("{list}/{}", done.value.id())) {
            headers.insert(LOCATION, location);
        }
        json(StatusCode::CREATED, &done.value, Some(done.value.version()), headers)
    }
}

impl<R: Row + Serialize> IntoResponse for Changed<R> {
    fn into_response(self) -> Response {
        let Self(done) = self;
        json(StatusCode::OK, &done.value, Some(done.value.version()), undo_header(&done))
    }
}

impl<R: Serialize> IntoResponse for ChangedMany<R> {
    fn into_response(self) -> Response {
        json(StatusCode::OK, &self.0.value, None, undo_header(&self.0))
    }
}

impl<R> IntoResponse for Deleted<R> {
    fn into_response(self) -> Response {
        (StatusCode::NO_CONTENT, undo_header(&self.0)).into_response()
    }
}

fn json(
    status: StatusCode,
    value: &impl Serialize,
    version: Option<i64>,
    mut headers: HeaderMap,
) -> Response {
    let body = match serde_json::to_vec(value) {
        Ok(body) => body,
        Err(cause) => return Refusal::from(Error::Internal(cause.to_string())).into_response(),
    };
    if let Some(tag) = tag::of(&body, version) {
        headers.insert(ETAG, tag);
    }
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    headers.insert(CACHE_CONTROL, PRIVATE);
    (status, headers, body).into_response()
}

fn undo_header<T>(done: &Done<T>) -> HeaderMap {
    done.undo
        .and_then(|token| HeaderValue::try_from(token.to_string()).ok())
        .map(|token| (UNDO_TOKEN, token))
        .into_iter()
        .collect()
}

/// The same address with another cursor (RFC 8288).
fn next_page(uri: &Uri, cursor: &str) -> Option<HeaderValue> {
    let kept = uri.query().unwrap_or_default().split('&');
    let kept = kept.filter(|pair| !pair.is_empty() && !pair.starts_with("cursor="));
    let cursor = format!("cursor={cursor}");
    let query: Vec<&str> = kept.chain([cursor.as_str()]).collect();
    // The only characters that could end the address inside the header.
    let query = query.join("&").replace('<', "%3C").replace('>', "%3E");
    HeaderValue::try_from(format!("<{}?{query}>; rel=\"next\"", uri.path())).ok()
}

/// Documents an answer as one status with a body of the inner type.
macro_rules! documented {
    ($answer:ident<$inner:ident> as $body:ty, $status:literal, $describe:expr) => {
        impl<$inner: JsonSchema> OperationOutput for $answer<$inner> {
            type Inner = $body;

            fn operation_response(
                context: &mut GenContext,
                _: &mut Operation,
            ) -> Option<Documented> {
                let describe: fn(&mut GenContext) -> Documented = $describe;
                Some(describe(context))
            }

            fn inferred_responses(
                context: &mut GenContext,
                operation: &mut Operation,
            ) -> Vec<(Option<u16>, Documented)> {
                Self::operation_response(context, operation)
                    .map(|response| vec![(Some($status), response)])
                    .unwrap_or_default()
            }
        }
    };
}

const TAG_MEANING: &str = "Send it as `If-None-Match` to get 304 while nothing has changed; that of a row as `If-Match` to change it only as it is now.";

documented!(Read<T> as T, 200, |context| {
    describe::with_header(describe::json::<T>(context, "As asked."), "ETag", TAG_MEANING)
});
documented!(ReadRow<R> as R, 200, |context| {
    describe::with_header(describe::json::<R>(context, "The row."), "ETag", TAG_MEANING)
});
documented!(Listed<T> as Vec<T>, 200, |context| {
    let list = describe::json::<Vec<T>>(context, "The rows, in the list's order.");
    let list = describe::with_header(list, "ETag", TAG_MEANING);
    describe::with_header(list, "Link", "The address of the next page, with `rel=\"next\"`, when there is more.")
});
documented!(Created<R> as R, 201, |context| {
    let row = describe::json::<R>(context, "The row as it was added.");
    let row = describe::with_header(row, "Location", "The row's address.");
    describe::with_header(row, "Undo-Token", UNDO_MEANING)
});
documented!(Changed<R> as R, 200, |context| {
    describe::with_header(describe::json::<R>(context, "The row as it is now."), "Undo-Token", UNDO_MEANING)
});
documented!(ChangedMany<R> as Vec<R>, 200, |context| {
    let rows = describe::json::<Vec<R>>(context, "The rows as they are now.");
    describe::with_header(rows, "Undo-Token", UNDO_MEANING)
});
documented!(Deleted<R> as (), 204, |_| {
    let removed = Documented { description: "The row is gone.".to_owned(), ..Documented::default() };
    describe::with_header(removed, "Undo-Token", UNDO_MEANING)
});
