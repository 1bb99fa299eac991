//! The forms that query parameters have. One that is empty counts as not said: forms without
//! scripts send all of theirs.

use aide::openapi::{Operation, Parameter, ParameterSchemaOrContent, ReferenceOr};
use domain::expense::CATEGORY_LIMIT;
use domain::free_time::MINUTES_LIMIT;
use domain::page::{CURSOR_LIMIT, PAGE_LIMIT};
use domain::task::FILTER_LIMIT;
use domain::validation::TITLE_LIMIT;
use schemars::Schema;
use serde_json::{Value, json};

use super::forms::{NOT_NULL, merge, text, whole};

/// A month of any year but the first, which is none; or nothing.
const MONTH: &str = r"^((000[1-9]|00[1-9][0-9]|0[1-9][0-9]{2}|[1-9][0-9]{3})-(0[1-9]|1[0-2]))?$";

/// Says it of an operation's parameters.
pub(super) fn add(operation: &mut Operation) {
    let name = operation.operation_id.clone().unwrap_or_default();
    if name == "export_expenses" {
        // The file holds everything.
        operation.parameters.retain(|parameter| !is_paging(parameter));
    }
    for parameter in &mut operation.parameters {
        let ReferenceOr::Item(Parameter::Query { parameter_data, .. }) = parameter else {
            continue;
        };
        let ParameterSchemaOrContent::Schema(schema) = &mut parameter_data.format else { continue };
        let mut value = schema.json_schema.as_value().clone();
        if name == "free_time" && matches!(parameter_data.name.as_str(), "from" | "to") {
            parameter_data.required = true;
            merge(&mut value, json!({ NOT_NULL: true }));
        } else if let Some(form) = form(&name, &parameter_data.name) {
            merge(&mut value, form);
        } else if value["format"] == "uuid" {
            let (id, meaning) =
                (json!({ "type": "string", "format": "uuid" }), &value["description"]);
            value = json!({ "anyOf": [id, { "const": "" }], "description": meaning });
        }
        if let Ok(value) = Schema::try_from(value) {
            schema.json_schema = value;
        }
    }
}

fn is_paging(parameter: &ReferenceOr<Parameter>) -> bool {
    let ReferenceOr::Item(parameter) = parameter else { return false };
    matches!(parameter.parameter_data_ref().name.as_str(), "limit" | "cursor")
}

fn form(operation: &str, parameter: &str) -> Option<Value> {
    Some(match (operation, parameter) {
        ("search", "limit") => whole(1, domain::search::LIMIT),
        (_, "limit") => whole(1, PAGE_LIMIT),
        (_, "minutes") => whole(1, MINUTES_LIMIT),
        (_, "q") => text(TITLE_LIMIT),
        (_, "category") => text(CATEGORY_LIMIT),
        (_, "filter") => text(FILTER_LIMIT),
        (_, "cursor") => text(CURSOR_LIMIT),
        (_, "month") => json!({ "pattern": MONTH }),
        ("export_conversation", "format") => json!({ "enum": ["markdown", "json", "", null] }),
        _ => return None,
    })
}
