//! Expenses as a file.

use aide::OperationOutput;
use aide::generate::GenContext;
use aide::openapi::{MediaType, Operation, Response as Documented};
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::http::{HeaderName, HeaderValue};
use axum::response::{IntoResponse, Response};
use chrono::NaiveDate;

use crate::operations::call;
use crate::operations::expenses::{Export, ExportExpenses};
use crate::rest::{Filter, Refusal, SignedIn, describe};

/// Everything that the filter lets through, in its order.
pub(super) async fn export(
    SignedIn(context): SignedIn,
    Filter(filter, _): Filter<Export>,
) -> Result<Csv, Refusal> {
    let text = call::<ExportExpenses>(&context, filter).await?.value;
    Ok(Csv { made_on: context.today(), text })
}

/// A table to be saved.
pub(super) struct Csv {
    made_on: NaiveDate,
    text: String,
}

impl IntoResponse for Csv {
    fn into_response(self) -> Response {
        let name = format!("attachment; filename=\"expenses-{}.csv\"", self.made_on);
        // The name is plain ASCII, so this cannot fail.
        let save = HeaderValue::try_from(name).unwrap_or(HeaderValue::from_static("attachment"));
        let headers: [(HeaderName, HeaderValue); 3] = [
            (CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8")),
            (CONTENT_DISPOSITION, save),
            (CACHE_CONTROL, HeaderValue::from_static("no-store")),
        ];
        (headers, self.text).into_response()
    }
}

impl OperationOutput for Csv {
    type Inner = String;

    fn inferred_responses(_: &mut GenContext, _: &mut Operation) -> Vec<(Option<u16>, Documented)> {
        let meaning = "The expenses, one a line: date in the person's zone, description, \
                       category, amount with a point, currency, notes. A text that a spreadsheet \
                       could take for a formula has an apostrophe before it.";
        let mut file = Documented { description: meaning.to_owned(), ..Documented::default() };
        file.content.insert("text/csv".to_owned(), MediaType::default());
        let name = "A name to save it under.";
        vec![(Some(200), describe::with_header(file, "Content-Disposition", name))]
    }
}
