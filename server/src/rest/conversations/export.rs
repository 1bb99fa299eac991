//! A conversation as a file.

use aide::OperationOutput;
use aide::generate::GenContext;
use aide::openapi::{MediaType, Operation, Response as Documented};
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::http::{HeaderName, HeaderValue};
use axum::response::{IntoResponse, Response};
use domain::conversation::{Conversation, ConversationEntry};
use domain::input::Field;
use domain::target::Target;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::error::Error;
use crate::operations::call;
use crate::operations::conversations::{ExportConversation, markdown};
use crate::rest::{Filter, Refusal, RowId, SignedIn, describe};
use crate::words::Words;

/// How much of the title goes into the file's name, in characters.
const NAME_LIMIT: usize = 40;

/// In which format a conversation is wanted.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
pub(super) struct Wanted {
    /// `markdown`, which it is when left out, or `json`.
    format: Field<String>,
}

/// Everything that was said, as a file.
pub(super) async fn export(
    SignedIn(context): SignedIn,
    RowId(id): RowId,
    Filter(wanted, _): Filter<Wanted>,
) -> Result<File, Refusal> {
    let is_markdown = match wanted.format {
        Field::Absent | Field::Null => true,
        Field::Value(format) if matches!(format.as_str(), "" | "markdown") => true,
        Field::Value(format) if format == "json" => false,
        _ => return Err(Error::field("format", "Is `markdown` or `json`.").into()),
    };
    let conversation = call::<ExportConversation>(&context, Target::from(id)).await?.value;
    let name = name(&conversation.entry);
    if is_markdown {
        let text = markdown(&Words::of(&context), &conversation);
        return Ok(File { name: format!("{name}.md"), kind: MARKDOWN, text });
    }
    let text = serde_json::to_string_pretty(&conversation)
        .map_err(|cause| Error::Internal(cause.to_string()))?;
    Ok(File { name: format!("{name}.json"), kind: JSON, text })
}

const MARKDOWN: &str = "text/markdown; charset=utf-8";
const JSON: &str = "application/json";

/// A file to be saved.
pub(super) struct File {
    name: String,
    kind: &'static str,
    text: String,
}

/// `2026-11-22-lunch-with-sam`: letters and digits that every file system takes.
fn name(entry: &ConversationEntry) -> String {
    let title = entry.title.to_lowercase();
    let words: Vec<&str> =
        title.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let title: String = words.join("-").chars().take(NAME_LIMIT).collect();
    let date = entry.created_at.date_naive();
    format!("{date}-{title}").trim_end_matches('-').to_owned()
}

impl IntoResponse for File {
    fn into_response(self) -> Response {
        // The name is plain ASCII, so this cannot fail.
        let save = HeaderValue::try_from(format!("attachment; filename=\"{}\"", self.name))
            .unwrap_or(HeaderValue::from_static("attachment"));
        let headers: [(HeaderName, HeaderValue); 3] = [
            (CONTENT_TYPE, HeaderValue::from_static(self.kind)),
            (CONTENT_DISPOSITION, save),
            (CACHE_CONTROL, HeaderValue::from_static("no-store")),
        ];
        (headers, self.text).into_response()
    }
}

impl OperationOutput for File {
    type Inner = Conversation;

    fn inferred_responses(
        context: &mut GenContext,
        _: &mut Operation,
    ) -> Vec<(Option<u16>, Documented)> {
        let mut file = describe::json::<Conversation>(context, "Everything that was said.");
        file.content.insert("text/markdown".to_owned(), MediaType::default());
        let meaning = "A name to save it under.";
        vec![(Some(200), describe::with_header(file, "Content-Disposition", meaning))]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_named_by_date_and_title() {
        let named = |title: &str| {
            let at = chrono::DateTime::UNIX_EPOCH;
            let title = title.to_owned();
            let id = domain::Uuid::nil();
            name(&ConversationEntry { id, title, pinned: false, created_at: at, updated_at: at })
        };
        assert_eq!(named("Lunch with Sam, \"1pm\"…"), "1970-01-01-lunch-with-sam-1pm");
        assert_eq!(named("日本"), "1970-01-01");
        assert_eq!(named(&"ab ".repeat(40)).len(), "1970-01-01-".len() + NAME_LIMIT);
    }
}
