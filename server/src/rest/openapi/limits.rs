//! What the validation asks of each field, in the words of JSON Schema, so that a client can
//! know before it sends. The numbers are the validation's own constants.
//!
//! It is said of what is sent only: the assistant's tools share the types and have no use
//! for it, and answers hold what is stored.

mod forms;
mod queries;

use aide::openapi::{OpenApi, Operation, PathItem, ReferenceOr};
use domain::account::{DAYS_LIMIT, EMAIL_LIMIT, PASSWORD_MAX, PASSWORD_MIN, TOKEN_LIMIT};
use domain::bulk::ROWS_LIMIT;
use domain::chat::MESSAGE_LIMIT;
use domain::expense::{CATEGORY_LIMIT, PARTS_LIMIT};
use domain::list::NAME_LIMIT;
use domain::money::Currency;
use domain::settings::{BUFFER_LIMIT, EVENT_LIMITS, LOCALE_LIMIT, TIME_ZONE_LIMIT};
use domain::task::{ESTIMATE_LIMIT, FILTER_LIMIT};
use domain::validation::{TEXT_LIMIT, TITLE_LIMIT};
use serde_json::{Map, Value, json};

use self::forms::{NOT_NULL, email, items, line, one_of, sized, text, whole};

/// Fields that stand for the same in every body, or in the one that is named.
fn form(of: &str, field: &str) -> Option<Value> {
    Some(match (of, field) {
        (_, "title") => line(TITLE_LIMIT),
        (
            "NewApiToken" | "NewList" | "ListPatch" | "NewSavedFilter" | "SavedFilterPatch",
            "name",
        ) => line(NAME_LIMIT),
        (_, "filter") => line(FILTER_LIMIT),
        (_, "message") => line(MESSAGE_LIMIT),
        (_, "email") => email(EMAIL_LIMIT),
        (_, "token") => line(TOKEN_LIMIT),
        ("SignIn", "password") => sized(1, PASSWORD_MAX),
        ("SignUp" | "ResetPassword", "password") | (_, "new_password") => {
            sized(PASSWORD_MIN, PASSWORD_MAX)
        }
        (_, "current_password") => sized(1, usize::MAX),
        ("DeleteAccount", "confirm") => one_of(&["delete"]),
        ("NewBudget", "category") => text(CATEGORY_LIMIT),
        (_, "category") => line(CATEGORY_LIMIT),
        (_, "description" | "notes") => text(TEXT_LIMIT),
        (_, "location") => text(TITLE_LIMIT),
        ("SignUp" | "SettingsPatch", "time_zone") => text(TIME_ZONE_LIMIT),
        (_, "time_zone") => text(TITLE_LIMIT),
        (_, "locale") => text(LOCALE_LIMIT),
        (_, "invitation") => text(TOKEN_LIMIT),
        (_, "estimate_minutes") => whole(1, ESTIMATE_LIMIT),
        (_, "expires_in_days") => whole(1, DAYS_LIMIT),
        (_, "buffer_minutes") => whole(0, BUFFER_LIMIT),
        (_, "event_minutes") => whole(*EVENT_LIMITS.start(), *EVENT_LIMITS.end()),
        (_, "ids") => items(1, ROWS_LIMIT),
        ("Parts", "parts") => items(2, PARTS_LIMIT),
        ("EventPatch", "start_time" | "end_time")
        | ("TaskPatch", "is_complete" | "priority")
        | ("BudgetPatch" | "ExpensePatch", "amount" | "currency")
        | ("ExpensePatch", "incurred_at")
        | ("ConversationPatch", "pinned") => json!({ NOT_NULL: true }),
        _ => return None,
    })
}

/// Fields without which a body is refused, where its type does not say so itself.
const REQUIRED: [(&str, &[&str]); 3] =
    [("NewPart", &["category"]), ("Parts", &["parts"]), ("Recategorize", &["category", "ids"])];

/// Says it in the whole document.
pub(super) fn add(document: &mut OpenApi) {
    let mut bodies = vec!["NewPart".to_owned()];
    for item in document.paths.iter_mut().flat_map(|paths| paths.paths.values_mut()) {
        let ReferenceOr::Item(item) = item else { continue };
        for operation in operations(item) {
            bodies.extend(body(operation));
            queries::add(operation);
        }
    }
    let Some(components) = &mut document.components else { return };
    for (name, schema) in &mut components.schemas {
        let schema = schema.json_schema.ensure_object();
        match name.as_str() {
            "Currency" => {
                schema.insert("enum".to_owned(), Currency::codes().collect());
                schema.remove("pattern");
            }
            // The words of the chat name neither, so the tools are not offered them.
            "Kind" => {
                let more = [("list", "A list of tasks."), ("filter", "A saved filter.")];
                let more = more.map(|(name, meaning)| {
                    json!({ "const": name, "description": meaning, "type": "string" })
                });
                let kinds = schema.get_mut("oneOf").and_then(Value::as_array_mut);
                kinds.into_iter().for_each(|kinds| kinds.extend(more.clone()));
            }
            name if bodies.iter().any(|body| body == name) => limit(name, schema),
            _ => {}
        }
    }
}

/// All operations at an address.
fn operations(item: &mut PathItem) -> impl Iterator<Item = &mut Operation> {
    [&mut item.get, &mut item.post, &mut item.patch, &mut item.delete].into_iter().flatten()
}

/// The name of the body's type.
fn body(operation: &Operation) -> Option<String> {
    let ReferenceOr::Item(body) = operation.request_body.as_ref()? else { return None };
    let schema = &body.content.get("application/json")?.schema.as_ref()?.json_schema;
    Some(schema.get("$ref")?.as_str()?.rsplit('/').next()?.to_owned())
}

fn limit(name: &str, schema: &mut Map<String, Value>) {
    if let Some((_, fields)) = REQUIRED.iter().find(|(of, _)| *of == name) {
        schema.insert("required".to_owned(), json!(fields));
    }
    let required = schema.get("required").cloned().unwrap_or_default();
    let is_required = |field: &str| {
        required.as_array().is_some_and(|names| names.iter().any(|name| name == field))
    };
    let fields = schema.get_mut("properties").and_then(Value::as_object_mut);
    for (field, schema) in fields.into_iter().flatten() {
        if let Some(form) = form(name, field) {
            forms::merge(schema, form);
        }
        if is_required(field) {
            forms::merge(schema, json!({ NOT_NULL: true }));
        }
        forms::allow_empty(schema);
    }
}
